/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define MOST_THREADS 1024
#define NAME_WIDTH   24 /* of options in the help; a longer one has a line of its own */

enum long_option {
    OPTION_DATE = 256,
    OPTION_ABOUT,
    OPTION_SINCE,
    OPTION_UNTIL,
    OPTION_MAX_DATES,
    OPTION_PER_DATE,
    OPTION_TITLE,
    OPTION_UPDATE,
    OPTION_CORRECTIONS,
    OPTION_BRIEF,
    OPTION_FUZZY_DATES,
    OPTION_ALARMS,
    OPTION_SPLIT,
    OPTION_ORIENTATION,
    OPTION_LANES,
    OPTION_THEME,
    OPTION_PAPER,
    OPTION_EXPLAIN,
    OPTION_EVENTS,
    OPTION_PROGRESS,
    OPTION_VERSION
};

/* An option as the program and its help know it. */
typedef struct option_text {
    struct option option;
    const char *argument;
    const char *text;
    enum option_group group; /* the commands that take it */
} option_text;

static const option_text options[] = {
    {{"output", required_argument, NULL, 'o'},
     "FILE",
     "write to FILE, its format by its suffix; may be given several times",
     OPTIONS_OF_TIMELINE},
    {{"to", required_argument, NULL, 't'},
     "FORMAT",
     "write to standard output in this format",
     OPTIONS_OF_TIMELINE},
    {{"to", required_argument, NULL, 't'},
     "jsonl",
     "JSON Lines, which is what is written without it, too; of tag also timeml",
     OPTIONS_OF_LINES},
    {{"title", required_argument, NULL, OPTION_TITLE},
     "TEXT",
     "title of the timeline",
     OPTIONS_OF_TIMELINE},
    {{"about", required_argument, NULL, OPTION_ABOUT},
     "WORDS",
     "what the story is about",
     OPTIONS_OF_TIMELINE},
    {{"since", required_argument, NULL, OPTION_SINCE},
     "DATE",
     "leave out what ended before",
     OPTIONS_OF_TIMELINE},
    {{"until", required_argument, NULL, OPTION_UNTIL},
     "DATE",
     "leave out what began after",
     OPTIONS_OF_TIMELINE},
    {{"max-dates", required_argument, NULL, OPTION_MAX_DATES},
     "N",
     "keep the N most important dates",
     OPTIONS_OF_TIMELINE},
    {{"per-date", required_argument, NULL, OPTION_PER_DATE},
     "K",
     "keep at most K entries a date",
     OPTIONS_OF_TIMELINE},
    {{"update", required_argument, NULL, OPTION_UPDATE},
     "OLD.json",
     "add the articles to this timeline; entries keep their ids and UIDs",
     OPTIONS_OF_BUILD},
    {{"corrections", required_argument, NULL, OPTION_CORRECTIONS},
     "FILE",
     "drop, merge, split, re-date or re-title entries as the file says",
     OPTIONS_OF_TIMELINE},
    {{"brief", no_argument, NULL, OPTION_BRIEF},
     NULL,
     "text: a line an entry",
     OPTIONS_OF_TIMELINE},
    {{"fuzzy-dates", no_argument, NULL, OPTION_FUZZY_DATES},
     NULL,
     "calendar: months and years as spans of days",
     OPTIONS_OF_TIMELINE},
    {{"alarms", no_argument, NULL, OPTION_ALARMS},
     NULL,
     "calendar: a reminder the day before what is planned",
     OPTIONS_OF_TIMELINE},
    {{"split", no_argument, NULL, OPTION_SPLIT},
     NULL,
     "calendar: a file a month, story-2024-03.ics",
     OPTIONS_OF_TIMELINE},
    {{"orientation", required_argument, NULL, OPTION_ORIENTATION},
     "vertical|horizontal",
     "chart: which way time runs",
     OPTIONS_OF_TIMELINE},
    {{"lanes", required_argument, NULL, OPTION_LANES},
     "none|place|actor|source",
     "chart: what has a lane",
     OPTIONS_OF_TIMELINE},
    {{"theme", required_argument, NULL, OPTION_THEME},
     "light|dark",
     "chart: its colours",
     OPTIONS_OF_TIMELINE},
    {{"paper", required_argument, NULL, OPTION_PAPER},
     "own|A3|A4|A5|letter|legal|tabloid",
     "chart as PDF: its pages",
     OPTIONS_OF_TIMELINE},
    {{"events", no_argument, NULL, OPTION_EVENTS},
     NULL,
     "tag the events too, each with the expression that dates it",
     OPTIONS_OF_TAG},
    {{"explain", no_argument, NULL, OPTION_EXPLAIN},
     NULL,
     "tell by which rules each expression was found and resolved",
     OPTIONS_OF_TAG},
    {{"date", required_argument, NULL, OPTION_DATE},
     "DATE",
     "publication date of articles that carry none",
     OPTIONS_OF_ALL},
    {{"jobs", required_argument, NULL, 'j'},
     "N",
     "threads (one for each processor)",
     OPTIONS_OF_ALL},
    {{"quiet", no_argument, NULL, 'q'},
     NULL,
     "say nothing of what is wrong with the inputs",
     OPTIONS_OF_ALL},
    {{"verbose", no_argument, NULL, 'v'},
     NULL,
     "say also what was noticed and cost nothing",
     OPTIONS_OF_ALL},
    {{"progress", no_argument, NULL, OPTION_PROGRESS},
     NULL,
     "show how far the work is (on a terminal it does)",
     OPTIONS_OF_ALL},
    {{"help", no_argument, NULL, 'h'}, NULL, "this help", OPTIONS_OF_ALL},
    {{"version", no_argument, NULL, OPTION_VERSION}, NULL, "the version", OPTIONS_OF_ALL},
};
#define OPTION_COUNT (sizeof options / sizeof *options)

