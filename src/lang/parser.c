/* SPDX-License-Identifier: MIT */
#include "lang/parser.h"
#include "lang/parser_kernels.h"
#include "lang/parser_model.h"
#include "lang/spanning_tree.h"
#include "lang/tokenise.h"

MODEL_DECLARE(parser);

enum {
    HALF = PARSER_HALF_SIZE,
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
    int16_t *input;
    float *gates;
    float *output;  /* of the last layer read */
    int16_t *state; /* output, for the next product */
    float *views;
    uint16_t *heads;
} reading;

/* ---- What is known about a word
 * ---------------------------------------------------------------*/

static const int8_t *vector_of_word(const parser_model *m, uint32_t hash) {
    const uint32_t *hashes = (const uint32_t *)(const void *)(m + 1);
    const int8_t *words = (const int8_t *)(hashes + m->word_count);
    uint32_t bucket = hash >> (32 - PARSER_BUCKET_BITS);
    for (uint32_t i = m->buckets[bucket]; i < m->buckets[bucket + 1]; i++)
        if (hashes[i] == hash)
            return words + (i + 1) * (size_t)PARSER_WORD_SIZE;
    return words;
}

static void add_numbers(int16_t *restrict to, const int8_t *restrict numbers, size_t count) {
    for (size_t i = 0; i < count; i++)
        to[i] = (int16_t)(to[i] + numbers[i]);
}

static void look_up(const parser_model *m, slice word, const token *t, bool is_first,
                    int16_t *row) {
    parser_features f = parser_features_of(word, is_first);
    add_numbers(row, vector_of_word(m, f.word), PARSER_WORD_SIZE);
    for (size_t i = 0; i < PARSER_AFFIX_COUNT; i++)
        add_numbers(row + PARSER_WORD_SIZE, m->affixes[f.affixes[i]], PARSER_AFFIX_SIZE);
    int16_t *tags = row + PARSER_WORD_SIZE + PARSER_AFFIX_SIZE;
    add_numbers(tags, m->tags[PARSER_PENN_ROW + t->tag], PARSER_TAG_SIZE);
    add_numbers(tags, m->tags[PARSER_UNIVERSAL_ROW + t->universal], PARSER_TAG_SIZE);
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
    float ahead[HALF] = {0}, back[HALF] = {0};
    for (size_t step = 0; step < r->count; step++) {
        size_t last = r->count - 1 - step;
        r->kernels->recur(r->gates + step * PARSER_GATES, m->peepholes[layer], ahead,
                          r->output + step * STATE);
        r->kernels->recur(r->gates + last * PARSER_GATES + HALF, m->peepholes[layer] + HALF, back,
                          r->output + last * STATE + HALF);
    }
    r->kernels->round_states(r->output, r->count * STATE, r->state);
}

/* ---- Heads and relations
 * ----------------------------------------------------------------------*/

/* How many columns the scores have: a head each, the root, and filling. */
static size_t score_columns(size_t count) {
    return (count + FLOAT_COLUMNS) / FLOAT_COLUMNS * FLOAT_COLUMNS;
}

/* Views of the heads, turned over: a row for each number of the view, a column for each head. */
static float *turn_heads(const reading *r, size_t columns) {
    float *heads = ARENA_ARRAY(r->owner, float, columns *ARC);
    for (size_t k = 0; k < ARC; k++)
        heads[k * columns] = r->model->root_arc[k];
    for (size_t j = 0; j < r->count; j++) {
        const float *view = r->views + j * PARSER_VIEWS + ARC_HEAD;
        float cut[ARC];
        for (size_t k = 0; k < ARC; k++)
            cut[k] = view[k] > 0 ? view[k] : 0;
        for (size_t k = 0; k < ARC; k++)
            heads[k * columns + j + 1] = cut[k];
    }
    return heads;
}

/* scores[i * score_columns(count) + j]: how well j, 0 for the root, would be
 * the head of word i. */
