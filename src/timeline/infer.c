/* SPDX-License-Identifier: MIT */
#include "timeline/infer.h"

#include <stdlib.h>

/* How alike two mentions must be for the date of one to be that of the other. */
#define SAME_EVENT 0.45
/* How much likeness has to speak for a week, and how many times as much as for any other. */
#define ENOUGH_SUPPORT 0.9
#define CLEARLY        2.0
/* So many weekdays of an article are compared at the most. */
#define MOST_OPEN 100
/* The share of an event's words that the lead of an article about it has. */
#define ABOUT_EVENT  0.75
#define FEWEST_STEMS 3
/* Of how many dated articles the lead may tell of that event when its week is over. */
#define MOST_LATER 2
/* The share of a copy's time expressions that the article it is of has to have. */
#define SAME_TIMES 0.75
/* Dated events, or leads, with a stem beyond which it is too common to look for an event by it. */
#define MOST_WITH_STEM 256
/* News names the days of the past week by their weekdays. */
#define NEWS_DAYS 6

/* Numbers of things that have a stem, by the stem. */
typedef VECTOR(uint32_t) number_list;
typedef VECTOR(number_list) stem_index;

/* An event that a dated article tells, to the day. */
typedef struct dated_event {
    day_number day;
    bag words;
} dated_event;

/* What a dated article begins with, and the day of its publication. */
typedef struct dated_lead {
    day_number day;
    stem_set words;
} dated_lead;

/* An event that an article dates in full, and what it is. */
typedef struct explicit_event {
    day_span days;
    stem_set core;
    stem_set head;
} explicit_event;

/* A mention of the undated article, by its index, that such an event is like. */
typedef struct match {
    size_t mention;
    day_number day;
    double alike;
} match;
typedef VECTOR(match) match_list;
typedef VECTOR(day_number) day_list;

