/* SPDX-License-Identifier: MIT */
/* Logarithms that are the same on every machine: whatever mathematics library is there. */
#ifndef BASE_LOGARITHM_H
#define BASE_LOGARITHM_H

#include <stdint.h>

/* The logarithm to the base 2 of x >= 1, cut to whole parts of 1 / LOGARITHM_UNIT. */
#define LOGARITHM_UNIT 4096
uint32_t binary_logarithm(double x);

#endif
