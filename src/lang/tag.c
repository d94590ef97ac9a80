/* SPDX-License-Identifier: MIT */
/* What the words of a sentence are: by the trained tagger, then in the terms of later steps. */
#include "lang/tagger.h"
#include "lang/tokenise.h"

#define LONGEST_SEARCH 5 /* words between a form of "be" and the participle that it governs */

MODEL_DECLARE(tagger);

slice tagger_bytes_of_library(void) {
    return MODEL_BYTES(tagger);
}

tagger_model tagger_of_library(arena *a) {
    tagger_model m;
    if (!tagger_model_open(MODEL_BYTES(tagger), &m))
        arena_fail(a, DATELINE_UNSUPPORTED);
    return m;
}

static bool is_negation(const token *t) {
    return word_is(t->classes, NEGATION);
}

/* "was killed", "is not yet known", "Was he killed?": a form of "be" with its verb behind it. */
static bool governs_verb(const sentence *s, size_t at) {
    bool asks = at == 0 || s->tokens[at - 1].universal == UNIVERSAL_PUNCT;
    for (size_t i = at + 1; i < s->token_count && i <= at + LONGEST_SEARCH; i++) {
        const token *t = &s->tokens[i];
        if (t->tag == PENN_VBN || t->tag == PENN_VBG)
            return true;
        bool subject = asks && (t->universal == UNIVERSAL_PRON || t->universal == UNIVERSAL_PROPN ||
                                t->universal == UNIVERSAL_DET || t->universal == UNIVERSAL_NOUN);
        if (!subject && !is_negation(t) && t->universal != UNIVERSAL_ADV)
            return false;
    }
    return false;
}

static part_of_speech verb_form(penn_tag tag) {
    switch (tag) {
    case PENN_VBD:
        return POS_PAST;
    case PENN_VBN:
        return POS_PARTICIPLE;
    case PENN_VBG:
        return POS_GERUND;
    case PENN_VBP:
    case PENN_VBZ:
        return POS_PRESENT;
    case PENN_NNP:
    case PENN_NNPS:
        return POS_PROPER;
    default:
        return POS_BASE;
    }
}

static part_of_speech auxiliary_form(const sentence *s, size_t at) {
    const token *t = &s->tokens[at];
    bool copula = word_is(t->classes, BE) && !governs_verb(s, at);
    return copula ? verb_form(t->tag) : POS_AUXILIARY;
}

/* "the man who", "in 2011, when"; but "he told how", "nobody knew who". */
static part_of_speech relative_form(const sentence *s, size_t at) {
    const token *t = &s->tokens[at];
    part_of_speech before = at ? s->tokens[at - 1].pos : POS_PUNCTUATION;
    if (t->tag == PENN_WDT)
        return POS_RELATIVE;
    bool leads_back = pos_is_nominal(before) || before == POS_PUNCTUATION;
    return word_is(t->classes, RELATIVE) && leads_back ? POS_RELATIVE : POS_SUBORDINATOR;
}

static part_of_speech pronoun_form(const sentence *s, size_t at) {
    switch (s->tokens[at].tag) {
    case PENN_PRP_POSSESSIVE:
        return POS_DETERMINER;
    case PENN_WDT:
    case PENN_WP:
    case PENN_WP_POSSESSIVE:
        return relative_form(s, at);
    default:
        return POS_PRONOUN;
    }
}

static part_of_speech particle_form(penn_tag tag) {
    if (tag == PENN_TO)
        return POS_TO;
    return tag == PENN_POS ? POS_OTHER : POS_ADVERB;
}

/* "tore": a listed past that can be nothing else, and that the treebanks may not have. */
static bool is_listed_past(const token *t) {
    word_classes others = WORD(PARTICIPLE) | WORD(NOUN) | WORD(ADJECTIVE) | WORD(ADVERB) |
                          WORD(VERB) | WORD(PREPOSITION) | WORD(BE) | WORD(HAVE) | WORD(DO) |
                          WORD(MODAL);
    return word_is(t->classes, PAST) && !(t->classes & others) && t->universal != UNIVERSAL_PROPN &&
           t->universal != UNIVERSAL_VERB;
}

