/* SPDX-License-Identifier: MIT */
/*
 * dateline: reads news articles, finds what happened when, and writes one timeline.
 *
 * How it is used:
 *
 *     dateline_options options = {0};             // all zero is a good start
 *     dateline *job;
 *     dateline_timeline *timeline;
 *     if (dateline_new(&options, &job) == DATELINE_OK) {
 *         dateline_add_path(job, "articles/");
 *         if (dateline_build(job, &timeline) == DATELINE_OK) {
 *             dateline_save(timeline, DATELINE_TXT, NULL, "story.txt");
 *             dateline_timeline_free(timeline);
 *         }
 *     }
 *     dateline_free(job);
 *
 * Strings are UTF-8 and end with NUL. What a function gives in an `out` parameter is the caller's,
 * to be given back to the matching `_free`; every `_free` takes NULL. What an accessor returns
 * belongs to the object that it was asked of and lives as long as that.
 *
 * The library never prints, never exits, and reads no clock, locale, environment or network: the
 * same articles give the same bytes, in any order and with any number of threads. Jobs are
 * independent of each other; one job is for one thread at a time (it starts threads of its own).
 */
#ifndef DATELINE_H
#define DATELINE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define DATELINE_VERSION "0.1.0"

#if defined(__GNUC__)
#define DATELINE_API __attribute__((visibility("default")))
#else
#define DATELINE_API
#endif

/* The version of the library that is linked, which may be newer than this header. */
DATELINE_API const char *dateline_version(void);

/* ---- What can go wrong ------------------------------------------------------------------- */

/* Each status with its meaning, so that code and words cannot drift apart. */
#define DATELINE_STATUS_LIST(_)                                                                    \
    _(OK, "done")                                                                                  \
    _(NO_EVENTS, "no event was found")                                                             \
    _(STOPPED, "stopped by the caller")                                                            \
    _(NO_MEMORY, "out of memory")                                                                  \
    _(NO_INPUT, "no input could be read")                                                          \
    _(CANNOT_OPEN, "cannot be opened")                                                             \
    _(CANNOT_READ, "cannot be read")                                                               \
    _(CANNOT_WRITE, "cannot be written")                                                           \
    _(CANNOT_DRAW, "cannot be drawn")                                                              \
    _(EMPTY, "is empty")                                                                           \
    _(NO_ARTICLE, "holds no article")                                                              \
    _(NOT_TEXT, "is not text")                                                                     \
    _(BAD_UTF8, "is not valid UTF-8")                                                              \
    _(BAD_JSON, "is not valid JSON")                                                               \
    _(BAD_FIELD, "has a field of the wrong kind")                                                  \
    _(BAD_DATE, "names a date that the calendar does not have")                                    \
    _(BAD_OPTION, "is no valid option")                                                            \
    _(UNDATED, "has no publication date")                                                          \
    _(REPEATED, "was given twice")                                                                 \
    _(SAME_NAME, "has the name of another article")                                                \
    _(LEFT_OUT, "is left out")                                                                     \
    _(UNSUPPORTED, "is of a form that is not supported")                                           \
    _(TOO_LARGE, "is over a limit")                                                                \
    _(BAD_CONLLU, "is not valid CoNLL-U")                                                          \
    _(BAD_CORRECTION, "is no correction")                                                          \
    _(GONE, "corrects what is not there")

typedef enum dateline_status {
#define DATELINE_STATUS_CODE(name, text) DATELINE_##name,
    DATELINE_STATUS_LIST(DATELINE_STATUS_CODE)
#undef DATELINE_STATUS_CODE
} dateline_status;

/* The text beside a status in the list above; never NULL. */
DATELINE_API const char *dateline_status_text(dateline_status status);

/* How much a diagnostic matters. */
typedef enum dateline_severity {
    DATELINE_NOTE,    /* worth knowing, nothing was lost */
    DATELINE_WARNING, /* something in the input was not understood; the article was used */
    DATELINE_SKIPPED  /* an input, or a part of it, was left out */
} dateline_severity;

#define DATELINE_NO_OFFSET ((size_t)-1)

/* One thing that was seen on the way. The strings live only during the call that reports it. */
typedef struct dateline_diagnostic {
    dateline_status status;
    dateline_severity severity;
    const char *document; /* the file, or the article's id */
    size_t offset;        /* byte offset into the file, or DATELINE_NO_OFFSET */
    const char *message;  /* what is wrong and what was done about it */
} dateline_diagnostic;

/* Called for each diagnostic, in the order of the input, never from two threads at once. */
typedef void dateline_report(void *user, const dateline_diagnostic *diagnostic);

/* Called after each article with how many have been read; `total` is 0 while it is unknown. */
typedef void dateline_progress(void *user, size_t articles, size_t total);

/* Takes `length` bytes of output. Returns false to stop the work (status DATELINE_STOPPED). */
typedef bool dateline_sink(void *user, const char *bytes, size_t length);

