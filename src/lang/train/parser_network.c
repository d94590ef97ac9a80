/* SPDX-License-Identifier: MIT */
#include "lang/train/parser_network.h"
#include "lang/spanning_tree.h"
#include "lang/train/matrix.h"
#include "lang/train/random.h"

#include <math.h>

enum {
    WORD = PARSER_WORD_SIZE,
    AFFIX = PARSER_AFFIX_SIZE,
    TAG = PARSER_TAG_SIZE,
    INPUT = PARSER_INPUT_SIZE,
    HALF = PARSER_HALF_SIZE,
    STATE = PARSER_STATE_SIZE,
    LAYERS = PARSER_LAYERS,
    ARC = PARSER_ARC_SIZE,
    LABEL = PARSER_LABEL_SIZE,
    RELATIONS = PARSER_RELATION_SIZE,
    TAG_SCORES = PARSER_TAG_SCORES
};

/* The work on some sentences, one behind the other: every matrix has a row a word. */
typedef struct pass {
    const network *net;
    const float *values;
    const lesson *const *lessons;
    size_t lesson_count;
    const network_noise *noise;
    uint64_t random;
    arena *owner;
    size_t words;
    size_t *starts; /* of each lesson, and behind the last */
    const lesson_word **word_of;
    uint32_t *word_rows; /* that were used; 0 for hidden ones */
    bool *tag_hidden;
    float *layer_input[LAYERS + 1]; /* as the layer reads it, with noise; the last: the scorers */
    float *layer_mask[LAYERS + 1];  /* NULL without noise */
    float *output[LAYERS + 1];      /* of the layer before, without noise */
    float *gates[LAYERS];           /* candidate, forget, output */
    float *state[LAYERS];
    float *arc_dependent, *arc_head, *label_dependent, *label_head;
    float *arc_dependent_mask, *arc_head_mask;
    float *query; /* arc_dependent through the biaffine matrix */
    float *hidden, *hidden_mask;
} pass;

static float *floats(pass *p, size_t count) {
    return ARENA_ARRAY(p->owner, float, count);
}

static size_t rounded(size_t n) {
    return (n + MATRIX_LANES - 1) / MATRIX_LANES * MATRIX_LANES;
}

static size_t place(size_t *count, size_t size) {
    size_t at = *count;
    *count += rounded(size);
    return at;
}

network_layout network_layout_of(size_t word_rows, size_t tag_rows) {
    network_layout l = {.word_rows = word_rows, .tag_rows = tag_rows};
    l.words = place(&l.count, word_rows * WORD);
    l.affixes = place(&l.count, PARSER_AFFIX_ROWS * AFFIX);
    l.tags = place(&l.count, tag_rows * TAG);
    for (size_t i = 0; i < LAYERS; i++) {
        l.layers[i].weights = place(&l.count, (i ? STATE : INPUT) * 3 * STATE);
        l.layers[i].peephole = place(&l.count, 2 * STATE);
        l.layers[i].bias = place(&l.count, 2 * STATE);
    }
    l.arc_dependent = place(&l.count, STATE * ARC);
    l.arc_dependent_bias = place(&l.count, ARC);
    l.arc_head = place(&l.count, STATE * ARC);
    l.arc_head_bias = place(&l.count, ARC);
    l.label_dependent = place(&l.count, STATE * LABEL);
    l.label_dependent_bias = place(&l.count, LABEL);
    l.label_head = place(&l.count, STATE * LABEL);
    l.root_arc = place(&l.count, ARC);
    l.root_label = place(&l.count, LABEL);
    l.tag_scores = place(&l.count, STATE * TAG_SCORES);
    l.tag_scores_bias = place(&l.count, TAG_SCORES);
    l.biaffine = place(&l.count, ARC * ARC);
    l.biaffine_bias = place(&l.count, ARC);
    l.distance = place(&l.count, PARSER_DISTANCES);
    l.relations = place(&l.count, LABEL * RELATIONS);
    l.relations_bias = place(&l.count, RELATIONS);
    return l;
}

