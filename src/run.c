/* SPDX-License-Identifier: MIT */
#include "run.h"

#include "base/pool.h"

#include <stdlib.h>

/* Documents under way at once, for each thread. */
#define SLOTS_PER_THREAD 8
/* Bytes of documents under way from which on none is taken. */
#define MOST_UNDER_WAY ((size_t)2 << 20)

typedef struct taking {
    run *run;
    run_slot *slot;
    bool more;
} taking;

static dateline_status take_into_slot(void *context) {
    taking *t = context;
    run_slot *slot = t->slot;
    slot->said = diagnostics_in(slot->arena);
    slot->out = buffer_in(slot->arena);
    slot->told = (story){.owner = slot->arena, .texts = slot->arena};
    t->more = source_next(t->run->inputs, slot->arena, &slot->document, &slot->said);
    return DATELINE_OK;
}

static dateline_status take_guarded(void *context) {
    taking *t = context;
    return arena_guard(t->slot->arena, take_into_slot, t);
}

static void report(run *r, run_slot *slot) {
    r->counts.skipped += diagnostics_report(&slot->said, r->report, r->user);
}

/* The source has an arena of its own, so both are guarded. */
static bool take(void *context, void *slot_of_pool) {
    run *r = context;
    run_slot *slot = slot_of_pool;
    arena_reset(slot->arena);
    arena_reset(slot->scratch);
    *slot = (run_slot){.arena = slot->arena, .scratch = slot->scratch, .run = r};
    taking t = {r, slot, false};
    dateline_status status = arena_guard(r->inputs_arena, take_guarded, &t);
    if (status != DATELINE_OK)
        slot->status = status;
    if (status == DATELINE_OK && t.more)
        return true;
    /* Nothing more to work on: what was said on the way to the end goes with the last slot. */
    slot->document = (document){.file = {NULL, 0}};
    return slot->said.list.count > 0 || status != DATELINE_OK;
}

static dateline_status work_in_slot(void *context) {
    run_slot *slot = context;
    const run *r = slot->run;
    if (!slot->document.file.data)
        return slot->status;
    bool words = r->takes_words && slot->document.form == DOCUMENT_CONLLU;
    if (!r->one_by_one && !words)
        articles_read(&slot->document, r->published, slot->arena, &slot->articles, &slot->said);
    if (r->work)
        r->work(slot);
    return DATELINE_OK;
}

static dateline_status work_guarded(void *context) {
    run_slot *slot = context;
    return arena_guard(slot->scratch, work_in_slot, slot);
}

static void work(void *context, void *slot_of_pool) {
    (void)context;
    run_slot *slot = slot_of_pool;
    slot->status = arena_guard(slot->arena, work_guarded, slot);
}

static bool give(void *context, void *slot_of_pool) {
    run *r = context;
    run_slot *slot = slot_of_pool;
    report(r, slot);
    if (slot->status == DATELINE_OK && slot->document.file.data) {
        r->counts.articles += slot->articles.count;
        for (size_t i = 0; i < slot->articles.count; i++)
            r->counts.undated += slot->articles.items[i].published.day == NO_DAY;
        slot->status = r->give(slot, r->context);
    }
    if (r->progress)
        r->progress(r->user, r->counts.articles, 0);
    r->status = slot->status;
    return slot->status == DATELINE_OK && slot->document.file.data;
}

static size_t weight(const void *slot_of_pool) {
    const run_slot *slot = slot_of_pool;
    return slot->document.bytes.length;
}

static dateline_status make_slots(size_t count, run_slot *slots, void **pointers) {
    for (size_t i = 0; i < count; i++) {
        slots[i].arena = arena_new();
        slots[i].scratch = arena_new();
        if (!slots[i].arena || !slots[i].scratch)
            return DATELINE_NO_MEMORY;
        pointers[i] = &slots[i];
    }
    return DATELINE_OK;
}

dateline_status run_documents(run *r) {
    size_t count = r->threads > 1 ? r->threads * SLOTS_PER_THREAD : 1;
    run_slot *slots = calloc(count, sizeof *slots);
    void **pointers = calloc(count, sizeof *pointers);
    dateline_status status = DATELINE_NO_MEMORY;
    if (slots && pointers)
        status = make_slots(count, slots, pointers);
    pool_job job = {take, work, give, weight, MOST_UNDER_WAY, r};
    if (status == DATELINE_OK)
        status = pool_run(&job, r->threads, pointers, count);
    for (size_t i = 0; slots && i < count; i++) {
        arena_free(slots[i].arena);
        arena_free(slots[i].scratch);
    }
    free(pointers);
    free(slots);
    return status == DATELINE_OK ? r->status : status;
}
