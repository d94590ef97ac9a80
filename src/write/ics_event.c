/* SPDX-License-Identifier: MIT */
#include "write/ics_event.h"

#include "base/utf8.h"
#include "write/source_list.h"
#include "write/web_address.h"
#include "write/wording.h"

#define LAST_YEAR_HERE 3000 /* libical writes no day of a later year */
#define MINUTES_A_DAY  1440
#define FUZZY_CATEGORY "uncertain date"
#define ALARM_TRIGGER  "-PT15H" /* nine o'clock on the day before */

slice ics_event_words(arena *a, slice text) {
    return utf8_repair(a, one_line(a, text));
}

/* ---- Dates -------------------------------------------------------------------------------- */

/* Whether the words gave days, and not a month, a year or an "about". */
static bool names_days(when w) {
    switch (w.granularity) {
    case GRANULARITY_TIME: /* what is about is the time, if anything */
        return w.days.first == w.days.last;
    case GRANULARITY_DAY:
        return !w.approximate;
    case GRANULARITY_SPAN:
        return !w.approximate && stretch_granularity(w.days) == GRANULARITY_DAY;
    default:
        return false;
    }
}

/* Days that have a day behind them in the calendar; an open end is the last day of all. */
static bool is_writable(day_span days) {
    return days.first > NO_DAY && days.first <= days.last &&
           days.last < day_of(LAST_YEAR_HERE, 12, 31);
}

bool ics_event_is_shown(const dateline_layout *layout, when w) {
    return is_writable(w.days) && !w.some_day && (layout->fuzzy_dates || names_days(w));
}

/*
 * Minutes since the day before 1 January of year 1, in UTC. A moment without a time is its day's
 * midnight, one without a zone is taken for UTC.
 */
static int64_t minutes_of(moment m) {
    int64_t minutes = (int64_t)m.day * MINUTES_A_DAY + (m.minute == NO_MINUTE ? 0 : m.minute);
    return m.utc_offset == NO_ZONE ? minutes : minutes - m.utc_offset;
}

/*
 * When what is known of the entry last changed: the newest publication among its sources. Where
 * none is dated it is the entry's own last day, for the same articles must give the same bytes.
 */
static int64_t revision_of(const timeline *t, const entry *e) {
    moment last_day = {e->when.days.last, NO_MINUTE, NO_ZONE};
    int64_t newest = 0;
    for (size_t i = 0; i < e->mentions.count; i++) {
        moment published = t->articles.items[e->mentions.items[i].article].published;
        if (published.day != NO_DAY && published.day != LAST_DAY && minutes_of(published) > newest)
            newest = minutes_of(published);
    }
    return newest >= MINUTES_A_DAY ? newest : minutes_of(last_day);
}

/* ---- Words -------------------------------------------------------------------------------- */

static void add_capitalised(buffer *out, slice words) {
    size_t start = out->length;
    buffer_add(out, words);
    if (out->length > start)
        out->data[start] = ascii_upper(out->data[start]);
}

/* "Some time in March 2024", "Early March 2024". */
static void add_fuzzy_date(buffer *out, when w) {
    bool is_whole = !w.approximate && w.granularity != GRANULARITY_SPAN;
    bool has_article = w.granularity == GRANULARITY_WEEK || w.granularity == GRANULARITY_QUARTER ||
                       w.granularity == GRANULARITY_DECADE;
    slice words = wording_of_date(out->owner, w);
    if (is_whole)
        buffer_print(out, "Some time in %s%.*s", has_article ? "the " : "", SLICE_ARGS(words));
    else
        add_capitalised(out, words);
}

static slice summary_of(arena *a, const entry *e) {
    buffer out = buffer_in(a);
    slice time = wording_of_time(a, e->when);
    if (!names_days(e->when)) {
        add_fuzzy_date(&out, e->when);
        buffer_add(&out, SLICE(": "));
    } else if (time.length) {
        buffer_add(&out, time);
        buffer_add_char(&out, ' ');
    }
    buffer_add(&out, ics_event_words(a, e->title));
    return buffer_slice(&out);
}

/* A paragraph: the source's own words, who published them when, and where. */
static void add_quote(buffer *out, slice quote, const timeline_article *listed) {
    arena *a = out->owner;
    slice url = ics_event_words(a, listed->url);
    buffer_add(out, SLICE("\n\n“"));
    buffer_add(out, ics_event_words(a, quote));
    buffer_add(out, SLICE("” — "));
    if (listed->publisher.length) {
        buffer_add(out, ics_event_words(a, listed->publisher));
        buffer_add(out, SLICE(", "));
    }
    buffer_add(out, ics_event_words(a, article_name(listed)));
    buffer_add(out, SLICE(", "));
    buffer_add(out, wording_of_published(a, listed));
    if (url.length)
        buffer_add_char(out, '\n');
    buffer_add(out, url);
}

