/* SPDX-License-Identifier: MIT */
/* Which sentences are analysed to find a tense, or what a number counts, and which need not be. */
#include "time/tense.h"
#include "time/timex.h"

#include "support/check.h"
#include "support/repeated.h"
#include "time/time_fixture.h"

typedef struct analysis_case {
    const char *published;
    const char *text;
    bool analysed;
} analysis_case;

/* The third of March 2024 was a Sunday. */
static const analysis_case cases[] = {
    /* Nothing looks ahead. */
    {"2024-03-20", "The council approved a harbour on Monday.", false},
    {"2024-03-20", "The gates were opened on Monday.", false},
    {"2024-03-20", "A crowd gathered in the square Monday.", false},
    /* Something may. */
    {"2024-03-20", "The council approved the plans of the harbour on Monday.", true},
    {"2024-03-20", "The gates are to be opened on Monday.", true},
    {"2024-03-20", "The gates open Monday.", true},
    {"2024-03-20", "The club wants to vote on Monday.", true},
    {"2024-03-20", "The gates aren't gonna open on Monday.", true},
    /* It is out of the date's reach, or the date owns what follows. */
    {"2024-03-20", "The mayor said on Monday that the gates will open soon.", false},
    {"2024-03-20", "The gates will open, the mayor said Monday.", false},
    {"2024-03-20", "On Monday, he came and promised that the work would go on.", false},
    {"2024-03-20", "The runner trained hard to win Monday's race.", false},
    /* It does for sure. */
    {"2024-03-20", "The gates will be opened on Monday.", false},
    {"2024-03-20", "The vote is on Monday.", false},
    {"2024-03-20", "The mayor will have said so on Monday.", false},
    {"2024-03-20", "The work will last until Monday.", false},
    /* Each tense gives the same day. */
    {"2024-03-20", "The gates will open on March 25.", false},
    {"2024-03-20", "The gates will open on September 25.", false},
    {"2024-03-20", "The gates open on September 25.", true},
    {"2024-03-20", "The gates will open on Wednesday.", false},
    {"", "The gates will open on Monday.", false},
    /* Numbers, and what they may count. */
    {"2024-03-20", "It was founded in 1500, by a monk.", false},
    {"2024-03-20", "It was founded in 1500 by a monk.", false},
    {"2024-03-20", "They counted 1500 swans.", false},
    {"2024-03-20", "They counted the 1500 swans.", true},
    {"2024-03-20", "On the 12th, it rained.", false},
    {"2024-03-20", "On the 12th floor it is cold.", true},
    {"2024-03-20", "He works for a week.", false},
    {"2024-03-20", "They need five gallons a week.", false},
    {"2024-03-20", "They need five gallons of water a week.", false},
    {"2024-03-20", "They spent a week there.", false},
    {"2024-03-20", "They need one long run a week.", true},
    {"2024-03-20", "They left soon after the storm.", false},
};

static bool is_analysed(const analysis_case *c, bool tells_tense, arena *a) {
    timex_finder finder = {
        .text = slice_of(c->text),
        .published = {.day = day_of_text(slice_of(c->published)), .minute = NO_MINUTE},
        .owner = a,
        .tells_tense = tells_tense};
    sentence whole = {.end = finder.text.length};
    timex_list found = {0};
    timexes_find(&finder, &whole, 1, &found);
    return whole.tokens && !whole.untagged;
}

static void analyses_where_it_matters(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const analysis_case *c = &cases[i];
        CHECK_AT(is_analysed(c, false, a) == c->analysed, "%s: wanted %s", c->text,
                 c->analysed ? "analysed" : "not analysed");
        CHECK_AT(!c->analysed || is_analysed(c, true, a), "%s: the tense is not told", c->text);
        timexes_in(c->published, slice_of(c->text), a);
    }
}

/* By the words alone: "past", "future", "none", or "" where they do not tell. */
static const struct {
    const char *text;
    const char *told;
} by_words[] = {
    /* The verb before the date, and its auxiliaries. */
    {"The council ruled in the harbour case on Monday.", "past"},
    {"The council will soon rule on it on Monday.", "future"},
    {"The gates should not be opened on Monday.", "future"},
    {"The mayor could not be reached Monday.", "past"},
    {"The gates had been opened on Monday.", "past"},
    {"They've opened the gates on Monday.", ""},
    {"The gates are opened on Monday.", "none"},
    {"The vote is on Monday.", "future"},
    {"The council's vote was on Monday.", "past"},
    {"The vote's on Monday.", ""},
    {"That's on Monday.", ""},
    {"Until Monday, it was calm.", ""},
    {"It lasts until Monday.", "future"},
    /* Plans. */
    {"The gates are expected to open on Monday.", "future"},
    {"The gates had been due to open on Monday.", "past"},
    {"The gates were to open on Monday.", ""},
    {"The council wants to open the gates on Monday.", ""},
    {"They drove to Madrid on Monday.", "past"},
    /* What may be a verb. */
    {"The talks open on Monday.", ""},
    {"The visit on Monday opened the talks.", "past"},
    {"The gates remain closed on Monday.", ""},
    {"The London-based club on Monday opened its gates.", "past"},
    {"The injured man on Monday opened the gates.", "past"},
    /* The verb behind. */
    {"On Monday, the man wanted in two cities will appear.", ""},
    {"On Monday, the man wanted in two cities was found.", "past"},
    {"On Monday he opened the gates.", "past"},
    {"On Monday, the gates will open.", "future"},
    {"On Monday, snow.", ""},
    /* Capitals tell no names there. */
    {"Council Opened The Gates On Monday", ""},
};

