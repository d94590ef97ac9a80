/* SPDX-License-Identifier: MIT */
#include "read/glued.h"

#include "base/full_date.h"
#include "read/head.h"
#include "read/page_words.h"

#define ENOUGH_TEXT 3 /* paragraphs, above which no other article is looked for */

/* ---- Where the next article begins ------------------------------------------------------- */

/* The place that a news dateline begins with; "" where the block has none with an agency. */
static slice agency_place(slice s) {
    slice line = {s.data, news_dateline_at(s)};
    if (slice_find(line, SLICE("("), 0) == SIZE_MAX)
        return (slice){"", 0};
    size_t end = 0;
    while (line.data[end] != ',' && line.data[end] != '(')
        end++;
    return slice_trim((slice){line.data, end});
}

/* The headline and the date lines right above block `at`, if there are any, are its own. */
static size_t with_headline(slice text, const block *blocks, size_t first, size_t at) {
    size_t begin = at;
    for (size_t i = at; i > first + 1; i--) {
        const block *b = &blocks[i - 1];
        slice words = block_text(text, b);
        bool open = b->kind == BLOCK_PARAGRAPH && !block_is_closed(words);
        if (b->kind == BLOCK_HEADING || open || head_read(words).length == words.length)
            begin = i - 1;
        else if (b->kind != BLOCK_FURNITURE)
            break;
    }
    return begin;
}

size_t glued_end(slice text, const block *blocks, size_t first, size_t count) {
    slice place = {"", 0};
    size_t paragraphs = 0;
    for (size_t i = first; i < count; i++) {
        if (blocks[i].kind != BLOCK_PARAGRAPH)
            continue;
        slice here = agency_place(block_text(text, &blocks[i]));
        bool is_other = here.length && !slice_equal_nocase(here, place);
        if (is_other && (place.length || paragraphs >= ENOUGH_TEXT))
            return with_headline(text, blocks, first, i);
        if (here.length)
            place = here;
        paragraphs += block_is_full(text, &blocks[i]);
    }
    return count;
}

/* ---- When it was written ----------------------------------------------------------------- */

static bool begins_word(slice s, size_t at) {
    return ascii_is_letter(s.data[at]) && (at == 0 || !ascii_is_letter(s.data[at - 1]));
}

/* The latest day that is written in full with its weekday. */
static day_number latest_day(slice s) {
    day_number latest = NO_DAY;
    for (size_t at = 0; at < s.length; at++) {
        slice rest = slice_range(s, at, s.length);
        moment when;
        size_t length;
        if (begins_word(s, at) && weekday_at(rest) &&
            full_date_at(rest, &when, &length) == FULL_DATE_FOUND && when.day > latest)
            latest = when.day;
    }
    return latest;
}

static int first_weekday(slice s) {
    int weekday = 0;
    for (size_t at = 0; at < s.length && !weekday; at++)
        if (begins_word(s, at) && ascii_is_upper(s.data[at]))
            weekday = weekday_at(slice_range(s, at, s.length));
    return weekday;
}

day_number glued_day(slice text, const block *blocks, size_t count) {
    day_number day = NO_DAY;
    const block *lead = NULL;
    for (const block *b = blocks; b < blocks + count; b++) {
        day_number latest = b->kind == BLOCK_CAPTION ? latest_day(block_text(text, b)) : NO_DAY;
        if (latest > day)
            day = latest;
        if (!lead && b->kind == BLOCK_PARAGRAPH)
            lead = b;
    }
    int weekday = lead ? first_weekday(block_text(text, lead)) : 0;
    if (day == NO_DAY || !weekday)
        return day;
    day_number later = day + (weekday - weekday_of(day) + 7) % 7;
    return later <= LAST_DAY ? later : day;
}