/* ---- A job: articles in ------------------------------------------------------------------ */

/* What a job is told. All zero and NULL is the default; the strings must outlive the job. */
typedef struct dateline_options {
    const char *published;    /* publication date of articles that carry none */
    const char *title;        /* title of the timeline; NULL: made from the articles */
    const char *about;        /* words that say what the story is about */
    const char *since;        /* leave out what ended before this date */
    const char *until;        /* leave out what began after this date */
    size_t max_dates;         /* keep this many dates, the most important; 0: all */
    size_t per_date;          /* keep this many entries a date; 0: all */
    const char *update;       /* file of a timeline, as JSON, that the articles are added to */
    const char *corrections;  /* file of corrections by hand (docs/formats.md) */
    size_t threads;           /* 0: one for each processor */
    const char *spill_folder; /* build, merge: a folder on a disk for what memory need not hold */
    bool events;              /* tag: the events too, each with the expression that dates it */
    bool explain;             /* tag: tell how each expression was found and resolved */
    bool timeml;              /* tag: TimeML, with the events; each article one document */
    dateline_report *report;  /* may be NULL */
    dateline_progress *progress; /* may be NULL */
    void *user;                  /* handed to `report` and `progress` */
} dateline_options;

typedef struct dateline dateline;

/* Makes a job. BAD_OPTION or BAD_DATE (reported) where an option makes no sense. */
DATELINE_API dateline_status dateline_new(const dateline_options *options, dateline **out);
DATELINE_API void dateline_free(dateline *job);

/*
 * Adds a file, a folder (walked in name order, hidden names passed over) or "-" for standard
 * input. Nothing is read yet. CANNOT_OPEN (reported) where there is no such thing.
 */
DATELINE_API dateline_status dateline_add_path(dateline *job, const char *path);

/* How many inputs were read and skipped by the last call that read articles. */
typedef struct dateline_counts {
    size_t articles; /* articles read */
    size_t undated;  /* of these, articles without a publication date */
    size_t skipped;  /* inputs, or parts of inputs, left out with a diagnostic */
} dateline_counts;
DATELINE_API dateline_counts dateline_job_counts(const dateline *job);

/* ---- Steps that write lines ---------------------------------------------------------------- */

/*
 * Each reads the job's articles and hands lines to the sink, an article after the other; but for
 * dateline_parse() each line is an object of JSON.
 * NO_INPUT where nothing could be read, STOPPED where the sink said so; what is wrong with one
 * article is reported and costs only that article.
 */

/* The articles as they were understood. */
DATELINE_API dateline_status dateline_read(dateline *job, dateline_sink *sink, void *user);
/* The time expressions of each article, and its events if asked for: TimeML, stand-off or as it is.
 */
DATELINE_API dateline_status dateline_tag(dateline *job, dateline_sink *sink, void *user);
/* The articles and their dated event mentions: what dateline_merge() reads. */
DATELINE_API dateline_status dateline_extract(dateline *job, dateline_sink *sink, void *user);

/*
 * The words of each article as CoNLL-U: lemma, parts of speech (UPOS and XPOS), head and relation.
 * A file that is CoNLL-U already keeps its words and sentences. Other steps read no such files.
 */
DATELINE_API dateline_status dateline_parse(dateline *job, dateline_sink *sink, void *user);

/* ---- The timeline ------------------------------------------------------------------------- */

typedef struct dateline_timeline dateline_timeline;

/*
 * Reads the job's articles and makes one timeline of them, which has no event where none is dated.
 * NO_INPUT where nothing could be read.
 */
DATELINE_API dateline_status dateline_build(dateline *job, dateline_timeline **out);
/* The same from files that dateline_extract() wrote. */
DATELINE_API dateline_status dateline_merge(dateline *job, dateline_timeline **out);
/* Reads back one timeline that was written as JSON. */
DATELINE_API dateline_status dateline_load(dateline *job, dateline_timeline **out);
DATELINE_API void dateline_timeline_free(dateline_timeline *timeline);

/* One source's own words for an entry. */
typedef struct dateline_mention {
    const char *article; /* id of the article */
    const char *quote;   /* the sentence, word for word */
    size_t start;        /* where it begins in the article's text, in bytes */
    size_t length;
    const char *timex; /* the words that gave the date */
    const char *value; /* their TIMEX3 value */
    const char *how;   /* explicit, weekday, relative, anchored, published, inherited */
} dateline_mention;

/* One entry. The words of each field are those of the JSON output; "" where a field is absent. */
typedef struct dateline_event {
    const char *id;
    const char *date; /* EDTF */
    const char *earliest;
    const char *latest;
    const char *granularity;
    const char *title;
    const char *summary;
    const char *status;
    const char *attribution;
    const dateline_mention *mentions;
    size_t mention_count;
} dateline_event;

DATELINE_API const char *dateline_timeline_title(const dateline_timeline *timeline);
DATELINE_API size_t dateline_event_count(const dateline_timeline *timeline);
/* The entry at `index`, in order of time; NULL past the end. */
DATELINE_API const dateline_event *dateline_event_at(const dateline_timeline *timeline,
                                                     size_t index);

