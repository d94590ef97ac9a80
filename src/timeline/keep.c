/* SPDX-License-Identifier: MIT */
#include "timeline/keep.h"

#include <stdlib.h>

/* ---- Names ---------------------------------------------------------------------------------- */

/* A sentence of an old entry. */
typedef struct old_place {
    slice article;
    size_t start;
    size_t entry;
} old_place;

/* An old and a new entry, and how many sentences they have in common. */
typedef struct pairing {
    size_t old;
    size_t new;
    size_t shared;
    bool same_name;
} pairing;

typedef VECTOR(old_place) old_place_list;
typedef VECTOR(pairing) pairing_list;

static int compare_sentences(const old_place *a, const old_place *b) {
    int order = slice_compare(a->article, b->article);
    return order ? order : (a->start > b->start) - (a->start < b->start);
}

static int compare_old_places(const void *left, const void *right) {
    const old_place *a = left, *b = right;
    int order = compare_sentences(a, b);
    return order ? order : (a->entry > b->entry) - (a->entry < b->entry);
}

static old_place_list places_of(const timeline *old, arena *a) {
    old_place_list places = {0};
    for (size_t i = 0; i < old->entries.count; i++)
        for (size_t k = 0; k < old->entries.items[i].mentions.count; k++) {
            const entry_mention *m = &old->entries.items[i].mentions.items[k];
            *vector_push(&places, a) = (old_place){old->articles.items[m->article].id, m->start, i};
        }
    if (places.count)
        qsort(places.items, places.count, sizeof *places.items, compare_old_places);
    return places;
}

static size_t first_of(const old_place_list *places, const old_place *wanted) {
    size_t low = 0, high = places->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_sentences(&places->items[middle], wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int by_entries(const void *left, const void *right) {
    const pairing *a = left, *b = right;
    if (a->old != b->old)
        return a->old < b->old ? -1 : 1;
    return a->new < b->new ? -1 : a->new > b->new;
}

static int by_agreement(const void *left, const void *right) {
    const pairing *a = left, *b = right;
    if (a->same_name != b->same_name)
        return a->same_name ? -1 : 1;
    if (a->shared != b->shared)
        return a->shared > b->shared ? -1 : 1;
    return by_entries(left, right);
}

/* A pair for each sentence, then one for each two entries. */
static pairing_list pairs_of(const group_list *told, const entry_source *from,
                             const timeline *old) {
    pairing_list pairs = {0};
    old_place_list places = places_of(old, from->owner);
    for (size_t i = 0; i < told->count; i++)
        for (size_t k = 0; k < told->items[i].count; k++) {
            const story_mention *m = &from->mentions->items[told->items[i].items[k]];
            old_place wanted = {from->story->articles.items[m->article].about.id, m->mention->start,
                                0};
            for (size_t p = first_of(&places, &wanted);
                 p < places.count && compare_sentences(&places.items[p], &wanted) == 0; p++)
                *vector_push(&pairs, from->owner) = (pairing){places.items[p].entry, i, 1, false};
        }
    if (pairs.count)
        qsort(pairs.items, pairs.count, sizeof *pairs.items, by_entries);
    size_t kept = 0;
    for (size_t i = 0; i < pairs.count; i++)
        if (kept && by_entries(&pairs.items[kept - 1], &pairs.items[i]) == 0)
            pairs.items[kept - 1].shared++;
        else
            pairs.items[kept++] = pairs.items[i];
    pairs.count = kept;
    return pairs;
}

void names_keep(timeline *t, const group_list *told, const entry_source *from,
                const timeline *old) {
    pairing_list pairs = pairs_of(told, from, old);
    bool *given = ARENA_ARRAY(from->owner, bool, old->entries.count + 1);
    bool *named = ARENA_ARRAY(from->owner, bool, t->entries.count + 1);
    for (size_t i = 0; i < pairs.count; i++) {
        pairing *p = &pairs.items[i];
        p->same_name = slice_equal(old->entries.items[p->old].id, t->entries.items[p->new].id);
    }
    if (pairs.count)
        qsort(pairs.items, pairs.count, sizeof *pairs.items, by_agreement);
    for (size_t i = 0; i < pairs.count; i++) {
        const pairing *p = &pairs.items[i];
        if (given[p->old] || named[p->new])
            continue;
        given[p->old] = named[p->new] = true;
        t->entries.items[p->new].id = old->entries.items[p->old].id;
        t->entries.items[p->new].uid = old->entries.items[p->old].uid;
    }
}

/* ---- Changes -------------------------------------------------------------------------------- */

static bool same_mentions(const timeline *t, const entry *a, const timeline *old, const entry *b) {
    if (a->mentions.count != b->mentions.count)
        return false;
    for (size_t i = 0; i < a->mentions.count; i++) {
        const entry_mention *m = &a->mentions.items[i], *n = &b->mentions.items[i];
        if (!slice_equal(m->quote, n->quote) ||
            !slice_equal(t->articles.items[m->article].id, old->articles.items[n->article].id))
            return false;
    }
    return true;
}

/* What a calendar shows of them is the same. */
static bool says_the_same(const timeline *t, const entry *a, const timeline *old, const entry *b) {
    return when_compare(a->when, b->when) == 0 && slice_equal(a->edtf, b->edtf) &&
           slice_equal(a->title, b->title) && a->status == b->status &&
           slice_equal(a->attribution, b->attribution) && same_mentions(t, a, old, b);
}

void changes_count(timeline *t, const timeline *old) {
    map *places = map_new(t->owner);
    for (size_t i = 0; i < old->entries.count; i++)
        *map_at(places, old->entries.items[i].id, i) = i;
    for (size_t i = 0; i < t->entries.count; i++) {
        entry *e = &t->entries.items[i];
        const size_t *found = map_find(places, e->id);
        const entry *before = found ? &old->entries.items[*found] : NULL;
        if (before)
            e->sequence = before->sequence + !says_the_same(t, e, old, before);
    }
}
