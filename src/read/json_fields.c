/* SPDX-License-Identifier: MIT */
/*
 * JSON: one article, an array of them, or an object that has such an array as "articles" or
 * "@graph" (those of a whole file are cut before, see read/items.h). Fields go by our own names,
 * by those of schema.org's articles and of ninjs 1 to 3.
 */
#include "base/json.h"
#include "base/utf8.h"
#include "read/fields.h"

#define MOST_NAMES 6

/* The names that a field goes by, the first first. Letter case does not matter. */
typedef const char *const field_names[MOST_NAMES];
static field_names id_names = {"id", "uri"};
static field_names url_names = {"url"};
static field_names title_names = {"title", "headline", "headline_main"};
static field_names title_lists = {"headlines"};
static field_names author_names = {"author", "byline", "by"};
static field_names publisher_names = {"publisher", "source", "infosource", "infosources",
                                      "copyrightHolder"};
static field_names published_names = {"published",     "date",         "dct",
                                      "datePublished", "firstCreated", "versionCreated"};
static field_names language_names = {"language", "inLanguage"};
static field_names text_names = {"text", "articleBody", "body", "body_text", "body_main"};
static field_names html_names = {"html", "body_xhtml", "body_html"};
static field_names body_lists = {"bodies"};

typedef struct reading {
    const document *d;
    arena *a;
    diagnostics *said;
    slice place; /* " (line 7)", " (article 3)" or "": for messages */
} reading;

static const cJSON *find(const cJSON *object, field_names names) {
    for (size_t i = 0; i < MOST_NAMES && names[i]; i++) {
        const cJSON *item = cJSON_GetObjectItem(object, names[i]);
        if (item && !cJSON_IsNull(item))
            return item;
    }
    return NULL;
}

static void say_wrong_kind(const reading *r, const char *name) {
    diagnose(r->said, DATELINE_BAD_FIELD, DATELINE_WARNING, r->d->file, r->d->offset,
             "field \"%s\" is not text%.*s; the field is ignored", name, SLICE_ARGS(r->place));
}

static slice text_of(const reading *r, const cJSON *object, field_names names) {
    const cJSON *item = find(object, names);
    if (item && !cJSON_IsString(item))
        say_wrong_kind(r, item->string);
    return slice_of(cJSON_GetStringValue(item));
}

/* An identifier may be a number, too. */
static slice id_of(const reading *r, const cJSON *object) {
    const cJSON *item = find(object, id_names);
    return cJSON_IsNumber(item) ? json_print(r->a, item) : text_of(r, object, id_names);
}

/* Who an article is from may be a text, a thing with a name, or a list, of which the first counts.
 */
static slice name_of(const reading *r, const cJSON *object, field_names names) {
    const cJSON *item = find(object, names);
    if (cJSON_IsArray(item))
        item = item->child;
    if (!item || cJSON_IsString(item))
        return slice_of(cJSON_GetStringValue(item));
    if (!cJSON_IsObject(item))
        say_wrong_kind(r, names[0]);
    return json_text(item, "name");
}

static bool is_markup(const cJSON *item) {
    return slice_find_nocase(
               slice_of(cJSON_GetStringValue(cJSON_GetObjectItem(item, "contentType"))),
               SLICE("html"), 0) != SIZE_MAX;
}

/* The "value" of the first item of a list of ninjs that has one and is markup, or is none. */
static slice value_in(const cJSON *object, field_names lists, bool markup) {
    const cJSON *list = find(object, lists);
    for (const cJSON *item = cJSON_IsArray(list) ? list->child : NULL; item; item = item->next) {
        slice value = slice_of(cJSON_GetStringValue(cJSON_GetObjectItem(item, "value")));
        if (value.length && is_markup(item) == markup)
            return value;
    }
    return (slice){"", 0};
}

static slice first_known(slice a, slice b) {
    return a.length ? a : b;
}

