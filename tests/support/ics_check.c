/* SPDX-License-Identifier: MIT */
#include "support/ics_check.h"

#include "base/buffer.h"
#include "base/calendar.h"
#include "base/map.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

#define LONGEST_LINE  75
#define LONGEST_UID   255
#define LONGEST_FAULT 256
#define LARGEST_FILE  1000000 /* of Google's calendar */
#define MOST_WORDS    3
#define MANY          SIZE_MAX

typedef enum component { OUTSIDE, CALENDAR, EVENT, ALARM } component;

typedef enum value_kind {
    VALUE_WORD, /* one of the rule's words */
    VALUE_TEXT,
    VALUE_TEXTS, /* separated by commas */
    VALUE_DATE,
    VALUE_UTC,
    VALUE_NUMBER,
    VALUE_WEB_ADDRESS
} value_kind;

/* A property that may stand in a component, and how often. What has no rule is a fault. */
typedef struct rule {
    component within;
    const char *name;
    value_kind kind;
    size_t least;
    size_t most;
    const char *words[MOST_WORDS];
} rule;

static const rule rules[] = {
    {CALENDAR, "PRODID", VALUE_TEXT, 1, 1, {0}},
    {CALENDAR, "VERSION", VALUE_WORD, 1, 1, {"2.0"}},
    {CALENDAR, "CALSCALE", VALUE_WORD, 1, 1, {"GREGORIAN"}},
    {CALENDAR, "METHOD", VALUE_TEXT, 0, 0, {0}},
    {CALENDAR, "NAME", VALUE_TEXT, 1, 1, {0}},
    {CALENDAR, "X-WR-CALNAME", VALUE_TEXT, 1, 1, {0}},
    {EVENT, "UID", VALUE_TEXT, 1, 1, {0}},
    {EVENT, "DTSTAMP", VALUE_UTC, 1, 1, {0}},
    {EVENT, "LAST-MODIFIED", VALUE_UTC, 0, 1, {0}},
    {EVENT, "SEQUENCE", VALUE_NUMBER, 0, 1, {0}},
    {EVENT, "DTSTART", VALUE_DATE, 1, 1, {0}},
    {EVENT, "DTEND", VALUE_DATE, 1, 1, {0}},
    {EVENT, "SUMMARY", VALUE_TEXT, 1, 1, {0}},
    {EVENT, "DESCRIPTION", VALUE_TEXT, 1, 1, {0}},
    {EVENT, "STATUS", VALUE_WORD, 1, 1, {"CONFIRMED", "TENTATIVE", "CANCELLED"}},
    {EVENT, "TRANSP", VALUE_WORD, 1, 1, {"TRANSPARENT"}},
    {EVENT, "CATEGORIES", VALUE_TEXTS, 1, MANY, {0}},
    {EVENT, "URL", VALUE_WEB_ADDRESS, 0, 1, {0}},
    {EVENT, "X-DATELINE-DATE", VALUE_TEXT, 0, 1, {0}},
    {ALARM, "ACTION", VALUE_WORD, 1, 1, {"DISPLAY"}},
    {ALARM, "DESCRIPTION", VALUE_TEXT, 1, 1, {0}},
    {ALARM, "TRIGGER", VALUE_WORD, 1, 1, {"-PT15H"}},
};
#define RULE_COUNT (sizeof rules / sizeof *rules)

typedef struct checker {
    arena *arena;
    ics_fault *report;
    void *user;
    size_t faults;
    size_t line; /* at which the content line began that is looked at */
    component inside;
    size_t calendars;
    size_t events;           /* of the calendar */
    size_t seen[RULE_COUNT]; /* how often, in the component that is open */
    slice last[RULE_COUNT];  /* the value seen last, likewise */
    map *uids;
} checker;

