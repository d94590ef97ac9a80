/* SPDX-License-Identifier: MIT */
/* The timeline as JSON: what is written is read back to the same bytes, and nothing else is read.
 */
#include "timeline/timeline_json.h"

#include "base/buffer.h"
#include "support/check.h"
#include "write/timeline_fixture.h"

static timeline *read_back(arena *a, slice json, dateline_status expected, const char *message) {
    timeline *t;
    diagnostics said = diagnostics_in(a);
    CHECK_INT(timeline_of_json(json, SLICE("old.json"), a, &t, &said), expected);
    CHECK_INT(said.list.count, message ? 1 : 0);
    CHECK((t != NULL) == (expected == DATELINE_OK));
    if (message && said.list.count) {
        CHECK_SLICE(slice_of(said.list.items[0].message), message);
        CHECK_SLICE(slice_of(said.list.items[0].document), "old.json");
        CHECK_INT(said.list.items[0].severity, DATELINE_SKIPPED);
        CHECK_INT(said.list.items[0].status, expected);
    }
    return t;
}

static void check_round_trip(arena *a, const timeline *t) {
    static fixture_writer *const writers[] = {write_json, write_txt, write_markdown, write_csv};
    slice json = fixture_written(a, t, write_json, 0);
    const timeline *again = read_back(a, json, DATELINE_OK, NULL);
    for (size_t i = 0; again && i < sizeof writers / sizeof *writers; i++) {
        slice before = fixture_written(a, t, writers[i], 0);
        slice after = fixture_written(a, again, writers[i], 0);
        CHECK_AT(slice_equal(before, after), "writer %zu wrote\n%.*s\nnot\n%.*s", i,
                 SLICE_ARGS(after), SLICE_ARGS(before));
    }
}

static void reads_back_what_it_wrote(arena *a) {
    check_round_trip(a, fixture_timeline(a));
    check_round_trip(a, fixture_empty(a));
    check_round_trip(a, fixture_hostile(a));
}

static void keeps_a_set_of_days(arena *a) {
    timeline *t = fixture_timeline(a);
    entry *e = &t->entries.items[11];
    CHECK_INT(e->when.granularity, GRANULARITY_MONTH);
    e->when.approximate = true;
    e->edtf = SLICE("[2024-02-01,2024-02-10]");
    check_round_trip(a, t);
}

static void writes_an_event_a_line(arena *a) {
    slice json = fixture_written(a, fixture_timeline(a), write_json, 0);
    size_t lines = 0, events = 0;
    for (size_t at = 0; (at = slice_find(json, SLICE("\n"), at)) != SIZE_MAX; at++) {
        lines++;
        events += slice_starts_with(slice_range(json, at + 1, json.length), SLICE("{\"id\":\"e"));
    }
    CHECK_INT(events, 13);
    CHECK_INT(lines, 3 + 4 + 13);
    CHECK(slice_ends_with(json, SLICE("]}\n")));
}

