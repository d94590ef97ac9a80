/* SPDX-License-Identifier: MIT */
/* Trains the tagger and the lemmatiser; docs/language.md tells what was tried and what it gave. */
#include "lang/train/tagger_trainer.h"
#include "base/whole_file.h"
#include "lang/tagger.h"
#include "lang/tagger_features.h"
#include "lang/train/lemmas.h"
#include "lang/train/lexicon.h"
#include "lang/train/perceptron.h"
#include "lang/train/random.h"
#include "lang/train/train.h"

#include <stdio.h>

enum {
    FIRST_EPOCHS = 3, /* with all features, to find those that are worth their place */
    EPOCHS = 6,       /* with these, in each run */
    RUNS = 8,         /* of the tagger that is kept */
    MOST_ROWS = 220000,
    LEAST_SEEN = 3,      /* times that a feature of words stands in the treebanks */
    HIDDEN = 100,        /* of 256 features, hidden from a word each time that it is learnt */
    CONFIDENT = 4,       /* a lead by the features of some steps that must not be wrong */
    ALTERED_EVERY = 12,  /* every so manieth sentence is learnt in capitals and in Title Case too */
    SCALE = 12,          /* of weights, which then are numbers of eight bits */
    MOST_PAIRS = 690000, /* of labels and weights; the smallest are left out */
    LONGEST_ROW = 16,    /* in pairs; those with more are long ones */
    FULL = 94,           /* percent of the slots that features have */
    LARGEST_WEIGHT = 127
};

/* How many rows belong to each step; they lie one behind the other. */
typedef struct step_counts {
    uint16_t of[TAGGER_STEPS];
} step_counts;

/* A sentence as the perceptron sees it. */
typedef struct lesson {
    word_view *views;
    uint8_t *labels; /* right ones; TAGGER_MOST_LABELS where that is not among the labels */
    uint32_t **rows; /* of each word whose class leaves a choice, by the words alone */
    step_counts *row_counts;
    size_t count;
} lesson;

typedef struct school {
    arena *owner;
    lexicon lexicon;
    tagger_model view; /* of the lexicon */
    perceptron *p;
    lesson *lessons;
    size_t lesson_count;
    bool adds_features; /* that look at labels, as they come */
    uint64_t noise;     /* state of the random numbers that hide features */
    uint8_t *chosen;    /* labels of the lesson at hand */
} school;

static void make_lesson(school *s, const corpus_word *words, size_t count, lesson *out) {
    slice *forms = ARENA_ARRAY(s->owner, slice, count);
    *out = (lesson){.views = ARENA_ARRAY(s->owner, word_view, count),
                    .labels = ARENA_ARRAY(s->owner, uint8_t, count),
                    .rows = ARENA_ARRAY(s->owner, uint32_t *, count),
                    .row_counts = ARENA_ARRAY(s->owner, step_counts, count),
                    .count = count};
    for (size_t i = 0; i < count; i++) {
        size_t label = lexicon_label(&s->lexicon, words[i].label);
        out->labels[i] = (uint8_t)(label < s->lexicon.labels.count ? label : TAGGER_MOST_LABELS);
        forms[i] = words[i].form;
    }
    words_view(&s->view, forms, count, out->views);
}

static bool has_choice(const school *s, const word_view *view) {
    return s->view.classes[view->known.class].count > 1;
}

static void count_features(school *s, const lesson *l, size_t at) {
    uint64_t features[TAGGER_STATIC_FEATURES];
    size_t count = features_of_words(l->views, l->count, at, STEP_ALL, features);
    for (size_t i = 0; i < count; i++) {
        uint32_t row = perceptron_row(s->p, features[i], true);
        s->p->rows.items[row].seen++;
    }
}

static void take_rows_of_word(school *s, lesson *l, size_t at) {
    uint64_t features[TAGGER_STATIC_FEATURES];
    uint32_t *out = arena_alloc(s->owner, TAGGER_STATIC_FEATURES * sizeof *out);
    l->rows[at] = out;
    for (unsigned step = 0; step < TAGGER_STEPS; step++) {
        const uint32_t *first = out;
        size_t count = features_of_words(l->views, l->count, at, 1u << step, features);
        for (size_t i = 0; i < count; i++) {
            uint32_t row = perceptron_row(s->p, features[i], true);
            if (s->p->rows.items[row].seen >= LEAST_SEEN)
                *out++ = row;
        }
        l->row_counts[at].of[step] = (uint16_t)(out - first);
    }
}

