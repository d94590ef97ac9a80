/* SPDX-License-Identifier: MIT */
#include "lang/train/lemmas.h"

#include "base/map.h"
#include "lang/lemma.h"

enum {
    LEAST_ENDING = 2, /* forms that share an ending, for it to have a rule */
    MOST_RULES = 4000
};

/* A key of a table, and the rule that had most votes, the first among equals. */
typedef struct key_votes {
    uint32_t key;
    uint32_t total;
    uint32_t best;
    uint32_t best_votes;
} key_votes;

typedef struct ballot {
    arena *owner;
    map *index; /* of keys */
    map *votes; /* of a key with a rule */
    VECTOR(key_votes) keys;
} ballot;

/* A form with a tag; those of the n-th key of the forms' ballot. */
typedef struct seen_form {
    folded_word form;
    penn_tag tag;
} seen_form;

typedef struct learner {
    arena *owner;
    lemma_tables *tables;
    ballot forms, endings;
    VECTOR(seen_form) seen;
} learner;

static size_t *count_at(ballot *b, map *m, const void *bytes, size_t length, size_t initial) {
    slice key = {bytes, length};
    size_t *found = map_find(m, key);
    return found ? found : map_at(m, arena_copy(b->owner, key), initial);
}

/* True where the key is new. */
static bool vote(ballot *b, uint32_t key, uint32_t rule) {
    uint32_t pair[2] = {key, rule};
    size_t at = *count_at(b, b->index, &key, sizeof key, b->keys.count);
    size_t votes = ++*count_at(b, b->votes, pair, sizeof pair, 0);
    bool is_new = at == b->keys.count;
    if (is_new)
        *vector_push(&b->keys, b->owner) = (key_votes){.key = key};
    key_votes *k = &b->keys.items[at];
    k->total++;
    if (votes > k->best_votes) {
        k->best = rule;
        k->best_votes = (uint32_t)votes;
    }
    return is_new;
}

/* Digits are folded, so that a rule that adds one would add the wrong one. */
static bool has_digit(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (ascii_is_digit(bytes[i]))
            return true;
    return false;
}

static lemma_rule rule_between(const folded_word *form, const folded_word *lemma) {
    size_t same = 0;
    while (same < form->length && same < lemma->length && form->bytes[same] == lemma->bytes[same])
        same++;
    size_t added = lemma->length - same;
    if (added > LEMMA_LONGEST_ENDING || has_digit(lemma->bytes + same, added))
        return (lemma_rule){0};
    lemma_rule rule = {.cut = same ? (uint8_t)(form->length - same) : LEMMA_CUT_ALL,
                       .length = (uint8_t)added};
    memcpy(rule.ending, lemma->bytes + same, added);
    return rule;
}

static uint32_t rule_numbered(learner *l, const lemma_rule *rule) {
    size_t count = l->tables->rules.count;
    for (size_t i = 0; i < count; i++)
        if (memcmp(&l->tables->rules.items[i], rule, sizeof *rule) == 0)
            return (uint32_t)i;
    if (count == MOST_RULES)
        return 0;
    *vector_push(&l->tables->rules, l->owner) = *rule;
    return (uint32_t)count;
}

static void vote_for_forms(learner *l, const corpus *treebanks) {
    for (size_t s = 0; s < treebanks->count; s++)
        for (size_t i = 0; i < treebanks->items[s].count; i++) {
            const corpus_word *w = &treebanks->items[s].words[i];
            penn_tag tag = (penn_tag)w->label.penn;
            folded_word form = word_fold(w->form), lemma = word_fold(w->lemma);
            lemma_rule rule = rule_between(&form, &lemma);
            if (vote(&l->forms, lemma_key(form.bytes, form.length, tag, true),
                     rule_numbered(l, &rule)))
                *vector_push(&l->seen, l->owner) = (seen_form){form, tag};
        }
}

static uint32_t ending_key(const seen_form *f, size_t length) {
    return lemma_key(f->form.bytes + f->form.length - length, length, f->tag, false);
}

