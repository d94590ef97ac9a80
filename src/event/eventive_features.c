/* SPDX-License-Identifier: MIT */
#include "event/eventive_features.h"

#include "event/linear_model.h"

#define LONGEST_REACH      8 /* tokens that are looked through for a governing word */
#define LONGEST_VERB_GROUP 5 /* tokens before a verb, for its auxiliaries */
#define NEAR_TIMEX         5 /* tokens between an event and a date */

/* The kinds of feature: each has a number of its own. */
enum {
    BIAS,
    FORM,
    LEMMA,
    TAG,
    LEMMA_TAG,
    SUFFIX_2,
    SUFFIX_3,
    SUFFIX_4,
    SHAPE,
    LISTED,
    NOUN_FIELD,
    VERB_FIELD,
    HAPPENS,
    SENSES,
    SENSES_TAG,
    NOUN_KIND,
    VERB_KIND,
    QUOTED,
    FORM_BEFORE,
    FORM_BEHIND,
    FORM_BEFORE_2,
    FORM_BEHIND_2,
    TAG_BEFORE,
    TAG_BEHIND,
    TAG_BEFORE_2,
    TAG_BEHIND_2,
    TAGS_AROUND,
    TAGS_BEFORE,
    TAGS_BEHIND,
    FORM_BEFORE_TAG,
    FORM_BEHIND_TAG,
    LEMMA_LEMMA_BEFORE,
    LEMMA_LEMMA_BEHIND,
    LEMMA_TAG_BEHIND,
    LEMMA_TAG_BEFORE,
    HAPPENS_TAG_BEFORE,
    HAPPENS_TAG_BEHIND,
    SENSES_BEHIND,
    SENSES_BEFORE,
    DETERMINER,
    DETERMINER_HAPPENS,
    DETERMINER_LEMMA,
    PREPOSITION,
    PREPOSITION_HAPPENS,
    PREPOSITION_LEMMA,
    HEAD_NOUN,
    HEAD_NOUN_SENSES,
    OF_BEHIND,
    OF_BEHIND_HAPPENS,
    VERB_BEFORE,
    VERB_BEFORE_LEMMA,
    VERB_BEFORE_HAPPENS,
    VERB_BEHIND,
    VERB_BEHIND_LEMMA,
    GROUP,
    GROUP_LEMMA,
    GROUP_VERB_FIELD,
    COMPLEMENT,
    COMPLEMENT_LEMMA,
    TIMEX_NEAR,
    POSITION
};

bool eventive_is_candidate(const seen_sentence *v, size_t at) {
    switch (v->words[at].tag) {
    case POS_PUNCTUATION:
    case POS_NUMBER:
    case POS_PRONOUN:
    case POS_DETERMINER:
    case POS_TO:
    case POS_COORDINATOR:
    case POS_SUBORDINATOR:
    case POS_RELATIVE:
        return false;
    default:
        return !v->words[at].timex;
    }
}

static part_of_speech pos_at(const seen_sentence *v, size_t at) {
    return at < v->count ? (part_of_speech)v->words[at].tag : POS_PUNCTUATION;
}

/* The word's kind of noun, as its part of speech has it. */
static uint64_t happening(const seen_word *w) {
    return senses_happens(w->senses) | (uint64_t)w->tag << 8;
}

/* Some classes of the word, as bits that do not move when the list of classes grows. */
static uint64_t listed_as(word_classes classes) {
    static const word_classes known[] = {
        WORD(SAY),         WORD(ASK),          WORD(CLAIM),    WORD(DENY),    WORD(PLAN),
        WORD(CANCEL),      WORD(BE),           WORD(HAVE),     WORD(DO),      WORD(MODAL),
        WORD(NEGATION),    WORD(ADVERB),       WORD(VERB),     WORD(NOUN),    WORD(PAST),
        WORD(PARTICIPLE),  WORD(ADJECTIVE),    WORD(PARTICLE), WORD_KINDS,    WORD(TIME_WORD),
        WORD(PREPOSITION), WORD(PERSON_TITLE), WORD(NUMBER),   WORD(ATTACHES)};
    uint64_t bits = 0;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        bits |= (uint64_t)((classes & known[i]) != 0) << i;
    return bits;
}

