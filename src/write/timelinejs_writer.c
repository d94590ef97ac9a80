/* SPDX-License-Identifier: MIT */
/*
 * Slides for TimelineJS 3 (its JSON, https://timeline.knightlab.com/docs/json-format.html), which
 * takes headlines and texts for HTML. A month or a year is a date without a day; whatever else is
 * no single day goes from its first to its last day, and its own words tell it.
 */
#include "base/json.h"
#include "write/html_text.h"
#include "write/source_list.h"
#include "write/wording.h"
#include "write/writers.h"

static slice escaped(arena *a, slice text) {
    buffer b = buffer_in(a);
    html_add_text(&b, text);
    return buffer_slice(&b);
}

/* A date down to the unit: GRANULARITY_YEAR, MONTH or DAY. */
static cJSON *add_date(arena *a, cJSON *slide, const char *key, day_number day, granularity unit) {
    civil_date date = civil_of(day);
    cJSON *object = json_add_object(a, slide, key);
    json_add_number(a, object, "year", date.year);
    if (unit != GRANULARITY_YEAR)
        json_add_number(a, object, "month", date.month);
    if (unit == GRANULARITY_DAY)
        json_add_number(a, object, "day", date.day);
    return object;
}

static void add_when(arena *a, cJSON *slide, when w) {
    bool is_unit =
        !w.approximate && (w.granularity == GRANULARITY_YEAR || w.granularity == GRANULARITY_MONTH);
    granularity unit = is_unit ? w.granularity : GRANULARITY_DAY;
    cJSON *start = add_date(a, slide, "start_date", w.days.first, unit);
    if (wording_of_time(a, w).length) {
        json_add_number(a, start, "hour", w.minute / 60);
        json_add_number(a, start, "minute", w.minute % 60);
    }
    if (!is_unit && w.days.first != w.days.last)
        add_date(a, slide, "end_date", w.days.last, unit);
    json_add_text(a, slide, "display_date", escaped(a, wording_of_date(a, w)));
}

static void add_paragraph(buffer *b, slice text) {
    if (!text.length)
        return;
    buffer_add(b, SLICE("<p>"));
    html_add_text(b, text);
    buffer_add(b, SLICE("</p>"));
}

static void add_quote(buffer *b, const timeline_article *listed, slice quote) {
    buffer_add(b, SLICE("<blockquote>“"));
    html_add_text(b, quote);
    buffer_add(b, SLICE("” — "));
    if (article_has_link(listed)) {
        buffer_add(b, SLICE("<a href=\""));
        html_add_text(b, listed->url);
        buffer_add(b, SLICE("\">"));
    }
    html_add_text(b, listed->publisher.length ? listed->publisher : article_name(listed));
    buffer_add(b, article_has_link(listed) ? SLICE("</a>, ") : SLICE(", "));
    html_add_text(b, wording_of_published(b->owner, listed));
    buffer_add(b, SLICE("</blockquote>"));
}

static slice text_of(arena *a, const timeline *t, const entry *e) {
    buffer b = buffer_in(a);
    add_paragraph(&b, wording_of_claim(a, e));
    add_paragraph(&b, wording_of_inference(a, t, e));
    for (size_t i = 0; i < e->figures.count; i++)
        add_paragraph(&b, wording_of_disagreement(a, &e->figures.items[i]));
    for (size_t i = 0; i < e->mentions.count; i++)
        add_quote(&b, &t->articles.items[e->mentions.items[i].article], e->mentions.items[i].quote);
    return buffer_slice(&b);
}

static void add_text(arena *a, cJSON *slide, slice headline, slice text) {
    cJSON *object = json_add_object(a, slide, "text");
    json_add_text(a, object, "headline", escaped(a, headline));
    json_add_text(a, object, "text", text);
}

static slice slide_of(arena *a, const timeline *t, const entry *e) {
    cJSON *slide = json_object(a);
    buffer id = buffer_in(a);
    html_add_id(&id, e->id);
    add_when(a, slide, e->when);
    add_text(a, slide, e->title, text_of(a, t, e));
    json_add_text(a, slide, "unique_id", buffer_slice(&id));
    return json_print(a, slide);
}

dateline_status write_timelinejs(const write_job *job) {
    const timeline *t = job->timeline;
    arena *a = job->arena;
    cJSON *title = json_object(a);
    add_text(a, title, wording_of_title(t), escaped(a, wording_of_contents(a, t)));
    output_add(job->out, SLICE("{\"title\":"));
    output_add(job->out, json_print(a, title));
    output_add(job->out, SLICE(",\n\"events\":["));
    for (size_t i = 0; i < t->entries.count; i++) {
        output_add(job->out, i ? SLICE(",\n") : SLICE("\n"));
        output_add(job->out, slide_of(a, t, &t->entries.items[i]));
    }
    output_add(job->out, SLICE("]}\n"));
    return output_end(job->out);
}
