/* SPDX-License-Identifier: MIT */
/*
 * JSON through cJSON, made strict on the way in and tied to an arena: trees are released with the
 * arena, and where memory ends the arena's guard is jumped to. Text is given and got as slices.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buffer.h"

#include <cJSON.h>

/*
 * Parses one value and nothing behind it but white space. NULL where that is not what the bytes
 * are: `status` then tells BAD_UTF8 or BAD_JSON and `offset` the byte at which reading stopped.
 * An escaped NUL (\u0000) is read as a space, since C strings end there.
 */
cJSON *json_parse(arena *a, slice bytes, dateline_status *status, size_t *offset);

/* A new object or array that nothing owns but the arena; then fill it and json_print() it. */
cJSON *json_object(arena *a);
cJSON *json_array(arena *a);

/* Adds a member; `key` must be a literal, and is not copied. */
void json_add_text(arena *a, cJSON *object, const char *key, slice text);
void json_add_number(arena *a, cJSON *object, const char *key, double number);
void json_add_bool(arena *a, cJSON *object, const char *key, bool value);
/* Adds text only where it is not empty. */
void json_add_known(arena *a, cJSON *object, const char *key, slice text);
/* Adds and returns an empty array or object. */
cJSON *json_add_array(arena *a, cJSON *object, const char *key);
cJSON *json_add_object(arena *a, cJSON *object, const char *key);
/* Appends text, or an empty object that is returned, to an array. */
void json_push_text(arena *a, cJSON *array, slice text);
cJSON *json_push_object(arena *a, cJSON *array);

/* One line, without a line end, in the arena. */
slice json_print(arena *a, const cJSON *value);

/* Adds text (valid UTF-8) as a JSON string, in quotation marks. */
void json_quote(buffer *out, slice text);

/* The member's text, borrowed from the tree; "" where it is absent or not text. */
slice json_text(const cJSON *object, const char *key);
/* The member's number, or `missing` where it is absent or not a number. */
double json_number(const cJSON *object, const char *key, double missing);
bool json_is_true(const cJSON *object, const char *key);
/* The member if it is an array or NULL: cJSON_ArrayForEach takes both. */
const cJSON *json_array_of(const cJSON *object, const char *key);

#endif
