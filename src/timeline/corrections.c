/* SPDX-License-Identifier: MIT */
#include "timeline/corrections.h"

#include "base/utf8.h"

/* ---- Reading -------------------------------------------------------------------------------- */

#define WORD_OF(name, word) {word, sizeof(word) - 1},
static const slice words[] = {CORRECTION_LIST(WORD_OF)};
#define WORD_COUNT (sizeof words / sizeof *words)

/* Takes the first word off the line. */
static slice take_word(slice *line) {
    size_t end = 0;
    *line = slice_trim(*line);
    while (end < line->length && line->data[end] != ' ' && line->data[end] != '\t')
        end++;
    slice word = slice_range(*line, 0, end);
    *line = slice_trim(slice_range(*line, end, line->length));
    return word;
}

/* What is wrong with the line; NULL where nothing is. */
static const char *read_line(slice line, correction *c, arena *a) {
    slice word = take_word(&line);
    size_t kind = slice_index(words, WORD_COUNT, word);
    if (kind == SIZE_MAX)
        return "is no correction: a line begins with drop, merge, split, date or title";
    c->kind = (correction_kind)kind;
    c->id = take_word(&line);
    c->text = line;
    if (!c->id.length)
        return "names no entry";
    if (c->kind == CORRECT_DROP && line.length)
        return "has more than one id behind drop";
    if (c->kind != CORRECT_DROP && !line.length)
        return c->kind == CORRECT_MERGE ? "names no second entry" : "ends behind the id";
    while (c->kind == CORRECT_MERGE && line.length)
        *vector_push(&c->others, a) = take_word(&line);
    if (c->kind == CORRECT_DATE && !when_of_edtf(c->text, &c->when))
        return "has no EDTF date";
    return NULL;
}

corrections corrections_read(slice bytes, slice file, arena *a, diagnostics *said) {
    corrections c = {.file = file};
    size_t number = 0;
    for (size_t start = 0, end; start < bytes.length; start = end + 1) {
        end = slice_find(bytes, SLICE("\n"), start);
        end = end == SIZE_MAX ? bytes.length : end;
        slice line = slice_trim(slice_range(bytes, start, end));
        correction one = {.line = ++number, .offset = start};
        if (!line.length || line.data[0] == '#')
            continue;
        const char *wrong =
            utf8_check(line) == SIZE_MAX ? read_line(line, &one, a) : "is not valid UTF-8";
        if (!wrong)
            *vector_push(&c.list, a) = one;
        else
            diagnose(said, DATELINE_BAD_CORRECTION, DATELINE_SKIPPED, file, start,
                     "line %zu %s; it is skipped", number, wrong);
    }
    return c;
}

/* ---- Targets -------------------------------------------------------------------------------- */

static void say_gone(const corrections *c, const correction *one, slice id, diagnostics *said) {
    diagnose(said, DATELINE_GONE, DATELINE_WARNING, c->file, one->offset,
             "line %zu: no entry has the id \"%.*s\"; nothing is corrected", one->line,
             SLICE_ARGS(id));
}

/* By id, the place of each entry. */
static map *places_of(const timeline *t) {
    map *places = map_new(t->owner);
    for (size_t i = 0; i < t->entries.count; i++)
        *map_at(places, t->entries.items[i].id, i) = i;
    return places;
}

/* ---- Splits and merges ---------------------------------------------------------------------- */

typedef struct regrouping {
    const corrections *corrections;
    const correction *at; /* the one that is being made */
    timeline *timeline;
    group_list *told;
    const entry_source *from;
    map *places;
    diagnostics *said;
} regrouping;

/* The place of an entry that is still there; SIZE_MAX, diagnosed, for others. */
static size_t place(regrouping *r, slice id) {
    const size_t *found = map_find(r->places, id);
    if (found && r->told->items[*found].count)
        return *found;
    say_gone(r->corrections, r->at, id, r->said);
    return SIZE_MAX;
}

static void add_entry(regrouping *r, index_list group) {
    arena *a = r->timeline->owner;
    entry *e = vector_push(&r->timeline->entries, a);
    entry_name(e, r->from, &group);
    while (map_find(r->places, e->id))
        entry_rename(e, a);
    *map_at(r->places, e->id, 0) = r->told->count;
    *vector_push(r->told, a) = group;
}

