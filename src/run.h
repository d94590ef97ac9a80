/* SPDX-License-Identifier: MIT */
/*
 * A run: all documents of a source, read into articles and worked on by a pool of threads, each in
 * an arena of its own; what comes of them is given on in the order of the documents.
 */
#ifndef RUN_H
#define RUN_H

#include "base/buffer.h"
#include "timeline/story.h"

/* A document under way. */
typedef struct run_slot {
    arena *arena;
    arena *scratch; /* for the work, which may reset it; empty for each document */
    document document;
    article_list articles;
    story told; /* the articles with their mentions, where the work extracts them */
    buffer out; /* what the work writes */
    diagnostics said;
    dateline_status status;
    const struct run *run;
} run_slot;

typedef struct run {
    source *inputs;
    arena *inputs_arena;
    moment published;  /* of articles that carry no date */
    bool finds_events; /* tagging gives events too */
    bool explains;     /* tagging tells how each expression was found and resolved */
    bool makes_timeml; /* tagging gives documents of TimeML */
    bool one_by_one;   /* documents are not read as articles: the work looks at their bytes */
    bool takes_words;  /* the same for those of CoNLL-U, which no other work takes */
    size_t threads;
    dateline_report *report;
    dateline_progress *progress;
    void *user;
    /* Works on a document, beside others. */
    void (*work)(run_slot *slot);
    /* Takes what came of it, in order; a status other than OK ends the run with it. */
    dateline_status (*give)(run_slot *slot, void *context);
    void *context; /* of `give` */
    dateline_counts counts;
    dateline_status status;
} run;

/* Runs to the end. OK, or NO_MEMORY, or what `give` ended it with. */
dateline_status run_documents(run *r);

#endif
