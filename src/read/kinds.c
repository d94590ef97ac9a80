/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/map.h"
#include "base/window.h"
#include "read/blocks.h"
#include "read/head.h"
#include "read/page_words.h"

/* Bytes. What is longer is not taken for what the name says. */
#define LONGEST_NOTE    300
#define LONGEST_CREDIT  160
#define LONGEST_TITLE   200
#define LONGEST_HEADING 120
#define LONGEST_ABOVE   30   /* a word or two of the page above the article: "World News" */
#define LONGEST_BELOW   60   /* or below it */
#define LONGEST_LEAD    1000 /* of the first paragraph, in which the headline's words are sought */
#define SMALL_WORD      4    /* a word of a sentence where it is in small letters */

#define SHORTEST_TITLE 3  /* words; anything shorter is the title only where nothing else is */
#define SHARED_WORDS   3  /* with the first paragraph make a line in capitalised words its title */
#define TITLE_BLOCKS   20 /* among the first of an article its title is looked for */

/* ---- By its own words -------------------------------------------------------------------- */

static bool has_words(slice s) {
    for (size_t i = 0; i < s.length; i++)
        if (ascii_is_letter(s.data[i]) || ascii_is_digit(s.data[i]) ||
            (unsigned char)s.data[i] >= 0xc3)
            return true;
    return false;
}

static bool has_address(slice s) {
    return slice_find(s, SLICE("http://"), 0) != SIZE_MAX ||
           slice_find(s, SLICE("https://"), 0) != SIZE_MAX ||
           slice_find(s, SLICE("www."), 0) != SIZE_MAX;
}

static bool is_one_address(slice s) {
    for (size_t i = 0; i < s.length; i++)
        if (ascii_is_space(s.data[i]))
            return false;
    return has_address(s);
}

/* The parenthesis at the block's end, without its signs, or "". */
static slice last_parenthesis(slice s) {
    if (slice_ends_with(s, SLICE(".")))
        s.length--;
    if (!slice_ends_with(s, SLICE(")")))
        return (slice){"", 0};
    size_t end = s.length - 1;
    for (size_t at = end; at > 0 && end - at < LONGEST_CREDIT; at--)
        if (s.data[at - 1] == '(')
            return slice_range(s, at, end);
    return (slice){"", 0};
}

static bool has_credit_word(slice s) {
    for (size_t at = 0; at < s.length; at++) {
        bool begins = at == 0 || !(ascii_is_letter(s.data[at - 1]));
        if (begins && is_credit_word(slice_range(s, at, s.length)))
            return true;
    }
    return false;
}

static bool has_later_credit(slice s) {
    size_t length;
    for (size_t at = 1; at + 1 < s.length; at++)
        if (ascii_is_upper(s.data[at]) &&
            page_word_at(slice_range(s, at, s.length), &length) == PAGE_CREDIT)
            return true;
    return false;
}

static block_kind kind_by_label(slice s) {
    size_t length;
    page_word word = page_word_at(s, &length);
    bool is_short = s.length <= LONGEST_NOTE;
    switch (word) {
    case PAGE_LABEL:
        return has_words(slice_range(s, length, s.length)) ? BLOCK_PARAGRAPH : BLOCK_FURNITURE;
    case PAGE_NOTE:
        return is_short ? BLOCK_FURNITURE : BLOCK_PARAGRAPH;
    case PAGE_LINKS:
        return is_short && !block_is_closed(s) ? BLOCK_FURNITURE : BLOCK_PARAGRAPH;
    case PAGE_INVITATION:
        return is_short && has_address(s) ? BLOCK_FURNITURE : BLOCK_PARAGRAPH;
    case PAGE_CREDIT: /* a sentence behind it says what the picture shows */
        return block_is_closed(s) ? BLOCK_CAPTION : is_short ? BLOCK_FURNITURE : BLOCK_PARAGRAPH;
    case PAGE_CAPTION:
        return BLOCK_CAPTION;
    default:
        return BLOCK_PARAGRAPH;
    }
}

static block_kind kind_by_words(slice s) {
    if (!has_words(s) || is_one_address(s))
        return BLOCK_FURNITURE;
    block_kind kind = kind_by_label(s);
    if (kind != BLOCK_PARAGRAPH)
        return kind;
    slice credit = last_parenthesis(s);
    if (has_credit_word(credit))
        return credit.length + sizeof "()." > s.length ? BLOCK_FURNITURE : BLOCK_CAPTION;
    if (s.length <= LONGEST_CREDIT && !block_is_closed(s) && has_later_credit(s))
        return BLOCK_CAPTION;
    bool is_note = s.length <= LONGEST_NOTE && (is_closing_note(s) || ends_with_thanks(s));
    return is_note ? BLOCK_FURNITURE : BLOCK_PARAGRAPH;
}

