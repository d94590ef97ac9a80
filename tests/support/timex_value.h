/* SPDX-License-Identifier: MIT */
/* Whether a value is one that TIMEX3 (TimeML 1.2.1, after ISO 8601) can have, X for what is open.
 */
#ifndef TESTS_SUPPORT_TIMEX_VALUE_H
#define TESTS_SUPPORT_TIMEX_VALUE_H

#include "time/timex.h"

bool timex_value_is_valid(timex_type type, slice value);

#endif
