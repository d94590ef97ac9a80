/* SPDX-License-Identifier: MIT */
/*
 * Standard output, for what the library writes. Unlike stdio it goes on after a write that was
 * interrupted or took only a part, and keeps why one failed, whichever thread met it.
 */
#include "cli/cli.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct {
    char bytes[16 << 10]; /* not written yet */
    size_t length;
    int error; /* errno of the write that failed; 0: none */
} waiting;

/* A terminal shows at once what is written; that it is one is asked once. */
static bool is_terminal(void) {
    static int answer = -1;
    if (answer < 0)
        answer = isatty(STDOUT_FILENO) == 1;
    return answer;
}

/* A pipe that does not wait by itself is waited for. */
static bool may_go_on(void) {
    struct pollfd pipe = {STDOUT_FILENO, POLLOUT, 0};
    return errno == EINTR || (errno == EAGAIN && (poll(&pipe, 1, -1) >= 0 || errno == EINTR));
}

/* A write that takes nothing would be tried for ever. */
static bool write_all(const char *bytes, size_t length) {
    while (length && !waiting.error) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written == 0 || !may_go_on()) {
            waiting.error = written == 0 ? EIO : errno;
        }
    }
    return !waiting.error;
}

static bool flush(void) {
    bool written = write_all(waiting.bytes, waiting.length);
    waiting.length = 0;
    return written;
}

bool write_to_stdout(void *user, const char *bytes, size_t length) {
    (void)user;
    if (length > sizeof waiting.bytes - waiting.length && !flush())
        return false;
    if (length > sizeof waiting.bytes)
        return write_all(bytes, length);
    memcpy(waiting.bytes + waiting.length, bytes, length);
    waiting.length += length;
    return !is_terminal() || flush();
}

void print(const char *format, ...) {
    char text[2048];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length > 0)
        write_to_stdout(NULL, text,
                        (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

int end_stdout(int status) {
    if (flush())
        return status;
    complain("standard output cannot be written: %s", strerror(waiting.error));
    return EXIT_ERROR;
}
