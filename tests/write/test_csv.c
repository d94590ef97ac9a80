/* SPDX-License-Identifier: MIT */
/* The table: read back by the grammar of RFC 4180, and safe to open in a spreadsheet. */
#include "base/buffer.h"
#include "support/check.h"
#include "write/timeline_fixture.h"

#define COLUMNS 14
enum { ID, DATE, TITLE = 5, ATTRIBUTION = 8, PLACES = 10, FIGURES, SOURCES, SALIENCE };

typedef struct row {
    slice cells[COLUMNS];
} row;

/* A cell and what ends it: ',' or '\r' (a line end is CR LF), or 0 where the grammar is broken. */
static char take_cell(arena *a, slice *rest, slice *cell) {
    buffer b = buffer_in(a);
    size_t i = 0;
    bool quoted = rest->length && rest->data[0] == '"';
    for (i = quoted; i < rest->length; i++) {
        char c = rest->data[i];
        if (quoted && c == '"' && i + 1 < rest->length && rest->data[i + 1] == '"')
            i++;
        else if (quoted ? c == '"' : c == ',' || c == '\r')
            break;
        else if (!quoted && (c == '"' || c == '\n'))
            return 0;
        buffer_add_char(&b, c);
    }
    i += quoted;
    *cell = arena_copy(a, buffer_slice(&b));
    if (i >= rest->length || (rest->data[i] == '\r' && rest->data[i + 1] != '\n'))
        return 0;
    char end = rest->data[i];
    *rest = slice_range(*rest, i + (end == '\r' ? 2 : 1), rest->length);
    return end;
}

/* Reads the rows, which must be `count`, the head among them. */
static row *read_rows(arena *a, slice csv, size_t count) {
    row *rows = ARENA_ARRAY(a, row, count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < COLUMNS; k++) {
            char end = take_cell(a, &csv, &rows[i].cells[k]);
            CHECK_INT(end, k + 1 < COLUMNS ? ',' : '\r');
        }
    CHECK_INT(csv.length, 0);
    return rows;
}

static void writes_a_row_an_event(arena *a) {
    timeline *t = fixture_timeline(a);
    slice csv = fixture_written(a, t, write_csv, 0);
    CHECK(slice_starts_with(csv, SLICE("id,date,earliest,latest,granularity,title,summary,status,"
                                       "attribution,actors,places,figures,sources,salience\r\n")));
    row *rows = read_rows(a, csv, 1 + t->entries.count);
    const slice *flood = rows[6].cells;
    CHECK_SLICE(flood[ID], "e6");
    CHECK_SLICE(flood[DATE], "2024-01-03");
    CHECK_SLICE(flood[PLACES], "Nether Wallow; Lower Town");
    CHECK_SLICE(flood[FIGURES], "missing: 1,300 (2 sources), about 1,250.5 (1), at least 900 (1); "
                                "houses flooded: at most 40 (1 source)");
    CHECK_SLICE(flood[SOURCES], "boats.html; dike.txt");
    CHECK_SLICE(flood[SALIENCE], "0.988");
    CHECK_SLICE(rows[8].cells[ATTRIBUTION], "the consumers’ union");
}

static void writes_the_head_alone(arena *a) {
    read_rows(a, fixture_written(a, fixture_empty(a), write_csv, 0), 1);
}

static void guards_formulas_and_quotes(arena *a) {
    row *rows = read_rows(a, fixture_written(a, fixture_hostile(a), write_csv, 0), 2);
    CHECK(slice_starts_with(rows[1].cells[TITLE], SLICE("'=HYPERLINK(\"x\"), `code`\nand ")));
    CHECK_SLICE(rows[1].cells[ATTRIBUTION], "'@someone, *\x07*");
    CHECK_SLICE(rows[1].cells[SOURCES], "'=cmd|' /C calc'!A0; b");
}

static void guards_every_beginning(arena *a) {
    static const char *const cases[][2] = {
        {"=1", "'=1"},   {"+1", "'+1"},   {"-1", "'-1"},   {"@a", "'@a"},     {"\ta", "'\ta"},
        {"\ra", "'\ra"}, {"a=1", "a=1"},  {"'a", "'a"},    {"\n=1", "'\n=1"}, {"＝1", "'＝1"},
        {"＋1", "'＋1"}, {"－1", "'－1"}, {"＠a", "'＠a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        timeline *t = fixture_hostile(a);
        t->entries.items[0].title = slice_of(cases[i][0]);
        row *rows = read_rows(a, fixture_written(a, t, write_csv, 0), 2);
        CHECK_SLICE(rows[1].cells[TITLE], cases[i][1]);
    }
}

/* What some reader might take for the end of a cell stands between quotation marks. */
static void quotes_what_separates(arena *a) {
    static const char *const cases[][2] = {
        {"a,b", "\"a,b\""},   {"a;b", "\"a;b\""},     {"a\tb", "\"a\tb\""}, {"a\rb", "\"a\rb\""},
        {"a\nb", "\"a\nb\""}, {"a\"b", "\"a\"\"b\""}, {"a b", "a b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        timeline *t = fixture_timeline(a);
        t->entries.items[0].attribution = slice_of(cases[i][0]);
        slice wanted = arena_format(a, ",happened,%s,", cases[i][1]);
        CHECK_AT(slice_find(fixture_written(a, t, write_csv, 0), wanted, 0) != SIZE_MAX, "%s",
                 cases[i][0]);
    }
}

int main(void) {
    RUN_IN_ARENA(writes_a_row_an_event);
    RUN_IN_ARENA(writes_the_head_alone);
    RUN_IN_ARENA(guards_formulas_and_quotes);
    RUN_IN_ARENA(guards_every_beginning);
    RUN_IN_ARENA(quotes_what_separates);
    return tests_end();
}
