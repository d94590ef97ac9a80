/* SPDX-License-Identifier: MIT */
#include "timeline/sentence_choice.h"

#include "base/logarithm.h"
#include "timeline/disagree.h"

#include <math.h>
#include <stdlib.h>

#define GOOD_LENGTH 25 /* words */
#define TOO_LONG    20 /* more words than that are one unit of excess */
/* What a unit of excess costs, where the most central sentence of the date is 1. */
#define COST_OF_LENGTH 0.3
#define FEWEST_STEMS   4
/* Members of a group from which its sentence is chosen. */
#define MOST_CHOICES 40

/* The groups of one date, and how many articles use each stem there. */
typedef struct date_words {
    const stemmer *stems;
    const story_mention_list *mentions;
    const group_list *groups;
    uint32_t *articles; /* by stem */
    size_t *last;       /* by stem: the last article that was counted, and 1 */
    stem_set used;
    arena *owner;
} date_words;

typedef struct dated_group {
    when date;
    size_t group;
} dated_group;

static int by_date(const void *left, const void *right) {
    const dated_group *a = left, *b = right;
    if (a->date.days.first != b->date.days.first)
        return a->date.days.first < b->date.days.first ? -1 : 1;
    if (a->date.days.last != b->date.days.last)
        return a->date.days.last < b->date.days.last ? -1 : 1;
    return a->group < b->group ? -1 : 1;
}

double excess_length(slice text) {
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < text.length; i++) {
        bool space = text.data[i] == ' ' || text.data[i] == '\n';
        words += !space && !inside;
        inside = !space;
    }
    return words > GOOD_LENGTH ? (double)(words - GOOD_LENGTH) / TOO_LONG : 0;
}

/* ---- The words of a date -------------------------------------------------------------------- */

/* Groups are sorted by articles, so an article that comes again in the next group counts again. */
static void count_words(date_words *d, size_t group) {
    const index_list *members = &d->groups->items[group];
    for (size_t i = 0; i < members->count; i++) {
        const story_mention *m = &d->mentions->items[members->items[i]];
        for (size_t k = 0; k < m->words.quote.count; k++) {
            uint32_t stem = m->words.quote.items[k];
            if (d->last[stem] == m->article + 1)
                continue;
            if (!d->articles[stem])
                *vector_push(&d->used, d->owner) = stem;
            d->articles[stem]++;
            d->last[stem] = m->article + 1;
        }
    }
}

static void forget_words(date_words *d) {
    for (size_t i = 0; i < d->used.count; i++)
        d->articles[d->used.items[i]] = 0, d->last[d->used.items[i]] = 0;
    d->used.count = 0;
}

/* The mean weight of the sentence's words on the date; long ones lose a little less than by that.
 */
static double centrality(const date_words *d, const stem_set *words) {
    uint64_t sum = 0;
    for (size_t i = 0; i < words->count; i++) {
        uint32_t stem = words->items[i];
        uint64_t told = binary_logarithm(1 + (double)d->articles[stem]);
        sum += told * stem_weight(d->stems, stem) / LOGARITHM_UNIT;
    }
    double count = (double)(words->count < FEWEST_STEMS ? FEWEST_STEMS : words->count);
    double root = sqrt(count);
    return (double)sum / (root * sqrt(root)); /* the power of 3/4 */
}

/* ---- The choice ----------------------------------------------------------------------------- */

static size_t choices_of(const index_list *group) {
    return group->count < MOST_CHOICES ? group->count : MOST_CHOICES;
}

static double highest_centrality(const date_words *d, const dated_group *first, size_t count) {
    double highest = 0;
    for (size_t i = 0; i < count; i++) {
        const index_list *group = &d->groups->items[first[i].group];
        for (size_t k = 0; k < choices_of(group); k++) {
            double one = centrality(d, &d->mentions->items[group->items[k]].words.quote);
            highest = one > highest ? one : highest;
        }
    }
    return highest > 0 ? highest : 1;
}

/* A caption is chosen only where there is nothing else. */
static void choose(const date_words *d, const index_list *group, double highest,
                   sentence_choice *best) {
    double best_value = -HUGE_VAL;
    for (size_t i = 0; i < choices_of(group); i++) {
        const story_mention *m = &d->mentions->items[group->items[i]];
        double central = centrality(d, &m->words.quote) / highest;
        double value = central - COST_OF_LENGTH * m->excess;
        value -= m->caption ? 10 : 0;
        if (value > best_value) {
            best->member = i;
            best->centrality = central;
            best_value = value;
        }
    }
}

sentence_choice *sentences_choose(const stemmer *stems, const story_mention_list *mentions,
                                  const group_list *groups, arena *a, arena *scratch) {
    sentence_choice *chosen = ARENA_ARRAY(a, sentence_choice, groups->count);
    dated_group *order = ARENA_ARRAY(scratch, dated_group, groups->count);
    date_words d = {.stems = stems,
                    .mentions = mentions,
                    .groups = groups,
                    .articles = ARENA_ARRAY(scratch, uint32_t, stem_count(stems)),
                    .last = ARENA_ARRAY(scratch, size_t, stem_count(stems)),
                    .owner = scratch};
    for (size_t i = 0; i < groups->count; i++) {
        chosen[i].date = group_date(mentions, &groups->items[i], scratch, &chosen[i].disagrees);
        order[i] = (dated_group){chosen[i].date, i};
    }
    if (groups->count)
        qsort(order, groups->count, sizeof *order, by_date);
    for (size_t i = 0, next; i < groups->count; i = next) {
        day_span days = order[i].date.days;
        for (next = i; next < groups->count && order[next].date.days.first == days.first &&
                       order[next].date.days.last == days.last;
             next++)
            count_words(&d, order[next].group);
        double highest = highest_centrality(&d, &order[i], next - i);
        for (size_t k = i; k < next; k++)
            choose(&d, &groups->items[order[k].group], highest, &chosen[order[k].group]);
        forget_words(&d);
    }
    return chosen;
}
