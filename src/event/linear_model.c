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
