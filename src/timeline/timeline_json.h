/* SPDX-License-Identifier: MIT */
/* Reading back a timeline that was written as JSON (docs/formats.md, docs/timeline.schema.json). */
#ifndef TIMELINE_TIMELINE_JSON_H
#define TIMELINE_TIMELINE_JSON_H

#include "timeline/timeline.h"

/* The member "dateline" of the format as it is written and read. */
#define TIMELINE_JSON_VERSION 1

/*
 * Reads a whole timeline into the arena, which becomes its owner; what is written of it as JSON is
 * what was read. Strict: a required field that is absent or of the wrong kind, an article that is
 * not listed, an id that is there twice, a date that its bounds contradict are BAD_FIELD; bytes
 * that are not JSON BAD_JSON or BAD_UTF8; another version UNSUPPORTED. What is wrong is diagnosed
 * for `file`, by the path of the field ("events[3].date"). Members not known are passed over. The
 * entries keep their order; `views` are not made.
 */
dateline_status timeline_of_json(slice bytes, slice file, arena *a, timeline **out,
                                 diagnostics *said);

#endif