/* ---- Repetition -------------------------------------------------------------------------- */

/* True where white space is single spaces: every byte of all texts comes by. */
static bool is_folded(slice s) {
    uint64_t behind_space = 0;
    for (size_t at = 0; at < s.length; at += WINDOW) {
        char rest[WINDOW];
        const char *bytes = window_at(s, at, rest);
        uint64_t spaces = window_spaces(bytes), controls = window_controls(bytes);
        if (window_first(controls, s.length - at) || (spaces & (spaces << 1 | behind_space)))
            return false;
        behind_space = spaces >> (WINDOW - 1);
    }
    return true;
}

/* The words with one space between them; the text itself where it is so already. */
static slice fold_space(arena *a, slice s) {
    if (is_folded(s))
        return s;
    buffer out = buffer_in(a);
    for (size_t i = 0; i < s.length; i++)
        if (!ascii_is_space(s.data[i]))
            buffer_add_char(&out, s.data[i]);
        else if (out.length && out.data[out.length - 1] != ' ')
            buffer_add_char(&out, ' ');
    return buffer_slice(&out);
}

/* ---- All blocks -------------------------------------------------------------------------- */

/* What is left of a block behind its head is marked; the head, if any, is pushed before it. */
static block cut_head(arena *a, slice text, block b, block_list *out) {
    head_reading head = head_read(block_text(text, &b));
    if (head.length == b.end - b.start) {
        b.kind = head.bare ? BLOCK_HEADING : BLOCK_FURNITURE;
    } else if (head.length) {
        size_t cut = b.start + head.length;
        slice piece = slice_trim(slice_range(text, b.start, cut));
        *vector_push(out, a) = (block){b.start, b.start + piece.length, BLOCK_FURNITURE};
        b.start = cut;
    }
    return b;
}

void blocks_mark(arena *a, slice text, block_list *blocks) {
    block_list out = {0};
    map *seen = map_new(a);
    map_reserve(seen, blocks->count);
    vector_reserve(&out, a, blocks->count);
    for (size_t i = 0; i < blocks->count; i++) {
        block b = blocks->items[i];
        if (b.kind == BLOCK_PARAGRAPH)
            b = cut_head(a, text, b, &out);
        slice words = fold_space(a, block_text(text, &b));
        uint32_t expected = map_expect(seen, words);
        if (b.kind == BLOCK_PARAGRAPH)
            b.kind = kind_by_words(block_text(text, &b));
        size_t *times = map_at_expected(seen, words, expected, 0);
        if ((*times)++ > 0 && b.kind != BLOCK_FURNITURE)
            b.kind = BLOCK_REPEATED;
        *vector_push(&out, a) = b;
    }
    *blocks = out;
}

/* ---- By its place ------------------------------------------------------------------------ */

static bool is_open(slice text, const block *b, size_t longest) {
    return b->kind == BLOCK_PARAGRAPH && b->end - b->start <= longest &&
           !block_is_closed(block_text(text, b));
}

static bool has_digit(slice s) {
    for (size_t i = 0; i < s.length; i++)
        if (ascii_is_digit(s.data[i]))
            return true;
    return false;
}

