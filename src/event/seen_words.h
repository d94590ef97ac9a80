/* SPDX-License-Identifier: MIT */
/*
 * The words of a sentence as the models of this step see them: numbers in place of letters, made
 * once for a sentence and then asked for by many features.
 */
#ifndef EVENT_SEEN_WORDS_H
#define EVENT_SEEN_WORDS_H

#include "event/senses.h"
#include "time/timex.h"

typedef struct seen_word {
    uint64_t form; /* hashes, of lower-case letters */
    uint64_t lemma;
    uint32_t suffixes[3]; /* of two, three and four letters, as numbers; 0 where it is shorter */
    word_senses senses;
    word_kinds kinds;
    uint8_t tag; /* its part_of_speech when the sentence was looked at */
    uint8_t shape;
    bool quoted;
    bool timex;     /* is part of a time expression */
    uint32_t verbs; /* how many stand before it in the sentence */
    uint32_t marks; /* of punctuation */
    uint32_t joins; /* words that begin clauses */
} seen_word;

/* What stands before and behind a sentence. */
extern const seen_word no_seen_word;

typedef struct seen_sentence {
    slice text;
    const sentence *sentence;
    const seen_word *words;
    size_t count;
} seen_sentence;

typedef VECTOR(seen_word) seen_word_list;

/*
 * Looks at an analysed sentence, of which `timexes` (`timex_count` of them) are the time
 * expressions. The words are kept in `room`, which a sentence after the other may use.
 */
seen_sentence sentence_see(slice text, const sentence *s, const timex *timexes, size_t timex_count,
                           arena *a, seen_word_list *room);

/* The word at that place, which may lie outside of the sentence. */
static inline const seen_word *seen_at(const seen_sentence *v, size_t at) {
    return at < v->count ? &v->words[at] : &no_seen_word;
}

#endif
