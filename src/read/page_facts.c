/* SPDX-License-Identifier: MIT */
#include "read/page_facts.h"

#include "base/buffer.h"
#include "base/json.h"
#include "base/utf8.h"
#include "read/entity.h"
#include "read/page_names.h"
#include "read/world_date.h"

#define DEEPEST_DATA      32   /* levels of JSON-LD; what lies deeper is passed over */
#define MOST_LINE_NODES   40   /* elements and texts in a line */
#define LONGEST_LINE      200  /* bytes of a line that is a byline or a date line */
#define LONGEST_DATE_LINE 60   /* bytes of one that is hardly more than a date */
#define LONGEST_REFERENCE 12   /* bytes of a reference to a character */
#define LONGEST_ADDRESS   2000 /* bytes */

/* A search for facts, and what was found so far. */
typedef struct finder {
    const page_parts *parts;
    arena *owner;
    page_facts facts;
    number_order order;
    day_number latest; /* a day of capture has two names around the world */
} finder;

static const published_from date_sources[] = {
#define PAGE_DATE_SOURCE(name, from) PUBLISHED_##from,
    PAGE_DATE_LIST(PAGE_DATE_SOURCE)
#undef PAGE_DATE_SOURCE
};

/* ---- Taking ------------------------------------------------------------------------------ */

/* Text as readers see it, where data carries it as HTML does: "&amp;" is "&". */
static slice without_references(slice value, arena *a) {
    buffer out = buffer_in(a);
    for (size_t at = 0; at < value.length;) {
        size_t end = at + 1;
        if (value.data[at] == '&')
            while (end < value.length && end - at < LONGEST_REFERENCE &&
                   (ascii_is_letter(value.data[end]) || ascii_is_digit(value.data[end]) ||
                    value.data[end] == '#'))
                end++;
        if (end > at + 1 && end < value.length && value.data[end] == ';')
            entity_add(&out, slice_range(value, at, ++end));
        else
            buffer_add(&out, slice_range(value, at, end));
        at = end;
    }
    return buffer_slice(&out);
}

/* The first that is found stays. */
static void set_text(finder *f, slice *place, slice value) {
    if (place->length)
        return;
    value = utf8_trim(utf8_visible(f->owner, value));
    if (value.length)
        *place = memchr(value.data, '&', value.length)
                     ? utf8_trim(without_references(value, f->owner))
                     : value;
}

static void set_date(finder *f, page_date kind, slice value) {
    moment when;
    if (f->facts.dates[kind].day == NO_DAY &&
        world_date_in(utf8_visible(f->owner, value), LONGEST_LINE, f->order, &when) &&
        when.day <= f->latest)
        f->facts.dates[kind] = when;
}

static void set_expiry(finder *f, slice value) {
    moment when;
    if (f->facts.expiry.day == NO_DAY && world_date_in(value, LONGEST_LINE, f->order, &when))
        f->facts.expiry = when;
}

/* True where no other place of a script's data would count. */
static bool has_date(const finder *f) {
    for (size_t i = 0; i <= PAGE_DATE_SCRIPT; i++)
        if (f->facts.dates[i].day != NO_DAY)
            return true;
    return false;
}

static bool is_address(slice s) {
    return s.length < LONGEST_ADDRESS &&
           (slice_starts_with(s, SLICE("http://")) || slice_starts_with(s, SLICE("https://")));
}

static void set_address(finder *f, slice value) {
    value = slice_trim(value);
    if (is_address(value))
        set_text(f, &f->facts.url, value);
}

static bool has_word(slice s, slice word) {
    return slice_find_nocase(s, word, 0) != SIZE_MAX;
}

/* ---- JSON-LD ----------------------------------------------------------------------------- */

/* What the types of schema.org say of a thing. */
typedef enum thing_kind { THING_OTHER, THING_PAGE, THING_ARTICLE } thing_kind;

static thing_kind kind_of_type(slice type) {
    if (has_word(type, SLICE("Article")) || has_word(type, SLICE("Posting")) ||
        has_word(type, SLICE("Report")) || has_word(type, SLICE("Review")) ||
        has_word(type, SLICE("Recipe")) || slice_equal(type, SLICE("CreativeWork")))
        return THING_ARTICLE;
    if (has_word(type, SLICE("Page")) || has_word(type, SLICE("Video")) ||
        has_word(type, SLICE("Product")))
        return THING_PAGE;
    return THING_OTHER;
}

