/* SPDX-License-Identifier: MIT */
#include "lang/conllu.h"
#include "support/check.h"

#define MOST_SENTENCES 8

/* What was read of some bytes. */
typedef struct treebank {
    conllu_sentence sentences[MOST_SENTENCES];
    size_t count;
    diagnostics said;
} treebank;

static treebank read_all(arena *a, slice bytes) {
    treebank t = {.said = diagnostics_in(a)};
    conllu_reader reader = conllu_reader_of(bytes, SLICE("bank"), &t.said);
    while (t.count < MOST_SENTENCES && conllu_next(&reader, a, &t.sentences[t.count]))
        t.count++;
    return t;
}

static slice written(arena *a, const treebank *t) {
    buffer out = buffer_in(a);
    for (size_t i = 0; i < t->count; i++)
        conllu_write(&t->sentences[i], &out);
    return buffer_slice(&out);
}

static const char two_sentences[] = "# newdoc id = quay\n"
                                    "# meta::title = The quay\n"
                                    "# sent_id = quay-1\n"
                                    "# text = The dockers’ walk-out won't last.\n"
                                    "1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\t_\n"
                                    "2-3\tdockers’\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                    "2\tdockers\tdocker\tNOUN\tNNS\t_\t6\tnmod:poss\t_\t_\n"
                                    "3\t’\t's\tPART\tPOS\t_\t2\tcase\t_\t_\n"
                                    "4\twalk\twalk\tNOUN\tNN\t_\t6\tcompound\t_\tSpaceAfter=No\n"
                                    "5\t-\t-\tPUNCT\tHYPH\t_\t4\tpunct\t_\tSpaceAfter=No|Note=x\n"
                                    "6\tout\tout\tNOUN\tNN\t_\t9\tnsubj\t_\t_\n"
                                    "7-8\twon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                    "7\two\twill\tAUX\tMD\t_\t9\taux\t_\t_\n"
                                    "8\tn't\tnot\tPART\tRB\t_\t9\tadvmod\t_\t_\n"
                                    "8.1\tmuch\tmuch\tADV\tRB\t_\t_\t_\t9:advmod\t_\n"
                                    "9\tlast\tlast\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
                                    "10\t.\t.\tPUNCT\t.\t_\t9\tpunct\t_\t_\n"
                                    "\n"
                                    "# newpar\n"
                                    "# sent_id = quay-2\n"
                                    "# text = _\n"
                                    "1\t_\t_\tSYM\tNFP\t_\t0\troot\t_\t_\n"
                                    "\n";

static void reads_what_stands_there(arena *a) {
    treebank t = read_all(a, slice_of(two_sentences));
    const conllu_sentence *s = &t.sentences[0];
    CHECK_INT(t.count, 2);
    CHECK_INT(t.said.list.count, 0);
    CHECK(s->begins_document && !s->begins_paragraph);
    CHECK_SLICE(s->document, "quay");
    CHECK_SLICE(s->id, "quay-1");
    CHECK_SLICE(s->text, "The dockers’ walk-out won't last.");
    CHECK_INT(s->comments.count, 1);
    CHECK_SLICE(s->comments.items[0], "# meta::title = The quay");
    CHECK_INT(s->words.count, 10);
    CHECK_INT(s->ranges.count, 2);
    CHECK_INT(s->empties.count, 1);
    CHECK_INT(s->empties.items[0].after, 8);

    const conllu_word *docker = &s->words.items[1], *hyphen = &s->words.items[4];
    CHECK_SLICE(docker->form, "dockers");
    CHECK_SLICE(docker->lemma, "docker");
    CHECK_SLICE(docker->upos, "NOUN");
    CHECK_SLICE(docker->xpos, "NNS");
    CHECK_SLICE(docker->relation, "nmod:poss");
    CHECK_INT(docker->head, 6);
    CHECK(!docker->space_after && s->words.items[2].space_after && !hyphen->space_after);
    CHECK_SLICE(docker->features, "");
    CHECK_SLICE(hyphen->misc, "Note=x");
    CHECK_INT(s->words.items[8].head, CONLLU_ROOT);

    CHECK(!t.sentences[1].begins_document && t.sentences[1].begins_paragraph);
    CHECK_SLICE(t.sentences[1].words.items[0].form, "_");
    CHECK_SLICE(t.sentences[1].words.items[0].lemma, "_");
    CHECK_SLICE(slice_range(slice_of(two_sentences), t.sentences[1].offset,
                            t.sentences[1].offset + strlen("# newpar")),
                "# newpar");
}

static void writes_what_it_read(arena *a) {
    treebank t = read_all(a, slice_of(two_sentences));
    CHECK_SLICE(written(a, &t), two_sentences);
}

static void lays_out_the_text(arena *a) {
    treebank t = read_all(a, slice_of(two_sentences));
    size_t starts[10];
    slice surface = conllu_surface(&t.sentences[0], a, starts);
    CHECK_SLICE(surface, "The dockers’ walk-out won't last.");
    for (size_t i = 0; i < t.sentences[0].words.count; i++) {
        slice rest = slice_range(surface, starts[i], surface.length);
        CHECK_AT(slice_starts_with(rest, t.sentences[0].words.items[i].form), "word %zu", i);
    }
}

