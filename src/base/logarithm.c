/* SPDX-License-Identifier: MIT */
#include "base/logarithm.h"

/* A bit at a time, by squaring: products and halves are the same wherever numbers are IEEE 754. */
uint32_t binary_logarithm(double x) {
    uint32_t logarithm = 0;
    for (; x >= 2; x /= 2)
        logarithm += LOGARITHM_UNIT;
    for (uint32_t bit = LOGARITHM_UNIT / 2; bit; bit /= 2) {
        x *= x;
        if (x >= 2) {
            x /= 2;
            logarithm += bit;
        }
    }
    return logarithm;
}
