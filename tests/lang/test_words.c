/* SPDX-License-Identifier: MIT */
/* The compiled list of words, and what is an abbreviation. */
#include "lang/words.h"

#include "support/check.h"

static const struct {
    const char *word;
    word_classes wanted; /* among others */
} listed[] = {
    {"said", WORD(SAY)},
    {"SAID", WORD(SAY)},
    {"Said", WORD(SAY)},
    {"after", WORD(PREPOSITION) | WORD(SUBORDINATOR)},
    {"n't", WORD(NEGATION)},
    {"n’t", WORD(NEGATION)},
    {"'s", WORD(BE)},
    {"’s", WORD(BE)},
    {"was", WORD(BE) | WORD(PAST)},
    {"been", WORD(BE) | WORD(PARTICIPLE)},
    {"killed", WORD(KILLED)},
    {"u.s", WORD(ABBREVIATION)},
    {"editor-in-chief", WORD(PERSON_TITLE)},
    {"attack", WORD(VERB) | WORD(NOUN) | WORD(KIND_ATTACK)},
};

static void knows_listed_words(void) {
    for (size_t i = 0; i < sizeof listed / sizeof *listed; i++) {
        word_classes got = word_classes_of(slice_of(listed[i].word));
        CHECK_AT((got & listed[i].wanted) == listed[i].wanted, "%s lacks a class", listed[i].word);
    }
}

static void knows_no_others(void) {
    static const char *const others[] = {
        "",     "zzz", "sai", "saidd",
        "\xff", "’",   "a b", "a-word-that-is-longer-than-any-of-the-list"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CHECK_AT(word_classes_of(slice_of(others[i])) == 0, "%s has a class", others[i]);
    CHECK_INT(word_classes_of((slice){"said\0", 5}), 0);
}

/* Every word can be found again. */
static void is_in_order(void) {
    for (size_t i = 0; i < word_list_count; i++) {
        slice word = word_list[i].word;
        CHECK_AT(word_classes_of(word) == word_list[i].classes, "%.*s", SLICE_ARGS(word));
        if (i)
            CHECK_AT(slice_compare(word_list[i - 1].word, word) < 0, "%.*s", SLICE_ARGS(word));
    }
}

static void has_words_of_each_class(void) {
    word_classes seen = 0;
    for (size_t i = 0; i < word_list_count; i++)
        seen |= word_list[i].classes;
    for (unsigned i = 0; i < WORD_CLASS_COUNT; i++)
        CHECK_AT(seen >> i & 1, "class %u has no word", i);
}

static void knows_abbreviations(void) {
    static const char *const yes[] = {"Mr",   "mr",  "Gen", "Feb", "J",    "U.S", "p.m", "e.g",
                                      "Ph.D", "D.C", "Inc", "etc", "Mass", "Sat", "U.N", "J.R.R"};
    static const char *const no[] = {"",          "end",   "mass", "sat", "j", "example.com",
                                     "www.x.org", "a.txt", "3.5",  "2.0", ".", "a..b",
                                     ".a",        "a."};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        CHECK_AT(word_is_abbreviation(slice_of(yes[i])), "%s is one", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        CHECK_AT(!word_is_abbreviation(slice_of(no[i])), "%s is none", no[i]);
}

int main(void) {
    RUN(knows_listed_words);
    RUN(knows_no_others);
    RUN(is_in_order);
    RUN(has_words_of_each_class);
    RUN(knows_abbreviations);
    return tests_end();
}
