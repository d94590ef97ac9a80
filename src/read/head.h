/* SPDX-License-Identifier: MIT */
/*
 * The lines that pages carry above an article: when it was published, when it was changed, by
 * whom. "2024-04-02 21:41 Last Updated At:21:51", "By NAME | May 24, 2024, 4:23 pm EDT", or such
 * words glued to the front of the text: "date 2024-05-24 A man ...".
 */
#ifndef READ_HEAD_H
#define READ_HEAD_H

#include "base/calendar.h"
#include "base/slice.h"

typedef struct head_reading {
    size_t length;     /* how many bytes of the block are head; 0: none; the rest is the text's */
    moment published;  /* with a label that says so; its day may be NO_DAY, as below */
    moment stated;     /* without a label */
    moment updated;    /* of the last change */
    bool bare;         /* a day alone, which may be a heading within a chronology, too */
    size_t impossible; /* where a date stands that the calendar does not have, or SIZE_MAX */
} head_reading;

head_reading head_read(slice block);

#endif
