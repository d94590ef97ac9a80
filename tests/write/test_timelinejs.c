/* SPDX-License-Identifier: MIT */
/* The slides as JSON: dates as fine as they are known, texts that are no mark-up. */
#include "base/json.h"
#include "support/check.h"
#include "write/timeline_fixture.h"

static const cJSON *slides_of(arena *a, const timeline *t) {
    dateline_status status;
    size_t offset;
    const cJSON *all = json_parse(a, fixture_written(a, t, write_timelinejs, 0), &status, &offset);
    const cJSON *slides = json_array_of(all, "events");
    CHECK_INT(cJSON_GetArraySize(slides), t->entries.count);
    return slides;
}

/* "2024-1-3 20:5", and so far as it is known. */
static slice date_text(arena *a, const cJSON *slide, const char *key) {
    static const char *const parts[][2] = {
        {"year", ""}, {"month", "-"}, {"day", "-"}, {"hour", " "}, {"minute", ":"}};
    const cJSON *date = cJSON_GetObjectItem(slide, key);
    buffer b = buffer_in(a);
    for (size_t i = 0; date && i < sizeof parts / sizeof *parts; i++) {
        double part = json_number(date, parts[i][0], -1);
        if (part >= 0)
            buffer_print(&b, "%s%d", parts[i][1], (int)part);
    }
    return buffer_slice(&b);
}

static void dates_are_as_fine_as_known(arena *a) {
    static const struct {
        int slide;
        const char *start, *end, *words;
    } cases[] = {
        {0, "1990-1-1", "1999-12-31", "1990s"},
        {1, "2023-1-1", "2023-4-30", "early 2023"},
        {2, "2023-6-1", "2023-8-31", "summer 2023"},
        {4, "2023-12-30", "2024-1-2", "30 December 2023 – 2 January 2024"},
        {5, "2024-1-3 20:5", "", "3 January 2024, 20:05"},
        {6, "2024-1-3", "", "3 January 2024"},
    };
    const cJSON *slides = slides_of(a, fixture_timeline(a));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cJSON *slide = cJSON_GetArrayItem(slides, cases[i].slide);
        CHECK_SLICE(date_text(a, slide, "start_date"), cases[i].start);
        CHECK_SLICE(date_text(a, slide, "end_date"), cases[i].end);
        CHECK_SLICE(json_text(slide, "display_date"), cases[i].words);
    }
}

static void texts_are_no_markup(arena *a) {
    const cJSON *slide = cJSON_GetArrayItem(slides_of(a, fixture_hostile(a)), 0);
    const cJSON *text = cJSON_GetObjectItem(slide, "text");
    CHECK(slice_starts_with(json_text(text, "headline"), SLICE("=HYPERLINK(&quot;x&quot;)")));
    CHECK(slice_find(json_text(text, "text"), SLICE("<b>"), 0) == SIZE_MAX);
    CHECK(slice_find(json_text(text, "text"), SLICE("javascript:alert(1)\""), 0) == SIZE_MAX);
}

int main(void) {
    RUN_IN_ARENA(dates_are_as_fine_as_known);
    RUN_IN_ARENA(texts_are_no_markup);
    return tests_end();
}
