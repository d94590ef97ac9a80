/* SPDX-License-Identifier: MIT */
#include "lang/train/corpus.h"

#include "base/json.h"
#include "lang/conllu.h"
#include "lang/tokenise.h"
#include "read/stream.h"

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

bool corpus_read(const char *path, arena *a, corpus *out) {
    slice bytes;
    if (!read_whole(path, a, &bytes))
        return false;
    conllu_reader reader = conllu_reader_of(bytes, slice_of(path), NULL);
    for (conllu_sentence s; conllu_next(&reader, a, &s);) {
        corpus_sentence read = {ARENA_ARRAY(a, corpus_word, s.words.count), s.words.count};
        for (size_t i = 0; i < s.words.count; i++) {
            const conllu_word *w = &s.words.items[i];
            penn_tag penn = penn_tag_named(w->xpos);
            universal_tag universal = universal_tag_named(w->upos);
            read.words[i] =
                (corpus_word){w->form,
                              w->lemma,
                              {penn < PENN_TAG_COUNT ? (uint8_t)penn : PENN_FW,
                               universal < UNIVERSAL_TAG_COUNT ? (uint8_t)universal : UNIVERSAL_X}};
        }
        *vector_push(out, a) = read;
    }
    return true;
}

static void add_sentence(slice text, const sentence *s, arena *a, corpus *out) {
    token_list tokens = {0};
    tokenise(text, s->start, s->end, a, &tokens);
    corpus_sentence words = {ARENA_ARRAY(a, corpus_word, tokens.count), tokens.count};
    for (size_t i = 0; i < tokens.count; i++)
        words.words[i].form = token_text(text, &tokens.items[i]);
    if (words.count)
        *vector_push(out, a) = words;
}

bool corpus_read_articles(const char *path, arena *a, corpus *out) {
    slice bytes;
    bool good = read_whole(path, a, &bytes);
    for (size_t start = 0, end; good && start < bytes.length; start = end + 1) {
        dateline_status status;
        size_t offset;
        end = slice_find(bytes, SLICE("\n"), start);
        end = end < bytes.length ? end : bytes.length;
        cJSON *article = json_parse(a, slice_range(bytes, start, end), &status, &offset);
        slice text = article ? json_text(article, "text") : SLICE("");
        good = end == start || article;
        sentence_list sentences = {0};
        for (size_t line = 0, stop; line < text.length; line = stop + 1) {
            stop = slice_find(text, SLICE("\n"), line);
            stop = stop < text.length ? stop : text.length;
            sentences_split(text, line, stop, a, &sentences);
        }
        for (size_t i = 0; i < sentences.count; i++)
            add_sentence(text, &sentences.items[i], a, out);
    }
    return good;
}
