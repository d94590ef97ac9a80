/* SPDX-License-Identifier: MIT */
/*
 * Who and where: sentences of our own and what the mention of the last one names, as
 * "actors|places", each list with semicolons. The table is the place to add what went wrong once.
 */
#include "base/buffer.h"
#include "event/extract.h"
#include "event/known_names.h"
#include "event/name.h"
#include "read/reading_fixture.h"
#include "support/check.h"

#define PUBLISHED "2024-05-24" /* a Friday */
#define LEAD      "Rain falls on the hills. "

typedef struct names_case {
    const char *text;
    const char *names;
} names_case;

static const names_case cases[] = {
    /* persons, without titles */
    {"Maria Lund resigned on May 3.", "Maria Lund|"},
    {"Interior Minister Ana Berg resigned on May 3.", "Ana Berg|"},
    {"Former British Prime Minister David Hollis arrived in Oslo on May 3.", "David Hollis|Oslo"},
    {"Secretary of State Hilary Brandt visited Peru on May 3.", "Hilary Brandt|Peru"},
    {"Mr. Jean-Luc Perrin sold the house on May 3.", "Jean-Luc Perrin|"},
    {"John F. Winter was shot by Lee Harvey Stone in Dallas, Texas, on May 3.",
     "John F. Winter;Lee Harvey Stone|Dallas;Texas"},
    {"The bank's director Tony Marsh met Gen. Omar Haddad on May 3.", "Tony Marsh;Omar Haddad|"},
    {"Police arrested Omar Nasser al-Haddad on May 3.", "police;Omar Nasser al-Haddad|"},
    {"Chancellor Greta Vogel left Berlin on May 3.", "Greta Vogel|Berlin"},
    {"Ursula von der Linden and Peter de Groot met in Ghent on May 3.",
     "Ursula von der Linden;Peter de Groot|Ghent"},
    {"The president of Ghana, Kofi Asante, opened a dam on May 3.", "Kofi Asante|"},
    {"Singer Adam Kent was arrested on May 3.", "Adam Kent|"},
    {"Pope Clement visited Malta on May 3.", "Pope Clement|Malta"},
    {"A court freed Theresa May in Bonn on May 3.", "court;Theresa May|Bonn"},
    {"Republican Tom Field won the seat on May 3.", "Tom Field|"},

    /* organisations, whole */
    {"The Ministry of Defence closed the camp on May 3.", "Ministry of Defence|"},
    {"The Department of Health and Human Services banned the drug on May 3.",
     "Department of Health and Human Services|"},
    {"Johnson & Johnson recalled the pills on May 3.", "Johnson & Johnson|"},
    {"General Motors cut jobs in Ohio on May 3.", "General Motors|Ohio"},
    {"McDonald's opened a shop in Minsk on May 3.", "McDonald's|Minsk"},
    {"The Justice Department sued Transocean on May 3.", "Justice Department;Transocean|"},
    {"The World Health Organisation warned travellers on May 3.",
     "World Health Organization;travellers|"},
    {"The EU and the UN signed a deal on May 3.", "European Union;United Nations|"},
    {"American Airlines was fined by the European Commission on May 3.",
     "American Airlines;European Commission|"},
    {"The University of Stavanger opened a school in Bergen on May 3.",
     "University of Stavanger|Bergen"},
    {"Apple sued Samsung in South Korea on May 3.", "Apple;Samsung|South Korea"},
    {"The International Organization for Migration left Tripoli on May 3.",
     "International Organization for Migration|Tripoli"},
    {"The White House cancelled the trip on May 3.", "White House|"},
    {"The Bank of England raised rates on May 3.", "Bank of England|"},

    {"Tesco PLC sold the plant on May 3.", "Tesco|"},
    {"BP Plc sold the mine on May 3.", "BP|"},

    /* happenings and things with names of their own do nothing */
    {"Hurricane Walter destroyed a bridge on May 3.", "|"},

    /* by what they are */
    {"Police arrested the mayor on May 3.", "police;mayor|"},
    {"The canal authority freed the ship on May 3.", "canal authority|"},
    {"Egyptian police attacked rebels on May 3.", "Egyptian police;rebels|"},
    {"A federal court freed the editor on May 3.", "federal court;editor|"},
    {"Armed men kidnapped two nurses on May 3.", "|"},
    {"A spokesman for Tesco resigned on May 3.", "spokesman for Tesco|"},
    {"Three people died on May 3.", "|"},
    {"The price of oil fell on May 3.", "|"},

    /* with whom, against whom, of whom */
    {"Iran signed a treaty with Oman in Muscat on May 3.", "Iran|Muscat"},
    {"Anna Berg met with Jonas Stone in Riga on May 3.", "Anna Berg;Jonas Stone|Riga"},
    {"The May 3 attack by Boko Haram in Maiduguri shocked the region.", "Boko Haram|Maiduguri"},

    /* places */
    {"The ferry sank off Sicily on May 3.", "|Sicily"},
    {"The ferry sank in the Gulf of Mexico on May 3.", "|Gulf of Mexico"},
    {"A bomb exploded near Port Sudan, Sudan, on May 3.", "|Port Sudan;Sudan"},
    {"A bomb exploded in the capital Lima on May 3.", "|Lima"},
    {"A boat capsized off the coast of Libya on May 3.", "|Libya"},
    {"A mine collapsed in Orlbeck on May 3.", "|Orlbeck"},
    {"Floods hit Port-au-Prince on May 3.", "|Port-au-Prince"},
    {"The train left St. Petersburg on May 3.", "|St. Petersburg"},
    {"The ship passed through the Strait of Hormuz on May 3.", "|Strait of Hormuz"},
    {"Troops marched from Kiev to Odessa on May 3.", "troops|Kyiv;Odesa"},
    {"The plane landed in the U.S. on May 3.", "|United States"},
    {"Fire destroyed a hall at Stansted Airport on May 3.", "|Stansted Airport"},
    {"Anna Berg was killed in Cairo and Giza on May 3.", "Anna Berg|Cairo;Giza"},
    {"The law was passed in Congress on May 3.", "|"},
    {"The book was published in French on May 3.", "|"},

    /* places that act, names that are no places */
    {"Russia attacked Ukraine on May 3.", "Russia|Ukraine"},
    {"Jordan Smith won the race in Perth on May 3.", "Jordan Smith|Perth"},
    {"Anna Washington fell ill. A statue was given to Washington on May 3.", "|"},

    /* one spelling in an article */
    {"Mr Marsh resigned on May 3. Tony Marsh is rich.", "Tony Marsh|"},
    {"Tony Marsh is rich. Marsh resigned on May 3.", "Tony Marsh|"},
    {"Lula resigned on May 3. Luiz Lula da Silva is old.", "Luiz Lula da Silva|"},
    {"Anna Marsh and Tony Marsh are rich. Marsh resigned on May 3.", "Marsh|"},
    {"The Norwegian Goat Breeders Union (NGBU) is old. The NGBU met on May 3.",
     "Norwegian Goat Breeders Union|"},
    {"Anna Berg is old. She left Oslo on May 3.", "Anna Berg|Oslo"},

    /* no credits, no remains of markup */
    {"Photograph: Getty Images closed on May 3.", "|"},
};

