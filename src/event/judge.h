/* SPDX-License-Identifier: MIT */
/* How far an event can be believed: whether it happened, whether it is negated, who says so. */
#ifndef EVENT_JUDGE_H
#define EVENT_JUDGE_H

#include "event/clause.h"
#include "event/mention.h"

/*
 * The status that the clause's own words and the verb that reports it give. `found` is when the
 * event is, `published` the day of writing (NO_DAY: unknown): what lies after it is planned.
 */
event_status judge_status(const sentence *s, const clause *told, const clause *said_by, when found,
                          day_number published);

bool judge_negated(const sentence *s, const clause *told);

/* The words that name who says it: the subject of the reporting clause. "" where there is none. */
slice judge_attribution(slice text, const sentence *s, const clause *said_by, arena *a);

#endif
