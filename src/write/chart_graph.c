/* SPDX-License-Identifier: MIT */
#include "write/chart_graph.h"
#include "write/chart_functions.h"
#include "write/xml_reference.h"

#include "base/buffer.h"

#define SHORTEST_DASHED 24 /* bar */

typedef struct graph_work {
    arena *arena;
    const chart_functions *call;
    Agraph_t *graph;
    const chart_page *page;
    const chart_theme *theme;
    int dots_per_inch;
    Agnode_t *corners[2];
} graph_work;

/* ---- Escapes ------------------------------------------------------------------------------ */

/* XML's entities; a backslash would begin an escape of Graphviz and is written as `backslash`. A
   label that is but a bracket, which may begin XML's "]]>", Graphviz does not read. */
static void add_escaped(buffer *b, slice text, const char *backslash) {
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (c == ']')
            buffer_add(b, SLICE("&#93;"));
        else if (c == '\\')
            buffer_add(b, slice_of(backslash));
        else
            xml_add_char(b, c);
    }
}

char *chart_link_text(arena *a, slice url, bool in_xml) {
    buffer b = buffer_in(a);
    for (size_t i = 0; i < url.length; i++) {
        unsigned char c = (unsigned char)url.data[i];
        if (c == '&' && in_xml)
            buffer_add(&b, SLICE("&amp;"));
        else if (c <= ' ' || c >= 0x7F || strchr("\"'()<>\\^`{|}", c))
            buffer_print(&b, "%%%02X", c);
        else
            buffer_add_char(&b, (char)c);
    }
    return b.data;
}

static char *tooltip_text(const graph_work *w, slice text) {
    buffer b = buffer_in(w->arena);
    add_escaped(&b, text, "&#92;");
    return b.data;
}

/* ---- Labels ------------------------------------------------------------------------------- */

static const char *ink_of(const graph_work *w, chart_ink ink, event_status status) {
    return ink == CHART_BLACK  ? w->theme->ink
           : ink == CHART_GREY ? w->theme->grey
                               : w->theme->status[status];
}

static void add_label_line(const graph_work *w, buffer *b, const chart_box *shape,
                           const chart_line *line, int width) {
    buffer_print(b,
                 "<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"%d\" HEIGHT=\"%d\" ALIGN=\"%s\">"
                 "<FONT POINT-SIZE=\"%d\" COLOR=\"%s\"%s>%s%s",
                 width, chart_line_height(line->font), shape->right ? "RIGHT" : "LEFT",
                 line->font.size, ink_of(w, line->ink, shape->status),
                 line->font.serif ? " FACE=\"" CHART_SERIF_FONTS "\"" : "",
                 line->font.bold ? "<B>" : "", line->struck ? "<S>" : "");
    add_escaped(b, line->text, "\\\\");
    buffer_print(b, "%s%s</FONT></TD></TR>", line->struck ? "</S>" : "",
                 line->font.bold ? "</B>" : "");
}

/* A table with a row of fixed size for each line, which Graphviz centres in the box. */
static slice label_text(const graph_work *w, const chart_box *shape) {
    int inset = shape->kind == CHART_CARD ? CARD_INSET_X : 0;
    buffer b = buffer_in(w->arena);
    buffer_add(&b, SLICE("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
                         "CELLPADDING=\"0\">"));
    for (size_t i = 0; i < shape->lines.count; i++)
        add_label_line(w, &b, shape, &shape->lines.items[i], shape->width - 2 * inset);
    buffer_add(&b, SLICE("</TABLE>"));
    return buffer_slice(&b);
}

/* ---- Graph, nodes, edges ------------------------------------------------------------------ */

/* Graphviz takes its strings as char *, and copies them. */
static void set(const graph_work *w, void *object, const char *name, const char *value) {
    w->call->agset(object, (char *)name, (char *)value);
}

static void declare(graph_work *w, int kind, const char *name, const char *value) {
    w->call->agattr(w->graph, kind, (char *)name, (char *)value);
}

