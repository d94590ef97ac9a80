/* SPDX-License-Identifier: MIT */
#include "lang/tokenise.h"

#include "base/utf8.h"
#include "lang/word_parts.h"

/* Marks that are words of their own wherever they stand: punctuation, currencies, signs. */
static bool is_mark(uint32_t c) {
    if (c < 0x80)
        return c > ' ' && !ascii_is_letter((char)c) && !ascii_is_digit((char)c);
    return (c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xAD && c != 0xBA) || c == 0xD7 ||
           c == 0xF7 || (c >= 0x2010 && c <= 0x2060) || (c >= 0x20A0 && c <= 0x20CF) ||
           c == 0x3001 || c == 0x3002;
}

/* What nearly all words are of: their bytes need no closer look. */
static bool is_of_word(char c) {
    return ascii_is_letter(c) || ascii_is_digit(c);
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019;
}

typedef struct scanner {
    slice text; /* ends where the sentence does */
    arena *owner;
    token_list *out;
} scanner;

static uint32_t peek(const scanner *s, size_t at, size_t *next) {
    *next = at;
    return at < s->text.length ? utf8_decode(s->text, at, next) : 0;
}

static bool is_all_marks(slice word) {
    for (size_t at = 0; at < word.length;)
        if (!is_mark(utf8_decode(word, at, &at)))
            return false;
    return word.length > 0;
}

token token_of_word(slice text, size_t start, size_t end) {
    slice word = slice_range(text, start, end);
    bool mark = is_all_marks(word);
    if (word.length > 1 && word.data[word.length - 1] == '.')
        word.length--;
    return (token){.start = start,
                   .end = end,
                   .classes = word_classes_of(word),
                   .pos = mark ? POS_PUNCTUATION : POS_OTHER};
}

static void add(scanner *s, size_t start, size_t end) {
    *vector_push(s->out, s->owner) = token_of_word(s->text, start, end);
}

/* Nothing goes on at `at`. */
static bool ends_word(const scanner *s, size_t at) {
    size_t next;
    uint32_t c = peek(s, at, &next);
    return c == 0 || utf8_is_space(c) || is_mark(c);
}

/* A mark that holds a word together: 3,200 · 9:30 · 2.5 · U.S · 9/11 · w/o · al-Qaida · O'Brien. */
static bool joins(const scanner *s, size_t start, size_t at, uint32_t mark, uint32_t next) {
    if (at == start || utf8_is_space(next) || next == 0 || is_mark(next))
        return false;
    bool digit = ascii_is_digit(s->text.data[at - 1]);
    bool digits = digit && next < 0x80 && ascii_is_digit((char)next);
    if (mark == '/' && at == start + 1 && ascii_is_letter(s->text.data[start]))
        return next < 0x80 && ascii_is_letter((char)next) && ends_word(s, at + 2);
    if (mark == ',' || mark == ':' || mark == '/')
        return digits;
    if (mark == '.')
        return digits || !digit || (next >= 'a' && next <= 'z');
    return mark == '-' || mark == '&' || mark == '@' || mark == '_' || mark == 0x2011 ||
           is_apostrophe(mark);
}

static size_t word_end(const scanner *s, size_t start) {
    size_t at = start, next = start;
    for (;;) {
        while (at < s->text.length && is_of_word(s->text.data[at]))
            at++;
        uint32_t c = peek(s, at, &next);
        if (c == 0 || utf8_is_space(c))
            return at;
        if (is_mark(c)) {
            size_t behind = next;
            if (!joins(s, start, at, c, peek(s, next, &behind)))
                return at;
        }
        at = next;
    }
}

/* An address goes on up to a space, or up to the marks before it that belong to the sentence. */
static size_t address_end(const scanner *s, size_t start) {
    size_t at = start, end = start, next = start;
    for (uint32_t c; (c = peek(s, at, &next)) != 0 && !utf8_is_space(c) && c != '"' && c != '<' &&
                     c != '>' && c < 0x2000;
         at = next)
        if (!is_mark(c) || strchr("/-_=&#%~", (int)c))
            end = next;
    return end;
}

static bool is_address(const scanner *s, size_t at) {
    char first = s->text.data[at];
    if (first != 'h' && first != 'w')
        return false;
    slice rest = slice_range(s->text, at, s->text.length);
    return slice_starts_with(rest, SLICE("http://")) ||
           slice_starts_with(rest, SLICE("https://")) || slice_starts_with(rest, SLICE("www."));
}

