/* SPDX-License-Identifier: MIT */
/*
 * A shared library that few outputs need and that takes long to load is loaded where it is used,
 * not where the program starts. A list names the functions that are wanted of it, and a structure
 * keeps a pointer to each under the function's own name:
 *
 *     #define SHAPE_FUNCTION_LIST(_) _(shape_new) _(shape_free)
 *     typedef struct shape_functions {
 *         SHAPE_FUNCTION_LIST(LATE_MEMBER)
 *     } shape_functions;
 */
#ifndef BASE_LATE_LIBRARY_H
#define BASE_LATE_LIBRARY_H

#include <stddef.h>

#define LATE_MEMBER(function)    __typeof__(function) *function;
#define LATE_ROW(type, function) {#function, offsetof(type, function)},

typedef struct late_function {
    const char *name;
    size_t offset; /* of its pointer in the structure */
} late_function;

/*
 * Loads the library of this name, as the system finds libraries, for the rest of the process, and
 * fills in the pointers. NULL, or what is missing, in words that hold until the thread's next call.
 * May be called again, and by any thread.
 */
const char *late_library_load(const char *name, const late_function *functions, size_t count,
                              void *structure);

#endif