/* The one place that says what later steps call a word, from left to right. */
static part_of_speech part_of_speech_of(const sentence *s, size_t at) {
    const token *t = &s->tokens[at];
    if (is_listed_past(t))
        return POS_PAST;
    switch (t->universal) {
    case UNIVERSAL_ADJ:
        return t->tag == PENN_NNP ? POS_PROPER : POS_ADJECTIVE;
    case UNIVERSAL_ADP:
        return t->tag == PENN_RP ? POS_ADVERB : POS_PREPOSITION;
    case UNIVERSAL_ADV:
        return t->tag == PENN_WRB ? relative_form(s, at) : POS_ADVERB;
    case UNIVERSAL_AUX:
        return auxiliary_form(s, at);
    case UNIVERSAL_CCONJ:
        return POS_COORDINATOR;
    case UNIVERSAL_DET:
        return POS_DETERMINER;
    case UNIVERSAL_NOUN:
        return POS_NOUN;
    case UNIVERSAL_NUM:
        return POS_NUMBER;
    case UNIVERSAL_PART:
        return particle_form(t->tag);
    case UNIVERSAL_PRON:
        return pronoun_form(s, at);
    case UNIVERSAL_PROPN:
        return POS_PROPER;
    case UNIVERSAL_PUNCT:
        return POS_PUNCTUATION;
    case UNIVERSAL_SCONJ: /* "after" before a clause is what it is before a noun */
        return word_is(t->classes, PREPOSITION) ? POS_PREPOSITION : POS_SUBORDINATOR;
    case UNIVERSAL_VERB:
        return verb_form(t->tag);
    default:
        return POS_OTHER;
    }
}

static bool is_hyphen(const token *t) {
    return t->tag == PENN_HYPH;
}

/* How many words a compound that begins here is of: "14", "-", "year", "-", "old". */
static size_t compound_length(const token *words, size_t count) {
    size_t length = 1;
    while (length + 1 < count && is_hyphen(&words[length]) &&
           words[length].start == words[length - 1].end &&
           words[length].end == words[length + 1].start)
        length += 2;
    return length;
}

/* The parts of a compound are what the last one makes it: "US-led" describes. */
static void join_compounds(sentence *s) {
    for (size_t i = 0, length; i < s->token_count; i += length) {
        length = compound_length(s->tokens + i, s->token_count - i);
        part_of_speech whole = s->tokens[i + length - 1].pos;
        bool describes = whole == POS_PARTICIPLE || whole == POS_GERUND;
        for (size_t k = i; length > 1 && k < i + length; k++)
            s->tokens[k].pos = describes ? POS_ADJECTIVE : whole;
    }
}

/* ---- Forms that are past and participle ---------------------------------------------------- */

static bool is_finite_or_auxiliary(const token *t) {
    return pos_is_finite(t->pos) || t->pos == POS_AUXILIARY;
}

static bool has_finite(const sentence *s, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (is_finite_or_auxiliary(&s->tokens[i]))
            return true;
    return false;
}

/* "the sum it demanded", "the man who called": behind a pronoun that is its subject. */
static bool follows_subject(const sentence *s, size_t at) {
    size_t before = at;
    while (before > 0 && s->tokens[before - 1].pos == POS_ADVERB)
        before--;
    if (before == 0)
        return false;
    const token *subject = &s->tokens[before - 1];
    bool asked = before > 1 && s->tokens[before - 2].pos == POS_AUXILIARY;
    return !asked && (subject->pos == POS_RELATIVE ||
                      (subject->tag == PENN_PRP && !word_is(subject->classes, POSSESSIVE)));
}

/* "the group attacked a hotel": a noun before it, and an object behind it. */
static bool takes_object(const sentence *s, size_t at) {
    if (at == 0 || at + 1 >= s->token_count || !pos_is_nominal(s->tokens[at - 1].pos))
        return false;
    bool asked = at > 1 && s->tokens[at - 2].pos == POS_AUXILIARY;
    return !asked && s->tokens[at + 1].pos == POS_DETERMINER;
}

