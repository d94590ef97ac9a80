/* SPDX-License-Identifier: MIT */
#include "lang/tree.h"

#include "lang/parser.h"
#include "lang/tree_repair.h"

/* Dependents are hung in from the last to the first, so that each list is in order. */
static void link_dependents(const sentence *s, tree_node *nodes) {
    for (size_t i = s->token_count; i-- > 0;) {
        uint32_t head = s->tokens[i].head;
        if (head == TOKEN_ROOT)
            continue;
        nodes[i].next_dependent = nodes[head].first_dependent;
        nodes[head].first_dependent = i;
    }
}

/* Each word widens what is below the words above it; the walk up ends where nothing is widened. */
static void measure(const sentence *s, tree_node *nodes) {
    for (size_t i = 0; i < s->token_count; i++) {
        for (uint32_t above = s->tokens[i].head; above != TOKEN_ROOT;
             above = s->tokens[above].head) {
            token_range *below = &nodes[above].below;
            if (range_holds(*below, i))
                break;
            below->first = i < below->first ? i : below->first;
            below->end = i >= below->end ? i + 1 : below->end;
        }
    }
}

/* What stands in brackets has at most so many words. */
#define LONGEST_ASIDE 32
/* Words before the dash of a dateline. */
#define LONGEST_DATELINE 14
/* Who says what stands before has at most so many words, and that at least so many. */
#define LONGEST_REPORT    24
#define SHORTEST_REPORTED 3

/* ---- Words in brackets -------------------------------------------------------------------- */

/* Behind the bracket that closes the one at `open`; `open` itself where none does. */
static size_t behind_brackets(slice text, const sentence *s, size_t open) {
    char first = text.data[s->tokens[open].start];
    char close = first == '(' ? ')' : first == '[' ? ']' : 0;
    for (size_t i = open + 1; close && i < s->token_count && i <= open + LONGEST_ASIDE; i++)
        if (text.data[s->tokens[i].start] == close)
            return i + 1;
    return open;
}

static bool is_in_capitals(slice word) {
    for (size_t i = 0; i < word.length; i++)
        if (!ascii_is_upper(word.data[i]))
            return false;
    return word.length > 1;
}

static bool is_dash(slice word) {
    return slice_equal(word, SLICE("-")) || slice_equal(word, SLICE("--")) ||
           slice_equal(word, SLICE("–")) || slice_equal(word, SLICE("—"));
}

/* "MOSCOW, May 3 (Reuters) -", "FILE -": behind the dash of what leads into a report; 0 if none. */
static size_t behind_dateline(slice text, const sentence *s) {
    if (s->token_count == 0 || !is_in_capitals(token_text(text, &s->tokens[0])))
        return 0;
    for (size_t i = 1; i + 1 < s->token_count && i <= LONGEST_DATELINE; i++)
        if (s->tokens[i - 1].end < s->tokens[i].start && is_dash(token_text(text, &s->tokens[i])))
            return i + 1;
    return 0;
}

/* The words that stand in no brackets, copied to `outside`; their places in the sentence to `at`.
 */
static size_t take_outside(slice text, const sentence *s, token *outside, uint32_t *at) {
    size_t count = 0;
    for (size_t i = behind_dateline(text, s); i < s->token_count;) {
        size_t behind = behind_brackets(text, s, i);
        if (behind > i) {
            i = behind;
            continue;
        }
        at[count] = (uint32_t)i;
        outside[count++] = s->tokens[i++];
    }
    return count;
}

/*
 * Words in brackets hang each on the word before it; those that the sentence begins with on its
 * root, so that they are of no part of it.
 */
static void put_back(sentence *s, const token *outside, const uint32_t *at, size_t count) {
    size_t root = 0;
    while (outside[root].head != TOKEN_ROOT)
        root++;
    for (size_t i = 0; i < s->token_count; i++) {
        s->tokens[i].head = i < at[0] ? at[root] : (uint32_t)i - 1;
        s->tokens[i].relation = RELATION_PARATAXIS;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t head = outside[i].head;
        s->tokens[at[i]].head = head == TOKEN_ROOT ? TOKEN_ROOT : at[head];
        s->tokens[at[i]].relation = outside[i].relation;
    }
}

static void parse_outside_brackets(slice text, sentence *s, arena *a) {
    token *outside = ARENA_ARRAY(a, token, s->token_count);
    uint32_t *at = ARENA_ARRAY(a, uint32_t, s->token_count);
    size_t count = take_outside(text, s, outside, at);
    if (count == 0 || count == s->token_count) {
        sentence_parse(text, s, a);
        return;
    }
    sentence shorter = {.start = s->start, .end = s->end, .tokens = outside, .token_count = count};
    sentence_parse(text, &shorter, a);
    put_back(s, outside, at, count);
}

/* ---- Who says it, at the end -------------------------------------------------------------- */

static bool is_comma(slice text, const sentence *s, size_t at) {
    return text.data[s->tokens[at].start] == ',';
}

static bool says(const sentence *s, size_t at) {
    return word_is(s->tokens[at].classes, SAY) && pos_is_finite(s->tokens[at].pos);
}

/*
 * The comma behind which the sentence's last words tell who says the rest: "…, officials said on
 * Monday." They have one verb, of saying. SIZE_MAX where there are no such words.
 */
