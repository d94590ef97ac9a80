/* SPDX-License-Identifier: MIT */
/*
 * Parts of speech by rule, in two steps: what each word can be by itself (readings.c); then, from
 * left to right, which of these it is, by what stands around it. Good enough to find finite verbs
 * and names; a trained tagger is to take this place.
 */
#include "lang/tokenise.h"

#define LONGEST_SEARCH 4  /* tokens between an auxiliary and its verb: "was, he said, killed" */
#define LONGEST_PHRASE 12 /* tokens between a noun and its verb */

typedef struct tagger {
    slice text;
    token *tokens;
    size_t count;
    bool has_verb;    /* the clause so far has a finite verb */
    bool in_relative; /* and is a relative one, behind which the main verb may follow */
    part_of_speech last_verb;
} tagger;

static bool may_be(const tagger *t, size_t at, unsigned readings) {
    return at < t->count && (t->tokens[at].readings & readings) != 0;
}

static bool word_equals(const tagger *t, size_t at, slice word) {
    return at < t->count && slice_equal_nocase(token_text(t->text, &t->tokens[at]), word);
}

static part_of_speech pos_before(const tagger *t, size_t at) {
    return at ? t->tokens[at - 1].pos : POS_PUNCTUATION;
}

static word_classes classes_before(const tagger *t, size_t at) {
    return at ? t->tokens[at - 1].classes : 0;
}

/* The auxiliary that governs the word at `at`, looking back over adverbs and "not"; or NULL. */
static const token *governing_auxiliary(const tagger *t, size_t at) {
    for (size_t back = 1; back <= LONGEST_SEARCH && back <= at; back++) {
        const token *before = &t->tokens[at - back];
        if (before->classes & (WORD(BE) | WORD(HAVE) | WORD(DO) | WORD(MODAL)))
            return before;
        bool may_stand_between = word_is(before->classes, NEGATION) || before->pos == POS_ADVERB ||
                                 before->pos == POS_PARTICIPLE || before->pos == POS_COORDINATOR;
        if (!may_stand_between)
            return NULL;
    }
    return NULL;
}

/* Whether a finite verb stands behind the phrase that begins at `at`, in the same clause. */
static bool verb_follows(const tagger *t, size_t at) {
    for (size_t i = at; i < t->count && i < at + LONGEST_PHRASE; i++) {
        if (may_be(t, i, MAY_BE(PUNCTUATION) | MAY_BE(COORDINATOR) | MAY_BE(RELATIVE)))
            return false;
        bool behind_noun = may_be(t, i - 1, MAY_BE(NOUN) | MAY_BE(PROPER) | MAY_BE(NUMBER));
        bool finite =
            may_be(t, i, MAY_BE(AUXILIARY)) || (may_be(t, i, MAY_BE(PAST)) && behind_noun);
        if (finite && !word_is(t->tokens[i].classes, SAY))
            return true;
    }
    return false;
}

/* What a noun may stand behind, and no finite verb. "'s" is POS_OTHER. */
static bool stands_before_noun(part_of_speech before) {
    return before == POS_DETERMINER || before == POS_ADJECTIVE || before == POS_PREPOSITION ||
           before == POS_NUMBER || before == POS_OTHER;
}

/* Behind "when" neither stands a finite verb: that wants a subject, which a number may be. */
static bool stands_before_participle(const tagger *t, size_t at) {
    part_of_speech before = pos_before(t, at);
    if (before == POS_NUMBER)
        return may_be(t, at + 1, MAY_BE(NOUN) | MAY_BE(ADJECTIVE));
    return stands_before_noun(before) ||
           (before == POS_SUBORDINATOR && !word_is(classes_before(t, at), PRONOUN));
}

/* Whether the sentence may have a finite verb elsewhere. */
static bool has_other_verb(const tagger *t, size_t at) {
    for (size_t i = 0; i < t->count; i++)
        if (i < at ? pos_is_finite(t->tokens[i].pos) || t->tokens[i].pos == POS_AUXILIARY
                   : i > at && may_be(t, i, MAY_BE(AUXILIARY) | MAY_BE(PAST)))
            return true;
    return false;
}

