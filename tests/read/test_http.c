/* SPDX-License-Identifier: MIT */
#include "read/http.h"

#include "base/buffer.h"

#include "support/check.h"

static void reads_responses(arena *a) {
    static const struct {
        const char *message;
        int status;
        const char *media_type, *charset, *body;
    } cases[] = {
        {"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n<p>A.", 200,
         "text/html", "utf-8", "<p>A."},
        {"HTTP/1.0 404 Not Found\nContent-type: text/plain\n\nno", 404, "text/plain", "", "no"},
        {"HTTP/1.1 200\r\n\r\n", 200, "", "", ""},
        {"HTTP/2 200 \r\ncontent-type:text/html;x=y\r\n\r\nA", 200, "text/html", "", "A"},
        {"GET / HTTP/1.1\r\n\r\n", 0, "", "", ""},
        {"", 0, "", "", ""},
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\n\r\n",
         200, "", "", "abcd"},
        /* A chunk that is cut short, a size that is none, and no chunks in spite of the header. */
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc", 200, "", "", "abc"},
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nx\r\nd", 200, "", "",
         "abc"},
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>A.\r\n", 200, "", "",
         "<p>A.\r\n"},
        {"HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\n\r\nabc", 200, "", "", "abc"},
        {"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>A.", 200, "", "", "<p>A."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        http_response r = http_read(slice_of(cases[i].message), a);
        CHECK_AT(r.status == cases[i].status, "case %zu: status %d", i, r.status);
        CHECK_SLICE(r.media_type, cases[i].media_type);
        CHECK_SLICE(r.charset, cases[i].charset);
        CHECK_AT(slice_equal(r.body, slice_of(cases[i].body)), "case %zu: \"%.*s\"", i,
                 SLICE_ARGS(r.body));
    }
}

/* "It fell." as gzip, as zlib, and without a frame. */
static void unpacks(arena *a) {
    static const struct {
        const char *coding;
        slice packed;
    } cases[] = {
        {"gzip", SLICE("\x1f\x8b\x08\0\0\0\0\0\x02\x03\xf3\x2c\x51\x48\x4b\xcd\xc9\xd1\x03\0"
                       "\x5d\x69\xa2\x02\x08\0\0\0")},
        {"deflate", SLICE("\x78\x9c\xf3\x2c\x51\x48\x4b\xcd\xc9\xd1\x03\0\x0c\x18\x02\xaf")},
        {"deflate", SLICE("\xf3\x2c\x51\x48\x4b\xcd\xc9\xd1\x03\0")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buffer message = buffer_in(a);
        buffer_print(&message, "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\n\r\n", cases[i].coding);
        buffer_add(&message, cases[i].packed);
        http_response r = http_read(buffer_slice(&message), a);
        CHECK_AT(slice_starts_with(r.body, SLICE("It fell.")), "case %zu: \"%.*s\"", i,
                 SLICE_ARGS(r.body));
    }
    http_response r = http_read(SLICE("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nxyz"), a);
    CHECK(r.is_unknown && !r.body.length);
}

int main(void) {
    RUN_IN_ARENA(reads_responses);
    RUN_IN_ARENA(unpacks);
    return tests_end();
}
