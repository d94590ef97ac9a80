/* SPDX-License-Identifier: MIT */
#include "lang/relation.h"

static const slice names[] = {
#define AS_SLICE(code, name) {name, sizeof(name) - 1},
    RELATION_LIST(AS_SLICE)
#undef AS_SLICE
};

slice relation_name(relation r) {
    return names[r];
}

relation relation_named(slice name) {
    size_t found = slice_index(names, RELATION_COUNT, name);
    size_t subtype = slice_find(name, SLICE(":"), 0);
    if (found == SIZE_MAX && subtype != SIZE_MAX)
        found = slice_index(names, RELATION_COUNT, slice_range(name, 0, subtype));
    return found == SIZE_MAX ? RELATION_DEP : (relation)found;
}