static void declare_attributes(graph_work *w) {
    declare(w, AGRAPH, "bgcolor", w->theme->paper);
    declare(w, AGRAPH, "charset", "UTF-8");
    declare(w, AGRAPH, "outputorder", "edgesfirst");
    declare(w, AGRAPH, "pad", "0");
    declare(w, AGRAPH, "margin", "0");
    declare(w, AGRAPH, "dpi", arena_format(w->arena, "%d", w->dots_per_inch).data);
    static const char *const node[][2] = {
        {"pos", ""},
        {"width", ""},
        {"height", ""},
        {"fixedsize", "true"},
        {"label", ""},
        {"shape", "none"},
        {"fontname", CHART_FONTS},
        {"fontsize", "9"},
        {"margin", "0"},
        {"style", ""},
        {"color", ""},
        {"fillcolor", ""},
        {"penwidth", "0.75"},
        {"URL", ""},
        {"tooltip", ""},
        {"target", "_blank"},
        {"class", ""},
        {"id", ""},
    };
    for (size_t i = 0; i < sizeof node / sizeof *node; i++)
        declare(w, AGNODE, node[i][0], node[i][1]);
    static const char *const edge[][2] = {
        {"pos", ""}, {"dir", "none"}, {"color", ""}, {"style", ""}, {"penwidth", ""}, {"class", ""},
    };
    for (size_t i = 0; i < sizeof edge / sizeof *edge; i++)
        declare(w, AGEDGE, edge[i][0], edge[i][1]);
}

static const char *inches(const graph_work *w, int points) {
    return arena_format(w->arena, "%.5f", (double)points / POINTS_PER_INCH).data;
}

static Agnode_t *add_node(const graph_work *w, const char *name, double x, double y, int width,
                          int height) {
    Agnode_t *n = w->call->agnode(w->graph, (char *)name, true);
    set(w, n, "pos", arena_format(w->arena, "%.1f,%.1f", x, w->page->height - y).data);
    set(w, n, "width", inches(w, width));
    set(w, n, "height", inches(w, height));
    return n;
}

static void set_look(const graph_work *w, Agnode_t *n, const char *shape, const char *style,
                     const char *outline, const char *fill) {
    set(w, n, "shape", shape);
    set(w, n, "style", style);
    set(w, n, "color", outline);
    set(w, n, "fillcolor", fill);
}

/* The outline of a card is not seen; it is where a click on the card is felt. */
static void set_card(const graph_work *w, Agnode_t *n, const chart_card *card) {
    set_look(w, n, "box", "", "transparent", "");
    set(w, n, "tooltip", tooltip_text(w, card->tooltip));
    if (card->link.length)
        set(w, n, "URL", chart_link_text(w->arena, card->link, true));
    if (card->entry && card->entry->uid.length)
        set(w, n, "id", arena_format(w->arena, "event-%.*s", SLICE_ARGS(card->entry->uid)).data);
}

/* True for a bar on which dashes would not be seen as such. */
static bool is_short(const chart_box *shape) {
    return shape->width < SHORTEST_DASHED && shape->height < SHORTEST_DASHED;
}

static void set_kind(const graph_work *w, Agnode_t *n, const chart_box *shape) {
    const chart_look *look = chart_look_of(shape->status);
    const char *colour = w->theme->status[shape->status];
    switch (shape->kind) {
    case CHART_DAY:
        set_look(w, n, "box", "filled", w->theme->day, w->theme->day);
        break;
    case CHART_BAR:
        set_look(w, n, "box",
                 is_short(shape) ? "filled" : arena_format(w->arena, "filled,%s", look->style).data,
                 look->is_plain ? "transparent" : colour, w->theme->tint[shape->status]);
        break;
    case CHART_CARD:
        set_card(w, n, shape->card);
        break;
    case CHART_COUNT:
        set_look(w, n, "box", "filled", "transparent", colour);
        break;
    case CHART_SIGN:
        set_look(w, n, look->sign, "filled", colour, look->hollow ? w->theme->paper : colour);
        set(w, n, "penwidth", "1.5");
        break;
    default:
        break;
    }
}

static const char *const box_words[] = {
#define CHART_BOX_WORD(name, word) word,
    CHART_BOX_LIST(CHART_BOX_WORD)
#undef CHART_BOX_WORD
};

static bool has_status(chart_box_kind kind) {
    return kind == CHART_BAR || kind == CHART_CARD || kind == CHART_COUNT || kind == CHART_SIGN;
}

