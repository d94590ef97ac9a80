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

static double *feature_at(double *first, size_t stride, size_t row, size_t feature) {
    return (double *)(void *)((char *)first + row * stride) + feature;
}

void features_standardise(double *first, size_t count, size_t width, size_t stride) {
    for (size_t k = 1; k < width && count; k++) {
        double mean = 0, variance = 0;
        for (size_t i = 0; i < count; i++)
            mean += *feature_at(first, stride, i, k) / (double)count;
        for (size_t i = 0; i < count; i++) {
            double off = *feature_at(first, stride, i, k) - mean;
            variance += off * off / (double)count;
        }
        for (size_t i = 0; i < count; i++) {
            double *feature = feature_at(first, stride, i, k);
            *feature = variance > 0 ? (*feature - mean) / sqrt(variance) : 0;
        }
    }
}
