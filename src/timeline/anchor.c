/* SPDX-License-Identifier: MIT */
#include "timeline/anchor.h"

#include "lang/tokenise.h"

/* Days between an event and the article that tells what came after it: told later, it is history,
 * and no longer what followed. */
#define LATEST_ORDERED 366
/* What a mention has to have of the words of the event that another comes after; and of those that
 * have as much, the share that has to be of one day. In other articles there have to be several. */
#define LEAST_WORDS       0.4
#define CLEAR_SHARE       (2.0 / 3)
#define FEWEST_AWAY       3
#define RESOLVED_PER_REST 2000 /* what they look at is some 100 MB */
/* Mentions with a word of the anchor that are looked at, on each side of the asking article. */
#define MOST_LOOKED_AT 32

/* A mention that events can be counted from. */
typedef struct anchor_candidate {
    size_t article;
    const mention *mention;
    stem_set head;
} anchor_candidate;

/* A mention that is counted from an event. */
typedef struct open_mention {
    size_t article;
    mention *mention;
} open_mention;

typedef VECTOR(size_t) number_list;

/* All of both, in the order of articles, and which of the first each stem names. */
typedef struct anchor_index {
    stemmer *stems;
    arena *texts; /* of the story */
    arena *owner;
    VECTOR(anchor_candidate) all;
    VECTOR(open_mention) open;
    number_list *named; /* by stem */
    size_t stem_count;
} anchor_index;

/* What is looked for: the words of an anchor, and the word of it that names the happening. */
typedef struct search {
    const anchor_index *index;
    stem_set words;
    stem_set head;
    const mention *asking;
    const mention *best;
    double best_share;
    bool counting;     /* once the best is known: */
    size_t good;       /* mentions with enough of the words, */
    size_t of_its_day; /* and those of the best one's day among them */
} search;

/* ---- What there is -------------------------------------------------------------------------- */

/* It is dated to the day, and not itself counted from another. */
static bool can_anchor(const mention *m) {
    return when_is_dated(m->when) && m->when.days.first == m->when.days.last &&
           m->how != HOW_ANCHORED && m->how != HOW_PUBLISHED;
}

static bool is_open(const mention *m) {
    bool counted = m->days_from || m->months_from || m->after;
    return m->how == HOW_ANCHORED && !when_is_dated(m->when) && counted;
}

static anchor_index index_of(const story *s, stemmer *stems, arena *a) {
    anchor_index index = {.stems = stems, .texts = s->texts, .owner = a};
    for (size_t i = 0; i < s->articles.count; i++) {
        for (size_t k = 0; k < s->articles.items[i].mentions.count; k++) {
            mention *m = &s->articles.items[i].mentions.items[k];
            if (is_open(m))
                *vector_push(&index.open, a) = (open_mention){i, m};
            if (can_anchor(m))
                *vector_push(&index.all, a) =
                    (anchor_candidate){i, m, stems_of(stems, m->head, false)};
        }
        story_pass(s, i);
    }
    index.stem_count = stem_count(stems);
    index.named = ARENA_ARRAY(a, number_list, index.stem_count);
    for (size_t i = 0; i < index.all.count; i++)
        for (size_t k = 0; k < index.all.items[i].head.count; k++)
            *vector_push(&index.named[index.all.items[i].head.items[k]], a) = i;
    return index;
}

/* ---- What is meant -------------------------------------------------------------------------- */

/*
 * A mention is of the event if the word that names it is the anchor's, or of one kind with it: an
 * attack is an assault, to enter is to arrive. Of several the one whose words agree best.
 */