/* "#flood", "@council" */
static bool is_handle(const scanner *s, size_t at) {
    char mark = s->text.data[at];
    return (mark == '#' || mark == '@') && at + 1 < s->text.length &&
           ascii_is_letter(s->text.data[at + 1]);
}

#define LONGEST_COUNTRY 3

/* "US$", "HK$" */
static bool names_dollar(slice word) {
    for (size_t i = 0; i < word.length; i++)
        if (!ascii_is_upper(word.data[i]))
            return false;
    return word.length <= LONGEST_COUNTRY;
}

/* The stop, hyphen or dollar at `stop` belongs to the word before it. */
static bool keeps_mark(const scanner *s, size_t start, size_t stop) {
    char mark = stop < s->text.length ? s->text.data[stop] : ' ';
    slice word = slice_range(s->text, start, stop);
    if (mark == '$')
        return names_dollar(word);
    if (mark == '-') /* "pre- and post-war" */
        return word_is_prefix(word) &&
               (stop + 1 == s->text.length || s->text.data[stop + 1] == ' ');
    if (mark != '.')
        return false;
    if (!word_is(word_classes_of(word), NUMBER_ABBREVIATION))
        return word_is_abbreviation(word);
    size_t number = stop + 1;
    while (number < s->text.length && ascii_is_space(s->text.data[number]))
        number++;
    return number < s->text.length && ascii_is_digit(s->text.data[number]);
}

static bool is_asking(uint32_t c) {
    return c == '!' || c == '?';
}

/* Behind a run of the mark at `start`: "...", "--", "?!". Brackets stand alone. */
static size_t marks_end(const scanner *s, size_t start) {
    size_t next = start;
    uint32_t mark = peek(s, start, &next);
    if (mark < 0x80 && strchr("()[]{}", (int)mark))
        return next;
    size_t behind = next;
    for (uint32_t c; (c = peek(s, next, &behind)) == mark || (is_asking(c) && is_asking(mark));
         next = behind)
        ;
    return next;
}

static bool all_digits(slice s) {
    for (size_t i = 0; i < s.length; i++)
        if (!ascii_is_digit(s.data[i]))
            return false;
    return s.length > 0;
}

/* "'90s", "'71"; a "'s" that stands apart from its word. */
static bool is_shortened(slice word, size_t apostrophe) {
    slice rest = slice_range(word, apostrophe, word.length);
    if (rest.length == 3 && rest.data[2] == 's')
        rest.length--;
    return word_is_clitic(word) || (rest.length == 2 && all_digits(rest));
}

/* ":-)", ";D" */
static bool is_face(slice word) {
    size_t nose = word.length > 1 && word.data[1] == '-';
    return word.length == 2 + nose && strchr(":;=", word.data[0]) &&
           memchr("()DP", word.data[1 + nose], 4);
}

static slice up_to_space(const scanner *s, size_t start) {
    size_t end = start;
    while (end < s->text.length && !ascii_is_space(s->text.data[end]))
        end++;
    return slice_range(s->text, start, end);
}

/* Where a word ends that a mark begins: "'90s", "+44", ":-)"; `at` where none does. */
static size_t odd_word_end(const scanner *s, size_t at, uint32_t mark, size_t behind) {
    bool begins = at == 0 || ascii_is_space(s->text.data[at - 1]);
    if (!begins ||
        (mark != '+' && mark != ':' && mark != ';' && mark != '=' && !is_apostrophe(mark)))
        return at;
    size_t end = word_end(s, behind);
    if (mark == '+')
        return end > behind && ascii_is_digit(s->text.data[behind]) ? end : at;
    if (is_apostrophe(mark))
        return is_shortened(slice_range(s->text, at, end), behind - at) ? end : at;
    slice face = up_to_space(s, at);
    return is_face(face) ? at + face.length : at;
}

/* Splits "it's", "didn't", "cannot" in two; a name like "O'Brien" stays whole. */
static void add_simple(scanner *s, size_t start, size_t end) {
    size_t cut = word_cut(slice_range(s->text, start, end));
    if (cut)
        add(s, start, start + cut);
    add(s, start + cut, end);
}

/* The length of the hyphen that begins the slice: U+002D, U+2010, U+2011; 0 where none does. */
static size_t hyphen_length(slice s) {
    if (slice_starts_with(s, SLICE("-")))
        return 1;
    bool other = slice_starts_with(s, SLICE("‐")) || slice_starts_with(s, SLICE("‑"));
    return other ? sizeof "‐" - 1 : 0;
}

