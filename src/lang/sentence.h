/* SPDX-License-Identifier: MIT */
/*
 * Sentences and their words. Splitting is cheap and done for a whole text; words are found only in
 * the sentences that need it, which the caller decides. Offsets are bytes of the article's text.
 */
#ifndef LANG_SENTENCE_H
#define LANG_SENTENCE_H

#include "base/vector.h"
#include "lang/relation.h"
#include "lang/tags.h"
#include "lang/words.h"

/* What a word is in its sentence. */
typedef enum part_of_speech {
    POS_OTHER,
    POS_PUNCTUATION,
    POS_NUMBER,
    POS_NOUN,
    POS_PROPER, /* a name, or a part of one */
    POS_PRONOUN,
    POS_DETERMINER, /* the possessives among them */
    POS_ADJECTIVE,
    POS_ADVERB,
    POS_PREPOSITION, /* "after", "since" before a clause too */
    POS_TO,          /* before a verb */
    POS_COORDINATOR,
    POS_SUBORDINATOR,
    POS_RELATIVE,
    POS_AUXILIARY,  /* be, have, do and modals before a verb */
    POS_PAST,       /* finite */
    POS_PRESENT,    /* finite */
    POS_BASE,       /* infinitive, or after a modal */
    POS_PARTICIPLE, /* past */
    POS_GERUND      /* -ing */
} part_of_speech;

typedef struct token {
    size_t start;
    size_t end;
    word_classes classes;
    penn_tag tag;
    universal_tag universal;
    part_of_speech pos;
    relation relation; /* to its head; with the head, filled by sentence_parse() */
    uint32_t head;     /* the token that it depends on, or TOKEN_ROOT */
} token;

#define TOKEN_ROOT UINT32_MAX

typedef struct sentence {
    size_t start;
    size_t end;
    token *tokens; /* NULL until cut or analysed */
    size_t token_count;
    bool untagged;  /* the words are cut, but what they are in the sentence is not yet told, */
    bool told_part; /* or of a part of them only */
    bool parsed;    /* heads and relations are told */
} sentence;

typedef VECTOR(sentence) sentence_list;

static inline slice token_text(slice text, const token *t) {
    return slice_range(text, t->start, t->end);
}

/* A quotation mark of any shape. */
static inline bool slice_is_quote(slice word) {
    return slice_equal(word, SLICE("\"")) || slice_equal(word, SLICE("“")) ||
           slice_equal(word, SLICE("”")) || slice_equal(word, SLICE("″")) ||
           slice_equal(word, SLICE("''")) || slice_equal(word, SLICE("``")) ||
           slice_equal(word, SLICE("‘‘")) || slice_equal(word, SLICE("’’"));
}

static inline bool pos_is_finite(part_of_speech pos) {
    return pos == POS_PAST || pos == POS_PRESENT;
}

static inline bool pos_is_verb(part_of_speech pos) {
    return pos >= POS_PAST;
}

static inline bool pos_is_nominal(part_of_speech pos) {
    return pos == POS_NOUN || pos == POS_PROPER || pos == POS_PRONOUN;
}

/* Bytes of a sentence, which is cut there: what looks at a whole sentence may be quadratic. */
#define LONGEST_SENTENCE 10000

/* Adds the sentences between two offsets (a block) to the list. */
void sentences_split(slice text, size_t start, size_t end, arena *a, sentence_list *out);

/* Finds the words of a sentence and what each can be by itself, which costs little. */
void sentence_cut(slice text, sentence *s, arena *a);

/* Finds the words of a sentence, cut or not, and what they are. Again does nothing. */
void sentence_analyse(slice text, sentence *s, arena *a);

/*
 * Finds what the words from `first` up to `end` are, by those near them: seldom something else than
 * by the whole sentence, which costs more. The others are as they were. The second time the
 * sentence is analysed, so that none is tagged again and again; one that is analysed is left as it
 * is.
 */
void sentence_analyse_near(slice text, sentence *s, size_t first, size_t end, arena *a);

/* The word as dictionaries have it: "go" of "went", "be" of "'s". In the text or in the arena. */
slice token_lemma(slice text, const token *t, arena *a);

#endif
