/* SPDX-License-Identifier: MIT */
/*
 * The calendar: RFC 5545 and 7986 through libical. Why each property is written as it is, and what
 * is left out, stands in docs/calendar.md.
 */
#include "write/writers.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "write/source_list.h"
#include "write/wording.h"

#include <libical/ical.h>

#define PRODUCT_ID     "-//dateline//dateline " DATELINE_VERSION "//EN"
#define LONGEST_LINE   75   /* octets without the line end, RFC 5545 3.1 */
#define LAST_YEAR_HERE 3000 /* libical writes no day of a later year */
#define MINUTES_A_DAY  1440
#define FUZZY_CATEGORY "uncertain date"

/* ---- libical ------------------------------------------------------------------------------ */

static void release_component(void *component) {
    icalcomponent_free(component);
}

/* libical gives NULL, or a property without a value, where memory ends. */
static void add(arena *a, icalcomponent *to, icalproperty *property) {
    if (!property || !icalproperty_get_value(property)) {
        if (property)
            icalproperty_free(property);
        arena_fail(a, DATELINE_NO_MEMORY);
    }
    icalcomponent_add_property(to, property);
}

/* TEXT as RFC 5545 escapes it. */
static slice escaped(arena *a, slice text) {
    icalvalue *value = icalvalue_new_text(text.data);
    char *written = value ? icalvalue_as_ical_string_r(value) : NULL;
    if (value)
        icalvalue_free(value);
    if (!written)
        arena_fail(a, DATELINE_NO_MEMORY);
    arena_defer(a, icalmemory_free_buffer, written);
    return slice_of(written);
}

/* A property of any name; takes the value. NULL where memory ends. */
static icalproperty *property_named(const char *name, icalvalue *value) {
    icalproperty *property = icalproperty_new(ICAL_X_PROPERTY);
    if (property && value) {
        icalproperty_set_x_name(property, name);
        icalproperty_set_value(property, value);
    } else if (value) {
        icalvalue_free(value);
    }
    return property;
}

/*
 * An X- property of text. Whether libical escapes that depends on the version (since 3.0.17), so it
 * is handed over escaped, as a value that no version touches.
 */
static void add_extension(arena *a, icalcomponent *to, const char *name, slice text) {
    icalproperty *property = property_named(name, icalvalue_new_string(escaped(a, text).data));
    if (property)
        icalproperty_set_parameter(property, icalparameter_new_value(ICAL_VALUE_TEXT));
    add(a, to, property);
}

/* A moment in UTC, by name: libical's own kind of it reads the system's table of time zones. */
static void add_moment(arena *a, icalcomponent *to, const char *name, int64_t minutes) {
    civil_date date = civil_of((day_number)(minutes / MINUTES_A_DAY));
    int minute = (int)(minutes % MINUTES_A_DAY);
    slice text = arena_format(a, "%04d%02d%02dT%02d%02d00Z", date.year, date.month, date.day,
                              minute / 60, minute % 60);
    add(a, to, property_named(name, icalvalue_new_x(text.data)));
}

static icaltimetype date_of(day_number day) {
    civil_date date = civil_of(day);
    return (icaltimetype){.year = date.year, .month = date.month, .day = date.day, .is_date = 1};
}

/* ---- Dates -------------------------------------------------------------------------------- */

/* Whether the words gave days, and not a month, a year or an "about". */
static bool names_days(when w) {
    switch (w.granularity) {
    case GRANULARITY_TIME: /* what is about is the time, if anything */
        return w.days.first == w.days.last;
    case GRANULARITY_DAY:
        return !w.approximate;
    case GRANULARITY_SPAN:
        return !w.approximate && stretch_granularity(w.days) == GRANULARITY_DAY;
    default:
        return false;
    }
}

/* Days that have a day behind them in the calendar; an open end is the last day of all. */
static bool is_writable(day_span days) {
    return days.first > NO_DAY && days.first <= days.last &&
           days.last < day_of(LAST_YEAR_HERE, 12, 31);
}

static bool is_shown(const write_job *job, when w) {
    return is_writable(w.days) && (job->layout->fuzzy_dates || names_days(w));
}

