/* SPDX-License-Identifier: MIT */
/*
 * What the parts of extraction share: the way through an article (extract.c), days that stand alone
 * above what they date (chronology.c), and what a mention is made of (extractor.c).
 */
#ifndef EVENT_EXTRACTOR_H
#define EVENT_EXTRACTOR_H

#include "event/dating.h"
#include "event/eventive.h"
#include "event/mention.h"
#include "event/quotation.h"
#include "event/reference.h"

/* How many sentences before a pronoun may say whom it means. */
#define REFERENCE_REACH 2
/* A sentence of more words is a list or no language; nothing is told from it. */
#define LONGEST_TOLD 256

/* A sentence on the way through a block. */
typedef struct read_sentence {
    sentence *of;
    tree tree;
    clause_list clauses;
    bool parsed;
} read_sentence;

typedef struct extractor {
    const article *source;
    arena *owner;  /* of the words of the passage */
    arena *keeper; /* of the mentions */
    mention_list *out;
    size_t settled, settled_untitled, settled_labelled; /* mentions that the keeper has */
    size_t passed;                                      /* bytes of the passage */
    mention_list *untitled;                             /* NULL: not asked for */
    timex_finder finder;
    event_finder event_finder;
    asked_events events;                    /* in the sentence that is looked at */
    quotation quotation;                    /* that the block's sentences stand in */
    read_sentence *sentences;               /* of the block */
    size_t here;                            /* the one that is looked at */
    read_sentence *before[REFERENCE_REACH]; /* of paragraphs, the nearest first; NULL: none */
    range_list dates; /* in it: each expression that dates something, with the words of the
                         event that it is counted from */
    bool seen_lead;
    const timex *stands_at; /* the date of what the sentence before told; NULL: none */
    mention_list labelled;  /* by days that stand alone: told where there are enough of them */
    size_t labels;
    timex label;       /* the date that the sentence before was; undated: it was none */
    size_t label_from; /* where that sentence began */
} extractor;
/* What dates a mention. */
typedef struct dating {
    const timex *date;  /* NULL: today's news, or what only comes after an event */
    token_range words;  /* that say when */
    token_range anchor; /* words of the event that it is counted from, or comes after */
    bool after;         /* that event, and no more is said */
} dating;

/* The sentence with the clauses that it has, apart from the words of dates. */
read_sentence *extractor_parse(extractor *x, read_sentence *s, const range_list *dates);

/* What a pronoun of the sentence that is looked at stands for; "" for other words, and where nobody
 * can tell. */
slice extractor_meaning(extractor *x, const clause *c, size_t at);

/* Adds the mention of what is told in the sentence that is looked at, if there is a title for it.
 */
void extractor_tell(extractor *x, dated told, const dating *by, bool caption);
/* The same, dated by an expression of that sentence; NULL: today's news. */
void extractor_tell_dated(extractor *x, dated told, const timex *date, bool caption);
/* The event whose anniversary the clause tells of happened on that day, years before. */
void extractor_tell_anniversary(extractor *x, const clause *c, const timex *t);

#endif
