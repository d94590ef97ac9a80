/* SPDX-License-Identifier: MIT */
#include "write/chart_draw.h"

#include "base/buffer.h"

#include <gvc.h>
#include <locale.h>
#include <pthread.h>

#define MESSAGE_SIZE 512

/*
 * Graphviz loads plugins, parses labels and reports errors through variables of the process, and
 * two threads in it at once crash. So there is one lock around every use of it, and what it
 * reports, which comes without a context, is kept beside the lock. There is one context for the
 * whole life of the process, since the plugin that measures text remembers fonts of the first.
 * Nothing else in the library outlives a call.
 */
static struct {
    pthread_mutex_t lock;
    GVC_t *context;
    char message[MESSAGE_SIZE];
    size_t length;
} graphviz = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* A message comes in pieces. */
static int keep_message(char *piece) {
    for (; *piece && graphviz.length + 1 < MESSAGE_SIZE; piece++)
        graphviz.message[graphviz.length++] = *piece == '\n' ? ' ' : *piece;
    graphviz.message[graphviz.length] = '\0';
    return 0;
}

typedef struct drawing {
    arena *arena;
    const chart *chart;
    dateline_format format;
    int dots_per_inch;
    slice bytes; /* in the arena */
    char *data;  /* Graphviz's own */
    Agraph_t *graph;
    Agnode_t *corners[2];
} drawing;

/* ---- Escapes ------------------------------------------------------------------------------ */

/* XML's entities; a backslash would begin an escape of Graphviz and is written as `backslash`. */
static void add_escaped(buffer *b, slice text, const char *backslash) {
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (c == '&')
            buffer_add(b, SLICE("&amp;"));
        else if (c == '<')
            buffer_add(b, SLICE("&lt;"));
        else if (c == '>')
            buffer_add(b, SLICE("&gt;"));
        else if (c == '"')
            buffer_add(b, SLICE("&quot;"));
        else if (c == '\\')
            buffer_add(b, slice_of(backslash));
        else
            buffer_add_char(b, c);
    }
}

/* What a URL cannot hold, or a PDF or Graphviz would stumble over, is percent-encoded. */
static char *link_text(const drawing *d, slice url) {
    buffer b = buffer_in(d->arena);
    for (size_t i = 0; i < url.length; i++) {
        unsigned char c = (unsigned char)url.data[i];
        if (c == '&' && d->format != DATELINE_PDF)
            buffer_add(&b, SLICE("&amp;"));
        else if (c <= ' ' || c >= 0x7F || strchr("\"'()<>\\^`{|}", c))
            buffer_print(&b, "%%%02X", c);
        else
            buffer_add_char(&b, (char)c);
    }
    return b.data;
}

static char *tooltip_text(const drawing *d, slice text) {
    buffer b = buffer_in(d->arena);
    add_escaped(&b, text, "&#92;");
    return b.data;
}

/* ---- Labels ------------------------------------------------------------------------------- */

static void add_label_line(buffer *b, const chart_line *line, int width, bool right) {
    buffer_print(b,
                 "<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"%d\" HEIGHT=\"%d\" ALIGN=\"%s\">"
                 "<FONT POINT-SIZE=\"%d\" COLOR=\"%s\">%s%s",
                 width, chart_line_height(line->font), right ? "RIGHT" : "LEFT", line->font.size,
                 line->colour, line->font.bold ? "<B>" : "", line->struck ? "<S>" : "");
    add_escaped(b, line->text, "\\\\");
    buffer_print(b, "%s%s</FONT></TD></TR>", line->struck ? "</S>" : "",
                 line->font.bold ? "</B>" : "");
}

/* A table with a row of fixed size for each line, which Graphviz centres in the box. */
static slice label_text(const drawing *d, const chart_box *shape) {
    int inset = shape->kind == CHART_CARD ? CARD_INSET_X : 0;
    buffer b = buffer_in(d->arena);
    buffer_add(&b, SLICE("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
                         "CELLPADDING=\"0\">"));
    for (size_t i = 0; i < shape->lines.count; i++)
        add_label_line(&b, &shape->lines.items[i], shape->width - 2 * inset,
                       shape->kind == CHART_MONTH);
    buffer_add(&b, SLICE("</TABLE>"));
    return buffer_slice(&b);
}

/* ---- Graph, nodes, edges ------------------------------------------------------------------ */

/* Graphviz takes its strings as char *, and copies them. */
static void set(void *object, const char *name, const char *value) {
    agset(object, (char *)name, (char *)value);
}

