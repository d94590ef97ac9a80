/* SPDX-License-Identifier: MIT */
#include "lang/train/parser_writer.h"
#include "lang/parser_kernels.h"

#include <math.h>

/* Numbers beyond this many deviations are cut, so that the others keep their digits. */
static const double FARTHEST_DEVIATION = 8.0;
static const float LARGEST_BYTE = 127.0f;
static const float LARGEST_WEIGHT = 32767.0f;
static const double LARGEST_SUM = 2147480000.0;

static float rounded_within(float value, float limit) {
    value = value > limit ? limit : value;
    value = value < -limit ? -limit : value;
    return floorf(value + 0.5f);
}

/* What a unit of the bytes is worth, so that nearly all numbers fit. */
static float byte_unit(const float *values, size_t count) {
    double squares = 0, largest = 0;
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        double value = fabs((double)values[i]);
        squares += value * value;
        largest = value > largest ? value : largest;
        used += value > 0;
    }
    double reach = used ? FARTHEST_DEVIATION * sqrt(squares / (double)used) : 1.0;
    return (float)((largest < reach && largest > 0 ? largest : reach) / (double)LARGEST_BYTE);
}

static void write_bytes(const float *values, size_t count, float unit, int8_t *out) {
    for (size_t i = 0; i < count; i++)
        out[i] = (int8_t)rounded_within(values[i] / unit, LARGEST_BYTE);
}

/* A matrix in floats, and what a unit of each of its inputs is worth and how large it gets. */
typedef struct float_matrix {
    const float *weights; /* inner × columns */
    const float *bias;    /* NULL: zeros */
    size_t inner;
    size_t columns;
    const float *units;
    const float *limits;
} float_matrix;

/*
 * A matrix whose weights are whole numbers of sixteen bits. Each is rounded to these first, then to
 * PRODUCT_LARGEST_WEIGHT: what a compiler makes of the last bits of a float shows in none.
 */
typedef struct fine_matrix {
    int16_t *weights; /* inner × columns */
    float *scales;
    float *biases;
    size_t inner;
    size_t columns;
} fine_matrix;

static fine_matrix new_fine_matrix(size_t inner, size_t columns, arena *a) {
    return (fine_matrix){ARENA_ARRAY(a, int16_t, inner * columns), ARENA_ARRAY(a, float, columns),
                         ARENA_ARRAY(a, float, columns), inner, columns};
}

/*
 * Writes the columns of the matrix to those of another that begin at `at`. Each column gets the
 * finest unit in which its weights fit 16 bits and no sum of products leaves 32.
 */
static void write_columns(const float_matrix *m, size_t at, const fine_matrix *to) {
    for (size_t column = 0; column < m->columns; column++) {
        double largest = 1e-9, sum = 1e-9;
        for (size_t i = 0; i < m->inner; i++) {
            double weight = fabs((double)m->weights[i * m->columns + column] * (double)m->units[i]);
            largest = weight > largest ? weight : largest;
            sum += weight * (double)m->limits[i];
        }
        double by_weight = largest / (double)LARGEST_WEIGHT;
        /* Rounding may add half a unit of each weight. */
        double room = LARGEST_SUM;
        for (size_t i = 0; i < m->inner; i++)
            room -= (double)m->limits[i] * 0.5;
        double unit = sum / room > by_weight ? sum / room : by_weight;
        for (size_t i = 0; i < m->inner; i++) {
            double weight = (double)m->weights[i * m->columns + column] * (double)m->units[i];
            to->weights[i * to->columns + at + column] =
                (int16_t)rounded_within((float)(weight / unit), LARGEST_WEIGHT);
        }
        to->scales[at + column] = (float)unit;
        to->biases[at + column] = m->bias ? m->bias[column] : 0.0f;
    }
}

/* A matrix of the model: a PARSER_MATRIX. */
typedef struct byte_matrix {
    int8_t *weights;
    float *scales;
    float *biases;
} byte_matrix;

#define BYTE_MATRIX(part) ((byte_matrix){(part)->weights, (part)->scales, (part)->biases})

/*
 * Writes the matrix for inputs that are bytes: each is worth steps[i] of what it was, and counted
 * from `offset` on.
 */
