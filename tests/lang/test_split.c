/* SPDX-License-Identifier: MIT */
/* Where sentences end. In the tables a bar stands behind each sentence but the last. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "lang/sentence.h"

#include "support/check.h"

#define LONGEST_CASE 400

static const char *const ordinary[] = {
    "The bridge fell.| Nobody was hurt.",
    "The bridge fell!| Nobody was hurt.",
    "Did the bridge fall?| Nobody knows.",
    "The bridge fell?!| Nobody was hurt.",
    "One sentence without an end",
    "The bridge fell.|\nNobody was hurt.",
    "The bridge fell.|   Nobody was hurt.",
    "It cost 3.5 million.| 12 men built it.",
    "In 2019.| Then came the flood.",
    "It fell by 3.| Then it rose.",
    "The price fell.| $5 million was lost.",
    "The price fell.| €5 million was lost.",
    "He joined the firm.| iPhone sales rose.",
    "The mayor spoke.| Éric Blanc did not.",
    "The mayor spoke.| #flood was read by all.",
    "Version 2.0 of the plan failed.| Version 3.0 did not.",
    "1. The first point is made.| 2. The second is not.",
};

static const char *const ellipses[] = {
    "He waited ... and left.",
    "He waited...| Then he left.",
    "He waited… and left.",
    "He paused .... and went on.",
};

static const char *const abbreviations[] = {
    "Mr. Smith and Dr. Jones met Gen. Lee.| They spoke.",
    "Lt. Col. Maria Lopez was hurt.| Sgt. Brown was not.",
    "Sen. John Hill met Gov. Ann Dale.| Rep. Oak was away.",
    "The U.S. Embassy was closed.| It will open.",
    "He left the U.S.| The next day he was back.",
    "He lives in Washington, D.C.| He works there.",
    "He lives in Washington, D.C., and works there.",
    "On Feb. 25 the ship sailed.| On Mar. 3 it was back.",
    "It sailed on Feb. 25.| Staff cheered.",
    "J. K. Rowland wrote it.| J.R. Tolk did not.",
    "Acme Inc. Chairman Bob Hill spoke.| He was calm.",
    "He runs Acme Inc.| The firm is old.",
    "Ships, trains, etc. were late.| Buses were not.",
    "Some towns, e.g. Leeds, were cut off.",
    "He won by 2 vs. 1 on Sunday.",
    "They met on Main St. in the town.| It rained.",
    "They prayed at St. Paul's.| It rained.",
    "It was Mass. Governor Hill who spoke.",
    "He went to mass.| Nobody else did.",
    "He has a Ph.D. in law.| She has none.",
};

static const char *const numbers_and_hours[] = {
    "It is No. 5 on the list.| No. 6 is ours.",
    "Was it so?| No.| Keys were lost.",
    "See pp. 12 and vol. 3.| Read them.",
    "The king (c. 1818 to 1880) was rich.",
    "It began at 9 p.m. Monday.| It ended at noon.",
    "It began at 9 p.m. EDT.| It ended at noon.",
    "It began at 9 p.m. Moscow time.| It ended at noon.",
    "It began at 9 p.m.| Residents fled.",
    "It began at 9 a.m. and went on.",
};

static const char *const quotations[] = {
    "\"We won.\"| Nobody cheered.",
    "“We won.”| Nobody cheered.",
    "He said: ‘We won.’| Nobody cheered.",
    "\"Is it over?\" she asked.",
    "\"Is it over?\" Maria Lopez asked.| Nobody spoke.",
    "“Never again!” Mayor Hill said.",
    "\"Is it over?\"| The crowd went home.",
    "\"We won,\" he said.| \"We will win again.\"",
    "(They came late.)| They left early.",
    "They came (late!) and left.",
    "They came.| (They were late.)",
    "She left.| “Why?” he asked.",
    "«They came.»| They left.",
    "It was so.[12]| It is so no more.",
    "It was so.[1][2]| It is so no more. [3]",
    "It was so.| [The rest is lost.]",
};

static const char *const joined[] = {
    "That was the end.|The next day it rained.",
    "Read www.example.com for more.| It is free.",
    "Read example.com.| It is free.",
    "Write to jane.Doe@example.com today.",
    "The file plan.pdf is lost.",
    "Yahoo! said it would sell.",
    "It was 10.30 when he came.| It was dark.",
};

static const char *const brackets_and_marks[] = {
    "THE BRIDGE FELL.| NOBODY WAS HURT.",
    "• The bridge fell.| • Nobody was hurt.",
    "“It fell.| It fell at once,” she said.| “Nobody was hurt.”",
    "They left.| eBay did not, and myTown was late.",
    "The road, he said, was open.| 2.1. Roads| Some were not.",
    "The king (b. 1818, d. May 1880) was rich.| He died.",
    "The firm (see Fig. 3. Its share is large) grew.| It stayed.",
    "It was lost (so he said.| The rest is missing and nobody ever closed what he opened",
    "They came.| (He did.| She did.)| They left.",
    "It rained.[citation needed] | It stopped.",
    "He left.| – Never! he cried.",
    "“Really?” – so she asked – was all.",
    "“Really?”| – Anna Bell",
};

/* What stood on lines of its own. */
static const char *const lines[] = {
    "3 May 2023| Divers found the wreck.",
    "May 3, 2023| Divers found the wreck.| It was deep.",
    "Wednesday, 3 May 2023| Divers found the wreck.",
    "It sank.| May 2023| Divers found it.",
    "In May 2023 Divers Ltd found it.",
    "It sank on 3 May 2023 Divers said.",
    "3 May 2023 was a Wednesday.",
    "May 3 Divers found it.",
    "Room 2023 Divers rent is free.",
    "Mayor resigns over bridge |Friday, July 21, 2017 |The mayor of Leeds resigned.",
    "Mayor to speak on Friday, July 21, 2017 |The city waits.",
    "Mayor to speak on Friday, July 21, 2017 Anna Bell waits.",
    "Friday, July 21, 2017 |Mayor resigns",
    "They met Friday, July 21, 2017, in Leeds.| They left.",
    "Mayor and wife at the bridge |Image: A. Painter.| They left.",
    "Mayor resigns over bridge |The city was shocked.",
    "Mayor resigns over bridge |In the city nobody knew.",
    "He won in Formula One last year, saw Doctor Who on Friday and World War Two begin.",
    "He read The Times, and In Cold Blood, and The Guardian.",
    "Leeds, England — The bridge fell.",
};