typedef struct inference {
    story *story;
    arena *scratch;
    arena *brief;   /* for one article, or one event */
    stemmer *stems; /* of its own: what rare words are is counted among the dated events */
    diagnostics *said;
    VECTOR(dated_event) dated;
    stem_index dated_by_quote;
    stem_index dated_by_core; /* by telling_stems() only */
    VECTOR(dated_lead) leads;
    stem_index leads_by_word;
    VECTOR(explicit_event) explicit;
    stem_index explicit_by_core; /* by telling_stems() only */
    story_article *article;      /* the undated one */
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

static bag bag_of(stemmer *stems, const mention *m, bool counts) {
    return (bag){stems_of(stems, m->core, false), stems_of(stems, m->quote, counts)};
}

static bool is_dated_to_day(const mention *m) {
    return when_is_dated(m->when) && m->when.days.first == m->when.days.last;
}

/* ---- Finding things by their words ---------------------------------------------------------- */

typedef struct weighed_stem {
    uint32_t stem, weight;
} weighed_stem;

static int compare_weights(const void *left, const void *right) {
    const weighed_stem *a = left, *b = right;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->stem < b->stem ? -1 : a->stem > b->stem;
}

/*
 * The rarest stems of some words: a text that has a share of the words' weight of at least `share`
 * has one of these. (Prefix filtering: Chaudhuri, Ganti, Kaushik, 2006.)
 */
static stem_set telling_stems(const inference *in, const stem_set *words, double share) {
    arena *a = in->brief;
    weighed_stem *all = ARENA_ARRAY(a, weighed_stem, words->count);
    stem_set telling = {0};
    uint64_t sum = 0, left;
    for (size_t i = 0; i < words->count; i++) {
        all[i] = (weighed_stem){words->items[i], stem_weight(in->stems, words->items[i])};
        sum += all[i].weight;
    }
    if (words->count)
        qsort(all, words->count, sizeof *all, compare_weights);
    left = sum;
    for (size_t i = 0; i < words->count && (double)left >= share * (double)sum; i++) {
        *vector_push(&telling, a) = all[i].stem;
        left -= all[i].weight;
    }
    return telling;
}

static void index_stems(stem_index *index, const stem_set *stems, size_t number, arena *a) {
    for (size_t i = 0; i < stems->count; i++) {
        while (index->count <= stems->items[i])
            vector_push(index, a);
        *vector_push(&index->items[stems->items[i]], a) = (uint32_t)number;
    }
}

static int compare_numbers(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

/* Adds the numbers of what has one of the stems, but for those that so many have that they tell
 * nothing. */
static void find_by(const stem_index *index, const stem_set *stems, number_list *out, arena *a) {
    for (size_t i = 0; i < stems->count; i++) {
        if (stems->items[i] >= index->count)
            continue;
        const number_list *listed = &index->items[stems->items[i]];
        for (size_t k = 0; k < listed->count && listed->count <= MOST_WITH_STEM; k++)
            *vector_push(out, a) = listed->items[k];
    }
}

/* In order, each once. */
static void sort_found(number_list *found) {
    size_t kept = 0;
    if (found->count)
        qsort(found->items, found->count, sizeof *found->items, compare_numbers);
    for (size_t i = 0; i < found->count; i++)
        if (!kept || found->items[i] != found->items[kept - 1])
            found->items[kept++] = found->items[i];
    found->count = kept;
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

/* ---- The same events, dated elsewhere ------------------------------------------------------- */

static void index_explicit(inference *in, size_t number) {
    stem_set telling = telling_stems(in, &in->explicit.items[number].core, ABOUT_EVENT);
    index_stems(&in->explicit_by_core, &telling, number, in->scratch);
}

/* Whether the mention is one. */
static bool add_explicit(inference *in, const mention *m) {
    if (!is_dated_to_day(m) || m->how != HOW_EXPLICIT || m->caption)
        return false;
    *vector_push(&in->explicit, in->scratch) = (explicit_event){
        m->when.days, stems_of(in->stems, m->core, false), stems_of(in->stems, m->head, false)};
    return true;
}

/* Weights of stems are known once all is gathered. */
static void index_gathered(inference *in) {
    arena *a = in->scratch;
    for (size_t i = 0; i < in->dated.count; i++) {
        const bag *words = &in->dated.items[i].words;
        stem_set telling = telling_stems(in, &words->core, SAME_EVENT);
        index_stems(&in->dated_by_quote, &words->quote, i, a);
        index_stems(&in->dated_by_core, &telling, i, a);
        arena_reset(in->brief);
    }
    for (size_t i = 0; i < in->leads.count; i++)
        index_stems(&in->leads_by_word, &in->leads.items[i].words, i, a);
    for (size_t i = 0; i < in->explicit.count; i++) {
        index_explicit(in, i);
        arena_reset(in->brief);
    }
}

/* What the dated articles tell, and what any dates in full, for an article whose days are open. */
static void gather(inference *in) {
    for (size_t i = 0; i < in->story->articles.count; i++) {
        const story_article *one = &in->story->articles.items[i];
        day_number day = one->about.published.day;
        if (day != NO_DAY)
            *vector_push(&in->leads, in->scratch) =
                (dated_lead){day, stems_of(in->stems, one->lead, false)};
        for (size_t k = 0; k < one->mentions.count; k++) {
            const mention *m = &one->mentions.items[k];
            if (day != NO_DAY && is_dated_to_day(m))
                *vector_push(&in->dated, in->scratch) =
                    (dated_event){m->when.days.first, bag_of(in->stems, m, true)};
            add_explicit(in, m);
        }
        story_pass(in->story, i);
    }
    index_gathered(in);
}

/*
 * The dated events that may be like a mention: of two that are, the one has at least as large a
 * share of the other's core as they are alike, or the other way round.
 */
static number_list like_events(inference *in, const bag *own) {
    number_list found = {0};
    stem_set telling = telling_stems(in, &own->core, SAME_EVENT);
    find_by(&in->dated_by_quote, &telling, &found, in->brief);
    find_by(&in->dated_by_core, &own->quote, &found, in->brief);
    sort_found(&found);
    return found;
}

/* Events told elsewhere that may be those of the article's weekdays. */
static match_list matches_of(inference *in) {
    match_list matches = {0};
    size_t open = 0;
    for (size_t i = 0; i < in->article->mentions.count && open < MOST_OPEN; i++) {
        const mention *m = &in->article->mentions.items[i];
        int weekday = open_weekday(m);
        open += weekday > 0;
        bag own = weekday ? bag_of(in->stems, m, false) : (bag){0};
        number_list found = weekday ? like_events(in, &own) : (number_list){0};
        for (size_t k = 0; k < found.count; k++) {
            const dated_event *n = &in->dated.items[found.items[k]];
            double alike = weekday_of(n->day) == weekday ? likeness(in->stems, &own, &n->words) : 0;
            if (alike > SAME_EVENT)
                *vector_push(&matches, in->brief) = (match){i, n->day, alike};
        }
    }
    return matches;
}

/* How much speaks for the article to be of this day: for each of its mentions the best match among
 * the week that ends there. */
static double support(const match_list *matches, day_number day) {
    double sum = 0, best = 0;
    for (size_t i = 0; i < matches->count; i++) {
        const match *m = &matches->items[i];
        if (i && m->mention != matches->items[i - 1].mention) {
            sum += best;
            best = 0;
        }
        if (m->day <= day && m->day >= day - NEWS_DAYS && m->alike > best)
            best = m->alike;
    }
    return sum + best;
}

static int compare_days(const void *left, const void *right) {
    day_number a = *(const day_number *)left, b = *(const day_number *)right;
    return (a > b) - (a < b);
}

/* The days of the matches, each once, in order. */
static day_list days_of(const match_list *matches, arena *a) {
    day_list days = {0};
    size_t kept = 0;
    for (size_t i = 0; i < matches->count; i++)
        *vector_push(&days, a) = matches->items[i].day;
    if (days.count)
        qsort(days.items, days.count, sizeof *days.items, compare_days);
    for (size_t i = 0; i < days.count; i++)
        if (!kept || days.items[i] != days.items[kept - 1])
            days.items[kept++] = days.items[i];
    days.count = kept;
    return days;
}

/* The last day of the week that the article's weekdays fit best; NO_DAY where no week is clearly
 * the best. */
static day_number last_shared_day(inference *in) {
    match_list matches = matches_of(in);
    day_list days = days_of(&matches, in->brief);
    double *supports = ARENA_ARRAY(in->brief, double, days.count);
    day_number day = NO_DAY;
    double most = 0, rival = 0;
    for (size_t i = 0; i < days.count; i++) {
        supports[i] = support(&matches, days.items[i]);
        if (supports[i] > most) {
            most = supports[i];
            day = days.items[i];
        }
    }
    for (size_t i = 0; i < days.count; i++) {
        bool elsewhere = days.items[i] > day + NEWS_DAYS || days.items[i] < day - NEWS_DAYS;
        if (elsewhere && supports[i] > rival)
            rival = supports[i];
    }
    return most >= ENOUGH_SUPPORT && most >= CLEARLY * rival ? day : NO_DAY;
}

/* ---- News of an event whose date is known --------------------------------------------------- */

/* Whether the lead tells of the event. */
static bool is_told_by(const inference *in, const stem_set *lead, const explicit_event *event) {
    return event->core.count >= FEWEST_STEMS && share_kind(&event->head, lead) &&
           share_of(in->stems, &event->core, lead) >= ABOUT_EVENT;
}

/* Whether articles tell of it still, when it is no news any more: then it dates none of them. */
static bool is_told_for_long(const inference *in, const explicit_event *event) {
    size_t later = 0;
    number_list found = {0};
    stem_set telling = telling_stems(in, &event->core, ABOUT_EVENT);
    find_by(&in->leads_by_word, &telling, &found, in->brief);
    sort_found(&found);
    for (size_t i = 0; i < found.count && later <= MOST_LATER; i++) {
        const dated_lead *lead = &in->leads.items[found.items[i]];
        later += lead->day > event->days.last + NEWS_DAYS && is_told_by(in, &lead->words, event);
    }
    return later > MOST_LATER;
}

/* The day of the event that the article's lead tells of; NO_DAY where it may be several. */
static day_number day_of_lead(inference *in) {
    stem_set lead = stems_of(in->stems, in->article->lead, false);
    const explicit_event *told = NULL;
    number_list found = {0};
    find_by(&in->explicit_by_core, &lead, &found, in->brief);
    sort_found(&found);
    for (size_t i = 0; i < found.count; i++) {
        const explicit_event *event = &in->explicit.items[found.items[i]];
        bool other_day = !told || told->days.first != event->days.first;
        if (!other_day || !is_told_by(in, &lead, event))
            continue;
        if (told)
            return NO_DAY;
        told = event;
    }
    return told && !is_told_for_long(in, told) ? told->days.first : NO_DAY;
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
    arena *a = in->story->texts;
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

static void read_open(inference *in, mention_list *mentions, moment published) {
    for (size_t i = 0; i < mentions->count; i++)
        if (is_open(&mentions->items[i]))
            read_again(in, &mentions->items[i], published);
}

static void publish(inference *in, day_number day, slice reason) {
    timeline_article *about = &in->article->about;
    about->published = (moment){day, NO_MINUTE, NO_ZONE};
    about->published_from = PUBLISHED_INFERRED;
    for (size_t i = 0; i < in->article->mentions.count; i++)
        if (is_open(&in->article->mentions.items[i])) {
            read_again(in, &in->article->mentions.items[i], about->published);
            if (add_explicit(in, &in->article->mentions.items[i]))
                index_explicit(in, in->explicit.count - 1);
        }
    read_open(in, &in->article->untitled, about->published);
    diagnose(in->said, DATELINE_UNDATED, DATELINE_NOTE, about->file, DATELINE_NO_OFFSET,
             "article \"%.*s\" says no date; %.*s is inferred from %.*s", SLICE_ARGS(about->id),
             SLICE_ARGS(day_text(in->brief, day)), SLICE_ARGS(reason));
}

/* The day of writing and why it is that, in words; NO_DAY where nothing tells. */
static day_number inferred_day(inference *in, slice *reason) {
    const story_article *twin = dated_twin(in);
    if (twin) {
        *reason = arena_format(in->brief, "its near copy \"%.*s\"", SLICE_ARGS(twin->about.id));
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

void publications_infer(story *s, stem_lexicon *lexicon, arena *scratch, diagnostics *said) {
    inference in = {
        .story = s, .scratch = scratch, .brief = arena_part(scratch, SIZE_MAX), .said = said};
    for (size_t i = 0; i < s->articles.count; i++) {
        in.article = &s->articles.items[i];
        if (in.article->about.published.day != NO_DAY)
            continue;
        if (!in.stems) {
            in.stems = stemmer_new(lexicon, scratch);
            gather(&in);
        }
        slice reason;
        arena_reset(in.brief);
        day_number day = inferred_day(&in, &reason);
        if (day != NO_DAY)
            publish(&in, day, reason);
    }
}
