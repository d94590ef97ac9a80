/* SPDX-License-Identifier: MIT */
#include "timeline/sketch.h"

/* A text with fewer pairs of words resembles others by chance. */
#define FEWEST_PAIRS 30
#define NO_VALUE     UINT64_MAX

/* The places of a sketch while the words come in. */
typedef struct sketching {
    uint64_t least[SKETCH_PLACES]; /* of the values that fell on the place */
    uint64_t last_word;            /* its hash; 0 at the beginning */
    size_t pairs;
} sketching;

/* ---- Words ---------------------------------------------------------------------------------- */

/*
 * How many bytes at `at` belong to no word: 0 for letters and digits, in which all of UTF-8 counts
 * but what sites set differently, the signs of Latin-1 and the punctuation of U+2000 to U+203F.
 */
static size_t gap_at(slice s, size_t at) {
    unsigned char c = (unsigned char)s.data[at];
    size_t left = s.length - at;
    if (c < 0x80)
        return !ascii_is_letter((char)c) && !ascii_is_digit((char)c);
    if (c == 0xC2 && left >= 2)
        return 2;
    bool general = c == 0xE2 && left >= 3 && (unsigned char)s.data[at + 1] == 0x80;
    return general ? 3 : 0;
}

/* The finaliser of MurmurHash3: each bit of the number moves each bit of the result. */
static uint64_t mix(uint64_t h) {
    h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDu;
    h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53u;
    return h ^ (h >> 33);
}

static void add_word(sketching *s, uint64_t word) {
    if (s->last_word) {
        uint64_t value = mix(s->last_word * 31 + word);
        uint64_t *least = &s->least[value % SKETCH_PLACES];
        *least = value < *least ? value : *least;
        s->pairs++;
    }
    s->last_word = word;
}

static void add_text(sketching *s, slice text) {
    size_t at = 0;
    while (at < text.length) {
        size_t gap = gap_at(text, at);
        if (gap) {
            at += gap;
            continue;
        }
        uint64_t word = 0xCBF29CE484222325u; /* FNV-1a of the word in small letters */
        for (; at < text.length && !gap_at(text, at); at++)
            word = (word ^ (unsigned char)ascii_lower(text.data[at])) * 0x100000001B3u;
        add_word(s, word);
    }
}

/* ---- Sketches ------------------------------------------------------------------------------- */

/* An empty place takes the value of the next that is not, changed by how far away it is. */
static uint8_t value_at(const sketching *s, size_t place) {
    size_t distance = 0;
    while (s->least[(place + distance) % SKETCH_PLACES] == NO_VALUE)
        distance++;
    uint64_t value = s->least[(place + distance) % SKETCH_PLACES];
    return (uint8_t)(value / SKETCH_PLACES + distance * 101);
}

slice sketch_of(const article *about, arena *a) {
    static const char digits[] = "0123456789abcdef";
    sketching s = {.last_word = 0};
    for (size_t i = 0; i < SKETCH_PLACES; i++)
        s.least[i] = NO_VALUE;
    for (size_t i = 0; i < about->block_count; i++) {
        const block *b = &about->blocks[i];
        if (b->kind == BLOCK_PARAGRAPH)
            add_text(&s, slice_range(about->text, b->start, b->end));
    }
    if (s.pairs < FEWEST_PAIRS)
        return (slice){"", 0};
    char *text = arena_alloc(a, SKETCH_DIGITS);
    for (size_t i = 0; i < SKETCH_PLACES; i++) {
        uint8_t value = value_at(&s, i);
        text[2 * i] = digits[value >> 4];
        text[2 * i + 1] = digits[value & 15];
    }
    return (slice){text, SKETCH_DIGITS};
}

static int digit_of(char c) {
    return ascii_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool sketch_read(slice text, uint8_t out[SKETCH_PLACES]) {
    if (text.length != SKETCH_DIGITS)
        return false;
    for (size_t i = 0; i < SKETCH_PLACES; i++) {
        int high = digit_of(text.data[2 * i]), low = digit_of(text.data[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        out[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

double sketch_resemblance(const uint8_t a[SKETCH_PLACES], const uint8_t b[SKETCH_PLACES]) {
    size_t same = 0;
    for (size_t i = 0; i < SKETCH_PLACES; i++)
        same += a[i] == b[i];
    double by_chance = 1.0 / 256;
    double share = ((double)same / SKETCH_PLACES - by_chance) / (1 - by_chance);
    return share > 0 ? share : 0;
}
