/* SPDX-License-Identifier: MIT */
/*
 * A hash map from slices to numbers, in an arena. Keys are borrowed: their bytes must outlive the
 * map. What a number means (a count, an index) is the caller's affair. A pointer to one holds until
 * the next key is added.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

typedef struct map map;

map *map_new(arena *a);
/* Makes room for so many keys in all. */
void map_reserve(map *m, size_t count);
/* The number stored for the key, or NULL. */
size_t *map_find(const map *m, slice key);
/* The number stored for the key; a key not seen before is added with `initial`. */
size_t *map_at(map *m, slice key, size_t initial);
/*
 * The same in two steps: what is to be read of a large map is asked for, and comes while other work
 * is done. The second step is given what the first gave.
 */
uint32_t map_expect(const map *m, slice key);
size_t *map_at_expected(map *m, slice key, uint32_t expected, size_t initial);
size_t map_count(const map *m);
/* Takes all keys out; the room stays. */
void map_clear(map *m);

#endif
