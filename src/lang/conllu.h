/* SPDX-License-Identifier: MIT */
/*
 * CoNLL-U, the table of words in which treebanks are kept and which `parse` writes
 * (https://universaldependencies.org/format.html). Sentence after sentence:
 *
 *     conllu_reader reader = conllu_reader_of(bytes, file, said);
 *     conllu_sentence s;
 *     while (conllu_next(&reader, a, &s))
 *         use(s.words.items, s.words.count);
 *
 * What is read is borrowed from the bytes or lies in the arena. "_" is the empty slice in every
 * column but the form, and in the lemma of the word "_". What is wrong with a line is diagnosed
 * with its offset, and costs that line or that column alone.
 */
#ifndef LANG_CONLLU_H
#define LANG_CONLLU_H

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/vector.h"

#define CONLLU_ROOT    ((size_t)0)  /* the head of a word that has none */
#define CONLLU_NO_HEAD ((size_t)-1) /* not told, or told wrongly */

typedef struct conllu_word {
    slice form;
    slice lemma;
    slice upos;
    slice xpos;
    slice features;
    slice relation;
    slice dependencies; /* of the enhanced graph, as they are written */
    slice misc;         /* without SpaceAfter, which is: */
    bool space_after;
    size_t head; /* CONLLU_ROOT, CONLLU_NO_HEAD, or the word items[head - 1] */
} conllu_word;

/* Words that are written as one: "participants’", of two. */
typedef struct conllu_range {
    size_t first; /* counted from 1, as heads are */
    size_t last;
    slice form;
    slice misc; /* without SpaceAfter, which is that of the last word */
} conllu_range;

/* A word of the enhanced graph that nobody wrote: "1.1". */
typedef struct conllu_empty {
    size_t after; /* stands behind this word; 0: before the first */
    size_t number;
    conllu_word word;
} conllu_empty;

typedef struct conllu_sentence {
    bool begins_document;
    bool begins_paragraph;
    slice document;         /* `# newdoc id`, where the sentence begins one */
    slice paragraph;        /* `# newpar id` */
    slice id;               /* `# sent_id` */
    slice text;             /* `# text` */
    VECTOR(slice) comments; /* all others, as they are, with their "#" */
    VECTOR(conllu_word) words;
    VECTOR(conllu_range) ranges;  /* in order, apart from each other */
    VECTOR(conllu_empty) empties; /* in order */
    size_t offset;                /* of its first line */
} conllu_sentence;

typedef struct conllu_reader {
    slice bytes;
    size_t at;
    size_t base;       /* offset of the bytes in the file */
    slice file;        /* what diagnostics name */
    diagnostics *said; /* NULL: nobody asks */
} conllu_reader;

static inline conllu_reader conllu_reader_of(slice bytes, slice file, diagnostics *said) {
    return (conllu_reader){.bytes = bytes, .file = file, .said = said};
}

/* The next sentence that has words; false at the end of the bytes. */
bool conllu_next(conllu_reader *reader, arena *a, conllu_sentence *out);

/*
 * The forms of the words in a row, with the spaces that stood between them; starts[i] becomes the
 * offset of words.items[i]. It is the text itself where ranges are what their words make up.
 */
slice conllu_surface(const conllu_sentence *s, arena *a, size_t *starts);

/*
 * Adds a sentence as it is read back: the comments, the lines, an empty line. What would break a
 * line or a column becomes a space, what is not UTF-8 becomes U+FFFD, what is empty "_".
 */
void conllu_write(const conllu_sentence *s, buffer *out);

#endif
