/* SPDX-License-Identifier: MIT */
#include "timeline/weights.h"

#include <math.h>

const int32_t *weights_of(slice bytes, const char kind[8], uint32_t version, size_t count) {
    bool fits = model_check(bytes, kind, version) &&
                bytes.length == sizeof(model_head) + count * sizeof(int32_t);
    return fits ? (const int32_t *)(const void *)(bytes.data + sizeof(model_head)) : NULL;
}

double weights_score(const int32_t *weights, const double *features, size_t count) {
    double score = 0;
    for (size_t i = 0; i < count; i++)
        score += weights[i] * features[i];
    return score / WEIGHT_UNIT;
}

void features_standardise(double *rows, size_t count, size_t width) {
    for (size_t k = 1; k < width && count; k++) {
        double mean = 0, variance = 0;
        for (size_t i = 0; i < count; i++)
            mean += rows[i * width + k] / (double)count;
        for (size_t i = 0; i < count; i++) {
            double off = rows[i * width + k] - mean;
            variance += off * off / (double)count;
        }
        for (size_t i = 0; i < count; i++)
            rows[i * width + k] = variance > 0 ? (rows[i * width + k] - mean) / sqrt(variance) : 0;
    }
}
