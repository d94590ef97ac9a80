/* SPDX-License-Identifier: MIT */
#include "read/page_tree.h"

#include "base/buffer.h"
#include "read/libxml_errors.h"
#include "read/page_shorten.h"

#include <libxml/HTMLparser.h>

/* Above these a page is read up to there: libxml2 takes longer the more there is. */
#define LARGEST_PAGE  ((size_t)8 << 20) /* bytes */
#define MOST_NODES    ((size_t)512 << 10)
#define LONGEST_VALUE ((size_t)32 << 10) /* bytes of an attribute's value */

static const slice tag_names[] = {
#define PAGE_TAG_NAME(code, name) SLICE(name),
    PAGE_TAG_LIST(PAGE_TAG_NAME)
#undef PAGE_TAG_NAME
};
#define NAMED_TAGS  (sizeof tag_names / sizeof *tag_names)
#define FIRST_NAMED (TAG_TEXT + 1)

static const slice attribute_names[] = {
#define PAGE_ATTRIBUTE_NAME(code, name) SLICE(name),
    PAGE_ATTRIBUTE_LIST(PAGE_ATTRIBUTE_NAME)
#undef PAGE_ATTRIBUTE_NAME
};

/* Both lists are in the order of their bytes. */
static size_t find_name(const slice *names, size_t count, slice wanted) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = slice_compare(names[middle], wanted);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SIZE_MAX;
}

static page_tag tag_named(slice name) {
    size_t i = find_name(tag_names, NAMED_TAGS, name);
    return i == SIZE_MAX ? TAG_OTHER : (page_tag)(FIRST_NAMED + i);
}

/* ---- Building ---------------------------------------------------------------------------- */

typedef struct builder {
    arena *owner;
    VECTOR(page_node) nodes;
    uint32_t open[DEEPEST_ELEMENT + 1]; /* elements, the innermost last; the first is node 0 */
    size_t depth;                       /* of the innermost; that of node 0 is 0 */
    buffer text;                        /* of the last node, where it may go on */
    bool text_is_open;
    htmlParserCtxtPtr parser;
    short_page page; /* what libxml2 gets of it */
    bool stopped;
    dateline_status status;
    const char *problem; /* why the rest of the page is not read, or NULL */
} builder;

/* ---- Nodes ------------------------------------------------------------------------------- */

/* Each piece of the page on its way through guarded work. */
typedef struct piece {
    builder *b;
    slice name;
    const xmlChar **attributes;
    slice words;
} piece;

static void stop(builder *b, const char *problem) {
    b->problem = problem;
    b->stopped = true;
    xmlStopParser(b->parser);
}

static void close_text(builder *b) {
    if (!b->text_is_open)
        return;
    b->nodes.items[b->nodes.count - 1].text = arena_copy(b->owner, buffer_slice(&b->text));
    b->text.length = 0;
    b->text_is_open = false;
}

static page_node *add_node(builder *b, page_tag tag) {
    close_text(b);
    uint32_t index = (uint32_t)b->nodes.count;
    page_node *node = vector_push(&b->nodes, b->owner);
    *node = (page_node){.tag = tag, .parent = b->open[b->depth], .end = index + 1};
    return node;
}

static slice value_of(const xmlChar *value) {
    slice s = slice_of((const char *)value);
    s.length = s.length < LONGEST_VALUE ? s.length : 0;
    return s;
}

static void take_attributes(builder *b, page_node *node, const xmlChar **given) {
    page_attribute kept[ATTRIBUTE_COUNT];
    uint32_t count = 0;
    for (size_t i = 0; given && given[i]; i += 2) {
        size_t name = find_name(attribute_names, ATTRIBUTE_COUNT, slice_of((const char *)given[i]));
        if (name != SIZE_MAX && count < ATTRIBUTE_COUNT)
            kept[count++] = (page_attribute){(page_attribute_name)name,
                                             arena_copy(b->owner, value_of(given[i + 1]))};
    }
    if (!count)
        return;
    page_attribute *copy = ARENA_ARRAY(b->owner, page_attribute, count);
    memcpy(copy, kept, count * sizeof *copy);
    node->attributes = copy;
    node->attribute_count = count;
}

/* What HTML 5 brought, by which libxml2 does not know that the head is over. */
static bool ends_head(page_tag tag) {
    return tag == TAG_ARTICLE || tag == TAG_ASIDE || tag == TAG_DETAILS || tag == TAG_FIGURE ||
           tag == TAG_FOOTER || tag == TAG_HEADER || tag == TAG_MAIN || tag == TAG_NAV ||
           tag == TAG_SECTION;
}

