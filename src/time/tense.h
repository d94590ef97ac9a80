/* SPDX-License-Identifier: MIT */
/*
 * Whether the words around a time expression look back or ahead: which of two Mondays is meant.
 * The rules are those of a verb's form; which verbs carry out what an infinitive behind them says
 * is told by the language (time/en/verbs.re).
 */
#ifndef TIME_TENSE_H
#define TIME_TENSE_H

#include "time/expression.h"

/* The index of the first token that begins at an offset of the text, or behind it. */
size_t tense_token_behind(const sentence *s, size_t offset);

/* Of an analysed sentence. */
verb_tense tense_around(slice text, const sentence *s, const expression *e);

/* Whether the words next to an expression look ahead: "will soon", "soon to be". */
bool tense_is_ahead_beside(slice text, sentence *s, const expression *e, arena *a);

/* "To" makes a plan of "is" this many words before it at most: "is not yet to". */
#define TO_DO_REACH 3

/*
 * Of a cut sentence, by what its words can be. False where one that counts may be more than one
 * thing; else hardly ever another tense than tense_around() finds. The arena's work fails where the
 * tagger's model does not fit.
 */
bool tense_by_words(slice text, const sentence *s, const expression *e, arena *a, verb_tense *out);

/*
 * The first token that the tense rests on where it is that of a verb before the expression: of the
 * nearest that is one for sure, with its auxiliaries. 0 where none is.
 */
size_t tense_rests_on(slice text, const sentence *s, const expression *e, arena *a);

/*
 * Given by the language: whether a verb, in any form, carries out the infinitive behind it, so that
 * it is no plan: "failed to come", "took a day to reach", "declined to comment".
 */
bool verb_carries_out(slice verb);
/* Given by the language: what stands before an infinitive, "to" and the "na" of "gonna". */
bool word_leads_infinitive(slice word);
/* Given by the language: an ending by which a word that is not listed is no verb in the present. */
bool ending_is_no_present(slice word);
/* Given by the language: an ending of the past and of participles of it. */
bool ending_is_past(slice word);
/* Given by the language: an ending of verbs in the third person, and of nouns in the plural. */
bool ending_is_third_person(slice word);
/* Given by the language: an ending of gerunds: "being". */
bool ending_is_gerund(slice word);
/* Given by the language: what makes an owner of the noun before it, the "'s" that may be a verb
 * too. */
bool clitic_may_possess(slice word);
/* Given by the language: an ending of adverbs. */
bool ending_is_adverb(slice word);
/* Given by the language: a modal that, denied, tells what was not done: "could not be found". */
bool modal_is_past(slice modal);

#endif
