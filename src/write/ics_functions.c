/* SPDX-License-Identifier: MIT */
#include "write/ics_functions.h"

#include "write/sonames.h"

#define ROW(function) LATE_ROW(ics_functions, function)

const char *ics_functions_load(ics_functions *out) {
    static const late_function functions[] = {ICS_FUNCTION_LIST(ROW)};
    return late_library_load(SONAME_ical, functions, sizeof functions / sizeof *functions, out);
}
