/* SPDX-License-Identifier: MIT */
/*
 * A file that appears whole or not at all: written beside its place under another name, forced to
 * the disk, then renamed. A kill at any moment leaves the old file or the new one. What is no plain
 * file (a pipe, /dev/stdout) cannot be replaced, and is written to itself.
 */
#ifndef BASE_WHOLE_FILE_H
#define BASE_WHOLE_FILE_H

#include "base/slice.h"
#include "dateline.h"

typedef struct whole_file whole_file;

/* Begins a file. CANNOT_WRITE (errno tells why) or NO_MEMORY; *out is NULL then. */
dateline_status whole_file_open(const char *path, whole_file **out);
/* Adds bytes. The signature is that of a dateline_sink; false where the disk refused
 * what came before; the last bytes wait for the commit. */
bool whole_file_add(void *file, const char *bytes, size_t length);
/* Puts the file in its place. CANNOT_WRITE where that, or an addition before, failed. */
dateline_status whole_file_commit(whole_file *file);
/*
 * Forgets the file and leaves no trace. After a commit it only releases memory. NULL is fine. Where
 * something failed, errno tells it.
 */
void whole_file_close(whole_file *file);

#endif
