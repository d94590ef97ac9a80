/* SPDX-License-Identifier: MIT */
#include "lang/parser.h"
#include "lang/parser_kernels.h"
#include "lang/parser_model.h"
#include "lang/spanning_tree.h"
#include "lang/tokenise.h"

#include <float.h>

MODEL_DECLARE(parser);

enum {
    STATE = PARSER_STATE_SIZE,
    INPUT = PARSER_INPUT_SIZE,
    ARC = PARSER_ARC_SIZE,
    LABEL = PARSER_LABEL_SIZE,
    /* Where in a word's views each begins. */
    ARC_HEAD = ARC,
    LABEL_DEPENDENT = 2 * ARC,
    LABEL_HEAD = 2 * ARC + LABEL,
    TAGS = 2 * ARC + 2 * LABEL
};

#define MATRIX_OF(part, rows, width)                                                               \
    (&(product_matrix){rows, width, (part).weights, (part).scales, (part).biases})

/* The words of one piece of a sentence; arrays have a row a word and are filled
 * up to whole tiles. */
typedef struct reading {
    const parser_model *model;
    const parser_kernels *kernels;
    arena *owner;
    size_t count; /* of words */
    size_t rows;  /* with the filling */
    uint8_t *input;
    float *gates;
    float *output;  /* of the last layer read */
    uint8_t *state; /* output, for the next product */
    float *views;
    uint16_t *heads;
} reading;

/* ---- Rows of numbers ---------------------------------------------------------------------- */

static void *aligned_room(arena *a, size_t size) {
    uintptr_t at = (uintptr_t)arena_alloc(a, size + PARSER_ALIGNMENT - 1);
    return (void *)((at + PARSER_ALIGNMENT - 1) / PARSER_ALIGNMENT * PARSER_ALIGNMENT);
}

static float *float_rows(const reading *r, size_t width) {
    return aligned_room(r->owner, r->rows * width * sizeof(float));
}

/* The filling is zeros. */
static uint8_t *byte_rows(const reading *r, size_t width) {
    uint8_t *rows = aligned_room(r->owner, r->rows * width);
    memset(rows + r->count * width, 0, (r->rows - r->count) * width);
    return rows;
}

/* ---- What is known about a word ----------------------------------------------------------- */

/* A word on the way to its numbers. The tables are larger than a near cache: what will be read of
 * them is asked for before, for all words. */
typedef struct looked_up {
    parser_features features;
    const int8_t *vector;
} looked_up;

static uint32_t bucket_of(uint32_t hash) {
    return hash >> (32 - PARSER_BUCKET_BITS);
}

static const uint32_t *hashes_of(const parser_model *m) {
    return (const uint32_t *)(const void *)(m + 1);
}

static const int8_t *vector_of_word(const parser_model *m, uint32_t hash) {
    const uint32_t *hashes = hashes_of(m);
    const int8_t *words = (const int8_t *)(hashes + m->word_count);
    uint32_t bucket = bucket_of(hash);
    for (uint32_t i = m->buckets[bucket]; i < m->buckets[bucket + 1]; i++)
        if (hashes[i] == hash)
            return words + (i + 1) * (size_t)PARSER_WORD_SIZE;
    return words;
}

static void ask_for_word(const parser_model *m, looked_up *l) {
    l->vector = vector_of_word(m, l->features.word);
    __builtin_prefetch(l->vector);
    __builtin_prefetch(l->vector + PARSER_WORD_SIZE - 1);
}

static looked_up ask_for_parts(const parser_model *m, slice word, bool is_first) {
    looked_up l = {.features = parser_features_of(word, is_first)};
    __builtin_prefetch(&m->buckets[bucket_of(l.features.word)]);
    /* Hashes are spread evenly: about here. */
    __builtin_prefetch(hashes_of(m) + (((uint64_t)l.features.word * m->word_count) >> 32));
    for (size_t i = 0; i < PARSER_AFFIX_COUNT; i++)
        __builtin_prefetch(m->affixes[l.features.affixes[i]]);
    return l;
}

