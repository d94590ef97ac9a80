/* SPDX-License-Identifier: MIT */
#include "timeline/select.h"

#include "lang/words.h"
#include "timeline/date_rank.h"
#include "timeline/likeness.h"
#include "timeline/sentence_choice.h"

#include <stdlib.h>

/* What it costs an entry to repeat in its title another of its date; and a unit of excess_length().
 * Salience goes from 0 to 1. */
#define COST_OF_REPETITION 0.1
#define COST_OF_LENGTH     0.14
#define COST_OF_LEANING    0.1 /* a title, or a sentence, that begins with a pronoun */
#define COST_OF_A_PLAN     0.1
#define COST_OF_DOUBT      0.3 /* an approximate date */
/* What is left out though there is room: entries that add less than this share of the best. */
#define LEAST_SHARE_OF_BEST 0.6
/* Entries that were kept last, with which others are compared. */
#define MOST_COMPARED_ENTRIES 400
/* The share of a title from which it only repeats another entry. */
#define REPEATS 0.8

/* Entries of one date, and how much they matter together. */
typedef struct date_group {
    size_t first;
    size_t count;
    double importance;
    bool day;
} date_group;
typedef VECTOR(date_group) date_group_list;

/* What a selection is made with. */
typedef struct selection {
    timeline *timeline;
    stemmer *stems;
    stem_set *titles; /* by entry */
    stem_set *told;   /* of title and summary */
    VECTOR(size_t) kept;
} selection;

static void keep_between(timeline *t, day_number since, day_number until) {
    size_t kept = 0;
    for (size_t i = 0; i < t->entries.count; i++) {
        day_span days = t->entries.items[i].when.days;
        if ((since == NO_DAY || days.last >= since) && (until == NO_DAY || days.first <= until))
            t->entries.items[kept++] = t->entries.items[i];
    }
    t->entries.count = kept;
}

/* ---- Dates ---------------------------------------------------------------------------------- */

static bool same_date(const entry *a, const entry *b) {
    return a->when.days.first == b->when.days.first && a->when.days.last == b->when.days.last;
}

/* Days count among days, stretches among stretches: `day` says which of the groups are meant. */
static void weigh_dates(const timeline *t, date_group_list *dates, bool day) {
    arena *a = t->owner;
    date_ranker *ranker = date_ranker_new(t, a);
    double(*rows)[DATE_FEATURE_COUNT] = arena_calloc(a, dates->count, sizeof *rows);
    size_t count = 0;
    for (size_t i = 0; i < dates->count; i++) {
        const date_group *date = &dates->items[i];
        if (date->day == day)
            date_features(ranker, &t->entries.items[date->first], date->count, rows[count++]);
    }
    features_standardise(rows[0], count, DATE_FEATURE_COUNT);
    count = 0;
    for (size_t i = 0; i < dates->count; i++)
        if (dates->items[i].day == day)
            dates->items[i].importance = date_importance(ranker, rows[count++]);
}

static bool is_exact_day(when w) {
    return w.days.first == w.days.last && !w.approximate;
}

static date_group_list dates_of(const timeline *t) {
    date_group_list dates = {0};
    for (size_t i = 0, next; i < t->entries.count; i = next) {
        const entry *first = &t->entries.items[i];
        for (next = i; next < t->entries.count && same_date(first, &t->entries.items[next]); next++)
            continue;
        bool day = false;
        for (size_t k = i; k < next; k++)
            day = day || is_exact_day(t->entries.items[k].when);
        *vector_push(&dates, t->owner) = (date_group){i, next - i, 0, day};
    }
    weigh_dates(t, &dates, true);
    weigh_dates(t, &dates, false);
    return dates;
}

/* Days before stretches of time: a digest says when. */
static int by_importance(const void *left, const void *right) {
    const date_group *a = left, *b = right;
    if (a->day != b->day)
        return a->day ? -1 : 1;
    if (a->importance < b->importance || a->importance > b->importance)
        return a->importance > b->importance ? -1 : 1;
    return a->first < b->first ? -1 : 1;
}

/* ---- Entries of a date ---------------------------------------------------------------------- */

static size_t shared_stems(const stem_set *a, const stem_set *b) {
    size_t shared = 0, k = 0;
    for (size_t i = 0; i < a->count; i++) {
        while (k < b->count && b->items[k] < a->items[i])
            k++;
        shared += k < b->count && b->items[k] == a->items[i];
    }
    return shared;
}

