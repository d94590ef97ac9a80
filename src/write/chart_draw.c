/* SPDX-License-Identifier: MIT */
#include "write/chart_draw.h"

#include "base/buffer.h"
#include "write/chart_functions.h"
#include "write/chart_graph.h"

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
    chart_functions call;
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
} drawing;

static dateline_status build_graph(drawing *d) {
    if (!graphviz.context)
        graphviz.context = d->call.gvContext();
    d->graph = d->call.agopen("timeline", (Agdesc_t){.directed = 1, .maingraph = 1}, NULL);
    if (!graphviz.context || !d->graph)
        return DATELINE_NO_MEMORY;
    chart_graph_fill(d->arena, &d->call, d->graph, d->page, d->theme, d->dots_per_inch);
    return d->call.gvLayout(graphviz.context, d->graph, "nop2") == 0 ? DATELINE_OK
                                                                     : DATELINE_CANNOT_DRAW;
}

static void free_graph(drawing *d) {
    if (!d->graph)
        return;
    d->call.gvFreeLayout(graphviz.context, d->graph);
    d->call.agclose(d->graph);
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
    if (d->call.gvRenderData(graphviz.context, d->graph, names[d->format], &d->data, &length) !=
            0 ||
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
    d->call.cairo_pdf_surface_set_size(d->surface, d->page->width, d->page->height);
    dateline_status status = build_graph(d);
    if (status != DATELINE_OK)
        return status;
    cairo_surface_t *page = d->call.cairo_surface_create_for_rectangle(
        d->surface, 0, 0, d->page->width, d->page->height);
    cairo_t *on_page = d->call.cairo_create(page);
    d->call.cairo_surface_destroy(page);
    int result = d->call.gvRenderContext(graphviz.context, d->graph, "pdf:cairo", on_page);
    d->call.cairo_destroy(on_page);
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
                         shape->height, chart_link_text(d->arena, shape->card->link, false));
        d->call.cairo_tag_begin(d->cairo, CAIRO_TAG_LINK, attributes.data);
        d->call.cairo_tag_end(d->cairo, CAIRO_TAG_LINK);
    }
}

static dateline_status draw_pdf_pages(void *context) {
    drawing *d = context;
    d->pdf = buffer_in(d->arena);
    d->surface = d->call.cairo_pdf_surface_create_for_stream(keep_pdf, d, 1, 1);
    d->cairo = d->call.cairo_create(d->surface);
    d->call.cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_TITLE,
                                           arena_copy(d->arena, d->chart->title).data);
    d->call.cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
    for (size_t i = 0; i < d->chart->pages.count; i++) {
        d->page = &d->chart->pages.items[i];
        dateline_status status = draw_pdf_page(d);
        if (status != DATELINE_OK)
            return status;
        add_pdf_links(d);
        d->call.cairo_show_page(d->cairo);
    }
    d->call.cairo_surface_finish(d->surface);
    d->bytes = buffer_slice(&d->pdf);
    return d->call.cairo_surface_status(d->surface) == CAIRO_STATUS_SUCCESS ? DATELINE_OK
                                                                            : DATELINE_CANNOT_DRAW;
}

static void clean_up(drawing *d) {
    if (d->data)
        d->call.gvFreeRenderData(d->data);
    free_graph(d);
    d->call.cairo_destroy(d->cairo);
    d->call.cairo_surface_destroy(d->surface);
}

/* Numbers are written and read with a point here, whatever locale the caller has set. */
static dateline_status draw_locked(drawing *d, dateline_status (*work)(void *context)) {
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!plain)
        return DATELINE_NO_MEMORY;
    locale_t callers = uselocale(plain);
    agerrlevel_t level = d->call.agseterr(AGERR);
    agusererrf handler = d->call.agseterrf(keep_message);
    graphviz.message[graphviz.length = 0] = '\0';
    dateline_status status = arena_guard(d->arena, work, d);
    clean_up(d);
    d->call.agseterrf(handler);
    d->call.agseterr(level);
    uselocale(callers);
    freelocale(plain);
    return status;
}

static dateline_status refuse(const drawing *d, dateline_status status, diagnostics *said,
                              const char *reason) {
    diagnose(said, status, DATELINE_SKIPPED, d->chart->title, DATELINE_NO_OFFSET, "Graphviz: %s",
             reason);
    return status;
}

static dateline_status draw(drawing *d, dateline_status (*work)(void *context), diagnostics *said,
                            slice *out) {
    char message[MESSAGE_SIZE];
    const char *missing = chart_functions_load(&d->call);
    if (missing)
        return refuse(d, DATELINE_CANNOT_DRAW, said, missing);
    pthread_mutex_lock(&graphviz.lock);
    dateline_status status = draw_locked(d, work);
    memcpy(message, graphviz.message, sizeof message);
    pthread_mutex_unlock(&graphviz.lock);
    if (status == DATELINE_NO_MEMORY)
        arena_fail(d->arena, status);
    if (status != DATELINE_OK)
        return refuse(d, status, said, message[0] ? message : "no drawing");
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
