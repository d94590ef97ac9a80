/* SPDX-License-Identifier: MIT */
/* Web pages: what of them is told, when they were published, and what they must not do. */
#include "reading_fixture.h"

#include "base/buffer.h"
#include "support/check.h"

/* Two paragraphs in full, as only the text of an article has. */
#define ONE                                                                                        \
    "The bridge over the river gave way in the night, and nobody was hurt, the mayor said on "     \
    "the morning after."
#define TWO                                                                                        \
    "Engineers had warned of rust in its cables twice, according to letters that were read out "   \
    "in the council, and nothing was done."
#define THREE                                                                                      \
    "The council will meet on the third of June to talk about the money for a new bridge, a "      \
    "spokeswoman of the town said, and a ferry is to take people over the river until then."
#define STORY "<p>" ONE "</p><p>" TWO "</p>"

static reading_fixture read_page(arena *a, const char *page) {
    return read_document(a, DOCUMENT_PAGE, slice_of(page));
}

static void tells_what_is_told(arena *a) {
    static const struct {
        const char *page, *text, *letters;
    } cases[] = {
        {STORY, ONE "\n\n" TWO, "PP"},
        {"<nav><a href=/>Home</a></nav>" STORY "<footer>Imprint</footer>", ONE "\n\n" TWO, "PP"},
        {"<div class='article-body'><h2>Rust</h2>" STORY "</div><div class='related-posts'><p>" ONE
         "</p></div>",
         "Rust\n\n" ONE "\n\n" TWO, "HPP"},
        {"<div>" STORY "<figure><img><figcaption>The bridge on Friday, from the north."
         "</figcaption></figure></div>",
         ONE "\n\n" TWO "\n\nThe bridge on Friday, from the north.", "PPC"},
        {"<div>" STORY "<ul><li>One span stands.</li><li>Two are gone.</li></ul></div>",
         ONE "\n\n" TWO "\n\nOne span stands.\n\nTwo are gone.", "PPPP"},
        {"<div>" STORY "<ul><li><a href=1>Older bridges</a><li><a href=2>Newer ones</a></ul></div>",
         ONE "\n\n" TWO, "PP"},
        {"<div>" STORY "<table><tr><td>2021</td><td>3 repairs.</td></tr></table></div>",
         ONE "\n\n" TWO "\n\n2021 3 repairs.", "PPP"},
        {"<div>" STORY "<p>A line<br>goes on.<br><br>Another begins.</p></div>",
         ONE "\n\n" TWO "\n\nA line\ngoes on.\n\nAnother begins.", "PPPP"},
        {"<div>" STORY "<p hidden>It was sold.</p><p style='color:red; display : none'>And again."
         "</p><p aria-hidden=true>Twice.</p><noscript>Scripts please.</noscript></div>",
         ONE "\n\n" TWO, "PP"},
        {"<div>" STORY "<script>var p = '<p>" ONE "</p>';</script><style>p {}</style></div>",
         ONE "\n\n" TWO, "PP"},
        {"<div>" STORY "<h3>Most read</h3></div>", ONE "\n\n" TWO, "PP"},
        {"<article><h1>Bridge falls</h1><p class=byline>By Ann Lee, 24 May 2024</p>" STORY
         "</article>",
         "Bridge falls\n\n" ONE "\n\n" TWO, "HPP"},
        {"<article>" STORY "<p>" THREE "</p></article><section id=comments><p>" ONE
         " I saw it.</p><p>" TWO " I did not.</p></section>",
         ONE "\n\n" TWO "\n\n" THREE, "PPP"},
        /* What sums the text up between the headline and the text is told, too. */
        {"<h1>Bridge falls</h1><p>" ONE "</p><div class=entry-content><p>" TWO "</p><p>" TWO
         " The mayor did not answer.</p></div>",
         ONE "\n\n" TWO "\n\n" TWO " The mayor did not answer.", "PPP"},
        {"<div>" STORY "<p>Share</p><p>It was never found.</p></div>",
         ONE "\n\n" TWO "\n\nIt was never found.", "PPP"},
        {"<div class=entry-content><p><span class=date>24 May 2024</span>" ONE "</p><p>" TWO
         "</p></div>",
         ONE "\n\n" TWO, "PP"},
        /* Names mislead where they would leave nothing. */
        {"<div class=sidebar><div class=comments>" STORY "</div></div>", ONE "\n\n" TWO, "PP"},
        /* Characters that nobody sees. */
        {"<p>The bri\xe2\x80\x8b"
         "dge \xe2\x80\xaegave&#173; way&nbsp;in the night, and nobody was hurt "
         "at all, the mayor of the town said.",
         "The bridge gave way\xc2\xa0in the night, and nobody was hurt at all, the mayor of the "
         "town said.",
         "P"},
        {"<!doctype html><title>Bridge</title><article>" STORY "</article>", ONE "\n\n" TWO, "PP"},
        /* The page shows nothing, but its data does. */
        {"<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"" ONE
         "\\n\\n" TWO "\"}</script><p>Please wait.</p>",
         ONE "\n\n" TWO, "PP"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reading_fixture r = read_page(a, cases[i].page);
        CHECK_AT(r.articles.count == 1, "%s: %zu articles", cases[i].page, r.articles.count);
        if (r.articles.count != 1)
            continue;
        const article *x = &r.articles.items[0];
        CHECK_AT(slice_equal(x->text, slice_of(cases[i].text)), "%s: \"%.*s\"", cases[i].page,
                 SLICE_ARGS(x->text));
        CHECK_AT(slice_equal(block_letters(a, x), slice_of(cases[i].letters)), "%s: %.*s",
                 cases[i].page, SLICE_ARGS(block_letters(a, x)));
    }
}

#define LD(data) "<script type='application/ld+json'>" data "</script>"

static void finds_the_date(arena *a) {
    static const struct {
        const char *page, *date;
    } cases[] = {
        {"", "none"},
        {LD("{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-24T10:00:00Z\"}"),
         "2024-05-24T10:00+00:00 metadata"},
        {LD("{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-02\"},"
            "{\"@type\":[\"Thing\",\"BlogPosting\"],\"datePublished\":\"2024-05-24\"}]}"),
         "2024-05-24 metadata"},
        {LD("{\"@type\":\"NewsArticle\", \"datePublished\":\"2024-05-24\",}"),
         "2024-05-24 metadata"},
        {"<meta property='article:published_time' content='2024-05-24'>", "2024-05-24 metadata"},
        {"<meta name=DC.date.issued content='2024-05-24'>", "2024-05-24 metadata"},
        {"<meta name=expires content='2024-05-24'>", "none"},
        /* What is after the expiry is not believed; that of a browser's copy says nothing. */
        {"<meta property='article:expiration_time' content='2024-06-01'><meta name=date "
         "content='2024-07-01'><time datetime=2024-05-24>Friday</time>",
         "2024-05-24 header"},
        {LD("{\"@type\":\"NewsArticle\",\"datePublished\":\"2034-05-24\",\"expires\":"
            "\"2024-06-01\"}"),
         "none"},
        {"<meta http-equiv=expires content='1 Jan 1990'><meta name=date content=2024-05-24>",
         "2024-05-24 metadata"},
        {"<meta name=date content=2024-05-26><span itemprop=datePublished content=2024-05-24>",
         "2024-05-24 metadata"},
        {"<link rel=canonical href='https://harbour.example/news/2024/05/24/bridge.html'>",
         "2024-05-24 metadata"},
        {"<time datetime=2024-05-24>Friday</time>", "2024-05-24 header"},
        {"<span class=post-date>May 24, 2024</span>", "2024-05-24 header"},
        {"<span class=last-updated>May 26, 2024</span><span class=published>May 24, 2024</span>",
         "2024-05-24 header"},
        {"<meta property='article:modified_time' content='2024-05-26'>", "2024-05-26 metadata"},
        {"<html lang=de><p>Von Anna Lee, 24. Mai 2024</p>", "2024-05-24 header"},
        {"<html lang=de><p class=datum>24.5.24</p>", "2024-05-24 header"},
        {"<html lang=en-GB><span class=date>03/05/2024</span>", "2024-05-03 header"},
        {"<html lang=en-US><span class=date>03/05/2024</span>", "2024-03-05 header"},
        {"<html lang=en><span class=date>03/05/2024</span>", "none"},
        {"<script>var d = {\"publishedDate\": \"2024-05-24T10:00\"};</script>",
         "2024-05-24T10:00 metadata"},
        {"<footer>\xc2\xa9 24 May 2024 Harbour</footer>", "2024-05-24 inferred"},
        /* The reader's day, where the data gives the moment in UTC. */
        {LD("{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-25T02:00:00Z\"}") "<body><time "
                                                                                      "datetime="
                                                                                      "2024-05-"
                                                                                      "24T21:00>"
                                                                                      "May 24, "
                                                                                      "2024</time>",
         "2024-05-24T21:00 metadata"},
        /* The text's own dates are not the page's. */
        {"<p>The council met on 3 May 2024, and again on 4 May 2024, and it did not find the money "
         "that it had been looking for since the winter.</p>",
         "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *page = arena_format(a, "%s%s", cases[i].page, STORY).data;
        reading_fixture r = read_page(a, page);
        CHECK_INT(r.articles.count, 1);
        slice date = date_words(a, &r.articles.items[0]);
        CHECK_AT(slice_equal(date, slice_of(cases[i].date)), "%s: %.*s, not %s", cases[i].page,
                 SLICE_ARGS(date), cases[i].date);
    }
}

#define PART(headline, date, text)                                                                 \
    "<article><h2>" headline "</h2>" date "<p>" text "</p><p>" text " So it was.</p></article>"
#define FELL "Bridge falls into river"
#define DUE  "Ferry is to come"

/* Pages of several articles: "title date" of each, in order. */
static void takes_several_apart(arena *a) {
    static const struct {
        const char *page, *articles;
    } cases[] = {
        {PART(FELL, "<time>May 24, 2024</time>", ONE) PART(DUE, "<time>May 27, 2024</time>", THREE),
         "page.txt " FELL " 2024-05-24 header\npage.txt#2 " DUE " 2024-05-27 header\n"},
        /* the page's own date is the first one's at the most */
        {"<link rel=canonical href='https://harbour.example/2024/05/29/x'>" PART(FELL, "", ONE)
             PART(DUE, "", THREE) PART("Nobody was to blame", "", TWO),
         "page.txt " FELL " 2024-05-29 metadata\npage.txt#2 " DUE " none\n"
         "page.txt#3 Nobody was to blame none\n"},
        /* teasers, a thread with the names of writers, one article that holds most */
        {PART(FELL, "", ONE) "<article><h2>Ferry is to come</h2><p>It will be white.</p></article>",
         "page.txt " FELL " none\n"},
        {PART("Ann", "", ONE) PART("Bo", "", THREE), "page.txt Bo none\n"},
        {"<article><h1>" FELL "</h1><p>" ONE "</p><p>" TWO "</p><p>" THREE "</p><article><h2>" DUE
         "</h2><p>" ONE " So it was.</p></article></article>",
         "page.txt " FELL " none\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reading_fixture r = read_page(a, cases[i].page);
        buffer out = buffer_in(a);
        for (size_t k = 0; k < r.articles.count; k++) {
            const article *x = &r.articles.items[k];
            buffer_print(&out, "%.*s %.*s %.*s\n", SLICE_ARGS(x->id), SLICE_ARGS(x->title),
                         SLICE_ARGS(date_words(a, x)));
        }
        CHECK_AT(slice_equal(buffer_slice(&out), slice_of(cases[i].articles)), "%s:\n%.*s",
                 cases[i].page, SLICE_ARGS(buffer_slice(&out)));
    }
}

static void keeps_the_last_change_apart(arena *a) {
    reading_fixture r = read_page(a, LD("{\"@type\":\"Article\",\"datePublished\":\"2024-05-24\","
                                        "\"dateModified\":\"2024-05-26\"}") STORY);
    CHECK_SLICE(date_words(a, &r.articles.items[0]), "2024-05-24 metadata");
    CHECK_INT(r.articles.items[0].modified.day, day_of(2024, 5, 26));
}

static void says_where_it_is_from(arena *a) {
    reading_fixture r =
        read_page(a, "<html lang=en_GB><title>Bridge | Harbour</title><meta property=og:site_name "
                     "content=Harbour><link rel=canonical href=https://harbour.example/bridge>" LD(
                         "{\"@type\":\"NewsArticle\",\"headline\":\"Bridge &amp; ferry&#8217;s "
                         "fall\",\"author\":[{\"name\":"
                         "\"Ann Lee\"}]}") STORY);
    const article *x = &r.articles.items[0];
    CHECK_SLICE(x->title, "Bridge & ferry\xe2\x80\x99s fall");
    CHECK_SLICE(x->publisher, "Harbour");
    CHECK_SLICE(x->author, "Ann Lee");
    CHECK_SLICE(x->url, "https://harbour.example/bridge");
    CHECK_SLICE(x->language, "en-GB");
}

static void names_what_has_no_article(arena *a) {
    static const char *const pages[] = {"<html>", "<p> </p>", "<script>x</script>",
                                        "<!-- <p>A. -->"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        reading_fixture r = read_page(a, pages[i]);
        CHECK_AT(r.articles.count == 0 && r.said.list.count == 1 &&
                     r.said.list.items[0].status == DATELINE_NO_ARTICLE,
                 "%s: %zu articles, %zu diagnostics", pages[i], r.articles.count,
                 r.said.list.count);
    }
}

/* `piece` very often, then a story: what is above the limits is not read, and that is said. */
static void ends_at_its_limits(arena *a) {
    static const struct {
        const char *before, *piece, *after;
        size_t times;
        bool is_cut;
    } cases[] = {
        {"<div>", "<div>", "", 400, false},      {"<div>", "<div>", "", 100000, true},
        {"<p ", "a%zu=1 ", ">", 150, false},     {"<p ", "a%zu=1 ", ">", 100000, true},
        {"<p>", "<b></b>", "", 3000000, true},   {"<p>", "&amp;", "</p>", 1000000, false},
        {"<!--", "<!--", "-->", 1000000, false}, {"<p title=\"", "<p a='", "\">", 100000, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buffer page = buffer_in(a);
        buffer_add(&page, slice_of(cases[i].before));
        for (size_t k = 0; k < cases[i].times; k++)
            if (strchr(cases[i].piece, '%'))
                buffer_print(&page, "a%zu=1 ", k);
            else
                buffer_add(&page, slice_of(cases[i].piece));
        buffer_add(&page, slice_of(cases[i].after));
        buffer_add(&page, slice_of(STORY));
        reading_fixture r = read_page(a, page.data);
        bool is_cut = r.said.list.count && r.said.list.items[0].status == DATELINE_TOO_LARGE;
        CHECK_AT(is_cut == cases[i].is_cut, "%zu times %s: cut %d", cases[i].times, cases[i].piece,
                 is_cut);
        CHECK_AT(is_cut || r.articles.count == 1, "%s: no article", cases[i].piece);
    }
}

int main(void) {
    RUN_IN_ARENA(tells_what_is_told);
    RUN_IN_ARENA(finds_the_date);
    RUN_IN_ARENA(takes_several_apart);
    RUN_IN_ARENA(keeps_the_last_change_apart);
    RUN_IN_ARENA(says_where_it_is_from);
    RUN_IN_ARENA(names_what_has_no_article);
    RUN_IN_ARENA(ends_at_its_limits);
    return tests_end();
}
