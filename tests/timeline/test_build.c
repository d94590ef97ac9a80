/* SPDX-License-Identifier: MIT */
/* From articles to one timeline: what is merged, what stays apart, and that order does not matter.
 */
#include "base/buffer.h"
#include "support/check.h"
#include "timeline/extract_json.h"
#include "timeline/told_story.h"

static timeline *build(arena *a, const told *articles, size_t count, timeline_wishes wishes,
                       diagnostics *said) {
    story s = {.owner = a, .texts = a};
    for (size_t i = 0; i < count; i++)
        story_tell(&s, &articles[i]);
    return timeline_build(&s, &wishes, a, said);
}

static timeline *build_plain(arena *a, const told *articles, size_t count) {
    diagnostics said = diagnostics_in(a);
    return build(a, articles, count, (timeline_wishes){0}, &said);
}

/* "date title [sources]" a line; the id of each entry in front where asked for. */
static slice summary(arena *a, const timeline *t, bool ids) {
    buffer out = buffer_in(a);
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        if (ids)
            buffer_print(&out, "%.*s ", SLICE_ARGS(e->id));
        buffer_print(&out, "%.*s %.*s [%zu]\n", SLICE_ARGS(e->edtf), SLICE_ARGS(e->title),
                     entry_source_count(e));
    }
    return buffer_slice(&out);
}

static const told quake[] = {
    {"a", "2023-02-08",
     "Rescuers search the ruins of Karsova.\n\nA strong earthquake struck the town of Karsova "
     "on Monday, killing at least 130 people."},
    {"b", "2023-02-20",
     "Aid comes slowly to the valley.\n\nThe earthquake that struck the town of Karsova on "
     "February "
     "6 killed 144 people, the ministry said. A new bridge was opened on February 6 in the distant "
     "port of Malen."},
    {"c", "", "Two days before the earthquake, engineers had inspected the dam."},
};
#define QUAKE_COUNT (sizeof quake / sizeof *quake)

static const entry *entry_with(const timeline *t, const char *words) {
    for (size_t i = 0; i < t->entries.count; i++)
        if (slice_find(t->entries.items[i].title, slice_of(words), 0) != SIZE_MAX)
            return &t->entries.items[i];
    return NULL;
}

static void one_event_of_two_articles(arena *a) {
    timeline *t = build_plain(a, quake, QUAKE_COUNT);
    const entry *e = entry_with(t, "earthquake");
    CHECK(e != NULL);
    if (!e)
        return;
    CHECK_SLICE(e->edtf, "2023-02-06");
    CHECK_INT(entry_source_count(e), 2);
    CHECK_INT(e->figures.count, 1);
    if (e->figures.count == 1)
        CHECK_INT(e->figures.items[0].values.count, 2);
}

static void two_events_of_one_day_stay_apart(arena *a) {
    timeline *t = build_plain(a, quake, QUAKE_COUNT);
    const entry *bridge = entry_with(t, "bridge");
    CHECK(bridge != NULL);
    if (bridge) {
        CHECK_SLICE(bridge->edtf, "2023-02-06");
        CHECK_INT(entry_source_count(bridge), 1);
    }
}

/* "Two days before the earthquake": the anchor stands in other articles. */
static void anchor_in_another_article(arena *a) {
    timeline *t = build_plain(a, quake, QUAKE_COUNT);
    const entry *e = entry_with(t, "dam");
    CHECK(e != NULL);
    if (e) {
        CHECK_SLICE(e->edtf, "2023-02-04");
        CHECK_INT(e->mentions.items[0].how, HOW_ANCHORED);
    }
}

static void order_does_not_matter(arena *a) {
    told reversed[QUAKE_COUNT];
    for (size_t i = 0; i < QUAKE_COUNT; i++)
        reversed[i] = quake[QUAKE_COUNT - 1 - i];
    slice one = summary(a, build_plain(a, quake, QUAKE_COUNT), true);
    slice other = summary(a, build_plain(a, reversed, QUAKE_COUNT), true);
    CHECK(one.length > 0);
    CHECK(slice_equal(one, other));
}

static void given_twice_counts_once(arena *a) {
    told doubled[QUAKE_COUNT + 1];
    memcpy(doubled, quake, sizeof quake);
    doubled[QUAKE_COUNT] = quake[0];
    diagnostics said = diagnostics_in(a);
    timeline *t = build(a, doubled, QUAKE_COUNT + 1, (timeline_wishes){0}, &said);
    CHECK_INT(t->articles.count, QUAKE_COUNT);
    slice once = summary(a, build_plain(a, quake, QUAKE_COUNT), true);
    CHECK(slice_equal(summary(a, t, true), once));
}

