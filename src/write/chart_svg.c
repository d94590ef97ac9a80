/* SPDX-License-Identifier: MIT */
#include "write/chart_svg.h"

#include "base/buffer.h"
#include "write/chart_graph.h"
#include "write/xml_reference.h"

#define TITLE_ID       "chart-title"
#define DESCRIPTION_ID "chart-description"
#define STYLE                                                                                      \
    ".event polygon { pointer-events: all } a:hover text, a:focus text { text-decoration: "        \
    "underline }"

static void add_escaped(buffer *b, slice text) {
    for (size_t i = 0; i < text.length; i++)
        xml_add_char(b, text.data[i]);
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
    buffer_add(b, SLICE("\n role=\"graphics-document document\" aria-roledescription=\"timeline\""
                        " aria-labelledby=\"" TITLE_ID "\" aria-describedby=\"" DESCRIPTION_ID
                        "\">\n"));
    add_element(b, "title", " id=\"" TITLE_ID "\"", c->title);
    add_element(b, "desc", " id=\"" DESCRIPTION_ID "\"", c->description);
    add_element(b, "style", "", SLICE(STYLE));
}

/* The box that a node of that name shows, or NULL. */
static const chart_box *box_named(const chart *c, slice name) {
    const chart_page *page = &c->pages.items[0];
    if (!slice_starts_with(name, SLICE(CHART_NODE_NAME)))
        return NULL;
    size_t index = 0;
    for (size_t i = sizeof CHART_NODE_NAME - 1; i < name.length; i++) {
        if (!ascii_is_digit(name.data[i]) || index >= page->boxes.count)
            return NULL;
        index = index * 10 + (size_t)(name.data[i] - '0');
    }
    return index < page->boxes.count ? &page->boxes.items[index] : NULL;
}

/* What a title, which names a node, says of; NULL for strokes. */
static const chart_box *box_titled(const chart *c, slice line) {
    size_t end = slice_find(line, SLICE("</title>"), 0);
    return end == SIZE_MAX ? NULL : box_named(c, slice_range(line, strlen("<title>"), end));
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

/* True for what repeats, or only shows, what cards tell. */
static bool only_shows(const chart_box *box) {
    return !box || box->kind == CHART_GAP || box->kind == CHART_DATE || box->kind == CHART_DAY ||
           box->kind == CHART_BAR || box->kind == CHART_COUNT || box->kind == CHART_SIGN;
}

/* The start of a node's or an edge's group, with what its box is to those who hear it. */
static void add_group(buffer *b, const chart_box *box, slice start) {
    buffer_add(b, slice_range(start, 0, start.length - 1));
    if (box && box->kind == CHART_CARD) {
        buffer_add(b, SLICE(" role=\"graphics-object group\" aria-label=\""));
        add_escaped(b, box->card->label);
        buffer_add(b, SLICE("\">\n"));
        add_element(b, "title", "", box->card->tooltip);
    } else {
        buffer_add(b, only_shows(box) ? SLICE(" aria-hidden=\"true\">\n") : SLICE(">\n"));
    }
}

/* "transparent" is no colour of SVG 1.1. */
static void add_line(buffer *b, slice line) {
    if (slice_find(line, SLICE(" font-family=\"Georgia"), 0) == SIZE_MAX)
        line = without(b->owner, SLICE(" font-family=\""), line);
    line = without(b->owner, SLICE(" stroke=\"transparent"), line);
    if (slice_starts_with(line, SLICE("<g id=\"a_")))
        line = without(b->owner, SLICE(" xlink:title=\""), line);
    buffer_add(b, line);
    buffer_add_char(b, '\n');
}

/* True for the start of the group of a node or an edge, behind which stands a title. */
static bool begins_group(slice line) {
    return slice_starts_with(line, SLICE("<g id=")) &&
           (slice_find(line, SLICE(" class=\"node"), 0) != SIZE_MAX ||
            slice_find(line, SLICE(" class=\"edge"), 0) != SIZE_MAX);
}

slice chart_svg_finish(arena *a, const chart *c, slice drawn) {
    buffer b = buffer_in(a);
    take_until(&drawn, SLICE("<svg"));
    add_root(&b, c, take_until(&drawn, SLICE(">\n")));
    while (drawn.length) {
        if (slice_starts_with(drawn, SLICE("<!--"))) {
            take_until(&drawn, SLICE("-->\n"));
            continue;
        }
        slice line = take_until(&drawn, SLICE("\n"));
        if (begins_group(line))
            add_group(&b, box_titled(c, take_until(&drawn, SLICE("\n"))), line);
        else if (!slice_starts_with(line, SLICE("<title>")))
            add_line(&b, line);
    }
    return buffer_slice(&b);
}
