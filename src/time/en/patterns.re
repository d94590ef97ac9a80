/* SPDX-License-Identifier: MIT */
/*
 * English patterns of parts that are time expressions: the second half of the grammar. The letters
 * are the symbols of time/grammar.h. The longest pattern wins, then the first.
 */
#include "time/grammar.h"

/*!re2c
re2c:define:YYCTYPE  = "unsigned char";
re2c:define:YYCURSOR = cursor;
re2c:define:YYMARKER = marker;
re2c:yyfill:enable   = 0;
re2c:tags            = 1;

month    = [MJ];
weekday  = [Ww];
day      = [NrO];
season   = [Zj];
preposition = [ioB>f@}{];
number   = [NY#] | "C" ("-"? "C"){0,3};
amount   = number | [AS];
about_so = ([N#] | "C" ("-"? "C")?) [>&] number; /* two or three */
unit     = [Uuc];
about    = "t"? "a";
mod      = "L" [-o]? | "L" "i" "t"?;
the_mod  = "t"? mod;
hour     = [NC];
in_part  = ("i" "t"? | "@") "P";
time     = (("T" | "2" [m?] | "N" [m?] | "C" "m" | "p"? hour "5" "m"? | "p" (hour "m"? | "N?" | "T")) ("z" | in_part)?
         | "T" [m?] "z"?);
on_time  = ","? ("@" "a"?)? time;
in_year  = [-/,]? [Yy];
calendar = (weekday ","?)? month [-/]? (day | "tr") in_year?
         | (weekday ","?)? "t"? day [-/o]? month in_year?
         | (weekday ","?)? [ev] ","? "o"? [Yy] | (weekday ","?)? "e";
half     = "-"? "&" "-"? "A" "-"? "H";
length   = amount [S+]? unit | "." unit | amount [Uu] half | (number | "A") half unit | "A"? "H" [Uc] | "HA" [Uc];
compound = amount "-" unit | "." "-" unit | (number | "A") half "-" unit | "A"? "H" "-" [Uc];
within   = "o"? ("t"? [RQ] | "h") "U";
quarter  = ("3" "-"?)? [Or] "q";
of_quarter = ("3" "-"?)? "O" "-" "q"; /* before a noun */
*/

