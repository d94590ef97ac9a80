/* SPDX-License-Identifier: MIT */
/* Addresses on the web as URIs (RFC 3986). */
#ifndef WRITE_WEB_ADDRESS_H
#define WRITE_WEB_ADDRESS_H

#include "base/buffer.h"

/* The address with all that no URI has percent-encoded, or "" where it leads to no place there. */
slice web_address(arena *a, slice address);

#endif
