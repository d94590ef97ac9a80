/* SPDX-License-Identifier: MIT */
/*
 * How well sentences and words are found, on a treebank whose text they are laid out from:
 *
 *     bench_split [-e] [-d PREFIX] FILE.conllu[.gz]...
 *
 * prints F1 of sentences and of words, as spans of the text. A paragraph ends at `# newpar`; in a
 * file that has none, behind every sentence that no mark ends (a heading, a caption), which the
 * reading step gives as a block of its own. "Joined" is without that help: a document is one
 * paragraph. -d takes the documents whose ids begin with PREFIX; -e prints what differs.
 */
#include "lang/conllu.h"
#include "lang/tokenise.h"

#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

typedef struct span {
    size_t start, end;
} span;
typedef VECTOR(span) span_list;

typedef struct score {
    size_t gold, found, both;
} score;

typedef struct layout {
    arena *owner;
    buffer text;
    span_list sentences, words, blocks;
} layout;

typedef struct task {
    arena *owner;
    slice bytes, prefix;
    bool tell_errors, has_paragraphs;
    score sentences, joined, words;
} task;

static void add_score(score *s, const span_list *gold, const span_list *found) {
    s->gold += gold->count;
    s->found += found->count;
    for (size_t g = 0, f = 0; g < gold->count && f < found->count;) {
        span a = gold->items[g], b = found->items[f];
        s->both += a.start == b.start && a.end == b.end;
        g += a.end <= b.end;
        f += b.end <= a.end;
    }
}

static void print_score(const char *name, const score *s) {
    double precision = s->found ? (double)s->both / (double)s->found : 0;
    double recall = s->gold ? (double)s->both / (double)s->gold : 0;
    double sum = precision + recall;
    printf("%-20s %7zu  P %6.2f  R %6.2f  F1 %6.2f\n", name, s->gold, 100 * precision, 100 * recall,
           sum > 0 ? 200 * precision * recall / sum : 0);
}

/* ---- Text, laid out from a treebank ------------------------------------------------------- */

/* One that ends a sentence, behind which marks may close. */
static bool ends_with_mark(slice text) {
    static const char *const closing[] = {"\"", "”", "’", "'", ")", "]", "»"};
    static const char *const ending[] = {".", "!", "?", "…"};
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (slice_ends_with(text, slice_of(closing[i])))
            return ends_with_mark((slice){text.data, text.length - strlen(closing[i])});
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        if (slice_ends_with(text, slice_of(ending[i])))
            return true;
    return false;
}

static void lay_out(layout *l, const conllu_sentence *s, bool has_paragraphs) {
    size_t *starts = ARENA_ARRAY(l->owner, size_t, s->words.count);
    slice surface = conllu_surface(s, l->owner, starts);
    slice before = buffer_slice(&l->text);
    bool begins = has_paragraphs ? s->begins_paragraph : !ends_with_mark(before);
    if (l->text.length)
        buffer_add_char(&l->text, ' ');
    size_t at = l->text.length;
    if (begins || !l->blocks.count)
        *vector_push(&l->blocks, l->owner) = (span){at, at};
    buffer_add(&l->text, surface);
    for (size_t i = 0; i < s->words.count; i++)
        *vector_push(&l->words, l->owner) =
            (span){at + starts[i], at + starts[i] + s->words.items[i].form.length};
    l->blocks.items[l->blocks.count - 1].end = l->text.length;
    *vector_push(&l->sentences, l->owner) = (span){at, l->text.length};
}

/* ---- Comparison --------------------------------------------------------------------------- */

static void print_words(const layout *l, const span_list *list, size_t first, size_t end) {
    slice text = buffer_slice(&l->text);
    for (size_t i = first; i < end; i++)
        printf("%s%.*s", i > first ? " | " : "",
               SLICE_ARGS(slice_range(text, list->items[i].start, list->items[i].end)));
}