static void add_numbers(int16_t *restrict to, const int8_t *restrict numbers, size_t count) {
    for (size_t i = 0; i < count; i++)
        to[i] = (int16_t)(to[i] + numbers[i]);
}

static void put_numbers(const int8_t *restrict numbers, size_t count, uint8_t *restrict out) {
    for (size_t i = 0; i < count; i++)
        out[i] = (uint8_t)(numbers[i] + PARSER_OFFSET);
}

/* Half of each sum, to the nearest; what is farther out than a byte holds is cut. */
static void put_halves(const int16_t *restrict sums, size_t count, uint8_t *restrict out) {
    for (size_t i = 0; i < count; i++) {
        int twice = sums[i] + 2 * PARSER_OFFSET + 1;
        twice = twice < 0 ? 0 : twice;
        twice = twice > 2 * UINT8_MAX ? 2 * UINT8_MAX : twice;
        out[i] = (uint8_t)(twice / 2);
    }
}

static void look_up(const parser_model *m, const looked_up *l, const token *t, uint8_t *row) {
    int16_t affixes[PARSER_AFFIX_SIZE] = {0}, tags[PARSER_TAG_SIZE] = {0};
    put_numbers(l->vector, PARSER_WORD_SIZE, row);
    for (size_t i = 0; i < PARSER_AFFIX_COUNT; i++)
        add_numbers(affixes, m->affixes[l->features.affixes[i]], PARSER_AFFIX_SIZE);
    put_halves(affixes, PARSER_AFFIX_SIZE, row + PARSER_WORD_SIZE);
    add_numbers(tags, m->tags[PARSER_PENN_ROW + t->tag], PARSER_TAG_SIZE);
    add_numbers(tags, m->tags[PARSER_UNIVERSAL_ROW + t->universal], PARSER_TAG_SIZE);
    put_halves(tags, PARSER_TAG_SIZE, row + PARSER_WORD_SIZE + PARSER_AFFIX_SIZE);
}

/* `first` is where in its sentence the piece begins. */
static void look_up_words(const reading *r, slice text, const token *tokens, size_t first) {
    looked_up *words = arena_alloc(r->owner, r->count * sizeof *words);
    for (size_t i = 0; i < r->count; i++)
        words[i] = ask_for_parts(r->model, token_text(text, &tokens[i]), first + i == 0);
    for (size_t i = 0; i < r->count; i++)
        ask_for_word(r->model, &words[i]);
    for (size_t i = 0; i < r->count; i++)
        look_up(r->model, &words[i], &tokens[i], r->input + i * INPUT);
}

/* ---- Reading both ways
 * ------------------------------------------------------------------------*/

/* The output of the layer below stays in r->output, which each layer gives a
 * part of back. */
static void read_layer(reading *r, size_t layer) {
    const parser_model *m = r->model;
    if (layer == 0)
        r->kernels->product(MATRIX_OF(m->first, INPUT, PARSER_GATES), r->input, r->rows, r->gates);
    else
        r->kernels->product(MATRIX_OF(m->others[layer - 1], STATE, PARSER_GATES), r->state, r->rows,
                            r->gates);
    r->kernels->recur(r->gates, m->peepholes[layer], r->count, r->output, r->state);
}

/* ---- Heads and relations
 * ----------------------------------------------------------------------*/

/* How many columns the scores have: the root, a head each, and filling. */
static size_t score_columns(const reading *r) {
    return (r->rows + FLOAT_COLUMNS) / FLOAT_COLUMNS * FLOAT_COLUMNS;
}

typedef float four_floats __attribute__((vector_size(16)));
_Static_assert(PRODUCT_ROWS == 4, "rows are turned over by four");

/* What is below zero is cut off, without a branch. */
static inline four_floats cut_four(const float *numbers) {
    four_floats x;
    memcpy(&x, numbers, sizeof x);
    return (four_floats)((x > 0) & (__typeof__(x > 0))x);
}

