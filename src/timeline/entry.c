/* SPDX-License-Identifier: MIT */
#include "timeline/entry.h"

#include <math.h>
#include <stdlib.h>

#define SHORTEST_GOOD_TITLE 20 /* bytes */
/* Members of a group that titles are chosen from and weighed against: enough to tell the best. */
#define MOST_TITLES 40

static const mention *mention_at(const story_mention_list *mentions, const index_list *group,
                                 size_t i) {
    return mentions->items[group->items[i]].mention;
}

/* ---- The best of each ----------------------------------------------------------------------- */

static size_t titles_weighed(const index_list *group) {
    return group->count < MOST_TITLES ? group->count : MOST_TITLES;
}

/* "In March it blocked the canal" is not what happened on the day that the entry is of. */
static bool is_vaguer(const mention *m, when date) {
    return !when_is_dated(m->when) ||
           m->when.days.last - m->when.days.first > date.days.last - date.days.first;
}

/* How well a mention's title tells the event for the whole group; captions tell it last. */
static double title_quality(const story_mention_list *mentions, const index_list *group,
                            const stemmer *stems, when date, size_t at) {
    const story_mention *own = &mentions->items[group->items[at]];
    double quality = 0;
    size_t compared = titles_weighed(group);
    for (size_t i = 0; i < compared; i++)
        quality += share_of(stems, &own->words.core, &mentions->items[group->items[i]].words.quote);
    quality /= (double)compared;
    if (own->mention->title.length < SHORTEST_GOOD_TITLE)
        quality -= 0.5;
    if (slice_find_nocase(own->mention->title, own->mention->core, 0) != 0)
        quality -= 0.6; /* the title is of the clause, the date of a noun in it */
    if (is_vaguer(own->mention, date))
        quality -= 0.5;
    if (own->mention->how == HOW_EXPLICIT)
        quality += 0.1;
    return own->mention->caption ? quality - 1 : quality;
}

static size_t best_member(const story_mention_list *mentions, const index_list *group,
                          const stemmer *stems, when date) {
    size_t best = 0;
    double best_quality = -HUGE_VAL;
    for (size_t i = 0; i < titles_weighed(group); i++) {
        double quality = title_quality(mentions, group, stems, date, i);
        if (quality > best_quality) {
            best = i;
            best_quality = quality;
        }
    }
    return best;
}

/* ---- Mentions, names, figures --------------------------------------------------------------- */

static bool is_quote_of(const entry_mention *other, const story_mention *from) {
    return other->article == from->article && slice_equal(other->quote, from->mention->quote);
}

/* The members come article by article, but the best, which is first. */
static bool is_told_already(const entry *e, const story_mention *from) {
    if (e->mentions.count && is_quote_of(&e->mentions.items[0], from))
        return true;
    for (size_t i = e->mentions.count; i > 1; i--) {
        const entry_mention *other = &e->mentions.items[i - 1];
        if (other->article != from->article)
            return false;
        if (is_quote_of(other, from))
            return true;
    }
    return false;
}

/* The id of the entry that a mention is counted from; "" where it is counted from none. */
static slice anchor_id(const entry_source *from, const mention *m) {
    const size_t *index =
        m->anchored_to ? map_find(from->anchors, anchor_key(&m->anchored_to)) : NULL;
    return index && *index != SIZE_MAX ? from->entry_ids[*index] : (slice){"", 0};
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
        .caption = m->caption,
    };
}

static void unite_names(slice_list *into, const slice_list *from, map *names, size_t serial,
                        arena *a) {
    for (size_t i = 0; i < from->count; i++) {
        size_t *last = map_at(names, from->items[i], 0);
        if (*last != serial)
            *vector_push(into, a) = from->items[i];
        *last = serial;
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
        if (!v->articles.count || v->articles.items[v->articles.count - 1] != from->article)
            *vector_push(&v->articles, a) = from->article;
    }
}

/* ---- Status and sources --------------------------------------------------------------------- */

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
    size_t best = e->mentions.items[0].article, last = best, count = 1;
    for (size_t i = 1; i < e->mentions.count; i++) {
        size_t one = e->mentions.items[i].article;
        count += one != best && one != last;
        last = one;
    }
    return count;
}

/* ---- The entry ------------------------------------------------------------------------------ */

typedef struct member_place {
    size_t article;
    size_t order;
    size_t index;
} member_place;

static int compare_places(const void *left, const void *right) {
    const member_place *a = left, *b = right;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

void members_sort(const story_mention_list *mentions, index_list *group, arena *a) {
    arena_mark before = arena_now(a);
    member_place *places = ARENA_ARRAY(a, member_place, group->count);
    for (size_t i = 0; i < group->count; i++) {
        const story_mention *m = &mentions->items[group->items[i]];
        places[i] = (member_place){m->article, m->order, group->items[i]};
    }
    qsort(places, group->count, sizeof *places, compare_places);
    for (size_t i = 0; i < group->count; i++)
        group->items[i] = places[i].index;
    arena_rewind(a, before);
}

static void name_by(entry *e, const char *uuid, arena *a) {
    e->uid = arena_copy(a, slice_of(uuid));
    e->id = arena_format(a, "e%.8s%.4s", uuid, uuid + 9);
}

void entry_name(entry *e, const entry_source *from, const index_list *group) {
    const story_mention_list *mentions = from->mentions;
    arena *a = from->owner;
    size_t earliest = group->items[0];
    const mention *first = mentions->items[earliest].mention;
    slice article_id = from->story->articles.items[mentions->items[earliest].article].about.id;
    arena_mark before = arena_now(a);
    slice name = arena_format(a, "%.*s\n%zu\n%zu\n%.*s\n%.*s", SLICE_ARGS(article_id), first->order,
                              first->start, SLICE_ARGS(first->value), SLICE_ARGS(first->quote));
    char uuid[UUID_TEXT_SIZE];
    identity_of(name, uuid);
    arena_rewind(a, before);
    name_by(e, uuid, a);
}

void entry_rename(entry *e, arena *a) {
    char uuid[UUID_TEXT_SIZE];
    identity_of(arena_format(a, "%.*s\nanother", SLICE_ARGS(e->uid)), uuid);
    name_by(e, uuid, a);
}

void entry_fill(entry *e, const entry_source *from, const index_list *group,
                const sentence_choice *chosen, size_t serial) {
    const story_mention_list *mentions = from->mentions;
    arena *a = from->owner;
    size_t best = best_member(mentions, group, from->stems, chosen->date);
    const mention *told = mention_at(mentions, group, best);
    e->when = chosen->date;
    e->edtf = chosen->disagrees ? when_edtf_set(a, e->when.days) : when_edtf(a, e->when);
    e->title = told->title;
    e->summary = mention_at(mentions, group, chosen->member)->quote;
    e->status = common_status(mentions, group);
    e->attribution = common_attribution(mentions, group, best);
    add_mention(e, from, &mentions->items[group->items[chosen->member]]);
    for (size_t i = 0; i < group->count; i++) {
        const story_mention *m = &mentions->items[group->items[i]];
        add_mention(e, from, m);
        add_figures(e, m, a);
        unite_names(&e->actors, &m->mention->actors, from->actors, serial, a);
        unite_names(&e->places, &m->mention->places, from->places, serial, a);
    }
    e->salience = salience_of(e, from->weighing, mentions, group, chosen->centrality);
}

static int compare_entries(const void *left, const void *right) {
    const entry *a = left, *b = right;
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

void entries_sort(timeline *t) {
    if (t->entries.count)
        qsort(t->entries.items, t->entries.count, sizeof *t->entries.items, compare_entries);
}
