/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* syscall(), O_PATH */

#include "cli/sandbox.h"

/* Sanitizers look for leaks from a process of their own, and what counts the lines that were run
 * writes beside the objects (`make coverage` defines NO_SANDBOX). */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define NO_SANDBOX
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define NO_SANDBOX
#endif

#if defined(__linux__) && !defined(NO_SANDBOX)

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- Files: Landlock ------------------------------------------------------------------------ */

/* The interface of the kernel, <linux/landlock.h>, of which headers may be older than kernels. */
enum {
    SYSCALL_CREATE_RULESET = 444, /* the same numbers on all machines */
    SYSCALL_ADD_RULE = 445,
    SYSCALL_RESTRICT_SELF = 446,
    CREATE_RULESET_VERSION = 1,
    RULE_PATH_BENEATH = 1
};

#define RIGHT(bit)    (UINT64_C(1) << (bit))
#define EXECUTE       RIGHT(0)
#define WRITE_FILE    RIGHT(1)
#define REMOVE_FILE   RIGHT(5)
#define MAKE_FILE     RIGHT(8)
#define CHANGE_FOLDER (UINT64_C(0x1ff0)) /* bits 4 to 12: remove and make anything */
#define MOVE          RIGHT(13)          /* version 2 */
#define TRUNCATE      RIGHT(14)          /* version 3 */
#define TCP           UINT64_C(3)        /* version 4: bind and connect */
#define OTHERS        UINT64_C(3)        /* version 6: abstract sockets and signals outside */

typedef struct ruleset_attributes {
    uint64_t files, network, scope;
} ruleset_attributes;

typedef struct path_attributes {
    uint64_t allowed;
    int32_t file;
} __attribute__((packed)) path_attributes;

/* False where the kernel refuses the rule. */
static bool allow(int ruleset, uint64_t allowed, const char *path) {
    path_attributes rule = {allowed, -1};
    do
        rule.file = open(path, O_PATH | O_CLOEXEC);
    while (rule.file < 0 && errno == EINTR);
    if (rule.file < 0)
        return true; /* writing there will tell */
    bool taken = syscall(SYSCALL_ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0) == 0;
    bool free_anyway = errno == EBADFD; /* a pipe without a name */
    close(rule.file);
    return taken || free_anyway;
}

/* A file is made beside its place, behind all links, and put there; what is no file is written to.
 */
static bool allow_output(int ruleset, uint64_t handled, const char *output) {
    struct stat there;
    char path[PATH_MAX];
    bool exists = stat(output, &there) == 0;
    if (exists && !S_ISREG(there.st_mode))
        return allow(ruleset, handled & (WRITE_FILE | TRUNCATE), output);
    char *real = exists ? realpath(output, NULL) : NULL;
    const char *name = real ? real : output, *slash = strrchr(name, '/');
    size_t length = slash ? (size_t)(slash - name) + 1 : 0;
    bool allowed = true;
    if (length < sizeof path) {
        memcpy(path, name, length);
        path[length] = '\0';
        allowed = allow(ruleset, handled & (WRITE_FILE | MAKE_FILE | REMOVE_FILE | TRUNCATE),
                        length ? path : ".");
    }
    free(real);
    return allowed;
}

static void keep_files(const char *const *outputs, size_t count, const char *spill_folder) {
    long version = syscall(SYSCALL_CREATE_RULESET, NULL, 0, CREATE_RULESET_VERSION);
    if (version < 1)
        return;
    ruleset_attributes handled = {.files = EXECUTE | WRITE_FILE | CHANGE_FOLDER};
    if (version >= 2)
        handled.files |= MOVE;
    if (version >= 3)
        handled.files |= TRUNCATE;
    if (version >= 4)
        handled.network = TCP;
    if (version >= 6)
        handled.scope = OTHERS;
    int ruleset = (int)syscall(SYSCALL_CREATE_RULESET, &handled, sizeof handled, 0);
    if (ruleset < 0)
        return;
    bool complete =
        allow(ruleset, handled.files & (WRITE_FILE | MAKE_FILE | REMOVE_FILE), spill_folder);
    for (size_t i = 0; i < count; i++)
        complete = allow_output(ruleset, handled.files, outputs[i]) && complete;
    if (complete)
        syscall(SYSCALL_RESTRICT_SELF, ruleset, 0);
    close(ruleset);
}

