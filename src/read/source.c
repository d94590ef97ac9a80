/* SPDX-License-Identifier: MIT */
#include "read/source.h"

#include "base/buffer.h"
#include "base/map.h"
#include "base/utf8.h"
#include "read/archive.h"
#include "read/form.h"
#include "read/stream.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#define LARGEST_DOCUMENT ((size_t)256 << 20) /* bytes, uncompressed */

typedef VECTOR(slice) path_list;

struct source {
    arena *owner;
    path_list paths; /* each once */
    map *known;      /* paths */
    size_t met;      /* how many files were added, one given twice counted twice */
    bool sorted;
    size_t next; /* path to open */
    DIR *folder; /* being listed; NULL: none */
    stream *bytes;
    bool in_lines;   /* of the file that is open */
    bool in_archive; /* likewise */
    size_t line;     /* number of the line that comes next */
};

static void close_folder(void *resource) {
    source *s = resource;
    if (s->folder)
        closedir(s->folder);
    s->folder = NULL;
}

source *source_new(arena *a) {
    source *s = ARENA_NEW(a, source);
    s->owner = a;
    s->known = map_new(a);
    s->bytes = stream_new(a);
    arena_defer(a, close_folder, s);
    return s;
}

/* ---- Paths ------------------------------------------------------------------------------- */

static int compare_paths(const void *a, const void *b) {
    return slice_compare(*(const slice *)a, *(const slice *)b);
}

static void sort_paths(path_list *paths) {
    if (paths->count)
        qsort(paths->items, paths->count, sizeof *paths->items, compare_paths);
}

static void add_file(source *s, slice path) {
    s->met++;
    if ((*map_at(s->known, path, 0))++ > 0)
        return;
    *vector_push(&s->paths, s->owner) = path;
    s->sorted = false;
}

static void say_cannot(diagnostics *said, dateline_status status, slice path, const char *why) {
    diagnose(said, status, DATELINE_SKIPPED, path, DATELINE_NO_OFFSET, "%s: %s; skipped",
             dateline_status_text(status), why);
}

/* The paths of what a folder holds, in order, hidden names aside; false (errno) where it fails. */
static bool list_folder(source *s, slice path, path_list *out) {
    s->folder = opendir(path.data);
    if (!s->folder)
        return false;
    const struct dirent *entry;
    while ((entry = readdir(s->folder)) != NULL)
        if (entry->d_name[0] != '.')
            *vector_push(out, s->owner) = arena_format(s->owner, "%s/%s", path.data, entry->d_name);
    close_folder(s);
    sort_paths(out);
    return true;
}

/* Adds what the path leads to. A folder that was `seen` is passed over: links may form a ring. */
static dateline_status add(source *s, slice path, map *seen, diagnostics *said) {
    struct stat about;
    path_list inside = {0};
    if (stat(path.data, &about) != 0) {
        say_cannot(said, DATELINE_CANNOT_OPEN, path, strerror(errno));
        return DATELINE_CANNOT_OPEN;
    }
    if (!S_ISDIR(about.st_mode)) {
        add_file(s, path);
        return DATELINE_OK;
    }
    slice identity =
        arena_format(s->owner, "%ju:%ju", (uintmax_t)about.st_dev, (uintmax_t)about.st_ino);
    if ((*map_at(seen, identity, 0))++ > 0)
        return DATELINE_OK;
    if (!list_folder(s, path, &inside)) {
        say_cannot(said, DATELINE_CANNOT_OPEN, path, strerror(errno));
        return DATELINE_CANNOT_OPEN;
    }
    for (size_t i = 0; i < inside.count; i++)
        add(s, inside.items[i], seen, said);
    return DATELINE_OK;
}

dateline_status source_add(source *s, slice path, diagnostics *said) {
    while (path.length > 1 && path.data[path.length - 1] == '/')
        path.length--;
    path = arena_copy(s->owner, path);
    if (slice_equal(path, SLICE("-"))) {
        add_file(s, path);
        return DATELINE_OK;
    }
    size_t met = s->met, diagnosed = said->list.count;
    dateline_status status = add(s, path, map_new(s->owner), said);
    if (s->met == met && said->list.count == diagnosed)
        say_cannot(said, DATELINE_NO_ARTICLE, path, "no file is in this folder");
    return status;
}

size_t source_file_count(const source *s) {
    return s->paths.count;
}

/* ---- Bytes ------------------------------------------------------------------------------- */

