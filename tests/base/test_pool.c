/* SPDX-License-Identifier: MIT */
#include "base/pool.h"
#include "support/check.h"

#include <stdatomic.h>

enum { MOST_SLOTS = 8 };

typedef struct item {
    size_t number;
    size_t result;
} item;

/* A stream of `count` numbers, of which give() accepts `accepted`. */
typedef struct stream {
    size_t count;
    size_t accepted;
    size_t taken;
    size_t given;
    size_t refused;
    atomic_size_t wrong;
    atomic_size_t worked;
    atomic_int inside_take;
    atomic_int inside_give;
} stream;

static bool take(void *context, void *slot) {
    stream *s = context;
    s->wrong += atomic_fetch_add(&s->inside_take, 1) != 0;
    bool more = s->taken < s->count;
    if (more)
        *(item *)slot = (item){.number = s->taken++};
    atomic_fetch_sub(&s->inside_take, 1);
    return more;
}

/* Early items take longest, so that later ones are ready before them. */
static void work(void *context, void *slot) {
    stream *s = context;
    item *i = slot;
    size_t rounds = i->number % 7 == 0 ? 20000 : 10;
    for (size_t n = 0; n < rounds; n++)
        i->result = i->result * 31 + n;
    i->result = i->number * 2;
    atomic_fetch_add(&s->worked, 1);
}

static bool give(void *context, void *slot) {
    stream *s = context;
    const item *i = slot;
    s->wrong += atomic_fetch_add(&s->inside_give, 1) != 0;
    s->wrong += i->number != s->given || i->result != i->number * 2 || s->refused;
    s->given++;
    s->refused += s->given > s->accepted;
    atomic_fetch_sub(&s->inside_give, 1);
    return s->given <= s->accepted;
}

static void run(stream *s, size_t threads, size_t slot_count) {
    item items[MOST_SLOTS] = {0};
    void *slots[MOST_SLOTS];
    for (size_t i = 0; i < MOST_SLOTS; i++)
        slots[i] = &items[i];
    pool_job job = {.take = take, .work = work, .give = give, .context = s};
    CHECK_INT(pool_run(&job, threads, slots, slot_count), DATELINE_OK);
}

static const size_t thread_counts[] = {0, 1, 2, 3, 16};
static const size_t slot_counts[] = {1, 2, MOST_SLOTS};

static void for_each_size(void (*check)(size_t threads, size_t slot_count)) {
    for (size_t i = 0; i < sizeof thread_counts / sizeof *thread_counts; i++)
        for (size_t j = 0; j < sizeof slot_counts / sizeof *slot_counts; j++)
            check(thread_counts[i], slot_counts[j]);
}

static void check_whole_stream(size_t threads, size_t slot_count) {
    stream s = {.count = 500, .accepted = SIZE_MAX};
    run(&s, threads, slot_count);
    CHECK_INT(s.given, 500);
    CHECK_INT(s.worked, 500);
    CHECK_INT(s.wrong, 0);
}

static void check_empty_stream(size_t threads, size_t slot_count) {
    stream s = {.accepted = SIZE_MAX};
    run(&s, threads, slot_count);
    CHECK_INT(s.given + s.worked + s.wrong, 0);
}

static void check_refusal(size_t threads, size_t slot_count) {
    stream s = {.count = 500, .accepted = 20};
    run(&s, threads, slot_count);
    CHECK_INT(s.given, 21);
    CHECK_INT(s.refused, 1);
    CHECK_INT(s.wrong, 0);
    CHECK(s.taken <= 21 + slot_count);
}

static void gives_all_in_order(void) {
    for_each_size(check_whole_stream);
}

static void an_empty_stream_ends(void) {
    for_each_size(check_empty_stream);
}

static void nothing_follows_a_refusal(void) {
    for_each_size(check_refusal);
}

int main(void) {
    RUN(gives_all_in_order);
    RUN(an_empty_stream_ends);
    RUN(nothing_follows_a_refusal);
    return tests_end();
}