static void namesakes_are_told_apart(arena *a) {
    told two[] = {{"page", "2023-02-08", "The old mill burned down on Monday."},
                  {"page", "2023-03-08", "The new mill was opened on Tuesday."}};
    timeline *t = build_plain(a, two, 2);
    CHECK_INT(t->articles.count, 2);
    CHECK_SLICE(t->articles.items[0].id, "page");
    CHECK_SLICE(t->articles.items[1].id, "page~2");
}

/* An undated article that tells a dated event is of that day; its other days follow. */
static void neighbours_date_an_article(arena *a) {
    told two[] = {
        {"dated", "2023-03-08",
         "The council meets.\n\nThe old mill in the river valley burned down on Tuesday."},
        {"open", "",
         "Smoke rises.\n\nThe old mill in the river valley burned down on Tuesday. The mayor "
         "visited the ruins on Monday."}};
    timeline *t = build_plain(a, two, 2);
    const entry *mill = entry_with(t, "mill");
    CHECK(mill != NULL);
    if (mill)
        CHECK_INT(entry_source_count(mill), 2);
    const entry *visit = entry_with(t, "visited");
    CHECK(visit != NULL);
    if (visit)
        CHECK_SLICE(visit->edtf, "2023-03-06");
    bool inferred = false;
    for (size_t i = 0; i < t->articles.count; i++)
        inferred = inferred || t->articles.items[i].published_from == PUBLISHED_INFERRED;
    CHECK(inferred);
}

/* Nothing decides: the article stays undated, and is never dated by guess. */
static void nothing_decides(arena *a) {
    told two[] = {{"dated", "2023-03-08", "The council meets. The bridge fell on Tuesday."},
                  {"open", "", "Smoke rises. A choir sang in the hall on Saturday."}};
    timeline *t = build_plain(a, two, 2);
    for (size_t i = 0; i < t->articles.count; i++)
        if (slice_equal(t->articles.items[i].id, SLICE("open")))
            CHECK_INT(t->articles.items[i].published.day, NO_DAY);
    CHECK(entry_with(t, "choir") == NULL);
}

static const told many[] = {
    {"x", "2023-06-01",
     "News comes.\n\nThe dam at Orsk broke on May 2. Troops closed the road on May 2. The road was "
     "opened on May 9. A school was founded on May 12."},
    {"y", "2023-06-02", "News comes.\n\nThe dam at Orsk broke on May 2."},
};

static void wishes_are_kept(arena *a) {
    diagnostics said = diagnostics_in(a);
    timeline_wishes since = {.since = day_of_text(SLICE("2023-05-10"))};
    CHECK_INT(build(a, many, 2, since, &said)->entries.count, 1);
    timeline_wishes until = {.until = day_of_text(SLICE("2023-05-02"))};
    CHECK_INT(build(a, many, 2, until, &said)->entries.count, 2);
    timeline_wishes one_date = {.max_dates = 1, .per_date = 1};
    timeline *t = build(a, many, 2, one_date, &said);
    CHECK_INT(t->entries.count, 1);
    if (t->entries.count)
        CHECK_SLICE(t->entries.items[0].title, "The dam at Orsk broke");
}

/* What extract writes and merge reads gives the timeline that build gives. */
static void lines_give_the_same(arena *a) {
    story first = {.owner = a, .texts = a}, second = {.owner = a, .texts = a};
    diagnostics said = diagnostics_in(a);
    for (size_t i = 0; i < QUAKE_COUNT; i++)
        story_tell(&first, &quake[i]);
    arena *scratch = arena_new();
    CHECK(scratch != NULL);
    extract_reader reader = extract_reader_of(&second);
    for (size_t i = 0; scratch && i < first.articles.count; i++) {
        slice lines = extract_lines(&first.articles.items[i], a, scratch);
        for (size_t at = 0; at < lines.length;) {
            size_t end = slice_find(lines, SLICE("\n"), at);
            CHECK(
                extract_line_read(&reader, slice_range(lines, at, end), SLICE("x"), at, a, &said));
            at = end + 1;
        }
    }
    arena_free(scratch);
    extract_reader_end(&reader);
    timeline_wishes none = {0};
    slice one = summary(a, timeline_build(&first, &none, a, &said), true);
    slice other = summary(a, timeline_build(&second, &none, a, &said), true);
    CHECK(one.length > 0);
    CHECK(slice_equal(one, other));
}

/* Sentences that tell no entry are listed where dates are weighed, and for what learns to weigh
 * them. */
