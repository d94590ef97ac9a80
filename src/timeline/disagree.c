/* SPDX-License-Identifier: MIT */
#include "timeline/disagree.h"

#include <stdlib.h>

/* Days that sources may be apart about one event; a weekday may be read a week off. */
#define MOST_DAYS_APART 2
#define A_WEEK          7
/* How alike what is told has to be, and how much of it there has to be. */
#define ALIKE               0.72
#define FEWEST_STEMS        4
#define ALIKE_A_WEEK        0.55
#define FEWEST_STEMS_A_WEEK 2
/* How many times as many articles a day needs to be the date. */
#define CLEAR_MAJORITY 2
/* Groups that one is compared with, for each of its words. */
#define MOST_NEIGHBOURS 64

typedef struct joining {
    const stemmer *stems;
    const story_mention_list *mentions;
    arena *owner; /* of the groups */
    arena *scratch;
    group_list *groups;
    index_list *by_stem; /* groups of days with the stem in their first member's core */
    size_t *compared;    /* by group: the group that it was compared with last, and 1 */
} joining;

static const story_mention *member(const joining *j, size_t group, size_t i) {
    return &j->mentions->items[j->groups->items[group].items[i]];
}

static bool is_day(when w) {
    return w.days.first == w.days.last && w.granularity <= GRANULARITY_DAY && !w.approximate;
}

/* The day of a group; NO_DAY where it is not of one. */
static day_number day_of_group(const joining *j, size_t group) {
    const index_list *members = &j->groups->items[group];
    day_number day = members->count ? member(j, group, 0)->when.days.first : NO_DAY;
    for (size_t i = 0; i < members->count; i++) {
        when w = member(j, group, i)->when;
        if (!is_day(w) || w.days.first != day)
            return NO_DAY;
    }
    return day;
}

/* ---- What speaks for one event -------------------------------------------------------------- */

static int compare_indexes(const void *left, const void *right) {
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    return (a > b) - (a < b);
}

/* The articles of a group, ascending, each once. */
static index_list articles_of(const joining *j, size_t group) {
    index_list list = {0};
    for (size_t i = 0; i < j->groups->items[group].count; i++)
        *vector_push(&list, j->scratch) = member(j, group, i)->article;
    qsort(list.items, list.count, sizeof *list.items, compare_indexes);
    size_t kept = 0;
    for (size_t i = 0; i < list.count; i++)
        if (!kept || list.items[kept - 1] != list.items[i])
            list.items[kept++] = list.items[i];
    list.count = kept;
    return list;
}

/* An article that tells both days tells two events. */
static bool share_an_article(const index_list *a, const index_list *b) {
    size_t k = 0;
    for (size_t i = 0; i < a->count; i++) {
        while (k < b->count && b->items[k] < a->items[i])
            k++;
        if (k < b->count && b->items[k] == a->items[i])
            return true;
    }
    return false;
}

static bool all_by_weekday(const joining *j, size_t group) {
    for (size_t i = 0; i < j->groups->items[group].count; i++)
        if (member(j, group, i)->mention->how != HOW_WEEKDAY)
            return false;
    return true;
}

static bool same_figures(const mention *a, const mention *b) {
    for (size_t i = 0; i < a->figures.count; i++)
        for (size_t k = 0; k < b->figures.count; k++) {
            const figure *f = &a->figures.items[i], *g = &b->figures.items[k];
            if (slice_equal(f->of, g->of) && (f->number < g->number || f->number > g->number))
                return false;
        }
    return true;
}

/* What happens once: a kind of happening is named, in so many words, and the figures agree. */
static bool tells_the_same(const joining *j, size_t a, size_t b, double asked, size_t fewest) {
    const story_mention *m = member(j, a, 0), *n = member(j, b, 0);
    return m->words.core.count >= fewest && n->words.core.count >= fewest &&
           share_kind(&m->words.core, &n->words.core) &&
           likeness(j->stems, &m->words, &n->words) >= asked &&
           same_figures(m->mention, n->mention);
}

/* Whether the later group `b` is a week off, or the earlier one `a`: the small one by weekdays. */
static bool is_a_week_off(const joining *j, size_t a, size_t b, size_t count_a, size_t count_b) {
    size_t small = count_a < count_b ? a : b;
    size_t few = count_a < count_b ? count_a : count_b, many = count_a + count_b - few;
    return all_by_weekday(j, small) && many >= CLEAR_MAJORITY * few;
}

static bool is_one_event(const joining *j, size_t a, size_t b) {
    int64_t apart = (int64_t)day_of_group(j, b) - day_of_group(j, a);
    bool near =
        apart > 0 && apart <= MOST_DAYS_APART && tells_the_same(j, a, b, ALIKE, FEWEST_STEMS);
    bool week = apart == A_WEEK && tells_the_same(j, a, b, ALIKE_A_WEEK, FEWEST_STEMS_A_WEEK);
    if (!near && !week)
        return false;
    index_list of_a = articles_of(j, a), of_b = articles_of(j, b);
    return week ? is_a_week_off(j, a, b, of_a.count, of_b.count) : !share_an_article(&of_a, &of_b);
}