static size_t comma_before_speaker(slice text, const sentence *s) {
    size_t verbs = 0, nouns = 0, end = s->token_count;
    for (size_t i = end; i-- > 0 && i + LONGEST_REPORT > end;) {
        const token *t = &s->tokens[i];
        verbs += says(s, i);
        if ((pos_is_verb(t->pos) || t->pos == POS_AUXILIARY) && !says(s, i))
            break;
        nouns += pos_is_nominal(t->pos);
        bool closes = is_comma(text, s, i) ||
                      (t->pos == POS_PUNCTUATION && i > 0 && is_comma(text, s, i - 1));
        if (verbs == 1 && nouns > 0 && closes && i >= SHORTEST_REPORTED)
            return is_comma(text, s, i) ? i : i - 1;
        if (verbs > 1 || t->pos == POS_SUBORDINATOR || t->pos == POS_RELATIVE)
            break;
    }
    return SIZE_MAX;
}

static uint32_t root_of_tokens(const sentence *s) {
    uint32_t root = 0;
    while (s->tokens[root].head != TOKEN_ROOT)
        root++;
    return root;
}

/* Where a second sentence begins that a colon or a semicolon joins to the first; else SIZE_MAX. */
static size_t second_sentence(slice text, const sentence *s) {
    size_t verbs = 0, mark = SIZE_MAX;
    for (size_t i = 0; i < s->token_count; i++) {
        char c = text.data[s->tokens[i].start];
        bool ends = (c == ';' || c == ':') && s->tokens[i].end == s->tokens[i].start + 1;
        verbs += pos_is_finite(s->tokens[i].pos) || s->tokens[i].pos == POS_AUXILIARY;
        if (mark == SIZE_MAX && ends && verbs > 0) {
            mark = i;
            verbs = 0;
        }
    }
    return mark != SIZE_MAX && verbs > 0 ? mark + 1 : SIZE_MAX;
}

static void parse_in_pieces(slice text, sentence *s, arena *a);

/* Parses what stands before a token and what stands from it on, each as a sentence. */
static void parse_in_two(slice text, sentence *s, size_t at, arena *a, uint32_t roots[2]) {
    sentence first = {
        .start = s->start, .end = s->tokens[at].start, .tokens = s->tokens, .token_count = at};
    sentence second = {.start = s->tokens[at].start,
                       .end = s->end,
                       .tokens = s->tokens + at,
                       .token_count = s->token_count - at};
    parse_in_pieces(text, &first, a);
    parse_in_pieces(text, &second, a);
    roots[0] = root_of_tokens(&first);
    roots[1] = root_of_tokens(&second) + (uint32_t)at;
    for (size_t i = at; i < s->token_count; i++)
        if (s->tokens[i].head != TOKEN_ROOT)
            s->tokens[i].head += (uint32_t)at;
}

/*
 * What is said and who says it are parsed each for itself, and so are two sentences in one: no
 * parser mixes them up then.
 */
static void parse_in_pieces(slice text, sentence *s, arena *a) {
    uint32_t roots[2];
    size_t second = second_sentence(text, s);
    size_t comma = second == SIZE_MAX ? comma_before_speaker(text, s) : SIZE_MAX;
    if (second != SIZE_MAX) {
        parse_in_two(text, s, second, a, roots);
        s->tokens[roots[1]].head = roots[0];
        bool said = says(s, roots[0]) && text.data[s->tokens[second - 1].start] == ':';
        s->tokens[roots[1]].relation = said ? RELATION_CCOMP : RELATION_PARATAXIS;
    } else if (comma != SIZE_MAX && comma > 0) {
        parse_in_two(text, s, comma, a, roots);
        s->tokens[roots[0]].head = roots[1];
        s->tokens[roots[0]].relation = RELATION_CCOMP;
    } else {
        parse_outside_brackets(text, s, a);
    }
}

/* ---- The tree ----------------------------------------------------------------------------- */

/* What stands as a name is tagged as one: "the Ever Given" has no adverb for a parser to hang off.
 */
static void tag_names(sentence *s) {
    for (size_t i = 0; i < s->token_count; i++) {
        token *t = &s->tokens[i];
        if (t->pos == POS_PROPER && t->tag != PENN_NNP && t->tag != PENN_NNPS) {
            t->tag = PENN_NNP;
            t->universal = UNIVERSAL_PROPN;
        }
    }
}

tree tree_of(slice text, sentence *s, arena *a) {
    sentence_analyse(text, s, a);
    tag_names(s);
    parse_in_pieces(text, s, a);
    s->parsed = true;
    tag_names(s);
    tree_repair(s);
    tree_node *nodes = ARENA_ARRAY(a, tree_node, s->token_count);
    tree t = {text, s, nodes, s->token_count, NO_TOKEN};
    for (size_t i = 0; i < t.count; i++) {
        nodes[i] = (tree_node){NO_TOKEN, NO_TOKEN, {i, i + 1}};
        if (s->tokens[i].head == TOKEN_ROOT)
            t.root = i;
    }
    link_dependents(s, nodes);
    measure(s, nodes);
    return t;
}

size_t tree_dependent(const tree *t, size_t head, relation r) {
    size_t at = tree_first(t, head);
    while (at != NO_TOKEN && tree_relation(t, at) != r)
        at = tree_next(t, at);
    return at;
}

bool tree_is_below(const tree *t, size_t at, size_t above) {
    while (at != NO_TOKEN && at != above)
        at = tree_head(t, at);
    return at == above;
}
