/* SPDX-License-Identifier: MIT */
/*
 * Loaded before the C library (LD_PRELOAD), spoils calls of the system. IO_FAULT says which and
 * how:
 *
 *     read:EIO       the call whose number IO_AT gives, counted from 1, fails with this error
 *     write:EINTR+   this call and all later ones of its name fail (without IO_AT: all)
 *     read:short     it takes or gives one byte; "read:short+" all do
 *     any:KILL       before it, whatever call it is, the program gets this signal
 *
 * COUNT_TO names a file for how many calls of each name there were, "read 12". Calls that the C
 * library makes within itself (those of stdio) cannot be seen from here.
 */
#define _GNU_SOURCE
#undef _FORTIFY_SOURCE /* or the headers define some of these functions, too */

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SEEN __attribute__((visibility("default")))

static const struct {
    const char *name;
    int number;
} errors[] = {{"EINTR", EINTR},   {"EIO", EIO},       {"ENOSPC", ENOSPC}, {"EPIPE", EPIPE},
              {"EAGAIN", EAGAIN}, {"EMFILE", EMFILE}, {"EACCES", EACCES}, {"EDQUOT", EDQUOT},
              {"EROFS", EROFS},   {"ENOENT", ENOENT}},
  signals[] = {{"KILL", SIGKILL}, {"TERM", SIGTERM}, {"INT", SIGINT}, {"HUP", SIGHUP}};

typedef enum call {
    CALL_OPEN,
    CALL_CREATE,
    CALL_READ,
    CALL_WRITE,
    CALL_CLOSE,
    CALL_FSYNC,
    CALL_RENAME,
    CALL_UNLINK,
    CALL_STAT,
    CALL_FSTAT,
    CALL_REALPATH,
    CALL_OPENDIR,
    CALL_READDIR,
    CALL_ANY,
    CALL_COUNT
} call;

static const char *const names[] = {"open",     "create",  "read",    "write", "close",
                                    "fsync",    "rename",  "unlink",  "stat",  "fstat",
                                    "realpath", "opendir", "readdir", "any"};

static struct {
    call call;
    int error, signal;
    bool is_short, again;
    unsigned long at; /* 0: never */
} fault;
static atomic_ulong calls[CALL_COUNT];
static FILE *count_to;

/* What the call is to meet: 0 nothing, an error, or SHORT. */
enum { SHORT = -1 };

static int meets(call c) {
    unsigned long number = atomic_fetch_add(&calls[c], 1) + 1;
    unsigned long any = atomic_fetch_add(&calls[CALL_ANY], 1) + 1;
    if (fault.call == CALL_ANY)
        number = any;
    else if (fault.call != c)
        return 0;
    /* Of interruptions that go on, every second call has none, or nothing would come to an end. */
    bool later =
        fault.again && number > fault.at && (fault.error != EINTR || (number - fault.at) % 2 == 0);
    if (!fault.at || !(number == fault.at || later))
        return 0;
    if (fault.signal)
        kill(getpid(), fault.signal);
    return fault.is_short ? SHORT : fault.error;
}

/* Declares the next function of the name as `real` and ends the call with `failed` if it fails. */
#define REAL(type, name, ...)                                                                      \
    static type (*real)(__VA_ARGS__);                                                              \
    if (!real)                                                                                     \
    *(void **)&real = dlsym(RTLD_NEXT, name)
#define FAIL_AS(c, failed)                                                                         \
    int met = meets(c);                                                                            \
    if (met > 0) {                                                                                 \
        errno = met;                                                                               \
        return failed;                                                                             \
    }

SEEN int open(const char *path, int flags, ...) {
    mode_t mode = 0;
    if (flags & O_CREAT) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, mode_t);
        va_end(arguments);
    }
    REAL(int, "open", const char *, int, ...);
    FAIL_AS(flags & O_CREAT ? CALL_CREATE : CALL_OPEN, -1)
    return real(path, flags, mode);
}