/* ---- Help ----------------------------------------------------------------------------------- */

static void print_options(unsigned groups) {
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const option_text *o = &options[i];
        if (!(o->group & groups))
            continue;
        char name[64];
        bool is_short = o->option.val < 256;
        snprintf(name, sizeof name, "%s%c%s--%s%s%s", is_short ? "-" : " ",
                 is_short ? o->option.val : ' ', is_short ? ", " : "  ", o->option.name,
                 o->argument ? " " : "", o->argument ? o->argument : "");
        if (strlen(name) > NAME_WIDTH)
            print("  %s\n  %-*s %s\n", name, NAME_WIDTH, "", o->text);
        else
            print("  %-*s %s\n", NAME_WIDTH, name, o->text);
    }
}

static void print_formats(void) {
    static const char *const formats[][2] = {
#define FORMAT_TEXT(name, suffix, text) {suffix, text},
        DATELINE_FORMAT_LIST(FORMAT_TEXT)
#undef FORMAT_TEXT
    };
    print("\nFormats:\n");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        print("  %-10s %s\n", formats[i][0], formats[i][1]);
}

void print_help(void) {
    print("dateline reads news articles, finds what happened when, and writes one timeline.\n"
          "\nExamples:\n"
          "  dateline articles/                             the chronology, as plain text\n"
          "  dateline build articles/ -o story.svg -o story.ics\n"
          "                                                 a chart and a calendar\n"
          "  dateline build --date 2024-04-02 page.txt      a page that does not say its date\n"
          "  dateline extract -q part1/ >1.jsonl            on one machine, and on another\n"
          "  dateline merge 1.jsonl 2.jsonl -o story.json   the same as building both\n"
          "  dateline export story.json -t csv              a timeline in another format\n"
          "\nCommands:\n");
    for (const command *c = commands; c->name; c++)
        print("  %-8s %-14s %s\n", c->name, c->arguments, c->summary);
    print("\nInputs are files, folders and - for standard input: web pages, feeds, web\n"
          "archives (WARC, WET), plain text, Markdown, JSON and JSON Lines, each also gzipped;\n"
          "for parse CoNLL-U, too.\n"
          "\nOptions:\n");
    print_options(OPTIONS_OF_ALL | OPTIONS_OF_TIMELINE | OPTIONS_OF_BUILD | OPTIONS_OF_TAG);
    print_formats();
    print("\nExit status: 0 done, 1 no event found, 2 error, 3 no input could be read,\n"
          "4 written, but some input was skipped.\n");
}

