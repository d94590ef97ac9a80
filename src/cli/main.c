/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"
#include "cli/sandbox.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TIMELINE_OPTIONS (OPTIONS_OF_ALL | OPTIONS_OF_TIMELINE)
#define BUILD_OPTIONS    (TIMELINE_OPTIONS | OPTIONS_OF_BUILD)
#define LINE_OPTIONS     (OPTIONS_OF_ALL | OPTIONS_OF_LINES)

const command commands[] = {
    {"build", "INPUT...", "one merged timeline of all articles (the main job)", BUILD_OPTIONS,
     run_build},
    {"read", "INPUT...", "the articles as understood, as JSON Lines", LINE_OPTIONS, run_read},
    {"tag", "INPUT...", "the time expressions of each article, as JSON Lines",
     LINE_OPTIONS | OPTIONS_OF_TAG, run_tag},
    {"parse", "INPUT...", "the words of each article and what they depend on, as CoNLL-U",
     OPTIONS_OF_ALL, run_parse},
    {"extract", "INPUT...", "dated event mentions, as JSON Lines: the map step", LINE_OPTIONS,
     run_extract},
    {"merge", "EVENTS...", "one timeline of what extract wrote: the reduce step", BUILD_OPTIONS,
     run_merge},
    {"export", "TIMELINE.json", "a timeline in another format", TIMELINE_OPTIONS, run_export},
    {NULL, NULL, NULL, 0, NULL},
};

static const command *command_named(const char *name) {
    for (const command *c = commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

/*
 * Where the program was started with a standard descriptor closed, the next file that it opens
 * would have its number, and be written to as standard output or error. Each such place is taken by
 * what cannot be used as it should: reading and writing fail as they did.
 */
static bool keep_standard_descriptors(void) {
    static const int useless[] = {O_WRONLY, O_RDONLY, O_RDONLY}; /* input, output, error */
    for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
        if (fcntl(i, F_GETFD) < 0 && open("/dev/null", useless[i]) < 0)
            return false;
    return true;
}

/* Where what does not fit into memory is kept; /tmp is memory itself on many systems. */
static const char *spill_folder(void) {
    const char *folder = getenv("TMPDIR");
    return folder && *folder ? folder : "/var/tmp";
}

int main(int argc, char **argv) {
    if (!keep_standard_descriptors())
        return EXIT_ERROR;
    if (argc < 2) {
        complain("no input; dateline --help shows how it is used");
        return EXIT_ERROR;
    }
    if (strcmp(argv[1], "--version") == 0) {
        print("dateline %s\n", dateline_version());
        return end_stdout(EXIT_DONE);
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        print_help();
        return end_stdout(EXIT_DONE);
    }
    /* Without a command, all arguments are inputs and options of build. */
    const command *c = command_named(argv[1]);
    int skip = c ? 1 : 0;
    if (!c)
        c = &commands[0];
    command_line line;
    int status;
    if (!parse_command_line(c, argc - skip, argv + skip, &line, &status))
        return status;
    line.options.spill_folder = spill_folder();
    sandbox_enter(line.outputs, line.output_count, line.options.spill_folder);
    return c->run(&line);
}
