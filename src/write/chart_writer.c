/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "write/chart_draw.h"
#include "write/chart_graph.h"
#include "write/chart_layout.h"
#include "write/chart_svg.h"
#include "write/writers.h"

/*
 * A picture is drawn for sharp screens if it is not too large for that, else for plain ones. Below
 * that its text would not be legible, and cairo, which scales silently, takes no more pixels.
 */
#define SHARP_DOTS        144
#define PLAIN_DOTS        96
#define SHARP_PIXELS      ((int64_t)64 << 20)
#define MOST_PIXELS       ((int64_t)128 << 20)
#define MOST_PIXELS_A_WAY 32767

static bool picture_fits(const chart_page *page, int dots, int64_t most) {
    int64_t width = (int64_t)page->width * dots / POINTS_PER_INCH;
    int64_t height = (int64_t)page->height * dots / POINTS_PER_INCH;
    return width <= MOST_PIXELS_A_WAY && height <= MOST_PIXELS_A_WAY && width * height <= most;
}

/* Dots per inch; 0 where the chart is too large for a picture. */
static int dots_of(const chart_page *page, dateline_format format) {
    if (format != DATELINE_PNG)
        return POINTS_PER_INCH;
    if (picture_fits(page, SHARP_DOTS, SHARP_PIXELS))
        return SHARP_DOTS;
    return picture_fits(page, PLAIN_DOTS, MOST_PIXELS) ? PLAIN_DOTS : 0;
}

static dateline_status refuse_picture(const write_job *job, const chart *c) {
    const chart_page *page = &c->pages.items[0];
    diagnose(job->said, DATELINE_CANNOT_DRAW, DATELINE_SKIPPED, c->title, DATELINE_NO_OFFSET,
             "a picture of %d by %d pixels is too large; write SVG or PDF instead",
             page->width * PLAIN_DOTS / POINTS_PER_INCH,
             page->height * PLAIN_DOTS / POINTS_PER_INCH);
    return DATELINE_CANNOT_DRAW;
}

/* In points, upright. */
static const struct {
    int width, height;
} papers[] = {
    [DATELINE_OWN_SIZE] = {0, 0},     [DATELINE_A3] = {842, 1191},
    [DATELINE_A4] = {595, 842},       [DATELINE_A5] = {420, 595},
    [DATELINE_LETTER] = {612, 792},   [DATELINE_LEGAL] = {612, 1008},
    [DATELINE_TABLOID] = {792, 1224},
};

/* Only a PDF has pages. */
static chart_form form_of(const write_job *job) {
    const dateline_layout *layout = job->layout;
    chart_form form = {.lying = layout->orientation == DATELINE_HORIZONTAL, .lanes = layout->lanes};
    if (job->format == DATELINE_PDF) {
        form.page_width = form.lying ? papers[layout->paper].height : papers[layout->paper].width;
        form.page_height = form.lying ? papers[layout->paper].width : papers[layout->paper].height;
    }
    return form;
}

static bool is_valid(const dateline_layout *layout) {
    return (size_t)layout->orientation <= DATELINE_HORIZONTAL &&
           (size_t)layout->lanes <= DATELINE_LANES_BY_SOURCE &&
           (size_t)layout->theme <= DATELINE_DARK && (size_t)layout->paper <= DATELINE_TABLOID;
}

dateline_status write_chart(const write_job *job) {
    if (!is_valid(job->layout))
        return DATELINE_BAD_OPTION;
    chart_form form = form_of(job);
    chart *c = chart_lay_out(job->arena, job->timeline, &form);
    int dots = dots_of(&c->pages.items[0], job->format);
    slice drawn;
    if (!dots)
        return refuse_picture(job, c);
    dateline_status status =
        job->format == DATELINE_PDF
            ? chart_draw_pdf(job->arena, c, job->layout->theme, job->said, &drawn)
            : chart_draw(job->arena, c, job->layout->theme, job->format, dots, job->said, &drawn);
    if (status != DATELINE_OK)
        return status;
    if (job->format == DATELINE_SVG)
        drawn = chart_svg_finish(job->arena, c, drawn);
    output_add(job->out, drawn);
    return output_end(job->out);
}