/*
 * Minutes since the day before 1 January of year 1, in UTC. A moment without a time is its day's
 * midnight, one without a zone is taken for UTC.
 */
static int64_t minutes_of(moment m) {
    int64_t minutes = (int64_t)m.day * MINUTES_A_DAY + (m.minute == NO_MINUTE ? 0 : m.minute);
    return m.utc_offset == NO_ZONE ? minutes : minutes - m.utc_offset;
}

/*
 * When what is known of the entry last changed: the newest publication among its sources. Where
 * none is dated it is the entry's own last day, for the same articles must give the same bytes.
 */
static int64_t revision_of(const timeline *t, const entry *e) {
    moment last_day = {e->when.days.last, NO_MINUTE, NO_ZONE};
    int64_t newest = 0;
    for (size_t i = 0; i < e->mentions.count; i++) {
        moment published = t->articles.items[e->mentions.items[i].article].published;
        if (published.day != NO_DAY && published.day != LAST_DAY && minutes_of(published) > newest)
            newest = minutes_of(published);
    }
    return newest >= MINUTES_A_DAY ? newest : minutes_of(last_day);
}

/* ---- Words -------------------------------------------------------------------------------- */

/* One line of valid UTF-8 that ends with NUL: libical passes on whatever it is given. */
static slice clean(arena *a, slice text) {
    return utf8_repair(a, one_line(a, text));
}

static void add_capitalised(buffer *out, slice words) {
    size_t start = out->length;
    buffer_add(out, words);
    if (out->length > start)
        out->data[start] = ascii_upper(out->data[start]);
}

/* "Some time in March 2024", "Early March 2024". */
static void add_fuzzy_date(buffer *out, when w) {
    bool is_whole = !w.approximate && w.granularity != GRANULARITY_SPAN;
    bool has_article = w.granularity == GRANULARITY_WEEK || w.granularity == GRANULARITY_QUARTER ||
                       w.granularity == GRANULARITY_DECADE;
    slice words = wording_of_date(out->owner, w);
    if (is_whole)
        buffer_print(out, "Some time in %s%.*s", has_article ? "the " : "", SLICE_ARGS(words));
    else
        add_capitalised(out, words);
}

static slice summary_of(arena *a, const entry *e) {
    buffer out = buffer_in(a);
    slice time = wording_of_time(a, e->when);
    if (!names_days(e->when)) {
        add_fuzzy_date(&out, e->when);
        buffer_add(&out, SLICE(": "));
    } else if (time.length) {
        buffer_add(&out, time);
        buffer_add_char(&out, ' ');
    }
    buffer_add(&out, clean(a, e->title));
    return buffer_slice(&out);
}

/* A paragraph: the source's own words, who published them when, and where. */
static void add_quote(buffer *out, slice quote, const timeline_article *listed) {
    arena *a = out->owner;
    slice url = clean(a, listed->url);
    buffer_add(out, SLICE("\n\n“"));
    buffer_add(out, clean(a, quote));
    buffer_add(out, SLICE("” — "));
    if (listed->publisher.length) {
        buffer_add(out, clean(a, listed->publisher));
        buffer_add(out, SLICE(", "));
    }
    buffer_add(out, clean(a, article_name(listed)));
    buffer_add(out, SLICE(", "));
    buffer_add(out, wording_of_published(a, listed));
    if (url.length)
        buffer_add_char(out, '\n');
    buffer_add(out, url);
}

/* Paragraphs: how it is to be believed, the quotes, where the sources disagree. */
static slice description_of(arena *a, const timeline *t, const entry *e) {
    buffer out = buffer_in(a);
    add_capitalised(&out, clean(a, wording_of_claim(a, e)));
    for (size_t i = 0; i < e->mentions.count; i++)
        add_quote(&out, e->mentions.items[i].quote,
                  &t->articles.items[e->mentions.items[i].article]);
    for (size_t i = 0; i < e->figures.count; i++) {
        if (e->figures.items[i].values.count > 1) {
            buffer_add(&out, SLICE("\n\nThe sources disagree on "));
            buffer_add(&out, clean(a, wording_of_figure(a, &e->figures.items[i])));
        }
    }
    return slice_trim(buffer_slice(&out));
}