/* Paragraphs: how it and its date are to be believed, the quotes, where the sources disagree. */
static slice description_of(arena *a, const timeline *t, const entry *e) {
    buffer out = buffer_in(a);
    slice inference = wording_of_inference(a, t, e);
    add_capitalised(&out, ics_event_words(a, wording_of_claim(a, e)));
    if (inference.length)
        buffer_print(&out, "\n\n%.*s", SLICE_ARGS(inference));
    for (size_t i = 0; i < e->mentions.count; i++)
        add_quote(&out, e->mentions.items[i].quote,
                  &t->articles.items[e->mentions.items[i].article]);
    for (size_t i = 0; i < e->figures.count; i++) {
        if (e->figures.items[i].values.count > 1) {
            buffer_add(&out, SLICE("\n\nThe sources disagree on "));
            buffer_add(&out, ics_event_words(a, wording_of_figure(a, &e->figures.items[i])));
        }
    }
    return slice_trim(buffer_slice(&out));
}

/*
 * A comma inside of a category, which many clients take for the end of it, is left out; so is what
 * else would have to be escaped, since libical does that for some versions only.
 */
static void add_category(buffer *list, slice category) {
    slice words = ics_event_words(list->owner, category);
    buffer kept = buffer_in(list->owner);
    for (size_t i = 0; i < words.length; i++)
        if (!strchr(",;\\", words.data[i]))
            buffer_add_char(&kept, words.data[i]);
    words = slice_trim(buffer_slice(&kept));
    if (!words.length)
        return;
    if (list->length)
        buffer_add_char(list, ',');
    buffer_add(list, words);
}

/* What kind of event it is, and where. One list: some clients see the last property alone. */
static slice categories_of(arena *a, const entry *e) {
    buffer list = buffer_in(a);
    add_category(&list, event_status_word(e->status));
    if (!names_days(e->when))
        add_category(&list, SLICE(FUZZY_CATEGORY));
    for (size_t i = 0; i < e->places.count; i++)
        add_category(&list, e->places.items[i]);
    return buffer_slice(&list);
}

static icalproperty_status status_of(const entry *e) {
    switch (e->status) {
    case EVENT_CANCELLED:
        return ICAL_STATUS_CANCELLED;
    case EVENT_HAPPENED:
    case EVENT_ONGOING:
        return names_days(e->when) ? ICAL_STATUS_CONFIRMED : ICAL_STATUS_TENTATIVE;
    default:
        return ICAL_STATUS_TENTATIVE;
    }
}

/* The address of the best source that has one. */
static slice best_uri(arena *a, const timeline *t, const entry *e) {
    slice uri = SLICE("");
    for (size_t i = 0; i < e->mentions.count && uri.length == 0; i++)
        uri = web_address(a, t->articles.items[e->mentions.items[i].article].url);
    return uri;
}

/* ---- The event ---------------------------------------------------------------------------- */

static void add_alarm(const ics_work *w, icalcomponent *event, slice summary) {
    icalcomponent *alarm = ics_component_in(w, event, ICAL_VALARM_COMPONENT);
    ics_add(w, alarm, w->call.icalproperty_new_action(ICAL_ACTION_DISPLAY));
    ics_add(w, alarm, w->call.icalproperty_new_description(summary.data));
    ics_add_written(w, alarm, "TRIGGER", SLICE(ALARM_TRIGGER));
}

slice ics_event_text(const ics_work *w, const timeline *t, const entry *e,
                     const dateline_layout *layout) {
    arena *a = w->arena;
    icalcomponent *event = ics_component(w, ICAL_VEVENT_COMPONENT);
    int64_t revision = revision_of(t, e);
    slice uri = best_uri(a, t, e), summary = summary_of(a, e);
    ics_add(w, event, w->call.icalproperty_new_uid(ics_event_words(a, e->uid).data));
    ics_add_moment(w, event, "DTSTAMP", revision);
    ics_add_moment(w, event, "LAST-MODIFIED", revision);
    ics_add(w, event, w->call.icalproperty_new_sequence((int)e->sequence));
    ics_add(w, event, w->call.icalproperty_new_dtstart(ics_date(e->when.days.first)));
    ics_add(w, event, w->call.icalproperty_new_dtend(ics_date(e->when.days.last + 1)));
    ics_add(w, event, w->call.icalproperty_new_summary(summary.data));
    ics_add(w, event, w->call.icalproperty_new_description(description_of(a, t, e).data));
    ics_add(w, event, w->call.icalproperty_new_status(status_of(e)));
    ics_add(w, event, w->call.icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    ics_add(w, event, w->call.icalproperty_new_categories(categories_of(a, e).data));
    if (uri.length)
        ics_add(w, event, w->call.icalproperty_new_url(uri.data));
    if (!names_days(e->when))
        ics_add_extension(w, event, "X-DATELINE-DATE", ics_event_words(a, e->edtf));
    if (layout->alarms && e->status == EVENT_PLANNED && names_days(e->when))
        add_alarm(w, event, summary);
    return ics_text(w, event);
}
