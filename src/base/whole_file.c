/* SPDX-License-Identifier: MIT */
#include "base/whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAMES_TRIED 100

struct whole_file {
    int descriptor;
    bool failed;
    char *path;
    char *beside;
};

static void free_keeping_errno(whole_file *file) {
    int saved = errno;
    free(file->path);
    free(file->beside);
    free(file);
    errno = saved;
}

/* The first free name of the kind ".NAME.PID.N" in the folder of the path. */
static int open_beside(whole_file *file) {
    slice path = slice_of(file->path);
    slice name = slice_base_name(path);
    size_t folder = path.length - name.length;
    size_t size = path.length + 64;
    file->beside = malloc(size);
    if (!file->beside)
        return -1;
    for (int n = 0; n < NAMES_TRIED; n++) {
        snprintf(file->beside, size, "%.*s.%.*s.%ld.%d", (int)folder, path.data, SLICE_ARGS(name),
                 (long)getpid(), n);
        int descriptor = open(file->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

dateline_status whole_file_open(const char *path, whole_file **out) {
    *out = NULL;
    whole_file *file = calloc(1, sizeof *file);
    if (!file)
        return DATELINE_NO_MEMORY;
    file->path = strdup(path);
    if (!file->path) {
        free_keeping_errno(file);
        return DATELINE_NO_MEMORY;
    }
    struct stat there;
    if (stat(path, &there) == 0 && S_ISDIR(there.st_mode)) {
        errno = EISDIR;
        free_keeping_errno(file);
        return DATELINE_CANNOT_WRITE;
    }
    file->descriptor = open_beside(file);
    if (file->descriptor < 0) {
        free_keeping_errno(file);
        return DATELINE_CANNOT_WRITE;
    }
    *out = file;
    return DATELINE_OK;
}

bool whole_file_add(void *whole, const char *bytes, size_t length) {
    whole_file *file = whole;
    while (length && !file->failed) {
        ssize_t written = write(file->descriptor, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            file->failed = true;
            break;
        }
        bytes += written;
        length -= (size_t)written;
    }
    return !file->failed;
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

/* A special file (/dev/stdout, a pipe) is written to, never replaced by a plain one. */
static bool copy_into_special(whole_file *file) {
    int from = open(file->beside, O_RDONLY | O_CLOEXEC);
    int to = open(file->path, O_WRONLY | O_CLOEXEC);
    whole_file target = {.descriptor = to, .failed = from < 0 || to < 0};
    char bytes[1 << 14];
    ssize_t got = 0;
    while (!target.failed && (got = read(from, bytes, sizeof bytes)) > 0)
        whole_file_add(&target, bytes, (size_t)got);
    if (from >= 0)
        close(from);
    if (to >= 0 && close(to) != 0)
        target.failed = true;
    unlink(file->beside);
    return !target.failed && got == 0;
}

dateline_status whole_file_commit(whole_file *file) {
    if (file->failed)
        return DATELINE_CANNOT_WRITE;
    bool synced = fsync(file->descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
    bool closed = close(file->descriptor) == 0;
    file->descriptor = -1;
    struct stat there;
    bool special = stat(file->path, &there) == 0 && !S_ISREG(there.st_mode);
    bool placed = synced && closed &&
                  (special ? copy_into_special(file) : rename(file->beside, file->path) == 0);
    if (!placed) {
        int saved = errno;
        unlink(file->beside);
        errno = saved;
        return DATELINE_CANNOT_WRITE;
    }
    sync_folder(file->path);
    return DATELINE_OK;
}

void whole_file_close(whole_file *file) {
    if (!file)
        return;
    if (file->descriptor >= 0) {
        close(file->descriptor);
        unlink(file->beside);
    }
    free(file->path);
    free(file->beside);
    free(file);
}