static void add_names(buffer *out, const slice_list *names) {
    for (size_t i = 0; i < names->count; i++)
        buffer_print(out, "%s%.*s", i ? ";" : "", SLICE_ARGS(names->items[i]));
}

static mention_list mentions_of(arena *a, const char *text) {
    moment published = {day_of_text(SLICE(PUBLISHED)), NO_MINUTE, NO_ZONE};
    slice whole = arena_format(a, "%s%s", LEAD, text);
    reading_fixture read = read_text(a, whole.data, published);
    mention_list mentions = {0};
    if (read.articles.count)
        mentions_extract(&read.articles.items[0], a, NULL, &mentions, NULL, &read.said);
    return mentions;
}

static void table(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mention_list mentions = mentions_of(a, cases[i].text);
        CHECK_AT(mentions.count, "\"%s\" gives no mention", cases[i].text);
        if (!mentions.count)
            continue;
        const mention *last = &mentions.items[mentions.count - 1];
        buffer out = buffer_in(a);
        add_names(&out, &last->actors);
        buffer_add_char(&out, '|');
        add_names(&out, &last->places);
        slice got = buffer_slice(&out);
        CHECK_AT(slice_equal(got, slice_of(cases[i].names)), "\"%s\" gives\n%.*s not\n%s",
                 cases[i].text, SLICE_ARGS(got), cases[i].names);
    }
}

/* A name is words of the text, but for a first letter in small, or one that is listed. */
static bool is_of_text(slice text, slice name) {
    const known_name *known = known_name_of(name);
    return slice_find(text, name, 0) != SIZE_MAX ||
           (known && slice_equal(known_name_told(known), name)) ||
           slice_find(text, slice_range(name, 1, name.length), 0) != SIZE_MAX;
}

static void names_stand_in_text(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mention_list mentions = mentions_of(a, cases[i].text);
        for (size_t k = 0; k < mentions.count; k++) {
            const mention *m = &mentions.items[k];
            for (size_t n = 0; n < m->actors.count; n++)
                CHECK_AT(is_of_text(slice_of(cases[i].text), m->actors.items[n]), "%.*s",
                         SLICE_ARGS(m->actors.items[n]));
            for (size_t n = 0; n < m->places.count; n++)
                CHECK_AT(is_of_text(slice_of(cases[i].text), m->places.items[n]), "%.*s",
                         SLICE_ARGS(m->places.items[n]));
        }
    }
}

static void kinds_of_names(void) {
    static const struct {
        const char *words;
        name_kind kind;
    } names[] = {{"Anna Berg", NAME_KIND_PERSON},
                 {"King Olaf", NAME_KIND_PERSON},
                 {"Berg", NAME_KIND_UNKNOWN},
                 {"Berg Shipping Corp", NAME_KIND_ORGANISATION},
                 {"Ministry of Trade", NAME_KIND_ORGANISATION},
                 {"NGBU", NAME_KIND_ORGANISATION},
                 {"al-Qaeda", NAME_KIND_ORGANISATION},
                 {"Norway", NAME_KIND_PLACE},
                 {"Lake Orl", NAME_KIND_PLACE},
                 {"Orl River", NAME_KIND_PLACE}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        name_kind got = name_kind_of(slice_of(names[i].words));
        CHECK_AT(got == names[i].kind, "%s: %d", names[i].words, (int)got);
    }
}

static void known_names_are_found(void) {
    const known_name *known = known_name_of(SLICE("United \n States"));
    CHECK(known != NULL);
    if (known)
        CHECK_SLICE(known_name_told(known), "United States");
    known = known_name_of(SLICE("Martha’s Vineyard"));
    CHECK(known != NULL);
    CHECK(known_name_of(SLICE("")) == NULL);
    CHECK(known_name_of(SLICE("united states")) == NULL);
    CHECK(name_is(name_classes_of(SLICE("Oslo")), CITY));
}

int main(void) {
    RUN_IN_ARENA(table);
    RUN_IN_ARENA(names_stand_in_text);
    RUN(kinds_of_names);
    RUN(known_names_are_found);
    return tests_end();
}
