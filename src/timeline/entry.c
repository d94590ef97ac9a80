/* SPDX-License-Identifier: MIT */
#include "timeline/entry.h"

#include <math.h>
#include <stdlib.h>

#define SHORTEST_GOOD_TITLE 20 /* bytes */

static const mention *mention_at(const story_mention_list *mentions, const index_list *group,
                                 size_t i) {
    return mentions->items[group->items[i]].mention;
}

/* ---- The best of each ----------------------------------------------------------------------- */

/* How well a mention's title tells the event for the whole group; captions tell it last. */
static double title_quality(const story_mention_list *mentions, const index_list *group,
                            const stemmer *stems, size_t at) {
    const story_mention *own = &mentions->items[group->items[at]];
    double quality = 0;
    for (size_t i = 0; i < group->count; i++)
        quality += share_of(stems, &own->words.core, &mentions->items[group->items[i]].words.quote);
    quality /= (double)group->count;
    if (own->mention->title.length < SHORTEST_GOOD_TITLE)
        quality -= 0.5;
    if (slice_find_nocase(own->mention->title, own->mention->core, 0) != 0)
        quality -= 0.6; /* the title is of the clause, the date of a noun in it */
    if (own->mention->how == HOW_EXPLICIT)
        quality += 0.1;
    return own->mention->caption ? quality - 1 : quality;
}

static size_t best_member(const story_mention_list *mentions, const index_list *group,
                          const stemmer *stems) {
    size_t best = 0;
    double best_quality = -HUGE_VAL;
    for (size_t i = 0; i < group->count; i++) {
        double quality = title_quality(mentions, group, stems, i);
        if (quality > best_quality) {
            best = i;
            best_quality = quality;
        }
    }
    return best;
}

/* The narrowest date; of equals the first. */
static when finest_date(const story_mention_list *mentions, const index_list *group) {
    when best = mention_at(mentions, group, 0)->when;
    for (size_t i = 1; i < group->count; i++) {
        when w = mention_at(mentions, group, i)->when;
        day_number width = w.days.last - w.days.first;
        day_number best_width = best.days.last - best.days.first;
        if (width < best_width || (width == best_width && best.granularity != GRANULARITY_TIME &&
                                   w.granularity == GRANULARITY_TIME))
            best = w;
    }
    return best;
}

/* ---- Mentions, names, figures --------------------------------------------------------------- */

static bool is_told_already(const entry *e, const story_mention *from) {
    for (size_t i = 0; i < e->mentions.count; i++) {
        const entry_mention *other = &e->mentions.items[i];
        if (other->article == from->article && slice_equal(other->quote, from->mention->quote))
            return true;
    }
    return false;
}

/* The id of the entry that a mention is counted from; "" where it is counted from none. */
static slice anchor_id(const entry_source *from, const mention *m) {
    for (size_t i = 0; m->anchored_to && i < from->mentions->count; i++)
        if (from->mentions->items[i].mention == m->anchored_to)
            return from->entry_ids[i];
    return (slice){"", 0};
}

static void add_mention(entry *e, const entry_source *made_of, const story_mention *from) {
    const mention *m = from->mention;
    arena *a = made_of->owner;
    if (is_told_already(e, from))
        return;
    *vector_push(&e->mentions, a) = (entry_mention){
        .article = from->article,
        .quote = m->quote,
        .start = m->start,
        .timex = m->timex,
        .value = m->value,
        .how = m->how,
        .anchor = anchor_id(made_of, m),
        .attribution = m->attribution,
        .negated = m->negated,
    };
}

static void unite_names(slice_list *into, const slice_list *from, arena *a) {
    for (size_t i = 0; i < from->count; i++) {
        bool known = false;
        for (size_t k = 0; k < into->count; k++)
            known = known || slice_equal(into->items[k], from->items[i]);
        if (!known)
            *vector_push(into, a) = from->items[i];
    }
}

static figure_value *figure_value_of(entry *e, const figure *f, arena *a) {
    entry_figure *found = NULL;
    for (size_t i = 0; i < e->figures.count; i++)
        if (slice_equal(e->figures.items[i].of, f->of))
            found = &e->figures.items[i];
    if (!found) {
        found = vector_push(&e->figures, a);
        found->of = f->of;
    }
    for (size_t i = 0; i < found->values.count; i++) {
        figure_value *v = &found->values.items[i];
        if (v->number >= f->number && v->number <= f->number && v->bound == f->bound)
            return v;
    }
    figure_value *v = vector_push(&found->values, a);
    v->number = f->number;
    v->bound = f->bound;
    return v;
}

static void add_figures(entry *e, const story_mention *from, arena *a) {
    for (size_t i = 0; i < from->mention->figures.count; i++) {
        figure_value *v = figure_value_of(e, &from->mention->figures.items[i], a);
        bool known = false;
        for (size_t k = 0; k < v->articles.count; k++)
            known = known || v->articles.items[k] == from->article;
        if (!known)
            *vector_push(&v->articles, a) = from->article;
    }
}

/* ---- Status and weight ---------------------------------------------------------------------- */

