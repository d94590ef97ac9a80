/* SPDX-License-Identifier: MIT */
/* What `parse` writes, read back. */
#include "write/conllu_lines.h"

#include "lang/conllu.h"
#include "read/reading_fixture.h"
#include "support/check.h"

static const moment undated = {NO_DAY, NO_MINUTE, NO_ZONE};

static slice parse_text(arena *a, const char *text) {
    reading_fixture r = read_text(a, text, undated);
    buffer out = buffer_in(a);
    for (size_t i = 0; i < r.articles.count; i++)
        conllu_parse_article(&r.articles.items[i], a, &out);
    return buffer_slice(&out);
}

/* Sentences as "ID: word word …" on lines, with "+" where no space follows and "¶" at newpar. */
static slice told(arena *a, slice conllu) {
    conllu_reader reader = conllu_reader_of(conllu, SLICE("out"), NULL);
    conllu_sentence s;
    buffer out = buffer_in(a);
    while (conllu_next(&reader, a, &s)) {
        buffer_print(&out, "%s%.*s:", s.begins_paragraph ? "¶" : "", SLICE_ARGS(s.id));
        for (size_t i = 0; i < s.words.count; i++)
            buffer_print(&out, " %.*s%s", SLICE_ARGS(s.words.items[i].form),
                         s.words.items[i].space_after ? "" : "+");
        buffer_print(&out, "\n");
    }
    return buffer_slice(&out);
}

static void writes_sentences_and_paragraphs(arena *a) {
    slice conllu = parse_text(a, "A heading\n\n"
                                 "It didn't\nfall. The well-known pier   did.Then it rained.\n\n"
                                 "“Why?” he said.");
    CHECK_SLICE(told(a, conllu), "¶page.txt-1: A heading\n"
                                 "¶page.txt-2: It did+ n't fall+ .\n"
                                 "page.txt-3: The well+ -+ known pier did+ .+\n"
                                 "page.txt-4: Then it rained+ .\n"
                                 "¶page.txt-5: “+ Why+ ?+ ” he said+ .\n");
    CHECK(slice_find(conllu, SLICE("# text = It didn't fall.\n"), 0) != SIZE_MAX);
    CHECK(slice_find(conllu, SLICE("# text = The well-known pier did.\n"), 0) != SIZE_MAX);
}

static void tells_what_words_are(arena *a) {
    slice conllu = parse_text(a, "The ferries sank.");
    static const char *const lines[] = {"1\tThe\tthe\tDET\tDT\t", "2\tferries\tferry\tNOUN\tNNS\t",
                                        "3\tsank\tsink\tVERB\tVBD\t", "4\t.\t.\tPUNCT\t.\t"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        CHECK_AT(slice_find(conllu, slice_of(lines[i]), 0) != SIZE_MAX, "%s: %.*s", lines[i],
                 SLICE_ARGS(conllu));
}

static void says_where_documents_begin(arena *a) {
    slice conllu = parse_text(a, "It fell. It rose.");
    CHECK(slice_starts_with(conllu, SLICE("# newdoc id = page.txt\n# newpar\n")));
    CHECK_INT(slice_find(conllu, SLICE("newdoc"), 5), SIZE_MAX);
}

/* What is written for an article's id, in ids of sentences. */
static void mends_ids(arena *a) {
    article x = {.id = SLICE("https://a.example/b c"), .text = SLICE("It fell.")};
    block all = {0, x.text.length, BLOCK_PARAGRAPH};
    x.blocks = &all;
    x.block_count = 1;
    buffer out = buffer_in(a);
    conllu_parse_article(&x, a, &out);
    CHECK(slice_starts_with(buffer_slice(&out),
                            SLICE("# newdoc id = https://a.example/b c\n# newpar\n"
                                  "# sent_id = https:__a.example_b_c-1\n")));
}

static void keeps_words_and_comments(arena *a) {
    document d = {.file = SLICE("in/bank.conllu"),
                  .offset = 3,
                  .form = DOCUMENT_CONLLU,
                  .bytes =
                      SLICE("# newdoc id = one\n# by = hand\n# sent_id = x\n# text = Don't go\n"
                            "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tA=1\n"
                            "1\tDo\twrong\tX\tX\tF=1\t9\tdep\t_\t_\n"
                            "2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                            "2.1\tever\t_\t_\t_\t_\t_\t_\t_\t_\n"
                            "3\tgo\t_\t_\t_\t_\t1\tdep\t1:dep\tB=2\n\n"
                            "1\tSo\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
                            "# newdoc\n1\tTwo\t_\t_\t_\t_\t_\t_\t_\t_\n")};
    article_list articles = {0};
    diagnostics said = diagnostics_in(a);
    buffer out = buffer_in(a);
    conllu_parse_words(&d, a, &articles, &out, &said);
    slice conllu = buffer_slice(&out);
    CHECK_SLICE(told(a, conllu), "x: Do+ n't go\none-2: So\nbank.conllu-1: Two\n");
    CHECK_INT(articles.count, 2);
    CHECK_INT(said.list.count, 1); /* the head that is no word */
    CHECK(slice_starts_with(conllu, SLICE("# newdoc id = one\n# by = hand\n# sent_id = x\n"
                                          "# text = Don't go\n1-2\tDon't\t")));
    static const char *const kept[] = {"A=1", "B=2", "# newdoc id = bank.conllu\n",
                                       "# text = So\n"};
    static const char *const gone[] = {"wrong", "F=1", "2.1", "1:dep"};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        CHECK_AT(slice_find(conllu, slice_of(kept[i]), 0) != SIZE_MAX, "%s", kept[i]);
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        CHECK_AT(slice_find(conllu, slice_of(gone[i]), 0) == SIZE_MAX, "%s", gone[i]);
}

int main(void) {
    RUN_IN_ARENA(writes_sentences_and_paragraphs);
    RUN_IN_ARENA(tells_what_words_are);
    RUN_IN_ARENA(says_where_documents_begin);
    RUN_IN_ARENA(mends_ids);
    RUN_IN_ARENA(keeps_words_and_comments);
    return tests_end();
}