/* The sum of six even numbers is near enough to a bell. */
static void fill_random(float *values, size_t count, float deviation, uint64_t *random) {
    for (size_t i = 0; i < count; i++) {
        float sum = 0;
        for (int k = 0; k < 6; k++)
            sum += random_unit(random) - 0.5f;
        values[i] = sum * 1.41421356f * deviation;
    }
}

void network_begin(network *n, uint64_t seed) {
    const network_layout *l = &n->layout;
    uint64_t random = seed;
    memset(n->values, 0, l->count * sizeof *n->values);
    fill_random(n->values + l->affixes, PARSER_AFFIX_ROWS * AFFIX, 0.1f, &random);
    fill_random(n->values + l->tags, l->tag_rows * TAG, 0.3f, &random);
    for (size_t i = 0; i < LAYERS; i++) {
        /* Deviations of about 1 / sqrt(width). */
        fill_random(n->values + l->layers[i].weights, (i ? STATE : INPUT) * 3 * STATE,
                    i ? 0.0625f : 0.079f, &random);
        fill_random(n->values + l->layers[i].peephole, 2 * STATE, 0.3f, &random);
        for (size_t k = 0; k < STATE; k++)
            n->values[l->layers[i].bias + k] = 0.5f;
    }
    fill_random(n->values + l->arc_dependent, STATE * ARC, 0.0625f, &random);
    fill_random(n->values + l->arc_head, STATE * ARC, 0.0625f, &random);
    fill_random(n->values + l->label_dependent, STATE * LABEL, 0.0625f, &random);
    fill_random(n->values + l->label_head, STATE * LABEL, 0.0625f, &random);
    fill_random(n->values + l->root_arc, ARC, 0.3f, &random);
    fill_random(n->values + l->root_label, LABEL, 0.3f, &random);
    fill_random(n->values + l->tag_scores, STATE * TAG_SCORES, 0.0625f, &random);
    fill_random(n->values + l->biaffine, ARC * ARC, 0.05f, &random);
    fill_random(n->values + l->relations, LABEL * RELATIONS, 0.0884f, &random);
}

/* ---- What the sentences look like -------------------------------------------------------------*/

/* Factors that drop some numbers and raise the others, so that sums stay; NULL: all stay. */
static float *new_mask(pass *p, size_t rows, size_t width, float chance) {
    if (chance <= 0)
        return NULL;
    float *mask = floats(p, rows * width);
    float raised = 1.0f / (1.0f - chance);
    for (size_t i = 0; i < rows * width; i++)
        mask[i] = random_unit(&p->random) < chance ? 0.0f : raised;
    return mask;
}

/* The same numbers are dropped in all words of a sentence (Gal & Ghahramani 2016). */
static float *new_sentence_mask(pass *p, size_t width, float chance) {
    if (chance <= 0)
        return NULL;
    float *one = new_mask(p, p->lesson_count, width, chance);
    float *mask = floats(p, p->words * width);
    for (size_t s = 0; s < p->lesson_count; s++)
        for (size_t w = p->starts[s]; w < p->starts[s + 1]; w++)
            memcpy(mask + w * width, one + s * width, width * sizeof *mask);
    return mask;
}

static float *masked(pass *p, const float *values, const float *mask, size_t count) {
    float *result = floats(p, count);
    for (size_t i = 0; i < count; i++)
        result[i] = mask ? values[i] * mask[i] : values[i];
    return result;
}

static void apply_mask(float *values, const float *mask, size_t count) {
    for (size_t i = 0; mask && i < count; i++)
        values[i] *= mask[i];
}

static void add_to(float *out, const float *in, size_t count) {
    for (size_t i = 0; i < count; i++)
        out[i] += in[i];
}

