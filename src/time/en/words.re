/* SPDX-License-Identifier: MIT */
/* English words and signs that time expressions are made of: the first half of the grammar. */
#include "base/calendar.h"
#include "time/grammar.h"
#include "time/holiday.h"
#include "time/timex.h"

/*!include:re2c "base/scan_slice.re" */
/*!re2c
blank  = [ \t\r\n\u00A0];
ws     = blank{1,3};
letter = [A-Za-z\u00AA-\u1FFF\u2C00-\uD7FF\U00010000-\U0010FFFF];
year   = "1" [0-9]{3} | "20" [0-9]{2} | "2100";
digits = [0-9]{1,3} ("," [0-9]{3})+ | [0-9]+;
half_day_hour = "0"? [1-9] | "1" [0-2];
clock  = ([01]? [0-9] | "2" [0-3]) ":" [0-5][0-9] (":" [0-5][0-9])?;
apostrophe_s = ['\u2019] "s";
ones   = 'one' | 'two' | 'three' | 'four' | 'five' | 'six' | 'seven' | 'eight' | 'nine';
teens  = 'ten' | 'eleven' | 'twelve' | 'thirteen' | 'fourteen' | 'fifteen' | 'sixteen' | 'seventeen'
       | 'eighteen' | 'nineteen';
tens   = 'twenty' | 'thirty' | 'forty' | 'fifty' | 'sixty' | 'seventy' | 'eighty' | 'ninety';
word_year = ('sixteen' | 'seventeen' | 'eighteen' | 'nineteen') ws
            (teens | tens ([ -] ones)? | 'oh' [ -] ones | 'hundred')
          | 'two' ws 'thousand' ws ('and' ws)? (ones | teens | tens ([ -] ones)?);
zone   = "GMT" | "UTC" | "Z" | "Zulu";
*/
/*!include:re2c "time/en/holidays.re" */

static int digits_value(const char *from, const char *to) {
    int value = 0;
    for (; from < to; from++)
        if (ascii_is_digit(*from) && value < 100000000)
            value = value * 10 + (*from - '0');
    return value;
}

static const struct {
    const char *word;
    int value;
} number_words[] = {
    {"one", 1},        {"two", 2},        {"three", 3},      {"four", 4},      {"five", 5},
    {"six", 6},        {"seven", 7},      {"eight", 8},      {"nine", 9},      {"ten", 10},
    {"eleven", 11},    {"twelve", 12},    {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16},   {"seventeen", 17}, {"eighteen", 18},  {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},    {"forty", 40},     {"fifty", 50},     {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},    {"ninety", 90},
};

/* "Nineteen ninety-four", "two thousand and eight": the first word counts hundreds or thousands. */
static int word_year_value(const char *from, const char *to) {
    int first = 0, rest = 0;
    bool thousands = false;
    while (from < to) {
        const char *end = from;
        while (end < to && ascii_is_letter(*end))
            end++;
        slice word = {from, (size_t)(end - from)};
        for (size_t i = 0; i < sizeof number_words / sizeof *number_words; i++) {
            if (!slice_equal_nocase(word, slice_of(number_words[i].word)))
                continue;
            if (first)
                rest += number_words[i].value;
            else
                first = number_words[i].value;
        }
        thousands = thousands || slice_equal_nocase(word, SLICE("thousand"));
        from = end < to ? end + 1 : to;
    }
    return first * (thousands ? 1000 : 100) + rest;
}

/* "9:30", "21.30", "0930": the minutes behind the hours. */
static int clock_value(const char *from, const char *to) {
    const char *digits = from;
    while (digits < to && ascii_is_digit(*digits))
        digits++;
    bool marked = digits < to && (*digits == ':' || *digits == '.') && digits + 2 < to;
    if (marked && ascii_is_digit(digits[1]))
        return digits_value(from, digits) * 60 + digits_value(digits + 1, digits + 3);
    return digits - from == 4 ? digits_value(from, from + 2) * 60 + digits_value(from + 2, digits)
                              : digits_value(from, digits) * 60;
}

/* "9pm", "9:30am", "12 a.m." */
static int half_day_clock(const char *from, const char *to) {
    bool afternoon = false;
    for (const char *c = from; c < to; c++)
        afternoon = afternoon || *c == 'p' || *c == 'P';
    return clock_value(from, to) % (12 * 60) + afternoon * 12 * 60 + CLOCK_SURE;
}