/* Up to the first comma, or a stronger mark. */
static size_t first_part_end(const sentence *s) {
    size_t end = 0;
    while (end < s->token_count &&
           (s->tokens[end].universal != UNIVERSAL_PUNCT || s->tokens[end].tag == PENN_HYPH ||
            s->tokens[end].tag == PENN_OPENING_QUOTE || s->tokens[end].tag == PENN_CLOSING_QUOTE))
        end++;
    return end;
}

static bool ends_with_source(const sentence *s, size_t first) {
    for (size_t i = first; i < s->token_count; i++)
        if (is_finite_or_auxiliary(&s->tokens[i]))
            return word_is(s->tokens[i].classes, SAY);
    return true;
}

/*
 * A sentence wants a finite verb. Where its first part has none, and nothing but a source behind it
 * has, the last participle that stands behind a noun is one: "The ships held up there sailed on".
 */
static void find_lacking_verb(sentence *s) {
    size_t end = first_part_end(s);
    if (end == 0 || has_finite(s, 0, end) || !ends_with_source(s, end) ||
        !(pos_is_nominal(s->tokens[0].pos) || s->tokens[0].pos == POS_DETERMINER ||
          s->tokens[0].pos == POS_ADJECTIVE || s->tokens[0].pos == POS_NUMBER))
        return;
    for (size_t i = end; i-- > 1;) {
        size_t before = i - 1;
        while (before > 0 && s->tokens[before].pos == POS_ADVERB)
            before--;
        if (s->tokens[i].pos == POS_PARTICIPLE && pos_is_nominal(s->tokens[before].pos)) {
            s->tokens[i].pos = POS_PAST;
            return;
        }
    }
}

static void find_pasts(sentence *s) {
    for (size_t i = 0; i < s->token_count; i++)
        if (s->tokens[i].pos == POS_PARTICIPLE && (follows_subject(s, i) || takes_object(s, i)))
            s->tokens[i].pos = POS_PAST;
    find_lacking_verb(s);
}

/* ---- Names and compounds ------------------------------------------------------------------- */

static bool is_capital(slice text, const sentence *s, size_t at) {
    return at < s->token_count && ascii_is_upper(text.data[s->tokens[at].start]);
}

/* What a name may be made of, behind its sentence's first word. */
static bool may_be_name(part_of_speech pos) {
    return pos_is_verb(pos) || pos == POS_ADJECTIVE || pos == POS_ADVERB || pos == POS_NOUN ||
           pos == POS_OTHER;
}

/* "the Ever Given": capitals side by side are a name's, whatever the words are elsewhere. */
static void join_names(slice text, sentence *s) {
    size_t capitals = 0;
    for (size_t i = 0; i < s->token_count; i++)
        capitals += is_capital(text, s, i);
    if (capitals * 2 > s->token_count)
        return; /* a headline */
    for (size_t i = 1; i < s->token_count; i++)
        if (is_capital(text, s, i) && may_be_name(s->tokens[i].pos) &&
            (is_capital(text, s, i - 1) || is_capital(text, s, i + 1)))
            s->tokens[i].pos = POS_PROPER;
}

void sentence_tag(slice text, sentence *s, arena *a) {
    tagger_model m = tagger_of_library(a);
    arena_mark scratch = arena_now(a);
    slice *words = arena_alloc(a, s->token_count * sizeof *words);
    tagger_label *labels = arena_alloc(a, s->token_count * sizeof *labels);
    for (size_t i = 0; i < s->token_count; i++)
        words[i] = token_text(text, &s->tokens[i]);
    words_tag(&m, words, s->token_count, a, labels);
    for (size_t i = 0; i < s->token_count; i++) {
        s->tokens[i].tag = (penn_tag)labels[i].penn;
        s->tokens[i].universal = (universal_tag)labels[i].universal;
    }
    arena_rewind(a, scratch);
    sentence_read_tags(text, s);
}

void sentence_read_tags(slice text, sentence *s) {
    for (size_t i = 0; i < s->token_count; i++)
        s->tokens[i].pos = part_of_speech_of(s, i);
    join_names(text, s);
    find_pasts(s);
    join_compounds(s);
}

slice token_lemma(slice text, const token *t, arena *a) {
    tagger_model m = tagger_of_library(a);
    return word_lemma(&m, token_text(text, t), t->tag, a);
}
