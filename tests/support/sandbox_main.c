/* SPDX-License-Identifier: MIT */
/*
 * Enters the program's sandbox, for the output OUTPUT, and tries what it is to keep from, and what
 * it is to allow:
 *
 *     sandbox OUTPUT ELSEWHERE
 *
 * ELSEWHERE is a file of another folder. Says a line for each try, "socket: refused"; what is no
 * matter of the sandbox and fails has its reason there. First come "landlock: N", its version or 0,
 * and "seccomp: N", -1 where the kernel has none.
 */
#define _GNU_SOURCE

#include "cli/sandbox.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void tell(const char *what, bool done) {
    bool refused = errno == EPERM || errno == EACCES;
    printf("%s: %s\n", what, done ? "done" : refused ? "refused" : strerror(errno));
    fflush(stdout);
    errno = 0;
}

static void try_processes(void) {
    static char *const arguments[] = {(char *)"true", NULL};
    static char *const environment[] = {NULL};
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    tell("fork", child > 0);
    child = vfork();
    if (child == 0)
        _exit(0);
    tell("vfork", child > 0);
    tell("ptrace", ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0);
    tell("unshare", unshare(0) == 0);
    char typed = 'x';
    tell("type", ioctl(STDIN_FILENO, TIOCSTI, &typed) == 0);
    tell("io_uring", syscall(SYS_io_uring_setup, 1, NULL) >= 0);
    tell("execve", execve("/bin/true", arguments, environment) == 0);
}

static void try_network(void) {
    int ends[2];
    tell("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
    tell("datagram", socket(AF_INET6, SOCK_DGRAM, 0) >= 0);
    tell("local socket", socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
    tell("pair", socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
}

static void try_files(const char *name, const char *path) {
    char what[100], other[4096];
    snprintf(other, sizeof other, "%s.other", path);
    snprintf(what, sizeof what, "make %s", name);
    tell(what, open(other, O_WRONLY | O_CREAT | O_EXCL, 0600) >= 0);
    snprintf(what, sizeof what, "write %s", name);
    tell(what, open(path, O_WRONLY) >= 0);
    snprintf(what, sizeof what, "rename %s", name);
    tell(what, rename(path, other) == 0);
    snprintf(what, sizeof what, "remove %s", name);
    tell(what, unlink(other) == 0 || unlink(path) == 0);
    snprintf(what, sizeof what, "folder %s", name);
    tell(what, mkdir(other, 0700) == 0);
}

static void *do_nothing(void *nothing) {
    return nothing;
}

static void try_what_is_needed(const char *file) {
    pthread_t thread;
    bool started = pthread_create(&thread, NULL, do_nothing, NULL) == 0;
    if (started)
        pthread_join(thread, NULL);
    tell("thread", started);
    tell("read", open(file, O_RDONLY) >= 0);
    tell("load", dlopen("libz.so.1", RTLD_NOW) || dlopen("libm.so.6", RTLD_NOW));
}

static void try_spill(const char *folder) {
    char path[4096];
    snprintf(path, sizeof path, "%s/spilled-XXXXXX", folder);
    tell("spill", mkstemp(path) >= 0 && unlink(path) == 0);
}

int main(int argc, char **argv) {
    if (argc != 4)
        return 2;
    long version = syscall(444, NULL, 0, 1);
    printf("landlock: %ld\nseccomp: %d\n", version > 0 ? version : 0,
           prctl(PR_GET_SECCOMP, 0, 0, 0, 0));
    const char *const outputs[] = {argv[1]};
    sandbox_enter(outputs, 1, argv[3]);
    try_what_is_needed(argv[2]);
    try_network();
    try_files("elsewhere", argv[2]);
    try_files("output", argv[1]);
    try_spill(argv[3]);
    try_processes();
    return 0;
}
