/* SPDX-License-Identifier: MIT */
#include "timeline/digest_words.h"

#include "base/buffer.h"
#include "timeline/sources.h"

#include <stdlib.h>

static slice titles_of(const timeline *t, arena *a) {
    buffer words = buffer_in(a);
    for (size_t i = 0; i < t->articles.count; i++) {
        buffer_add(&words, t->articles.items[i].title);
        buffer_add_char(&words, '\n');
    }
    return buffer_slice(&words);
}

static void add_reference(digest_words *w, size_t of, day_span days, const stem_set *stems,
                          stem_set *seen, arena *a) {
    reference *r = vector_push(&w->references, a);
    *r = (reference){days, of, false};
    for (size_t i = 0; i < stems->count; i++) {
        uint32_t *place = w->about.count ? bsearch(&stems->items[i], w->about.items, w->about.count,
                                                   sizeof *place, stem_compare)
                                         : NULL;
        if (!place)
            continue;
        r->on_topic = true;
        *vector_push(&seen[of], a) = *place;
    }
}

static int by_days(const void *left, const void *right) {
    const reference *a = left, *b = right;
    if (a->days.first != b->days.first)
        return a->days.first < b->days.first ? -1 : 1;
    if (a->days.last != b->days.last)
        return a->days.last < b->days.last ? -1 : 1;
    return a->article < b->article ? -1 : a->article > b->article;
}

/* The words of the entries are counted first: what a stem weighs rests on all of them. */
static void read_entries(digest_words *w, arena *a) {
    const timeline *t = w->timeline;
    w->quotes = ARENA_ARRAY(a, stem_set *, t->entries.count);
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        w->quotes[i] = ARENA_ARRAY(a, stem_set, e->mentions.count);
        for (size_t k = 0; k < e->mentions.count; k++)
            w->quotes[i][k] = stems_of(w->stems, e->mentions.items[k].quote, true);
    }
}

static void refer(digest_words *w, arena *a) {
    const timeline *t = w->timeline;
    stem_set *seen = ARENA_ARRAY(a, stem_set, t->articles.count);
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        for (size_t k = 0; k < e->mentions.count; k++)
            add_reference(w, e->mentions.items[k].article, e->when.days, &w->quotes[i][k], seen, a);
    }
    for (size_t i = 0; i < t->untold.count; i++) {
        const untold *u = &t->untold.items[i];
        stem_set stems = stems_of(w->stems, u->quote, false);
        add_reference(w, u->article, u->days, &stems, seen, a);
    }
    if (w->references.count)
        qsort(w->references.items, w->references.count, sizeof *w->references.items, by_days);
    for (size_t i = 0; i < t->articles.count; i++) {
        stem_set_unite(&seen[i]);
        w->topic[i] = share_of(w->stems, &w->about, &seen[i]);
    }
}

digest_words *digest_words_of(const timeline *t, slice about, arena *a) {
    digest_words *w = ARENA_NEW(a, digest_words);
    w->timeline = t;
    w->stems = stemmer_new(stem_lexicon_new(a), a);
    w->about = stems_of(w->stems, about.length ? about : titles_of(t, a), false);
    w->sources = sources_of(t->articles.items, t->articles.count, a);
    w->topic = ARENA_ARRAY(a, double, t->articles.count);
    read_entries(w, a);
    refer(w, a);
    return w;
}
