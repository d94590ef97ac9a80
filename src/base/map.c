/* SPDX-License-Identifier: MIT */
#include "base/map.h"

#include "base/keyed_hash.h"
#include "base/vector.h"

#define FIRST_SLOTS 16 /* always a power of two */

typedef struct entry {
    slice key;
    size_t value;
} entry;

/* Half a slot's bits are enough to look at nearly no key in vain, so that the table stays small. */
typedef struct slot {
    uint32_t hash;
    uint32_t number; /* of the entry, from 1; 0 in a free slot */
} slot;

struct map {
    arena *owner;
    hash_key key; /* no text can be made to crowd one place; the order of slots is seen nowhere */
    slot *slots;
    size_t slot_count;
    VECTOR(entry) entries;
};

map *map_new(arena *a) {
    map *m = ARENA_NEW(a, map);
    m->owner = a;
    m->key = hash_key_new();
    m->slot_count = FIRST_SLOTS;
    m->slots = ARENA_ARRAY(a, slot, FIRST_SLOTS);
    return m;
}

/* The slot of the key, or the free one that is to be its own. */
static slot *probe(const map *m, slice key, uint32_t hash) {
    size_t i = hash & (m->slot_count - 1);
    while (m->slots[i].number && !(m->slots[i].hash == hash &&
                                   slice_equal(m->entries.items[m->slots[i].number - 1].key, key)))
        i = (i + 1) & (m->slot_count - 1);
    return &m->slots[i];
}

/* Three quarters of the slots are used at most. */
static bool has_room(size_t slot_count, size_t count) {
    return count <= slot_count / 4 * 3;
}

static void widen(map *m, size_t count) {
    size_t larger = m->slot_count;
    for (; !has_room(larger, count); larger *= 2)
        if (larger > UINT32_MAX / 2)
            arena_fail(m->owner, DATELINE_NO_MEMORY);
    slot *slots = ARENA_ARRAY(m->owner, slot, larger);
    for (const slot *s = m->slots; s < m->slots + m->slot_count; s++) {
        size_t i = s->hash & (larger - 1);
        while (s->number && slots[i].number)
            i = (i + 1) & (larger - 1);
        if (s->number)
            slots[i] = *s;
    }
    m->slots = slots;
    m->slot_count = larger;
}

void map_reserve(map *m, size_t count) {
    if (!has_room(m->slot_count, count))
        widen(m, count);
    if (count > m->entries.count)
        vector_reserve(&m->entries, m->owner, count - m->entries.count);
}

size_t *map_find(const map *m, slice key) {
    const slot *s = probe(m, key, (uint32_t)keyed_hash(&m->key, key));
    return s->number ? &m->entries.items[s->number - 1].value : NULL;
}

uint32_t map_expect(const map *m, slice key) {
    uint32_t hash = (uint32_t)keyed_hash(&m->key, key);
    __builtin_prefetch(&m->slots[hash & (m->slot_count - 1)], 1);
    return hash;
}

size_t *map_at(map *m, slice key, size_t initial) {
    return map_at_expected(m, key, map_expect(m, key), initial);
}

size_t *map_at_expected(map *m, slice key, uint32_t expected, size_t initial) {
    slot *s = probe(m, key, expected);
    if (s->number)
        return &m->entries.items[s->number - 1].value;
    if (!has_room(m->slot_count, m->entries.count + 1)) {
        widen(m, m->entries.count + 1);
        s = probe(m, key, expected);
    }
    entry *added = vector_push(&m->entries, m->owner);
    *added = (entry){{key.data ? key.data : "", key.length}, initial};
    *s = (slot){expected, (uint32_t)m->entries.count};
    return &added->value;
}

void map_clear(map *m) {
    memset(m->slots, 0, m->slot_count * sizeof *m->slots);
    m->entries.count = 0;
}

size_t map_count(const map *m) {
    return m->entries.count;
}
