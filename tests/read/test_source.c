/* SPDX-License-Identifier: MIT */
/* Walking files and folders, and cutting them into documents. */
#include "read/source.h"

#include "base/buffer.h"
#include "support/check.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

static char folder[] = "/tmp/dateline-source-XXXXXX";

static const char *path_of(arena *a, const char *name) {
    return arena_format(a, "%s/%s", folder, name).data;
}

static void put(arena *a, const char *name, slice bytes) {
    FILE *file = fopen(path_of(a, name), "wb");
    CHECK(file && fwrite(bytes.data, 1, bytes.length, file) == bytes.length);
    if (file)
        fclose(file);
}

/* Adds a gzip member to the file. */
static void put_packed(arena *a, const char *name, slice bytes) {
    gzFile file = gzopen(path_of(a, name), "ab");
    CHECK(file && gzwrite(file, bytes.data, (unsigned)bytes.length) == (int)bytes.length);
    if (file)
        gzclose(file);
}

/* Adds the paths (relative to the test's folder) and gives all that comes as one line of text. */
static slice documents(arena *a, const char *const *names, size_t count, diagnostics *said) {
    static const char *const forms[] = {"text", "markdown", "json", "line",
                                        "item", "conllu",   "page", "feed"};
    source *s = source_new(a);
    for (size_t i = 0; i < count; i++)
        source_add(s, slice_of(path_of(a, names[i])), said);
    buffer out = buffer_in(a);
    document d;
    while (source_next(s, a, &d, said))
        buffer_print(&out, "%.*s:%zu:%zu:%s:%.*s|",
                     SLICE_ARGS(slice_range(d.file, strlen(folder) + 1, d.file.length)), d.offset,
                     d.line, forms[d.form], SLICE_ARGS(d.bytes));
    return buffer_slice(&out);
}

static slice documents_of(arena *a, const char *name, diagnostics *said) {
    return documents(a, &name, 1, said);
}

static void walks_folders_in_name_order(arena *a) {
    mkdir(path_of(a, "walk"), 0700);
    mkdir(path_of(a, "walk/b"), 0700);
    mkdir(path_of(a, "walk/.hidden"), 0700);
    put(a, "walk/b/2.txt", SLICE("two"));
    put(a, "walk/a.txt", SLICE("one"));
    put(a, "walk/c.txt", SLICE("three"));
    put(a, "walk/.d.txt", SLICE("hidden"));
    put(a, "walk/.hidden/e.txt", SLICE("hidden"));
    CHECK_INT(symlink("..", path_of(a, "walk/b/ring")), 0);
    diagnostics said = diagnostics_in(a);
    const char *both_ways[2][3] = {{"walk", "walk/c.txt", "walk/"}, {"walk/c.txt", "walk", "walk"}};
    for (int i = 0; i < 2; i++)
        CHECK_SLICE(documents(a, both_ways[i], 3, &said),
                    "walk/a.txt:0:0:text:one|walk/b/2.txt:0:0:text:two|walk/c.txt:0:0:text:three|");
    CHECK_INT(said.list.count, 0);
}

static void says_what_is_not_there(arena *a) {
    diagnostics said = diagnostics_in(a);
    source *s = source_new(a);
    CHECK_INT(source_add(s, slice_of(path_of(a, "nowhere")), &said), DATELINE_CANNOT_OPEN);
    CHECK_INT(source_add(s, SLICE(""), &said), DATELINE_CANNOT_OPEN);
    mkdir(path_of(a, "empty"), 0700);
    CHECK_INT(source_add(s, slice_of(path_of(a, "empty")), &said), DATELINE_OK);
    CHECK_INT(source_file_count(s), 0);
    CHECK_INT(said.list.count, 3);
    CHECK_INT(said.list.items[2].status, DATELINE_NO_ARTICLE);
    CHECK_INT(said.list.items[2].severity, DATELINE_SKIPPED);
    document d;
    CHECK(!source_next(s, a, &d, &said));
}

