/* SPDX-License-Identifier: MIT */
#include "timeline/anchor.h"

#include "lang/tokenise.h"

typedef struct candidate {
    const mention *mention;
    double share;
} candidate;

/* A mention that an event can be counted from: dated to the day, and not itself so counted. */
static bool can_anchor(const mention *m) {
    return when_is_dated(m->when) && m->when.days.first == m->when.days.last &&
           m->how != HOW_ANCHORED && m->how != HOW_PUBLISHED;
}

/* What is looked for: the words of an anchor, and the word of it that names the happening. */
typedef struct search {
    stemmer *stems;
    stem_set words;
    stem_set head;
    const mention *asking;
} search;

/*
 * A mention is of the event if the word that names it is the anchor's, or of one kind with it: an
 * attack is an assault, to enter is to arrive. Of several the one whose words agree best.
 */
static void look_in(const search *wanted, const story_article *where, candidate *best) {
    for (size_t i = 0; i < where->mentions.count; i++) {
        const mention *m = &where->mentions.items[i];
        if (m == wanted->asking || !can_anchor(m))
            continue;
        stem_set head = stems_of(wanted->stems, m->head, false);
        bool named =
            share_kind(&wanted->head, &head) || share_of(wanted->stems, &wanted->head, &head) >= 1;
        if (!named)
            continue;
        stem_set quote = stems_of(wanted->stems, m->quote, false);
        double share = share_of(wanted->stems, &wanted->words, &quote);
        if (share > best->share)
            *best = (candidate){m, share};
    }
}

/*
 * The word that names the happening: one of a known kind ("she was freed"), else the noun before a
 * preposition ("his visit to Rome").
 */
static slice anchor_head(slice anchor, arena *a) {
    token_list tokens = {0};
    tokenise(anchor, 0, anchor.length, a, &tokens);
    slice head = anchor;
    for (size_t i = 0; i < tokens.count; i++)
        if (tokens.items[i].classes & WORD_KINDS)
            return token_text(anchor, &tokens.items[i]);
    for (size_t i = 0; i < tokens.count; i++) {
        const token *t = &tokens.items[i];
        if (i && word_is(t->classes, PREPOSITION))
            break;
        if (!word_is(t->classes, DETERMINER) && !word_is(t->classes, POSSESSIVE))
            head = token_text(anchor, t);
    }
    return head;
}

static void date_from(mention *m, const mention *anchor) {
    day_number day = timex_shift(anchor->when.days.first, m->months_from, m->days_from);
    if (day == NO_DAY)
        return;
    m->anchored_to = anchor;
    m->when = (when){{day, day}, NO_MINUTE, GRANULARITY_DAY, false};
    if (m->months_from) { /* "a year after": no day is meant */
        civil_date date = civil_of(day);
        m->when.days = month_span(date.year, date.month);
        m->when.granularity = GRANULARITY_MONTH;
        m->when.approximate = true;
    }
}

static void resolve_one(story *s, size_t own, mention *m, stemmer *stems) {
    slice head = anchor_head(m->anchor, s->owner);
    search wanted = {stems, stems_of(stems, m->anchor, false), stems_of(stems, head, false), m};
    candidate best = {0};
    look_in(&wanted, &s->articles.items[own], &best);
    for (size_t i = 0; !best.mention && i < s->articles.count; i++)
        if (i != own)
            look_in(&wanted, &s->articles.items[i], &best);
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
