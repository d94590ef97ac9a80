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

#include <stdlib.h>

/* A title is weighed against so many others at the most. */
#define MOST_TITLES_COMPARED 200

/* ---- Mentions in order ---------------------------------------------------------------------- */

static int compare_mentions(const void *left, const void *right) {
    const story_mention *a = left, *b = right;
    int order = when_compare(a->mention->when, b->mention->when);
    if (order)
        return order;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return a->mention->order < b->mention->order ? -1 : a->mention->order > b->mention->order;
}

static story_mention_list dated_mentions(const story *s, stemmer *stems, arena *a) {
    story_mention_list list = {0};
    for (size_t i = 0; i < s->articles.count; i++)
        for (size_t k = 0; k < s->articles.items[i].mentions.count; k++) {
            const mention *m = &s->articles.items[i].mentions.items[k];
            if (when_is_dated(m->when) && !m->negated)
                *vector_push(&list, a) = (story_mention){
                    .article = i,
                    .mention = m,
                    .words = {stems_of(stems, m->core, false), stems_of(stems, m->quote, true)}};
        }
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, compare_mentions);
    return list;
}

/* A picture's caption backs an event that is told; alone it is none. */
static bool is_told(const story_mention_list *mentions, const index_list *group) {
    for (size_t i = 0; i < group->count; i++)
        if (!mentions->items[group->items[i]].mention->caption)
            return true;
    return false;
}

/* ---- The timeline --------------------------------------------------------------------------- */

/* What the story is about: the user's words, else the titles and leads of the articles. */
static stem_set about_of(const story *s, const timeline_wishes *wishes, stemmer *stems) {
    if (wishes->about.length)
        return stems_of(stems, wishes->about, false);
    buffer words = buffer_in(s->owner);
    for (size_t i = 0; i < s->articles.count; i++) {
        buffer_add(&words, s->articles.items[i].about.title);
        buffer_add_char(&words, '\n');
    }
    return stems_of(stems, buffer_slice(&words), false);
}

/* The title that the user gave, else the article's title that the others' words agree with most;
 * where articles have none, what the story is about. */
static slice title_of_story(const story *s, const timeline_wishes *wishes, stemmer *stems) {
    if (wishes->title.length)
        return wishes->title;
    slice best = wishes->about.length ? wishes->about : SLICE("Timeline");
    double best_share = -1;
    VECTOR(stem_set) titles = {0};
    for (size_t i = 0; i < s->articles.count; i++)
        *vector_push(&titles, s->owner) = stems_of(stems, s->articles.items[i].about.title, false);
    for (size_t i = 0; i < titles.count; i++) {
        double share = 0;
        for (size_t k = 0; k < titles.count && k < MOST_TITLES_COMPARED; k++)
            share += k == i ? 0 : share_of(stems, &titles.items[k], &titles.items[i]);
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
        if (mentions->items[i].mention->anchored_to)
            map_at(anchors, anchor_key(&mentions->items[i].mention->anchored_to), SIZE_MAX);
    for (size_t i = 0; i < mentions->count; i++) {
        size_t *index = map_find(anchors, anchor_key(&mentions->items[i].mention));
        if (index)
            *index = i;
    }
    return anchors;
}

static void name_entries(timeline *t, const entry_source *from, const group_list *groups,
                         group_list *told) {
    for (size_t i = 0; i < groups->count; i++) {
        if (!is_told(from->mentions, &groups->items[i])) /* or it joined another */
            continue;
        members_sort(from->mentions, &groups->items[i], t->owner);
        entry_name(vector_push(&t->entries, t->owner), from, &groups->items[i]);
        *vector_push(told, t->owner) = groups->items[i];
    }
}

/* All entries have their names before they are filled: one may be counted from another. */
static void fill_entries(timeline *t, entry_source *from, const group_list *told) {
    slice *ids = ARENA_ARRAY(t->owner, slice, from->mentions->count);
    for (size_t i = 0; i < told->count; i++)
        for (size_t k = 0; k < told->items[i].count; k++)
            ids[told->items[i].items[k]] = t->entries.items[i].id;
    from->entry_ids = ids;
    sentence_choice *chosen = sentences_choose(from->stems, from->mentions, told, t->owner);
    for (size_t i = 0; i < told->count; i++)
        entry_fill(&t->entries.items[i], from, &told->items[i], &chosen[i], i + 1);
}

static void make_entries(timeline *t, entry_source *from, const group_list *groups,
                         const timeline_wishes *wishes, diagnostics *said) {
    group_list told = {0};
    name_entries(t, from, groups, &told);
    if (wishes->old)
        names_keep(t, &told, from, wishes->old);
    corrections_regroup(&wishes->corrections, t, &told, from, said);
    fill_entries(t, from, &told);
    corrections_apply(&wishes->corrections, t, said);
    if (wishes->old)
        changes_count(t, wishes->old);
    entries_sort(t);
}

static void list_untold(timeline *t, const story *s) {
    for (size_t i = 0; i < s->articles.count; i++)
        for (size_t k = 0; k < s->articles.items[i].untitled.count; k++) {
            const mention *m = &s->articles.items[i].untitled.items[k];
            if (when_is_dated(m->when))
                *vector_push(&t->untold, t->owner) = (untold){i, m->when.days, m->quote};
        }
}

/* A timeline that is whole can be made again, with more articles. */
static void keep_extracted(timeline *t, const story *s) {
    for (size_t i = 0; i < s->articles.count; i++)
        for (size_t k = 0; k < s->articles.items[i].lines.count; k++)
            *vector_push(&t->extracted, t->owner) = s->articles.items[i].lines.items[k];
}

timeline *timeline_build(story *s, const timeline_wishes *wishes, arena *a, diagnostics *said) {
    timeline *t = ARENA_NEW(a, timeline);
    t->owner = a;
    stemmer *stems = stemmer_new(a);
    story_sort(s, said);
    copies_find(s, said);
    publications_infer(s, said);
    story_order(s);
    for (size_t i = 0; i < s->articles.count; i++)
        *vector_push(&t->articles, a) = s->articles.items[i].about;
    anchors_resolve(s, stems);
    story_mention_list mentions = dated_mentions(s, stems, a);
    group_list groups = {0};
    mentions_group(stems, &mentions, a, &groups);
    disagreements_join(stems, &mentions, a, &groups);
    ordered_join(stems, &mentions, a, &groups);
    stem_set about_words = about_of(s, wishes, stems);
    weighing weighs = weighing_of(t, stems, &about_words);
    entry_source from = {.story = s,
                         .mentions = &mentions,
                         .stems = stems,
                         .weighing = &weighs,
                         .anchors = anchors_of(&mentions, a),
                         .actors = map_new(a),
                         .places = map_new(a),
                         .owner = a};
    make_entries(t, &from, &groups, wishes, said);
    keep_extracted(t, s);
    list_untold(t, s);
    timeline_select(t, wishes);
    t->title = title_of_story(s, wishes, stems);
    return t;
}
