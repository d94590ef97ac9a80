/* SPDX-License-Identifier: MIT */
#include "timeline/candidates.h"

#include <stdlib.h>

#define LONGEST_SHORT_DATE 31 /* days from the first to the last */

/* Kinds of dates, whose groups are listed apart. */
enum date_kind {
    ONE_DAY,
    SOME_DAYS, /* up to about a month */
    LONG_DATE,
    DATE_KINDS
};

/* The groups with a stem. Of one day, and of a long date, only those of the date at hand stay. */
typedef struct posting_list {
    day_span date;
    index_list groups; /* as they got the stem */
    size_t first_open;
} posting_list;

typedef struct group_state {
    day_span common; /* the days that all members may have happened on */
    enum date_kind kind;
    stem_set posted; /* in the order of joining */
    size_t members;
    size_t asked;   /* the mention that last had words in common with it, as a number from 1 */
    size_t touched; /* its place among the groups that have */
} group_state;

/* A list to be gone through for one of the mention's stems. */
typedef struct lookup {
    const posting_list *list;
    size_t open; /* groups in it */
    uint32_t stem;
} lookup;

typedef struct scored {
    size_t group;
    uint64_t score;
} scored;

struct candidates {
    const stemmer *stems;
    arena *owner;
    posting_list *postings[DATE_KINDS]; /* by stem */
    VECTOR(group_state) groups;
    size_t asked;           /* how many mentions have been asked for */
    VECTOR(lookup) lookups; /* of the mention at hand */
    VECTOR(scored) touched; /* groups with words of it */
    index_list found;
};

candidates *candidates_new(const stemmer *stems, arena *a) {
    candidates *c = ARENA_NEW(a, candidates);
    c->stems = stems;
    c->owner = a;
    for (int kind = 0; kind < DATE_KINDS; kind++)
        c->postings[kind] = ARENA_ARRAY(a, posting_list, stem_count(stems));
    return c;
}

bool date_is_long(when w) {
    return w.days.last - w.days.first > LONGEST_SHORT_DATE;
}

static enum date_kind kind_of(when w) {
    return w.days.first == w.days.last ? ONE_DAY : date_is_long(w) ? LONG_DATE : SOME_DAYS;
}

/* The list as it is at a mention's date: what is over is taken off. */
static posting_list *list_at(candidates *c, enum date_kind kind, uint32_t stem, day_span days) {
    posting_list *list = &c->postings[kind][stem];
    day_span date = kind == ONE_DAY ? (day_span){days.first, days.first} : days;
    if (kind != SOME_DAYS && (list->date.first != date.first || list->date.last != date.last)) {
        list->date = date;
        list->groups.count = 0;
    }
    while (kind == SOME_DAYS && list->first_open < list->groups.count &&
           c->groups.items[list->groups.items[list->first_open]].common.last < days.first)
        list->first_open++;
    return list;
}

/* ---- Groups in ------------------------------------------------------------------------------ */

size_t candidates_open(candidates *c, when w) {
    *vector_push(&c->groups, c->owner) = (group_state){.common = w.days, .kind = kind_of(w)};
    return c->groups.count - 1;
}

static bool is_posted(const group_state *g, uint32_t stem) {
    for (size_t i = 0; i < g->posted.count; i++)
        if (g->posted.items[i] == stem)
            return true;
    return false;
}

void candidates_join(candidates *c, size_t group, when w, const stem_set *core) {
    group_state *g = &c->groups.items[group];
    if (w.days.first > g->common.first)
        g->common.first = w.days.first;
    if (w.days.last < g->common.last)
        g->common.last = w.days.last;
    if (g->members++ >= MOST_COMPARED)
        return;
    for (size_t i = 0; i < core->count; i++)
        if (!is_posted(g, core->items[i])) {
            *vector_push(&g->posted, c->owner) = core->items[i];
            *vector_push(&list_at(c, g->kind, core->items[i], w.days)->groups, c->owner) = group;
        }
}

/* ---- Groups out ----------------------------------------------------------------------------- */

static void add_lookups(candidates *c, enum date_kind kind, const stem_set *stems, day_span days) {
    for (size_t i = 0; i < stems->count; i++) {
        const posting_list *list = list_at(c, kind, stems->items[i], days);
        if (list->first_open < list->groups.count)
            *vector_push(&c->lookups, c->owner) =
                (lookup){list, list->groups.count - list->first_open, stems->items[i]};
    }
}

static int by_rarity(const void *left, const void *right) {
    const lookup *a = left, *b = right;
    if (a->open != b->open)
        return a->open < b->open ? -1 : 1;
    if (a->stem != b->stem)
        return a->stem < b->stem ? -1 : 1;
    return a->list->date.first < b->list->date.first ? -1
                                                     : a->list->date.first > b->list->date.first;
}

static bool may_join(const group_state *g, when w) {
    return g->common.first <= w.days.last && w.days.first <= g->common.last;
}

static void touch(candidates *c, size_t group, uint32_t weight) {
    group_state *g = &c->groups.items[group];
    if (g->asked != c->asked) {
        g->asked = c->asked;
        g->touched = c->touched.count;
        *vector_push(&c->touched, c->owner) = (scored){group, 0};
    }
    c->touched.items[g->touched].score += weight;
}

static int by_score(const void *left, const void *right) {
    const scored *a = left, *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return a->group < b->group ? -1 : 1;
}

/* The newest groups of a stem first: of long lists, these are of the nearest dates. */
static void go_through_lookups(candidates *c, when w) {
    size_t looked_at = 0;
    for (size_t i = 0; i < c->lookups.count && looked_at < MOST_POSTINGS; i++) {
        const lookup *l = &c->lookups.items[i];
        for (size_t k = 0; k < l->open && looked_at < MOST_POSTINGS; k++, looked_at++) {
            size_t group = l->list->groups.items[l->list->groups.count - 1 - k];
            if (may_join(&c->groups.items[group], w))
                touch(c, group, stem_weight(c->stems, l->stem));
        }
    }
}

const index_list *candidates_of(candidates *c, when w, const bag *words) {
    c->asked++;
    c->lookups.count = c->touched.count = c->found.count = 0;
    enum date_kind first = date_is_long(w) ? LONG_DATE : ONE_DAY;
    enum date_kind last = date_is_long(w) ? LONG_DATE : SOME_DAYS;
    for (enum date_kind kind = first; kind <= last; kind++)
        add_lookups(c, kind, &words->quote, w.days);
    if (c->lookups.count)
        qsort(c->lookups.items, c->lookups.count, sizeof *c->lookups.items, by_rarity);
    go_through_lookups(c, w);
    if (c->touched.count)
        qsort(c->touched.items, c->touched.count, sizeof *c->touched.items, by_score);
    for (size_t i = 0; i < c->touched.count && i < MOST_CANDIDATES; i++)
        *vector_push(&c->found, c->owner) = c->touched.items[i].group;
    return &c->found;
}
