/* SPDX-License-Identifier: MIT */
/* From a page to articles: its date, its title, what of it is told from, and where it is cut. */
#include "reading_fixture.h"

#include "base/buffer.h"
#include "support/check.h"
#include "support/repeated.h"

/* Two paragraphs in full, as only the text of an article has. */
#define STORY                                                                                      \
    "The bridge over the river gave way in the night, and nobody was hurt, the mayor said.\n\n"    \
    "Engineers had warned of rust in its cables twice, according to letters that were read "       \
    "out.\n"

static const moment undated = {NO_DAY, NO_MINUTE, NO_ZONE};

static void finds_the_date(arena *a) {
    static const struct {
        const char *head, *date, *letters;
    } cases[] = {
        {"", "none", "PP"},
        {"2024-04-02 21:41 Last Updated At:21:51\n\n", "2024-04-02T21:41 header", "FPP"},
        {"date 2024-05-24 ", "2024-05-24 header", "FPP"},
        {"Published: 24 May 2024\n\n", "2024-05-24 header", "FPP"},
        {"PUBLISHED ON FRIDAY, MAY 24, 2024 AT 9:05 AM\n\n", "2024-05-24T09:05 header", "FPP"},
        {"Posted on 24 May 2024 by Ann Lee\n\n", "2024-05-24 header", "FPP"},
        {"May 24, 2024, 4:23 pm EDT\n\n", "2024-05-24T16:23-04:00 header", "FPP"},
        {"May 24, 2024\n\n", "2024-05-24 header", "FPP"},
        {"By Ann Lee | May 24, 2024\n\n", "2024-05-24 header", "FPP"},
        {"By Ann Lee, Staff Writer\n\nMay 24, 2024\n\n", "2024-05-24 header", "FFPP"},
        {"By Ann Lee OSLO | Fri May 24, 2024 4:23 pm EDT ", "2024-05-24T16:23-04:00 header", "FPP"},
        {"(Updated May 25, 2024)\n\n", "2024-05-25 header", "FPP"},
        {"Updated May 25, 2024\n\nPublished May 24, 2024\n\n", "2024-05-24 header", "FFPP"},
        {"Last modified: 25 May 2024\n\n24 May 2024\n\n", "2024-05-24 header", "FFPP"},
        {"Bridge falls into the river\n\nMay 24, 2024\n\n", "2024-05-24 header", "HFPP"},
        {"OSLO, May 24, 2024 \xe2\x80\x94 ", "2024-05-24 dateline", "FPP"},
        {"OSLO, Norway, May 24, 2024 (AP) \xe2\x80\x94 ", "2024-05-24 dateline", "FPP"},
        {"OSLO (AP) \xe2\x80\x94 ", "none", "FPP"},
        {"Published: 30 February 2024\n\n", "none", "FPP"},
        /* What is told is no date line. */
        {"May 24, 2024, was a day like any other, and the trains ran on time until the evening "
         "came.\n\n",
         "none", "PPP"},
        {"On May 24, 2024, the trains ran on time, and nobody thought of the bridge by the "
         "mill.\n\n",
         "none", "PPP"},
        {"Published May 24, 2024 in a journal, the study said that rust had eaten through the "
         "cables.\n\n",
         "none", "PPP"},
        {"By then it was over.\n\n", "none", "PPP"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = arena_format(a, "%s%s", cases[i].head, STORY).data;
        reading_fixture r = read_text(a, text, undated);
        CHECK_INT(r.articles.count, 1);
        const article *x = &r.articles.items[0];
        CHECK_AT(slice_equal(date_words(a, x), slice_of(cases[i].date)), "\"%s\": %.*s, not %s",
                 cases[i].head, SLICE_ARGS(date_words(a, x)), cases[i].date);
        CHECK_AT(slice_equal(block_letters(a, x), slice_of(cases[i].letters)),
                 "\"%s\": %.*s, not %s", cases[i].head, SLICE_ARGS(block_letters(a, x)),
                 cases[i].letters);
    }
}

static void date_below_the_text_is_not_its_own(arena *a) {
    reading_fixture r = read_text(a, STORY "\nMay 3, 2024\n\n" STORY, undated);
    CHECK_SLICE(date_words(a, &r.articles.items[0]), "none");
}

static void days_of_a_chronology_are_headings(arena *a) {
    reading_fixture r = read_text(a,
                                  "May 3, 2024\n\nIt rained.\n\nMay 4, 2024\n\nIt rained more.\n\n"
                                  "May 5, 2024\n\nThe dam broke.\n",
                                  undated);
    CHECK_SLICE(date_words(a, &r.articles.items[0]), "none");
    CHECK_SLICE(block_letters(a, &r.articles.items[0]), "HPHPHP");
}

static void option_dates_the_undated(arena *a) {
    moment option = {day_of(2024, 6, 1), NO_MINUTE, NO_ZONE};
    reading_fixture r = read_text(a, STORY, option);
    CHECK_SLICE(date_words(a, &r.articles.items[0]), "2024-06-01 option");
    CHECK_INT(r.said.list.count, 0);
    r = read_text(a, "May 24, 2024\n\n" STORY, option);
    CHECK_SLICE(date_words(a, &r.articles.items[0]), "2024-05-24 header");
}

static void says_what_is_undated_or_impossible(arena *a) {
    reading_fixture r = read_text(a, "Published: 30 February 2024\n\n" STORY, undated);
    CHECK_INT(r.said.list.count, 3);
    CHECK_INT(r.said.list.items[0].status, DATELINE_BAD_DATE);
    CHECK_INT(r.said.list.items[0].offset, 100 + 11);
    CHECK_INT(r.said.list.items[1].status, DATELINE_UNDATED);
    CHECK_INT(r.said.list.items[1].severity, DATELINE_NOTE);
    CHECK_INT(r.said.list.items[2].status, DATELINE_LEFT_OUT);
    CHECK_SLICE(
        slice_of(r.said.list.items[2].message),
        "parts that are furniture: 1, that are repeated: 0; these 27 of 207 bytes of the text "
        "are not told from");
}

static void tells_the_parts_of_a_page(arena *a) {
    static const struct {
        const char *block, *letter;
    } cases[] = {
        {"FILE - The bridge is seen in May. (Ann Lee/City News via AP, File)", "C"},
        {"In this photo provided by the fire brigade, the bridge lies in the river.", "C"},
        {"The mayor looks at the bridge on Friday. (Image: Reuters)", "C"},
        {"The mayor looks at the bridgePhoto: Ann Lee / City News", "C"},
        {"(AP Photo/Ann Lee)", "F"},
        {"Photo: Ann Lee", "F"},
        {"Recommended Articles", "F"},
        {"Advertisement", "F"},
        {"5 min read", "F"},
        {"More Images", "F"},
        {"Skip to Content", "F"},
        {"Follow our coverage of the bridge at https://example.org/bridge", "F"},
        {"https://example.org/bridge", "F"},
        {"ALSO READ | Rust Found In Six More Bridges", "F"},
        {"Copyright 2024 City News. All rights reserved.", "F"},
        {"\xc2\xa9 City News", "F"},
        {"(This story has not been edited by our staff.)", "F"},
        {"(Reporting by Ann Lee; editing by Bo Ek)", "F"},
        {"Bo Ek in Bergen contributed to this report.", "F"},
        {"___", "F"},
        {"Share", "F"},
        {"What the letters said", "H"},
        /* Told, although they look like one of those. */
        {"Share prices fell by a third on Friday, and the builder's stock was no exception.", "P"},
        {"Related costs rose to 3 million, the report said.", "P"},
        {"More images of the bridge were shown in court on Friday.", "P"},
        {"Follow the river and you come to the next bridge, which is no better.", "P"},
        {"The group (which he called the PKK/YPG) denied it.", "P"},
        {"He left (via Warsaw).", "P"},
        {"Home owners were told to leave.", "P"},
        {"\xd0\x9c\xd0\xbe\xd1\x81\xd1\x82 \xd1\x80\xd1\x83\xd1\x85\xd0\xbd\xd1\x83\xd0\xbb.", "P"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = arena_format(a, "%s\n%s\n\n%s", STORY, cases[i].block,
                                        "Traffic was sent over the next bridge for the time being, "
                                        "which is a mile away or more.\n")
                               .data;
        reading_fixture r = read_text(a, text, undated);
        slice got = block_letters(a, &r.articles.items[0]);
        const char *wanted = arena_format(a, "PP%sP", cases[i].letter).data;
        CHECK_AT(slice_equal(got, slice_of(wanted)), "\"%s\": %.*s, not %s", cases[i].block,
                 SLICE_ARGS(got), wanted);
    }
}

static void links_go_on_line_by_line(arena *a) {
    reading_fixture r = read_text(a,
                                  STORY "\nALSO READ | Rust Found In Six More Bridges\n"
                                        "Mayor Slams The Builder Of The Bridge\n" STORY,
                                  undated);
    CHECK_SLICE(block_letters(a, &r.articles.items[0]), "PPFFRR");
}

static void repeated_words_are_told_once(arena *a) {
    reading_fixture r = read_text(a,
                                  "Bridge falls into the river\n\nBridge  falls into\tthe river\n\n"
                                  "NET\n\n" STORY "\n" STORY,
                                  undated);
    CHECK_SLICE(block_letters(a, &r.articles.items[0]), "HRFPPRR");
    CHECK_SLICE(r.articles.items[0].title, "Bridge falls into the river");
}

/* White space of another kind makes no other words, wherever in a long line it stands. */
static void white_space_makes_no_other_words(arena *a) {
    slice line = repeated(a, "", "ab ", 60, "end.");
    for (size_t at = 2; at + 4 < line.length; at += 3) {
        static const char *const spaces[] = {"  ", "\t"};
        for (size_t i = 0; i < 2; i++) {
            slice text =
                arena_format(a, "%.*s\n\n%.*s%s%.*s\n", SLICE_ARGS(line), (int)at, line.data,
                             spaces[i], (int)(line.length - at - 1), line.data + at + 1);
            reading_fixture r = read_text(a, text.data, undated);
            CHECK_SLICE(block_letters(a, &r.articles.items[0]), "PR");
        }
    }
}

static void a_page_is_no_harder_for_being_long(arena *a) {
    buffer text = buffer_in(a);
    for (int i = 0; i < 200000; i++)
        buffer_print(&text, "Paragraph %d tells of a bridge that fell into the river.\n", i / 2);
    reading_fixture r = read_text(a, buffer_slice(&text).data, undated);
    size_t repeated = 0;
    for (size_t i = 0; i < r.articles.items[0].block_count; i++)
        repeated += r.articles.items[0].blocks[i].kind == BLOCK_REPEATED;
    CHECK_INT(repeated, 100000);
}

static void finds_the_title(arena *a) {
    static const struct {
        const char *head, *title;
    } cases[] = {
        {"", ""},
        {"Bridge falls into the river\n\n", "Bridge falls into the river"},
        {"World News\n\nBridge falls into the river\n\n", "Bridge falls into the river"},
        {"Skip to Content\n\nBridge falls into the river\n\n", "Bridge falls into the river"},
        {"May 24, 2024\n\nBridge falls into the river\n\n", "Bridge falls into the river"},
        {"The mayor looks at the river. (Image: Reuters)\n\n", ""},
        {"Nobody was hurt.\n\n", ""},
        /* Navigation is none. */
        {"Front  News  World  Trade  Sport  Weather\n\nBridge falls into the river\n\n",
         "Bridge falls into the river"},
        {"Front News World Trade Sport Weather\n\n", ""},
        {"Harbour News\n\n", ""},
        {"May 24, 2024\n\n", ""},
        /* Capitals are no hindrance, where a word of a sentence is among them. */
        {"Front News World Trade\n\nBRIDGE FALLS INTO RIVER\n\n", "BRIDGE FALLS INTO RIVER"},
        {"Harbour News\n\nMayor Reopens Bridge\n\n", "Mayor Reopens Bridge"},
        /* Capitalised words that the text has, too, are no navigation. */
        {"Front News World Trade\n\nNight Bridge Drama: Nobody Hurt\n\n",
         "Night Bridge Drama: Nobody Hurt"},
        {"World\n\nBridge collapses\n\n", "Bridge collapses"},
        {"Bridge collapses\n\nTen ships wait in the harbour\n\n", "Ten ships wait in the harbour"},
        {"\xd0\x9c\xd0\xbe\xd1\x81\xd1\x82 \xd1\x80\xd1\x83\xd1\x85\xd0\xbd\xd1\x83\xd0\xbb\n\n",
         "\xd0\x9c\xd0\xbe\xd1\x81\xd1\x82 \xd1\x80\xd1\x83\xd1\x85\xd0\xbd\xd1\x83\xd0\xbb"},
        /* What the page repeats comes first. */
        {"Ten ships wait in the harbour\n\nBridge falls into the river\n\nWORLD\n\n"
         "Bridge  falls into\tthe river\n\n",
         "Bridge falls into the river"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = arena_format(a, "%s%s", cases[i].head, STORY).data;
        reading_fixture r = read_text(a, text, undated);
        CHECK_SLICE(r.articles.items[0].title, cases[i].title);
    }
}

/* ---- Blocks ------------------------------------------------------------------------------ */

static void cuts_blocks(arena *a) {
    static const struct {
        const char *text;
        size_t blocks;
    } cases[] = {
        {"One line is a paragraph.\nThe next is another.\n", 2},
        {"A wrapped text goes on in the\nnext line, and then in\nthe one below it.\n", 1},
        {"A wrapped text goes on in the\nnext line.\n\nThen there is\nanother paragraph.\n", 2},
        {"With the ends of DOS.\r\n\r\nTwo paragraphs.\r\n", 2},
        {"\n\n  \n\xc2\xa0\nOne.\n \xc2\xa0 \nTwo.", 2},
        {"No end of line", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reading_fixture r = read_text(a, cases[i].text, undated);
        CHECK_AT(r.articles.items[0].block_count == cases[i].blocks, "\"%s\": %zu blocks, not %zu",
                 cases[i].text, r.articles.items[0].block_count, cases[i].blocks);
    }
}

/* In order, without overlap, and nothing but white space between them. */
static void blocks_cover_the_text(arena *a) {
    reading_fixture r = read_text(
        a, " date 2024-05-24 A bridge fell.\n\n  Share  \nMore\n\nIt was old.\xc2\xa0\n", undated);
    const article *x = &r.articles.items[0];
    size_t end = 0;
    for (size_t i = 0; i <= x->block_count; i++) {
        size_t start = i < x->block_count ? x->blocks[i].start : x->text.length;
        for (; end < start; end++)
            CHECK(strchr(" \n\xc2\xa0", x->text.data[end]));
        CHECK_INT(end, start);
        end = i < x->block_count ? x->blocks[i].end : end;
    }
    CHECK_SLICE(block_words(x, 0), "date 2024-05-24");
    CHECK_SLICE(block_words(x, 1), "A bridge fell.");
}

/* ---- Pages of two articles --------------------------------------------------------------- */

#define SECOND                                                                                     \
    "BERN, Switzerland (AP) \xe2\x80\x94 A tunnel was closed to all traffic by its keepers, a "    \
    "spokesman said Thursday.\n\n"                                                                 \
    "Water had come through the roof of the tunnel for weeks, and nobody knew from where.\n"

static void cuts_off_the_next_article(arena *a) {
    reading_fixture r =
        read_text(a,
                  "OSLO (AP) \xe2\x80\x94 " STORY "\nTunnel closed to all traffic\n\n"
                  "May 3, 2024\n\n" SECOND,
                  undated);
    CHECK_INT(r.articles.count, 2);
    const article *second = &r.articles.items[1];
    CHECK_SLICE(second->id, "page.txt#2");
    CHECK_SLICE(second->title, "Tunnel closed to all traffic");
    CHECK_SLICE(date_words(a, second), "2024-05-03 header");
    CHECK_SLICE(date_words(a, &r.articles.items[0]), "none");
    CHECK(slice_starts_with(second->text, SLICE("Tunnel closed to all traffic\n\nMay 3, 2024")));
    CHECK_SLICE(block_words(second, 0), "Tunnel closed to all traffic");
    CHECK(slice_find(r.articles.items[0].text, SLICE("unnel"), 0) == SIZE_MAX);
    for (size_t i = 0; i < 2; i++)
        article_set_digest(&r.articles.items[i], a);
    CHECK(strcmp(second->digest, r.articles.items[0].digest) != 0);
}

/* However many articles stand on a page, their texts together are no longer than it. */
static void many_articles_share_the_page(arena *a) {
    enum { MANY = 500 };
    buffer page = buffer_in(a);
    for (size_t i = 0; i < MANY; i++)
        buffer_print(&page, "PLACE%c%c (AP) - %s\n", (char)('A' + i % 26), (char)('A' + i / 26),
                     STORY);
    reading_fixture r = read_document(a, DOCUMENT_TEXT, buffer_slice(&page));
    CHECK_INT(r.articles.count, MANY);
    size_t length = 0;
    for (size_t i = 0; i < r.articles.count; i++) {
        length += r.articles.items[i].text.length;
        CHECK(slice_starts_with(r.articles.items[i].text, SLICE("PLACE")));
    }
    CHECK_INT(length, page.length);
}

/* Neither the same place again, nor little text above it, nor an acronym. */
static void one_place_is_one_article(arena *a) {
    reading_fixture r = read_text(a, SECOND "\n" STORY "\n" SECOND, undated);
    CHECK_INT(r.articles.count, 1);
    r = read_text(a, "One line.\n\n" SECOND, undated);
    CHECK_INT(r.articles.count, 1);
    r = read_text(a,
                  STORY "\n" STORY "\nThe Bridge Building Board (BBB) - it is new - fell, too.\n",
                  undated);
    CHECK_INT(r.articles.count, 1);
}

static void captions_date_the_next_article(arena *a) {
    static const struct {
        const char *captions, *date;
    } cases[] = {
        {"", "none"},
        {"FILE - The tunnel, Wednesday, May 1, 2024. (Bo Ek via AP)\n", "2024-05-02 inferred"},
        {"FILE - The tunnel, Thursday, May 2, 2024. (Bo Ek via AP)\n", "2024-05-02 inferred"},
        {"FILE - The tunnel, Friday, May 3, 2024. (Bo Ek via AP)\n\n"
         "FILE - The roof, Tuesday, April 30, 2024. (Bo Ek via AP)\n",
         "2024-05-09 inferred"},
        {"FILE - The tunnel on May 1, 2024. (Bo Ek via AP)\n", "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = arena_format(a, "May 20, 2024\n\nOSLO (AP) - %s\n%s\n%s", STORY, SECOND,
                                        cases[i].captions)
                               .data;
        reading_fixture r = read_text(a, text, undated);
        CHECK_INT(r.articles.count, 2);
        CHECK_SLICE(date_words(a, &r.articles.items[0]), "2024-05-20 header");
        CHECK_SLICE(date_words(a, &r.articles.items[1]), cases[i].date);
    }
}

/* ---- Bytes and front matter --------------------------------------------------------------- */

static void keeps_the_text_as_it_is(arena *a) {
    reading_fixture r = read_document(a, DOCUMENT_TEXT, SLICE(" A bridge\0fell.\r\n"));
    CHECK_SLICE(r.articles.items[0].text, " A bridge fell.\r\n");
    CHECK_SLICE(r.articles.items[0].id, "page.txt");
    CHECK_SLICE(r.articles.items[0].file, "folder/page.txt");
}

/* Marks of direction and characters of no width hide no date and no name. */
static void reads_what_is_seen(arena *a) {
    reading_fixture r = read_text(a,
                                  "\xe2\x80\xaa"
                                  "Published: \xe2\x80\x8e"
                                  "24 M\xc2\xad"
                                  "ay \xe2\x80\x8b"
                                  "2024\xe2\x80\xac\n\nAnn \xe2\x81\xa6Lee\xe2\x81\xa9 fell.\n",
                                  undated);
    CHECK_SLICE(date_words(a, &r.articles.items[0]), "2024-05-24 header");
    CHECK_SLICE(r.articles.items[0].text, "Published: 24 May 2024\n\nAnn Lee fell.\n");
}

static void says_where_utf8_ends(arena *a) {
    reading_fixture r = read_document(a, DOCUMENT_TEXT, SLICE("A caf\xe9."));
    CHECK_INT(r.articles.count, 0);
    CHECK_INT(r.said.list.count, 1);
    CHECK_INT(r.said.list.items[0].status, DATELINE_BAD_UTF8);
    CHECK_INT(r.said.list.items[0].offset, 105);
    CHECK_INT(r.said.list.items[0].severity, DATELINE_SKIPPED);
}

static void space_is_no_article(arena *a) {
    static const struct {
        document_form form;
        const char *bytes;
    } cases[] = {
        {DOCUMENT_TEXT, "\n\xc2\xa0"},
        {DOCUMENT_MARKDOWN, "---\na: b\n---\n \xc2\xa0\n"},
        {DOCUMENT_JSON, "{\"text\": \"\\u00a0\\n\"}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reading_fixture r = read_document(a, cases[i].form, slice_of(cases[i].bytes));
        CHECK_INT(r.articles.count, 0);
        CHECK_INT(r.said.list.count, 1);
        CHECK_INT(r.said.list.items[0].status, DATELINE_NO_ARTICLE);
    }
}

static void reads_front_matter(arena *a) {
    reading_fixture r =
        read_document(a, DOCUMENT_MARKDOWN,
                      SLICE("---\ntitle: \"A: bridge\"\nDate: 2024-05-24\n"
                            "source: 'City News'\nid: b-1\ntags: [a, b]\n"
                            "url: https://example.org/b\nlanguage: en\n---\n"
                            "# Heading\n\n- It *fell*.\n- It sank.\n\nThe end\n===\n"));
    const article *x = &r.articles.items[0];
    CHECK_SLICE(x->title, "A: bridge");
    CHECK_SLICE(x->publisher, "City News");
    CHECK_SLICE(x->id, "b-1");
    CHECK_SLICE(x->url, "https://example.org/b");
    CHECK_SLICE(x->language, "en");
    CHECK_SLICE(date_words(a, x), "2024-05-24 metadata");
    CHECK_SLICE(block_letters(a, x), "HPPH");
    CHECK_SLICE(x->text, "Heading\n\nIt fell.\n\nIt sank.\n\nThe end");
}

/* What the values may look like; `title` and `author` of each. */
static void reads_values_of_front_matter(arena *a) {
    static const struct {
        const char *lines, *title, *author;
    } cases[] = {
        {"title: Fire: two hurt # a comment\nauthor: Ann Lee", "Fire: two hurt", "Ann Lee"},
        {"title: \"The \\\"old\\\" caf\\u00e9\\tburned\"\nauthor: 'Pat O''Neil'",
         "The \"old\" caf\xc3\xa9 burned", "Pat O'Neil"},
        {"title: No. 5#1\nauthors: [Ann Lee, \"Bo, Ek\", 'C']  # three", "No. 5#1",
         "Ann Lee, Bo, Ek, C"},
        {"authors: [Ann Lee, #four\ntitle: T", "T", "Ann Lee"},
        {"authors:\n  - Ann Lee\n  - \"Bo Ek\"\ntitle: T", "T", "Ann Lee, Bo Ek"},
        {"authors:\n- Ann Lee\n- Bo Ek\ntitle: T", "T", "Ann Lee, Bo Ek"},
        {"title: >-\n  The bridge\n  fell\n\nauthor:\n  name: Ann", "The bridge fell", ""},
        {"image:\n  title: A picture\ntitle: The page\nauthor: []", "The page", ""},
        {"title: \"never closed\nauthor: [Ann, Bo", "never closed", "Ann, Bo"},
        {"title: \"\\u12\\x\\\"\nauthor: ''", "u12x\"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice page = arena_format(a, "---\n%s\n---\nIt *fell*.\n", cases[i].lines);
        reading_fixture r = read_document(a, DOCUMENT_MARKDOWN, page);
        CHECK_INT(r.articles.count, 1);
        CHECK_SLICE(r.articles.items[0].title, cases[i].title);
        CHECK_SLICE(r.articles.items[0].author, cases[i].author);
        CHECK_SLICE(r.articles.items[0].text, "It fell.");
    }
}

static void unclosed_front_matter_is_text(arena *a) {
    reading_fixture r = read_document(a, DOCUMENT_MARKDOWN, SLICE("---\ntitle: A\n\nIt fell.\n"));
    CHECK_SLICE(r.articles.items[0].text, "title: A\n\nIt fell.");
}

static void reads_pages_of_markdown(arena *a) {
    reading_fixture r = read_document(
        a, DOCUMENT_MARKDOWN,
        SLICE("# World\n\n# Bridge *falls* into [the river](x)\n\n**Published:** 24 May 2024\n\n"
              "![The bridge in May](bridge.png)\n\n" STORY));
    const article *x = &r.articles.items[0];
    CHECK_SLICE(x->title, "Bridge falls into the river");
    CHECK_SLICE(date_words(a, x), "2024-05-24 header");
    CHECK_SLICE(block_letters(a, x), "HHFCPP");
    r = read_document(a, DOCUMENT_MARKDOWN, SLICE("---\ntitle: A\n---\n<!-- nothing -->\n\n---\n"));
    CHECK_INT(r.articles.count, 0);
    CHECK_INT(r.said.list.count, 1);
    CHECK_INT(r.said.list.items[0].status, DATELINE_NO_ARTICLE);
}

static void words_and_codes(arena *a) {
    (void)a;
    published_from from = PUBLISHED_NONE;
    CHECK(published_from_named(SLICE("inferred"), &from));
    CHECK_INT(from, PUBLISHED_INFERRED);
    CHECK(!published_from_named(SLICE("guessed"), &from));
    CHECK_SLICE(published_from_word(PUBLISHED_HEADER), "header");
    CHECK_SLICE(block_kind_word(BLOCK_REPEATED), "repeated");
}

int main(void) {
    RUN_IN_ARENA(finds_the_date);
    RUN_IN_ARENA(date_below_the_text_is_not_its_own);
    RUN_IN_ARENA(days_of_a_chronology_are_headings);
    RUN_IN_ARENA(option_dates_the_undated);
    RUN_IN_ARENA(says_what_is_undated_or_impossible);
    RUN_IN_ARENA(tells_the_parts_of_a_page);
    RUN_IN_ARENA(links_go_on_line_by_line);
    RUN_IN_ARENA(repeated_words_are_told_once);
    RUN_IN_ARENA(white_space_makes_no_other_words);
    RUN_IN_ARENA(a_page_is_no_harder_for_being_long);
    RUN_IN_ARENA(finds_the_title);
    RUN_IN_ARENA(cuts_blocks);
    RUN_IN_ARENA(blocks_cover_the_text);
    RUN_IN_ARENA(cuts_off_the_next_article);
    RUN_IN_ARENA(many_articles_share_the_page);
    RUN_IN_ARENA(one_place_is_one_article);
    RUN_IN_ARENA(captions_date_the_next_article);
    RUN_IN_ARENA(keeps_the_text_as_it_is);
    RUN_IN_ARENA(reads_what_is_seen);
    RUN_IN_ARENA(says_where_utf8_ends);
    RUN_IN_ARENA(space_is_no_article);
    RUN_IN_ARENA(reads_front_matter);
    RUN_IN_ARENA(reads_values_of_front_matter);
    RUN_IN_ARENA(unclosed_front_matter_is_text);
    RUN_IN_ARENA(reads_pages_of_markdown);
    RUN_IN_ARENA(words_and_codes);
    return tests_end();
}
