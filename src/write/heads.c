/* SPDX-License-Identifier: MIT */
#include "write/heads.h"

#include "write/wording.h"

static bool is_within_month(when w) {
    return w.granularity <= GRANULARITY_MONTH || w.granularity == GRANULARITY_SPAN;
}

void heads_next(heads *h, arena *a, when w) {
    slice year = wording_of_head(a, w), month = wording_of_month(w);
    h->opens_year = !slice_equal(year, h->year);
    if (h->opens_year)
        h->month = SLICE("");
    h->opens_month = is_within_month(w) && month.length && !slice_equal(month, h->month);
    if (h->opens_month)
        h->month = month;
    h->year = year;
}
