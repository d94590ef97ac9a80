/* SPDX-License-Identifier: MIT */
/*
 * The sentence splitter. A full stop ends a sentence unless the word before it is an abbreviation;
 * what an abbreviation may end is told by the word behind it. Where lines were joined, what stood
 * on a line of its own is seen by its form: a heading, the date of an article, a picture's credit.
 */
#include "base/utf8.h"
#include "base/window.h"
#include "lang/sentence.h"
#include "read/page_words.h"

#define LONGEST_TERMINATOR_TAIL 8   /* quotes and brackets behind a full stop */
#define LONGEST_SPEAKER         4   /* words of who spoke: "Foreign Minister Maria Lopez asked" */
#define LONGEST_ASIDE           200 /* bytes in brackets */
#define LONGEST_REFERENCE       40
#define LONGEST_DATE            40 /* "Wednesday, September 30, 2015" */

typedef struct cursor {
    slice text;
    size_t end;
} cursor;

static uint32_t character_at(cursor c, size_t at, size_t *next) {
    return utf8_decode((slice){c.text.data, c.end}, at, next);
}

static bool is_closing(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 ||
           c == 0x2033 || c == 0xBB;
}

static bool is_opening(uint32_t c) {
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 ||
           c == 0x2033 || c == 0xAB || c == 0x2022;
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_ascii_word(char c) {
    return ascii_is_letter(c) || ascii_is_digit(c);
}

static bool is_word_byte(char c) {
    return is_ascii_word(c) || (unsigned char)c >= 0x80;
}

/* NUL, too, is what stands between words. */
static bool is_space(uint32_t c) {
    return c == 0 || utf8_is_space(c);
}

static size_t skip_space(cursor c, size_t at) {
    size_t next = at;
    while (at < c.end && is_space(character_at(c, at, &next)))
        at = next;
    return at;
}

static size_t skip_opening(cursor c, size_t at) {
    size_t next = at;
    while (at < c.end && is_opening(character_at(c, at, &next)))
        at = next;
    return at;
}

/* "[12][13]", "[citation needed]": what a sentence rests on belongs to it. */
static size_t skip_references(cursor c, size_t at) {
    const char *p = c.text.data;
    for (;;) {
        size_t first = skip_space(c, at);
        if (first >= c.end || p[first] != '[')
            return at;
        size_t end = first + 1;
        while (end < c.end && end < first + LONGEST_REFERENCE &&
               (ascii_is_digit(p[end]) || is_lower(p[end]) || p[end] == ' '))
            end++;
        if (end == first + 1 || end >= c.end || p[end] != ']')
            return at;
        at = end + 1;
    }
}

/* Behind the quotes and brackets that close what the terminator ended. */
static size_t skip_closing(cursor c, size_t at) {
    size_t next = at;
    for (int i = 0; at < c.end && i < LONGEST_TERMINATOR_TAIL; i++, at = next)
        if (!is_closing(character_at(c, at, &next)))
            break;
    return skip_references(c, at);
}

static slice word_from(cursor c, size_t at) {
    size_t end = at;
    while (end < c.end && is_word_byte(c.text.data[end]))
        end++;
    return slice_range(c.text, at, end);
}

/* The word that ends at `at`, with the full stops inside it: "U.S", "Gen", "p.m". */
static slice word_before(cursor c, size_t at, size_t lowest) {
    size_t start = at;
    while (start > lowest &&
           (is_word_byte(c.text.data[start - 1]) || (c.text.data[start - 1] == '.' && start < at)))
        start--;
    while (start < at && c.text.data[start] == '.')
        start++;
    return slice_range(c.text, start, at);
}

static bool has_upper(slice word) {
    for (size_t i = 0; i < word.length; i++)
        if (ascii_is_upper(word.data[i]))
            return true;
    return false;
}

/* Behind a dash and the space behind it. */
static size_t skip_dash(cursor c, size_t at) {
    size_t next = at;
    uint32_t mark = at < c.end ? character_at(c, at, &next) : 0;
    return mark == '-' || mark == 0x2013 || mark == 0x2014 ? skip_space(c, next) : at;
}

/* What goes on with a sentence: a lower-case letter (no "iPhone"), and marks of its inside. */
static bool may_begin(cursor c, size_t at) {
    size_t first = skip_opening(c, skip_dash(c, at));
    if (first >= c.end)
        return false;
    if (is_lower(c.text.data[first]))
        return has_upper(word_from(c, first));
    return !strchr(",;:.!?%/&+)]}", c.text.data[first]);
}

static bool begins_with_starter(cursor c, size_t at) {
    size_t first = skip_opening(c, at);
    return first < c.end && ascii_is_upper(c.text.data[first]) &&
           word_is(word_classes_of(word_from(c, first)), STARTER);
}

/* "9 p.m. EDT", "9 p.m. Monday", "9 p.m. Moscow time". */
static bool clock_goes_on(cursor c, size_t at) {
    slice zone = word_from(c, at);
    slice behind = word_from(c, skip_space(c, at + zone.length));
    bool all_capitals = zone.length > 1 && ascii_is_upper(zone.data[1]);
    return all_capitals || word_is(word_classes_of(zone), TIME_WORD) ||
           slice_equal(behind, SLICE("time")) || slice_equal(behind, SLICE("Time"));
}

#define LONGEST_SENTENCE_NUMBER 5

/* A lone number before the first word numbers the sentence: "2. The next", "2.1. The next". */
static bool numbers_sentence(cursor c, slice word, size_t lowest) {
    size_t digits = 0, stops = 0;
    for (size_t i = 0; i < word.length; i++) {
        digits += ascii_is_digit(word.data[i]);
        stops += word.data[i] == '.';
    }
    return word.data == c.text.data + lowest && word.length <= LONGEST_SENTENCE_NUMBER && digits &&
           digits + stops == word.length && digits <= stops + 2;
}

/* Whether the full stop at `stop` ends a sentence when `next` is where the next word stands. */
static bool stop_ends(cursor c, size_t stop, size_t next, size_t lowest) {
    slice word = word_before(c, stop, lowest);
    word_classes classes = word_classes_of(word);
    if (word_is(classes, TITLE_ABBREVIATION))
        return false;
    if (word_is(classes, NUMBER_ABBREVIATION))
        return !ascii_is_digit(c.text.data[next]);
    if (word_is(classes, HALF_DAY))
        return !clock_goes_on(c, next);
    if (word_is_abbreviation(word))
        return begins_with_starter(c, next);
    return word.length == 0 || !numbers_sentence(c, word, lowest);
}

/*
 * Where a space was forgotten: "the end.The next". A lower-case word before the stop, and behind it
 * a whole capitalised one; names of sites and files, and addresses, have no such form.
 */
static bool lacks_space(cursor c, size_t stop, size_t next) {
    const char *p = c.text.data;
    slice word = word_from(c, next);
    size_t behind = next + word.length;
    if (stop < 3 || word.length < 2 || !ascii_is_upper(p[next]) || !is_lower(p[next + 1]))
        return false;
    for (size_t i = stop - 3; i < stop; i++)
        if (!is_lower(p[i]))
            return false;
    return behind >= c.end || ascii_is_space(p[behind]) || p[behind] == ',' || p[behind] == '\'';
}

/* '"Is it over?" Maria Lopez asked': a question that was quoted, and who asked it. */
static bool speaker_follows(cursor c, size_t at) {
    if (begins_with_starter(c, at))
        return false;
    for (int i = 0; i < LONGEST_SPEAKER; i++) {
        slice word = word_from(c, at);
        if (word.length == 0)
            return false;
        if (i && (word_classes_of(word) & (WORD(SAY) | WORD(ASK))))
            return true;
        at = skip_space(c, at + word.length);
    }
    return false;
}

/* The length of the terminator at `at`: a full stop, "!", "?" or an ellipsis; 0 for all else. */
static size_t terminator_length(cursor c, size_t at) {
    char first = c.text.data[at];
    if (first == '.' || first == '!' || first == '?')
        return 1;
    bool ellipsis = slice_starts_with(slice_range(c.text, at, c.end), SLICE("…"));
    return ellipsis ? sizeof "…" - 1 : 0;
}

static size_t behind_terminators(cursor c, size_t at) {
    for (size_t n; at < c.end && (n = terminator_length(c, at)) > 0;)
        at += n;
    return at;
}

/* Whether a bracket that was opened inside the sentence is closed behind `at`, not far off. */
static bool is_aside(cursor c, size_t at, size_t first, size_t bracket) {
    if (bracket == SIZE_MAX || bracket <= first)
        return false;
    size_t limit = c.end - at > LONGEST_ASIDE ? at + LONGEST_ASIDE : c.end;
    return memchr(c.text.data + at, ')', limit - at) != NULL;
}

/* The end of the sentence whose terminators are from `at` to `behind`, or 0 where it goes on. */
static size_t sentence_end(cursor c, size_t at, size_t behind, size_t lowest) {
    size_t tail = skip_closing(c, behind);
    size_t next = skip_space(c, tail);
    bool stop = behind == at + 1 && c.text.data[at] == '.';
    if (next >= c.end)
        return c.end;
    if (next == tail)
        return stop && lacks_space(c, at, next) ? tail : 0;
    if (!may_begin(c, next) || (stop && !stop_ends(c, at, next, lowest)))
        return 0;
    return !stop && tail > behind && speaker_follows(c, next) ? 0 : tail;
}

/* ---- What stood on a line of its own ------------------------------------------------------ */

/* Where the word before the space at `at` begins; `at` where none does. */
static size_t word_back(cursor c, size_t at, size_t lowest) {
    while (at > lowest && is_word_byte(c.text.data[at - 1]))
        at--;
    return at;
}

static size_t space_back(cursor c, size_t at, size_t lowest) {
    while (at > lowest && ascii_is_space(c.text.data[at - 1]))
        at--;
    return at;
}

static bool is_time_word(cursor c, size_t start, size_t end) {
    return ascii_is_upper(c.text.data[start]) &&
           word_is(word_classes_of(slice_range(c.text, start, end)), TIME_WORD);
}

/* No mark stands before, and no word that wants the date: a heading ends there. */
static bool heading_ends(cursor c, size_t at, size_t lowest) {
    size_t end = space_back(c, at, lowest);
    size_t start = word_back(c, end, lowest);
    word_classes joining =
        WORD(PREPOSITION) | WORD(DETERMINER) | WORD(COORDINATOR) | WORD(SUBORDINATOR) | WORD(BE);
    if (end == lowest || end == at)
        return end == lowest;
    return !(word_classes_of(slice_range(c.text, start, end)) & joining) &&
           !strchr(",;:-(", c.text.data[end - 1]);
}

/* "Friday, July 21, 2017" at whose last comma we stand: where it begins, and where it ends. */
static bool date_line_at(cursor c, size_t comma, size_t lowest, size_t *start, size_t *end) {
    const char *p = c.text.data;
    size_t year = comma + 2, floor = comma - lowest > LONGEST_DATE ? comma - LONGEST_DATE : lowest;
    if (year + 5 >= c.end || p[comma + 1] != ' ' || !ascii_is_space(p[year + 4]))
        return false;
    for (size_t i = year; i < year + 4; i++)
        if (!ascii_is_digit(p[i]))
            return false;
    size_t day = word_back(c, comma, floor), month_end = space_back(c, day, floor);
    size_t month = word_back(c, month_end, floor), mark = space_back(c, month, floor);
    if (day == comma || !ascii_is_digit(p[day]) || month == month_end ||
        !is_time_word(c, month, month_end) || mark == floor || p[mark - 1] != ',')
        return false;
    *start = word_back(c, mark - 1, floor);
    *end = year + 4;
    size_t next = skip_opening(c, skip_space(c, *end));
    return *start < mark - 1 && is_time_word(c, *start, mark - 1) && next < c.end &&
           ascii_is_upper(p[next]) && heading_ends(c, *start, lowest);
}

/* "22 July 2009 Police raided": the sentence begins with a date, its year the last, and no more. */
static bool stands_behind_date(cursor c, size_t at, size_t lowest) {
    const char *p = c.text.data;
    size_t months = 0, numbers = 0;
    if (at < lowest + 6 || at - lowest > LONGEST_DATE || p[at - 1] != ' ')
        return false;
    for (size_t end = at, start = at; start > lowest; end = start) {
        end = space_back(c, end, lowest);
        end -= end > lowest && p[end - 1] == ',';
        start = word_back(c, end, lowest);
        bool number = start < end && ascii_is_digit(p[start]);
        if ((!number && !is_time_word(c, start, end)) || (!numbers && end - start != 4))
            return false;
        numbers += number;
        months += !number;
    }
    return months > 0 && numbers <= 2 && !word_is(word_classes_of(word_from(c, at)), TIME_WORD);
}

/* "Image: A. Painter" at whose colon we stand: where it begins; SIZE_MAX where it is none. */
static size_t credit_at(cursor c, size_t colon, size_t lowest) {
    size_t start = word_back(c, colon, lowest), length;
    if (start == colon || start == lowest || !ascii_is_upper(c.text.data[start]) ||
        page_word_at(slice_range(c.text, start, c.end), &length) != PAGE_CREDIT)
        return SIZE_MAX;
    return heading_ends(c, start, lowest) ? start : SIZE_MAX;
}

/*
 * "Mayor resigns over bridge The city was shocked": a capitalised word that begins sentences,
 * before one in lower case, so that no title of a book or of a paper is taken for two.
 */
static bool begins_behind_heading(cursor c, size_t at, size_t lowest) {
    const word_classes beginning =
        WORD(DETERMINER) | WORD(PREPOSITION) | WORD(PRONOUN) | WORD(SUBORDINATOR) | WORD(ACCORDING);
    const word_classes in_names = WORD(NUMBER) | WORD(RELATIVE); /* "Formula One", "Doctor Who" */
    const char *p = c.text.data;
    if (at < lowest + 2 || p[at - 1] != ' ' || !is_ascii_word(p[at - 2]))
        return false;
    slice word = word_from(c, at);
    size_t next = at + word.length + 1;
    if (word.length < 2 || next >= c.end || p[next - 1] != ' ' || !is_lower(p[next]) ||
        !is_lower(p[at + 1]))
        return false;
    word_classes classes = word_classes_of(word);
    return word_is(classes, STARTER) && (classes & beginning) && !(classes & in_names) &&
           heading_ends(c, at, lowest);
}

/* ---- The whole ---------------------------------------------------------------------------- */

typedef struct splitter {
    cursor c;
    size_t first;   /* where the sentence begins that we are in */
    size_t bracket; /* the last "(" of it that is not closed; SIZE_MAX: none */
    size_t window;  /* the bytes from there on that were looked at, */
    uint64_t marks; /* and those of them that something may begin with */
    arena *owner;
    sentence_list *out;
} splitter;

/* Ends a sentence; the next begins behind the space there. */
static void add_sentence(splitter *s, size_t start, size_t end) {
    *vector_push(s->out, s->owner) = (sentence){.start = start, .end = end};
}

/* Where a piece of a sentence that is too long ends: behind a word, if there is one. */
static size_t piece_end(slice text, size_t start) {
    size_t limit = start + LONGEST_SENTENCE, end = limit;
    while (end > start && !ascii_is_space(text.data[end]))
        end--;
    if (end > start)
        return end;
    while (limit > start + 1 && utf8_is_continuation(text.data[limit]))
        limit--;
    return limit;
}

/* What follows in the sentence is cut in pieces where it is too long. */
static void end_sentence(splitter *s, size_t end) {
    slice text = s->c.text;
    size_t start = s->first;
    slice words = slice_trim(slice_range(text, start, end > start ? end : start));
    while (words.length > LONGEST_SENTENCE) {
        size_t stop = piece_end(text, start);
        add_sentence(s, start, stop);
        words = slice_trim(slice_range(text, stop, start + words.length));
        start = (size_t)(words.data - text.data);
    }
    if (words.length)
        add_sentence(s, start, start + words.length);
    s->first = skip_space(s->c, end);
    s->bracket = SIZE_MAX;
}

/* What a comma, a colon, a bracket or a capital tells. */
static void take_mark(splitter *s, size_t at) {
    char mark = s->c.text.data[at];
    size_t start, end;
    if (mark == '(') {
        s->bracket = at;
    } else if (mark == ')') {
        s->bracket = SIZE_MAX;
    } else if (mark == ',' && date_line_at(s->c, at, s->first, &start, &end)) {
        end_sentence(s, start);
        end_sentence(s, end);
    } else if (ascii_is_upper(mark) && (begins_behind_heading(s->c, at, s->first) ||
                                        stands_behind_date(s->c, at, s->first))) {
        end_sentence(s, at);
    } else if (mark == ':' && (start = credit_at(s->c, at, s->first)) != SIZE_MAX) {
        end_sentence(s, start);
    }
}

/* The next byte that something may begin with (the ellipsis begins with 0xE2), or the end. */
static size_t next_mark(splitter *s, size_t at) {
    while (at < s->c.end) {
        if (at - s->window >= WINDOW) {
            char rest[WINDOW];
            s->marks = window_first(window_marks(window_at(s->c.text, at, rest)), s->c.end - at);
            s->window = at;
        }
        uint64_t marks = s->marks >> (at - s->window);
        if (marks)
            return at + (size_t)__builtin_ctzll(marks);
        at = s->window + WINDOW;
    }
    return s->c.end;
}

void sentences_split(slice text, size_t start, size_t end, arena *a, sentence_list *out) {
    splitter s = {.c = {text, end}, .bracket = SIZE_MAX, .owner = a, .out = out};
    s.first = skip_space(s.c, start);
    s.window = s.first - WINDOW; /* all of it lies behind us */
    for (size_t at = s.first; (at = next_mark(&s, at)) < end;) {
        size_t behind = behind_terminators(s.c, at);
        if (behind == at) {
            take_mark(&s, at++);
            continue;
        }
        size_t stop = sentence_end(s.c, at, behind, s.first);
        if (stop && !is_aside(s.c, stop, s.first, s.bracket)) {
            end_sentence(&s, stop);
            behind = stop;
        }
        at = behind;
    }
    end_sentence(&s, end);
}
