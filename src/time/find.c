/* SPDX-License-Identifier: MIT */
/* Finding: words to parts, parts to expressions, expressions to timexes, in one pass. */
#include "base/eight.h"
#include "lang/tagger.h"
#include "time/tense.h"
#include "time/vocabulary.h"

/* Runs of parts longer than this are cut; a pattern is much shorter. */
#define LONGEST_RUN 64
/* Smaller numbers are years only where no word that they may count follows. */
#define FIRST_SURE_YEAR 1900

typedef struct scan {
    slice text;
    size_t at;      /* of the next word */
    size_t trigger; /* of the next word that may make an expression, if that is not before `at` */
    size_t end;
    part parts[LONGEST_RUN];
    char symbols[LONGEST_RUN + 1];
    size_t count;
    size_t next; /* the next part to be looked at */
} scan;

/* The parts are left as they are: clearing them would cost as much as most blocks do. */
static void scan_begin(scan *s, slice text, size_t start, size_t end) {
    s->text = text;
    s->at = s->trigger = start;
    s->end = end;
    s->count = s->next = 0;
}

/* Reads parts up to a word that no expression has in it. False at the end of the text. */
static bool read_run(scan *s) {
    for (;;) {
        bool triggered = false;
        s->count = s->next = 0;
        if (s->at >= s->trigger)
            s->at = vocabulary_skip(s->text, s->at, s->end, &s->trigger);
        part p;
        do {
            p = grammar_word(s->text, &s->at, s->end);
            if (p.kind == PART_END || p.kind == PART_OTHER)
                break;
            triggered = triggered || strchr(PART_TRIGGERS, (int)p.kind) != NULL;
            s->symbols[s->count] = (char)p.kind;
            s->parts[s->count++] = p;
        } while (s->count < LONGEST_RUN);
        s->symbols[s->count] = '\0';
        if (triggered)
            return true;
        if (p.kind == PART_END)
            return false;
    }
}

/* The day of one end of a stretch of hours is that of the other: 3-5 p.m. on Monday. */
static void share_day(expression *from, expression *to) {
    bool has_day = to->day || to->weekday || to->holiday || to->deictic;
    if (has_day)
        return;
    to->year = from->year;
    to->month = from->month;
    to->day = from->day;
    to->weekday = from->weekday;
    to->holiday = from->holiday;
    to->deictic = from->deictic;
    to->has_direction = from->has_direction;
    to->direction = from->direction;
    to->reference = from->reference;
}

/* "From 3 to 5 p.m." begins in the afternoon, "9 to 5 p.m." in the morning. */
static void share_hours(expression *first, expression *second) {
    expression_read_hour(first);
    int later = first->clock + 12 * 60;
    if (second->clock_is_sure && !first->clock_is_sure && later < second->clock)
        first->clock = later;
    share_day(second, first);
    share_day(first, second);
    second->ends_range = true;
}

/* 2014-10: no stretch of years ends before it begins, unless the century does (1999-01). */
static bool is_year_month(const expression *first, const expression *second) {
    bool alone = first->year && !first->month && !second->month && !second->year;
    return alone && second->day >= 1 && second->day <= 12 && second->day < first->year % 100 &&
           first->year % 100 < 90 && second->end - second->start == 2;
}

/* 1915-17, 1791-2, 1999-01. */
static int end_of_years(int first, int digits) {
    int within = digits < 10 && first % 10 < digits ? 10 : 100;
    int last = first - first % within + digits;
    return last < first && first % 100 >= 90 ? last + 100 : last;
}

/* Two dates, of which each may lack what the other says: 15 and 16 June; June 15-July 3. */
static void share_fields(expression *first, expression *second) {
    if (!second->month && !second->year && first->year && !first->month) { /* 1915-17 */
        second->year = end_of_years(first->year, second->day);
        second->day = 0;
    }
    if (!second->month)
        second->month = first->month;
    if (!first->month)
        first->month = second->month;
    if (!first->year && second->year && first->month) /* "from December to May 2022" */
        first->year = second->year - (first->month > second->month);
    if (!second->year)
        second->year = first->month ? first->year : 0;
    second->ends_range = true;
}

