/* SPDX-License-Identifier: MIT */
/* Feeds, RSS (0.9x, 1.0, 2.0) and Atom (RFC 4287), each cut down to one item: an article. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/fields.h"
#include "read/libxml_errors.h"

#include <libxml/parser.h>

/* Elements that hold a thing, the best first; a name ends the list. */
typedef const char *const element_names[];
static element_names item_names = {"item", "entry", NULL};
static element_names text_names = {"encoded", "content", "description", "summary", NULL};
static element_names date_names = {"pubDate", "published", "issued",   "date",
                                   "created", "updated",   "modified", NULL};
static element_names author_names = {"creator", "author", NULL};
static element_names title_names = {"title", NULL};
static element_names language_names = {"language", NULL};

/* A feed under way. */
typedef struct reading {
    const document *d;
    arena *a;
    fields_list *out;
    diagnostics *said;
    slice publisher;
    slice language;
} reading;

static bool is_named(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static const xmlNode *child_named(const xmlNode *node, const char *name) {
    for (const xmlNode *child = node->children; child; child = child->next)
        if (is_named(child, name))
            return child;
    return NULL;
}

/* The words of a node's own texts, and of those one level below it (Atom's author has a name). */
static slice words_of(const xmlNode *node, arena *a) {
    buffer out = buffer_in(a);
    for (const xmlNode *child = node->children; child; child = child->next) {
        const xmlNode *inner = is_named(child, "name") ? child->children : child;
        if (inner && inner->content &&
            (inner->type == XML_TEXT_NODE || inner->type == XML_CDATA_SECTION_NODE))
            buffer_add(&out, slice_of((const char *)inner->content));
    }
    return utf8_trim(buffer_slice(&out));
}

/* The words of the first child that has any, by the order of the names. */
static slice text_of(const xmlNode *node, const char *const names[], arena *a) {
    for (size_t i = 0; names[i]; i++) {
        const xmlNode *child = child_named(node, names[i]);
        slice words = child ? words_of(child, a) : (slice){"", 0};
        if (words.length)
            return words;
    }
    return (slice){"", 0};
}

static void free_buffer(void *markup) {
    xmlBufferFree(markup);
}

/* What a node holds as markup: Atom's content may be XHTML, not escaped. */
static slice markup_of(const xmlNode *node, arena *a) {
    if (!xmlFirstElementChild((xmlNode *)node))
        return (slice){"", 0};
    xmlBuffer *markup = xmlBufferCreate();
    if (!markup)
        arena_fail(a, DATELINE_NO_MEMORY);
    arena_defer(a, free_buffer, markup);
    for (xmlNode *child = node->children; child; child = child->next)
        xmlNodeDump(markup, node->doc, child, 0, 0);
    return slice_of((const char *)xmlBufferContent(markup));
}

/* The text of an item, as HTML: the first child that has any, by the order of the names. */
static slice page_of(const xmlNode *item, arena *a) {
    for (size_t i = 0; text_names[i]; i++) {
        const xmlNode *child = child_named(item, text_names[i]);
        slice page = child ? markup_of(child, a) : (slice){"", 0};
        if (child && !page.length)
            page = words_of(child, a);
        if (page.length)
            return page;
    }
    return (slice){"", 0};
}

/* RSS has the address as words, Atom as an attribute. */
static slice address_of(const xmlNode *item, arena *a) {
    for (const xmlNode *child = item->children; child; child = child->next) {
        if (!is_named(child, "link"))
            continue;
        slice words = words_of(child, a), target = {"", 0};
        bool is_other = false;
        for (const xmlAttr *given = child->properties; given; given = given->next) {
            slice value = slice_of(given->children ? (const char *)given->children->content : NULL);
            if (strcmp((const char *)given->name, "href") == 0)
                target = value;
            is_other = is_other || (strcmp((const char *)given->name, "rel") == 0 &&
                                    !slice_equal(value, SLICE("alternate")));
        }
        if (words.length || (target.length && !is_other))
            return words.length ? words : arena_copy(a, target);
    }
    return (slice){"", 0};
}

static void add_item(reading *r, const xmlNode *item) {
    fields given;
    size_t number = r->d->line;
    slice text = page_of(item, r->a);
    if (!text.length || !page_read(text, SLICE("utf-8"), r->d, r->a, &given, r->said)) {
        diagnose(r->said, DATELINE_NO_ARTICLE, DATELINE_SKIPPED, r->d->file, r->d->offset,
                 "has no text in item %zu; skipped", number);
        return;
    }
    given.id = arena_format(r->a, "%.*s#%zu", SLICE_ARGS(slice_base_name(r->d->file)), number);
    given.url = address_of(item, r->a);
    given.title = text_of(item, title_names, r->a);
    given.author = text_of(item, author_names, r->a);
    given.published = text_of(item, date_names, r->a);
    given.publisher = r->publisher;
    given.language = r->language;
    *vector_push(r->out, r->a) = given;
}

/* The one item that is left of the feed (read/items.h); NULL: it has none. */
static const xmlNode *item_in(const xmlNode *within) {
    for (size_t i = 0; item_names[i]; i++) {
        const xmlNode *item = child_named(within, item_names[i]);
        if (item)
            return item;
    }
    return NULL;
}

static void free_tree(void *tree) {
    xmlFreeDoc(tree);
}

void feed_fields(const document *d, arena *a, fields_list *out, diagnostics *said) {
    reading r = {.d = d, .a = a, .out = out, .said = said};
    slice text = charset_read(d->bytes, (slice){"", 0}, a).text;
    libxml_errors kept = libxml_errors_silence();
    xmlDoc *tree = xmlReadMemory(text.data, (int)text.length, NULL, NULL,
                                 XML_PARSE_IGNORE_ENC | XML_PARSE_RECOVER | XML_PARSE_NOERROR |
                                     XML_PARSE_NOWARNING | XML_PARSE_NONET);
    libxml_errors_restore(kept);
    if (tree)
        arena_defer(a, free_tree, tree);
    const xmlNode *root = tree ? xmlDocGetRootElement(tree) : NULL;
    const xmlNode *item = NULL;
    if (root) {
        const xmlNode *channel = child_named(root, "channel");
        const xmlNode *about = channel ? channel : root;
        r.publisher = text_of(about, title_names, a);
        r.language = text_of(about, language_names, a);
        item = item_in(root); /* RSS 1.0 has its items beside the channel */
        if (channel && !item)
            item = item_in(channel);
    }
    if (item)
        add_item(&r, item);
    else
        diagnose(said, DATELINE_NO_ARTICLE, DATELINE_SKIPPED, d->file, DATELINE_NO_OFFSET,
                 "has no item of a feed; skipped");
}
