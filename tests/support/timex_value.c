/* SPDX-License-Identifier: MIT */
#include "support/timex_value.h"

#include <regex.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_VALUE 40

#define YEAR   "[0-9X]{4}"
#define MONTH  "(0[1-9]|1[0-2]|XX)"
#define DAY    "(0[1-9]|[12][0-9]|3[01]|XX)"
#define WEEK   "W(0[1-9]|[1-4][0-9]|5[0-3]|XX)"
#define DATE   "(" YEAR "-" MONTH "-" DAY "|" YEAR "-" WEEK "(-([1-7]|WE))?)"
#define PERIOD "(" YEAR "(-(" MONTH "|Q[1-4X]|H[12X]|SP|SU|FA|WI))?)"
#define FISCAL "(FY" YEAR "(-(Q[1-4]|H[12]))?)"
#define LONG   "([0-9]{2,3}|BC[0-9]{4}(-" MONTH "-" DAY ")?)"
#define VAGUE  "((PAST|PRESENT|FUTURE)_REF)"
#define CLOCK  "([01][0-9]|2[0-4])(:[0-5][0-9](:[0-5][0-9])?)?"
#define ZONE   "(Z|[+-][0-9]{2}(:[0-9]{2})?)?"
#define TIME   "T(" CLOCK ZONE "|MO|MI|AF|EV|NI|DT)"
#define AMOUNT "([0-9]+(\\.[0-9]+)?|X)"
#define LENGTH "P((" AMOUNT "(CE|DE|Y|Q|M|WE|W|D))+(T(" AMOUNT "[HMS])+)?|T(" AMOUNT "[HMS])+)"

static const char *const patterns[] = {
    [TIMEX_DATE] = "^(" DATE "|" PERIOD "|" FISCAL "|" LONG "|" VAGUE ")$",
    [TIMEX_TIME] = "^(" DATE TIME "|" DATE ")$",
    [TIMEX_DURATION] = "^" LENGTH "$",
    [TIMEX_SET] = "^(" LENGTH "|(" DATE "|" PERIOD ")(" TIME ")?)$",
};

/* Compiled at the first call. */
static const regex_t *values_of(timex_type type) {
    static regex_t compiled[sizeof patterns / sizeof *patterns];
    static bool is_compiled[sizeof patterns / sizeof *patterns];
    if (!is_compiled[type] &&
        regcomp(&compiled[type], patterns[type], REG_EXTENDED | REG_NOSUB) != 0)
        abort();
    is_compiled[type] = true;
    return &compiled[type];
}

bool timex_value_is_valid(timex_type type, slice value) {
    char text[LONGEST_VALUE + 1] = "";
    if (value.length > LONGEST_VALUE || memchr(value.data, '\0', value.length))
        return false;
    memcpy(text, value.data, value.length);
    return regexec(values_of(type), text, 0, NULL, 0) == 0;
}
