/* SPDX-License-Identifier: MIT */
/* Prints the text of the articles in the files given, a sentence a line: what grep is timed on. */
#include "base/arena.h"
#include "lang/sentence.h"
#include "read/article.h"

#include <stdio.h>

static void print_sentence(slice text, const sentence *s) {
    for (size_t i = s->start; i < s->end; i++)
        putchar(text.data[i] == '\n' ? ' ' : text.data[i]);
    putchar('\n');
}

static void print_article(const article *x, arena *a) {
    sentence_list sentences = {0};
    for (size_t i = 0; i < x->block_count; i++)
        sentences_split(x->text, x->blocks[i].start, x->blocks[i].end, a, &sentences);
    for (size_t i = 0; i < sentences.count; i++)
        print_sentence(x->text, &sentences.items[i]);
}

typedef struct printing {
    arena *owner;
    int count;
    char **paths;
} printing;

static dateline_status print_all(void *context) {
    printing *p = context;
    arena *a = p->owner;
    diagnostics said = diagnostics_in(a);
    source *inputs = source_new(a);
    for (int i = 0; i < p->count; i++)
        source_add(inputs, slice_of(p->paths[i]), &said);
    for (document d; source_next(inputs, a, &d, &said);) {
        article_list articles = {0};
        articles_read(&d, (moment){NO_DAY, NO_MINUTE, NO_ZONE}, a, &articles, &said);
        for (size_t i = 0; i < articles.count; i++)
            print_article(&articles.items[i], a);
    }
    return DATELINE_OK;
}

int main(int argc, char **argv) {
    printing p = {arena_new(), argc - 1, argv + 1};
    dateline_status status = arena_guard(p.owner, print_all, &p);
    arena_free(p.owner);
    return status == DATELINE_OK && fflush(stdout) == 0 ? 0 : 1;
}