static void look_up_words(pass *p) {
    const network_layout *l = &p->net->layout;
    p->word_rows = ARENA_ARRAY(p->owner, uint32_t, p->words);
    p->tag_hidden = ARENA_ARRAY(p->owner, bool, p->words);
    p->output[0] = floats(p, p->words * INPUT);
    for (size_t i = 0; i < p->words; i++) {
        const lesson_word *w = p->word_of[i];
        float *row = p->output[0] + i * INPUT;
        bool hidden = p->noise->words && random_unit(&p->random) < w->hide;
        /* Half of the hidden words are unlearnt but known from raw text, half wholly unknown. */
        bool unknown = hidden && random_unit(&p->random) < 0.5f;
        p->word_rows[i] = hidden ? 0 : w->word;
        p->tag_hidden[i] = p->noise->tag > 0 && random_unit(&p->random) < p->noise->tag;
        add_to(row, p->values + l->words + p->word_rows[i] * WORD, WORD);
        if (p->net->fixed_words && !unknown)
            add_to(row, p->net->fixed_words + w->word * WORD, WORD);
        for (size_t k = 0; k < PARSER_AFFIX_COUNT; k++)
            add_to(row + WORD, p->values + l->affixes + w->affixes[k] * (size_t)AFFIX, AFFIX);
        size_t tag = p->tag_hidden[i] ? 0 : w->tag, broad = p->tag_hidden[i] ? 0 : w->broad_tag;
        add_to(row + WORD + AFFIX, p->values + l->tags + tag * TAG, TAG);
        add_to(row + WORD + AFFIX, p->values + l->tags + broad * TAG, TAG);
    }
}

static void learn_words(pass *p, const float *slopes_in, float *slopes) {
    const network_layout *l = &p->net->layout;
    for (size_t i = 0; i < p->words; i++) {
        const lesson_word *w = p->word_of[i];
        const float *row = slopes_in + i * INPUT;
        add_to(slopes + l->words + p->word_rows[i] * WORD, row, WORD);
        for (size_t k = 0; k < PARSER_AFFIX_COUNT; k++)
            add_to(slopes + l->affixes + w->affixes[k] * (size_t)AFFIX, row + WORD, AFFIX);
        size_t tag = p->tag_hidden[i] ? 0 : w->tag, broad = p->tag_hidden[i] ? 0 : w->broad_tag;
        add_to(slopes + l->tags + tag * TAG, row + WORD + AFFIX, TAG);
        add_to(slopes + l->tags + broad * TAG, row + WORD + AFFIX, TAG);
    }
}

/* ---- Recurrent layers -------------------------------------------------------------------------*/

/* One way through a sentence: `half` is 0 from left to right, 1 from right to left. */
typedef struct way {
    size_t layer;
    size_t half;
    size_t start;
    size_t count;
} way;

static size_t way_row(const way *d, size_t step) {
    return d->start + (d->half ? d->count - 1 - step : step);
}

static void walk_forward(pass *p, way d) {
    const network_layout *l = &p->net->layout;
    const float *peephole = p->values + l->layers[d.layer].peephole + d.half * HALF;
    const float *bias = p->values + l->layers[d.layer].bias + d.half * HALF;
    float old[HALF] = {0};
    for (size_t step = 0; step < d.count; step++) {
        size_t row = way_row(&d, step);
        float *candidate = p->gates[d.layer] + row * 3 * STATE + d.half * HALF;
        float *forget = candidate + STATE, *give = forget + STATE;
        float *state = p->state[d.layer] + row * STATE + d.half * HALF;
        float *output = p->output[d.layer + 1] + row * STATE + d.half * HALF;
        const float *below = p->output[d.layer] + row * STATE + d.half * HALF;
        for (size_t k = 0; k < HALF; k++) {
            forget[k] = parser_sigmoid(forget[k] + peephole[k] * old[k] + bias[k]);
            give[k] = parser_sigmoid(give[k] + peephole[STATE + k] * old[k] + bias[STATE + k]);
            state[k] = candidate[k] + forget[k] * (old[k] - candidate[k]);
            output[k] = give[k] * parser_tanh(state[k]);
            old[k] = state[k];
        }
        for (size_t k = 0; d.layer && k < HALF; k++)
            output[k] += (1.0f - give[k]) * below[k];
    }
}