/* Twice over all lessons: to count the features, and to take the rows of those seen often enough.*/
static void take_rows(school *s) {
    for (int round = 0; round < 2; round++)
        for (size_t n = 0; n < s->lesson_count; n++)
            for (size_t i = 0; i < s->lessons[n].count; i++) {
                lesson *l = &s->lessons[n];
                if (!has_choice(s, &l->views[i]))
                    continue;
                if (round == 0)
                    count_features(s, l, i);
                else
                    take_rows_of_word(s, l, i);
            }
}

/* The best label of the word's class by the scores, which are those of all labels. */
static uint8_t best_label(const tagger_class *class, const int32_t *scores) {
    uint8_t best = class->labels[0];
    for (size_t i = 1; i < class->count; i++)
        if (scores[class->labels[i]] > scores[best])
            best = class->labels[i];
    return best;
}

/* Without some features, so that each learns to do without the others. */
static size_t hide_some(school *s, const uint32_t *rows, size_t count, uint32_t *out) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (random_next(&s->noise) >> 56 >= HIDDEN && rows[i] != NO_ROW)
            out[kept++] = rows[i];
    return kept;
}

/* Rows of the features that look at labels. */
static size_t rows_of_labels(school *s, const lesson *l, size_t at, const uint8_t *labels,
                             tagger_step step, bool second_pass, uint32_t *out) {
    uint64_t features[TAGGER_TAG_FEATURES];
    size_t count =
        second_pass ? features_of_all_labels(&s->view, l->views, l->count, at, labels, features)
                    : features_of_labels(&s->view, l->views, l->count, at, labels, step, features);
    for (size_t i = 0; i < count; i++)
        out[i] = perceptron_row(s->p, features[i], s->adds_features);
    return count;
}

static int32_t lead_of(const tagger_class *class, const int32_t *scores, uint8_t best) {
    int32_t next = INT32_MIN;
    for (size_t i = 0; i < class->count; i++)
        if (class->labels[i] != best && scores[class->labels[i]] > next)
            next = scores[class->labels[i]];
    return scores[best] - next;
}

static bool may_learn(const tagger_class *class, uint8_t right) {
    return right < TAGGER_MOST_LABELS && memchr(class->labels, right, class->count);
}

/*
 * In use, a word is left alone behind the step in which a label leads far. So that has to be right:
 * the features of these steps learn by themselves where it is not.
 */
static void learn_word(school *s, const lesson *l, size_t at, uint8_t *labels, bool second_pass) {
    const tagger_class *class = &s->view.classes[l->views[at].known.class];
    uint32_t rows[TAGGER_TAG_FEATURES], seen[TAGGER_TAG_FEATURES + TAGGER_STATIC_FEATURES];
    int32_t scores[TAGGER_MOST_LABELS + 1] = {0};
    const uint32_t *of_words = l->rows[at];
    size_t used = 0, before = 0;
    bool can_learn = may_learn(class, l->labels[at]);
    labels[at] = class->labels[0];
    if (class->count == 1)
        return;
    s->p->step++;
    for (unsigned step = 0; step < TAGGER_STEPS; before = used, step++) {
        bool last = step + 1 == TAGGER_STEPS;
        size_t count = l->row_counts[at].of[step];
        used += hide_some(s, of_words, count, seen + used);
        of_words += count;
        if (!second_pass || last) {
            count = rows_of_labels(s, l, at, labels, 1u << step, second_pass, rows);
            used += hide_some(s, rows, count, seen + used);
        }
        perceptron_score(s->p, seen + before, used - before, scores);
        labels[at] = best_label(class, scores);
        bool ends = last || (!second_pass && lead_of(class, scores, labels[at]) >= CONFIDENT);
        if (ends && can_learn && labels[at] != l->labels[at]) {
            perceptron_update(s->p, seen, used, l->labels[at], labels[at]);
            can_learn = false;
        }
    }
}

