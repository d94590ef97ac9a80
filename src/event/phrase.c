/* SPDX-License-Identifier: MIT */
#include "event/phrase.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "event/worth.h"

phrase phrase_in(const tree *t, const range_list *dates, arena *a) {
    return (phrase){.tree = t,
                    .dates = dates,
                    .replaced = {NO_TOKEN, {"", 0}},
                    .verb = NO_TOKEN,
                    .owner = a,
                    .segment = ARENA_ARRAY(a, unsigned char, t->count)};
}

/* ---- Choosing ----------------------------------------------------------------------------- */

static bool date_is_left_out(const phrase *p, size_t at, size_t head) {
    const token_range *date = range_with(p->dates, at);
    if (date && range_holds(*date, head))
        return false; /* of a date that stays */
    if (date && tree_relation(p->tree, at) == RELATION_OBJ &&
        tree_dependent(p->tree, at, RELATION_DET) != NO_TOKEN)
        return false; /* "spent the summer" */
    if (!date || date_names_noun(p->tree, at, head)) {
        bool own = date && date->first == p->own_date.first;
        return own && at < head; /* "Monday's vote" without its date */
    }
    return true;
}

static void choose(phrase *p, const place *where, size_t at);

static void choose_part(phrase *p, place where, size_t top) {
    where.top = top;
    p->segments++;
    choose(p, &where, top);
}

/* Of a date that is left out, what the parser hung on it stays: "on June 16 | in Lucerne". */
static void choose_beside_date(phrase *p, const place *where, size_t at) {
    const tree *t = p->tree;
    for (size_t c = tree_first(t, at); c != NO_TOKEN; c = tree_next(t, c)) {
        if (range_with(p->dates, c)) {
            choose_beside_date(p, where, c);
        } else if (relation_is_oblique(tree_relation(t, c)) ||
                   tree_relation(t, c) == RELATION_NMOD) {
            if (is_set_off(t, c) || c < at)
                continue;
            *vector_push(&p->optional, p->owner) = (optional_part){c, OPTIONAL};
            choose(p, where, c);
        }
    }
}

/* ", Acme of Japan,": from the comma to the next one. */
static void pass_aside(phrase *p, size_t at, size_t head) {
    const tree *t = p->tree;
    size_t first = tree_below(t, at).first, end = at;
    while (first > head && !token_begins_with(t, first, ','))
        first--;
    while (end < t->count && !token_begins_with(t, end, ',') &&
           !pos_is_finite(tree_token(t, end)->pos))
        end++;
    if (first > head && token_begins_with(t, end, ','))
        *vector_push(&p->asides, p->owner) = (token_range){first, end};
}

static void choose_dependent(phrase *p, const place *where, size_t at, size_t head) {
    if (where->told && where->top != where->told->predicate &&
        tree_is_below(p->tree, where->told->predicate, at))
        return; /* a relative clause within the noun that it tells of */
    if (date_is_left_out(p, at, head)) {
        choose_beside_date(p, where, at);
        return;
    }
    worth kept = worth_of(p, where, at, head);
    if (kept == LEFT_OUT && tree_relation(p->tree, at) == RELATION_APPOS)
        pass_aside(p, at, head);
    if (kept == LEFT_OUT || range_with(&p->asides, at))
        return;
    if (kept != NEEDED)
        *vector_push(&p->optional, p->owner) = (optional_part){at, (int)kept};
    choose(p, where, at);
}

static void choose(phrase *p, const place *where, size_t at) {
    if (p->segment[at])
        return;
    p->segment[at] = p->segments;
    for (size_t c = tree_first(p->tree, at); c != NO_TOKEN; c = tree_next(p->tree, c))
        choose_dependent(p, where, c, at);
}

/* Over the words of a date that is left out: "help [in 2011], referring to". */
static size_t before_date(const phrase *p, size_t at) {
    const token_range *date = at > 0 ? range_with(p->dates, at - 1) : NULL;
    if (!date || p->segment[date->first])
        return at;
    at = date->first;
    while (at > 0 && !p->segment[at - 1] && tree_relation(p->tree, at - 1) == RELATION_CASE)
        at--;
    return at;
}

/* "the mayor, Ana Berg|, left": the comma behind an apposition that stays, if anything does behind.
 */
