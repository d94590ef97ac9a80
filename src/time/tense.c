/* SPDX-License-Identifier: MIT */
#include "time/tense.h"

size_t tense_token_behind(const sentence *s, size_t offset) {
    size_t at = 0;
    while (at < s->token_count && s->tokens[at].start < offset)
        at++;
    return at;
}

static bool is_finite(const token *t) {
    return pos_is_finite(t->pos) || t->pos == POS_AUXILIARY;
}

static bool looks_ahead(word_classes c) {
    return word_is(c, FUTURE) || word_is(c, PLAN) || word_is(c, MODAL);
}

/*
 * The tense of the verb at a token, and of the auxiliaries before it. What would, might or is to be
 * done lies ahead; what could not or had been to be done does not.
 */
static verb_tense tense_of_verb(slice text, const sentence *s, size_t at) {
    bool past = s->tokens[at].pos == POS_PAST, ahead = false, could = false, denied = false;
    size_t first = at;
    while (first > 0 &&
           (s->tokens[first - 1].pos == POS_AUXILIARY || s->tokens[first - 1].pos == POS_ADVERB))
        first--;
    for (size_t i = first; i <= at; i++) {
        word_classes c = s->tokens[i].classes;
        if (word_is(c, HAVE) && word_is(c, PAST))
            return TENSE_PAST;
        ahead = ahead || looks_ahead(c);
        could = could || (word_is(c, MODAL) && modal_is_past(token_text(text, &s->tokens[i])));
        denied = denied || word_is(c, NEGATION);
        past = past || word_is(c, PAST) || word_is(c, HAVE);
    }
    if (ahead)
        return could && denied ? TENSE_PAST : TENSE_FUTURE;
    bool to_do = s->tokens[at].pos == POS_AUXILIARY || word_is(s->tokens[at].classes, BE);
    for (size_t i = at + 1; to_do && i < s->token_count && i <= at + TO_DO_REACH; i++)
        if (word_is(s->tokens[i].classes, PLAN) || s->tokens[i].pos == POS_TO)
            return TENSE_FUTURE;
    return past ? TENSE_PAST : TENSE_NONE;
}

/* An infinitive dates what it plans where it stands at most this many words before. */
#define NEAR_INFINITIVE 3

/* Whether an infinitive is no plan, or one of the past: "took a day to reach", "had been due to".
 */
static bool is_carried_out(slice text, const sentence *s, size_t to) {
    bool planned = false;
    for (size_t i = to; i > 0 && s->tokens[i - 1].pos != POS_PUNCTUATION; i--) {
        const token *t = &s->tokens[i - 1];
        planned = planned || word_is(t->classes, PLAN);
        if (!planned && pos_is_verb(t->pos) && verb_carries_out(token_text(text, t)))
            return true;
        bool behind_auxiliary = i > 1 && s->tokens[i - 2].pos == POS_AUXILIARY; /* had been */
        if (is_finite(t) && !behind_auxiliary)
            return word_is(t->classes, HAVE) && word_is(t->classes, PAST);
    }
    return false;
}

/* The first finite verb from a token on. */
static verb_tense tense_from(slice text, const sentence *s, size_t at) {
    while (at < s->token_count && !is_finite(&s->tokens[at]))
        at++;
    return at < s->token_count ? tense_of_verb(text, s, at) : TENSE_NONE;
}

/* "The vote is on Sunday", "the talks open Monday": a verb in the present just before a date. */
static bool tells_date_ahead(const sentence *s, size_t verb, size_t date) {
    const token *t = &s->tokens[verb];
    bool present = t->pos == POS_PRESENT || word_is(t->classes, BE);
    if (!present || word_is(t->classes, PAST) || word_is(t->classes, SAY))
        return false;
    for (size_t i = verb + 1; i < date; i++)
        if (s->tokens[i].pos != POS_PREPOSITION && s->tokens[i].pos != POS_ADVERB)
            return false;
    return true;
}

/* "the decision, announced Wednesday": a participle that no auxiliary governs tells its own time.
 */
static bool stands_alone(const sentence *s, size_t at) {
    while (at > 0 && s->tokens[at - 1].pos == POS_ADVERB)
        at--;
    return at == 0 || !is_finite(&s->tokens[at - 1]);
}

/*
 * The tense of the verb nearest before the expression. An infinitive tells what is planned, a
 * participle what was done. False where none stands among the tokens from `first` on.
 */
