/* SPDX-License-Identifier: MIT */
/* One event dated to different days: the day that most name, or both where none has a majority. */
#include "support/check.h"
#include "timeline/told_story.h"

#define ATTACK "gunmen attacked the market of Karsova and killed seven traders"

static void as_many_say_the_one_day_as_the_other(arena *a) {
    static const told two[] = {
        {"a", "2023-03-20", "On March 7, " ATTACK "."},
        {"b", "2023-03-21", "On March 8, " ATTACK "."},
    };
    timeline *t = timeline_told(a, two, 2);
    CHECK_INT(t->entries.count, 1);
    CHECK_SLICE(t->entries.items[0].edtf, "[2023-03-07,2023-03-08]");
    CHECK_INT(t->entries.items[0].mentions.count, 2);
    CHECK_SLICE(t->entries.items[0].mentions.items[0].value, "2023-03-07");
}

static void the_day_that_most_say(arena *a) {
    static const told three[] = {
        {"a", "2023-03-20", "On March 7, " ATTACK "."},
        {"b", "2023-03-21", "On March 8, " ATTACK "."},
        {"c", "2023-03-22", "It was on March 8 that " ATTACK ". On March 8, " ATTACK "."},
    };
    timeline *t = timeline_told(a, three, 3);
    CHECK_SLICE(t->entries.items[0].edtf, "2023-03-08");
    CHECK_INT(entry_source_count(&t->entries.items[0]), 3);
}

/* "On Tuesday" a week later is the Tuesday before by the rule of weekdays. */
static void a_weekday_follows_the_others(arena *a) {
    static const told three[] = {
        {"a", "2023-03-08", "On Tuesday, " ATTACK "."},
        {"b", "2023-03-09", "On Tuesday, " ATTACK "."},
        {"c", "2023-03-15", "On Tuesday, " ATTACK "."},
    };
    timeline *t = timeline_told(a, three, 3);
    CHECK_INT(t->entries.count, 1);
    CHECK_SLICE(t->entries.items[0].edtf, "2023-03-07");
}

static void what_differs_stays_two(arena *a) {
    static const told other_figures[] = {
        {"a", "2023-03-20", "On March 7, " ATTACK "."},
        {"b", "2023-03-21",
         "On March 8, gunmen attacked the market of Karsova and killed nine traders."},
    };
    static const told one_article[] = {
        {"a", "2023-03-20", "On March 7, " ATTACK ". On March 8, " ATTACK " again."},
    };
    static const told far_apart[] = {
        {"a", "2023-03-20", "On March 7, " ATTACK "."},
        {"b", "2023-03-21", "On March 12, " ATTACK "."},
    };
    CHECK_INT(timeline_told(a, other_figures, 2)->entries.count, 2);
    CHECK_INT(timeline_told(a, one_article, 1)->entries.count, 2);
    CHECK_INT(timeline_told(a, far_apart, 2)->entries.count, 2);
}

int main(void) {
    RUN_IN_ARENA(as_many_say_the_one_day_as_the_other);
    RUN_IN_ARENA(the_day_that_most_say);
    RUN_IN_ARENA(a_weekday_follows_the_others);
    RUN_IN_ARENA(what_differs_stays_two);
    return tests_end();
}