/* "event planned": what a box or stroke is, and its status where it has one. */
static const char *class_of(const graph_work *w, const char *word, bool with_status,
                            event_status status) {
    slice second = with_status ? event_status_word(status) : SLICE("");
    return arena_format(w->arena, "%s%s%.*s", word, second.length ? " " : "", SLICE_ARGS(second))
        .data;
}

static void add_box(const graph_work *w, size_t index) {
    const chart_box *shape = &w->page->boxes.items[index];
    const char *name = arena_format(w->arena, CHART_NODE_NAME "%zu", index).data;
    Agnode_t *n = add_node(w, name, shape->x + shape->width / 2.0, shape->y + shape->height / 2.0,
                           shape->width, shape->height);
    set(w, n, "class", class_of(w, box_words[shape->kind], has_status(shape->kind), shape->status));
    set_kind(w, n, shape);
    if (shape->lines.count) {
        char *label = w->call->agstrdup_html(w->graph, (char *)label_text(w, shape).data);
        w->call->agset(n, "label", label);
        w->call->agstrfree(w->graph, label);
    }
}

typedef struct stroke_look {
    const char *class, *style, *width;
} stroke_look;

static const stroke_look stroke_looks[] = {
#define CHART_STROKE_LOOK(name, word) {word, "solid", "0.75"},
    CHART_STROKE_LIST(CHART_STROKE_LOOK)
#undef CHART_STROKE_LOOK
};

static stroke_look look_of(const chart_stroke *s) {
    stroke_look look = stroke_looks[s->kind];
    switch (s->kind) {
    case CHART_AXIS_STROKE:
        look.width = "1";
        break;
    case CHART_BREAK_STROKE:
        look.style = "dotted";
        look.width = "1";
        break;
    case CHART_SLASH_STROKE:
        look.width = "1";
        break;
    case CHART_RULE_STROKE:
        look.style = chart_look_of(s->status)->style;
        look.width = "1.5";
        break;
    default:
        break;
    }
    return look;
}

static const char *stroke_colour(const graph_work *w, const chart_stroke *s) {
    switch (s->kind) {
    case CHART_AXIS_STROKE:
    case CHART_BREAK_STROKE:
    case CHART_SLASH_STROKE:
    case CHART_TICK_STROKE:
        return w->theme->axis;
    case CHART_RULE_STROKE:
        return w->theme->status[s->status];
    default:
        return w->theme->faint;
    }
}

static void add_stroke(const graph_work *w, const chart_stroke *s) {
    double height = w->page->height;
    const chart_point *p = s->points;
    stroke_look look = look_of(s);
    Agedge_t *e = w->call->agedge(w->graph, w->corners[0], w->corners[1], NULL, true);
    set(w, e, "pos",
        arena_format(w->arena, "%.1f,%.1f %.1f,%.1f %.1f,%.1f %.1f,%.1f", p[0].x, height - p[0].y,
                     p[1].x, height - p[1].y, p[2].x, height - p[2].y, p[3].x, height - p[3].y)
            .data);
    set(w, e, "class", class_of(w, look.class, s->kind == CHART_RULE_STROKE, s->status));
    set(w, e, "color", stroke_colour(w, s));
    set(w, e, "style", look.style);
    set(w, e, "penwidth", look.width);
}

void chart_graph_fill(arena *a, const chart_functions *call, Agraph_t *graph,
                      const chart_page *page, const chart_theme *theme, int dots_per_inch) {
    graph_work w = {.arena = a,
                    .call = call,
                    .graph = graph,
                    .page = page,
                    .theme = theme,
                    .dots_per_inch = dots_per_inch};
    declare_attributes(&w);
    w.corners[0] = add_node(&w, "topleft", 0, 0, 0, 0);
    w.corners[1] = add_node(&w, "bottomright", page->width, page->height, 0, 0);
    for (int i = 0; i < 2; i++)
        set(&w, w.corners[i], "style", "invis");
    for (size_t i = 0; i < page->strokes.count; i++)
        add_stroke(&w, &page->strokes.items[i]);
    for (size_t i = 0; i < page->boxes.count; i++)
        add_box(&w, i);
}