static void takes_out(char bar, const char *marked, char *text) {
    for (; *marked; marked++)
        if (*marked != bar)
            *text++ = *marked;
    *text = '\0';
}

static void check_case(arena *a, const char *marked) {
    char text[LONGEST_CASE];
    sentence_list found = {0};
    takes_out('|', marked, text);
    sentences_split(slice_of(text), 0, strlen(text), a, &found);
    size_t count = 0;
    slice rest = slice_of(marked);
    for (bool more = true; more; count++) {
        size_t bar = slice_find(rest, SLICE("|"), 0);
        more = bar != SIZE_MAX;
        slice wanted = slice_trim((slice){rest.data, more ? bar : rest.length});
        const sentence *s = count < found.count ? &found.items[count] : NULL;
        slice got = s ? slice_range(slice_of(text), s->start, s->end) : SLICE("nothing");
        CHECK_AT(slice_equal(got, wanted), "%s: \"%.*s\", not \"%.*s\"", marked, SLICE_ARGS(got),
                 SLICE_ARGS(wanted));
        rest = more ? slice_range(rest, bar + 1, rest.length) : rest;
    }
    CHECK_AT(found.count == count, "%s: %zu sentences, not %zu", marked, found.count, count);
}

#define CHECK_TABLE(a, table)                                                                      \
    for (size_t i = 0; i < sizeof(table) / sizeof *(table); i++)                                   \
    check_case((a), (table)[i])

static void splits_ordinary(arena *a) {
    CHECK_TABLE(a, ordinary);
}

static void splits_behind_ellipses(arena *a) {
    CHECK_TABLE(a, ellipses);
}

static void keeps_abbreviations(arena *a) {
    CHECK_TABLE(a, abbreviations);
}

static void keeps_numbers_and_hours(arena *a) {
    CHECK_TABLE(a, numbers_and_hours);
}

static void keeps_quotations(arena *a) {
    CHECK_TABLE(a, quotations);
}

static void splits_where_spaces_lack(arena *a) {
    CHECK_TABLE(a, joined);
}

static void splits_at_brackets_and_marks(arena *a) {
    CHECK_TABLE(a, brackets_and_marks);
}

static void splits_joined_lines(arena *a) {
    CHECK_TABLE(a, lines);
}

/* Only what lies between the offsets is looked at. */
static void stays_in_its_block(arena *a) {
    slice text = SLICE("Title. One. Two. Other");
    sentence_list found = {0};
    sentences_split(text, 7, 16, a, &found);
    CHECK_INT(found.count, 2);
    CHECK_SLICE(slice_range(text, found.items[0].start, found.items[0].end), "One.");
    CHECK_SLICE(slice_range(text, found.items[1].start, found.items[1].end), "Two.");
}