static slice categories_of(arena *a, const entry *e) {
    slice status = event_status_word(e->status);
    return arena_format(a, "%.*s%s", SLICE_ARGS(status),
                        names_days(e->when) ? "" : "," FUZZY_CATEGORY);
}

static icalproperty_status status_of(const entry *e) {
    switch (e->status) {
    case EVENT_CANCELLED:
        return ICAL_STATUS_CANCELLED;
    case EVENT_HAPPENED:
    case EVENT_ONGOING:
        return names_days(e->when) ? ICAL_STATUS_CONFIRMED : ICAL_STATUS_TENTATIVE;
    default:
        return ICAL_STATUS_TENTATIVE;
    }
}

/* ---- Addresses ---------------------------------------------------------------------------- */

/* Length of "http://" or "https://" where the address begins with it and goes on, else 0. */
static size_t web_scheme_length(slice address) {
    static const slice schemes[] = {SLICE("http://"), SLICE("https://")};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t length = schemes[i].length;
        if (address.length > length && !strchr("/?#", address.data[length]) &&
            slice_equal_nocase(slice_range(address, 0, length), schemes[i]))
            return length;
    }
    return 0;
}

static bool is_hexadecimal(char c) {
    return ascii_is_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

static bool is_escape(slice s, size_t at) {
    return s.data[at] == '%' && at + 2 < s.length && is_hexadecimal(s.data[at + 1]) &&
           is_hexadecimal(s.data[at + 2]);
}

/*
 * The address as a URI (RFC 3986), or "" where it leads to no place on the web. Brackets belong to
 * a host, and the first '#' begins the only fragment; elsewhere they are escaped like all the rest.
 */
static slice uri_of(arena *a, slice address) {
    address = slice_trim(address);
    size_t scheme = web_scheme_length(address);
    bool in_host = true, in_fragment = false;
    buffer out = buffer_in(a);
    for (size_t i = 0; scheme && i < address.length; i++) {
        char c = address.data[i];
        in_host = in_host && (i < scheme || !strchr("/?#", c));
        bool kept = ascii_is_letter(c) || ascii_is_digit(c) || is_escape(address, i) ||
                    (c && strchr("-._~:/?@!$&'()*+,;=", c)) ||
                    (in_host && (c == '[' || c == ']')) || (!in_fragment && c == '#');
        in_fragment = in_fragment || c == '#';
        if (kept)
            buffer_add_char(&out, i < scheme ? ascii_lower(c) : c);
        else
            buffer_print(&out, "%%%02X", (unsigned)(unsigned char)c);
    }
    return buffer_slice(&out);
}

/* The address of the best source that has one. */
static slice best_uri(arena *a, const timeline *t, const entry *e) {
    slice uri = SLICE("");
    for (size_t i = 0; i < e->mentions.count && uri.length == 0; i++)
        uri = uri_of(a, t->articles.items[e->mentions.items[i].article].url);
    return uri;
}

/* ---- The file ----------------------------------------------------------------------------- */

static icalcomponent *add_calendar(arena *a, const timeline *t) {
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    if (!calendar)
        arena_fail(a, DATELINE_NO_MEMORY);
    arena_defer(a, release_component, calendar);
    slice title = clean(a, wording_of_title(t));
    add(a, calendar, icalproperty_new_prodid(PRODUCT_ID));
    add(a, calendar, icalproperty_new_version("2.0"));
    add(a, calendar, icalproperty_new_calscale("GREGORIAN"));
    add(a, calendar, icalproperty_new_name(title.data));
    add_extension(a, calendar, "X-WR-CALNAME", title);
    return calendar;
}

static void add_event(arena *a, icalcomponent *calendar, const timeline *t, const entry *e) {
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    if (!event)
        arena_fail(a, DATELINE_NO_MEMORY);
    icalcomponent_add_component(calendar, event);
    int64_t revision = revision_of(t, e);
    slice uri = best_uri(a, t, e);
    add(a, event, icalproperty_new_uid(clean(a, e->uid).data));
    add_moment(a, event, "DTSTAMP", revision);
    add_moment(a, event, "LAST-MODIFIED", revision);
    add(a, event, icalproperty_new_sequence((int)e->sequence));
    add(a, event, icalproperty_new_dtstart(date_of(e->when.days.first)));
    add(a, event, icalproperty_new_dtend(date_of(e->when.days.last + 1)));
    add(a, event, icalproperty_new_summary(summary_of(a, e).data));
    add(a, event, icalproperty_new_description(description_of(a, t, e).data));
    add(a, event, icalproperty_new_status(status_of(e)));
    add(a, event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    add(a, event, icalproperty_new_categories(categories_of(a, e).data));
    if (uri.length)
        add(a, event, icalproperty_new_url(uri.data));
    if (!names_days(e->when))
        add_extension(a, event, "X-DATELINE-DATE", clean(a, e->edtf));
}

static void diagnose_left_out(const write_job *job, size_t count) {
    slice entries = wording_of_count(job->arena, count, "entry", "entries");
    const char *reason = job->layout->fuzzy_dates
                             ? "whose date has no beginning or no end, or is beyond the year 3000"
                             : "whose date is no day (a month, a year); --fuzzy-dates writes them "
                               "as spans";
    diagnose(job->said, DATELINE_LEFT_OUT, DATELINE_NOTE, SLICE(""), DATELINE_NO_OFFSET,
             "left out %.*s %s", SLICE_ARGS(entries), reason);
}

static slice unfolded(arena *a, slice text) {
    static const slice fold = SLICE("\r\n ");
    buffer out = buffer_in(a);
    size_t start = 0;
    for (size_t found; (found = slice_find(text, fold, start)) != SIZE_MAX;
         start = found + fold.length)
        buffer_add(&out, slice_range(text, start, found));
    buffer_add(&out, slice_range(text, start, text.length));
    return buffer_slice(&out);
}

/* Adds the line in pieces of whole characters. */
static void add_folded(buffer *out, slice line) {
    for (size_t room = LONGEST_LINE; line.length > room; room = LONGEST_LINE - 1) {
        size_t cut = room;
        while (((unsigned char)line.data[cut] & 0xC0) == 0x80)
            cut--;
        buffer_add(out, slice_range(line, 0, cut));
        buffer_add(out, SLICE("\r\n "));
        line = slice_range(line, cut, line.length);
    }
    buffer_add(out, line);
    buffer_add(out, SLICE("\r\n"));
}

/*
 * libical folds ahead of the line end, and even inside of it, where 73 or 74 octets without a space
 * are left (3.0.16 to 4.0). So its folds are undone and made anew.
 */
static slice folded(arena *a, slice text) {
    buffer out = buffer_in(a);
    text = unfolded(a, text);
    size_t start = 0;
    for (size_t end; (end = slice_find(text, SLICE("\r\n"), start)) != SIZE_MAX; start = end + 2)
        add_folded(&out, slice_range(text, start, end));
    return buffer_slice(&out);
}

static slice text_of(arena *a, icalcomponent *calendar) {
    char *text = icalcomponent_as_ical_string_r(calendar);
    if (!text)
        arena_fail(a, DATELINE_NO_MEMORY);
    arena_defer(a, icalmemory_free_buffer, text);
    return folded(a, slice_of(text));
}

dateline_status write_ics(const write_job *job) {
    const timeline *t = job->timeline;
    icalcomponent *calendar = add_calendar(job->arena, t);
    size_t shown = 0;
    for (size_t i = 0; i < t->entries.count; i++) {
        if (is_shown(job, t->entries.items[i].when)) {
            add_event(job->arena, calendar, t, &t->entries.items[i]);
            shown++;
        }
    }
    if (shown < t->entries.count)
        diagnose_left_out(job, t->entries.count - shown);
    if (shown == 0)
        return DATELINE_NO_EVENTS;
    output_add(job->out, text_of(job->arena, calendar));
    return output_end(job->out);
}