static void learn_lesson(school *s, const lesson *l) {
    uint8_t *labels = s->chosen;
    for (size_t i = 0; i < l->count; i++)
        learn_word(s, l, i, labels, false);
    for (size_t i = 0; i < l->count; i++)
        learn_word(s, l, i, labels, true);
}

static void learn_all(school *s, int epochs) {
    size_t longest = 0;
    for (size_t i = 0; i < s->lesson_count; i++)
        longest = s->lessons[i].count > longest ? s->lessons[i].count : longest;
    s->chosen = arena_alloc(s->owner, longest);
    size_t *order = ARENA_ARRAY(s->owner, size_t, s->lesson_count);
    for (size_t i = 0; i < s->lesson_count; i++)
        order[i] = i;
    for (int epoch = 0; epoch < epochs; epoch++) {
        for (size_t i = s->lesson_count; i > 1; i--) {
            size_t other = random_below(&s->noise, i), moved = order[i - 1];
            order[i - 1] = order[other];
            order[other] = moved;
        }
        for (size_t i = 0; i < s->lesson_count; i++)
            learn_lesson(s, &s->lessons[order[i]]);
        fprintf(stderr, "epoch %d of %d, %zu features\n", epoch + 1, epochs, s->p->rows.count);
    }
}

/* ---- The features that are worth their place ---- */

/* The largest weight, whatever its sign. */
static int64_t strength_of(const perceptron *p, const weight_row *row) {
    int64_t strength = 0;
    for (size_t k = 0; k < row->count; k++) {
        int64_t weight = perceptron_average(p, &row->weights[k]);
        weight = weight < 0 ? -weight : weight;
        strength = weight > strength ? weight : strength;
    }
    return strength;
}

/* The least strength that no more than MOST_ROWS rows have. */
static int64_t least_strength(const perceptron *p) {
    enum { STEPS = 16 * PERCEPTRON_UNITS };
    size_t counts[STEPS] = {0}, rows = 0;
    for (size_t i = 0; i < p->rows.count; i++) {
        int64_t strength = strength_of(p, &p->rows.items[i]);
        counts[strength < STEPS ? strength : STEPS - 1]++;
    }
    int64_t least = STEPS;
    while (least > 1 && rows + counts[least - 1] <= MOST_ROWS)
        rows += counts[--least];
    return least;
}

/* Begins anew with the strongest features alone. */
static void keep_strongest(school *s, perceptron *kept) {
    int64_t least = least_strength(s->p);
    uint32_t *moved = ARENA_ARRAY(s->owner, uint32_t, s->p->rows.count);
    for (size_t i = 0; i < s->p->rows.count; i++) {
        const weight_row *row = &s->p->rows.items[i];
        moved[i] =
            strength_of(s->p, row) >= least ? perceptron_row(kept, row->feature, true) : NO_ROW;
    }
    for (size_t n = 0; n < s->lesson_count; n++)
        for (size_t i = 0; i < s->lessons[n].count; i++) {
            lesson *l = &s->lessons[n];
            uint32_t *from = l->rows[i], *to = from;
            for (size_t step = 0; step < TAGGER_STEPS; step++) {
                const uint32_t *end = from + l->row_counts[i].of[step], *first = to;
                for (; from < end; from++)
                    if (moved[*from] != NO_ROW)
                        *to++ = moved[*from];
                l->row_counts[i].of[step] = (uint16_t)(to - first);
            }
        }
    s->p = kept;
}

/* ---- Copies of sentences in other cases ---- */

static slice in_upper_case(slice word, arena *a) {
    slice copy = arena_copy(a, word);
    for (size_t i = 0; i < copy.length; i++)
        ((char *)(uintptr_t)copy.data)[i] = ascii_upper(copy.data[i]);
    return copy;
}