static void add_word(feature_writer *f, const seen_sentence *v, size_t at) {
    const seen_word *w = &v->words[at];
    feature_add(f, BIAS, 0, 0);
    feature_add(f, FORM, w->form, 0);
    feature_add(f, LEMMA, w->lemma, 0);
    feature_add(f, TAG, w->tag, 0);
    feature_add(f, LEMMA_TAG, w->lemma, w->tag);
    feature_add(f, SUFFIX_2, w->suffixes[0], w->tag);
    feature_add(f, SUFFIX_3, w->suffixes[1], w->tag);
    feature_add(f, SUFFIX_4, w->suffixes[2], w->tag);
    feature_add(f, SHAPE, w->shape, w->tag);
    feature_add(f, LISTED, listed_as(v->sentence->tokens[at].classes), w->tag);
    feature_add(f, NOUN_FIELD, senses_noun(w->senses), w->tag);
    feature_add(f, VERB_FIELD, senses_verb(w->senses), w->tag);
    feature_add(f, HAPPENS, senses_happens(w->senses), w->tag);
    feature_add(f, SENSES, w->senses, 0);
    feature_add(f, SENSES_TAG, w->senses, w->tag);
    if (pos_is_verb(pos_at(v, at)))
        feature_add(f, VERB_KIND, w->kinds.verb, 0);
    else
        feature_add(f, NOUN_KIND, w->kinds.noun, 0);
    feature_add(f, QUOTED, w->quoted, w->tag);
    feature_add(f, POSITION, at < 1 ? 0 : at < 4 ? 1 : 2, w->tag);
}

static void add_neighbours(feature_writer *f, const seen_sentence *v, size_t at) {
    const seen_word *w = &v->words[at];
    const seen_word *before = seen_at(v, at - 1), *before_2 = seen_at(v, at - 2);
    const seen_word *behind = seen_at(v, at + 1), *behind_2 = seen_at(v, at + 2);
    uint64_t happens = happening(w);
    feature_add(f, FORM_BEFORE, before->form, 0);
    feature_add(f, FORM_BEHIND, behind->form, 0);
    feature_add(f, FORM_BEFORE_2, before_2->form, w->tag);
    feature_add(f, FORM_BEHIND_2, behind_2->form, w->tag);
    feature_add(f, TAG_BEFORE, before->tag, w->tag);
    feature_add(f, TAG_BEHIND, behind->tag, w->tag);
    feature_add(f, TAG_BEFORE_2, before_2->tag, w->tag);
    feature_add(f, TAG_BEHIND_2, behind_2->tag, w->tag);
    feature_add(f, TAGS_AROUND, before->tag | (uint64_t)behind->tag << 8, w->tag);
    feature_add(f, TAGS_BEFORE, before_2->tag | (uint64_t)before->tag << 8, w->tag);
    feature_add(f, TAGS_BEHIND, behind_2->tag | (uint64_t)behind->tag << 8, w->tag);
    feature_add(f, FORM_BEFORE_TAG, before->form, w->tag);
    feature_add(f, FORM_BEHIND_TAG, behind->form, w->tag);
    feature_add(f, LEMMA_LEMMA_BEFORE, w->lemma, before->lemma);
    feature_add(f, LEMMA_LEMMA_BEHIND, w->lemma, behind->lemma);
    feature_add(f, LEMMA_TAG_BEFORE, w->lemma, before->tag);
    feature_add(f, LEMMA_TAG_BEHIND, w->lemma, behind->tag);
    feature_add(f, HAPPENS_TAG_BEFORE, happens, before->tag);
    feature_add(f, HAPPENS_TAG_BEHIND, happens, behind->tag);
    feature_add(f, SENSES_BEHIND, behind->senses, w->tag);
    feature_add(f, SENSES_BEFORE, before->senses, w->tag);
}

static bool is_in_noun_phrase(part_of_speech pos) {
    return pos == POS_NOUN || pos == POS_PROPER || pos == POS_ADJECTIVE || pos == POS_NUMBER ||
           pos == POS_GERUND || pos == POS_PARTICIPLE || pos == POS_DETERMINER || pos == POS_ADVERB;
}

/* The first token of the noun phrase that the word may be in: its determiner, if it has one. */
static size_t phrase_start(const seen_sentence *v, size_t at) {
    size_t first = at;
    while (first > 0 && at - first < LONGEST_REACH && is_in_noun_phrase(pos_at(v, first - 1))) {
        first--;
        if (pos_at(v, first) == POS_DETERMINER)
            break;
    }
    return first;
}

/* The last noun of a run of them: "talks" of "peace talks". */
static size_t head_noun(const seen_sentence *v, size_t at) {
    size_t head = at;
    while (head - at < LONGEST_REACH &&
           (pos_at(v, head + 1) == POS_NOUN || pos_at(v, head + 1) == POS_PROPER))
        head++;
    return head;
}