static void look_at(search *wanted, const anchor_candidate *one) {
    stemmer *stems = wanted->index->stems;
    bool named =
        share_kind(&wanted->head, &one->head) || share_of(stems, &wanted->head, &one->head) >= 1;
    if (!named || one->mention == wanted->asking)
        return;
    arena_expect(wanted->index->texts, one->mention, sizeof *one->mention);
    stem_set quote = stems_of(stems, one->mention->quote, false);
    double share = share_of(stems, &wanted->words, &quote);
    if (wanted->counting && share >= LEAST_WORDS) {
        wanted->good++;
        wanted->of_its_day += one->mention->when.days.first == wanted->best->when.days.first;
    } else if (!wanted->counting && share > wanted->best_share) {
        wanted->best = one->mention;
        wanted->best_share = share;
    }
}

/* The first place in a list whose candidate is of the article or a later one. */
static size_t place_of_article(const anchor_index *index, const number_list *list, size_t from) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (index->all.items[list->items[middle]].article < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Looks in the article itself, or else in those around it: first the one before, then behind. */
static void look_around(search *wanted, const number_list *list, size_t own, bool inside) {
    const anchor_candidate *all = wanted->index->all.items;
    size_t first = place_of_article(wanted->index, list, own);
    size_t behind = place_of_article(wanted->index, list, own + 1);
    for (size_t i = first; inside && i < behind; i++)
        look_at(wanted, &all[list->items[i]]);
    for (size_t i = 0; !inside && i < MOST_LOOKED_AT; i++) {
        if (i < first)
            look_at(wanted, &all[list->items[first - 1 - i]]);
        if (i < list->count - behind)
            look_at(wanted, &all[list->items[behind + i]]);
    }
}

static void look(search *wanted, size_t own, bool inside) {
    for (size_t i = 0; i < wanted->head.count; i++)
        if (wanted->head.items[i] < wanted->index->stem_count)
            look_around(wanted, &wanted->index->named[wanted->head.items[i]], own, inside);
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
    m->when = when_of_day(day);
    if (m->months_from) { /* "a year after": no day is meant */
        civil_date date = civil_of(day);
        m->when.days = month_span(date.year, date.month);
        m->when.granularity = GRANULARITY_MONTH;
        m->when.approximate = true;
    }
}

/* Whether it is clear which event is meant. */
static bool is_clear(search *found, size_t own, bool inside) {
    found->counting = true;
    look(found, own, inside);
    return found->of_its_day >= (inside ? 1 : FEWEST_AWAY) &&
           (double)found->of_its_day >= CLEAR_SHARE * (double)found->good;
}

/* Some day from the one of the event to the one of publication. */
static void date_after(mention *m, const mention *anchor, day_number published) {
    day_number first = anchor->when.days.first;
    bool happened = anchor->status == EVENT_HAPPENED && !anchor->negated && !anchor->caption;
    if (!happened || published < first || published - first > LATEST_ORDERED)
        return;
    m->anchored_to = anchor;
    m->when = (when){{first, published}, NO_MINUTE, GRANULARITY_SPAN, true, true};
    if (published == first)
        m->when = when_of_day(first);
}

static void resolve_one(const anchor_index *index, size_t own, day_number published, mention *m) {
    slice head = anchor_head(m->anchor, index->owner);
    search wanted = {.index = index,
                     .words = stems_of(index->stems, m->anchor, false),
                     .head = stems_of(index->stems, head, false),
                     .asking = m};
    look(&wanted, own, true);
    bool inside = wanted.best != NULL;
    if (!inside)
        look(&wanted, own, false);
    if (!wanted.best)
        return;
    if (!m->after)
        date_from(m, wanted.best);
    else if (is_clear(&wanted, own, inside))
        date_after(m, wanted.best, published);
}

void anchors_resolve(story *s, stemmer *stems, arena *scratch) {
    anchor_index index = index_of(s, stems, scratch);
    arena_pass(s->texts);
    for (size_t i = 0; i < index.open.count; i++) {
        const open_mention *open = &index.open.items[i];
        day_number published = s->articles.items[open->article].about.published.day;
        resolve_one(&index, open->article, published, open->mention);
        if (i % RESOLVED_PER_REST == RESOLVED_PER_REST - 1)
            arena_rest(s->texts);
    }
}
