/* SPDX-License-Identifier: MIT */
#include "timeline/weights.h"

const int32_t *weights_of(slice bytes, const char kind[8], uint32_t version, size_t count) {
    bool fits = model_check(bytes, kind, version) &&
                bytes.length == sizeof(model_head) + count * sizeof(int32_t);
    return fits ? (const int32_t *)(const void *)(bytes.data + sizeof(model_head)) : NULL;
}

int64_t weights_score(const int32_t *weights, const int32_t *features, size_t count) {
    int64_t score = 0;
    for (size_t i = 0; i < count; i++)
        score += (int64_t)weights[i] * features[i];
    return score;
}