static void declare(drawing *d, int kind, const char *name, const char *value) {
    agattr(d->graph, kind, (char *)name, (char *)value);
}

static void declare_attributes(drawing *d) {
    declare(d, AGRAPH, "bgcolor", CHART_PAPER);
    declare(d, AGRAPH, "charset", "UTF-8");
    declare(d, AGRAPH, "outputorder", "edgesfirst");
    declare(d, AGRAPH, "pad", "0");
    declare(d, AGRAPH, "margin", "0");
    declare(d, AGRAPH, "dpi", arena_format(d->arena, "%d", d->dots_per_inch).data);
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
        {"tooltip", " "},
        {"target", "_blank"},
        {"class", ""},
        {"id", ""},
    };
    for (size_t i = 0; i < sizeof node / sizeof *node; i++)
        declare(d, AGNODE, node[i][0], node[i][1]);
    static const char *const edge[][2] = {
        {"pos", ""}, {"dir", "none"}, {"color", ""}, {"style", ""}, {"penwidth", ""}, {"class", ""},
    };
    for (size_t i = 0; i < sizeof edge / sizeof *edge; i++)
        declare(d, AGEDGE, edge[i][0], edge[i][1]);
}

static const char *inches(const drawing *d, int points) {
    return arena_format(d->arena, "%.5f", (double)points / POINTS_PER_INCH).data;
}

static Agnode_t *add_node(const drawing *d, const char *name, double x, double y, int width,
                          int height) {
    Agnode_t *n = agnode(d->graph, (char *)name, true);
    set(n, "pos", arena_format(d->arena, "%.1f,%.1f", x, d->chart->height - y).data);
    set(n, "width", inches(d, width));
    set(n, "height", inches(d, height));
    return n;
}

static void set_look(Agnode_t *n, const char *shape, const char *style, const char *outline,
                     const char *fill) {
    set(n, "shape", shape);
    set(n, "style", style);
    set(n, "color", outline);
    set(n, "fillcolor", fill);
}

static const char *outlined(const drawing *d, const chart_look *look) {
    return arena_format(d->arena, "filled,%s", look->style).data;
}

static void set_card(const drawing *d, Agnode_t *n, const chart_card *card) {
    set(n, "tooltip", tooltip_text(d, card->tooltip));
    if (card->link.length)
        set(n, "URL", link_text(d, card->link));
    if (card->entry->uid.length)
        set(n, "id", arena_format(d->arena, "event-%.*s", SLICE_ARGS(card->entry->uid)).data);
}