static size_t expressions_of(const scan *s, const pattern_match *m, expression out[2]) {
    slice pattern = {s->symbols + m->first, m->end - m->first};
    out[0] = expression_of(s->text, s->parts + m->first, m->first_end - m->first, m->rule);
    out[0].pattern = pattern;
    if (m->rule != RULE_RANGE)
        return 1;
    out[1] = expression_of(s->text, s->parts + m->second_first, m->end - m->second_first, m->rule);
    out[1].pattern = pattern;
    if (is_year_month(&out[0], &out[1])) {
        out[0].month = out[1].day;
        out[0].end = out[1].end;
        return 1;
    }
    if (out[1].clock)
        share_hours(&out[0], &out[1]);
    else
        share_fields(&out[0], &out[1]);
    return 2;
}

/*
 * The longest pattern at a symbol. One that was found by what stands before it gives way to one
 * that begins where it begins and goes further.
 */
static pattern_match match_at(const scan *s, size_t at) {
    pattern_match m = grammar_pattern(s->symbols, at);
    if (m.rule == RULE_NONE || m.first == at)
        return m;
    pattern_match inner = grammar_pattern(s->symbols, m.first);
    return inner.rule != RULE_NONE && inner.first == m.first && inner.end >= m.end ? inner : m;
}

/* "On days when it rains", "by decades": no stretch of time, as "in years" is one. */
static bool is_days_idly(const pattern_match *m, const char *symbols, const part *before) {
    bool lone = m->rule == RULE_DURATION && m->end == m->first + 1;
    return lone && symbols[m->first] == PART_UNITS && before && before->kind == PART_IN &&
           before->value == ON_DAY;
}

/* "The best day of the year", unlike "the first nine months of the year". */
static bool is_year_idly(const pattern_match *m, const char *symbols) {
    bool of_unit = m->rule == RULE_RELATIVE && m->end == m->first + 2 && m->first > 0 &&
                   symbols[m->first - 1] == PART_OF && symbols[m->first] == PART_THE;
    return of_unit && (m->first < 2 || !strchr("uqH", symbols[m->first - 2]));
}

/* Whether a date is the last of a quarter or year that figures are of. */
static bool ends_period(const scan *s, size_t first) {
    return first > 1 && s->symbols[first - 1] == PART_ENDED &&
           strchr("qUu~", s->symbols[first - 2]);
}

/* "They finished in 2:04": a length. */
static bool is_clock_idly(const pattern_match *m, const part *found, const part *before) {
    return m->end == m->first + 1 && found->kind == PART_CLOCK && found->value < CLOCK_SURE &&
           before && before->kind == PART_IN && before->value == IN_PERIOD;
}

/* The next one or two expressions; 0 at the end of the text. */
static size_t next_expressions(scan *s, expression out[2]) {
    for (;;) {
        if (s->next >= s->count && !read_run(s))
            return 0;
        while (s->next < s->count) {
            size_t at = s->next;
            pattern_match m = match_at(s, at);
            s->next = m.rule == RULE_NONE ? at + 1 : m.end;
            if (m.rule == RULE_NONE || m.rule == RULE_NO_TIME)
                continue;
            const part *before = m.first > 0 ? &s->parts[m.first - 1] : NULL;
            if (is_days_idly(&m, s->symbols, before) || is_year_idly(&m, s->symbols) ||
                is_clock_idly(&m, &s->parts[m.first], before))
                continue;
            size_t count = expressions_of(s, &m, out);
            out[0].is_led_in = m.first > at;
            out[0].is_ahead = before && before->kind == PART_TO && before->value;
            out[0].sets_story = before && before->kind == PART_IN && before->value;
            out[0].is_owner = s->symbols[m.end] == PART_POSSESSIVE;
            out[0].ends_period = ends_period(s, m.first);
            return count;
        }
    }
}