static void writes_members_in_order(arena *a) {
    slice json = fixture_written(a, fixture_timeline(a), write_json, 0);
    static const char *const parts[] = {
        "{\"dateline\":1,\"title\":\"The flood at Nether "
        "Wallow\",\n\"articles\":[\n{\"id\":\"boats",
        "\"published\":\"2024-01-04T21:41\",\"published_from\":\"metadata\"},\n",
        "{\"id\":\"history.txt\",\"file\":\"articles/history.txt\",\"published_from\":\"none\"},\n",
        "\"granularity\":\"time\",\"time\":\"20:05\",\"title\":",
        "{\"number\":1300,\"bound\":\"exact\",\"articles\":[\"boats.html\",\"dike.txt\"]},"
        "{\"number\":1250.5,\"bound\":\"about\",",
        "\"salience\":0.988,\"mentions\":[{\"article\":\"dike.txt\",\"quote\":\"",
        "\"start\":20,\"length\":45,\"timex\":\"on Friday\",\"value\":\"2024-01-03\","
        "\"how\":\"weekday\",\"negated\":false}",
        "\"status\":\"denied\",\"attribution\":\"the Dike Board\",\"actors\":[],\"places\":[],"
        "\"figures\":[],",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        CHECK_AT(slice_find(json, slice_of(parts[i]), 0) != SIZE_MAX, "not written: %s", parts[i]);
}

/* The timeline's JSON with the first `old` after `after` made `new`. */
static slice changed(arena *a, slice json, const char *after, const char *old, const char *new) {
    size_t from = slice_find(json, slice_of(after), 0);
    size_t at = from == SIZE_MAX ? SIZE_MAX : slice_find(json, slice_of(old), from);
    CHECK_AT(at != SIZE_MAX, "no %s after %s", old, after);
    buffer b = buffer_in(a);
    if (at == SIZE_MAX)
        return json;
    buffer_add(&b, slice_range(json, 0, at));
    buffer_add(&b, slice_of(new));
    buffer_add(&b, slice_range(json, at + strlen(old), json.length));
    return buffer_slice(&b);
}

static void refuses_fields_that_are_wrong(arena *a) {
    static const struct {
        const char *after, *old, *new;
        dateline_status status;
        const char *message;
    } cases[] = {
        {"", "\"dateline\":1", "\"dateline\":2", DATELINE_UNSUPPORTED,
         "dateline is another version than this program reads"},
        {"", "\"dateline\":1", "\"dateline\":\"1\"", DATELINE_BAD_FIELD,
         "dateline is not a number"},
        {"", "\"dateline\":1,", "", DATELINE_BAD_FIELD, "dateline is absent"},
        {"", "\"title\":\"The flood at Nether Wallow\",", "", DATELINE_BAD_FIELD,
         "title is absent"},
        {"", "\"articles\":[", "\"articles\":[7,", DATELINE_BAD_FIELD,
         "articles[0] is not an object"},
        {"", "\"articles\":[", "\"articles\":{},\"other\":[", DATELINE_BAD_FIELD,
         "articles is not an array"},
        {"", "\"events\"", "\"Events\"", DATELINE_BAD_FIELD, "events is absent"},
        {"", "\"id\":\"dike.txt\"", "\"id\":\"boats.html\"", DATELINE_BAD_FIELD,
         "articles[1].id was given to another before"},
        {"", "\"id\":\"dike.txt\"", "\"id\":\"\"", DATELINE_BAD_FIELD, "articles[1].id is empty"},
        {"", "\"published_from\":\"metadata\"", "\"published_from\":\"rumour\"", DATELINE_BAD_FIELD,
         "articles[0].published_from is none of the known words"},
        {"", "\"published_from\":\"metadata\"",
         "\"published_from\":\"metadata\",\"copy_of\":\"nobody\"", DATELINE_BAD_FIELD,
         "articles[0].copy_of is not the id of a listed article"},
        {"", "\"published\":\"2024-01-06\"", "\"published\":\"2024-01-36\"", DATELINE_BAD_FIELD,
         "articles[1].published is not a date"},
        {"", "\"id\":\"e2\"", "\"id\":\"e1\"", DATELINE_BAD_FIELD,
         "events[1].id was given to another before"},
        {"\"e3\"", "\"date\":\"2023-22\",", "", DATELINE_BAD_FIELD, "events[2].date is absent"},
        {"\"e3\"", "\"date\":\"2023-22\"", "\"date\":null", DATELINE_BAD_FIELD,
         "events[2].date is not text"},
        {"\"e3\"", "2023-22", "summer", DATELINE_BAD_FIELD, "events[2].date is not an EDTF date"},
        {"\"e3\"", "2023-22", "2023-21", DATELINE_BAD_FIELD,
         "events[2].date does not agree with earliest, latest and granularity"},
        {"\"e3\"", "\"earliest\":\"2023-06-01\"", "\"earliest\":\"2023-06\"", DATELINE_BAD_FIELD,
         "events[2].earliest is not a day"},
        {"\"e3\"", "\"latest\":\"2023-08-31\"", "\"latest\":\"2023-05-31\"", DATELINE_BAD_FIELD,
         "events[2].latest is before the earliest day"},
        {"\"e3\"", "\"season\"", "\"none\"", DATELINE_BAD_FIELD,
         "events[2].granularity is none of the known words"},
        {"\"e6\"", "20:05", "24:00", DATELINE_BAD_FIELD, "events[5].time is not a time of day"},
        {"\"e6\"", "20:05", "2005", DATELINE_BAD_FIELD, "events[5].time is not a time of day"},
        {"\"e6\"", "\"granularity\":\"time\"", "\"granularity\":\"day\"", DATELINE_BAD_FIELD,
         "events[5].time stands beside another granularity than time"},
        {"\"e1\"", "\"uid\":\"", "\"uid\":\"\\n", DATELINE_BAD_FIELD,
         "events[0].uid is not a UUID in lower case"},
        {"\"e1\"", "\"happened\"", "\"Happened\"", DATELINE_BAD_FIELD,
         "events[0].status is none of the known words"},
        {"\"e1\"", "\"title\":\"", "\"title\":\"\u00A0\",\"was\":\"", DATELINE_BAD_FIELD,
         "events[0].title is empty"},
        {"\"e6\"", "[\"Dike Board\"]", "[\"Dike Board\",7]", DATELINE_BAD_FIELD,
         "events[5].actors[1] is not text"},
        {"\"e6\"", "\"number\":1300", "\"number\":\"1300\"", DATELINE_BAD_FIELD,
         "events[5].figures[0].values[0].number is not a number"},
        {"\"e6\"", "\"exact\"", "\"sure\"", DATELINE_BAD_FIELD,
         "events[5].figures[0].values[0].bound is none of the known words"},
        {"\"e6\"", "[\"boats.html\",\"dike.txt\"]", "[\"boats.html\",\"dikes.txt\"]",
         DATELINE_BAD_FIELD,
         "events[5].figures[0].values[0].articles[1] is not the id of a listed article"},
        {"\"e6\"", "\"salience\":0.988", "\"salience\":1.5", DATELINE_BAD_FIELD,
         "events[5].salience is not from 0 to 1"},
        {"\"e1\"", "\"mentions\":[", "\"mentions\":[],\"other\":[", DATELINE_BAD_FIELD,
         "events[0].mentions is empty"},
        {"\"e1\"", "\"article\":\"history.txt\"", "\"article\":\"story.txt\"", DATELINE_BAD_FIELD,
         "events[0].mentions[0].article is not the id of a listed article"},
        {"\"e1\"", "\"length\":51", "\"length\":52", DATELINE_BAD_FIELD,
         "events[0].mentions[0].length is not the number of the quote's bytes"},
        {"\"e1\"", "\"start\":10", "\"start\":-1", DATELINE_BAD_FIELD,
         "events[0].mentions[0].start is not a whole number"},
        {"\"e1\"", "\"start\":10", "\"start\":1e300", DATELINE_BAD_FIELD,
         "events[0].mentions[0].start is not a whole number"},
        {"\"e1\"", "\"start\":10", "\"start\":9007199254740994", DATELINE_BAD_FIELD,
         "events[0].mentions[0].start is not a whole number"},
        {"\"e1\"", "\"status\"", "\"sequence\":2147483647,\"status\"", DATELINE_BAD_FIELD,
         "events[0].sequence is too large"},
        {"\"e1\"", "\"start\":10", "\"start\":1.5", DATELINE_BAD_FIELD,
         "events[0].mentions[0].start is not a whole number"},
        {"\"e1\"", "\"weekday\"", "\"guess\"", DATELINE_BAD_FIELD,
         "events[0].mentions[0].how is none of the known words"},
        {"\"e1\"", "\"negated\":false", "\"negated\":0", DATELINE_BAD_FIELD,
         "events[0].mentions[0].negated is not true or false"},
    };
    slice json = fixture_written(a, fixture_timeline(a), write_json, 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice bad = changed(a, json, cases[i].after, cases[i].old, cases[i].new);
        slice message = arena_format(a, "%s; the timeline is not read", cases[i].message);
        read_back(a, bad, cases[i].status, message.data);
    }
}

/* The largest numbers that are taken. */
static void takes_large_numbers(arena *a) {
    slice json = fixture_written(a, fixture_timeline(a), write_json, 0);
    json = changed(a, json, "\"e1\"", "\"start\":10", "\"start\":9007199254740992");
    json = changed(a, json, "\"e1\"", "\"status\"", "\"sequence\":2147483646,\"status\"");
    const timeline *t = read_back(a, json, DATELINE_OK, NULL);
    if (t)
        CHECK_INT(t->entries.items[0].sequence, 2147483646);
}

static void refuses_what_is_no_timeline(arena *a) {
    static const char unread[] = "the timeline is not read";
    const char *not_json = arena_format(a, "is not valid JSON; %s", unread).data;
    read_back(a, SLICE(""), DATELINE_BAD_JSON, not_json);
    read_back(a, SLICE("{\"dateline\":1"), DATELINE_BAD_JSON, not_json);
    read_back(a, SLICE("{} {}"), DATELINE_BAD_JSON, not_json);
    read_back(a, SLICE("\"\xff\""), DATELINE_BAD_UTF8,
              arena_format(a, "is not valid UTF-8; %s", unread).data);
    read_back(a, SLICE("[]"), DATELINE_BAD_FIELD,
              arena_format(a, "the file is not an object; %s", unread).data);
    read_back(a, SLICE("{}"), DATELINE_BAD_FIELD,
              arena_format(a, "dateline is absent; %s", unread).data);
    buffer deep = buffer_in(a);
    buffer_add_repeated(&deep, '[', 100000);
    read_back(a, buffer_slice(&deep), DATELINE_BAD_JSON, not_json);
}

/* A calendar would take them for one event. */
static void refuses_two_events_with_one_uid(arena *a) {
    timeline *t = fixture_timeline(a);
    t->entries.items[4].uid = t->entries.items[2].uid;
    read_back(a, fixture_written(a, t, write_json, 0), DATELINE_BAD_FIELD,
              "events[4].uid was given to another before; the timeline is not read");
}

static void passes_over_what_it_does_not_know(arena *a) {
    slice json = fixture_written(a, fixture_timeline(a), write_json, 0);
    slice more = changed(a, json, "", "\"uid\"", "\"mood\":{\"calm\":[true]},\"uid\"");
    const timeline *t = read_back(a, more, DATELINE_OK, NULL);
    CHECK(t && slice_equal(fixture_written(a, t, write_json, 0), json));
}

/* However the file is cut off or bent, reading ends with a status. */
static void survives_any_damage(arena *a) {
    slice json = fixture_written(a, fixture_timeline(a), write_json, 0);
    timeline *t;
    diagnostics said = diagnostics_in(a);
    for (size_t i = 0; i < json.length; i += 97) {
        slice cut = slice_range(json, 0, i);
        CHECK_INT(timeline_of_json(cut, SLICE("old.json"), a, &t, &said), DATELINE_BAD_JSON);
        slice bent = arena_copy(a, json);
        ((char *)bent.data)[i] = '7';
        timeline_of_json(bent, SLICE("old.json"), a, &t, &said);
    }
}

int main(void) {
    RUN_IN_ARENA(reads_back_what_it_wrote);
    RUN_IN_ARENA(keeps_a_set_of_days);
    RUN_IN_ARENA(writes_an_event_a_line);
    RUN_IN_ARENA(writes_members_in_order);
    RUN_IN_ARENA(refuses_fields_that_are_wrong);
    RUN_IN_ARENA(takes_large_numbers);
    RUN_IN_ARENA(refuses_what_is_no_timeline);
    RUN_IN_ARENA(refuses_two_events_with_one_uid);
    RUN_IN_ARENA(passes_over_what_it_does_not_know);
    RUN_IN_ARENA(survives_any_damage);
    return tests_end();
}
