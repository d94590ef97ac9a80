/* SPDX-License-Identifier: MIT */
#include "base/identity.h"

#include <uuid/uuid.h>

/* Our own name space, drawn once at random; changing it changes every id that was given out. */
static const uuid_t name_space = {0x5d, 0x3a, 0x0c, 0x8e, 0x91, 0x47, 0x4b, 0x62,
                                  0xa7, 0x1f, 0x2e, 0xd4, 0x60, 0x9b, 0x35, 0xc8};

void identity_of(slice bytes, char out[UUID_TEXT_SIZE]) {
    uuid_t uuid;
    uuid_generate_sha1(uuid, name_space, bytes.data, bytes.length);
    uuid_unparse_lower(uuid, out);
}