void print_command_help(const command *c) {
    print("Usage: dateline %s [OPTION]... %s\n\nWrites %s.\n\nOptions:\n", c->name, c->arguments,
          c->summary);
    print_options(c->options);
    if (c->options & OPTIONS_OF_TIMELINE)
        print_formats();
}

/* ---- Values --------------------------------------------------------------------------------- */

static bool parse_count(const char *name, const char *text, size_t most, size_t *out) {
    char *end;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (!isdigit((unsigned char)*text) || *end || errno || value == 0 || value > most) {
        complain("--%s takes a whole number from 1 to %zu, not \"%s\"", name, most, text);
        return false;
    }
    *out = value;
    return true;
}

#define CHOICE_WORD(name, word) word,
static const char *const orientation_words[] = {DATELINE_ORIENTATION_LIST(CHOICE_WORD) NULL};
static const char *const lanes_words[] = {DATELINE_LANES_LIST(CHOICE_WORD) NULL};
static const char *const theme_words[] = {DATELINE_THEME_LIST(CHOICE_WORD) NULL};
static const char *const paper_words[] = {DATELINE_PAPER_LIST(CHOICE_WORD) NULL};
#undef CHOICE_WORD

/* The index of the word, letter case aside, among words of which the last is NULL; -1 and a
   complaint where it is none of them. */
static int parse_choice(const char *name, const char *text, const char *const words[]) {
    char all[128] = "";
    for (int i = 0; words[i]; i++) {
        if (strcasecmp(text, words[i]) == 0)
            return i;
        size_t length = strlen(all);
        snprintf(all + length, sizeof all - length, "%s%s", i ? ", " : "", words[i]);
    }
    complain("--%s takes one of %s, not \"%s\"", name, all, text);
    return -1;
}

static bool add_output(command_line *line, const char *path) {
    dateline_format format;
    if (!dateline_format_of_path(path, &format)) {
        complain("%s: no format has this suffix; dateline --help lists them", path);
        return false;
    }
    if (line->output_count == MOST_OUTPUTS) {
        complain("more than %d outputs", MOST_OUTPUTS);
        return false;
    }
    line->outputs[line->output_count++] = path;
    return true;
}

static bool set_format(command_line *line, const char *name) {
    dateline_format format;
    if (!dateline_format_named(name, &format)) {
        complain("\"%s\" is no format; dateline --help lists them", name);
        return false;
    }
    line->format = name;
    return true;
}

/* The format of the commands that write lines. */
static bool set_line_format(const command *c, command_line *line, const char *name) {
    bool tags = c->options & OPTIONS_OF_TAG;
    line->options.timeml = tags && strcmp(name, "timeml") == 0;
    if (line->options.timeml || strcmp(name, "jsonl") == 0)
        return true;
    complain("\"%s\" is no format here; %s writes %s", name, c->name,
             tags ? "jsonl and timeml" : "jsonl");
    return false;
}

/* The options of the chart, each of which takes a word. */
static bool apply_chart_option(dateline_layout *layout, int option, const char *value) {
    int choice;
    switch (option) {
    case OPTION_ORIENTATION:
        choice = parse_choice("orientation", value, orientation_words);
        layout->orientation = (dateline_orientation)choice;
        break;
    case OPTION_LANES:
        choice = parse_choice("lanes", value, lanes_words);
        layout->lanes = (dateline_lanes)choice;
        break;
    case OPTION_THEME:
        choice = parse_choice("theme", value, theme_words);
        layout->theme = (dateline_theme)choice;
        break;
    default:
        choice = parse_choice("paper", value, paper_words);
        layout->paper = (dateline_paper)choice;
        break;
    }
    return choice >= 0;
}

