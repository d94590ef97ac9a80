/* SPDX-License-Identifier: MIT */
/* Going over words that are no parts: the parts read then are those that reading all would give. */
#include "base/buffer.h"
#include "lang/words.h"
#include "time/grammar.h"
#include "time/vocabulary.h"

#include "support/check.h"

#define TEXTS         3000
#define LONGEST_TEXT  60 /* words */
#define LONGEST_TRAIL (LONGEST_TEXT * 24)

static bool is_trigger(part_kind kind) {
    return strchr(PART_TRIGGERS, (int)kind) != NULL;
}

static void tells_a_word(arena *a, slice word) {
    size_t behind = 0, trigger;
    part p = grammar_word(word, &behind, word.length);
    slice more = arena_format(a, "zebra %.*s", SLICE_ARGS(word));
    size_t begin = vocabulary_skip(more, 0, more.length, &trigger);
    bool skipped = trigger == more.length;
    if (p.kind == PART_OTHER || behind < word.length)
        return;
    CHECK_AT(!is_trigger(p.kind) || !skipped, "\"%.*s\" makes no expression", SLICE_ARGS(word));
    CHECK_AT(skipped || begin <= more.length - word.length, "\"%.*s\" is cut", SLICE_ARGS(word));
}

/* What of the grammar is listed as a word, too: that is most of it. */
static void tells_listed_words(arena *a) {
    for (size_t i = 0; i < word_list_count; i++) {
        static const char *const endings[] = {"", "s", "ly"};
        for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
            char *word =
                (char *)arena_format(a, "%.*s%s", SLICE_ARGS(word_list[i].word), endings[k]).data;
            tells_a_word(a, slice_of(word));
            word[0] = ascii_upper(word[0]);
            tells_a_word(a, slice_of(word));
            for (char *c = word; *c; c++)
                *c = ascii_upper(*c);
            tells_a_word(a, slice_of(word));
        }
    }
}

/* The kinds and places of all runs of parts with a trigger, a semicolon behind each. */
typedef struct trail {
    char kinds[LONGEST_TRAIL];
    size_t count;
    size_t sum; /* of the offsets */
} trail;

static trail trail_of(slice text, bool skips) {
    trail out = {.count = 0};
    for (size_t at = 0, trigger = 0; at < text.length;) {
        size_t kept = out.count, sum = out.sum;
        bool triggered = false;
        if (skips && at >= trigger)
            at = vocabulary_skip(text, at, text.length, &trigger);
        part p;
        while ((p = grammar_word(text, &at, text.length)).kind != PART_OTHER &&
               p.kind != PART_END) {
            triggered = triggered || is_trigger(p.kind);
            out.kinds[out.count++] = (char)p.kind;
            out.sum += p.start + p.end;
        }
        if (!triggered) {
            out.count = kept;
            out.sum = sum;
        } else {
            out.kinds[out.count++] = ';';
        }
    }
    out.kinds[out.count] = '\0';
    return out;
}

static unsigned next_number(unsigned *state) {
    *state = *state * 1103515245u + 12345u;
    return *state >> 16;
}

static void leaves_nothing_out(arena *a) {
    static const char *const words[] = {"the",      "of",      "in",         "a",
                                        "at",       "present", "future",     "futures",
                                        "near",     "number",  "May",        "may",
                                        "Mayor",    "O'May",   "d\u2019May", "March",
                                        "year",     "year's",  "days",       "12",
                                        "1995",     "1995-96", "3.5",        "$5bn,1999",
                                        "9:30",     "a.m.",    "p.m",        "twenty",
                                        "-",        "one",     "people",     "percent",
                                        "5",        "page",    "no.",        "zebra",
                                        "Zebras",   "don't",   "isn\u2019t", "\u00e9t\u00e9",
                                        "\u2014",   "(",       ")",          "\"",
                                        ",",        ";",       "\n",         "\n\n",
                                        "weekend",  "Monday",  "now",        "right",
                                        "nowhere",  "every",   "Q3",         "'98",
                                        "1990s",    "mid-May", "B.C.",       "Jan.",
                                        "Jan",      "century", "5th",        "x_May",
                                        "3km,2001", "this",    "next",       "tomorrow",
                                        "Sunday.",  "night",   "\u00a0",     "Christmas Day"};
    unsigned state = 7;
    for (int i = 0; i < TEXTS; i++) {
        buffer text = buffer_in(a);
        for (unsigned left = next_number(&state) % LONGEST_TEXT; left > 0; left--) {
            const char *word = words[next_number(&state) % (sizeof words / sizeof *words)];
            buffer_add(&text, slice_of(word));
            if (next_number(&state) % 8)
                buffer_add_char(&text, ' ');
        }
        trail all = trail_of(buffer_slice(&text), false);
        trail read = trail_of(buffer_slice(&text), true);
        CHECK_AT(strcmp(all.kinds, read.kinds) == 0 && all.sum == read.sum, "%.*s\n%s\n%s",
                 SLICE_ARGS(buffer_slice(&text)), all.kinds, read.kinds);
    }
}

/* Words that stand often in news, and are parts of expressions only beside others. */
static void leaves_common_words_out(arena *a) {
    (void)a;
    static const char *const texts[] = {"the town's mayor", "the town\u2019s mayor", "the news"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        slice text = slice_of(texts[i]);
        size_t trigger;
        vocabulary_skip(text, 0, text.length, &trigger);
        CHECK_AT(trigger == text.length, "%s", texts[i]);
    }
}

int main(void) {
    RUN_IN_ARENA(tells_listed_words);
    RUN_IN_ARENA(leaves_nothing_out);
    RUN_IN_ARENA(leaves_common_words_out);
    return tests_end();
}