static size_t next_hyphen(slice word, size_t at) {
    while (at < word.length &&
           (is_of_word(word.data[at]) || !hyphen_length(slice_range(word, at, word.length))))
        at++;
    return at;
}

/* "jane-doe@example.com", "two-rivers.example": no stop inside a word begins such an ending. */
static bool is_site(slice word) {
    size_t letters = 0;
    for (size_t i = word.length; i > 0 && word.data[i - 1] >= 'a' && word.data[i - 1] <= 'z'; i--)
        letters++;
    return memchr(word.data, '@', word.length) || (letters > 1 && letters + 1 < word.length &&
                                                   word.data[word.length - letters - 1] == '.');
}

/* "555-0123", "2024-03-22", "12345-6789": numbers that no hyphen makes a range of. */
static bool is_numbered(slice word) {
    size_t groups = 0, first = 0, last = 0;
    for (size_t at = 0, end; at < word.length; at = end + 1, groups++) {
        end = next_hyphen(word, at);
        if (!all_digits(slice_range(word, at, end)))
            return false;
        first = groups ? first : end - at;
        last = end - at;
    }
    return groups > 2 || (groups == 2 && last == 4 && first != 4);
}

/* The part before a hyphen that holds on to what follows: "co-founder", but "co-of". */
static bool holds_on(slice part, slice behind) {
    return word_is_prefix(part) &&
           !(word_classes_of(behind) & (WORD(PREPOSITION) | WORD(DETERMINER)));
}

/* Cuts a word at its hyphens, each of which is a word too: "well-known", "14-year-old". */
static void add_word(scanner *s, size_t start, size_t end) {
    slice word = slice_range(s->text, start, end);
    size_t first = 0, hyphen = next_hyphen(word, 0);
    if (hyphen < word.length && (is_site(word) || is_numbered(word))) {
        add(s, start, end);
        return;
    }
    while (hyphen < word.length) {
        size_t behind = hyphen + hyphen_length(slice_range(word, hyphen, word.length));
        size_t next = next_hyphen(word, behind);
        bool held = holds_on(slice_range(word, first, hyphen), slice_range(word, behind, next));
        if (!held && hyphen > first) {
            add_simple(s, start + first, start + hyphen);
            add(s, start + hyphen, start + behind);
            first = behind;
        }
        hyphen = next;
    }
    add_simple(s, start + first, end);
}

/* A mark, or a word that a mark begins; where it ends. */
static size_t add_mark(scanner *s, size_t at, uint32_t mark, size_t behind) {
    size_t end = odd_word_end(s, at, mark, behind);
    if (end == at)
        end = marks_end(s, at);
    add(s, at, end);
    return end;
}

void tokenise(slice text, size_t start, size_t end, arena *a, token_list *out) {
    scanner s = {{text.data, end}, a, out};
    for (size_t at = start, next = start; at < end; at = next) {
        uint32_t c = peek(&s, at, &next);
        if (utf8_is_space(c) || c == 0)
            continue;
        if (is_address(&s, at)) {
            next = address_end(&s, at);
            add(&s, at, next);
        } else if (is_mark(c) && !is_handle(&s, at)) {
            next = add_mark(&s, at, c, next);
        } else {
            next = word_end(&s, is_mark(c) ? next : at);
            next += keeps_mark(&s, at, next);
            add_word(&s, at, next);
        }
    }
}

void sentence_cut(slice text, sentence *s, arena *a) {
    if (s->tokens)
        return;
    token_list tokens = {0};
    tokenise(text, s->start, s->end, a, &tokens);
    s->tokens = tokens.items;
    s->token_count = tokens.count;
    s->untagged = true;
}

void sentence_analyse(slice text, sentence *s, arena *a) {
    sentence_cut(text, s, a);
    if (!s->untagged)
        return;
    sentence_tag(text, s, a);
    s->untagged = false;
}

/* Words on either side that tell what a word is; those further off hardly ever do. */
#define NEAR_WORDS 6

void sentence_analyse_near(slice text, sentence *s, size_t first, size_t end, arena *a) {
    sentence_cut(text, s, a);
    size_t from = first > NEAR_WORDS ? first - NEAR_WORDS : 0;
    size_t to = end + NEAR_WORDS < s->token_count ? end + NEAR_WORDS : s->token_count;
    if (s->told_part || (from == 0 && to == s->token_count))
        sentence_analyse(text, s, a);
    if (!s->untagged)
        return;
    s->told_part = true;
    sentence part = {.tokens = s->tokens + from, .token_count = to - from};
    sentence_tag(text, &part, a);
}
