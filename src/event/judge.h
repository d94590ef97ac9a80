/* SPDX-License-Identifier: MIT */
/* How far an event can be believed: whether it happened, whether it is negated, who says so. */
#ifndef EVENT_JUDGE_H
#define EVENT_JUDGE_H

#include "event/clause.h"
#include "event/eventive.h"
#include "event/mention.h"

/*
 * The status that the clause's own words and the verb that reports it give. `found` is when the
 * event is, `published` the day of writing (NO_DAY: unknown): what lies after it is planned.
 */
event_status judge_status(const tree *t, const clause *told, report said, when found,
                          day_number published);

/* The same for a noun, of which the day alone tells. */
event_status judge_status_of_noun(when found, day_number published);

bool judge_negated(const tree *t, const clause *told);

/* What is told as past. */
bool judge_tells_of_past(const tree *t, const clause *told);

/* Whether it lies after the day of writing; a day's difference is one of time zones. */
bool judge_is_after(when found, day_number published);

/*
 * False where the clause tells of nothing that happens, or is to happen: a condition, a question,
 * what could or might be, what something is like. `events` are those of the sentence.
 */
bool judge_tells_of_fact(const tree *t, const asked_events *events, const clause *told,
                         report said);

#endif
