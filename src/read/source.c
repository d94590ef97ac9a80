/* SPDX-License-Identifier: MIT */
#include "read/source.h"

#include "base/buffer.h"
#include "base/map.h"
#include "base/utf8.h"
#include "read/archive.h"
#include "read/form.h"
#include "read/items.h"
#include "read/stream.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

/* Bytes, uncompressed: of a line, an item, a text or a page; and of what is no article. */
#define LARGEST_ARTICLE  ((size_t)8 << 20)
#define LARGEST_DOCUMENT ((size_t)256 << 20)

typedef VECTOR(slice) path_list;

/* What the file that is open is cut into. */
typedef enum cutting { CUT_NOT, CUT_LINES, CUT_ARRAY, CUT_FEED, CUT_ARCHIVE } cutting;

struct source {
    arena *owner;
    path_list paths; /* each once */
    map *known;      /* paths */
    size_t met;      /* how many files were added, one given twice counted twice */
    bool sorted;
    size_t next; /* path to open */
    DIR *folder; /* being listed; NULL: none */
    stream *bytes;
    bool keeps_whole;
    cutting cutting;
    bool in_object; /* the array is */
    size_t line;    /* number of the line, or the like, that comes next */
    feed_items feed;
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
    s->feed.head = buffer_in(a);
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

/* The name that is listed next; NULL at the end and, with errno, where the folder fails. */
static const char *next_name(DIR *folder) {
    errno = 0;
    const struct dirent *entry = readdir(folder);
    return entry ? entry->d_name : NULL;
}

/*
 * Adds the paths of what a folder holds, in order, hidden names aside. False (errno) where it
 * fails; what was listed before is there.
 */
static bool list_folder(source *s, slice path, path_list *out) {
    s->folder = opendir(path.data);
    if (!s->folder)
        return false;
    for (const char *name; (name = next_name(s->folder)) != NULL;)
        if (name[0] != '.')
            *vector_push(out, s->owner) = arena_format(s->owner, "%s/%s", path.data, name);
    int error = errno;
    close_folder(s);
    sort_paths(out);
    errno = error;
    return error == 0;
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
    bool whole = list_folder(s, path, &inside);
    if (!whole && !inside.count) {
        say_cannot(said, DATELINE_CANNOT_OPEN, path, strerror(errno));
        return DATELINE_CANNOT_OPEN;
    }
    if (!whole)
        diagnose(said, DATELINE_CANNOT_READ, DATELINE_SKIPPED, path, DATELINE_NO_OFFSET,
                 "the folder cannot be listed further: %s; the rest is skipped", strerror(errno));
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

void source_keep_whole(source *s) {
    s->keeps_whole = true;
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

static void say_too_large(diagnostics *said, slice path, size_t offset, const char *what,
                          size_t largest) {
    diagnose(said, DATELINE_TOO_LARGE, DATELINE_SKIPPED, path, offset,
             "%s of more than %zu MiB; skipped", what, largest >> 20);
}

/* Adds the next line with its end. False where it is too large; it is gone over then, too. */
static bool take_line(stream *bytes, size_t largest, buffer *out) {
    bool fits = true, ended = false;
    while (!ended) {
        slice ahead = stream_peek(bytes, 1);
        if (!ahead.length)
            break;
        const char *end = memchr(ahead.data, '\n', ahead.length);
        size_t length = end ? (size_t)(end - ahead.data) + 1 : ahead.length;
        fits = fits && length <= largest - out->length;
        if (fits)
            buffer_add(out, slice_range(ahead, 0, length));
        stream_skip(bytes, length);
        ended = end != NULL;
    }
    return fits;
}

/* Adds all that is left, if that is not too much. False where it is; then what fits is there. */
static bool take_rest(stream *bytes, size_t largest, buffer *out) {
    stream_take(bytes, largest - out->length, out);
    for (;;) {
        slice ahead = stream_peek(bytes, 1);
        size_t room = largest - out->length;
        size_t length = ahead.length < room ? ahead.length : room;
        if (!ahead.length)
            return true;
        buffer_add(out, slice_range(ahead, 0, length));
        stream_skip(bytes, length);
        if (length < ahead.length)
            return false;
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

/* ---- Documents of a file ------------------------------------------------------------------ */

/* The next line that is not blank, as a document. A line that the file's damage cut is none. */
static bool next_line(source *s, slice path, arena *a, document *out, diagnostics *said) {
    for (;;) {
        s->line += skip_space(s->bytes);
        *out = (document){.file = path,
                          .offset = stream_offset(s->bytes),
                          .line = s->line++,
                          .form = DOCUMENT_JSON_LINE};
        buffer text = buffer_in(a);
        bool fits = take_line(s->bytes, LARGEST_ARTICLE, &text);
        slice line = buffer_slice(&text);
        if (fits) {
            out->bytes = slice_trim(line);
            return (slice_ends_with(line, SLICE("\n")) || was_read(s, path, said)) && line.length;
        }
        say_too_large(said, path, out->offset, "has a line", LARGEST_ARTICLE);
    }
}

/* The end of an array, or what stands in its place: what follows it is read as JSON Lines. */
static void leave_array(source *s, slice path, item_state state, size_t offset, diagnostics *said) {
    bool was_good = was_read(s, path, said);
    s->cutting = CUT_NOT;
    if (was_good && state == ITEM_DAMAGED)
        diagnose(said, DATELINE_BAD_JSON, DATELINE_SKIPPED, path, offset,
                 "%s behind article %zu of an array; the rest is skipped",
                 dateline_status_text(DATELINE_BAD_JSON), s->line - 1);
    if (was_good && state == ITEM_END && s->line == 1)
        diagnose(said, DATELINE_NO_ARTICLE, DATELINE_SKIPPED, path, DATELINE_NO_OFFSET,
                 "has no article in its array; skipped");
    if (!was_good || state != ITEM_END)
        return;
    if (s->in_object)
        json_items_leave(s->bytes);
    s->line = 1;
    s->cutting = CUT_LINES;
}

/* The next item of the array or the feed that is open; false at its end. */
static bool next_item(source *s, slice path, arena *a, document *out, diagnostics *said) {
    bool in_array = s->cutting == CUT_ARRAY;
    while (s->cutting != CUT_NOT) {
        item found;
        item_state state = in_array
                               ? json_item_next(s->bytes, s->line == 1, LARGEST_ARTICLE, a, &found)
                               : feed_item_next(&s->feed, s->bytes, LARGEST_ARTICLE, a, &found);
        bool is_item = state == ITEM_FOUND || state == ITEM_TOO_LARGE;
        if (!is_item && in_array)
            leave_array(s, path, state, found.offset, said);
        if (!is_item && !in_array)
            was_read(s, path, said);
        if (!is_item)
            return false;
        *out = (document){.file = path,
                          .offset = found.offset,
                          .line = s->line++,
                          .form = in_array ? DOCUMENT_JSON_ITEM : DOCUMENT_FEED,
                          .bytes = found.bytes};
        if (!found.is_whole)
            s->cutting = CUT_NOT;
        if (state == ITEM_FOUND)
            return found.is_whole || was_read(s, path, said);
        say_too_large(said, path, found.offset, "has an article", LARGEST_ARTICLE);
    }
    return false;
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
            say_too_large(said, path, record.offset, "has a record", LARGEST_RECORD);
            continue;
        }
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

/* The next document of the file that is open; false where there is none. */
static bool next_in_file(source *s, slice path, arena *a, document *out, diagnostics *said) {
    bool found = false;
    if (s->cutting == CUT_ARRAY || s->cutting == CUT_FEED)
        found = next_item(s, path, a, out, said);
    else if (s->cutting == CUT_ARCHIVE)
        found = next_record(s, path, a, out, said);
    if (!found && s->cutting == CUT_LINES)
        found = next_line(s, path, a, out, said);
    if (!found)
        s->cutting = CUT_NOT;
    return found;
}

/* ---- Files -------------------------------------------------------------------------------- */

/*
 * How JSON is cut, which the stream then stands in. An object is the first of JSON Lines where the
 * name says so, or where it ends on its line and something follows; `text` has that line then.
 */
static cutting cut_json(source *s, slice path, buffer *text, document *out, bool *fits) {
    *fits = true;
    s->line = 1 + skip_space(s->bytes);
    out->offset = stream_offset(s->bytes);
    slice ahead = stream_peek(s->bytes, STREAM_AHEAD);
    bool is_object = slice_starts_with(ahead, SLICE("{"));
    bool named = form_is_named_lines(path) && is_object;
    size_t items = named || s->keeps_whole ? SIZE_MAX : json_items_at(ahead);
    if (named)
        return CUT_LINES;
    if (items != SIZE_MAX) {
        stream_skip(s->bytes, items);
        s->in_object = is_object;
        s->line = 1;
        return CUT_ARRAY;
    }
    size_t largest = s->keeps_whole ? LARGEST_DOCUMENT : LARGEST_ARTICLE;
    *fits = take_line(s->bytes, largest, text);
    if (!*fits || !form_is_whole_object(buffer_slice(text))) {
        *fits = *fits && take_rest(s->bytes, largest, text);
        return CUT_NOT;
    }
    out->line = s->line;
    s->line += 1 + skip_space(s->bytes);
    return stream_peek(s->bytes, 1).length > 0 ? CUT_LINES : CUT_NOT;
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

/* How much of the bytes is surely no part of a character that was cut. */
static size_t whole_length(slice s) {
    while (s.length && utf8_is_continuation(s.data[s.length - 1]))
        s.length--;
    return s.length && (unsigned char)s.data[s.length - 1] >= 0xc0 ? s.length - 1 : s.length;
}

/* A text or a page is read up to the limit; other forms make no sense without their end. */
static bool cut_at_limit(slice path, buffer *text, const document *d, diagnostics *said) {
    if (d->form == DOCUMENT_JSON || d->form == DOCUMENT_CONLLU) {
        say_too_large(said, path, DATELINE_NO_OFFSET, "is a document",
                      d->form == DOCUMENT_JSON ? LARGEST_ARTICLE : LARGEST_DOCUMENT);
        return false;
    }
    text->length = whole_length(buffer_slice(text));
    diagnose(said, DATELINE_TOO_LARGE, DATELINE_WARNING, path, d->offset + text->length,
             "is longer than %zu MiB; it is read up to there", LARGEST_ARTICLE >> 20);
    return true;
}

/* A file that is one document, or the first of its lines; false (diagnosed) where it is none. */
static bool take_document(source *s, slice path, arena *a, document *out, diagnostics *said) {
    buffer text = buffer_in(a);
    bool fits;
    if (out->form == DOCUMENT_JSON)
        s->cutting = cut_json(s, path, &text, out, &fits);
    else
        fits = take_rest(s->bytes,
                         out->form == DOCUMENT_CONLLU ? LARGEST_DOCUMENT : LARGEST_ARTICLE, &text);
    if (s->cutting != CUT_NOT && !text.length)
        return next_in_file(s, path, a, out, said);
    if (!fits && !cut_at_limit(path, &text, out, said))
        return false;
    out->bytes = buffer_slice(&text);
    if (s->cutting != CUT_LINES && !was_read(s, path, said))
        return false;
    slice trimmed = utf8_trim(out->bytes);
    if (trimmed.length == 0) {
        diagnose(said, DATELINE_EMPTY, DATELINE_SKIPPED, path, DATELINE_NO_OFFSET, "%s; skipped",
                 dateline_status_text(DATELINE_EMPTY));
        return false;
    }
    if (s->cutting == CUT_LINES) {
        out->form = DOCUMENT_JSON_LINE;
        out->bytes = trimmed;
    } else {
        out->line = 0;
    }
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
    s->line = 1;
    feed_items_begin(&s->feed);
    s->cutting = f.is_archive ? CUT_ARCHIVE : f.document == DOCUMENT_FEED ? CUT_FEED : CUT_NOT;
    if (s->cutting != CUT_NOT)
        return next_in_file(s, path, a, out, said);
    *out = (document){.file = path, .offset = stream_offset(s->bytes), .form = f.document};
    return take_document(s, path, a, out, said);
}

bool source_next(source *s, arena *a, document *out, diagnostics *said) {
    if (!s->sorted)
        sort_paths(&s->paths);
    s->sorted = true;
    for (;;) {
        if (s->cutting != CUT_NOT && next_in_file(s, s->paths.items[s->next - 1], a, out, said))
            return true;
        if (s->next == s->paths.count) {
            stream_close(s->bytes);
            return false;
        }
        if (next_file(s, a, out, said))
            return true;
    }
}
