/* SPDX-License-Identifier: MIT */
#include "read/head.h"

#include "base/full_date.h"
#include "read/page_words.h"

#include <string.h>

#define LONGEST_BYLINE 120 /* bytes */
#define LONGEST_PLACE  40  /* bytes of "WASHINGTON | " */

/* The length of what may stand between the pieces of a head. */
static size_t separators(slice s) {
    static const slice wide[] = {SLICE("\xc2\xa0"), SLICE("\xc2\xb7"), SLICE("\xe2\x80\xa2"),
                                 SLICE("\xe2\x80\x93"), SLICE("\xe2\x80\x94")};
    size_t at = 0;
    for (size_t before = SIZE_MAX; at != before;) {
        before = at;
        while (at < s.length && (ascii_is_space(s.data[at]) || strchr("|-,:;()/*_", s.data[at])))
            at++;
        bool is_wide = at < s.length && (unsigned char)s.data[at] >= 0x80;
        for (size_t i = 0; is_wide && i < sizeof wide / sizeof *wide; i++)
            if (slice_starts_with(slice_range(s, at, s.length), wide[i]))
                at += wide[i].length;
    }
    return at;
}

static size_t word_length(slice s) {
    size_t length = 0;
    while (length < s.length && !ascii_is_space(s.data[length]))
        length++;
    return length;
}

#define NO_MOMENT                                                                                  \
    { NO_DAY, NO_MINUTE, NO_ZONE }
static const head_reading no_head = {0, NO_MOMENT, NO_MOMENT, NO_MOMENT, false, SIZE_MAX};

/* True where a date or one of the labels above begins the text: names end there. */
static bool is_head_item(slice s) {
    moment when;
    size_t length;
    head_word word = head_word_at(s, &length);
    return word == HEAD_PUBLISHED || word == HEAD_UPDATED ||
           full_date_at(s, &when, &length) == FULL_DATE_FOUND;
}

/*
 * The length of names of people and places, up to a bar, a date, a label, or (`may_end`) the
 * block's end; 0 where it is prose, which has long words in small letters, or stops.
 */
static size_t names_length(slice s, size_t longest, bool may_end) {
    size_t at = 0, end = 0;
    while (at < s.length && at <= longest) {
        slice rest = slice_range(s, at, s.length);
        size_t length = word_length(rest);
        if (slice_starts_with(rest, SLICE("|")) || (at > 0 && is_head_item(rest)))
            return end;
        if (length > 4 && rest.data[0] >= 'a' && rest.data[0] <= 'z')
            return 0;
        end = at + length;
        for (at = end; at < s.length && ascii_is_space(s.data[at]); at++)
            ;
    }
    bool stops = end > 0 && strchr(".!?:", s.data[end - 1]);
    return at >= s.length && may_end && !stops ? end : 0;
}

typedef struct reader {
    slice block;
    size_t at;
    head_word label; /* whose date has not come yet */
    bool has_label;
    bool has_date;
    bool has_names;
    bool comma_follows; /* the date is part of a sentence */
    head_reading out;
} reader;

static void take_date(reader *r, moment when) {
    moment *place = r->label == HEAD_PUBLISHED ? &r->out.published
                    : r->label == HEAD_UPDATED ? &r->out.updated
                                               : &r->out.stated;
    if (place->day == NO_DAY)
        *place = when;
    r->has_label = r->has_label || r->label != HEAD_NONE;
    r->has_date = true;
    r->label = HEAD_NONE;
}

/* Takes a date; false where none stands here. */
static bool read_date(reader *r, slice rest) {
    moment when;
    size_t length;
    full_date_result result = full_date_at(rest, &when, &length);
    if (result == FULL_DATE_NONE)
        return false;
    if (result == FULL_DATE_IMPOSSIBLE && r->out.impossible == SIZE_MAX)
        r->out.impossible = r->at;
    take_date(r, when);
    r->at += length;
    r->out.length = r->at;
    r->comma_follows = length < rest.length && rest.data[length] == ',';
    return true;
}

/* Takes a label, a byline or a time of day; false where none stands here. */
static bool read_word(reader *r, slice rest) {
    size_t length, names = 0;
    head_word word = head_word_at(rest, &length);
    if (word == HEAD_PUBLISHED || word == HEAD_UPDATED) {
        r->label = word;
        r->at += length;
        return true;
    }
    if (word == HEAD_CLOCK) {
        if (!r->has_date && r->label == HEAD_NONE)
            return false;
        r->has_date = true;
        r->label = HEAD_NONE;
    } else if (word == HEAD_BY) {
        size_t gap = separators(slice_range(rest, length, rest.length));
        names = names_length(slice_range(rest, length + gap, rest.length), LONGEST_BYLINE, true);
        if (!names)
            return false;
        length += gap + names;
    } else if (ascii_is_upper(rest.data[0]) && memchr(rest.data, '|', rest.length)) {
        length = names = names_length(rest, LONGEST_PLACE, false);
        bool bar = names &&
                   slice_starts_with(slice_trim(slice_range(rest, names, rest.length)), SLICE("|"));
        if (!bar)
            return false;
    } else {
        return false;
    }
    r->has_names = r->has_names || names > 0;
    r->at += length;
    r->out.length = r->at;
    return true;
}

/* Only the whole of a short block, or what cannot be the beginning of a sentence, is a head. */
static void judge(reader *r) {
    slice block = r->block;
    size_t behind = r->out.length + separators(slice_range(block, r->out.length, block.length));
    bool whole = behind >= block.length;
    bool told_apart = r->has_label || r->out.stated.minute != NO_MINUTE;
    bool goes_on =
        !whole && (r->comma_follows ||
                   !(ascii_is_upper(block.data[behind]) || ascii_is_digit(block.data[behind]) ||
                     (unsigned char)block.data[behind] >= 0x80 || block.data[behind] == '"'));
    bool is_head = whole ? r->has_date || r->has_names : r->has_date && told_apart && !goes_on;
    if (!is_head)
        r->out = no_head;
    r->out.bare = is_head && whole && !told_apart && !r->has_names && r->out.stated.day != NO_DAY;
    if (is_head)
        r->out.length = whole ? block.length : behind;
}

head_reading head_read(slice block) {
    reader r = {.block = block, .out = no_head};
    for (;;) {
        r.at += separators(slice_range(block, r.at, block.length));
        slice rest = slice_range(block, r.at, block.length);
        if (!rest.length || !(read_date(&r, rest) || read_word(&r, rest)))
            break;
    }
    if (r.out.length)
        judge(&r);
    return r.out;
}
