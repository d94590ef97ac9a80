/* SPDX-License-Identifier: MIT */
/* Both sides of the limits of what a chart and its cards hold. */
#include "support/check.h"
#include "write/chart_fixture.h"
#include "write/chart_layout.h"
#include "write/chart_wording.h"
#include "write/writers.h"

#include "base/buffer.h"

static const chart_form upright = {false, DATELINE_NO_LANES, 0, 0};

static size_t times(slice text, const char *words) {
    size_t count = 0, at = 0;
    while ((at = slice_find(text, slice_of(words), at)) != SIZE_MAX) {
        count++;
        at += strlen(words);
    }
    return count;
}

static entry *add(timeline *t, day_number day, const char *title, size_t sources) {
    return story_entry(t, day, day, GRANULARITY_DAY, EVENT_HAPPENED, title, 0, sources);
}

/* ---- Entries ------------------------------------------------------------------------------ */

static void many_cards(arena *a) {
    for (size_t count = 600; count <= 601; count++) {
        const chart *c = chart_lay_out(a, story_of_chance(a, count, 3), &upright);
        size_t told = 0;
        for (size_t i = 0; i < c->pages.items[0].boxes.count; i++)
            told += c->pages.items[0].boxes.items[i].kind == CHART_CARD &&
                    c->pages.items[0].boxes.items[i].card->entry;
        CHECK_INT(told, 600);
    }
}

static void many_stacks(arena *a) {
    for (size_t count = 96; count <= 97; count++) {
        scale_stack *items = ARENA_ARRAY(a, scale_stack, count);
        for (size_t i = 0; i < count; i++)
            items[i] = (scale_stack){1000 + (day_number)i, 1000 + (day_number)i, 50, 0};
        scale_stacks stacks = {items, count, 84};
        CHECK_INT(scale_stretches(a, &stacks).count, count == 96 ? 1 : 2);
    }
}

/* Each place has two entries; where there are too many, the last lane is that of the others. */
static void many_lanes(arena *a) {
    for (size_t places = MOST_LANES - 1; places <= MOST_LANES + 1; places++) {
        timeline *t = story_new(a, "Lanes");
        story_articles(t);
        for (size_t i = 0; i < 2 * places; i++) {
            entry *e = add(t, 1000 + (day_number)i, "Event", 1);
            *vector_push(&e->places, a) = arena_format(a, "Place %zu", i / 2);
        }
        chart_lanes lanes = chart_lanes_of(a, t, DATELINE_LANES_BY_PLACE, MOST_LANES);
        CHECK_INT(lanes.count, places < MOST_LANES ? places : MOST_LANES);
        CHECK_SLICE(lanes.names[lanes.count - 1], places < MOST_LANES ? "Place 4" : "Elsewhere");
    }
}

/* Bars whose days overlap stand beside each other; the seventh stands before its card's rule. */
static void many_rows(arena *a) {
    for (size_t bars = 6; bars <= 7; bars++) {
        timeline *t = story_new(a, "Bars");
        story_articles(t);
        for (day_number i = 0; i < (day_number)bars; i++)
            story_entry(t, 1000 + i, 1030 + i, GRANULARITY_SPAN, EVENT_HAPPENED, "Event", 0, 1);
        const chart *c = chart_lay_out(a, t, &upright);
        const chart_page *page = &c->pages.items[0];
        int card = 0, before_cards = 0;
        for (size_t i = 0; i < page->boxes.count; i++)
            card = page->boxes.items[i].kind == CHART_CARD ? page->boxes.items[i].x : card;
        for (size_t i = 0; i < page->boxes.count; i++) {
            const chart_box *b = &page->boxes.items[i];
            before_cards += b->kind == CHART_BAR && b->x < card && card - b->x <= 12;
        }
        CHECK_INT(before_cards, bars == 7);
    }
}

/* ---- Cards -------------------------------------------------------------------------------- */

/* How many lines of the kind of box are in that font and ink, and whether the last is cut. */
static size_t lines_of(const chart *c, chart_box_kind kind, chart_font font, chart_ink ink,
                       bool *is_cut) {
    size_t count = 0;
    for (size_t i = 0; i < c->pages.items[0].boxes.count; i++) {
        const chart_box *b = &c->pages.items[0].boxes.items[i];
        for (size_t k = 0; b->kind == kind && k < b->lines.count; k++) {
            const chart_line *line = &b->lines.items[k];
            if (line->font.size == font.size && line->font.bold == font.bold && line->ink == ink) {
                count++;
                *is_cut = slice_ends_with(line->text, SLICE("…"));
            }
        }
    }
    return count;
}

