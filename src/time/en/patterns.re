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
day      = [NO];
preposition = [ioB>f@];
digits   = [NY#];
number   = digits | "C" ("-"? "C")?;
amount   = number | [AS];
unit     = [Uc];
mod      = "t"? "L" [-o]? | "L" "it";
time     = "T" "m"? "z"? | "N" "m" "z"?;
on_time  = ","? "@"? time;
calendar = (weekday ","?)? month "t"? day (","? [Yy])?
         | (weekday ","?)? "t"? day "o"? month (","? [Yy])?;
between_days = "-" | "&" | ">" | ",";
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
    mod? calendar (on_time | ","? "P")? { rule = RULE_DATE; goto found; }
    mod? month ","? "o"? "Y"        { rule = RULE_DATE; goto found; }
    month "y"                       { rule = RULE_DATE; goto found; }
    mod [MJ]                        { rule = RULE_DATE; goto found; }
    mod "Y"                         { rule = RULE_DATE; goto found; }
    mod "tU"                        { rule = RULE_RELATIVE; goto found; }
    "M"                             { rule = RULE_DATE; goto found; }
    preposition @first "J"          { rule = RULE_DATE; goto found; }
    [io>B&] @first [Yy]             { rule = RULE_DATE; goto found; }
    "i"? @first "Y" @first_end "-" @second [Yy] { rule = RULE_RANGE; goto found; }
    "(" @first "Y"                  { rule = RULE_DATE; goto found; }
    mod? "W" (","? "P" | on_time)?  { rule = RULE_DATE; goto found; }
    "w" ","? "P"                    { rule = RULE_DATE; goto found; }
    time ("i"? ("W" | calendar | "D"))? { rule = RULE_DATE; goto found; }
    "@" @first "T"                  { rule = RULE_DATE; goto found; }
    (weekday ","?)? month day @first_end between_days @second day (","? "Y")? { rule = RULE_RANGE; goto found; }
    "i"? @first day @first_end ("-" | "&" | ">") @second day "o"? month (","? "Y")? { rule = RULE_RANGE; goto found; }
    "I" (on_time)?                  { rule = RULE_NUMERIC; goto found; }

    // ---- counted from the day of writing, or from where the story stands ----
    mod? "t"? "R" ([UcWZP] | month) { rule = RULE_RELATIVE; goto found; }
    "t" "Q" ([UcWZP] | month)       { rule = RULE_RELATIVE; goto found; }
    "W" "P"? "o" "t"? [RQ] "U"      { rule = RULE_RELATIVE; goto found; }
    "E" "R" "U"                     { rule = RULE_RELATIVE; goto found; }
    "RWP"                           { rule = RULE_RELATIVE; goto found; }
    [WM] "R"                        { rule = RULE_RELATIVE; goto found; }
    amount "-"? "S"? unit [GEB]     { rule = RULE_OFFSET; goto found; }
    "U" [GE]                        { rule = RULE_OFFSET; goto found; }
    "D" "P"?                        { rule = RULE_DEICTIC; goto found; }
    [LE] "D"                        { rule = RULE_DEICTIC; goto found; }

    // ---- stretches and repetitions ----
    amount "-"? unit ("-" "l")?     { rule = RULE_DURATION; goto found; }
    "t"? [RQO] (number | "S") "-"? unit { rule = RULE_DURATION; goto found; }
    "f" @first "U"                  { rule = RULE_DURATION; goto found; }
    "V" ([UWZMP] | number "U")      { rule = RULE_SET; goto found; }
    "F"                             { rule = RULE_SET; goto found; }

    // ---- longer periods ----
    mod? "t"? "Z" ","? "o"? "Y"     { rule = RULE_PERIOD; goto found; }
    "it" @first "Z"                 { rule = RULE_PERIOD; goto found; }
    "t"? "O" [UH] ("o"? ("Y" | "t"? "RU" | "tU"))? { rule = RULE_PERIOD; goto found; }
    "K" "o"? "Y"                    { rule = RULE_PERIOD; goto found; }
    mod? "t"? mod? "d"              { rule = RULE_DECADE; goto found; }
    mod? "t"? "O" "-"? "c"          { rule = RULE_CENTURY; goto found; }

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
