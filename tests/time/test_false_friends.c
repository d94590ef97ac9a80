/* SPDX-License-Identifier: MIT */
/* What looks like a time and is none: a table that grows with each that is found. */
#include "time/time_fixture.h"

#include "support/check.h"

static const time_case cases[] = {
    {"2024-05-02", "Theresa May said nothing.", ""},
    {"2024-05-02", "April Jones sang.", ""},
    {"2024-05-02", "The march led to the sea, and the sun shone.", ""},
    {"2024-05-02", "She sat down in august company.", ""},
    {"2024-05-02", "He came second, and mon ami laughed.", ""},
    {"2024-05-02", "They may meet.", ""},
    {"2024-05-02", "The prices fall and the boys spring up.", ""},
    {"2024-05-02", "The Second World War is a long story.", ""},
    {"2024-05-02", "Call 020 7946 0018 or (202) 555-1990.", ""},
    {"2024-05-02", "They beat them 10-9 and drew 2-2.", ""},
    {"2024-05-02", "It is open 24/7.", ""},
    {"2024-05-02", "The odds are 50/50.", ""},
    {"2024-05-02", "He lives at 1995 Main Street.", ""},
    {"2024-05-02", "He lives at 1600 N. Maple Avenue.", ""},
    {"2024-05-02", "He read it in the Sunday Times.", ""},
    {"2024-05-02", "She was on Saturday Night Live.", ""},
    {"2024-05-02", "They played Monday Night Football.", ""},
    {"2024-05-02", "The Good Friday Agreement held.", ""},
    {"2024-05-02", "Black Monday was a film.", ""},
    {"2024-05-02", "It was 30 degrees, and then 12 below.", ""},
    {"2024-05-02", "He ran version 10.3 on port 1812.", ""},
    {"2024-05-02", "The ship was at 52.30 north.", ""},
    {"2024-05-02", "Flight 1990 left from room 2010.", ""},
    {"2024-05-02", "Section 1983 is on page 2001.", ""},
    {"2024-05-02", "She is in her twenties, and he is in his mid-60s.", ""},
    {"2024-05-02", "It cost $19.90 and then $1,999.", ""},
    {"2024-05-02", "It weighed 1999 kilograms.", ""},
    {"2024-05-02", "They passed 5 amendments and sent 3 ambulances.", ""},
    {"2024-05-02", "It rose 3.15 points.", ""},
    {"2024-05-02", "The 37-year-old man is 37 years old.", ""},
    {"2024-05-02", "He changed from a fiscal year to something else.", ""},
    {"2024-05-02", "There were two quarters and a half.", ""},
    {"2024-05-02", "The Black September group is gone.", ""},
    {"2024-05-02", "Casual Friday is a film.", ""},
    {"2024-05-02", "They say the summit is near.", ""},
    {"2024-05-02", "The clock says 25:61.", ""},
    {"2024-05-02", "I for one am glad.", ""},
    {"2024-05-02", "The over-50s came.", ""},
    {"2024-05-02", "He left at the last minute.", ""},
    {"2024-05-02", "It gained in the morning before it sank.", ""},
    {"2024-05-02", "Part 2012-1400 is lost.", ""},
    {"2024-05-02", "He was by 1st reports a thief.", ""},
    {"2024-05-02", "He read from John 3:16 aloud.", ""},
    {"2024-05-02", "She finished in 2:04.", ""},
};

static void is_no_time(arena *a) {
    check_time_cases(cases, sizeof cases / sizeof *cases, a);
}

int main(void) {
    RUN_IN_ARENA(is_no_time);
    return tests_end();
}