static thing_kind kind_of(const cJSON *object) {
    const cJSON *type = cJSON_GetObjectItem(object, "@type"), *one;
    thing_kind kind = kind_of_type(slice_of(cJSON_GetStringValue(type)));
    if (cJSON_IsArray(type))
        cJSON_ArrayForEach(one, type) {
            thing_kind found = kind_of_type(slice_of(cJSON_GetStringValue(one)));
            kind = found > kind ? found : kind;
        }
    return kind;
}

/* A name is text, a thing with a name, or a list, of which the first counts. */
static slice name_of(const cJSON *object, const char *key) {
    const cJSON *item = cJSON_GetObjectItem(object, key);
    if (cJSON_IsArray(item))
        item = cJSON_GetArrayItem(item, 0);
    return cJSON_IsObject(item) ? json_text(item, "name") : slice_of(cJSON_GetStringValue(item));
}

static void take_thing(finder *f, const cJSON *object, thing_kind kind) {
    page_date rank = kind == THING_ARTICLE ? PAGE_DATE_JSON_ARTICLE : PAGE_DATE_JSON_OTHER;
    set_date(f, rank, json_text(object, "datePublished"));
    set_date(f, PAGE_DATE_CREATED, json_text(object, "dateCreated"));
    set_date(f, PAGE_DATE_CREATED, json_text(object, "uploadDate"));
    set_date(f, PAGE_DATE_MODIFIED, json_text(object, "dateModified"));
    set_expiry(f, json_text(object, "expires"));
    if (kind != THING_ARTICLE)
        return;
    set_text(f, &f->facts.title, json_text(object, "headline"));
    set_text(f, &f->facts.author, name_of(object, "author"));
    set_text(f, &f->facts.publisher, name_of(object, "publisher"));
    set_text(f, &f->facts.language, json_text(object, "inLanguage"));
    set_text(f, &f->facts.body, json_text(object, "articleBody"));
    set_text(f, &f->facts.description, json_text(object, "description"));
    set_address(f, json_text(object, "url"));
}

/* All things of a value, whatever they lie in; those of an article's author, say, are none. */
static void take_data(finder *f, const cJSON *value, int depth) {
    const cJSON *item;
    if (depth > DEEPEST_DATA)
        return;
    if (cJSON_IsObject(value)) {
        thing_kind kind = kind_of(value);
        if (kind != THING_OTHER)
            take_thing(f, value, kind);
    }
    if (cJSON_IsObject(value) || cJSON_IsArray(value))
        cJSON_ArrayForEach(item, value) if (!item->string || strcmp(item->string, "review") != 0)
            take_data(f, item, depth + 1);
}

/* The string behind `"key":` in data that is no JSON, as pages often carry it; "" for none. */
static slice loose_text(slice data, slice key) {
    size_t at = slice_find(data, key, 0);
    if (at == SIZE_MAX)
        return (slice){"", 0};
    slice rest = slice_trim(slice_range(data, at + key.length, data.length));
    if (!slice_starts_with(rest, SLICE(":")))
        return (slice){"", 0};
    rest = slice_trim(slice_range(rest, 1, rest.length));
    if (!slice_starts_with(rest, SLICE("\"")))
        return (slice){"", 0};
    size_t end = slice_find(rest, SLICE("\""), 1);
    return end == SIZE_MAX ? (slice){"", 0} : slice_range(rest, 1, end);
}

/* Without the comment signs that some pages put around. */
static slice bare_data(slice data) {
    size_t begin = 0;
    while (begin < data.length && data.data[begin] != '{' && data.data[begin] != '[')
        begin++;
    size_t end = data.length;
    while (end > begin && data.data[end - 1] != '}' && data.data[end - 1] != ']')
        end--;
    return slice_range(data, begin, end);
}

/* Dates in the data of scripts that no standard describes. */
static void take_loose(finder *f, slice data) {
    static const slice keys[] = {SLICE("\"datePublished\""),   SLICE("\"publishedDate\""),
                                 SLICE("\"publishDate\""),     SLICE("\"publish_date\""),
                                 SLICE("\"publishedAt\""),     SLICE("\"published_at\""),
                                 SLICE("\"publicationDate\""), SLICE("\"pubDate\""),
                                 SLICE("\"published_time\""),  SLICE("\"first_publish_date\"")};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        set_date(f, PAGE_DATE_SCRIPT, loose_text(data, keys[i]));
}