/* Turns the gates into their slopes; adds the slopes of the layer below, where it is carried. */
static void walk_back(pass *p, way d, const float *slopes_out, float *slopes_below, float *slopes) {
    const network_layout *l = &p->net->layout;
    const float *peephole = p->values + l->layers[d.layer].peephole + d.half * HALF;
    float *peephole_slopes = slopes + l->layers[d.layer].peephole + d.half * HALF;
    float *bias_slopes = slopes + l->layers[d.layer].bias + d.half * HALF;
    const float none[HALF] = {0};
    float later[HALF] = {0}; /* slopes of the state from the steps behind */
    for (size_t step = d.count; step-- > 0;) {
        size_t row = way_row(&d, step);
        float *candidate = p->gates[d.layer] + row * 3 * STATE + d.half * HALF;
        float *forget = candidate + STATE, *give = forget + STATE;
        const float *state = p->state[d.layer] + row * STATE + d.half * HALF;
        const float *old =
            step ? p->state[d.layer] + way_row(&d, step - 1) * STATE + d.half * HALF : none;
        const float *out = slopes_out + row * STATE + d.half * HALF;
        const float *below = p->output[d.layer] + row * STATE + d.half * HALF;
        float *carried = slopes_below + row * STATE + d.half * HALF;
        for (size_t k = 0; k < HALF; k++) {
            float curve = parser_tanh(state[k]);
            float given = d.layer ? curve - below[k] : curve;
            float on_give = out[k] * given * give[k] * (1.0f - give[k]);
            float on_state = later[k] + out[k] * give[k] * (1.0f - curve * curve);
            float on_forget = on_state * (old[k] - candidate[k]) * forget[k] * (1.0f - forget[k]);
            if (d.layer)
                carried[k] += out[k] * (1.0f - give[k]);
            candidate[k] = on_state * (1.0f - forget[k]);
            later[k] =
                on_state * forget[k] + on_forget * peephole[k] + on_give * peephole[STATE + k];
            forget[k] = on_forget;
            give[k] = on_give;
            peephole_slopes[k] += on_forget * old[k];
            peephole_slopes[STATE + k] += on_give * old[k];
            bias_slopes[k] += on_forget;
            bias_slopes[STATE + k] += on_give;
        }
    }
}

static void read_layer(pass *p, size_t layer) {
    const network_layout *l = &p->net->layout;
    size_t width = layer ? STATE : INPUT;
    float chance = layer ? p->noise->layer : p->noise->input;
    p->layer_mask[layer] =
        layer ? new_sentence_mask(p, width, chance) : new_mask(p, p->words, width, chance);
    p->layer_input[layer] = masked(p, p->output[layer], p->layer_mask[layer], p->words * width);
    p->gates[layer] = floats(p, p->words * 3 * STATE);
    p->state[layer] = floats(p, p->words * STATE);
    p->output[layer + 1] = floats(p, p->words * STATE);
    matrix_multiply_add(p->words, 3 * STATE, width, p->layer_input[layer],
                        p->values + l->layers[layer].weights, p->gates[layer]);
    for (size_t s = 0; s < p->lesson_count; s++) {
        way d = {layer, 0, p->starts[s], p->starts[s + 1] - p->starts[s]};
        walk_forward(p, d);
        d.half = 1;
        walk_forward(p, d);
    }
}

/* in · weights: adds the slopes of the weights, and those of `in`. */
static void learn_product(pass *p, size_t width, size_t columns, const float *in, size_t weights,
                          const float *slopes_out, float *slopes_in, float *slopes) {
    size_t size = width * (columns > p->words ? columns : p->words);
    float *turned = floats(p, size);
    matrix_transpose(p->words, width, in, turned);
    matrix_multiply_add(width, columns, p->words, turned, slopes_out, slopes + weights);
    matrix_transpose(width, columns, p->values + weights, turned);
    matrix_multiply_add(p->words, width, columns, slopes_out, turned, slopes_in);
}

