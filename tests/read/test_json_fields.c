/* SPDX-License-Identifier: MIT */
/* Articles in JSON: the names of their fields, and what is wrong with them. */
#include "reading_fixture.h"

#include "support/check.h"

static void reads_the_names_of_the_contract(arena *a) {
    reading_fixture r = read_document(
        a, DOCUMENT_JSON,
        SLICE(
            "{\"id\": 12, \"url\": \"u\", \"Headline\": \" T \", \"publisher\": {\"name\": \"P\"},"
            " \"datePublished\": \"2024-05-24T10:00:00Z\", \"dateModified\": \"2024-06-01\","
            " \"inLanguage\": \"en-GB\", \"articleBody\": \" A bridge\\u0000fell. \"}"));
    CHECK_INT(r.articles.count, 1);
    const article *x = &r.articles.items[0];
    CHECK_SLICE(x->id, "12");
    CHECK_SLICE(x->url, "u");
    CHECK_SLICE(x->title, "T");
    CHECK_SLICE(x->publisher, "P");
    CHECK_SLICE(x->language, "en-GB");
    CHECK_SLICE(x->text, " A bridge fell. ");
    CHECK_SLICE(date_words(a, x), "2024-05-24T10:00+00:00 metadata");
    CHECK_INT(r.said.list.count, 0);
}

/* News in JSON, as the IPTC's ninjs has it in three versions, and a graph of schema.org. */
static void reads_the_names_of_agencies(arena *a) {
    static const char *const items[] = {
        "{\"uri\": \"urn:x:1\", \"headline\": \"T\", \"byline\": \"Ann Lee\", \"firstcreated\": "
        "\"2024-05-24T10:00:00Z\", \"versioncreated\": \"2024-05-25T10:00:00Z\", \"body_xhtml\": "
        "\"<p>A bridge fell.</p>\", \"infosource\": [{\"name\": \"P\"}], \"language\": \"en\"}",
        "{\"uri\": \"urn:x:1\", \"headline_main\": \"T\", \"byline\": \"Ann Lee\", "
        "\"versioncreated\": \"2024-05-24T10:00:00Z\", \"body_main\": \"A bridge fell.\", "
        "\"copyrightholder\": \"P\", \"language\": \"en\"}",
        "{\"uri\": \"urn:x:1\", \"headlines\": [{\"role\": \"main\", \"value\": \"T\"}], \"by\": "
        "\"Ann Lee\", \"firstcreated\": \"2024-05-24T10:00:00Z\", \"bodies\": [{\"contenttype\": "
        "\"text/plain\", \"value\": \"A bridge fell.\"}], \"infosources\": [{\"name\": \"P\"}], "
        "\"language\": \"en\"}",
        "{\"uri\": \"urn:x:1\", \"headlines\": [{\"value\": \"T\"}], \"by\": \"Ann Lee\", "
        "\"firstCreated\": \"2024-05-24T10:00:00Z\", \"bodies\": [{\"contentType\": "
        "\"application/xhtml+xml\", \"value\": \"<p>A bridge fell.</p>\"}], \"infoSources\": "
        "[{\"name\": \"P\"}], \"language\": \"en\"}",
        "{\"@graph\": [{\"@type\": \"NewsArticle\", \"id\": \"urn:x:1\", \"headline\": \"T\", "
        "\"author\": [{\"name\": \"Ann Lee\"}], \"publisher\": {\"name\": \"P\"}, "
        "\"datePublished\": \"2024-05-24T10:00:00Z\", \"articleBody\": \"A bridge fell.\", "
        "\"inLanguage\": \"en\"}]}",
    };
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        reading_fixture r = read_document(a, DOCUMENT_JSON, slice_of(items[i]));
        CHECK_INT(r.articles.count, 1);
        const article *x = &r.articles.items[0];
        CHECK_SLICE(x->id, "urn:x:1");
        CHECK_SLICE(x->title, "T");
        CHECK_SLICE(x->author, "Ann Lee");
        CHECK_SLICE(x->publisher, "P");
        CHECK_SLICE(x->language, "en");
        CHECK_SLICE(x->text, "A bridge fell.");
        CHECK_SLICE(date_words(a, x), "2024-05-24T10:00+00:00 metadata");
    }
}

