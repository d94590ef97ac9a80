/* SPDX-License-Identifier: MIT */
#include "write/wording.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <math.h>

/* ---- The words ---------------------------------------------------------------------------- */

static const char *const month_names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
static const char *const weekday_names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};
static const char *const season_names[] = {"spring", "summer", "autumn", "winter"};
static const char *const quarter_names[] = {"first quarter", "second quarter", "third quarter",
                                            "fourth quarter"};
#define ABBREVIATION 3 /* letters of a month's or weekday's name that stand for it */

#define WORD_ABOUT        "about "
#define WORD_EARLY        "early "
#define WORD_MID          "mid-"
#define WORD_LATE         "late "
#define WORD_WEEK_OF      "week of "
#define WORD_BETWEEN      "between "
#define WORD_AND          " and "
#define WORD_ACCORDING_TO "according to "
#define WORD_UNDATED      "undated"
#define WORD_INFERRED     "(date inferred)"
#define WORD_UNTITLED     "Timeline"
#define DASH              "–"

#define YEARS_OF_A_LONG_STORY 2
#define SHORTEST_YEAR         365

static const char *const bound_words[] = {[BOUND_EXACT] = "",
                                          [BOUND_AT_LEAST] = "at least ",
                                          [BOUND_AT_MOST] = "at most ",
                                          [BOUND_ABOUT] = WORD_ABOUT};

/* ---- Dates -------------------------------------------------------------------------------- */

/* How dates are written: in full, or with short names of days and months. */
typedef struct date_style {
    buffer *out;
    bool brief;
    int known_year; /* not said again; 0: none */
} date_style;

static void add_words(const date_style *s, const char *words) {
    buffer_add(s->out, slice_of(words));
}

static void add_year(const date_style *s, int year) {
    if (year != s->known_year)
        buffer_print(s->out, " %d", year);
}

static void add_day(const date_style *s, civil_date date) {
    const char *month = month_names[date.month - 1];
    size_t length = s->brief ? ABBREVIATION : strlen(month);
    buffer_print(s->out, "%d %.*s", date.day, (int)length, month);
    add_year(s, date.year);
}

static void add_season(const date_style *s, civil_date first) {
    add_words(s, season_names[first.month / 3 - 1]);
    if (first.month == 12)
        buffer_print(s->out, " %d" DASH "%02d", first.year, (first.year + 1) % 100);
    else
        add_year(s, first.year);
}

static void add_quarter(const date_style *s, civil_date first) {
    add_words(s, quarter_names[first.month / 3]);
    if (first.year != s->known_year)
        buffer_print(s->out, " of %d", first.year);
}

/* The unit that begins with the day. */
static void add_unit(const date_style *s, granularity g, day_number first) {
    civil_date date = civil_of(first);
    switch (g) {
    case GRANULARITY_WEEK:
        add_words(s, WORD_WEEK_OF);
        add_day(s, date);
        break;
    case GRANULARITY_MONTH:
        add_words(s, month_names[date.month - 1]);
        add_year(s, date.year);
        break;
    case GRANULARITY_SEASON:
        add_season(s, date);
        break;
    case GRANULARITY_QUARTER:
        add_quarter(s, date);
        break;
    case GRANULARITY_YEAR:
        buffer_print(s->out, "%d", date.year);
        break;
    case GRANULARITY_DECADE:
        buffer_print(s->out, "%ds", date.year - date.year % 10);
        break;
    default:
        add_day(s, date);
    }
}

/*
 * The first end says only what the last does not say for it; where the year of the first is known,
 * a last one within twelve months is clear too. Between two days stands `joint`; where it is NULL,
 * a dash between what names the ends best, tight if they are short.
 */