/* Takes the slopes of a layer's output, gives those of its input. */
static float *learn_layer(pass *p, size_t layer, const float *slopes_out, float *slopes) {
    const network_layout *l = &p->net->layout;
    size_t width = layer ? STATE : INPUT;
    float *slopes_in = floats(p, p->words * width);
    float *carried = floats(p, p->words * STATE);
    for (size_t s = 0; s < p->lesson_count; s++) {
        way d = {layer, 0, p->starts[s], p->starts[s + 1] - p->starts[s]};
        walk_back(p, d, slopes_out, carried, slopes);
        d.half = 1;
        walk_back(p, d, slopes_out, carried, slopes);
    }
    learn_product(p, width, 3 * STATE, p->layer_input[layer], l->layers[layer].weights,
                  p->gates[layer], slopes_in, slopes);
    apply_mask(slopes_in, p->layer_mask[layer], p->words * width);
    if (layer)
        add_to(slopes_in, carried, p->words * STATE);
    return slopes_in;
}

/* ---- Views of heads and dependents ------------------------------------------------------------*/

static float *project(pass *p, size_t width, const float *in, size_t weights, size_t bias,
                      size_t columns) {
    float *out = floats(p, p->words * columns);
    for (size_t i = 0; bias && i < p->words; i++)
        memcpy(out + i * columns, p->values + bias, columns * sizeof *out);
    matrix_multiply_add(p->words, columns, width, in, p->values + weights, out);
    return out;
}

static void cut_below_zero(float *values, size_t count) {
    for (size_t i = 0; i < count; i++)
        values[i] = values[i] > 0 ? values[i] : 0;
}

/* Slopes through cut_below_zero(): what was cut has none. */
static void learn_cut(const float *values, float *slopes_out, size_t count) {
    for (size_t i = 0; i < count; i++)
        slopes_out[i] = values[i] > 0 ? slopes_out[i] : 0;
}

static void learn_bias(const float *slopes_out, size_t rows, size_t columns, float *slopes) {
    for (size_t i = 0; i < rows; i++)
        add_to(slopes, slopes_out + i * columns, columns);
}

static void look_from_both_sides(pass *p) {
    const network_layout *l = &p->net->layout;
    p->layer_mask[LAYERS] = new_sentence_mask(p, STATE, p->noise->layer);
    p->layer_input[LAYERS] = masked(p, p->output[LAYERS], p->layer_mask[LAYERS], p->words * STATE);
    const float *in = p->layer_input[LAYERS];
    p->arc_dependent = project(p, STATE, in, l->arc_dependent, l->arc_dependent_bias, ARC);
    p->arc_head = project(p, STATE, in, l->arc_head, l->arc_head_bias, ARC);
    p->label_dependent = project(p, STATE, in, l->label_dependent, l->label_dependent_bias, LABEL);
    p->label_head = project(p, STATE, in, l->label_head, 0, LABEL);
    cut_below_zero(p->arc_dependent, p->words * ARC);
    cut_below_zero(p->arc_head, p->words * ARC);
    p->arc_dependent_mask = new_sentence_mask(p, ARC, p->noise->scorer);
    p->arc_head_mask = new_sentence_mask(p, ARC, p->noise->scorer);
    apply_mask(p->arc_dependent, p->arc_dependent_mask, p->words * ARC);
    apply_mask(p->arc_head, p->arc_head_mask, p->words * ARC);
    p->query = project(p, ARC, p->arc_dependent, l->biaffine, l->biaffine_bias, ARC);
}

/* ---- Heads ------------------------------------------------------------------------------------*/

/* e to the power of x, x at most 0; without the C library's, which differs between machines. */
static float power_of_e(float x) {
    if (x < -80.0f)
        return 0.0f;
    float scaled = x * 1.44269504f;
    int whole = (int)(scaled - 0.5f);
    float y = (scaled - (float)whole) * 0.69314718f;
    float sum =
        1.0f + y * (1.0f + y * (0.5f + y * (0.16666667f + y * (0.041666667f + y * 0.0083333333f))));
    for (; whole < 0; whole += 16)
        sum *= whole <= -16 ? 0x1p-16f : 1.0f / (float)(1 << -whole);
    return sum;
}

