/* SPDX-License-Identifier: MIT */
#include "read/items.h"

#define LONGEST_HEAD     ((size_t)64 << 10) /* bytes before the first item */
#define LONGEST_TAG_NAME 128                /* bytes of a tag in which its name is looked for */

/* A feed on its way to its next item. */
typedef struct cutter {
    feed_items *feed;
    stream *bytes;
    buffer *out;    /* where what is gone over goes to; NULL: nowhere */
    size_t largest; /* bytes of it */
    bool fits;
} cutter;

static void add(cutter *c, slice part) {
    c->fits = c->fits && c->out && part.length <= c->largest - c->out->length;
    if (c->fits)
        buffer_add(c->out, part);
}

/* Goes over the bytes up to a mark, and with it. False at the end of the file. */
static bool pass_through(cutter *c, slice mark) {
    for (;;) {
        slice ahead = stream_peek(c->bytes, mark.length);
        size_t at = slice_find(ahead, mark, 0);
        bool found = at != SIZE_MAX;
        bool at_end = ahead.length < mark.length;
        size_t length = found    ? at + mark.length
                        : at_end ? ahead.length
                                 : ahead.length - (mark.length - 1);
        add(c, slice_range(ahead, 0, length));
        stream_skip(c->bytes, length);
        if (found || at_end)
            return found;
    }
}

/* Goes over a tag or a declaration up to its end outside of quotation marks and brackets. */
static bool pass_tag(cutter *c, bool *closes_itself) {
    char quote = '\0', before = '\0';
    size_t depth = 0;
    for (;;) {
        slice ahead = stream_peek(c->bytes, 1);
        if (!ahead.length)
            return false;
        size_t i = 0;
        bool ended = false;
        for (; i < ahead.length && !ended; i++) {
            char x = ahead.data[i];
            if (quote) {
                quote = x == quote ? '\0' : quote;
                continue;
            }
            quote = x == '"' || x == '\'' ? x : '\0';
            depth += x == '[';
            depth -= x == ']' && depth > 0;
            ended = x == '>' && depth == 0;
            *closes_itself = ended && before == '/';
            before = x;
        }
        add(c, slice_range(ahead, 0, i));
        stream_skip(c->bytes, i);
        if (ended)
            return true;
    }
}

/* The name in a tag, without its namespace's prefix. */
static slice local_name(slice tag) {
    size_t end = 0, start = 0;
    for (; end < tag.length && !strchr(" \t\r\n/>", tag.data[end]); end++)
        if (tag.data[end] == ':')
            start = end + 1;
    return slice_range(tag, start, end);
}

static bool is_item(slice name) {
    return slice_equal(name, SLICE("item")) || slice_equal(name, SLICE("entry"));
}

/* What the bytes from "<" on are. */
typedef enum markup { MARKUP_OTHER, MARKUP_OPEN, MARKUP_CLOSE, MARKUP_END } markup;

/* Goes over the markup that comes next; tells whether it is the tag of an item. */
static markup pass_markup(cutter *c, bool *is_items, bool *closes_itself) {
    static const struct {
        slice begin, end;
    } passages[] = {{SLICE("<!--"), SLICE("-->")},
                    {SLICE("<![CDATA["), SLICE("]]>")},
                    {SLICE("<?"), SLICE("?>")}};
    slice ahead = stream_peek(c->bytes, LONGEST_TAG_NAME);
    *is_items = *closes_itself = false;
    for (size_t i = 0; i < sizeof passages / sizeof *passages; i++)
        if (slice_starts_with(ahead, passages[i].begin))
            return pass_through(c, passages[i].end) ? MARKUP_OTHER : MARKUP_END;
    bool closes = slice_starts_with(ahead, SLICE("</"));
    bool declares = slice_starts_with(ahead, SLICE("<!"));
    *is_items = is_item(local_name(slice_range(ahead, closes ? 2 : 1, ahead.length)));
    if (!pass_tag(c, closes_itself))
        return MARKUP_END;
    return declares ? MARKUP_OTHER : closes ? MARKUP_CLOSE : MARKUP_OPEN;
}

/* Goes over words up to the next "<"; false at the end of the file. */
static bool pass_words(cutter *c) {
    for (;;) {
        slice ahead = stream_peek(c->bytes, 1);
        if (!ahead.length)
            return false;
        size_t at = slice_find(ahead, SLICE("<"), 0);
        size_t length = at == SIZE_MAX ? ahead.length : at;
        add(c, slice_range(ahead, 0, length));
        stream_skip(c->bytes, length);
        if (at != SIZE_MAX)
            return true;
    }
}

/* Whether an item begins with the tag that comes next. */
static bool item_is_next(cutter *c) {
    slice ahead = stream_peek(c->bytes, LONGEST_TAG_NAME);
    return ahead.length > 1 && is_item(local_name(slice_range(ahead, 1, ahead.length)));
}

/* Goes on to the next item; what stands before the first is the head. False where there is none. */
static bool find_item(cutter *c) {
    feed_items *f = c->feed;
    bool in_head = f->count == 0;
    c->out = in_head ? &f->head : NULL;
    c->largest = LONGEST_HEAD;
    c->fits = true;
    while (pass_words(c) && !item_is_next(c)) {
        bool is_items, closes_itself;
        markup met = pass_markup(c, &is_items, &closes_itself);
        if (met == MARKUP_END)
            return false;
        if (met == MARKUP_OPEN && !f->root_end)
            f->root_end = f->head.length;
    }
    if (in_head && !c->fits) {
        f->head.length = f->root_end; /* its elements are not told: cut anywhere it would not do */
        c->fits = true;
    }
    return stream_peek(c->bytes, 1).length > 0;
}

/* Goes over an item, which begins with the tag that comes next, to the end of it. False where
 * the file ends before. */
static bool pass_item(cutter *c) {
    size_t depth = 0;
    do {
        bool is_items, closes_itself;
        markup met = pass_markup(c, &is_items, &closes_itself);
        if (met == MARKUP_END)
            return false;
        depth += is_items && met == MARKUP_OPEN && !closes_itself;
        depth -= is_items && met == MARKUP_CLOSE && depth > 0;
    } while (depth > 0 && pass_words(c));
    return depth == 0;
}

void feed_items_begin(feed_items *f) {
    f->head.length = f->root_end = f->count = 0;
}

item_state feed_item_next(feed_items *f, stream *bytes, size_t largest, arena *a, item *out) {
    cutter c = {.feed = f, .bytes = bytes};
    bool found = find_item(&c);
    *out = (item){.offset = found ? stream_offset(bytes) : 0};
    if (!found && f->count > 0)
        return ITEM_END;
    f->count++;
    buffer text = buffer_in(a);
    buffer_add(&text, buffer_slice(&f->head));
    c.out = &text;
    c.largest = largest;
    c.fits = true;
    out->is_whole = found && pass_item(&c);
    out->bytes = buffer_slice(&text);
    return c.fits ? ITEM_FOUND : ITEM_TOO_LARGE;
}