static bool tense_before(slice text, const sentence *s, const expression *e, size_t first,
                         verb_tense *out) {
    size_t here = tense_token_behind(s, e->start);
    bool done = false;
    for (size_t i = here; i > first; i--) {
        const token *t = &s->tokens[i - 1];
        bool ahead = is_finite(t) && !e->is_owner && tells_date_ahead(s, i - 1, here);
        bool near = i + NEAR_INFINITIVE >= here && !e->is_owner;
        *out = ahead ? TENSE_FUTURE : TENSE_PAST;
        if (is_finite(t) && !ahead)
            *out = tense_of_verb(text, s, i - 1);
        if (is_finite(t))
            return true;
        if (t->pos == POS_PARTICIPLE && !word_is(t->classes, PLAN) && stands_alone(s, i - 1))
            return true;
        *out = TENSE_FUTURE;
        if (t->pos == POS_TO && near && !is_carried_out(text, s, i - 1))
            return true;
        done = done || t->pos == POS_PARTICIPLE;
    }
    *out = TENSE_PAST;
    return done && first == 0;
}

/* Where there is no verb before the expression, the nearest finite one behind it tells. */
verb_tense tense_around(slice text, const sentence *s, const expression *e) {
    size_t here = tense_token_behind(s, e->start), behind = tense_token_behind(s, e->end);
    verb_tense told;
    if (e->is_ahead) /* "until Friday, it was" */
        return here == 1 && tense_from(text, s, behind) == TENSE_PAST ? TENSE_PAST : TENSE_FUTURE;
    return tense_before(text, s, e, 0, &told) ? told : tense_from(text, s, behind);
}

bool tense_is_ahead_beside(slice text, sentence *s, const expression *e, arena *a) {
    sentence_cut(text, s, a);
    size_t here = tense_token_behind(s, e->start), behind = tense_token_behind(s, e->end);
    for (size_t i = here > 2 ? here - 2 : 0; i < s->token_count && i < behind + 2; i++) {
        bool leads = word_leads_infinitive(token_text(text, &s->tokens[i]));
        if (leads)
            sentence_analyse(text, s, a);
        if (looks_ahead(s->tokens[i].classes) || (leads && s->tokens[i].pos == POS_TO))
            return true;
    }
    return false;
}

/* ---- By the words alone -------------------------------------------------------------------- */

/* A listed word that may stand between a verb and its date. */
#define BESIDE_VERB                                                                                \
    (WORD(PREPOSITION) | WORD(ADVERB) | WORD(PARTICLE) | WORD(NEGATION) | WORD(OPENER) |           \
     WORD(SUBORDINATOR) | WORD(ADJECTIVE) | WORD(RELATIVE) | WORD(ABOUT) | WORD(AT_LEAST) |        \
     WORD(AT_MOST))

static bool may_be_present(slice word, word_classes c) {
    bool plural = word.data[word.length - 1] == 's';
    if (c & (WORD(PAST) | WORD(SAY)))
        return false;
    if (c & (WORD(VERB) | WORD(BE) | WORD(HAVE) | WORD(DO)))
        return true;
    if (plural) /* or the third person */
        return !(c & ~(WORD(NOUN) | WORD_KINDS));
    return !c && word.data[0] >= 'a' && word.data[0] <= 'z' && !ending_is_no_present(word);
}

static bool may_stand_beside_verb(slice word, word_classes c) {
    return (c & BESIDE_VERB) || ending_is_adverb(word);
}

/* "the city", "of emergency": no finite verb stands behind such a word, but a noun does. */
static bool leads_noun(const token *t) {
    word_classes others = WORD(PRONOUN) | WORD(RELATIVE) | WORD(SUBORDINATOR) | WORD(ADVERB);
    return (t->classes & (WORD(DETERMINER) | WORD(POSSESSIVE) | WORD(PREPOSITION))) &&
           !(t->classes & others);
}

/* As tells_date_ahead() asks the words before the date, from the date back. */
static bool may_tell_date_ahead(slice text, const sentence *s, size_t date) {
    for (size_t i = date; i > 0; i--) {
        slice word = token_text(text, &s->tokens[i - 1]);
        bool noun = i > 1 && leads_noun(&s->tokens[i - 2]);
        if (!noun && may_be_present(word, s->tokens[i - 1].classes))
            return true;
        if (!may_stand_beside_verb(word, s->tokens[i - 1].classes))
            return false;
    }
    return false;
}

/* "is (about, not yet) to": behind what may be an auxiliary. */
static bool may_be_to_do(const sentence *s, size_t to) {
    for (size_t i = to > TO_DO_REACH ? to - TO_DO_REACH : 0; i < to; i++)
        if (s->tokens[i].classes & (WORD(BE) | WORD(HAVE) | WORD(DO)))
            return true;
    return false;
}

/* "said", "came": a listed past that can be nothing else but a participle. */
static bool is_sure_past(const token *t) {
    word_classes others = WORD(NOUN) | WORD(ADJECTIVE) | WORD(ADVERB) | WORD(PREPOSITION) |
                          WORD(VERB) | WORD(BE) | WORD(HAVE) | WORD(DO) | WORD(MODAL) | WORD(PLAN);
    return word_is(t->classes, PAST) && !(t->classes & others);
}

