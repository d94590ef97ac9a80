/* SPDX-License-Identifier: MIT */
#include "read/page_shorten.h"

#include "base/buffer.h"

#define LARGEST_SCRIPT ((size_t)4 << 20) /* bytes of data in a script */
/* Stands in the page for the content of a script, with its number behind it. */
#define SCRIPT_SIGN  "dateline-script:"
#define LONGEST_SIGN 9 /* digits of the number */

/* ---- Going over a page ------------------------------------------------------------------- */

static size_t skip_to(slice s, size_t at, char sign) {
    const char *found = at < s.length ? memchr(s.data + at, sign, s.length - at) : NULL;
    return found ? (size_t)(found - s.data) : s.length;
}

static size_t skip_spaces(slice s, size_t at) {
    while (at < s.length && (ascii_is_space(s.data[at]) || s.data[at] == '/'))
        at++;
    return at;
}

static size_t skip_word(slice s, size_t at, const char *ends) {
    size_t begin = at;
    while (at < s.length && !ascii_is_space(s.data[at]) && !strchr(ends, s.data[at]))
        at++;
    return at > begin || at == s.length ? at : at + 1;
}

/* Goes over an attribute and its value. */
static size_t skip_attribute(slice s, size_t at) {
    at = skip_word(s, at, "=>/");
    size_t sign = skip_spaces(s, at);
    if (sign == s.length || s.data[sign] != '=')
        return at;
    at = skip_spaces(s, sign + 1);
    if (at < s.length && (s.data[at] == '"' || s.data[at] == '\''))
        return skip_to(s, at + 1, s.data[at]) + 1;
    return at < s.length && s.data[at] == '>' ? at : skip_word(s, at, ">");
}

/* Where the content of a script or a style ends that begins at `at`; `at` for other elements. */
static size_t skip_raw(slice s, slice name, size_t at) {
    bool is_script = slice_equal_nocase(name, SLICE("script"));
    if (!is_script && !slice_equal_nocase(name, SLICE("style")))
        return at;
    slice end = is_script ? SLICE("</script") : SLICE("</style");
    for (at = skip_to(s, at, '<'); at + end.length <= s.length; at = skip_to(s, at + 1, '<'))
        if (slice_equal_nocase(slice_range(s, at, at + end.length), end))
            return at;
    return s.length;
}

/*
 * Goes over the attributes of an element up to its '>'. `excess` is where those begin that are too
 * many, or SIZE_MAX.
 */
static size_t skip_attributes(slice s, size_t at, size_t *excess) {
    size_t count = 0;
    *excess = SIZE_MAX;
    for (at = skip_spaces(s, at); at < s.length && s.data[at] != '>'; at = skip_spaces(s, at)) {
        if (++count == MOST_ATTRIBUTES + 1)
            *excess = at;
        at = skip_attribute(s, at);
        at = at < s.length ? at : s.length;
    }
    return at < s.length ? at : s.length;
}

/* ---- Leaving out ------------------------------------------------------------------------- */

/* A page on its way to what libxml2 gets of it. */
typedef struct shortening {
    arena *owner;
    slice page;
    buffer out;
    size_t kept; /* where what was not copied yet begins */
    short_page result;
} shortening;

/* Leaves out what stands between two places. */
static void leave_out(shortening *s, size_t from, size_t to) {
    buffer_add(&s->out, slice_range(s->page, s->kept, from));
    s->kept = to;
}

/* Of a script its number stays, of a style nothing. A tag that closes itself has no content. */
static size_t shorten_content(shortening *s, slice name, size_t tag_end) {
    size_t end = skip_raw(s->page, name, tag_end), begin = tag_end + 1;
    if (end <= begin || s->page.data[tag_end - 1] == '/')
        return tag_end;
    slice content = slice_range(s->page, begin, end);
    content.length = content.length < LARGEST_SCRIPT ? content.length : LARGEST_SCRIPT;
    leave_out(s, begin, end);
    if (slice_equal_nocase(name, SLICE("script"))) {
        buffer_print(&s->out, SCRIPT_SIGN "%zu", s->result.scripts.count);
        *vector_push(&s->result.scripts, s->owner) = content;
    }
    return end;
}

/* Goes over the element whose name begins at `at`; where it or its content ends. */
static size_t shorten_element(shortening *s, size_t at) {
    size_t excess;
    slice name = slice_range(s->page, at, skip_word(s->page, at, ">/"));
    at = skip_attributes(s->page, at + name.length, &excess);
    if (excess != SIZE_MAX) {
        leave_out(s, excess, at);
        s->result.has_excess = true;
    }
    return at < s->page.length ? shorten_content(s, name, at) : at;
}

static void shorten(shortening *s) {
    for (size_t at = skip_to(s->page, 0, '<'); at < s->page.length;
         at = skip_to(s->page, at, '<')) {
        slice rest = slice_range(s->page, at++, s->page.length);
        if (slice_starts_with(rest, SLICE("<!--"))) {
            size_t end = slice_find(s->page, SLICE("-->"), at);
            at = end == SIZE_MAX ? s->page.length : end;
        } else if (at < s->page.length && ascii_is_letter(s->page.data[at])) {
            at = shorten_element(s, at);
        }
    }
    leave_out(s, s->page.length, s->page.length);
}

short_page page_shorten(slice page, arena *a) {
    shortening s = {.owner = a, .page = page, .out = buffer_in(a)};
    buffer_reserve(&s.out, page.length);
    shorten(&s);
    s.result.text = buffer_slice(&s.out);
    return s.result;
}

const slice *short_page_script(const short_page *p, slice words) {
    size_t number = 0, at = sizeof SCRIPT_SIGN - 1;
    if (!slice_starts_with(words, SLICE(SCRIPT_SIGN)) || words.length > at + LONGEST_SIGN)
        return NULL;
    for (; at < words.length && ascii_is_digit(words.data[at]); at++)
        number = number * 10 + (size_t)(words.data[at] - '0');
    return at == words.length && number < p->scripts.count ? &p->scripts.items[number] : NULL;
}
