/* SPDX-License-Identifier: MIT */
/*
 * What a language gives to the finding of time expressions, as two scanners compiled by re2c:
 *
 *   time/en/words.re     words → parts: "March" is a month, 3; "ago" looks back
 *   time/en/patterns.re  parts → expressions: month, day, comma, year is a date
 *
 * A part has a symbol, a letter for its kind, and patterns are written over the symbols. So each
 * scanner stays small, and what an expression means (time/interpret.c) knows no language.
 */
#ifndef TIME_GRAMMAR_H
#define TIME_GRAMMAR_H

#include "time/timex.h"

/* The kinds of parts, with the symbols that patterns use and what `value` holds. */
typedef enum part_kind {
    PART_END = 0,
    PART_OTHER = 'x',         /* a word that no expression has in it */
    PART_MONTH = 'M',         /* 1 to 12 */
    PART_MAYBE_MONTH = 'J',   /* the same, where the word has other meanings: May, March */
    PART_HOLIDAY = 'e',       /* holiday_rule */
    PART_MAYBE_HOLIDAY = 'v', /* the same, where the word has other meanings: Christmas cards */
    PART_WEEKDAY = 'W',       /* MONDAY to SUNDAY */
    PART_MAYBE_WEEKDAY = 'w', /* the same: Sun, Sat */
    PART_WEEKDAYS = 'g',      /* the same, more than one: Mondays */
    PART_DAY = 'N',           /* one or two digits */
    PART_YEAR = 'Y',          /* four digits that may be a year */
    PART_NUMBER = '#',        /* any other whole number in digits */
    PART_NTH = 'r',           /* 22nd */
    PART_ORDINAL = 'O',       /* third */
    PART_COUNT = 'C',         /* a number in words */
    PART_A = 'A',             /* "a", "an" */
    PART_SOME = 'S',          /* an amount that is not told: several, a few */
    PART_SHORT_YEAR = 'y',    /* '98 */
    PART_ISO_WEEK = '0',      /* year, two digits of the week, one of the day or 0 */
    PART_NUMERIC = 'I',       /* a date in digits alone; the interpreter reads its text */
    PART_CLOCK = 'T',         /* minutes of the day, with CLOCK_SURE */
    PART_DOT_CLOCK = '2',     /* the same, where it may be a decimal: 5.30 */
    PART_NO_CLOCK = '!',      /* 25:30 */
    PART_PAST_HOUR = 'p',     /* half past 30, a quarter to -15 */
    PART_O_CLOCK = '5',
    PART_MERIDIEM = 'm', /* 0 a.m., 1 p.m. */
    PART_AM = '?',       /* 0, where it may be a verb */
    PART_ZONE = 'z',
    PART_UNIT = 'U',      /* enum time_unit */
    PART_UNITS = 'u',     /* the same, more than one: days */
    PART_UNIT_END = '^',  /* year-end: enum time_unit */
    PART_WEEKEND = 'n',   /* "the weekend" */
    PART_RELATION = 'R',  /* -1 last, 0 this, 1 next: seen from the day of writing */
    PART_PAST = 'k',      /* -1: the stretch that ends on the day of writing */
    PART_SEQUENCE = 'Q',  /* -1 previous, 0 same, 1 following: seen from where the story stands */
    PART_THAT = 'h',      /* 0: the same, where the word has other meanings */
    PART_AGO = 'G',       /* -1 ago, 1 from now: seen from the day of writing */
    PART_EARLIER = 'E',   /* -1 earlier, 1 later: seen from where the story stands */
    PART_BEFORE = 'B',    /* -1 before, 1 after: seen from what follows, if anything does */
    PART_DAYS = 'D',      /* -1 yesterday, 0 today, 1 tomorrow; DAYS_TONIGHT, DAYS_OVERNIGHT */
    PART_DAY_PART = 'P',  /* enum day_part */
    PART_DAY_PARTS = '%', /* the same, more than one: nights */
    PART_SEASON = 'Z',    /* 1 spring to 4 winter */
    PART_MAYBE_SEASON = 'j', /* the same, where the word has other meanings: fall */
    PART_QUARTER = 'K',      /* Q1: 1 to 4 */
    PART_QUARTER_WORD = 'q', /* "quarter": UNIT_QUARTER */
    PART_HALF = 'H',
    PART_HALF_YEAR = '_',   /* H1: 1 or 2 */
    PART_AND_A_HALF = '.',  /* 2.5: 2 */
    PART_MOD = 'L',         /* enum timex_mod: early, mid, late */
    PART_ABOUT = 'a',       /* enum timex_mod: about, more than, less than */
    PART_EVERY = 'V',       /* 1; every other: 2 */
    PART_FREQUENCY = 'F',   /* daily: enum time_unit */
    PART_TIMES = '*',       /* once 1, twice 2; 0 behind a number: three times */
    PART_MORE = '+',        /* between a number and a unit: two more weeks */
    PART_FISCAL = '3',      /* before a year or quarter that is a company's */
    PART_PERIOD = '~',      /* the word, for the quarter or year that figures are of */
    PART_ENDED = '}',       /* before the last day of such a period */
    PART_REF = 'X',         /* -1 in the past, 0 now, 1 in the future; REF_SOON */
    PART_DECADE = 'd',      /* 1990s as 199; '90s as 199 */
    PART_CENTURY = 'c',     /* the word */
    PART_BC = 'b',          /* 218 BC: the year */
    PART_BEFORE_LAST = '9', /* the week before last: enum time_unit */
    PART_AFTER_NEXT = '8',  /* the week after next: enum time_unit */
    PART_WORD_YEAR = '4',   /* nineteen ninety-four: the year */
    PART_WEEK_ENDING = '6', /* the week ending: before its last day */
    PART_TURN = '7',        /* the turn of: before a century */
    PART_LONG = '=',        /* behind a length: a month-long siege */
    PART_OR_SO = ';',       /* behind a length: enum timex_mod */
    PART_OLD = 'l',         /* behind an age: "55-year-old" */
    PART_THE = 't',
    PART_POSSESSIVE = 's',
    PART_OF = 'o',
    PART_AT = '@',
    PART_IN = 'i', /* a preposition that a date can follow: enum in_sense */
    PART_BETWEEN = '{',
    PART_FOR = 'f',
    PART_AND = '&',
    PART_TO = '>', /* to, through; 1 where what follows lies ahead: until */
    PART_DASH = '-',
    PART_COMMA = ',',
    PART_SLASH = '/',
    PART_OPEN = '('
} part_kind;

