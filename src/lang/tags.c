/* SPDX-License-Identifier: MIT */
#include "lang/tags.h"

slice penn_tag_name(penn_tag tag) {
    switch (tag) {
#define PENN_TAG(name, text)                                                                       \
    case PENN_##name:                                                                              \
        return SLICE(text);
        PENN_TAG_LIST(PENN_TAG)
#undef PENN_TAG
    default:
        return SLICE("_");
    }
}

slice universal_tag_name(universal_tag tag) {
    switch (tag) {
#define UNIVERSAL_TAG(name)                                                                        \
    case UNIVERSAL_##name:                                                                         \
        return SLICE(#name);
        UNIVERSAL_TAG_LIST(UNIVERSAL_TAG)
#undef UNIVERSAL_TAG
    default:
        return SLICE("_");
    }
}

penn_tag penn_tag_named(slice name) {
    penn_tag tag = 0;
    while (tag < PENN_TAG_COUNT && !slice_equal(penn_tag_name(tag), name))
        tag++;
    return tag;
}

universal_tag universal_tag_named(slice name) {
    universal_tag tag = 0;
    while (tag < UNIVERSAL_TAG_COUNT && !slice_equal(universal_tag_name(tag), name))
        tag++;
    return tag;
}