/* ---- Joining -------------------------------------------------------------------------------- */

/* The later group's members go to the earlier one, if they tell its event. */
static void join_neighbours(joining *j, size_t late) {
    stem_set core = member(j, late, 0)->words.core;
    day_number day = day_of_group(j, late);
    for (size_t i = 0; i < core.count; i++) {
        const index_list *list = &j->by_stem[core.items[i]];
        size_t limit = list->count > MOST_NEIGHBOURS ? list->count - MOST_NEIGHBOURS : 0;
        for (size_t k = list->count; k > limit; k--) {
            size_t early = list->items[k - 1];
            day_number other = day_of_group(j, early);
            if (other != NO_DAY && other + A_WEEK < day)
                break;
            if (other == NO_DAY || j->compared[early] == late + 1)
                continue;
            j->compared[early] = late + 1;
            if (!is_one_event(j, early, late))
                continue;
            for (size_t m = 0; m < j->groups->items[late].count; m++)
                *vector_push(&j->groups->items[early], j->owner) = j->groups->items[late].items[m];
            j->groups->items[late].count = 0;
            return;
        }
    }
}

void disagreements_join(const stemmer *stems, const story_mention_list *mentions, arena *a,
                        arena *scratch, group_list *groups) {
    joining j = {stems,
                 mentions,
                 a,
                 scratch,
                 groups,
                 ARENA_ARRAY(scratch, index_list, stem_count(stems)),
                 ARENA_ARRAY(scratch, size_t, groups->count)};
    for (size_t g = 0; g < groups->count; g++) {
        if (day_of_group(&j, g) == NO_DAY)
            continue;
        stem_set core = member(&j, g, 0)->words.core;
        join_neighbours(&j, g);
        for (size_t i = 0; i < core.count && groups->items[g].count; i++)
            *vector_push(&j.by_stem[core.items[i]], scratch) = g;
    }
}

/* ---- The date ------------------------------------------------------------------------------- */

typedef struct day_vote {
    day_number day;
    size_t articles;
    size_t last_article;
    when when; /* as the first member says it, or the first with a time of day */
} day_vote;
typedef VECTOR(day_vote) vote_list;

static void vote(vote_list *votes, const story_mention *m, arena *a) {
    when w = m->when;
    day_vote *found = NULL;
    for (size_t i = 0; i < votes->count; i++)
        if (votes->items[i].day == w.days.first)
            found = &votes->items[i];
    if (!found) {
        found = vector_push(votes, a);
        *found = (day_vote){w.days.first, 0, SIZE_MAX, w};
    }
    found->articles += found->last_article != m->article;
    found->last_article = m->article;
    if (w.granularity == GRANULARITY_TIME && found->when.granularity != GRANULARITY_TIME)
        found->when = w;
}

/* The narrowest date; of equals the first. */
static when finest_date(const story_mention_list *mentions, const index_list *group) {
    when best = mentions->items[group->items[0]].when;
    for (size_t i = 1; i < group->count; i++) {
        when w = mentions->items[group->items[i]].when;
        day_number width = w.days.last - w.days.first;
        day_number best_width = best.days.last - best.days.first;
        if (width < best_width || (width == best_width && best.granularity != GRANULARITY_TIME &&
                                   w.granularity == GRANULARITY_TIME))
            best = w;
    }
    return best;
}

/* The day that clearly most articles give, or all days that are given. */
static when settle(const vote_list *votes) {
    const day_vote *most = &votes->items[0];
    day_span all = {most->day, most->day};
    size_t others = 0;
    for (size_t i = 0; i < votes->count; i++) {
        const day_vote *v = &votes->items[i];
        most = v->articles > most->articles ? v : most;
        all.first = v->day < all.first ? v->day : all.first;
        all.last = v->day > all.last ? v->day : all.last;
    }
    for (size_t i = 0; i < votes->count; i++)
        others += &votes->items[i] == most ? 0 : votes->items[i].articles;
    bool clear = most->articles >= CLEAR_MAJORITY * others;
    return clear ? most->when : (when){all, NO_MINUTE, GRANULARITY_SPAN, true, false};
}

when group_date(const story_mention_list *mentions, const index_list *group, arena *a,
                bool *disagrees) {
    when finest = finest_date(mentions, group);
    vote_list votes = {0};
    for (size_t i = 0; i < group->count && is_day(finest); i++)
        if (is_day(mentions->items[group->items[i]].when))
            vote(&votes, &mentions->items[group->items[i]], a);
    *disagrees = false;
    if (votes.count < 2)
        return finest;
    when settled = settle(&votes);
    *disagrees = settled.granularity == GRANULARITY_SPAN;
    return settled;
}
