/* SPDX-License-Identifier: MIT */
#include "timeline/select.h"

#include "timeline/date_rank.h"
#include "timeline/sentence_rank.h"

#include <stdlib.h>

/* What lowers the value of an entry, in the units of sentence_rank.h. */
#define COST_OF_REPETITION 0.05 /* where it only repeats what was chosen for its date */
#define COST_OF_LEANING    0.02 /* a title that begins with a pronoun */
#define COST_OF_DOUBT      0.1  /* an approximate date */
#define COST_OF_A_PLAN     0.05
#define COST_OFF_TOPIC     0.05 /* neither title nor sentence names what the story is about */
/* What is left out though there is room: entries that add so much less than the best. */
#define WORTH_TELLING 0.2
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

/* How an entry would be told: in which of its sentences, with which words. */
typedef struct telling {
    size_t mention;
    double value;
    stem_set title;
    stem_set all; /* of title and sentence */
} telling;

/* What a selection is made with. */
typedef struct selection {
    timeline *timeline;
    const digest_words *words;
    sentence_ranker *ranker;
    telling *tellings; /* by entry; those of the chosen dates are filled */
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
static void weigh_dates(const digest_words *words, date_group_list *dates, bool day) {
    const timeline *t = words->timeline;
    arena *a = t->owner;
    date_ranker *ranker = date_ranker_new(words, a);
    double(*rows)[DATE_FEATURE_COUNT] = arena_calloc(a, dates->count, sizeof *rows);
    size_t count = 0;
    for (size_t i = 0; i < dates->count; i++) {
        const date_group *date = &dates->items[i];
        if (date->day == day)
            date_features(ranker, &t->entries.items[date->first], date->count, rows[count++]);
    }
    features_standardise(rows[0], count, DATE_FEATURE_COUNT, sizeof *rows);
    count = 0;
    for (size_t i = 0; i < dates->count; i++)
        if (dates->items[i].day == day)
            dates->items[i].importance = date_importance(ranker, rows[count++]);
}

static bool is_exact_day(when w) {
    return w.days.first == w.days.last && !w.approximate;
}

static date_group_list dates_of(const digest_words *words) {
    const timeline *t = words->timeline;
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
    weigh_dates(words, &dates, true);
    weigh_dates(words, &dates, false);
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

/* The largest share of some words that one of those kept tells, from the index `from` on. */
static double repetition(const selection *s, const stem_set *words, size_t from) {
    size_t most = 0;
    for (size_t i = from; i < s->kept.count; i++) {
        size_t shared = stem_set_shared(words, &s->tellings[s->kept.items[i]].all);
        most = shared > most ? shared : most;
    }
    return words->count ? (double)most / (double)words->count : 0;
}

/* What the entry would add to a digest that has of its date what was kept from `before` on. */
static double added_value(const selection *s, size_t index, size_t before) {
    const entry *e = &s->timeline->entries.items[index];
    const telling *told = &s->tellings[index];
    size_t count = s->kept.count;
    size_t first = count > MOST_COMPARED_ENTRIES ? count - MOST_COMPARED_ENTRIES : 0;
    return told->value - COST_OF_REPETITION * repetition(s, &told->all, before) -
           (repetition(s, &told->title, first) >= REPEATS) -
           COST_OF_LEANING * leans_on_others(e->title) - COST_OF_DOUBT * e->when.approximate -
           COST_OF_A_PLAN * (e->status == EVENT_PLANNED) -
           COST_OFF_TOPIC * !stem_set_shared(&told->all, &s->words->about);
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

/* Each entry of the date is told by the best of its sentences. */
static void find_tellings(selection *s, const date_group *date) {
    const date_sentence_list *list = sentences_rank(s->ranker, date->first, date->count);
    for (size_t i = 0; i < list->count; i++) {
        const date_sentence *one = &list->items[i];
        telling *told = &s->tellings[one->entry];
        if (!i || list->items[i - 1].entry != one->entry || one->value > told->value)
            *told = (telling){.mention = one->mention, .value = one->value};
    }
    for (size_t i = date->first; i < date->first + date->count; i++) {
        const entry *e = &s->timeline->entries.items[i];
        telling *told = &s->tellings[i];
        slice all = arena_format(s->timeline->owner, "%.*s\n%.*s", SLICE_ARGS(e->title),
                                 SLICE_ARGS(e->mentions.items[told->mention].quote));
        told->title = stems_of(s->words->stems, e->title, false);
        told->all = stems_of(s->words->stems, all, false);
    }
}

static bool stands_before(const entry_mention *a, const entry_mention *b) {
    return a->article != b->article ? a->article < b->article : a->start <= b->start;
}

/* The chosen sentence becomes the summary, and its mention the first; the one that was goes to its
 * place among the others, which are in the order of articles. */
static void tell(selection *s, size_t index) {
    entry *e = &s->timeline->entries.items[index];
    entry_mention *items = e->mentions.items;
    size_t at = s->tellings[index].mention, place = 0;
    if (!at)
        return;
    entry_mention first = items[0], best = items[at];
    for (; place + 1 < e->mentions.count && stands_before(&items[place + 1], &first); place++)
        items[place] = items[place + 1];
    items[place] = first;
    at -= at <= place;
    memmove(&items[1], &items[0], at * sizeof best);
    items[0] = best;
    e->summary = best.quote;
}

/* The best of the date, and others that add not much less than it. */
static void keep_entries(selection *s, const date_group *date, bool *taken, size_t most) {
    find_tellings(s, date);
    size_t before = s->kept.count;
    double value = 0, best_value = 0;
    for (size_t next; s->kept.count - before < most; taken[next] = true) {
        next = next_entry(s, date, taken, before, &value);
        if (s->kept.count == before)
            best_value = value;
        if (next == SIZE_MAX || value < best_value - WORTH_TELLING)
            return;
        *vector_push(&s->kept, s->timeline->owner) = next;
        tell(s, next);
    }
}

/* ---- The selection -------------------------------------------------------------------------- */

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
    const digest_words *words = digest_words_of(t, wishes->about, t->owner);
    date_group_list dates = dates_of(words);
    qsort(dates.items, dates.count, sizeof *dates.items, by_importance);
    if (wishes->max_dates && dates.count > wishes->max_dates)
        dates.count = wishes->max_dates;
    selection s = {.timeline = t,
                   .words = words,
                   .ranker = sentence_ranker_new(words, t->owner),
                   .tellings = ARENA_ARRAY(t->owner, telling, t->entries.count)};
    bool *taken = ARENA_ARRAY(t->owner, bool, t->entries.count);
    for (size_t i = 0; i < dates.count; i++)
        if (wishes->per_date)
            keep_entries(&s, &dates.items[i], taken, wishes->per_date);
        else
            memset(&taken[dates.items[i].first], true, dates.items[i].count);
    leave_kept(t, taken);
}
