/* SPDX-License-Identifier: MIT */
/* Articles without a date: dated by the others only where these leave no doubt. */
#include "support/check.h"
#include "timeline/told_story.h"

typedef struct page {
    const char *published; /* "" if unknown */
    const char *text;
} page;

#define MILL_BURNED "Smoke rises.\n\nThe old mill in the river valley burned down on Tuesday."
#define MAYOR_CAME  " The mayor of Orsk visited the ruins on Wednesday."
#define SHAKEN      " after the earthquake struck the town of Karsova."

/* The date that the first article gets; the others are dated. "" where it gets none. */
static const struct {
    const char *what;
    const char *day;
    page articles[5];
} cases[] = {
    {"one week", "2023-03-07", {{"", MILL_BURNED}, {"2023-03-08", MILL_BURNED}}},
    {"two weeks as good as each other",
     "",
     {{"", MILL_BURNED}, {"2023-03-08", MILL_BURNED}, {"2023-05-10", MILL_BURNED}}},
    {"the one week has more of it",
     "2023-03-08",
     {{"", MILL_BURNED MAYOR_CAME},
      {"2023-03-09", MILL_BURNED MAYOR_CAME},
      {"2023-05-12", "Calm.\n\nThe old mill stands on Tuesday in the valley of the river Orsk."}}},
    {"news of a dated event",
     "2023-02-08",
     {{"", "The earthquake that struck the town of Karsova killed 144 people. Aid came on "
           "Wednesday."},
      {"2023-02-20", "An earthquake struck the town of Karsova on February 6, 2023."}}},
    {"an event that is told for months",
     "",
     {{"", "The earthquake that struck the town of Karsova killed 144 people. Aid came on "
           "Wednesday."},
      {"2023-05-20", "An earthquake struck the town of Karsova on February 6, 2023."},
      {"2023-06-20", "Houses are being built again" SHAKEN},
      {"2023-07-20", "A school was opened" SHAKEN},
      {"2023-08-20", "The council met" SHAKEN}}},
};

static void only_without_doubt(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story s = {.owner = a, .texts = a};
        diagnostics said = diagnostics_in(a);
        for (size_t k = 0; k < 5 && cases[i].articles[k].text; k++) {
            const page *one = &cases[i].articles[k];
            const char *number = arena_format(a, "%zu", k).data;
            story_tell(&s, &(told){number, one->published, one->text});
        }
        timeline *t = timeline_build(&s, &(timeline_wishes){0}, a, &said);
        for (size_t k = 0; k < t->articles.count; k++) {
            const timeline_article *x = &t->articles.items[k];
            slice day = x->published.day == NO_DAY ? (slice){"", 0} : day_text(a, x->published.day);
            if (slice_equal(x->id, SLICE("0")))
                CHECK_AT(slice_equal(day, slice_of(cases[i].day)), "%s: \"%.*s\"", cases[i].what,
                         SLICE_ARGS(day));
        }
    }
}

int main(void) {
    RUN_IN_ARENA(only_without_doubt);
    return tests_end();
}
