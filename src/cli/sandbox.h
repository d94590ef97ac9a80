/* SPDX-License-Identifier: MIT */
/*
 * What the program gives up before it reads what somebody else wrote, so that a mistake in its code
 * or in that of its libraries cannot be used for more than a wrong output:
 *
 *     sockets, other programs and processes, and what only a debugger, a shell or an administrator
 *     asks of the kernel (seccomp, a filter of system calls: seccomp(2));
 *     files, other than to read them, outside of the outputs' folders and of the one for what
 *     memory does not hold (Landlock: landlock(7)).
 *
 * Threads, reading and the loading of shared objects stay allowed: charts need fonts and plugins.
 */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include <stddef.h>

/*
 * Shuts the calling thread, and those that it starts later, in for good; `outputs` are the files
 * that are going to be written, `spill_folder` is where what memory does not hold may be kept.
 * Silently does what the system can: nothing, where it is not Linux.
 */
void sandbox_enter(const char *const *outputs, size_t count, const char *spill_folder);

#endif