/* Lines of words, shortened: what is told of them and what they are written as. */
static void mends_what_is_wrong(arena *a) {
    static const struct {
        slice bytes;
        size_t complaints, offset; /* of the first */
        const char *written;
    } cases[] = {
        {SLICE(""), 0, 0, ""},
        {SLICE("\n\n# text = none\n\n"), 0, 0, ""},
        {SLICE("no table at all"), 1, 0, ""},
        {SLICE("1\tIt\n"), 1, 0, "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("1\tIt\t_\t_\t_\t_\t_\t_\t_\t_"), 0, 0, "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("\xEF\xBB\xBF"
               "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n1\tIs\t_\t_\t_\t_\t_\t_\t_\t_\r\n"),
         0, 0, "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n1\tIs\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        /* columns that are missing, too many, empty */
        {SLICE("1\tIt\t\t\t\t\t\t\t\t\n"), 1, 0, "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\t7\n"), 1, 0, "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n"), 1, 0,
         "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        /* numbers out of order: heads are no longer to be trusted */
        {SLICE("1\tIt\t_\t_\t_\t_\t3\t_\t_\t_\n3\tis\t_\t_\t_\t_\t0\t_\t_\t_\n"), 1, 21,
         "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n2\tis\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("99999999999999999999\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n"), 1, 0,
         "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        /* heads that are no word */
        {SLICE("1\tIt\t_\t_\t_\t_\t2\tdep\t_\t_\n"), 1, 0, "1\tIt\t_\t_\t_\t_\t_\tdep\t_\t_\n\n"},
        {SLICE("1\tIt\t_\t_\t_\t_\t1\tdep\t_\t_\n"), 1, 0, "1\tIt\t_\t_\t_\t_\t_\tdep\t_\t_\n\n"},
        {SLICE("1\tIt\t_\t_\t_\t_\t-1\tdep\t_\t_\n"), 1, 0, "1\tIt\t_\t_\t_\t_\t_\tdep\t_\t_\n\n"},
        /* ranges and empty nodes out of place */
        {SLICE("1-2\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n"), 1, 0,
         "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n2-1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n"), 1, 21,
         "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("1.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n"), 1, 0,
         "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("0.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n"), 0, 0,
         "0.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        /* a comment inside a sentence, bytes that are no text */
        {SLICE("1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n# late\n"), 1, 21,
         "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("1\tI\xFFt\t_\t_\t_\t_\t_\t_\t_\t_\n"), 1, 3,
         "1\tI\uFFFDt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("# text = a\0\n1\tI\0t\t\0\t_\t_\t_\t_\t_\t_\t_\n"), 0, 0,
         "# text = a\n1\tI t\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("# newdoc id = a\n# newdoc ids = b\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n"), 0, 0,
         "# newdoc id = a\n# newdoc ids = b\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n\n"},
        {SLICE("1\t\0\t_\t_\t_\t_\t_\t_\t_\t_\n"), 1, 0, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        treebank t = read_all(a, cases[i].bytes);
        slice got = written(a, &t);
        CHECK_AT(t.said.list.count == cases[i].complaints, "case %zu: %zu complaints", i,
                 t.said.list.count);
        CHECK_AT(!t.said.list.count || t.said.list.items[0].offset == cases[i].offset,
                 "case %zu: offset %zu", i, t.said.list.items[0].offset);
        CHECK_AT(slice_equal(got, slice_of(cases[i].written)), "case %zu: %.*s", i,
                 SLICE_ARGS(got));
    }
}

static void what_is_wrong_costs_no_more(arena *a) {
    treebank t = read_all(a, SLICE("1\tOne\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                   "\n"
                                   "nothing\n"
                                   "\n"
                                   "# sent_id = b\n"
                                   "1\tTwo\t_\t_\t_\t_\t0\troot\t_\t_\n"));
    CHECK_INT(t.count, 2);
    CHECK_INT(t.said.list.count, 1);
    CHECK_SLICE(t.sentences[1].id, "b");
    CHECK_SLICE(t.sentences[1].words.items[0].form, "Two");
    CHECK_INT(t.sentences[1].words.items[0].head, CONLLU_ROOT);
}

static void what_is_written_is_valid(arena *a) {
    conllu_sentence s = {.begins_document = true, .id = SLICE("a\nb"), .text = SLICE("x\ty")};
    *vector_push(&s.words, a) =
        (conllu_word){.form = SLICE("a\tb"), .lemma = SLICE("a\xFF"), .head = CONLLU_NO_HEAD};
    *vector_push(&s.words, a) = (conllu_word){.space_after = true, .head = 1, .misc = SLICE("A=1")};
    buffer out = buffer_in(a);
    conllu_write(&s, &out);
    CHECK_SLICE(buffer_slice(&out), "# newdoc\n"
                                    "# sent_id = a b\n"
                                    "# text = x y\n"
                                    "1\ta b\ta\uFFFD\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                                    "2\t_\t_\t_\t_\t_\t1\t_\t_\tA=1\n"
                                    "\n");
}

int main(void) {
    RUN_IN_ARENA(reads_what_stands_there);
    RUN_IN_ARENA(writes_what_it_read);
    RUN_IN_ARENA(lays_out_the_text);
    RUN_IN_ARENA(mends_what_is_wrong);
    RUN_IN_ARENA(what_is_wrong_costs_no_more);
    RUN_IN_ARENA(what_is_written_is_valid);
    return tests_end();
}
