/* SPDX-License-Identifier: MIT */
/*
 * Text of the chart: cleaned, measured and broken into lines before anything is drawn. Which font
 * will draw it is not known (a browser takes its own), so widths are those of DejaVu Sans, the
 * widest of the usual ones: a line that fits here fits in Helvetica and Arial too.
 */
#ifndef WRITE_CHART_TEXT_H
#define WRITE_CHART_TEXT_H

#include "event/mention.h"

typedef struct chart_font {
    int size; /* points; Graphviz takes whole ones */
    bool bold;
    bool serif; /* of the headline */
} chart_font;

/*
 * The text on one line and fit for XML: white space and control characters become one space, what
 * is not valid UTF-8 becomes U+FFFD, and what XML forbids or turns the writing direction is left
 * out.
 */
slice chart_text_clean(arena *a, slice text);

/* The width of a line in points, rather too large than too small. */
double chart_text_width(slice line, chart_font font);

/*
 * The lines of a cleaned text, broken at spaces and hyphens, and inside a word that is wider than a
 * line. Text that needs more than `most` lines ends with an ellipsis.
 */
slice_list chart_text_wrap(arena *a, slice text, chart_font font, double width, size_t most);

#endif
