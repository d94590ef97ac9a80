/* SPDX-License-Identifier: MIT */
#include "timeline/extract_json.h"

#include "base/buffer.h"
#include "base/full_date.h"
#include "base/json.h"
#include "timeline/sketch.h"

#define TYPE_ARTICLE "article"
#define TYPE_MENTION "mention"

/* ---- Out ------------------------------------------------------------------------------------ */

static slice article_line(const story_article *from, arena *a) {
    const timeline_article *about = &from->about;
    char published[MOMENT_TEXT_SIZE];
    moment_write(about->published, published);
    cJSON *line = json_object(a);
    json_add_text(a, line, "type", SLICE(TYPE_ARTICLE));
    json_add_text(a, line, "id", about->id);
    json_add_known(a, line, "file", about->file);
    json_add_known(a, line, "url", about->url);
    json_add_known(a, line, "title", about->title);
    json_add_known(a, line, "publisher", about->publisher);
    json_add_known(a, line, "published", slice_of(published));
    json_add_text(a, line, "published_from", published_from_word(about->published_from));
    json_add_known(a, line, "lead", from->lead);
    json_add_known(a, line, "sketch", from->sketch);
    json_add_text(a, line, "digest", from->digest);
    return json_print(a, line);
}

static void add_texts(cJSON *line, const char *key, const slice_list *texts, arena *a) {
    if (!texts->count)
        return;
    cJSON *array = json_add_array(a, line, key);
    for (size_t i = 0; i < texts->count; i++)
        json_push_text(a, array, texts->items[i]);
}

static void add_figures(cJSON *line, const figure_list *figures, arena *a) {
    if (!figures->count)
        return;
    cJSON *array = json_add_array(a, line, "figures");
    for (size_t i = 0; i < figures->count; i++) {
        cJSON *one = json_push_object(a, array);
        json_add_text(a, one, "of", figures->items[i].of);
        json_add_number(a, one, "number", figures->items[i].number);
        json_add_text(a, one, "bound", bound_word(figures->items[i].bound));
    }
}

static void add_when(cJSON *line, when w, arena *a) {
    if (!when_is_dated(w))
        return;
    json_add_text(a, line, "date", when_edtf(a, w));
    json_add_text(a, line, "earliest", day_text(a, w.days.first));
    json_add_text(a, line, "latest", day_text(a, w.days.last));
    json_add_text(a, line, "granularity", granularity_word(w.granularity));
    if (w.minute != NO_MINUTE)
        json_add_number(a, line, "minute", w.minute);
    if (w.approximate)
        json_add_bool(a, line, "approximate", true);
}

static slice mention_line(slice article_id, const mention *m, arena *a) {
    cJSON *line = json_object(a);
    json_add_text(a, line, "type", SLICE(TYPE_MENTION));
    json_add_text(a, line, "article", article_id);
    json_add_number(a, line, "order", (double)m->order);
    add_when(line, m->when, a);
    json_add_known(a, line, "title", m->title);
    if (m->title.length && !slice_equal(m->core, m->title))
        json_add_text(a, line, "core", m->core);
    json_add_known(a, line, "head", m->head);
    if (m->title.length)
        json_add_text(a, line, "status", event_status_word(m->status));
    json_add_known(a, line, "attribution", m->attribution);
    add_texts(line, "actors", &m->actors, a);
    add_texts(line, "places", &m->places, a);
    add_figures(line, &m->figures, a);
    json_add_text(a, line, "quote", m->quote);
    json_add_number(a, line, "start", (double)m->start);
    json_add_number(a, line, "length", (double)m->quote.length);
    json_add_text(a, line, "timex", m->timex);
    json_add_text(a, line, "value", m->value);
    json_add_text(a, line, "how", timex_how_word(m->how));
    json_add_known(a, line, "anchor", m->anchor);
    if (m->days_from)
        json_add_number(a, line, "days_from", m->days_from);
    if (m->months_from)
        json_add_number(a, line, "months_from", m->months_from);
    if (m->after)
        json_add_bool(a, line, "after", true);
    if (m->title.length)
        json_add_bool(a, line, "negated", m->negated);
    if (m->caption)
        json_add_bool(a, line, "caption", true);
    return json_print(a, line);
}