static void leave_head(builder *b, page_tag next) {
    page_node *innermost = &b->nodes.items[b->open[b->depth]];
    if (innermost->tag != TAG_HEAD || !ends_head(next))
        return;
    close_text(b);
    innermost->end = (uint32_t)b->nodes.count;
    b->depth--;
}

static dateline_status do_open(void *context) {
    const piece *p = context;
    builder *b = p->b;
    leave_head(b, tag_named(p->name));
    if (b->depth == DEEPEST_ELEMENT) {
        stop(b, "has elements too deep within each other");
        return DATELINE_OK;
    }
    page_node *node = add_node(b, tag_named(p->name));
    take_attributes(b, node, p->attributes);
    b->open[++b->depth] = (uint32_t)b->nodes.count - 1;
    return DATELINE_OK;
}

/*
 * Closes the innermost element of that name, and what is open within it. Pages go on behind the end
 * of their body, and libxml2 may close one that it did not open: these close with the page.
 */
static dateline_status do_close(void *context) {
    const piece *p = context;
    builder *b = p->b;
    page_tag tag = tag_named(p->name);
    if (tag == TAG_BODY || tag == TAG_HTML)
        return DATELINE_OK;
    size_t depth = b->depth;
    while (depth > 0 && b->nodes.items[b->open[depth]].tag != tag)
        depth--;
    if (!depth)
        return DATELINE_OK;
    close_text(b);
    while (b->depth >= depth)
        b->nodes.items[b->open[b->depth--]].end = (uint32_t)b->nodes.count;
    return DATELINE_OK;
}

static dateline_status do_add_words(void *context) {
    const piece *p = context;
    builder *b = p->b;
    if (short_page_script(&b->page, p->words))
        return DATELINE_OK; /* where libxml2 takes no script for one */
    if (!b->text_is_open) {
        add_node(b, TAG_TEXT);
        b->text_is_open = true;
    }
    buffer_add(&b->text, p->words);
    return DATELINE_OK;
}

/* The content of a script that was short enough to stay, or whose sign stands for it. */
static dateline_status do_add_script(void *context) {
    const piece *p = context;
    builder *b = p->b;
    const slice *content = short_page_script(&b->page, p->words);
    bool is_script = b->nodes.items[b->open[b->depth]].tag == TAG_SCRIPT;
    if (is_script && content)
        add_node(b, TAG_TEXT)->text = *content;
    return DATELINE_OK;
}

/* ---- What libxml2 calls ------------------------------------------------------------------ */

/* Each step has a guard of its own: a jump over libxml2 would lose the memory that it holds. */
static void guarded(dateline_status (*work)(void *), piece p) {
    builder *b = p.b;
    if (b->stopped)
        return;
    if (b->nodes.count >= MOST_NODES) {
        stop(b, "has too many elements");
        return;
    }
    b->status = arena_guard(b->owner, work, &p);
    if (b->status != DATELINE_OK)
        stop(b, "needs too much memory");
}

static void on_open(void *user, const xmlChar *name, const xmlChar **attributes) {
    guarded(do_open,
            (piece){.b = user, .name = slice_of((const char *)name), .attributes = attributes});
}

static void on_close(void *user, const xmlChar *name) {
    guarded(do_close, (piece){.b = user, .name = slice_of((const char *)name)});
}

static void on_words(void *user, const xmlChar *words, int length) {
    guarded(do_add_words, (piece){.b = user, .words = {(const char *)words, (size_t)length}});
}

static void on_script(void *user, const xmlChar *words, int length) {
    guarded(do_add_script, (piece){.b = user, .words = {(const char *)words, (size_t)length}});
}

/* Errors are recovered from, but for the end of memory, at which libxml2 would loop for ever. */
static void on_error(void *user, xmlErrorPtr error) {
    builder *b = user;
    if (error->code != XML_ERR_NO_MEMORY || b->stopped)
        return;
    b->status = DATELINE_NO_MEMORY;
    stop(b, "needs too much memory");
}

/* The parser with our functions in place of its own, which would build a tree. */
static htmlParserCtxtPtr new_parser(builder *b) {
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser)
        return NULL;
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->serror = on_error;
    parser->sax->startElement = on_open;
    parser->sax->endElement = on_close;
    parser->sax->characters = on_words;
    parser->sax->ignorableWhitespace = on_words;
    parser->sax->cdataBlock = on_script;
    parser->userData = b;
    return parser;
}