/* "came", "officials said", but not "found"; a mark before it may part it from its subject. */
static bool is_sure_finite(const sentence *s, size_t at) {
    const token *t = &s->tokens[at];
    bool says = word_is(t->classes, SAY) && at > 0 && s->tokens[at - 1].pos != POS_PUNCTUATION;
    return is_sure_past(t) && (says || !word_is(t->classes, PARTICIPLE));
}

typedef struct token_reach {
    size_t first;
    size_t end;
} token_reach;

/* An auxiliary or an adverb, which tense_of_verb() may find before a verb. */
static bool may_go_with_verb(slice text, const token *t) {
    return (t->classes & (WORD(BE) | WORD(HAVE) | WORD(DO) | WORD(MODAL))) ||
           may_stand_beside_verb(token_text(text, t), t->classes);
}

/* "said on Friday", but not "has said", "is said". */
static bool is_sure_past_around(slice text, const sentence *s, const expression *e) {
    size_t verb = tense_token_behind(s, e->start);
    bool led_in = verb > 1 && word_is(s->tokens[verb - 1].classes, PREPOSITION) &&
                  !word_leads_infinitive(token_text(text, &s->tokens[verb - 1]));
    verb -= led_in;
    return verb > 1 && !e->is_ahead && is_sure_past(&s->tokens[verb - 1]) &&
           !may_go_with_verb(text, &s->tokens[verb - 2]);
}

/* The tokens among which tense_around() finds the verb that tells, by the words alone. */
static token_reach reach_of_verb(slice text, const sentence *s, size_t here) {
    size_t verb = here, behind = here;
    while (verb > 0 && !is_sure_past(&s->tokens[verb - 1]))
        verb--;
    if (verb > 0) {
        size_t first = verb - 1;
        while (first > 0 && may_go_with_verb(text, &s->tokens[first - 1]))
            first--;
        return (token_reach){first, here};
    }
    while (behind < s->token_count && !is_sure_finite(s, behind))
        behind++;
    return (token_reach){0, behind < s->token_count ? behind + 1 : behind};
}

/* Whether tense_around() could find a future, whatever the words of the sentence turn out to be. */
static bool may_be_future_around(slice text, const sentence *s, const expression *e) {
    size_t here = tense_token_behind(s, e->start);
    if (e->is_ahead || (!e->is_owner && may_tell_date_ahead(text, s, here)))
        return true;
    token_reach verbs = reach_of_verb(text, s, here);
    for (size_t i = verbs.first; i < s->token_count && i < verbs.end + TO_DO_REACH; i++) {
        const token *t = &s->tokens[i];
        bool near = !e->is_owner && i < here && i + 1 + NEAR_INFINITIVE >= here;
        if (word_is(t->classes, PLAN) || (i < verbs.end && looks_ahead(t->classes)))
            return true;
        if (word_leads_infinitive(token_text(text, t)) && (near || may_be_to_do(s, i)))
            return true;
    }
    return false;
}

int tense_choose(tense_question *q, tense_choice choice) {
    const int *by = choice.by;
    bool back_matters = by[TENSE_PAST] != by[TENSE_NONE];
    bool ahead_matters = by[TENSE_FUTURE] != by[TENSE_NONE];
    if (!back_matters && !ahead_matters)
        return by[TENSE_NONE];
    sentence_cut(q->text, q->within, q->owner);
    if (q->is_told || q->answered || !q->within->untagged)
        return by[tense_ask(q)];
    if (is_sure_past_around(q->text, q->within, q->about))
        return by[TENSE_PAST];
    if (!back_matters && !may_be_future_around(q->text, q->within, q->about))
        return by[TENSE_NONE];
    verb_tense told;
    if (tense_by_words(q->text, q->within, q->about, q->owner, &told))
        return by[told];
    return by[tense_ask(q)];
}

/* By the words from the nearest sure verb on, where one stands before the expression. */
static bool tense_of_part(tense_question *q) {
    if (q->about->is_ahead || q->is_told)
        return false;
    size_t first = tense_rests_on(q->text, q->within, q->about, q->owner);
    if (first == 0)
        return false;
    size_t here = tense_token_behind(q->within, q->about->start);
    sentence_analyse_near(q->text, q->within, first, here, q->owner);
    return tense_before(q->text, q->within, q->about, first, &q->answer);
}

verb_tense tense_ask(tense_question *q) {
    if (!q->answered) {
        sentence_cut(q->text, q->within, q->owner);
        if (!q->within->untagged || !tense_of_part(q)) {
            sentence_analyse(q->text, q->within, q->owner);
            q->answer = tense_around(q->text, q->within, q->about);
        }
        q->answered = true;
    }
    return q->answer;
}
