/* SPDX-License-Identifier: MIT */
/* The slopes that the parser learns by, against differences of its error. */
#include "lang/relation.h"
#include "lang/train/parser_network.h"
#include "support/check.h"

#include <math.h>

enum { WORD_ROWS = 12, TAG_ROWS = 8, SENTENCES = 3, WORDS = 7 };

static const network_noise NOISE = {
    .words = true, .tag = 0.1f, .input = 0.1f, .layer = 0.1f, .scorer = 0.1f, .seed = 5};

static lesson some_lesson(uint32_t seed, arena *a) {
    lesson l = {ARENA_ARRAY(a, lesson_word, WORDS), WORDS};
    for (uint32_t i = 0; i < WORDS; i++) {
        lesson_word *w = &l.words[i];
        *w = (lesson_word){.word = (seed * 5 + i * 3) % WORD_ROWS,
                           .tag = (uint16_t)((seed + i) % TAG_ROWS),
                           .broad_tag = (uint16_t)((seed + i * 2) % TAG_ROWS),
                           .right_tag = (uint8_t)((seed + i) % PENN_TAG_COUNT),
                           .right_broad_tag = (uint8_t)((seed + i) % UNIVERSAL_TAG_COUNT),
                           .head = (uint16_t)(i == 2  ? 0
                                              : i < 2 ? i + 2
                                                      : i),
                           .relation = (uint16_t)(RELATION_ROOT + 1 + (seed + i) % 9),
                           .hide = 0.2f};
        for (uint32_t k = 0; k < PARSER_AFFIX_COUNT; k++)
            w->affixes[k] = (uint16_t)((seed * 31 + i * 7 + k) % PARSER_AFFIX_ROWS);
    }
    return l;
}

typedef struct experiment {
    network net;
    lesson lessons[SENTENCES];
    const lesson *borrowed[SENTENCES];
    float *slopes;
    float *ignored;
    arena *scratch;
} experiment;

static double error_of(experiment *e, float *slopes) {
    arena_mark mark = arena_now(e->scratch);
    network_error error =
        network_learn(&e->net, e->borrowed, SENTENCES, &NOISE, 1.0f, slopes, e->scratch);
    arena_rewind(e->scratch, mark);
    return error.arcs + error.relations + error.tags;
}

static experiment begin(arena *a) {
    experiment e = {.net = {.layout = network_layout_of(WORD_ROWS, TAG_ROWS)}, .scratch = a};
    e.net.values = ARENA_ARRAY(a, float, e.net.layout.count);
    e.net.fixed_words = ARENA_ARRAY(a, float, WORD_ROWS *PARSER_WORD_SIZE);
    e.slopes = ARENA_ARRAY(a, float, e.net.layout.count);
    e.ignored = ARENA_ARRAY(a, float, e.net.layout.count);
    network_begin(&e.net, 3);
    for (uint32_t s = 0; s < SENTENCES; s++)
        e.lessons[s] = some_lesson(s + 1, a);
    return e;
}

/* The steepest numbers of a part: the differences of the others drown in rounding. */
static size_t steepest(const experiment *e, size_t start, size_t count) {
    size_t best = start;
    for (size_t i = start; i < start + count; i++)
        if (fabsf(e->slopes[i]) > fabsf(e->slopes[best]))
            best = i;
    return best;
}

static void check_part(experiment *e, const char *name, size_t start, size_t count) {
    size_t at = steepest(e, start, count);
    float step = 1e-3f, old = e->net.values[at];
    e->net.values[at] = old + step;
    double above = error_of(e, e->ignored);
    e->net.values[at] = old - step;
    double below = error_of(e, e->ignored);
    e->net.values[at] = old;
    double difference = (above - below) / (2.0 * (double)step), slope = (double)e->slopes[at];
    CHECK_AT(fabs(difference - slope) < 3e-3 + 0.05 * fabs(slope) && slope != 0,
             "%s: slope %g, difference %g", name, slope, difference);
}