/* One card, in which nothing but what the case gives is long. */
static const chart *card_with(arena *a, slice title, slice counted, slice attribution) {
    timeline *t = story_new(a, "Cards");
    story_articles(t);
    entry *e = add(t, 1000, title.data, 1);
    e->attribution = attribution;
    if (counted.length)
        story_figure(t, e, counted.data, (const double[]){7}, 1);
    return chart_lay_out(a, t, &upright);
}

static slice words(arena *a, size_t count) {
    buffer b = buffer_in(a);
    for (size_t i = 0; i < count; i++)
        buffer_add(&b, i ? SLICE(" harbour") : SLICE("Harbour"));
    return buffer_slice(&b);
}

/* Lines grow with the words up to the limit, and are cut only there. */
static void long_texts(arena *a) {
    static const struct {
        chart_font font;
        chart_ink ink;
        size_t part, most, others; /* lines in that font beside those of the part */
    } cases[] = {
        {{11, false, false}, CHART_BLACK, 0, 4, 0},
        {{9, false, false}, CHART_BLACK, 1, 3, 0},
        {{9, false, false}, CHART_GREY, 2, 2, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t before = 0;
        bool was_cut = false;
        for (size_t count = 1; count <= 60; count++) {
            slice parts[3] = {SLICE("Event"), SLICE(""), SLICE("")};
            bool cut = false;
            parts[cases[i].part] = words(a, count);
            const chart *c = card_with(a, parts[0], parts[1], parts[2]);
            size_t lines = lines_of(c, CHART_CARD, cases[i].font, cases[i].ink, &cut);
            CHECK(lines >= before && lines <= cases[i].most + cases[i].others);
            before = lines;
            was_cut = lines == cases[i].most + cases[i].others;
        }
        CHECK_AT(was_cut, "case %zu: %zu lines", i, before);
    }
}

static void long_titles_of_cards_are_cut(arena *a) {
    bool cut = false;
    size_t most = 0;
    for (size_t count = 1; !cut && count < 100; count++) {
        const chart *c = card_with(a, words(a, count), SLICE(""), SLICE(""));
        most = lines_of(c, CHART_CARD, (chart_font){11, false, false}, CHART_BLACK, &cut);
        CHECK(!cut || most == 4);
    }
    CHECK_INT(most, 4);
}

static void long_dates(arena *a) {
    when w = {.days = {day_of(2022, 12, 30), day_of(2024, 1, 2)},
              .minute = NO_MINUTE,
              .granularity = GRANULARITY_SPAN,
              .approximate = true};
    CHECK_INT(chart_date_lines(a, w, true, 30).count, 3);
    CHECK(chart_date_lines(a, w, true, 200).count < 3);
}

/* The head's title, and the names of who published, below the chart. */
static void long_heads(arena *a) {
    for (int is_long = 0; is_long < 2; is_long++) {
        timeline *t = story_new(a, words(a, is_long ? 400 : 1).data);
        for (int i = 0; i < (is_long ? 400 : 1); i++)
            story_article(t, arena_format(a, "The Harbour Gazette %d", i).data, "");
        add(t, 1000, "Event", t->articles.count);
        const chart *c = chart_lay_out(a, t, &upright);
        size_t title = 0, foot = 0;
        for (size_t i = 0; i < c->pages.items[0].boxes.count; i++) {
            const chart_box *b = &c->pages.items[0].boxes.items[i];
            title += b->kind == CHART_TITLE ? b->lines.count : 0;
            if (b->kind == CHART_TEXT && b->lines.count)
                foot = b->lines.count;
        }
        CHECK_INT(title, is_long ? 4 : 1);
        CHECK_INT(foot, is_long ? 6 : 1);
    }
}

static void many_figures(arena *a) {
    timeline *t = story_new(a, "Figures");
    story_articles(t);
    entry *e = add(t, 1000, "Event", 1);
    for (size_t count = 1; count <= 9; count++) {
        story_figure(t, e, "ships", (const double[]){7}, 1);
        CHECK_INT(times(chart_figures_text(a, e), "ships: 7"), count < 9 ? count : 8);
    }
}

static void many_quotes_and_publishers(arena *a) {
    static const char *const sources[] = {
        NULL, "Harbour Gazette", "2 sources: Harbour Gazette, The Northern Post",
        "3 sources: Harbour Gazette, The Northern Post, Radio Elbmark",
        "4 sources: Harbour Gazette, The Northern Post and 2 more"};
    for (size_t count = 1; count <= 4; count++) {
        timeline *t = story_new(a, "Sources");
        story_articles(t);
        const entry *e = add(t, 1000, "It fell", count);
        CHECK_SLICE(chart_sources_text(a, t, e), sources[count]);
        CHECK_INT(times(chart_tooltip(a, t, e), "It fell"), count < 4 ? count : 3);
        CHECK_INT(times(chart_tooltip(a, t, e), "\n…"), count == 4);
    }
}

/* Of one month, all but 600 entries are counted, the first two only to make the others few. */
static void many_counted(arena *a) {
    for (size_t counted = 12; counted <= 13; counted++) {
        timeline *t = story_new(a, "Counted");
        story_articles(t);
        for (size_t i = 0; i < 600 + counted; i++) {
            entry *e = add(t, day_of(2024, 1, 1), "It fell", 1);
            e->salience = i < 600 ? 1 : 0;
        }
        const chart *c = chart_lay_out(a, t, &upright);
        size_t told = 0, ellipses = 0;
        for (size_t i = 0; i < c->pages.items[0].boxes.count; i++) {
            const chart_box *b = &c->pages.items[0].boxes.items[i];
            if (b->kind != CHART_CARD || b->card->entry)
                continue;
            told += times(b->card->tooltip, "It fell");
            ellipses += times(b->card->tooltip, "…");
        }
        CHECK_INT(told, 12);
        CHECK_INT(ellipses, counted == 13);
    }
}

static size_t links_of(const chart *c) {
    size_t links = 0;
    for (size_t i = 0; i < c->pages.items[0].strokes.count; i++)
        links += c->pages.items[0].strokes.items[i].kind == CHART_LINK_STROKE;
    return links;
}

/* Cards between an event and what is dated from it push them apart. */
static void long_links(arena *a) {
    for (size_t between = 0; between <= 20; between += 20) {
        timeline *t = story_new(a, "Links");
        story_articles(t);
        for (size_t i = 0; i < between + 2; i++)
            add(t, 1000 + (day_number)i, "Event", 1);
        t->entries.items[between + 1].mentions.items[0].anchor = t->entries.items[0].id;
        CHECK_INT(links_of(chart_lay_out(a, t, &upright)) > 0, between == 0);
    }
}

/* ---- Pictures ----------------------------------------------------------------------------- */

static bool to_buffer(void *user, const char *bytes, size_t length) {
    buffer_add(user, (slice){bytes, length});
    return true;
}

/* How wide the PNG is, in pixels; 0 where it is not drawn. */
static unsigned width_of_picture(arena *a, const timeline *t) {
    static const dateline_layout plain;
    buffer b = buffer_in(a);
    output out = {to_buffer, &b, false};
    diagnostics said = diagnostics_in(a);
    write_job job = {t, &plain, DATELINE_PNG, a, &said, &out};
    dateline_status status = write_chart(&job);
    if (!b.length) {
        CHECK_INT(status, DATELINE_CANNOT_DRAW);
        return 0;
    }
    CHECK_INT(status, DATELINE_OK);
    const unsigned char *width = (const unsigned char *)b.data + 16; /* of the header's chunk */
    return (unsigned)width[0] << 24 | (unsigned)width[1] << 16 | (unsigned)width[2] << 8 | width[3];
}

/* At 144 dots an inch a point of paper is four pixels, of which 64 million are drawn. */
static void large_pictures(arena *a) {
    bool seen[2] = {false};
    for (size_t count = 60; count <= 420; count += 360) {
        const timeline *t = story_of_chance(a, count, 3);
        const chart *c = chart_lay_out(a, t, &upright);
        int width = c->pages.items[0].width, height = c->pages.items[0].height;
        bool sharp = (int64_t)width * height * 4 <= (int64_t)64 << 20;
        int wanted = width * (sharp ? 144 : 96) / 72, got = (int)width_of_picture(a, t);
        seen[sharp] = true;
        CHECK_AT(got >= wanted - 2 && got <= wanted + 2, "%dx%d points: %d pixels wide, not %d",
                 width, height, got, wanted);
    }
    CHECK(seen[false] && seen[true]);
}

int main(void) {
    RUN_IN_ARENA(many_cards);
    RUN_IN_ARENA(many_stacks);
    RUN_IN_ARENA(many_lanes);
    RUN_IN_ARENA(many_rows);
    RUN_IN_ARENA(long_texts);
    RUN_IN_ARENA(long_titles_of_cards_are_cut);
    RUN_IN_ARENA(long_dates);
    RUN_IN_ARENA(long_heads);
    RUN_IN_ARENA(many_figures);
    RUN_IN_ARENA(many_quotes_and_publishers);
    RUN_IN_ARENA(many_counted);
    RUN_IN_ARENA(long_links);
    RUN_IN_ARENA(large_pictures);
    return tests_end();
}