static size_t longest_ending(const seen_form *f) {
    return f->form.length < LEMMA_LONGEST_SUFFIX ? f->form.length : LEMMA_LONGEST_SUFFIX;
}

/* Each form has one vote, so that what is frequent and irregular does not speak for others. */
static void vote_for_endings(learner *l) {
    for (size_t i = 0; i < l->seen.count; i++)
        for (size_t n = 0; n <= longest_ending(&l->seen.items[i]); n++)
            vote(&l->endings, ending_key(&l->seen.items[i], n), l->forms.keys.items[i].best);
}

static lemma_entry *insert(lemma_entry *table, size_t slots, uint32_t key, uint32_t rule) {
    size_t at = slot_of((uint64_t)key << 32, slots);
    while (table[at].key && table[at].key != key)
        at = at + 1 == slots ? 0 : at + 1;
    table[at] = (lemma_entry){.key = key, .rule = (uint16_t)rule};
    return &table[at];
}

static uint32_t rule_by_ending(const lemma_tables *t, const seen_form *f, size_t longest) {
    for (size_t n = longest + 1; n > 0; n--) {
        const lemma_entry *found = lemma_find(t->endings, t->ending_slots, ending_key(f, n - 1));
        if (found)
            return found->rule;
    }
    return 0;
}

/* From the shortest on; an ending is listed where it differs from what a shorter one says. */
static void list_endings(learner *l, lemma_tables *out) {
    for (size_t n = 0; n <= LEMMA_LONGEST_SUFFIX; n++)
        for (size_t i = 0; i < l->seen.count; i++) {
            const seen_form *f = &l->seen.items[i];
            if (n > longest_ending(f))
                continue;
            uint32_t key = ending_key(f, n);
            size_t at = *map_find(l->endings.index, (slice){(const char *)&key, sizeof key});
            const key_votes *k = &l->endings.keys.items[at];
            if (k->total >= LEAST_ENDING && k->best != (n ? rule_by_ending(out, f, n - 1) : 0))
                insert(out->endings, out->ending_slots, key, k->best);
        }
}

static size_t slots_for(size_t count) {
    return count * 4 / 3 + 8;
}

/* Copies a table into one that is as large as it needs to be. */
static void tighten(lemma_entry **table, size_t *slots, arena *a) {
    size_t used = 0;
    for (size_t i = 0; i < *slots; i++)
        used += (*table)[i].key != 0;
    lemma_entry *tight = ARENA_ARRAY(a, lemma_entry, slots_for(used));
    for (size_t i = 0; i < *slots; i++)
        if ((*table)[i].key)
            insert(tight, slots_for(used), (*table)[i].key, (*table)[i].rule);
    *table = tight;
    *slots = slots_for(used);
}

static ballot ballot_in(arena *a) {
    return (ballot){.owner = a, .index = map_new(a), .votes = map_new(a)};
}

lemma_tables lemmas_learn(const corpus *treebanks, arena *a) {
    lemma_tables t = {0};
    learner l = {.owner = a, .tables = &t, .forms = ballot_in(a), .endings = ballot_in(a)};
    *vector_push(&t.rules, a) = (lemma_rule){0}; /* the word itself */
    vote_for_forms(&l, treebanks);
    vote_for_endings(&l);
    t.ending_slots = slots_for(l.endings.keys.count);
    t.endings = ARENA_ARRAY(a, lemma_entry, t.ending_slots);
    list_endings(&l, &t);
    t.form_slots = slots_for(l.forms.keys.count);
    t.forms = ARENA_ARRAY(a, lemma_entry, t.form_slots);
    for (size_t i = 0; i < l.seen.count; i++) {
        const seen_form *f = &l.seen.items[i];
        const key_votes *k = &l.forms.keys.items[i];
        if (k->best != rule_by_ending(&t, f, longest_ending(f)))
            insert(t.forms, t.form_slots, k->key, k->best);
    }
    tighten(&t.forms, &t.form_slots, a);
    tighten(&t.endings, &t.ending_slots, a);
    return t;
}