/* Headlines keep short joining words small. */
static slice in_title_case(slice word, size_t at, penn_tag tag, arena *a) {
    bool small =
        at &&
        (tag == PENN_IN || tag == PENN_TO || tag == PENN_CC || tag == PENN_DT || tag == PENN_POS) &&
        word.length < 5;
    slice copy = arena_copy(a, word);
    if (!small && copy.length)
        *(char *)(uintptr_t)copy.data = ascii_upper(*copy.data);
    return copy;
}

static corpus_sentence altered(const corpus_sentence *s, bool upper, arena *a) {
    corpus_sentence copy = {ARENA_ARRAY(a, corpus_word, s->count), s->count};
    for (size_t i = 0; i < s->count; i++) {
        copy.words[i] = s->words[i];
        copy.words[i].form =
            upper ? in_upper_case(s->words[i].form, a)
                  : in_title_case(s->words[i].form, i, (penn_tag)s->words[i].label.penn, a);
    }
    return copy;
}

static void make_lessons(school *s, const corpus *treebanks) {
    size_t most = treebanks->count + 2 * (treebanks->count / ALTERED_EVERY + 1);
    s->lessons = ARENA_ARRAY(s->owner, lesson, most);
    for (size_t i = 0; i < treebanks->count; i++) {
        const corpus_sentence *x = &treebanks->items[i];
        make_lesson(s, x->words, x->count, &s->lessons[s->lesson_count++]);
        for (int upper = 0; i % ALTERED_EVERY == 0 && upper < 2; upper++) {
            corpus_sentence copy = altered(x, upper, s->owner);
            make_lesson(s, copy.words, copy.count, &s->lessons[s->lesson_count++]);
        }
    }
}

/* ---- The model ---- */

/* What of a row is kept; a weight is 0 where it is left out. */
static int weight_in_model(const perceptron *p, const row_weight *w, int least) {
    int64_t sum = w->sum * SCALE, unit = (int64_t)p->runs * PERCEPTRON_UNITS;
    int64_t weight = (sum + (sum < 0 ? -unit : unit) / 2) / unit;
    weight = weight > LARGEST_WEIGHT ? LARGEST_WEIGHT : weight;
    weight = weight < -LARGEST_WEIGHT ? -LARGEST_WEIGHT : weight;
    return weight < least && weight > -least ? 0 : (int)weight;
}

typedef struct feature_section {
    uint32_t *slots;
    uint64_t *features; /* of the slots */
    size_t left_out;    /* that found no slot */
    size_t slot_count;
    uint8_t *weights;
    size_t pair_count;
    int8_t *long_rows;
    size_t long_row_count;
} feature_section;

/* How many pairs are left, and in how many rows, if no weight is smaller than `least`. */
static size_t count_pairs(const perceptron *p, int least, size_t *rows) {
    size_t pairs = 0;
    *rows = 0;
    for (size_t i = 0; i < p->rows.count; i++) {
        size_t before = pairs;
        for (size_t k = 0; k < p->rows.items[i].count; k++)
            pairs += weight_in_model(p, &p->rows.items[i].weights[k], least) != 0;
        *rows += pairs > before;
    }
    return pairs;
}

/*
 * The slot of a bucket for a feature: one with the same fingerprint, which has to go, else a free
 * one, else any.
 */
static uint32_t *slot_in_bucket(feature_section *f, uint64_t feature, bool other, size_t any) {
    uint32_t *bucket = f->slots + feature_bucket(feature, f->slot_count, other);
    uint32_t *slot = &bucket[any % TAGGER_BUCKET];
    for (size_t i = 0; i < TAGGER_BUCKET; i++)
        slot = bucket[i] ? slot : &bucket[i];
    for (size_t i = 0; i < TAGGER_BUCKET; i++)
        if ((bucket[i] & ((1u << TAGGER_FINGERPRINT_BITS) - 1)) == feature_fingerprint(feature))
            slot = &bucket[i];
    return slot;
}

