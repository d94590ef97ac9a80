/* SPDX-License-Identifier: MIT */
#include "event/seen_words.h"

#define LONGEST_SUFFIX 4
#define LONGEST_SEEN   64 /* what is longer is looked at up to here */

const seen_word no_seen_word = {0};

enum { SHAPE_LOWER, SHAPE_CAPITAL, SHAPE_CAPITALS, SHAPE_DIGITS, SHAPE_MIXED };

static uint8_t shape_of(slice word) {
    size_t capitals = 0, digits = 0, lower = 0;
    for (size_t i = 0; i < word.length; i++) {
        capitals += ascii_is_upper(word.data[i]);
        digits += ascii_is_digit(word.data[i]);
        lower += word.data[i] >= 'a' && word.data[i] <= 'z';
    }
    if (digits)
        return digits == word.length ? SHAPE_DIGITS : SHAPE_MIXED;
    if (!capitals)
        return SHAPE_LOWER;
    if (!lower && capitals > 1)
        return SHAPE_CAPITALS;
    return ascii_is_upper(word.data[0]) ? SHAPE_CAPITAL : SHAPE_MIXED;
}

/* In lower case; longer words up to here. */
static size_t lower(slice word, char letters[LONGEST_SEEN]) {
    size_t length = word.length < LONGEST_SEEN ? word.length : LONGEST_SEEN;
    for (size_t i = 0; i < length; i++)
        letters[i] = ascii_lower(word.data[i]);
    return length;
}

/* Words whose lemma is another word, most of the time. */
static bool is_inflected(penn_tag tag) {
    return tag == PENN_VBD || tag == PENN_VBN || tag == PENN_VBG || tag == PENN_VBZ ||
           tag == PENN_NNS;
}

static uint64_t lemma_of(slice text, const token *t, arena *scratch) {
    char letters[LONGEST_SEEN];
    arena_mark mark = arena_now(scratch);
    size_t length = lower(token_lemma(text, t, scratch), letters);
    arena_rewind(scratch, mark);
    return slice_hash((slice){letters, length});
}

/* All but what the word means. */
static seen_word word_see(slice text, const token *t, arena *scratch) {
    char letters[LONGEST_SEEN];
    slice word = token_text(text, t);
    size_t length = lower(word, letters);
    seen_word w = {.form = slice_hash((slice){letters, length}),
                   .tag = (uint8_t)t->pos,
                   .shape = shape_of(word)};
    uint32_t suffix = 0;
    for (size_t i = 0; i < LONGEST_SUFFIX && i < length; i++) {
        suffix = suffix << 8 | (uint8_t)letters[length - 1 - i];
        if (i)
            w.suffixes[i - 1] = suffix;
    }
    w.lemma = is_inflected(t->tag) ? lemma_of(text, t, scratch) : w.form;
    senses_ask(w.lemma);
    return w;
}

static bool joins_clauses(part_of_speech pos) {
    return pos == POS_RELATIVE || pos == POS_SUBORDINATOR || pos == POS_COORDINATOR;
}

seen_sentence sentence_see(slice text, const sentence *s, const timex *timexes, size_t timex_count,
                           arena *a, seen_word_list *room) {
    room->count = 0;
    bool quoted = false;
    size_t next = 0;
    uint32_t verbs = 0, marks = 0, joins = 0;
    for (size_t i = 0; i < s->token_count; i++) {
        const token *t = &s->tokens[i];
        seen_word *w = vector_push(room, a);
        *w = word_see(text, t, a);
        if (slice_is_quote(token_text(text, t)))
            quoted = !quoted;
        w->quoted = quoted;
        while (next < timex_count && timexes[next].end <= t->start)
            next++;
        w->timex = next < timex_count && timexes[next].start < t->end;
        w->verbs = verbs;
        w->marks = marks;
        w->joins = joins;
        verbs += pos_is_verb(t->pos);
        marks += t->pos == POS_PUNCTUATION;
        joins += joins_clauses(t->pos);
    }
    for (size_t i = 0; i < room->count; i++) {
        room->items[i].senses = senses_of(room->items[i].lemma);
        room->items[i].kinds = kinds_of(room->items[i].lemma);
    }
    return (seen_sentence){text, s, room->items, s->token_count};
}
