/* SPDX-License-Identifier: MIT */
/* How wide characters of the usual scripts are in DejaVu Sans and DejaVu Sans Bold. */
#ifndef WRITE_CHART_WIDTHS_H
#define WRITE_CHART_WIDTHS_H

#include <stdbool.h>
#include <stdint.h>

/* The advance width in thousandths of the font's size; 0 for a character that is not listed. */
int chart_width_of(uint32_t c, bool bold);

#endif