static void add_stretch(const date_style *s, day_span days, const char *joint) {
    civil_date first = civil_of(days.first), last = civil_of(days.last);
    granularity ends = joint ? GRANULARITY_DAY : stretch_granularity(days);
    bool same_year = first.year == last.year;
    bool same_month = same_year && first.month == last.month;
    bool within_year = days.last - days.first < SHORTEST_YEAR;
    bool tight = ends == GRANULARITY_YEAR || (ends == GRANULARITY_MONTH ? same_year : same_month);
    date_style first_style = *s, last_style = *s;
    if (same_year)
        first_style.known_year = last.year;
    if (s->known_year && within_year)
        last_style.known_year = last.year;
    if (same_month)
        buffer_print(s->out, "%d", first.day);
    else
        add_unit(&first_style, ends, days.first);
    add_words(s, joint ? joint : tight ? DASH : " " DASH " ");
    add_unit(&last_style, ends, days.last);
}

/* Which part of the unit the days are, in words that go before it. */
static const char *part_of_unit(day_span days, day_span unit) {
    if (days.first <= unit.first)
        return days.last >= unit.last ? WORD_ABOUT : WORD_EARLY;
    return days.last >= unit.last ? WORD_LATE : WORD_MID;
}

static void add_approximate(const date_style *s, when w, day_span unit) {
    bool has_parts = w.granularity >= GRANULARITY_MONTH && w.granularity <= GRANULARITY_DECADE;
    bool is_day = w.granularity == GRANULARITY_DAY || w.days.first == w.days.last;
    add_words(s, has_parts ? part_of_unit(w.days, unit) : WORD_ABOUT);
    if (has_parts || is_day)
        add_unit(s, w.granularity, unit.first);
    else
        add_stretch(s, w.days, NULL);
}

static void add_weekday_and_day(const date_style *s, day_number day) {
    buffer_print(s->out, "%.*s ", ABBREVIATION, weekday_names[weekday_of(day) - 1]);
    add_day(s, civil_of(day));
}

static void add_date(const date_style *s, when w) {
    day_span unit = when_unit(w);
    bool whole = w.days.first == unit.first && w.days.last == unit.last;
    if (w.some_day) {
        add_words(s, WORD_BETWEEN);
        add_stretch(s, w.days, WORD_AND);
    } else if (w.approximate && w.granularity != GRANULARITY_TIME && unit.first != NO_DAY)
        add_approximate(s, w, unit);
    else if (!whole)
        add_stretch(s, w.days, NULL);
    else if (s->brief && unit.first == unit.last)
        add_weekday_and_day(s, unit.first);
    else
        add_unit(s, w.granularity, unit.first);
}

slice wording_of_time(arena *a, when w) {
    if (w.granularity != GRANULARITY_TIME || w.approximate || w.minute == NO_MINUTE)
        return SLICE("");
    return arena_format(a, "%02d:%02d", w.minute / 60, w.minute % 60);
}

static slice date_and_time(arena *a, when w, bool brief) {
    if (!when_is_dated(w))
        return SLICE(WORD_UNDATED);
    buffer b = buffer_in(a);
    add_date(&(date_style){&b, brief, brief ? civil_of(w.days.first).year : 0}, w);
    slice time = wording_of_time(a, w);
    if (time.length) {
        buffer_add(&b, brief ? SLICE(" ") : SLICE(", "));
        buffer_add(&b, time);
    }
    return buffer_slice(&b);
}

slice wording_of_date(arena *a, when w) {
    return date_and_time(a, w, false);
}

slice wording_of_date_in_year(arena *a, when w) {
    return date_and_time(a, w, true);
}

slice wording_of_head(arena *a, when w) {
    granularity g = w.granularity == GRANULARITY_DECADE ? GRANULARITY_DECADE : GRANULARITY_YEAR;
    return wording_of_date(a, when_of(unit_span(g, w.days.first), g));
}

slice wording_of_month(when w) {
    return when_is_dated(w) ? slice_of(month_names[civil_of(w.days.first).month - 1]) : SLICE("");
}

slice wording_of_day(arena *a, day_number day) {
    return wording_of_date(a, when_of_day(day));
}

/* ---- How far to believe it ---------------------------------------------------------------- */

slice wording_of_status(event_status status) {
    return status == EVENT_HAPPENED ? SLICE("") : event_status_word(status);
}