static float *score_heads(reading *r) {
    const parser_model *m = r->model;
    int16_t *dependents = ARENA_ARRAY(r->owner, int16_t, r->rows * ARC);
    for (size_t i = 0; i < r->count; i++)
        r->kernels->add_and_cut(r->views + i * PARSER_VIEWS, NULL, ARC, dependents + i * ARC);
    float *queries = arena_alloc(r->owner, r->rows * ARC * sizeof *queries);
    r->kernels->product(MATRIX_OF(m->biaffine, ARC, ARC), dependents, r->rows, queries);
    size_t columns = score_columns(r->count);
    float *scores = ARENA_ARRAY(r->owner, float, r->count *columns);
    for (size_t i = 0; i < r->count; i++)
        for (size_t j = 1; j <= r->count; j++)
            scores[i * columns + j] = m->distances[parser_distance_row(i + 1, j)];
    r->kernels->multiply_add(r->count, columns, ARC, queries, turn_heads(r, columns), scores);
    for (size_t i = 0; i < r->count; i++)
        scores[i * columns + i + 1] = SPANNING_TREE_NEVER;
    return scores;
}

static relation best_relation(const float *scores) {
    relation best = RELATION_DEP;
    for (relation r = 0; r < RELATION_COUNT; r++)
        if (r != RELATION_ROOT && scores[r] > scores[best])
            best = r;
    return best;
}

static void name_relations(reading *r, token *tokens) {
    const parser_model *m = r->model;
    int16_t *joined = ARENA_ARRAY(r->owner, int16_t, r->rows * LABEL);
    for (size_t i = 0; i < r->count; i++) {
        const float *own = r->views + i * PARSER_VIEWS + LABEL_DEPENDENT;
        const float *head =
            r->heads[i] ? r->views + (r->heads[i] - 1u) * PARSER_VIEWS + LABEL_HEAD : m->root_label;
        r->kernels->add_and_cut(own, head, LABEL, joined + i * LABEL);
    }
    float *scores = arena_alloc(r->owner, r->rows * PARSER_RELATION_SIZE * sizeof *scores);
    r->kernels->product(MATRIX_OF(m->relations, LABEL, PARSER_RELATION_SIZE), joined, r->rows,
                        scores);
    for (size_t i = 0; i < r->count; i++)
        tokens[i].relation =
            r->heads[i] ? best_relation(scores + i * PARSER_RELATION_SIZE) : RELATION_ROOT;
}

/* ---- Tags
 * ----------------------------------------------------------------------*/

static size_t best_of(const float *scores, size_t count) {
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        best = scores[i] > scores[best] ? i : best;
    return best;
}

static void tag_again(const reading *r, token *tokens) {
    for (size_t i = 0; i < r->count; i++) {
        const float *scores = r->views + i * PARSER_VIEWS + TAGS;
        tokens[i].tag = (penn_tag)best_of(scores, PENN_TAG_COUNT);
        tokens[i].universal =
            (universal_tag)best_of(scores + PARSER_UNIVERSAL_SCORES, UNIVERSAL_TAG_COUNT);
    }
}

/* ---- The whole
 * --------------------------------------------------------------------------------*/

/* Heads are counted from the first token of the sentence, which the piece is a
 * part of. */
static void parse_piece(slice text, const sentence *s, size_t first, size_t count, arena *a) {
    size_t rows = (count + PRODUCT_ROWS - 1) / PRODUCT_ROWS * PRODUCT_ROWS;
    reading r = {.model = (const parser_model *)(const void *)MODEL_BYTES(parser).data,
                 .kernels = parser_kernels_of_machine(),
                 .owner = a,
                 .count = count,
                 .rows = rows,
                 .input = ARENA_ARRAY(a, int16_t, rows * INPUT),
                 .gates = arena_alloc(a, rows * PARSER_GATES * sizeof(float)),
                 .output = ARENA_ARRAY(a, float, rows *STATE),
                 .state = ARENA_ARRAY(a, int16_t, rows * STATE),
                 .views = arena_alloc(a, rows * PARSER_VIEWS * sizeof(float)),
                 .heads = ARENA_ARRAY(a, uint16_t, count)};
    token *tokens = s->tokens + first;
    for (size_t i = 0; i < count; i++)
        look_up(r.model, token_text(text, &tokens[i]), &tokens[i], first + i == 0,
                r.input + i * INPUT);
    for (size_t layer = 0; layer < PARSER_LAYERS; layer++)
        read_layer(&r, layer);
    r.kernels->product(MATRIX_OF(r.model->views, STATE, PARSER_VIEWS), r.state, rows, r.views);
    spanning_tree(score_heads(&r), count, score_columns(count), r.heads, a);
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