static void take_script(finder *f, size_t node) {
    const page_tree *t = f->parts->tree;
    if (node + 1 >= t->nodes[node].end)
        return;
    slice data = t->nodes[node + 1].text;
    slice type = page_attribute_of(&t->nodes[node], ATTRIBUTE_TYPE);
    if (!has_word(type, SLICE("ld+json"))) {
        if (!has_date(f))
            take_loose(f, data);
        return;
    }
    data = bare_data(data);
    dateline_status status;
    size_t offset;
    const cJSON *tree = json_parse(f->owner, data, &status, &offset);
    if (tree) {
        take_data(f, tree, 0);
        return;
    }
    set_date(f, PAGE_DATE_JSON_OTHER, loose_text(data, SLICE("\"datePublished\"")));
    set_date(f, PAGE_DATE_MODIFIED, loose_text(data, SLICE("\"dateModified\"")));
}

/* ---- Elements of the head ---------------------------------------------------------------- */

static const slice published_metas[] = {
    SLICE("article:published_time"),
    SLICE("article:published"),
    SLICE("article:post_date"),
    SLICE("article_date_original"),
    SLICE("article.published"),
    SLICE("og:published_time"),
    SLICE("og:article:published_time"),
    SLICE("og:pubdate"),
    SLICE("og:release_date"),
    SLICE("bt:pubdate"),
    SLICE("sailthru.date"),
    SLICE("parsely-pub-date"),
    SLICE("parsely-page-published"),
    SLICE("cxenseparse:recs:publishtime"),
    SLICE("cxenseparse:publishtime"),
    SLICE("vr:published_time"),
    SLICE("rnews:datepublished"),
    SLICE("datepublished"),
    SLICE("date_published"),
    SLICE("date-published"),
    SLICE("publication_date"),
    SLICE("publication-date"),
    SLICE("publicationdate"),
    SLICE("publish_date"),
    SLICE("publish-date"),
    SLICE("publishdate"),
    SLICE("publishtime"),
    SLICE("published_date"),
    SLICE("published-date"),
    SLICE("published_time"),
    SLICE("published"),
    SLICE("publish_time"),
    SLICE("pubdate"),
    SLICE("pub_date"),
    SLICE("pubyear"),
    SLICE("article:create_at"),
    SLICE("originalpublicationdate"),
    SLICE("citation_publication_date"),
    SLICE("citation_online_date"),
    SLICE("dc.date.issued"),
    SLICE("dc.date.created"),
    SLICE("dcterms.issued"),
    SLICE("dcterms.created"),
    SLICE("dcsext.articlefirstpublished"),
    SLICE("article.created"),
    SLICE("shareaholic:article_published_time"),
    SLICE("video:release_date"),
    SLICE("release_date"),
    SLICE("timestamp"),
};

static const slice plain_metas[] = {
    SLICE("date"),         SLICE("dc.date"),      SLICE("dc:date"),       SLICE("dc:created"),
    SLICE("created"),      SLICE("date_created"), SLICE("creation_date"), SLICE("created_date"),
    SLICE("displaydate"),  SLICE("date.created"), SLICE("dcterms:date"),  SLICE("pagedate"),
    SLICE("article_date"), SLICE("time"),         SLICE("publish"),       SLICE("dcterms.date"),
    SLICE("dcterms.date"),
};

static const slice modified_metas[] = {
    SLICE("article:modified_time"),
    SLICE("article:modified"),
    SLICE("og:updated_time"),
    SLICE("article:updated_time"),
    SLICE("article_date_updated"),
    SLICE("datemodified"),
    SLICE("dc.date.modified"),
    SLICE("dcterms.modified"),
    SLICE("dc:date.modified"),
    SLICE("last-modified"),
    SLICE("lastmodified"),
    SLICE("lastmod"),
    SLICE("modified"),
    SLICE("modified_time"),
    SLICE("modificationdate"),
    SLICE("modified-date"),
    SLICE("revision_date"),
    SLICE("updated"),
    SLICE("updated_time"),
    SLICE("date.updated"),
    SLICE("last_updated"),
    SLICE("lastupdated"),
    SLICE("utime"),
    SLICE("vr:updated_time"),
};

