/* SPDX-License-Identifier: MIT */
#include "write/timeml.h"

#include "base/full_date.h"
#include "base/utf8.h"
#include "write/xml_reference.h"

/* What XML has no character for becomes a space, so that the others keep their places. */
static void add_character(buffer *out, slice character, uint32_t c) {
    slice reference = character.length == 1 ? xml_reference(character.data[0]) : SLICE("");
    if (reference.length)
        buffer_add(out, reference);
    else if (c == '\r') /* as it stands, a reader would make a line end of it */
        buffer_add(out, SLICE("&#13;"));
    else if ((c < ' ' && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF)
        buffer_add_char(out, ' ');
    else
        buffer_add(out, character);
}

static void add_text(buffer *out, slice text) {
    for (size_t i = 0, next; i < text.length; i = next) {
        uint32_t c = utf8_decode(text, i, &next);
        add_character(out, slice_range(text, i, next), c);
    }
}

static void add_attribute(buffer *out, const char *name, slice value) {
    if (!value.length)
        return;
    buffer_print(out, " %s=\"", name);
    add_text(out, value);
    buffer_add_char(out, '"');
}

/* A reference to a timex; t0 is there only where the article is dated. */
static void add_reference(buffer *out, const char *name, int number, bool is_dated) {
    if (number != TIMEX_NONE && (number != TIMEX_PUBLISHED || is_dated))
        buffer_print(out, " %s=\"t%d\"", name, number);
}

static void add_timex(buffer *out, const article *from, const timex *t, size_t number) {
    bool is_dated = from->published.day != NO_DAY;
    buffer_print(out, "<TIMEX3 tid=\"t%zu\"", number);
    add_attribute(out, "type", timex_type_word(t->type));
    buffer_add(out, SLICE(" value=\""));
    add_text(out, t->value);
    buffer_add_char(out, '"');
    add_attribute(out, "mod", timex_mod_word(t->mod));
    add_attribute(out, "quant", t->quant);
    add_attribute(out, "freq", t->frequency);
    add_attribute(out, "temporalFunction",
                  t->anchor == TIMEX_NONE ? SLICE("false") : SLICE("true"));
    add_reference(out, "anchorTimeID", t->anchor, is_dated);
    add_reference(out, "beginPoint", t->begins_at, is_dated);
    add_reference(out, "endPoint", t->ends_at, is_dated);
    buffer_add_char(out, '>');
    add_text(out, slice_range(from->text, t->start, t->end));
    buffer_add(out, SLICE("</TIMEX3>"));
}

static void add_event(buffer *out, slice text, const event *e, size_t number) {
    buffer_print(out, "<EVENT eid=\"e%zu\"", number);
    add_attribute(out, "class", event_class_name(e->class));
    buffer_add_char(out, '>');
    add_text(out, slice_range(text, e->start, e->end));
    buffer_add(out, SLICE("</EVENT>"));
}

/*
 * The text with its tags, in order. TimeML lets none stand in another: an event inside of a time
 * expression, which stands there before it, is left out, and `is_tagged` tells so.
 */
static void add_tagged_text(buffer *out, const article *from, const tag_list *tags,
                            bool *is_tagged) {
    size_t at = from->blocks[0].start, timexes = 0, events = 0;
    while (timexes < tags->timexes.count || events < tags->events.count) {
        const timex *t = &tags->timexes.items[timexes];
        const event *e = &tags->events.items[events];
        bool takes_timex =
            events == tags->events.count || (timexes < tags->timexes.count && t->start <= e->start);
        size_t start = takes_timex ? t->start : e->start;
        bool fits = start >= at;
        if (fits)
            add_text(out, slice_range(from->text, at, start));
        if (fits && takes_timex)
            add_timex(out, from, t, timexes + 1);
        else if (fits)
            add_event(out, from->text, e, events + 1);
        if (fits)
            at = takes_timex ? t->end : e->end;
        if (takes_timex)
            timexes++;
        else
            is_tagged[events++] = fits;
    }
    add_text(out, slice_range(from->text, at, from->blocks[from->block_count - 1].end));
}

static void add_instance(buffer *out, const event *e, size_t number) {
    buffer_print(out, "<MAKEINSTANCE eiid=\"ei%zu\" eventID=\"e%zu\"", number, number);
    add_attribute(out, "tense", event_tense_name(e->form.tense));
    add_attribute(out, "aspect", event_aspect_name(e->form.aspect));
    add_attribute(out, "polarity", e->form.negated ? SLICE("NEG") : SLICE("POS"));
    add_attribute(out, "pos", event_word_name(e->form.word));
    add_attribute(out, "modality", e->form.modality);
    buffer_add(out, SLICE("/>\n"));
}

/* An event is within its date, and holds during a length of time. */
static void add_link(buffer *out, const tag_list *tags, size_t number, size_t event_number) {
    int dated_by = tags->events.items[event_number - 1].timex;
    bool is_length = tags->timexes.items[dated_by - 1].type == TIMEX_DURATION;
    buffer_print(out,
                 "<TLINK lid=\"l%zu\" eventInstanceID=\"ei%zu\" relatedToTime=\"t%d\" "
                 "relType=\"%s\"/>\n",
                 number, event_number, dated_by, is_length ? "DURING" : "IS_INCLUDED");
}

static void add_head(buffer *out, const article *from) {
    char published[MOMENT_TEXT_SIZE];
    moment_write(from->published, published);
    buffer_add(out, SLICE("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>"));
    add_text(out, from->id);
    buffer_add(out, SLICE("</DOCID>\n"));
    if (from->published.day != NO_DAY)
        buffer_print(out,
                     "<DCT><TIMEX3 tid=\"t0\" type=\"%s\" value=\"%s\" temporalFunction=\"false\" "
                     "functionInDocument=\"CREATION_TIME\">%s</TIMEX3></DCT>\n",
                     from->published.minute == NO_MINUTE ? "DATE" : "TIME", published, published);
    if (from->title.length) {
        buffer_add(out, SLICE("<TITLE>"));
        add_text(out, from->title);
        buffer_add(out, SLICE("</TITLE>\n"));
    }
}

void timeml_add(buffer *out, const article *from, const tag_list *tags) {
    bool *is_tagged = ARENA_ARRAY(out->owner, bool, tags->events.count + 1);
    size_t links = 0;
    add_head(out, from);
    buffer_add(out, SLICE("<TEXT>"));
    add_tagged_text(out, from, tags, is_tagged);
    buffer_add(out, SLICE("</TEXT>\n"));
    for (size_t i = 0; i < tags->events.count; i++)
        if (is_tagged[i])
            add_instance(out, &tags->events.items[i], i + 1);
    for (size_t i = 0; i < tags->events.count; i++)
        if (is_tagged[i] && tags->events.items[i].timex > 0)
            add_link(out, tags, ++links, i + 1);
    buffer_add(out, SLICE("</TimeML>\n"));
}
