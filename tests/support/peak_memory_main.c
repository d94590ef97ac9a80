/* SPDX-License-Identifier: MIT */
/*
 * Runs a command and writes the most memory that it held at once to a file:
 *
 *     peak_memory FILE COMMAND ARGUMENT...
 *
 * The number is in kilobytes, of resident memory. Ends with the command's exit status.
 */
#define _DEFAULT_SOURCE

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv) {
    int status;
    struct rusage used;
    if (argc < 3)
        return 2;
    pid_t child = fork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) != child)
        return 2;
    FILE *file = fopen(argv[1], "w");
    if (!file || getrusage(RUSAGE_CHILDREN, &used) != 0)
        return 2;
    fprintf(file, "%ld\n", used.ru_maxrss);
    fclose(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}