/* Not "expires", which is of the copy that a browser keeps. */
static const slice expiry_metas[] = {
    SLICE("article:expiration_time"), SLICE("og:article:expiration_time"),
    SLICE("unavailable_after"),       SLICE("dc.date.expires"),
    SLICE("dcterms.valid"),           SLICE("expiration_date"),
};

static bool is_among(const slice *names, size_t count, slice name) {
    for (size_t i = 0; i < count; i++)
        if (slice_equal_nocase(names[i], name))
            return true;
    return false;
}
#define IS_AMONG(names, name) is_among(names, sizeof(names) / sizeof *(names), name)

/* What the names of meta elements mean, dates aside. */
static void take_meta_text(finder *f, slice name, slice content) {
    struct {
        slice name;
        slice *place;
    } places[] = {
        {SLICE("og:title"), &f->facts.title},
        {SLICE("twitter:title"), &f->facts.title},
        {SLICE("dc.title"), &f->facts.title},
        {SLICE("og:site_name"), &f->facts.publisher},
        {SLICE("dc.publisher"), &f->facts.publisher},
        {SLICE("publisher"), &f->facts.publisher},
        {SLICE("application-name"), &f->facts.publisher},
        {SLICE("author"), &f->facts.author},
        {SLICE("dc.creator"), &f->facts.author},
        {SLICE("parsely-author"), &f->facts.author},
        {SLICE("sailthru.author"), &f->facts.author},
        {SLICE("og:locale"), &f->facts.language},
        {SLICE("og:description"), &f->facts.description},
        {SLICE("description"), &f->facts.description},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (slice_equal_nocase(name, places[i].name) && !is_address(content))
            set_text(f, places[i].place, content);
    if (slice_equal_nocase(name, SLICE("og:url")))
        set_address(f, content);
}

static void take_meta(finder *f, const page_node *node) {
    static const page_attribute_name names[] = {ATTRIBUTE_PROPERTY, ATTRIBUTE_NAME,
                                                ATTRIBUTE_ITEMPROP, ATTRIBUTE_HTTP_EQUIV};
    slice content = page_attribute_of(node, ATTRIBUTE_CONTENT);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        slice name = slice_trim(page_attribute_of(node, names[i]));
        if (!name.length)
            continue;
        bool is_property = names[i] == ATTRIBUTE_ITEMPROP;
        if (IS_AMONG(published_metas, name))
            set_date(f, is_property ? PAGE_DATE_MICRODATA : PAGE_DATE_META, content);
        else if (IS_AMONG(plain_metas, name))
            set_date(f, PAGE_DATE_META_PLAIN, content);
        else if (IS_AMONG(modified_metas, name))
            set_date(f, PAGE_DATE_MODIFIED, content);
        else if (IS_AMONG(expiry_metas, name))
            set_expiry(f, content);
        else if (names[i] == ATTRIBUTE_HTTP_EQUIV)
            set_text(f, &f->facts.language,
                     slice_equal_nocase(name, SLICE("content-language")) ? content : SLICE(""));
        else
            take_meta_text(f, name, content);
    }
}

static void take_link(finder *f, const page_node *node) {
    if (slice_equal_nocase(page_attribute_of(node, ATTRIBUTE_REL), SLICE("canonical")))
        set_address(f, page_attribute_of(node, ATTRIBUTE_HREF));
}

/* ---- Elements of the body ---------------------------------------------------------------- */

/* True for an element that is a line at most, white space aside. */
static bool is_line(const page_tree *t, size_t node) {
    size_t length = 0, end = t->nodes[node].end;
    if (end - node > MOST_LINE_NODES)
        return false;
    for (size_t i = node; i < end && length <= 2 * LONGEST_LINE; i++)
        length += t->nodes[i].text.length;
    return length <= 2 * LONGEST_LINE;
}

/* The date that an element states: its attribute, or its words where they are few. */
static slice stated_by(finder *f, size_t i) {
    const page_node *node = &f->parts->tree->nodes[i];
    static const page_attribute_name names[] = {ATTRIBUTE_DATETIME, ATTRIBUTE_CONTENT,
                                                ATTRIBUTE_TITLE};
    moment when;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        slice value = page_attribute_of(node, names[k]);
        if (value.length && world_date_in(value, LONGEST_LINE, f->order, &when))
            return value;
    }
    return is_line(f->parts->tree, i) ? page_text_of(f->parts->tree, i, f->owner) : (slice){"", 0};
}

