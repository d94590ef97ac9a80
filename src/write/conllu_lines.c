/* SPDX-License-Identifier: MIT */
#include "write/conllu_lines.h"

#include "lang/conllu.h"
#include "lang/parser.h"
#include "lang/tokenise.h"

/* A sentence's id: the article's, without what an id may not have in it, and a number. */
static slice sentence_id(slice article_id, size_t number, arena *a) {
    slice id = arena_format(a, "%.*s-%zu", SLICE_ARGS(article_id), number);
    char *bytes = (char *)id.data;
    for (size_t i = 0; i < id.length; i++)
        if (ascii_is_space(bytes[i]) || bytes[i] == '/')
            bytes[i] = '_';
    return id;
}

/* What the words are, into their columns. */
static void fill_columns(slice text, const sentence *from, conllu_sentence *s, arena *a) {
    for (size_t i = 0; i < s->words.count; i++) {
        const token *t = &from->tokens[i];
        conllu_word *w = &s->words.items[i];
        w->lemma = token_lemma(text, t, a);
        if (!slice_trim(w->lemma).length || slice_equal(w->lemma, SLICE("_")))
            w->lemma = w->form; /* a word has a lemma */
        w->upos = universal_tag_name(t->universal);
        w->xpos = penn_tag_name(t->tag);
        w->features = w->dependencies = SLICE("");
        w->relation = relation_name(t->relation);
        w->head = t->head == TOKEN_ROOT ? CONLLU_ROOT : (size_t)t->head + 1;
    }
}

/* ---- Articles ----------------------------------------------------------------------------- */

static bool has_space_behind(slice text, size_t end) {
    return end >= text.length || !(text.data[end] > ' ' && text.data[end] < 0x7F);
}

static void add_sentence(const article *from, const sentence *s, conllu_sentence *to, arena *a,
                         buffer *out) {
    for (size_t i = 0; i < s->token_count; i++) {
        const token *t = &s->tokens[i];
        bool last = i + 1 == s->token_count;
        *vector_push(&to->words, a) = (conllu_word){
            .form = token_text(from->text, t),
            .space_after = last ? has_space_behind(from->text, t->end) : t->end < t[1].start};
    }
    to->text = conllu_surface(to, a, ARENA_ARRAY(a, size_t, to->words.count));
    fill_columns(from->text, s, to, a);
    conllu_write(to, out);
}

void conllu_parse_article(const article *from, arena *a, buffer *out) {
    size_t number = 0;
    for (size_t i = 0; i < from->block_count; i++) {
        const block *b = &from->blocks[i];
        sentence_list sentences = {0};
        sentences_split(from->text, b->start, b->end, a, &sentences);
        for (size_t k = 0; k < sentences.count; k++) {
            sentence_parse(from->text, &sentences.items[k], a);
            if (!sentences.items[k].token_count)
                continue;
            number++;
            conllu_sentence to = {.begins_document = number == 1,
                                  .begins_paragraph = k == 0,
                                  .document = from->id,
                                  .id = sentence_id(from->id, number, a)};
            add_sentence(from, &sentences.items[k], &to, a, out);
        }
    }
}

/* ---- Words that were cut by somebody else ------------------------------------------------- */

/* The sentence of the words, over a text that is their forms. */
static sentence sentence_of(const conllu_sentence *from, slice text, const size_t *starts,
                            arena *a) {
    sentence s = {.end = text.length, .token_count = from->words.count};
    s.tokens = ARENA_ARRAY(a, token, s.token_count);
    for (size_t i = 0; i < s.token_count; i++)
        s.tokens[i] = token_of_word(text, starts[i], starts[i] + from->words.items[i].form.length);
    sentence_tag(text, &s, a);
    sentence_parse(text, &s, a);
    return s;
}

static void parse_words(conllu_sentence *s, arena *a, buffer *out) {
    size_t *starts = ARENA_ARRAY(a, size_t, s->words.count);
    slice text = conllu_surface(s, a, starts);
    sentence tagged = sentence_of(s, text, starts, a);
    if (!s->text.length)
        s->text = text;
    s->empties.count = 0; /* of the graph that is told anew */
    fill_columns(text, &tagged, s, a);
    conllu_write(s, out);
}

/* The document that begins here, as an article without text. */
static article *begin_document(const document *d, conllu_sentence *s, arena *a,
                               article_list *articles) {
    article *x = vector_push(articles, a);
    *x = (article){.id = s->document.length ? s->document : slice_base_name(d->file),
                   .file = d->file,
                   .published = {NO_DAY, NO_MINUTE, NO_ZONE}};
    s->begins_document = true;
    s->document = x->id;
    return x;
}

void conllu_parse_words(const document *d, arena *a, article_list *articles, buffer *out,
                        diagnostics *said) {
    conllu_reader reader = conllu_reader_of(d->bytes, d->file, said);
    reader.base = d->offset;
    conllu_sentence s;
    const article *within = NULL;
    size_t number = 0;
    while (conllu_next(&reader, a, &s)) {
        if (!within || s.begins_document) {
            within = begin_document(d, &s, a, articles);
            number = 0;
        }
        number++;
        if (!s.id.length)
            s.id = sentence_id(within->id, number, a);
        parse_words(&s, a, out);
    }
    if (!within)
        diagnose(said, DATELINE_NO_ARTICLE, DATELINE_SKIPPED, d->file, DATELINE_NO_OFFSET,
                 "has no words; skipped");
}