/* A form in -ed (or one that is both past and participle): which is it here? */
static part_of_speech past_or_participle(const tagger *t, size_t at) {
    const token *auxiliary = governing_auxiliary(t, at);
    part_of_speech before = pos_before(t, at);
    if (auxiliary && (auxiliary->classes & (WORD(BE) | WORD(HAVE))))
        return POS_PARTICIPLE;
    if (stands_before_participle(t, at))
        return POS_PARTICIPLE;
    if (word_equals(t, at + 1, SLICE("by")) && !may_be(t, at + 2, MAY_BE(GERUND)))
        return POS_PARTICIPLE;
    bool says = word_is(t->tokens[at].classes, SAY);
    bool phrase_follows = may_be(t, at + 1, MAY_BE(PREPOSITION));
    bool behind_comma = at && word_equals(t, at - 1, SLICE(","));
    bool behind_noun = before == POS_NOUN || before == POS_PROPER || before == POS_NUMBER;
    bool object_follows = may_be(t, at + 1, MAY_BE(DETERMINER) | MAY_BE(NUMBER));
    bool second_verb = behind_noun && t->has_verb && !t->in_relative && !object_follows;
    if (says)
        return second_verb && phrase_follows ? POS_PARTICIPLE : POS_PAST;
    bool modifies =
        (behind_comma && has_other_verb(t, at)) || (behind_noun && verb_follows(t, at + 1));
    return second_verb || (modifies && phrase_follows) ? POS_PARTICIPLE : POS_PAST;
}

static bool is_negation(const token *t) {
    return word_is(t->classes, NEGATION);
}

/* Whether a form that the auxiliary would govern stands behind it. */
static bool governs(const tagger *t, size_t at) {
    word_classes classes = t->tokens[at].classes;
    unsigned governed = word_is(classes, BE)     ? MAY_BE(PARTICIPLE) | MAY_BE(GERUND)
                        : word_is(classes, HAVE) ? MAY_BE(PARTICIPLE)
                                                 : MAY_BE(BASE);
    bool asks = at == 0 || t->tokens[at - 1].pos == POS_PUNCTUATION;
    for (size_t i = at + 1; i < t->count && i <= at + LONGEST_SEARCH; i++) {
        if (may_be(t, i, governed))
            return true;
        if (word_is(classes, DO) && is_negation(&t->tokens[i]))
            return true;
        bool subject =
            asks &&
            may_be(t, i, MAY_BE(PRONOUN) | MAY_BE(PROPER) | MAY_BE(DETERMINER) | MAY_BE(NOUN));
        if (!subject && !is_negation(&t->tokens[i]) && !may_be(t, i, MAY_BE(ADVERB)))
            return false;
    }
    return false;
}

/* The verb before is a bare form, which "and" goes on with: "to stop and search". */
static bool joins_base(const tagger *t, size_t at) {
    return pos_before(t, at) == POS_COORDINATOR && t->last_verb == POS_BASE;
}

/* "Did he leave?" */
static bool is_asked(const tagger *t, size_t at) {
    return at >= 2 && pos_before(t, at) == POS_PRONOUN &&
           (classes_before(t, at - 1) & (WORD(DO) | WORD(MODAL)));
}

/* A bare form is an infinitive behind "to", a modal or a "do", or where it lacks a subject. */
static bool is_infinitive(const tagger *t, size_t at) {
    part_of_speech before = pos_before(t, at);
    const token *auxiliary = governing_auxiliary(t, at);
    bool governed = auxiliary && (auxiliary->classes & (WORD(DO) | WORD(MODAL)));
    return may_be(t, at, MAY_BE(BASE)) && (before == POS_TO || before == POS_PUNCTUATION ||
                                           governed || joins_base(t, at) || is_asked(t, at));
}