static void add_mentions(buffer *lines, const story_article *from, const mention_list *mentions,
                         arena *scratch) {
    for (size_t i = 0; i < mentions->count; i++) {
        buffer_add(lines, mention_line(from->about.id, &mentions->items[i], scratch));
        buffer_add_char(lines, '\n');
        arena_reset(scratch);
    }
}

slice extract_lines(const story_article *from, arena *a, arena *scratch) {
    buffer lines = buffer_in(a);
    buffer_add(&lines, article_line(from, scratch));
    buffer_add_char(&lines, '\n');
    add_mentions(&lines, from, &from->mentions, scratch);
    add_mentions(&lines, from, &from->untitled, scratch);
    return buffer_slice(&lines);
}

/* ---- In ------------------------------------------------------------------------------------- */

/* What was wrong first; NULL while all is well. */
typedef struct line_fields {
    const cJSON *line;
    const char *wrong;
} line_fields;

static slice required_text(line_fields *r, const char *key) {
    slice text = json_text(r->line, key);
    if (!text.length && !r->wrong)
        r->wrong = key;
    return text;
}

/* A whole number that fits an int of at least 32 bits, within limits. */
static int whole_number(line_fields *r, const char *key, int missing, int low, int high) {
    double number = json_number(r->line, key, missing);
    bool whole = number >= low && number <= high && number <= (int)number && number >= (int)number;
    if (!whole && !r->wrong)
        r->wrong = key;
    return whole ? (int)number : missing;
}

static void begin_article(extract_reader *into, const story_article *facts) {
    extract_reader_end(into);
    into->open = story_article_facts(into->owner, facts);
    into->lines = buffer_in(into->owner);
    into->is_open = true;
}

static bool article_of(const cJSON *line, extract_reader *into, const char **wrong) {
    line_fields r = {line, NULL};
    story_article facts = {.about = {.id = required_text(&r, "id"),
                                     .file = json_text(line, "file"),
                                     .url = json_text(line, "url"),
                                     .title = json_text(line, "title"),
                                     .publisher = json_text(line, "publisher"),
                                     .published = {NO_DAY, NO_MINUTE, NO_ZONE}},
                           .lead = json_text(line, "lead"),
                           .sketch = json_text(line, "sketch"),
                           .digest = required_text(&r, "digest")};
    slice published = json_text(line, "published");
    if (published.length && full_date_of(published, &facts.about.published) != FULL_DATE_FOUND &&
        !r.wrong)
        r.wrong = "published";
    if (!published_from_named(json_text(line, "published_from"), &facts.about.published_from) &&
        !r.wrong)
        r.wrong = "published_from";
    uint8_t sketch[SKETCH_PLACES];
    if (facts.sketch.length && !sketch_read(facts.sketch, sketch) && !r.wrong)
        r.wrong = "sketch";
    *wrong = r.wrong;
    if (!r.wrong)
        begin_article(into, &facts);
    return !r.wrong;
}

static void read_when(line_fields *r, when *w) {
    *w = (when){.minute = NO_MINUTE};
    slice earliest = json_text(r->line, "earliest");
    if (!earliest.length)
        return;
    w->days = (day_span){day_of_text(earliest), day_of_text(json_text(r->line, "latest"))};
    w->minute = whole_number(r, "minute", NO_MINUTE, NO_MINUTE, 24 * 60 - 1);
    w->approximate = json_is_true(r->line, "approximate");
    if ((w->days.first == NO_DAY || w->days.last < w->days.first) && !r->wrong)
        r->wrong = "earliest";
    if (!granularity_named(json_text(r->line, "granularity"), &w->granularity) && !r->wrong)
        r->wrong = "granularity";
}

static slice_list texts_of(const cJSON *line, const char *key, arena *a) {
    slice_list texts = {0};
    const cJSON *item;
    cJSON_ArrayForEach(item, json_array_of(line, key)) {
        slice text = slice_of(cJSON_GetStringValue(item));
        if (text.length)
            *vector_push(&texts, a) = text;
    }
    return texts;
}