static void split(regrouping *r) {
    size_t at = place(r, r->at->id);
    if (at == SIZE_MAX)
        return;
    index_list stays = {0}, leaves = {0};
    const index_list *group = &r->told->items[at];
    for (size_t i = 0; i < group->count; i++) {
        slice quote = r->from->mentions->items[group->items[i]].mention->quote;
        bool has_words = slice_find_nocase(quote, r->at->text, 0) != SIZE_MAX;
        *vector_push(has_words ? &leaves : &stays, r->timeline->owner) = group->items[i];
    }
    if (!stays.count || !leaves.count) {
        diagnose(r->said, DATELINE_GONE, DATELINE_WARNING, r->corrections->file, r->at->offset,
                 "line %zu: %s mention of \"%.*s\" has these words; nothing is split", r->at->line,
                 leaves.count ? "each" : "no", SLICE_ARGS(r->at->id));
        return;
    }
    r->told->items[at] = stays;
    add_entry(r, leaves);
}

static void merge(regrouping *r) {
    arena *a = r->timeline->owner;
    size_t into = place(r, r->at->id);
    for (size_t i = 0; into != SIZE_MAX && i < r->at->others.count; i++) {
        size_t from = place(r, r->at->others.items[i]);
        if (from == SIZE_MAX || from == into)
            continue;
        for (size_t k = 0; k < r->told->items[from].count; k++)
            *vector_push(&r->told->items[into], a) = r->told->items[from].items[k];
        r->told->items[from].count = 0;
        members_sort(r->from->mentions, &r->told->items[into], a);
    }
}

static void leave_out_empty(timeline *t, group_list *told) {
    size_t kept = 0;
    for (size_t i = 0; i < told->count; i++)
        if (told->items[i].count) {
            t->entries.items[kept] = t->entries.items[i];
            told->items[kept++] = told->items[i];
        }
    t->entries.count = told->count = kept;
}

void corrections_regroup(const corrections *c, timeline *t, group_list *told,
                         const entry_source *from, diagnostics *said) {
    regrouping r = {c, NULL, t, told, from, places_of(t), said};
    for (size_t i = 0; i < c->list.count; i++) {
        r.at = &c->list.items[i];
        if (r.at->kind == CORRECT_SPLIT)
            split(&r);
        else if (r.at->kind == CORRECT_MERGE)
            merge(&r);
    }
    leave_out_empty(t, told);
}

void corrections_refuse_regrouping(const corrections *c, diagnostics *said) {
    for (size_t i = 0; i < c->list.count; i++) {
        const correction *one = &c->list.items[i];
        if (one->kind == CORRECT_SPLIT || one->kind == CORRECT_MERGE)
            diagnose(said, DATELINE_UNSUPPORTED, DATELINE_WARNING, c->file, one->offset,
                     "line %zu: entries are split and merged by build and merge only", one->line);
    }
}

/* ---- The rest ------------------------------------------------------------------------------- */

static void correct_entry(const correction *one, entry *e, arena *a) {
    if (one->kind == CORRECT_TITLE)
        e->title = arena_copy(a, one->text);
    if (one->kind == CORRECT_DATE) {
        bool disagrees = one->text.data[0] == '[' && !one->when.some_day;
        e->when = one->when;
        e->edtf = disagrees ? when_edtf_set(a, e->when.days) : when_edtf(a, e->when);
    }
    if (one->kind == CORRECT_DROP)
        e->mentions.count = 0;
}

void corrections_apply(const corrections *c, timeline *t, diagnostics *said) {
    map *places = places_of(t);
    for (size_t i = 0; i < c->list.count; i++) {
        const correction *one = &c->list.items[i];
        if (one->kind == CORRECT_SPLIT || one->kind == CORRECT_MERGE)
            continue;
        const size_t *found = map_find(places, one->id);
        if (found && t->entries.items[*found].mentions.count)
            correct_entry(one, &t->entries.items[*found], t->owner);
        else
            say_gone(c, one, one->id, said);
    }
    size_t kept = 0;
    for (size_t i = 0; i < t->entries.count; i++)
        if (t->entries.items[i].mentions.count)
            t->entries.items[kept++] = t->entries.items[i];
    t->entries.count = kept;
}