/* Runs the parser over the page. Nothing in here jumps: libxml2 gets its memory back. */
static void parse(builder *b, slice page) {
    libxml_errors kept = libxml_errors_silence();
    b->parser = new_parser(b);
    if (b->parser)
        htmlCtxtReadMemory(b->parser, page.data, (int)page.length, NULL, "UTF-8",
                           HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                               HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    bool has_failed = !b->parser || b->parser->errNo == XML_ERR_NO_MEMORY;
    if (b->status == DATELINE_OK && has_failed)
        b->status = DATELINE_NO_MEMORY;
    htmlFreeParserCtxt(b->parser);
    libxml_errors_restore(kept);
}

/* Keeps what of the page does not take too long. */
static void take_page(builder *b, slice page, slice file, diagnostics *said) {
    if (page.length > LARGEST_PAGE) {
        for (page.length = LARGEST_PAGE; (page.data[page.length] & 0xc0) == 0x80;)
            page.length--;
        b->problem = "is too large a page";
    }
    b->page = page_shorten(page, b->owner);
    if (b->page.has_excess)
        diagnose(said, DATELINE_TOO_LARGE, DATELINE_WARNING, file, DATELINE_NO_OFFSET,
                 "has more than %d attributes on an element; the others are left out",
                 MOST_ATTRIBUTES);
}

page_tree page_tree_read(slice page, slice file, arena *a, diagnostics *said) {
    builder *b = ARENA_NEW(a, builder);
    b->owner = a;
    b->text = buffer_in(a);
    *vector_push(&b->nodes, a) = (page_node){.tag = TAG_OTHER};
    take_page(b, page, file, said);
    parse(b, b->page.text);
    if (b->status != DATELINE_OK)
        arena_fail(a, b->status);
    close_text(b);
    for (; b->depth > 0; b->depth--)
        b->nodes.items[b->open[b->depth]].end = (uint32_t)b->nodes.count;
    b->nodes.items[0].end = (uint32_t)b->nodes.count;
    if (b->problem)
        diagnose(said, DATELINE_TOO_LARGE, DATELINE_WARNING, file, DATELINE_NO_OFFSET,
                 "%s; the page is read up to there", b->problem);
    return (page_tree){b->nodes.items, b->nodes.count};
}

/* ---- Asking ------------------------------------------------------------------------------ */

bool page_has_attribute(const page_node *node, page_attribute_name name) {
    for (uint32_t i = 0; i < node->attribute_count; i++)
        if (node->attributes[i].name == name)
            return true;
    return false;
}

slice page_attribute_of(const page_node *node, page_attribute_name name) {
    for (uint32_t i = 0; i < node->attribute_count; i++)
        if (node->attributes[i].name == name)
            return node->attributes[i].value;
    return (slice){"", 0};
}

bool page_tag_is_block(page_tag tag) {
    switch (tag) {
    case TAG_OTHER:
    case TAG_TEXT:
    case TAG_A:
    case TAG_ABBR:
    case TAG_BUTTON:
    case TAG_IMG:
    case TAG_INPUT:
    case TAG_LABEL:
    case TAG_LINK:
    case TAG_META:
    case TAG_SCRIPT:
    case TAG_STYLE:
    case TAG_SVG:
    case TAG_TIME:
        return false;
    default:
        return true;
    }
}

/* Adds the words with white space folded, and one space where there was any. */
static void add_folded(buffer *out, slice words) {
    for (size_t i = 0; i < words.length; i++)
        if (!ascii_is_space(words.data[i]))
            buffer_add_char(out, words.data[i]);
        else if (out->length && out->data[out->length - 1] != ' ')
            buffer_add_char(out, ' ');
}

slice page_text_of(const page_tree *tree, size_t node, arena *a) {
    buffer out = buffer_in(a);
    for (size_t i = node; i < tree->nodes[node].end; i++) {
        const page_node *n = &tree->nodes[i];
        if (n->tag == TAG_SCRIPT || n->tag == TAG_STYLE)
            i = n->end - 1;
        else if (n->tag == TAG_TEXT)
            add_folded(&out, n->text);
        else if (page_tag_is_block(n->tag))
            add_folded(&out, SLICE(" "));
    }
    return slice_trim(buffer_slice(&out));
}
