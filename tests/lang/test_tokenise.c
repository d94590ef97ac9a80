/* SPDX-License-Identifier: MIT */
/* Cutting into words. In the table a space stands between words, on the right side. */
#include "lang/tokenise.h"

#include "support/check.h"

static const struct {
    const char *text, *words;
} cases[] = {
    {"The bridge fell.", "The bridge fell ."},
    {"The bridge, old, fell.", "The bridge , old , fell ."},
    {"It's late.", "It 's late ."},
    {"It’s late.", "It ’s late ."},
    {"He didn't come.", "He did n't come ."},
    {"He didn’t come.", "He did n’t come ."},
    {"HE DIDN'T COME", "HE DID N'T COME"},
    {"They'll, we've, I'm, you're, he'd", "They 'll , we 've , I 'm , you 're , he 'd"},
    {"He cannot come.", "He can not come ."},
    {"the minister's plan", "the minister 's plan"},
    {"the ministers' plan", "the ministers ' plan"},
    {"O'Brien met Sana'a leaders", "O'Brien met Sana'a leaders"},
    {"3,200 men", "3,200 men"},
    {"men, 3, 200", "men , 3 , 200"},
    {"at 9:30, or 10.45.", "at 9:30 , or 10.45 ."},
    {"on 3/4 and 9/11", "on 3/4 and 9/11"},
    {"and/or", "and / or"},
    {"$3.5m and US$20", "$ 3.5 m and US$ 20"},
    {"CAD$20 and BIGS$20", "CAD$ 20 and BIGS $ 20"},
    {"€20, £5", "€ 20 , £ 5"},
    {"a 5% rise", "a 5 % rise"},
    {"a 14-year-old boy", "a 14 - year - old boy"},
    {"2019-2021", "2019 - 2021"},
    {"2019–2021", "2019 – 2021"},
    {"late—very late", "late — very late"},
    {"late -- very late", "late -- very late"},
    {"wait...", "wait ..."},
    {"wait…", "wait …"},
    {"what?!", "what ?!"},
    {"no!!!", "no !!!"},
    {"\"No,\" he said.", "\" No , \" he said ."},
    {"“No,” he said.", "“ No , ” he said ."},
    {"‘No,’ he said.", "‘ No , ’ he said ."},
    {"(the (old) bridge)", "( the ( old ) bridge )"},
    {"((it))", "( ( it ) )"},
    {"Mr. Smith", "Mr. Smith"},
    {"the U.S. army", "the U.S. army"},
    {"in the U.S.", "in the U.S."},
    {"at 9 p.m. on", "at 9 p.m. on"},
    {"on Feb. 3", "on Feb. 3"},
    {"J. Hill", "J. Hill"},
    {"is No. 5", "is No. 5"},
    {"said no.", "said no ."},
    {"AT&T", "AT&T"},
    {"jane.doe@example.com.", "jane.doe@example.com ."},
    {"www.example.com.", "www.example.com ."},
    {"(see https://example.com/a_b?c=1&d=2).", "( see https://example.com/a_b?c=1&d=2 ) ."},
    {"\"http://example.com\",", "\" http://example.com \" ,"},
    {"#flood by @council", "#flood by @council"},
    {"# 5", "# 5"},
    {"Türkiye’s café", "Türkiye ’s café"},
    {"a\xc2\xa0"
     "b",
     "a b"},
    /* hyphens cut, but for those of prefixes, numbers and addresses */
    {"a well-known co-founder", "a well - known co-founder"},
    {"Non-stop pre-war e-mail", "Non-stop pre-war e-mail"},
    {"pre- and post-war", "pre- and post-war"},
    {"over-the-counter", "over - the - counter"},
    {"the US-backed, Paris-based group", "the US - backed , Paris - based group"},
    {"a U.S.-led force", "a U.S. - led force"},
    {"her mother-in-law's", "her mother - in - law 's"},
    {"mid-March, mid-19th-century", "mid-March , mid-19th - century"},
    {"COVID-19 and F-16s", "COVID - 19 and F - 16s"},
    {"on 2024-03-22", "on 2024-03-22"},
    {"call 555-0123 or 1-800-555-0100", "call 555-0123 or 1-800-555-0100"},
    {"a 3-2 win", "a 3 - 2 win"},
    {"two-rivers.example", "two-rivers.example"},
    {"jane-doe@example.com", "jane-doe@example.com"},
    {"low‐lying, low‑lying", "low ‐ lying , low ‑ lying"},
    {"-old", "- old"},
    {"late-", "late -"},
    {"a--b", "a -- b"},
    /* units */
    {"9:30am, 10pm", "9:30 am , 10 pm"},
    {"5km, 20kg and 3bn", "5 km , 20 kg and 3 bn"},
    {"the 1990s, the 3rd", "the 1990s , the 3rd"},
    {"the '90s in the 1990's", "the '90s in the 1990's"},
    {"5°C", "5 ° C"},
    {"+44 or +5%", "+44 or +5 %"},
    {"A$20m", "A$ 20 m"},
    {"Flat 4A", "Flat 4A"},
    /* what is spoken as one */
    {"I'm gonna go, gotta", "I 'm gon na go , got ta"},
    {"They dont know thats it", "They do nt know that s it"},
    {"CANNOT", "CAN NOT"},
    {"Rock 'n' roll", "Rock ' n ' roll"},
    {"o'clock", "o'clock"},
    {"'s", "'s"},
    {"the club 's plan did n't hold", "the club 's plan did n't hold"},
    {"He said 'so be it'", "He said ' so be it '"},
    /* other marks */
    {"w/o it, c/o her", "w/o it , c/o her"},
    {"his/her", "his / her"},
    {"fine :) or :-(", "fine :) or :-("},
    {"3:)", "3 : )"},
    {"report20.pdf", "report20.pdf"},
    {"R&D", "R&D"},
    {"1.5-2.0", "1.5 - 2.0"},
    {"«Non», dit-il", "« Non » , dit - il"},
    {"100%-owned", "100 % - owned"},
    {"It's Jane's.", "It 's Jane 's ."},
    {"THE STATE'S", "THE STATE 'S"},
    {"a\tb\rc", "a b c"},
    {"a\u2003b\u202Fc\uFEFFd\u2028e", "a b c d e"},
    {"", ""},
    {" \n ", ""},
};

