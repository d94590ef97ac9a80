/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath */

#include "base/whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAMES_TRIED 100
#define BUFFER_SIZE ((size_t)64 << 10)

struct whole_file {
    int descriptor;
    int error;   /* errno of what failed first; 0: nothing */
    bool placed; /* committed: what it is written under is its name */
    char *path;
    char *beside;   /* the name it is written under; NULL for a special file */
    size_t waiting; /* bytes of the buffer that are not written yet */
    char buffer[BUFFER_SIZE];
};

static void free_keeping_errno(whole_file *file) {
    int saved = errno;
    free(file->path);
    free(file->beside);
    free(file);
    errno = saved;
}

/* An open that was interrupted is tried again. */
static int open_to_write(const char *path, int flags) {
    int descriptor;
    do
        descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0666);
    while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

/* The first free name of the kind ".NAME.PID.N" in the folder of the path. */
static int open_beside(whole_file *file) {
    slice path = slice_of(file->path);
    slice name = slice_base_name(path);
    if (!name.length) {
        errno = ENOENT;
        return -1;
    }
    size_t folder = path.length - name.length;
    size_t size = path.length + 64;
    file->beside = malloc(size);
    if (!file->beside)
        return -1;
    for (int n = 0; n < NAMES_TRIED; n++) {
        snprintf(file->beside, size, "%.*s.%.*s.%ld.%d", (int)folder, path.data, SLICE_ARGS(name),
                 (long)getpid(), n);
        int descriptor = open_to_write(file->beside, O_CREAT | O_EXCL);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

/* A special file (/dev/stdout, a pipe) is written to, never replaced by a plain one. */
static int open_path(whole_file *file) {
    struct stat there;
    bool exists = stat(file->path, &there) == 0;
    if (exists && !S_ISREG(there.st_mode))
        return open_to_write(file->path, 0); /* a folder refuses */
    char *behind_links = exists ? realpath(file->path, NULL) : NULL;
    if (behind_links) {
        free(file->path);
        file->path = behind_links;
    }
    return open_beside(file);
}

dateline_status whole_file_open(const char *path, whole_file **out) {
    *out = NULL;
    whole_file *file = calloc(1, sizeof *file);
    if (!file)
        return DATELINE_NO_MEMORY;
    file->path = strdup(path);
    file->descriptor = file->path ? open_path(file) : -1;
    if (file->descriptor < 0) {
        bool out_of_memory = errno == ENOMEM;
        free_keeping_errno(file);
        return out_of_memory ? DATELINE_NO_MEMORY : DATELINE_CANNOT_WRITE;
    }
    *out = file;
    return DATELINE_OK;
}

/* A write that takes nothing would be tried for ever. */
static void write_all(whole_file *file, const char *bytes, size_t length) {
    while (length && !file->error) {
        ssize_t written = write(file->descriptor, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written == 0 || errno != EINTR) {
            file->error = written == 0 ? EIO : errno;
        }
    }
}

static void flush(whole_file *file) {
    write_all(file, file->buffer, file->waiting);
    file->waiting = 0;
}

bool whole_file_add(void *whole, const char *bytes, size_t length) {
    whole_file *file = whole;
    if (length > BUFFER_SIZE - file->waiting)
        flush(file);
    if (length > BUFFER_SIZE) {
        write_all(file, bytes, length);
    } else if (length) {
        memcpy(file->buffer + file->waiting, bytes, length);
        file->waiting += length;
    }
    return !file->error;
}

/* A rename is on the disk once its folder is. Not every file system can do that; no harm then. */
static void sync_folder(const char *path) {
    slice whole = slice_of(path);
    size_t folder = whole.length - slice_base_name(whole).length;
    char *name = folder ? strndup(path, folder) : strdup(".");
    int descriptor = name ? open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
    free(name);
}

/* Not every kind of file can be forced to the disk. */
static void sync_and_close(whole_file *file) {
    int result;
    do
        result = fsync(file->descriptor);
    while (result != 0 && errno == EINTR);
    if (result != 0 && errno != EINVAL && errno != ENOTSUP)
        file->error = errno;
    /* One that is interrupted has closed the file, which was forced to the disk before. */
    if (close(file->descriptor) != 0 && errno != EINTR && !file->error)
        file->error = errno;
    file->descriptor = -1;
}

dateline_status whole_file_commit(whole_file *file) {
    flush(file);
    if (!file->error)
        sync_and_close(file);
    if (!file->error && file->beside && rename(file->beside, file->path) != 0)
        file->error = errno;
    if (file->error) {
        errno = file->error;
        return DATELINE_CANNOT_WRITE;
    }
    file->placed = true;
    if (file->beside)
        sync_folder(file->path);
    return DATELINE_OK;
}

void whole_file_close(whole_file *file) {
    if (!file)
        return;
    int cause = file->error ? file->error : errno;
    if (file->descriptor >= 0)
        close(file->descriptor);
    if (file->beside && !file->placed)
        unlink(file->beside);
    errno = cause;
    free_keeping_errno(file);
}
