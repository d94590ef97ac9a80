/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "event/eventive.h"
#include "event/extract.h"
#include "fuzz/driver.h"
#include "timeline/build.h"

#include <stdlib.h>

/* What the header of mention.h promises. */
static void check_mention(const mention *m, slice text) {
    bool in_text = m->start <= text.length && m->quote.length <= text.length - m->start &&
                   m->quote.data == text.data + m->start;
    bool in_calendar =
        !when_is_dated(m->when) || (m->when.days.first >= 1 && m->when.days.last <= LAST_DAY &&
                                    m->when.days.first <= m->when.days.last);
    if (!in_text || !in_calendar || !m->title.length || utf8_check(m->title) != SIZE_MAX)
        abort();
}

static void check_timeline(const timeline *t) {
    for (size_t i = 0; i + 1 < t->entries.count; i++)
        if (when_compare(t->entries.items[i].when, t->entries.items[i + 1].when) > 0)
            abort();
}

/* Events in TimeML's sense stand in the text, in their order, and are dated by what is there. */
static void check_events(const article *x, arena *a) {
    timex_finder timexes = {.text = x->text, .published = x->published, .owner = a};
    event_finder finder = event_finder_of(x->text, x->published.day, a);
    timex_list dates = {0};
    event_list events = {0};
    for (size_t i = 0; i < x->block_count; i++) {
        sentence_list sentences = {0};
        size_t first = dates.count;
        sentences_split(x->text, x->blocks[i].start, x->blocks[i].end, a, &sentences);
        timexes_find(&timexes, sentences.items, sentences.count, &dates);
        events_find_all(&finder, sentences.items, sentences.count, &dates, first, &events);
    }
    for (size_t i = 0; i < events.count; i++) {
        const event *e = &events.items[i];
        bool dated = e->timex != TIMEX_NONE;
        if (e->start >= e->end || e->end > x->text.length ||
            (i && e->start < events.items[i - 1].end) ||
            (dated && (e->timex < 1 || (size_t)e->timex > dates.count)))
            abort();
    }
}

/* The bytes are a text, published on a day if their first byte is even. */
static void tell(arena *a, slice bytes) {
    document d = {.file = SLICE("fuzz"), .bytes = bytes, .form = DOCUMENT_TEXT};
    moment published = {NO_DAY, NO_MINUTE, NO_ZONE};
    if (bytes.length && bytes.data[0] % 2 == 0)
        published.day = day_of(2024, 5, 24);
    article_list articles = {0};
    diagnostics said = diagnostics_in(a);
    story s = {.owner = a, .texts = a};
    articles_read(&d, published, a, &articles, &said);
    for (size_t i = 0; i < articles.count; i++) {
        mention_list mentions = {0};
        mentions_extract(&articles.items[i], a, NULL, &mentions, NULL, &said);
        for (size_t k = 0; k < mentions.count; k++)
            check_mention(&mentions.items[k], articles.items[i].text);
        story_add(&s, &articles.items[i], &mentions, NULL);
        check_events(&articles.items[i], a);
    }
    timeline_wishes none = {0};
    check_timeline(timeline_build(&s, &none, a, &said));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(tell, bytes, length);
    return 0;
}