static void narrow(const fine_matrix *m, const double *steps, double offset, byte_matrix to) {
    for (size_t column = 0; column < m->columns; column++) {
        double largest = 1e-9, sum = 0;
        for (size_t i = 0; i < m->inner; i++) {
            double weight = fabs(m->weights[i * m->columns + column] * steps[i]);
            largest = weight > largest ? weight : largest;
        }
        double unit = largest / PRODUCT_LARGEST_WEIGHT;
        for (size_t i = 0; i < m->inner; i++) {
            double rounded = floor(m->weights[i * m->columns + column] * steps[i] / unit + 0.5);
            to.weights[product_place(m->inner, i, column)] = (int8_t)rounded;
            sum += rounded;
        }
        double scale = (double)m->scales[column] * unit;
        to.scales[column] = (float)scale;
        to.biases[column] = (float)((double)m->biases[column] - offset * sum * scale);
    }
}

/* The units of whole numbers of sixteen bits: of states, of numbers behind a cut, and how large the
 * latter get. */
static const float FINE_STATE_UNIT = 4096.0f, FINE_CUT_UNIT = 1024.0f, FINE_CUT_LIMIT = 16.0f;

static const double *repeated(double step, arena *a) {
    double *steps = ARENA_ARRAY(a, double, PARSER_STATE_SIZE);
    for (size_t i = 0; i < PARSER_STATE_SIZE; i++)
        steps[i] = step;
    return steps;
}

static const double *steps_of_states(arena *a) {
    return repeated((double)FINE_STATE_UNIT / (double)PARSER_STATE_UNIT, a);
}

static const double *steps_of_cuts(arena *a) {
    return repeated((double)FINE_CUT_UNIT / (double)PARSER_CUT_UNIT, a);
}

/* The numbers of the word itself are bytes as they are; of the sums of others half is taken. */
static const double *steps_of_input(arena *a) {
    double *steps = ARENA_ARRAY(a, double, PARSER_INPUT_SIZE);
    for (size_t i = 0; i < PARSER_INPUT_SIZE; i++)
        steps[i] = i < PARSER_WORD_SIZE ? 1 : 2;
    return steps;
}

static float *filled(size_t count, float value, arena *a) {
    float *values = ARENA_ARRAY(a, float, count);
    for (size_t i = 0; i < count; i++)
        values[i] = value;
    return values;
}

static void write_vocabulary(const vocabulary *v, parser_model *m) {
    uint32_t *hashes = (uint32_t *)(void *)(m + 1);
    m->word_count = (uint32_t)v->count;
    memcpy(hashes, v->hashes, v->count * sizeof *hashes);
    size_t at = 0;
    for (uint32_t bucket = 0; bucket < PARSER_BUCKETS; bucket++) {
        while (at < v->count && hashes[at] >> (32 - PARSER_BUCKET_BITS) < bucket)
            at++;
        m->buckets[bucket] = (uint32_t)at;
    }
    m->buckets[PARSER_BUCKETS] = (uint32_t)v->count;
}

/* The tables of bytes, and what the first layer needs to know of them. */
static void write_tables(const network *n, const vocabulary *v, parser_model *m, float *units,
                         float *limits, arena *a) {
    const network_layout *l = &n->layout;
    size_t word_numbers = l->word_rows * PARSER_WORD_SIZE;
    float *words = ARENA_ARRAY(a, float, word_numbers);
    for (size_t i = 0; i < word_numbers; i++)
        words[i] = n->values[l->words + i] + n->fixed_words[i];
    int8_t *rows = (int8_t *)((uint32_t *)(void *)(m + 1) + v->count);
    struct {
        const float *values;
        size_t count, width;
        float summands; /* how many rows are added up for a word */
        int8_t *out;
    } tables[] = {
        {words, word_numbers, PARSER_WORD_SIZE, 1, rows},
        {n->values + l->affixes, PARSER_AFFIX_ROWS * PARSER_AFFIX_SIZE, PARSER_AFFIX_SIZE,
         PARSER_AFFIX_COUNT, m->affixes[0]},
        {n->values + l->tags, PARSER_TAG_ROWS * PARSER_TAG_SIZE, PARSER_TAG_SIZE, 2, m->tags[0]}};
    size_t at = 0;
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        float unit = byte_unit(tables[t].values, tables[t].count);
        write_bytes(tables[t].values, tables[t].count, unit, tables[t].out);
        for (size_t k = 0; k < tables[t].width; k++, at++) {
            units[at] = unit;
            limits[at] = LARGEST_BYTE * tables[t].summands;
        }
    }
}

