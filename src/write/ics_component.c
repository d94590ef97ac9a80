/* SPDX-License-Identifier: MIT */
#include "write/ics_component.h"

#define LONGEST_LINE  75 /* octets without the line end, RFC 5545 3.1 */
#define MINUTES_A_DAY 1440

ics_work *ics_work_in(arena *a, diagnostics *said) {
    ics_work *work = ARENA_NEW(a, ics_work);
    const char *missing = ics_functions_load(&work->call);
    if (missing) {
        diagnose(said, DATELINE_CANNOT_DRAW, DATELINE_SKIPPED, SLICE(""), DATELINE_NO_OFFSET,
                 "libical: %s", missing);
        arena_fail(a, DATELINE_CANNOT_DRAW);
    }
    work->arena = a;
    return work;
}

typedef struct owned_component {
    const ics_work *work;
    icalcomponent *component;
} owned_component;

static void release_component(void *resource) {
    owned_component *owned = resource;
    owned->work->call.icalcomponent_free(owned->component);
}

icalcomponent *ics_component(const ics_work *w, icalcomponent_kind kind) {
    owned_component *owned = ARENA_NEW(w->arena, owned_component);
    *owned = (owned_component){w, w->call.icalcomponent_new(kind)};
    if (!owned->component)
        arena_fail(w->arena, DATELINE_NO_MEMORY);
    arena_defer(w->arena, release_component, owned);
    return owned->component;
}

icalcomponent *ics_component_in(const ics_work *w, icalcomponent *parent, icalcomponent_kind kind) {
    icalcomponent *component = w->call.icalcomponent_new(kind);
    if (!component)
        arena_fail(w->arena, DATELINE_NO_MEMORY);
    w->call.icalcomponent_add_component(parent, component);
    return component;
}

/* libical gives NULL, or a property without a value, where memory ends. */
void ics_add(const ics_work *w, icalcomponent *to, icalproperty *property) {
    if (!property || !w->call.icalproperty_get_value(property)) {
        if (property)
            w->call.icalproperty_free(property);
        arena_fail(w->arena, DATELINE_NO_MEMORY);
    }
    w->call.icalcomponent_add_property(to, property);
}

/* TEXT as RFC 5545 escapes it. */
static slice escaped(const ics_work *w, slice text) {
    icalvalue *value = w->call.icalvalue_new_text(text.data);
    char *written = value ? w->call.icalvalue_as_ical_string_r(value) : NULL;
    if (value)
        w->call.icalvalue_free(value);
    if (!written)
        arena_fail(w->arena, DATELINE_NO_MEMORY);
    arena_defer(w->arena, w->call.icalmemory_free_buffer, written);
    return slice_of(written);
}

/* A property of any name; takes the value. NULL where memory ends. */
static icalproperty *property_named(const ics_work *w, const char *name, icalvalue *value) {
    icalproperty *property = w->call.icalproperty_new(ICAL_X_PROPERTY);
    if (property && value) {
        w->call.icalproperty_set_x_name(property, name);
        w->call.icalproperty_set_value(property, value);
    } else if (value) {
        w->call.icalvalue_free(value);
    }
    return property;
}

/*
 * An X- property of text. Whether libical escapes that depends on the version (since 3.0.17), so it
 * is handed over escaped, as a value that no version touches.
 */
void ics_add_extension(const ics_work *w, icalcomponent *to, const char *name, slice text) {
    icalproperty *property =
        property_named(w, name, w->call.icalvalue_new_string(escaped(w, text).data));
    if (property)
        w->call.icalproperty_set_parameter(property,
                                           w->call.icalparameter_new_value(ICAL_VALUE_TEXT));
    ics_add(w, to, property);
}

void ics_add_written(const ics_work *w, icalcomponent *to, const char *name, slice value) {
    ics_add(w, to, property_named(w, name, w->call.icalvalue_new_x(value.data)));
}

/* By name: libical's own kind of moment reads the system's table of time zones. */
void ics_add_moment(const ics_work *w, icalcomponent *to, const char *name, int64_t minutes) {
    civil_date date = civil_of((day_number)(minutes / MINUTES_A_DAY));
    int minute = (int)(minutes % MINUTES_A_DAY);
    slice text = arena_format(w->arena, "%04d%02d%02dT%02d%02d00Z", date.year, date.month, date.day,
                              minute / 60, minute % 60);
    ics_add_written(w, to, name, text);
}

icaltimetype ics_date(day_number day) {
    civil_date date = civil_of(day);
    return (icaltimetype){.year = date.year, .month = date.month, .day = date.day, .is_date = 1};
}

static slice unfolded(arena *a, slice text) {
    static const slice fold = SLICE("\r\n ");
    buffer out = buffer_in(a);
    size_t start = 0;
    for (size_t found; (found = slice_find(text, fold, start)) != SIZE_MAX;
         start = found + fold.length)
        buffer_add(&out, slice_range(text, start, found));
    buffer_add(&out, slice_range(text, start, text.length));
    return buffer_slice(&out);
}

/* Adds the line in pieces of whole characters. */
static void add_folded(buffer *out, slice line) {
    for (size_t room = LONGEST_LINE; line.length > room; room = LONGEST_LINE - 1) {
        size_t cut = room;
        while (((unsigned char)line.data[cut] & 0xC0) == 0x80)
            cut--;
        buffer_add(out, slice_range(line, 0, cut));
        buffer_add(out, SLICE("\r\n "));
        line = slice_range(line, cut, line.length);
    }
    buffer_add(out, line);
    buffer_add(out, SLICE("\r\n"));
}

/*
 * libical folds ahead of the line end, and even inside of it, where 73 or 74 octets without a space
 * are left (3.0.16 to 4.0). So its folds are undone and made anew.
 */
static slice folded(arena *a, slice text) {
    buffer out = buffer_in(a);
    text = unfolded(a, text);
    size_t start = 0;
    for (size_t end; (end = slice_find(text, SLICE("\r\n"), start)) != SIZE_MAX; start = end + 2)
        add_folded(&out, slice_range(text, start, end));
    return buffer_slice(&out);
}

slice ics_text(const ics_work *w, icalcomponent *component) {
    char *text = w->call.icalcomponent_as_ical_string_r(component);
    if (!text)
        arena_fail(w->arena, DATELINE_NO_MEMORY);
    arena_defer(w->arena, w->call.icalmemory_free_buffer, text);
    return folded(w->arena, slice_of(text));
}
