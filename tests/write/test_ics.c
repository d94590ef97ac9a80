/* SPDX-License-Identifier: MIT */
#include "write/ics_parts.h"

#include "support/check.h"
#include "support/ics_check.h"
#include "write/timeline_fixture.h"

#include "base/buffer.h"

#include <libical/ical.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- A timeline made by hand, and the calendar of it ---------------------------------------- */

typedef struct fixture {
    arena *arena;
    timeline timeline;
    dateline_layout layout;
    buffer text; /* the calendar */
    diagnostics said;
    dateline_status status;
} fixture;

static fixture fixture_in(arena *a) {
    return (fixture){.arena = a,
                     .timeline = {.owner = a, .title = SLICE("The flood")},
                     .said = diagnostics_in(a)};
}

static moment moment_at(int year, int month, int day, int minute, int utc_offset) {
    return (moment){day_of(year, month, day), minute, utc_offset};
}

static size_t add_article(fixture *f, const char *publisher, const char *url, moment published) {
    *vector_push(&f->timeline.articles, f->arena) =
        (timeline_article){.id = SLICE("a.txt"),
                           .title = SLICE("River rises"),
                           .publisher = slice_of(publisher),
                           .url = slice_of(url),
                           .published = published};
    return f->timeline.articles.count - 1;
}

static void add_mention(fixture *f, entry *e, size_t source_index, const char *quote) {
    *vector_push(&e->mentions, f->arena) =
        (entry_mention){.article = source_index, .quote = slice_of(quote)};
}

/* An entry with one source, which is added too. The pointer holds until the next. */
static entry *add_entry(fixture *f, when w, const char *title) {
    size_t number = f->timeline.entries.count;
    entry *e = vector_push(&f->timeline.entries, f->arena);
    *e = (entry){.when = w, .title = slice_of(title), .edtf = when_edtf(f->arena, w)};
    e->uid = arena_format(f->arena, "00000000-0000-5000-8000-%012zu", number);
    size_t published = add_article(f, "The Courier", "https://courier.example/1",
                                   moment_at(2024, 3, 23, NO_MINUTE, NO_ZONE));
    add_mention(f, e, published, "The river rose.");
    return e;
}

static when days(day_number first, day_number last, granularity g) {
    return (when){{first, last}, NO_MINUTE, g, false, false};
}

static when one_day(void) {
    day_number day = day_of(2024, 3, 22);
    return days(day, day, GRANULARITY_DAY);
}

static bool collect(void *user, const char *bytes, size_t length) {
    buffer_add(user, (slice){bytes, length});
    return true;
}

static void print_fault(void *user, size_t line, const char *what) {
    (void)user;
    printf("calendar, line %zu: %s\n", line, what);
}

/* Writes the calendar and lets the strict checker judge it. */
static slice write_calendar(fixture *f) {
    f->text = buffer_in(f->arena);
    output out = {collect, &f->text, false};
    f->status =
        write_ics(&(write_job){&f->timeline, &f->layout, DATELINE_ICS, f->arena, &f->said, &out});
    slice text = buffer_slice(&f->text);
    if (f->status == DATELINE_OK)
        CHECK_INT(ics_check(f->arena, text, print_fault, NULL), 0);
    return text;
}

static slice unfolded(arena *a, slice text) {
    buffer whole = buffer_in(a);
    size_t start = 0;
    for (size_t fold; (fold = slice_find(text, SLICE("\r\n "), start)) != SIZE_MAX;
         start = fold + 3)
        buffer_add(&whole, slice_range(text, start, fold));
    buffer_add(&whole, slice_range(text, start, text.length));
    return buffer_slice(&whole);
}

/* What stands behind the first "NAME" that begins a line, to the end of that line; "" if none. */
static slice property(fixture *f, const char *name) {
    slice text = unfolded(f->arena, buffer_slice(&f->text));
    slice key = arena_format(f->arena, "\r\n%s", name);
    size_t found = slice_find(text, key, 0);
    if (found == SIZE_MAX)
        return SLICE("");
    found += key.length;
    return slice_range(text, found, slice_find(text, SLICE("\r\n"), found));
}

/* ---- The writer ----------------------------------------------------------------------------- */

static void whole_file(arena *a) {
    fixture f = fixture_in(a);
    add_entry(&f, one_day(), "The river rose");
    CHECK_SLICE(write_calendar(&f),
                "BEGIN:VCALENDAR\r\n"
                "PRODID:-//dateline//dateline " DATELINE_VERSION "//EN\r\n"
                "VERSION:2.0\r\n"
                "CALSCALE:GREGORIAN\r\n"
                "NAME:The flood\r\n"
                "X-WR-CALNAME;VALUE=TEXT:The flood\r\n"
                "BEGIN:VEVENT\r\n"
                "UID:00000000-0000-5000-8000-000000000000\r\n"
                "DTSTAMP:20240323T000000Z\r\n"
                "LAST-MODIFIED:20240323T000000Z\r\n"
                "SEQUENCE:0\r\n"
                "DTSTART;VALUE=DATE:20240322\r\n"
                "DTEND;VALUE=DATE:20240323\r\n"
                "SUMMARY:The river rose\r\n"
                "DESCRIPTION:“The river rose.” — The Courier\\, River rises\\, 23 March \r\n"
                " 2024\\nhttps://courier.example/1\r\n"
                "STATUS:CONFIRMED\r\n"
                "TRANSP:TRANSPARENT\r\n"
                "CATEGORIES:happened\r\n"
                "URL:https://courier.example/1\r\n"
                "END:VEVENT\r\n"
                "END:VCALENDAR\r\n");
    CHECK_INT(f.said.list.count, 0);
    slice first = arena_copy(a, buffer_slice(&f.text));
    CHECK(slice_equal(write_calendar(&f), first));
}

