/* SPDX-License-Identifier: MIT */
/* What every command does before and behind its own work: messages, the job, the outputs. */
#include "cli/cli.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A line of progress is worth its place only in long work. */
#define ARTICLES_A_PROGRESS_LINE 100

#define NARROWEST_OUTPUT 40
#define WIDEST_OUTPUT    400
#define WIDEST_LEGIBLE   100 /* longer lines are hard to read */

void complain(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("dateline: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

static void show_progress(void *user, size_t articles, size_t total) {
    const command_line *line = user;
    (void)total;
    if (line->progress && articles && articles % ARTICLES_A_PROGRESS_LINE == 0)
        fprintf(stderr, "\r%zu articles read", articles);
}

void end_progress(const command_line *line) {
    if (line->progress)
        fputs("\r\033[K", stderr);
}

/* "dateline: FILE:OFFSET: what is wrong and what was done about it" */
static void report(void *user, const dateline_diagnostic *d) {
    const command_line *line = user;
    if (line->quiet || (d->severity == DATELINE_NOTE && !line->verbose))
        return;
    if (d->offset != DATELINE_NO_OFFSET)
        complain("%s:%zu: %s", d->document, d->offset, d->message);
    else if (*d->document)
        complain("%s: %s", d->document, d->message);
    else
        complain("%s", d->message);
}

/* Where what does not fit into memory is kept; /tmp is memory itself on many systems. */
static const char *spill_folder(void) {
    const char *folder = getenv("TMPDIR");
    return folder && *folder ? folder : "/var/tmp";
}

dateline *open_job(command_line *line, int *status) {
    line->options.report = report;
    line->options.spill_folder = spill_folder();
    line->options.progress = line->progress ? show_progress : NULL;
    line->options.user = line;
    line->layout.report = report;
    line->layout.user = line;
    dateline *job = NULL;
    dateline_status made = dateline_new(&line->options, &job);
    for (size_t i = 0; made == DATELINE_OK && i < line->input_count; i++) {
        made = dateline_add_path(job, line->inputs[i]);
        if (made == DATELINE_CANNOT_OPEN)
            made = DATELINE_OK; /* said and counted; the other inputs go on */
    }
    if (made == DATELINE_OK)
        return job;
    if (made == DATELINE_NO_MEMORY)
        complain("%s", dateline_status_text(made));
    dateline_free(job);
    *status = EXIT_ERROR;
    return NULL;
}

bool write_to_stdout(void *user, const char *bytes, size_t length) {
    (void)user;
    return fwrite(bytes, 1, length, stdout) == length;
}

/* What a step ended with, as the program ends. */
static int exit_status_of(dateline_status status, const dateline *job) {
    switch (status) {
    case DATELINE_OK:
        return dateline_job_counts(job).skipped ? EXIT_SKIPPED : EXIT_DONE;
    case DATELINE_NO_EVENTS:
        return EXIT_NO_EVENT;
    case DATELINE_NO_INPUT:
        return EXIT_NO_INPUT;
    default:
        return EXIT_ERROR;
    }
}

static int cannot_write_stdout(void) {
    complain("standard output cannot be written: %s", strerror(errno));
    return EXIT_ERROR;
}

int finish_lines(command_line *line, dateline *job, dateline_status status) {
    end_progress(line);
    int ends = exit_status_of(status, job);
    if (status == DATELINE_STOPPED || fflush(stdout) != 0)
        ends = cannot_write_stdout();
    else if (status == DATELINE_NO_INPUT || status == DATELINE_NO_MEMORY)
        complain("%s", dateline_status_text(status));
    dateline_free(job);
    return ends;
}

/* The columns of the terminal: what COLUMNS says, or as many of its own as are legible. */
static size_t terminal_width(void) {
    const char *columns = getenv("COLUMNS");
    unsigned long width = columns ? strtoul(columns, NULL, 10) : 0;
    struct winsize size;
    if (width >= NARROWEST_OUTPUT && width <= WIDEST_OUTPUT)
        return width;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < NARROWEST_OUTPUT)
        return 0;
    return size.ws_col > WIDEST_LEGIBLE ? WIDEST_LEGIBLE : size.ws_col;
}

/* https://no-color.org: whatever NO_COLOR says, if it says anything. */
static bool wants_colour(void) {
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return !(refused && *refused) && terminal && strcmp(terminal, "dumb") != 0;
}

/* The layout for standard output, which may be a terminal. */
static dateline_layout stdout_layout(const command_line *line) {
    dateline_layout layout = line->layout;
    if (isatty(STDOUT_FILENO)) {
        layout.width = terminal_width();
        layout.colour = wants_colour();
    }
    return layout;
}

static dateline_status write_stdout(const command_line *line, const dateline_timeline *timeline) {
    dateline_format format = DATELINE_TXT;
    if (line->format)
        dateline_format_named(line->format, &format);
    dateline_layout layout = stdout_layout(line);
    dateline_status status = dateline_write(timeline, format, &layout, write_to_stdout, NULL);
    if (status == DATELINE_STOPPED || (status == DATELINE_OK && fflush(stdout) != 0)) {
        cannot_write_stdout();
        status = DATELINE_STOPPED;
    }
    return status;
}

/* All outputs are tried; the first that failed tells the status. */
static dateline_status write_outputs(const command_line *line, const dateline_timeline *timeline) {
    dateline_status status = DATELINE_OK;
    for (size_t i = 0; i < line->output_count; i++) {
        dateline_format format = DATELINE_TXT;
        dateline_format_of_path(line->outputs[i], &format);
        dateline_status one = dateline_save(timeline, format, &line->layout, line->outputs[i]);
        if (one == DATELINE_NO_EVENTS)
            complain("%s: no entry can stand in this format; nothing is written", line->outputs[i]);
        else if (one != DATELINE_OK && one != DATELINE_CANNOT_WRITE && one != DATELINE_CANNOT_DRAW)
            complain("%s: %s", line->outputs[i], dateline_status_text(one));
        if (status == DATELINE_OK)
            status = one;
    }
    if (line->format || !line->output_count) {
        dateline_status one = write_stdout(line, timeline);
        if (status == DATELINE_OK)
            status = one;
    }
    return status;
}

int finish_timeline(command_line *line, dateline *job, dateline_timeline *timeline,
                    dateline_status status) {
    end_progress(line);
    if (status == DATELINE_OK) {
        bool empty = dateline_event_count(timeline) == 0;
        status = write_outputs(line, timeline);
        if (empty && (status == DATELINE_OK || status == DATELINE_NO_EVENTS)) {
            status = DATELINE_NO_EVENTS;
            if (!line->quiet)
                complain("%s", dateline_status_text(status));
        }
    } else {
        complain("%s", dateline_status_text(status));
    }
    int ends = exit_status_of(status, job);
    dateline_timeline_free(timeline);
    dateline_free(job);
    return ends;
}
