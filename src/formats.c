/* SPDX-License-Identifier: MIT */
/* The public interface, second half: a timeline into a file of any format. */
#include "base/slice.h"
#include "base/whole_file.h"
#include "write/ics_parts.h"
#include "write/writers.h"

#include <errno.h>

typedef struct format_writer {
    const char *name;
    const char *suffix; /* of files */
    dateline_status (*write)(const write_job *job);
} format_writer;

/* In the order of the enumeration. */
static const format_writer formats[] = {
    [DATELINE_TXT] = {"txt", ".txt", write_txt},
    [DATELINE_JSON] = {"json", ".json", write_json},
    [DATELINE_ICS] = {"ics", ".ics", write_ics},
    [DATELINE_SVG] = {"svg", ".svg", write_chart},
    [DATELINE_PNG] = {"png", ".png", write_chart},
    [DATELINE_PDF] = {"pdf", ".pdf", write_chart},
    [DATELINE_DOT] = {"dot", ".dot", write_chart},
    [DATELINE_MD] = {"md", ".md", write_markdown},
    [DATELINE_CSV] = {"csv", ".csv", write_csv},
    [DATELINE_HTML] = {"html", ".html", write_html},
    [DATELINE_TIMELINEJS] = {"timelinejs", ".timeline.json", write_timelinejs},
};
#define FORMAT_COUNT (sizeof formats / sizeof *formats)

bool dateline_format_named(const char *name, dateline_format *out) {
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (strcmp(formats[i].name, name) == 0) {
            *out = (dateline_format)i;
            return true;
        }
    return false;
}

/* A suffix may end with another: the longest counts. */
bool dateline_format_of_path(const char *path, dateline_format *out) {
    slice name = slice_base_name(slice_of(path));
    size_t longest = 0;
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        slice suffix = slice_of(formats[i].suffix);
        if (suffix.length > longest && slice_ends_with(name, suffix)) {
            longest = suffix.length;
            *out = (dateline_format)i;
        }
    }
    return longest > 0;
}

static const dateline_layout plain_layout;

static dateline_status run_writer(void *context) {
    const write_job *job = context;
    dateline_status status = formats[job->format].write(job);
    return status == DATELINE_OK ? output_end(job->out) : status;
}

dateline_status dateline_write(const dateline_timeline *t, dateline_format as,
                               const dateline_layout *layout, dateline_sink *sink, void *user) {
    if ((size_t)as >= FORMAT_COUNT)
        return DATELINE_BAD_OPTION;
    arena *a = arena_new();
    if (!a)
        return DATELINE_NO_MEMORY;
    output out = {sink, user, false};
    diagnostics said = diagnostics_in(a);
    write_job job = {t, layout ? layout : &plain_layout, as, a, &said, &out};
    dateline_status status = arena_guard(a, run_writer, &job);
    diagnostics_report(&said, job.layout->report, job.layout->user);
    arena_free(a);
    return status;
}

static dateline_status save_as_it_comes(const dateline_timeline *t, dateline_format as,
                                        const dateline_layout *layout, const char *path) {
    whole_file *file;
    dateline_status status = whole_file_open(path, &file);
    if (status != DATELINE_OK)
        return status;
    status = dateline_write(t, as, layout, whole_file_add, file);
    if (status == DATELINE_STOPPED) /* the disk refused */
        status = DATELINE_CANNOT_WRITE;
    if (status == DATELINE_OK)
        status = whole_file_commit(file);
    whole_file_close(file);
    return status;
}

/* ---- Calendars, which may be several files -------------------------------------------------- */

typedef struct calendar_job {
    write_job job;
    const char *path;
} calendar_job;

/* "story.ics" with the label "1" is "story-1.ics". */
static const char *path_of_part(arena *a, const char *path, slice label) {
    slice whole = slice_of(path);
    size_t dot = whole.length - slice_of(formats[DATELINE_ICS].suffix).length;
    if (!label.length)
        return path;
    if (!slice_ends_with(whole, slice_of(formats[DATELINE_ICS].suffix)))
        dot = whole.length;
    return arena_format(a, "%.*s-%.*s%s", (int)dot, path, SLICE_ARGS(label), path + dot).data;
}

static dateline_status save_bytes(const char *path, slice bytes) {
    whole_file *file;
    dateline_status status = whole_file_open(path, &file);
    if (status != DATELINE_OK)
        return status;
    status = whole_file_add(file, bytes.data, bytes.length) ? whole_file_commit(file)
                                                            : DATELINE_CANNOT_WRITE;
    whole_file_close(file);
    return status;
}

static dateline_status save_parts(void *context) {
    const calendar_job *c = context;
    ics_part_list parts = ics_parts(&c->job);
    dateline_status status = parts.count ? DATELINE_OK : DATELINE_NO_EVENTS;
    for (size_t i = 0; i < parts.count && status == DATELINE_OK; i++)
        status = save_bytes(path_of_part(c->job.arena, c->path, parts.items[i].label),
                            parts.items[i].text);
    return status;
}

static dateline_status save_calendar(const dateline_timeline *t, const dateline_layout *layout,
                                     const char *path) {
    arena *a = arena_new();
    if (!a)
        return DATELINE_NO_MEMORY;
    diagnostics said = diagnostics_in(a);
    calendar_job c = {{t, layout, DATELINE_ICS, a, &said, NULL}, path};
    dateline_status status = arena_guard(a, save_parts, &c);
    int cause = errno;
    diagnostics_report(&said, layout->report, layout->user);
    arena_free(a);
    errno = cause;
    return status;
}

dateline_status dateline_save(const dateline_timeline *t, dateline_format as,
                              const dateline_layout *layout, const char *path) {
    if (!layout)
        layout = &plain_layout;
    dateline_status status =
        as == DATELINE_ICS ? save_calendar(t, layout, path) : save_as_it_comes(t, as, layout, path);
    if (status == DATELINE_CANNOT_WRITE && layout->report) {
        dateline_diagnostic d = {status, DATELINE_SKIPPED, path, DATELINE_NO_OFFSET,
                                 strerror(errno)};
        layout->report(layout->user, &d);
    }
    return status;
}
