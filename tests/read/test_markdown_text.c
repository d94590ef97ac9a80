/* SPDX-License-Identifier: MIT */
/* Markdown becomes plain text, block by block. */
#include "read/markdown.h"

#include "base/buffer.h"
#include "reading_fixture.h"
#include "support/check.h"

/* The text, and a letter for the kind of each block. */
static void renders(arena *a) {
    static const struct {
        const char *marked, *text, *letters;
    } cases[] = {
        {"", "", ""},
        {"It fell.", "It fell.", "P"},
        {"It fell\nin the *night*.\n\nThe __mayor__ said so.",
         "It fell in the night.\n\nThe mayor said so.", "PP"},
        {"# Bridge *falls*\nIt fell.\n## Why\n", "Bridge falls\n\nIt fell.\n\nWhy", "HPH"},
        {"Bridge falls\n====\n\nIt fell.", "Bridge falls\n\nIt fell.", "HP"},
        {"The [mayor](https://example.org \"who?\") said [so][1].\n\n[1]: https://example.org/so",
         "The mayor said so.", "P"},
        {"<https://example.org/bridge>", "https://example.org/bridge", "P"},
        {"A `ferry` sails.", "A ferry sails.", "P"},
        {"It \\*fell\\*, 2 * 3 snake_case_names.", "It *fell*, 2 * 3 snake_case_names.", "P"},
        {"- It fell.\n- It *sank*.\n  - It rusted.\n- The end.",
         "It fell.\n\nIt sank.\n\nIt rusted.\n\nThe end.", "PPPP"},
        {"1. It fell.\n\n2. It sank.\n\n   It rusted.", "It fell.\n\nIt sank.\n\nIt rusted.",
         "PPP"},
        {"> It fell,\n> she said.\n>\n> > It sank.", "It fell, she said.\n\nIt sank.", "PP"},
        {"One line  \nand another\\\nand one.", "One line\nand another\nand one.", "P"},
        {"One.\n\n---\n\n***\n\nTwo.", "One.\n\nTwo.", "PP"},
        /* Pictures stand below what they stand in. */
        {"![The *bridge* in May](bridge.png)", "The bridge in May", "C"},
        {"It ![The bridge](b.png) fell ![The river](r.png) down.",
         "It  fell  down.\n\nThe bridge\n\nThe river", "PCC"},
        {"[![One ![two](2.png) three](1.png)](link)\n\nIt fell.", "One two three\n\nIt fell.",
         "CP"},
        {"![](b.png)\n\nIt fell.", "It fell.", "P"},
        /* HTML */
        {"<div class=\"x\">\nIt <b>fell</b>.<br>It sank.<BR/>\n</div>\n\n<!-- note -->",
         "It fell.\nIt sank.", "P"},
        {"3 < 4 & 5 > 4", "3 < 4 & 5 > 4", "P"},
        {"A&amp;B &ndash; &#8217;&#x2019; &euro;5 &unheard; &#0;&#xd800;&#9999999;",
         "A&B \xe2\x80\x93 \xe2\x80\x99\xe2\x80\x99 \xe2\x82\xac"
         "5 &unheard; \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
         "P"},
        {"&nbsp;", "", ""},
        /* Code that is indented is a paragraph, as people write them. */
        {"    It fell.", "It fell.", "P"},
        {"```sh\nmake bridge\n```\n\nIt fell.", "make bridge\n\nIt fell.", "FP"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        article x = {0};
        block_list blocks = {0};
        x.text = markdown_render(a, slice_of(cases[i].marked), &blocks);
        x.blocks = blocks.items;
        x.block_count = blocks.count;
        CHECK_SLICE(x.text, cases[i].text);
        CHECK_SLICE(block_letters(a, &x), cases[i].letters);
    }
}

/* Blocks lie one behind the other with an empty line between them. */
static void blocks_cover_the_text(arena *a) {
    block_list blocks = {0};
    slice text = markdown_render(a, SLICE("# A\n\n- b\n- c\n\n![d](e)\n\n  f  "), &blocks);
    size_t at = 0;
    CHECK_INT(blocks.count, 5);
    for (size_t i = 0; i < blocks.count; i++, at += 2) {
        CHECK_INT(blocks.items[i].start, at);
        at = blocks.items[i].end;
        CHECK(at == text.length ||
              slice_starts_with(slice_range(text, at, text.length), SLICE("\n\n")));
    }
    CHECK_INT(at, text.length + 2);
}

/* Neither the stack nor time ends where marks are many and deep. */
static void depth_is_no_danger(arena *a) {
    static const struct {
        const char *open, *close;
        size_t times;
    } cases[] = {
        {"> ", "", 20000},    {"- ", "", 5000},      {"*", "*", 50000},
        {"[", "](x)", 50000}, {"![", "](x)", 50000}, {"![", "", 50000},
        {"a`", "", 50000},    {"<", "", 50000},      {"&", "", 50000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buffer marked = buffer_in(a);
        for (size_t j = 0; j < cases[i].times; j++)
            buffer_add(&marked, slice_of(cases[i].open));
        buffer_add(&marked, SLICE("fell"));
        for (size_t j = 0; j < cases[i].times; j++)
            buffer_add(&marked, slice_of(cases[i].close));
        block_list blocks = {0};
        slice text = markdown_render(a, buffer_slice(&marked), &blocks);
        CHECK_AT(slice_find(text, SLICE("fell"), 0) != SIZE_MAX, "%s", cases[i].open);
    }
}

/* What stands in memory behind the text is no part of it. */
static void nothing_behind_counts(arena *a) {
    static const char *behind[] = {"[a][b](c) d", "[a][b](c\") d", "[a][b](c<d>)"};
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        block_list blocks = {0};
        slice text = markdown_render(a, (slice){behind[i], strlen("[a][b](c")}, &blocks);
        CHECK_SLICE(text, "[a][b](c");
    }
}

int main(void) {
    RUN_IN_ARENA(renders);
    RUN_IN_ARENA(blocks_cover_the_text);
    RUN_IN_ARENA(depth_is_no_danger);
    RUN_IN_ARENA(nothing_behind_counts);
    return tests_end();
}
