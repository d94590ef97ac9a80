/* SPDX-License-Identifier: MIT */
#include "read/page_names.h"

#include "read/page_labels.h"

#include "support/check.h"

static void says_what_names_say(void) {
    static const struct {
        const char *names;
        unsigned hints;
    } cases[] = {
        {"", 0},
        {"wrapper", 0},
        {"article-body", HINT_TEXT},
        {"articleBody", HINT_TEXT},
        {"c-article__body js-x", HINT_TEXT},
        {"sidebar", HINT_FURNITURE},
        {"has-sidebar", 0},
        {"relatedPosts", HINT_FURNITURE},
        {"comment-list", HINT_COMMENTS},
        {"wp-caption-text", HINT_CAPTION},
        {"entry-date published", HINT_DATE | HINT_PUBLISHED},
        {"lastUpdated", HINT_DATE | HINT_UPDATED},
        {"byline", HINT_BYLINE},
        {"sr-only", HINT_HIDDEN},
        {"adjacent", 0}, /* "ad" is a part of its own only */
        {"download", 0},
        {"ad", HINT_FURNITURE},
        {"elementor-widget-wrap", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned hints = page_hints(slice_of(cases[i].names));
        CHECK_AT(hints == cases[i].hints, "\"%s\": %x, not %x", cases[i].names, hints,
                 cases[i].hints);
    }
}

static void knows_labels(void) {
    static const struct {
        const char *words;
        bool is_label;
    } cases[] = {
        {"", false},
        {"Anzeige", true},
        {"ANZEIGE:", true},
        {"Anzeigen werden teurer", false},
        {"Anzeige erstattet", false},
        {"Lesen Sie auch", true},
        {"Lesen Sie auch: Der Fluss steigt", true},
        {"Lire aussi\xc2\xa0: La rivi\xc3\xa8re monte", true},
        {"Lire aussi les lettres du maire, dit-elle.", false},
        {"Czytaj te\xc5\xbc: Rzeka", true},
        {"Pubblicit\xc3\xa0", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_AT(is_page_label(slice_of(cases[i].words)) == cases[i].is_label, "\"%s\"",
                 cases[i].words);
}

int main(void) {
    RUN(knows_labels);
    RUN(says_what_names_say);
    return tests_end();
}
