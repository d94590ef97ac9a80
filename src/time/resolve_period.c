/* SPDX-License-Identifier: MIT */
/* Seasons, quarters, halves, decades, centuries. */
#include "time/resolution.h"

/* The year of a season, quarter or half that lacks one: 0 where nothing tells. */
static int year_of_period(resolution *r) {
    const expression *e = r->e;
    if (e->year)
        return e->year;
    day_number counted = counted_from(r);
    if (e->has_direction && counted != NO_DAY) /* last year's third quarter */
        return civil_of(counted).year + e->direction;
    int month = e->season ? e->season * 3 : e->half ? e->half * 6 - 5 : e->quarter * 3 - 2;
    return choose_year(r, month);
}

bool resolve_period(resolution *r) {
    const expression *e = r->e;
    int length = e->half ? 6 : 3, number = e->half ? e->half : e->quarter;
    if (!e->season && (number < 1 || number > 12 / length))
        return false;
    int year = year_of_period(r);
    r->out->open = !year;
    if (!year) {
        set_value(r, TIMEX_DATE, SLICE("XXXX"));
        return true;
    }
    if (e->season)
        return set_season(r, year, e->season);
    set_days(r,
             (day_span){day_of(year, (number - 1) * length + 1, 1),
                        month_span(year, number * length).last},
             e->half ? GRANULARITY_SPAN : GRANULARITY_QUARTER);
    set_value(r, TIMEX_DATE,
              arena_format(r->f->owner, "%04d-%c%d", year, e->half ? 'H' : 'Q', number));
    return true;
}

bool resolve_decade(resolution *r) {
    int first = r->e->decade * 10;
    if (first % 100 == 0 && first < 2000) { /* the 1800s */
        set_days(r, (day_span){year_span(first).first, year_span(first + 99).last},
                 GRANULARITY_SPAN);
        set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%02d", first / 100));
        return true;
    }
    set_days(r, (day_span){year_span(first).first, year_span(first + 9).last}, GRANULARITY_DECADE);
    set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%03d", r->e->decade));
    return true;
}

bool resolve_century(resolution *r) {
    int first = (r->e->century - 1) * 100;
    if (r->e->turn && first < 100) { /* which one is left open */
        set_value(r, TIMEX_DATE, vague_reference(-1));
        return true;
    }
    if (first < 100)
        return false;
    if (r->e->turn) {
        set_days(r, (day_span){year_span(first - 1).first, year_span(first + 1).last},
                 GRANULARITY_SPAN);
        set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%04d", first));
        r->out->when.approximate = true;
        return true;
    }
    set_days(r, (day_span){year_span(first).first, year_span(first + 99).last}, GRANULARITY_SPAN);
    set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%02d", r->e->century - 1));
    return true;
}