/* Where both buckets are full, a feature makes room that may be in another bucket. */
static void add_slot(feature_section *f, uint64_t feature, size_t row) {
    enum { MOST_MOVES = 1000 };
    for (size_t move = 0; row && move < MOST_MOVES; move++) {
        size_t any = bits_mix(feature + move) >> 20;
        uint32_t *slot = slot_in_bucket(f, feature, move & 1, any);
        if (*slot)
            slot = slot_in_bucket(f, feature, !(move & 1), any);
        uint64_t moved = f->features[slot - f->slots];
        size_t moved_row = *slot >> TAGGER_FINGERPRINT_BITS;
        *slot = (uint32_t)(row << TAGGER_FINGERPRINT_BITS) | feature_fingerprint(feature);
        f->features[slot - f->slots] = feature;
        feature = moved;
        row = moved_row;
    }
    f->left_out += row != 0;
}

static bool is_long(const perceptron *p, const weight_row *row, int least) {
    size_t pairs = 0, outside = 0;
    for (size_t k = 0; k < row->count; k++) {
        bool kept = weight_in_model(p, &row->weights[k], least) != 0;
        pairs += kept;
        outside += kept && row->weights[k].label >= TAGGER_LONG_ROW;
    }
    return pairs > LONGEST_ROW && !outside;
}

static size_t add_long_row(feature_section *f, const perceptron *p, const weight_row *row,
                           int least) {
    int8_t *weights = f->long_rows + TAGGER_LONG_ROW * f->long_row_count;
    for (size_t k = 0; k < row->count; k++)
        if (row->weights[k].label < TAGGER_LONG_ROW)
            weights[row->weights[k].label] = (int8_t)weight_in_model(p, &row->weights[k], least);
    return f->pair_count + f->long_row_count++;
}

/* The number of its first pair; 0 where nothing of the row is kept. */
static size_t add_row(feature_section *f, const perceptron *p, const weight_row *row, int least) {
    size_t first = f->pair_count;
    for (size_t k = 0; k < row->count; k++) {
        int weight = weight_in_model(p, &row->weights[k], least);
        if (!weight)
            continue;
        f->weights[2 * f->pair_count] = row->weights[k].label;
        f->weights[2 * f->pair_count++ + 1] = (uint8_t)(int8_t)weight;
    }
    if (f->pair_count == first)
        return 0;
    f->weights[2 * f->pair_count - 2] |= TAGGER_LAST_PAIR;
    return first;
}

static feature_section make_features(school *s) {
    size_t rows, pairs;
    int least = 1;
    while ((pairs = count_pairs(s->p, least, &rows)) > MOST_PAIRS)
        least++;
    feature_section f = {.slot_count = (rows * 100 / FULL / TAGGER_BUCKET + 1) * TAGGER_BUCKET};
    f.features = ARENA_ARRAY(s->owner, uint64_t, f.slot_count);
    f.slots = ARENA_ARRAY(s->owner, uint32_t, f.slot_count);
    f.weights = ARENA_ARRAY(s->owner, uint8_t, (pairs + 1) * 2);
    f.long_rows = ARENA_ARRAY(s->owner, int8_t, (rows + 1) * TAGGER_LONG_ROW);
    f.weights[0] = TAGGER_LAST_PAIR;
    f.pair_count = f.long_row_count = 1;    /* the first row is that of free slots */
    for (int round = 0; round < 2; round++) /* long rows are numbered behind the others */
        for (size_t i = 0; i < s->p->rows.count; i++) {
            const weight_row *row = &s->p->rows.items[i];
            if (is_long(s->p, row, least) != (round == 1))
                continue;
            add_slot(&f, row->feature,
                     round == 0 ? add_row(&f, s->p, row, least)
                                : add_long_row(&f, s->p, row, least));
        }
    fprintf(stderr, "weights from %d on: %zu in %zu rows, %zu long; %zu features left out\n", least,
            f.pair_count, rows, f.long_row_count, f.left_out);
    return f;
}

typedef struct section_bytes {
    const void *items;
    size_t count;
    size_t size; /* of an item */
} section_bytes;

static slice lay_out(const section_bytes *sections, arena *a) {
    tagger_head head = {0};
    size_t length = sizeof head;
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        length = (length + 15) / 16 * 16;
        head.offsets[i] = (uint32_t)length;
        head.counts[i] = (uint32_t)sections[i].count;
        length += sections[i].count * sections[i].size;
    }
    char *bytes = ARENA_ARRAY(a, char, length);
    memcpy(bytes, &head, sizeof head);
    for (size_t i = 0; i < SECTION_COUNT; i++)
        memcpy(bytes + head.offsets[i], sections[i].items, sections[i].count * sections[i].size);
    model_seal(bytes, length, TAGGER_KIND, TAGGER_VERSION);
    return (slice){bytes, length};
}