/* What begins in lower case is a word of ours or a figure's noun. */
static void capitalise(buffer *b) {
    if (b->length && b->data[0] >= 'a' && b->data[0] <= 'z')
        b->data[0] = (char)(b->data[0] - 'a' + 'A');
}

slice wording_of_attribution(arena *a, slice who) {
    static const char *const accounts[][2] = {{"he", "by his own account"},
                                              {"she", "by her own account"},
                                              {"they", "by their own account"}};
    for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
        if (slice_equal(who, slice_of(accounts[i][0])))
            return slice_of(accounts[i][1]);
    slice name = one_line(a, who);
    return name.length ? arena_format(a, WORD_ACCORDING_TO "%.*s", SLICE_ARGS(name)) : name;
}

slice wording_of_claim(arena *a, const entry *e) {
    buffer b = buffer_in(a);
    slice claimant = wording_of_attribution(a, e->attribution);
    buffer_add(&b, wording_of_status(e->status));
    if (b.length && claimant.length)
        buffer_add(&b, SLICE(", "));
    buffer_add(&b, claimant);
    capitalise(&b);
    return buffer_slice(&b);
}

/* Counted from a date of publication that is itself a guess. */
static bool rests_on_guess(const timeline *t, const entry_mention *m) {
    return (m->how == HOW_WEEKDAY || m->how == HOW_RELATIVE || m->how == HOW_PUBLISHED) &&
           t->articles.items[m->article].published_from == PUBLISHED_INFERRED;
}

static bool is_said(const timeline *t, const entry_mention *m) {
    return (m->how == HOW_EXPLICIT || m->how == HOW_WEEKDAY || m->how == HOW_RELATIVE) &&
           !rests_on_guess(t, m);
}

slice wording_of_inference(arena *a, const timeline *t, const entry *e) {
    for (size_t i = 0; i < e->mentions.count; i++)
        if (is_said(t, &e->mentions.items[i]))
            return SLICE("");
    const entry_mention *best = e->mentions.items;
    if (!e->mentions.count || !when_is_dated(e->when))
        return SLICE("");
    if (rests_on_guess(t, best))
        return SLICE("Date inferred from when the other articles were published");
    if (best->how == HOW_ANCHORED && e->when.some_day)
        return arena_format(a, "Day not known: told as “%.*s”",
                            SLICE_ARGS(one_line(a, best->timex)));
    if (best->how == HOW_ANCHORED)
        return SLICE("Date counted from another event");
    return best->how == HOW_PUBLISHED ? SLICE("Dated by the day of publication")
                                      : SLICE("Date taken from what is told before it");
}

/* ---- Numbers ------------------------------------------------------------------------------ */

#define LARGEST_GROUPED 1e15 /* from there on a number is not exact to the tenth */

/* printf's fractions depend on the locale, so thousandths are counted by hand. */
slice wording_of_number(arena *a, double number) {
    if (!(fabs(number) < LARGEST_GROUPED))
        return arena_format(a, "%.0f", number);
    double whole = floor(fabs(number));
    long thousandths = lround((fabs(number) - whole) * 1000);
    slice digits = arena_format(a, "%.0f", whole + (thousandths == 1000));
    thousandths %= 1000;
    buffer b = buffer_in(a);
    if (number < 0 && (thousandths || !slice_equal(digits, SLICE("0"))))
        buffer_add_char(&b, '-');
    for (size_t i = 0; i < digits.length; i++) {
        if (i && (digits.length - i) % 3 == 0)
            buffer_add_char(&b, ',');
        buffer_add_char(&b, digits.data[i]);
    }
    if (thousandths) {
        buffer_print(&b, ".%03ld", thousandths);
        while (b.data[b.length - 1] == '0')
            b.length--;
    }
    return buffer_slice(&b);
}

slice wording_of_value(arena *a, const figure_value *v) {
    slice number = wording_of_number(a, v->number);
    return arena_format(a, "%s%.*s", bound_words[v->bound], SLICE_ARGS(number));
}

