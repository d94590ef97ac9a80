/* SPDX-License-Identifier: MIT */
#include "base/whole_file.h"
#include "lang/train/jackknife.h"
#include "lang/train/lessons.h"
#include "lang/train/parser_writer.h"
#include "lang/train/random.h"
#include "lang/train/train.h"
#include "lang/train/word_vectors.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>

enum {
    EPOCHS = 20,
    BATCH_WORDS = 800,
    WARM_STEPS = 200,
    VECTOR_EPOCHS = 3,
    LEAST_COUNT = 4, /* of a word that only raw text has */
    LONGEST_LESSON = 150,
    SHARES = 2 /* of a batch, one a thread; the result does not depend on the threads */
};

static const float RATE = 0.003f;
static const float MOMENTUM = 0.9f, SQUARE_MOMENTUM = 0.98f;
static const network_noise NOISE = {
    .words = true, .tag = 0.05f, .input = 0.15f, .layer = 0.2f, .scorer = 0.2f};

/* A part of a batch, learnt on a thread of its own. */
typedef struct share {
    const network *net;
    const lesson **lessons;
    size_t count;
    size_t words;
    network_noise noise;
    float *slopes;
    arena *scratch;
    network_error error;
} share;

/* Adam (Kingma & Ba 2015), with steps that shrink to nothing. */
typedef struct optimiser {
    float *values;
    float *slopes[SHARES];
    float *mean;
    float *square;
    size_t count;
    size_t step;
    size_t steps;
    double mean_left; /* what is left of the zeros that the averages began with */
    double square_left;
} optimiser;

static dateline_status learn_guarded(void *context) {
    share *s = context;
    s->error = network_learn(s->net, s->lessons, s->count, &s->noise, 1.0f / BATCH_WORDS, s->slopes,
                             s->scratch);
    return DATELINE_OK;
}

static void *learn_share(void *context) {
    share *s = context;
    arena_reset(s->scratch);
    return arena_guard(s->scratch, learn_guarded, s) == DATELINE_OK ? s : NULL;
}

static void step_on(optimiser *o) {
    double warm = o->step < WARM_STEPS ? (double)(o->step + 1) / WARM_STEPS : 1.0;
    double left = 1.0 - (double)o->step / (double)o->steps;
    o->step++;
    o->mean_left *= (double)MOMENTUM;
    o->square_left *= (double)SQUARE_MOMENTUM;
    float rate = (float)((double)RATE * warm * (left > 0 ? left : 0) / (1.0 - o->mean_left));
    float square_factor = (float)(1.0 / (1.0 - o->square_left));
    for (size_t i = 0; i < o->count; i++) {
        float slope = 0;
        for (size_t k = 0; k < SHARES; k++) {
            slope += o->slopes[k][i];
            o->slopes[k][i] = 0;
        }
        o->mean[i] = MOMENTUM * o->mean[i] + (1.0f - MOMENTUM) * slope;
        o->square[i] = SQUARE_MOMENTUM * o->square[i] + (1.0f - SQUARE_MOMENTUM) * slope * slope;
        o->values[i] -= rate * o->mean[i] / (sqrtf(o->square[i] * square_factor) + 1e-8f);
    }
}

static void shuffle(const lesson **lessons, size_t count, uint64_t *random) {
    for (size_t i = count; i > 1; i--) {
        size_t other = random_below(random, i);
        const lesson *kept = lessons[i - 1];
        lessons[i - 1] = lessons[other];
        lessons[other] = kept;
    }
}

/* Deals lessons to the shares until the batch is full; how many. */
static size_t deal(const lesson *const *lessons, size_t count, share shares[SHARES]) {
    size_t dealt = 0, words = 0;
    for (size_t k = 0; k < SHARES; k++)
        shares[k].count = shares[k].words = 0;
    while (dealt < count && words < BATCH_WORDS) {
        const lesson *l = lessons[dealt++];
        share *to = &shares[0];
        for (size_t k = 1; k < SHARES; k++)
            to = shares[k].words < to->words ? &shares[k] : to;
        to->lessons[to->count++] = l;
        to->words += l->count;
        words += l->count;
    }
    return dealt;
}

static void learn_batch(share shares[SHARES], optimiser *o, arena *a) {
    pthread_t threads[SHARES];
    void *done[SHARES];
    for (size_t k = 1; k < SHARES; k++)
        if (pthread_create(&threads[k], NULL, learn_share, &shares[k]) != 0)
            arena_fail(a, DATELINE_NO_MEMORY);
    done[0] = learn_share(&shares[0]);
    for (size_t k = 1; k < SHARES; k++)
        pthread_join(threads[k], &done[k]);
    for (size_t k = 0; k < SHARES; k++)
        if (!done[k])
            arena_fail(a, DATELINE_NO_MEMORY);
    step_on(o);
}