/* Scores to chances, in place; the error of the right one. */
static double soften(float *scores, size_t count, size_t right) {
    float best = scores[0], sum = 0;
    for (size_t i = 1; i < count; i++)
        best = scores[i] > best ? scores[i] : best;
    for (size_t i = 0; i < count; i++)
        sum += scores[i] = power_of_e(scores[i] - best);
    for (size_t i = 0; i < count; i++)
        scores[i] /= sum;
    /* The C library's logarithm: for the eye only, nothing is computed from it. */
    return -log(scores[right] > 1e-9f ? (double)scores[right] : 1e-9);
}

/* The views of possible heads of one sentence: the root, then its words. Zeros up to a vector. */
static float *heads_of_sentence(pass *p, size_t start, size_t count) {
    float *heads = floats(p, rounded(count + 1) * ARC);
    memcpy(heads, p->values + p->net->layout.root_arc, ARC * sizeof *heads);
    memcpy(heads + ARC, p->arc_head + start * ARC, count * ARC * sizeof *heads);
    return heads;
}

/* scores[i * rounded(count + 1) + j]: how well j, 0 for the root, is the head of word i. */
static float *score_heads(pass *p, size_t start, size_t count, const float *heads) {
    size_t columns = rounded(count + 1);
    float *turned = floats(p, columns * ARC), *scores = floats(p, count * columns);
    matrix_transpose(columns, ARC, heads, turned);
    matrix_multiply_add(count, columns, ARC, p->query + start * ARC, turned, scores);
    const float *distance = p->values + p->net->layout.distance;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 1; j <= count; j++)
            scores[i * columns + j] += distance[parser_distance_row(i + 1, j)];
        scores[i * columns + i + 1] = -1e9f;
    }
    return scores;
}

/* Error of the heads of one sentence; slopes of the queries and of the views of heads. */
static double learn_heads(pass *p, size_t start, size_t count, float scale, float *query_slopes,
                          float *head_slopes, float *slopes) {
    const network_layout *l = &p->net->layout;
    size_t columns = rounded(count + 1);
    float *heads = heads_of_sentence(p, start, count);
    float *scores = score_heads(p, start, count, heads);
    double error = 0;
    for (size_t i = 0; i < count; i++) {
        float *row = scores + i * columns;
        size_t right = p->word_of[start + i]->head;
        error += soften(row, count + 1, right);
        row[right] -= 1.0f;
        for (size_t j = 0; j < columns; j++)
            row[j] = j <= count ? row[j] * scale : 0.0f;
        for (size_t j = 1; j <= count; j++)
            slopes[l->distance + parser_distance_row(i + 1, j)] += row[j];
    }
    matrix_multiply_add(count, ARC, columns, scores, heads, query_slopes + start * ARC);
    float *turned = floats(p, columns * count), *all = floats(p, columns * ARC);
    matrix_transpose(count, columns, scores, turned);
    matrix_multiply_add(columns, ARC, count, turned, p->query + start * ARC, all);
    add_to(slopes + l->root_arc, all, ARC);
    add_to(head_slopes + start * ARC, all + ARC, count * ARC);
    return error;
}

/* ---- Relations --------------------------------------------------------------------------------*/

/* The label view of a head: 0 for the root. */
static const float *label_head_of(const pass *p, size_t start, size_t head) {
    return head ? p->label_head + (start + head - 1) * LABEL
                : p->values + p->net->layout.root_label;
}

/* p->hidden of one word. */
static void join_label_views(pass *p, size_t start, size_t i, size_t head) {
    float *hidden = p->hidden + (start + i) * LABEL;
    const float *other = label_head_of(p, start, head);
    const float *own = p->label_dependent + (start + i) * LABEL;
    for (size_t k = 0; k < LABEL; k++)
        hidden[k] = own[k] + other[k] > 0 ? own[k] + other[k] : 0;
}

