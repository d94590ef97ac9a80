/* SPDX-License-Identifier: MIT */
#include "lang/conllu.h"

#include "base/utf8.h"

enum column {
    COLUMN_ID,
    COLUMN_FORM,
    COLUMN_LEMMA,
    COLUMN_UPOS,
    COLUMN_XPOS,
    COLUMN_FEATURES,
    COLUMN_HEAD,
    COLUMN_RELATION,
    COLUMN_DEPENDENCIES,
    COLUMN_MISC,
    COLUMNS
};

#define LARGEST_NUMBER ((size_t)1000000)
#define NO_SPACE       SLICE("SpaceAfter=No")

/* ---- Reading ------------------------------------------------------------------------------ */

/* A sentence that is being read. */
typedef struct reading {
    conllu_reader *reader;
    arena *owner;
    conllu_sentence *out;
    size_t line;         /* offset of the line that is being read */
    size_t behind_range; /* the last word that a range has claimed */
    bool renumbered;     /* a word stood under another number, so heads are not to be trusted */
} reading;

static void complain(const reading *r, size_t offset, const char *what) {
    if (r->reader->said)
        diagnose(r->reader->said, DATELINE_BAD_CONLLU, DATELINE_WARNING, r->reader->file,
                 r->reader->base + offset, "%s: %s", dateline_status_text(DATELINE_BAD_CONLLU),
                 what);
}

/* Takes the next line, without what ends it. */
static slice next_line(conllu_reader *reader) {
    size_t start = reader->at;
    const char *end = memchr(reader->bytes.data + start, '\n', reader->bytes.length - start);
    size_t behind = end ? (size_t)(end - reader->bytes.data) : reader->bytes.length;
    reader->at = behind + (end != NULL);
    slice line = slice_range(reader->bytes, start, behind);
    if (line.length && line.data[line.length - 1] == '\r')
        line.length--;
    return line;
}

/* Reads the digits at *at; SIZE_MAX where there are none or too many. */
static size_t number_at(slice s, size_t *at) {
    size_t value = 0, first = *at;
    for (; *at < s.length && ascii_is_digit(s.data[*at]) && value < LARGEST_NUMBER; ++*at)
        value = value * 10 + (size_t)(s.data[*at] - '0');
    return *at > first && value < LARGEST_NUMBER ? value : SIZE_MAX;
}

/* The number that is all of the slice, or SIZE_MAX. */
static size_t whole_number(slice s) {
    size_t at = 0;
    size_t value = number_at(s, &at);
    return at == s.length ? value : SIZE_MAX;
}

/* Two numbers around a mark: "3-4", "8.1". */
static bool pair_of_numbers(slice s, char mark, size_t *first, size_t *second) {
    size_t at = 0;
    *first = number_at(s, &at);
    if (*first == SIZE_MAX || at >= s.length || s.data[at] != mark)
        return false;
    at++;
    *second = number_at(s, &at);
    return *second != SIZE_MAX && at == s.length;
}

/* Fills the columns, those that are missing with "_"; how many there were. */
static size_t cut_columns(slice line, slice columns[COLUMNS]) {
    size_t count = 0, start = 0;
    for (size_t at = 0; at <= line.length; at++) {
        if (at < line.length && line.data[at] != '\t')
            continue;
        if (count < COLUMNS)
            columns[count] = slice_range(line, start, at);
        count++;
        start = at + 1;
    }
    for (size_t i = count; i < COLUMNS; i++)
        columns[i] = SLICE("_");
    return count;
}

static slice value_of(slice column) {
    return slice_equal(column, SLICE("_")) ? SLICE("") : column;
}

/* The MISC column without SpaceAfter=No; *space_after tells whether that was in it. */
static slice misc_of(slice column, arena *a, bool *space_after) {
    slice misc = value_of(column);
    buffer kept = buffer_in(a);
    *space_after = true;
    if (slice_find(misc, NO_SPACE, 0) == SIZE_MAX)
        return misc;
    for (size_t start = 0, end; start <= misc.length; start = end + 1) {
        end = slice_find(misc, SLICE("|"), start);
        end = end == SIZE_MAX ? misc.length : end;
        slice part = slice_range(misc, start, end);
        if (slice_equal(part, NO_SPACE)) {
            *space_after = false;
            continue;
        }
        if (kept.length)
            buffer_add_char(&kept, '|');
        buffer_add(&kept, part);
    }
    return buffer_slice(&kept);
}

