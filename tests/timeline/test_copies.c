/* SPDX-License-Identifier: MIT */
/* Near copies: which articles are one source, what that changes, and where a copy's date comes
 * from. */
#include "base/buffer.h"
#include "base/full_date.h"
#include "support/check.h"
#include "timeline/copies.h"
#include "timeline/extract_json.h"
#include "timeline/sketch.h"
#include "timeline/told_story.h"

#define REPORT                                                                                     \
    "The old bridge over the Lenna collapsed on Tuesday after a barge hit its middle pier, and "   \
    "eleven people were taken to hospitals in Varsk, the mayor said. Divers searched the river "   \
    "until it was dark, while engineers looked at the piers that still stood. The bridge had "     \
    "been closed to lorries since March because its cables were worn. A new one, further up the "  \
    "stream, was promised by the province years ago, but the money went into the harbour.\n\n"

/* The same, as a site prints it that has its own quotes and words. */
#define REWORDED                                                                                   \
    "The ancient bridge over the Lenna collapsed on Tuesday after a barge struck its middle "      \
    "pier, "                                                                                       \
    "and eleven people were taken to clinics in Varsk, the mayor said. Divers searched the river " \
    "until nightfall, while engineers looked at the piers that still stood. The bridge had been "  \
    "closed to trucks since March because its cables were worn. A new one, further up the "        \
    "stream, was pledged by the province years ago, but the money went into the port.\n\n"

#define ON_ANOTHER_DAY                                                                             \
    "The old bridge over the Lenna collapsed yesterday after a barge hit its middle pier, and "    \
    "eleven people were taken to hospitals in Varsk, the mayor said. Divers searched the river "   \
    "until it was dark, while engineers looked at the piers that still stood. The bridge had "     \
    "been closed to lorries since March because its cables were worn. A new one, further up the "  \
    "stream, was promised by the province years ago, but the money went into the harbour.\n\n"

#define OTHER_WORDS                                                                                \
    "On Tuesday the Lenna bridge in Varsk collapsed when a barge hit a pier, injuring eleven "     \
    "people. Rescue workers with boats brought drivers to the bank. Critics said that worn "       \
    "cables had been known about for a long time, and that heavy traffic was kept off it since "   \
    "spring. The provincial government answered that a replacement was planned, but that the "     \
    "port had come first.\n\n"

/* "id date copy_of" a line, in the order of the timeline. */
static slice families(arena *a, const timeline *t) {
    buffer out = buffer_in(a);
    for (size_t i = 0; i < t->articles.count; i++) {
        const timeline_article *x = &t->articles.items[i];
        char published[MOMENT_TEXT_SIZE];
        moment_write(x->published, published);
        buffer_print(&out, "%.*s %s %.*s\n", SLICE_ARGS(x->id), published, SLICE_ARGS(x->copy_of));
    }
    return buffer_slice(&out);
}

