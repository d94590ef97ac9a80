/* SPDX-License-Identifier: MIT */
#include "timeline/copies.h"

#include "base/map.h"
#include "timeline/sketch.h"

/* Articles with so much in common are copies if they appear within so many days; with more than
 * that the words are the same whenever they appear. Between them lie the weekly article that says
 * nearly the same each time, and the story retold with its news. */
#define COPY_RESEMBLANCE 0.4
#define COPY_DAYS        3
#define SAME_TEXT        0.8
/* Places of a sketch that make one part of it. Texts at COPY_RESEMBLANCE share one of the 42 parts
 * with a probability of .94, texts at .1 with one of .04. */
#define PART_PLACES 3
#define PARTS       (SKETCH_PLACES / PART_PLACES)

/* An article while copies are looked for. */
typedef struct candidate {
    story_article *article;
    uint8_t sketch[SKETCH_PLACES];
    size_t likest; /* of the candidates before it; itself where none is alike */
    double resemblance;
    size_t first; /* of its family */
} candidate;
typedef VECTOR(candidate) candidate_list;

/* The articles with a sketch, the dated ones first, so that these lead the families. */
static void gather(story *s, bool dated, candidate_list *into, arena *a) {
    for (size_t i = 0; i < s->articles.count; i++) {
        story_article *one = &s->articles.items[i];
        candidate c = {.article = one, .likest = into->count, .first = into->count};
        if ((one->about.published.day != NO_DAY) == dated && sketch_read(one->sketch, c.sketch))
            *vector_push(into, a) = c;
    }
}

/* The resemblance of two copies; 0 where they are none of each other. */
static double copy_resemblance(const candidate *a, const candidate *b) {
    day_number day_a = a->article->about.published.day, day_b = b->article->about.published.day;
    bool near = day_a == NO_DAY || day_b == NO_DAY ||
                (day_a - day_b <= COPY_DAYS && day_b - day_a <= COPY_DAYS);
    double resemblance = sketch_resemblance(a->sketch, b->sketch);
    return resemblance >= (near ? COPY_RESEMBLANCE : SAME_TEXT) ? resemblance : 0;
}

/* Compares each with the first before it that has the same part. */
static void compare_by_part(candidate_list *all, size_t part, arena *a) {
    arena_mark mark = arena_now(a);
    map *firsts = map_new(a);
    for (size_t i = 0; i < all->count; i++) {
        candidate *own = &all->items[i];
        slice key = {(const char *)own->sketch + part * PART_PLACES, PART_PLACES};
        size_t *first = map_at(firsts, key, i);
        if (*first == i)
            continue;
        double resemblance = copy_resemblance(own, &all->items[*first]);
        bool better = resemblance > own->resemblance ||
                      (resemblance >= own->resemblance && *first < own->likest);
        if (resemblance > 0 && better) {
            own->likest = *first;
            own->resemblance = resemblance;
        }
        if (resemblance <= 0)
            *first = i;
    }
    arena_rewind(a, mark);
}

void copies_find(story *s, arena *scratch, diagnostics *said) {
    candidate_list all = {0};
    gather(s, true, &all, scratch);
    gather(s, false, &all, scratch);
    for (size_t part = 0; part < PARTS; part++)
        compare_by_part(&all, part, scratch);
    for (size_t i = 0; i < all.count; i++) {
        candidate *own = &all.items[i];
        if (own->likest == i)
            continue;
        own->article->twin = (size_t)(all.items[own->likest].article - s->articles.items);
        const candidate *first = &all.items[all.items[own->likest].first];
        if (copy_resemblance(own, first) <= 0)
            continue;
        own->first = all.items[own->likest].first;
        own->article->about.copy_of = first->article->about.id;
        diagnose(said, DATELINE_REPEATED, DATELINE_NOTE, own->article->about.file,
                 DATELINE_NO_OFFSET,
                 "article \"%.*s\" is a near copy of \"%.*s\"; they count as one source",
                 SLICE_ARGS(own->article->about.id), SLICE_ARGS(first->article->about.id));
    }
}
