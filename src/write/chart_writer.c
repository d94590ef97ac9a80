/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "write/chart_draw.h"
#include "write/chart_layout.h"
#include "write/chart_svg.h"
#include "write/writers.h"

#define POINTS_PER_INCH 72

/*
 * A picture is drawn for sharp screens if it is not too large for that, else for plain ones. Below
 * that its text would not be legible, and cairo, which scales silently, takes no more pixels.
 */
#define SHARP_DOTS        144
#define PLAIN_DOTS        96
#define SHARP_PIXELS      ((int64_t)64 << 20)
#define MOST_PIXELS       ((int64_t)128 << 20)
#define MOST_PIXELS_A_WAY 32767

static bool picture_fits(const chart *c, int dots, int64_t most) {
    int64_t width = (int64_t)c->width * dots / POINTS_PER_INCH;
    int64_t height = (int64_t)c->height * dots / POINTS_PER_INCH;
    return width <= MOST_PIXELS_A_WAY && height <= MOST_PIXELS_A_WAY && width * height <= most;
}

/* Dots per inch; 0 where the chart is too large for a picture. */
static int dots_of(const chart *c, dateline_format format) {
    if (format != DATELINE_PNG)
        return POINTS_PER_INCH;
    if (picture_fits(c, SHARP_DOTS, SHARP_PIXELS))
        return SHARP_DOTS;
    return picture_fits(c, PLAIN_DOTS, MOST_PIXELS) ? PLAIN_DOTS : 0;
}

static dateline_status refuse_picture(const write_job *job, const chart *c) {
    diagnose(job->said, DATELINE_CANNOT_DRAW, DATELINE_SKIPPED, c->title, DATELINE_NO_OFFSET,
             "a picture of %d by %d pixels is too large; write SVG or PDF instead",
             c->width * PLAIN_DOTS / POINTS_PER_INCH, c->height * PLAIN_DOTS / POINTS_PER_INCH);
    return DATELINE_CANNOT_DRAW;
}

/*
 * The time of drawing, which cairo stamps into a PDF, is overwritten with spaces: it may be absent,
 * and the offsets in a PDF allow no other length.
 */
static slice without_stamp(arena *a, slice pdf) {
    size_t start = slice_find(pdf, SLICE("/CreationDate ("), 0);
    size_t end = start == SIZE_MAX ? SIZE_MAX : slice_find(pdf, SLICE(")"), start);
    if (end == SIZE_MAX)
        return pdf;
    buffer b = buffer_in(a);
    buffer_add(&b, slice_range(pdf, 0, start));
    buffer_add_repeated(&b, ' ', end + 1 - start);
    buffer_add(&b, slice_range(pdf, end + 1, pdf.length));
    return buffer_slice(&b);
}

dateline_status write_chart(const write_job *job) {
    chart *c = chart_lay_out(job->arena, job->timeline);
    int dots = dots_of(c, job->format);
    slice drawn;
    if (!dots)
        return refuse_picture(job, c);
    dateline_status status = chart_draw(job->arena, c, job->format, dots, job->said, &drawn);
    if (status != DATELINE_OK)
        return status;
    if (job->format == DATELINE_SVG)
        drawn = chart_svg_finish(job->arena, c, drawn);
    else if (job->format == DATELINE_PDF)
        drawn = without_stamp(job->arena, drawn);
    output_add(job->out, drawn);
    return output_end(job->out);
}
