/* SPDX-License-Identifier: MIT */
#include "base/whole_file.h"
#include "support/check.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/whole_file_XXXXXX";
static char path[100];

static slice contents(const char *name) {
    static char bytes[1000];
    FILE *file = fopen(name, "rb");
    if (!file)
        return SLICE("(none)");
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return (slice){bytes, length};
}

/* How many names the folder holds; it is emptied. */
static size_t names_in_folder(void) {
    size_t count = 0;
    DIR *open_folder = opendir(folder);
    for (struct dirent *e; open_folder && (e = readdir(open_folder)) != NULL;) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        char name[400];
        snprintf(name, sizeof name, "%s/%s", folder, e->d_name);
        remove(name);
        count++;
    }
    if (open_folder)
        closedir(open_folder);
    return count;
}

static whole_file *begin(const char *name, const char *text) {
    whole_file *file = NULL;
    CHECK_INT(whole_file_open(name, &file), DATELINE_OK);
    if (file)
        CHECK(whole_file_add(file, text, strlen(text)));
    return file;
}

static void write_whole(const char *name, const char *text) {
    whole_file *file = begin(name, text);
    CHECK_INT(whole_file_commit(file), DATELINE_OK);
    whole_file_close(file);
}

static void appears_on_commit_only(void) {
    whole_file *file = begin(path, "first ");
    CHECK_SLICE(contents(path), "(none)");
    CHECK(whole_file_add(file, "second", 6));
    CHECK_INT(whole_file_commit(file), DATELINE_OK);
    CHECK_SLICE(contents(path), "first second");
    whole_file_close(file);
    CHECK_SLICE(contents(path), "first second");
    CHECK_INT(names_in_folder(), 1);
}

static void replaces(void) {
    write_whole(path, "old");
    whole_file *file = begin(path, "new");
    CHECK_SLICE(contents(path), "old");
    CHECK_INT(whole_file_commit(file), DATELINE_OK);
    whole_file_close(file);
    CHECK_SLICE(contents(path), "new");
    CHECK_INT(names_in_folder(), 1);
}

static void leaves_no_trace_without_commit(void) {
    write_whole(path, "old");
    whole_file_close(begin(path, "new"));
    CHECK_SLICE(contents(path), "old");
    CHECK_INT(names_in_folder(), 1);
    whole_file_close(NULL);
}

static void two_at_once_do_not_mix(void) {
    whole_file *a = begin(path, "a"), *b = begin(path, "b");
    CHECK_INT(whole_file_commit(a), DATELINE_OK);
    CHECK_INT(whole_file_commit(b), DATELINE_OK);
    whole_file_close(a);
    whole_file_close(b);
    CHECK_SLICE(contents(path), "b");
    CHECK_INT(names_in_folder(), 1);
}

static void a_link_is_followed(void) {
    char link[120];
    snprintf(link, sizeof link, "%s.link", path);
    write_whole(path, "old");
    CHECK_INT(symlink(path, link), 0);
    write_whole(link, "new");
    struct stat there;
    CHECK(lstat(link, &there) == 0 && S_ISLNK(there.st_mode));
    CHECK_SLICE(contents(path), "new");
    CHECK_INT(names_in_folder(), 2);
}

static void places_where_nothing_can_be_written(void) {
    char below[120];
    snprintf(below, sizeof below, "%s/below", path);
    write_whole(path, "a file");
    const char *const places[] = {folder, below, "", "/", "/no/such/folder/file"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        whole_file *file = (whole_file *)&file;
        CHECK_INT(whole_file_open(places[i], &file), DATELINE_CANNOT_WRITE);
        CHECK(!file);
    }
    CHECK_INT(names_in_folder(), 1);
}

static void a_pipe_is_written_to(void) {
    CHECK_INT(mkfifo(path, 0600), 0);
    int reader = open(path, O_RDONLY | O_NONBLOCK);
    write_whole(path, "through");
    char bytes[20];
    CHECK_INT(read(reader, bytes, sizeof bytes), 7);
    close(reader);
    struct stat there;
    CHECK(stat(path, &there) == 0 && S_ISFIFO(there.st_mode));
    CHECK_INT(names_in_folder(), 1);
}

/* Others may have left files with the names that are tried, of which the last is free, or none. */
static void the_names_beside_may_be_taken(void) {
    for (int taken = 99; taken <= 100; taken++) {
        for (int n = 0; n < taken; n++) {
            char beside[200];
            snprintf(beside, sizeof beside, "%s/.file.%ld.%d", folder, (long)getpid(), n);
            int descriptor = open(beside, O_WRONLY | O_CREAT, 0600);
            CHECK(descriptor >= 0);
            close(descriptor);
        }
        whole_file *file;
        CHECK_INT(whole_file_open(path, &file), taken < 100 ? DATELINE_OK : DATELINE_CANNOT_WRITE);
        whole_file_close(file);
        CHECK_INT(names_in_folder(), taken);
    }
}

static void a_full_disk_is_reported(void) {
    whole_file *file;
    if (whole_file_open("/dev/full", &file) != DATELINE_OK)
        return; /* not on this system */
    static const char much[100000];
    CHECK(whole_file_add(file, "x", 1)); /* waits */
    CHECK(!whole_file_add(file, much, sizeof much));
    CHECK(!whole_file_add(file, "x", 1));
    CHECK_INT(whole_file_commit(file), DATELINE_CANNOT_WRITE);
    whole_file_close(file);
    CHECK_INT(whole_file_open("/dev/full", &file), DATELINE_OK);
    CHECK(whole_file_add(file, "x", 1));
    CHECK_INT(whole_file_commit(file), DATELINE_CANNOT_WRITE);
    CHECK_INT(errno, ENOSPC);
    whole_file_close(file);
}

/* Pieces of all sizes stand in the file one behind the other. */
static void pieces_of_all_sizes(void) {
    enum { SIZE = 400000 };
    static char written[SIZE], read_back[SIZE + 1];
    for (size_t i = 0; i < SIZE; i++)
        written[i] = (char)('a' + i * i % 23);
    whole_file *file;
    CHECK_INT(whole_file_open(path, &file), DATELINE_OK);
    for (size_t at = 0, piece = 1; at < SIZE; at += piece, piece = piece * 3 % 70001 + 1) {
        piece = piece < SIZE - at ? piece : SIZE - at;
        CHECK(whole_file_add(file, written + at, piece));
    }
    CHECK_INT(whole_file_commit(file), DATELINE_OK);
    whole_file_close(file);
    FILE *stream = fopen(path, "r");
    size_t length = stream ? fread(read_back, 1, sizeof read_back, stream) : 0;
    CHECK_INT(length, SIZE);
    CHECK(memcmp(written, read_back, SIZE) == 0);
    if (stream)
        fclose(stream);
    unlink(path);
}

int main(void) {
    if (!mkdtemp(folder))
        return EXIT_FAILURE;
    snprintf(path, sizeof path, "%s/file", folder);
    RUN(appears_on_commit_only);
    RUN(replaces);
    RUN(leaves_no_trace_without_commit);
    RUN(two_at_once_do_not_mix);
    RUN(a_link_is_followed);
    RUN(places_where_nothing_can_be_written);
    RUN(a_pipe_is_written_to);
    RUN(the_names_beside_may_be_taken);
    RUN(pieces_of_all_sizes);
    RUN(a_full_disk_is_reported);
    rmdir(folder);
    return tests_end();
}