static bool closes_apposition(const phrase *p, size_t at) {
    const tree *t = p->tree;
    size_t top = at > 0 && p->segment[at - 1] && token_begins_with(t, at, ',') ? at - 1 : NO_TOKEN;
    while (top != NO_TOKEN && tree_relation(t, top) != RELATION_APPOS)
        top = tree_head(t, top);
    if (top == NO_TOKEN || !is_enclosed(t, top))
        return false;
    for (size_t i = at + 1; i < t->count; i++)
        if (p->segment[i] == p->segment[at - 1] && tree_relation(t, i) != RELATION_PUNCT)
            return true;
    return false;
}

/* Marks stay where both their neighbours do; quotation marks and brackets never. */
static bool mark_stays(const phrase *p, size_t at) {
    const tree *t = p->tree;
    bool bracket = token_begins_with(t, at, '(') || token_begins_with(t, at, ')') ||
                   token_begins_with(t, at, '[') || token_begins_with(t, at, ']');
    penn_tag tag = tree_token(t, at)->tag;
    bool quote =
        tag == PENN_OPENING_QUOTE || tag == PENN_CLOSING_QUOTE || slice_is_quote(tree_word(t, at));
    size_t left = before_date(p, at), right = at + 1;
    while (token_begins_with(t, at, ':') && right < t->count && slice_is_quote(tree_word(t, right)))
        right++; /* "she said: [“]We are" */
    bool between = left > 0 && right < t->count && !bracket && !quote && p->segment[left - 1] &&
                   p->segment[left - 1] == p->segment[right] && right != p->verb;
    return between || closes_apposition(p, at);
}

/* "began in [May]": the parser may take what leads to a date for a part of the verb. */
static void leave_out_date_leads(phrase *p) {
    for (size_t i = 0; i < p->dates->count; i++) {
        size_t date = p->dates->items[i].first, behind = p->dates->items[i].end;
        if (behind < p->tree->count && tree_token(p->tree, behind)->tag == PENN_POS)
            continue; /* "in yesterday's election" */
        if (date > 0 && !p->segment[date] && tree_token(p->tree, date - 1)->pos == POS_PREPOSITION)
            p->segment[date - 1] = 0;
    }
}

static bool is_of_name(const phrase *p, size_t at) {
    return tree_token(p->tree, at)->pos == POS_PROPER && !range_with(p->dates, at);
}

/* The end of the name that begins at a token, if one of its words hangs on the noun before it or a
 * comma ends it; else the token. */
static size_t end_of_name_beside(const phrase *p, size_t first) {
    bool beside = false;
    size_t end = first;
    for (; end < p->tree->count && is_of_name(p, end); end++)
        beside = beside || tree_head(p->tree, end) == first - 1;
    return beside || token_begins_with(p->tree, end, ',') ? end : first;
}

/* "the 400-metre | Ever Given": a name beside its noun, whatever the parser takes it for. */
static void keep_names_beside(phrase *p) {
    for (size_t i = 1; i < p->tree->count; i++) {
        if (p->segment[i] || !p->segment[i - 1] || tree_token(p->tree, i - 1)->pos != POS_NOUN)
            continue;
        for (size_t end = end_of_name_beside(p, i); i < end; i++)
            p->segment[i] = p->segment[i - 1];
    }
}

/* "the Ever Given", "Port Said": a name stays whole, whatever the parser makes of its words. */
static void keep_names_whole(phrase *p) {
    for (size_t i = 1; i < p->tree->count; i++)
        if (!p->segment[i] && p->segment[i - 1] && is_of_name(p, i) && is_of_name(p, i - 1))
            p->segment[i] = p->segment[i - 1];
    for (size_t i = p->tree->count; i-- > 1;)
        if (!p->segment[i - 1] && p->segment[i] && is_of_name(p, i) && is_of_name(p, i - 1))
            p->segment[i - 1] = p->segment[i];
}

/* "two days later | three people": a number between a date that is left out and its noun. */
static void keep_numbers_behind_dates(phrase *p) {
    for (size_t i = 1; i + 1 < p->tree->count; i++)
        if (!p->segment[i] && p->segment[i + 1] && tree_token(p->tree, i)->pos == POS_NUMBER &&
            pos_is_nominal(tree_token(p->tree, i + 1)->pos) && !range_with(p->dates, i) &&
            range_with(p->dates, i - 1))
            p->segment[i] = p->segment[i + 1];
}

/* "'s" of an owner that is left out. */
static void leave_out_lone_possessives(phrase *p) {
    for (size_t i = 0; i < p->tree->count; i++)
        if (tree_token(p->tree, i)->tag == PENN_POS && (i == 0 || !p->segment[i - 1]))
            p->segment[i] = 0;
}