/* What most mentions say; what has happened by one source has happened. */
static event_status common_status(const story_mention_list *mentions, const index_list *group) {
    event_status status = mention_at(mentions, group, 0)->status;
    for (size_t i = 0; i < group->count; i++) {
        event_status one = mention_at(mentions, group, i)->status;
        if (one == EVENT_CANCELLED)
            return one;
        if (one == EVENT_HAPPENED)
            status = one;
    }
    return status;
}

/* An entry is a claim where each of its mentions is somebody's words; then the best one's. */
static slice common_attribution(const story_mention_list *mentions, const index_list *group,
                                size_t best) {
    for (size_t i = 0; i < group->count; i++)
        if (!mention_at(mentions, group, i)->attribution.length &&
            !mention_at(mentions, group, i)->caption)
            return (slice){"", 0};
    return mention_at(mentions, group, best)->attribution;
}

size_t entry_source_count(const entry *e) {
    size_t count = 0;
    for (size_t i = 0; i < e->mentions.count; i++) {
        bool first = true;
        for (size_t k = 0; k < i; k++)
            first = first && e->mentions.items[k].article != e->mentions.items[i].article;
        count += first;
    }
    return count;
}

/* How many sources tell an entry; near copies are one. */
static size_t source_count(const entry *e, const story *s) {
    size_t count = 0;
    for (size_t i = 0; i < e->mentions.count; i++) {
        slice own = article_source(&s->articles.items[e->mentions.items[i].article].about);
        bool first = true;
        for (size_t k = 0; k < i && first; k++)
            first = !slice_equal(
                own, article_source(&s->articles.items[e->mentions.items[k].article].about));
        count += first;
    }
    return count;
}

/*
 * How much an entry matters, 0 to 1: by how many sources tell it, whether its date is a day, and
 * whether it is of what the story is about.
 */
static double salience_of(const entry *e, const entry_source *from, const index_list *group) {
    const story_mention_list *mentions = from->mentions;
    double sources = 1 - 1 / (1 + 0.5 * (double)source_count(e, from->story));
    double relevance = 0;
    for (size_t i = 0; i < group->count; i++) {
        double one =
            share_of(from->stems, &from->about, &mentions->items[group->items[i]].words.quote);
        relevance = one > relevance ? one : relevance;
    }
    double day = e->when.days.first == e->when.days.last ? 1 : 0.3;
    double weight = 0.5 * sources + 0.35 * relevance + 0.15 * day;
    return floor(weight * 1000 + 0.5) / 1000;
}

/* ---- The entry ------------------------------------------------------------------------------ */

static bool comes_first(const story_mention *a, const story_mention *b) {
    return a->article != b->article ? a->article < b->article
                                    : a->mention->order < b->mention->order;
}

void entry_name(entry *e, const entry_source *from, const index_list *group) {
    const story_mention_list *mentions = from->mentions;
    arena *a = from->owner;
    size_t earliest = group->items[0];
    for (size_t i = 1; i < group->count; i++)
        if (comes_first(&mentions->items[group->items[i]], &mentions->items[earliest]))
            earliest = group->items[i];
    const mention *first = mentions->items[earliest].mention;
    slice article_id = from->story->articles.items[mentions->items[earliest].article].about.id;
    slice name = arena_format(a, "%.*s\n%zu\n%zu\n%.*s\n%.*s", SLICE_ARGS(article_id), first->order,
                              first->start, SLICE_ARGS(first->value), SLICE_ARGS(first->quote));
    char uuid[UUID_TEXT_SIZE];
    identity_of(name, uuid);
    e->uid = arena_copy(a, slice_of(uuid));
    e->id = arena_format(a, "e%.8s%.4s", uuid, uuid + 9);
}

void entry_fill(entry *e, const entry_source *from, const index_list *group) {
    const story_mention_list *mentions = from->mentions;
    arena *a = from->owner;
    size_t best = best_member(mentions, group, from->stems);
    const mention *told = mention_at(mentions, group, best);
    e->when = finest_date(mentions, group);
    e->edtf = when_edtf(a, e->when);
    e->title = told->title;
    e->summary = told->quote;
    e->status = common_status(mentions, group);
    e->attribution = common_attribution(mentions, group, best);
    add_mention(e, from, &mentions->items[group->items[best]]);
    for (size_t i = 0; i < group->count; i++) {
        const story_mention *m = &mentions->items[group->items[i]];
        add_mention(e, from, m);
        add_figures(e, m, a);
        unite_names(&e->actors, &m->mention->actors, a);
        unite_names(&e->places, &m->mention->places, a);
    }
    e->salience = salience_of(e, from, group);
}

int entry_compare(const entry *a, const entry *b) {
    int order = when_compare(a->when, b->when);
    if (order)
        return order;
    if (a->salience < b->salience || a->salience > b->salience)
        return a->salience > b->salience ? -1 : 1;
    size_t first_a = a->mentions.items[0].article, first_b = b->mentions.items[0].article;
    if (first_a != first_b)
        return first_a < first_b ? -1 : 1;
    return slice_compare(a->id, b->id);
}
