/* SPDX-License-Identifier: MIT */
/* From what the words say to the days they mean: each rule has its own way. */
#include "time/resolution.h"

/* "Early" is the first third of a period, "mid" the second, "late" the last. */
static void apply_mod(resolution *r) {
    timex_mod mod = r->e->mod;
    r->out->mod = mod;
    when *w = &r->out->when;
    if (mod == MOD_NONE || !when_is_dated(*w))
        return;
    day_number first = w->days.first, length = w->days.last - first + 1;
    bool is_part = mod == MOD_START || mod == MOD_MID || mod == MOD_END;
    if (is_part && length >= 3) {
        w->days.first = first + length * (int)(mod - MOD_START) / 3;
        w->days.last = first + length * (int)(mod - MOD_START + 1) / 3 - 1;
    }
    w->approximate = !is_part || length >= 3;
}

/* "The week ending May 3": the seven days up to it. */
static void widen_to_week(resolution *r) {
    when *w = &r->out->when;
    if (!when_is_dated(*w) || w->days.first < 7)
        return;
    int year, week;
    iso_week_of(w->days.last - 3, &year, &week);
    set_value(r, TIMEX_DATE, arena_format(r->f->owner, "%04d-W%02d", year, week));
    set_days(r, (day_span){w->days.last - 6, w->days.last}, GRANULARITY_SPAN);
}

bool expression_resolve(const expression *e, const timex_finder *f, tense_question *tense,
                        timex *out) {
    static bool (*const resolvers[])(resolution *) = {
        [RULE_DATE] = resolve_date,         [RULE_RANGE] = resolve_date,
        [RULE_NUMERIC] = resolve_date,      [RULE_RELATIVE] = resolve_relative,
        [RULE_OFFSET] = resolve_offset,     [RULE_DEICTIC] = resolve_deictic,
        [RULE_DURATION] = resolve_duration, [RULE_SET] = resolve_set,
        [RULE_PERIOD] = resolve_period,     [RULE_COMPARED] = resolve_compared,
        [RULE_DECADE] = resolve_decade,     [RULE_CENTURY] = resolve_century,
        [RULE_VAGUE] = resolve_vague,       [RULE_BEFORE_CALENDAR] = resolve_before_calendar,
    };
    *out = (timex){.start = e->start,
                   .end = e->end,
                   .rule = e->rule,
                   .pattern = arena_copy(f->owner, e->pattern),
                   .anchor = TIMEX_NONE,
                   .begins_at = TIMEX_NONE,
                   .ends_at = TIMEX_NONE,
                   .ends_range = e->ends_range,
                   .when = {.minute = NO_MINUTE}};
    resolution r = {e, f, tense, out};
    if (!resolvers[e->rule](&r))
        return false;
    out->tense = tense->answer;
    if (out->open)
        out->resolution = RESOLVED_OPEN;
    if (e->week_ending)
        widen_to_week(&r);
    out->when.approximate |= e->fiscal;
    apply_mod(&r);
    return true;
}
