/* SPDX-License-Identifier: MIT */
/* Both sides of the limits of sentences and words. */
#include "base/buffer.h"
#include "lang/parser.h"
#include "lang/sentence.h"
#include "lang/tagger.h"
#include "lang/words.h"
#include "support/check.h"
#include "support/repeated.h"

static size_t sentences_in(arena *a, slice text) {
    sentence_list found = {0};
    sentences_split(text, 0, text.length, a, &found);
    return found.count;
}

static void long_sentences(arena *a) {
    CHECK_INT(sentences_in(a, repeated(a, "", "word ", 2000, "")),
              1); /* and a space behind the last */
    CHECK_INT(sentences_in(a, repeated(a, "", "a", 10000, "")), 1);
    CHECK_INT(sentences_in(a, repeated(a, "", "a", 10001, "")), 2);
}

/* Behind more brackets than that a full stop ends no sentence. */
static void many_brackets_behind_a_stop(arena *a) {
    for (size_t count = 8; count <= 9; count++) {
        slice text =
            arena_format(a, "It fell.%.*s It rose.", SLICE_ARGS(repeated(a, "", ")", count, "")));
        CHECK_INT(sentences_in(a, text), count == 8 ? 2 : 1);
    }
}

/* What is tagged in two pieces is tagged as either alone. */
static void long_runs_are_tagged_in_pieces(arena *a) {
    enum { COUNT = TAGGER_LONGEST + 2 };
    static const slice words[] = {SLICE("men"), SLICE("eat"), SLICE("and"), SLICE("watch")};
    tagger_model m = tagger_of_library(a);
    slice all[COUNT];
    tagger_label whole[COUNT], parts[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        all[i] = words[i % 3 + i % 2];
    words_tag(&m, all, COUNT, a, whole);
    words_tag(&m, all, TAGGER_LONGEST, a, parts);
    words_tag(&m, all + TAGGER_LONGEST, COUNT - TAGGER_LONGEST, a, parts + TAGGER_LONGEST);
    CHECK(memcmp(whole, parts, sizeof whole) == 0);
}

/* The root of the second piece hangs on that of the first. */
static void long_sentences_are_parsed_in_pieces(arena *a) {
    for (size_t count = PARSER_LONGEST; count <= PARSER_LONGEST + 1; count++) {
        slice text = repeated(a, "", "boats ", count, "");
        sentence s = {.start = 0, .end = text.length};
        sentence_parse(text, &s, a);
        CHECK_INT(s.token_count, count);
        const token *last = &s.tokens[count - 1];
        bool hung = last->relation == RELATION_PARATAXIS && last->head < PARSER_LONGEST &&
                    s.tokens[last->head].head == TOKEN_ROOT;
        CHECK(hung || count == PARSER_LONGEST);
    }
}

int main(void) {
    RUN_IN_ARENA(long_sentences);
    RUN_IN_ARENA(many_brackets_behind_a_stop);
    RUN_IN_ARENA(long_runs_are_tagged_in_pieces);
    RUN_IN_ARENA(long_sentences_are_parsed_in_pieces);
    return tests_end();
}
