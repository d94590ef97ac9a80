/* SPDX-License-Identifier: MIT */
/* What draws the chart, Graphviz and cairo, which is loaded where a chart is drawn. */
#ifndef WRITE_CHART_FUNCTIONS_H
#define WRITE_CHART_FUNCTIONS_H

#include "base/late_library.h"

#include <cairo-pdf.h>
#include <gvc.h>

#define CGRAPH_FUNCTION_LIST(_)                                                                    \
    _(agattr)                                                                                      \
    _(agclose)                                                                                     \
    _(agedge)                                                                                      \
    _(agnode)                                                                                      \
    _(agopen)                                                                                      \
    _(agset)                                                                                       \
    _(agseterr)                                                                                    \
    _(agseterrf)                                                                                   \
    _(agstrdup_html)                                                                               \
    _(agstrfree)

#define GVC_FUNCTION_LIST(_)                                                                       \
    _(gvContext)                                                                                   \
    _(gvFreeLayout)                                                                                \
    _(gvFreeRenderData)                                                                            \
    _(gvLayout)                                                                                    \
    _(gvRenderContext)                                                                             \
    _(gvRenderData)

#define CAIRO_FUNCTION_LIST(_)                                                                     \
    _(cairo_create)                                                                                \
    _(cairo_destroy)                                                                               \
    _(cairo_pdf_surface_create_for_stream)                                                         \
    _(cairo_pdf_surface_set_metadata)                                                              \
    _(cairo_pdf_surface_set_size)                                                                  \
    _(cairo_show_page)                                                                             \
    _(cairo_surface_create_for_rectangle)                                                          \
    _(cairo_surface_destroy)                                                                       \
    _(cairo_surface_finish)                                                                        \
    _(cairo_surface_status)                                                                        \
    _(cairo_tag_begin)                                                                             \
    _(cairo_tag_end)

#define CHART_FUNCTION_LIST(_)                                                                     \
    CGRAPH_FUNCTION_LIST(_)                                                                        \
    GVC_FUNCTION_LIST(_)                                                                           \
    CAIRO_FUNCTION_LIST(_)

typedef struct chart_functions {
    CHART_FUNCTION_LIST(LATE_MEMBER)
} chart_functions;

/* NULL, or what is missing (late_library_load()). */
const char *chart_functions_load(chart_functions *out);

#endif
