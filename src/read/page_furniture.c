/* SPDX-License-Identifier: MIT */
#include "read/page_furniture.h"

#include "read/page_names.h"

#define MOST_SHARE_OF_FURNITURE 30 /* percent of the page's words; what holds more is kept */
#define MOST_SHARE_OF_COMMENTS  90

static bool is_never_text(page_tag tag) {
    switch (tag) {
    case TAG_AUDIO:
    case TAG_BUTTON:
    case TAG_CANVAS:
    case TAG_DATALIST:
    case TAG_DIALOG:
    case TAG_HEAD:
    case TAG_IFRAME:
    case TAG_INPUT:
    case TAG_NOSCRIPT:
    case TAG_OBJECT:
    case TAG_OPTION:
    case TAG_SCRIPT:
    case TAG_SELECT:
    case TAG_STYLE:
    case TAG_SVG:
    case TAG_TEMPLATE:
    case TAG_TEXTAREA:
    case TAG_VIDEO:
        return true;
    default:
        return false;
    }
}

static bool is_furniture_tag(page_tag tag) {
    return tag == TAG_ASIDE || tag == TAG_FOOTER || tag == TAG_FORM || tag == TAG_MENU ||
           tag == TAG_NAV;
}

static bool is_furniture_role(slice role) {
    static const slice roles[] = {SLICE("navigation"),  SLICE("complementary"), SLICE("banner"),
                                  SLICE("contentinfo"), SLICE("search"),        SLICE("dialog"),
                                  SLICE("alertdialog"), SLICE("alert"),         SLICE("menu"),
                                  SLICE("menubar"),     SLICE("toolbar"),       SLICE("tooltip"),
                                  SLICE("form")};
    return slice_index(roles, sizeof roles / sizeof *roles, role) != SIZE_MAX;
}

/* True where a style that stands on the element hides it. */
static bool is_hidden_style(slice style) {
    size_t at = slice_find_nocase(style, SLICE("display"), 0);
    for (; at != SIZE_MAX; at = slice_find_nocase(style, SLICE("display"), at + 1)) {
        slice rest = slice_trim(slice_range(style, at + strlen("display"), style.length));
        if (slice_starts_with(rest, SLICE(":")) &&
            slice_starts_with(slice_trim(slice_range(rest, 1, rest.length)), SLICE("none")))
            return true;
    }
    return false;
}

static bool is_hidden(const page_node *node) {
    return page_has_attribute(node, ATTRIBUTE_HIDDEN) ||
           slice_equal_nocase(page_attribute_of(node, ATTRIBUTE_ARIA_HIDDEN), SLICE("true")) ||
           is_hidden_style(page_attribute_of(node, ATTRIBUTE_STYLE));
}

/* How many percent of the page's words a node may hold and yet be dropped; 0: it is kept. */
static unsigned droppable_share(const page_node *node, unsigned hints, bool by_names) {
    if (node->tag == TAG_BODY || node->tag == TAG_HTML || node->tag == TAG_MAIN)
        return 0;
    if (by_names && hints & HINT_COMMENTS && !(hints & HINT_TEXT))
        return MOST_SHARE_OF_COMMENTS;
    if (is_furniture_tag(node->tag) || is_hidden(node) ||
        is_furniture_role(page_attribute_of(node, ATTRIBUTE_ROLE)))
        return MOST_SHARE_OF_FURNITURE;
    if (by_names && hints & (HINT_FURNITURE | HINT_HIDDEN) && !(hints & HINT_TEXT))
        return MOST_SHARE_OF_FURNITURE;
    return 0;
}

size_t words_length(slice s) {
    size_t length = 0;
    for (size_t i = 0; i < s.length; i++)
        length += !ascii_is_space(s.data[i]);
    return length;
}

/* Bytes of words within each node, scripts and their like aside. */
static uint32_t *measure(const page_tree *t, arena *a) {
    uint32_t *lengths = ARENA_ARRAY(a, uint32_t, t->count);
    for (size_t i = 0; i < t->count; i++) {
        if (is_never_text(t->nodes[i].tag))
            i = t->nodes[i].end - 1;
        else if (t->nodes[i].tag == TAG_TEXT)
            lengths[i] = (uint32_t)words_length(t->nodes[i].text);
    }
    for (size_t i = t->count; i-- > 1;)
        lengths[t->nodes[i].parent] += lengths[i];
    return lengths;
}

/* What the class, the id and the marks of schema.org say of an element. */
static unsigned hints_of(const page_node *node) {
    unsigned hints = 0;
    for (uint32_t i = 0; i < node->attribute_count; i++) {
        const page_attribute *given = &node->attributes[i];
        if (given->name == ATTRIBUTE_CLASS || given->name == ATTRIBUTE_ID)
            hints |= page_hints(given->value);
        else if (given->name == ATTRIBUTE_ITEMPROP &&
                 slice_find_nocase(given->value, SLICE("articleBody"), 0) != SIZE_MAX)
            hints |= HINT_TEXT;
    }
    return hints;
}

void page_furniture_drop(page_parts *p, bool by_names, arena *a) {
    const page_tree *t = p->tree;
    const uint32_t *lengths = measure(t, a);
    p->words = lengths[0];
    p->is_dropped = ARENA_ARRAY(a, bool, t->count);
    p->hints = ARENA_ARRAY(a, unsigned, t->count);
    for (size_t i = 1; i < t->count; i++) {
        const page_node *node = &t->nodes[i];
        p->hints[i] = hints_of(node);
        uint64_t share = droppable_share(node, p->hints[i], by_names);
        p->is_dropped[i] =
            is_never_text(node->tag) || (share && (uint64_t)lengths[i] * 100 < share * lengths[0]);
        if (p->is_dropped[i])
            i = node->end - 1;
    }
}