static void take_property(finder *f, size_t i, slice property) {
    if (has_word(property, SLICE("datePublished")))
        set_date(f, PAGE_DATE_MICRODATA, stated_by(f, i));
    else if (has_word(property, SLICE("dateModified")))
        set_date(f, PAGE_DATE_MODIFIED, stated_by(f, i));
    else if (has_word(property, SLICE("dateCreated")) || has_word(property, SLICE("uploadDate")))
        set_date(f, PAGE_DATE_CREATED, stated_by(f, i));
}

/* An element whose name or kind says that it holds a date. */
static void take_dated(finder *f, size_t i, bool is_kept) {
    const page_node *node = &f->parts->tree->nodes[i];
    unsigned hints = page_hints(page_attribute_of(node, ATTRIBUTE_CLASS)) |
                     page_hints(page_attribute_of(node, ATTRIBUTE_ID));
    bool is_time = node->tag == TAG_TIME || node->tag == TAG_ABBR;
    if (!is_time && !(hints & HINT_DATE))
        return;
    if (node->end - i > MOST_LINE_NODES)
        return;
    slice value = stated_by(f, i);
    bool is_published = hints & HINT_PUBLISHED || page_has_attribute(node, ATTRIBUTE_PUBDATE);
    if (hints & HINT_UPDATED && !is_published)
        set_date(f, PAGE_DATE_MODIFIED_LINE, value);
    else if (is_kept && is_published)
        set_date(f, PAGE_DATE_MARKED_TIME, value);
    else if (is_kept && is_time)
        set_date(f, PAGE_DATE_TIME, value);
    else if (is_kept)
        set_date(f, PAGE_DATE_DATE_LINE, value);
    else
        set_date(f, PAGE_DATE_ANY_TIME, value);
}

static void take_elements(finder *f) {
    const page_parts *p = f->parts;
    size_t dropped_end = 0;
    for (size_t i = 1; i < p->tree->count; i++) {
        const page_node *node = &p->tree->nodes[i];
        if (p->is_dropped[i] && node->end > dropped_end)
            dropped_end = node->end;
        if (node->tag == TAG_SCRIPT)
            take_script(f, i);
        else if (node->tag == TAG_META)
            take_meta(f, node);
        else if (node->tag == TAG_LINK)
            take_link(f, node);
        slice property = page_attribute_of(node, ATTRIBUTE_ITEMPROP);
        if (property.length && node->tag != TAG_META)
            take_property(f, i, property);
        if (node->tag != TAG_META && node->tag != TAG_BODY && node->tag != TAG_HTML)
            take_dated(f, i, i >= dropped_end);
    }
}

/* ---- Lines ------------------------------------------------------------------------------- */

/* True where the line is a date with a word or two about it. */
static bool is_date_line(const finder *f, slice words) {
    moment when;
    return words.length <= LONGEST_DATE_LINE &&
           world_date_in(words, LONGEST_DATE_LINE, f->order, &when);
}

/* Short lines around the text: of the text itself only those above its first paragraph. */
static void take_lines(finder *f) {
    const page_parts *p = f->parts;
    bool in_text = false;
    for (size_t i = 0; i < p->runs.count; i++) {
        const page_run *r = &p->runs.items[i];
        in_text = in_text || (r->is_article && r->words.length > LONGEST_LINE);
        bool is_around =
            !r->is_article || r->is_marked || (!in_text && r->words.length <= LONGEST_DATE_LINE);
        bool is_linked = r->links * 2 > r->words.length && !is_date_line(f, r->words);
        if (r->words.length <= LONGEST_LINE && is_around && !is_linked)
            set_date(f, PAGE_DATE_BYLINE, r->words);
    }
}

static void take_copyright(finder *f) {
    const page_tree *t = f->parts->tree;
    for (size_t i = 1; i < t->count; i++)
        if (t->nodes[i].tag == TAG_SCRIPT)
            i = t->nodes[i].end - 1;
        else if (t->nodes[i].tag == TAG_TEXT && t->nodes[i].text.length <= LONGEST_LINE &&
                 has_word(t->nodes[i].text, SLICE("\xc2\xa9")))
            set_date(f, PAGE_DATE_COPYRIGHT, t->nodes[i].text);
}

