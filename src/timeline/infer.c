/* SPDX-License-Identifier: MIT */
#include "timeline/infer.h"

/* How alike two mentions must be for the date of one to be that of the other. */
#define SAME_EVENT 0.45
/* The share of an event's words that the lead of an article about it has. */
#define ABOUT_EVENT 0.75
/* The share of a copy's time expressions that the article it is of has to have. */
#define SAME_TIMES 0.75
/* News names the days of the past week by their weekdays. */
#define NEWS_DAYS 6

typedef struct inference {
    story *story;
    stemmer *stems;
    diagnostics *said;
    story_article *article; /* the undated one */
} inference;

/* ---- What the article leaves open ----------------------------------------------------------- */

static bool is_open(const mention *m) {
    return !when_is_dated(m->when) && m->how != HOW_ANCHORED && m->timex.length;
}

/* The weekday of XXXX-WXX-5, 0 for other values. */
static int open_weekday(const mention *m) {
    slice prefix = SLICE("XXXX-WXX-");
    bool weekday =
        is_open(m) && slice_starts_with(m->value, prefix) && m->value.length > prefix.length;
    return weekday ? m->value.data[prefix.length] - '0' : 0;
}

static bool is_dated_to_day(const mention *m) {
    return when_is_dated(m->when) && m->when.days.first == m->when.days.last;
}

/* ---- Copies --------------------------------------------------------------------------------- */

static bool says_time(const story_article *one, slice words) {
    for (size_t i = 0; i < one->mentions.count; i++)
        if (slice_equal_nocase(one->mentions.items[i].timex, words))
            return true;
    return false;
}

/* The same report again on the next day says "yesterday" where the first says "today". */
static bool says_the_same_times(const story_article *copy, const story_article *twin) {
    size_t open = 0, same = 0;
    for (size_t i = 0; i < copy->mentions.count; i++) {
        const mention *m = &copy->mentions.items[i];
        open += is_open(m);
        same += is_open(m) && says_time(twin, m->timex);
    }
    return (double)same >= SAME_TIMES * (double)open;
}

/* The dated article whose words the article has; NULL where there is none. */
static const story_article *dated_twin(const inference *in) {
    if (in->article->twin == SIZE_MAX)
        return NULL;
    const story_article *twin = &in->story->articles.items[in->article->twin];
    bool fits = twin->about.published.day != NO_DAY && says_the_same_times(in->article, twin);
    return fits ? twin : NULL;
}

/* ---- The same event, dated elsewhere -------------------------------------------------------- */

static bag bag_of(stemmer *stems, const mention *m) {
    return (bag){stems_of(stems, m->core, false), stems_of(stems, m->quote, false)};
}

/* The day of the mention in dated articles that is likest this one and falls on its weekday. */
static day_number day_elsewhere(inference *in, const mention *m, int weekday) {
    bag own = bag_of(in->stems, m);
    day_number day = NO_DAY;
    double best = SAME_EVENT;
    for (size_t i = 0; i < in->story->articles.count; i++) {
        const story_article *other = &in->story->articles.items[i];
        if (other->about.published.day == NO_DAY)
            continue;
        for (size_t k = 0; k < other->mentions.count; k++) {
            const mention *n = &other->mentions.items[k];
            if (!is_dated_to_day(n) || weekday_of(n->when.days.first) != weekday)
                continue;
            bag theirs = bag_of(in->stems, n);
            double alike = likeness(in->stems, &own, &theirs);
            if (alike > best) {
                best = alike;
                day = n->when.days.first;
            }
        }
    }
    return day;
}

/* The last day that events told elsewhere, too, fix in the article. */
static day_number last_shared_day(inference *in) {
    day_number last = NO_DAY;
    for (size_t i = 0; i < in->article->mentions.count; i++) {
        const mention *m = &in->article->mentions.items[i];
        int weekday = open_weekday(m);
        day_number day = weekday ? day_elsewhere(in, m, weekday) : NO_DAY;
        if (day > last)
            last = day;
    }
    return last;
}

/* ---- News of an event whose date is known --------------------------------------------------- */

