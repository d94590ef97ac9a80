/* SPDX-License-Identifier: MIT */
#include "support/check.h"
#include "write/chart_fixture.h"
#include "write/chart_scale.h"
#include "write/chart_wording.h"

#define FARTHEST 84.0

static scale_stacks stacks_on(arena *a, const day_number *days, size_t count) {
    scale_stack *items = ARENA_ARRAY(a, scale_stack, count);
    for (size_t i = 0; i < count; i++)
        items[i] = (scale_stack){days[i], days[i], 50, 0};
    return (scale_stacks){items, count, FARTHEST};
}

static void long_gaps_are_broken(arena *a) {
    static const struct {
        day_number days[8];
        size_t count, stretches;
    } cases[] = {
        {{100}, 1, 1},
        {{100, 100, 100, 100}, 4, 1},
        {{100, 101, 102, 103}, 4, 1},
        {{100, 101, 102, 312}, 4, 2},
        {{100, 101, 102, 312, 313, 314}, 6, 2},
        {{100, 465, 830, 1195, 1560}, 5, 1},
        {{100, 131, 159, 190, 220, 3000}, 6, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        scale_stacks stacks = stacks_on(a, cases[i].days, cases[i].count);
        CHECK_INT(scale_stretches(a, &stacks).count, cases[i].stretches);
    }
}

/* Days that a stack stands for are on one stretch. */
static void stretches_share_no_day(arena *a) {
    static scale_stack items[] = {{100, 100, 50, 0}, {101, 300, 50, 1}, {102, 102, 50, 0},
                                  {250, 250, 50, 0}, {900, 900, 50, 0}, {901, 905, 50, 1}};
    scale_stacks stacks = {items, sizeof items / sizeof *items, FARTHEST};
    scale_stretch_list list = scale_stretches(a, &stacks);
    CHECK_INT(list.count, 2);
    CHECK_INT(list.items[0].last_day, 300);
    CHECK_INT(list.items[1].first_day, 900);
    CHECK_INT(list.items[1].last_day, 905);
}

static void check_stretch(arena *a, const scale_stacks *stacks, const scale_stretch *s) {
    double *at = ARENA_ARRAY(a, double, s->count), ends[MOST_LANES] = {0};
    day_number days[MOST_LANES] = {NO_DAY};
    scale_place(stacks, s, at);
    CHECK(s->day_length > 0);
    for (size_t i = 0; i < s->count; i++) {
        const scale_stack *stack = &stacks->items[s->first + i];
        double day = scale_day(s, stack->day);
        CHECK(at[i] >= ends[stack->lane] && at[i] >= day);
        CHECK(stack->day == days[stack->lane] || at[i] - day <= FARTHEST + 1e-6);
        ends[stack->lane] = at[i] + stack->length;
        days[stack->lane] = stack->day;
        CHECK(ends[stack->lane] <= s->length + 1e-6);
    }
}

static void check_stretches(arena *a, size_t lanes, uint64_t seed) {
    size_t count = 1 + story_below(&seed, 300), next = 0;
    scale_stack *items = ARENA_ARRAY(a, scale_stack, count);
    day_number day = 1000;
    for (size_t i = 0; i < count; i++) {
        size_t kind = story_below(&seed, 10);
        day += kind == 0 ? (day_number)story_below(&seed, 400) : kind < 5;
        items[i] =
            (scale_stack){day, day, 30 + (double)story_below(&seed, 90), story_below(&seed, lanes)};
    }
    scale_stacks stacks = {items, count, FARTHEST};
    scale_stretch_list list = scale_stretches(a, &stacks);
    for (size_t i = 0; i < list.count; i++) {
        CHECK_INT(list.items[i].first, next);
        check_stretch(a, &stacks, &list.items[i]);
        next += list.items[i].count;
    }
    CHECK_INT(next, count);
}

/* Each stack is in one stretch, stands behind its day and not far, and on no other of its lane. */
static void stacks_are_near_their_days(arena *a) {
    for (uint64_t seed = 0; seed < 40; seed++) {
        check_stretches(a, 1, seed);
        check_stretches(a, 4, seed);
    }
}

static void gaps_have_words(arena *a) {
    static const struct {
        int from[3], to[3];
        const char *text;
    } cases[] = {
        {{2031, 1, 1}, {2031, 1, 3}, "2 days"},       {{2031, 1, 31}, {2031, 2, 28}, "28 days"},
        {{2031, 1, 1}, {2031, 2, 1}, "1 month"},      {{2031, 1, 1}, {2031, 8, 15}, "7 months"},
        {{2031, 1, 15}, {2032, 12, 14}, "22 months"}, {{2031, 1, 15}, {2034, 1, 14}, "2 years"},
        {{1031, 1, 1}, {2031, 1, 1}, "1,000 years"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_SLICE(chart_gap_text(a, day_of(cases[i].from[0], cases[i].from[1], cases[i].from[2]),
                                   day_of(cases[i].to[0], cases[i].to[1], cases[i].to[2])),
                    cases[i].text);
}

int main(void) {
    RUN_IN_ARENA(long_gaps_are_broken);
    RUN_IN_ARENA(stretches_share_no_day);
    RUN_IN_ARENA(stacks_are_near_their_days);
    RUN_IN_ARENA(gaps_have_words);
    return tests_end();
}
