/* SPDX-License-Identifier: MIT */
#include "write/chart_svg.h"

#include "base/buffer.h"
#include "write/chart_draw.h"

#define TITLE_ID       "chart-title"
#define DESCRIPTION_ID "chart-description"
#define STYLE          "a:hover polygon, a:focus polygon { stroke-width: 2; }"

static void add_escaped(buffer *b, slice text) {
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (c == '&')
            buffer_add(b, SLICE("&amp;"));
        else if (c == '<')
            buffer_add(b, SLICE("&lt;"));
        else if (c == '>')
            buffer_add(b, SLICE("&gt;"));
        else
            buffer_add_char(b, c);
    }
}

static void add_element(buffer *b, const char *name, const char *attributes, slice text) {
    buffer_print(b, "<%s%s>", name, attributes);
    add_escaped(b, text);
    buffer_print(b, "</%s>\n", name);
}

/* Cuts off the text before the mark, and the mark; all of the text where there is none. */
static slice take_until(slice *rest, slice mark) {
    size_t at = slice_find(*rest, mark, 0);
    size_t end = at == SIZE_MAX ? rest->length : at + mark.length;
    slice taken = slice_range(*rest, 0, at == SIZE_MAX ? rest->length : at);
    *rest = slice_range(*rest, end, rest->length);
    return taken;
}

/* The root element's start, without its closing ">", gets the names of what describes it. */
static void add_root(buffer *b, const chart *c, slice start) {
    buffer_add(b, SLICE("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg"));
    buffer_add(b, start);
    buffer_add(b, SLICE("\n font-family=\"" CHART_FONTS "\""));
    buffer_add(b, SLICE("\n role=\"img\" aria-labelledby=\"" TITLE_ID " " DESCRIPTION_ID "\">\n"));
    add_element(b, "title", " id=\"" TITLE_ID "\"", c->title);
    add_element(b, "desc", " id=\"" DESCRIPTION_ID "\"", c->description);
    add_element(b, "style", "", SLICE(STYLE));
}

/* The card that a node of that name shows, or NULL. */
static const chart_card *card_named(const chart *c, slice name) {
    if (!slice_starts_with(name, SLICE(CHART_NODE_NAME)))
        return NULL;
    size_t index = 0;
    for (size_t i = sizeof CHART_NODE_NAME - 1; i < name.length; i++) {
        if (!ascii_is_digit(name.data[i]) || index >= c->boxes.count)
            return NULL;
        index = index * 10 + (size_t)(name.data[i] - '0');
    }
    return index < c->boxes.count ? c->boxes.items[index].card : NULL;
}

/* The mark-up without an attribute, which is given with the quote that opens its value. */
static slice without(arena *a, slice attribute, slice markup) {
    if (slice_find(markup, attribute, 0) == SIZE_MAX)
        return markup;
    buffer b = buffer_in(a);
    buffer_add(&b, take_until(&markup, attribute));
    take_until(&markup, SLICE("\""));
    buffer_add(&b, markup);
    return buffer_slice(&b);
}

/* The tooltip is in the title, which all browsers show; "transparent" is no colour of SVG 1.1. */
static void add_line(buffer *b, const chart *c, slice line) {
    if (slice_starts_with(line, SLICE("<title>"))) {
        size_t end = slice_find(line, SLICE("</title>"), 0);
        const chart_card *card =
            end == SIZE_MAX ? NULL : card_named(c, slice_range(line, strlen("<title>"), end));
        if (card)
            add_element(b, "title", "", card->tooltip);
        return;
    }
    line = without(b->owner, SLICE(" font-family=\""), line);
    line = without(b->owner, SLICE(" stroke=\"transparent"), line);
    if (slice_starts_with(line, SLICE("<g id=\"a_")))
        line = without(b->owner, SLICE(" xlink:title=\""), line);
    buffer_add(b, line);
    buffer_add_char(b, '\n');
}

slice chart_svg_finish(arena *a, const chart *c, slice drawn) {
    buffer b = buffer_in(a);
    take_until(&drawn, SLICE("<svg"));
    add_root(&b, c, take_until(&drawn, SLICE(">\n")));
    while (drawn.length) {
        if (slice_starts_with(drawn, SLICE("<!--")))
            take_until(&drawn, SLICE("-->\n"));
        else
            add_line(&b, c, take_until(&drawn, SLICE("\n")));
    }
    return buffer_slice(&b);
}
