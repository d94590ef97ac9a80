/* SPDX-License-Identifier: MIT */
/* The chronology in plain text: what is said, and how it is laid out at any width. */
#include "base/utf8.h"
#include "support/check.h"
#include "write/timeline_fixture.h"

static bool holds(slice text, const char *part) {
    return slice_find(text, slice_of(part), 0) != SIZE_MAX;
}

static void says_what_happened(arena *a) {
    static const char *const parts[] = {
        "The flood at Nether Wallow\n==========================\n"
        "13 events, 1990–2024, from 4 articles\n\n1990s\n-----\n\n1990s           Houses were",
        "\n2023\n----\n\nearly 2023      The district put off the new dike [3]\n",
        "\n\nDecember\n30 Dec – 2 Jan  Rain fell without a pause [2]\n",
        "\n2024\n----\n\nJanuary\nWed 3 Jan       The dike at Nether Wallow gave way and water ran "
        "into\n"
        "20:05           the streets of the lower town [1, 2]\n"
        "                Missing: 1,300 (2 sources), about 1,250.5 (1), at least\n"
        "                900 (1)\n",
        "\nThu 4 Jan       Sand was sold at three times its price [2]\n"
        "                Alleged, according to the consumers’ union\n",
        "\nweek of 8 Jan   Pumps cleared the cellars [1]\n                Ongoing\n",
        "\n[1]  Wallow Courier: Boats on Market Street, 4 January 2024\n"
        "     https://news.example/boats.html?a=1&b=(2)\n"
        "[2]  Observer: The dike that nobody wanted to pay for, and the night on\n"
        "     which it broke, 6 January 2024 (date inferred)\n     articles/dike.txt\n"
        "[3]  history.txt, undated\n     articles/history.txt\n\n"
        "1 more article was read and is not cited.\n",
    };
    slice text = fixture_written(a, fixture_timeline(a), write_txt, 0);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        CHECK_AT(holds(text, parts[i]), "not said:\n%s\nin:\n%.*s", parts[i], SLICE_ARGS(text));
    CHECK(!holds(text, "Mild"));
    CHECK(!holds(text, "houses flooded"));
}

static void says_a_date_once(arena *a) {
    timeline *t = fixture_timeline(a);
    entry *second = &t->entries.items[6];
    second[-1].when.minute = NO_MINUTE;
    CHECK(when_compare(second[-1].when, second->when) == 0);
    slice text = fixture_written(a, t, write_txt, 0);
    CHECK(holds(text, "900 (1)\n\n                Boats took people off the roofs [1]\n"));
}

static void says_that_there_is_nothing(arena *a) {
    CHECK_SLICE(fixture_written(a, fixture_empty(a), write_txt, 0),
                "Timeline\n========\nNo event was found in 0 articles\n");
}

/* Styles change no word: without them, the text is that which has none. */
static void colours_are_beside_the_text(arena *a) {
    buffer coloured = buffer_in(a), plain = buffer_in(a);
    output out = {fixture_collect, &coloured, false};
    dateline_layout layout = {.colour = true};
    write_job job = {.timeline = fixture_timeline(a), .layout = &layout, .arena = a, .out = &out};
    CHECK_INT(write_txt(&job), DATELINE_OK);
    slice text = buffer_slice(&coloured);
    size_t styles = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '\x1b') {
            styles++;
            i = slice_find(text, SLICE("m"), i);
            CHECK(i != SIZE_MAX);
        } else {
            buffer_add_char(&plain, text.data[i]);
        }
    }
    CHECK(styles > 20 && styles % 2 == 0);
    CHECK(holds(text, "\x1b[33mAlleged, according to the consumers’ union\x1b[0m\n"));
    CHECK_SLICE(buffer_slice(&plain), fixture_written(a, fixture_timeline(a), write_txt, 0).data);
}

static slice brief(arena *a, const timeline *t, size_t width) {
    buffer text = buffer_in(a);
    output out = {fixture_collect, &text, false};
    dateline_layout layout = {.brief = true, .width = width};
    write_job job = {.timeline = t, .layout = &layout, .arena = a, .out = &out};
    CHECK_INT(write_txt(&job), DATELINE_OK);
    return buffer_slice(&text);
}