/* Marks of direction and characters of no width in names and dates. */
static void names_are_what_is_seen(arena *a) {
    reading_fixture r = read_document(
        a, DOCUMENT_JSON,
        SLICE("{\"title\": \"\\u202eBridge\\u202c falls\", \"source\": \"City\\u200b News\", "
              "\"author\": \"\\u2066Ann\\u2069 Lee\", \"date\": \"\\u200e24\\u200e May "
              "\\u200e2024\", \"text\": \"It fell\\u200b.\"}"));
    const article *x = &r.articles.items[0];
    CHECK_SLICE(x->title, "Bridge falls");
    CHECK_SLICE(x->publisher, "City News");
    CHECK_SLICE(x->author, "Ann Lee");
    CHECK_SLICE(x->text, "It fell\xe2\x80\x8b.");
    CHECK_SLICE(date_words(a, x), "2024-05-24 metadata");
}

static void names_what_has_no_id(arena *a) {
    static const struct {
        document_form form;
        const char *json, *first;
        size_t count;
    } cases[] = {
        {DOCUMENT_JSON, "{\"text\": \"A.\"}", "page.txt", 1},
        {DOCUMENT_JSON_LINE, "{\"text\": \"A.\"}", "page.txt#7", 1},
        {DOCUMENT_JSON, "[{\"text\": \"A.\"}, {\"text\": \"B.\"}]", "page.txt#1", 2},
        {DOCUMENT_JSON, "{\"articles\": [{\"id\": \"x\", \"text\": \"A.\"}]}", "x", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reading_fixture r = read_document(a, cases[i].form, slice_of(cases[i].json));
        CHECK_INT(r.articles.count, cases[i].count);
        CHECK_SLICE(r.articles.items[0].id, cases[i].first);
    }
}

static void says_what_is_wrong(arena *a) {
    static const struct {
        const char *json;
        dateline_status status;
        dateline_severity severity;
        size_t offset, articles;
    } cases[] = {
        {"{\"text\": \"A.\", \"id\": true, \"date\": \"2024-05-24\"}", DATELINE_BAD_FIELD,
         DATELINE_WARNING, 100, 1},
        {"{\"text\": 5}", DATELINE_BAD_FIELD, DATELINE_WARNING, 100, 0},
        {"{\"text\": \" \"}", DATELINE_NO_ARTICLE, DATELINE_SKIPPED, 100, 0},
        {"{\"html\": \"<p> </p>\"}", DATELINE_NO_ARTICLE, DATELINE_SKIPPED, 100, 0},
        {"[]", DATELINE_NO_ARTICLE, DATELINE_SKIPPED, 100, 0},
        {"7", DATELINE_NO_ARTICLE, DATELINE_SKIPPED, 100, 0},
        {"{\"text\": \"A.\",}", DATELINE_BAD_JSON, DATELINE_SKIPPED, 115, 0},
        {"{\"text\": \"\xff\"}", DATELINE_BAD_UTF8, DATELINE_SKIPPED, 110, 0},
        {"{\"text\": \"A.\", \"date\": \"2024-02-30\"}", DATELINE_BAD_DATE, DATELINE_WARNING, 100,
         1},
        {"{\"text\": \"A.\", \"date\": \"yesterday\"}", DATELINE_BAD_DATE, DATELINE_WARNING, 100,
         1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reading_fixture r = read_document(a, DOCUMENT_JSON, slice_of(cases[i].json));
        CHECK_AT(r.articles.count == cases[i].articles, "%s: %zu articles", cases[i].json,
                 r.articles.count);
        CHECK(r.said.list.count > 0);
        const dateline_diagnostic *said = &r.said.list.items[0];
        CHECK_AT(said->status == cases[i].status && said->severity == cases[i].severity &&
                     said->offset == cases[i].offset,
                 "%s: %zu: %s", cases[i].json, said->offset, said->message);
    }
}

static void one_bad_article_costs_no_other(arena *a) {
    reading_fixture r =
        read_document(a, DOCUMENT_JSON, SLICE("[{\"text\": \"A.\"}, 5, {}, {\"text\": \"B.\"}]"));
    CHECK_INT(r.articles.count, 2);
    CHECK_SLICE(r.articles.items[1].id, "page.txt#4");
}

static void names_the_line(arena *a) {
    reading_fixture r = read_document(a, DOCUMENT_JSON, SLICE("{\n\"text\":\n}"));
    CHECK(strstr(r.said.list.items[0].message, "line 3"));
    r = read_document(a, DOCUMENT_JSON_LINE, SLICE("{\"text\":}"));
    CHECK(strstr(r.said.list.items[0].message, "line 7"));
}

int main(void) {
    RUN_IN_ARENA(reads_the_names_of_the_contract);
    RUN_IN_ARENA(reads_the_names_of_agencies);
    RUN_IN_ARENA(names_are_what_is_seen);
    RUN_IN_ARENA(names_what_has_no_id);
    RUN_IN_ARENA(says_what_is_wrong);
    RUN_IN_ARENA(one_bad_article_costs_no_other);
    RUN_IN_ARENA(names_the_line);
    return tests_end();
}
