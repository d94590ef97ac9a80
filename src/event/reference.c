/* SPDX-License-Identifier: MIT */
#include "event/reference.h"

#include "event/name.h"
#include "event/phrase.h"

/* A noun phrase that stands for a pronoun has at most this many characters. */
#define LONGEST_NAME 60

/* A lone pronoun that stands for something told before. */
static bool is_reference(const tree *t, size_t at) {
    return tree_token(t, at)->tag == PENN_PRP;
}

static bool is_joined(const tree *t, size_t at) {
    return tree_dependent(t, at, RELATION_CONJ) != NO_TOKEN;
}

slice name_of_subject(const tree *t, size_t at, arena *a) {
    static const range_list no_dates = {0};
    if (tree_token(t, at)->pos == POS_PRONOUN || !pos_is_nominal(tree_token(t, at)->pos))
        return (slice){"", 0};
    name_span name;
    if (!is_joined(t, at) && name_at(t, at, &name) && name.kind == NAME_KIND_PERSON)
        return name_text(t, name.words, a);
    phrase p = phrase_in(t, &no_dates, a);
    phrase_choose_noun(&p, at);
    return phrase_fit(&p, LONGEST_NAME) ? phrase_text(&p) : (slice){"", 0};
}

/* "EU": more than the first letter is a capital. */
static bool is_acronym(const tree *t, size_t at) {
    slice text = tree_word(t, at);
    return text.length > 1 && ascii_is_upper(text.data[1]);
}

/* The name of one, which the list knows as a person's, or as nobody's and looks like one. */
static bool names_person(const tree *t, size_t at) {
    const token *word = tree_token(t, at);
    if (word->pos != POS_PROPER || word->tag == PENN_NNPS || is_joined(t, at))
        return false;
    name_kind kind = name_kind_at(t, at);
    bool with_article = tree_dependent(t, at, RELATION_DET) != NO_TOKEN;
    return kind == NAME_KIND_PERSON ||
           (kind == NAME_KIND_UNKNOWN && !is_acronym(t, at) && !with_article);
}

static bool names_group(const tree *t, size_t at) {
    penn_tag tag = tree_token(t, at)->tag;
    return tag == PENN_NNS || tag == PENN_NNPS || is_joined(t, at);
}

static bool names_company(const tree *t, size_t at) {
    const token *word = tree_token(t, at);
    if (word->pos != POS_PROPER || word->tag == PENN_NNPS || is_joined(t, at))
        return false;
    name_kind kind = name_kind_at(t, at);
    bool with_article = tree_dependent(t, at, RELATION_DET) != NO_TOKEN;
    return kind == NAME_KIND_ORGANISATION || kind == NAME_KIND_PLACE ||
           (kind == NAME_KIND_UNKNOWN && (is_acronym(t, at) || with_article));
}

/* Whether what stands at `noun` can be meant by the pronoun at `at`. */
static bool may_stand_for(const tree *t, size_t at, size_t noun) {
    slice word = tree_word(t, at);
    if (word_is(tree_classes(t, at), PERSON_PRONOUN))
        return names_person(t, noun) || (tree_token(t, noun)->pos == POS_NOUN &&
                                         word_is(tree_classes(t, noun), PERSON_TITLE));
    if (slice_equal_nocase(word, SLICE("they")))
        return names_group(t, noun);
    return slice_equal_nocase(word, SLICE("it")) && !is_joined(t, noun) && !names_person(t, noun) &&
           tree_token(t, noun)->tag != PENN_NNS && !word_is(tree_classes(t, noun), PERSON_TITLE);
}

/* Only the subject of the first main clause is what a text goes on about. */
bool subjects_of(const clause_list *l, last_subjects *last, arena *a) {
    const tree *t = l->tree;
    *last = (last_subjects){{"", 0}, {"", 0}, {"", 0}};
    for (size_t i = 0; i < l->count; i++) {
        const clause *c = &l->items[i];
        if (c->kind != CLAUSE_MAIN || c->subject == NO_TOKEN)
            continue;
        if (is_reference(t, c->subject))
            return false;
        slice name = name_of_subject(t, c->subject, a);
        if (names_person(t, c->subject))
            last->person = name;
        if (names_company(t, c->subject))
            last->company = name;
        if (names_group(t, c->subject))
            last->group = name;
        return true;
    }
    return true;
}

/* The last subject before a word that is no pronoun; NO_TOKEN where there is none. */
static size_t subject_before(const clause_list *l, size_t at) {
    size_t found = NO_TOKEN;
    for (size_t i = 0; i < l->count; i++) {
        size_t subject = l->items[i].subject;
        if (subject != NO_TOKEN && subject < at && (found == NO_TOKEN || subject > found) &&
            tree_token(l->tree, subject)->pos != POS_PRONOUN)
            found = subject;
    }
    return found;
}

/* In the sentence: who says it, else the nearest subject before the pronoun, if it fits. */
static size_t antecedent_in_sentence(const clause_list *l, const clause *c, size_t at) {
    report said = clause_report(l, c);
    if (said.by && said.who != NO_TOKEN && said.who < at && may_stand_for(l->tree, at, said.who))
        return said.who;
    size_t nearest = subject_before(l, at);
    return nearest != NO_TOKEN && may_stand_for(l->tree, at, nearest) ? nearest : NO_TOKEN;
}

/* "our president [Ana Berg]", "he [Berg]": whom an editor says is meant; "" if none does. */
static slice named_in_brackets(const tree *t, size_t at) {
    slice text = t->text;
    if (at + 2 >= t->count || text.data[tree_token(t, at + 1)->start] != '[' ||
        tree_token(t, at + 2)->pos != POS_PROPER)
        return (slice){"", 0};
    size_t end = at + 2;
    while (end < t->count && tree_token(t, end)->pos == POS_PROPER)
        end++;
    if (end == t->count || text.data[tree_token(t, end)->start] != ']')
        return (slice){"", 0};
    return slice_range(text, tree_token(t, at + 2)->start, tree_token(t, end - 1)->end);
}

slice reference_within(const clause_list *l, const clause *c, size_t at, arena *a) {
    const tree *t = l->tree;
    slice named = named_in_brackets(t, at);
    if (named.length || !is_reference(t, at))
        return named;
    size_t within = antecedent_in_sentence(l, c, at);
    return within != NO_TOKEN ? name_of_subject(t, within, a) : (slice){"", 0};
}

bool reference_is_open(const clause_list *l, size_t at) {
    const tree *t = l->tree;
    slice word = tree_word(t, at);
    return is_reference(t, at) && subject_before(l, at) == NO_TOKEN &&
           (word_is(tree_classes(t, at), PERSON_PRONOUN) ||
            slice_equal_nocase(word, SLICE("they")) || slice_equal_nocase(word, SLICE("it")));
}

slice reference_before(const tree *t, size_t at, const last_subjects *last) {
    if (word_is(tree_classes(t, at), PERSON_PRONOUN))
        return last->person;
    return slice_equal_nocase(tree_word(t, at), SLICE("they")) ? last->group : last->company;
}
