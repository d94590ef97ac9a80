/* SPDX-License-Identifier: MIT */
#include "base/late_library.h"

#include <dlfcn.h>
#include <string.h>

/* POSIX has a pointer to a function in the form of one to data. */
_Static_assert(sizeof(void *) == sizeof(void (*)(void)), "pointers of one size");

const char *late_library_load(const char *name, const late_function *functions, size_t count,
                              void *structure) {
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return dlerror();
    for (size_t i = 0; i < count; i++) {
        void *function = dlsym(library, functions[i].name);
        if (!function)
            return dlerror();
        memcpy((char *)structure + functions[i].offset, &function, sizeof function);
    }
    return NULL;
}
