/* SPDX-License-Identifier: MIT */
#include "base/map.h"

#include "base/keyed_hash.h"

#define FIRST_SLOTS 16 /* always a power of two */

typedef struct slot {
    slice key; /* data is NULL in a free slot */
    uint64_t hash;
    size_t value;
} slot;

struct map {
    arena *owner;
    hash_key key; /* no text can be made to crowd one place; the order of slots is seen nowhere */
    slot *slots;
    size_t slot_count;
    size_t count;
};

map *map_new(arena *a) {
    map *m = ARENA_NEW(a, map);
    m->owner = a;
    m->key = hash_key_new();
    m->slot_count = FIRST_SLOTS;
    m->slots = ARENA_ARRAY(a, slot, FIRST_SLOTS);
    return m;
}

static slot *probe(slot *slots, size_t slot_count, slice key, uint64_t hash) {
    size_t i = (size_t)hash & (slot_count - 1);
    while (slots[i].key.data && !(slots[i].hash == hash && slice_equal(slots[i].key, key)))
        i = (i + 1) & (slot_count - 1);
    return &slots[i];
}

static void grow(map *m) {
    if (m->slot_count > SIZE_MAX / 2)
        arena_fail(m->owner, DATELINE_NO_MEMORY);
    size_t larger = m->slot_count * 2;
    slot *slots = ARENA_ARRAY(m->owner, slot, larger);
    for (size_t i = 0; i < m->slot_count; i++)
        if (m->slots[i].key.data)
            *probe(slots, larger, m->slots[i].key, m->slots[i].hash) = m->slots[i];
    m->slots = slots;
    m->slot_count = larger;
}

size_t *map_find(const map *m, slice key) {
    slot *s = probe(m->slots, m->slot_count, key, keyed_hash(&m->key, key));
    return s->key.data ? &s->value : NULL;
}

size_t *map_at(map *m, slice key, size_t initial) {
    uint64_t hash = keyed_hash(&m->key, key);
    slot *s = probe(m->slots, m->slot_count, key, hash);
    if (!s->key.data) {
        if ((m->count + 1) * 4 > m->slot_count * 3) {
            grow(m);
            s = probe(m->slots, m->slot_count, key, hash);
        }
        *s = (slot){{key.data ? key.data : "", key.length}, hash, initial};
        m->count++;
    }
    return &s->value;
}

void map_clear(map *m) {
    memset(m->slots, 0, m->slot_count * sizeof *m->slots);
    m->count = 0;
}

size_t map_count(const map *m) {
    return m->count;
}
