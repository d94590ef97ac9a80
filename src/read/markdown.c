/* SPDX-License-Identifier: MIT */
#include "read/markdown.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "read/entity.h"

#include <md4c.h>

/* What stands between tags, and what is indented, is text like all other. */
#define DIALECT (MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOINDENTEDCODEBLOCKS)

typedef struct renderer {
    arena *owner;
    buffer text; /* of the blocks that are closed */
    block_list *blocks;
    buffer open;            /* words of the block that is open */
    size_t pictures;        /* that are open, one within the other */
    buffer shown;           /* what the outer one is said to show */
    VECTOR(slice) captions; /* of the block that is open */
} renderer;

/* ---- Blocks ------------------------------------------------------------------------------ */

static void add_block(renderer *r, slice words, block_kind kind) {
    words = utf8_trim(words);
    if (!words.length)
        return;
    if (r->text.length)
        buffer_add(&r->text, SLICE("\n\n"));
    size_t start = r->text.length;
    buffer_add(&r->text, words);
    *vector_push(r->blocks, r->owner) = (block){start, r->text.length, kind};
}

static void close_block(renderer *r, block_kind kind) {
    add_block(r, buffer_slice(&r->open), kind);
    for (size_t i = 0; i < r->captions.count; i++)
        add_block(r, r->captions.items[i], BLOCK_CAPTION);
    r->open.length = r->captions.count = 0;
}

static void close_picture(renderer *r) {
    if (--r->pictures > 0)
        return;
    *vector_push(&r->captions, r->owner) = arena_copy(r->owner, buffer_slice(&r->shown));
    r->shown.length = 0;
}

static void add_words(renderer *r, MD_TEXTTYPE type, slice words) {
    buffer *out = r->pictures ? &r->shown : &r->open;
    switch (type) {
    case MD_TEXT_SOFTBR:
        buffer_add_char(out, ' ');
        break;
    case MD_TEXT_BR:
        buffer_add_char(out, '\n');
        break;
    case MD_TEXT_HTML:
        if (words.length > 3 && slice_equal_nocase(slice_range(words, 0, 3), SLICE("<br")))
            buffer_add_char(out, '\n');
        break;
    case MD_TEXT_ENTITY:
        entity_add(out, words);
        break;
    default:
        buffer_add(out, words);
    }
}

/* ---- What md4c calls --------------------------------------------------------------------- */

/* Each step has a guard of its own: a jump over md4c would lose the memory that it holds. */
typedef struct step {
    renderer *r;
    block_kind kind;
    MD_TEXTTYPE type;
    slice words;
} step;

static dateline_status do_close_block(void *context) {
    const step *s = context;
    close_block(s->r, s->kind);
    return DATELINE_OK;
}

static dateline_status do_close_picture(void *context) {
    const step *s = context;
    close_picture(s->r);
    return DATELINE_OK;
}

static dateline_status do_add_words(void *context) {
    const step *s = context;
    add_words(s->r, s->type, s->words);
    return DATELINE_OK;
}

static int guarded(dateline_status (*work)(void *), step s) {
    return arena_guard(s.r->owner, work, &s) != DATELINE_OK;
}

/* Words without a block of their own are those of an item that holds further blocks. */
static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *user) {
    (void)type, (void)detail;
    return guarded(do_close_block, (step){.r = user, .kind = BLOCK_PARAGRAPH});
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *user) {
    (void)detail;
    block_kind kind = type == MD_BLOCK_H      ? BLOCK_HEADING
                      : type == MD_BLOCK_CODE ? BLOCK_FURNITURE
                                              : BLOCK_PARAGRAPH;
    return guarded(do_close_block, (step){.r = user, .kind = kind});
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *user) {
    (void)detail;
    ((renderer *)user)->pictures += type == MD_SPAN_IMG;
    return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *user) {
    (void)detail;
    return type == MD_SPAN_IMG && guarded(do_close_picture, (step){.r = user});
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user) {
    return guarded(do_add_words, (step){.r = user, .type = type, .words = {text, size}});
}

/* md4c looks behind the last line for what would close a link. */
static slice with_line_end(arena *a, slice marked) {
    if (!marked.length || marked.data[marked.length - 1] == '\n')
        return marked;
    char *copy = arena_alloc(a, marked.length + 1);
    memcpy(copy, marked.data, marked.length);
    copy[marked.length] = '\n';
    return (slice){copy, marked.length + 1};
}

slice markdown_render(arena *a, slice marked, block_list *blocks) {
    static const MD_PARSER parser = {
        .flags = DIALECT,
        .enter_block = on_enter_block,
        .leave_block = on_leave_block,
        .enter_span = on_enter_span,
        .leave_span = on_leave_span,
        .text = on_text,
    };
    renderer r = {.owner = a,
                  .text = buffer_in(a),
                  .blocks = blocks,
                  .open = buffer_in(a),
                  .shown = buffer_in(a)};
    slice lines = with_line_end(a, marked);
    if (md_parse(lines.data, (MD_SIZE)lines.length, &parser, &r) != 0)
        arena_fail(a, DATELINE_NO_MEMORY);
    return buffer_slice(&r.text);
}
