/* SPDX-License-Identifier: MIT */
#include "read/world_date.h"

#include "base/full_date.h"
#include "support/check.h"

static void reads_many_languages(void) {
    static const struct {
        const char *text, *date;
        number_order order;
    } cases[] = {
        {"24 May 2024", "2024-05-24", ORDER_UNKNOWN},
        {"May 24th, 2024", "2024-05-24", ORDER_UNKNOWN},
        {"24. Mai 2024", "2024-05-24", ORDER_UNKNOWN},
        {"1. M\xc3\xa4rz 2024", "2024-03-01", ORDER_UNKNOWN},
        {"1er ao\xc3\xbbt 2024", "2024-08-01", ORDER_UNKNOWN},
        {"24 de mayo de 2024", "2024-05-24", ORDER_UNKNOWN},
        {"24 de mar\xc3\xa7o de 2024", "2024-03-24", ORDER_UNKNOWN},
        {"24 maggio 2024", "2024-05-24", ORDER_UNKNOWN},
        {"24 mei 2024", "2024-05-24", ORDER_UNKNOWN},
        {"24 maja 2024", "2024-05-24", ORDER_UNKNOWN},
        {"24. kv\xc4\x9btna 2024", "2024-05-24", ORDER_UNKNOWN},
        {"24 \xd0\xbc\xd0\xb0\xd1\x8f 2024", "2024-05-24", ORDER_UNKNOWN},
        {"24. toukokuuta 2024", "2024-05-24", ORDER_UNKNOWN},
        {"24 May\xc4\xb1s 2024", "2024-05-24", ORDER_UNKNOWN},
        {"2024\xe5\xb9\xb4"
         "5\xe6\x9c\x88"
         "24\xe6\x97\xa5",
         "2024-05-24", ORDER_UNKNOWN},
        {"2024\xeb\x85\x84 5\xec\x9b\x94 24\xec\x9d\xbc", "2024-05-24", ORDER_UNKNOWN},
        {"24 th\xc3\xa1ng 5, 2024", "2024-05-24", ORDER_UNKNOWN},
        {"24.05.2024", "2024-05-24", ORDER_UNKNOWN},
        {"24.5.24", "2024-05-24", ORDER_UNKNOWN},
        {"24.5.69", "2069-05-24", ORDER_UNKNOWN},
        {"24.5.70", "1970-05-24", ORDER_UNKNOWN},
        {"24/5/2024", "2024-05-24", ORDER_UNKNOWN},
        {"3/5/2024", "2024-05-03", ORDER_DAY_FIRST},
        {"3/5/2024", "2024-03-05", ORDER_MONTH_FIRST},
        {"3/5/2024", "", ORDER_UNKNOWN},
        {"24 Maya 2024", "", ORDER_UNKNOWN},
        {"30. Februar 2024", "", ORDER_UNKNOWN},
        {"24. Mai", "", ORDER_UNKNOWN},
        {"24.05.20245", "", ORDER_UNKNOWN},
        {"th\xc3\xa1ng 13 2024", "", ORDER_UNKNOWN},
        {"", "", ORDER_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        moment when = {NO_DAY, NO_MINUTE, NO_ZONE};
        size_t length = 0;
        char written[MOMENT_TEXT_SIZE];
        bool found = world_date_at(slice_of(cases[i].text), cases[i].order, &when, &length);
        moment_write(found ? when : (moment){NO_DAY, NO_MINUTE, NO_ZONE}, written);
        CHECK_AT(strcmp(written, cases[i].date) == 0, "\"%s\": \"%s\", not \"%s\"", cases[i].text,
                 written, cases[i].date);
    }
}

static void finds_the_first(void) {
    moment when;
    CHECK(world_date_in(SLICE("Stand: 24.05.2024, 12 Uhr"), 100, ORDER_UNKNOWN, &when));
    CHECK_INT(when.day, day_of(2024, 5, 24));
    CHECK(!world_date_in(SLICE("Stand: 24.05.2024"), 5, ORDER_UNKNOWN, &when));
    CHECK(!world_date_in(SLICE("no. 124.05.2024x7"), 100, ORDER_UNKNOWN, &when));
}

static void knows_the_order(void) {
    CHECK_INT(number_order_of(SLICE("de")), ORDER_DAY_FIRST);
    CHECK_INT(number_order_of(SLICE("en-GB")), ORDER_DAY_FIRST);
    CHECK_INT(number_order_of(SLICE("en_US")), ORDER_MONTH_FIRST);
    CHECK_INT(number_order_of(SLICE("en")), ORDER_UNKNOWN);
    CHECK_INT(number_order_of(SLICE("")), ORDER_UNKNOWN);
}

int main(void) {
    RUN(reads_many_languages);
    RUN(finds_the_first);
    RUN(knows_the_order);
    return tests_end();
}