/* The summary as libical reads it back. */
static slice read_back(arena *a, slice text) {
    icalcomponent *calendar = icalparser_parse_string(arena_copy(a, text).data);
    CHECK(calendar != NULL);
    CHECK_INT(icalcomponent_count_errors(calendar), 0);
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    slice summary = arena_copy(a, slice_of(icalcomponent_get_summary(event)));
    icalcomponent_free(calendar);
    return summary;
}

#define TEN(text) text text text text text text text text text text

static void hostile_text(arena *a) {
    static const struct {
        const char *given;
        const char *read;
    } cases[] = {
        {"One, two; three: four", "One, two; three: four"},
        {"C:\\new\\, \\;", "C:\\new\\, \\;"},
        {"ends in \\", "ends in \\"},
        {"\"quoted\" ^n ^' words", "\"quoted\" ^n ^' words"},
        {"two\nlines\r\nand\tmore", "two lines and more"},
        {"  bell\a escape\x1b[0m delete\x7f ", "bell escape [0m delete"},
        {"next\xC2\x85line\u2028separator\u2029end", "next line separator end"},
        {"BEGIN:VEVENT\r\nUID:1", "BEGIN:VEVENT UID:1"},
        {"cut \xE2\x80 and stray \xFF", "cut \uFFFD\uFFFD and stray \uFFFD"},
        {TEN("\U0001F30A\U0001F468\u200D\U0001F469 ") "end",
         TEN("\U0001F30A\U0001F468\u200D\U0001F469 ") "end"},
        {TEN("洪水が川を越えた"), TEN("洪水が川を越えた")},
        {TEN(TEN("abc")), TEN(TEN("abc"))},
        {TEN(TEN("a,\\")), TEN(TEN("a,\\"))},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture f = fixture_in(a);
        entry *e = add_entry(&f, one_day(), cases[i].given);
        f.timeline.title = slice_of(cases[i].given);
        e->mentions.items[0].quote = slice_of(cases[i].given);
        e->attribution = slice_of(cases[i].given);
        f.timeline.articles.items[0].publisher = slice_of(cases[i].given);
        f.timeline.articles.items[0].url = slice_of(cases[i].given);
        CHECK_SLICE(read_back(a, write_calendar(&f)), cases[i].read);
    }
}

/* Lines of every length: a fold must fall neither into a character nor into a line end. */
static void folds(arena *a) {
    static const char *const patterns[] = {"a", "\u00E9", "\u6C34", "\U0001F30A", "a,", "aaaa "};
    for (size_t i = 0; i < COUNT(patterns); i++) {
        for (size_t length = 1; length < 200; length++) {
            fixture f = fixture_in(a);
            buffer title = buffer_in(a);
            for (size_t k = 0; k < length; k++)
                buffer_add(&title, slice_of(patterns[i]));
            buffer_add_char(&title, '.');
            add_entry(&f, one_day(), buffer_slice(&title).data);
            CHECK_SLICE(read_back(a, write_calendar(&f)), buffer_slice(&title).data);
        }
    }
}