/* The text, or the web page that stands in its place; false (diagnosed) where there is neither. */
static bool read_text(const reading *r, const cJSON *object, fields *given) {
    given->text = first_known(text_of(r, object, text_names), value_in(object, body_lists, false));
    slice page = first_known(text_of(r, object, html_names), value_in(object, body_lists, true));
    if (utf8_trim(given->text).length)
        return true;
    if (page.length && page_read(page, SLICE("utf-8"), r->d, r->a, given, r->said))
        return true;
    diagnose(r->said, DATELINE_NO_ARTICLE, DATELINE_SKIPPED, r->d->file, r->d->offset,
             "%s%.*s; skipped",
             page.length ? "has no article on its page" : "has no field \"text\" with words in it",
             SLICE_ARGS(r->place));
    return false;
}

/* A field comes before what a page says of itself. */
static void set_known(slice *place, slice value) {
    if (value.length)
        *place = value;
}

static void add_article(const reading *r, const cJSON *object, slice number, fields_list *out) {
    if (!cJSON_IsObject(object)) {
        diagnose(r->said, DATELINE_NO_ARTICLE, DATELINE_SKIPPED, r->d->file, r->d->offset,
                 "is no JSON object%.*s; skipped", SLICE_ARGS(r->place));
        return;
    }
    fields given = {.offset = r->d->offset};
    if (!read_text(r, object, &given))
        return;
    given.id = id_of(r, object);
    given.published = text_of(r, object, published_names);
    set_known(&given.url, text_of(r, object, url_names));
    set_known(&given.title, slice_trim(first_known(text_of(r, object, title_names),
                                                   value_in(object, title_lists, false))));
    set_known(&given.author, name_of(r, object, author_names));
    set_known(&given.publisher, name_of(r, object, publisher_names));
    set_known(&given.language, text_of(r, object, language_names));
    if (!given.id.length && number.length)
        given.id = arena_format(r->a, "%.*s#%.*s", SLICE_ARGS(slice_base_name(r->d->file)),
                                SLICE_ARGS(number));
    *vector_push(out, r->a) = given;
}

static void add_array(reading *r, const cJSON *array, fields_list *out) {
    const cJSON *item;
    size_t number = 0;
    cJSON_ArrayForEach(item, array) {
        slice digits = arena_format(r->a, "%zu", ++number);
        r->place = arena_format(r->a, " (article %zu)", number);
        add_article(r, item, digits, out);
    }
    if (number == 0)
        diagnose(r->said, DATELINE_NO_ARTICLE, DATELINE_SKIPPED, r->d->file, r->d->offset,
                 "has no article in its array; skipped");
}

/* " (line 7)", " (article 3)": where a byte of the document is, for messages. */
static slice place_of(const reading *r, size_t offset) {
    const document *d = r->d;
    size_t line = d->line ? d->line : 1;
    if (d->form == DOCUMENT_JSON_ITEM)
        return arena_format(r->a, " (article %zu)", line);
    for (size_t i = 0; i < offset && i < d->bytes.length; i++)
        line += d->bytes.data[i] == '\n';
    return arena_format(r->a, " (line %zu)", line);
}

static const char *what_is_skipped(document_form form) {
    return form == DOCUMENT_JSON_LINE   ? "the line is"
           : form == DOCUMENT_JSON_ITEM ? "it is"
                                        : "the file is";
}

void json_fields(const document *d, arena *a, fields_list *out, diagnostics *said) {
    reading r = {d, a, said, {"", 0}};
    slice number = {"", 0};
    dateline_status status;
    size_t offset;
    const cJSON *tree = json_parse(a, d->bytes, &status, &offset);
    if (!tree) {
        diagnose(said, status, DATELINE_SKIPPED, d->file, d->offset + offset, "%s%.*s; %s skipped",
                 dateline_status_text(status), SLICE_ARGS(place_of(&r, offset)),
                 what_is_skipped(d->form));
        return;
    }
    if (d->line) {
        number = arena_format(a, "%zu", d->line);
        r.place = place_of(&r, 0);
    }
    const cJSON *articles = find(tree, (field_names){"articles", "@graph"});
    if (cJSON_IsArray(tree) || cJSON_IsArray(articles))
        add_array(&r, cJSON_IsArray(tree) ? tree : articles, out);
    else
        add_article(&r, tree, number, out);
}
