/* SPDX-License-Identifier: MIT */
/* Both sides of the limits of what is told of a sentence. */
#include "base/buffer.h"
#include "event/extract.h"
#include "read/reading_fixture.h"
#include "support/check.h"
#include "support/repeated.h"

#define LEAD "Rain falls on the hills. "

static mention_list mentions_of(arena *a, slice text) {
    moment published = {day_of_text(SLICE("2024-05-24")), NO_MINUTE, NO_ZONE};
    slice whole = arena_format(a, "%s%.*s", LEAD, SLICE_ARGS(text));
    reading_fixture read = read_text(a, whole.data, published);
    mention_list mentions = {0};
    if (read.articles.count)
        mentions_extract(&read.articles.items[0], a, NULL, &mentions, NULL, &read.said);
    return mentions;
}

/* The last mention of the text, or one of nothing. */
static mention last_of(arena *a, slice text) {
    mention_list mentions = mentions_of(a, text);
    return mentions.count ? mentions.items[mentions.count - 1] : (mention){0};
}

/* Eight words, and two for each comma and crate. */
static void long_sentences(arena *a) {
    for (size_t crates = 124; crates <= 125; crates++) {
        slice text = repeated(a, "Dockers left the pier on May 3", ", crates", crates, ".");
        CHECK_INT(mentions_of(a, text).count, crates == 124 ? 1 : 0);
    }
}

static void many_names(arena *a) {
    static const char *const places[] = {"Paris", "Oslo", "Rome",   "Bonn",  "Lima",
                                         "Cairo", "Riga", "Prague", "Minsk", "Perth"};
    for (size_t count = 8; count <= 10; count++) {
        buffer b = buffer_in(a);
        buffer_add(&b, SLICE("Bombs exploded in Ghent"));
        for (size_t i = 0; i + 1 < count; i++)
            buffer_print(&b, "%s%s", i + 2 < count ? ", " : " and ", places[i]);
        buffer_add(&b, SLICE(" on May 3."));
        size_t told = last_of(a, buffer_slice(&b)).places.count;
        CHECK_AT(told == 8, "%zu of %zu places", told, count);
    }
}

static void long_runs_of_names(arena *a) {
    for (size_t words = 9; words <= 10; words++) {
        slice text = repeated(a, "Anna", " Berg", words - 1, " resigned on May 3.");
        CHECK_INT(last_of(a, text).actors.count, words == 9 ? 1 : 0);
    }
}

static void long_roles(arena *a) {
    for (size_t words = 13; words <= 14; words++) {
        slice text = repeated(a, "Police arrested the", " old", words, " mayor on May 3.");
        CHECK_INT(last_of(a, text).actors.count, words == 13 ? 2 : 1);
    }
}

/* Words that may be left out are, from the title and from who says it, until the rest fits. */
static void long_texts(arena *a) {
    for (size_t words = 16; words <= 24; words++) {
        slice title =
            last_of(a, repeated(a, "Dockers left the", " old", words, " pier on May 3.")).title;
        slice said = last_of(a, repeated(a, "The", " old", words,
                                         " mayor said that the dam had "
                                         "burst on Tuesday."))
                         .attribution;
        size_t of_title = strlen("Dockers left the pier"), of_speaker = strlen("the mayor");
        CHECK_INT(title.length, of_title + 4 * (words < 19 ? words : 19));
        CHECK_INT(said.length, of_speaker + 4 * (words < 17 ? words : 17));
    }
}

/* What the clause counts, "40 wolves"; things and animals only from ten on, and no measures. */
static void counted_nouns(arena *a) {
    static const struct {
        const char *text, *figure;
    } cases[] = {
        {"Hunters shot 10 wolves on May 3.", "10 wolves"},
        {"Hunters shot 9 wolves on May 3.", ""},
        {"Troops dropped 40 bombs on May 3.", "40 bombs"},
        {"The army arrested 12 students on May 3.", "12 arrested"},
        {"The firm built 20 metres of the road on May 3.", ""},
        {"The blast killed 2 people on May 3.", "2 killed"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mention m = last_of(a, slice_of(cases[i].text));
        CHECK_AT(m.title.length, "%s: no mention", cases[i].text);
        slice got = {"", 0};
        if (m.figures.count)
            got = arena_format(a, "%d %.*s", (int)m.figures.items[0].number,
                               SLICE_ARGS(m.figures.items[0].of));
        CHECK_AT(slice_equal(got, slice_of(cases[i].figure)), "%s: %.*s", cases[i].text,
                 SLICE_ARGS(got));
    }
}

/* A decade dates an event, a century does not. */
static void wide_dates(arena *a) {
    CHECK_INT(mentions_of(a, SLICE("Engineers built the dam in the 1970s.")).count, 1);
    CHECK_INT(mentions_of(a, SLICE("Engineers built the dam in the 19th century.")).count, 0);
}

/* So many sentences are between the beginning of a quotation, or a name, and the last one. */
static void far_quotations(arena *a) {
    for (size_t between = 5; between <= 6; between++) {
        slice text = repeated(a, "Ana Berg told reporters: “The dam is weak.", " Rain fell.",
                              between, " Engineers inspected the dam on May 3.”");
        CHECK_SLICE(last_of(a, text).attribution, between == 5 ? "Ana Berg" : "");
    }
}

static void far_pronouns(arena *a) {
    for (size_t between = 1; between <= 2; between++) {
        slice text = repeated(a, "Jonas Falk arrived in Bergen on May 3.", " It rained.", between,
                              " He left the city on May 9.");
        CHECK_SLICE(last_of(a, text).title,
                    between == 1 ? "Jonas Falk left the city" : "He left the city");
    }
}

int main(void) {
    RUN_IN_ARENA(long_sentences);
    RUN_IN_ARENA(many_names);
    RUN_IN_ARENA(long_runs_of_names);
    RUN_IN_ARENA(long_roles);
    RUN_IN_ARENA(long_texts);
    RUN_IN_ARENA(counted_nouns);
    RUN_IN_ARENA(wide_dates);
    RUN_IN_ARENA(far_quotations);
    RUN_IN_ARENA(far_pronouns);
    return tests_end();
}