static void passes_over_odd_space(arena *a) {
    static const char *const wanted[] = {"It fell.", "It rose.", "It stood."};
    slice text = SLICE("\uFEFF It fell.\u2003It rose.\u2028\u2009 \u00A0It stood.");
    sentence_list found = {0};
    sentences_split(text, 0, text.length, a, &found);
    CHECK_INT(found.count, 3);
    for (size_t i = 0; i < found.count && i < 3; i++)
        CHECK_SLICE(slice_range(text, found.items[i].start, found.items[i].end), wanted[i]);
}

/* NUL is data: it ends nothing, and is between sentences what a space is. */
static void passes_over_nul(arena *a) {
    static const char bytes[] = "It fell. \0 It rose\0 again. It stood.";
    slice text = {bytes, sizeof bytes - 1};
    sentence_list found = {0};
    sentences_split(text, 0, text.length, a, &found);
    CHECK_INT(found.count, 3);
    CHECK_SLICE(slice_range(text, found.items[0].start, found.items[0].end), "It fell.");
    CHECK_INT(found.items[found.count - 1].end, text.length);
}

static void finds_none_in_nothing(arena *a) {
    sentence_list found = {0};
    sentences_split(SLICE(""), 0, 0, a, &found);
    sentences_split(SLICE(" \n\t "), 0, 4, a, &found);
    CHECK_INT(found.count, 0);
}

/* A text of one piece over and over: must end soon, with sentences in order and in the text. */
static void check_hostile(arena *a, const char *piece, size_t bytes) {
    size_t length = strlen(piece), count = bytes / length;
    char *data = arena_alloc(a, count * length);
    for (size_t i = 0; i < count; i++)
        memcpy(data + i * length, piece, length);
    slice text = {data, count * length};
    sentence_list found = {0};
    sentences_split(text, 0, text.length, a, &found);
    size_t behind = 0;
    for (size_t i = 0; i < found.count; i++) {
        const sentence *s = &found.items[i];
        CHECK_AT(s->start >= behind && s->end > s->start && s->end <= text.length,
                 "sentence %zu of \"%s\" is out of place", i, piece);
        behind = s->end;
    }
}

/* What no mark ends is cut behind a word, or between characters where there is none. */
static void cuts_what_is_too_long(arena *a) {
    static const char *const pieces[] = {"word ", "é", "a"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = strlen(pieces[i]), count = 25000 / length;
        buffer b = buffer_in(a);
        for (size_t k = 0; k < count; k++)
            buffer_add(&b, slice_of(pieces[i]));
        slice text = buffer_slice(&b);
        sentence_list found = {0};
        sentences_split(text, 0, text.length, a, &found);
        CHECK_INT(found.count, 3);
        for (size_t k = 0; k < found.count; k++) {
            slice words = slice_range(text, found.items[k].start, found.items[k].end);
            CHECK(words.length <= 10000 && utf8_check(words) == SIZE_MAX);
            CHECK(i > 0 || slice_ends_with(words, SLICE("word")));
        }
    }
}

static void survives_odd_text(arena *a) {
    static const char *const pieces[] = {
        ".",        "!?",      ". ",          "a",   "A. ",  "\xff",  "\xe2",
        "…",        "\"",      ".\"",         ".( ", "Mr. ", "?\" A", "[1]",
        ". [1",     "9 p.m. ", "\xe2\x80. A", "-",   "(",    "(a. B", "Friday, July 2, 2017 A",
        ", 2017 A", "Image: ", " The a",      "— "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        check_hostile(a, pieces[i], 100000);
        check_hostile(a, pieces[i], 1000000);
    }
}

int main(void) {
    RUN_IN_ARENA(splits_ordinary);
    RUN_IN_ARENA(splits_behind_ellipses);
    RUN_IN_ARENA(keeps_abbreviations);
    RUN_IN_ARENA(keeps_numbers_and_hours);
    RUN_IN_ARENA(keeps_quotations);
    RUN_IN_ARENA(splits_where_spaces_lack);
    RUN_IN_ARENA(splits_at_brackets_and_marks);
    RUN_IN_ARENA(splits_joined_lines);
    RUN_IN_ARENA(stays_in_its_block);
    RUN_IN_ARENA(passes_over_odd_space);
    RUN_IN_ARENA(passes_over_nul);
    RUN_IN_ARENA(finds_none_in_nothing);
    RUN_IN_ARENA(cuts_what_is_too_long);
    RUN_IN_ARENA(survives_odd_text);
    return tests_end();
}