/* Words of several words may match the beginning of a longer one. */
static bool goes_on(const char *at, const char *end) {
    return at < end && ascii_is_letter(at[-1]) && ascii_is_letter(*at);
}

part grammar_word(slice text, size_t *from, size_t to) {
    const char *at = text.data + *from, *end = text.data + to, *kept = at;
    part_kind kind;
    int value = 0;
#define IS(the_kind, the_value)                                                                    \
    do {                                                                                           \
        kind = the_kind;                                                                           \
        value = the_value;                                                                         \
        goto found;                                                                                \
    } while (0)
    for (;;) {
        const char *begin = at;
        /*!re2c
        blank           { continue; }
        [\r]? "\n" [ \t]* [\r]? "\n" { IS(PART_OTHER, 0); }
        * {
            if (begin == end)
                at = end;
            IS(begin == end ? PART_END : PART_OTHER, 0);
        }
        "January" | "JANUARY" | "Jan." | "JAN."         { IS(PART_MONTH, 1); }
        "February" | "FEBRUARY" | "Feb." | "FEB."       { IS(PART_MONTH, 2); }
        "April" | "APRIL" | "Apr." | "APR."             { IS(PART_MONTH, 4); }
        "June" | "JUNE" | "Jun."                        { IS(PART_MONTH, 6); }
        "July" | "JULY" | "Jul."                        { IS(PART_MONTH, 7); }
        "August" | "Aug." | "AUG."                      { IS(PART_MONTH, 8); }
        "September" | "SEPTEMBER" | "Sept." | "Sep." | "SEPT." { IS(PART_MONTH, 9); }
        "October" | "OCTOBER" | "Oct." | "OCT."         { IS(PART_MONTH, 10); }
        "November" | "NOVEMBER" | "Nov." | "NOV."       { IS(PART_MONTH, 11); }
        "December" | "DECEMBER" | "Dec." | "DEC."       { IS(PART_MONTH, 12); }
        "Jan" | "JAN"           { IS(PART_MAYBE_MONTH, 1); }
        "Feb" | "FEB"           { IS(PART_MAYBE_MONTH, 2); }
        "March" | "MARCH" | "Mar" "."? | "MAR" "."? { IS(PART_MAYBE_MONTH, 3); }
        "Apr" | "APR"           { IS(PART_MAYBE_MONTH, 4); }
        "May" | "MAY"           { IS(PART_MAYBE_MONTH, 5); }
        "Jun" | "JUN"           { IS(PART_MAYBE_MONTH, 6); }
        "Jul" | "JUL"           { IS(PART_MAYBE_MONTH, 7); }
        "Aug" | "AUG" | "AUGUST" { IS(PART_MAYBE_MONTH, 8); }
        "Sept" | "Sep" | "SEP"  { IS(PART_MAYBE_MONTH, 9); }
        "Oct" | "OCT"           { IS(PART_MAYBE_MONTH, 10); }
        "Nov" | "NOV"           { IS(PART_MAYBE_MONTH, 11); }
        "Dec" | "DEC"           { IS(PART_MAYBE_MONTH, 12); }
        "Monday" | "MONDAY" { IS(PART_WEEKDAY, MONDAY); }
        "Mondays" { IS(PART_WEEKDAYS, MONDAY); }
        "Tuesday" | "TUESDAY" { IS(PART_WEEKDAY, TUESDAY); }
        "Tuesdays" { IS(PART_WEEKDAYS, TUESDAY); }
        "Wednesday" | "WEDNESDAY" { IS(PART_WEEKDAY, WEDNESDAY); }
        "Wednesdays" { IS(PART_WEEKDAYS, WEDNESDAY); }
        "Thursday" | "THURSDAY" { IS(PART_WEEKDAY, THURSDAY); }
        "Thursdays" { IS(PART_WEEKDAYS, THURSDAY); }
        "Friday" | "FRIDAY" { IS(PART_WEEKDAY, FRIDAY); }
        "Fridays" { IS(PART_WEEKDAYS, FRIDAY); }
        "Saturday" | "SATURDAY" { IS(PART_WEEKDAY, SATURDAY); }
        "Saturdays" { IS(PART_WEEKDAYS, SATURDAY); }
        "Sunday" | "SUNDAY" { IS(PART_WEEKDAY, SUNDAY); }
        "Sundays" { IS(PART_WEEKDAYS, SUNDAY); }
        ("Mon" | "MON") "."?            { IS(PART_MAYBE_WEEKDAY, MONDAY); }
        ("Tues" | "Tue" | "TUE" | "TUES") "."?    { IS(PART_MAYBE_WEEKDAY, TUESDAY); }
        ("Wed" | "WED" | "Weds" | "WEDS") "."?             { IS(PART_MAYBE_WEEKDAY, WEDNESDAY); }
        ("Thurs" | "Thur" | "Thu" | "THU" | "THURS") "."?   { IS(PART_MAYBE_WEEKDAY, THURSDAY); }
        ("Fri" | "FRI") "."?             { IS(PART_MAYBE_WEEKDAY, FRIDAY); }
        ("Sat" | "SAT") "."?             { IS(PART_MAYBE_WEEKDAY, SATURDAY); }
        ("Sun" | "SUN") "."?             { IS(PART_MAYBE_WEEKDAY, SUNDAY); }

        !use:holidays;

        digits ws? ('BC' 'E'? | 'B.C.' 'E.'?) { IS(PART_BC, digits_value(begin, at)); }
        [1-9] [0-9]{0,3} ws? ("AD" | "CE" | 'a.d.' | "C.E.") | ("AD" | 'a.d.') ws [1-9] [0-9]{0,3}
            { IS(PART_YEAR, digits_value(begin, at)); }
        [0-9]{1,2}      { IS(PART_DAY, digits_value(begin, at)); }
        // "November 1,2001"
        [0-9]{1,2} "," year {
            at = begin + (begin[1] == ',' ? 1 : 2);
            IS(PART_DAY, digits_value(begin, at));
        }
        [0-9]{1,3} ".5" { IS(PART_AND_A_HALF, digits_value(begin, at - 2)); }
        "H" [12]        { IS(PART_HALF_YEAR, at[-1] - '0'); }
        year            { IS(PART_YEAR, digits_value(begin, at)); }
        digits          { IS(PART_NUMBER, digits_value(begin, at)); }
        [0-9]{1,2} ("st" | "nd" | "rd" | "th") { IS(PART_NTH, digits_value(begin, at)); }
        ['\u2018\u2019] [0-9]{2} { IS(PART_SHORT_YEAR, digits_value(at - 2, at)); }
        ("1" [0-9]{2} | "20" [0-9]) "0" "'"? [s] { IS(PART_DECADE, digits_value(begin, begin + 3)); }
        ('nineteen' [ -])? 'twenties'              { IS(PART_DECADE, 192); }
        ('nineteen' [ -])? 'thirties'              { IS(PART_DECADE, 193); }
        ('nineteen' [ -])? 'forties'               { IS(PART_DECADE, 194); }
        ('nineteen' [ -])? 'fifties'               { IS(PART_DECADE, 195); }
        ('nineteen' [ -])? 'sixties'               { IS(PART_DECADE, 196); }
        ('nineteen' [ -])? 'seventies'             { IS(PART_DECADE, 197); }
        ('nineteen' [ -])? 'eighties'              { IS(PART_DECADE, 198); }
        ('nineteen' [ -])? 'nineties'              { IS(PART_DECADE, 199); }
        ('his' | 'her' | 'their' | 'my' | 'our' | 'your') ws (('early' | 'mid' | 'late') [ -])?
            (['\u2018\u2019]? [2-9] "0s" | 'twenties' | 'thirties' | 'forties' | 'fifties' | 'sixties'
            | 'seventies' | 'eighties' | 'nineties') { IS(PART_OTHER, 0); }
        ['\u2018\u2019]? [2-9] "0s" { IS(PART_DECADE, 190 + at[-3] - '0'); }
        year "-" [0-1][0-9] "-" [0-3][0-9] ([T ] [0-2][0-9] ":" [0-5][0-9] (":" [0-5][0-9] ([.,] [0-9]+)?)? ("Z" | [+\-] [0-2][0-9] ":"? [0-5][0-9])?)? { IS(PART_NUMERIC, 0); }
        year "-W" [0-9]{2} { IS(PART_ISO_WEEK, digits_value(begin, begin + 4) * 1000 + digits_value(at - 2, at) * 10); }
        year "-W" [0-9]{2} "-" [1-7] { IS(PART_ISO_WEEK, digits_value(begin, begin + 4) * 1000 + digits_value(at - 4, at)); }
        year [-/] [0-9]{1,2} [-/] [0-9]{1,2} { IS(PART_NUMERIC, 0); }
        [0-3]? [0-9] "." [0-1]? [0-9] "." year { IS(PART_NUMERIC, 0); }
        [0-3]? [0-9] "/" [0-3]? [0-9] "/" (year | [0-9]{2}) { IS(PART_NUMERIC, 0); }
        [0-1][0-9] "-" [0-3][0-9] "-" (year | [0-9]{2}) { IS(PART_NUMERIC, 0); }
        clock           { IS(PART_CLOCK, clock_value(begin, at)); }
        half_day_hour "." [0-5][0-9] { IS(PART_DOT_CLOCK, clock_value(begin, at)); }
        half_day_hour ([:.] [0-5][0-9])? ('am' | 'pm' | ('a.m' | 'p.m') "."?)
            { IS(PART_CLOCK, half_day_clock(begin, at)); }
        ([01][0-9] | "2" [0-3]) [0-5][0-9] ("Z" | ws? ("GMT" | "UTC") | ws "hrs")
            { IS(PART_CLOCK, clock_value(begin, at) + CLOCK_SURE); }
        "0" [0-9] [0-5][0-9] ws 'hours' { IS(PART_CLOCK, clock_value(begin, at) + CLOCK_SURE); }
        "24:00"         { IS(PART_CLOCK, CLOCK_MIDNIGHT + CLOCK_SURE); }
        ("2" [4-9] | [3-9][0-9]) ":" [0-5][0-9] { IS(PART_NO_CLOCK, 0); }
        "FY" ['\u2019]? year { IS(PART_YEAR, digits_value(at - 4, at)); }
        "FY" ['\u2019]? [0-9]{2} { IS(PART_SHORT_YEAR, digits_value(at - 2, at)); }
        ('the' ws)? 'week' ws ('ending' | 'ended') { IS(PART_WEEK_ENDING, 0); }
        'the' ws 'turn' ws 'of' { IS(PART_TURN, 0); }
        word_year       { IS(PART_WORD_YEAR, word_year_value(begin, at)); }
        'noon' | 'midday' | 'mid' [- ] 'day' { IS(PART_CLOCK, CLOCK_NOON + CLOCK_SURE); }
        'midnight'      { IS(PART_CLOCK, CLOCK_MIDNIGHT + CLOCK_SURE); }
        'half' ws 'past' { IS(PART_PAST_HOUR, 30); }
        ('a' ws)? 'quarter' ws 'past' { IS(PART_PAST_HOUR, 15); }
        'a' ws 'quarter' ws 'to' { IS(PART_PAST_HOUR, -15); }
        "o" ['\u2019] 'clock' { IS(PART_O_CLOCK, 0); }
        'a.m' "."?      { IS(PART_MERIDIEM, 0); }
        'am'            { IS(PART_AM, 0); }
        'p.m' "."? | 'pm' { IS(PART_MERIDIEM, 1); }
        zone            { IS(PART_ZONE, 0); }
        ("GMT" | "UTC") ws? [+\-\u2212] [0-9]{1,2} (":"? [0-9]{2})? { IS(PART_ZONE, 0); }
        'local' (ws 'time')? | ('eastern' | 'central' | 'pacific' | 'mountain') ws (('standard' | 'daylight') ws)? 'time'
            { IS(PART_ZONE, 0); }
        "ET" | "CT" | "MT" | "PT" | "EST" | "EDT" | "CST" | "CDT" | "MST" | "MDT" | "PST" | "PDT"
            | "BST" | "CET" | "CEST" | "EET" | "EEST" | "MSK" | "IST" | "JST" | "KST" | "HKT" | "AEST"
            | "AEDT" | "EAT" | "WAT" | "SAST" { IS(PART_ZONE, 0); }

        'first'       { IS(PART_ORDINAL, 1); }
        'second'      { IS(PART_ORDINAL, 2); }
        'third'       { IS(PART_ORDINAL, 3); }
        'fourth'      { IS(PART_ORDINAL, 4); }
        'fifth'       { IS(PART_ORDINAL, 5); }
        'sixth'       { IS(PART_ORDINAL, 6); }
        'seventh'     { IS(PART_ORDINAL, 7); }
        'eighth'      { IS(PART_ORDINAL, 8); }
        'ninth'       { IS(PART_ORDINAL, 9); }
        'tenth'       { IS(PART_ORDINAL, 10); }
        'eleventh'    { IS(PART_ORDINAL, 11); }
        'twelfth'     { IS(PART_ORDINAL, 12); }
        'thirteenth'  { IS(PART_ORDINAL, 13); }
        'fourteenth'  { IS(PART_ORDINAL, 14); }
        'fifteenth'   { IS(PART_ORDINAL, 15); }
        'sixteenth'   { IS(PART_ORDINAL, 16); }
        'seventeenth' { IS(PART_ORDINAL, 17); }
        'eighteenth'  { IS(PART_ORDINAL, 18); }
        'nineteenth'  { IS(PART_ORDINAL, 19); }
        'twentieth'   { IS(PART_ORDINAL, 20); }
        'twenty' [- ] 'first' { IS(PART_ORDINAL, 21); }
        'twenty' [- ] 'second' { IS(PART_ORDINAL, 22); }
        'twenty' [- ] 'third' { IS(PART_ORDINAL, 23); }
        'twenty' [- ] 'fourth' { IS(PART_ORDINAL, 24); }
        'twenty' [- ] 'fifth' { IS(PART_ORDINAL, 25); }
        'twenty' [- ] 'sixth' { IS(PART_ORDINAL, 26); }
        'twenty' [- ] 'seventh' { IS(PART_ORDINAL, 27); }
        'twenty' [- ] 'eighth' { IS(PART_ORDINAL, 28); }
        'twenty' [- ] 'ninth' { IS(PART_ORDINAL, 29); }
        'thirtieth' { IS(PART_ORDINAL, 30); }
        'thirty' [- ] 'first' { IS(PART_ORDINAL, 31); }
        'one'       { IS(PART_COUNT, 1); }
        'two' | ('a' ws)? 'couple' (ws 'of')? { IS(PART_COUNT, 2); }
        'three'     { IS(PART_COUNT, 3); }
        'four'      { IS(PART_COUNT, 4); }
        'five'      { IS(PART_COUNT, 5); }
        'six'       { IS(PART_COUNT, 6); }
        'seven'     { IS(PART_COUNT, 7); }
        'eight'     { IS(PART_COUNT, 8); }
        'nine'      { IS(PART_COUNT, 9); }
        'ten'       { IS(PART_COUNT, 10); }
        'eleven'    { IS(PART_COUNT, 11); }
        'twelve' | 'a' ws 'dozen' { IS(PART_COUNT, 12); }
        'thirteen'  { IS(PART_COUNT, 13); }
        'fourteen'  { IS(PART_COUNT, 14); }
        'fifteen'   { IS(PART_COUNT, 15); }
        // In brackets: they are triggers, too, for years in words.
        ('sixteen')   { IS(PART_COUNT, 16); }
        ('seventeen') { IS(PART_COUNT, 17); }
        ('eighteen')  { IS(PART_COUNT, 18); }
        ('nineteen')  { IS(PART_COUNT, 19); }
        'twenty'    { IS(PART_COUNT, 20); }
        'thirty'    { IS(PART_COUNT, 30); }
        'forty'     { IS(PART_COUNT, 40); }
        'fifty'     { IS(PART_COUNT, 50); }
        'sixty'     { IS(PART_COUNT, 60); }
        'seventy'   { IS(PART_COUNT, 70); }
        'eighty'    { IS(PART_COUNT, 80); }
        'ninety'    { IS(PART_COUNT, 90); }
        ('a' ws)? 'hundred' { IS(PART_COUNT, 100); }
        ('a' ws)? 'thousand' { IS(PART_COUNT, 1000); }
        'a' | 'an' | 'another' { IS(PART_A, 1); }
        'more' | 'additional' | 'further' | 'full' | 'straight' | 'consecutive' | 'trading'
            | 'business' | 'working' | 'calendar' { IS(PART_MORE, 0); }
        'several' | ('a' ws)? 'few' | 'many' | 'a' ws 'number' ws 'of' | ('dozens' | 'hundreds' | 'thousands') ws 'of' | 'some'
            | 'recent' { IS(PART_SOME, 0); }

        'seconds'               { IS(PART_UNITS, UNIT_SECOND); }
        'minute'                { IS(PART_UNIT, UNIT_MINUTE); }
        'minutes'               { IS(PART_UNITS, UNIT_MINUTE); }
        'hour'                  { IS(PART_UNIT, UNIT_HOUR); }
        'hours'                 { IS(PART_UNITS, UNIT_HOUR); }
        'day'                   { IS(PART_UNIT, UNIT_DAY); }
        'days'                  { IS(PART_UNITS, UNIT_DAY); }
        'weekend'               { IS(PART_UNIT, UNIT_WEEKEND); }
        'weekends'              { IS(PART_UNITS, UNIT_WEEKEND); }
        'the' ws 'weekend'      { IS(PART_WEEKEND, UNIT_WEEKEND); }
        'fortnight'             { IS(PART_UNIT, UNIT_FORTNIGHT); }
        'week'                  { IS(PART_UNIT, UNIT_WEEK); }
        'weeks'                 { IS(PART_UNITS, UNIT_WEEK); }
        'month'                 { IS(PART_UNIT, UNIT_MONTH); }
        'months'                { IS(PART_UNITS, UNIT_MONTH); }
        'year'                  { IS(PART_UNIT, UNIT_YEAR); }
        'years'                 { IS(PART_UNITS, UNIT_YEAR); }
        'year' ("-" | apostrophe_s " ") 'end' { IS(PART_UNIT_END, UNIT_YEAR); }
        'month' ("-" | apostrophe_s " ") 'end' { IS(PART_UNIT_END, UNIT_MONTH); }
        'decade'                { IS(PART_UNIT, UNIT_DECADE); }
        'decades'               { IS(PART_UNITS, UNIT_DECADE); }
        'century'               { IS(PART_CENTURY, UNIT_CENTURY); }
        'centuries'             { IS(PART_UNITS, UNIT_CENTURY); }
        'quarter' 's'?          { IS(PART_QUARTER_WORD, UNIT_QUARTER); }
        'half'                  { IS(PART_HALF, 0); }
        'fiscal'                { IS(PART_FISCAL, 0); }
        'period'                { IS(PART_PERIOD, 0); }
        'ended' | 'ending'      { IS(PART_ENDED, 0); }
        "Q" [1-4]               { IS(PART_QUARTER, at[-1] - '0'); }
        'old' | 'olds'          { IS(PART_OLD, 0); }

        'last' | 'latest'       { IS(PART_RELATION, -1); }
        'past'                  { IS(PART_PAST, -1); }
        'this' | 'current'      { IS(PART_RELATION, 0); }
        'next' | 'coming' | 'upcoming' { IS(PART_RELATION, 1); }
        'week' ws 'after' ws 'next'     { IS(PART_AFTER_NEXT, UNIT_WEEK); }
        'weekend' ws 'after' ws 'next'  { IS(PART_AFTER_NEXT, UNIT_WEEKEND); }
        'month' ws 'after' ws 'next'    { IS(PART_AFTER_NEXT, UNIT_MONTH); }
        'year' ws 'after' ws 'next'     { IS(PART_AFTER_NEXT, UNIT_YEAR); }
        'week' ws 'before' ws 'last'    { IS(PART_BEFORE_LAST, UNIT_WEEK); }
        'weekend' ws 'before' ws 'last' { IS(PART_BEFORE_LAST, UNIT_WEEKEND); }
        'month' ws 'before' ws 'last'   { IS(PART_BEFORE_LAST, UNIT_MONTH); }
        'year' ws 'before' ws 'last'    { IS(PART_BEFORE_LAST, UNIT_YEAR); }
        'previous' | 'preceding' { IS(PART_SEQUENCE, -1); }
        'same' | 'corresponding' | 'comparable' { IS(PART_SEQUENCE, 0); }
        'that' (ws 'same')?     { IS(PART_THAT, 0); }
        'following'             { IS(PART_SEQUENCE, 1); }
        'ago'                   { IS(PART_AGO, -1); }
        'from' ws 'now' | 'hence' { IS(PART_AGO, 1); }
        'earlier' | 'previously' | 'beforehand' { IS(PART_EARLIER, -1); }
        'later' | 'afterward' 's'? { IS(PART_EARLIER, 1); }
        'before' | 'prior' ws 'to' { IS(PART_BEFORE, -1); }
        'after'                 { IS(PART_BEFORE, 1); }
        'yesterday'             { IS(PART_DAYS, -1); }
        'today'                 { IS(PART_DAYS, 0); }
        'tomorrow'              { IS(PART_DAYS, 1); }
        'tonight'               { IS(PART_DAYS, DAYS_TONIGHT); }
        'overnight'             { IS(PART_DAYS, DAYS_OVERNIGHT); }
        'morning'               { IS(PART_DAY_PART, DAY_PART_MORNING); }
        ('early' ws ('morning' ws)? | 'small' ws) 'hours' (ws 'of' ws 'the' ws 'morning')?
            { IS(PART_DAY_PART, DAY_PART_MORNING); }
        'afternoon'             { IS(PART_DAY_PART, DAY_PART_AFTERNOON); }
        'evening'               { IS(PART_DAY_PART, DAY_PART_EVENING); }
        'night'                 { IS(PART_DAY_PART, DAY_PART_NIGHT); }
        'mornings'              { IS(PART_DAY_PARTS, DAY_PART_MORNING); }
        'afternoons'            { IS(PART_DAY_PARTS, DAY_PART_AFTERNOON); }
        'evenings'              { IS(PART_DAY_PARTS, DAY_PART_EVENING); }
        'nights'                { IS(PART_DAY_PARTS, DAY_PART_NIGHT); }
        'long'                  { IS(PART_LONG, 0); }
        'spring'                { IS(PART_MAYBE_SEASON, 1); }
        'summer'                { IS(PART_SEASON, 2); }
        'autumn'                { IS(PART_SEASON, 3); }
        'fall'                  { IS(PART_MAYBE_SEASON, 3); }
        'winter'                { IS(PART_SEASON, 4); }
        'early' | ('the' ws)? ('beginning' | 'start') ws 'of' { IS(PART_MOD, MOD_START); }
        'mid' | ('the' ws)? 'middle' ws 'of' { IS(PART_MOD, MOD_MID); }
        'late' | ('the' ws)? 'end' ws 'of' { IS(PART_MOD, MOD_END); }
        'every' | 'each' | 'per' { IS(PART_EVERY, 1); }
        'every' ws 'other'      { IS(PART_EVERY, 2); }
        'once'                  { IS(PART_TIMES, 1); }
        'twice'                 { IS(PART_TIMES, 2); }
        'times'                 { IS(PART_TIMES, 0); }
        'about' | 'around' | 'nearly' | 'almost' | 'approximately' | 'roughly'
            | 'close' ws 'to'
            { IS(PART_ABOUT, MOD_ABOUT); }
        'more' ws 'than' | 'over' { IS(PART_ABOUT, MOD_MORE); }
        'less' ws 'than' | 'under' { IS(PART_ABOUT, MOD_LESS); }
        'at' ws 'least' | 'no' ws ('less' | 'fewer') ws 'than' { IS(PART_ABOUT, MOD_AT_LEAST); }
        'at' ws 'most' | 'up' ws 'to' | ('no' | 'not') ws 'more' ws 'than' { IS(PART_ABOUT, MOD_AT_MOST); }
        'daily'                 { IS(PART_FREQUENCY, UNIT_DAY); }
        'weekly'                { IS(PART_FREQUENCY, UNIT_WEEK); }
        'monthly'               { IS(PART_FREQUENCY, UNIT_MONTH); }
        'yearly'                { IS(PART_FREQUENCY, UNIT_YEAR); }
        'hourly'                { IS(PART_FREQUENCY, UNIT_HOUR); }
        'nightly'               { IS(PART_FREQUENCY, UNIT_DAY); }
        ('right' ws)? 'now' | 'currently' | 'at' ws ('present' | 'the' ws 'moment' | 'this' ws 'time')
            | 'nowadays' | 'these' ws 'days' | 'the' ws 'time' ws 'being' { IS(PART_REF, 0); }
        ('more' ws)? 'recently' | 'formerly' | 'the' ws 'other' ws 'day' { IS(PART_REF, -1); }
        'soon'                  { IS(PART_REF, REF_SOON); }
        'the' ws ('near' ws)? 'future' { IS(PART_REF, 1); }

        'the'           { IS(PART_THE, 0); }
        'of'            { IS(PART_OF, 0); }
        'at'            { IS(PART_AT, 0); }
        'for'           { IS(PART_FOR, 0); }
        'in' | 'during'         { IS(PART_IN, IN_PERIOD); }
        'on' | 'by'             { IS(PART_IN, ON_DAY); }
        'between'               { IS(PART_BETWEEN, 0); }
        'since' | 'from' | 'into' | 'throughout' | 'within' { IS(PART_IN, IN_ASIDE); }
        'or' ws 'so'            { IS(PART_OR_SO, MOD_ABOUT); }
        'and' | 'or'    { IS(PART_AND, 0); }
        'to' | 'through' { IS(PART_TO, 0); }
        'until' | 'till' | 'as' ws ('soon' | 'early') ws 'as' { IS(PART_TO, 1); }
        "-" | [\u2010\u2011\u2013\u2014] { IS(PART_DASH, 0); }
        ","             { IS(PART_COMMA, 0); }
        "/"             { IS(PART_SLASH, 0); }
        "("             { IS(PART_OPEN, 0); }
        ['\u2019] 's'   { IS(PART_POSSESSIVE, 0); }

        // Words and numbers that are something else: names, prices, decimals, codes, scores.
        ("Sunday" | "Saturday" | "Friday") ws ("Times" | "Telegraph" | "Mirror" | "Express" | "Mail"
            | "Mercury" | "Herald" | "Post" | "Independent" | "Star" | "Sun" | "Tribune" | "Age")
            { IS(PART_OTHER, 0); }
        ("Monday" | "Thursday" | "Saturday" | "Sunday" | "Friday") ws "Night" ws ("Live" | "Football" | "Lights" | "Fever")
            { IS(PART_OTHER, 0); }
        ("Man" | "Girl" | "Casual" | "Ruby" | "Freaky") ws ("Friday" | "Tuesday") { IS(PART_OTHER, 0); }
        [0-9]+ ws ([NSEW] "."? ws)? ([A-Z][a-z]+ ws){1,2} ("Street" | "St." | "Avenue" | "Ave." | "Road" | "Rd."
            | "Boulevard" | "Blvd." | "Drive" | "Lane" | "Parkway" | "Place") { IS(PART_OTHER, 0); }
        letter (letter | [0-9] | ['\u2019] (letter \ [sS] | [sS] letter))* { IS(PART_OTHER, 0); }
        [$#@_+\x2E] [0-9] (letter | [0-9] | [.,] [0-9])* { IS(PART_OTHER, 0); }
        [\u00A3\u20AC] [0-9] (letter | [0-9] | [.,] [0-9])* { IS(PART_OTHER, 0); }
        [0-9] ([0-9] | [.,:] [0-9])* letter (letter | [0-9])* { IS(PART_OTHER, 0); }
        digits "." [0-9]+ ("." [0-9]+)* "%"? { IS(PART_OTHER, 0); }
        digits "%"      { IS(PART_OTHER, 0); }
        ([0-9]{3} "-")? [0-9]{3} "-" [0-9]{4} { IS(PART_OTHER, 0); }
        ('page' | 'section' | 'chapter' | 'article' | 'paragraph' | 'line' | 'number' | 'no.'
            | 'flight' | 'route' | 'highway' | 'room' | 'suite' | 'model' | 'version' | 'vol.')
            's'? ws digits { IS(PART_OTHER, 0); }
        digits ws ('percent' | 'per' ws 'cent' | 'people' | 'dollars' | 'euros' | 'pounds' | 'points'
            | 'miles' | 'kilometers' | 'kilometres' | 'meters' | 'metres' | 'feet' | 'tons' | 'tonnes' | 'kilograms' | 'kilos' | 'acres' | 'hectares' | 'barrels' | 'litres'
            | 'liters' | 'gallons' | 'degrees' | 'votes')
            { IS(PART_OTHER, 0); }
        */
    found:
        if (kind != PART_OTHER && goes_on(at, end)) { /* "the futures" */
            kind = PART_OTHER;
            for (; goes_on(at, end); at++)
                ;
        }
        *from = (size_t)(at - text.data);
        return (part){(size_t)(begin - text.data), *from, kind, value};
    }
#undef IS
}