static void families_are_found(arena *a) {
    static const struct {
        const told articles[3];
        const char *families;
    } cases[] = {
        {{{"a", "2023-03-08", REPORT}, {"b", "2023-03-08", REPORT}, {"c", "2023-03-09", REWORDED}},
         "a 2023-03-08 \nb 2023-03-08 a\nc 2023-03-09 a\n"},
        {{{"a", "2023-03-08", REPORT}, {"b", "2023-03-08", OTHER_WORDS}, {"c", "2023-03-09", "x"}},
         "a 2023-03-08 \nb 2023-03-08 \nc 2023-03-09 \n"},
        /* nearly the same each week; the very same, printed again */
        {{{"a", "2023-03-08", REPORT}, {"b", "2023-03-15", REWORDED}, {"c", "2023-09-01", REPORT}},
         "a 2023-03-08 \nb 2023-03-15 \nc 2023-09-01 a\n"},
        /* the undated one comes first in the story, and yet does not lead */
        {{{"a", "", REWORDED}, {"b", "2023-03-09", REPORT}, {"c", "2023-03-09", OTHER_WORDS}},
         "a 2023-03-09 b\nb 2023-03-09 \nc 2023-03-09 \n"},
        {{{"a", "", ON_ANOTHER_DAY}, {"b", "2023-03-08", REPORT}, {"c", "2023-03-09", "x"}},
         "a  b\nb 2023-03-08 \nc 2023-03-09 \n"},
        /* no words to tell by */
        {{{"a", "2023-03-08", "It fell."}, {"b", "2023-03-08", "It fell."}, {"c", "", "It fell."}},
         "c  \na 2023-03-08 \nb 2023-03-08 \n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_SLICE(families(a, timeline_told(a, cases[i].articles, 3)), cases[i].families);
}

static const entry *collapse(const timeline *t) {
    for (size_t i = 0; i < t->entries.count; i++)
        if (slice_find(t->entries.items[i].summary, SLICE("collapsed"), 0) != SIZE_MAX)
            return &t->entries.items[i];
    return NULL;
}

/* Copies are listed as sources, and weigh no more than one of them; other words do. */
static void copies_count_once(arena *a) {
    static const told one[] = {{"a", "2023-03-08", REPORT}};
    static const told copied[] = {{"a", "2023-03-08", REPORT}, {"b", "2023-03-09", REWORDED}};
    static const told twice[] = {{"a", "2023-03-08", REPORT}, {"b", "2023-03-09", OTHER_WORDS}};
    const entry *alone = collapse(timeline_told(a, one, 1));
    const entry *by_both = collapse(timeline_told(a, copied, 2));
    const entry *by_others = collapse(timeline_told(a, twice, 2));
    CHECK(alone && by_both && by_others);
    if (!alone || !by_both || !by_others)
        return;
    CHECK_INT(entry_source_count(by_both), 2);
    CHECK_INT(1000 * alone->salience, 1000 * by_both->salience);
    CHECK(by_others->salience > alone->salience);
}

static void the_reason_is_said(arena *a) {
    static const told two[] = {{"a", "", REWORDED}, {"b", "2023-03-09", REPORT}};
    story s = {.owner = a, .texts = a};
    diagnostics said = diagnostics_in(a);
    story_tell(&s, &two[0]);
    story_tell(&s, &two[1]);
    timeline *t = timeline_build(&s, &(timeline_wishes){0}, a, &said);
    CHECK_INT(t->articles.items[0].published_from, PUBLISHED_INFERRED);
    CHECK_INT(said.list.count, 2);
    if (said.list.count != 2)
        return;
    CHECK_SLICE(slice_of(said.list.items[0].message),
                "article \"a\" is a near copy of \"b\"; they count as one source");
    CHECK_SLICE(slice_of(said.list.items[1].message),
                "article \"a\" says no date; 2023-03-09 is inferred from its near copy \"b\"");
}

/* In whatever order, and by whatever way, they come. */
static void order_and_lines_do_not_matter(arena *a) {
    static const told all[] = {{"a", "2023-03-08", REPORT},
                               {"b", "", REWORDED},
                               {"c", "2023-03-09", REWORDED},
                               {"d", "2023-03-10", OTHER_WORDS},
                               {"e", "2023-03-07", OTHER_WORDS}};
    size_t count = sizeof all / sizeof *all;
    slice wanted = families(a, timeline_told(a, all, count));
    arena *scratch = arena_new();
    for (size_t first = 1; scratch && first < count; first++) {
        story s = {.owner = a, .texts = a};
        diagnostics said = diagnostics_in(a);
        extract_reader reader = extract_reader_of(&s);
        for (size_t i = 0; i < count; i++) {
            story one = {.owner = a, .texts = a};
            story_tell(&one, &all[(first + i * 2) % count]);
            slice lines = extract_lines(&one.articles.items[0], a, scratch);
            for (size_t at = 0, end; at < lines.length; at = end + 1) {
                end = slice_find(lines, SLICE("\n"), at);
                extract_line_read(&reader, slice_range(lines, at, end), SLICE("x"), at, a, &said);
            }
        }
        extract_reader_end(&reader);
        timeline *t = timeline_build(&s, &(timeline_wishes){0}, a, &said);
        CHECK(slice_equal(families(a, t), wanted));
    }
    CHECK(scratch != NULL);
    arena_free(scratch);
    CHECK(slice_find(wanted, SLICE("b 2023-03-09 a\n"), 0) != SIZE_MAX);
}

/* A text of words from a small stock, of which `changed` in 100 are exchanged for others. */
static slice made_text(arena *a, uint32_t seed, uint32_t changed, uint32_t choice) {
    buffer text = buffer_in(a);
    for (size_t i = 0; i < 600; i++) {
        seed = seed * 1664525u + 1013904223u;
        choice = choice * 1664525u + 1013904223u;
        bool exchange = (choice >> 8) % 100 < changed;
        buffer_print(&text, "w%u ", exchange ? (choice >> 12) % 3000 : (seed >> 12) % 3000);
    }
    return buffer_slice(&text);
}

static bool sketch_text(arena *a, slice text, uint8_t out[SKETCH_PLACES]) {
    block all = {0, text.length, BLOCK_PARAGRAPH};
    article one = {.text = text, .blocks = &all, .block_count = 1};
    return sketch_read(sketch_of(&one, a), out);
}

/* The estimate is near the true share: of pairs of words both of which are kept. */
static void resemblance_is_estimated(arena *a) {
    for (uint32_t changed = 0; changed <= 50; changed += 10) {
        double sum = 0;
        for (uint32_t round = 1; round <= 20; round++) {
            uint8_t one[SKETCH_PLACES], other[SKETCH_PLACES];
            CHECK(sketch_text(a, made_text(a, round, 0, 1), one));
            CHECK(sketch_text(a, made_text(a, round, changed, round * 977), other));
            sum += sketch_resemblance(one, other) / 20;
        }
        double kept = (1 - changed / 100.0) * (1 - changed / 100.0), share = kept / (2 - kept);
        CHECK_AT(sum > share - 0.04 && sum < share + 0.04, "%u: %.3f, not %.3f", changed, sum,
                 share);
    }
}

static void what_is_no_sketch_is_refused(arena *a) {
    uint8_t out[SKETCH_PLACES];
    char digits[SKETCH_DIGITS];
    memset(digits, 'a', sizeof digits);
    CHECK(sketch_read((slice){digits, SKETCH_DIGITS}, out));
    CHECK(!sketch_read((slice){digits, SKETCH_DIGITS - 1}, out));
    digits[7] = 'A';
    CHECK(!sketch_read((slice){digits, SKETCH_DIGITS}, out));
    story s = {.owner = a, .texts = a};
    diagnostics said = diagnostics_in(a);
    extract_reader reader = extract_reader_of(&s);
    slice line = SLICE("{\"type\":\"article\",\"id\":\"a\",\"digest\":\"d\","
                       "\"published_from\":\"none\",\"sketch\":\"12\"}");
    CHECK(!extract_line_read(&reader, line, SLICE("f"), 0, a, &said));
    CHECK_INT(said.list.count, 1);
}

int main(void) {
    RUN_IN_ARENA(families_are_found);
    RUN_IN_ARENA(copies_count_once);
    RUN_IN_ARENA(the_reason_is_said);
    RUN_IN_ARENA(order_and_lines_do_not_matter);
    RUN_IN_ARENA(resemblance_is_estimated);
    RUN_IN_ARENA(what_is_no_sketch_is_refused);
    return tests_end();
}
