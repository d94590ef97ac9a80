/* SPDX-License-Identifier: MIT */
#include "write/chart_functions.h"

#include "write/sonames.h"

#define ROW(function) LATE_ROW(chart_functions, function)

static const late_function of_cgraph[] = {CGRAPH_FUNCTION_LIST(ROW)};
static const late_function of_gvc[] = {GVC_FUNCTION_LIST(ROW)};
static const late_function of_cairo[] = {CAIRO_FUNCTION_LIST(ROW)};

const char *chart_functions_load(chart_functions *out) {
    const char *missing =
        late_library_load(SONAME_cgraph, of_cgraph, sizeof of_cgraph / sizeof *of_cgraph, out);
    if (!missing)
        missing = late_library_load(SONAME_gvc, of_gvc, sizeof of_gvc / sizeof *of_gvc, out);
    if (!missing)
        missing =
            late_library_load(SONAME_cairo, of_cairo, sizeof of_cairo / sizeof *of_cairo, out);
    return missing;
}