static double learn_relations(pass *p, float scale, float *dependent_slopes, float *head_slopes,
                              float *slopes) {
    const network_layout *l = &p->net->layout;
    double error = 0;
    p->hidden = floats(p, p->words * LABEL);
    for (size_t s = 0; s < p->lesson_count; s++)
        for (size_t i = 0; i < p->lessons[s]->count; i++)
            join_label_views(p, p->starts[s], i, p->lessons[s]->words[i].head);
    p->hidden_mask = new_mask(p, p->words, LABEL, p->noise->scorer);
    apply_mask(p->hidden, p->hidden_mask, p->words * LABEL);
    float *scores = project(p, LABEL, p->hidden, l->relations, l->relations_bias, RELATIONS);
    for (size_t i = 0; i < p->words; i++) {
        size_t right = p->word_of[i]->relation;
        error += soften(scores + i * RELATIONS, RELATIONS, right);
        scores[i * RELATIONS + right] -= 1.0f;
        for (size_t k = 0; k < RELATIONS; k++)
            scores[i * RELATIONS + k] *= scale;
    }
    learn_bias(scores, p->words, RELATIONS, slopes + l->relations_bias);
    float *hidden_slopes = floats(p, p->words * LABEL);
    learn_product(p, LABEL, RELATIONS, p->hidden, l->relations, scores, hidden_slopes, slopes);
    apply_mask(hidden_slopes, p->hidden_mask, p->words * LABEL);
    learn_cut(p->hidden, hidden_slopes, p->words * LABEL);
    add_to(dependent_slopes, hidden_slopes, p->words * LABEL);
    for (size_t s = 0; s < p->lesson_count; s++) {
        for (size_t i = 0; i < p->lessons[s]->count; i++) {
            size_t head = p->lessons[s]->words[i].head;
            float *to =
                head ? head_slopes + (p->starts[s] + head - 1) * LABEL : slopes + l->root_label;
            add_to(to, hidden_slopes + (p->starts[s] + i) * LABEL, LABEL);
        }
    }
    return error;
}

/* ---- Tags -------------------------------------------------------------------------------------*/

/* Error of the tags of one kind of a word; scores become slopes. */
static double learn_tag(float *scores, size_t count, size_t right, float scale) {
    if (right >= count) {
        memset(scores, 0, count * sizeof *scores);
        return 0;
    }
    double error = soften(scores, count, right);
    scores[right] -= 1.0f;
    for (size_t k = 0; k < count; k++)
        scores[k] *= scale;
    return error;
}

static double learn_tags(pass *p, float scale, float *slopes_in, float *slopes) {
    const network_layout *l = &p->net->layout;
    const float *in = p->layer_input[LAYERS];
    float *scores = project(p, STATE, in, l->tag_scores, l->tag_scores_bias, TAG_SCORES);
    double error = 0;
    for (size_t i = 0; i < p->words; i++) {
        float *row = scores + i * TAG_SCORES, *broad = row + PARSER_UNIVERSAL_SCORES;
        error += learn_tag(row, PENN_TAG_COUNT, p->word_of[i]->right_tag, scale);
        error += learn_tag(broad, UNIVERSAL_TAG_COUNT, p->word_of[i]->right_broad_tag, scale);
        memset(row + PENN_TAG_COUNT, 0, (size_t)((broad - row) - PENN_TAG_COUNT) * sizeof *row);
        memset(broad + UNIVERSAL_TAG_COUNT, 0,
               (size_t)((row + TAG_SCORES - broad) - UNIVERSAL_TAG_COUNT) * sizeof *row);
    }
    learn_bias(scores, p->words, TAG_SCORES, slopes + l->tag_scores_bias);
    learn_product(p, STATE, TAG_SCORES, in, l->tag_scores, scores, slopes_in, slopes);
    return error;
}

/* ---- The whole --------------------------------------------------------------------------------*/

static pass begin_pass(const network *n, const lesson *const *lessons, size_t lesson_count,
                       const network_noise *noise, arena *a) {
    pass p = {.net = n,
              .values = n->values,
              .lessons = lessons,
              .lesson_count = lesson_count,
              .noise = noise,
              .random = noise->seed,
              .owner = a};
    p.starts = ARENA_ARRAY(a, size_t, lesson_count + 1);
    for (size_t s = 0; s < lesson_count; s++)
        p.starts[s + 1] = p.starts[s] + lessons[s]->count;
    p.words = p.starts[lesson_count];
    p.word_of = ARENA_ARRAY(a, const lesson_word *, p.words);
    for (size_t s = 0; s < lesson_count; s++)
        for (size_t i = 0; i < lessons[s]->count; i++)
            p.word_of[p.starts[s] + i] = &lessons[s]->words[i];
    return p;
}