/* Runs of spans that differ, the gold's first. */
static void print_differences(const char *name, const layout *l, const span_list *gold,
                              const span_list *found) {
    for (size_t g = 0, f = 0; g < gold->count && f < found->count;) {
        size_t g_first = g, f_first = f;
        while (g < gold->count && f < found->count && gold->items[g].end != found->items[f].end) {
            bool g_behind = gold->items[g].end < found->items[f].end;
            g += g_behind;
            f += !g_behind;
        }
        if (g > g_first || f > f_first) {
            printf("%s: ", name);
            print_words(l, gold, g_first, g + 1);
            printf("  ###  ");
            print_words(l, found, f_first, f + 1);
            printf("\n");
        }
        g++;
        f++;
    }
}

static void spans_of_sentences(const sentence_list *from, arena *a, span_list *out) {
    for (size_t i = 0; i < from->count; i++)
        *vector_push(out, a) = (span){from->items[i].start, from->items[i].end};
}

static void compare(task *t, const layout *l) {
    slice text = buffer_slice(&l->text);
    sentence_list sentences = {0}, joined = {0};
    token_list tokens = {0};
    span_list found = {0}, found_joined = {0}, found_words = {0};
    for (size_t i = 0; i < l->blocks.count; i++)
        sentences_split(text, l->blocks.items[i].start, l->blocks.items[i].end, l->owner,
                        &sentences);
    sentences_split(text, 0, text.length, l->owner, &joined);
    for (size_t i = 0; i < sentences.count; i++)
        tokenise(text, sentences.items[i].start, sentences.items[i].end, l->owner, &tokens);
    for (size_t i = 0; i < tokens.count; i++)
        *vector_push(&found_words, l->owner) = (span){tokens.items[i].start, tokens.items[i].end};
    spans_of_sentences(&sentences, l->owner, &found);
    spans_of_sentences(&joined, l->owner, &found_joined);
    add_score(&t->sentences, &l->sentences, &found);
    add_score(&t->joined, &l->sentences, &found_joined);
    add_score(&t->words, &l->words, &found_words);
    if (t->tell_errors) {
        print_differences("sentence", l, &l->sentences, &found);
        print_differences("joined", l, &l->sentences, &found_joined);
        print_differences("word", l, &l->words, &found_words);
    }
}

/* ---- Files -------------------------------------------------------------------------------- */

static dateline_status score_file(void *context) {
    task *t = context;
    conllu_reader reader = conllu_reader_of(t->bytes, SLICE(""), NULL);
    conllu_sentence s;
    layout l = {.owner = t->owner, .text = buffer_in(t->owner)};
    bool wanted = false;
    while (conllu_next(&reader, t->owner, &s)) {
        if (s.begins_document) {
            compare(t, &l);
            l = (layout){.owner = t->owner, .text = buffer_in(t->owner)};
            wanted = slice_starts_with(s.document, t->prefix);
        }
        if (wanted)
            lay_out(&l, &s, t->has_paragraphs);
    }
    compare(t, &l);
    return DATELINE_OK;
}

static slice read_file(const char *path, arena *a) {
    buffer out = buffer_in(a);
    char some[1 << 14];
    gzFile file = gzopen(path, "rb");
    for (int n; file && (n = gzread(file, some, sizeof some)) > 0;)
        buffer_add(&out, (slice){some, (size_t)n});
    if (file)
        gzclose(file);
    return buffer_slice(&out);
}

typedef struct run {
    task *t;
    const char *path;
} run;

static dateline_status load_and_score(void *context) {
    run *r = context;
    r->t->bytes = read_file(r->path, r->t->owner);
    r->t->has_paragraphs = slice_find(r->t->bytes, SLICE("# newpar"), 0) != SIZE_MAX;
    return score_file(r->t);
}

int main(int argc, char **argv) {
    task t = {.prefix = SLICE("")};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "-e") == 0) {
            t.tell_errors = true;
        } else if (strcmp(argv[i], "-d") == 0 && i + 1 < argc) {
            t.prefix = slice_of(argv[++i]);
        } else {
            t.owner = arena_new();
            run r = {&t, argv[i]};
            if (!t.owner || arena_guard(t.owner, load_and_score, &r) != DATELINE_OK)
                return EXIT_FAILURE;
            arena_free(t.owner);
        }
    }
    print_score("sentences", &t.sentences);
    print_score("sentences, joined", &t.joined);
    print_score("words", &t.words);
    return EXIT_SUCCESS;
}
