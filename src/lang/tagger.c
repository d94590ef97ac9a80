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

/* Behind the last pair of a row, which sets `ended`, weights go where no label is. */
static inline unsigned add_pair(const uint8_t *pair, unsigned ended, int16_t *scores) {
    int16_t *score = &scores[(pair[0] | ended) & TAGGER_MOST_LABELS];
    *score = (int16_t)(*score + (int8_t)pair[1]);
    return ended | (0u - (pair[0] / TAGGER_LAST_PAIR));
}

/* Rows are short, and of any length: four pairs at a time, without a branch for each. */
static inline void add_row(const uint8_t *pair, int16_t *scores) {
    for (unsigned ended = 0; !ended; pair += 8) {
        ended = add_pair(pair, ended, scores);
        ended = add_pair(pair + 2, ended, scores);
        ended = add_pair(pair + 4, ended, scores);
        ended = add_pair(pair + 6, ended, scores);
    }
}

typedef uint32_t slot_lanes __attribute__((vector_size(TAGGER_BUCKET * sizeof(uint32_t))));
_Static_assert(sizeof(slot_lanes) == 2 * sizeof(uint64_t), "a bucket is two halves");

/* The row of the feature with the fingerprint in a bucket, or 0. */
static inline uint32_t row_in_bucket(const uint32_t *bucket, uint32_t fingerprint) {
    slot_lanes slots;
    memcpy(&slots, bucket, sizeof slots);
    slot_lanes others = (slots ^ fingerprint) << (32 - TAGGER_FINGERPRINT_BITS);
    slot_lanes found = (slots >> TAGGER_FINGERPRINT_BITS) & (slot_lanes)(others == 0);
    uint64_t halves[2];
    memcpy(halves, &found, sizeof halves);
    uint64_t row = halves[0] | halves[1];
    return (uint32_t)(row | row >> 32);
}

/* The rows of weights of some features. */
typedef struct row_list {
    const uint8_t *rows[TAGGER_STATIC_FEATURES];
    const int8_t *long_rows[TAGGER_STATIC_FEATURES];
    size_t count, long_count;
} row_list;

/*
 * Takes the rows of those features that have one. The tables are larger than a near cache: all that
 * will be read is asked for before it is. Nothing foretells what is found, so no branch asks.
 */
static void find_rows(const tagger_model *m, const uint64_t *features, size_t count,
                      row_list *out) {
    size_t slots = m->counts[SECTION_FEATURES], first_long = m->counts[SECTION_WEIGHTS] / 2;
    out->count = out->long_count = 0;
    const uint32_t *buckets[TAGGER_STATIC_FEATURES][2];
    for (size_t i = 0; i < count; i++)
        for (int other = 0; other < 2; other++) {
            buckets[i][other] = m->features + feature_bucket(features[i], slots, other);
            __builtin_prefetch(buckets[i][other]);
        }
    for (size_t i = 0; i < count; i++) {
        uint32_t fingerprint = feature_fingerprint(features[i]), found[2];
        for (int other = 0; other < 2; other++)
            found[other] = row_in_bucket(buckets[i][other], fingerprint);
        size_t row = found[0] | (found[1] & (0u - !found[0]));
        bool is_long = row >= first_long;
        out->rows[out->count] = m->weights + 2 * (is_long ? 0 : row);
        out->long_rows[out->long_count] =
            m->long_rows + TAGGER_LONG_ROW * (is_long ? row - first_long : 0);
        __builtin_prefetch(is_long ? (const void *)out->long_rows[out->long_count]
                                   : out->rows[out->count]);
        out->count += row != 0 && !is_long;
        out->long_count += is_long;
    }
}

typedef int16_t score_lanes __attribute__((vector_size(16)));
#define LANES (sizeof(score_lanes) / sizeof(int16_t))

/* Adds the weights of twice LANES labels: those of even and of odd numbers are summed apart. */
static void add_lanes(const row_list *list, size_t first, int16_t *scores) {
    score_lanes even = {0}, odd = {0}, sums[2];
    for (size_t i = 0; i < list->long_count; i++) {
        score_lanes pairs;
        memcpy(&pairs, list->long_rows[i] + first, sizeof pairs);
        even += (score_lanes)(pairs << 8) >> 8;
        odd += pairs >> 8;
    }
    memcpy(sums, scores + first, sizeof sums);
    sums[0] += __builtin_shufflevector(even, odd, 0, 8, 1, 9, 2, 10, 3, 11);
    sums[1] += __builtin_shufflevector(even, odd, 4, 12, 5, 13, 6, 14, 7, 15);
    memcpy(scores + first, sums, sizeof sums);
}

