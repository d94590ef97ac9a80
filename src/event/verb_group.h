/* SPDX-License-Identifier: MIT */
/*
 * Tense, aspect, polarity and modality of an event, by rule from the verb group that it stands in:
 * the auxiliaries, "to" and "not" before a verb, the form of "be" before an adjective. A verb
 * behind a modal has no tense but the future of "will", as TimeBank has it; a passive has no aspect
 * of its own.
 */
#ifndef EVENT_VERB_GROUP_H
#define EVENT_VERB_GROUP_H

#include "event/event.h"

event_form verb_group_form(slice text, const sentence *s, size_t at);

#endif
