/* SPDX-License-Identifier: MIT */
#include "timeline/told_story.h"

#include "event/extract.h"
#include "read/reading_fixture.h"
#include "support/check.h"

void story_tell(story *s, const told *one) {
    arena *a = s->owner;
    moment published = {day_of_text(slice_of(one->published)), NO_MINUTE, NO_ZONE};
    reading_fixture read = read_text(a, one->text, published);
    CHECK_INT(read.articles.count, 1);
    article *x = &read.articles.items[0];
    x->id = slice_of(one->name);
    article_set_digest(x, a);
    mention_list mentions = {0}, untitled = {0};
    mentions_extract(x, a, NULL, &mentions, &untitled, &read.said);
    story_add(s, x, &mentions, &untitled);
}

timeline *timeline_told(arena *a, const told *articles, size_t count) {
    story s = {.owner = a, .texts = a};
    diagnostics said = diagnostics_in(a);
    for (size_t i = 0; i < count; i++)
        story_tell(&s, &articles[i]);
    return timeline_build(&s, &(timeline_wishes){0}, a, &said);
}
