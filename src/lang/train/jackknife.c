/* SPDX-License-Identifier: MIT */
#include "lang/train/jackknife.h"
#include "lang/tagger.h"
#include "lang/train/tagger_trainer.h"

#include <pthread.h>

enum {
    PARTS = 4,
    RUNS = 4,  /* of each tagger; more make it little better, and each takes as long */
    BLOCK = 50 /* sentences in a row that go to one part: neighbours share their words */
};

typedef struct part {
    const corpus *treebanks;
    const corpus *raw;
    const lesson_list *lessons;
    size_t number;
    arena *owner;
    dateline_status status;
} part;

static bool is_of_part(size_t sentence, size_t number) {
    return sentence / BLOCK % PARTS == number;
}

static void tag_lesson(const tagger_model *m, const corpus_sentence *s, const lesson *l, arena *a) {
    slice *forms = ARENA_ARRAY(a, slice, s->count);
    tagger_label *labels = ARENA_ARRAY(a, tagger_label, s->count);
    for (size_t i = 0; i < s->count; i++)
        forms[i] = s->words[i].form;
    words_tag(m, forms, s->count, a, labels);
    for (size_t i = 0; i < l->count; i++) {
        l->words[i].tag = (uint16_t)(PARSER_PENN_ROW + labels[i].penn);
        l->words[i].broad_tag = (uint16_t)(PARSER_UNIVERSAL_ROW + labels[i].universal);
    }
}

static dateline_status tag_part(void *context) {
    const part *p = context;
    corpus others = {0};
    for (size_t i = 0; i < p->treebanks->count; i++)
        if (!is_of_part(i, p->number))
            *vector_push(&others, p->owner) = p->treebanks->items[i];
    tagger_model m;
    if (!tagger_model_open(tagger_learn(&others, p->raw, RUNS, p->owner), &m))
        return DATELINE_CANNOT_READ;
    for (size_t i = 0; i < p->treebanks->count; i++)
        if (is_of_part(i, p->number))
            tag_lesson(&m, &p->treebanks->items[i], &p->lessons->items[i], p->owner);
    return DATELINE_OK;
}

static void *tag_guarded(void *context) {
    part *p = context;
    p->status = arena_guard(p->owner, tag_part, p);
    arena_free(p->owner);
    return NULL;
}

/* Two parts at a time: each holds all that a tagger learns from in memory. */
void jackknife_tags(const corpus *treebanks, const corpus *raw, const lesson_list *lessons,
                    arena *a) {
    for (size_t number = 0; number < PARTS; number += 2) {
        part parts[2];
        pthread_t thread;
        for (size_t k = 0; k < 2; k++) {
            parts[k] = (part){treebanks, raw, lessons, number + k, arena_new(), DATELINE_OK};
            if (!parts[k].owner)
                arena_fail(a, DATELINE_NO_MEMORY);
        }
        if (pthread_create(&thread, NULL, tag_guarded, &parts[1]) != 0)
            arena_fail(a, DATELINE_NO_MEMORY);
        tag_guarded(&parts[0]);
        pthread_join(thread, NULL);
        for (size_t k = 0; k < 2; k++)
            if (parts[k].status != DATELINE_OK)
                arena_fail(a, parts[k].status);
    }
}
