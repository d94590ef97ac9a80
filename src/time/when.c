/* SPDX-License-Identifier: MIT */
#include "time/when.h"

#include "base/buffer.h"

/* EDTF writes seasons and quarters in the place of the month. */
#define FIRST_SEASON  21
#define FIRST_QUARTER 33
/* What stands between the ends of a set: any day from one to the other; one of those named. */
#define SOME_DAY_BETWEEN   ".."
#define EITHER_DAY_BETWEEN ","

static const slice granularity_words[] = {
#define GRANULARITY_WORD(name, word) SLICE(word),
    GRANULARITY_LIST(GRANULARITY_WORD)
#undef GRANULARITY_WORD
};
#define GRANULARITY_COUNT (sizeof granularity_words / sizeof *granularity_words)

slice granularity_word(granularity g) {
    return granularity_words[g];
}

bool granularity_named(slice word, granularity *out) {
    for (size_t i = 0; i < GRANULARITY_COUNT; i++)
        if (slice_equal(word, granularity_words[i])) {
            *out = (granularity)i;
            return true;
        }
    return false;
}

static int order(int a, int b) {
    return (a > b) - (a < b);
}

int when_compare(when a, when b) {
    int first = order(a.days.first, b.days.first);
    int last = order(a.days.last, b.days.last);
    return first ? first : last ? last : order(a.minute, b.minute);
}

/* The months that begin `before` months before the one of the day. */
static day_span months_around(day_number day, int before, int count) {
    civil_date date = civil_of(day);
    day_number first = add_months(day_of(date.year, date.month, 1), -before);
    day_number last_month = first == NO_DAY ? NO_DAY : add_months(first, count - 1);
    if (last_month == NO_DAY)
        return (day_span){first, LAST_DAY};
    civil_date last = civil_of(last_month);
    return (day_span){first, month_span(last.year, last.month).last};
}

static day_span decade_span(int year) {
    int first = year - year % 10;
    return (day_span){year_span(first < FIRST_YEAR ? FIRST_YEAR : first).first,
                      year_span(first + 9).last};
}

day_span unit_span(granularity g, day_number day) {
    civil_date date = civil_of(day);
    switch (g) {
    case GRANULARITY_WEEK:
        return week_span(day);
    case GRANULARITY_MONTH:
        return month_span(date.year, date.month);
    case GRANULARITY_SEASON:
        return months_around(day, date.month % 3, 3);
    case GRANULARITY_QUARTER:
        return months_around(day, (date.month - 1) % 3, 3);
    case GRANULARITY_YEAR:
        return year_span(date.year);
    case GRANULARITY_DECADE:
        return decade_span(date.year);
    default:
        return (day_span){day, day};
    }
}

/* The middle tells which unit was meant, also where the days reach a little beyond it. */
day_span when_unit(when w) {
    return unit_span(w.granularity, w.days.first + (w.days.last - w.days.first) / 2);
}

granularity stretch_granularity(day_span days) {
    civil_date first = civil_of(days.first), last = civil_of(days.last);
    if (first.day != 1 || last.day != days_in_month(last.year, last.month))
        return GRANULARITY_DAY;
    if (first.month == 1 && last.month == 12 && first.year != last.year)
        return GRANULARITY_YEAR;
    return first.month != last.month || first.year != last.year ? GRANULARITY_MONTH
                                                                : GRANULARITY_DAY;
}

/* ---- Writing ------------------------------------------------------------------------------ */

/* Writes two digits; returns where the next stand. */
static char *two_digits(char *to, int number) {
    to[0] = (char)('0' + number / 10 % 10);
    to[1] = (char)('0' + number % 10);
    return to + 2;
}

/* Without printf, since most expressions have such a value. */
slice day_text(arena *a, day_number day) {
    civil_date date = civil_of(day);
    slice text = arena_copy(a, SLICE("YYYY-MM-DD"));
    char *to = two_digits((char *)text.data, date.year / 100);
    to = two_digits(to, date.year % 100);
    to = two_digits(to + 1, date.month);
    two_digits(to + 1, date.day);
    return text;
}

/* Level 1 qualifies days, months and years; a time of day is not written, nor is its "about". */
static bool is_named_unit(when w) {
    day_span unit = when_unit(w);
    bool whole = w.days.first == unit.first && w.days.last == unit.last;
    switch (w.granularity) {
    case GRANULARITY_DAY:
    case GRANULARITY_MONTH:
    case GRANULARITY_YEAR:
        return whole || w.approximate;
    case GRANULARITY_TIME:
        return whole;
    case GRANULARITY_SEASON:
    case GRANULARITY_QUARTER:
    case GRANULARITY_DECADE:
        return whole && !w.approximate;
    default:
        return false;
    }
}

/* A unit by its first day. */
static void add_unit(buffer *b, granularity g, day_number day) {
    civil_date first = civil_of(day);
    if (g == GRANULARITY_DECADE) {
        buffer_print(b, "%03dX", first.year / 10);
        return;
    }
    buffer_print(b, "%04d", first.year);
    switch (g) {
    case GRANULARITY_YEAR:
        break;
    case GRANULARITY_MONTH:
        buffer_print(b, "-%02d", first.month);
        break;
    case GRANULARITY_SEASON:
        buffer_print(b, "-%d", FIRST_SEASON + first.month / 3 - 1);
        break;
    case GRANULARITY_QUARTER:
        buffer_print(b, "-%d", FIRST_QUARTER + first.month / 3);
        break;
    default:
        buffer_print(b, "-%02d-%02d", first.month, first.day);
    }
}

