/* SPDX-License-Identifier: MIT */
/*
 * Parts of speech by rule: the word's listed classes, its ending, its capital, and what stands
 * before it. Good enough to find finite verbs and names; a trained tagger is to take this place.
 */
#include "lang/tokenise.h"

#define LONGEST_SEARCH 4 /* tokens between an auxiliary and its verb: "was, he said, killed" */

static bool is_capitalised(slice word) {
    return word.length && (ascii_is_upper(word.data[0]) || (unsigned char)word.data[0] >= 0xC3);
}

static bool is_number(slice word) {
    return word.length && (ascii_is_digit(word.data[0]) ||
                           (word.data[0] == '$' && word.length > 1));
}

static bool is_punctuation(slice word) {
    unsigned char c = (unsigned char)word.data[0];
    bool sign = !ascii_is_letter(word.data[0]) && !ascii_is_digit(word.data[0]) && c < 0x80;
    bool general = word.length >= 3 && c == 0xE2 && ((unsigned char)word.data[1] == 0x80);
    return (sign && !(word.length > 1 && ascii_is_letter(word.data[1]))) || general;
}

static bool ends_in(slice word, const char *suffix) {
    return word.length > strlen(suffix) + 2 && slice_ends_with(word, slice_of(suffix));
}

/* The auxiliary that governs the word at `at`, looking back over adverbs and "not"; or NULL. */
static const token *governing_auxiliary(const token *tokens, size_t at) {
    for (size_t back = 1; back <= LONGEST_SEARCH && back <= at; back++) {
        const token *t = &tokens[at - back];
        if (word_is(t->classes, BE) || word_is(t->classes, HAVE) || word_is(t->classes, DO) ||
            word_is(t->classes, MODAL))
            return t;
        bool may_stand_between = word_is(t->classes, ADVERB) || word_is(t->classes, NEGATION) ||
                                 t->pos == POS_ADVERB || t->pos == POS_PARTICIPLE ||
                                 t->pos == POS_COORDINATOR;
        if (!may_stand_between)
            return NULL;
    }
    return NULL;
}

/* A form in -ed (or one that is both past and participle): which is it here? */
static part_of_speech past_or_participle(slice text, const token *tokens, size_t count, size_t at) {
    const token *auxiliary = governing_auxiliary(tokens, at);
    if (auxiliary && (word_is(auxiliary->classes, BE) || word_is(auxiliary->classes, HAVE)))
        return POS_PARTICIPLE;
    slice next = at + 1 < count ? token_text(text, &tokens[at + 1]) : SLICE("");
    part_of_speech before = at ? tokens[at - 1].pos : POS_OTHER;
    if (before == POS_DETERMINER || before == POS_ADJECTIVE || before == POS_PREPOSITION ||
        before == POS_NUMBER)
        return POS_PARTICIPLE;
    bool agent_follows = slice_equal_nocase(next, SLICE("by"));
    if (agent_follows && !word_is(tokens[at].classes, SAY))
        return POS_PARTICIPLE;
    return POS_PAST;
}

/* Words in -ed, listed pasts and participles. */
static part_of_speech verb_form(slice text, const token *tokens, size_t count, size_t at) {
    word_classes classes = tokens[at].classes;
    bool past = word_is(classes, PAST), participle = word_is(classes, PARTICIPLE);
    if (past && !participle)
        return POS_PAST;
    if (participle && !past)
        return POS_PARTICIPLE;
    return past_or_participle(text, tokens, count, at);
}

static part_of_speech auxiliary_form(const token *tokens, size_t count, size_t at) {
    word_classes classes = tokens[at].classes;
    if (word_is(classes, MODAL))
        return POS_AUXILIARY;
    for (size_t i = at + 1; i < count && i <= at + LONGEST_SEARCH; i++) {
        word_classes next = tokens[i].classes;
        if (word_is(next, ADVERB) || word_is(next, NEGATION))
            continue;
        if (word_is(next, PARTICIPLE) || word_is(next, BE) || word_is(next, HAVE))
            return POS_AUXILIARY;
        break;
    }
    return word_is(classes, PAST) ? POS_PAST : POS_PRESENT;
}

/* A bare or -s form that may be a verb or a noun, by what stands before it. */
static part_of_speech bare_form(const token *tokens, size_t at) {
    const token *before = at ? &tokens[at - 1] : NULL;
    if (!before)
        return POS_NOUN;
    if (before->pos == POS_TO)
        return POS_BASE;
    const token *auxiliary = governing_auxiliary(tokens, at);
    if (auxiliary && (word_is(auxiliary->classes, MODAL) || word_is(auxiliary->classes, DO)))
        return POS_BASE;
    if (before->pos == POS_PRONOUN || before->pos == POS_PROPER || before->pos == POS_RELATIVE ||
        before->pos == POS_NOUN)
        return POS_PRESENT;
    return POS_NOUN;
}