static void sentences_without_entries(arena *a) {
    static const told doubt[] = {
        {"a", "2024-05-10",
         "Rain falls. The dam may break on May 12. The mayor left the town on May 3."}};
    timeline_wishes digest = {.max_dates = 5}, topic = {.about = SLICE("dam")}, none = {0};
    diagnostics said = diagnostics_in(a);
    CHECK_INT(build(a, doubt, 1, digest, &said)->untold.count, 1);
    CHECK_INT(build(a, doubt, 1, topic, &said)->untold.count, 1);
    CHECK_INT(build(a, doubt, 1, none, &said)->untold.count, 0);
}

/* The words of all mentions, and what they are counted from. */
static slice mentions_told(arena *a, const timeline *t) {
    buffer out = buffer_in(a);
    for (size_t i = 0; i < t->entries.count; i++)
        for (size_t k = 0; k < t->entries.items[i].mentions.count; k++) {
            const entry_mention *m = &t->entries.items[i].mentions.items[k];
            buffer_print(&out, "%.*s %.*s %.*s\n", SLICE_ARGS(m->quote), SLICE_ARGS(m->value),
                         SLICE_ARGS(m->anchor));
        }
    return buffer_slice(&out);
}

/* A story whose texts lie in a file gives the timeline that it gives in memory. */
static void a_file_gives_the_same(arena *a) {
    arena_spill(a, SIZE_MAX, "/tmp");
    story in_memory = {.owner = a, .texts = a}, in_file = {.owner = a, .texts = arena_part(a, 0)};
    diagnostics said = diagnostics_in(a);
    for (size_t i = 0; i < QUAKE_COUNT; i++)
        story_tell(&in_memory, &quake[i]);
    timeline_wishes none = {0};
    const timeline *one = timeline_build(&in_memory, &none, a, &said);
    CHECK(!arena_is_in_file(a));
    for (size_t i = 0; i < QUAKE_COUNT; i++)
        story_tell(&in_file, &quake[i]);
    CHECK(arena_is_in_file(a));
    const timeline *other = timeline_build(&in_file, &none, a, &said);
    CHECK(slice_equal(summary(a, one, true), summary(a, other, true)));
    CHECK(slice_equal(mentions_told(a, one), mentions_told(a, other)));
    CHECK(slice_find(mentions_told(a, other), entry_with(other, "struck")->id, 0) != SIZE_MAX);
}

static void bad_lines_are_diagnosed(arena *a) {
    static const struct {
        const char *line;
        dateline_status status;
    } bad[] = {
        {"{\"type\":\"mention\"", DATELINE_BAD_JSON},
        {"{\"type\":\"ship\"}", DATELINE_BAD_FIELD},
        {"{\"type\":\"article\"}", DATELINE_BAD_FIELD},
        {"{\"type\":\"mention\",\"article\":\"a\",\"quote\":\"q\",\"title\":\"t\"}",
         DATELINE_BAD_FIELD},
        {"{\"type\":\"article\",\"id\":\"a\",\"digest\":\"d\",\"published_from\":\"moon\"}",
         DATELINE_BAD_FIELD},
        {"[]", DATELINE_BAD_FIELD},
        {"\xff", DATELINE_BAD_UTF8},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        story s = {.owner = a, .texts = a};
        diagnostics said = diagnostics_in(a);
        extract_reader reader = extract_reader_of(&s);
        CHECK(!extract_line_read(&reader, slice_of(bad[i].line), SLICE("f"), 10, a, &said));
        CHECK_INT(said.list.count, 1);
        if (said.list.count)
            CHECK_AT(said.list.items[0].status == bad[i].status, "%s: %s", bad[i].line,
                     dateline_status_text(said.list.items[0].status));
    }
}

int main(void) {
    RUN_IN_ARENA(one_event_of_two_articles);
    RUN_IN_ARENA(two_events_of_one_day_stay_apart);
    RUN_IN_ARENA(anchor_in_another_article);
    RUN_IN_ARENA(order_does_not_matter);
    RUN_IN_ARENA(given_twice_counts_once);
    RUN_IN_ARENA(namesakes_are_told_apart);
    RUN_IN_ARENA(neighbours_date_an_article);
    RUN_IN_ARENA(nothing_decides);
    RUN_IN_ARENA(wishes_are_kept);
    RUN_IN_ARENA(lines_give_the_same);
    RUN_IN_ARENA(sentences_without_entries);
    RUN_IN_ARENA(a_file_gives_the_same);
    RUN_IN_ARENA(bad_lines_are_diagnosed);
    return tests_end();
}