/* ---- Words around an expression ----------------------------------------------------------- */

/*
 * What the words by themselves say of a cut sentence, so that it need not be analysed: a mark of
 * punctuation, or a listed word in small letters that only joins others, is neither noun nor name.
 */
static bool is_joining_word(slice text, const token *t) {
    const word_classes joining = WORD(DETERMINER) | WORD(PREPOSITION) | WORD(COORDINATOR) |
                                 WORD(SUBORDINATOR) | WORD(PRONOUN) | WORD(BE) | WORD(HAVE) |
                                 WORD(MODAL);
    const word_classes naming = WORD(NOUN) | WORD(ADJECTIVE) | WORD(VERB) | WORD(NUMBER);
    char first = text.data[t->start];
    if (t->pos == POS_PUNCTUATION && t->end == t->start + 1 && strchr(",.;:()\"", first))
        return true;
    return first >= 'a' && first <= 'z' && (t->classes & joining) && !(t->classes & naming);
}

/* Whether the token may be a noun, an adjective or a name. */
static bool may_name_at(slice text, const sentence *s, size_t at) {
    return at < s->token_count && !(s->untagged && is_joining_word(text, &s->tokens[at]));
}

static bool counted_noun_at(const sentence *s, size_t at) {
    return at < s->token_count &&
           (s->tokens[at].pos == POS_NOUN || s->tokens[at].pos == POS_ADJECTIVE);
}

static bool may_determine_at(const sentence *s, size_t at) {
    return !s->untagged || (s->tokens[at].classes & (WORD(DETERMINER) | WORD(POSSESSIVE)));
}

/*
 * Whether a number that may be a year, or the day of a month, counts what follows it: 1500 people.
 * The years of our time seldom do.
 */
static bool counts_something(slice text, sentence *s, const expression *e, arena *a) {
    bool other_words = e->month || e->season || e->quarter || e->half || e->mod || e->unit ||
                       e->weekday || e->clock;
    bool sure_year = !e->day && (!e->year || (e->year >= FIRST_SURE_YEAR && e->year % 100));
    if (other_words || sure_year || (e->rule != RULE_DATE && e->rule != RULE_RANGE))
        return false;
    sentence_cut(text, s, a);
    size_t here = tense_token_behind(s, e->start), behind = tense_token_behind(s, e->end);
    bool is_apart = !e->day && !e->is_led_in && here > 0;
    if (is_apart && !may_determine_at(s, here - 1))
        return true;
    if (!is_apart && !may_name_at(text, s, behind))
        return false;
    sentence_analyse_near(text, s, here > 0 ? here - 1 : 0, behind + 1, a);
    bool noun_behind = counted_noun_at(s, behind);
    if (e->day)
        return noun_behind || (behind < s->token_count && s->tokens[behind].pos == POS_PROPER);
    bool determined = here > 0 && s->tokens[here - 1].pos == POS_DETERMINER;
    if (determined)
        return noun_behind && e->year % 100 == 0;
    return noun_behind || is_apart;
}

/* ---- The story's own time ----------------------------------------------------------------- */

/*
 * A history names a year this often, and seldom a weekday or a day near the writer's: a ratio that
 * news, which may look back on much, stays below.
 */
#define HISTORY_YEARS     4
#define HISTORY_SPACING   4000
#define YEARS_FOR_WEEKDAY 5
#define HISTORY_SAMPLE    16384 /* the beginning of an article tells */

/* Digits are the bytes 0x30 to 0x39. */
static bool maybe_has_digit(uint64_t eight) {
    return eight_maybe_below((eight & EIGHT_OF(0xF0)) ^ EIGHT_OF(0x30), 1);
}