static bool apply_option(command_line *line, int option, const char *value) {
    dateline_options *o = &line->options;
    switch (option) {
    case 'o':
        return add_output(line, value);
    case 't':
        return set_format(line, value);
    case 'j':
        return parse_count("jobs", value, MOST_THREADS, &o->threads);
    case 'q':
        line->quiet = true;
        return true;
    case 'v':
        line->verbose = true;
        return true;
    case OPTION_DATE:
        o->published = value;
        return true;
    case OPTION_ABOUT:
        o->about = value;
        return true;
    case OPTION_SINCE:
        o->since = value;
        return true;
    case OPTION_UNTIL:
        o->until = value;
        return true;
    case OPTION_MAX_DATES:
        return parse_count("max-dates", value, SIZE_MAX / 2, &o->max_dates);
    case OPTION_PER_DATE:
        return parse_count("per-date", value, SIZE_MAX / 2, &o->per_date);
    case OPTION_UPDATE:
        o->update = value;
        return true;
    case OPTION_CORRECTIONS:
        o->corrections = value;
        return true;
    case OPTION_TITLE:
        o->title = value;
        return true;
    case OPTION_EVENTS:
        o->events = true;
        return true;
    case OPTION_EXPLAIN:
        o->explain = true;
        return true;
    case OPTION_BRIEF:
        line->layout.brief = true;
        return true;
    case OPTION_FUZZY_DATES:
        line->layout.fuzzy_dates = true;
        return true;
    case OPTION_ALARMS:
        line->layout.alarms = true;
        return true;
    case OPTION_SPLIT:
        line->layout.split_months = true;
        return true;
    case OPTION_ORIENTATION:
    case OPTION_LANES:
    case OPTION_THEME:
    case OPTION_PAPER:
        return apply_chart_option(&line->layout, option, value);
    default:
        line->progress = true;
        return true;
    }
}

/* ---- The command line ----------------------------------------------------------------------- */

/* The long options that the command takes, as getopt_long() wants them; returns the short ones. */
static const char *options_of(const command *c, struct option out[OPTION_COUNT + 1]) {
    size_t count = 0;
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (options[i].group & c->options)
            out[count++] = options[i].option;
    out[count] = (struct option){0};
    return c->options & OPTIONS_OF_TIMELINE ? ":o:t:j:qvh"
           : c->options & OPTIONS_OF_LINES  ? ":t:j:qvh"
                                            : ":j:qvh";
}

static void complain_of_option(int result, char **argv) {
    if (result == ':')
        complain("%s lacks its value; dateline --help shows the options", argv[optind - 1]);
    else if (optopt && optopt < 256)
        complain("-%c is no option here; dateline --help shows the options", optopt);
    else
        complain("%s is no option here; dateline --help shows the options", argv[optind - 1]);
}

bool parse_command_line(const command *c, int argc, char **argv, command_line *out, int *status) {
    struct option known[OPTION_COUNT + 1];
    const char *short_options = options_of(c, known);
    *out = (command_line){.progress = isatty(STDERR_FILENO) == 1};
    *status = EXIT_ERROR;
    opterr = 0;
    for (int option; (option = getopt_long(argc, argv, short_options, known, NULL)) != -1;) {
        if (option == 'h' || option == OPTION_VERSION) {
            if (option == 'h')
                print_command_help(c);
            else
                print("dateline %s\n", dateline_version());
            *status = end_stdout(EXIT_DONE);
            return false;
        }
        if (option == '?' || option == ':') {
            complain_of_option(option, argv);
            return false;
        }
        bool of_lines = option == 't' && c->options & OPTIONS_OF_LINES;
        if (!(of_lines ? set_line_format(c, out, optarg) : apply_option(out, option, optarg)))
            return false;
    }
    out->inputs = argv + optind;
    out->input_count = (size_t)(argc - optind);
    if (!out->input_count)
        complain("no input; dateline %s --help shows how it is used", c->name);
    return out->input_count > 0;
}
