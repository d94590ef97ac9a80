/* SPDX-License-Identifier: MIT */
/*
 * What each step costs: reads the articles of the files given, then runs each step on all of them
 * on one core, and prints the megabytes of article text a second, best of several rounds. A step's
 * figure is for that step with those it needs, so the table falls.
 */
#include "event/eventive.h"
#include "event/extract.h"
#include "lang/parser.h"
#include "lang/tagger.h"
#include "lang/tokenise.h"
#include "timeline/build.h"

#include <stdio.h>
#include <time.h>

#define ROUNDS 3

typedef struct bench {
    article_list articles;
    size_t bytes; /* of article text */
    arena *kept;  /* of the articles */
} bench;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void split_article(const article *x, arena *a, sentence_list *out) {
    for (size_t i = 0; i < x->block_count; i++)
        sentences_split(x->text, x->blocks[i].start, x->blocks[i].end, a, out);
}

static void step_split(const article *x, arena *a) {
    sentence_list sentences = {0};
    split_article(x, a, &sentences);
}

static void step_cut(const article *x, arena *a) {
    sentence_list sentences = {0};
    token_list tokens = {0};
    split_article(x, a, &sentences);
    for (size_t i = 0; i < sentences.count; i++)
        tokenise(x->text, sentences.items[i].start, sentences.items[i].end, a, &tokens);
}

static void step_analyse(const article *x, arena *a) {
    sentence_list sentences = {0};
    split_article(x, a, &sentences);
    for (size_t i = 0; i < sentences.count; i++)
        sentence_analyse(x->text, &sentences.items[i], a);
}

static void step_time(const article *x, arena *a) {
    timex_finder finder = {.text = x->text, .published = x->published, .owner = a};
    timex_list timexes = {0};
    sentence_list sentences = {0};
    split_article(x, a, &sentences);
    timexes_find(&finder, sentences.items, sentences.count, &timexes);
}

/* Dates and the words of every sentence; with `finder`, TimeML's events too. */
static void tag_article(const article *x, event_finder *finder, arena *a) {
    timex_finder dates = {.text = x->text, .published = x->published, .owner = a};
    timex_list timexes = {0};
    event_list events = {0};
    for (size_t i = 0; i < x->block_count; i++) {
        sentence_list sentences = {0};
        size_t first = timexes.count;
        sentences_split(x->text, x->blocks[i].start, x->blocks[i].end, a, &sentences);
        timexes_find(&dates, sentences.items, sentences.count, &timexes);
        for (size_t k = 0; k < sentences.count; k++)
            sentence_analyse(x->text, &sentences.items[k], a);
        if (finder)
            events_find_all(finder, sentences.items, sentences.count, &timexes, first, &events);
    }
}

static void step_words(const article *x, arena *a) {
    tag_article(x, NULL, a);
}

static void step_eventive(const article *x, arena *a) {
    event_finder finder = event_finder_of(x->text, x->published.day, a);
    tag_article(x, &finder, a);
}

static void step_event(const article *x, arena *a) {
    mention_list mentions = {0};
    diagnostics said = diagnostics_in(a);
    mentions_extract(x, a, NULL, &mentions, NULL, &said);
}

typedef struct step_run {
    void (*step)(const article *x, arena *a);
    const article *x;
    arena *a;
} step_run;

static dateline_status run_step(void *context) {
    step_run *r = context;
    r->step(r->x, r->a);
    return DATELINE_OK;
}

static void measure(const bench *b, const char *name, void (*step)(const article *, arena *)) {
    double best = 1e9;
    arena *a = arena_new();
    for (int round = 0; round < ROUNDS; round++) {
        double begin = now();
        for (size_t i = 0; i < b->articles.count; i++) {
            step_run r = {step, &b->articles.items[i], a};
            arena_guard(a, run_step, &r);
            arena_reset(a);
        }
        double seconds = now() - begin;
        best = seconds < best ? seconds : best;
    }
    arena_free(a);
    printf("%-34s %8.1f MB/s\n", name, (double)b->bytes / best / 1e6);
}

typedef struct reading_run {
    bench *b;
    int count;
    char **paths;
} reading_run;

static dateline_status read_all(void *context) {
    reading_run *r = context;
    bench *b = r->b;
    diagnostics said = diagnostics_in(b->kept);
    source *inputs = source_new(b->kept);
    for (int i = 0; i < r->count; i++)
        source_add(inputs, slice_of(r->paths[i]), &said);
    document d;
    double begin = now();
    while (source_next(inputs, b->kept, &d, &said))
        articles_read(&d, (moment){NO_DAY, NO_MINUTE, NO_ZONE}, b->kept, &b->articles, &said);
    double seconds = now() - begin;
    for (size_t i = 0; i < b->articles.count; i++)
        b->bytes += b->articles.items[i].text.length;
    printf("%zu articles, %.1f MB of text\n", b->articles.count, (double)b->bytes / 1e6);
    printf("%-34s %8.1f MB/s\n", "read", (double)b->bytes / seconds / 1e6);
    return DATELINE_OK;
}