/* Numbers of the text that look like years: a cheap look before the words are looked at. */
static size_t count_years(slice text) {
    size_t years = 0;
    for (size_t i = 0, first; i < text.length; i++) {
        while (text.length - i >= sizeof(uint64_t) && !maybe_has_digit(eight_at(text.data + i)))
            i += sizeof(uint64_t);
        for (first = i; i < text.length && ascii_is_digit(text.data[i]); i++)
            ;
        years += i - first == 4 && i < text.length;
    }
    return years;
}

/* Looks at words only where enough numbers may be years, and no further than it has to. */
static viewpoint find_viewpoint(slice article) {
    size_t years = 0, days = 0;
    slice text =
        slice_range(article, 0, article.length < HISTORY_SAMPLE ? article.length : HISTORY_SAMPLE);
    size_t wanted = HISTORY_YEARS + text.length / HISTORY_SPACING;
    size_t most_years = count_years(text);
    if (most_years < wanted)
        return VIEWPOINT_WRITING;
    scan s;
    scan_begin(&s, text, 0, text.length);
    while (read_run(&s))
        for (size_t i = 0; i < s.count; i++) {
            years += s.parts[i].kind == PART_YEAR;
            days += s.parts[i].kind == PART_WEEKDAY || s.parts[i].kind == PART_DAYS;
            if (days * YEARS_FOR_WEEKDAY >= most_years)
                return VIEWPOINT_WRITING;
        }
    return years >= wanted && years > days * YEARS_FOR_WEEKDAY ? VIEWPOINT_STORY
                                                               : VIEWPOINT_WRITING;
}

/* A bare year that lies further off than this is mentioned, but the story does not go there. */
#define LONGEST_STEP (10 * 366)

/* Figures "for the year", "for the first nine months" are no longer those of the quarter. */
static bool is_figures_year(const expression *e) {
    bool months = e->rule == RULE_DURATION && e->unit == UNIT_MONTH && e->nth == 1;
    bool year = (e->rule == RULE_DURATION || e->rule == RULE_RELATIVE) && e->unit == UNIT_YEAR &&
                e->definite && !e->has_direction && !e->has_count;
    return months || year;
}

/*
 * Dates of a quarter at most move the story; in a history also a year that it is "in". A quarter
 * that figures are compared with does not, nor does the day on which one ended.
 */
static void move_story(timex_finder *f, const expression *e, const timex *t) {
    if (is_figures_year(e)) {
        f->quarter = (when){.minute = NO_MINUTE};
        if (f->story.granularity == GRANULARITY_QUARTER)
            f->story = when_of(unit_span(GRANULARITY_YEAR, f->story.days.first), GRANULARITY_YEAR);
    }
    bool compared = e->rule == RULE_OFFSET && t->when.granularity == GRANULARITY_QUARTER;
    if (!when_is_dated(t->when) || compared || e->rule == RULE_COMPARED || e->ends_period)
        return;
    f->told_last = t->when;
    f->told_last_timex = f->found;
    if (t->when.granularity == GRANULARITY_QUARTER) {
        f->quarter = t->when;
        f->quarter_timex = f->found;
    }
    day_number length = t->when.days.last - t->when.days.first;
    day_number step = t->when.days.first - f->story.days.first;
    bool near = !when_is_dated(f->story) || (step < LONGEST_STEP && step > -LONGEST_STEP);
    bool in_year = t->when.granularity == GRANULARITY_YEAR && e->sets_story && near &&
                   f->told_from == VIEWPOINT_STORY;
    if (length < 100 || in_year) {
        f->story = t->when;
        f->story_timex = f->found;
    }
    if (in_year) /* "late 1949" may be followed by a month of all that year */
        f->story.days = when_unit(t->when);
}

/* Whether it is a day that the calendar lacks, where no day is found; and not a length, an order.
 */
static bool names_day(const expression *e) {
    return e->rule == RULE_DATE || e->rule == RULE_RANGE || e->rule == RULE_NUMERIC ||
           (e->rule == RULE_BEFORE_CALENDAR && e->month);
}

