/* SPDX-License-Identifier: MIT */
#include "lang/train/lessons.h"
#include "lang/conllu.h"
#include "read/stream.h"

#include <stdlib.h>

/* A word seen once in training is hidden this often; one seen n times, RARE / (RARE + n). */
static const float RARE = 0.25f;

static bool read_whole(const char *path, arena *a, slice *bytes) {
    stream *s = stream_new(a);
    buffer whole = buffer_in(a);
    if (!stream_open(s, path))
        return false;
    for (slice next; (next = stream_peek(s, 1)).length; stream_skip(s, next.length))
        buffer_add(&whole, next);
    *bytes = buffer_slice(&whole);
    return stream_result(s) == STREAM_GOOD;
}

static lesson_word lesson_word_of(const conllu_word *w, bool is_first) {
    parser_features features = parser_features_of(w->form, is_first);
    penn_tag penn = penn_tag_named(w->xpos);
    universal_tag universal = universal_tag_named(w->upos);
    lesson_word word = {
        .word = features.word,
        .tag = (uint16_t)(penn < PENN_TAG_COUNT ? PARSER_PENN_ROW + penn : 0),
        .broad_tag =
            (uint16_t)(universal < UNIVERSAL_TAG_COUNT ? PARSER_UNIVERSAL_ROW + universal : 0),
        .right_tag = (uint8_t)penn,
        .right_broad_tag = (uint8_t)universal,
        .head = (uint16_t)w->head,
        .relation = (uint16_t)relation_named(w->relation)};
    memcpy(word.affixes, features.affixes, sizeof word.affixes);
    return word;
}

bool lessons_read(const char *path, arena *a, lesson_list *out) {
    slice bytes;
    if (!read_whole(path, a, &bytes))
        return false;
    conllu_reader reader = conllu_reader_of(bytes, slice_of(path), NULL);
    for (conllu_sentence s; conllu_next(&reader, a, &s);) {
        lesson l = {ARENA_ARRAY(a, lesson_word, s.words.count), s.words.count};
        for (size_t i = 0; i < l.count; i++)
            l.words[i] = lesson_word_of(&s.words.items[i], i == 0);
        /* Longer ones would need heads that a lesson's word has no room for; there are none. */
        if (l.count <= UINT16_MAX)
            *vector_push(out, a) = l;
    }
    return true;
}

void raw_text_add_words(const corpus *raw, arena *a, word_stream *out) {
    for (size_t s = 0; s < raw->count; s++) {
        for (size_t i = 0; i < raw->items[s].count; i++)
            *vector_push(out, a) = parser_features_of(raw->items[s].words[i].form, false).word;
        *vector_push(out, a) = 0;
    }
}

void lessons_add_words(const lesson_list *lessons, arena *a, word_stream *out) {
    for (size_t s = 0; s < lessons->count; s++) {
        for (size_t i = 0; i < lessons->items[s].count; i++)
            *vector_push(out, a) = lessons->items[s].words[i].word;
        *vector_push(out, a) = 0;
    }
}

static int by_number(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* Puts equal hashes together and counts them, in place. */
static vocabulary count_words(uint32_t *hashes, size_t count, arena *a) {
    vocabulary v = {.hashes = hashes, .counts = ARENA_ARRAY(a, uint32_t, count)};
    qsort(hashes, count, sizeof *hashes, by_number);
    for (size_t i = 0; i < count; i++) {
        if (hashes[i] == 0)
            continue;
        if (v.count == 0 || v.hashes[v.count - 1] != hashes[i])
            v.hashes[v.count++] = hashes[i];
        v.counts[v.count - 1]++;
    }
    return v;
}

uint32_t vocabulary_row(const vocabulary *v, uint32_t hash) {
    size_t low = 0, high = v->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (v->hashes[middle] < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < v->count && v->hashes[low] == hash ? (uint32_t)low + 1 : 0;
}

vocabulary vocabulary_of(const lesson_list *lessons, const word_stream *raw, size_t least,
                         arena *a) {
    word_stream learnt = {0};
    lessons_add_words(lessons, a, &learnt);
    vocabulary known = count_words(learnt.items, learnt.count, a);
    uint32_t *copy = ARENA_ARRAY(a, uint32_t, raw->count);
    memcpy(copy, raw->items, raw->count * sizeof *copy);
    vocabulary all = count_words(copy, raw->count, a);
    vocabulary chosen = {.hashes = all.hashes, .counts = all.counts};
    for (size_t i = 0; i < all.count; i++) {
        uint32_t row = vocabulary_row(&known, all.hashes[i]);
        if (!row && all.counts[i] < least)
            continue;
        chosen.counts[chosen.count] = row ? known.counts[row - 1] : 0;
        chosen.hashes[chosen.count++] = all.hashes[i];
    }
    return chosen;
}

void lessons_take_rows(const lesson_list *lessons, const vocabulary *v) {
    for (size_t s = 0; s < lessons->count; s++) {
        for (size_t i = 0; i < lessons->items[s].count; i++) {
            lesson_word *w = &lessons->items[s].words[i];
            w->word = vocabulary_row(v, w->word);
            w->hide = w->word ? RARE / (RARE + (float)v->counts[w->word - 1]) : 0;
        }
    }
}