static void tells_tenses_by_words(arena *a) {
    static const char *const names[] = {"none", "past", "future"};
    for (size_t i = 0; i < sizeof by_words / sizeof *by_words; i++) {
        slice text = slice_of(by_words[i].text), day = SLICE("Monday");
        size_t at = slice_find(text, day, 0);
        sentence whole = {.end = text.length};
        sentence_cut(text, &whole, a);
        bool ahead = slice_find(text, SLICE("ntil"), 0) != SIZE_MAX;
        expression e = {.start = at, .end = at + day.length, .is_ahead = ahead};
        verb_tense told;
        bool is_told = tense_by_words(text, &whole, &e, a, &told);
        const char *got = is_told ? names[told] : "";
        CHECK_AT(strcmp(got, by_words[i].told) == 0, "%s: \"%s\"", by_words[i].text, got);
        sentence_analyse(text, &whole, a);
        CHECK_AT(!is_told || told == tense_around(text, &whole, &e), "%s: it is %d",
                 by_words[i].text, tense_around(text, &whole, &e));
    }
}

/* The word that a tense rests on at the farthest; "" for any. */
static const struct {
    const char *text;
    const char *first;
} rests[] = {
    {"The mayor said the talks open on Monday.", "said"},
    {"The mayor has long said the talks open on Monday.", "has"},
    {"The mayor, wanting calm, would not say who may visit on Monday.", "may"},
    {"The mayor kept the gates closed for the visit on Monday.", "closed"},
    {"The talks open on Monday.", ""},
};

static void tells_what_tenses_rest_on(arena *a) {
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
        slice text = slice_of(rests[i].text);
        size_t at = slice_find(text, SLICE("Monday"), 0);
        sentence whole = {.end = text.length};
        sentence_cut(text, &whole, a);
        expression e = {.start = at, .end = at + 6};
        size_t first = tense_rests_on(text, &whole, &e, a);
        slice word = first ? token_text(text, &whole.tokens[first]) : SLICE("");
        CHECK_SLICE(word, rests[i].first);
    }
}

static bool is_told(slice text, arena *a) {
    size_t at = slice_find(text, SLICE("Monday"), 0);
    sentence whole = {.end = text.length};
    sentence_cut(text, &whole, a);
    expression e = {.start = at, .end = at + 6};
    verb_tense told;
    return tense_by_words(text, &whole, &e, a, &told);
}

static void looks_at_so_many_words(arena *a) {
    for (size_t words = 57; words <= 59; words++) {
        slice before = repeated(a, "They ruled ", "old ", words, "boats on Monday.");
        slice behind = repeated(a, "On Monday ", "old ", words, "boats will open.");
        CHECK_INT(is_told(before, a), words <= 57);
        CHECK_INT(is_told(behind, a), words <= 58);
    }
}

/* What is asked of a part of a sentence is what the whole says. */
static void asks_a_part(arena *a) {
    slice text = SLICE("The men of the port, the women of the mills and the boys of the farms at "
                       "the river waited, "
                       "for the mayor said the ferries leave on Monday.");
    size_t at = slice_find(text, SLICE("Monday"), 0);
    expression e = {.start = at, .end = at + 6};
    for (int is_told = 0; is_told < 2; is_told++) {
        sentence whole = {.end = text.length};
        tense_question q = {
            .text = text, .within = &whole, .about = &e, .owner = a, .is_told = is_told};
        CHECK_INT(tense_ask(&q), TENSE_FUTURE);
        CHECK_INT(whole.untagged, !is_told);
    }
}

int main(void) {
    RUN_IN_ARENA(tells_tenses_by_words);
    RUN_IN_ARENA(tells_what_tenses_rest_on);
    RUN_IN_ARENA(looks_at_so_many_words);
    RUN_IN_ARENA(asks_a_part);
    RUN_IN_ARENA(analyses_where_it_matters);
    return tests_end();
}
