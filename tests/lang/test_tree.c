/* SPDX-License-Identifier: MIT */
#include "lang/tree.h"
#include "support/check.h"

static tree tree_of_text(arena *a, const char *text) {
    sentence_list sentences = {0};
    slice whole = slice_of(text);
    sentences_split(whole, 0, whole.length, a, &sentences);
    CHECK_INT(sentences.count, 1);
    return tree_of(whole, &sentences.items[0], a);
}

static size_t word(const tree *t, const char *form) {
    for (size_t i = 0; i < t->count; i++)
        if (slice_equal(tree_word(t, i), slice_of(form)))
            return i;
    return NO_TOKEN;
}

/* "dependent relation head", the head "-" for the root. */
static void check_arc(const tree *t, const char *dependent, const char *name, const char *head) {
    size_t at = word(t, dependent);
    size_t above = at == NO_TOKEN ? NO_TOKEN : tree_head(t, at);
    slice found = above == NO_TOKEN ? SLICE("-") : tree_word(t, above);
    CHECK_AT(at != NO_TOKEN && slice_equal(found, slice_of(head)) &&
                 slice_equal(relation_name(tree_relation(t, at)), slice_of(name)),
             "%s is no %s of %s", dependent, name, head);
}

static void dependents_stand_in_order(arena *a) {
    tree t = tree_of_text(a, "The old mayor left the quiet town on Monday.");
    CHECK_INT(t.root, word(&t, "left"));
    for (size_t i = 0; i < t.count; i++) {
        token_range below = tree_below(&t, i);
        size_t last = NO_TOKEN;
        CHECK(range_holds(below, i));
        for (size_t c = tree_first(&t, i); c != NO_TOKEN; c = tree_next(&t, c)) {
            CHECK(last == NO_TOKEN || c > last);
            CHECK_INT(tree_head(&t, c), i);
            CHECK(tree_below(&t, c).first >= below.first && tree_below(&t, c).end <= below.end);
            last = c;
        }
    }
    CHECK(tree_is_below(&t, word(&t, "old"), t.root));
    CHECK(!tree_is_below(&t, word(&t, "old"), word(&t, "town")));
    CHECK_INT(tree_dependent(&t, t.root, RELATION_OBJ), word(&t, "town"));
    CHECK_INT(tree_dependent(&t, t.root, RELATION_CCOMP), NO_TOKEN);
}

/* What brackets hold is no part of the sentence around them. */
static void brackets_stand_aside(arena *a) {
    tree t = tree_of_text(a, "The mayor (who lost the vote) left the town.");
    check_arc(&t, "left", "root", "-");
    check_arc(&t, "mayor", "nsubj", "left");
    check_arc(&t, "lost", "parataxis", "who");
    tree leading = tree_of_text(a, "(Photo by Ana Berg) The mayor left the town.");
    check_arc(&leading, "mayor", "nsubj", "left");
    check_arc(&leading, "Ana", "parataxis", "left");
    tree only = tree_of_text(a, "(a) (b)");
    CHECK_INT(only.count, 6);
    tree open = tree_of_text(a, "The mayor ( left the town.");
    check_arc(&open, "town", "obj", "left");
}

static void reports_are_parsed_apart(arena *a) {
    tree t = tree_of_text(a, "The ferry hit the pier and sank on Monday, the harbour master said.");
    check_arc(&t, "said", "root", "-");
    check_arc(&t, "master", "nsubj", "said");
    check_arc(&t, "hit", "ccomp", "said");
    check_arc(&t, "ferry", "nsubj", "hit");
}

static void two_sentences_are_parsed_apart(arena *a) {
    tree t = tree_of_text(a, "The talks ended on Monday; the sides signed a truce on Friday.");
    check_arc(&t, "ended", "root", "-");
    check_arc(&t, "signed", "parataxis", "ended");
    check_arc(&t, "Friday", "obl", "signed");
    tree said = tree_of_text(a, "The mayor said: the bridge is safe.");
    check_arc(&said, "safe", "ccomp", "said");
}

/* A participle right behind a noun's subject is a verb, whatever the parser took it for. */
static void verbs_are_no_participles(arena *a) {
    tree t = tree_of_text(
        a, "After the attack, the port authority tightened controls at all terminals.");
    check_arc(&t, "tightened", "root", "-");
    check_arc(&t, "authority", "nsubj", "tightened");
    check_arc(&t, "controls", "obj", "tightened");
    check_arc(&t, "attack", "obl", "tightened");
    check_arc(&t, "terminals", "nmod", "controls");
    tree noun = tree_of_text(a, "The mayor is an elected officer.");
    check_arc(&noun, "officer", "root", "-");
    check_arc(&noun, "elected", "amod", "officer");
}

/* A clause has its own subject, which the parser may give to the verb above, and what is said
 * depends on that verb, not on who says it. */
static void clauses_have_their_subjects(arena *a) {
    tree t = tree_of_text(a, "Ana Berg, who leads the club, said cracks found over the winter did "
                             "not weaken the dam.");
    check_arc(&t, "cracks", "nsubj", "weaken");
    check_arc(&t, "weaken", "ccomp", "said");
    check_arc(&t, "Ana", "nsubj", "said");
    tree of_guard =
        tree_of_text(a, "A guard who says he was beaten by the police has left the town.");
    check_arc(&of_guard, "beaten", "ccomp", "says");
    check_arc(&of_guard, "says", "acl:relcl", "guard");
    tree since = tree_of_text(a, "The ferry has been lying in the bay since a pilot boat hired by "
                                 "Acme caught fire on May 3.");
    check_arc(&since, "boat", "nsubj", "caught");
    check_arc(&since, "caught", "advcl", "lying");
    tree as = tree_of_text(
        a, "The strike ends as Jonas Falk and Bob Stone prepare to sign the contract.");
    check_arc(&as, "Jonas", "nsubj", "prepare");
    check_arc(&as, "as", "mark", "prepare");
    check_arc(&as, "prepare", "advcl", "ends");
    tree told = tree_of_text(a, "The mayor told reporters that the ferry was safe.");
    check_arc(&told, "ferry", "nsubj", "safe");
    CHECK(tree_relation(&told, word(&told, "reporters")) != RELATION_NSUBJ);
}

static void any_bytes_have_one_root(arena *a) {
    static const char *texts[] = {"(",        ")(", "[[[[", "; : ;", ", said", ", , , he said",
                                  "x: y said"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        tree t = tree_of_text(a, texts[i]);
        size_t roots = 0;
        for (size_t k = 0; k < t.count; k++)
            roots += tree_head(&t, k) == NO_TOKEN;
        CHECK_AT(roots == 1, "\"%s\" has %zu roots", texts[i], roots);
        for (size_t k = 0; k < t.count; k++)
            CHECK_AT(tree_is_below(&t, k, t.root), "\"%s\": word %zu hangs loose", texts[i], k);
    }
}

int main(void) {
    RUN_IN_ARENA(dependents_stand_in_order);
    RUN_IN_ARENA(brackets_stand_aside);
    RUN_IN_ARENA(reports_are_parsed_apart);
    RUN_IN_ARENA(two_sentences_are_parsed_apart);
    RUN_IN_ARENA(verbs_are_no_participles);
    RUN_IN_ARENA(clauses_have_their_subjects);
    RUN_IN_ARENA(any_bytes_have_one_root);
    return tests_end();
}