/* Symbols without which no run holds an expression: what lacks them is not looked at. */
#define PART_TRIGGERS "MJevWwgYyITUunDrZjPqKFXdcmbk~^5p!0346789_.?"

typedef enum time_unit {
    UNIT_NONE,
    UNIT_SECOND,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WEEKEND,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_QUARTER,
    UNIT_YEAR,
    UNIT_DECADE,
    UNIT_CENTURY,
    UNIT_FORTNIGHT /* the interpreter makes two weeks of it */
} time_unit;

typedef enum day_part {
    DAY_PART_NONE,
    DAY_PART_MORNING,
    DAY_PART_MIDDAY,
    DAY_PART_AFTERNOON,
    DAY_PART_EVENING,
    DAY_PART_NIGHT
} day_part;

/* Whether the story is at what follows: since 1648, in 1648; and on or by a day. */
enum in_sense { IN_ASIDE, IN_PERIOD, ON_DAY };

/* Of PART_REF: in the future where the words beside it look ahead, else no time. */
enum { REF_SOON = 2 };

/*
 * Added to a PART_CLOCK that says which half of the day it is in: 9pm, noon. Midnight is the end of
 * its day.
 */
#define CLOCK_SURE     4096
#define CLOCK_NOON     720
#define CLOCK_MIDNIGHT 1440

/* Values of PART_DAYS beside the number of days from the day of writing. */
enum { DAYS_TONIGHT = 100, DAYS_OVERNIGHT };

typedef struct part {
    size_t start; /* offsets of the text */
    size_t end;
    part_kind kind;
    int value;
} part;

/*
 * The next part between two offsets of a text without NUL; *from moves behind it. PART_END at the
 * end.
 */
part grammar_word(slice text, size_t *from, size_t to);

/* An expression among the symbols, in indexes of them. */
typedef struct pattern_match {
    timex_rule rule;     /* RULE_NONE: none begins here */
    size_t first;        /* the expression's first symbol; context before it is not part of it */
    size_t end;          /* behind its last */
    size_t first_end;    /* RULE_RANGE: behind the first date's last symbol */
    size_t second_first; /* RULE_RANGE: the second date's first symbol */
} pattern_match;

/* The longest expression at `at` of a string of symbols that ends with NUL. */
pattern_match grammar_pattern(const char *symbols, size_t at);

#endif
