/* SPDX-License-Identifier: MIT */
#include "timeline/anchor.h"

/* The share of the anchor's words that a mention must have to be the event it names. */
#define ANCHOR_SHARE 0.5

typedef struct candidate {
    const mention *mention;
    double share;
} candidate;

/* A mention that an event can be counted from: dated to the day, and not itself so counted. */
static bool can_anchor(const mention *m) {
    return when_is_dated(m->when) && m->when.days.first == m->when.days.last &&
           m->how != HOW_ANCHORED && m->how != HOW_PUBLISHED;
}

/*
 * The mention whose core tells the anchor's words best, or their kind of happening; of equals the
 * one whose event comes latest, since distances are told from what has just been told of.
 */
static void look_in(const story_article *where, stemmer *stems, const stem_set *wanted,
                    const mention *asking, candidate *best) {
    for (size_t i = 0; i < where->mentions.count; i++) {
        const mention *m = &where->mentions.items[i];
        if (m == asking || !can_anchor(m))
            continue;
        stem_set core = stems_of(stems, m->core, false);
        stem_set quote = stems_of(stems, m->quote, false);
        double share = share_of(stems, wanted, &quote);
        bool named = share_kind(wanted, &core) || share_of(stems, wanted, &core) >= ANCHOR_SHARE;
        if (!named || share <= 0)
            continue;
        share += share_of(stems, wanted, &core);
        if (share > best->share)
            *best = (candidate){m, share};
    }
}

static void date_from(mention *m, const mention *anchor) {
    day_number day = timex_shift(anchor->when.days.first, m->months_from, m->days_from);
    if (day == NO_DAY)
        return;
    m->when = (when){{day, day}, NO_MINUTE, GRANULARITY_DAY, false};
    if (m->months_from) { /* "a year after": no day is meant */
        civil_date date = civil_of(day);
        m->when.days = month_span(date.year, date.month);
        m->when.granularity = GRANULARITY_MONTH;
        m->when.approximate = true;
    }
}

static void resolve_one(story *s, size_t own, mention *m, stemmer *stems) {
    stem_set wanted = stems_of(stems, m->anchor, false);
    candidate best = {0};
    look_in(&s->articles.items[own], stems, &wanted, m, &best);
    for (size_t i = 0; !best.mention && i < s->articles.count; i++)
        if (i != own)
            look_in(&s->articles.items[i], stems, &wanted, m, &best);
    if (best.mention)
        date_from(m, best.mention);
}

void anchors_resolve(story *s, stemmer *stems) {
    for (size_t i = 0; i < s->articles.count; i++) {
        mention_list *mentions = &s->articles.items[i].mentions;
        for (size_t k = 0; k < mentions->count; k++) {
            mention *m = &mentions->items[k];
            bool counted = m->days_from || m->months_from;
            if (m->how == HOW_ANCHORED && !when_is_dated(m->when) && counted)
                resolve_one(s, i, m, stems);
        }
    }
}
