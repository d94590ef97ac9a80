/* SPDX-License-Identifier: MIT */
#include "event/linear_model.h"

linear_model linear_model_of(slice bytes, const char kind[8], uint32_t version) {
    static const uint16_t no_print[1];
    static const int8_t no_weights[1][LINEAR_OUTCOMES];
    linear_model none = {no_print, no_weights, 0, 0};
    linear_head head;
    if (!model_check(bytes, kind, version) || bytes.length < sizeof head)
        return none;
    memcpy(&head, bytes.data, sizeof head);
    size_t rows = (size_t)1 << head.row_bits;
    if (bytes.length != sizeof head + rows * (sizeof(uint16_t) + LINEAR_OUTCOMES))
        return none;
    const char *prints = bytes.data + sizeof head;
    return (linear_model){
        (const uint16_t *)(const void *)prints,
        (const int8_t(*)[LINEAR_OUTCOMES])(const void *)(prints + rows * sizeof(uint16_t)),
        rows - 1, head.scale};
}

/* Where the feature's weights are; SIZE_MAX where it has none. */
static size_t row_of(const linear_model *m, uint64_t feature) {
    uint16_t print = linear_fingerprint(feature);
    for (unsigned i = 0; i < LINEAR_PROBES; i++) {
        size_t row = (size_t)((feature + i) & m->mask);
        if (m->fingerprints[row] == print)
            return row;
        if (!m->fingerprints[row])
            break;
    }
    return SIZE_MAX;
}

/* The tables are larger than a near cache: all that will be read is asked for before it is. */
void linear_add(const linear_model *m, const uint64_t *features, size_t count,
                linear_scores *scores) {
    size_t rows[LINEAR_MOST_FEATURES], found = 0;
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(&m->fingerprints[features[i] & m->mask]);
    for (size_t i = 0; i < count; i++) {
        size_t row = row_of(m, features[i]);
        if (row == SIZE_MAX)
            continue;
        __builtin_prefetch(m->weights[row]);
        rows[found++] = row;
    }
    for (size_t i = 0; i < found; i++) {
        linear_row weights;
        // cppcheck-suppress uninitvar
        memcpy(&weights, m->weights[rows[i]], sizeof weights);
        scores->outcomes += __builtin_convertvector(weights, linear_sums);
    }
}

float linear_exponential(float x) {
    float power = x * 1.44269504f;
    if (power < -60)
        return 0;
    int whole = (int)power; /* towards zero */
    float rest = (power - (float)whole) * 0.693147181f;
    float sum =
        1 + rest * (1 + rest * (0.5f +
                                rest * (0.166666667f +
                                        rest * (0.0416666667f +
                                                rest * (0.00833333333f + rest * 0.00138888889f)))));
    return sum / (float)(UINT64_C(1) << -whole);
}

void linear_probabilities(const linear_model *m, const linear_scores *scores,
                          float probabilities[LINEAR_OUTCOMES]) {
    int highest = scores->outcomes[0];
    for (unsigned k = 1; k < LINEAR_OUTCOMES; k++)
        highest = scores->outcomes[k] > highest ? scores->outcomes[k] : highest;
    float sum = 0;
    for (unsigned k = 0; k < LINEAR_OUTCOMES; k++) {
        probabilities[k] = linear_exponential((float)(scores->outcomes[k] - highest) * m->scale);
        sum += probabilities[k];
    }
    for (unsigned k = 0; k < LINEAR_OUTCOMES; k++)
        probabilities[k] /= sum;
}
