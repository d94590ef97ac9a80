/* SPDX-License-Identifier: MIT */
/* The chronology in Markdown: heads, links, quotes, and text that must not become markup. */
#include "support/check.h"
#include "write/timeline_fixture.h"

static void check_holds(slice text, const char *part) {
    CHECK_AT(slice_find(text, slice_of(part), 0) != SIZE_MAX, "not said:\n%s\nin:\n%.*s", part,
             SLICE_ARGS(text));
}

static void says_what_happened(arena *a) {
    slice text = fixture_written(a, fixture_timeline(a), write_markdown, 0);
    check_holds(text, "# The flood at Nether Wallow\n\n13 events, 1990–2024, from 4 articles\n\n"
                      "## 1990s\n\n**1990s** — Houses were built in the river meadow \\[3\\]\n\n"
                      "> In the 1990s houses");
    check_holds(text, "\n## 2024\n\n### January\n\n**3 January 2024, 20:05** — The dike");
    check_holds(text,
                "\n**4 January 2024** — Sand was sold at three times its price \\[2\\]\n\n"
                "Alleged, according to the consumers’ union\n\n"
                "Date inferred from when the other articles were published\n\n> Sand was sold");
    check_holds(text, "\n> — Wallow Courier, 4 January 2024 "
                      "\\[[1](https://news.example/boats.html?a=1&b=%282%29)\\]\n");
    check_holds(text, "\n3. history.txt, undated, articles/history.txt\n\n1 more article was");
}

/* An article's best quote stands for it. */
static void quotes_each_article_once(arena *a) {
    slice text = fixture_written(a, fixture_timeline(a), write_markdown, 0);
    check_holds(text, "> The dike gave way at five past eight");
    check_holds(text, "> Water ran into the streets of the lower town.\n");
    CHECK(slice_find(text, SLICE("under water"), 0) == SIZE_MAX);
}

static void takes_no_markup_from_the_text(arena *a) {
    slice text = fixture_written(a, fixture_hostile(a), write_markdown, 0);
    check_holds(text,
                "# \\# \\<script\\>alert(1)\\</script\\> \\[31m \\*bold\\* Second line of it\n");
    check_holds(text, "> \\- not a list \\&amp; not \\<b\\>markup\\</b\\> \\#\\# nor a head\n");
    check_holds(text, "> 10\\. not a list either\n");
    check_holds(text, "(https://news.example/a%20b%29%3Cc%3E%22%0A)");
    check_holds(text, "1. \\[x\\](javascript:alert(1)): 1\\. \"Quoted\", \\_so\\_, 4 January 2024");
}

int main(void) {
    RUN_IN_ARENA(says_what_happened);
    RUN_IN_ARENA(quotes_each_article_once);
    RUN_IN_ARENA(takes_no_markup_from_the_text);
    return tests_end();
}