/* ---- The rest of the kernel: seccomp -------------------------------------------------------- */

#if defined(__x86_64__) && !defined(__ILP32__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && defined(__AARCH64EL__)
#define MACHINE AUDIT_ARCH_AARCH64
#endif

#ifdef MACHINE
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define IF(test, value, then, otherwise)                                                           \
    BPF_JUMP(BPF_JMP | (test) | BPF_K, (uint32_t)(value), then, otherwise)
#define END(action)       BPF_STMT(BPF_RET | BPF_K, action)
#define REFUSE            END(SECCOMP_RET_ERRNO | EPERM)
#define REFUSE_CALL(name) IF(BPF_JEQ, SYS_##name, 0, 1), REFUSE
#define SYSCALLS_OF_X32   0x40000000 /* on x86-64, a second set of numbers begins there */

static void keep_calls(void) {
    static const struct sock_filter filter[] = {
        LOAD(arch),
        IF(BPF_JEQ, MACHINE, 1, 0),
        REFUSE,
        LOAD(nr),
        IF(BPF_JGE, SYSCALLS_OF_X32, 0, 1),
        REFUSE,
        /* the network, and other programs by it */
        REFUSE_CALL(socket),
        REFUSE_CALL(socketpair),
        REFUSE_CALL(connect),
        REFUSE_CALL(bind),
        REFUSE_CALL(listen),
        REFUSE_CALL(accept),
        REFUSE_CALL(accept4),
        /* other programs, and processes but this one */
        REFUSE_CALL(execve),
        REFUSE_CALL(execveat),
#ifdef SYS_fork
        REFUSE_CALL(fork),
        REFUSE_CALL(vfork),
#endif
        REFUSE_CALL(ptrace),
        REFUSE_CALL(process_vm_readv),
        REFUSE_CALL(process_vm_writev),
        REFUSE_CALL(pidfd_open),
        REFUSE_CALL(pidfd_getfd),
        /* ways around these filters, and parts of the kernel that nothing here needs */
        REFUSE_CALL(io_uring_setup),
        REFUSE_CALL(bpf),
        REFUSE_CALL(perf_event_open),
        REFUSE_CALL(userfaultfd),
        REFUSE_CALL(open_by_handle_at),
        REFUSE_CALL(add_key),
        REFUSE_CALL(request_key),
        REFUSE_CALL(keyctl),
        REFUSE_CALL(unshare),
        REFUSE_CALL(setns),
        REFUSE_CALL(mount),
        REFUSE_CALL(umount2),
        REFUSE_CALL(move_mount),
        REFUSE_CALL(open_tree),
        REFUSE_CALL(fsopen),
        REFUSE_CALL(fsmount),
        REFUSE_CALL(pivot_root),
        REFUSE_CALL(chroot),
        REFUSE_CALL(init_module),
        REFUSE_CALL(finit_module),
        REFUSE_CALL(delete_module),
        REFUSE_CALL(kexec_load),
        /* a thread, by the call whose arguments can be seen: without the newer one, libc takes it
         */
        IF(BPF_JEQ, SYS_clone3, 0, 1),
        END(SECCOMP_RET_ERRNO | ENOSYS),
        IF(BPF_JEQ, SYS_clone, 0, 3),
        LOAD(args[0]),
        IF(BPF_JSET, CLONE_THREAD, 5, 0),
        REFUSE,
        /* what a terminal would take for typed */
        IF(BPF_JEQ, SYS_ioctl, 0, 3),
        LOAD(args[1]),
        IF(BPF_JEQ, TIOCSTI, 0, 1),
        REFUSE,
        END(SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof filter / sizeof *filter, (struct sock_filter *)filter};
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
static void keep_calls(void) {
}
#endif

void sandbox_enter(const char *const *outputs, size_t count, const char *spill_folder) {
    /* Without this, only an administrator may give up rights. */
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return;
    keep_files(outputs, count, spill_folder);
    keep_calls();
}

#else

void sandbox_enter(const char *const *outputs, size_t count, const char *spill_folder) {
    (void)outputs;
    (void)count;
    (void)spill_folder;
}

#endif
