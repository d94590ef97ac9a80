/* SPDX-License-Identifier: MIT */
#include "timeline/build.h"

#include "base/buffer.h"
#include "timeline/anchor.h"
#include "timeline/copies.h"
#include "timeline/disagree.h"
#include "timeline/entry.h"
#include "timeline/group.h"
#include "timeline/infer.h"
#include "timeline/keep.h"
#include "timeline/ordered.h"
#include "timeline/select.h"
#include "timeline/sentence_choice.h"

#include <stdlib.h>

/* A title is weighed against so many others at the most. */
#define MOST_TITLES_COMPARED 200
/* Bytes of what is needed until the timeline is made, and of what one step needs, that are held in
 * memory before a file is used (base/arena.h). */
#define WORK_IN_MEMORY ((size_t)1536 << 20)
#define STEP_IN_MEMORY ((size_t)768 << 20)
/* Groups that are asked for before they are looked at. */
#define AHEAD 64
/* Stretches of time whose mentions lie side by side: of ten million, 60 MB in each. */
#define STRETCHES 64
/* Stems of titles that are kept before they are united. */
#define MOST_OF_TITLES 65536

/* A timeline on the way. */
typedef struct building {
    story *story;
    const timeline_wishes *wishes;
    timeline *timeline;
    stem_lexicon *lexicon;
    stemmer *stems;
    story_mention_list mentions; /* dated, in the order of time */
    diagnostics *said;
    arena *work; /* until the timeline is made */
    arena *step; /* for one step */
} building;

static void end_step(building *m) {
    arena_reset(m->step);
    arena_rest(m->work);
    arena_rest(m->story->texts);
}

/* ---- Mentions in order ---------------------------------------------------------------------- */

/* What mentions are sorted by: they themselves lie too far apart for that. */
typedef struct mention_key {
    when when;
    size_t article;
    size_t order;
    uint32_t place; /* among the dated mentions as the articles have them */
} mention_key;
typedef VECTOR(mention_key) mention_key_list;

