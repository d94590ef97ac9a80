/* SPDX-License-Identifier: MIT */
#include "base/full_date.h"
#include "base/json.h"
#include "timeline/timeline_json.h"
#include "write/wording.h"
#include "write/writers.h"

#include <math.h>

/* After so many items what was written need not stay in memory. */
#define ITEMS_PER_REST 50000
/* So many items are asked for before they are written. */
#define ITEMS_AHEAD 64

/* Makes one item of an array as a tree. */
typedef cJSON *make_item(arena *a, const timeline *t, size_t index);

/* The work on one array; `scratch` holds one item at a time. */
typedef struct array_job {
    const write_job *job;
    arena *scratch;
    make_item *make;
    size_t count;
} array_job;

static void add_texts(arena *a, cJSON *object, const char *key, const slice_list *texts) {
    cJSON *array = json_add_array(a, object, key);
    for (size_t i = 0; i < texts->count; i++)
        json_push_text(a, array, texts->items[i]);
}

static cJSON *make_article(arena *a, const timeline *t, size_t index) {
    const timeline_article *listed = &t->articles.items[index];
    char published[MOMENT_TEXT_SIZE];
    moment_write(listed->published, published);
    cJSON *object = json_object(a);
    json_add_text(a, object, "id", listed->id);
    json_add_known(a, object, "file", listed->file);
    json_add_known(a, object, "url", listed->url);
    json_add_known(a, object, "title", listed->title);
    json_add_known(a, object, "publisher", listed->publisher);
    json_add_known(a, object, "published", slice_of(published));
    json_add_text(a, object, "published_from", published_from_word(listed->published_from));
    json_add_known(a, object, "copy_of", listed->copy_of);
    return object;
}

static void add_value(arena *a, cJSON *array, const timeline *t, const figure_value *v) {
    cJSON *object = json_push_object(a, array);
    json_add_number(a, object, "number", v->number);
    json_add_text(a, object, "bound", bound_word(v->bound));
    cJSON *articles = json_add_array(a, object, "articles");
    for (size_t i = 0; i < v->articles.count; i++)
        json_push_text(a, articles, t->articles.items[v->articles.items[i]].id);
}

static void add_figures(arena *a, cJSON *event, const timeline *t, const entry *e) {
    cJSON *figures = json_add_array(a, event, "figures");
    for (size_t i = 0; i < e->figures.count; i++) {
        const entry_figure *f = &e->figures.items[i];
        cJSON *object = json_push_object(a, figures);
        json_add_text(a, object, "of", f->of);
        cJSON *values = json_add_array(a, object, "values");
        for (size_t k = 0; k < f->values.count; k++)
            add_value(a, values, t, &f->values.items[k]);
    }
}

static void add_mention(arena *a, cJSON *array, const timeline *t, const entry_mention *m) {
    cJSON *object = json_push_object(a, array);
    json_add_text(a, object, "article", t->articles.items[m->article].id);
    json_add_text(a, object, "quote", m->quote);
    json_add_number(a, object, "start", (double)m->start);
    json_add_number(a, object, "length", (double)m->quote.length);
    json_add_text(a, object, "timex", m->timex);
    json_add_text(a, object, "value", m->value);
    json_add_text(a, object, "how", timex_how_word(m->how));
    json_add_known(a, object, "anchor", m->anchor);
    json_add_known(a, object, "attribution", m->attribution);
    json_add_bool(a, object, "negated", m->negated);
}

static void add_when(arena *a, cJSON *event, const entry *e) {
    json_add_text(a, event, "date", e->edtf);
    json_add_text(a, event, "earliest", day_text(a, e->when.days.first));
    json_add_text(a, event, "latest", day_text(a, e->when.days.last));
    json_add_text(a, event, "granularity", granularity_word(e->when.granularity));
    json_add_known(a, event, "time", wording_of_time(a, e->when));
}

/* The sentence that tells an entry which is written soon. */
static void expect_event(const timeline *t, size_t later) {
    if (later < t->entries.count)
        arena_expect(t->owner, t->entries.items[later].summary.data,
                     t->entries.items[later].summary.length);
}