static void fault(checker *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void fault(checker *c, const char *format, ...) {
    char what[LONGEST_FAULT];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    c->faults++;
    c->report(c->user, c->line, what);
}

/* ---- Values ------------------------------------------------------------------------------- */

static void check_text(checker *c, const rule *r, slice value) {
    if (slice_trim(value).length == 0)
        fault(c, "%s says nothing", r->name);
    for (size_t i = 0; i < value.length; i++) {
        char next = i + 1 < value.length ? value.data[i + 1] : '\0';
        if (value.data[i] == '\\') {
            if (!next || !strchr("\\;,nN", next))
                fault(c, "%s has a backslash that escapes nothing", r->name);
            i++;
        } else if (value.data[i] == ';' || value.data[i] == ',') {
            fault(c, "%s has a bare '%c'", r->name, value.data[i]);
        }
    }
}

/* Offset of the first comma that no backslash escapes, or the length. */
static size_t end_of_item(slice list) {
    size_t i = 0;
    while (i < list.length && list.data[i] != ',')
        i += list.data[i] == '\\' ? 2 : 1;
    return i < list.length ? i : list.length;
}

static void check_texts(checker *c, const rule *r, slice list) {
    size_t stop = end_of_item(list);
    check_text(c, r, slice_range(list, 0, stop));
    while (stop < list.length) {
        list = slice_range(list, stop + 1, list.length);
        stop = end_of_item(list);
        check_text(c, r, slice_range(list, 0, stop));
    }
}

static void check_word(checker *c, const rule *r, slice value) {
    for (size_t i = 0; i < MOST_WORDS && r->words[i]; i++)
        if (slice_equal(slice_of(r->words[i]), value))
            return;
    fault(c, "%s cannot be \"%.*s\"", r->name, SLICE_ARGS(value));
}

/* The number that the digits from `start` to `end` write, or -1. */
static int digits(slice s, size_t start, size_t end) {
    int number = 0;
    for (size_t i = start; i < end; i++) {
        if (i >= s.length || !ascii_is_digit(s.data[i]))
            return -1;
        number = number * 10 + (s.data[i] - '0');
    }
    return number;
}

/* The day that "20240322" names, or NO_DAY. */
static day_number day_of_value(slice value) {
    return value.length == 8 ? day_of(digits(value, 0, 4), digits(value, 4, 6), digits(value, 6, 8))
                             : NO_DAY;
}

static void check_date(checker *c, const rule *r, slice value) {
    if (day_of_value(value) == NO_DAY)
        fault(c, "%s is no date: \"%.*s\"", r->name, SLICE_ARGS(value));
}

static void check_utc(checker *c, const rule *r, slice value) {
    static const int most[] = {23, 59, 59};
    bool good = value.length == 16 && value.data[8] == 'T' && value.data[15] == 'Z' &&
                day_of_value(slice_range(value, 0, 8)) != NO_DAY;
    for (size_t i = 0; good && i < 3; i++) {
        int part = digits(value, 9 + 2 * i, 11 + 2 * i);
        good = part >= 0 && part <= most[i];
    }
    if (!good)
        fault(c, "%s is no moment in UTC: \"%.*s\"", r->name, SLICE_ARGS(value));
}

static void check_number(checker *c, const rule *r, slice value) {
    if (value.length == 0 || value.length > 9 || digits(value, 0, value.length) < 0)
        fault(c, "%s is no number", r->name);
}

static bool is_hexadecimal(char ch) {
    return ascii_is_digit(ch) || (ascii_lower(ch) >= 'a' && ascii_lower(ch) <= 'f');
}

/* RFC 3986: the characters of a URI, and whole escapes. */
static bool is_uri_text(slice s) {
    for (size_t i = 0; i < s.length; i++) {
        char ch = s.data[i];
        bool escape = ch == '%' && i + 2 < s.length && is_hexadecimal(s.data[i + 1]) &&
                      is_hexadecimal(s.data[i + 2]);
        bool plain = ascii_is_letter(ch) || ascii_is_digit(ch) ||
                     (ch && strchr("-._~:/?#[]@!$&'()*+,;=", ch));
        if (!escape && !plain)
            return false;
    }
    return true;
}

/* After scheme and host, brackets are no URI characters, and one '#' may stand. */
static bool is_path_text(slice s) {
    size_t hash = slice_find(s, SLICE("#"), 0);
    return slice_find(s, SLICE("["), 0) == SIZE_MAX && slice_find(s, SLICE("]"), 0) == SIZE_MAX &&
           (hash == SIZE_MAX || slice_find(s, SLICE("#"), hash + 1) == SIZE_MAX);
}

static void check_web_address(checker *c, const rule *r, slice value) {
    size_t host = slice_starts_with(value, SLICE("https://"))  ? 8
                  : slice_starts_with(value, SLICE("http://")) ? 7
                                                               : 0;
    size_t path = host;
    while (path < value.length && !strchr("/?#", value.data[path]))
        path++;
    if (host == 0)
        fault(c, "%s is no web address: \"%.*s\"", r->name, SLICE_ARGS(value));
    else if (path == host)
        fault(c, "%s names no host", r->name);
    else if (!is_uri_text(value) || !is_path_text(slice_range(value, path, value.length)))
        fault(c, "%s has a character that no URI has", r->name);
}

static void check_value(checker *c, const rule *r, slice value) {
    static void (*const checks[])(checker *, const rule *, slice) = {
        [VALUE_WORD] = check_word,
        [VALUE_TEXT] = check_text,
        [VALUE_TEXTS] = check_texts,
        [VALUE_DATE] = check_date,
        [VALUE_UTC] = check_utc,
        [VALUE_NUMBER] = check_number,
        [VALUE_WEB_ADDRESS] = check_web_address,
    };
    checks[r->kind](c, r, value);
}

/* ---- Components --------------------------------------------------------------------------- */

static size_t rule_index(component within, slice name) {
    size_t i = 0;
    while (i < RULE_COUNT &&
           !(rules[i].within == within && slice_equal_nocase(slice_of(rules[i].name), name)))
        i++;
    return i;
}

static slice value_of(const checker *c, component within, const char *name) {
    return c->last[rule_index(within, slice_of(name))];
}

static void check_counts(checker *c, component closed) {
    for (size_t i = 0; i < RULE_COUNT; i++) {
        if (rules[i].within != closed)
            continue;
        if (c->seen[i] < rules[i].least)
            fault(c, "%s is missing", rules[i].name);
        if (c->seen[i] > rules[i].most)
            fault(c, "%s stands %zu times", rules[i].name, c->seen[i]);
    }
}

static void check_uid(checker *c) {
    slice uid = value_of(c, EVENT, "UID");
    if (uid.length > LONGEST_UID)
        fault(c, "UID is longer than %d octets", LONGEST_UID);
    if (uid.length && ++*map_at(c->uids, uid, 0) > 1)
        fault(c, "UID is that of another event: %.*s", SLICE_ARGS(uid));
}

static bool has_category(slice list, slice category) {
    while (list.length) {
        size_t stop = end_of_item(list);
        if (slice_equal(slice_range(list, 0, stop), category))
            return true;
        list = slice_range(list, stop + (stop < list.length), list.length);
    }
    return false;
}

/* What is sure is confirmed; a date that is no day has its words beside it, and is not sure. */
static void check_certainty(checker *c) {
    slice status = value_of(c, EVENT, "STATUS"), kinds = value_of(c, EVENT, "CATEGORIES");
    bool uncertain = has_category(kinds, SLICE("uncertain date"));
    bool took_place =
        has_category(kinds, SLICE("happened")) || has_category(kinds, SLICE("ongoing"));
    slice wanted = has_category(kinds, SLICE("cancelled")) ? SLICE("CANCELLED")
                   : took_place && !uncertain              ? SLICE("CONFIRMED")
                                                           : SLICE("TENTATIVE");
    if (!slice_equal(status, wanted))
        fault(c, "STATUS is not %.*s, as CATEGORIES would have it", SLICE_ARGS(wanted));
    if (uncertain != (value_of(c, EVENT, "X-DATELINE-DATE").length > 0))
        fault(c, "an uncertain date and X-DATELINE-DATE do not stand together");
}

static void check_event(checker *c) {
    day_number start = day_of_value(value_of(c, EVENT, "DTSTART"));
    day_number end = day_of_value(value_of(c, EVENT, "DTEND"));
    if (start != NO_DAY && end != NO_DAY && end <= start)
        fault(c, "DTEND is not after DTSTART");
    slice changed = value_of(c, EVENT, "LAST-MODIFIED"),
          description = value_of(c, EVENT, "DESCRIPTION");
    if (changed.length && !slice_equal(changed, value_of(c, EVENT, "DTSTAMP")))
        fault(c, "LAST-MODIFIED is not DTSTAMP");
    if (slice_find(description, SLICE("“"), 0) == SIZE_MAX ||
        slice_find(description, SLICE("” — "), 0) == SIZE_MAX)
        fault(c, "DESCRIPTION quotes no source");
    check_uid(c);
    check_certainty(c);
}

/* Behind the properties of its event. */
static void check_alarm(checker *c) {
    if (!has_category(value_of(c, EVENT, "CATEGORIES"), SLICE("planned")))
        fault(c, "an alarm for what is not planned");
}

static void check_calendar(checker *c) {
    if (c->events == 0)
        fault(c, "the calendar has no event");
    if (!slice_equal(value_of(c, CALENDAR, "NAME"), value_of(c, CALENDAR, "X-WR-CALNAME")))
        fault(c, "NAME and X-WR-CALNAME differ");
}

static component component_named(slice name) {
    return slice_equal_nocase(name, SLICE("VCALENDAR")) ? CALENDAR
           : slice_equal_nocase(name, SLICE("VEVENT"))  ? EVENT
           : slice_equal_nocase(name, SLICE("VALARM"))  ? ALARM
                                                        : OUTSIDE;
}

static void begin(checker *c, slice name) {
    component opened = component_named(name);
    if (opened == OUTSIDE || opened != c->inside + 1) {
        fault(c, "BEGIN:%.*s must not stand here", SLICE_ARGS(name));
        return;
    }
    c->inside = opened;
    if (opened == EVENT) {
        c->events++;
    } else if (opened == CALENDAR) {
        c->calendars++;
        c->events = 0;
    }
    for (size_t i = 0; i < RULE_COUNT; i++) {
        if (rules[i].within == opened) {
            c->seen[i] = 0;
            c->last[i] = SLICE("");
        }
    }
}

static void end(checker *c, slice name) {
    component closed = component_named(name);
    if (closed == OUTSIDE || closed != c->inside) {
        fault(c, "END:%.*s closes nothing", SLICE_ARGS(name));
        return;
    }
    static void (*const checks[])(checker *) = {
        [CALENDAR] = check_calendar, [EVENT] = check_event, [ALARM] = check_alarm};
    check_counts(c, closed);
    checks[closed](c);
    c->inside--;
}

/* ---- Lines -------------------------------------------------------------------------------- */

/* Dates say VALUE=DATE, X- properties may say VALUE=TEXT, and nothing else has a parameter. */
static void check_parameters(checker *c, const rule *r, slice parameters) {
    bool is_extension = slice_starts_with(slice_of(r->name), SLICE("X-"));
    if (r->kind == VALUE_DATE ? slice_equal(parameters, SLICE(";VALUE=DATE"))
                              : parameters.length == 0)
        return;
    if (is_extension && slice_equal(parameters, SLICE(";VALUE=TEXT")))
        return;
    fault(c, "%s has the parameters \"%.*s\"", r->name, SLICE_ARGS(parameters));
}

static void check_property(checker *c, slice name, slice parameters, slice value) {
    size_t index = rule_index(c->inside, name);
    if (index == RULE_COUNT) {
        fault(c, "%.*s must not stand here", SLICE_ARGS(name));
        return;
    }
    c->seen[index]++;
    c->last[index] = value;
    check_parameters(c, &rules[index], parameters);
    check_value(c, &rules[index], value);
}

/* Controls, and what some readers take for the end of a line (U+0085, U+2028, U+2029). */
static bool is_forbidden(uint32_t ch) {
    return ch < ' ' || (ch >= 0x7F && ch <= 0x9F) || ch == 0x2028 || ch == 0x2029;
}

static void check_characters(checker *c, slice content, bool cut) {
    if (utf8_check(content) != SIZE_MAX)
        fault(c, "the line is not valid UTF-8");
    else if (cut)
        fault(c, "a fold cuts a character");
    for (size_t i = 0; i < content.length;) {
        uint32_t ch = utf8_decode(content, i, &i);
        if (is_forbidden(ch))
            fault(c, "the line has the character U+%04X", (unsigned)ch);
    }
}

/* Offset of the first colon outside of quotation marks, or SIZE_MAX. */
static size_t find_colon(slice content) {
    bool quoted = false;
    for (size_t i = 0; i < content.length; i++) {
        quoted ^= content.data[i] == '"';
        if (content.data[i] == ':' && !quoted)
            return i;
    }
    return SIZE_MAX;
}

/* A whole content line, folds undone; `cut`: one of its pieces is not UTF-8 alone. */
static void check_content(checker *c, slice content, bool cut) {
    check_characters(c, content, cut);
    size_t colon = find_colon(content), name_end = 0;
    while (name_end < content.length &&
           (ascii_is_letter(content.data[name_end]) || ascii_is_digit(content.data[name_end]) ||
            content.data[name_end] == '-'))
        name_end++;
    if (colon == SIZE_MAX || name_end == 0 ||
        (name_end != colon && content.data[name_end] != ';')) {
        fault(c, "the line is no property");
        return;
    }
    slice name = slice_range(content, 0, name_end);
    slice value = slice_range(content, colon + 1, content.length);
    if (slice_equal_nocase(name, SLICE("BEGIN")))
        begin(c, value);
    else if (slice_equal_nocase(name, SLICE("END")))
        end(c, value);
    else
        check_property(c, name, slice_range(content, name_end, colon), value);
}

/* The line at `at`, without its end, and where the next begins. */
static slice take_line(checker *c, slice file, size_t *at) {
    size_t start = *at, stop = slice_find(file, SLICE("\n"), start);
    if (stop == SIZE_MAX) {
        fault(c, "the last line has no end");
        *at = file.length;
        return slice_range(file, start, file.length);
    }
    *at = stop + 1;
    if (stop > start && file.data[stop - 1] == '\r')
        return slice_range(file, start, stop - 1);
    fault(c, "the line ends in LF alone");
    return slice_range(file, start, stop);
}

static bool continues(slice file, size_t at) {
    return at < file.length && (file.data[at] == ' ' || file.data[at] == '\t');
}

/* Takes one line and those that continue it. */
static void check_line(checker *c, slice file, size_t *at, size_t *line) {
    buffer content = buffer_in(c->arena);
    bool cut = false;
    size_t begun = *line;
    do {
        c->line = (*line)++;
        slice piece = take_line(c, file, at);
        if (piece.length > LONGEST_LINE)
            fault(c, "the line has %zu octets", piece.length);
        if (piece.length == 0)
            fault(c, "the line is empty");
        cut |= utf8_check(piece) != SIZE_MAX;
        buffer_add(&content, content.length ? slice_range(piece, 1, piece.length) : piece);
    } while (continues(file, *at));
    c->line = begun;
    check_content(c, buffer_slice(&content), cut);
}

size_t ics_check(arena *a, slice file, ics_fault *report, void *user) {
    checker c = {.arena = a, .report = report, .user = user, .line = 1, .uids = map_new(a)};
    size_t line = 1;
    for (size_t at = 0; at < file.length;)
        check_line(&c, file, &at, &line);
    static const char *const names[] = {
        [CALENDAR] = "VCALENDAR", [EVENT] = "VEVENT", [ALARM] = "VALARM"};
    if (c.inside != OUTSIDE)
        fault(&c, "the file ends before END:%s", names[c.inside]);
    if (file.length > LARGEST_FILE)
        fault(&c, "the file has %zu octets", file.length);
    if (c.calendars != 1)
        fault(&c, "the file has %zu calendars", c.calendars);
    return c.faults;
}