static void choose_marks(phrase *p) {
    leave_out_lone_possessives(p);
    keep_names_beside(p);
    keep_names_whole(p);
    keep_numbers_behind_dates(p);
    leave_out_date_leads(p);
    for (size_t i = 0; i < p->tree->count; i++)
        if (tree_relation(p->tree, i) == RELATION_PUNCT)
            p->segment[i] = mark_stays(p, i) ? p->segment[before_date(p, i) - 1] : 0;
}

void phrase_choose_noun(phrase *p, size_t noun) {
    choose_part(p, (place){NULL, NULL, noun}, noun);
    choose_marks(p);
}

/*
 * "who left": the words for the noun that a relative clause tells of are not said again. False
 * where these are an adverb or stand behind a preposition ("where", "in which").
 */
static bool leave_out_relative_words(phrase *p, const clause *c) {
    const tree *t = p->tree;
    token_range below = tree_below(t, c->predicate);
    bool may_be_object = true;
    for (size_t i = below.first; i < c->predicate; i++) {
        penn_tag tag = tree_token(t, i)->tag;
        bool relative = tag == PENN_WDT || tag == PENN_WP || tag == PENN_WRB;
        if (!relative)
            continue;
        may_be_object = may_be_object && tag != PENN_WRB;
        p->segment[i] = 0;
        for (size_t k = tree_first(t, i); k != NO_TOKEN; k = tree_next(t, k)) {
            p->segment[k] = 0;
            may_be_object = false;
        }
    }
    return may_be_object;
}

/* The auxiliaries that a joined predicate shares with the one above it: "was arrested | charged".
 */
static void choose_shared_auxiliaries(phrase *p, const clause *c) {
    const tree *t = p->tree;
    bool own = c->verb != c->predicate || pos_is_finite(tree_token(t, c->predicate)->pos);
    if (own || c->kind != CLAUSE_COORDINATE || !c->above)
        return;
    p->segments++;
    for (size_t d = tree_first(t, c->above->predicate); d != NO_TOKEN; d = tree_next(t, d)) {
        relation r = tree_relation(t, d);
        if (r == RELATION_AUX || (r == RELATION_AUX_PASS && c->passive))
            p->segment[d] = p->segments;
    }
}

/* What a relative clause says of its noun, which is not its subject: the noun as its object. */
static void choose_antecedent(phrase *p, const place *where, const clause *c, size_t noun) {
    const tree *t = p->tree;
    if (tree_dependent(t, c->predicate, RELATION_OBJ) != NO_TOKEN &&
        p->segment[tree_dependent(t, c->predicate, RELATION_OBJ)])
        return;
    unsigned char rest = (unsigned char)(p->segments + 2);
    choose_part(p, *where, noun);
    for (size_t i = c->predicate + 1; i < t->count; i++)
        if (p->segment[i] && p->segment[i] != p->segments)
            p->segment[i] = rest;
    p->segments = rest;
}

/* The name stands for all that belonged to the word. */
static void replace_all_of(phrase *p, size_t at) {
    token_range below = tree_below(p->tree, at);
    for (size_t i = below.first; i < below.end; i++)
        if (i != at && tree_is_below(p->tree, i, at))
            p->segment[i] = 0;
}

void phrase_choose_clause(phrase *p, const clause_list *clauses, const clause *c) {
    const tree *t = p->tree;
    place where = {clauses, c, NO_TOKEN};
    p->verb = c->verb;
    size_t subject = c->subject;
    bool shared = subject != NO_TOKEN && tree_head(t, subject) != c->predicate;
    if (shared) {
        choose_part(p, where, subject);
        choose_shared_auxiliaries(p, c);
    }
    choose_part(p, where, c->predicate);
    if (subject == p->replaced.at && subject != NO_TOKEN)
        replace_all_of(p, subject);
    if (c->kind == CLAUSE_RELATIVE) {
        size_t noun = clause_antecedent(t, c);
        if (leave_out_relative_words(p, c) && noun != NO_TOKEN)
            choose_antecedent(p, &where, c, noun);
    }
    choose_marks(p);
}

/* ---- Writing ------------------------------------------------------------------------------ */

static bool begins_with_any(slice word, const slice *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (slice_find_nocase(word, list[i], 0) == 0)
            return true;
    return false;
}

