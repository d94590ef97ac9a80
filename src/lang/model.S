/* SPDX-License-Identifier: MIT */
/* The bytes of a trained model, as lang/model.h has them; the Makefile names file and symbol. */
#define JOIN(a, b)    a##b
#define SYMBOL(a, b)  JOIN(a, b)
#define MODEL         SYMBOL(MODEL_NAME, _bytes)
#define MODEL_END     SYMBOL(MODEL_NAME, _bytes_end)

    .section .rodata, "a", %progbits
    .global MODEL
    .hidden MODEL
    .global MODEL_END
    .hidden MODEL_END
    .balign 64
MODEL:
    .incbin MODEL_FILE
MODEL_END:
    .byte 0

    .section .note.GNU-stack, "", %progbits