/* False, and diagnosed, where the file that is open could not be read to its end. */
static bool was_read(const source *s, slice path, diagnostics *said) {
    if (stream_result(s->bytes) == STREAM_GOOD)
        return true;
    diagnose(said, DATELINE_CANNOT_READ, DATELINE_SKIPPED, path, stream_offset(s->bytes),
             "%s further: %s; the rest is skipped", dateline_status_text(DATELINE_CANNOT_READ),
             stream_problem(s->bytes));
    return false;
}

static void say_too_large(diagnostics *said, slice path, size_t offset, const char *what) {
    diagnose(said, DATELINE_TOO_LARGE, DATELINE_SKIPPED, path, offset,
             "%s of more than %zu MiB; skipped", what, LARGEST_DOCUMENT >> 20);
}

/* Adds the next line with its end. False where it is too large; it is gone over then, too. */
static bool take_line(stream *bytes, buffer *out) {
    bool fits = true, ended = false;
    while (!ended) {
        slice ahead = stream_peek(bytes, 1);
        if (!ahead.length)
            break;
        const char *end = memchr(ahead.data, '\n', ahead.length);
        size_t length = end ? (size_t)(end - ahead.data) + 1 : ahead.length;
        fits = fits && length <= LARGEST_DOCUMENT - out->length;
        if (fits)
            buffer_add(out, slice_range(ahead, 0, length));
        stream_skip(bytes, length);
        ended = end != NULL;
    }
    return fits;
}

/* Adds all that is left. False where that is too much. */
static bool take_rest(stream *bytes, buffer *out) {
    size_t left = stream_left(bytes);
    if (left <= LARGEST_DOCUMENT)
        buffer_reserve(out, left);
    for (;;) {
        slice ahead = stream_peek(bytes, 1);
        if (!ahead.length)
            return true;
        if (ahead.length > LARGEST_DOCUMENT - out->length)
            return false;
        buffer_add(out, ahead);
        stream_skip(bytes, ahead.length);
    }
}

/* Goes over white space; how many lines it ends. */
static size_t skip_space(stream *bytes) {
    size_t lines = 0;
    for (;;) {
        slice ahead = stream_peek(bytes, 1);
        size_t length = 0;
        for (; length < ahead.length && ascii_is_space(ahead.data[length]); length++)
            lines += ahead.data[length] == '\n';
        stream_skip(bytes, length);
        if (length == 0 || length < ahead.length)
            return lines;
    }
}

/* ---- Documents --------------------------------------------------------------------------- */

/* The next line that is not blank, as a document. A line that the file's damage cut is none. */
static bool next_line(source *s, slice path, arena *a, document *out, diagnostics *said) {
    for (;;) {
        s->line += skip_space(s->bytes);
        *out = (document){.file = path,
                          .offset = stream_offset(s->bytes),
                          .line = s->line++,
                          .form = DOCUMENT_JSON_LINE};
        buffer text = buffer_in(a);
        bool fits = take_line(s->bytes, &text);
        slice line = buffer_slice(&text);
        if (fits) {
            out->bytes = slice_trim(line);
            return (slice_ends_with(line, SLICE("\n")) || was_read(s, path, said)) && line.length;
        }
        say_too_large(said, path, out->offset, "has a line");
    }
}

/*
 * A value of JSON, or the first of JSON Lines. An object is that where the name says so, or where
 * it ends on its line and something follows. False where it is too large.
 */
static bool take_json(source *s, slice path, buffer *text, document *out) {
    s->line = 1 + skip_space(s->bytes);
    out->offset = stream_offset(s->bytes);
    bool fits = take_line(s->bytes, text);
    slice first = buffer_slice(text);
    bool named = form_is_named_lines(path) && slice_starts_with(first, SLICE("{"));
    if (!fits || !(named || form_is_whole_object(first)))
        return fits && take_rest(s->bytes, text);
    size_t line = s->line;
    s->line += 1 + skip_space(s->bytes);
    s->in_lines = named || stream_peek(s->bytes, 1).length > 0;
    if (s->in_lines) {
        out->form = DOCUMENT_JSON_LINE;
        out->line = line;
    }
    return true;
}

static document document_of(const archive_record *record, slice path, size_t number) {
    static const document_form forms[] = {[ARCHIVE_RESPONSE] = DOCUMENT_RESPONSE,
                                          [ARCHIVE_PAGE] = DOCUMENT_PAGE,
                                          [ARCHIVE_TEXT] = DOCUMENT_TEXT};
    return (document){.file = path,
                      .offset = record->offset,
                      .line = number,
                      .form = forms[record->kind],
                      .bytes = record->block,
                      .url = record->url,
                      .captured = record->captured};
}