/* Whether "an" stands before it, not "a": by its letters, which tell it of nearly all words. */
static bool wants_an(slice word) {
    static const slice silent[] = {SLICE("hour"), SLICE("honest"), SLICE("honor"), SLICE("honour"),
                                   SLICE("heir"), SLICE("8"),      SLICE("11"),    SLICE("18")};
    static const slice spoken[] = {SLICE("uni"), SLICE("use"), SLICE("usua"), SLICE("eu"),
                                   SLICE("one"), SLICE("u."),  SLICE("ukr")};
    bool letters = word.length > 1 && ascii_is_upper(word.data[1]); /* "a UN team" */
    if (begins_with_any(word, silent, sizeof silent / sizeof *silent))
        return true;
    return word.length && strchr("aeiouAEIOU", word.data[0]) && !(letters && word.data[0] == 'U') &&
           !begins_with_any(word, spoken, sizeof spoken / sizeof *spoken);
}

/* "an | [April 20] | storm": an article as the word wants it that stands behind it now. */
static slice article_before(const phrase *p, size_t at) {
    size_t next = at + 1;
    while (next < p->tree->count && p->segment[next] != p->segment[at])
        next++;
    slice word = tree_word(p->tree, at);
    bool article = slice_equal_nocase(word, SLICE("a")) || slice_equal_nocase(word, SLICE("an"));
    if (!article || next == at + 1 || next == p->tree->count)
        return word;
    return wants_an(tree_word(p->tree, next)) ? SLICE("an") : SLICE("a");
}

static void add_word(const phrase *p, buffer *out, size_t at, size_t last) {
    const tree *t = p->tree;
    bool closes = (token_begins_with(t, at, ',') || token_begins_with(t, at, ':')) &&
                  tree_relation(t, at) == RELATION_PUNCT;
    bool apart = last != NO_TOKEN && !closes &&
                 (last + 1 != at || tree_token(t, last)->end < tree_token(t, at)->start);
    if (apart)
        buffer_add_char(out, ' ');
    slice word = at == p->replaced.at ? p->replaced.by : article_before(p, at);
    for (size_t i = 0; i < word.length; i++)
        buffer_add_char(out, ascii_is_space(word.data[i]) ? ' ' : word.data[i]);
}

slice phrase_text(const phrase *p) {
    buffer out = buffer_in(p->owner);
    size_t last = NO_TOKEN;
    for (unsigned segment = 1; segment <= p->segments; segment++)
        for (size_t i = 0; i < p->tree->count; i++) {
            if (p->segment[i] != segment)
                continue;
            add_word(p, &out, i, last);
            last = i;
        }
    return out.length ? buffer_slice(&out) : (slice){"", 0};
}

static void leave_out(phrase *p, size_t head) {
    token_range below = tree_below(p->tree, head);
    for (size_t i = below.first; i < below.end; i++)
        if (p->segment[i] && tree_is_below(p->tree, i, head))
            p->segment[i] = 0;
    choose_marks(p);
}

/* Whether a part goes before another: the one that ends later, then the shorter one. So a text
 * loses its end first, as news does. */
static bool goes_before(const phrase *p, const optional_part *a, const optional_part *b) {
    if (a->order != b->order)
        return a->order < b->order;
    token_range left = tree_below(p->tree, a->head), right = tree_below(p->tree, b->head);
    return left.end != right.end ? left.end > right.end : left.first > right.first;
}

static size_t part_to_leave(const phrase *p) {
    size_t best = NO_TOKEN;
    for (size_t i = 0; i < p->optional.count; i++)
        if (p->segment[p->optional.items[i].head] &&
            (best == NO_TOKEN || goes_before(p, &p->optional.items[i], &p->optional.items[best])))
            best = i;
    return best;
}

/* Leaves out a part; of what stands before a name ("the car maker | Acme") all or nothing. */
static void leave_out_part(phrase *p, const optional_part *part) {
    size_t head = part->head, named = tree_head(p->tree, head);
    bool before_name = part->order == FIRST_TO_GO;
    leave_out(p, head);
    for (size_t i = 0; i < p->optional.count && before_name; i++) {
        const optional_part *other = &p->optional.items[i];
        if (other->order == FIRST_TO_GO && tree_head(p->tree, other->head) == named)
            leave_out(p, other->head);
    }
}

bool phrase_fit(phrase *p, size_t characters) {
    for (;;) {
        slice text = phrase_text(p);
        if (utf8_count(text, 0, text.length) <= characters)
            return true;
        size_t part = part_to_leave(p);
        if (part == NO_TOKEN)
            return false;
        leave_out_part(p, &p->optional.items[part]);
        p->optional.items[part] = p->optional.items[--p->optional.count];
    }
}
