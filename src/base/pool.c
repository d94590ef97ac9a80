/* SPDX-License-Identifier: MIT */
#include "base/pool.h"

#include <pthread.h>
#include <stdlib.h>

typedef enum slot_state { SLOT_FREE, SLOT_BUSY, SLOT_DONE } slot_state;

/* Items are numbered as they are taken; item n lies in slot n % slot_count. */
typedef struct pool {
    const pool_job *job;
    void *const *slots;
    slot_state *states;
    size_t slot_count;
    size_t taken;    /* items taken so far */
    size_t given;    /* items given so far */
    size_t *weights; /* of the slots' items */
    size_t weight;   /* of all under way */
    bool taking;     /* some thread is in take() */
    bool giving;     /* some thread is in give() */
    bool ended;      /* take() or give() said so */
    bool refused;    /* give() said so: what is under way is dropped */
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

/* Called with the lock held, and returns with it held; so do the next two. */
static void give_one(pool *p) {
    size_t index = p->given % p->slot_count;
    p->giving = true;
    pthread_mutex_unlock(&p->lock);
    bool more = !p->refused && p->job->give(p->job->context, p->slots[index]);
    pthread_mutex_lock(&p->lock);
    p->giving = false;
    p->states[index] = SLOT_FREE;
    p->weight -= p->weights[index];
    p->given++;
    if (!more)
        p->ended = p->refused = true;
}

static void take_and_work(pool *p) {
    size_t index = p->taken % p->slot_count;
    p->taking = true;
    p->states[index] = SLOT_BUSY;
    pthread_mutex_unlock(&p->lock);
    bool more = p->job->take(p->job->context, p->slots[index]);
    pthread_mutex_lock(&p->lock);
    p->taking = false;
    if (!more) {
        p->states[index] = SLOT_FREE;
        p->ended = true;
        return;
    }
    p->taken++;
    p->weights[index] = p->job->weight ? p->job->weight(p->slots[index]) : 0;
    p->weight += p->weights[index];
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
    p->job->work(p->job->context, p->slots[index]);
    pthread_mutex_lock(&p->lock);
    p->states[index] = SLOT_DONE;
}

static void *worker(void *pool_of_all) {
    pool *p = pool_of_all;
    pthread_mutex_lock(&p->lock);
    for (;;) {
        bool can_give =
            !p->giving && p->given < p->taken && p->states[p->given % p->slot_count] == SLOT_DONE;
        bool is_full = p->job->weight && p->weight >= p->job->most_weight;
        bool can_take = !p->ended && !p->taking && !is_full &&
                        p->taken - p->given < p->slot_count &&
                        p->states[p->taken % p->slot_count] == SLOT_FREE;
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
    pool p = {.job = job, .slots = slots, .slot_count = slot_count};
    p.states = calloc(slot_count, sizeof *p.states);
    p.weights = calloc(slot_count, sizeof *p.weights);
    pthread_t *others = calloc(threads - 1, sizeof *others);
    if (!p.states || !p.weights || !others) {
        free(p.states);
        free(p.weights);
        free(others);
        return DATELINE_NO_MEMORY;
    }
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
    free(p.states);
    free(p.weights);
    free(others);
    return DATELINE_OK;
}