/* "to" before a verb; a noun behind it has a determiner, a capital or a number before it. */
static part_of_speech to_form(slice text, const token *tokens, size_t count, size_t at) {
    if (at + 1 >= count)
        return POS_PREPOSITION;
    const token *next = &tokens[at + 1];
    slice word = token_text(text, next);
    bool nominal = word_is(next->classes, DETERMINER) || word_is(next->classes, POSSESSIVE) ||
                   word_is(next->classes, NUMBER) || word_is(next->classes, TIME_WORD) ||
                   is_capitalised(word) || is_number(word) || ends_in(word, "s") ||
                   ends_in(word, "ing") || ends_in(word, "ion");
    return nominal ? POS_PREPOSITION : POS_TO;
}

static part_of_speech closed_class(slice text, const token *tokens, size_t count, size_t at) {
    word_classes classes = tokens[at].classes;
    slice word = token_text(text, &tokens[at]);
    bool behind_comma = at && text.data[tokens[at - 1].start] == ',';
    part_of_speech before = at ? tokens[at - 1].pos : POS_OTHER;
    if (slice_equal_nocase(word, SLICE("to")))
        return to_form(text, tokens, count, at);
    if (slice_equal_nocase(word, SLICE("'s")) || slice_equal_nocase(word, SLICE("’s")))
        return pos_is_nominal(before) && before != POS_PRONOUN ? POS_OTHER : POS_AUXILIARY;
    if (slice_equal_nocase(word, SLICE("that")))
        return at && (word_is(tokens[at - 1].classes, SAY) || pos_is_verb(before))
                   ? POS_SUBORDINATOR
               : pos_is_nominal(before) ? POS_RELATIVE
                                        : POS_DETERMINER;
    if (word_is(classes, RELATIVE))
        return pos_is_nominal(before) || behind_comma ? POS_RELATIVE : POS_SUBORDINATOR;
    if (word_is(classes, BE) || word_is(classes, HAVE) || word_is(classes, DO) ||
        word_is(classes, MODAL))
        return auxiliary_form(tokens, count, at);
    if (word_is(classes, COORDINATOR))
        return POS_COORDINATOR;
    if (word_is(classes, POSSESSIVE))
        return POS_DETERMINER;
    if (word_is(classes, DETERMINER))
        return at + 1 < count && pos_is_verb(tokens[at + 1].pos) ? POS_PRONOUN : POS_DETERMINER;
    if (word_is(classes, PRONOUN))
        return POS_PRONOUN;
    if (word_is(classes, PREPOSITION) && !word_is(classes, SUBORDINATOR))
        return POS_PREPOSITION;
    if (word_is(classes, CONDITION) ||
        (word_is(classes, SUBORDINATOR) && !word_is(classes, PREPOSITION)))
        return POS_SUBORDINATOR;
    if (word_is(classes, PREPOSITION))
        return POS_PREPOSITION;
    return POS_OTHER;
}

static part_of_speech open_class(slice text, const token *tokens, size_t count, size_t at) {
    word_classes classes = tokens[at].classes;
    slice word = token_text(text, &tokens[at]);
    bool first = at == 0 || (at == 1 && tokens[0].pos == POS_PUNCTUATION);
    if (is_capitalised(word) && !first)
        return POS_PROPER;
    if (word_is(classes, ADVERB) || word_is(classes, OPENER))
        return POS_ADVERB;
    if (word_is(classes, NOUN))
        return POS_NOUN;
    bool looks_past = ends_in(word, "ed") && !word_is(classes, ADJECTIVE);
    if (looks_past || word_is(classes, PAST) || word_is(classes, PARTICIPLE))
        return verb_form(text, tokens, count, at);
    if (word_is(classes, ADJECTIVE))
        return POS_ADJECTIVE;
    if (ends_in(word, "ing"))
        return POS_GERUND;
    if (ends_in(word, "ly"))
        return POS_ADVERB;
    part_of_speech bare = bare_form(tokens, at);
    if (bare == POS_BASE || (bare == POS_PRESENT && word_is(classes, PRESENT)))
        return bare;
    if (is_capitalised(word) && !word_is(classes, PERSON_TITLE))
        return POS_PROPER;
    static const char *const adjective_endings[] = {"ous", "ive", "ful", "able", "ible", "ical",
                                                    "ial", "ian", "ish", "less", "nal"};
    for (size_t i = 0; i < sizeof adjective_endings / sizeof *adjective_endings; i++)
        if (ends_in(word, adjective_endings[i]))
            return POS_ADJECTIVE;
    return POS_NOUN;
}

static part_of_speech tag_one(slice text, const token *tokens, size_t count, size_t at) {
    slice word = token_text(text, &tokens[at]);
    if (is_number(word) || word_is(tokens[at].classes, NUMBER))
        return POS_NUMBER;
    if (is_punctuation(word) && tokens[at].classes == 0)
        return POS_PUNCTUATION;
    part_of_speech pos = closed_class(text, tokens, count, at);
    return pos != POS_OTHER ? pos : open_class(text, tokens, count, at);
}

void tag_tokens(slice text, token *tokens, size_t count) {
    for (size_t i = 0; i < count; i++)
        tokens[i].pos = tag_one(text, tokens, count, i);
}
