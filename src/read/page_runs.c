/* SPDX-License-Identifier: MIT */
#include "read/page_runs.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "read/page_names.h"

#define LONGEST_CELL    200 /* bytes; a longer one is no piece of its row, but a part of the page */
#define LONGEST_CAPTION 600 /* bytes with white space; a class that says so of more is wrong */

/* A walk over the page that cuts it into runs. */
typedef struct cutter {
    page_parts *p;
    arena *owner;
    buffer words; /* of the run that is open */
    size_t links;
    uint32_t first;
    uint32_t open[DEEPEST_ELEMENT]; /* block elements, the innermost last */
    size_t depth;
    uint32_t link_end, heading_end, caption_end, list_end, mark_end; /* node behind the last */
    uint32_t row_end;
} cutter;

static void close_run(cutter *c) {
    slice words = utf8_trim(buffer_slice(&c->words));
    if (words.length) {
        bool heading = c->first < c->heading_end, caption = c->first < c->caption_end;
        *vector_push(&c->p->runs, c->owner) = (page_run){
            .words = arena_copy(c->owner, words),
            .links = c->links < words.length ? c->links : words.length,
            .first = c->first,
            .block = c->depth ? c->open[c->depth - 1] : 0,
            .kind = caption   ? BLOCK_CAPTION
                    : heading ? BLOCK_HEADING
                              : BLOCK_PARAGRAPH,
            .in_list = c->first < c->list_end,
            .is_marked = c->first < c->mark_end,
        };
    }
    c->words.length = c->links = 0;
}

static void add_space(cutter *c, char space) {
    buffer *b = &c->words;
    if (!b->length)
        return;
    if (b->data[b->length - 1] == ' ')
        b->data[b->length - 1] = space;
    else if (b->data[b->length - 1] != '\n')
        buffer_add_char(b, space);
}

static void add_words(cutter *c, uint32_t node) {
    slice s = c->p->tree->nodes[node].text;
    size_t before = c->words.length;
    for (size_t i = 0; i < s.length;) {
        size_t skip = utf8_invisible_at(s, i);
        if (skip) {
            i += skip;
            continue;
        }
        if (ascii_is_space(s.data[i])) {
            add_space(c, ' ');
        } else {
            if (!c->words.length)
                c->first = node;
            buffer_add_char(&c->words, s.data[i]);
        }
        i++;
    }
    if (node < c->link_end)
        c->links += c->words.length - before;
}

static bool is_heading_tag(page_tag tag) {
    return tag >= TAG_H1 && tag <= TAG_H6;
}

static bool is_cell(page_tag tag) {
    return tag == TAG_TD || tag == TAG_TH;
}

static uint32_t later(uint32_t a, uint32_t b) {
    return a > b ? a : b;
}

/* True for an element of few words. */
static bool is_short(const page_tree *t, uint32_t node) {
    size_t length = 0;
    for (size_t i = node; i < t->nodes[node].end && length <= LONGEST_CAPTION; i++)
        length += t->nodes[i].text.length;
    return length <= LONGEST_CAPTION;
}

/* What an element says of the runs within it. */
static void enter(cutter *c, uint32_t i) {
    const page_node *node = &c->p->tree->nodes[i];
    unsigned hints = c->p->hints[i];
    if (node->tag == TAG_A)
        c->link_end = later(c->link_end, node->end);
    if (is_heading_tag(node->tag))
        c->heading_end = later(c->heading_end, node->end);
    if (node->tag == TAG_FIGURE || node->tag == TAG_FIGCAPTION ||
        (hints & HINT_CAPTION && is_short(c->p->tree, i)))
        c->caption_end = later(c->caption_end, node->end);
    if (node->tag == TAG_TR)
        c->row_end = node->end;
    if (node->tag == TAG_LI)
        c->list_end = later(c->list_end, node->end);
    if (hints & (HINT_DATE | HINT_BYLINE) && !(hints & (HINT_TEXT | HINT_ARTICLE)) &&
        is_short(c->p->tree, i))
        c->mark_end = later(c->mark_end, node->end);
}

/* True for a cell of a table that is a row of short cells: it stands on the line of its row. */
static bool is_within_row(const cutter *c, uint32_t i) {
    const page_tree *t = c->p->tree;
    size_t length = 0;
    if (!is_cell(t->nodes[i].tag) || i >= c->row_end)
        return false;
    for (size_t k = i + 1; k < t->nodes[i].end; k++) {
        length += t->nodes[k].text.length;
        if (length > LONGEST_CELL || (page_tag_is_block(t->nodes[k].tag)))
            return false;
    }
    return true;
}

static void break_line(cutter *c) {
    if (c->words.length && c->words.data[c->words.length - 1] == '\n')
        close_run(c);
    else
        add_space(c, '\n');
}

/* True where a date or a byline begins a block without being one: it is told apart from its text.
 */
static bool begins_line_about(const cutter *c, uint32_t i) {
    return !c->words.length && c->mark_end == c->p->tree->nodes[i].end;
}

static void take_element(cutter *c, uint32_t i) {
    const page_node *node = &c->p->tree->nodes[i];
    enter(c, i);
    if (is_within_row(c, i)) {
        add_space(c, ' ');
    } else if (page_tag_is_block(node->tag) || begins_line_about(c, i)) {
        close_run(c);
        c->open[c->depth++] = i;
    }
}

void page_runs_cut(page_parts *p, arena *a) {
    const page_tree *t = p->tree;
    cutter *c = ARENA_NEW(a, cutter);
    c->p = p;
    c->owner = a;
    c->words = buffer_in(a);
    for (uint32_t i = 1; i < t->count; i++) {
        while (c->depth && t->nodes[c->open[c->depth - 1]].end <= i) {
            close_run(c);
            c->depth--;
        }
        if (p->is_dropped[i])
            i = t->nodes[i].end - 1;
        else if (t->nodes[i].tag == TAG_TEXT)
            add_words(c, i);
        else if (t->nodes[i].tag == TAG_BR)
            break_line(c);
        else
            take_element(c, i);
    }
    close_run(c);
}
