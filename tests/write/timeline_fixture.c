/* SPDX-License-Identifier: MIT */
#include "write/timeline_fixture.h"

#include "base/buffer.h"

static day_number day(const char *text) {
    return day_of_text(slice_of(text));
}

static void add_article(timeline *t, const char *id, const char *publisher, const char *title,
                        const char *published, published_from from) {
    *vector_push(&t->articles, t->owner) = (timeline_article){
        .id = slice_of(id),
        .file = arena_format(t->owner, "articles/%s", id),
        .url = from == PUBLISHED_METADATA
                   ? arena_format(t->owner, "https://news.example/%s?a=1&b=(2)", id)
                   : SLICE(""),
        .title = slice_of(title),
        .publisher = slice_of(publisher),
        .published = {published ? day(published) : NO_DAY, from == PUBLISHED_METADATA ? 1301 : -1,
                      NO_ZONE},
        .published_from = from,
    };
}

static when when_between(const char *first, const char *last, granularity g, bool approximate) {
    return (when){{day(first), day(last)}, NO_MINUTE, g, approximate, false};
}

/* The entry stays where it is only until the next is added. */
static entry *add_entry(timeline *t, when w, const char *title) {
    char uid[UUID_TEXT_SIZE];
    arena *a = t->owner;
    slice id = arena_format(a, "e%zu", t->entries.count + 1);
    identity_of(id, uid);
    entry *e = vector_push(&t->entries, a);
    *e = (entry){.id = id,
                 .uid = arena_copy(a, slice_of(uid)),
                 .when = w,
                 .edtf = when_edtf(a, w),
                 .title = slice_of(title),
                 .summary = arena_format(a, "%s, the paper wrote.", title),
                 .salience = 0.5};
    return e;
}

static void add_mention(timeline *t, entry *e, size_t article_index, const char *quote) {
    *vector_push(&e->mentions, t->owner) = (entry_mention){.article = article_index,
                                                           .quote = slice_of(quote),
                                                           .start = 10 * e->mentions.count,
                                                           .timex = SLICE("on Friday"),
                                                           .value = e->edtf,
                                                           .how = HOW_WEEKDAY,
                                                           .anchor = SLICE(""),
                                                           .attribution = SLICE("")};
}

static void add_value(timeline *t, entry_figure *f, double number, bound b, size_t article_index) {
    figure_value *v = vector_push(&f->values, t->owner);
    v->number = number;
    v->bound = b;
    *vector_push(&v->articles, t->owner) = article_index;
}

static void add_background(timeline *t) {
    entry *e = add_entry(t, when_between("1990-01-01", "1999-12-31", GRANULARITY_DECADE, false),
                         "Houses were built in the river meadow");
    add_mention(t, e, 2, "In the 1990s houses were built in the river meadow.");
    e = add_entry(t, when_between("2023-01-01", "2023-04-30", GRANULARITY_YEAR, true),
                  "The district put off the new dike");
    add_mention(t, e, 2, "Early last year the district put off the new dike.");
    e = add_entry(t, when_between("2023-06-01", "2023-08-31", GRANULARITY_SEASON, false),
                  "Engineers measured cracks in the old one");
    add_mention(t, e, 1, "Engineers measured cracks in summer.");
    e = add_entry(t, when_between("2023-10-01", "2023-12-31", GRANULARITY_QUARTER, false),
                  "The insurer raised its premiums");
    add_mention(t, e, 1, "The insurer raised its premiums in the fourth quarter.");
    e = add_entry(t, when_between("2023-12-30", "2024-01-02", GRANULARITY_SPAN, false),
                  "Rain fell without a pause");
    add_mention(t, e, 1, "From 30 December to 2 January it rained without a pause.");
}

static void add_flood(timeline *t) {
    arena *a = t->owner;
    entry *e = add_entry(t, when_between("2024-01-03", "2024-01-03", GRANULARITY_TIME, false),
                         "The dike at Nether Wallow gave way and water ran into the streets of "
                         "the lower town");
    e->when.minute = 20 * 60 + 5;
    e->salience = 0.98765;
    *vector_push(&e->actors, a) = SLICE("Dike Board");
    *vector_push(&e->places, a) = SLICE("Nether Wallow");
    *vector_push(&e->places, a) = SLICE("Lower Town");
    entry_figure *f = vector_push(&e->figures, a);
    f->of = SLICE("missing");
    add_value(t, f, 1300, BOUND_EXACT, 0);
    *vector_push(&f->values.items[0].articles, a) = 1;
    add_value(t, f, 1250.5, BOUND_ABOUT, 2);
    add_value(t, f, 900, BOUND_AT_LEAST, 2);
    f = vector_push(&e->figures, a);
    f->of = SLICE("houses flooded");
    add_value(t, f, 40, BOUND_AT_MOST, 1);
    add_mention(t, e, 1, "The dike gave way at five past eight in the evening.");
    add_mention(t, e, 0, "Water ran into the streets\nof the lower town.");
    add_mention(t, e, 1, "The lower town was under water.");
    e = add_entry(t, when_between("2024-01-03", "2024-01-03", GRANULARITY_DAY, false),
                  "Boats took people off the roofs");
    add_mention(t, e, 0, "Boats took people off the roofs on Wednesday.");
    e = add_entry(t, when_between("2024-01-04", "2024-01-04", GRANULARITY_DAY, false),
                  "Sand was sold at three times its price");
    e->status = EVENT_ALLEGED;
    e->attribution = SLICE("the consumers’ union");
    add_mention(t, e, 1, "Sand was sold at three times its price, the union says.");
    e = add_entry(t, when_between("2024-01-05", "2024-01-05", GRANULARITY_DAY, true),
                  "The Board opened the weir too late");
    e->status = EVENT_DENIED;
    e->attribution = SLICE("the Dike Board");
    add_mention(t, e, 1, "The Board denies that it opened the weir too late.");
}

