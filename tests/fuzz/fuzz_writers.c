/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/json.h"
#include "base/utf8.h"
#include "fuzz/driver.h"
#include "support/ics_check.h"
#include "timeline/timeline_json.h"
#include "write/ics_parts.h"

#include <stdio.h>
#include <stdlib.h>

static bool add_to_buffer(void *user, const char *bytes, size_t length) {
    buffer_add(user, (slice){bytes, length});
    return true;
}

static write_job job_of(arena *a, const timeline *t, const dateline_layout *layout, output *out) {
    diagnostics *said = ARENA_NEW(a, diagnostics);
    *said = diagnostics_in(a);
    return (write_job){t, layout, DATELINE_TXT, a, said, out};
}

static slice written(arena *a, const timeline *t, const dateline_layout *layout,
                     dateline_status (*write)(const write_job *job)) {
    buffer b = buffer_in(a);
    output out = {.sink = add_to_buffer, .user = &b};
    write_job job = job_of(a, t, layout, &out);
    if (write(&job) != DATELINE_OK)
        abort();
    return buffer_slice(&b);
}

static void print_fault(void *user, size_t line, const char *what) {
    (void)user;
    fprintf(stderr, "calendar, line %zu: %s\n", line, what);
}

/* Calendars are sound, each of them. */
static void write_calendars(arena *a, const timeline *t, const dateline_layout *layout) {
    write_job job = job_of(a, t, layout, NULL);
    ics_part_list parts = ics_parts(&job);
    for (size_t i = 0; i < parts.count; i++)
        if (ics_check(a, parts.items[i].text, print_fault, NULL))
            abort();
}

/* Text is UTF-8 without controls, whatever the sources wrote. */
static void check_text(slice text) {
    if (utf8_check(text) != SIZE_MAX)
        abort();
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.data[i] < ' ' && text.data[i] != '\n')
            abort();
}

static void write_timeline(arena *a, slice bytes) {
    static const dateline_layout plain, narrow = {.width = 40},
                                        brief = {.brief = true, .width = 60},
                                        fuzzy = {.fuzzy_dates = true, .alarms = true},
                                        months = {.fuzzy_dates = true, .split_months = true};
    timeline *t;
    dateline_status status;
    size_t offset;
    diagnostics said = diagnostics_in(a);
    if (timeline_of_json(bytes, SLICE("fuzz"), a, &t, &said) != DATELINE_OK)
        return;
    check_text(written(a, t, &plain, write_txt));
    check_text(written(a, t, &narrow, write_txt));
    check_text(written(a, t, &brief, write_txt));
    check_text(written(a, t, &plain, write_markdown));
    written(a, t, &plain, write_csv);
    if (!json_parse(a, written(a, t, &plain, write_timelinejs), &status, &offset))
        abort();
    write_calendars(a, t, &plain);
    write_calendars(a, t, &fuzzy);
    write_calendars(a, t, &months);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(write_timeline, bytes, length);
    return 0;
}
