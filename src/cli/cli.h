/* SPDX-License-Identifier: MIT */
/* What the commands of the program share. The program uses the library's public header alone. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "dateline.h"

/* What the program ends with; promised to scripts. */
enum exit_status {
    EXIT_DONE = 0,
    EXIT_NO_EVENT = 1, /* done, but no event was found */
    EXIT_ERROR = 2,    /* usage or system */
    EXIT_NO_INPUT = 3, /* no input could be read */
    EXIT_SKIPPED = 4   /* written, but some input was skipped */
};

#define MOST_OUTPUTS 32

/* The command line, understood. Strings are the command line's own. */
typedef struct command_line {
    dateline_options options;
    dateline_layout layout;
    const char *outputs[MOST_OUTPUTS]; /* -o FILE */
    size_t output_count;
    const char *format; /* -t FORMAT; NULL: none */
    char **inputs;
    size_t input_count;
    bool quiet;
    bool verbose;
    bool progress;  /* asked for, or on a terminal */
    bool needs_all; /* nothing is made where an input is skipped */
    bool told_why;  /* why nothing is made has been said, with the file's name */
} command_line;

/* Options by the commands that take them. */
enum option_group {
    OPTIONS_OF_ALL = 1,
    OPTIONS_OF_TIMELINE = 2,
    OPTIONS_OF_TAG = 4,
    OPTIONS_OF_LINES = 8,
    OPTIONS_OF_BUILD = 16 /* what makes timelines of articles */
};

/* A command: its name, what it does in a line, which options it takes, and its work. */
typedef struct command {
    const char *name;
    const char *arguments;
    const char *summary;
    unsigned options; /* groups of them */
    int (*run)(command_line *line);
} command;

int run_build(command_line *line);
int run_merge(command_line *line);
int run_export(command_line *line);
int run_read(command_line *line);
int run_tag(command_line *line);
int run_parse(command_line *line);
int run_extract(command_line *line);

/* All commands, the last one with the name NULL. */
extern const command commands[];

/*
 * Reads the options and inputs that follow the command. False where the program is to end at once
 * with *status: help was asked for, or something was wrong and has been said.
 */
bool parse_command_line(const command *c, int argc, char **argv, command_line *out, int *status);

void print_help(void);
void print_command_help(const command *c);

/* A job with the inputs of the command line; NULL where none could be made, with *status set. */
dateline *open_job(command_line *line, int *status);

/* Says a line on standard error: "dateline: …". */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Ends what the progress line shows, if it shows anything. */
void end_progress(const command_line *line);

/* A sink for standard output. */
bool write_to_stdout(void *user, const char *bytes, size_t length);
/* As printf(), up to a screenful of text. */
void print(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Writes what is left of standard output; the exit status is `status`, or EXIT_ERROR (said). */
int end_stdout(int status);
/* The exit status of a step that wrote lines to standard output. */
int finish_lines(command_line *line, dateline *job, dateline_status status);
/* Writes the timeline where the command line says, and frees it and the job; the exit status. */
int finish_timeline(command_line *line, dateline *job, dateline_timeline *timeline,
                    dateline_status status);

#endif