static void begin_learning(const network *n, size_t words, share shares[SHARES], optimiser *o,
                           size_t lesson_count, arena *a) {
    *o = (optimiser){.values = n->values,
                     .mean = ARENA_ARRAY(a, float, n->layout.count),
                     .square = ARENA_ARRAY(a, float, n->layout.count),
                     .count = n->layout.count,
                     .steps = EPOCHS * words / BATCH_WORDS,
                     .mean_left = 1.0,
                     .square_left = 1.0};
    for (size_t k = 0; k < SHARES; k++) {
        shares[k] = (share){.net = n,
                            .lessons = ARENA_ARRAY(a, const lesson *, lesson_count),
                            .noise = NOISE,
                            .slopes = ARENA_ARRAY(a, float, n->layout.count),
                            .scratch = arena_new()};
        if (!shares[k].scratch)
            arena_fail(a, DATELINE_NO_MEMORY);
        o->slopes[k] = shares[k].slopes;
    }
}

static void learn(const network *n, const lesson_list *all, arena *a) {
    const lesson **lessons = ARENA_ARRAY(a, const lesson *, all->count);
    size_t count = 0, words = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].count <= LONGEST_LESSON) {
            lessons[count++] = &all->items[i];
            words += all->items[i].count;
        }
    }
    share shares[SHARES];
    optimiser o;
    begin_learning(n, words, shares, &o, count, a);
    uint64_t random = 7;
    for (size_t epoch = 0; epoch < EPOCHS; epoch++) {
        shuffle(lessons, count, &random);
        network_error error = {0};
        for (size_t at = 0; at < count;) {
            at += deal(lessons + at, count - at, shares);
            for (size_t k = 0; k < SHARES; k++)
                shares[k].noise.seed = random_next(&random);
            learn_batch(shares, &o, a);
            for (size_t k = 0; k < SHARES; k++) {
                error.arcs += shares[k].error.arcs;
                error.relations += shares[k].error.relations;
                error.tags += shares[k].error.tags;
            }
        }
        fprintf(stderr,
                "parser: epoch %zu of %d: error of heads %.4f, of relations %.4f, of tags %.4f\n",
                epoch + 1, EPOCHS, error.arcs / (double)words, error.relations / (double)words,
                error.tags / (double)words);
    }
    for (size_t k = 0; k < SHARES; k++)
        arena_free(shares[k].scratch);
}

/* The vectors of the words that have rows, learnt from all the text there is. */
static const float *learn_words(const word_stream *raw, const vocabulary *v, arena *a) {
    uint32_t *rows = ARENA_ARRAY(a, uint32_t, raw->count);
    for (size_t i = 0; i < raw->count; i++)
        rows[i] = vocabulary_row(v, raw->items[i]);
    raw_text text = {rows, raw->count, v->count + 1};
    return word_vectors_learn(&text, VECTOR_EPOCHS, 3, a);
}

static bool write_model(const char *path, slice bytes) {
    whole_file *file;
    bool good = whole_file_open(path, &file) == DATELINE_OK &&
                whole_file_add(file, bytes.data, bytes.length) &&
                whole_file_commit(file) == DATELINE_OK;
    whole_file_close(file);
    return good;
}

static dateline_status fail(dateline_status status, const char *path) {
    fprintf(stderr, "parser: %s: %s\n", path, dateline_status_text(status));
    return status;
}

typedef struct texts {
    lesson_list lessons;
    corpus treebanks; /* the same sentences, as the tagger learns them */
    corpus raw;
} texts;

static dateline_status read_texts(const training *t, texts *out) {
    static const char *const treebanks[] = {"ewt", "gum"};
    arena *a = t->owner;
    for (size_t i = 0; i < sizeof treebanks / sizeof *treebanks; i++) {
        slice path = arena_format(a, "%s/%s-train.conllu.gz", t->folder, treebanks[i]);
        if (!lessons_read(path.data, a, &out->lessons) ||
            !corpus_read(path.data, a, &out->treebanks))
            return fail(DATELINE_CANNOT_READ, path.data);
    }
    for (size_t i = 0; i < t->text_count; i++)
        if (!corpus_read_articles(t->texts[i], a, &out->raw))
            return fail(DATELINE_CANNOT_READ, t->texts[i]);
    return DATELINE_OK;
}

dateline_status train_parser(void *given) {
    const training *t = given;
    arena *a = t->owner;
    texts read = {0};
    dateline_status status = read_texts(t, &read);
    if (status != DATELINE_OK)
        return status;
    jackknife_tags(&read.treebanks, &read.raw, &read.lessons, a);
    word_stream words = {0};
    raw_text_add_words(&read.raw, a, &words);
    lessons_add_words(&read.lessons, a, &words);
    vocabulary known = vocabulary_of(&read.lessons, &words, LEAST_COUNT, a);
    fprintf(stderr, "parser: %zu sentences, %zu words of text, %zu different\n", read.lessons.count,
            words.count, known.count);
    lessons_take_rows(&read.lessons, &known);
    network n = {.layout = network_layout_of(known.count + 1, PARSER_TAG_ROWS),
                 .fixed_words = learn_words(&words, &known, a)};
    n.values = ARENA_ARRAY(a, float, n.layout.count);
    network_begin(&n, 1);
    learn(&n, &read.lessons, a);
    bool written = write_model(t->output, parser_model_bytes(&n, &known, a));
    return written ? DATELINE_OK : fail(DATELINE_CANNOT_WRITE, t->output);
}