SEEN ssize_t read(int file, void *to, size_t length) {
    REAL(ssize_t, "read", int, void *, size_t);
    FAIL_AS(CALL_READ, -1)
    return real(file, to, met == SHORT && length > 1 ? 1 : length);
}

/* What read() is where the compiler knows how much room there is. */
ssize_t __read_chk(int file, void *to, size_t length, size_t room);
SEEN ssize_t __read_chk(int file, void *to, size_t length, size_t room) {
    return length <= room ? read(file, to, length) : (abort(), -1);
}

SEEN ssize_t write(int file, const void *from, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    FAIL_AS(CALL_WRITE, -1)
    return real(file, from, met == SHORT && length > 1 ? 1 : length);
}

/* An interrupted close has closed the file. */
SEEN int close(int file) {
    REAL(int, "close", int);
    FAIL_AS(CALL_CLOSE, (real(file), errno = met, -1))
    return real(file);
}

SEEN int fsync(int file) {
    REAL(int, "fsync", int);
    FAIL_AS(CALL_FSYNC, -1)
    return real(file);
}

SEEN int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    FAIL_AS(CALL_RENAME, -1)
    return real(from, to);
}

SEEN int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    FAIL_AS(CALL_UNLINK, -1)
    return real(path);
}

SEEN int stat(const char *restrict path, struct stat *restrict about) {
    REAL(int, "stat", const char *, struct stat *);
    FAIL_AS(CALL_STAT, -1)
    return real(path, about);
}

SEEN int fstat(int file, struct stat *about) {
    REAL(int, "fstat", int, struct stat *);
    FAIL_AS(CALL_FSTAT, -1)
    return real(file, about);
}

SEEN char *realpath(const char *restrict path, char *restrict out) {
    REAL(char *, "realpath", const char *, char *);
    FAIL_AS(CALL_REALPATH, NULL)
    return real(path, out);
}

SEEN DIR *opendir(const char *path) {
    REAL(DIR *, "opendir", const char *);
    FAIL_AS(CALL_OPENDIR, NULL)
    return real(path);
}

SEEN struct dirent *readdir(DIR *folder) {
    REAL(struct dirent *, "readdir", DIR *);
    FAIL_AS(CALL_READDIR, NULL)
    return real(folder);
}

/* What is called before main is the loader's, and not counted; later the program has shut itself
   in, and can open no file of ours. */
__attribute__((constructor)) static void begin(void) {
    const char *wanted = getenv("IO_FAULT"), *at = getenv("IO_AT");
    const char *colon = wanted ? strchr(wanted, ':') : NULL;
    unsetenv("LD_PRELOAD"); /* what it starts is not meant */
    const char *path = getenv("COUNT_TO");
    count_to = path ? fopen(path, "w") : NULL;
    for (call c = 0; c < CALL_COUNT; c++)
        atomic_store(&calls[c], 0);
    if (!colon)
        return;
    for (call c = 0; c < CALL_COUNT; c++)
        if (strlen(names[c]) == (size_t)(colon - wanted) &&
            strncmp(names[c], wanted, strlen(names[c])) == 0)
            fault.call = c;
    char kind[16];
    snprintf(kind, sizeof kind, "%s", colon + 1);
    char *plus = strchr(kind, '+');
    fault.again = plus != NULL;
    if (plus)
        *plus = '\0';
    fault.is_short = strcmp(kind, "short") == 0;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (strcmp(errors[i].name, kind) == 0)
            fault.error = errors[i].number;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (strcmp(signals[i].name, kind) == 0)
            fault.signal = signals[i].number;
    fault.at = at ? strtoul(at, NULL, 10) : fault.again;
}

__attribute__((destructor)) static void end(void) {
    fault.at = 0;
    if (!count_to)
        return;
    for (call c = 0; c < CALL_COUNT; c++)
        fprintf(count_to, "%s %lu\n", names[c], atomic_load(&calls[c]));
    fclose(count_to);
}