static figure_list figures_of(line_fields *r, arena *a) {
    figure_list figures = {0};
    const cJSON *item;
    cJSON_ArrayForEach(item, json_array_of(r->line, "figures")) {
        figure f = {.of = json_text(item, "of"), .number = json_number(item, "number", -1)};
        bool good = f.of.length && f.number >= 0 && bound_named(json_text(item, "bound"), &f.bound);
        if (good)
            *vector_push(&figures, a) = f;
        else if (!r->wrong)
            r->wrong = "figures";
    }
    return figures;
}

/* Any text of a JSON file is shorter than this. */
#define HIGHEST_OFFSET 2147483647
#define FARTHEST       4000000

static bool mention_of(const cJSON *line, extract_reader *into, arena *scratch,
                       const char **wrong) {
    line_fields r = {line, NULL};
    mention m = {
        .start = (size_t)whole_number(&r, "start", 0, 0, HIGHEST_OFFSET),
        .order = (size_t)whole_number(&r, "order", 0, 0, HIGHEST_OFFSET),
        .quote = required_text(&r, "quote"),
        .title = json_text(line, "title"),
        .core = json_text(line, "core"),
        .head = json_text(line, "head"),
        .timex = json_text(line, "timex"),
        .value = json_text(line, "value"),
        .negated = json_is_true(line, "negated"),
        .caption = json_is_true(line, "caption"),
        .attribution = json_text(line, "attribution"),
        .anchor = json_text(line, "anchor"),
        .days_from = whole_number(&r, "days_from", 0, -FARTHEST, FARTHEST),
        .months_from = whole_number(&r, "months_from", 0, -FARTHEST, FARTHEST),
        .after = json_is_true(line, "after"),
        .actors = texts_of(line, "actors", scratch),
        .places = texts_of(line, "places", scratch),
        .figures = figures_of(&r, scratch),
    };
    if (!m.core.length)
        m.core = m.title;
    read_when(&r, &m.when);
    if (!timex_how_named(json_text(line, "how"), &m.how) && !r.wrong)
        r.wrong = "how";
    if (m.title.length && !event_status_named(json_text(line, "status"), &m.status) && !r.wrong)
        r.wrong = "status";
    bool fits = into->is_open && slice_equal(into->open.about.id, json_text(line, "article"));
    if (!fits && !r.wrong)
        r.wrong = "article";
    *wrong = r.wrong;
    if (!r.wrong)
        *vector_push(m.title.length ? &into->open.mentions : &into->open.untitled, into->owner) =
            mention_copy(into->owner, &m);
    return !r.wrong;
}

/* The line as it is, for whoever reads it again. */
static void keep_line(extract_reader *r, slice line) {
    buffer_add(&r->lines, line);
    if (!slice_ends_with(line, SLICE("\n")))
        buffer_add_char(&r->lines, '\n');
}

extract_reader extract_reader_of(story *into) {
    return (extract_reader){.into = into, .owner = arena_part(into->owner, SIZE_MAX)};
}

void extract_reader_end(extract_reader *r) {
    if (r->is_open) {
        r->open.lines = buffer_slice(&r->lines);
        story_take(r->into, &r->open);
    }
    r->is_open = false;
    arena_reset(r->owner);
}

bool extract_line_read(extract_reader *r, slice line, slice file, size_t offset, arena *scratch,
                       diagnostics *said) {
    dateline_status status;
    size_t wrong_at;
    const cJSON *object = json_parse(scratch, line, &status, &wrong_at);
    if (!object) {
        diagnose(said, status, DATELINE_SKIPPED, file,
                 offset == DATELINE_NO_OFFSET ? offset : offset + wrong_at,
                 "%s; the line is skipped", dateline_status_text(status));
        return false;
    }
    const char *wrong = "type";
    slice type = json_text(object, "type");
    bool good = slice_equal(type, SLICE(TYPE_ARTICLE))   ? article_of(object, r, &wrong)
                : slice_equal(type, SLICE(TYPE_MENTION)) ? mention_of(object, r, scratch, &wrong)
                                                         : false;
    if (!good)
        diagnose(said, DATELINE_BAD_FIELD, DATELINE_SKIPPED, file, offset,
                 "not a line that extract writes: field \"%s\"; the line is skipped", wrong);
    else
        keep_line(r, line);
    return good;
}
