/* SPDX-License-Identifier: MIT */
#include "support/conllu_check.h"

#include "base/buffer.h"
#include "base/map.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATURES, HEAD, RELATION, DEPENDENCIES, MISC, COLUMNS };
#define MOST_WORDS 100000

typedef struct checker {
    arena *owner;
    size_t line, faults;
    map *ids;
    /* of the sentence */
    slice id, text;
    size_t id_count, text_count, words, range_end;
    size_t *heads;
    size_t roots;
    buffer surface;
} checker;

static void fault(checker *c, const char *what) {
    printf("line %zu: %s\n", c->line, what);
    c->faults++;
}

static size_t number_of(slice s) {
    size_t n = 0;
    for (size_t i = 0; i < s.length; i++) {
        if (!ascii_is_digit(s.data[i]) || n > MOST_WORDS)
            return SIZE_MAX;
        n = n * 10 + (size_t)(s.data[i] - '0');
    }
    return s.length ? n : SIZE_MAX;
}

static bool value_of(slice line, const char *key, slice *value) {
    slice start = slice_of(key);
    if (!slice_starts_with(line, start))
        return false;
    *value = slice_range(line, start.length, line.length);
    return true;
}

static void check_comment(checker *c, slice line) {
    slice value;
    if (c->words || c->surface.length)
        fault(c, "a comment inside a sentence");
    if (value_of(line, "# sent_id = ", &value)) {
        c->id_count++;
        c->id = value;
        if (!value.length || memchr(value.data, ' ', value.length))
            fault(c, "no good sent_id");
        if ((*map_at(c->ids, value, 0))++)
            fault(c, "a sent_id that was there before");
    } else if (value_of(line, "# text = ", &value)) {
        c->text_count++;
        c->text = value;
    }
}

static bool cut(slice line, slice columns[COLUMNS]) {
    size_t count = 0;
    for (size_t start = 0, end; start <= line.length; start = end + 1, count++) {
        end = slice_find(line, SLICE("\t"), start);
        end = end == SIZE_MAX ? line.length : end;
        if (count < COLUMNS)
            columns[count] = slice_range(line, start, end);
    }
    return count == COLUMNS;
}

static void add_surface(checker *c, slice form, slice misc) {
    buffer_add(&c->surface, form);
    if (slice_find(misc, SLICE("SpaceAfter=No"), 0) == SIZE_MAX)
        buffer_add_char(&c->surface, ' ');
}

static bool is_universal(slice tag) {
    static const char *const tags[] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                       "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                       "PUNCT", "SCONJ", "SYM", "VERB", "X"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (slice_equal(tag, slice_of(tags[i])))
            return true;
    return false;
}

static void check_head(checker *c, const slice columns[COLUMNS]) {
    size_t head = number_of(columns[HEAD]);
    if (head == SIZE_MAX || slice_equal(columns[RELATION], SLICE("_")))
        fault(c, "no head or no relation");
    if ((head == 0) != slice_equal(columns[RELATION], SLICE("root")))
        fault(c, "a root that is none");
    c->heads[c->words] = head == SIZE_MAX ? 0 : head;
    c->roots += head == 0;
}

static void check_word(checker *c, const slice columns[COLUMNS]) {
    if (number_of(columns[ID]) != c->words + 1)
        fault(c, "a number out of order");
    if (c->words == MOST_WORDS)
        return;
    c->words++;
    if (!is_universal(columns[UPOS]))
        fault(c, "no such UPOS");
    if (slice_equal(columns[LEMMA], SLICE("_")) && !slice_equal(columns[FORM], SLICE("_")))
        fault(c, "no lemma");
    if (slice_equal(columns[XPOS], SLICE("_")))
        fault(c, "no XPOS");
    check_head(c, columns);
    if (c->words > c->range_end)
        add_surface(c, columns[FORM], columns[MISC]);
}

static void check_range(checker *c, const slice columns[COLUMNS], size_t dash) {
    size_t first = number_of(slice_range(columns[ID], 0, dash));
    size_t last = number_of(slice_range(columns[ID], dash + 1, columns[ID].length));
    if (first != c->words + 1 || last <= first || last > MOST_WORDS || first <= c->range_end) {
        fault(c, "a range out of order");
        return;
    }
    c->range_end = last;
    add_surface(c, columns[FORM], columns[MISC]);
    for (size_t i = LEMMA; i < MISC; i++)
        if (!slice_equal(columns[i], SLICE("_")))
            fault(c, "a range says more than its form");
}

static void check_line(checker *c, slice line) {
    slice columns[COLUMNS];
    if (!cut(line, columns)) {
        fault(c, "not ten columns");
        return;
    }
    for (size_t i = 0; i < COLUMNS; i++)
        if (!columns[i].length || !slice_equal(slice_trim(columns[i]), columns[i]))
            fault(c, "a column that is empty or has space around it");
    size_t dash = slice_find(columns[ID], SLICE("-"), 0);
    if (dash != SIZE_MAX)
        check_range(c, columns, dash);
    else
        check_word(c, columns);
}

/* From every word the root is reached in no more steps than there are words. */
static bool has_ring(const checker *c) {
    for (size_t i = 1; i <= c->words; i++) {
        size_t at = i, steps = 0;
        while (at && at <= c->words && steps <= c->words) {
            at = c->heads[at];
            steps++;
        }
        if (at)
            return true;
    }
    return false;
}

static void end_sentence(checker *c) {
    if (!c->words)
        fault(c, "a sentence without words");
    if (c->id_count != 1 || c->text_count != 1)
        fault(c, "not one sent_id and one text");
    if (c->roots != 1)
        fault(c, "not one root");
    if (has_ring(c))
        fault(c, "heads that form a ring, or are no words");
    if (c->range_end > c->words)
        fault(c, "a range beyond the last word");
    slice surface = buffer_slice(&c->surface);
    if (!slice_equal(slice_trim(surface), c->text))
        fault(c, "a text that the words do not make up");
    c->surface.length = c->words = c->roots = c->range_end = c->id_count = c->text_count = 0;
    c->text = c->id = (slice){"", 0};
}

size_t conllu_check(arena *a, slice bytes) {
    checker c = {.owner = a, .ids = map_new(a), .surface = buffer_in(a)};
    bool open = false;
    c.heads = ARENA_ARRAY(a, size_t, MOST_WORDS + 1);
    if (utf8_check(bytes) != SIZE_MAX)
        fault(&c, "not UTF-8");
    for (size_t start = 0, end; start < bytes.length; start = end + 1) {
        end = slice_find(bytes, SLICE("\n"), start);
        end = end == SIZE_MAX ? bytes.length : end;
        slice line = slice_range(bytes, start, end);
        c.line++;
        if (!line.length)
            end_sentence(&c);
        else if (line.data[0] == '#')
            check_comment(&c, line);
        else
            check_line(&c, line);
        open = line.length > 0;
    }
    if (open)
        fault(&c, "no empty line behind the last sentence");
    return c.faults;
}