/* Four numbers of each of four rows, cut, become four of a column each. */
static inline void turn_four(const float *rows, float *out, size_t columns) {
    four_floats a = cut_four(rows), b = cut_four(rows + PARSER_VIEWS),
                c = cut_four(rows + 2 * PARSER_VIEWS), d = cut_four(rows + 3 * PARSER_VIEWS);
    four_floats ac = __builtin_shufflevector(a, c, 0, 4, 1, 5);
    four_floats bd = __builtin_shufflevector(b, d, 0, 4, 1, 5);
    four_floats ac_behind = __builtin_shufflevector(a, c, 2, 6, 3, 7);
    four_floats bd_behind = __builtin_shufflevector(b, d, 2, 6, 3, 7);
    four_floats turned[4] = {__builtin_shufflevector(ac, bd, 0, 4, 1, 5),
                             __builtin_shufflevector(ac, bd, 2, 6, 3, 7),
                             __builtin_shufflevector(ac_behind, bd_behind, 0, 4, 1, 5),
                             __builtin_shufflevector(ac_behind, bd_behind, 2, 6, 3, 7)};
    for (size_t k = 0; k < 4; k++)
        memcpy(out + k * columns, &turned[k], sizeof turned[k]);
}

/* Views of the heads, turned over: a row for each number of the view, a column for each head, of
 * which the root is the first. */
static float *turn_heads(const reading *r, size_t columns) {
    static const four_floats none = {0};
    float *heads = aligned_room(r->owner, columns * ARC * sizeof *heads + sizeof none);
    for (size_t j = 0; j < r->rows; j += 4)
        for (size_t k = 0; k < ARC; k += 4)
            turn_four(r->views + j * PARSER_VIEWS + ARC_HEAD + k, heads + k * columns + j + 1,
                      columns);
    for (size_t k = 0; k < ARC; k++)
        for (size_t j = r->rows; j < columns; j += 4) /* and one behind: the next root */
            memcpy(heads + k * columns + j + 1, &none, sizeof none);
    for (size_t k = 0; k < ARC; k++)
        heads[k * columns] = r->model->root_arc[k];
    return heads;
}

/* What the distance adds for each head before a word, columns - 1 of them, and behind it. */
static float *score_distances(const reading *r, size_t columns) {
    float *line = arena_alloc(r->owner, 2 * columns * sizeof *line);
    for (size_t i = 0; i < 2 * columns; i++)
        line[i] = r->model->distances[parser_distance_row(columns, i)];
    return line;
}

/* scores[i * score_columns(r) + j]: how well j, 0 for the root, would be
 * the head of word i. */
static float *score_heads(reading *r) {
    const parser_model *m = r->model;
    uint8_t *dependents = byte_rows(r, ARC);
    for (size_t i = 0; i < r->count; i++)
        r->kernels->add_and_cut(r->views + i * PARSER_VIEWS, NULL, ARC, dependents + i * ARC);
    float *queries = float_rows(r, ARC);
    r->kernels->product(MATRIX_OF(m->biaffine, ARC, ARC), dependents, r->rows, queries);
    size_t columns = score_columns(r);
    float *scores = aligned_room(r->owner, r->count * columns * sizeof *scores);
    const float *distances = score_distances(r, columns);
    for (size_t i = 0; i < r->count; i++) {
        float *row = scores + i * columns;
        memcpy(row, distances + columns - i - 1, columns * sizeof *row);
        row[0] = 0; /* the root is at none */
    }
    r->kernels->multiply_add(r->count, columns, ARC, queries, turn_heads(r, columns), scores);
    for (size_t i = 0; i < r->count; i++)
        scores[i * columns + i + 1] = SPANNING_TREE_NEVER;
    return scores;
}

/* The root's relation is the root's alone. */
static relation best_relation(const reading *r, float *scores) {
    scores[RELATION_ROOT] = -FLT_MAX;
    return (relation)r->kernels->best(scores, RELATION_COUNT);
}

