/* SPDX-License-Identifier: MIT */
#include "lang/tagger_features.h"

/* A curly quotation mark at `at`, straightened; NUL where none is. All begin with the same byte. */
static char straight_quote(slice word, size_t at) {
    if ((unsigned char)word.data[at] != 0xE2 || word.length - at < 3)
        return '\0';
    slice mark = slice_range(word, at, at + 3);
    if (slice_equal(mark, SLICE("‘")) || slice_equal(mark, SLICE("’")))
        return '\'';
    return slice_equal(mark, SLICE("“")) || slice_equal(mark, SLICE("”")) ? '"' : '\0';
}

/* The end of a long word tells more than its beginning. */
folded_word word_fold(slice word) {
    folded_word folded;
    folded.length = 0;
    size_t start = word.length > TAGGER_LONGEST_WORD ? word.length - TAGGER_LONGEST_WORD : 0;
    for (size_t i = start; i < word.length; i++) {
        char quote = straight_quote(word, i), c = quote ? quote : ascii_lower(word.data[i]);
        folded.bytes[folded.length++] = ascii_is_digit(c) ? '0' : c;
        i += quote ? 2 : 0;
    }
    return folded;
}

/* FNV-1a of 32 bits, never 0, which is no word. */
static const uint32_t hash_begin = 2166136261u;

static inline uint32_t hash_byte(uint32_t hash, char byte) {
    return (hash ^ (unsigned char)byte) * 16777619u;
}

static inline uint32_t hash_end(uint32_t hash) {
    hash ^= hash >> 15;
    return hash ? hash : 1;
}

static uint32_t hash_of(const char *bytes, size_t length) {
    uint32_t hash = hash_begin;
    for (size_t i = 0; i < length; i++)
        hash = hash_byte(hash, bytes[i]);
    return hash_end(hash);
}

uint32_t word_hash(const folded_word *word) {
    return hash_of(word->bytes, word->length);
}

typedef struct letter_counts {
    size_t upper, lower, digits, others;
    bool hyphen, stop;
} letter_counts;

