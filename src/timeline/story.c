/* SPDX-License-Identifier: MIT */
#include "timeline/story.h"

#include "base/map.h"
#include "timeline/sketch.h"

#include <stdlib.h>

#define ARTICLES_PER_REST 50000 /* with their texts some 300 MB */
/* Articles that are asked for before they are looked at, where what they tell is not too much. */
#define ARTICLES_AHEAD   64
#define LARGEST_EXPECTED ((size_t)1 << 20)

/* As many as there are, in one piece. */
static mention_list copy_mentions(arena *a, const mention_list *from) {
    mention_list copy = {.count = from->count, .capacity = from->count};
    if (from->count)
        copy.items = ARENA_ARRAY(a, mention, from->count);
    for (size_t i = 0; i < from->count; i++)
        copy.items[i] = mention_copy(a, &from->items[i]);
    return copy;
}

story_article story_article_facts(arena *a, const story_article *from) {
    const timeline_article *about = &from->about;
    return (story_article){
        .about = {.id = arena_copy(a, about->id),
                  .file = arena_copy(a, about->file),
                  .url = arena_copy(a, about->url),
                  .title = arena_copy(a, about->title),
                  .publisher = arena_copy(a, about->publisher),
                  .published = about->published,
                  .published_from = about->published_from,
                  .copy_of = arena_copy(a, about->copy_of)},
        .digest = arena_copy(a, from->digest),
        .lead = arena_copy(a, from->lead),
        .sketch = arena_copy(a, from->sketch),
        .twin = SIZE_MAX,
    };
}

void story_take(story *s, const story_article *from) {
    story_article added = story_article_facts(s->owner, from);
    added.mentions = copy_mentions(s->texts, &from->mentions);
    added.untitled = copy_mentions(s->texts, &from->untitled);
    added.lines = arena_copy(s->texts, from->lines);
    *vector_push(&s->articles, s->owner) = added;
}

/* The first sentence of the first told paragraph, of which no more is split than may belong to it.
 */
static slice lead_of(const article *about, arena *a) {
    for (size_t i = 0; i < about->block_count; i++) {
        const block *b = &about->blocks[i];
        if (b->kind != BLOCK_PARAGRAPH)
            continue;
        sentence_list sentences = {0};
        size_t most = 2 * LONGEST_SENTENCE;
        size_t end = b->end - b->start > most ? b->start + most : b->end;
        sentences_split(about->text, b->start, end, a, &sentences);
        if (sentences.count)
            return slice_range(about->text, sentences.items[0].start, sentences.items[0].end);
    }
    return (slice){"", 0};
}

void story_add(story *s, const article *about, const mention_list *mentions,
               const mention_list *untitled) {
    story_article facts = {
        .about = {about->id, about->file, about->url, about->title, about->publisher,
                  about->published, about->published_from, (slice){"", 0}},
        .digest = slice_of(about->digest),
        .lead = lead_of(about, s->owner),
        .sketch = sketch_of(about, s->owner),
        .mentions = *mentions,
    };
    if (untitled)
        facts.untitled = *untitled;
    story_take(s, &facts);
}

/* What an article tells lies in one piece, its lines last; but where a block of memory ended. */
static void expect(const story *s, const story_article *one) {
    const mention_list *first = one->mentions.count ? &one->mentions : &one->untitled;
    uintptr_t start = (uintptr_t)first->items;
    uintptr_t end = (uintptr_t)one->lines.data + one->lines.length;
    if (first->count && start < end && end - start < LARGEST_EXPECTED)
        arena_expect(s->texts, first->items, end - start);
}

void story_pass(const story *s, size_t passed) {
    if (!passed)
        arena_pass(s->texts);
    if (passed + ARTICLES_AHEAD < s->articles.count)
        expect(s, &s->articles.items[passed + ARTICLES_AHEAD]);
    if (passed % ARTICLES_PER_REST == ARTICLES_PER_REST - 1)
        arena_rest(s->texts);
}

static int compare_articles(const void *left, const void *right) {
    const story_article *a = left, *b = right;
    if (a->about.published.day != b->about.published.day)
        return a->about.published.day < b->about.published.day ? -1 : 1;
    if (a->about.published.minute != b->about.published.minute)
        return a->about.published.minute < b->about.published.minute ? -1 : 1;
    int order = slice_compare(a->about.id, b->about.id);
    if (!order)
        order = slice_compare(a->digest, b->digest);
    return order ? order : slice_compare(a->about.file, b->about.file);
}

static void drop_repeated(story *s, arena *scratch, diagnostics *said) {
    map *seen = map_new(scratch);
    size_t kept = 0;
    for (size_t i = 0; i < s->articles.count; i++) {
        story_article *one = &s->articles.items[i];
        size_t *times = map_at(seen, one->digest, 0);
        if (++*times > 1)
            diagnose(said, DATELINE_REPEATED, DATELINE_NOTE, one->about.file, DATELINE_NO_OFFSET,
                     "article \"%.*s\" was given twice; it is used once",
                     SLICE_ARGS(one->about.id));
        else
            s->articles.items[kept++] = *one;
    }
    s->articles.count = kept;
}

/* The articles are in order, so which one keeps the id does not depend on how they were given. */
static void rename_namesakes(story *s, arena *scratch, diagnostics *said) {
    map *seen = map_new(scratch);
    for (size_t i = 0; i < s->articles.count; i++) {
        timeline_article *about = &s->articles.items[i].about;
        size_t times = ++*map_at(seen, about->id, 0);
        if (times == 1)
            continue;
        slice id = about->id;
        do
            about->id = arena_format(s->owner, "%.*s~%zu", SLICE_ARGS(id), times++);
        while (map_find(seen, about->id));
        *map_at(seen, about->id, 0) = 1;
        diagnose(said, DATELINE_SAME_NAME, DATELINE_NOTE, about->file, DATELINE_NO_OFFSET,
                 "article \"%.*s\" has the id of another; it is called \"%.*s\"", SLICE_ARGS(id),
                 SLICE_ARGS(about->id));
    }
}

void story_order(story *s) {
    if (s->articles.count)
        qsort(s->articles.items, s->articles.count, sizeof *s->articles.items, compare_articles);
}

void story_sort(story *s, arena *scratch, diagnostics *said) {
    story_order(s);
    drop_repeated(s, scratch, said);
    rename_namesakes(s, scratch, said);
}
