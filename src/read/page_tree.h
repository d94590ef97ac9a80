/* SPDX-License-Identifier: MIT */
/*
 * The elements and texts of a web page, as libxml2's parser of HTML (which recovers from any
 * error) meets them: an array in the order of the page, in which all that is within an element
 * stands behind it, up to `end`. So a walk is a loop, whatever the depth:
 *
 *     for (size_t i = within + 1; i < tree->nodes[within].end; i++)
 *         ...                                  // each descendant
 *     i = tree->nodes[i].end - 1;              // in the loop: passes over what is within i
 *
 * The tree belongs to the arena. Node 0 stands above all others and is of no element.
 */
#ifndef READ_PAGE_TREE_H
#define READ_PAGE_TREE_H

#include "base/diagnostics.h"

/* Elements within each other, the outermost counted; a page is read up to where it goes deeper. */
#define DEEPEST_ELEMENT 512

/* The elements that mean something here; all others are OTHER. */
#define PAGE_TAG_LIST(_)                                                                           \
    _(A, "a")                                                                                      \
    _(ABBR, "abbr")                                                                                \
    _(ADDRESS, "address")                                                                          \
    _(ARTICLE, "article")                                                                          \
    _(ASIDE, "aside")                                                                              \
    _(AUDIO, "audio")                                                                              \
    _(BASE, "base")                                                                                \
    _(BLOCKQUOTE, "blockquote")                                                                    \
    _(BODY, "body")                                                                                \
    _(BR, "br")                                                                                    \
    _(BUTTON, "button")                                                                            \
    _(CANVAS, "canvas")                                                                            \
    _(CAPTION, "caption")                                                                          \
    _(CENTER, "center")                                                                            \
    _(DATALIST, "datalist")                                                                        \
    _(DD, "dd")                                                                                    \
    _(DETAILS, "details")                                                                          \
    _(DIALOG, "dialog")                                                                            \
    _(DIV, "div")                                                                                  \
    _(DL, "dl")                                                                                    \
    _(DT, "dt")                                                                                    \
    _(FIELDSET, "fieldset")                                                                        \
    _(FIGCAPTION, "figcaption")                                                                    \
    _(FIGURE, "figure")                                                                            \
    _(FOOTER, "footer")                                                                            \
    _(FORM, "form")                                                                                \
    _(H1, "h1")                                                                                    \
    _(H2, "h2")                                                                                    \
    _(H3, "h3")                                                                                    \
    _(H4, "h4")                                                                                    \
    _(H5, "h5")                                                                                    \
    _(H6, "h6")                                                                                    \
    _(HEAD, "head")                                                                                \
    _(HEADER, "header")                                                                            \
    _(HR, "hr")                                                                                    \
    _(HTML, "html")                                                                                \
    _(IFRAME, "iframe")                                                                            \
    _(IMG, "img")                                                                                  \
    _(INPUT, "input")                                                                              \
    _(LABEL, "label")                                                                              \
    _(LI, "li")                                                                                    \
    _(LINK, "link")                                                                                \
    _(MAIN, "main")                                                                                \
    _(MENU, "menu")                                                                                \
    _(META, "meta")                                                                                \
    _(NAV, "nav")                                                                                  \
    _(NOSCRIPT, "noscript")                                                                        \
    _(OBJECT, "object")                                                                            \
    _(OL, "ol")                                                                                    \
    _(OPTION, "option")                                                                            \
    _(P, "p")                                                                                      \
    _(PRE, "pre")                                                                                  \
    _(SCRIPT, "script")                                                                            \
    _(SECTION, "section")                                                                          \
    _(SELECT, "select")                                                                            \
    _(STYLE, "style")                                                                              \
    _(SUMMARY, "summary")                                                                          \
    _(SVG, "svg")                                                                                  \
    _(TABLE, "table")                                                                              \
    _(TBODY, "tbody")                                                                              \
    _(TD, "td")                                                                                    \
    _(TEMPLATE, "template")                                                                        \
    _(TEXTAREA, "textarea")                                                                        \
    _(TFOOT, "tfoot")                                                                              \
    _(TH, "th")                                                                                    \
    _(THEAD, "thead")                                                                              \
    _(TIME, "time")                                                                                \
    _(TITLE, "title")                                                                              \
    _(TR, "tr")                                                                                    \
    _(UL, "ul")                                                                                    \
    _(VIDEO, "video")

typedef enum page_tag {
    TAG_OTHER,
    TAG_TEXT, /* no element: words, or the content of a script */
#define PAGE_TAG_CODE(code, name) TAG_##code,
    PAGE_TAG_LIST(PAGE_TAG_CODE)
#undef PAGE_TAG_CODE
        TAG_COUNT
} page_tag;

/* The attributes that mean something here; all others are left out. */
#define PAGE_ATTRIBUTE_LIST(_)                                                                     \
    _(ARIA_HIDDEN, "aria-hidden")                                                                  \
    _(CLASS, "class")                                                                              \
    _(CONTENT, "content")                                                                          \
    _(DATETIME, "datetime")                                                                        \
    _(HIDDEN, "hidden")                                                                            \
    _(HREF, "href")                                                                                \
    _(HTTP_EQUIV, "http-equiv")                                                                    \
    _(ID, "id")                                                                                    \
    _(ITEMPROP, "itemprop")                                                                        \
    _(LANG, "lang")                                                                                \
    _(NAME, "name")                                                                                \
    _(PROPERTY, "property")                                                                        \
    _(PUBDATE, "pubdate")                                                                          \
    _(REL, "rel")                                                                                  \
    _(ROLE, "role")                                                                                \
    _(STYLE, "style")                                                                              \
    _(TITLE, "title")                                                                              \
    _(TYPE, "type")                                                                                \
    _(XML_LANG, "xml:lang")

typedef enum page_attribute_name {
#define PAGE_ATTRIBUTE_CODE(code, name) ATTRIBUTE_##code,
    PAGE_ATTRIBUTE_LIST(PAGE_ATTRIBUTE_CODE)
#undef PAGE_ATTRIBUTE_CODE
        ATTRIBUTE_COUNT
} page_attribute_name;

typedef struct page_attribute {
    page_attribute_name name;
    slice value;
} page_attribute;

typedef struct page_node {
    page_tag tag;
    uint32_t parent;
    uint32_t end; /* index behind the last node that is within this one */
    uint32_t attribute_count;
    const page_attribute *attributes;
    slice text; /* of TAG_TEXT, white space as on the page */
} page_node;

typedef struct page_tree {
    page_node *nodes;
    size_t count;
} page_tree;

/*
 * `page` is valid UTF-8. What is more than the limits allow is left out and diagnosed, with the
 * name of the file that the page came in.
 */
page_tree page_tree_read(slice page, slice file, arena *a, diagnostics *said);

/* The value, "" where the attribute is empty or absent. */
slice page_attribute_of(const page_node *node, page_attribute_name name);
bool page_has_attribute(const page_node *node, page_attribute_name name);
/* True for an element that stands on lines of its own. */
bool page_tag_is_block(page_tag tag);
/* All words within the node, white space folded into single spaces. */
slice page_text_of(const page_tree *tree, size_t node, arena *a);

#endif
