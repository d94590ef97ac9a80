/* SPDX-License-Identifier: MIT */
/*
 * The calendar: RFC 5545 and 7986 through libical. Why each property is written as it is, and what
 * is left out, stands in docs/calendar.md.
 */
#include "write/ics_event.h"
#include "write/ics_parts.h"
#include "write/wording.h"

#define PRODUCT_ID "-//dateline//dateline " DATELINE_VERSION "//EN"

/* What stands around the events. */
typedef struct frame {
    slice head;
    slice foot;
} frame;

static frame frame_of(const ics_work *w, const timeline *t) {
    icalcomponent *calendar = ics_component(w, ICAL_VCALENDAR_COMPONENT);
    slice title = ics_event_words(w->arena, wording_of_title(t)), foot = SLICE("END:VCALENDAR\r\n");
    ics_add(w, calendar, w->call.icalproperty_new_prodid(PRODUCT_ID));
    ics_add(w, calendar, w->call.icalproperty_new_version("2.0"));
    ics_add(w, calendar, w->call.icalproperty_new_calscale("GREGORIAN"));
    ics_add(w, calendar, w->call.icalproperty_new_name(title.data));
    ics_add_extension(w, calendar, "X-WR-CALNAME", title);
    slice text = ics_text(w, calendar);
    return (frame){slice_range(text, 0, text.length - foot.length), foot};
}

static void diagnose_left_out(const write_job *job, size_t count, const char *reason) {
    if (!count)
        return;
    slice entries = wording_of_count(job->arena, count, "entry", "entries");
    diagnose(job->said, DATELINE_LEFT_OUT, DATELINE_WARNING, SLICE(""), DATELINE_NO_OFFSET,
             "the calendar leaves out %.*s %s", SLICE_ARGS(entries), reason);
}

static void diagnose_all_left_out(const write_job *job, size_t undated, size_t ordered) {
    diagnose_left_out(job, undated,
                      job->layout->fuzzy_dates
                          ? "whose date has no beginning or no end, or is beyond the year 3000"
                          : "whose date is no day (a month, a year); --fuzzy-dates writes them as "
                            "spans");
    diagnose_left_out(job, ordered, "of which only the order is known, not the day");
}

/* The texts of the entries that a calendar shows; the others are empty. */
static slice *event_texts(const write_job *job, const ics_work *w) {
    const timeline *t = job->timeline;
    slice *texts = ARENA_ARRAY(job->arena, slice, t->entries.count);
    size_t undated = 0, ordered = 0;
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        if (ics_event_is_shown(job->layout, e->when))
            texts[i] = ics_event_text(w, t, e, job->layout);
        else if (e->when.some_day)
            ordered++;
        else
            undated++;
    }
    diagnose_all_left_out(job, undated, ordered);
    return texts;
}

dateline_status write_ics(const write_job *job) {
    const ics_work *work = ics_work_in(job->arena, job->said);
    frame around = frame_of(work, job->timeline);
    slice *texts = event_texts(job, work);
    size_t length = 0;
    for (size_t i = 0; i < job->timeline->entries.count; i++)
        length += texts[i].length;
    if (!length)
        return DATELINE_NO_EVENTS;
    if (length + around.head.length + around.foot.length > LARGEST_CALENDAR)
        diagnose(job->said, DATELINE_TOO_LARGE, DATELINE_WARNING, SLICE(""), DATELINE_NO_OFFSET,
                 "the calendar is larger than 1 MB, which some clients refuse; as a file it would "
                 "be several");
    output_add(job->out, around.head);
    for (size_t i = 0; i < job->timeline->entries.count; i++)
        output_add(job->out, texts[i]);
    output_add(job->out, around.foot);
    return output_end(job->out);
}

/* ---- Parts ---------------------------------------------------------------------------------- */

/* Parts on the way: the last one is open. */
typedef struct splitter {
    arena *arena;
    frame around;
    bool by_month;
    slice month;     /* of the open part */
    size_t of_month; /* parts; of the whole calendar where it is not split by months */
    buffer open;
    ics_part_list parts;
} splitter;

static slice label_of(const splitter *s) {
    if (!s->by_month)
        return arena_format(s->arena, "%zu", s->of_month);
    return s->of_month == 1 ? s->month
                            : arena_format(s->arena, "%.*s-%zu", SLICE_ARGS(s->month), s->of_month);
}

static void close_part(splitter *s) {
    if (!s->open.length)
        return;
    buffer_add(&s->open, s->around.foot);
    *vector_push(&s->parts, s->arena) = (ics_part){label_of(s), buffer_slice(&s->open)};
    s->open = buffer_in(s->arena);
}

static void add_event(splitter *s, slice month, slice text) {
    bool is_other_month = s->by_month && !slice_equal(month, s->month);
    bool is_full = s->open.length + text.length + s->around.foot.length > LARGEST_CALENDAR;
    if (!s->open.length || is_other_month || is_full) {
        close_part(s);
        s->of_month = is_other_month ? 1 : s->of_month + 1;
        s->month = month;
        buffer_add(&s->open, s->around.head);
    }
    buffer_add(&s->open, text);
}

ics_part_list ics_parts(const write_job *job) {
    const timeline *t = job->timeline;
    const ics_work *work = ics_work_in(job->arena, job->said);
    slice *texts = event_texts(job, work);
    splitter s = {.arena = job->arena,
                  .around = frame_of(work, t),
                  .by_month = job->layout->split_months,
                  .open = buffer_in(job->arena)};
    for (size_t i = 0; i < t->entries.count; i++) {
        slice day = day_text(job->arena, t->entries.items[i].when.days.first);
        if (texts[i].length)
            add_event(&s, slice_range(day, 0, strlen("2024-03")), texts[i]);
    }
    close_part(&s);
    if (s.parts.count == 1 && !s.by_month)
        s.parts.items[0].label = SLICE("");
    if (s.parts.count > 1 && !s.by_month)
        diagnose(
            job->said, DATELINE_TOO_LARGE, DATELINE_WARNING, SLICE(""), DATELINE_NO_OFFSET,
            "the calendar is larger than 1 MB, which some clients refuse; it is written as %zu "
            "files",
            s.parts.count);
    return s.parts;
}