static void days_and_spans(arena *a) {
    static const struct {
        civil_date first, last;
        granularity granularity;
        int minute;
        const char *start, *end, *summary;
    } cases[] = {
        {{2024, 2, 29}, {2024, 2, 29}, GRANULARITY_DAY, NO_MINUTE, "20240229", "20240301", "It"},
        {{2023, 2, 28}, {2023, 2, 28}, GRANULARITY_DAY, NO_MINUTE, "20230228", "20230301", "It"},
        {{1999, 12, 31}, {1999, 12, 31}, GRANULARITY_DAY, NO_MINUTE, "19991231", "20000101", "It"},
        {{999, 1, 9}, {999, 1, 9}, GRANULARITY_DAY, NO_MINUTE, "09990109", "09990110", "It"},
        {{1, 1, 1}, {1, 1, 1}, GRANULARITY_DAY, NO_MINUTE, "00010101", "00010102", "It"},
        {{3000, 12, 30}, {3000, 12, 30}, GRANULARITY_DAY, NO_MINUTE, "30001230", "30001231", "It"},
        {{2024, 2, 27}, {2024, 3, 2}, GRANULARITY_SPAN, NO_MINUTE, "20240227", "20240303", "It"},
        {{2024, 3, 22}, {2024, 3, 22}, GRANULARITY_TIME, 1200, "20240322", "20240323", "20:00 It"},
        {{2024, 3, 22}, {2024, 3, 22}, GRANULARITY_TIME, 5, "20240322", "20240323", "00:05 It"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        civil_date first = cases[i].first, last = cases[i].last;
        fixture f = fixture_in(a);
        when w = days(day_of(first.year, first.month, first.day),
                      day_of(last.year, last.month, last.day), cases[i].granularity);
        w.minute = cases[i].minute;
        add_entry(&f, w, "It");
        write_calendar(&f);
        CHECK_INT(f.status, DATELINE_OK);
        CHECK_SLICE(property(&f, "DTSTART;VALUE=DATE:"), cases[i].start);
        CHECK_SLICE(property(&f, "DTEND;VALUE=DATE:"), cases[i].end);
        CHECK_SLICE(property(&f, "SUMMARY:"), cases[i].summary);
        CHECK_SLICE(property(&f, "X-DATELINE-DATE"), "");
    }
}

/* Dates that are no days: what they become where spans are asked for. */
static const struct {
    civil_date first, last;
    granularity granularity;
    bool approximate;
    const char *summary, *end, *edtf;
} fuzzy_cases[] = {
    {{2024, 3, 1},
     {2024, 3, 31},
     GRANULARITY_MONTH,
     false,
     "Some time in March 2024: It",
     "20240401",
     "2024-03"},
    {{2024, 3, 25},
     {2024, 3, 31},
     GRANULARITY_WEEK,
     false,
     "Some time in the week of 25 March 2024: It",
     "20240401",
     "2024-03-25/2024-03-31"},
    {{2024, 1, 1},
     {2024, 3, 31},
     GRANULARITY_QUARTER,
     false,
     "Some time in the first quarter of 2024: It",
     "20240401",
     "2024-33"},
    {{2024, 3, 1},
     {2024, 5, 31},
     GRANULARITY_SEASON,
     false,
     "Some time in spring 2024: It",
     "20240601",
     "2024-21"},
    {{2023, 1, 1},
     {2023, 12, 31},
     GRANULARITY_YEAR,
     false,
     "Some time in 2023: It",
     "20240101",
     "2023"},
    {{1990, 1, 1},
     {1999, 12, 31},
     GRANULARITY_DECADE,
     false,
     "Some time in the 1990s: It",
     "20000101",
     "199X"},
    {{2024, 3, 1},
     {2024, 5, 31},
     GRANULARITY_SPAN,
     false,
     "March–May 2024: It",
     "20240601",
     "2024-03/2024-05"},
    {{2024, 3, 1},
     {2024, 3, 10},
     GRANULARITY_MONTH,
     true,
     "Early March 2024: It",
     "20240311",
     "2024-03~"},
    {{2024, 3, 22},
     {2024, 3, 22},
     GRANULARITY_DAY,
     true,
     "About 22 March 2024: It",
     "20240323",
     "2024-03-22~"},
};

static void add_fuzzy_entry(fixture *f, size_t i) {
    civil_date first = fuzzy_cases[i].first, last = fuzzy_cases[i].last;
    when w = days(day_of(first.year, first.month, first.day),
                  day_of(last.year, last.month, last.day), fuzzy_cases[i].granularity);
    w.approximate = fuzzy_cases[i].approximate;
    add_entry(f, w, "It");
}

static void fuzzy_as_spans(arena *a) {
    for (size_t i = 0; i < COUNT(fuzzy_cases); i++) {
        fixture f = fixture_in(a);
        f.layout.fuzzy_dates = true;
        add_fuzzy_entry(&f, i);
        write_calendar(&f);
        CHECK_INT(f.status, DATELINE_OK);
        CHECK_INT(f.said.list.count, 0);
        CHECK_SLICE(property(&f, "SUMMARY:"), fuzzy_cases[i].summary);
        CHECK_SLICE(property(&f, "DTEND;VALUE=DATE:"), fuzzy_cases[i].end);
        CHECK_SLICE(property(&f, "X-DATELINE-DATE;VALUE=TEXT:"), fuzzy_cases[i].edtf);
        CHECK_SLICE(property(&f, "STATUS:"), "TENTATIVE");
        CHECK_SLICE(property(&f, "CATEGORIES:"), "happened,uncertain date");
    }
}

/* What only its order dates is of no day, whatever is asked for. */
static void ordered_left_out(arena *a) {
    for (int fuzzy = 0; fuzzy < 2; fuzzy++) {
        fixture f = fixture_in(a);
        f.layout.fuzzy_dates = fuzzy;
        when w = days(day_of(2024, 3, 22), day_of(2024, 3, 24), GRANULARITY_SPAN);
        w.approximate = w.some_day = true;
        add_entry(&f, w, "Controls were tightened");
        add_entry(&f, one_day(), "It");
        write_calendar(&f);
        CHECK_SLICE(property(&f, "SUMMARY:"), "It");
        CHECK_INT(f.said.list.count, 1);
        if (f.said.list.count)
            CHECK(strstr(f.said.list.items[0].message, "1 entry of which only the order is known"));
    }
}

static void fuzzy_left_out(arena *a) {
    fixture f = fixture_in(a);
    for (size_t i = 0; i < COUNT(fuzzy_cases); i++)
        add_fuzzy_entry(&f, i);
    CHECK_INT(write_calendar(&f).length, 0);
    CHECK_INT(f.status, DATELINE_NO_EVENTS);
    add_entry(&f, one_day(), "It");
    f.said = diagnostics_in(a);
    write_calendar(&f);
    CHECK_INT(f.status, DATELINE_OK);
    CHECK_SLICE(property(&f, "UID:"), "00000000-0000-5000-8000-000000000009");
    CHECK_INT(f.said.list.count, 1);
    CHECK_INT(f.said.list.items[0].status, DATELINE_LEFT_OUT);
    CHECK_INT(f.said.list.items[0].severity, DATELINE_WARNING);
    CHECK_SLICE(slice_of(f.said.list.items[0].message),
                "the calendar leaves out 9 entries whose date is no day (a month, a year); "
                "--fuzzy-dates writes "
                "them as spans");
}

/* No calendar says "from then on": neither undated entries nor open ends are ever written. */
static void without_ends(arena *a) {
    fixture f = fixture_in(a);
    f.layout.fuzzy_dates = true;
    add_entry(&f, days(NO_DAY, NO_DAY, GRANULARITY_NONE), "Undated");
    add_entry(&f, days(day_of(2024, 3, 22), LAST_DAY, GRANULARITY_SPAN), "Open");
    add_entry(&f, days(day_of(3000, 12, 31), day_of(3000, 12, 31), GRANULARITY_DAY), "Too late");
    CHECK_INT(write_calendar(&f).length, 0);
    CHECK_INT(f.status, DATELINE_NO_EVENTS);
    CHECK_INT(f.said.list.count, 1);
    CHECK_SLICE(slice_of(f.said.list.items[0].message),
                "the calendar leaves out 3 entries whose date has no beginning or no end, or is "
                "beyond the year "
                "3000");
}

static void statuses(arena *a) {
    static const struct {
        event_status status;
        const char *calendar, *category, *description;
    } cases[] = {
        {EVENT_HAPPENED, "CONFIRMED", "happened", "According to the mayor"},
        {EVENT_ONGOING, "CONFIRMED", "ongoing", "Ongoing\\, according to the mayor"},
        {EVENT_PLANNED, "TENTATIVE", "planned", "Planned\\, according to the mayor"},
        {EVENT_ALLEGED, "TENTATIVE", "alleged", "Alleged\\, according to the mayor"},
        {EVENT_DENIED, "TENTATIVE", "denied", "Denied\\, according to the mayor"},
        {EVENT_CANCELLED, "CANCELLED", "cancelled", "Cancelled\\, according to the mayor"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture f = fixture_in(a);
        entry *e = add_entry(&f, one_day(), "It");
        e->status = cases[i].status;
        e->attribution = SLICE("the mayor");
        write_calendar(&f);
        CHECK_SLICE(property(&f, "STATUS:"), cases[i].calendar);
        CHECK_SLICE(property(&f, "CATEGORIES:"), cases[i].category);
        slice claim = arena_format(a, "%s\\n\\n“", cases[i].description);
        CHECK(slice_starts_with(property(&f, "DESCRIPTION:"), claim));
    }
}

static void revisions(arena *a) {
    static const struct {
        moment published[2];
        const char *stamp;
    } cases[] = {
        {{{0, NO_MINUTE, NO_ZONE}, {0, NO_MINUTE, NO_ZONE}}, "20240322T000000Z"},
        {{{1, NO_MINUTE, NO_ZONE}, {0, NO_MINUTE, NO_ZONE}}, "20240323T000000Z"},
        {{{1, 1301, NO_ZONE}, {2, NO_MINUTE, NO_ZONE}}, "20240324T000000Z"},
        {{{2, 1301, NO_ZONE}, {2, 1299, NO_ZONE}}, "20240324T214100Z"},
        {{{1, 30, 120}, {0, NO_MINUTE, NO_ZONE}}, "20240322T223000Z"},
        {{{1, 1430, -300}, {2, 200, 0}}, "20240324T045000Z"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture f = fixture_in(a);
        entry *e = add_entry(&f, one_day(), "It");
        e->mentions.count = 0;
        for (size_t k = 0; k < 2; k++) {
            moment published = cases[i].published[k]; /* its day counted from the entry's */
            if (published.day != NO_DAY)
                published.day += one_day().days.first;
            add_mention(&f, e, add_article(&f, "", "", published), "It was.");
        }
        write_calendar(&f);
        CHECK_SLICE(property(&f, "DTSTAMP:"), cases[i].stamp);
        CHECK_SLICE(property(&f, "LAST-MODIFIED:"), cases[i].stamp);
    }
}

static void addresses(arena *a) {
    static const struct {
        const char *given, *written;
    } cases[] = {
        {"https://a.example/b?c=1&d=2#e", "https://a.example/b?c=1&d=2#e"},
        {"HTTP://a.example/", "http://a.example/"},
        {"https://a.example/one two\"<>", "https://a.example/one%20two%22%3C%3E"},
        {"https://a.example/caf\u00E9", "https://a.example/caf%C3%A9"},
        {"https://a.example/50%25/100%", "https://a.example/50%25/100%25"},
        {"https://a.example/x%zz\\y", "https://a.example/x%25zz%5Cy"},
        {"https://[::1]:80/[x]?#[#", "https://[::1]:80/%5Bx%5D?#%5B%23"},
        {"https://a.example/b;c,d", "https://a.example/b;c,d"},
        {"https://a.example/\r\nX-EVIL:1", "https://a.example/%0D%0AX-EVIL:1"},
        {"https://", ""},
        {"http:///path", ""},
        {"ftp://a.example/", ""},
        {"javascript:alert(1)", ""},
        {"a.example", ""},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture f = fixture_in(a);
        add_entry(&f, one_day(), "It");
        f.timeline.articles.items[0].url = slice_of(cases[i].given);
        write_calendar(&f);
        CHECK_SLICE(property(&f, "URL:"), cases[i].written);
    }
}

/* All sources are quoted, the best that has an address gives it, disagreement is told. */
static void sources(arena *a) {
    fixture f = fixture_in(a);
    entry *e = add_entry(&f, one_day(), "It");
    f.timeline.articles.items[0].url = SLICE("file:///tmp/a.txt");
    moment unknown = {NO_DAY, NO_MINUTE, NO_ZONE};
    add_mention(&f, e, add_article(&f, "", "https://b.example/2", unknown), "Two, they say;\nyes.");
    f.timeline.articles.items[1].title = SLICE("");
    entry_figure *dead = vector_push(&e->figures, a);
    dead->of = SLICE("killed");
    for (size_t i = 0; i < 2; i++) {
        figure_value *v = vector_push(&dead->values, a);
        v->number = i ? 137 : 144;
        *vector_push(&v->articles, a) = i;
    }
    entry_figure *hurt = vector_push(&e->figures, a);
    hurt->of = SLICE("injured");
    *vector_push(&hurt->values, a) = (figure_value){.number = 5};
    write_calendar(&f);
    CHECK_SLICE(property(&f, "URL:"), "https://b.example/2");
    CHECK_SLICE(property(&f, "DESCRIPTION:"),
                "“The river rose.” — The Courier\\, River rises\\, 23 March 2024\\n"
                "file:///tmp/a.txt\\n\\n"
                "“Two\\, they say\\; yes.” — a.txt\\, undated\\nhttps://b.example/2\\n\\n"
                "The sources disagree on killed: 144 (1 source)\\, 137 (1)");
}

/* A place's comma would be one of the list. */
static void places_are_categories(arena *a) {
    fixture f = fixture_in(a);
    entry *e = add_entry(&f, one_day(), "It");
    *vector_push(&e->places, a) = SLICE("Nether Wallow");
    *vector_push(&e->places, a) = SLICE("Wallow, Upper");
    *vector_push(&e->places, a) = SLICE("a;b\\c");
    *vector_push(&e->places, a) = SLICE("; ,");
    write_calendar(&f);
    CHECK_SLICE(property(&f, "CATEGORIES:"), "happened,Nether Wallow,Wallow Upper,abc");
}

static void alarms_for_plans_alone(arena *a) {
    for (size_t i = 0; i < 4; i++) {
        fixture f = fixture_in(a);
        entry *e = add_entry(&f, one_day(), "It");
        e->when.approximate = i == 2;
        e->status = i == 1 ? EVENT_HAPPENED : EVENT_PLANNED;
        f.layout = (dateline_layout){.alarms = i != 3, .fuzzy_dates = true};
        write_calendar(&f);
        CHECK_SLICE(property(&f, "TRIGGER:"), i == 0 ? "-PT15H" : "");
    }
}

static void updates_are_counted(arena *a) {
    fixture f = fixture_in(a);
    add_entry(&f, one_day(), "It")->sequence = 3;
    write_calendar(&f);
    CHECK_SLICE(property(&f, "SEQUENCE:"), "3");
}

static void inferred_dates_say_so(arena *a) {
    fixture f = fixture_in(a);
    entry *e = add_entry(&f, one_day(), "It");
    e->mentions.items[0].how = HOW_ANCHORED;
    write_calendar(&f);
    CHECK(slice_starts_with(property(&f, "DESCRIPTION:"),
                            SLICE("Date counted from another event\\n\\n“")));
}

static ics_part_list parts_of(fixture *f) {
    write_job job = {&f->timeline, &f->layout, DATELINE_ICS, f->arena, &f->said, NULL};
    ics_part_list parts = ics_parts(&job);
    for (size_t i = 0; i < parts.count; i++)
        CHECK_INT(ics_check(f->arena, parts.items[i].text, print_fault, NULL), 0);
    return parts;
}

static void one_part_is_the_whole(arena *a) {
    fixture f = fixture_in(a);
    add_entry(&f, one_day(), "It");
    ics_part_list parts = parts_of(&f);
    CHECK_INT(parts.count, 1);
    CHECK_SLICE(parts.items[0].label, "");
    CHECK_SLICE(write_calendar(&f), parts.items[0].text.data);
    CHECK_INT(f.said.list.count, 0);
}

static void months_are_parts(arena *a) {
    static const char *const labels[] = {"2023-12", "2024-01", "2024-03"};
    fixture f = fixture_in(a);
    day_number last_of_year = day_of(2023, 12, 31);
    add_entry(&f, days(last_of_year, last_of_year + 1, GRANULARITY_SPAN), "Over");
    add_entry(&f, days(last_of_year + 1, last_of_year + 1, GRANULARITY_DAY), "New");
    add_entry(&f, one_day(), "It");
    f.layout.split_months = true;
    ics_part_list parts = parts_of(&f);
    CHECK_INT(parts.count, COUNT(labels));
    for (size_t i = 0; i < COUNT(labels); i++)
        CHECK_SLICE(parts.items[i].label, labels[i]);
}

/* Each part is a calendar that is small enough, which the checker tells; no event is lost. */
static void large_calendars_are_split(arena *a) {
    for (size_t by_month = 0; by_month < 2; by_month++) {
        fixture f = fixture_in(a);
        char *long_title = ARENA_ARRAY(a, char, 5001);
        memset(long_title, 'x', 5000);
        for (size_t i = 0; i < 500; i++)
            add_entry(&f, one_day(), long_title);
        f.layout.split_months = by_month;
        ics_part_list parts = parts_of(&f);
        CHECK_INT(parts.count, 3);
        CHECK_SLICE(parts.items[0].label, by_month ? "2024-03" : "1");
        CHECK_SLICE(parts.items[2].label, by_month ? "2024-03-3" : "3");
        CHECK_INT(f.said.list.count, by_month ? 0 : 1);
        size_t events = 0;
        for (size_t i = 0; i < parts.count; i++) {
            slice text = parts.items[i].text;
            for (size_t at = 0; (at = slice_find(text, SLICE("BEGIN:VEVENT"), at)) != SIZE_MAX;
                 at++)
                events++;
        }
        CHECK_INT(events, 500);
    }
}

static void untitled(arena *a) {
    fixture f = fixture_in(a);
    add_entry(&f, one_day(), "It");
    f.timeline.title = SLICE("");
    write_calendar(&f);
    CHECK_SLICE(property(&f, "NAME:"), "Timeline");
    CHECK_SLICE(property(&f, "X-WR-CALNAME;VALUE=TEXT:"), "Timeline");
}

/* The timelines that all writers are tested with. */
static void shared_timelines(arena *a) {
    for (int fuzzy = 0; fuzzy < 2; fuzzy++) {
        fixture f = fixture_in(a);
        f.layout.fuzzy_dates = fuzzy;
        f.timeline = *fixture_timeline(a);
        write_calendar(&f);
        CHECK_INT(f.status, DATELINE_OK);
        f.timeline = *fixture_hostile(a);
        write_calendar(&f);
        CHECK_INT(f.status, DATELINE_OK);
        f.timeline = *fixture_empty(a);
        CHECK_INT(write_calendar(&f).length, 0);
        CHECK_INT(f.status, DATELINE_NO_EVENTS);
    }
}

static bool refuse(void *user, const char *bytes, size_t length) {
    (void)bytes;
    *(size_t *)user += length;
    return false;
}

static void refused_sink(arena *a) {
    fixture f = fixture_in(a);
    add_entry(&f, one_day(), "It");
    size_t offered = 0;
    output out = {refuse, &offered, false};
    write_job job = {&f.timeline, &f.layout, DATELINE_ICS, a, &f.said, &out};
    CHECK_INT(write_ics(&job), DATELINE_STOPPED);
    CHECK(offered > 0);
}

/* ---- The checker must refuse what is faulty -------------------------------------------------- */

static const char sound[] =
    "BEGIN:VCALENDAR\r\n"
    "PRODID:-//a//b//EN\r\n"
    "VERSION:2.0\r\n"
    "CALSCALE:GREGORIAN\r\n"
    "NAME:Floods\\, 2024\r\n"
    "X-WR-CALNAME;VALUE=TEXT:Floods\\, 2024\r\n"
    "BEGIN:VEVENT\r\n"
    "UID:one\r\n"
    "DTSTAMP:20240323T235959Z\r\n"
    "LAST-MODIFIED:20240323T235959Z\r\n"
    "SEQUENCE:0\r\n"
    "DTSTART;VALUE=DATE:20240229\r\n"
    "DTEND;VALUE=DATE:20240301\r\n"
    "SUMMARY:Water\\; mud\\, silt\r\n"
    "DESCRIPTION:“The river\\nrose” — C:\\\\new \\Nand a line that is fo\r\n"
    " lded\r\n"
    "STATUS:TENTATIVE\r\n"
    "TRANSP:TRANSPARENT\r\n"
    "CATEGORIES:planned,uncertain date\r\n"
    "URL:https://a.example/%C3%A9?x=1\r\n"
    "X-DATELINE-DATE;VALUE=TEXT:2024-02\r\n"
    "BEGIN:VALARM\r\n"
    "ACTION:DISPLAY\r\n"
    "DESCRIPTION:Water\r\n"
    "TRIGGER:-PT15H\r\n"
    "END:VALARM\r\n"
    "END:VEVENT\r\n"
    "BEGIN:VEVENT\r\n"
    "UID:two\r\n"
    "DTSTAMP:20240323T000000Z\r\n"
    "DTSTART;VALUE=DATE:09991231\r\n"
    "DTEND;VALUE=DATE:10000101\r\n"
    "SUMMARY:Two\r\n"
    "DESCRIPTION:“Two” — D\r\n"
    "STATUS:CONFIRMED\r\n"
    "TRANSP:TRANSPARENT\r\n"
    "CATEGORIES:happened\r\n"
    "END:VEVENT\r\n"
    "END:VCALENDAR\r\n";

/* A change that makes the sound calendar faulty, and the fault that must be seen. */
static const struct {
    const char *replaced, *by, *fault;
} faults[] = {
    {"BEGIN:VCALENDAR\r\n",
     "\xEF\xBB\xBF"
     "BEGIN:VCALENDAR\r\n",
     "the line is no property"},
    {"VERSION:2.0\r\n", "VERSION:2.0\n", "the line ends in LF alone"},
    {"VERSION:2.0\r\n", "VERSION:2.0\r\r\n", "the line has the character U+000D"},
    {"END:VCALENDAR\r\n", "END:VCALENDAR", "the last line has no end"},
    {"UID:two\r\n", "UID:two\r\n\r\n", "the line is empty"},
    {"UID:two\r\n", "UID:two\r\nand more\r\n", "the line is no property"},
    {"is fo\r\n lded", "is folded and too long", "the line has 86 octets"},
    {"— C", "\xE2\r\n \x80\x94 C", "a fold cuts a character"},
    {"— C", "\xE2\x80 C", "the line is not valid UTF-8"},
    {"Water", "Wa\xFFter", "the line is not valid UTF-8"},
    {"Water", "Wa\tter", "the line has the character U+0009"},
    {"Water", "Wa\x1bter", "the line has the character U+001B"},
    {"Water", "Wa\x7fter", "the line has the character U+007F"},
    {"Water", "Wa\u2028ter", "the line has the character U+2028"},
    {"PRODID:-//a//b//EN\r\n", "", "PRODID is missing"},
    {"VERSION:2.0\r\n", "", "VERSION is missing"},
    {"VERSION:2.0\r\n", "VERSION:2.0\r\nVERSION:2.0\r\n", "VERSION stands 2 times"},
    {"VERSION:2.0", "VERSION:1.0", "VERSION cannot be \"1.0\""},
    {"VERSION:2.0\r\n", "VERSION:2.0\r\nMETHOD:PUBLISH\r\n", "METHOD stands 1 times"},
    {"NAME:Floods\\, 2024\r\nX", "X", "NAME is missing"},
    {"X-WR-CALNAME;VALUE=TEXT:Floods\\, 2024\r\n", "", "X-WR-CALNAME is missing"},
    {"NAME:Floods\\, 2024", "NAME:Flood", "NAME and X-WR-CALNAME differ"},
    {"NAME:Floods\\, 2024", "NAME:Floods, 2024", "NAME has a bare ','"},
    {"X-WR-CALNAME;VALUE=TEXT", "X-WR-CALNAME;VALUE=URI", "X-WR-CALNAME has the parameters"},
    {"UID:one\r\n", "", "UID is missing"},
    {"UID:two", "UID:one", "UID is that of another event: one"},
    {"UID:one\r\n", "UID:one\r\nUID:three\r\n", "UID stands 2 times"},
    {"UID:one",
     "UID:" TEN("0123456789") "\r\n " TEN("012345") "\r\n " TEN("012345") "\r\n " TEN("012345"),
     "UID is longer than 255 octets"},
    {"DTSTAMP:20240323T235959Z\r\n", "", "DTSTAMP is missing"},
    {"20240323T235959Z", "20240323T235959", "DTSTAMP is no moment in UTC"},
    {"20240323T235959Z", "20240323T240000Z", "DTSTAMP is no moment in UTC"},
    {"20240323T235959Z", "20230229T000000Z", "DTSTAMP is no moment in UTC"},
    {"SEQUENCE:0", "SEQUENCE:-1", "SEQUENCE is no number"},
    {"DTSTART;VALUE=DATE:20240229\r\n", "", "DTSTART is missing"},
    {"DTSTART;VALUE=DATE:20240229", "DTSTART:20240229", "DTSTART has the parameters \"\""},
    {"DTSTART;VALUE=DATE:20240229", "DTSTART;VALUE=DATE:20240229T000000Z", "DTSTART is no date"},
    {"DTSTART;VALUE=DATE:20240229", "DTSTART;VALUE=DATE:20240230", "DTSTART is no date"},
    {"DTSTART;VALUE=DATE:20240229", "DTSTART;VALUE=DATE:240229", "DTSTART is no date"},
    {"DTSTART;VALUE=DATE:20240229", "DTSTART;VALUE=DATE:2024-2-9", "DTSTART is no date"},
    {"DTEND;VALUE=DATE:20240301\r\n", "", "DTEND is missing"},
    {"DTEND;VALUE=DATE:20240301", "DTEND;VALUE=DATE:20240229", "DTEND is not after DTSTART"},
    {"DTEND;VALUE=DATE:20240301", "DTEND;VALUE=DATE:20230229", "DTEND is no date"},
    {"DTEND;VALUE=DATE:20240301", "DURATION:P1D", "DURATION must not stand here"},
    {"SUMMARY:Water", "SUMMARY:Wa,ter", "SUMMARY has a bare ','"},
    {"SUMMARY:Water", "SUMMARY:Wa;ter", "SUMMARY has a bare ';'"},
    {"SUMMARY:Water", "SUMMARY:Wa\\ter", "SUMMARY has a backslash that escapes nothing"},
    {"SUMMARY:Two", "SUMMARY:Two\\", "SUMMARY has a backslash that escapes nothing"},
    {"SUMMARY:Two", "SUMMARY: ", "SUMMARY says nothing"},
    {"SUMMARY:Two\r\n", "SUMMARY:Two\r\nSUMMARY:Two\r\n", "SUMMARY stands 2 times"},
    {"“Two” — D", "“Two” — D, E", "DESCRIPTION has a bare ','"},
    {"— D\r\n", "— D\r\nthree\r\n", "the line is no property"},
    {"“Two” — D", "Two", "DESCRIPTION quotes no source"},
    {"LAST-MODIFIED:20240323T235959Z", "LAST-MODIFIED:20240323T235958Z",
     "LAST-MODIFIED is not DTSTAMP"},
    {"STATUS:CONFIRMED", "STATUS:TENTATIVE", "STATUS is not CONFIRMED"},
    {"CATEGORIES:happened", "CATEGORIES:alleged", "STATUS is not TENTATIVE"},
    {"CATEGORIES:happened", "CATEGORIES:cancelled", "STATUS is not CANCELLED"},
    {"planned,uncertain date", "planned", "X-DATELINE-DATE do not stand together"},
    {"X-DATELINE-DATE;VALUE=TEXT:2024-02\r\n", "", "X-DATELINE-DATE do not stand together"},
    {"planned,", "denied,", "an alarm for what is not planned"},
    {"TRIGGER:-PT15H", "TRIGGER:PT15H", "TRIGGER cannot be \"PT15H\""},
    {"TRIGGER:-PT15H\r\n", "", "TRIGGER is missing"},
    {"ACTION:DISPLAY", "ACTION:EMAIL", "ACTION cannot be \"EMAIL\""},
    {"END:VALARM\r\n", "", "END:VEVENT closes nothing"},
    {"STATUS:TENTATIVE", "STATUS:PLANNED", "STATUS cannot be \"PLANNED\""},
    {"STATUS:TENTATIVE\r\n", "", "STATUS is missing"},
    {"TRANSP:TRANSPARENT", "TRANSP:OPAQUE", "TRANSP cannot be \"OPAQUE\""},
    {"TRANSP:TRANSPARENT\r\n", "", "TRANSP is missing"},
    {"planned,", "planned,,", "CATEGORIES says nothing"},
    {"uncertain date", "uncertain date,", "CATEGORIES says nothing"},
    {"planned,", "planned;", "CATEGORIES has a bare ';'"},
    {"URL:", "URL:https://b.example/\r\nURL:", "URL stands 2 times"},
    {"URL:https", "URL:ftp", "URL is no web address"},
    {"URL:https://a.example", "URL:https://", "URL names no host"},
    {"/%C3%A9", "/\u00E9", "URL has a character that no URI has"},
    {"/%C3%A9", "/%C3%G9", "URL has a character that no URI has"},
    {"/%C3%A9", "/a b", "URL has a character that no URI has"},
    {"/%C3%A9", "/a\\,b", "URL has a character that no URI has"},
    {"/%C3%A9", "/[b]", "URL has a character that no URI has"},
    {"/%C3%A9?x=1", "/?#a#b", "URL has a character that no URI has"},
    {"X-DATELINE-DATE", "X-OTHER", "X-OTHER must not stand here"},
    {"BEGIN:VEVENT\r\nUID:two", "BEGIN:VTODO\r\nUID:two", "BEGIN:VTODO must not stand here"},
    {"END:VEVENT\r\nBEGIN:VEVENT", "BEGIN:VEVENT", "BEGIN:VEVENT must not stand here"},
    {"END:VEVENT\r\nEND:VCALENDAR", "END:VCALENDAR", "END:VCALENDAR closes nothing"},
    {"END:VCALENDAR\r\n", "", "the file ends before END:VCALENDAR"},
    {"END:VCALENDAR\r\n", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
     "the calendar has no event"},
    {"END:VCALENDAR\r\n", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
     "the file has 2 calendars"},
    {"UID:two\r\n", "UID:two\r\n: \r\n", "the line is no property"},
};

static void note_fault(void *user, size_t line, const char *what) {
    buffer_print(user, "%zu: %s\n", line, what);
}

static void sound_calendar_is_accepted(arena *a) {
    CHECK_INT(ics_check(a, slice_of(sound), print_fault, NULL), 0);
}

static void faulty_calendars_are_refused(arena *a) {
    slice whole = slice_of(sound);
    for (size_t i = 0; i < COUNT(faults); i++) {
        slice replaced = slice_of(faults[i].replaced);
        size_t at = slice_find(whole, replaced, 0);
        CHECK_AT(at != SIZE_MAX, "%s is not in the calendar", faults[i].replaced);
        buffer faulty = buffer_in(a), noted = buffer_in(a);
        buffer_add(&faulty, slice_range(whole, 0, at));
        buffer_add(&faulty, slice_of(faults[i].by));
        buffer_add(&faulty, slice_range(whole, at + replaced.length, whole.length));
        size_t count = ics_check(a, buffer_slice(&faulty), note_fault, &noted);
        CHECK(count > 0);
        CHECK_AT(slice_find(buffer_slice(&noted), slice_of(faults[i].fault), 0) != SIZE_MAX,
                 "\"%s\" is not seen, but:\n%s", faults[i].fault, buffer_slice(&noted).data);
    }
}

static void empty_file_is_refused(arena *a) {
    buffer noted = buffer_in(a);
    CHECK_INT(ics_check(a, SLICE(""), note_fault, &noted), 1);
}

static void fault_tells_its_line(arena *a) {
    buffer noted = buffer_in(a);
    slice text = SLICE("BEGIN:VCALENDAR\r\nNAME:a\r\n b\r\nVERSION:3\r\n");
    ics_check(a, text, note_fault, &noted);
    CHECK(slice_starts_with(buffer_slice(&noted), SLICE("4: VERSION cannot be \"3\"\n")));
}

int main(void) {
    RUN_IN_ARENA(whole_file);
    RUN_IN_ARENA(hostile_text);
    RUN_IN_ARENA(folds);
    RUN_IN_ARENA(days_and_spans);
    RUN_IN_ARENA(fuzzy_as_spans);
    RUN_IN_ARENA(ordered_left_out);
    RUN_IN_ARENA(fuzzy_left_out);
    RUN_IN_ARENA(without_ends);
    RUN_IN_ARENA(statuses);
    RUN_IN_ARENA(revisions);
    RUN_IN_ARENA(addresses);
    RUN_IN_ARENA(sources);
    RUN_IN_ARENA(places_are_categories);
    RUN_IN_ARENA(alarms_for_plans_alone);
    RUN_IN_ARENA(updates_are_counted);
    RUN_IN_ARENA(inferred_dates_say_so);
    RUN_IN_ARENA(one_part_is_the_whole);
    RUN_IN_ARENA(months_are_parts);
    RUN_IN_ARENA(large_calendars_are_split);
    RUN_IN_ARENA(untitled);
    RUN_IN_ARENA(shared_timelines);
    RUN_IN_ARENA(refused_sink);
    RUN_IN_ARENA(sound_calendar_is_accepted);
    RUN_IN_ARENA(faulty_calendars_are_refused);
    RUN_IN_ARENA(empty_file_is_refused);
    RUN_IN_ARENA(fault_tells_its_line);
    return tests_end();
}