static part_of_speech verb_form(const tagger *t, size_t at) {
    bool past = may_be(t, at, MAY_BE(PAST)), participle = may_be(t, at, MAY_BE(PARTICIPLE));
    if (is_infinitive(t, at))
        return POS_BASE;
    if (past && participle)
        return past_or_participle(t, at);
    if (past || participle)
        return past ? POS_PAST : POS_PARTICIPLE;
    return may_be(t, at, MAY_BE(GERUND)) ? POS_GERUND : POS_PRESENT;
}

static part_of_speech auxiliary_form(const tagger *t, size_t at) {
    if (word_is(t->tokens[at].classes, MODAL) || governs(t, at))
        return POS_AUXILIARY;
    return may_be(t, at, MAY_BE(PAST)) && !governing_auxiliary(t, at) ? POS_PAST : verb_form(t, at);
}

/* "'s" is a verb behind "it", "there", "where"; behind a noun it seldom is. */
static part_of_speech apostrophe_s(const tagger *t, size_t at) {
    part_of_speech before = pos_before(t, at);
    bool verb = before == POS_PRONOUN || before == POS_ADVERB || before == POS_RELATIVE ||
                before == POS_SUBORDINATOR;
    return verb ? auxiliary_form(t, at) : POS_OTHER;
}

/* "to" before a verb; a noun behind it has a determiner, a capital or a number before it. */
static part_of_speech to_form(const tagger *t, size_t at) {
    static const char *const nouns[] = {"s",    "ing",  "ion",  "ment", "ness", "ity", "ism",
                                        "ship", "ence", "ance", "ers",  "ed",   NULL};
    if (at + 1 >= t->count)
        return POS_PREPOSITION;
    const token *next = &t->tokens[at + 1];
    slice word = token_text(t->text, next);
    if (may_be(t, at + 1, MAY_BE(BASE)) || slice_equal(word, SLICE("be")))
        return POS_TO;
    if (may_be(t, at + 1, MAY_BE(ADVERB) | MAY_BE(PUNCTUATION)) && may_be(t, at + 2, MAY_BE(BASE)))
        return POS_TO;
    bool unknown = next->readings == MAY_BE(NOUN) && next->classes == 0;
    bool object_follows =
        may_be(t, at + 2, MAY_BE(DETERMINER) | MAY_BE(PRONOUN) | MAY_BE(ADJECTIVE) | MAY_BE(NOUN));
    return unknown && object_follows && !ends_in_any(word, nouns) ? POS_TO : POS_PREPOSITION;
}

static part_of_speech that_form(const tagger *t, size_t at) {
    part_of_speech before = pos_before(t, at);
    bool alone = may_be(t, at + 1, MAY_BE(AUXILIARY) | MAY_BE(PAST) | MAY_BE(PUNCTUATION));
    bool pronoun_next = may_be(t, at + 1, MAY_BE(PRONOUN));
    bool subject_next =
        pronoun_next ||
        may_be(t, at + 1, MAY_BE(DETERMINER) | MAY_BE(PROPER) | MAY_BE(PREPOSITION));
    if (before == POS_NOUN || before == POS_PROPER)
        return subject_next && (before == POS_PROPER || !pronoun_next) ? POS_SUBORDINATOR
                                                                       : POS_RELATIVE;
    if (alone)
        return POS_PRONOUN;
    bool says =
        pos_is_verb(before) || before == POS_ADJECTIVE || word_is(classes_before(t, at), SAY);
    return says || subject_next ? POS_SUBORDINATOR : POS_DETERMINER;
}

/* "some died", but "some armed men" */
static bool verb_alone_follows(const tagger *t, size_t at) {
    return may_be(t, at + 1, MAY_BE(PAST)) &&
           !may_be(t, at + 2, MAY_BE(NOUN) | MAY_BE(PROPER) | MAY_BE(ADJECTIVE));
}

