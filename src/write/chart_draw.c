/* SPDX-License-Identifier: MIT */
#include "write/chart_draw.h"

#include "base/buffer.h"

#include <cairo-pdf.h>
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
    const chart_page *page;
    const chart_theme *theme;
    dateline_format format;
    int dots_per_inch;
    slice bytes; /* in the arena */
    char *data;  /* Graphviz's own */
    buffer pdf;
    cairo_surface_t *surface; /* of the PDF */
    cairo_t *cairo;
    Agraph_t *graph;
    Agnode_t *corners[2];
} drawing;

/* ---- Escapes ------------------------------------------------------------------------------ */

/* XML's entities; a backslash would begin an escape of Graphviz and is written as `backslash`. A
   label that is but a bracket, which may begin XML's "]]>", Graphviz does not read. */
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
        else if (c == ']')
            buffer_add(b, SLICE("&#93;"));
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

static const char *ink_of(const drawing *d, chart_ink ink, event_status status) {
    return ink == CHART_BLACK  ? d->theme->ink
           : ink == CHART_GREY ? d->theme->grey
                               : d->theme->status[status];
}

static void add_label_line(const drawing *d, buffer *b, const chart_box *shape,
                           const chart_line *line, int width) {
    buffer_print(b,
                 "<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"%d\" HEIGHT=\"%d\" ALIGN=\"%s\">"
                 "<FONT POINT-SIZE=\"%d\" COLOR=\"%s\"%s>%s%s",
                 width, chart_line_height(line->font), shape->right ? "RIGHT" : "LEFT",
                 line->font.size, ink_of(d, line->ink, shape->status),
                 line->font.serif ? " FACE=\"" CHART_SERIF_FONTS "\"" : "",
                 line->font.bold ? "<B>" : "", line->struck ? "<S>" : "");
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
        add_label_line(d, &b, shape, &shape->lines.items[i], shape->width - 2 * inset);
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
    declare(d, AGRAPH, "bgcolor", d->theme->paper);
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
        {"tooltip", ""},
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
    set(n, "pos", arena_format(d->arena, "%.1f,%.1f", x, d->page->height - y).data);
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

/* The outline of a card is not seen; it is where a click on the card is felt. */
static void set_card(const drawing *d, Agnode_t *n, const chart_card *card) {
    set_look(n, "box", "", "transparent", "");
    set(n, "tooltip", tooltip_text(d, card->tooltip));
    if (card->link.length)
        set(n, "URL", link_text(d, card->link));
    if (card->entry && card->entry->uid.length)
        set(n, "id", arena_format(d->arena, "event-%.*s", SLICE_ARGS(card->entry->uid)).data);
}

static void set_kind(const drawing *d, Agnode_t *n, const chart_box *shape) {
    const chart_look *look = chart_look_of(shape->status);
    const char *colour = d->theme->status[shape->status];
    switch (shape->kind) {
    case CHART_DAY:
        set_look(n, "box", "filled", d->theme->day, d->theme->day);
        break;
    case CHART_BAR:
        set_look(n, "box", arena_format(d->arena, "filled,%s", look->style).data,
                 look->is_plain ? "transparent" : colour, d->theme->tint[shape->status]);
        break;
    case CHART_CARD:
        set_card(d, n, shape->card);
        break;
    case CHART_COUNT:
        set_look(n, "box", "filled", "transparent", colour);
        break;
    case CHART_SIGN:
        set_look(n, look->sign, "filled", colour, look->hollow ? d->theme->paper : colour);
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
    return kind == CHART_BAR || kind == CHART_CARD || kind == CHART_COUNT || kind == CHART_SIGN;
}

/* "event planned": what a box or stroke is, and its status where it has one. */
static const char *class_of(const drawing *d, const char *word, bool with_status,
                            event_status status) {
    slice second = with_status ? event_status_word(status) : SLICE("");
    return arena_format(d->arena, "%s%s%.*s", word, second.length ? " " : "", SLICE_ARGS(second))
        .data;
}

static void add_box(const drawing *d, size_t index) {
    const chart_box *shape = &d->page->boxes.items[index];
    const char *name = arena_format(d->arena, CHART_NODE_NAME "%zu", index).data;
    Agnode_t *n = add_node(d, name, shape->x + shape->width / 2.0, shape->y + shape->height / 2.0,
                           shape->width, shape->height);
    set(n, "class", class_of(d, box_words[shape->kind], has_status(shape->kind), shape->status));
    set_kind(d, n, shape);
    if (shape->lines.count) {
        char *label = agstrdup_html(d->graph, (char *)label_text(d, shape).data);
        agset(n, "label", label);
        agstrfree(d->graph, label);
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

static stroke_look look_of(const drawing *d, const chart_stroke *s) {
    stroke_look look = stroke_looks[s->kind];
    (void)d;
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

static const char *stroke_colour(const drawing *d, const chart_stroke *s) {
    switch (s->kind) {
    case CHART_AXIS_STROKE:
    case CHART_BREAK_STROKE:
    case CHART_SLASH_STROKE:
    case CHART_TICK_STROKE:
        return d->theme->axis;
    case CHART_LINK_STROKE:
        return d->theme->grey;
    case CHART_RULE_STROKE:
        return d->theme->status[s->status];
    default:
        return d->theme->faint;
    }
}

static void add_stroke(const drawing *d, const chart_stroke *s) {
    double height = d->page->height;
    const chart_point *p = s->points;
    stroke_look look = look_of(d, s);
    Agedge_t *e = agedge(d->graph, d->corners[0], d->corners[1], NULL, true);
    set(e, "pos",
        arena_format(d->arena, "%.1f,%.1f %.1f,%.1f %.1f,%.1f %.1f,%.1f", p[0].x, height - p[0].y,
                     p[1].x, height - p[1].y, p[2].x, height - p[2].y, p[3].x, height - p[3].y)
            .data);
    set(e, "class", class_of(d, look.class, s->kind == CHART_RULE_STROKE, s->status));
    set(e, "color", stroke_colour(d, s));
    set(e, "style", look.style);
    set(e, "penwidth", look.width);
}

/* Two corners without a look hold the sheet open; the strokes, which have their own ways, are
   edges between them. */
static dateline_status build_graph(drawing *d) {
    if (!graphviz.context)
        graphviz.context = gvContext();
    d->graph = agopen("timeline", Agdirected, NULL);
    if (!graphviz.context || !d->graph)
        return DATELINE_NO_MEMORY;
    declare_attributes(d);
    d->corners[0] = add_node(d, "topleft", 0, 0, 0, 0);
    d->corners[1] = add_node(d, "bottomright", d->page->width, d->page->height, 0, 0);
    for (int i = 0; i < 2; i++)
        set(d->corners[i], "style", "invis");
    for (size_t i = 0; i < d->page->strokes.count; i++)
        add_stroke(d, &d->page->strokes.items[i]);
    for (size_t i = 0; i < d->page->boxes.count; i++)
        add_box(d, i);
    return gvLayout(graphviz.context, d->graph, "nop2") == 0 ? DATELINE_OK : DATELINE_CANNOT_DRAW;
}

static void free_graph(drawing *d) {
    if (!d->graph)
        return;
    gvFreeLayout(graphviz.context, d->graph);
    agclose(d->graph);
    d->graph = NULL;
}

/* ---- Under the lock ----------------------------------------------------------------------- */

static dateline_status draw_page(void *context) {
    drawing *d = context;
    static const char *const names[] = {
        [DATELINE_SVG] = "svg", [DATELINE_PNG] = "png", [DATELINE_DOT] = "dot"};
    unsigned length = 0;
    d->page = &d->chart->pages.items[0];
    dateline_status status = build_graph(d);
    if (status != DATELINE_OK)
        return status;
    if (gvRenderData(graphviz.context, d->graph, names[d->format], &d->data, &length) != 0 ||
        !d->data)
        return DATELINE_CANNOT_DRAW;
    d->bytes = arena_copy(d->arena, (slice){d->data, length});
    return graphviz.length ? DATELINE_CANNOT_DRAW : DATELINE_OK;
}

/* Bytes of a PDF that are to be kept. */
typedef struct pdf_piece {
    buffer *kept;
    slice bytes;
} pdf_piece;

static dateline_status keep_piece(void *context) {
    const pdf_piece *piece = context;
    buffer_add(piece->kept, piece->bytes);
    return DATELINE_OK;
}

/* Memory that ends must not leave cairo by a jump. */
static cairo_status_t keep_pdf(void *user, const unsigned char *bytes, unsigned length) {
    drawing *d = user;
    pdf_piece piece = {&d->pdf, {(const char *)bytes, length}};
    dateline_status status = arena_guard(d->arena, keep_piece, &piece);
    return status == DATELINE_OK ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_NO_MEMORY;
}

/* Graphviz draws on the page of its own surface, which it closes; the page stays. */
static dateline_status draw_pdf_page(drawing *d) {
    cairo_pdf_surface_set_size(d->surface, d->page->width, d->page->height);
    dateline_status status = build_graph(d);
    if (status != DATELINE_OK)
        return status;
    cairo_surface_t *page =
        cairo_surface_create_for_rectangle(d->surface, 0, 0, d->page->width, d->page->height);
    cairo_t *on_page = cairo_create(page);
    cairo_surface_destroy(page);
    int result = gvRenderContext(graphviz.context, d->graph, "pdf:cairo", on_page);
    cairo_destroy(on_page);
    free_graph(d);
    return result == 0 && !graphviz.length ? DATELINE_OK : DATELINE_CANNOT_DRAW;
}

/* Such a surface takes no links, so they are laid over its cards. */
static void add_pdf_links(drawing *d) {
    for (size_t i = 0; i < d->page->boxes.count; i++) {
        const chart_box *shape = &d->page->boxes.items[i];
        if (!shape->card || !shape->card->link.length)
            continue;
        slice attributes =
            arena_format(d->arena, "rect=[%d %d %d %d] uri='%s'", shape->x, shape->y, shape->width,
                         shape->height, link_text(d, shape->card->link));
        cairo_tag_begin(d->cairo, CAIRO_TAG_LINK, attributes.data);
        cairo_tag_end(d->cairo, CAIRO_TAG_LINK);
    }
}

static dateline_status draw_pdf_pages(void *context) {
    drawing *d = context;
    d->pdf = buffer_in(d->arena);
    d->surface = cairo_pdf_surface_create_for_stream(keep_pdf, d, 1, 1);
    d->cairo = cairo_create(d->surface);
    cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_TITLE,
                                   arena_copy(d->arena, d->chart->title).data);
    cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
    for (size_t i = 0; i < d->chart->pages.count; i++) {
        d->page = &d->chart->pages.items[i];
        dateline_status status = draw_pdf_page(d);
        if (status != DATELINE_OK)
            return status;
        add_pdf_links(d);
        cairo_show_page(d->cairo);
    }
    cairo_surface_finish(d->surface);
    d->bytes = buffer_slice(&d->pdf);
    return cairo_surface_status(d->surface) == CAIRO_STATUS_SUCCESS ? DATELINE_OK
                                                                    : DATELINE_CANNOT_DRAW;
}

static void clean_up(drawing *d) {
    if (d->data)
        gvFreeRenderData(d->data);
    free_graph(d);
    cairo_destroy(d->cairo);
    cairo_surface_destroy(d->surface);
}

/* Numbers are written and read with a point here, whatever locale the caller has set. */
static dateline_status draw_locked(drawing *d, dateline_status (*work)(void *context)) {
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!plain)
        return DATELINE_NO_MEMORY;
    locale_t callers = uselocale(plain);
    agerrlevel_t level = agseterr(AGERR);
    agusererrf handler = agseterrf(keep_message);
    graphviz.message[graphviz.length = 0] = '\0';
    dateline_status status = arena_guard(d->arena, work, d);
    clean_up(d);
    agseterrf(handler);
    agseterr(level);
    uselocale(callers);
    freelocale(plain);
    return status;
}

static dateline_status draw(drawing *d, dateline_status (*work)(void *context), diagnostics *said,
                            slice *out) {
    char message[MESSAGE_SIZE];
    pthread_mutex_lock(&graphviz.lock);
    dateline_status status = draw_locked(d, work);
    memcpy(message, graphviz.message, sizeof message);
    pthread_mutex_unlock(&graphviz.lock);
    if (status == DATELINE_NO_MEMORY)
        arena_fail(d->arena, status);
    if (status != DATELINE_OK)
        diagnose(said, status, DATELINE_SKIPPED, d->chart->title, DATELINE_NO_OFFSET,
                 "Graphviz: %s", message[0] ? message : "no drawing");
    *out = d->bytes;
    return status;
}

dateline_status chart_draw(arena *a, const chart *c, dateline_theme theme, dateline_format format,
                           int dots_per_inch, diagnostics *said, slice *out) {
    drawing d = {.arena = a,
                 .chart = c,
                 .theme = chart_theme_of(theme),
                 .format = format,
                 .dots_per_inch = dots_per_inch};
    return draw(&d, draw_page, said, out);
}

dateline_status chart_draw_pdf(arena *a, const chart *c, dateline_theme theme, diagnostics *said,
                               slice *out) {
    drawing d = {.arena = a,
                 .chart = c,
                 .theme = chart_theme_of(theme),
                 .format = DATELINE_PDF,
                 .dots_per_inch = POINTS_PER_INCH};
    return draw(&d, draw_pdf_pages, said, out);
}
