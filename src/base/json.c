/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include "base/eight.h"
#include "base/utf8.h"

#include <errno.h>

static void release_tree(void *tree) {
    cJSON_Delete(tree);
}

static void release_text(void *text) {
    cJSON_free(text);
}

static cJSON *checked(arena *a, cJSON *item) {
    if (!item)
        arena_fail(a, DATELINE_NO_MEMORY);
    return item;
}

static cJSON *owned(arena *a, cJSON *item) {
    arena_defer(a, release_tree, checked(a, item));
    return item;
}

/* A copy that ends with NUL and in which each escape \u0000 has become \u0020. */
static char *without_nul(arena *a, slice bytes) {
    static const char nul[] = "\\u0000";
    char *copy = (char *)arena_copy(a, bytes).data;
    if (!strstr(copy, nul))
        return copy;
    for (char *p = copy; (p = strchr(p, '\\')) != NULL; p += 2) {
        if (strncmp(p, nul, sizeof nul - 1) == 0)
            p[4] = '2';
        if (!p[1])
            break;
    }
    return copy;
}

static bool has_control(slice bytes) {
    size_t i = 0;
    for (; bytes.length - i >= sizeof(uint64_t); i += sizeof(uint64_t))
        if (eight_maybe_below(eight_at(bytes.data + i), ' '))
            return true;
    for (; i < bytes.length; i++)
        if ((unsigned char)bytes.data[i] < ' ')
            return true;
    return false;
}

/* cJSON is lenient where the grammar of RFC 8259 is not: with raw control characters. */
static size_t raw_control(slice bytes) {
    bool in_string = false;
    if (!has_control(bytes))
        return SIZE_MAX;
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char c = (unsigned char)bytes.data[i];
        if (c == '"')
            in_string = !in_string;
        else if (c == '\\' && in_string)
            i++;
        else if (c < ' ' && (in_string || !(c == '\t' || c == '\n' || c == '\r')))
            return i;
    }
    return SIZE_MAX;
}

cJSON *json_parse(arena *a, slice bytes, dateline_status *status, size_t *offset) {
    *status = DATELINE_BAD_UTF8;
    *offset = utf8_check(bytes);
    if (*offset != SIZE_MAX)
        return NULL;
    *status = DATELINE_BAD_JSON;
    *offset = raw_control(bytes);
    if (*offset != SIZE_MAX)
        return NULL;
    char *text = without_nul(a, bytes);
    const char *end = text;
    errno = 0;
    cJSON *tree = cJSON_ParseWithLengthOpts(text, bytes.length + 1, &end, true);
    if (!tree) {
        /* Only errno tells that it was memory, and not the text, that failed. */
        if (errno == ENOMEM)
            arena_fail(a, DATELINE_NO_MEMORY);
        *offset = (size_t)(end - text);
        return NULL;
    }
    *status = DATELINE_OK;
    return owned(a, tree);
}

cJSON *json_object(arena *a) {
    return owned(a, cJSON_CreateObject());
}

cJSON *json_array(arena *a) {
    return owned(a, cJSON_CreateArray());
}

/* The tree takes the item, or it is released here: nothing else knows it yet. */
static cJSON *add(arena *a, cJSON *object, const char *key, cJSON *item) {
    checked(a, item);
    bool added =
        key ? cJSON_AddItemToObjectCS(object, key, item) : cJSON_AddItemToArray(object, item);
    if (!added) {
        cJSON_Delete(item);
        arena_fail(a, DATELINE_NO_MEMORY);
    }
    return item;
}

void json_add_text(arena *a, cJSON *object, const char *key, slice text) {
    add(a, object, key, cJSON_CreateString(arena_copy(a, text).data));
}

void json_add_number(arena *a, cJSON *object, const char *key, double number) {
    add(a, object, key, cJSON_CreateNumber(number));
}

void json_add_bool(arena *a, cJSON *object, const char *key, bool value) {
    add(a, object, key, cJSON_CreateBool(value));
}

void json_add_known(arena *a, cJSON *object, const char *key, slice text) {
    if (text.length)
        json_add_text(a, object, key, text);
}

cJSON *json_add_array(arena *a, cJSON *object, const char *key) {
    return add(a, object, key, cJSON_CreateArray());
}

cJSON *json_add_object(arena *a, cJSON *object, const char *key) {
    return add(a, object, key, cJSON_CreateObject());
}

void json_push_text(arena *a, cJSON *array, slice text) {
    json_add_text(a, array, NULL, text);
}

cJSON *json_push_object(arena *a, cJSON *array) {
    return add(a, array, NULL, cJSON_CreateObject());
}

slice json_print(arena *a, const cJSON *value) {
    char *text = cJSON_PrintUnformatted(value);
    if (!text)
        arena_fail(a, DATELINE_NO_MEMORY);
    arena_defer(a, release_text, text);
    return slice_of(text);
}

static bool needs_escape(char c) {
    return (unsigned char)c < ' ' || c == '"' || c == '\\';
}

static void add_escape(buffer *out, char c) {
    static const char letters[] = "btn?fr"; /* of \b, U+0008, and those that follow it */
    if (c == '"' || c == '\\')
        buffer_print(out, "\\%c", c);
    else if (c >= '\b' && c <= '\r' && c != '\v')
        buffer_print(out, "\\%c", letters[c - '\b']);
    else
        buffer_print(out, "\\u%04x", (unsigned)(unsigned char)c);
}

void json_quote(buffer *out, slice text) {
    buffer_add_char(out, '"');
    for (size_t at = 0, end; at < text.length; at = end) {
        for (end = at; end < text.length && !needs_escape(text.data[end]); end++)
            ;
        buffer_add(out, slice_range(text, at, end));
        if (end < text.length)
            add_escape(out, text.data[end++]);
    }
    buffer_add_char(out, '"');
}

slice json_text(const cJSON *object, const char *key) {
    return slice_of(cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key)));
}

double json_number(const cJSON *object, const char *key, double missing) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsNumber(item) ? item->valuedouble : missing;
}

bool json_is_true(const cJSON *object, const char *key) {
    return cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(object, key));
}

const cJSON *json_array_of(const cJSON *object, const char *key) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsArray(item) ? item : NULL;
}
