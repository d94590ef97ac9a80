/* SPDX-License-Identifier: MIT */
/* What every command does before and behind its own work: messages, the job, the outputs. */
#include "cli/cli.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

/* A line of progress is worth its place only in long work. */
#define ARTICLES_A_PROGRESS_LINE 100

#define LONGEST_COMPLAINT 8192 /* bytes; a path takes up to half of it */

#define NARROWEST_OUTPUT 40
#define WIDEST_OUTPUT    400
#define WIDEST_LEGIBLE   100 /* longer lines are hard to read */

/*
 * A terminal obeys control characters (C0, DEL, and C1 in UTF-8), and a message may name what
 * strangers wrote: question marks stand for them. So a message is one line, too.
 */
static void hide_controls(char *text) {
    for (unsigned char *c = (unsigned char *)text; *c; c++) {
        if (c[0] == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0)
            *c++ = '?';
        else if (*c >= ' ' && *c != 0x7f)
            continue;
        *c = '?';
    }
}

void complain(const char *format, ...) {
    char text[LONGEST_COMPLAINT];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    hide_controls(text);
    fprintf(stderr, "dateline: %s\n", text);
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

static bool is_named(const char *document, const char *option) {
    return option && strcmp(document, option) == 0;
}

/* Whether it tells why nothing is made, or an output is not: that is said to the quiet, too. */
static bool ends_work(const command_line *line, const dateline_diagnostic *d) {
    bool of_output = d->status == DATELINE_CANNOT_WRITE || d->status == DATELINE_CANNOT_DRAW;
    return of_output || (d->severity == DATELINE_SKIPPED &&
                         (line->needs_all || is_named(d->document, line->options.update) ||
                          is_named(d->document, line->options.corrections)));
}

/* "dateline: FILE:OFFSET: what is wrong and what was done about it", below what shows progress. */
static void report(void *user, const dateline_diagnostic *d) {
    command_line *line = user;
    bool ends = ends_work(line, d);
    if ((line->quiet && !ends) || (d->severity == DATELINE_NOTE && !line->verbose))
        return;
    line->told_why = line->told_why || ends;
    end_progress(line);
    if (d->offset != DATELINE_NO_OFFSET)
        complain("%s:%zu: %s", d->document, d->offset, d->message);
    else if (*d->document)
        complain("%s: %s", d->document, d->message);
    else
        complain("%s", d->message);
}

dateline *open_job(command_line *line, int *status) {
    line->options.report = report;
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

int finish_lines(command_line *line, dateline *job, dateline_status status) {
    end_progress(line);
    if (status == DATELINE_NO_INPUT || status == DATELINE_NO_MEMORY)
        complain("%s", dateline_status_text(status));
    int ends = end_stdout(exit_status_of(status, job));
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
    return end_stdout(EXIT_DONE) == EXIT_DONE ? status : DATELINE_STOPPED;
}

/*
 * Saves a file. A signal to end waits until the file is in its place, or it would leave the file
 * that was begun beside it. What is no plain file may block, and is left at once.
 */
static dateline_status save(const dateline_timeline *timeline, dateline_format format,
                            const dateline_layout *layout, const char *path) {
    sigset_t ends, before;
    struct stat there;
    sigemptyset(&ends);
    if (stat(path, &there) != 0 || S_ISREG(there.st_mode)) {
        sigaddset(&ends, SIGHUP);
        sigaddset(&ends, SIGINT);
        sigaddset(&ends, SIGTERM);
    }
    pthread_sigmask(SIG_BLOCK, &ends, &before);
    dateline_status status = dateline_save(timeline, format, layout, path);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return status;
}

/* All outputs are tried; the first that failed tells the status. */
static dateline_status write_outputs(const command_line *line, const dateline_timeline *timeline) {
    dateline_status status = DATELINE_OK;
    for (size_t i = 0; i < line->output_count; i++) {
        dateline_format format = DATELINE_TXT;
        dateline_format_of_path(line->outputs[i], &format);
        dateline_status one = save(timeline, format, &line->layout, line->outputs[i]);
        if (one == DATELINE_NO_EVENTS)
            complain("%s: no entry can stand in this format; nothing is written", line->outputs[i]);
        else if (one != DATELINE_OK && one != DATELINE_CANNOT_WRITE)
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
    } else if (!line->told_why) {
        complain("%s", dateline_status_text(status));
    }
    int ends = exit_status_of(status, job);
    dateline_timeline_free(timeline);
    dateline_free(job);
    return ends;
}