static bool is_of_word(char c) {
    return ascii_is_letter(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80;
}

/*
 * How many words there are; 0 where none of them is of a sentence, by the list or by being long and
 * in small letters. So "World  Trade  Newsletters" has none.
 */
static size_t sentence_words(slice s) {
    size_t words = 0;
    bool is_sentence = false;
    for (size_t at = 0, end; at < s.length; at = end) {
        for (end = at; end < s.length && !ascii_is_space(s.data[end]); end++)
            ;
        slice word = slice_range(s, at, end);
        bool is_small = !ascii_is_upper(s.data[at]) && !has_digit(word);
        is_sentence =
            is_sentence || (is_small && word.length >= SMALL_WORD) || is_sentence_word(word);
        words++;
        while (end < s.length && ascii_is_space(s.data[end]))
            end++;
    }
    return is_sentence ? words : 0;
}

/* The word that begins at or behind *at, of letters and digits; "" at the end. Moves *at behind. */
static slice next_word(slice s, size_t *at) {
    while (*at < s.length && !is_of_word(s.data[*at]))
        ++*at;
    size_t begin = *at;
    while (*at < s.length && is_of_word(s.data[*at]))
        ++*at;
    return slice_range(s, begin, *at);
}

static bool has_word(slice s, slice wanted) {
    size_t at = 0;
    for (slice word = next_word(s, &at); word.length; word = next_word(s, &at))
        if (slice_equal_nocase(word, wanted))
            return true;
    return false;
}

/* How many long words of a line the text has, too. */
static size_t shared_words(slice line, slice text) {
    size_t shared = 0, at = 0;
    for (slice word = next_word(line, &at); word.length; word = next_word(line, &at))
        shared += word.length >= SMALL_WORD && has_word(text, word);
    return shared;
}

static bool is_repeated(arena *a, slice text, const block *blocks, size_t count, slice words) {
    words = fold_space(a, words);
    for (const block *b = blocks; b < blocks + count; b++)
        if (b->kind == BLOCK_REPEATED && slice_equal(words, fold_space(a, block_text(text, b))))
            return true;
    return false;
}

/* How much a block is like the headline of its page. */
typedef enum likeness { UNLIKE, ALIKE_IF_ALONE, ALIKE, ALIKE_AND_REPEATED } likeness;

/* The first blocks of a page, and how its article begins ("" where it has no paragraph). */
typedef struct page {
    arena *owner;
    slice text;
    block *blocks;
    size_t count;
    slice lead;
} page;

static likeness like_title(const page *p, const block *b) {
    slice words = block_text(p->text, b);
    bool is_marked = b->kind == BLOCK_HEADING && words.length <= LONGEST_TITLE &&
                     head_read(words).length < words.length;
    if (!is_marked && !is_open(p->text, b, LONGEST_TITLE))
        return UNLIKE;
    size_t number = sentence_words(words);
    bool is_told = number < SHORTEST_TITLE && shared_words(words, p->lead) >= SHARED_WORDS;
    if (number < SHORTEST_TITLE && !is_told)
        return number > 0 || is_marked ? ALIKE_IF_ALONE : UNLIKE;
    return is_repeated(p->owner, p->text, p->blocks, p->count, words) ? ALIKE_AND_REPEATED : ALIKE;
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static slice lead_of(slice text, const block *first) {
    slice words = block_text(text, first);
    return slice_range(words, 0, smaller(words.length, LONGEST_LEAD));
}

/* The headline among the blocks: the first of those that are most alike. */
static block *find_title(const page *p) {
    block *title = NULL;
    likeness most = UNLIKE;
    for (block *b = p->blocks; b < p->blocks + p->count; b++) {
        likeness found = like_title(p, b);
        if (found > most)
            title = b;
        most = found > most ? found : most;
    }
    return title;
}

static bool begins_links(slice s) {
    size_t length;
    return page_word_at(s, &length) == PAGE_LINKS;
}

/* Short lines behind "ALSO READ | ..." are links like it. */
static void mark_links(slice text, block *blocks, size_t count) {
    bool in_links = false;
    for (block *b = blocks; b < blocks + count; b++) {
        if (in_links && is_open(text, b, LONGEST_TITLE))
            b->kind = BLOCK_FURNITURE;
        else
            in_links = b->kind == BLOCK_FURNITURE && begins_links(block_text(text, b));
    }
}

/* True for what is of the page, not of its article: above the text or below it. */
static bool is_of_page(slice words, bool above, bool below) {
    if (has_digit(words))
        return false;
    return (above && (words.length <= LONGEST_ABOVE || !sentence_words(words))) ||
           (below && words.length <= LONGEST_BELOW);
}

slice blocks_place(arena *a, slice text, block *blocks, size_t count, slice given_title) {
    mark_links(text, blocks, count);
    size_t first = 0, last = count;
    while (first < count && !block_is_full(text, &blocks[first]))
        first++;
    while (last > first && !block_is_full(text, &blocks[last - 1]))
        last--;
    bool has_text = first < count;
    block *title = NULL;
    if (!given_title.length) {
        title = find_title(&(page){.owner = a,
                                   .text = text,
                                   .blocks = blocks,
                                   .count = smaller(has_text ? first : count > 1, TITLE_BLOCKS),
                                   .lead = has_text ? lead_of(text, &blocks[first]) : SLICE("")});
        if (title)
            title->kind = BLOCK_HEADING;
    }
    for (size_t i = 0; i < count && has_text; i++) {
        slice words = block_text(text, &blocks[i]);
        if (!is_open(text, &blocks[i], LONGEST_TITLE))
            continue;
        if (is_of_page(words, i < first, i >= last) && !slice_equal(words, given_title))
            blocks[i].kind = BLOCK_FURNITURE;
        else if (words.length <= LONGEST_HEADING)
            blocks[i].kind = BLOCK_HEADING;
    }
    return title ? block_text(text, title) : given_title;
}