/* What the noun phrase around the word begins with, ends in, and hangs on. */
static void add_noun_phrase(feature_writer *f, const seen_sentence *v, size_t at) {
    const seen_word *w = &v->words[at];
    size_t first = phrase_start(v, at), head = head_noun(v, at);
    bool determined = first < at && pos_at(v, first) == POS_DETERMINER;
    uint64_t determiner = determined ? v->words[first].form : 0;
    const seen_word *ahead = seen_at(v, first - 1), *behind = seen_at(v, head + 1);
    feature_add(f, DETERMINER, determiner, w->tag);
    feature_add(f, DETERMINER_HAPPENS, determiner, happening(w));
    feature_add(f, DETERMINER_LEMMA, determiner, w->lemma);
    feature_add(f, PREPOSITION, ahead->form, w->tag);
    feature_add(f, PREPOSITION_HAPPENS, ahead->form, happening(w));
    feature_add(f, PREPOSITION_LEMMA, ahead->form, w->lemma);
    feature_add(f, HEAD_NOUN, head == at, happening(w));
    if (head != at)
        feature_add(f, HEAD_NOUN_SENSES, v->words[head].senses, w->tag);
    feature_add(f, OF_BEHIND, behind->form, w->tag);
    feature_add(f, OF_BEHIND_HAPPENS, behind->form, happening(w));
}

static void add_nearest_verbs(feature_writer *f, const seen_sentence *v, size_t at) {
    const seen_word *w = &v->words[at];
    size_t back = 1, on = at + 1;
    while (back <= LONGEST_REACH && back <= at && !pos_is_verb(pos_at(v, at - back)))
        back++;
    if (back <= LONGEST_REACH && back <= at) {
        uint64_t verb = v->words[at - back].lemma;
        feature_add(f, VERB_BEFORE, verb, w->tag);
        feature_add(f, VERB_BEFORE_LEMMA, verb, w->lemma);
        feature_add(f, VERB_BEFORE_HAPPENS, verb, happening(w));
    }
    while (on < v->count && on <= at + LONGEST_REACH && !pos_is_verb(pos_at(v, on)))
        on++;
    if (on < v->count && on <= at + LONGEST_REACH) {
        feature_add(f, VERB_BEHIND, v->words[on].lemma, w->tag);
        feature_add(f, VERB_BEHIND_LEMMA, v->words[on].lemma, w->lemma);
    }
}

/* The auxiliaries, "to" and "not" before a verb, as one number. */
static uint64_t verb_group(const seen_sentence *v, size_t at) {
    uint64_t group = v->words[at].tag;
    for (size_t back = 1; back <= LONGEST_VERB_GROUP && back <= at; back++) {
        part_of_speech pos = pos_at(v, at - back);
        if (pos == POS_AUXILIARY || pos == POS_TO ||
            word_is(v->sentence->tokens[at - back].classes, NEGATION))
            group = feature_of(0, group, v->words[at - back].form);
        else if (pos != POS_ADVERB)
            break;
    }
    return group;
}

/* What goes on behind a verb: "to", "that", another verb, or a mark. */
static uint64_t complement(const seen_sentence *v, size_t at) {
    for (size_t i = at + 1; i < v->count && i <= at + LONGEST_REACH; i++) {
        part_of_speech pos = pos_at(v, i);
        if (pos == POS_SUBORDINATOR || pos == POS_PUNCTUATION)
            return v->words[i].form;
        if (pos == POS_TO || pos == POS_RELATIVE || pos_is_verb(pos))
            return pos;
    }
    return 0;
}

static void add_verb_group(feature_writer *f, const seen_sentence *v, size_t at) {
    const seen_word *w = &v->words[at];
    uint64_t group = verb_group(v, at), behind = complement(v, at);
    feature_add(f, GROUP, group, 0);
    feature_add(f, GROUP_LEMMA, group, w->lemma);
    feature_add(f, GROUP_VERB_FIELD, group, senses_verb(w->senses));
    feature_add(f, COMPLEMENT, behind, w->tag);
    feature_add(f, COMPLEMENT_LEMMA, behind, w->lemma);
}

static void add_timex_near(feature_writer *f, const seen_sentence *v, size_t at) {
    bool near = false;
    for (size_t i = at > NEAR_TIMEX ? at - NEAR_TIMEX : 0; i < v->count && i <= at + NEAR_TIMEX;
         i++)
        near = near || v->words[i].timex;
    feature_add(f, TIMEX_NEAR, near, happening(&v->words[at]));
}

size_t eventive_word_features(const seen_sentence *v, size_t at,
                              uint64_t features[EVENTIVE_MOST_FEATURES]) {
    feature_writer f = {features, 0};
    add_word(&f, v, at);
    return f.count;
}

size_t eventive_context_features(const seen_sentence *v, size_t at,
                                 uint64_t features[EVENTIVE_MOST_FEATURES]) {
    feature_writer f = {features, 0};
    add_neighbours(&f, v, at);
    add_noun_phrase(&f, v, at);
    add_nearest_verbs(&f, v, at);
    add_verb_group(&f, v, at);
    add_timex_near(&f, v, at);
    return f.count;
}
