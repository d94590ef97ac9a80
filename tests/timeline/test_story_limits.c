/* SPDX-License-Identifier: MIT */
/* Both sides of the limits of lines that are merged, and of what dates an article. */
#include "base/buffer.h"
#include "support/check.h"
#include "timeline/extract_json.h"
#include "timeline/told_story.h"

/* ---- Lines -------------------------------------------------------------------------------- */

/* The line with the number of the member; it is added where the line has none. */
static slice with_number(arena *a, slice line, const char *member, const char *number) {
    slice named = arena_format(a, "\"%s\":", member);
    size_t at = slice_find(line, named, 0), end = at + named.length;
    if (at == SIZE_MAX)
        return arena_format(a, "%.*s,%s%s}", (int)line.length - 1, line.data, named.data, number);
    while (end < line.length && line.data[end] != ',' && line.data[end] != '}')
        end++;
    slice rest = slice_range(line, end, line.length);
    return arena_format(a, "%.*s%s%s%.*s", (int)at, line.data, named.data, number,
                        SLICE_ARGS(rest));
}

static void large_numbers_in_lines(arena *a) {
    static const struct {
        const char *member, *number;
        bool is_taken;
    } cases[] = {
        {"start", "2147483647", true},
        {"start", "2147483648", false},
        {"start", "0", true},
        {"start", "-1", false},
        {"order", "2147483647", true},
        {"order", "2147483648", false},
        {"days_from", "4000000", true},
        {"days_from", "4000001", false},
        {"days_from", "-4000000", true},
        {"days_from", "-4000001", false},
        {"months_from", "4000000", true},
        {"months_from", "4000001", false},
    };
    story first = {.owner = a, .texts = a};
    story_tell(&first,
               &(told){"a", "2023-03-08", "Rain falls. The old mill burned down on Tuesday."});
    arena *scratch = arena_new();
    slice lines = extract_lines(&first.articles.items[0], a, scratch);
    arena_free(scratch);
    size_t end = slice_find(lines, SLICE("\n"), 0);
    slice of_article = slice_range(lines, 0, end);
    slice of_mention = slice_range(lines, end + 1, slice_find(lines, SLICE("\n"), end + 1));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story read = {.owner = a, .texts = a};
        diagnostics said = diagnostics_in(a);
        extract_reader reader = extract_reader_of(&read);
        CHECK(extract_line_read(&reader, of_article, SLICE("x"), 0, a, &said));
        slice line = with_number(a, of_mention, cases[i].member, cases[i].number);
        bool taken = extract_line_read(&reader, line, SLICE("x"), 0, a, &said);
        CHECK_AT(taken == cases[i].is_taken, "%s %s: %d", cases[i].member, cases[i].number, taken);
        CHECK_INT(said.list.count, !taken);
    }
}

/* ---- Articles ----------------------------------------------------------------------------- */

#define MILL "The old mill in the river valley burned down on Tuesday."

/* So many weekdays of an undated article are compared; the one that dates it is the last. */
static void many_weekdays(arena *a) {
    for (size_t before = 99; before <= 100; before++) {
        buffer text = buffer_in(a);
        buffer_add(&text, SLICE("Smoke rises.\n\n"));
        for (size_t i = 0; i < before; i++)
            buffer_print(&text, "A bomb exploded in hall %zu on Saturday.\n\n", i);
        buffer_add(&text, SLICE(MILL));
        story s = {.owner = a, .texts = a};
        diagnostics said = diagnostics_in(a);
        story_tell(&s, &(told){"open", "", buffer_slice(&text).data});
        story_tell(&s, &(told){"dated", "2023-03-08", "Smoke rises.\n\n" MILL});
        const timeline *t = timeline_build(&s, &(timeline_wishes){0}, a, &said);
        for (size_t i = 0; i < t->articles.count; i++)
            if (slice_equal(t->articles.items[i].id, SLICE("open")))
                CHECK_INT(t->articles.items[i].published.day != NO_DAY, before == 99);
    }
}

#define REPORT                                                                                     \
    "The old bridge over the Lenna collapsed on Tuesday after a barge hit its middle pier, and "   \
    "eleven people were taken to hospitals in Varsk, the mayor said. Divers searched the river "   \
    "until it was dark, while engineers looked at the piers that still stood."
#define REWORDED                                                                                   \
    "The ancient bridge over the Lenna collapsed on Tuesday after a barge hit its middle pier, "   \
    "and eleven people were taken to clinics in Varsk, the mayor said. Divers searched the river " \
    "until nightfall, while engineers looked at the piers that still stood."

/* How many articles are copies of others. */
static size_t copies_of(arena *a, const char *day, slice text, const char *other_day, slice other) {
    story s = {.owner = a, .texts = a};
    diagnostics said = diagnostics_in(a);
    story_tell(&s, &(told){"one", day, text.data});
    story_tell(&s, &(told){"two", other_day, other.data});
    const timeline *t = timeline_build(&s, &(timeline_wishes){0}, a, &said);
    size_t count = 0;
    for (size_t i = 0; i < t->articles.count; i++)
        count += t->articles.items[i].copy_of.length > 0;
    return count;
}

static void late_copies(arena *a) {
    slice report = SLICE(REPORT), reworded = SLICE(REWORDED);
    CHECK_INT(copies_of(a, "2023-03-08", report, "2023-03-11", reworded), 1);
    CHECK_INT(copies_of(a, "2023-03-08", report, "2023-03-12", reworded), 0);
}

/* A text of so many words, which are one pair fewer, and the same with a line behind it. */
static void short_copies(arena *a) {
    for (size_t words = 30; words <= 31; words++) {
        buffer b = buffer_in(a);
        for (size_t i = 0; i + 1 < words; i++)
            buffer_print(&b, "w%c%c ", (char)('a' + i % 26), (char)('a' + i / 26));
        buffer_add(&b, SLICE("fell."));
        slice text = buffer_slice(&b), other = arena_format(a, "%s\n\nX", text.data);
        CHECK_INT(copies_of(a, "2023-03-08", text, "2023-03-08", other), words == 31);
    }
}

int main(void) {
    RUN_IN_ARENA(large_numbers_in_lines);
    RUN_IN_ARENA(many_weekdays);
    RUN_IN_ARENA(late_copies);
    RUN_IN_ARENA(short_copies);
    return tests_end();
}