static void write_layers(const network *n, parser_model *m, const float *units, const float *limits,
                         arena *a) {
    const network_layout *l = &n->layout;
    const float *state_units = filled(PARSER_STATE_SIZE, 1.0f / FINE_STATE_UNIT, a);
    const float *state_limits = filled(PARSER_STATE_SIZE, FINE_STATE_UNIT, a);
    for (size_t i = 0; i < PARSER_LAYERS; i++) {
        float *bias = ARENA_ARRAY(a, float, PARSER_GATES);
        memcpy(bias + PARSER_STATE_SIZE, n->values + l->layers[i].bias,
               2 * PARSER_STATE_SIZE * sizeof *bias);
        float_matrix matrix = {n->values + l->layers[i].weights,
                               bias,
                               i ? PARSER_STATE_SIZE : PARSER_INPUT_SIZE,
                               PARSER_GATES,
                               i ? state_units : units,
                               i ? state_limits : limits};
        fine_matrix fine = new_fine_matrix(matrix.inner, matrix.columns, a);
        write_columns(&matrix, 0, &fine);
        if (i == 0)
            narrow(&fine, steps_of_input(a), PARSER_OFFSET, BYTE_MATRIX(&m->first));
        else
            narrow(&fine, steps_of_states(a), PARSER_OFFSET, BYTE_MATRIX(&m->others[i - 1]));
        memcpy(m->peepholes[i], n->values + l->layers[i].peephole, sizeof m->peepholes[i]);
    }
    const struct {
        size_t weights, bias, columns;
    } views[] = {{l->arc_dependent, l->arc_dependent_bias, PARSER_ARC_SIZE},
                 {l->arc_head, l->arc_head_bias, PARSER_ARC_SIZE},
                 {l->label_dependent, l->label_dependent_bias, PARSER_LABEL_SIZE},
                 {l->label_head, 0, PARSER_LABEL_SIZE},
                 {l->tag_scores, l->tag_scores_bias, PARSER_TAG_SCORES}};
    fine_matrix fine = new_fine_matrix(PARSER_STATE_SIZE, PARSER_VIEWS, a);
    size_t at = 0;
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        float_matrix matrix = {n->values + views[i].weights,
                               views[i].bias ? n->values + views[i].bias : NULL,
                               PARSER_STATE_SIZE,
                               views[i].columns,
                               state_units,
                               state_limits};
        write_columns(&matrix, at, &fine);
        at += views[i].columns;
    }
    narrow(&fine, steps_of_states(a), PARSER_OFFSET, BYTE_MATRIX(&m->views));
}

static void write_scorers(const network *n, parser_model *m, arena *a) {
    const network_layout *l = &n->layout;
    size_t widest = PARSER_ARC_SIZE > PARSER_LABEL_SIZE ? PARSER_ARC_SIZE : PARSER_LABEL_SIZE;
    const float *units = filled(widest, 1.0f / FINE_CUT_UNIT, a);
    const float *limits = filled(widest, FINE_CUT_UNIT * FINE_CUT_LIMIT, a);
    float_matrix arcs = {n->values + l->biaffine,
                         n->values + l->biaffine_bias,
                         PARSER_ARC_SIZE,
                         PARSER_ARC_SIZE,
                         units,
                         limits};
    fine_matrix fine = new_fine_matrix(arcs.inner, arcs.columns, a);
    write_columns(&arcs, 0, &fine);
    narrow(&fine, steps_of_cuts(a), 0, BYTE_MATRIX(&m->biaffine));
    float_matrix relations = {n->values + l->relations,
                              n->values + l->relations_bias,
                              PARSER_LABEL_SIZE,
                              PARSER_RELATION_SIZE,
                              units,
                              limits};
    fine = new_fine_matrix(relations.inner, relations.columns, a);
    write_columns(&relations, 0, &fine);
    narrow(&fine, steps_of_cuts(a), 0, BYTE_MATRIX(&m->relations));
    memcpy(m->root_arc, n->values + l->root_arc, sizeof m->root_arc);
    memcpy(m->root_label, n->values + l->root_label, sizeof m->root_label);
    memcpy(m->distances, n->values + l->distance, sizeof m->distances);
}

slice parser_model_bytes(const network *n, const vocabulary *words, arena *a) {
    size_t length = sizeof(parser_model) + words->count * sizeof(uint32_t) +
                    (words->count + 1) * PARSER_WORD_SIZE;
    char *bytes = arena_calloc(a, length, 1);
    parser_model *m = (parser_model *)(void *)bytes;
    float units[PARSER_INPUT_SIZE], limits[PARSER_INPUT_SIZE];
    write_vocabulary(words, m);
    write_tables(n, words, m, units, limits, a);
    write_layers(n, m, units, limits, a);
    write_scorers(n, m, a);
    model_seal(bytes, length, PARSER_MODEL_KIND, PARSER_MODEL_VERSION);
    return (slice){bytes, length};
}