/* A comment "# KEY = VALUE", or "# KEY" alone where that may be; *value is empty then. */
static bool comment_is(slice comment, slice key, slice *value) {
    slice rest = slice_trim(slice_range(comment, 1, comment.length));
    if (!slice_starts_with(rest, key))
        return false;
    rest = slice_trim(slice_range(rest, key.length, rest.length));
    if (rest.length && rest.data[0] != '=')
        return false;
    *value = slice_trim(slice_range(rest, rest.length > 0, rest.length));
    return true;
}

static bool breaks_line(char c) {
    return c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

/* Text that cannot break a line, nor a column. */
static void write_text(slice text, buffer *out) {
    slice valid = utf8_repair(out->owner, text);
    for (size_t i = 0, plain; i < valid.length; i = plain + 1) {
        plain = i;
        while (plain < valid.length && !breaks_line(valid.data[plain]))
            plain++;
        buffer_add(out, slice_range(valid, i, plain));
        if (plain < valid.length)
            buffer_add_char(out, ' ');
    }
}

/* A comment is taken as it will be written: a tab in it is a space. */
static void take_comment(reading *r, slice comment) {
    conllu_sentence *s = r->out;
    buffer plain = buffer_in(r->owner);
    write_text(comment, &plain);
    slice line = buffer_slice(&plain);
    slice value;
    if (comment_is(line, SLICE("newdoc id"), &s->document) ||
        comment_is(line, SLICE("newdoc"), &value))
        s->begins_document = true;
    else if (comment_is(line, SLICE("newpar id"), &s->paragraph) ||
             comment_is(line, SLICE("newpar"), &value))
        s->begins_paragraph = true;
    else if (comment_is(line, SLICE("sent_id"), &value))
        s->id = value;
    else if (comment_is(line, SLICE("text"), &value))
        s->text = value;
    else
        *vector_push(&s->comments, r->owner) = line;
}

/* All columns but the number and the head. */
static conllu_word word_of(const slice columns[COLUMNS], arena *a) {
    bool underscore = slice_equal(columns[COLUMN_FORM], SLICE("_"));
    conllu_word w = {.head = CONLLU_NO_HEAD};
    w.form = columns[COLUMN_FORM];
    w.lemma = underscore ? columns[COLUMN_LEMMA] : value_of(columns[COLUMN_LEMMA]);
    w.upos = value_of(columns[COLUMN_UPOS]);
    w.xpos = value_of(columns[COLUMN_XPOS]);
    w.features = value_of(columns[COLUMN_FEATURES]);
    w.relation = value_of(columns[COLUMN_RELATION]);
    w.dependencies = value_of(columns[COLUMN_DEPENDENCIES]);
    w.misc = misc_of(columns[COLUMN_MISC], a, &w.space_after);
    return w;
}

static void take_word(reading *r, const slice columns[COLUMNS]) {
    conllu_word *w = vector_push(&r->out->words, r->owner);
    size_t id = r->out->words.count;
    *w = word_of(columns, r->owner);
    if (whole_number(columns[COLUMN_ID]) != id) {
        complain(r, r->line, "a word out of order; it is numbered anew");
        r->renumbered = true;
    }
    if (slice_equal(columns[COLUMN_HEAD], SLICE("_")))
        return;
    w->head = whole_number(columns[COLUMN_HEAD]);
    if (w->head == SIZE_MAX || w->head == id) {
        complain(r, r->line, "a head that is no other word; it is not used");
        w->head = CONLLU_NO_HEAD;
    }
}

static void take_range(reading *r, size_t first, size_t last, const slice columns[COLUMNS]) {
    if (first != r->out->words.count + 1 || last < first || first <= r->behind_range) {
        complain(r, r->line, "a range out of order; it is left out");
        return;
    }
    r->behind_range = last;
    *vector_push(&r->out->ranges, r->owner) = (conllu_range){
        .first = first, .last = last, .form = columns[COLUMN_FORM], .misc = columns[COLUMN_MISC]};
}

static void take_empty(reading *r, size_t after, size_t number, const slice columns[COLUMNS]) {
    size_t count = r->out->empties.count;
    const conllu_empty *last = count ? &r->out->empties.items[count - 1] : NULL;
    size_t wanted = last && last->after == after ? last->number + 1 : 1;
    if (after != r->out->words.count || number != wanted) {
        complain(r, r->line, "an empty node out of order; it is left out");
        return;
    }
    *vector_push(&r->out->empties, r->owner) =
        (conllu_empty){after, number, word_of(columns, r->owner)};
}

static void take_line(reading *r, slice line) {
    slice columns[COLUMNS];
    size_t first, second;
    size_t count = cut_columns(line, columns);
    if (count < COLUMN_FORM + 1 || !slice_trim(columns[COLUMN_FORM]).length) {
        complain(r, r->line, "a line without a form; it is left out");
        return;
    }
    if (count != COLUMNS)
        complain(r, r->line, "a line that has not ten columns");
    if (pair_of_numbers(columns[COLUMN_ID], '-', &first, &second))
        take_range(r, first, second, columns);
    else if (pair_of_numbers(columns[COLUMN_ID], '.', &first, &second))
        take_empty(r, first, second, columns);
    else
        take_word(r, columns);
}

/* The words of ranges know of no spaces inside, and the last one of that behind. */
static void settle_ranges(reading *r) {
    conllu_sentence *s = r->out;
    size_t kept = 0;
    for (size_t i = 0; i < s->ranges.count; i++) {
        conllu_range range = s->ranges.items[i];
        bool space_after;
        if (range.last > s->words.count) {
            complain(r, s->offset, "a range beyond the last word; it is left out");
            continue;
        }
        range.misc = misc_of(range.misc, r->owner, &space_after);
        for (size_t id = range.first; id < range.last; id++)
            s->words.items[id - 1].space_after = false;
        s->words.items[range.last - 1].space_after = space_after;
        s->ranges.items[kept++] = range;
    }
    s->ranges.count = kept;
}

static void settle_heads(reading *r) {
    for (size_t i = 0; i < r->out->words.count; i++) {
        conllu_word *w = &r->out->words.items[i];
        if (r->renumbered)
            w->head = CONLLU_NO_HEAD;
        if (w->head == CONLLU_NO_HEAD || w->head <= r->out->words.count)
            continue;
        complain(r, r->out->offset, "a head beyond the last word; it is not used");
        w->head = CONLLU_NO_HEAD;
    }
}

/* The line as text: what is not UTF-8 is mended, and NUL is a space. */
static slice valid_line(reading *r, slice line) {
    size_t bad = utf8_check(line);
    if (bad != SIZE_MAX && r->reader->said)
        diagnose(r->reader->said, DATELINE_BAD_UTF8, DATELINE_WARNING, r->reader->file,
                 r->reader->base + r->line + bad, "%s; U+FFFD stands for it",
                 dateline_status_text(DATELINE_BAD_UTF8));
    line = utf8_repair(r->owner, line);
    if (!line.length || !memchr(line.data, '\0', line.length))
        return line;
    line = arena_copy(r->owner, line);
    char *bytes = (char *)line.data;
    for (size_t i = 0; i < line.length; i++)
        bytes[i] = bytes[i] ? bytes[i] : ' ';
    return line;
}

bool conllu_next(conllu_reader *reader, arena *a, conllu_sentence *out) {
    reading r = {.reader = reader, .owner = a, .out = out};
    if (reader->at == 0 && slice_starts_with(reader->bytes, SLICE("\xEF\xBB\xBF")))
        reader->at = 3;
    *out = (conllu_sentence){.offset = reader->at};
    while (reader->at < reader->bytes.length) {
        r.line = reader->at;
        slice line = valid_line(&r, next_line(reader));
        if (!slice_trim(line).length && out->words.count)
            break;
        if (!slice_trim(line).length)
            out->offset = reader->at;
        else if (line.data[0] == '#' && !out->words.count)
            take_comment(&r, line);
        else
            take_line(&r, line);
    }
    settle_ranges(&r);
    settle_heads(&r);
    return out->words.count > 0;
}

slice conllu_surface(const conllu_sentence *s, arena *a, size_t *starts) {
    buffer text = buffer_in(a);
    for (size_t i = 0; i < s->words.count; i++) {
        const conllu_word *w = &s->words.items[i];
        starts[i] = text.length;
        buffer_add(&text, w->form);
        if (w->space_after && i + 1 < s->words.count)
            buffer_add_char(&text, ' ');
    }
    return buffer_slice(&text);
}

/* ---- Writing ------------------------------------------------------------------------------ */

static void write_column(slice column, buffer *out) {
    size_t blank = 0;
    while (blank < column.length && (column.data[blank] == ' ' || breaks_line(column.data[blank])))
        blank++;
    buffer_add_char(out, '\t');
    write_text(blank < column.length ? column : SLICE("_"), out);
}

static void write_misc(slice misc, bool space_after, buffer *out) {
    if (space_after || !misc.length) {
        write_column(space_after ? misc : NO_SPACE, out);
        return;
    }
    buffer_print(out, "\tSpaceAfter=No|");
    write_text(misc, out);
}

static void write_comment(const char *key, slice value, buffer *out) {
    buffer_print(out, "# %s = ", key);
    write_text(value, out);
    buffer_add_char(out, '\n');
}

/* "# newdoc", with an id where there is one. */
static void write_beginning(const char *key, slice id, buffer *out) {
    buffer_print(out, "# %s", key);
    if (id.length)
        buffer_print(out, " id = ");
    write_text(id, out);
    buffer_add_char(out, '\n');
}

static void write_comments(const conllu_sentence *s, buffer *out) {
    if (s->begins_document)
        write_beginning("newdoc", s->document, out);
    if (s->begins_paragraph)
        write_beginning("newpar", s->paragraph, out);
    for (size_t i = 0; i < s->comments.count; i++) {
        write_text(s->comments.items[i], out);
        buffer_add_char(out, '\n');
    }
    if (s->id.length)
        write_comment("sent_id", s->id, out);
    if (s->text.length)
        write_comment("text", s->text, out);
}

static void write_range(const conllu_range *range, bool space_after, buffer *out) {
    buffer_print(out, "%zu-%zu", range->first, range->last);
    write_column(range->form, out);
    buffer_print(out, "\t_\t_\t_\t_\t_\t_\t_");
    write_misc(range->misc, space_after, out);
    buffer_add_char(out, '\n');
}

/* All columns behind the number. */
static void write_word(const conllu_word *w, bool space_after, buffer *out) {
    write_column(w->form, out);
    write_column(w->lemma, out);
    write_column(w->upos, out);
    write_column(w->xpos, out);
    write_column(w->features, out);
    if (w->head == CONLLU_NO_HEAD)
        buffer_print(out, "\t_");
    else
        buffer_print(out, "\t%zu", w->head);
    write_column(w->relation, out);
    write_column(w->dependencies, out);
    write_misc(w->misc, space_after, out);
    buffer_add_char(out, '\n');
}

/* The empty nodes behind a word; where the next ones stand. */
static size_t write_empties(const conllu_sentence *s, size_t at, size_t after, buffer *out) {
    for (; at < s->empties.count && s->empties.items[at].after == after; at++) {
        const conllu_empty *e = &s->empties.items[at];
        buffer_print(out, "%zu.%zu", after, e->number);
        write_word(&e->word, e->word.space_after, out);
    }
    return at;
}

void conllu_write(const conllu_sentence *s, buffer *out) {
    size_t empty = 0, range = 0;
    write_comments(s, out);
    empty = write_empties(s, empty, 0, out);
    for (size_t id = 1; id <= s->words.count; id++) {
        const conllu_word *w = &s->words.items[id - 1];
        const conllu_range *r = range < s->ranges.count ? &s->ranges.items[range] : NULL;
        if (r && id == r->first)
            write_range(r, s->words.items[r->last - 1].space_after, out);
        bool inside = r && id >= r->first;
        buffer_print(out, "%zu", id);
        write_word(w, inside || w->space_after, out);
        range += inside && id == r->last;
        empty = write_empties(s, empty, id, out);
    }
    buffer_add_char(out, '\n');
}
