/* SPDX-License-Identifier: MIT */
/* Logarithms by squaring, against those of the mathematics library. */
#include "base/logarithm.h"
#include "support/check.h"

#include <math.h>

static void powers_of_two(void) {
    for (int k = 0; k < 60; k++)
        CHECK_INT(binary_logarithm((double)(UINT64_C(1) << k)), k * LOGARITHM_UNIT);
}

static void between_powers(void) {
    for (double x = 1; x < 1e9; x *= 1.37) {
        double wanted = log2(x) * LOGARITHM_UNIT;
        double got = (double)binary_logarithm(x);
        CHECK_AT(got <= wanted + 0.001 && got > wanted - 1.001, "log2(%g): %g, not %g", x, got,
                 wanted);
    }
}

int main(void) {
    RUN(powers_of_two);
    RUN(between_powers);
    return tests_end();
}
