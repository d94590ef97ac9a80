/* SPDX-License-Identifier: MIT */
/*
 * Words that web pages of many languages put among their articles: "Anzeige", "Lire aussi :". They
 * stand in page_labels.re; those of English, which text saved from pages has, too, are in
 * en/page_words.re.
 */
#ifndef READ_PAGE_LABELS_H
#define READ_PAGE_LABELS_H

#include "base/slice.h"

/* True where the words are a label and nothing else, or short and lead to another article. */
bool is_page_label(slice words);

#endif
