/* SPDX-License-Identifier: MIT */
#include "base/pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* What is under way. */
typedef struct item {
    void *slot;
    size_t weight;
    bool is_done;
} item;

/*
 * Items are numbered as they are taken; item n is at n % slot_count. The slot that came free last
 * is taken first: its memory is in the near caches, and of many slots but a few are ever used.
 */
typedef struct pool {
    const pool_job *job;
    item *items;
    size_t slot_count;
    void **free_slots;
    size_t free_count;
    size_t taken;  /* items taken so far */
    size_t given;  /* items given so far */
    size_t weight; /* of all under way */
    bool taking;   /* some thread is in take() */
    bool giving;   /* some thread is in give() */
    bool ended;    /* take() or give() said so */
    bool refused;  /* give() said so: what is under way is dropped */
    pthread_mutex_t lock;
    pthread_cond_t changed;
} pool;

static void run_alone(const pool_job *job, void *slot) {
    while (job->take(job->context, slot)) {
        job->work(job->context, slot);
        if (!job->give(job->context, slot))
            return;
    }
}

static item *item_numbered(pool *p, size_t number) {
    return &p->items[number % p->slot_count];
}

/* Called with the lock held, and returns with it held; so does the next. */
static void give_one(pool *p) {
    item *x = item_numbered(p, p->given);
    p->giving = true;
    pthread_mutex_unlock(&p->lock);
    bool more = !p->refused && p->job->give(p->job->context, x->slot);
    pthread_mutex_lock(&p->lock);
    p->giving = false;
    p->free_slots[p->free_count++] = x->slot;
    p->weight -= x->weight;
    p->given++;
    if (!more)
        p->ended = p->refused = true;
}

static void take_and_work(pool *p) {
    void *slot = p->free_slots[--p->free_count];
    p->taking = true;
    pthread_mutex_unlock(&p->lock);
    bool more = p->job->take(p->job->context, slot);
    pthread_mutex_lock(&p->lock);
    p->taking = false;
    if (!more) {
        p->free_slots[p->free_count++] = slot;
        p->ended = true;
        return;
    }
    item *x = item_numbered(p, p->taken++);
    *x = (item){slot, p->job->weight ? p->job->weight(slot) : 0, false};
    p->weight += x->weight;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
    p->job->work(p->job->context, slot);
    pthread_mutex_lock(&p->lock);
    x->is_done = true;
}

static void *worker(void *pool_of_all) {
    pool *p = pool_of_all;
    pthread_mutex_lock(&p->lock);
    for (;;) {
        bool can_give = !p->giving && p->given < p->taken && item_numbered(p, p->given)->is_done;
        bool is_full = p->job->weight && p->weight >= p->job->most_weight;
        bool can_take = !p->ended && !p->taking && !is_full && p->free_count > 0;
        if (can_give)
            give_one(p);
        else if (can_take)
            take_and_work(p);
        else if (p->ended && !p->taking && p->given == p->taken)
            break;
        else {
            pthread_cond_wait(&p->changed, &p->lock);
            continue;
        }
        pthread_cond_broadcast(&p->changed);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

dateline_status pool_run(const pool_job *job, size_t threads, void *const *slots,
                         size_t slot_count) {
    if (threads <= 1 || slot_count <= 1) {
        run_alone(job, slots[0]);
        return DATELINE_OK;
    }
    pool p = {.job = job, .slot_count = slot_count, .free_count = slot_count};
    p.items = calloc(slot_count, sizeof *p.items);
    p.free_slots = calloc(slot_count, sizeof *p.free_slots);
    pthread_t *others = calloc(threads - 1, sizeof *others);
    if (!p.items || !p.free_slots || !others) {
        free(p.items);
        free(p.free_slots);
        free(others);
        return DATELINE_NO_MEMORY;
    }
    memcpy(p.free_slots, slots, slot_count * sizeof *slots);
    pthread_mutex_init(&p.lock, NULL);
    pthread_cond_init(&p.changed, NULL);
    size_t started = 0;
    while (started < threads - 1 && pthread_create(&others[started], NULL, worker, &p) == 0)
        started++;
    worker(&p);
    for (size_t i = 0; i < started; i++)
        pthread_join(others[i], NULL);
    pthread_cond_destroy(&p.changed);
    pthread_mutex_destroy(&p.lock);
    free(p.items);
    free(p.free_slots);
    free(others);
    return DATELINE_OK;
}