/* The date in an address: "/2024/05/24/", "/2024-05-24-", "/20240524". */
static void take_address(finder *f) {
    slice url = f->facts.url;
    for (size_t at = 0; at + 8 < url.length; at++) {
        if (!strchr("/-_", url.data[at]))
            continue;
        slice rest = slice_range(url, at + 1, url.length);
        moment when;
        size_t length;
        if (ascii_is_digit(rest.data[0]) && world_date_at(rest, ORDER_UNKNOWN, &when, &length) &&
            civil_of(when.day).year >= 1990 && civil_of(when.day).year < 2100 &&
            when.day <= f->latest) {
            f->facts.dates[PAGE_DATE_URL] = (moment){when.day, NO_MINUTE, NO_ZONE};
            return;
        }
    }
}

/* ---- The rest ---------------------------------------------------------------------------- */

/* The first element of the kind, as words. */
static slice first_words(const finder *f, page_tag tag) {
    const page_tree *t = f->parts->tree;
    for (size_t i = 1; i < t->count; i++)
        if (t->nodes[i].tag == tag) {
            slice words = page_text_of(t, i, f->owner);
            if (words.length)
                return words;
        }
    return (slice){"", 0};
}

/* Languages are written as BCP 47 does: "en-US", not "en_US". */
static slice language_tag(arena *a, slice language) {
    slice copy = arena_copy(a, slice_trim(language));
    for (size_t i = 0; i < copy.length; i++)
        if (copy.data[i] == '_')
            ((char *)copy.data)[i] = '-';
    return copy;
}

static slice page_language(const page_tree *t) {
    for (size_t i = 1; i < t->count; i++)
        if (t->nodes[i].tag == TAG_HTML)
            return page_has_attribute(&t->nodes[i], ATTRIBUTE_LANG)
                       ? page_attribute_of(&t->nodes[i], ATTRIBUTE_LANG)
                       : page_attribute_of(&t->nodes[i], ATTRIBUTE_XML_LANG);
    return (slice){"", 0};
}

page_facts page_facts_find(const page_parts *parts, day_number captured, arena *a) {
    finder f = {.parts = parts, .owner = a, .latest = captured == NO_DAY ? LAST_DAY : captured + 1};
    for (size_t i = 0; i < PAGE_DATE_COUNT; i++)
        f.facts.dates[i] = (moment){NO_DAY, NO_MINUTE, NO_ZONE};
    f.facts.expiry = (moment){NO_DAY, NO_MINUTE, NO_ZONE};
    set_text(&f, &f.facts.language, page_language(parts->tree));
    f.order = number_order_of(f.facts.language);
    take_elements(&f);
    take_lines(&f);
    take_copyright(&f);
    take_address(&f);
    set_text(&f, &f.facts.title, first_words(&f, TAG_H1));
    set_text(&f, &f.facts.title, first_words(&f, TAG_TITLE));
    f.facts.language = language_tag(a, f.facts.language);
    return f.facts;
}

/*
 * Data often gives the moment in UTC, where the page shows its readers the day of their clocks:
 * that is the day that the text is written from.
 */
static void use_local_day(const page_facts *facts, moment *when) {
    static const page_date shown[] = {PAGE_DATE_URL, PAGE_DATE_MARKED_TIME, PAGE_DATE_TIME,
                                      PAGE_DATE_DATE_LINE, PAGE_DATE_BYLINE};
    if (when->minute == NO_MINUTE || when->utc_offset != 0)
        return;
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        moment local = facts->dates[shown[i]];
        bool is_near = local.day == when->day - 1 || local.day == when->day + 1;
        if (local.day != NO_DAY && local.utc_offset != 0) {
            if (is_near)
                *when = local;
            return;
        }
    }
}

static bool is_believed(const page_facts *facts, moment when) {
    return when.day != NO_DAY && (facts->expiry.day == NO_DAY || when.day <= facts->expiry.day);
}

bool page_facts_published(const page_facts *facts, moment *out, published_from *from) {
    for (size_t i = 0; i < PAGE_DATE_COUNT; i++)
        if (is_believed(facts, facts->dates[i])) {
            *out = facts->dates[i];
            *from = date_sources[i];
            use_local_day(facts, out);
            return true;
        }
    return false;
}

moment page_facts_modified(const page_facts *facts) {
    moment when = facts->dates[PAGE_DATE_MODIFIED];
    return when.day != NO_DAY ? when : facts->dates[PAGE_DATE_MODIFIED_LINE];
}
