/* SPDX-License-Identifier: MIT */
/* The network in integers, as lang/parser_model.h has it. */
#ifndef LANG_TRAIN_PARSER_WRITER_H
#define LANG_TRAIN_PARSER_WRITER_H

#include "lang/train/lessons.h"

/* The bytes of the model, in the arena. */
slice parser_model_bytes(const network *n, const vocabulary *words, arena *a);

#endif
