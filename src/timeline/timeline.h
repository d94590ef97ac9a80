/* SPDX-License-Identifier: MIT */
/* The timeline: entries in total order, each resting on the words of its sources. */
#ifndef TIMELINE_TIMELINE_H
#define TIMELINE_TIMELINE_H

#include "base/identity.h"
#include "event/mention.h"

/* An article as the timeline lists it. */
typedef struct timeline_article {
    slice id; /* unique in the timeline */
    slice file;
    slice url;
    slice title;
    slice publisher;
    moment published;
    published_from published_from;
    slice copy_of; /* id of the first article of its family of near copies, "" of others */
} timeline_article;

/* Articles with the same name of their source are one: near copies have their first one's id. */
static inline slice article_source(const timeline_article *a) {
    return a->copy_of.length ? a->copy_of : a->id;
}

/* One source's words for an entry. `article` is an index into the timeline's articles. */
typedef struct entry_mention {
    size_t article;
    slice quote;
    size_t start;
    slice timex;
    slice value;
    timex_how how;
    slice anchor; /* id of the entry it was counted from, else "" */
    slice attribution;
    bool negated;
    bool caption; /* of a picture; not known of timelines read back */
} entry_mention;

/* One number given for a figure, and the articles (indexes) that give it. */
typedef struct figure_value {
    double number;
    bound bound;
    VECTOR(size_t) articles;
} figure_value;

typedef struct entry_figure {
    slice of;
    VECTOR(figure_value) values; /* more than one where the sources disagree */
} entry_figure;

typedef struct entry {
    slice id;  /* unique; from the first mention */
    slice uid; /* UUID for calendars */
    when when;
    slice edtf;
    slice title;
    slice summary; /* the best quote */
    event_status status;
    slice attribution; /* "" where the entry is not a claim */
    slice_list actors;
    slice_list places;
    VECTOR(entry_figure) figures;
    double salience;                /* 0 to 1, three decimals */
    unsigned sequence;              /* how often updates have changed it */
    VECTOR(entry_mention) mentions; /* best first */
} entry;

/* A sentence that speaks of a date and tells no entry: it counts where dates are weighed. */
typedef struct untold {
    size_t article;
    day_span days;
    slice quote;
} untold;

struct dateline_timeline {
    arena *owner; /* of everything in it, and of itself */
    slice title;
    VECTOR(timeline_article) articles; /* by date of publication, then id */
    VECTOR(entry) entries;             /* in the contract's total order */
    VECTOR(untold) untold; /* for a digest or a topic only; none in timelines read back */
    slice_list extracted;  /* lines of `extract` from which it can be made again */
    dateline_event *views; /* the public face of the entries */
};
typedef struct dateline_timeline timeline;

/* How many different articles an entry rests on. */
size_t entry_source_count(const entry *e);

#endif