/* The largest share of the entry's title that one of those kept tells, from the index `from` on. */
static double repetition(const selection *s, size_t index, size_t from) {
    const stem_set *own = &s->titles[index];
    size_t most = 0;
    for (size_t i = from; i < s->kept.count; i++) {
        size_t shared = shared_stems(own, &s->told[s->kept.items[i]]);
        most = shared > most ? shared : most;
    }
    return own->count ? (double)most / (double)own->count : 0;
}

/* "It sank": who it was, is told somewhere else. */
static bool leans_on_others(slice text) {
    size_t end = 0;
    while (end < text.length && !ascii_is_space(text.data[end]))
        end++;
    return word_is(word_classes_of(slice_range(text, 0, end)), PRONOUN);
}

/* What the entry would add to a digest that has of its date what was kept from `before` on. */
static double added_value(const selection *s, size_t index, size_t before) {
    const entry *e = &s->timeline->entries.items[index];
    size_t count = s->kept.count;
    size_t first = count > MOST_COMPARED_ENTRIES ? count - MOST_COMPARED_ENTRIES : 0;
    return e->salience - COST_OF_LENGTH * excess_length(e->summary) -
           COST_OF_REPETITION * repetition(s, index, before) -
           (repetition(s, index, first) >= REPEATS) -
           COST_OF_LEANING * (leans_on_others(e->summary) + leans_on_others(e->title)) -
           COST_OF_A_PLAN * (e->status == EVENT_PLANNED) - COST_OF_DOUBT * e->when.approximate;
}

/* The entry of the date that adds most; SIZE_MAX where all are taken. */
static size_t next_entry(const selection *s, const date_group *date, const bool *taken,
                         size_t before, double *value) {
    size_t best = SIZE_MAX;
    for (size_t i = date->first; i < date->first + date->count; i++) {
        double one = taken[i] ? 0 : added_value(s, i, before);
        if (!taken[i] && (best == SIZE_MAX || one > *value)) {
            best = i;
            *value = one;
        }
    }
    return best;
}

/* The best of the date, and others that add not much less than it. */
static void keep_entries(selection *s, const date_group *date, bool *taken, size_t most) {
    size_t before = s->kept.count;
    double value = 0, best_value = 0;
    for (size_t next; s->kept.count - before < most; taken[next] = true) {
        next = next_entry(s, date, taken, before, &value);
        if (s->kept.count == before)
            best_value = value;
        if (next == SIZE_MAX || value < LEAST_SHARE_OF_BEST * best_value)
            return;
        *vector_push(&s->kept, s->timeline->owner) = next;
    }
}

/* ---- The selection -------------------------------------------------------------------------- */

static selection selection_of(timeline *t) {
    selection s = {.timeline = t,
                   .stems = stemmer_new(t->owner),
                   .titles = ARENA_ARRAY(t->owner, stem_set, t->entries.count),
                   .told = ARENA_ARRAY(t->owner, stem_set, t->entries.count)};
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        slice all =
            arena_format(t->owner, "%.*s\n%.*s", SLICE_ARGS(e->title), SLICE_ARGS(e->summary));
        s.titles[i] = stems_of(s.stems, e->title, false);
        s.told[i] = stems_of(s.stems, all, false);
    }
    return s;
}

static void leave_kept(timeline *t, const bool *taken) {
    size_t kept = 0;
    for (size_t i = 0; i < t->entries.count; i++)
        if (taken[i])
            t->entries.items[kept++] = t->entries.items[i];
    t->entries.count = kept;
}

void timeline_select(timeline *t, const timeline_wishes *wishes) {
    bool selects =
        wishes->since != NO_DAY || wishes->until != NO_DAY || wishes->max_dates || wishes->per_date;
    if (selects)
        t->extracted.count = 0; /* what is no longer whole is not gone on with */
    keep_between(t, wishes->since, wishes->until);
    if (!t->entries.count || (!wishes->max_dates && !wishes->per_date))
        return;
    date_group_list dates = dates_of(t);
    qsort(dates.items, dates.count, sizeof *dates.items, by_importance);
    if (wishes->max_dates && dates.count > wishes->max_dates)
        dates.count = wishes->max_dates;
    selection s = selection_of(t);
    bool *taken = ARENA_ARRAY(t->owner, bool, t->entries.count);
    for (size_t i = 0; i < dates.count; i++)
        if (wishes->per_date)
            keep_entries(&s, &dates.items[i], taken, wishes->per_date);
        else
            memset(&taken[dates.items[i].first], true, dates.items[i].count);
    leave_kept(t, taken);
}