slice wording_of_figure(arena *a, const entry_figure *f) {
    buffer b = buffer_in(a);
    buffer_add(&b, one_line(a, f->of));
    for (size_t i = 0; i < f->values.count; i++) {
        const figure_value *v = &f->values.items[i];
        slice value = wording_of_value(a, v);
        slice sources = i ? arena_format(a, "%zu", v->articles.count)
                          : wording_of_count(a, v->articles.count, "source", "sources");
        buffer_print(&b, "%s %.*s (%.*s)", i ? "," : ":", SLICE_ARGS(value), SLICE_ARGS(sources));
    }
    return buffer_slice(&b);
}

slice wording_of_disagreement(arena *a, const entry_figure *f) {
    if (f->values.count < 2)
        return SLICE("");
    buffer b = buffer_in(a);
    buffer_add(&b, wording_of_figure(a, f));
    capitalise(&b);
    return buffer_slice(&b);
}

slice wording_of_count(arena *a, size_t count, const char *one, const char *more) {
    slice number = wording_of_number(a, (double)count);
    return arena_format(a, "%.*s %s", SLICE_ARGS(number), count == 1 ? one : more);
}

/* ---- Articles and the whole --------------------------------------------------------------- */

slice wording_of_published(arena *a, const timeline_article *listed) {
    slice day = wording_of_day(a, listed->published.day);
    if (listed->published.day == NO_DAY || listed->published_from != PUBLISHED_INFERRED)
        return day;
    return arena_format(a, "%.*s " WORD_INFERRED, SLICE_ARGS(day));
}

/* A story of many years is named by years: its ends are seldom known better. */
static slice period_of(arena *a, const timeline *t) {
    day_span days = t->entries.items[0].when.days;
    for (size_t i = 1; i < t->entries.count; i++) {
        day_span more = t->entries.items[i].when.days;
        days.first = more.first < days.first ? more.first : days.first;
        days.last = more.last > days.last ? more.last : days.last;
    }
    int first_year = civil_of(days.first).year, last_year = civil_of(days.last).year;
    if (last_year - first_year >= YEARS_OF_A_LONG_STORY)
        return arena_format(a, "%d" DASH "%d", first_year, last_year);
    return wording_of_date(a, when_of(days, GRANULARITY_SPAN));
}

slice wording_of_contents(arena *a, const timeline *t) {
    slice articles = wording_of_count(a, t->articles.count, "article", "articles");
    if (!t->entries.count)
        return arena_format(a, "No event was found in %.*s", SLICE_ARGS(articles));
    slice events = wording_of_count(a, t->entries.count, "event", "events");
    slice period = period_of(a, t);
    return arena_format(a, "%.*s, %.*s, from %.*s", SLICE_ARGS(events), SLICE_ARGS(period),
                        SLICE_ARGS(articles));
}

slice wording_of_unused(arena *a, size_t articles) {
    return wording_of_count(a, articles, "more article was read and is not cited.",
                            "more articles were read and are not cited.");
}

slice wording_of_title(const timeline *t) {
    return t->title.length ? t->title : SLICE(WORD_UNTITLED);
}

/* ---- One line ----------------------------------------------------------------------------- */

/* White space and controls, C1 and the line ends of Unicode too; the no-break space is a letter. */
static bool is_blank(uint32_t c) {
    return c <= ' ' || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

/* Embeddings, overrides and isolates, which would turn the writing direction of what follows too.
 */
static bool turns_direction(uint32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

slice one_line(arena *a, slice text) {
    buffer b = buffer_in(a);
    bool space = false;
    for (size_t i = 0, next; i < text.length; i = next) {
        uint32_t c = utf8_decode(text, i, &next);
        if (is_blank(c))
            space = b.length > 0;
        if (is_blank(c) || turns_direction(c))
            continue;
        if (space)
            buffer_add_char(&b, ' ');
        space = false;
        buffer_add(&b, slice_range(text, i, next));
    }
    return buffer_slice(&b);
}
