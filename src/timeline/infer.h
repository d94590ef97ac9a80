/* SPDX-License-Identifier: MIT */
/* Articles without a publication date, dated by the articles beside them. */
#ifndef TIMELINE_INFER_H
#define TIMELINE_INFER_H

#include "timeline/likeness.h"
#include "timeline/story.h"

/*
 * Gives a publication date to undated articles where the story decides it: where a dated article
 * is a near copy with the same words of time (copies_find() comes first), where another article
 * tells the same event with its date, or where the article is news of an event whose date is
 * known. Nothing is inferred where two readings are nearly as good. Their open
 * mentions ("on Saturday", "March 4") are read again from that date. Each is
 * diagnosed with the reason.
 */
void publications_infer(story *s, stem_lexicon *lexicon, arena *scratch, diagnostics *said);

#endif
