/* SPDX-License-Identifier: MIT */
#include "write/lines.h"

#include "base/full_date.h"
#include "base/json.h"
#include "base/utf8.h"

#define USUAL_TAG 120 /* bytes of a line of tags for each of them, of which most take less */

static slice with_line_end(arena *a, const cJSON *object) {
    slice line = json_print(a, object);
    return arena_format(a, "%.*s\n", SLICE_ARGS(line));
}

static void add_moment(cJSON *object, const char *key, moment when_known, arena *a) {
    char text[MOMENT_TEXT_SIZE];
    moment_write(when_known, text);
    json_add_known(a, object, key, slice_of(text));
}

/* Parts of the text that are not told from, with what they are. */
static void add_dropped(cJSON *object, const article *from, arena *a) {
    cJSON *dropped = json_add_array(a, object, "dropped");
    for (size_t i = 0; i < from->block_count; i++) {
        const block *b = &from->blocks[i];
        if (block_is_told(b->kind))
            continue;
        cJSON *one = json_push_object(a, dropped);
        json_add_text(a, one, "as", block_kind_word(b->kind));
        json_add_number(a, one, "start", (double)b->start);
        json_add_number(a, one, "length", (double)(b->end - b->start));
    }
}

slice article_line(const article *from, arena *a) {
    cJSON *object = json_object(a);
    json_add_text(a, object, "id", from->id);
    json_add_text(a, object, "file", from->file);
    json_add_known(a, object, "url", from->url);
    json_add_known(a, object, "title", from->title);
    json_add_known(a, object, "publisher", from->publisher);
    json_add_known(a, object, "author", from->author);
    add_moment(object, "published", from->published, a);
    json_add_text(a, object, "published_from", published_from_word(from->published_from));
    add_moment(object, "modified", from->modified, a);
    json_add_known(a, object, "language", from->language);
    json_add_text(a, object, "text", from->text);
    add_dropped(object, from, a);
    return with_line_end(a, object);
}

/* ---- Time expressions: many small members, so written without a tree ---------------------- */

static size_t code_point_at(code_points *c, slice text, size_t byte) {
    if (text.data != c->text || byte < c->byte)
        *c = (code_points){text.data, 0, 0};
    c->count += utf8_count(text, c->byte, byte);
    c->byte = byte;
    return c->count;
}

/* A member that follows another; `name` holds the comma and the colon, too. */
static void add_text(buffer *out, slice name, slice value) {
    buffer_add(out, name);
    json_quote(out, value);
}

static void add_known_text(buffer *out, slice name, slice value) {
    if (value.length)
        add_text(out, name, value);
}

static void add_number(buffer *out, slice name, size_t number) {
    buffer_add(out, name);
    buffer_add_number(out, number);
}

/* `name` holds the beginning of the id, too. */
static void add_known_id(buffer *out, slice name, int number) {
    if (number == TIMEX_NONE)
        return;
    add_number(out, name, (size_t)number);
    buffer_add_char(out, '"');
}

static void add_explanation(buffer *out, const timex *t) {
    static const slice tenses[] = {
        [TENSE_NONE] = SLICE(""), [TENSE_PAST] = SLICE("past"), [TENSE_FUTURE] = SLICE("future")};
    add_text(out, SLICE(",\"explain\":{\"found_by\":"), timex_rule_word(t->rule));
    add_text(out, SLICE(",\"pattern\":"), t->pattern);
    add_text(out, SLICE(",\"resolved_by\":"), timex_resolution_text(t->resolution));
    add_known_text(out, SLICE(",\"tense\":"), tenses[t->tense]);
    buffer_add_char(out, '}');
}

static void add_timex(buffer *out, slice text, const timex *t, int number, code_points *offsets) {
    if (number > 1)
        buffer_add_char(out, ',');
    add_known_id(out, SLICE("{\"tid\":\"t"), number);
    add_number(out, SLICE(",\"start\":"), code_point_at(offsets, text, t->start));
    add_number(out, SLICE(",\"end\":"), code_point_at(offsets, text, t->end));
    add_text(out, SLICE(",\"text\":"), slice_range(text, t->start, t->end));
    add_text(out, SLICE(",\"type\":"), timex_type_word(t->type));
    add_text(out, SLICE(",\"value\":"), t->value);
    add_known_text(out, SLICE(",\"mod\":"), timex_mod_word(t->mod));
    add_known_text(out, SLICE(",\"quant\":"), t->quant);
    add_known_text(out, SLICE(",\"freq\":"), t->frequency);
    add_known_id(out, SLICE(",\"beginPoint\":\"t"), t->begins_at);
    add_known_id(out, SLICE(",\"endPoint\":\"t"), t->ends_at);
    add_known_id(out, SLICE(",\"anchorTimeID\":\"t"), t->anchor);
}

static void add_event(buffer *out, slice text, const event *e, size_t number,
                      code_points *offsets) {
    if (number > 1)
        buffer_add_char(out, ',');
    add_number(out, SLICE("{\"eid\":\"e"), number);
    add_number(out, SLICE("\",\"start\":"), code_point_at(offsets, text, e->start));
    add_number(out, SLICE(",\"end\":"), code_point_at(offsets, text, e->end));
    add_text(out, SLICE(",\"text\":"), slice_range(text, e->start, e->end));
    add_text(out, SLICE(",\"class\":"), event_class_name(e->class));
    add_text(out, SLICE(",\"tense\":"), event_tense_name(e->form.tense));
    add_text(out, SLICE(",\"aspect\":"), event_aspect_name(e->form.aspect));
    add_text(out, SLICE(",\"polarity\":"), e->form.negated ? SLICE("NEG") : SLICE("POS"));
    add_known_text(out, SLICE(",\"modality\":"), e->form.modality);
    add_text(out, SLICE(",\"pos\":"), event_word_name(e->form.word));
    add_known_id(out, SLICE(",\"when\":\"t"), e->timex);
    buffer_add(out, e->timex == TIMEX_NONE ? SLICE(",\"when\":null}") : SLICE("}"));
}

void tag_line_add(buffer *out, const article *from, const tag_list *tags, code_points *offsets) {
    char published[MOMENT_TEXT_SIZE];
    moment_write(from->published, published);
    buffer_reserve(out, (tags->timexes.count + tags->events.count) * USUAL_TAG);
    add_text(out, SLICE("{\"id\":"), from->id);
    add_known_text(out, SLICE(",\"dct\":"), slice_of(published));
    buffer_add(out, SLICE(",\"timex\":["));
    for (size_t i = 0; i < tags->timexes.count; i++) {
        const timex *t = &tags->timexes.items[i];
        add_timex(out, from->text, t, (int)i + 1, offsets);
        if (tags->explains)
            add_explanation(out, t);
        buffer_add_char(out, '}');
    }
    buffer_add(out, tags->has_events ? SLICE("],\"events\":[") : SLICE(""));
    for (size_t i = 0; i < tags->events.count; i++)
        add_event(out, from->text, &tags->events.items[i], i + 1, offsets);
    buffer_add(out, SLICE("]}\n"));
}