static void read_sentences(pass *p) {
    look_up_words(p);
    for (size_t layer = 0; layer < LAYERS; layer++)
        read_layer(p, layer);
    look_from_both_sides(p);
}

network_error network_learn(const network *n, const lesson *const *lessons, size_t lesson_count,
                            const network_noise *noise, float scale, float *slopes, arena *a) {
    const network_layout *l = &n->layout;
    pass p = begin_pass(n, lessons, lesson_count, noise, a);
    read_sentences(&p);
    network_error error = {0};
    float *query = floats(&p, p.words * ARC), *head = floats(&p, p.words * ARC);
    for (size_t s = 0; s < lesson_count; s++)
        error.arcs += learn_heads(&p, p.starts[s], lessons[s]->count, scale, query, head, slopes);
    learn_bias(query, p.words, ARC, slopes + l->biaffine_bias);
    float *dependent = floats(&p, p.words * ARC);
    learn_product(&p, ARC, ARC, p.arc_dependent, l->biaffine, query, dependent, slopes);
    apply_mask(dependent, p.arc_dependent_mask, p.words * ARC);
    apply_mask(head, p.arc_head_mask, p.words * ARC);
    learn_cut(p.arc_dependent, dependent, p.words * ARC);
    learn_cut(p.arc_head, head, p.words * ARC);
    float *label_dependent = floats(&p, p.words * LABEL);
    float *label_head = floats(&p, p.words * LABEL);
    error.relations = learn_relations(&p, scale, label_dependent, label_head, slopes);
    learn_bias(dependent, p.words, ARC, slopes + l->arc_dependent_bias);
    learn_bias(head, p.words, ARC, slopes + l->arc_head_bias);
    learn_bias(label_dependent, p.words, LABEL, slopes + l->label_dependent_bias);
    float *below = floats(&p, p.words * STATE);
    const float *in = p.layer_input[LAYERS];
    learn_product(&p, STATE, ARC, in, l->arc_dependent, dependent, below, slopes);
    learn_product(&p, STATE, ARC, in, l->arc_head, head, below, slopes);
    learn_product(&p, STATE, LABEL, in, l->label_dependent, label_dependent, below, slopes);
    learn_product(&p, STATE, LABEL, in, l->label_head, label_head, below, slopes);
    error.tags = learn_tags(&p, scale, below, slopes);
    apply_mask(below, p.layer_mask[LAYERS], p.words * STATE);
    for (size_t layer = LAYERS; layer-- > 0;)
        below = learn_layer(&p, layer, below, slopes);
    learn_words(&p, below, slopes);
    return error;
}

void network_parse(const network *n, const lesson *sentence, uint16_t *heads, uint16_t *relations,
                   arena *a) {
    const network_layout *l = &n->layout;
    const network_noise none = {0};
    pass p = begin_pass(n, &sentence, 1, &none, a);
    read_sentences(&p);
    size_t count = sentence->count;
    const float *views = heads_of_sentence(&p, 0, count);
    const float *scores = score_heads(&p, 0, count, views);
    spanning_tree(scores, count, rounded(count + 1), heads, a);
    p.hidden = floats(&p, count * LABEL);
    for (size_t i = 0; i < count; i++)
        join_label_views(&p, 0, i, heads[i]);
    const float *named = project(&p, LABEL, p.hidden, l->relations, l->relations_bias, RELATIONS);
    for (size_t i = 0; i < count; i++) {
        relations[i] = RELATION_ROOT;
        const float *row = named + i * RELATIONS;
        float best = -1e9f;
        for (uint16_t k = 0; heads[i] && k < RELATION_COUNT; k++) {
            if (k != RELATION_ROOT && row[k] > best) {
                best = row[k];
                relations[i] = k;
            }
        }
    }
}
