/* SPDX-License-Identifier: MIT */
/* Which sentences are analysed to find a tense, or what a number counts, and which need not be. */
#include "time/tense.h"
#include "time/timex.h"

#include "support/check.h"
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
    {"2024-03-20", "The gates will be opened on Monday.", true},
    {"2024-03-20", "The gates are to be opened on Monday.", true},
    {"2024-03-20", "The gates open Monday.", true},
    {"2024-03-20", "The vote is on Monday.", true},
    {"2024-03-20", "The club wants to vote on Monday.", true},
    {"2024-03-20", "The gates aren't gonna open on Monday.", true},
    /* It is out of the date's reach, or the date owns what follows. */
    {"2024-03-20", "The mayor said on Monday that the gates will open soon.", false},
    {"2024-03-20", "The gates will open, the mayor said Monday.", false},
    {"2024-03-20", "On Monday, he came and promised that the work would go on.", false},
    {"2024-03-20", "The runner trained hard to win Monday's race.", false},
    /* The verb has an auxiliary. */
    {"2024-03-20", "The mayor will have said so on Monday.", true},
    {"2024-03-20", "It will be said on Monday.", true},
    /* Each tense gives the same day. */
    {"2024-03-20", "The gates will open on March 25.", false},
    {"2024-03-20", "The gates will open on September 25.", true},
    {"2024-03-20", "The gates will open on Wednesday.", false},
    {"", "The gates will open on Monday.", false},
    /* Numbers, and what they may count. */
    {"2024-03-20", "It was founded in 1500, by a monk.", false},
    {"2024-03-20", "It was founded in 1500 by a monk.", false},
    {"2024-03-20", "They counted 1500 swans.", true},
    {"2024-03-20", "On the 12th, it rained.", false},
    {"2024-03-20", "On the 12th floor it is cold.", true},
    {"2024-03-20", "He works for a week.", false},
    {"2024-03-20", "They need five gallons a week.", false},
    {"2024-03-20", "They need five gallons of water a week.", true},
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

int main(void) {
    RUN_IN_ARENA(analyses_where_it_matters);
    return tests_end();
}