/* The next record of the archive that is open; false at its end, and where it is damaged. */
static bool next_record(source *s, slice path, arena *a, document *out, diagnostics *said) {
    for (;;) {
        archive_record record;
        archive_state state = archive_next(s->bytes, a, &record);
        if (state == ARCHIVE_RECORD) {
            *out = document_of(&record, path, s->line++);
            return true;
        }
        if (state == ARCHIVE_TOO_LARGE) {
            say_too_large(said, path, record.offset, "has a record");
            continue;
        }
        s->in_archive = false;
        bool was_good = was_read(s, path, said);
        if (was_good && state == ARCHIVE_END && s->line == 1)
            diagnose(said, DATELINE_NO_ARTICLE, DATELINE_SKIPPED, path, DATELINE_NO_OFFSET,
                     "is a web archive without a page; skipped");
        if (was_good && state == ARCHIVE_DAMAGED)
            diagnose(said, DATELINE_CANNOT_READ, DATELINE_SKIPPED, path, record.offset,
                     "has no whole record of a web archive here; the rest is skipped");
        return false;
    }
}

/* The form of the file that is open, whose byte-order mark is gone over. */
static form find_form(stream *bytes, slice path) {
    slice mark = SLICE("\xef\xbb\xbf");
    if (slice_starts_with(stream_peek(bytes, FORM_HEAD), mark))
        stream_skip(bytes, mark.length);
    slice ahead = stream_peek(bytes, FORM_HEAD); /* a file gives more at once than a pipe */
    return form_of(slice_range(ahead, 0, FORM_HEAD < ahead.length ? FORM_HEAD : ahead.length),
                   path);
}

/* Reads the first document of the file that is open; false (diagnosed) where it is none. */
static bool take_document(source *s, slice path, arena *a, document *out, diagnostics *said) {
    buffer text = buffer_in(a);
    bool fits =
        out->form == DOCUMENT_JSON ? take_json(s, path, &text, out) : take_rest(s->bytes, &text);
    out->bytes = buffer_slice(&text);
    if (!fits) {
        say_too_large(said, path, DATELINE_NO_OFFSET, "is a document");
        return false;
    }
    bool whole_line = s->in_lines && slice_ends_with(out->bytes, SLICE("\n"));
    if (!whole_line && !was_read(s, path, said))
        return false;
    slice trimmed = utf8_trim(out->bytes);
    if (trimmed.length == 0) {
        diagnose(said, DATELINE_EMPTY, DATELINE_SKIPPED, path, DATELINE_NO_OFFSET, "%s; skipped",
                 dateline_status_text(DATELINE_EMPTY));
        return false;
    }
    if (out->form == DOCUMENT_JSON_LINE)
        out->bytes = trimmed;
    return true;
}

/* Opens the next file and gives its first document. */
static bool next_file(source *s, arena *a, document *out, diagnostics *said) {
    slice path = s->paths.items[s->next++];
    if (!stream_open(s->bytes, path.data)) {
        say_cannot(said, DATELINE_CANNOT_OPEN, path, strerror(errno));
        return false;
    }
    form f = find_form(s->bytes, path);
    if (f.status != DATELINE_OK) {
        diagnose(said, f.status, DATELINE_SKIPPED, path, DATELINE_NO_OFFSET, "%s; skipped",
                 f.problem);
        return false;
    }
    if (stream_is_converted(s->bytes))
        diagnose(said, DATELINE_BAD_UTF8, DATELINE_NOTE, path, DATELINE_NO_OFFSET,
                 "is UTF-16; offsets are those of its text in UTF-8");
    if (f.is_archive) {
        s->in_archive = true;
        s->line = 1;
        return next_record(s, path, a, out, said);
    }
    *out = (document){.file = path, .offset = stream_offset(s->bytes), .form = f.document};
    return take_document(s, path, a, out, said);
}

bool source_next(source *s, arena *a, document *out, diagnostics *said) {
    if (!s->sorted)
        sort_paths(&s->paths);
    s->sorted = true;
    for (;;) {
        if (s->in_lines && next_line(s, s->paths.items[s->next - 1], a, out, said))
            return true;
        if (s->in_archive && next_record(s, s->paths.items[s->next - 1], a, out, said))
            return true;
        s->in_lines = false;
        if (s->next == s->paths.count) {
            stream_close(s->bytes);
            return false;
        }
        if (next_file(s, a, out, said))
            return true;
    }
}