static void tells_forms(arena *a) {
    static const struct {
        const char *name, *bytes, *documents;
    } cases[] = {
        {"a.txt", "Plain.", "a.txt:0:0:text:Plain.|"},
        {"bom.txt", "\xef\xbb\xbfPlain.", "bom.txt:3:0:text:Plain.|"},
        {"a.md", "Plain.", "a.md:0:0:markdown:Plain.|"},
        {"html.md", "<!-- a -->", "html.md:0:0:markdown:<!-- a -->|"},
        {"page", "  <!DOCTYPE html><p>A.", "page:0:0:page:  <!DOCTYPE html><p>A.|"},
        {"page.HTM", "<p>A.", "page.HTM:0:0:page:<p>A.|"},
        {"tag.txt", "<p>A.", "tag.txt:0:0:text:<p>A.|"},
        {"x.xml", "<?xml version='1.0'?><html>A.", "x.xml:0:0:page:<?xml version='1.0'?><html>A.|"},
        {"rss", "<rss version='2.0'/>", "rss:0:1:feed:<rss version='2.0'/>|"},
        {"atom", "<feed><title>T</title> <entry>A</entry>, <entry/></feed>",
         "atom:23:1:feed:<feed><title>T</title> <entry>A</entry>|"
         "atom:41:2:feed:<feed><title>T</title> <entry/>|"},
        {"front.txt", "---\na: b\n---\n", "front.txt:0:0:markdown:---\na: b\n---\n|"},
        {"object", "\xef\xbb\xbf\n {\"a\": 1}\n", "object:5:0:json:{\"a\": 1}\n|"},
        {"array", "[\n{\"a\": \"]},\"} , 5,[6, {}]]\n",
         "array:2:1:item:{\"a\": \"]},\"}|array:17:2:item:5|array:19:3:item:[6, {}]|"},
        {"graph", "{\"v\": {\"articles\": [1]}, \"@Graph\" : [{\"a\": 1}], \"w\": [{}]}\n{}",
         "graph:37:1:item:{\"a\": 1}|graph:59:2:line:{}|"},
        {"open", "[{\"a\": [", "open:1:1:item:{\"a\": [|"},
        {"wide", "{\n\"a\": 1}\n", "wide:0:0:json:{\n\"a\": 1}\n|"},
        {"one.jsonl", "{\"a\": 1}", "one.jsonl:0:1:line:{\"a\": 1}|"},
        {"bad.NDJSON", "{\"a\"\n{\"b\"}\n",
         "bad.NDJSON:0:1:line:{\"a\"|bad.NDJSON:5:2:line:{\"b\"}|"},
        {"lines", "\n{\"a\": \"}\"}\r\n \n\n{\"b\": 2}",
         "lines:1:2:line:{\"a\": \"}\"}|lines:16:5:line:{\"b\": 2}|"},
        {"prose", "[Updated on Friday] It fell.", "prose:0:0:text:[Updated on Friday] It fell.|"},
        {"brace", "{what} It fell.", "brace:0:0:text:{what} It fell.|"},
        {"a.conllu", "1\tIt\n", "a.conllu:0:0:conllu:1\tIt\n|"},
        {"table", "# a\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n",
         "table:0:0:conllu:# a\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n|"},
        {"list", "1\tIt fell.", "list:0:0:text:1\tIt fell.|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        diagnostics said = diagnostics_in(a);
        put(a, cases[i].name, slice_of(cases[i].bytes));
        CHECK_SLICE(documents_of(a, cases[i].name, &said), cases[i].documents);
        CHECK_INT(said.list.count, 0);
    }
}

static void passes_over_what_is_no_article(arena *a) {
    static const struct {
        const char *name;
        slice bytes;
        dateline_status status;
    } cases[] = {
        {"none", SLICE(""), DATELINE_EMPTY},
        {"white", SLICE(" \n\t\r\n"), DATELINE_EMPTY},
        {"white.jsonl", SLICE("\n\n"), DATELINE_EMPTY},
        {"a.png", SLICE("\x89PNG\r\n\x1a\n"), DATELINE_NOT_TEXT},
        {"a.pdf", SLICE("%PDF-1.7 and so on"), DATELINE_NOT_TEXT},
        {"a.docx", SLICE("PK\x03\x04..."), DATELINE_NOT_TEXT},
        {"nbsp.txt", SLICE("\n\xc2\xa0"), DATELINE_EMPTY},
        {"unmarked.txt", SLICE("A\0b\0"), DATELINE_NOT_TEXT},
        {"utf32.txt", SLICE("\xff\xfe\0\0A\0\0\0"), DATELINE_NOT_TEXT},
        {"noise", SLICE("\x01\x02\x03\x04 some\x05\x06"), DATELINE_NOT_TEXT},
        {"feed", SLICE("\xef\xbb\xbf<?xml version=\"1.0\"?>"), DATELINE_UNSUPPORTED},
        {"cut.warc", SLICE("WARC/1.0\r\n"), DATELINE_CANNOT_READ},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        diagnostics said = diagnostics_in(a);
        put(a, cases[i].name, cases[i].bytes);
        CHECK_SLICE(documents_of(a, cases[i].name, &said), "");
        CHECK_INT(said.list.count, 1);
        CHECK_AT(said.list.count == 1 && said.list.items[0].status == cases[i].status &&
                     said.list.items[0].severity == DATELINE_SKIPPED,
                 "%s: %s", cases[i].name, said.list.count ? said.list.items[0].message : "");
    }
}

/* Packed or not, and longer than what is held at a time. */
static void reads_utf16(arena *a) {
    diagnostics said = diagnostics_in(a);
    slice lines = SLICE("\xfe\xff\0{\0}\0\n\0{\0}");
    put(a, "wide.jsonl", lines);
    CHECK_SLICE(documents_of(a, "wide.jsonl", &said),
                "wide.jsonl:0:1:line:{}|wide.jsonl:3:2:line:{}|");
    put_packed(a, "wide.jsonl.gz", lines);
    CHECK_SLICE(documents_of(a, "wide.jsonl.gz", &said),
                "wide.jsonl.gz:0:1:line:{}|wide.jsonl.gz:3:2:line:{}|");
    CHECK_INT(said.list.count, 2);
    CHECK_INT(said.list.items[0].severity, DATELINE_NOTE);
    buffer wide = buffer_in(a), text = buffer_in(a);
    buffer_add(&wide, SLICE("\xff\xfe"));
    buffer_add(&text, SLICE("long.txt:0:0:text:"));
    for (int i = 0; i < 100000; i++) {
        buffer_add(&wide, SLICE("\x2d\x4e\xac\x20"));
        buffer_add(&text, SLICE("\xe4\xb8\xad\xe2\x82\xac"));
    }
    buffer_add(&wide, SLICE("\x2d")); /* half a character */
    buffer_add(&text, SLICE("\xef\xbf\xbd|"));
    put(a, "long.txt", buffer_slice(&wide));
    CHECK(slice_equal(documents_of(a, "long.txt", &said), buffer_slice(&text)));
}

/* A file that is longer than what is read ahead, with bytes that were peeked at before. */
static void reads_long_texts(arena *a) {
    diagnostics said = diagnostics_in(a);
    buffer text = buffer_in(a), wanted = buffer_in(a);
    for (unsigned i = 0; i < 50000; i++)
        buffer_print(&text, "%x ", i * 2654435761u);
    buffer_print(&wanted, "very-long.txt:0:0:text:%.*s|", SLICE_ARGS(buffer_slice(&text)));
    put(a, "very-long.txt", buffer_slice(&text));
    CHECK(slice_equal(documents_of(a, "very-long.txt", &said), buffer_slice(&wanted)));
    buffer json = buffer_in(a);
    buffer_print(&json, "{\n\"text\": \"%.*s\"}", SLICE_ARGS(buffer_slice(&text)));
    wanted.length = 0;
    buffer_print(&wanted, "very-long.json:0:0:json:%.*s|", SLICE_ARGS(buffer_slice(&json)));
    put(a, "very-long.json", buffer_slice(&json));
    CHECK(slice_equal(documents_of(a, "very-long.json", &said), buffer_slice(&wanted)));
    CHECK_INT(said.list.count, 0);
}

static void reads_gzip(arena *a) {
    diagnostics said = diagnostics_in(a);
    put_packed(a, "a.jsonl.gz", SLICE("{\"a\": 1}\n{\"b\""));
    put_packed(a, "a.jsonl.gz", SLICE(": 2}\n"));
    CHECK_SLICE(documents_of(a, "a.jsonl.gz", &said),
                "a.jsonl.gz:0:1:line:{\"a\": 1}|a.jsonl.gz:9:2:line:{\"b\": 2}|");
    put_packed(a, "a.md.gz", SLICE("It fell."));
    CHECK_SLICE(documents_of(a, "a.md.gz", &said), "a.md.gz:0:0:markdown:It fell.|");
    CHECK_INT(said.list.count, 0);
}

/* A gzipped file that ends early gives its whole lines and a diagnostic, but no half document. */
static void says_that_gzip_is_cut(arena *a) {
    buffer lines = buffer_in(a);
    for (int i = 0; i < 20000; i++)
        buffer_print(&lines, "{\"id\": %d, \"text\": \"%x\"}\n", i, (unsigned)i * 2654435761u);
    put_packed(a, "whole.gz", buffer_slice(&lines));
    FILE *file = fopen(path_of(a, "whole.gz"), "rb");
    char *bytes = arena_alloc(a, 1 << 20);
    size_t length = file ? fread(bytes, 1, 1 << 20, file) : 0;
    if (file)
        fclose(file);
    put(a, "cut.gz", (slice){bytes, length / 2});
    diagnostics said = diagnostics_in(a);
    slice got = documents_of(a, "cut.gz", &said);
    CHECK(slice_starts_with(got, SLICE("cut.gz:0:1:line:{\"id\": 0")) &&
          slice_ends_with(got, SLICE("\"}|")));
    CHECK_INT(said.list.count, 1);
    CHECK_INT(said.list.items[0].status, DATELINE_CANNOT_READ);
    bytes[length / 4] ^= 0x55;
    put(a, "damaged.gz", (slice){bytes, length});
    documents_of(a, "damaged.gz", &said);
    CHECK_INT(said.list.count, 2);
    put_packed(a, "text.gz", SLICE("It fell."));
    put(a, "short.gz", (slice){"\x1f\x8b\x08\0\0\0\0\0\0\3\xf3", 11});
    CHECK_SLICE(documents_of(a, "short.gz", &said), "");
    CHECK_INT(said.list.count, 3);
}

static void says_what_cannot_be_read(arena *a) {
    diagnostics said = diagnostics_in(a);
    source *s = source_new(a);
    put(a, "gone.txt", SLICE("It fell."));
    source_add(s, slice_of(path_of(a, "gone.txt")), &said);
    unlink(path_of(a, "gone.txt"));
    document d;
    CHECK(!source_next(s, a, &d, &said));
    CHECK_INT(said.list.count, 1);
    CHECK_INT(said.list.items[0].status, DATELINE_CANNOT_OPEN);
}

/* ---- Standard input ---------------------------------------------------------------------- */

static void on_alarm(int number) {
    (void)number;
}

/* The child writes byte by byte while the parent is interrupted again and again. */
static void reads_standard_input_through_interrupts(arena *a) {
    slice text = SLICE("{\"text\": \"It fell.\"}\n{\"text\": \"It sank.\"}\n");
    int ends[2];
    CHECK_INT(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        for (size_t i = 0; i < text.length; i++) {
            if (write(ends[1], text.data + i, 1) != 1)
                _exit(1);
            nanosleep(&(struct timespec){0, 1000000}, NULL);
        }
        _exit(0);
    }
    close(ends[1]);
    CHECK_INT(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    sigaction(SIGALRM, &(struct sigaction){.sa_handler = on_alarm}, NULL);
    setitimer(ITIMER_REAL, &(struct itimerval){{0, 700}, {0, 700}}, NULL);
    diagnostics said = diagnostics_in(a);
    source *s = source_new(a);
    CHECK_INT(source_add(s, SLICE("-"), &said), DATELINE_OK);
    size_t count = 0;
    document d;
    while (source_next(s, a, &d, &said)) {
        CHECK_SLICE(d.file, "-");
        CHECK_INT(d.bytes.length, 20);
        count++;
    }
    setitimer(ITIMER_REAL, &(struct itimerval){{0, 0}, {0, 0}}, NULL);
    CHECK_INT(count, 2);
    CHECK_INT(said.list.count, 0);
    close(ends[0]);
}

static void remove_folder(arena *a) {
    CHECK_INT(system(arena_format(a, "rm -rf '%s'", folder).data), 0);
}

int main(void) {
    if (!mkdtemp(folder))
        return EXIT_FAILURE;
    RUN_IN_ARENA(walks_folders_in_name_order);
    RUN_IN_ARENA(says_what_is_not_there);
    RUN_IN_ARENA(tells_forms);
    RUN_IN_ARENA(passes_over_what_is_no_article);
    RUN_IN_ARENA(reads_utf16);
    RUN_IN_ARENA(reads_long_texts);
    RUN_IN_ARENA(reads_gzip);
    RUN_IN_ARENA(says_that_gzip_is_cut);
    RUN_IN_ARENA(says_what_cannot_be_read);
    RUN_IN_ARENA(reads_standard_input_through_interrupts);
    in_arena(remove_folder);
    return tests_end();
}
