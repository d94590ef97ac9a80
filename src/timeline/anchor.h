/* SPDX-License-Identifier: MIT */
/* Dates counted from events: "three days before the attack" is dated once the attack is. */
#ifndef TIMELINE_ANCHOR_H
#define TIMELINE_ANCHOR_H

#include "timeline/likeness.h"
#include "timeline/story.h"

/*
 * Dates the mentions that are counted from an event, where a dated mention tells of that event:
 * first in the same article, then in the others, those of the nearest days of
 * publication. What finds no anchor stays undated.
 */
void anchors_resolve(story *s, stemmer *stems, arena *scratch);

#endif