static void set_kind(const drawing *d, Agnode_t *n, const chart_box *shape) {
    const chart_look *look = chart_look_of(shape->status);
    switch (shape->kind) {
    case CHART_DAY:
        set_look(n, "box", "filled", CHART_AXLE, CHART_AXLE);
        break;
    case CHART_BAR:
        set_look(n, "box", outlined(d, look), look->colour, look->bar);
        break;
    case CHART_CARD:
        set_card(d, n, shape->card);
        set_look(n, "box", outlined(d, look), look->outline, look->tint);
        break;
    case CHART_SWATCH:
        set_look(n, "box", outlined(d, look), look->outline, look->tint);
        break;
    case CHART_SIGN:
        set_look(n, look->sign, "filled", look->colour, look->hollow ? CHART_PAPER : look->colour);
        set(n, "penwidth", "1.5");
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
    return kind == CHART_BAR || kind == CHART_CARD || kind == CHART_SWATCH || kind == CHART_SIGN;
}

static void add_box(const drawing *d, size_t index) {
    const chart_box *shape = &d->chart->boxes.items[index];
    const char *name = arena_format(d->arena, CHART_NODE_NAME "%zu", index).data;
    Agnode_t *n = add_node(d, name, shape->x + shape->width / 2.0, shape->y + shape->height / 2.0,
                           shape->width, shape->height);
    slice status = has_status(shape->kind) ? event_status_word(shape->status) : SLICE("");
    set(n, "class",
        arena_format(d->arena, "%s%s%.*s", box_words[shape->kind], status.length ? " " : "",
                     SLICE_ARGS(status))
            .data);
    set_kind(d, n, shape);
    if (shape->lines.count) {
        char *label = agstrdup_html(d->graph, (char *)label_text(d, shape).data);
        agset(n, "label", label);
        agstrfree(d->graph, label);
    }
}

static const struct {
    const char *class, *colour, *style, *width;
} stroke_looks[] = {
    [CHART_AXIS] = {"axis", CHART_FAINT, "solid", "2"},
    [CHART_BREAK] = {"break", CHART_FAINT, "dotted", "1.5"},
    [CHART_TICK] = {"tick", CHART_FAINT, "solid", "1"},
    [CHART_LEADER] = {"leader", CHART_FAINT, "solid", "0.75"},
};

/* A curve that leaves and arrives across; upright lines are curves without a bend. */
static void add_stroke(const drawing *d, const chart_stroke *s) {
    double height = d->chart->height, middle = (s->x0 + s->x1) / 2;
    Agedge_t *e = agedge(d->graph, d->corners[0], d->corners[1], NULL, true);
    set(e, "pos",
        arena_format(d->arena, "%.1f,%.1f %.1f,%.1f %.1f,%.1f %.1f,%.1f", s->x0, height - s->y0,
                     middle, height - s->y0, middle, height - s->y1, s->x1, height - s->y1)
            .data);
    set(e, "class", stroke_looks[s->kind].class);
    set(e, "color", stroke_looks[s->kind].colour);
    set(e, "style", stroke_looks[s->kind].style);
    set(e, "penwidth", stroke_looks[s->kind].width);
}

/* Two corners without a look hold the sheet open; the strokes, which have their own ways, are
   edges between them. */
static void build_graph(drawing *d) {
    declare_attributes(d);
    d->corners[0] = add_node(d, "topleft", 0, 0, 0, 0);
    d->corners[1] = add_node(d, "bottomright", d->chart->width, d->chart->height, 0, 0);
    for (int i = 0; i < 2; i++)
        set(d->corners[i], "style", "invis");
    for (size_t i = 0; i < d->chart->strokes.count; i++)
        add_stroke(d, &d->chart->strokes.items[i]);
    for (size_t i = 0; i < d->chart->boxes.count; i++)
        add_box(d, i);
}

/* ---- Under the lock ----------------------------------------------------------------------- */

static dateline_status render(drawing *d) {
    static const char *const names[] = {[DATELINE_SVG] = "svg",
                                        [DATELINE_PNG] = "png",
                                        [DATELINE_PDF] = "pdf",
                                        [DATELINE_DOT] = "dot"};
    unsigned length = 0;
    if (gvLayout(graphviz.context, d->graph, "nop2") != 0 ||
        gvRenderData(graphviz.context, d->graph, names[d->format], &d->data, &length) != 0 ||
        !d->data)
        return DATELINE_CANNOT_DRAW;
    d->bytes = arena_copy(d->arena, (slice){d->data, length});
    return graphviz.length ? DATELINE_CANNOT_DRAW : DATELINE_OK;
}

static dateline_status build_and_render(void *context) {
    drawing *d = context;
    if (!graphviz.context)
        graphviz.context = gvContext();
    d->graph = agopen("timeline", Agdirected, NULL);
    if (!graphviz.context || !d->graph)
        return DATELINE_NO_MEMORY;
    build_graph(d);
    return render(d);
}

static void clean_up(drawing *d) {
    if (d->data)
        gvFreeRenderData(d->data);
    if (d->graph) {
        gvFreeLayout(graphviz.context, d->graph);
        agclose(d->graph);
    }
}

/* Numbers are written and read with a point here, whatever locale the caller has set. */
static dateline_status draw_locked(drawing *d) {
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!plain)
        return DATELINE_NO_MEMORY;
    locale_t callers = uselocale(plain);
    agerrlevel_t level = agseterr(AGERR);
    agusererrf handler = agseterrf(keep_message);
    graphviz.message[graphviz.length = 0] = '\0';
    dateline_status status = arena_guard(d->arena, build_and_render, d);
    clean_up(d);
    agseterrf(handler);
    agseterr(level);
    uselocale(callers);
    freelocale(plain);
    return status;
}

dateline_status chart_draw(arena *a, const chart *c, dateline_format format, int dots_per_inch,
                           diagnostics *said, slice *out) {
    drawing d = {.arena = a, .chart = c, .format = format, .dots_per_inch = dots_per_inch};
    char message[MESSAGE_SIZE];
    pthread_mutex_lock(&graphviz.lock);
    dateline_status status = draw_locked(&d);
    memcpy(message, graphviz.message, sizeof message);
    pthread_mutex_unlock(&graphviz.lock);
    if (status == DATELINE_NO_MEMORY)
        arena_fail(a, status);
    if (status != DATELINE_OK)
        diagnose(said, status, DATELINE_SKIPPED, c->title, DATELINE_NO_OFFSET, "Graphviz: %s",
                 message[0] ? message : "no drawing");
    *out = d.bytes;
    return status;
}