static void name_relations(reading *r, token *tokens) {
    const parser_model *m = r->model;
    uint8_t *joined = byte_rows(r, LABEL);
    for (size_t i = 0; i < r->count; i++) {
        const float *own = r->views + i * PARSER_VIEWS + LABEL_DEPENDENT;
        const float *head =
            r->heads[i] ? r->views + (r->heads[i] - 1u) * PARSER_VIEWS + LABEL_HEAD : m->root_label;
        r->kernels->add_and_cut(own, head, LABEL, joined + i * LABEL);
    }
    float *scores = float_rows(r, PARSER_RELATION_SIZE);
    r->kernels->product(MATRIX_OF(m->relations, LABEL, PARSER_RELATION_SIZE), joined, r->rows,
                        scores);
    for (size_t i = 0; i < r->count; i++)
        tokens[i].relation =
            r->heads[i] ? best_relation(r, scores + i * PARSER_RELATION_SIZE) : RELATION_ROOT;
}

/* ---- Tags
 * ----------------------------------------------------------------------*/

static void tag_again(const reading *r, token *tokens) {
    for (size_t i = 0; i < r->count; i++) {
        const float *scores = r->views + i * PARSER_VIEWS + TAGS;
        tokens[i].tag = (penn_tag)r->kernels->best(scores, PENN_TAG_COUNT);
        tokens[i].universal =
            (universal_tag)r->kernels->best(scores + PARSER_UNIVERSAL_SCORES, UNIVERSAL_TAG_COUNT);
    }
}

/* ---- The whole
 * --------------------------------------------------------------------------------*/

/* Heads are counted from the first token of the sentence, which the piece is a
 * part of. */
static void parse_piece(slice text, const sentence *s, size_t first, size_t count, arena *a) {
    size_t rows = (count + PRODUCT_ROWS - 1) / PRODUCT_ROWS * PRODUCT_ROWS;
    reading r = {.model = (const parser_model *)(const void *)MODEL_BYTES(parser).data,
                 .kernels = parser_kernels_of_machine(0),
                 .owner = a,
                 .count = count,
                 .rows = rows,
                 .heads = arena_alloc(a, count * sizeof *r.heads)};
    r.input = byte_rows(&r, INPUT);
    r.gates = float_rows(&r, PARSER_GATES);
    r.output = float_rows(&r, STATE);
    r.state = byte_rows(&r, STATE);
    r.views = float_rows(&r, PARSER_VIEWS);
    token *tokens = s->tokens + first;
    look_up_words(&r, text, tokens, first);
    memset(r.output, 0, count * STATE * sizeof *r.output);
    for (size_t layer = 0; layer < PARSER_LAYERS; layer++)
        read_layer(&r, layer);
    r.kernels->product(MATRIX_OF(r.model->views, STATE, PARSER_VIEWS), r.state, rows, r.views);
    spanning_tree(score_heads(&r), count, score_columns(&r), r.heads, a);
    name_relations(&r, tokens);
    tag_again(&r, tokens);
    for (size_t i = 0; i < count; i++)
        tokens[i].head = r.heads[i] ? (uint32_t)first + r.heads[i] - 1 : TOKEN_ROOT;
}

static size_t root_of(const sentence *s, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (s->tokens[i].head == TOKEN_ROOT)
            return i;
    return first;
}

void sentence_parse(slice text, sentence *s, arena *a) {
    if (s->parsed)
        return;
    sentence_analyse(text, s, a);
    for (size_t first = 0; first < s->token_count;) {
        size_t left = s->token_count - first;
        size_t count = left < PARSER_LONGEST ? left : PARSER_LONGEST;
        arena_mark before = arena_now(a);
        parse_piece(text, s, first, count, a);
        arena_rewind(a, before);
        size_t root = root_of(s, first, first + count);
        if (first) {
            s->tokens[root].head = (uint32_t)root_of(s, 0, first);
            s->tokens[root].relation = RELATION_PARATAXIS;
        }
        first += count;
    }
    sentence_read_tags(text, s);
    s->parsed = true;
}
