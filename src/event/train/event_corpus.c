/* SPDX-License-Identifier: MIT */
#include "event/train/event_corpus.h"

#include "base/json.h"
#include "base/map.h"
#include "base/utf8.h"

#include <stdio.h>

typedef struct link_reader {
    map *events;
    map *timexes;
    gold_document *out;
    arena *owner;
} link_reader;

/* The byte offset of a code point. */
static size_t byte_of(const size_t *offsets, size_t count, double point) {
    size_t at = point > 0 ? (size_t)point : 0;
    return offsets[at < count ? at : count];
}

static size_t *code_point_offsets(arena *a, slice text, size_t *count) {
    size_t *offsets = ARENA_ARRAY(a, size_t, text.length + 1);
    *count = 0;
    for (size_t at = 0; at < text.length;) {
        offsets[(*count)++] = at;
        utf8_decode(text, at, &at);
    }
    offsets[*count] = text.length;
    return offsets;
}

static event_class class_named(slice name) {
    for (unsigned class = 0; class < EVENT_CLASS_COUNT; class ++)
        if (slice_equal(name, event_class_name((event_class) class)))
            return (event_class) class;
    return EVENT_CLASS_OCCURRENCE;
}

static void read_spans(gold_document *d, const cJSON *line, link_reader *links, arena *a) {
    size_t count;
    const size_t *offsets = code_point_offsets(a, d->article.text, &count);
    const cJSON *one;
    cJSON_ArrayForEach(one, json_array_of(line, "events")) {
        *map_at(links->events, arena_copy(a, json_text(one, "eid")), 0) = d->events.count;
        gold_event *e = vector_push(&d->events, a);
        e->start = byte_of(offsets, count, json_number(one, "start", 0));
        e->end = byte_of(offsets, count, json_number(one, "end", 0));
        e->class = class_named(json_text(one, "class"));
    }
    cJSON_ArrayForEach(one, json_array_of(line, "timex")) {
        if (json_number(one, "start", -1) < 0)
            continue;
        *map_at(links->timexes, arena_copy(a, json_text(one, "tid")), 0) = d->timexes.count;
        *vector_push(&d->timexes, a) =
            (gold_timex){byte_of(offsets, count, json_number(one, "start", 0)),
                         byte_of(offsets, count, json_number(one, "end", 0))};
    }
}

static bool is_within(slice type, bool event_first) {
    return slice_equal(type, SLICE("SIMULTANEOUS")) || slice_equal(type, SLICE("DURING")) ||
           slice_equal(type, event_first ? SLICE("IS_INCLUDED") : SLICE("INCLUDES"));
}

static void read_link(const link_reader *links, const cJSON *link) {
    slice from = json_text(link, "from"), to = json_text(link, "to");
    const size_t *event_at = map_find(links->events, from);
    bool event_first = event_at != NULL;
    if (!event_at)
        event_at = map_find(links->events, to);
    const size_t *timex_at = map_find(links->timexes, event_first ? to : from);
    if (!event_at || !timex_at)
        return;
    gold_event *e = &links->out->events.items[*event_at];
    if (is_within(json_text(link, "relType"), event_first))
        *vector_push(&e->within, links->owner) = *timex_at;
    else
        *vector_push(&e->linked, links->owner) = *timex_at;
}

static void analyse(gold_document *d, arena *a) {
    const article *from = &d->article;
    timex_finder finder = {
        .text = from->text, .document = from->id, .published = from->published, .owner = a};
    for (size_t i = 0; i < from->block_count; i++) {
        sentence_list sentences = {0};
        sentences_split(from->text, from->blocks[i].start, from->blocks[i].end, a, &sentences);
        timexes_find(&finder, sentences.items, sentences.count, &d->found);
        for (size_t k = 0; k < sentences.count; k++) {
            sentence_analyse(from->text, &sentences.items[k], a);
            *vector_push(&d->sentences, a) = sentences.items[k];
        }
    }
}

static void read_document(const document *line, size_t number, arena *a, gold_list *out) {
    dateline_status status;
    size_t offset;
    diagnostics said = diagnostics_in(a);
    article_list articles = {0};
    articles_read(line, (moment){NO_DAY, NO_MINUTE, NO_ZONE}, a, &articles, &said);
    const cJSON *json = json_parse(a, line->bytes, &status, &offset);
    if (articles.count != 1 || !json) {
        fprintf(stderr, "%.*s:%zu: is no document\n", SLICE_ARGS(line->file), line->line);
        arena_fail(a, DATELINE_CANNOT_READ);
    }
    gold_document *d = vector_push(out, a);
    d->article = articles.items[0];
    d->held_back = number % HELD_BACK_EVERY == 0;
    link_reader links = {map_new(a), map_new(a), d, a};
    read_spans(d, json, &links, a);
    const cJSON *link;
    cJSON_ArrayForEach(link, json_array_of(json, "tlinks")) {
        read_link(&links, link);
    }
    analyse(d, a);
}

void gold_read(const char *path, arena *a, gold_list *out) {
    diagnostics said = diagnostics_in(a);
    source *inputs = source_new(a);
    dateline_status status = source_add(inputs, slice_of(path), &said);
    document line;
    size_t number = 0;
    while (status == DATELINE_OK && source_next(inputs, a, &line, &said))
        read_document(&line, ++number, a, out);
    if (!number) {
        fprintf(stderr, "%s: holds no document\n", path);
        arena_fail(a, DATELINE_CANNOT_READ);
    }
}

size_t gold_sentence_timexes(const gold_document *d, const sentence *s, size_t *first) {
    while (*first < d->found.count && d->found.items[*first].end <= s->start)
        ++*first;
    size_t end = *first;
    while (end < d->found.count && d->found.items[end].start < s->end)
        end++;
    return end - *first;
}
