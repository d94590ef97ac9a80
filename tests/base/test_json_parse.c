/* SPDX-License-Identifier: MIT */
#include "base/json.h"
#include "support/check.h"

static void takes_json(arena *a) {
    static const char *const cases[] = {
        "{}",
        "[]",
        " \t\r\n{ } \n",
        "\"\"",
        "null",
        "true",
        "false",
        "-1.5e3",
        "[1,[2,{}]]",
        "\"\\u0000\"",
        "\"\\\\\"",
        "\"\\\\\\\"\"",
        "\"\\ud83d\\ude00\"",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dateline_status status;
        size_t offset;
        cJSON *tree = json_parse(a, slice_of(cases[i]), &status, &offset);
        CHECK_AT(tree && status == DATELINE_OK, "%s", cases[i]);
    }
}

static void refuses_what_is_not_json(arena *a) {
    static const struct {
        slice bytes;
        dateline_status status;
        size_t offset; /* SIZE_MAX: anywhere inside */
    } cases[] = {
        {SLICE(""), DATELINE_BAD_JSON, 0},
        {SLICE("{\"a\":1"), DATELINE_BAD_JSON, SIZE_MAX}, /* cut */
        {SLICE("[\"abc"), DATELINE_BAD_JSON, SIZE_MAX},
        {SLICE("{\"a\" 1}"), DATELINE_BAD_JSON, SIZE_MAX},
        {SLICE("[1,]"), DATELINE_BAD_JSON, SIZE_MAX},
        {SLICE("{} {}"), DATELINE_BAD_JSON, 3}, /* more behind it */
        {SLICE("{}x"), DATELINE_BAD_JSON, 2},
        {SLICE("\"a\nb\""), DATELINE_BAD_JSON, 2}, /* raw control characters */
        {SLICE("\"a\tb\""), DATELINE_BAD_JSON, 2},
        {SLICE("[\1]"), DATELINE_BAD_JSON, 1},
        {SLICE("{}\0"), DATELINE_BAD_JSON, 2},
        {SLICE("\"a\0b\""), DATELINE_BAD_JSON, 2},
        {SLICE("\"\\\"\n\""), DATELINE_BAD_JSON, 3},         /* behind an escaped quote */
        {SLICE("\"\\x\""), DATELINE_BAD_JSON, SIZE_MAX},     /* no such escape */
        {SLICE("\"\\ud83d\""), DATELINE_BAD_JSON, SIZE_MAX}, /* half a pair */
        {SLICE("'a'"), DATELINE_BAD_JSON, SIZE_MAX},
        {SLICE("{\"a\":\"\xFF\"}"), DATELINE_BAD_UTF8, 6},
        {SLICE("\xC3"), DATELINE_BAD_UTF8, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dateline_status status;
        size_t offset;
        CHECK_AT(!json_parse(a, cases[i].bytes, &status, &offset), "case %zu", i);
        CHECK_AT(status == cases[i].status, "case %zu: status %d", i, status);
        CHECK_AT(cases[i].offset == SIZE_MAX ? offset <= cases[i].bytes.length
                                             : offset == cases[i].offset,
                 "case %zu: offset %zu", i, offset);
    }
}

static void refuses_depth_without_falling(arena *a) {
    enum { DEPTH = 100000 };
    char *deep = arena_alloc(a, DEPTH);
    memset(deep, '[', DEPTH);
    dateline_status status;
    size_t offset;
    CHECK(!json_parse(a, (slice){deep, DEPTH}, &status, &offset));
    CHECK_INT(status, DATELINE_BAD_JSON);
    CHECK(offset <= DEPTH);
    for (size_t depth = CJSON_NESTING_LIMIT; depth <= CJSON_NESTING_LIMIT + 1; depth++) {
        char *closed = arena_alloc(a, 2 * depth);
        memset(closed, '[', depth);
        memset(closed + depth, ']', depth);
        const cJSON *tree = json_parse(a, (slice){closed, 2 * depth}, &status, &offset);
        CHECK_INT(tree != NULL, depth == CJSON_NESTING_LIMIT);
    }
}

static void escaped_nul_is_a_space(arena *a) {
    dateline_status status;
    size_t offset;
    slice bytes = SLICE("{\"a\":\"x\\u0000y\",\"b\":\"\\\\u0000\",\"c\":\"\\\\\\u0000z\"}");
    const cJSON *tree = json_parse(a, bytes, &status, &offset);
    CHECK_SLICE(json_text(tree, "a"), "x y");
    CHECK_SLICE(json_text(tree, "b"), "\\u0000"); /* an escaped backslash, no escape */
    CHECK_SLICE(json_text(tree, "c"), "\\ z");
}

static void reads_members(arena *a) {
    dateline_status status;
    size_t offset;
    slice bytes = SLICE("{\"text\":\"day\",\"number\":2.5,\"yes\":true,\"no\":false,"
                        "\"array\":[1,2],\"null\":null,\"Text\":\"DAY\"}");
    const cJSON *tree = json_parse(a, bytes, &status, &offset);
    CHECK_SLICE(json_text(tree, "text"), "day");
    CHECK_SLICE(json_text(tree, "Text"), "DAY");
    CHECK_SLICE(json_text(tree, "TEXT"), "");
    CHECK_SLICE(json_text(tree, "number"), "");
    CHECK_SLICE(json_text(NULL, "text"), "");
    CHECK(json_number(tree, "number", -1) == 2.5);
    CHECK(json_number(tree, "text", -1) == -1);
    CHECK(json_number(tree, "absent", -1) == -1);
    CHECK(json_is_true(tree, "yes"));
    CHECK(!json_is_true(tree, "no") && !json_is_true(tree, "text") && !json_is_true(tree, "null"));
    CHECK_INT(cJSON_GetArraySize(json_array_of(tree, "array")), 2);
    CHECK(!json_array_of(tree, "text") && !json_array_of(tree, "absent"));
}

static void writes(arena *a) {
    cJSON *tree = json_object(a);
    json_add_text(a, tree, "text", SLICE("a \"b\"\n\xC3\xA9"));
    json_add_text(a, tree, "empty", SLICE(""));
    json_add_known(a, tree, "unknown", SLICE(""));
    json_add_known(a, tree, "known", SLICE("x"));
    json_add_number(a, tree, "whole", 1234567);
    json_add_number(a, tree, "part", 0.125);
    json_add_bool(a, tree, "yes", true);
    cJSON *list = json_add_array(a, tree, "list");
    json_push_text(a, list, (slice){"cut here", 3});
    json_add_bool(a, json_push_object(a, list), "no", false);
    json_add_object(a, tree, "object");
    CHECK_SLICE(json_print(a, tree),
                "{\"text\":\"a \\\"b\\\"\\n\xC3\xA9\",\"empty\":\"\",\"known\":\"x\","
                "\"whole\":1234567,\"part\":0.125,\"yes\":true,"
                "\"list\":[\"cut\",{\"no\":false}],\"object\":{}}");
    CHECK_SLICE(json_print(a, json_array(a)), "[]");
}

static void writes_what_it_read(arena *a) {
    dateline_status status;
    size_t offset;
    slice bytes = SLICE("{\"a\":[1,-2,0.5,\"\\u001f\\\\/\xF0\x9F\x98\x80\"],\"b\":{\"c\":null}}");
    CHECK_SLICE(json_print(a, json_parse(a, bytes, &status, &offset)), bytes.data);
}

/* Every character of ASCII and one beyond, as a tree with the same text is printed. */
static void quotes_as_it_prints(arena *a) {
    buffer text = buffer_in(a), quoted = buffer_in(a);
    for (char c = 1; c < 127; c++)
        buffer_add_char(&text, c);
    buffer_add(&text, SLICE("\x7f\xe2\x80\x99."));
    cJSON *object = json_object(a);
    json_add_text(a, object, "t", buffer_slice(&text));
    buffer_add(&quoted, SLICE("{\"t\":"));
    json_quote(&quoted, buffer_slice(&text));
    buffer_add_char(&quoted, '}');
    slice printed = json_print(a, object);
    CHECK(slice_equal(buffer_slice(&quoted), printed));
    buffer empty = buffer_in(a);
    json_quote(&empty, (slice){0});
    CHECK_SLICE(buffer_slice(&empty), "\"\"");
}

int main(void) {
    RUN_IN_ARENA(quotes_as_it_prints);
    RUN_IN_ARENA(takes_json);
    RUN_IN_ARENA(refuses_what_is_not_json);
    RUN_IN_ARENA(refuses_depth_without_falling);
    RUN_IN_ARENA(escaped_nul_is_a_space);
    RUN_IN_ARENA(reads_members);
    RUN_IN_ARENA(writes);
    RUN_IN_ARENA(writes_what_it_read);
    return tests_end();
}