static cJSON *make_event(arena *a, const timeline *t, size_t index) {
    const entry *e = &t->entries.items[index];
    expect_event(t, index + ITEMS_AHEAD);
    cJSON *object = json_object(a);
    json_add_text(a, object, "id", e->id);
    json_add_text(a, object, "uid", e->uid);
    add_when(a, object, e);
    json_add_text(a, object, "title", e->title);
    json_add_text(a, object, "summary", e->summary);
    json_add_text(a, object, "status", event_status_word(e->status));
    json_add_known(a, object, "attribution", e->attribution);
    add_texts(a, object, "actors", &e->actors);
    add_texts(a, object, "places", &e->places);
    add_figures(a, object, t, e);
    json_add_number(a, object, "salience", round(e->salience * 1000) / 1000);
    if (e->sequence)
        json_add_number(a, object, "sequence", e->sequence);
    cJSON *mentions = json_add_array(a, object, "mentions");
    for (size_t i = 0; i < e->mentions.count; i++)
        add_mention(a, mentions, t, &e->mentions.items[i]);
    return object;
}

/* An item a line. */
static dateline_status write_items(void *context) {
    const array_job *items = context;
    output *out = items->job->out;
    output_add(out, SLICE("["));
    arena_pass(items->job->timeline->owner);
    for (size_t i = 0; i < items->count && !out->stopped; i++) {
        cJSON *item = items->make(items->scratch, items->job->timeline, i);
        output_add(out, i ? SLICE(",\n") : SLICE("\n"));
        output_add(out, json_print(items->scratch, item));
        arena_reset(items->scratch);
        if (i % ITEMS_PER_REST == ITEMS_PER_REST - 1)
            arena_rest(items->job->timeline->owner);
    }
    output_add(out, SLICE("]"));
    return output_end(out);
}

static void release_arena(void *scratch) {
    arena_free(scratch);
}

static arena *scratch_arena(arena *owner) {
    arena *scratch = arena_new();
    if (!scratch)
        arena_fail(owner, DATELINE_NO_MEMORY);
    arena_defer(owner, release_arena, scratch);
    return scratch;
}

static dateline_status write_array(const write_job *job, arena *scratch, make_item *make,
                                   size_t count) {
    array_job items = {job, scratch, make, count};
    return arena_guard(scratch, write_items, &items);
}

/* The lines of `extract`, each an item. */
static void add_extracted(const write_job *job) {
    const timeline *t = job->timeline;
    slice between = SLICE(",\n\"extract\":[\n");
    arena_pass(t->owner);
    for (size_t i = 0; i < t->extracted.count && !job->out->stopped; i++) {
        slice lines = t->extracted.items[i];
        if (i + ITEMS_AHEAD < t->extracted.count) {
            slice later = t->extracted.items[i + ITEMS_AHEAD];
            arena_expect(t->owner, later.data, later.length);
        }
        for (size_t start = 0, end; start < lines.length; start = end + 1) {
            end = slice_find(lines, SLICE("\n"), start);
            end = end == SIZE_MAX ? lines.length : end;
            output_add(job->out, between);
            output_add(job->out, slice_range(lines, start, end));
            between = SLICE(",\n");
        }
        if (i % ITEMS_PER_REST == ITEMS_PER_REST - 1)
            arena_rest(t->owner);
    }
    if (t->extracted.count)
        output_add(job->out, SLICE("]"));
}

/* The frame is written by hand, so that no tree ever holds the whole timeline. */
dateline_status write_json(const write_job *job) {
    const timeline *t = job->timeline;
    arena *scratch = scratch_arena(job->arena);
    cJSON *title = json_object(job->arena);
    json_add_number(job->arena, title, "dateline", TIMELINE_JSON_VERSION);
    json_add_text(job->arena, title, "title", t->title);
    slice opening = json_print(job->arena, title);
    output_add(job->out, slice_range(opening, 0, opening.length - 1)); /* without its brace */
    output_add(job->out, SLICE(",\n\"articles\":"));
    dateline_status status = write_array(job, scratch, make_article, t->articles.count);
    if (status != DATELINE_OK)
        return status;
    output_add(job->out, SLICE(",\n\"events\":"));
    status = write_array(job, scratch, make_event, t->entries.count);
    add_extracted(job);
    output_add(job->out, SLICE("}\n"));
    return status == DATELINE_OK ? output_end(job->out) : status;
}