/* The words of a round's sentences, cut beforehand; ends[i] is where the i-th sentence ends. */
typedef struct tagging_run {
    const bench *b;
    VECTOR(slice) words;
    VECTOR(size_t) ends;
    size_t longest;
} tagging_run;

static void cut_article(tagging_run *r, const article *x, arena *a) {
    sentence_list sentences = {0};
    split_article(x, a, &sentences);
    for (size_t i = 0; i < sentences.count; i++) {
        token_list tokens = {0};
        tokenise(x->text, sentences.items[i].start, sentences.items[i].end, a, &tokens);
        for (size_t k = 0; k < tokens.count; k++)
            *vector_push(&r->words, a) = token_text(x->text, &tokens.items[k]);
        *vector_push(&r->ends, a) = r->words.count;
        r->longest = tokens.count > r->longest ? tokens.count : r->longest;
    }
}

/* Tagging alone, which is told in words: from words that are cut to their labels. */
static dateline_status measure_tagging(void *context) {
    tagging_run *r = context;
    arena *a = r->b->kept;
    for (size_t i = 0; i < r->b->articles.count; i++)
        cut_article(r, &r->b->articles.items[i], a);
    tagger_model m = tagger_of_library(a);
    tagger_label *labels = ARENA_ARRAY(a, tagger_label, r->longest);
    double best = 1e9;
    for (int round = 0; round < ROUNDS; round++) {
        double begin = now();
        for (size_t i = 0, start = 0; i < r->ends.count; start = r->ends.items[i++])
            words_tag(&m, r->words.items + start, r->ends.items[i] - start, a, labels);
        double seconds = now() - begin;
        best = seconds < best ? seconds : best;
    }
    printf("%-34s %8.0f words/s\n", "tagging alone", (double)r->words.count / best);
    return DATELINE_OK;
}

typedef struct parsing_run {
    const article *x;
    arena *a;
    size_t words;
    double tagging_seconds; /* with splitting and cutting */
    double parsing_seconds;
} parsing_run;

static dateline_status parse_article(void *context) {
    parsing_run *r = context;
    sentence_list sentences = {0};
    double begin = now();
    split_article(r->x, r->a, &sentences);
    for (size_t i = 0; i < sentences.count; i++) {
        sentence_analyse(r->x->text, &sentences.items[i], r->a);
        r->words += sentences.items[i].token_count;
    }
    double between = now();
    for (size_t i = 0; i < sentences.count; i++)
        sentence_parse(r->x->text, &sentences.items[i], r->a);
    r->tagging_seconds += between - begin;
    r->parsing_seconds += now() - between;
    return DATELINE_OK;
}

/* Parsing, with and without all that comes before it, until enough words were parsed. */
static void measure_parsing(const bench *b) {
    enum { ENOUGH_WORDS = 400000 };
    parsing_run r = {.a = arena_new()};
    for (size_t i = 0; i < b->articles.count && r.words < ENOUGH_WORDS; i++) {
        r.x = &b->articles.items[i];
        arena_guard(r.a, parse_article, &r);
        arena_reset(r.a);
    }
    arena_free(r.a);
    double words = (double)r.words;
    printf("%-34s %8.0f words/s\n", "parsing alone", words / r.parsing_seconds);
    printf("%-34s %8.0f words/s\n", "split, cut, tagged and parsed",
           words / (r.tagging_seconds + r.parsing_seconds));
}

int main(int argc, char **argv) {
    bench b = {.kept = arena_new()};
    reading_run r = {&b, argc - 1, argv + 1};
    if (arena_guard(b.kept, read_all, &r) != DATELINE_OK || !b.bytes)
        return 1;
    measure(&b, "split", step_split);
    measure(&b, "split, cut into words", step_cut);
    measure(&b, "split, words and what they are", step_analyse);
    tagging_run tagging = {.b = &b};
    if (arena_guard(b.kept, measure_tagging, &tagging) != DATELINE_OK)
        return 1;
    measure_parsing(&b);
    measure(&b, "split, time expressions", step_time);
    measure(&b, "split, time expressions, words", step_words);
    measure(&b, "split, …, words, TimeML's events", step_eventive);
    measure(&b, "split, time expressions, events", step_event);
    arena_free(b.kept);
    return 0;
}