static dateline_status write_model(const char *path, slice bytes) {
    whole_file *file;
    dateline_status status = whole_file_open(path, &file);
    if (status == DATELINE_OK && !whole_file_add(file, bytes.data, bytes.length))
        status = DATELINE_CANNOT_WRITE;
    if (status == DATELINE_OK)
        status = whole_file_commit(file);
    whole_file_close(file);
    return status;
}

static slice make_model(school *s, const lemma_tables *lemmas) {
    feature_section f = make_features(s);
    const lexicon *l = &s->lexicon;
    const section_bytes sections[SECTION_COUNT] = {
        [SECTION_LABELS] = {l->labels.items, l->labels.count, sizeof *l->labels.items},
        [SECTION_CLASSES] = {l->classes.items, l->classes.count, sizeof *l->classes.items},
        [SECTION_LEXICON] = {l->entries, l->slots, sizeof *l->entries},
        [SECTION_FEATURES] = {f.slots, f.slot_count, sizeof *f.slots},
        [SECTION_WEIGHTS] = {f.weights, f.pair_count * 2, 1},
        [SECTION_LONG_ROWS] = {f.long_rows, f.long_row_count * TAGGER_LONG_ROW, 1},
        [SECTION_LEMMA_RULES] = {lemmas->rules.items, lemmas->rules.count,
                                 sizeof *lemmas->rules.items},
        [SECTION_LEMMA_FORMS] = {lemmas->forms, lemmas->form_slots, sizeof *lemmas->forms},
        [SECTION_LEMMA_ENDINGS] = {lemmas->endings, lemmas->ending_slots, sizeof *lemmas->endings},
    };
    for (size_t i = 0; i < SECTION_COUNT; i++)
        fprintf(stderr, "section %zu: %zu bytes\n", i, sections[i].count * sections[i].size);
    return lay_out(sections, s->owner);
}

static bool read_texts(const training *t, corpus *treebanks, corpus *raw) {
    static const char *const names[] = {"ewt-train.conllu.gz", "gum-train.conllu.gz"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        slice path = arena_format(t->owner, "%s/%s", t->folder, names[i]);
        if (!corpus_read(path.data, t->owner, treebanks))
            return fprintf(stderr, "%s cannot be read\n", path.data) < 0;
    }
    for (size_t i = 0; i < t->text_count; i++)
        if (!corpus_read_articles(t->texts[i], t->owner, raw))
            return fprintf(stderr, "%s cannot be read\n", t->texts[i]) < 0;
    return true;
}

slice tagger_learn(const corpus *treebanks, const corpus *raw, int runs, arena *a) {
    perceptron all = {.owner = a}, kept = {.owner = a};
    school s = {.owner = a, .p = &all};
    lemma_tables lemmas = lemmas_learn(treebanks, a);
    s.lexicon = lexicon_make(treebanks, raw, a);
    s.view = lexicon_model(&s.lexicon);
    make_lessons(&s, treebanks);
    take_rows(&s);
    fprintf(stderr, "tagger: %zu labels, %zu classes, %zu lessons\n", s.lexicon.labels.count,
            s.lexicon.classes.count, s.lesson_count);
    s.adds_features = true;
    learn_all(&s, FIRST_EPOCHS);
    keep_strongest(&s, &kept);
    s.adds_features = false;
    for (int run = 0; run < runs; run++) {
        learn_all(&s, EPOCHS);
        perceptron_end_run(&kept);
    }
    return make_model(&s, &lemmas);
}

dateline_status train_tagger(void *given) {
    training *t = given;
    corpus treebanks = {0}, raw = {0};
    if (!read_texts(t, &treebanks, &raw))
        return DATELINE_CANNOT_READ;
    return write_model(t->output, tagger_learn(&treebanks, &raw, RUNS, t->owner));
}