static letter_counts count_letters(slice word) {
    letter_counts n = {0};
    size_t end = word.length < TAGGER_LONGEST_WORD ? word.length : TAGGER_LONGEST_WORD;
    for (size_t i = 0; i < end; i++) {
        char c = word.data[i];
        n.upper += ascii_is_upper(c);
        n.lower += (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
        n.digits += ascii_is_digit(c);
        n.hyphen |= c == '-';
        n.stop |= c == '.';
        n.others += (unsigned char)c < 0x80 && !ascii_is_letter(c) && !ascii_is_digit(c) &&
                    c != '-' && c != '.';
    }
    return n;
}

/* Letters: none, "A", "A.", "AB", "Ab", "ABc", "aB", "ab". */
static uint32_t case_of(slice word, const letter_counts *n) {
    bool capital = word.length && ascii_is_upper(word.data[0]);
    if (!n->upper)
        return n->lower ? 7 : 0;
    if (!n->lower && !n->digits)
        return word.length == 1 ? 1 : n->upper == 1 ? 2 : 3;
    return capital ? (n->upper == 1 ? 4 : 5) : 6;
}

static uint32_t shape_of(slice word, const letter_counts *n) {
    uint32_t digits = !n->digits ? 0 : n->upper + n->lower ? 2 : 1;
    return case_of(word, n) * 24 + digits * 8 + (n->hyphen ? 4u : 0u) + (n->stop ? 2u : 0u) +
           (n->others ? 1u : 0u);
}

/* How many words of a sentence have small letters, capitals, or both. */
typedef struct case_counts {
    size_t lower, upper, both;
} case_counts;

static sentence_case case_of_sentence(const case_counts *n) {
    if (!n->lower && n->upper > 1)
        return CASE_UPPER;
    if (n->both > 2 && n->lower * 3 < n->both)
        return CASE_TITLE;
    return n->both + n->upper ? CASE_MIXED : CASE_LOWER;
}

static uint16_t short_hash(uint32_t kind, uint32_t of) {
    return (uint16_t)(bits_mix(((uint64_t)kind << 32) + of) % 65521 + 1);
}

static const tagger_entry *lookup_bytes(const tagger_model *m, const char *bytes, size_t length) {
    const tagger_entry *e = tagger_lookup(m, hash_of(bytes, length));
    return e && (e->class || e->coarse) ? e : NULL;
}

/* The stem with another ending in place of the old one; "stopped" is of "stop" too. */
static const tagger_entry *find_stem(const tagger_model *m, const folded_word *word, slice old,
                                     slice new) {
    char stem[TAGGER_LONGEST_WORD + 4];
    if (word->length < old.length + 3 || !slice_ends_with((slice){word->bytes, word->length}, old))
        return NULL;
    size_t length = word->length - old.length;
    memcpy(stem, word->bytes, length);
    memcpy(stem + length, new.data, new.length);
    length += new.length;
    const tagger_entry *found = lookup_bytes(m, stem, length);
    if (!found && length > 3 && stem[length - 1] == stem[length - 2])
        found = lookup_bytes(m, stem, length - 1);
    return found;
}

void entry_find_stem(const tagger_model *m, const folded_word *word, tagger_entry *entry) {
    static const slice endings[][2] = {
        {SLICE("s"), SLICE("")},    {SLICE("es"), SLICE("")},  {SLICE("ies"), SLICE("y")},
        {SLICE("ed"), SLICE("")},   {SLICE("ed"), SLICE("e")}, {SLICE("ing"), SLICE("")},
        {SLICE("ing"), SLICE("e")}, {SLICE("ly"), SLICE("")},  {SLICE("er"), SLICE("")},
        {SLICE("er"), SLICE("e")},  {SLICE("est"), SLICE("")}, {SLICE("ness"), SLICE("")},
        {SLICE("ied"), SLICE("y")}, {SLICE("y"), SLICE("")},   {SLICE("'"), SLICE("")},
        {SLICE("less"), SLICE("")},
    };
    entry->stem_class = entry->stem_cluster = 0;
    for (uint32_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const tagger_entry *stem = find_stem(m, word, endings[i][0], endings[i][1]);
        if (stem) {
            entry->stem_class = short_hash(i, stem->class);
            entry->stem_cluster = short_hash(i + 100, stem->middle);
            return;
        }
    }
}

/* Of the word, its beginnings and its ends; those longer than the word are the word. */
static void hash_parts(const folded_word *word, word_view *out) {
    uint32_t hash = hash_begin;
    for (size_t i = 0; i < word->length; i++) {
        hash = hash_byte(hash, word->bytes[i]);
        if (i < TAGGER_PREFIXES)
            out->prefixes[i] = hash_end(hash);
    }
    out->word = hash_end(hash);
    for (size_t i = word->length; i < TAGGER_PREFIXES; i++)
        out->prefixes[i] = out->word;
    for (size_t i = 0; i < TAGGER_SUFFIXES; i++) {
        size_t length = i < word->length ? i + 1 : word->length;
        out->suffixes[i] = hash_of(word->bytes + word->length - length, length);
    }
}

static void view_word(const tagger_model *m, slice word, word_view *out, case_counts *cases) {
    folded_word folded = word_fold(word);
    letter_counts n = count_letters(word);
    cases->lower += n.lower && !n.upper;
    cases->both += n.lower && n.upper;
    cases->upper += !n.lower && n.upper > 1;
    hash_parts(&folded, out);
    out->shape = shape_of(word, &n);
    const tagger_entry *known = tagger_lookup(m, out->word);
    out->known = known ? *known : (tagger_entry){0};
    if (!known)
        entry_find_stem(m, &folded, &out->known);
}

void words_view(const tagger_model *m, const slice *words, size_t count, word_view *out) {
    case_counts cases = {0};
    for (size_t i = 0; i < count; i++)
        view_word(m, words[i], &out[i], &cases);
    sentence_case how = case_of_sentence(&cases);
    bool mark_first =
        count && !ascii_is_letter(words[0].data[0]) && !ascii_is_digit(words[0].data[0]);
    for (size_t i = 0; i < count; i++) {
        bool leads = i == 0 || (i == 1 && mark_first);
        out[i].place = (out[i].shape * 2 + leads) * 4 + how;
    }
}

#define ALWAYS_INLINE static inline __attribute__((always_inline))

typedef struct feature_list {
    uint64_t *out;
    size_t count;
    uint64_t template;
    tagger_step wanted;
} feature_list;

/* A constant list of steps makes straight code of those templates that are wanted. */
ALWAYS_INLINE void add(feature_list *f, tagger_step step, uint64_t a) {
    f->template += UINT64_C(0x9e3779b97f4a7c15);
    if (f->wanted & step)
        f->out[f->count++] = bits_mix(a + f->template);
}

/* A feature that is there only where something is known. */
ALWAYS_INLINE void add_if(feature_list *f, tagger_step step, bool known, uint64_t a) {
    if (known)
        add(f, step, a);
    else
        f->template += UINT64_C(0x9e3779b97f4a7c15);
}

static inline uint64_t two(uint64_t a, uint64_t b) {
    return a * UINT64_C(0xc2b2ae3d27d4eb4f) + b;
}

static inline uint64_t three(uint64_t a, uint64_t b, uint64_t c) {
    return two(two(a, b), c);
}

/* Beyond the ends stands a word that looks like no other. */
static const word_view beyond = {
    .word = 2, .known = {.fine = UINT16_MAX, .middle = UINT8_MAX, .coarse = UINT8_MAX}};

static inline const word_view *word_at(const word_view *words, size_t count, size_t at, int step) {
    size_t index = at + (size_t)step;
    return index < count ? &words[index] : &beyond;
}

ALWAYS_INLINE void add_form_features(feature_list *f, const word_view *w, const word_view *left,
                                     const word_view *right) {
    add(f, STEP_LAST, w->suffixes[0]);
    add(f, STEP_FIRST, w->suffixes[1]);
    add(f, STEP_LAST, w->suffixes[2]);
    add(f, STEP_LAST, w->suffixes[3]);
    add(f, STEP_FIRST, w->suffixes[4]);
    add(f, STEP_SECOND, w->prefixes[0]);
    add(f, STEP_THIRD, w->prefixes[1]);
    add(f, STEP_SECOND, w->prefixes[2]);
    add(f, STEP_THIRD, w->prefixes[3]);
    add(f, STEP_LAST, w->place);
    add(f, STEP_THIRD, two(w->place, right->place));
    add(f, STEP_SECOND, two(w->place, w->suffixes[0]));
    add(f, STEP_LAST, two(w->place, w->suffixes[1]));
    add(f, STEP_THIRD, two(w->place, w->suffixes[2]));
    add(f, STEP_SECOND, right->suffixes[2]);
    add(f, STEP_LAST, left->suffixes[2]);
    add(f, STEP_LAST, two(w->suffixes[1], right->suffixes[1]));
    add(f, STEP_THIRD, two(w->suffixes[1], left->suffixes[1]));
}

ALWAYS_INLINE void add_lexicon_features(feature_list *f, const word_view *w, const word_view *left,
                                        const word_view *right, const word_view *second_right) {
    const tagger_entry *k = &w->known;
    add(f, STEP_LAST, k->class);
    add(f, STEP_LAST, right->known.class);
    add(f, STEP_FIRST, two(k->class, right->known.class));
    add(f, STEP_LAST, two(right->known.class, second_right->known.class));
    add(f, STEP_THIRD, three(k->class, right->known.class, second_right->known.class));
    add(f, STEP_THIRD, two(w->word, right->known.class));
    add(f, STEP_LAST, two(left->known.class, k->class));
    add(f, STEP_FIRST, two(k->capital, w->place));
    add_if(f, STEP_LAST, k->stem_class, k->stem_class);
    add_if(f, STEP_THIRD, k->stem_class, k->stem_cluster);
    add_if(f, STEP_LAST, k->stem_class, two(k->stem_class, right->known.class));
}

ALWAYS_INLINE void add_cluster_features(feature_list *f, const word_view *words, size_t count,
                                        size_t at) {
    const word_view *w = &words[at];
    const tagger_entry *k = &w->known, *l1 = &word_at(words, count, at, -1)->known,
                       *l2 = &word_at(words, count, at, -2)->known,
                       *r1 = &word_at(words, count, at, 1)->known,
                       *r2 = &word_at(words, count, at, 2)->known;
    add(f, STEP_LAST, k->fine);
    add(f, STEP_LAST, l1->fine);
    add(f, STEP_FIRST, r1->fine);
    add(f, STEP_LAST, two(k->fine, r1->fine));
    add(f, STEP_LAST, two(l1->fine, k->fine));
    add(f, STEP_LAST, k->middle);
    add(f, STEP_SECOND, l1->middle);
    add(f, STEP_THIRD, r1->middle);
    add(f, STEP_LAST, l2->middle);
    add(f, STEP_LAST, r2->middle);
    add(f, STEP_THIRD, two(k->middle, r1->middle));
    add(f, STEP_THIRD, two(l1->middle, k->middle));
    add(f, STEP_FIRST, two(k->middle, w->place));
    add(f, STEP_FIRST, two(w->word, r1->middle));
    add(f, STEP_FIRST, two(w->word, l1->middle));
    add(f, STEP_LAST, two(r1->middle, r2->middle));
    add(f, STEP_LAST, two(l1->middle, r1->middle));
    add(f, STEP_THIRD, two(l2->middle, l1->middle));
    add(f, STEP_FIRST, two(w->suffixes[1], k->middle));
    add(f, STEP_THIRD, three(l1->middle, k->class, r1->middle));
    add(f, STEP_SECOND, three(l1->coarse, k->coarse, r1->coarse));
    add(f, STEP_LAST, three(k->coarse, r1->coarse, r2->coarse));
    add(f, STEP_LAST, three(l2->coarse, l1->coarse, k->coarse));
}

ALWAYS_INLINE size_t list_words(const word_view *words, size_t count, size_t at, tagger_step wanted,
                                uint64_t *out) {
    feature_list f = {.out = out, .wanted = wanted};
    const word_view *w = &words[at];
    const word_view *l1 = word_at(words, count, at, -1), *l2 = word_at(words, count, at, -2),
                    *r1 = word_at(words, count, at, 1), *r2 = word_at(words, count, at, 2);
    add(&f, STEP_SECOND, w->word);
    add(&f, STEP_LAST, two(w->word, w->shape));
    add(&f, STEP_LAST, two(w->word, w->place));
    add(&f, STEP_FIRST, l1->word);
    add(&f, STEP_LAST, l2->word);
    add(&f, STEP_SECOND, r1->word);
    add(&f, STEP_SECOND, r2->word);
    add(&f, STEP_LAST, two(l1->word, w->word));
    add(&f, STEP_THIRD, two(w->word, r1->word));
    add(&f, STEP_LAST, two(l1->word, r1->word));
    add(&f, STEP_SECOND, two(l2->word, l1->word));
    add(&f, STEP_LAST, two(r1->word, r2->word));
    add(&f, STEP_SECOND, two(l2->word, w->word));
    add(&f, STEP_LAST, two(w->word, r2->word));
    add_form_features(&f, w, l1, r1);
    add_lexicon_features(&f, w, l1, r1, r2);
    add_cluster_features(&f, words, count, at);
    return f.count;
}

size_t features_of_words(const word_view *words, size_t count, size_t at, tagger_step step,
                         uint64_t *out) {
    switch (step) {
    case STEP_FIRST:
        return list_words(words, count, at, STEP_FIRST, out);
    case STEP_SECOND:
        return list_words(words, count, at, STEP_SECOND, out);
    case STEP_THIRD:
        return list_words(words, count, at, STEP_THIRD, out);
    case STEP_LAST:
        return list_words(words, count, at, STEP_LAST, out);
    case STEP_ALL:
        break;
    }
    return list_words(words, count, at, STEP_ALL, out);
}

static inline uint64_t label_at(const uint8_t *labels, size_t count, size_t at, int step) {
    size_t index = at + (size_t)step;
    return index < count ? labels[index] + 2u : 1u;
}

#define FARTHEST_VERB 12 /* words away */

static inline bool is_verbal(const tagger_model *m, uint8_t label) {
    penn_tag tag = (penn_tag)m->labels[label].penn;
    return tag == PENN_MD || (tag >= PENN_VB && tag <= PENN_VBZ);
}

/* The label of the nearest verb on one side, and 1 where none is near. */
static uint64_t nearest_verb(const tagger_model *m, const uint8_t *labels, size_t count, size_t at,
                             int step) {
    for (int i = 1; i <= FARTHEST_VERB; i++) {
        size_t index = at + (size_t)(i * step);
        if (index >= count)
            return 1;
        if (is_verbal(m, labels[index]))
            return labels[index] + 2u;
    }
    return 1;
}

/* What stands behind. */
ALWAYS_INLINE void add_right_features(feature_list *f, const word_view *w, const uint8_t *labels,
                                      size_t count, size_t at) {
    uint64_t p1 = label_at(labels, count, at, -1), p2 = label_at(labels, count, at, -2);
    uint64_t n1 = label_at(labels, count, at, 1), n2 = label_at(labels, count, at, 2);
    add(f, STEP_LAST, n1);
    add(f, STEP_LAST, two(n1, n2));
    add(f, STEP_LAST, two(p1, n1));
    add(f, STEP_LAST, two(n1, w->word));
    add(f, STEP_LAST, three(p1, w->word, n1));
    add(f, STEP_LAST, three(p1, n1, w->known.class));
    add(f, STEP_LAST, two(n2, w->word));
    add(f, STEP_LAST, three(n1, n2, w->known.class));
    add(f, STEP_LAST, two(n1, w->suffixes[2]));
    add(f, STEP_LAST, two(p2, n1));
    add(f, STEP_LAST, two(p1, n2));
    add(f, STEP_LAST, three(p1, n1, w->suffixes[2]));
    add(f, STEP_LAST, three(n1, n2, w->word));
    add(f, STEP_LAST, three(p2, p1, n1));
    add(f, STEP_LAST, three(p1, n1, n2));
}

ALWAYS_INLINE size_t list_labels(const tagger_model *m, const word_view *words, size_t count,
                                 size_t at, const uint8_t *labels, tagger_step wanted,
                                 bool second_pass, uint64_t *out) {
    feature_list f = {.out = out, .template = second_pass ? 1u << 20 : 1u << 10, .wanted = wanted};
    const word_view *w = &words[at];
    const word_view *l1 = word_at(words, count, at, -1), *r1 = word_at(words, count, at, 1);
    uint64_t p1 = label_at(labels, count, at, -1), p2 = label_at(labels, count, at, -2);
    const tagger_entry *k = &w->known, *next = &r1->known;
    add(&f, STEP_FIRST, p1);
    add(&f, STEP_FIRST, two(p1, p2));
    add(&f, STEP_LAST, two(p1, w->word));
    add(&f, STEP_LAST, two(p1, r1->word));
    add(&f, STEP_THIRD, two(p2, l1->word));
    add(&f, STEP_SECOND, two(p1, w->suffixes[2]));
    add(&f, STEP_LAST, two(p1, w->suffixes[1]));
    add(&f, STEP_LAST, two(p1, w->place));
    add(&f, STEP_LAST, two(p2, w->word));
    add(&f, STEP_LAST, three(p1, p2, w->word));
    add(&f, STEP_SECOND, two(p1, k->class));
    add(&f, STEP_THIRD, three(p1, k->class, next->class));
    add(&f, STEP_THIRD, three(p1, p2, k->class));
    add(&f, STEP_LAST, two(p1, next->class));
    add(&f, STEP_LAST, three(p1, w->word, next->class));
    add(&f, STEP_LAST, two(p1, k->middle));
    add(&f, STEP_LAST, two(p1, next->middle));
    add(&f, STEP_LAST, three(p1, k->middle, next->middle));
    add(&f, STEP_THIRD, two(p1, k->capital));
    add_if(&f, STEP_THIRD, k->stem_class, two(p1, k->stem_class));
    if (!(wanted & STEP_LAST))
        return f.count;
    uint64_t verb = nearest_verb(m, labels, count, at, -1);
    add(&f, STEP_LAST, two(verb, k->class));
    add(&f, STEP_LAST, three(verb, p1, k->class));
    add(&f, STEP_LAST, two(verb, w->word));
    add(&f, STEP_LAST, two(verb, w->suffixes[1]));
    if (second_pass) {
        uint64_t next_verb = nearest_verb(m, labels, count, at, 1);
        add(&f, STEP_LAST, two(next_verb, k->class));
        add(&f, STEP_LAST, three(verb, next_verb, k->class));
        add(&f, STEP_LAST, three(verb, next_verb, w->suffixes[1]));
        add_right_features(&f, w, labels, count, at);
    }
    return f.count;
}

size_t features_of_labels(const tagger_model *m, const word_view *words, size_t count, size_t at,
                          const uint8_t *labels, tagger_step step, uint64_t *out) {
    switch (step) {
    case STEP_FIRST:
        return list_labels(m, words, count, at, labels, STEP_FIRST, false, out);
    case STEP_SECOND:
        return list_labels(m, words, count, at, labels, STEP_SECOND, false, out);
    case STEP_THIRD:
        return list_labels(m, words, count, at, labels, STEP_THIRD, false, out);
    case STEP_LAST:
        return list_labels(m, words, count, at, labels, STEP_LAST, false, out);
    case STEP_ALL:
        break;
    }
    return list_labels(m, words, count, at, labels, STEP_ALL, false, out);
}

size_t features_of_all_labels(const tagger_model *m, const word_view *words, size_t count,
                              size_t at, const uint8_t *labels, uint64_t *out) {
    return list_labels(m, words, count, at, labels, STEP_ALL, true, out);
}
