/* SPDX-License-Identifier: MIT */
/* What makes calendars, libical, which is loaded where one is written. */
#ifndef WRITE_ICS_FUNCTIONS_H
#define WRITE_ICS_FUNCTIONS_H

#include "base/late_library.h"

#include <libical/ical.h>

#define ICS_FUNCTION_LIST(_)                                                                       \
    _(icalcomponent_add_component)                                                                 \
    _(icalcomponent_add_property)                                                                  \
    _(icalcomponent_as_ical_string_r)                                                              \
    _(icalcomponent_free)                                                                          \
    _(icalcomponent_new)                                                                           \
    _(icalmemory_free_buffer)                                                                      \
    _(icalparameter_new_value)                                                                     \
    _(icalproperty_free)                                                                           \
    _(icalproperty_get_value)                                                                      \
    _(icalproperty_new)                                                                            \
    _(icalproperty_new_action)                                                                     \
    _(icalproperty_new_calscale)                                                                   \
    _(icalproperty_new_categories)                                                                 \
    _(icalproperty_new_description)                                                                \
    _(icalproperty_new_dtend)                                                                      \
    _(icalproperty_new_dtstart)                                                                    \
    _(icalproperty_new_name)                                                                       \
    _(icalproperty_new_prodid)                                                                     \
    _(icalproperty_new_sequence)                                                                   \
    _(icalproperty_new_status)                                                                     \
    _(icalproperty_new_summary)                                                                    \
    _(icalproperty_new_transp)                                                                     \
    _(icalproperty_new_uid)                                                                        \
    _(icalproperty_new_url)                                                                        \
    _(icalproperty_new_version)                                                                    \
    _(icalproperty_set_parameter)                                                                  \
    _(icalproperty_set_value)                                                                      \
    _(icalproperty_set_x_name)                                                                     \
    _(icalvalue_as_ical_string_r)                                                                  \
    _(icalvalue_free)                                                                              \
    _(icalvalue_new_string)                                                                        \
    _(icalvalue_new_text)                                                                          \
    _(icalvalue_new_x)

typedef struct ics_functions {
    ICS_FUNCTION_LIST(LATE_MEMBER)
} ics_functions;

/* NULL, or what is missing (late_library_load()). */
const char *ics_functions_load(ics_functions *out);

#endif