static void add_aftermath(timeline *t) {
    entry *e = add_entry(t, when_between("2024-01-08", "2024-01-14", GRANULARITY_WEEK, false),
                         "Pumps cleared the cellars");
    e->status = EVENT_ONGOING;
    add_mention(t, e, 0, "Pumps are clearing the cellars this week.");
    e = add_entry(t, when_between("2024-01-20", "2024-01-21", GRANULARITY_SPAN, false),
                  "The school’s flood bazaar");
    e->status = EVENT_CANCELLED;
    add_mention(t, e, 0, "The bazaar on 20 and 21 January is cancelled.");
    e = add_entry(t, when_between("2024-02-01", "2024-02-10", GRANULARITY_MONTH, true),
                  "An inquiry will begin");
    e->status = EVENT_PLANNED;
    add_mention(t, e, 0, "An inquiry is to begin early in February.");
    e = add_entry(t, when_between("2024-03-01", "2024-05-31", GRANULARITY_SPAN, false),
                  "The dike will be rebuilt");
    e->status = EVENT_PLANNED;
    add_mention(t, e, 0, "From March to May the dike will be rebuilt.");
}

static timeline *new_timeline(arena *a) {
    timeline *t = ARENA_NEW(a, timeline);
    t->owner = a;
    t->title = SLICE("");
    return t;
}

timeline *fixture_timeline(arena *a) {
    timeline *t = new_timeline(a);
    t->title = SLICE("The flood at Nether Wallow");
    add_article(t, "boats.html", "Wallow Courier", "Boats on Market Street", "2024-01-04",
                PUBLISHED_METADATA);
    add_article(t, "dike.txt", "Observer",
                "The dike that nobody wanted to pay for, and the night "
                "on which it broke",
                "2024-01-06", PUBLISHED_INFERRED);
    add_article(t, "history.txt", "", "", NULL, PUBLISHED_NONE);
    add_article(t, "weather.txt", "Observer", "Mild", "2024-01-07", PUBLISHED_HEADER);
    add_background(t);
    add_flood(t);
    add_aftermath(t);
    return t;
}

timeline *fixture_empty(arena *a) {
    return new_timeline(a);
}

timeline *fixture_hostile(arena *a) {
    timeline *t = new_timeline(a);
    t->title = SLICE("# <script>alert(1)</script>\x1b[31m *bold*\r\nSecond\tline\xc2\x85of it");
    add_article(t, "=cmd|' /C calc'!A0", "[x](javascript:alert(1))", "1. \"Quoted\", _so_",
                "2024-01-04", PUBLISHED_HEADER);
    t->articles.items[0].url = SLICE("javascript:alert(1)");
    add_article(t, "b", "", "同じ題名の記事", NULL, PUBLISHED_METADATA);
    t->articles.items[1].url = SLICE("https://news.example/a b)<c>\"\n");
    entry *e = add_entry(t, when_between("2024-01-04", "2024-01-04", GRANULARITY_DAY, false),
                         "=HYPERLINK(\"x\"), `code`\nand 水が町の通りに流れ込み、人々はボートで屋根"
                         "から救い出されたと新聞は伝えている。水は翌日も引かなかった");
    e->attribution = SLICE("@someone, *\x07*");
    add_mention(t, e, 0, "- not a list &amp; not <b>markup</b>\n\n## nor a head");
    add_mention(t, e, 1, "10. not a list either\x7f");
    return t;
}

bool fixture_collect(void *user, const char *bytes, size_t length) {
    buffer_add(user, (slice){bytes, length});
    return true;
}

slice fixture_written(arena *a, const timeline *t, fixture_writer *write, size_t width) {
    buffer bytes = buffer_in(a);
    output out = {fixture_collect, &bytes, false};
    diagnostics said = diagnostics_in(a);
    dateline_layout layout = {.width = width};
    write_job job = {.timeline = t, .layout = &layout, .arena = a, .said = &said, .out = &out};
    return write(&job) == DATELINE_OK ? buffer_slice(&bytes) : SLICE("the writer failed");
}
