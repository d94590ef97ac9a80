/* SPDX-License-Identifier: MIT */
/*
 * Trained models, compiled into the library: a file `src/lang/LANGUAGE/NAME.model` is there as
 *
 *     MODEL_DECLARE(NAME);                    // in the one file that uses it
 *     slice bytes = MODEL_BYTES(NAME);        // borrowed, read-only, for ever
 *
 * The bytes are used where they lie, so that a model costs nothing to load. They are little-endian,
 * and so must the machine be.
 *
 * Every model begins with a model_head, which model_check() compares with what the code expects.
 * The check of the bytes themselves, model_is_whole(), reads all of them: it is for tests.
 */
#ifndef LANG_MODEL_H
#define LANG_MODEL_H

#include "base/embedded.h"

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "models are read where they lie, as little-endian numbers"
#endif

#define MODEL_DECLARE(name) EMBEDDED_DECLARE(name)
#define MODEL_BYTES(name)   EMBEDDED_BYTES(name)

typedef struct model_head {
    char kind[8];      /* what the model is of, filled up with NUL */
    uint32_t version;  /* of the layout and of what the code computes before it looks in here */
    uint32_t length;   /* of the whole model, head included, in bytes */
    uint64_t checksum; /* slice_hash() of what follows the head */
} model_head;

/* Fills in the head of a model that lies whole in `bytes`: the last thing that a trainer does. */
void model_seal(char *bytes, size_t length, const char kind[8], uint32_t version);

/* Whether the head is that of a whole model of this kind and version. Costs nothing. */
bool model_check(slice bytes, const char kind[8], uint32_t version);

/* Whether every byte is as the trainer sealed it. */
bool model_is_whole(slice bytes);

#endif
