/* SPDX-License-Identifier: MIT */
/* Events without a date that come after one with a date: some day from that one to publication. */
#include "support/check.h"
#include "timeline/told_story.h"

/* The EDTF of the entry whose title ends so; "" where there is none, "twice" where there are two.
 */
static slice date_of(const timeline *t, const char *title_end) {
    slice date = SLICE("");
    for (size_t i = 0; i < t->entries.count; i++)
        if (slice_ends_with(t->entries.items[i].title, slice_of(title_end)))
            date = date.length ? SLICE("twice") : t->entries.items[i].edtf;
    return date;
}

#define QUAKE "A strong earthquake struck the town of Karsova on March 7, 2023. "

/* One article, published on some day, and when in it the mayor closed the bridge. */
static const struct {
    const char *published, *text, *date;
} cases[] = {
    {"2023-03-09", QUAKE "After the earthquake, the mayor closed the bridge.",
     "[2023-03-07..2023-03-09]"},
    /* the event is named otherwise */
    {"2023-03-09", QUAKE "Following the quake in Karsova, the mayor closed the bridge.",
     "[2023-03-07..2023-03-09]"},
    {"2023-03-07", QUAKE "After the earthquake, the mayor closed the bridge.", "2023-03-07"},
    /* a date of its own is better */
    {"2023-03-09",
     QUAKE "After the earthquake, the mayor closed the bridge. The mayor closed the bridge on "
           "March 8.",
     "2023-03-08"},
    /* when it was told is not known, or long ago, or before */
    {"", QUAKE "After the earthquake, the mayor closed the bridge.", ""},
    {"2025-03-09", QUAKE "After the earthquake, the mayor closed the bridge.", ""},
    {"2023-03-06", QUAKE "After the earthquake, the mayor closed the bridge.", ""},
    /* the event is not known, did not happen, or may be another */
    {"2023-03-09", QUAKE "After the election, the mayor closed the bridge.", ""},
    {"2023-03-09",
     "Rain falls. The earthquake did not strike Karsova on March 7, 2023. After the "
     "earthquake, the mayor closed the bridge.",
     ""},
    {"2023-03-20",
     QUAKE "An earthquake shook the town of Malen on March 12, 2023. After the earthquake, the "
           "mayor closed the bridge.",
     ""},
};

static void one_article(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        told one = {"a", cases[i].published, cases[i].text};
        slice date = date_of(timeline_told(a, &one, 1), "closed the bridge");
        CHECK_AT(slice_equal(date, slice_of(cases[i].date)), "%s: \"%.*s\", not \"%s\"",
                 cases[i].text, SLICE_ARGS(date), cases[i].date);
    }
}

static void says_after_what(arena *a) {
    told one = {"a", "2023-03-09", QUAKE "After the earthquake, the mayor closed the bridge."};
    timeline *t = timeline_told(a, &one, 1);
    CHECK_INT(t->entries.count, 2);
    if (t->entries.count != 2)
        return;
    const entry_mention *m = &t->entries.items[1].mentions.items[0];
    CHECK_INT(m->how, HOW_ANCHORED);
    CHECK_SLICE(m->timex, "After the earthquake");
    CHECK(slice_equal(m->anchor, t->entries.items[0].id));
    CHECK_INT(t->entries.items[1].when.granularity, GRANULARITY_SPAN);
}

#define BRIDGE "The engineers inspected the old bridge of stone"

/* Told by two, it is one event, of the days that both leave. */
static void two_articles(arena *a) {
    static const told both_after[] = {
        {"a", "2023-03-09", QUAKE "After the earthquake, the engineers inspected the old bridge."},
        {"b", "2023-06-12", QUAKE "After the earthquake, the engineers inspected the old bridge."},
    };
    static const told one_dated[] = {
        {"a", "2023-06-09", QUAKE "After the earthquake, the engineers inspected the old bridge."},
        {"b", "2023-03-12", BRIDGE " on March 8. The old bridge is closed."},
    };
    CHECK_SLICE(date_of(timeline_told(a, both_after, 2), "the old bridge"),
                "[2023-03-07..2023-03-09]");
    timeline *t = timeline_told(a, one_dated, 2);
    CHECK_SLICE(date_of(t, "of stone"), "2023-03-08");
    CHECK_SLICE(date_of(t, "the old bridge"), "");
}

/* "The earthquake" of another article has to be that of several. */
static void event_of_another_article(arena *a) {
    static const told articles[] = {
        {"a", "2023-03-08", QUAKE},
        {"b", "2023-03-09", "The town is cold. An earthquake struck Karsova on March 7."},
        {"c", "2023-03-10", "Help is on its way. The earthquake of March 7 destroyed the school."},
        {"d", "2023-03-12",
         "The town is quiet. After the earthquake, the mayor closed the bridge."},
    };
    CHECK_SLICE(date_of(timeline_told(a, articles, 4), "closed the bridge"),
                "[2023-03-07..2023-03-12]");
    CHECK_SLICE(date_of(timeline_told(a, articles + 2, 2), "closed the bridge"), "");
}

int main(void) {
    RUN_IN_ARENA(one_article);
    RUN_IN_ARENA(says_after_what);
    RUN_IN_ARENA(two_articles);
    RUN_IN_ARENA(event_of_another_article);
    return tests_end();
}
