/* SPDX-License-Identifier: MIT */
#include "write/lines.h"

#include "base/full_date.h"
#include "base/json.h"
#include "base/utf8.h"

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
    add_moment(object, "published", from->published, a);
    json_add_text(a, object, "published_from", published_from_word(from->published_from));
    json_add_known(a, object, "language", from->language);
    json_add_text(a, object, "text", from->text);
    add_dropped(object, from, a);
    return with_line_end(a, object);
}

/* Counts code points in one pass: the offsets asked for only grow. */
typedef struct code_points {
    slice text;
    size_t byte;
    size_t count;
} code_points;

static double code_point_at(code_points *c, size_t byte) {
    if (byte < c->byte)
        *c = (code_points){c->text, 0, 0};
    c->count += utf8_count(c->text, c->byte, byte);
    c->byte = byte;
    return (double)c->count;
}

static slice timex_id(arena *a, int number) {
    return number == TIMEX_NONE ? SLICE("") : arena_format(a, "t%d", number);
}

static void add_explanation(cJSON *object, const timex *t, arena *a) {
    static const slice tenses[] = {
        [TENSE_NONE] = SLICE(""), [TENSE_PAST] = SLICE("past"), [TENSE_FUTURE] = SLICE("future")};
    cJSON *explanation = json_add_object(a, object, "explain");
    json_add_text(a, explanation, "found_by", timex_rule_word(t->rule));
    json_add_text(a, explanation, "pattern", t->pattern);
    json_add_text(a, explanation, "resolved_by", timex_resolution_text(t->resolution));
    json_add_known(a, explanation, "tense", tenses[t->tense]);
}

static cJSON *add_timex(cJSON *array, const timex *t, int number, code_points *offsets, arena *a) {
    cJSON *object = json_push_object(a, array);
    json_add_text(a, object, "tid", timex_id(a, number));
    json_add_number(a, object, "start", code_point_at(offsets, t->start));
    json_add_number(a, object, "end", code_point_at(offsets, t->end));
    json_add_text(a, object, "text", slice_range(offsets->text, t->start, t->end));
    json_add_text(a, object, "type", timex_type_word(t->type));
    json_add_text(a, object, "value", t->value);
    json_add_known(a, object, "mod", timex_mod_word(t->mod));
    json_add_known(a, object, "quant", t->quant);
    json_add_known(a, object, "freq", t->frequency);
    json_add_known(a, object, "beginPoint", timex_id(a, t->begins_at));
    json_add_known(a, object, "endPoint", timex_id(a, t->ends_at));
    json_add_known(a, object, "anchorTimeID", timex_id(a, t->anchor));
    return object;
}

slice timex_line(const article *from, const timex_list *timexes, bool explains, arena *a) {
    cJSON *object = json_object(a);
    json_add_text(a, object, "id", from->id);
    add_moment(object, "dct", from->published, a);
    cJSON *array = json_add_array(a, object, "timex");
    code_points offsets = {from->text, 0, 0};
    for (size_t i = 0; i < timexes->count; i++) {
        const timex *t = &timexes->items[i];
        cJSON *added = add_timex(array, t, (int)i + 1, &offsets, a);
        if (explains)
            add_explanation(added, t, a);
    }
    return with_line_end(a, object);
}
