/* SPDX-License-Identifier: MIT */
/*
 * Names that stay: a UUID made from bytes alone (RFC 9562, version 5, SHA-1), so that the same
 * bytes have the same name on every machine and in every run.
 */
#ifndef BASE_IDENTITY_H
#define BASE_IDENTITY_H

#include "base/slice.h"

#define UUID_TEXT_SIZE 37 /* 36 characters, lower case, and NUL */

void identity_of(slice bytes, char out[UUID_TEXT_SIZE]);

#endif
