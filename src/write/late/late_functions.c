/* SPDX-License-Identifier: MIT */
/*
 * Asks for all that is loaded late. It is linked by itself when the program is built, so that the
 * linker tells what the libraries are called, and Debian's tools which packages hold them.
 */
#include "write/chart_functions.h"
#include "write/ics_functions.h"

#define ITSELF(function) function,

__attribute__((visibility("default")))
const chart_functions late_chart_functions = {CHART_FUNCTION_LIST(ITSELF)};
__attribute__((visibility("default")))
const ics_functions late_ics_functions = {ICS_FUNCTION_LIST(ITSELF)};