/* An interval, or the day where it is but one. */
static void add_stretch(buffer *b, when w) {
    slice qualifier = w.approximate ? SLICE("~") : SLICE("");
    granularity ends = stretch_granularity(w.days);
    add_unit(b, ends, w.days.first);
    buffer_add(b, qualifier);
    if (w.days.first == w.days.last)
        return;
    buffer_add_char(b, '/');
    add_unit(b, ends, w.days.last);
    buffer_add(b, qualifier);
}

static slice set_of(arena *a, day_span days, const char *between) {
    return arena_format(a, "[%.*s%s%.*s]", SLICE_ARGS(day_text(a, days.first)), between,
                        SLICE_ARGS(day_text(a, days.last)));
}

slice when_edtf(arena *a, when w) {
    buffer b = buffer_in(a);
    if (w.some_day)
        return set_of(a, w.days, SOME_DAY_BETWEEN);
    if (!when_is_dated(w))
        return buffer_slice(&b);
    if (is_named_unit(w)) {
        add_unit(&b, w.granularity, when_unit(w).first);
        if (w.approximate && w.granularity != GRANULARITY_TIME)
            buffer_add_char(&b, '~');
    } else {
        add_stretch(&b, w);
    }
    return buffer_slice(&b);
}

slice when_edtf_set(arena *a, day_span days) {
    return set_of(a, days, EITHER_DAY_BETWEEN);
}

/* ---- Reading ------------------------------------------------------------------------------ */

static bool take(slice *rest, char c) {
    if (!rest->length || rest->data[0] != c)
        return false;
    *rest = slice_range(*rest, 1, rest->length);
    return true;
}

static bool take_text(slice *rest, slice text) {
    if (!slice_starts_with(*rest, text))
        return false;
    *rest = slice_range(*rest, text.length, rest->length);
    return true;
}

static bool take_number(slice *rest, size_t digits, int *out) {
    *out = 0;
    for (size_t i = 0; i < digits; i++) {
        if (i >= rest->length || !ascii_is_digit(rest->data[i]))
            return false;
        *out = *out * 10 + (rest->data[i] - '0');
    }
    *rest = slice_range(*rest, digits, rest->length);
    return true;
}

/* The unit that holds a date; false where the calendar has no such date. */
static bool unit_of(granularity g, int year, int month, int day, when *out) {
    day_number inside = day_of(year, month, day);
    *out = when_of(unit_span(g, inside == NO_DAY ? 1 : inside), g);
    return inside != NO_DAY;
}

/* What follows the year: nothing, a month, a season, a quarter, a day. */
static bool take_in_year(slice *rest, int year, when *out) {
    int number, day;
    if (!take(rest, '-'))
        return unit_of(GRANULARITY_YEAR, year, 1, 1, out);
    if (!take_number(rest, 2, &number))
        return false;
    if (number >= FIRST_QUARTER && number < FIRST_QUARTER + 4)
        return unit_of(GRANULARITY_QUARTER, year, (number - FIRST_QUARTER) * 3 + 1, 1, out);
    if (number >= FIRST_SEASON && number < FIRST_SEASON + 4)
        return unit_of(GRANULARITY_SEASON, year, (number - FIRST_SEASON) * 3 + 3, 1, out);
    if (!take(rest, '-'))
        return unit_of(GRANULARITY_MONTH, year, number, 1, out);
    return take_number(rest, 2, &day) && unit_of(GRANULARITY_DAY, year, number, day, out);
}

static bool take_unit(slice *rest, when *out) {
    int decade, year;
    slice start = *rest;
    if (take_number(rest, 3, &decade) && take(rest, 'X'))
        return unit_of(GRANULARITY_DECADE, decade ? decade * 10 : FIRST_YEAR, 1, 1, out);
    *rest = start;
    if (!take_number(rest, 4, &year) || !take_in_year(rest, year, out))
        return false;
    bool qualifiable = out->granularity == GRANULARITY_DAY ||
                       out->granularity == GRANULARITY_MONTH ||
                       out->granularity == GRANULARITY_YEAR;
    out->approximate = qualifiable && take(rest, '~');
    return true;
}

/* Two units with something between them: a span from the first to the last. */
static bool take_span(slice *rest, slice between, when *out) {
    when last;
    if (!take_unit(rest, out) || !take_text(rest, between) || !take_unit(rest, &last))
        return false;
    out->days.last = last.days.last;
    out->granularity = GRANULARITY_SPAN;
    out->approximate |= last.approximate;
    return out->days.first <= out->days.last;
}

/* "[a,b]", "[a..b]": which day of them is meant is not known. */
static bool take_set(slice *rest, slice between, when *out) {
    if (!take(rest, '[') || !take_span(rest, between, out) || !take(rest, ']'))
        return false;
    out->approximate = true;
    return true;
}

bool when_of_edtf(slice edtf, when *out) {
    slice rest = edtf;
    if (take_unit(&rest, out) && !rest.length)
        return true;
    rest = edtf;
    if (take_span(&rest, SLICE("/"), out) && !rest.length)
        return true;
    rest = edtf;
    if (take_set(&rest, SLICE(EITHER_DAY_BETWEEN), out) && !rest.length)
        return true;
    rest = edtf;
    out->some_day = take_set(&rest, SLICE(SOME_DAY_BETWEEN), out) && !rest.length;
    return out->some_day;
}

day_number day_of_text(slice text) {
    slice rest = text;
    when w;
    bool is_day =
        take_unit(&rest, &w) && !rest.length && w.granularity == GRANULARITY_DAY && !w.approximate;
    return is_day ? w.days.first : NO_DAY;
}