static void check_words(arena *a, const char *text, const char *words) {
    token_list found = {0};
    slice all = slice_of(text);
    tokenise(all, 0, all.length, a, &found);
    slice rest = slice_of(words);
    for (size_t i = 0; i < found.count; i++) {
        size_t space = slice_find(rest, SLICE(" "), 0);
        slice wanted = {rest.data, space == SIZE_MAX ? rest.length : space};
        slice got = token_text(all, &found.items[i]);
        CHECK_AT(slice_equal(got, wanted), "%s: word %zu is \"%.*s\", not \"%.*s\"", text, i,
                 SLICE_ARGS(got), SLICE_ARGS(wanted));
        rest = space == SIZE_MAX ? SLICE("") : slice_range(rest, space + 1, rest.length);
    }
    CHECK_AT(rest.length == 0, "%s: lacks \"%.*s\"", text, SLICE_ARGS(rest));
}

static void cuts_words(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_words(a, cases[i].text, cases[i].words);
}

static void tells_offsets(arena *a) {
    static const size_t wanted[][2] = {{4, 6}, {6, 11}, {12, 16}, {16, 17}};
    slice text = SLICE("Oh. It’ll rain. Yes.");
    token_list found = {0};
    tokenise(text, 4, 17, a, &found);
    CHECK_INT(found.count, 4);
    for (size_t i = 0; i < found.count && i < 4; i++) {
        CHECK_INT(found.items[i].start, wanted[i][0]);
        CHECK_INT(found.items[i].end, wanted[i][1]);
    }
}

static void looks_words_up(arena *a) {
    slice text = SLICE("Gen. Lee said ’ll");
    token_list found = {0};
    tokenise(text, 0, text.length, a, &found);
    CHECK(word_is(found.items[0].classes, TITLE_ABBREVIATION));
    CHECK_INT(found.items[1].classes, 0);
    CHECK(word_is(found.items[2].classes, SAY));
}

static void tags_marks(arena *a) {
    slice text = SLICE("« a · b » , … — # ' “ €");
    token_list found = {0};
    tokenise(text, 0, text.length, a, &found);
    for (size_t i = 0; i < found.count; i++) {
        bool letter = ascii_is_letter(token_text(text, &found.items[i]).data[0]);
        CHECK_INT(found.items[i].pos, letter ? POS_OTHER : POS_PUNCTUATION);
    }
}

static void check_hostile(arena *a, const char *piece, size_t bytes) {
    size_t length = strlen(piece), count = bytes / length;
    char *data = arena_alloc(a, count * length);
    for (size_t i = 0; i < count; i++)
        memcpy(data + i * length, piece, length);
    slice text = {data, count * length};
    sentence all = {.start = 0, .end = text.length};
    sentence_analyse(text, &all, a);
    size_t behind = 0;
    for (size_t i = 0; i < all.token_count; i++) {
        const token *t = &all.tokens[i];
        CHECK_AT(t->start >= behind && t->end > t->start && t->end <= text.length,
                 "token %zu of \"%s\" is out of place", i, piece);
        behind = t->end;
    }
}

static void survives_odd_text(arena *a) {
    static const char *const pieces[] = {
        ".",       "a",        "'",       "’",   "\xff",      "\xe2\x80", "a.", "1,",
        "#a",      "www.",     "http://", "n't", "No.",       "No. ",     "( ", "and to ",
        "killed ", "was not ", "that ",   "US ", "a\xc2\xa0", "a-",       "-a", "1-",
        "co-",     ":)",       "'90",     "a@",  "a/",        "+1",       "$A$"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        check_hostile(a, pieces[i], 1000000);
}

static void passes_over_nul(arena *a) {
    slice text = {"a\0b", 3};
    token_list found = {0};
    tokenise(text, 0, text.length, a, &found);
    CHECK_INT(found.count, 2);
}

int main(void) {
    RUN_IN_ARENA(cuts_words);
    RUN_IN_ARENA(tells_offsets);
    RUN_IN_ARENA(looks_words_up);
    RUN_IN_ARENA(tags_marks);
    RUN_IN_ARENA(survives_odd_text);
    RUN_IN_ARENA(passes_over_nul);
    return tests_end();
}
