/* SPDX-License-Identifier: MIT */
#include "lang/tagger.h"

#include "lang/tagger_features.h"

/* What a piece of a sentence needs while it is tagged. */
typedef struct tagging {
    const tagger_model *model;
    const word_view *views;
    size_t count;
    uint8_t *labels;
    int16_t (*scores)[TAGGER_MOST_CANDIDATES]; /* by the words alone, of each candidate */
    bool *sure;                                /* chosen for good by the first pass */
} tagging;

static inline void add_row(const uint8_t *pair, int32_t *scores) {
    for (bool last = false; !last; pair += 2) {
        last = (pair[0] & TAGGER_LAST_PAIR) != 0;
        scores[pair[0] & ~TAGGER_LAST_PAIR] += (int8_t)pair[1];
    }
}

/* The tables are larger than a near cache: all that will be read is asked for before it is. */
static void add_weights(const tagger_model *m, const uint64_t *features, size_t count,
                        int32_t *scores) {
    const uint8_t *rows[TAGGER_STATIC_FEATURES];
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(tagger_slot(m, features[i]));
    for (size_t i = 0; i < count; i++) {
        rows[found] = tagger_weights(m, features[i]);
        __builtin_prefetch(rows[found]);
        found += rows[found] != NULL;
    }
    for (size_t i = 0; i < found; i++)
        add_row(rows[i], scores);
}

static void score_words(tagging *t, size_t at) {
    uint64_t features[TAGGER_STATIC_FEATURES];
    int32_t scores[TAGGER_MOST_LABELS + 1] = {0};
    const tagger_class *class = &t->model->classes[t->views[at].known.class];
    size_t count = features_of_words(t->views, t->count, at, features);
    add_weights(t->model, features, count, scores);
    for (size_t i = 0; i < class->count; i++)
        t->scores[at][i] = (int16_t)scores[class->labels[i]];
}

/* By how much the best label must lead, for the words behind it to have no say any more. */
#define SURE_LEAD 200

static void choose(tagging *t, size_t at, bool second_pass) {
    const tagger_class *class = &t->model->classes[t->views[at].known.class];
    if (class->count == 1) {
        t->labels[at] = class->labels[0];
        return;
    }
    if (second_pass && t->sure[at])
        return;
    uint64_t features[TAGGER_TAG_FEATURES];
    int32_t scores[TAGGER_MOST_LABELS + 1] = {0};
    if (!second_pass)
        score_words(t, at);
    size_t count =
        features_of_labels(t->model, t->views, t->count, at, t->labels, second_pass, features);
    add_weights(t->model, features, count, scores);
    size_t best = 0;
    int32_t best_score = INT16_MIN, next_score = INT16_MIN;
    for (size_t i = 0; i < class->count; i++) {
        int32_t score = scores[class->labels[i]] + t->scores[at][i];
        if (score > best_score) {
            next_score = best_score;
            best_score = score;
            best = i;
        } else if (score > next_score) {
            next_score = score;
        }
    }
    t->labels[at] = class->labels[best];
    t->sure[at] = best_score - next_score >= SURE_LEAD;
}

static void tag_piece(const tagger_model *m, const slice *words, size_t count, arena *scratch,
                      tagger_label *out) {
    word_view *views = ARENA_ARRAY(scratch, word_view, count);
    tagging t = {
        .model = m,
        .views = views,
        .count = count,
        .labels = arena_alloc(scratch, count),
        .scores = arena_alloc(scratch, count * sizeof *t.scores),
        .sure = arena_alloc(scratch, count * sizeof *t.sure),
    };
    words_view(m, words, count, views);
    for (size_t i = 0; i < count; i++)
        choose(&t, i, false);
    for (size_t i = 0; i < count; i++)
        choose(&t, i, true);
    for (size_t i = 0; i < count; i++)
        out[i] = m->labels[t.labels[i]];
}

void words_tag(const tagger_model *m, const slice *words, size_t count, arena *scratch,
               tagger_label *out) {
    for (size_t at = 0; at < count; at += TAGGER_LONGEST) {
        size_t piece = count - at < TAGGER_LONGEST ? count - at : TAGGER_LONGEST;
        arena_mark mark = arena_now(scratch);
        tag_piece(m, words + at, piece, scratch, out + at);
        arena_rewind(scratch, mark);
    }
}