static int compare_keys(const void *left, const void *right) {
    const mention_key *a = left, *b = right;
    int order = when_compare(a->when, b->when);
    if (order)
        return order;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static bool is_dated(const mention *m) {
    return when_is_dated(m->when) && !m->negated;
}

static mention_key_list keys_in_order(const story *s, arena *a) {
    mention_key_list keys = {0};
    for (size_t i = 0; i < s->articles.count; i++) {
        for (size_t k = 0; k < s->articles.items[i].mentions.count; k++) {
            const mention *m = &s->articles.items[i].mentions.items[k];
            if (is_dated(m))
                *vector_push(&keys, a) =
                    (mention_key){m->when, i, m->order, (uint32_t)keys.count - 1};
        }
        story_pass(s, i);
    }
    if (keys.count)
        qsort(keys.items, keys.count, sizeof *keys.items, compare_keys);
    return keys;
}

/* By the place of a mention, its rank in time. */
static uint32_t *ranks_of(const mention_key_list *keys, arena *a) {
    uint32_t *ranks = ARENA_ARRAY(a, uint32_t, keys->count);
    for (size_t i = 0; i < keys->count; i++)
        ranks[keys->items[i].place] = (uint32_t)i;
    return ranks;
}

/*
 * Entries are made, and written, in the order of time. Where the texts lie in a file, mentions of
 * one stretch of time are copied side by side, or each would be a read of its own. (Distribution
 * sort.)
 */
static const mention *mention_in_time(building *m, arena **stretches, size_t rank, size_t count,
                                      const mention *one) {
    if (!arena_is_in_file(m->story->texts))
        return one;
    arena **stretch = &stretches[rank * STRETCHES / count];
    if (!*stretch)
        *stretch = arena_part(m->timeline->owner, 0);
    mention *copy = ARENA_NEW(*stretch, mention);
    *copy = mention_copy(*stretch, one);
    return copy;
}

/* The mentions in the order of time; what they say is read in the order of articles. */
static story_mention_list dated_mentions(building *m) {
    const story *s = m->story;
    mention_key_list keys = keys_in_order(s, m->step);
    const uint32_t *ranks = ranks_of(&keys, m->step);
    arena *stretches[STRETCHES] = {NULL};
    story_mention_list list = {.count = keys.count, .capacity = keys.count};
    list.items = ARENA_ARRAY(m->work, story_mention, keys.count);
    for (size_t i = 0, place = 0; i < s->articles.count; i++) {
        for (size_t k = 0; k < s->articles.items[i].mentions.count; k++) {
            const mention *one = &s->articles.items[i].mentions.items[k];
            if (!is_dated(one))
                continue;
            size_t rank = ranks[place++];
            list.items[rank] =
                (story_mention){.article = i,
                                .mention = mention_in_time(m, stretches, rank, keys.count, one),
                                .origin = one,
                                .anchored_to = one->anchored_to,
                                .words = {stems_of(m->stems, one->core, false),
                                          stems_of(m->stems, one->quote, true)},
                                .when = one->when,
                                .order = one->order,
                                .excess = excess_length(one->quote),
                                .caption = one->caption};
        }
        story_pass(s, i);
    }
    return list;
}

/* Of what comes in the order of time, what is looked at soon. */
static void expect_mention(const building *m, const mention *later) {
    arena_expect(m->story->texts, later, sizeof *later);
}

/* A picture's caption backs an event that is told; alone it is none. */
static bool is_told(const story_mention_list *mentions, const index_list *group) {
    for (size_t i = 0; i < group->count; i++)
        if (!mentions->items[group->items[i]].caption)
            return true;
    return false;
}

/* ---- The timeline --------------------------------------------------------------------------- */

/* What the story is about: the user's words, else the titles of the articles. */
static stem_set about_of(const building *m) {
    const story *s = m->story;
    if (m->wishes->about.length)
        return stems_of(m->stems, m->wishes->about, false);
    stem_set about = {0};
    for (size_t i = 0; i < s->articles.count; i++) {
        stem_set title = stems_of(m->stems, s->articles.items[i].about.title, false);
        for (size_t k = 0; k < title.count; k++)
            *vector_push(&about, m->work) = title.items[k];
        if (about.count > MOST_OF_TITLES)
            stem_set_unite(&about);
    }
    stem_set_unite(&about);
    return about;
}

/* The title that the user gave, else the article's title that the others' words agree with most;
 * where articles have none, what the story is about. */
static slice title_of_story(const building *m) {
    const story *s = m->story;
    const timeline_wishes *wishes = m->wishes;
    if (wishes->title.length)
        return wishes->title;
    slice best = wishes->about.length ? wishes->about : SLICE("Timeline");
    double best_share = -1;
    VECTOR(stem_set) titles = {0};
    for (size_t i = 0; i < s->articles.count; i++)
        *vector_push(&titles, m->step) =
            stems_of(m->stems, s->articles.items[i].about.title, false);
    for (size_t i = 0; i < titles.count; i++) {
        double share = 0;
        for (size_t k = 0; k < titles.count && k < MOST_TITLES_COMPARED; k++)
            share += k == i ? 0 : share_of(m->stems, &titles.items[k], &titles.items[i]);
        if (s->articles.items[i].about.title.length && share > best_share) {
            best = s->articles.items[i].about.title;
            best_share = share;
        }
    }
    return best;
}

/* Where the mentions are that others are counted from. */
static map *anchors_of(const story_mention_list *mentions, arena *a) {
    map *anchors = map_new(a);
    for (size_t i = 0; i < mentions->count; i++)
        if (mentions->items[i].anchored_to)
            map_at(anchors, anchor_key(&mentions->items[i].anchored_to), SIZE_MAX);
    for (size_t i = 0; i < mentions->count; i++) {
        size_t *index = map_find(anchors, anchor_key(&mentions->items[i].origin));
        if (index)
            *index = i;
    }
    return anchors;
}

static void expect_group(const building *m, const group_list *groups, size_t later) {
    if (later < groups->count && groups->items[later].count)
        expect_mention(m, m->mentions.items[groups->items[later].items[0]].mention);
}

static void name_entries(building *m, const entry_source *from, const group_list *groups,
                         group_list *told) {
    timeline *t = m->timeline;
    arena_pass(m->story->texts);
    for (size_t i = 0; i < groups->count; i++) {
        expect_group(m, groups, i + AHEAD);
        if (!is_told(from->mentions, &groups->items[i])) /* or it joined another */
            continue;
        members_sort(from->mentions, &groups->items[i], m->work);
        entry_name(vector_push(&t->entries, t->owner), from, &groups->items[i]);
        *vector_push(told, m->work) = groups->items[i];
    }
}

/* All entries have their names before they are filled: one may be counted from another. */
static void fill_entries(building *m, entry_source *from, const group_list *told) {
    entry *entries = m->timeline->entries.items;
    slice *ids = ARENA_ARRAY(m->work, slice, from->mentions->count);
    for (size_t i = 0; i < told->count; i++)
        for (size_t k = 0; k < told->items[i].count; k++)
            ids[told->items[i].items[k]] = entries[i].id;
    from->entry_ids = ids;
    sentence_choice *chosen = sentences_choose(from->stems, from->mentions, told, m->work, m->step);
    arena_pass(m->story->texts);
    for (size_t i = 0; i < told->count; i++) {
        expect_group(m, told, i + AHEAD);
        entry_fill(&entries[i], from, &told->items[i], &chosen[i], i + 1);
    }
    end_step(m);
}

static void make_entries(building *m, entry_source *from, const group_list *groups) {
    timeline *t = m->timeline;
    const timeline_wishes *wishes = m->wishes;
    group_list told = {0};
    name_entries(m, from, groups, &told);
    if (wishes->old)
        names_keep(t, &told, from, wishes->old);
    corrections_regroup(&wishes->corrections, t, &told, from, m->said);
    fill_entries(m, from, &told);
    corrections_apply(&wishes->corrections, t, m->said);
    if (wishes->old)
        changes_count(t, wishes->old);
    entries_sort(t);
}

static void list_untold(timeline *t, const story *s) {
    for (size_t i = 0; i < s->articles.count; i++) {
        for (size_t k = 0; k < s->articles.items[i].untitled.count; k++) {
            const mention *m = &s->articles.items[i].untitled.items[k];
            if (when_is_dated(m->when))
                *vector_push(&t->untold, t->owner) = (untold){i, m->when.days, m->quote};
        }
        story_pass(s, i);
    }
}

/* A timeline that is whole can be made again, with more articles. */
static void keep_extracted(timeline *t, const story *s) {
    for (size_t i = 0; i < s->articles.count; i++)
        *vector_push(&t->extracted, t->owner) = s->articles.items[i].lines;
}

/* ---- The steps ------------------------------------------------------------------------------ */

/* The articles in their order, each dated as far as it can be, and their mentions. */
static void date_all(building *m) {
    story *s = m->story;
    story_sort(s, m->step, m->said);
    copies_find(s, m->step, m->said);
    end_step(m);
    publications_infer(s, m->lexicon, m->step, m->said);
    end_step(m);
    story_order(s);
    for (size_t i = 0; i < s->articles.count; i++)
        *vector_push(&m->timeline->articles, s->owner) = s->articles.items[i].about;
    anchors_resolve(s, m->stems, m->step);
    end_step(m);
    m->mentions = dated_mentions(m);
    end_step(m);
}

static group_list groups_of(building *m) {
    group_list groups = {0};
    mentions_group(m->stems, &m->mentions, m->work, m->step, &groups);
    end_step(m);
    disagreements_join(m->stems, &m->mentions, m->work, m->step, &groups);
    end_step(m);
    ordered_join(m->stems, &m->mentions, m->work, m->step, &groups);
    end_step(m);
    return groups;
}

static void tell(building *m, const group_list *groups) {
    timeline *t = m->timeline;
    stem_set about_words = about_of(m);
    weighing weighs = weighing_of(t, m->stems, &about_words, m->work);
    entry_source from = {.story = m->story,
                         .mentions = &m->mentions,
                         .stems = m->stems,
                         .weighing = &weighs,
                         .anchors = anchors_of(&m->mentions, m->work),
                         .actors = map_new(m->work),
                         .places = map_new(m->work),
                         .owner = t->owner};
    make_entries(m, &from, groups);
}

timeline *timeline_build(story *s, const timeline_wishes *wishes, arena *a, diagnostics *said) {
    timeline *t = ARENA_NEW(a, timeline);
    t->owner = a;
    building m = {.story = s,
                  .wishes = wishes,
                  .timeline = t,
                  .said = said,
                  .work = arena_part(a, WORK_IN_MEMORY),
                  .step = arena_part(a, STEP_IN_MEMORY)};
    m.lexicon = stem_lexicon_new(m.work);
    m.stems = stemmer_new(m.lexicon, m.work);
    date_all(&m);
    group_list groups = groups_of(&m);
    tell(&m, &groups);
    keep_extracted(t, s);
    if (wishes->max_dates || wishes->per_date || wishes->about.length)
        list_untold(t, s); /* dates are weighed, or what weighs them learns of a topic */
    timeline_select(t, wishes);
    t->title = title_of_story(&m);
    arena_reset(m.step);
    arena_reset(m.work);
    return t;
}