static void add_rows(const row_list *list, int16_t *scores) {
    for (size_t first = 0; list->long_count && first < TAGGER_LONG_ROW; first += 2 * LANES)
        add_lanes(list, first, scores);
    for (size_t i = 0; i < list->count; i++)
        add_row(list->rows[i], scores);
}

static void add_features(const tagger_model *m, const uint64_t *features, size_t count,
                         int16_t *scores) {
    row_list rows;
    find_rows(m, features, count, &rows);
    add_rows(&rows, scores);
}

/* The best of a word's candidates, and how far it leads. */
typedef struct choice {
    uint8_t label;
    int32_t lead;
} choice;

static choice choose(const tagger_class *class, const int16_t *scores, const int16_t *others) {
    int32_t best = INT16_MIN, next = INT16_MIN;
    uint8_t label = 0;
    for (size_t i = 0; i < class->count; i++) {
        uint8_t candidate = class->labels[i];
        int32_t score = scores[candidate] + others[candidate], loser = score > best ? best : score;
        next = loser > next ? loser : next;
        label = score > best ? candidate : label;
        best = score > best ? score : best;
    }
    return (choice){label, best - next};
}

/* How far a label must lead behind each step for the rest to have no say any more. */
static const struct {
    tagger_step step;
    int32_t lead;
} steps[TAGGER_STEPS] = {
    {STEP_FIRST, 170}, {STEP_SECOND, 160}, {STEP_THIRD, 150}, {STEP_LAST, 150}};

/* By the features of one step after the other; whether the second pass can add nothing. */
static bool choose_first(tagging *t, size_t at) {
    const tagger_class *class = &t->model->classes[t->views[at].known.class];
    t->labels[at] = class->labels[0];
    if (class->count == 1)
        return true;
    uint64_t features[TAGGER_STATIC_FEATURES];
    int16_t by_words[TAGGER_MOST_LABELS + 1] = {0}, by_labels[TAGGER_MOST_LABELS + 1] = {0};
    for (size_t i = 0; i < TAGGER_STEPS; i++) {
        size_t count = features_of_words(t->views, t->count, at, steps[i].step, features);
        add_features(t->model, features, count, by_words);
        count = features_of_labels(t->model, t->views, t->count, at, t->labels, steps[i].step,
                                   features);
        add_features(t->model, features, count, by_labels);
        choice chosen = choose(class, by_words, by_labels);
        t->labels[at] = chosen.label;
        if (chosen.lead >= steps[i].lead)
            return true;
    }
    for (size_t i = 0; i < class->count; i++)
        t->scores[at][i] = by_words[class->labels[i]];
    return false;
}

static void choose_again(tagging *t, size_t at) {
    const tagger_class *class = &t->model->classes[t->views[at].known.class];
    uint64_t features[TAGGER_TAG_FEATURES];
    int16_t by_words[TAGGER_MOST_LABELS + 1], by_labels[TAGGER_MOST_LABELS + 1] = {0};
    for (size_t i = 0; i < class->count; i++)
        by_words[class->labels[i]] = t->scores[at][i];
    size_t count = features_of_all_labels(t->model, t->views, t->count, at, t->labels, features);
    add_features(t->model, features, count, by_labels);
    t->labels[at] = choose(class, by_words, by_labels).label;
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
        t.sure[i] = choose_first(&t, i);
    for (size_t i = 0; i < count; i++)
        if (!t.sure[i])
            choose_again(&t, i);
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

uint64_t word_penn_tags(const tagger_model *m, slice word) {
    folded_word folded = word_fold(word);
    const tagger_entry *known = tagger_lookup(m, word_hash(&folded));
    const tagger_class *class = &m->classes[known ? known->class : 0];
    uint64_t tags = 0;
    for (size_t i = 0; class->count < m->classes[0].count && i < class->count; i++)
        tags |= UINT64_C(1) << m->labels[class->labels[i]].penn;
    return tags;
}