/* "this", "all", "her": alone, or before a noun? */
static part_of_speech determiner_form(const tagger *t, size_t at) {
    unsigned ends_phrase = MAY_BE(PUNCTUATION) | MAY_BE(AUXILIARY) | MAY_BE(PREPOSITION) |
                           MAY_BE(SUBORDINATOR) | MAY_BE(COORDINATOR);
    bool may_stand_alone = may_be(t, at, MAY_BE(PRONOUN)) || word_equals(t, at, SLICE("her"));
    bool alone = at + 1 >= t->count || may_be(t, at + 1, ends_phrase) || verb_alone_follows(t, at);
    return may_stand_alone && alone ? POS_PRONOUN : POS_DETERMINER;
}

/* "there was", but "died there"; "most of", but "most wanted". */
static part_of_speech pronoun_form(const tagger *t, size_t at) {
    bool verb_next = may_be(t, at + 1, MAY_BE(AUXILIARY));
    bool degree = may_be(t, at + 1, MAY_BE(ADJECTIVE) | MAY_BE(ADVERB) | MAY_BE(PARTICIPLE));
    bool adverb = word_equals(t, at, SLICE("there")) ? !verb_next : degree;
    return adverb && may_be(t, at, MAY_BE(ADVERB)) ? POS_ADVERB : POS_PRONOUN;
}

/* "checked in.", "about 40" */
static part_of_speech preposition_form(const tagger *t, size_t at) {
    word_classes classes = t->tokens[at].classes;
    bool alone = at + 1 >= t->count || may_be(t, at + 1, MAY_BE(PUNCTUATION) | MAY_BE(PREPOSITION));
    if (word_is(classes, ABOUT) && may_be(t, at + 1, MAY_BE(NUMBER)))
        return POS_ADVERB;
    return word_is(classes, PARTICLE) && alone ? POS_ADVERB : POS_PREPOSITION;
}

static part_of_speech closed_class(const tagger *t, size_t at) {
    unsigned readings = t->tokens[at].readings;
    part_of_speech before = pos_before(t, at);
    if (word_equals(t, at, SLICE("to")))
        return to_form(t, at);
    if (word_equals(t, at, SLICE("'s")) || word_equals(t, at, SLICE("’s")))
        return apostrophe_s(t, at);
    if (word_equals(t, at, SLICE("that")))
        return that_form(t, at);
    if (readings & MAY_BE(AUXILIARY))
        return auxiliary_form(t, at);
    if (readings & MAY_BE(RELATIVE))
        return pos_is_nominal(before) || before == POS_PUNCTUATION ? POS_RELATIVE
                                                                   : POS_SUBORDINATOR;
    if (readings & MAY_BE(COORDINATOR))
        return POS_COORDINATOR;
    if (readings & MAY_BE(DETERMINER))
        return determiner_form(t, at);
    if (readings & MAY_BE(PRONOUN))
        return pronoun_form(t, at);
    if (readings & MAY_BE(PREPOSITION))
        return preposition_form(t, at);
    bool degree = (readings & MAY_BE(ADVERB)) && /* "so far", "so many" */
                  may_be(t, at + 1, MAY_BE(ADVERB) | MAY_BE(ADJECTIVE));
    if (readings & MAY_BE(SUBORDINATOR))
        return degree ? POS_ADVERB : POS_SUBORDINATOR;
    return POS_OTHER;
}

/* A bare or -s form that is a verb or a noun, by what stands around it. */
static part_of_speech verb_or_noun(const tagger *t, size_t at) {
    part_of_speech before = pos_before(t, at);
    part_of_speech verb = verb_form(t, at);
    if (verb == POS_BASE && before != POS_PUNCTUATION)
        return POS_BASE;
    if (before == POS_DETERMINER || before == POS_NUMBER || before == POS_OTHER)
        return POS_NOUN;
    if (!may_be(t, at, MAY_BE(NOUN)))
        return verb;
    if (before == POS_PRONOUN || before == POS_RELATIVE || before == POS_ADVERB)
        return verb;
    if (before != POS_NOUN && before != POS_PROPER)
        return POS_NOUN;
    slice subject = token_text(t->text, &t->tokens[at - 1]);
    bool agrees = may_be(t, at, MAY_BE(BASE)) && slice_ends_with(subject, SLICE("s"));
    bool object_follows =
        (may_be(t, at + 1, MAY_BE(DETERMINER) | MAY_BE(PRONOUN)) &&
         (!may_be(t, at + 1, MAY_BE(RELATIVE)) || word_is(t->tokens[at].classes, SAY))) ||
        word_equals(t, at + 1, SLICE("to"));
    return agrees || object_follows ? verb : POS_NOUN;
}

