/* SPDX-License-Identifier: MIT */
#include "timeline/view.h"

/* Every text of a timeline ends with NUL; an empty one may have no bytes at all. */
static const char *string(slice text) {
    return text.length ? text.data : "";
}

static const dateline_mention *mention_views(const timeline *t, const entry *e) {
    dateline_mention *views = ARENA_ARRAY(t->owner, dateline_mention, e->mentions.count);
    for (size_t i = 0; i < e->mentions.count; i++) {
        const entry_mention *m = &e->mentions.items[i];
        views[i] = (dateline_mention){
            .article = string(t->articles.items[m->article].id),
            .quote = string(m->quote),
            .start = m->start,
            .length = m->quote.length,
            .timex = string(m->timex),
            .value = string(m->value),
            .how = string(timex_how_word(m->how)),
        };
    }
    return views;
}

void timeline_make_views(timeline *t) {
    t->views = ARENA_ARRAY(t->owner, dateline_event, t->entries.count);
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        t->views[i] = (dateline_event){
            .id = string(e->id),
            .date = string(e->edtf),
            .earliest = string(day_text(t->owner, e->when.days.first)),
            .latest = string(day_text(t->owner, e->when.days.last)),
            .granularity = string(granularity_word(e->when.granularity)),
            .title = string(e->title),
            .summary = string(e->summary),
            .status = string(event_status_word(e->status)),
            .attribution = string(e->attribution),
            .mentions = mention_views(t, e),
            .mention_count = e->mentions.count,
        };
    }
}