static void slopes_are_those_of_the_error(arena *a) {
    experiment e = begin(a);
    for (size_t s = 0; s < SENTENCES; s++)
        e.borrowed[s] = &e.lessons[s];
    error_of(&e, e.slopes);
    const network_layout *l = &e.net.layout;
    check_part(&e, "words", l->words, WORD_ROWS * PARSER_WORD_SIZE);
    check_part(&e, "affixes", l->affixes, PARSER_AFFIX_ROWS * PARSER_AFFIX_SIZE);
    check_part(&e, "tags", l->tags, TAG_ROWS * PARSER_TAG_SIZE);
    for (size_t i = 0; i < PARSER_LAYERS; i++) {
        size_t width = i ? PARSER_STATE_SIZE : PARSER_INPUT_SIZE;
        check_part(&e, "layer", l->layers[i].weights, width * 3 * PARSER_STATE_SIZE);
        check_part(&e, "peephole of forget", l->layers[i].peephole, PARSER_STATE_SIZE);
        check_part(&e, "peephole of output", l->layers[i].peephole + PARSER_STATE_SIZE,
                   PARSER_STATE_SIZE);
        check_part(&e, "bias of forget", l->layers[i].bias, PARSER_STATE_SIZE);
        check_part(&e, "bias of output", l->layers[i].bias + PARSER_STATE_SIZE, PARSER_STATE_SIZE);
    }
    check_part(&e, "dependents", l->arc_dependent, PARSER_STATE_SIZE * PARSER_ARC_SIZE);
    check_part(&e, "bias of dependents", l->arc_dependent_bias, PARSER_ARC_SIZE);
    check_part(&e, "heads", l->arc_head, PARSER_STATE_SIZE * PARSER_ARC_SIZE);
    check_part(&e, "bias of heads", l->arc_head_bias, PARSER_ARC_SIZE);
    check_part(&e, "label dependents", l->label_dependent, PARSER_STATE_SIZE * PARSER_LABEL_SIZE);
    check_part(&e, "bias of labels", l->label_dependent_bias, PARSER_LABEL_SIZE);
    check_part(&e, "label heads", l->label_head, PARSER_STATE_SIZE * PARSER_LABEL_SIZE);
    check_part(&e, "root", l->root_arc, PARSER_ARC_SIZE);
    check_part(&e, "label of root", l->root_label, PARSER_LABEL_SIZE);
    check_part(&e, "scores of tags", l->tag_scores, PARSER_STATE_SIZE * PARSER_TAG_SCORES);
    check_part(&e, "bias of tags", l->tag_scores_bias, PARSER_TAG_SCORES);
    check_part(&e, "biaffine", l->biaffine, PARSER_ARC_SIZE * PARSER_ARC_SIZE);
    check_part(&e, "bias of biaffine", l->biaffine_bias, PARSER_ARC_SIZE);
    check_part(&e, "distance", l->distance, PARSER_DISTANCES);
    check_part(&e, "relations", l->relations, PARSER_LABEL_SIZE * PARSER_RELATION_SIZE);
    check_part(&e, "bias of relations", l->relations_bias, PARSER_RELATION_SIZE);
}

/* A few steps downhill on three sentences are enough to know them by heart. */
static void learns_by_heart(arena *a) {
    experiment e = begin(a);
    for (size_t s = 0; s < SENTENCES; s++)
        e.borrowed[s] = &e.lessons[s];
    const network_noise none = {0};
    double first = 0, last = 0;
    for (size_t step = 0; step < 150; step++) {
        arena_mark mark = arena_now(a);
        memset(e.slopes, 0, e.net.layout.count * sizeof *e.slopes);
        network_error error =
            network_learn(&e.net, e.borrowed, SENTENCES, &none, 1.0f, e.slopes, a);
        arena_rewind(a, mark);
        last = error.arcs + error.relations + error.tags;
        first = step ? first : last;
        for (size_t i = 0; i < e.net.layout.count; i++)
            e.net.values[i] -= 0.02f * e.slopes[i];
    }
    CHECK_AT(last < 0.1 * first, "error %g, at first %g", last, first);
    for (size_t s = 0; s < SENTENCES; s++) {
        uint16_t heads[WORDS], relations[WORDS];
        network_parse(&e.net, &e.lessons[s], heads, relations, a);
        for (size_t i = 0; i < WORDS; i++) {
            CHECK_INT(heads[i], e.lessons[s].words[i].head);
            if (heads[i])
                CHECK_INT(relations[i], e.lessons[s].words[i].relation);
        }
    }
}

int main(void) {
    RUN_IN_ARENA(slopes_are_those_of_the_error);
    RUN_IN_ARENA(learns_by_heart);
    return tests_end();
}