/* ---- Files out ---------------------------------------------------------------------------- */

/*
 * Each format: constant, name (for -t, and as the suffix but of the last, ".timeline.json"), what
 * it is.
 */
#define DATELINE_FORMAT_LIST(_)                                                                    \
    _(TXT, "txt", "chronology in plain text")                                                      \
    _(JSON, "json", "timeline for programs")                                                       \
    _(ICS, "ics", "calendar (iCalendar)")                                                          \
    _(SVG, "svg", "chart")                                                                         \
    _(PNG, "png", "chart")                                                                         \
    _(PDF, "pdf", "chart")                                                                         \
    _(DOT, "dot", "chart's source for Graphviz, with positions")                                   \
    _(MD, "md", "chronology in Markdown")                                                          \
    _(CSV, "csv", "table")                                                                         \
    _(HTML, "html", "page with chart, quotes, search and filters")                                 \
    _(TIMELINEJS, "timelinejs", "slides for TimelineJS (suffix .timeline.json)")

typedef enum dateline_format {
#define DATELINE_FORMAT_CODE(name, suffix, text) DATELINE_##name,
    DATELINE_FORMAT_LIST(DATELINE_FORMAT_CODE)
#undef DATELINE_FORMAT_CODE
} dateline_format;

/* The format of that name ("svg"), or that a file's suffix names; false where there is none. */
DATELINE_API bool dateline_format_named(const char *name, dateline_format *out);
DATELINE_API bool dateline_format_of_path(const char *path, dateline_format *out);

/* Which way time runs in a chart, and its colours. Words as the program takes them. */
#define DATELINE_ORIENTATION_LIST(_) _(VERTICAL, "vertical") _(HORIZONTAL, "horizontal")
#define DATELINE_THEME_LIST(_)       _(LIGHT, "light") _(DARK, "dark")
/* What a chart has a lane for: each of the commonest places, actors or publishers. */
#define DATELINE_LANES_LIST(_)                                                                     \
    _(NO_LANES, "none")                                                                            \
    _(LANES_BY_PLACE, "place")                                                                     \
    _(LANES_BY_ACTOR, "actor")                                                                     \
    _(LANES_BY_SOURCE, "source")
/* The pages of a PDF; OWN_SIZE is one page, as large as the chart. */
#define DATELINE_PAPER_LIST(_)                                                                     \
    _(OWN_SIZE, "own")                                                                             \
    _(A3, "A3")                                                                                    \
    _(A4, "A4")                                                                                    \
    _(A5, "A5")                                                                                    \
    _(LETTER, "letter")                                                                            \
    _(LEGAL, "legal")                                                                              \
    _(TABLOID, "tabloid")

#define DATELINE_CHOICE(name, word) DATELINE_##name,
typedef enum dateline_orientation {
    DATELINE_ORIENTATION_LIST(DATELINE_CHOICE)
} dateline_orientation;
typedef enum dateline_theme { DATELINE_THEME_LIST(DATELINE_CHOICE) } dateline_theme;
typedef enum dateline_lanes { DATELINE_LANES_LIST(DATELINE_CHOICE) } dateline_lanes;
typedef enum dateline_paper { DATELINE_PAPER_LIST(DATELINE_CHOICE) } dateline_paper;
#undef DATELINE_CHOICE

/* How a timeline is written. All zero is the default, and NULL stands for it. */
typedef struct dateline_layout {
    size_t width;                     /* columns of plain text; 0: 72 */
    bool brief;                       /* text: a line an entry, cut where a width is given */
    bool colour;                      /* text: with the colours of a terminal (ECMA-48) */
    bool fuzzy_dates;                 /* calendar: months, seasons and years as spans of days */
    bool alarms;                      /* calendar: a reminder the day before what is planned */
    bool split_months;                /* calendar: a file a month, "story-2024-03.ics" */
    dateline_orientation orientation; /* chart: which way time runs */
    dateline_lanes lanes;             /* chart */
    dateline_theme theme;             /* chart */
    dateline_paper paper;             /* chart as PDF */
    dateline_report *report;          /* what a format left out; may be NULL */
    void *user;
} dateline_layout;

/* Writes the timeline through a sink. NO_EVENTS where a format cannot be empty (a calendar). */
DATELINE_API dateline_status dateline_write(const dateline_timeline *timeline,
                                            dateline_format format, const dateline_layout *layout,
                                            dateline_sink *sink, void *user);
/*
 * Writes the timeline to a file, which appears whole or not at all. A calendar over 1 MB becomes
 * several, "story-1.ics" and so on, which is reported.
 */
DATELINE_API dateline_status dateline_save(const dateline_timeline *timeline,
                                           dateline_format format, const dateline_layout *layout,
                                           const char *path);

#ifdef __cplusplus
}
#endif

#endif