static void add_timex(timex_finder *f, const expression *e, tense_question *tense,
                      timex_list *out) {
    timex found;
    if (!expression_resolve(e, f, tense, &found)) {
        slice words = slice_range(f->text, e->start, e->end);
        if (f->said && names_day(e))
            diagnose(f->said, DATELINE_BAD_DATE, DATELINE_NOTE, f->document, e->start,
                     "\"%.*s\" is no date of the calendar; passed over", SLICE_ARGS(words));
        return;
    }
    f->found++;
    move_story(f, e, &found);
    *vector_push(out, f->owner) = found;
}

static bool is_number(slice text, const token *t) {
    bool in_digits = ascii_is_digit(text.data[t->start]) && ascii_is_digit(text.data[t->end - 1]);
    return in_digits || (word_is(t->classes, NUMBER) && !word_is(t->classes, PRONOUN));
}

/* By the words alone: "5,000", "two million", "5,000 gallons". */
static bool is_sure_amount(slice text, const sentence *s, size_t at) {
    const token *t = &s->tokens[at];
    char first = text.data[t->start], last = text.data[t->end - 1];
    bool plural = !t->classes && first >= 'a' && first <= 'z' && last == 's';
    return is_number(text, t) || (plural && at > 0 && is_number(text, t - 1));
}

/* Whether the treebanks know the word as a noun or a number, and as what else. */
typedef enum noun_guess { NOUN_NEVER, NOUN_ALWAYS, NOUN_PERHAPS } noun_guess;

static noun_guess guess_noun(slice word, arena *a) {
    const uint64_t names = PENN_BIT(NNP) | PENN_BIT(NNPS);
    const uint64_t nouns = PENN_BIT(NN) | PENN_BIT(NNS) | PENN_BIT(CD) | names;
    tagger_model m = tagger_of_library(a);
    uint64_t tags = word_penn_tags(&m, word);
    if (!tags || ascii_is_upper(word.data[0]))
        return NOUN_PERHAPS;
    return !(tags & nouns) ? NOUN_NEVER : tags & ~nouns ? NOUN_PERHAPS : NOUN_ALWAYS;
}

/* "Two flights a week", "$2 million a year": how often, not how long. */
static bool is_rate(slice text, sentence *s, const expression *e, arena *a) {
    bool a_unit = e->rule == RULE_DURATION && slice_equal(e->pattern, SLICE("AU"));
    if (!a_unit)
        return false;
    sentence_cut(text, s, a);
    size_t here = tense_token_behind(s, e->start);
    if (here == 0 || !may_name_at(text, s, here - 1))
        return false;
    if (s->untagged && is_sure_amount(text, s, here - 1))
        return true;
    noun_guess guess = guess_noun(token_text(text, &s->tokens[here - 1]), a);
    if (s->untagged && guess != NOUN_PERHAPS)
        return guess == NOUN_ALWAYS;
    sentence_analyse_near(text, s, here - 1, here, a);
    part_of_speech before = s->tokens[here - 1].pos;
    return before == POS_NUMBER || before == POS_NOUN;
}

/* "Soon" is a time where it looks ahead, and none in "soon after" or "as soon as". */
static bool is_idle_soon(const timex_finder *f, sentence *s, const expression *e, arena *a) {
    if (!e->soon || f->told_from == VIEWPOINT_STORY)
        return e->soon;
    return !tense_is_ahead_beside(f->text, s, e, a);
}

static bool is_possible(const expression *e) {
    return !e->month || !e->day || e->day <= days_in_month(e->year ? e->year : 2000, e->month);
}

/* 2012-1400: numbers of something else. */
static bool is_backward(const expression *first, const expression *second) {
    return first->year && second->year && !first->month && first->year > second->year;
}

/* "From May to December", "Monday to Friday": the end lies behind the beginning. */
static void follow_on(const expression *first, const timex *begun, expression *second) {
    if (!second->ends_range || second->year || !when_is_dated(begun->when))
        return;
    if (first->weekday && !first->clock)
        second->follows = begun->when.days.first;
    if (!second->month)
        return;
    int year = civil_of(begun->when.days.first).year;
    second->year = second->month < first->month ? year + 1 : year;
}

