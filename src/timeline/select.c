/* SPDX-License-Identifier: MIT */
#include "timeline/select.h"

#include "timeline/date_rank.h"
#include "timeline/likeness.h"
#include "timeline/sentence_choice.h"

#include <stdlib.h>

/* What it costs an entry to repeat all words of others of its date; and a unit of excess_length().
 * Salience goes from 0 to 1. */
#define COST_OF_REPETITION 0.1
#define COST_OF_LENGTH     0.14
/* Entries that were kept last, with which others are compared. */
#define MOST_COMPARED_ENTRIES 400
/* The share of an entry's words from which it only repeats another. */
#define REPEATS 0.8

/* Entries of one date, and how much they matter together. */
typedef struct date_group {
    size_t first;
    size_t count;
    int64_t importance;
    bool day;
} date_group;
typedef VECTOR(date_group) date_group_list;

/* What a selection is made with. */
typedef struct selection {
    timeline *timeline;
    stemmer *stems;
    stem_set *words; /* by entry, of its summary */
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

static date_group_list dates_of(const timeline *t) {
    date_group_list dates = {0};
    date_ranker *ranker = date_ranker_new(t, t->owner);
    for (size_t i = 0, next; i < t->entries.count; i = next) {
        const entry *first = &t->entries.items[i];
        for (next = i; next < t->entries.count && same_date(first, &t->entries.items[next]); next++)
            continue;
        *vector_push(&dates, t->owner) =
            (date_group){i, next - i, date_importance(ranker, first, next - i),
                         first->when.days.first == first->when.days.last};
    }
    return dates;
}

/* Days before stretches of time: a digest says when. */
static int by_importance(const void *left, const void *right) {
    const date_group *a = left, *b = right;
    if (a->day != b->day)
        return a->day ? -1 : 1;
    if (a->importance != b->importance)
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

/* The largest share of the entry's words that one of those kept has, from the index `from` on. */
static double repetition(const selection *s, size_t index, size_t from) {
    const stem_set *own = &s->words[index];
    size_t most = 0;
    for (size_t i = from; i < s->kept.count; i++) {
        size_t shared = shared_stems(own, &s->words[s->kept.items[i]]);
        most = shared > most ? shared : most;
    }
    return own->count ? (double)most / (double)own->count : 0;
}

/* The entry of the date that adds most to what was kept of it; SIZE_MAX where all are kept. */
static size_t next_entry(const selection *s, const date_group *date, const bool *taken,
                         size_t kept_before) {
    size_t count = s->kept.count, best = SIZE_MAX;
    size_t first = count > MOST_COMPARED_ENTRIES ? count - MOST_COMPARED_ENTRIES : 0;
    double best_value = 0;
    for (size_t i = date->first; i < date->first + date->count; i++) {
        const entry *e = &s->timeline->entries.items[i];
        double value = e->salience - COST_OF_LENGTH * excess_length(e->summary) -
                       COST_OF_REPETITION * repetition(s, i, kept_before) -
                       (repetition(s, i, first) >= REPEATS);
        if (!taken[i] && (best == SIZE_MAX || value > best_value)) {
            best = i;
            best_value = value;
        }
    }
    return best;
}

static void keep_entries(selection *s, const date_group *date, bool *taken, size_t most) {
    size_t before = s->kept.count;
    for (size_t next; s->kept.count - before < most; taken[next] = true) {
        next = next_entry(s, date, taken, before);
        if (next == SIZE_MAX)
            return;
        *vector_push(&s->kept, s->timeline->owner) = next;
    }
}

/* ---- The selection -------------------------------------------------------------------------- */

static selection selection_of(timeline *t) {
    selection s = {.timeline = t,
                   .stems = stemmer_new(t->owner),
                   .words = ARENA_ARRAY(t->owner, stem_set, t->entries.count)};
    for (size_t i = 0; i < t->entries.count; i++)
        s.words[i] = stems_of(s.stems, t->entries.items[i].summary, false);
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
