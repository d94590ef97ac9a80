/* SPDX-License-Identifier: MIT */
#include "write/html_text.h"

#include "base/utf8.h"
#include "write/wording.h"
#include "write/xml_reference.h"

#include <sha2.h>

void html_add_text(buffer *out, slice text) {
    slice line = utf8_repair(out->owner, one_line(out->owner, text));
    for (size_t i = 0; i < line.length; i++) {
        if (line.data[i] == '\'')
            buffer_add(out, SLICE("&#39;"));
        else
            xml_add_char(out, line.data[i]);
    }
}

void html_add_id(buffer *out, slice text) {
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (ascii_is_letter(c) || ascii_is_digit(c) || c == '-' || c == '_')
            buffer_add_char(out, c);
        else
            buffer_print(out, ".%02X", (unsigned)(unsigned char)c);
    }
}

/* RFC 4648, of whole groups of three bytes; what lacks is 0, and written as "=". */
static void add_base64(buffer *out, const uint8_t *bytes, size_t length) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        uint32_t group = (uint32_t)bytes[i] << 16 | (left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0) |
                         (left > 2 ? bytes[i + 2] : 0);
        for (size_t k = 0; k < 4; k++)
            buffer_add_char(out, k > left ? '=' : digits[group >> (18 - 6 * k) & 63]);
    }
}

void html_add_hash(buffer *out, slice bytes) {
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, (const uint8_t *)bytes.data, bytes.length);
    SHA256Final(digest, &context);
    buffer_add(out, SLICE("'sha256-"));
    add_base64(out, digest, sizeof digest);
    buffer_add_char(out, '\'');
}
