/* SPDX-License-Identifier: MIT */
/*
 * Full dates in the words of many languages, as pages carry them beside their articles: "24. Mai
 * 2024", "24 de mayo de 2024", "2024年5月24日", "24.05.24". The names of months stand in
 * world_date.re. What base/full_date.h reads is read here, too.
 */
#ifndef READ_WORLD_DATE_H
#define READ_WORLD_DATE_H

#include "base/calendar.h"
#include "base/slice.h"

/* How days and months stand where both are numbers: "02/03/2024". */
typedef enum number_order { ORDER_UNKNOWN, ORDER_DAY_FIRST, ORDER_MONTH_FIRST } number_order;

/* The order in a language (BCP 47); UNKNOWN for English that does not say of where. */
number_order number_order_of(slice language);

/*
 * Reads the date at the very beginning of the text; `length` is how many bytes it takes. False
 * where none stands there, or where it may be two days.
 */
bool world_date_at(slice text, number_order order, moment *out, size_t *length);

/* The first date of the text, of which at most `reach` bytes are searched. */
bool world_date_in(slice text, size_t reach, number_order order, moment *out);

#endif
