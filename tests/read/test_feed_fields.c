/* SPDX-License-Identifier: MIT */
/* Feeds: each item is an article. */
#include "reading_fixture.h"

#include "support/check.h"

#include <unistd.h>

#define ONE "The bridge over the river gave way in the night, and nobody was hurt."
#define TWO "A ferry is to take people over the river until then, the town said."

/* A feed as it comes from a file: cut into its items, of which each is read. */
static reading_fixture read_feed(arena *a, const char *feed) {
    static const char path[] = "feed.xml";
    reading_fixture r = {{0}, diagnostics_in(a)};
    FILE *file = fopen(path, "w");
    CHECK(file && fputs(feed, file) >= 0);
    if (file)
        fclose(file);
    source *s = source_new(a);
    source_add(s, slice_of(path), &r.said);
    for (document d; source_next(s, a, &d, &r.said);) {
        CHECK_INT(d.form, DOCUMENT_FEED);
        articles_read(&d, (moment){NO_DAY, NO_MINUTE, NO_ZONE}, a, &r.articles, &r.said);
    }
    return r;
}

static void reads_items(arena *a) {
    static const char *const feeds[] = {
        "<?xml version='1.0'?><rss version='2.0' "
        "xmlns:c='http://purl.org/rss/1.0/modules/content/'>"
        "<channel><title>Harbour</title><language>en</language><item><title>Bridge falls</title>"
        "<link>https://harbour.example/1</link><pubDate>Fri, 24 May 2024 10:00:00 GMT</pubDate>"
        "<description>Short.</description><c:encoded><![CDATA[<p>" ONE "</p>]]></c:encoded></item>"
        "<item><title>Ferry sails</title><link>https://harbour.example/2</link>"
        "<pubDate>Sat, 25 May 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;" TWO
        "&lt;/p&gt;</description></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour</title><language>en</language>"
        "<entry><title>Bridge falls</title><link rel='self' href='https://x.example'/>"
        "<link href='https://harbour.example/1'/><published>2024-05-24T10:00:00Z</published>"
        "<content type='html'>&lt;p&gt;" ONE "&lt;/p&gt;</content></entry><entry><title>Ferry sails"
        "</title><link rel='alternate' href='https://harbour.example/2'/>"
        "<updated>2024-05-25T10:00:00Z</updated><summary>" TWO "</summary></entry></feed>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour</title><language>en</language>"
        "<entry><title>Bridge falls</title><link rel='self' href='https://x.example'/>"
        "<link href='https://harbour.example/1'/><published>2024-05-24T10:00:00Z</published>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>" ONE
        "</p></div></content></entry><entry><title>Ferry sails"
        "</title><link rel='alternate' href='https://harbour.example/2'/>"
        "<updated>2024-05-25T10:00:00Z</updated><summary>" TWO "</summary></entry></feed>",
        /* RSS 1.0: items stand beside the channel. What looks like an item and is none. */
        "<?xml version='1.0'?><!-- <item> --><rdf:RDF "
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
        "xmlns:d='http://purl.org/dc/elements/1.1/'><channel><title>Harbour</title>"
        "<language>en</language><items><rdf:Seq><rdf:li "
        "rdf:resource='a>b'/></rdf:Seq></items></channel>"
        "<item rdf:about='&lt;item>'><title>Bridge falls</title><link>https://harbour.example/1"
        "</link><d:date>2024-05-24T10:00:00Z</d:date><description><![CDATA[" ONE
        "<!-- </item> -->]]></description></item><item><title>Ferry sails</title>"
        "<link>https://harbour.example/2</link><d:date>2024-05-25T10:00:00Z</d:date>"
        "<description>" TWO "</description></item></rdf:RDF>",
    };
    for (size_t i = 0; i < sizeof feeds / sizeof *feeds; i++) {
        reading_fixture r = read_feed(a, feeds[i]);
        CHECK_INT(r.articles.count, 2);
        if (r.articles.count != 2)
            continue;
        const article *x = r.articles.items;
        CHECK_SLICE(x[0].id, "feed.xml#1");
        CHECK_SLICE(x[0].text, ONE);
        CHECK_SLICE(x[0].title, "Bridge falls");
        CHECK_SLICE(x[0].url, "https://harbour.example/1");
        CHECK_SLICE(x[0].publisher, "Harbour");
        CHECK_SLICE(x[0].language, "en");
        CHECK_SLICE(date_words(a, &x[0]), "2024-05-24T10:00+00:00 metadata");
        CHECK_SLICE(x[1].text, TWO);
        CHECK_SLICE(x[1].url, "https://harbour.example/2");
        CHECK_SLICE(date_words(a, &x[1]), "2024-05-25T10:00+00:00 metadata");
    }
}

static void names_what_is_missing(arena *a) {
    static const struct {
        const char *feed;
        size_t articles;
    } cases[] = {
        {"<rss><channel></channel></rss>", 0},
        {"<rss>", 0},
        {"<rss><channel><item><title>A</title></item></channel></rss>", 0},
        {"<rss><channel><item><description>" ONE "</description></item><item/></channel></rss>", 1},
        /* Entities that grow without end. */
        {"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b "
         "'&a;&a;&a;'>]><rss><channel><item>"
         "<description>&b;</description></item></channel></rss>",
         0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reading_fixture r = read_feed(a, cases[i].feed);
        CHECK_AT(r.articles.count == cases[i].articles, "%s: %zu articles", cases[i].feed,
                 r.articles.count);
        CHECK(r.said.list.count > 0);
    }
}

int main(void) {
    char folder[] = "/tmp/dateline-feed-XXXXXX";
    CHECK(mkdtemp(folder) && chdir(folder) == 0);
    RUN_IN_ARENA(reads_items);
    RUN_IN_ARENA(names_what_is_missing);
    unlink("feed.xml");
    CHECK(chdir("/") == 0 && rmdir(folder) == 0);
    return tests_end();
}