static void is_a_line_an_entry_in_brief(arena *a) {
    slice text = brief(a, fixture_timeline(a), 0);
    CHECK(slice_starts_with(text, SLICE("199X                   Houses were built in the river "
                                        "meadow [1 source]\n")));
    CHECK(holds(text, "\n2024-01-04             Sand was sold at three times its price (alleged, "
                      "according to the consumers’ union) [1 source]\n"));
    size_t lines = 0;
    for (size_t i = 0; i < text.length; i++)
        lines += text.data[i] == '\n';
    CHECK_INT(lines, fixture_timeline(a)->entries.count);
    CHECK_SLICE(brief(a, fixture_empty(a), 0), "");
    CHECK(holds(brief(a, fixture_timeline(a), 50),
                "\n2024-01-03             The dike at Nether Wallow…\n"));
}

/* Ideographs have no spaces: a line ends between two, as far right as it can, not before a mark. */
static void breaks_between_ideographs(arena *a) {
    timeline *t = fixture_timeline(a);
    t->entries.items[0].title = SLICE("Press: 町の水が通りに流れ込み、人々は屋根に逃げた");
    slice text = fixture_written(a, t, write_txt, 40);
    CHECK(holds(text, "\n1990s           Press: 町の水が通りに流\n"
                      "                れ込み、人々は屋根に逃げ\n                た [3]\n"));
    t->entries.items[0].title = SLICE("Press: 町の水が通りで荒、人々は屋根に");
    text = fixture_written(a, t, write_txt, 40);
    CHECK(holds(text, "\n1990s           Press: 町の水が通りで\n"
                      "                荒、人々は屋根に [3]\n"));
}

static bool is_address(slice line) {
    return holds(line, "://") || holds(line, "articles/");
}

/* Each line within the width (but for addresses), no space at an end, no control character. */
static void check_lines(slice text, size_t width) {
    for (size_t start = 0; start < text.length;) {
        size_t end = slice_find(text, SLICE("\n"), start);
        slice line = slice_range(text, start, end);
        CHECK_AT(utf8_width(line) <= width || is_address(line), "wider than %zu: %.*s", width,
                 SLICE_ARGS(line));
        CHECK_AT(!slice_ends_with(line, SLICE(" ")), "ends with a space: %.*s", SLICE_ARGS(line));
        for (size_t i = 0; i < line.length; i++)
            CHECK(line.data[i] < 0 || (line.data[i] >= ' ' && line.data[i] != 0x7F));
        start = end + 1;
    }
    CHECK_INT(utf8_check(text), SIZE_MAX);
}

static void keeps_to_the_width(arena *a) {
    for (size_t width = 40; width <= 120; width++) {
        check_lines(fixture_written(a, fixture_timeline(a), write_txt, width), width);
        check_lines(fixture_written(a, fixture_hostile(a), write_txt, width), width);
    }
    check_lines(fixture_written(a, fixture_timeline(a), write_txt, 0), 72);
    check_lines(fixture_written(a, fixture_timeline(a), write_txt, 1), 40);
}

static bool refuse(void *user, const char *bytes, size_t length) {
    (void)bytes, (void)length;
    ++*(int *)user;
    return false;
}

static void stops_when_told(arena *a) {
    static fixture_writer *const writers[] = {write_txt, write_markdown, write_csv, write_json};
    dateline_layout layout = {0};
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        int calls = 0;
        output out = {refuse, &calls, false};
        write_job job = {
            .timeline = fixture_timeline(a), .layout = &layout, .arena = a, .out = &out};
        CHECK_INT(writers[i](&job), DATELINE_STOPPED);
        CHECK_INT(calls, 1);
    }
}

int main(void) {
    RUN_IN_ARENA(says_what_happened);
    RUN_IN_ARENA(says_a_date_once);
    RUN_IN_ARENA(says_that_there_is_nothing);
    RUN_IN_ARENA(colours_are_beside_the_text);
    RUN_IN_ARENA(is_a_line_an_entry_in_brief);
    RUN_IN_ARENA(breaks_between_ideographs);
    RUN_IN_ARENA(keeps_to_the_width);
    RUN_IN_ARENA(stops_when_told);
    return tests_end();
}
