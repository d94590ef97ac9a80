/* SPDX-License-Identifier: MIT */
/* The bytes of a file, as base/embedded.h has them; the Makefile names file and symbol. */
#ifdef __CET__
#include <cet.h> /* says that nothing here is jumped to from anywhere */
#endif

#define JOIN(a, b)    a##b
#define SYMBOL(a, b)  JOIN(a, b)
#define BYTES         SYMBOL(EMBEDDED_NAME, _bytes)
#define BYTES_END     SYMBOL(EMBEDDED_NAME, _bytes_end)

    .section .rodata, "a", %progbits
    .global BYTES
    .hidden BYTES
    .global BYTES_END
    .hidden BYTES_END
    .balign 64
BYTES:
    .incbin EMBEDDED_FILE
BYTES_END:
    .byte 0

    .section .note.GNU-stack, "", %progbits