/* A time of day with nothing that makes it one: it may be a length, or chapter and verse. */
static bool is_bare_clock(const expression *e) {
    return e->clock && !e->clock_is_sure && slice_equal(e->pattern, SLICE("T"));
}

/* A month that begins a name, where no preposition leads it in: a woman called April. */
static bool begins_name(slice text, sentence *s, const expression *e, arena *a) {
    bool month_alone = e->rule == RULE_DATE && e->month && e->pattern.length == 1;
    bool name_behind = e->end + 1 < text.length && text.data[e->end] == ' ' &&
                       ascii_is_upper(text.data[e->end + 1]);
    if (!month_alone || !name_behind)
        return false;
    sentence_cut(text, s, a);
    size_t here = tense_token_behind(s, e->start), behind = tense_token_behind(s, e->end);
    sentence_analyse_near(text, s, here > 0 ? here - 1 : 0, behind + 1, a);
    bool led_in = here > 0 && (s->tokens[here - 1].pos == POS_PREPOSITION ||
                               s->tokens[here - 1].pos == POS_DETERMINER);
    return !led_in && behind < s->token_count && s->tokens[behind].pos == POS_PROPER;
}

/*
 * A day named with a capital behind a name is a part of the name: a paper called "… Today". So is a
 * time of day with nothing that makes it one: John 3:16.
 */
static bool ends_name(slice text, sentence *s, const expression *e, arena *a) {
    bool day = e->rule == RULE_DEICTIC && ascii_is_upper(text.data[e->start]);
    if (!day && !is_bare_clock(e))
        return false;
    sentence_cut(text, s, a);
    size_t here = tense_token_behind(s, e->start);
    if (here == 0 || !may_name_at(text, s, here - 1))
        return false;
    sentence_analyse_near(text, s, here - 1, here, a);
    return s->tokens[here - 1].pos == POS_PROPER;
}

/* The ends of a stretch of time lean on each other; one that the calendar lacks is none at all. */
static void add_found(timex_finder *f, expression found[2], size_t count, tense_question *tense,
                      timex_list *out) {
    size_t before = out->count;
    if (count > 1 && is_backward(&found[0], &found[1]))
        return;
    if (count < 2 || is_possible(&found[1]))
        add_timex(f, &found[0], tense, out);
    if (count < 2)
        return;
    if (out->count > before)
        follow_on(&found[0], &out->items[before], &found[1]);
    add_timex(f, &found[1], tense, out);
}

void timexes_find(timex_finder *f, sentence *sentences, size_t count, timex_list *out) {
    if (!count)
        return;
    size_t start = sentences[0].start, end = sentences[count - 1].end;
    scan s;
    scan_begin(&s, f->text, start, end);
    expression found[2];
    arena *words_owner = f->words_owner ? f->words_owner : f->owner;
    if (f->told_from == VIEWPOINT_UNKNOWN)
        f->told_from = find_viewpoint(f->text);
    size_t here = 0;
    for (size_t n; (n = next_expressions(&s, found)) > 0;) {
        while (here + 1 < count && sentences[here + 1].start <= found[0].start)
            here++;
        sentence *within = &sentences[here];
        if (counts_something(f->text, within, &found[0], words_owner) ||
            is_idle_soon(f, within, &found[0], words_owner) ||
            begins_name(f->text, within, &found[0], words_owner) ||
            ends_name(f->text, within, &found[0], words_owner))
            continue;
        if (is_rate(f->text, within, &found[0], words_owner))
            found[0].rule = RULE_SET;
        found[0].sets_story |= found[0].start == within->start; /* a heading */
        tense_question tense = {.text = f->text,
                                .within = within,
                                .about = &found[0],
                                .owner = words_owner,
                                .is_told = f->tells_tense};
        add_found(f, found, n, &tense, out);
    }
}