pattern_match grammar_pattern(const char *symbols, size_t at) {
    const unsigned char *base = (const unsigned char *)symbols;
    const unsigned char *begin = base + at, *cursor = begin, *marker = begin;
    const unsigned char *first = NULL, *first_end = NULL, *second = NULL;
    timex_rule rule = RULE_NONE;
    /*!stags:re2c format = "const unsigned char *@@ = NULL;\n"; */
    /*!re2c
    *                               { return (pattern_match){0}; }

    // ---- dates ----
    mod? calendar (on_time | ","? "P" | in_part)? { rule = RULE_DATE; goto found; }
    mod? month ","? "o"? "Y"        { rule = RULE_DATE; goto found; }
    (weekday ","?)? month "," "r" ","? "Y" { rule = RULE_DATE; goto found; }
    month "y"                       { rule = RULE_DATE; goto found; }
    "Y" month day                   { rule = RULE_DATE; goto found; }
    mod month                       { rule = RULE_DATE; goto found; }
    mod "Y" | "Ei" "Y"              { rule = RULE_DATE; goto found; }
    "M"                             { rule = RULE_DATE; goto found; }
    preposition @first "J"          { rule = RULE_DATE; goto found; }
    [io>@{] @first "v"               { rule = RULE_DATE; goto found; }
    "Y"                             { rule = RULE_DATE; goto found; }
    [iof>B&(}{] @first [Yy]         { rule = RULE_DATE; goto found; }
    month day "," weekday           { rule = RULE_DATE; goto found; }
    "t"? [Or] ("-" ">" "-")? "R" "U" [oi] (month (","? "Y")? | "Y") { rule = RULE_DATE; goto found; }
    "t"? [OR] ("W" | "U") [oi] month (","? "Y")? { rule = RULE_DATE; goto found; }
    "W" ","? "t"? "r"               { rule = RULE_DATE; goto found; }
    "tUo" calendar                  { rule = RULE_DATE; goto found; }
    "tUY"                           { rule = RULE_DATE; goto found; }
    mod? "W" (","? "P" | on_time)?  { rule = RULE_DATE; goto found; }
    weekday ("L" "-"? "P" | "L"? in_part) { rule = RULE_DATE; goto found; }
    "w" (","? "P" | on_time)        { rule = RULE_DATE; goto found; }
    weekday "P" "@" hour            { rule = RULE_DATE; goto found; }
    "i" @first "tr"                 { rule = RULE_DATE; goto found; }
    "t"? "Po" ("W" | "R"? calendar | "D") { rule = RULE_DATE; goto found; }
    time (","? "i"? (weekday | calendar | "D" "P"?))? { rule = RULE_DATE; goto found; }
    "@" @first "!"                  { rule = RULE_DATE; goto found; }
    "i" @first "tP" ("@" hour | on_time) { rule = RULE_DATE; goto found; }
    [i>B] @first hour in_part       { rule = RULE_DATE; goto found; }
    "@" "a"? @first hour (in_part | "D" "P"?) { rule = RULE_DATE; goto found; }
    (time | hour) @first_end [->&] @second time (","? "i"? (weekday | calendar | "D"))? { rule = RULE_RANGE; goto found; }
    (weekday | calendar) ","? [i@]? time @first_end [->&] @second time { rule = RULE_RANGE; goto found; }
    "0"                             { rule = RULE_DATE; goto found; }
    time ","? "I"                   { rule = RULE_NUMERIC; goto found; }
    "I" on_time?                    { rule = RULE_NUMERIC; goto found; }
    "Y" @first_end [->/] @second [YyN] { rule = RULE_RANGE; goto found; }
    (weekday ","?)? month day @first_end [-&>] @second day (","? "Y")? { rule = RULE_RANGE; goto found; }
    "t"? day @first_end [-&>] @second "t"? day "o"? month (","? "Y")? { rule = RULE_RANGE; goto found; }
    "W" @first_end [->] @second "W" { rule = RULE_RANGE; goto found; }
    calendar @first_end [->] @second calendar { rule = RULE_RANGE; goto found; }
    month (","? "Y")? @first_end [->] @second month (","? "Y")? { rule = RULE_RANGE; goto found; }
    "{" @first (month | "Y" | calendar) @first_end "&" @second (month (","? "Y")? | "Y" | calendar) { rule = RULE_RANGE; goto found; }
    "no" @first month day @first_end [-&>] @second day (","? "Y")? { rule = RULE_RANGE; goto found; }
    "no" @first day @first_end [-&>] @second day month (","? "Y")? { rule = RULE_RANGE; goto found; }
    "no" calendar                   { rule = RULE_DATE; goto found; }

    // ---- counted from the day of writing, or from where the story stands ----
    the_mod? "t"? "R"? [Rk] [cqWZjP]    { rule = RULE_RELATIVE; goto found; }
    the_mod? "t"? "R" ([UJM] | "U;") { rule = RULE_RELATIVE; goto found; }
    (the_mod | "E")? "t"? "Q" [UcqWZjPM] { rule = RULE_RELATIVE; goto found; }
    (mod | "E")? "h" [UcqZP]        { rule = RULE_RELATIVE; goto found; }
    [EL] "i" "t" [UZ]               { rule = RULE_RELATIVE; goto found; }
    the_mod "t" [UqZ]                   { rule = RULE_RELATIVE; goto found; }
    "E" "R" [UZPq]                  { rule = RULE_RELATIVE; goto found; }
    "t"? [Or] "W" [oi] ("t"? [RQ] | [ht]) "U" { rule = RULE_RELATIVE; goto found; }
    "t"? ([WMJ] "BR" | [89])        { rule = RULE_RELATIVE; goto found; }
    "t"? "Rk" "U" | the_mod "t"? "k" "U" { rule = RULE_RELATIVE; goto found; }
    "W" "P"? within on_time?        { rule = RULE_RELATIVE; goto found; }
    mod? (month | calendar | "v") within { rule = RULE_RELATIVE; goto found; }
    "t"? "r" within                 { rule = RULE_RELATIVE; goto found; }
    "t"? "R"? "R" (calendar | "v")  { rule = RULE_DATE; goto found; }
    "RWP"                           { rule = RULE_RELATIVE; goto found; }
    "WR"                            { rule = RULE_RELATIVE; goto found; }
    about? (length ";"? | compound ";"? | about_so "u" | amount "-"? "g") [GEB] { rule = RULE_OFFSET; goto found; }
    "U" "-" [GE]                    { rule = RULE_OFFSET; goto found; }
    "A" @first "U" "-" [GE]         { rule = RULE_OFFSET; goto found; }
    about? length "B" [ev] (","? "o"? "Y")? { rule = RULE_OFFSET; goto found; }
    "tP" [BE]                       { rule = RULE_OFFSET; goto found; }
    "tU" [BE]                       { rule = RULE_OFFSET; goto found; }
    "u" "B"                         { rule = RULE_OFFSET; goto found; }
    "u" [GE]                        { rule = RULE_VAGUE; goto found; }
    [if] @first "tq"                { rule = RULE_RELATIVE; goto found; }
    "f" @first "t" "3"? "U"         { rule = RULE_RELATIVE; goto found; }
    mod? "n"                        { rule = RULE_RELATIVE; goto found; }
    "i" @first "tk"                 { rule = RULE_VAGUE; goto found; }
    "t"? "R" "u"                    { rule = RULE_DURATION; goto found; }
    "t"? "k" "u"                    { rule = RULE_VAGUE; goto found; }
    [i>B@] @first "t"? "^" | "a" "^" { rule = RULE_RELATIVE; goto found; }
    "^" "o"? "Y"                    { rule = RULE_DATE; goto found; }
    [i>@] @first "L" "-"? "P"       { rule = RULE_RELATIVE; goto found; }
    [if] @first "t" "+" "U"         { rule = RULE_RELATIVE; goto found; }
    "o" @first "tU"                 { rule = RULE_RELATIVE; goto found; }
    "t"? "UBD" on_time?             { rule = RULE_DEICTIC; goto found; }
    (mod | "E")? "D" "P"? (on_time | "@" hour)? { rule = RULE_DEICTIC; goto found; }
    "R" "P" (on_time | "@" hour)    { rule = RULE_RELATIVE; goto found; }
    "L"? "-"? "P" "D"               { rule = RULE_DEICTIC; goto found; }

    // ---- stretches and repetitions ----
    ("t"? about? amount "+"? [uc] | about? amount "+"? "U") ";"? { rule = RULE_DURATION; goto found; }
    about? length | about? compound | "S" number "-"? [uc] { rule = RULE_DURATION; goto found; }
    "t"? about? about_so "-"? unit  { rule = RULE_DURATION; goto found; }
    "A" "+"? (number | "S") "+"? "u" { rule = RULE_DURATION; goto found; }
    [At] number "-"? unit "~" | [At] "~o" amount unit { rule = RULE_DURATION; goto found; }
    "t"? [RkQO] (number | "S") "-"? (unit | "q") ";"? { rule = RULE_DURATION; goto found; }
    "S" "q"                         { rule = RULE_DURATION; goto found; }
    "t"? "k" "U"                    { rule = RULE_DURATION; goto found; }
    about? amount "+"? "%"          { rule = RULE_DURATION; goto found; }
    [Uu] "-" "=" | number "-" unit "-" "=" { rule = RULE_DURATION; goto found; }
    "A" @first "U" "-" "="          { rule = RULE_DURATION; goto found; }
    [if] @first "u"                 { rule = RULE_DURATION; goto found; }
    "u" "&" "u"                     { rule = RULE_DURATION; goto found; }
    "t" "3"? "U" / "}" [MJNR]             { rule = RULE_DURATION; goto found; }
    "V" ([UWZMPu] | (number | "O") unit | length) { rule = RULE_SET; goto found; }
    number? "*" [AV] "U"            { rule = RULE_SET; goto found; }
    "F" | "g" | [Wg] "%"            { rule = RULE_SET; goto found; }
    "A" "-"? "3" "-"? "U"           { rule = RULE_NO_TIME; goto found; }
    [tR]? about? amount "-"? unit "-"? "l" { rule = RULE_NO_TIME; goto found; }

    // ---- longer periods ----
    "6" "i"? ("W" | calendar)       { rule = RULE_DATE; goto found; }
    "i" @first "4"                  { rule = RULE_DATE; goto found; }
    "7" "t"? ([Or] "-"?)? "c"       { rule = RULE_CENTURY; goto found; }
    the_mod? "t"? [Zj] ","? "o"? "Y"    { rule = RULE_PERIOD; goto found; }
    the_mod? "t"? "Z"                   { rule = RULE_PERIOD; goto found; }
    "i" @first "t"? "j"             { rule = RULE_PERIOD; goto found; }
    "t"? "jo"                       { rule = RULE_NO_TIME; goto found; }
    "t"? quarter ("o"? "Y" | within)? | of_quarter ("o"? "Y")? { rule = RULE_PERIOD; goto found; }
    "t"? quarter "o" "3" "U"? "Y"   { rule = RULE_PERIOD; goto found; }
    "t"? "Y" (quarter | of_quarter) { rule = RULE_PERIOD; goto found; }
    [RQ] "U" "s" (quarter | of_quarter) { rule = RULE_PERIOD; goto found; }
    "t"? "Y" [~q] | "t"? "R" "~"    { rule = RULE_COMPARED; goto found; }
    "t"? "Q"? "U" "-" [GE] [~q]     { rule = RULE_COMPARED; goto found; }
    "t"? "Q" [~q] ("o"? "Y" | "o"? "R" "U" | "A" "U" [GE]) { rule = RULE_COMPARED; goto found; }
    "t" [~q] "A" "U" [GE] | "t"? "R" "U" "s" [~q] { rule = RULE_COMPARED; goto found; }
    "t"? "3" "U"? "-"? "Y"          { rule = RULE_DATE; goto found; }
    "t" "R"? "3" "U" | "R" "3" "U"  { rule = RULE_RELATIVE; goto found; }
    "t"? [Or] "-"? "H" ("o"? "Y" | "otU" | within) { rule = RULE_PERIOD; goto found; }
    "K" ("o"? "Y")? | "Y" "K" | "_" "o"? "Y" { rule = RULE_PERIOD; goto found; }
    "a" "-"? "d"                    { rule = RULE_NO_TIME; goto found; }
    the_mod? "t"? ("L" "-"?)? "d"   { rule = RULE_DECADE; goto found; }
    the_mod? "t"? [Or] "-"? "c"         { rule = RULE_CENTURY; goto found; }
    (calendar ","?)? "b"            { rule = RULE_BEFORE_CALENDAR; goto found; }

    "X"                             { rule = RULE_VAGUE; goto found; }
    */
found:
    return (pattern_match){
        .rule = rule,
        .first = first && first > begin ? (size_t)(first - base) : at,
        .end = (size_t)(cursor - base),
        .first_end = (size_t)((first_end ? first_end : cursor) - base),
        .second_first = second ? (size_t)(second - base) : 0,
    };
}