/* "the killing", but ", killing 15 people" */
static part_of_speech gerund_or_noun(const tagger *t, size_t at) {
    part_of_speech before = pos_before(t, at);
    if (before == POS_DETERMINER || before == POS_OTHER)
        return POS_NOUN;
    bool object_follows =
        may_be(t, at + 1, MAY_BE(DETERMINER) | MAY_BE(PRONOUN) | MAY_BE(NUMBER) | MAY_BE(PROPER));
    return !may_be(t, at, MAY_BE(NOUN)) || (object_follows && before != POS_ADJECTIVE) ? POS_GERUND
                                                                                       : POS_NOUN;
}

static part_of_speech open_class(const tagger *t, size_t at) {
    unsigned readings = t->tokens[at].readings;
    part_of_speech before = pos_before(t, at);
    if (readings & MAY_BE(PROPER))
        return POS_PROPER;
    if (readings & MAY_BE(ADVERB))
        return POS_ADVERB;
    if ((readings & MAY_BE(NOUN)) && stands_before_noun(before))
        return POS_NOUN;
    if (readings & (MAY_BE(PAST) | MAY_BE(PARTICIPLE)))
        return verb_form(t, at);
    if (readings & MAY_BE(ADJECTIVE))
        return POS_ADJECTIVE;
    if (readings & MAY_BE(GERUND))
        return gerund_or_noun(t, at);
    if (readings & (MAY_BE(BASE) | MAY_BE(PRESENT)))
        return verb_or_noun(t, at);
    return before == POS_TO ? POS_BASE : POS_NOUN;
}

static part_of_speech choose(const tagger *t, size_t at) {
    unsigned readings = t->tokens[at].readings;
    unsigned closed = MAY_BE(AUXILIARY) | MAY_BE(RELATIVE) | MAY_BE(COORDINATOR) |
                      MAY_BE(DETERMINER) | MAY_BE(PRONOUN) | MAY_BE(PREPOSITION) |
                      MAY_BE(SUBORDINATOR);
    if (readings & MAY_BE(NUMBER))
        return POS_NUMBER;
    if (readings & MAY_BE(PUNCTUATION))
        return POS_PUNCTUATION;
    return readings & closed ? closed_class(t, at) : open_class(t, at);
}

/* A mark or a joining word begins another clause; so does what is said. */
static void keep_clause(tagger *t, const token *tagged) {
    bool ends = tagged->pos == POS_PUNCTUATION || tagged->pos == POS_COORDINATOR;
    bool relative = tagged->pos == POS_RELATIVE;
    if (pos_is_verb(tagged->pos))
        t->last_verb = tagged->pos;
    if (ends || relative)
        t->in_relative = relative;
    if (pos_is_finite(tagged->pos) || tagged->pos == POS_AUXILIARY)
        t->has_verb = !word_is(tagged->classes, SAY);
    else if (ends || relative || word_is(tagged->classes, SUBORDINATOR))
        t->has_verb = false;
}

void tag_tokens(slice text, token *tokens, size_t count) {
    tagger t = {.text = text, .tokens = tokens, .count = count};
    for (size_t i = 0; i < count; i++) {
        bool first = i == 0 || (i == 1 && tokens[0].pos == POS_PUNCTUATION);
        tokens[i].readings =
            tokens[i].pos == POS_PUNCTUATION
                ? MAY_BE(PUNCTUATION)
                : readings_of(token_text(text, &tokens[i]), tokens[i].classes, first);
    }
    for (size_t i = 0; i < count; i++) {
        tokens[i].pos = choose(&t, i);
        keep_clause(&t, &tokens[i]);
    }
}