/* The day of the event that the article's lead tells of; NO_DAY where none stands out. */
static day_number day_of_lead(inference *in) {
    stem_set lead = stems_of(in->stems, in->article->lead, false);
    day_number day = NO_DAY;
    double best = ABOUT_EVENT;
    bool contested = false;
    for (size_t i = 0; i < in->story->articles.count; i++) {
        const story_article *other = &in->story->articles.items[i];
        for (size_t k = 0; k < other->mentions.count; k++) {
            const mention *n = &other->mentions.items[k];
            if (!is_dated_to_day(n) || n->how != HOW_EXPLICIT || n->caption)
                continue;
            stem_set core = stems_of(in->stems, n->core, false);
            stem_set head = stems_of(in->stems, n->head, false);
            double share = share_of(in->stems, &core, &lead);
            if (core.count < 3 || share < best || !share_kind(&head, &lead))
                continue;
            contested = share <= best && day != NO_DAY && day != n->when.days.first;
            best = share;
            day = n->when.days.first;
        }
    }
    return contested ? NO_DAY : day;
}

/* The latest of the article's weekdays in the week after a day; NO_DAY where it names none. */
static day_number last_weekday_after(const inference *in, day_number event) {
    day_number last = NO_DAY;
    for (size_t i = 0; i < in->article->mentions.count; i++) {
        int weekday = open_weekday(&in->article->mentions.items[i]);
        if (!weekday)
            continue;
        day_number day = event + (weekday - weekday_of(event) + 7) % 7;
        if (day > last)
            last = day;
    }
    return last > event && last <= event + NEWS_DAYS ? last : NO_DAY;
}

/* ---- Reading again -------------------------------------------------------------------------- */

/* The mention's expression, found again in its sentence and read from the publication date. */
static void read_again(inference *in, mention *m, moment published) {
    arena *a = in->story->owner;
    sentence whole = {.start = 0, .end = m->quote.length};
    timex_finder finder = {.text = m->quote, .published = published, .owner = a};
    timex_list found = {0};
    timexes_find(&finder, &whole, 1, &found);
    for (size_t i = 0; i < found.count; i++) {
        const timex *t = &found.items[i];
        if (!slice_equal(slice_range(m->quote, t->start, t->end), m->timex))
            continue;
        m->when = t->when;
        m->value = t->value;
        m->how = t->how;
        if (when_is_dated(m->when) && m->when.days.first > published.day &&
            m->status == EVENT_HAPPENED)
            m->status = EVENT_PLANNED;
        return;
    }
}

static void publish(inference *in, day_number day, slice reason) {
    timeline_article *about = &in->article->about;
    about->published = (moment){day, NO_MINUTE, NO_ZONE};
    about->published_from = PUBLISHED_INFERRED;
    for (size_t i = 0; i < in->article->mentions.count; i++)
        if (is_open(&in->article->mentions.items[i]))
            read_again(in, &in->article->mentions.items[i], about->published);
    diagnose(in->said, DATELINE_UNDATED, DATELINE_NOTE, about->file, DATELINE_NO_OFFSET,
             "article \"%.*s\" says no date; %.*s is inferred from %.*s", SLICE_ARGS(about->id),
             SLICE_ARGS(day_text(in->story->owner, day)), SLICE_ARGS(reason));
}

/* The day of writing and why it is that, in words; NO_DAY where nothing tells. */
static day_number inferred_day(inference *in, slice *reason) {
    const story_article *twin = dated_twin(in);
    if (twin) {
        *reason =
            arena_format(in->story->owner, "its near copy \"%.*s\"", SLICE_ARGS(twin->about.id));
        return twin->about.published.day;
    }
    day_number day = last_shared_day(in);
    if (day != NO_DAY) {
        *reason = SLICE("an event that another article dates");
        return day;
    }
    day_number event = day_of_lead(in);
    *reason = SLICE("the date of the event that it is about");
    return event == NO_DAY ? NO_DAY : last_weekday_after(in, event);
}

void publications_infer(story *s, stemmer *stems, diagnostics *said) {
    for (size_t i = 0; i < s->articles.count; i++) {
        inference in = {s, stems, said, &s->articles.items[i]};
        slice reason;
        if (in.article->about.published.day != NO_DAY)
            continue;
        day_number day = inferred_day(&in, &reason);
        if (day != NO_DAY)
            publish(&in, day, reason);
    }
}
