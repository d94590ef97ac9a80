/* SPDX-License-Identifier: MIT */
#include "support/check.h"
#include "write/chart_fixture.h"
#include "write/chart_layout.h"
#include "write/chart_wording.h"

/* Signs sit on the edge of their cards; the days of the axis stand on it. */
static bool takes_room(const chart_box *b) {
    return b->kind != CHART_SIGN && b->kind != CHART_DAY;
}

static bool overlap(const chart_box *a, const chart_box *b) {
    return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
           b->y < a->y + a->height;
}

static void check_page(const chart_page *page) {
    for (size_t i = 0; i < page->boxes.count; i++) {
        const chart_box *b = &page->boxes.items[i];
        CHECK_AT(b->x >= 0 && b->y >= 0 && b->x + b->width <= page->width &&
                     b->y + b->height <= page->height,
                 "box %zu of kind %d is outside of the page: %d,%d %dx%d", i, (int)b->kind, b->x,
                 b->y, b->width, b->height);
        for (size_t k = 0; k < b->lines.count; k++) {
            const chart_line *line = &b->lines.items[k];
            CHECK(line->font.size >= 9);
            CHECK_AT(chart_text_width(line->text, line->font) <= b->width,
                     "%.*s is wider than its box of kind %d: %.1f, %d", SLICE_ARGS(line->text),
                     (int)b->kind, chart_text_width(line->text, line->font), b->width);
        }
        for (size_t k = 0; takes_room(b) && k < i; k++)
            CHECK_AT(!takes_room(&page->boxes.items[k]) || !overlap(b, &page->boxes.items[k]),
                     "boxes %zu and %zu of kinds %d and %d overlap", k, i,
                     (int)page->boxes.items[k].kind, (int)b->kind);
    }
}

static void check_layout(const chart *c) {
    for (size_t i = 0; i < c->pages.count; i++)
        check_page(&c->pages.items[i]);
}

static size_t boxes_of(const chart *c, chart_box_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < c->pages.count; i++)
        for (size_t k = 0; k < c->pages.items[i].boxes.count; k++)
            count += c->pages.items[i].boxes.items[k].kind == kind;
    return count;
}

/* Every way to lay out: upright and lying, lanes, one sheet and papers from A5 to A3. */
static const chart_form forms[] = {
    {false, DATELINE_NO_LANES, 0, 0},           {true, DATELINE_NO_LANES, 0, 0},
    {false, DATELINE_LANES_BY_PLACE, 0, 0},     {true, DATELINE_LANES_BY_ACTOR, 0, 0},
    {false, DATELINE_LANES_BY_SOURCE, 0, 0},    {false, DATELINE_NO_LANES, 595, 842},
    {true, DATELINE_NO_LANES, 842, 595},        {false, DATELINE_LANES_BY_PLACE, 595, 842},
    {true, DATELINE_LANES_BY_PLACE, 1191, 842}, {false, DATELINE_NO_LANES, 420, 595},
    {true, DATELINE_LANES_BY_ACTOR, 595, 420},  {false, DATELINE_NO_LANES, 842, 1191},
};
#define FORMS (sizeof forms / sizeof *forms)

/* Returns the chart of the first form. */
static const chart *check_all_forms(arena *a, const timeline *t) {
    const chart *first = NULL;
    for (size_t i = 0; i < FORMS; i++) {
        const chart *c = chart_lay_out(a, t, &forms[i]);
        int failed = checks_failed_here;
        check_layout(c);
        CHECK_INT(boxes_of(c, CHART_CARD), t->entries.count);
        CHECK_AT(checks_failed_here == failed, "in form %zu of %zu entries", i, t->entries.count);
        first = first ? first : c;
    }
    return first;
}

static void nothing_overlaps(arena *a) {
    static const size_t counts[] = {0, 1, 2, 5, 12, 30, 90, 250};
    check_all_forms(a, story_of_all_kinds(a));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        for (uint64_t seed = 0; seed < 4; seed++)
            check_all_forms(a, story_of_chance(a, counts[i], seed));
}

/* More dates at once than there are rows, at both ends of the calendar. */
static void many_spans_find_room(arena *a) {
    timeline *t = story_new(a, "Spans");
    story_articles(t);
    for (int i = 0; i < 40; i++)
        story_entry(t, 1 + i, 400 + 3 * i, GRANULARITY_SPAN, EVENT_HAPPENED, "Long ago", 0, 1);
    for (int i = 0; i < 40; i++)
        story_entry(t, LAST_DAY - 90 + i, LAST_DAY, GRANULARITY_SPAN, EVENT_PLANNED, "At the end",
                    0, 1);
    CHECK(boxes_of(check_all_forms(a, t), CHART_BAR) >= 80);
}

static void one_busy_day_fits(arena *a) {
    timeline *t = story_new(a, "A day");
    story_articles(t);
    for (int i = 0; i < 200; i++)
        story_entry(t, 700000, 700000, GRANULARITY_DAY, EVENT_HAPPENED, "Again", 0, 1);
    check_all_forms(a, t);
}

/* A word of 600 letters is the title, the publisher, what is counted, and who says so. */
static void endless_words_fit(arena *a) {
    char word[601];
    memset(word, 'W', 600);
    word[600] = '\0';
    timeline *t = story_new(a, word);
    story_article(t, word, "https://example.org/");
    for (day_number day = 700000; day < 700300; day += 100) {
        entry *e = story_entry(t, day, day, GRANULARITY_DAY, EVENT_ALLEGED, word, 0, 1);
        e->attribution = e->title;
        *vector_push(&e->places, a) = e->title;
        story_figure(t, e, word, (const double[]){1e300, -2.5, 0}, 3);
    }
    check_all_forms(a, t);
}

/* ---- What does not fit -------------------------------------------------------------------- */

static size_t counted_in(const chart *c) {
    size_t count = 0;
    for (size_t i = 0; i < c->pages.count; i++)
        for (size_t k = 0; k < c->pages.items[i].boxes.count; k++)
            if (c->pages.items[i].boxes.items[k].card)
                count += c->pages.items[i].boxes.items[k].card->counted;
    return count;
}

static size_t told_in(const chart *c) {
    size_t count = 0;
    for (size_t i = 0; i < c->pages.count; i++)
        for (size_t k = 0; k < c->pages.items[i].boxes.count; k++) {
            const chart_card *card = c->pages.items[i].boxes.items[k].card;
            count += card && card->entry;
        }
    return count;
}

static void what_does_not_fit_is_counted(arena *a) {
    const timeline *t = story_of_chance(a, 2000, 3);
    for (size_t i = 0; i < FORMS; i++) {
        const chart *c = chart_lay_out(a, t, &forms[i]);
        CHECK_INT(told_in(c), 600);
        CHECK_INT(told_in(c) + counted_in(c), 2000);
        check_layout(c);
    }
}

/* The most important entry is told even if it is the last; it stands out. */
static void the_important_is_told(arena *a) {
    timeline *t = story_of_chance(a, 700, 5);
    t->entries.items[699].salience = 1;
    chart_choice choice = chart_choose(a, t, 600);
    CHECK(choice.told[699] && choice.leads[699]);
    CHECK_INT(choice.counted, 100);
    CHECK(!choice.leads[0]);
}

/* ---- Lanes -------------------------------------------------------------------------------- */

static timeline *story_of_places(arena *a) {
    static const char *const places[] = {"Sandholm", "Sandholm", "Lock",
                                         "Sandholm", "Lock",     "Mill"};
    timeline *t = story_new(a, "Places");
    story_articles(t);
    for (int i = 0; i < 6; i++) {
        entry *e =
            story_entry(t, 700000 + i, 700000 + i, GRANULARITY_DAY, EVENT_HAPPENED, "Event", 0, 1);
        *vector_push(&e->places, a) = slice_of(places[i]);
    }
    story_entry(t, 700010, 700010, GRANULARITY_DAY, EVENT_HAPPENED, "Nowhere", 0, 1);
    return t;
}

static void lanes_go_by_number(arena *a) {
    const timeline *t = story_of_places(a);
    chart_lanes lanes = chart_lanes_of(a, t, DATELINE_LANES_BY_PLACE, MOST_LANES);
    CHECK_INT(lanes.count, 3);
    CHECK_SLICE(lanes.names[0], "Sandholm");
    CHECK_SLICE(lanes.names[1], "Lock");
    CHECK_SLICE(lanes.names[2], "Elsewhere");
    CHECK_INT(lanes.sizes[2], 2);
    CHECK_INT(lanes.of_entry[2], 1);
    CHECK_INT(lanes.of_entry[6], 2);
    CHECK_INT(chart_lanes_of(a, t, DATELINE_LANES_BY_PLACE, 2).count, 2);
    CHECK_INT(chart_lanes_of(a, t, DATELINE_NO_LANES, MOST_LANES).count, 1);
    CHECK_INT(chart_lanes_of(a, t, DATELINE_LANES_BY_ACTOR, MOST_LANES).count, 1);
    CHECK_SLICE(chart_lanes_of(a, t, DATELINE_LANES_BY_SOURCE, MOST_LANES).names[0],
                "Harbour Gazette");
}

static void sources_have_names(arena *a) {
    static const struct {
        const char *publisher, *url, *name;
    } cases[] = {
        {"Gazette", "https://gazette.example/a", "Gazette"},
        {"", "https://www.gazette.example/a/b", "gazette.example"},
        {"", "http://gazette.example", "gazette.example"},
        {"", "file:///etc/passwd", ""},
        {"", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        timeline_article listed = {.publisher = slice_of(cases[i].publisher),
                                   .url = slice_of(cases[i].url)};
        CHECK_SLICE(chart_publisher(a, &listed), cases[i].name);
    }
}

/* Cards of a lane stand at one x, upright, and below the names of the lanes. */
static void lanes_are_columns(arena *a) {
    const chart *c =
        chart_lay_out(a, story_of_places(a), &(chart_form){false, DATELINE_LANES_BY_PLACE, 0, 0});
    const chart_page *page = &c->pages.items[0];
    int x[3] = {0}, names = 0;
    for (size_t i = 0; i < page->boxes.count; i++) {
        const chart_box *b = &page->boxes.items[i];
        names += b->kind == CHART_LANE;
        if (b->kind != CHART_CARD)
            continue;
        int *lane = &x[b->card->lane];
        CHECK(*lane == 0 || *lane == b->x);
        *lane = b->x;
    }
    CHECK_INT(names, 3);
    CHECK(x[0] < x[1] && x[1] < x[2]);
}

/* ---- Time to scale ------------------------------------------------------------------------ */

/* The days of a stretch that is not broken are as far apart as their dates. */
static void time_is_to_scale(arena *a) {
    static const day_number days[] = {700000, 700001, 700003, 700006, 700010};
    for (int lying = 0; lying < 2; lying++) {
        timeline *t = story_new(a, "Scale");
        story_articles(t);
        for (size_t i = 0; i < 5; i++)
            story_entry(t, days[i], days[i], GRANULARITY_DAY, EVENT_HAPPENED, "Event", 0, 1);
        const chart *c = chart_lay_out(a, t, &(chart_form){lying, DATELINE_NO_LANES, 0, 0});
        int at[5] = {0}, found = 0;
        for (size_t i = 0; i < c->pages.items[0].boxes.count; i++) {
            const chart_box *b = &c->pages.items[0].boxes.items[i];
            if (b->kind == CHART_DAY && found < 5)
                at[found++] = lying ? b->x : b->y;
        }
        CHECK_INT(found, 5);
        double day = (at[4] - at[0]) / 10.0;
        for (int i = 0; i < 5; i++)
            CHECK(at[i] - at[0] - day * (days[i] - days[0]) < 1.01 &&
                  at[i] - at[0] - day * (days[i] - days[0]) > -1.01);
    }
}

/* ---- Dates counted from events ------------------------------------------------------------ */

static void anchors_are_linked(arena *a) {
    timeline *t = story_new(a, "Anchors");
    story_articles(t);
    story_entry(t, 700000, 700000, GRANULARITY_DAY, EVENT_HAPPENED, "The flood", 0, 1);
    entry *e = story_entry(t, 700003, 700003, GRANULARITY_DAY, EVENT_HAPPENED, "The count", 0, 1);
    e->mentions.items[0].anchor = t->entries.items[0].id;
    for (int lying = 0; lying < 2; lying++) {
        const chart *c = chart_lay_out(a, t, &(chart_form){lying, DATELINE_NO_LANES, 0, 0});
        size_t links = 0;
        for (size_t i = 0; i < c->pages.items[0].strokes.count; i++)
            links += c->pages.items[0].strokes.items[i].kind == CHART_LINK_STROKE;
        CHECK(links >= 1);
        check_layout(c);
    }
}

int main(void) {
    RUN_IN_ARENA(nothing_overlaps);
    RUN_IN_ARENA(many_spans_find_room);
    RUN_IN_ARENA(one_busy_day_fits);
    RUN_IN_ARENA(endless_words_fit);
    RUN_IN_ARENA(what_does_not_fit_is_counted);
    RUN_IN_ARENA(the_important_is_told);
    RUN_IN_ARENA(lanes_go_by_number);
    RUN_IN_ARENA(sources_have_names);
    RUN_IN_ARENA(lanes_are_columns);
    RUN_IN_ARENA(time_is_to_scale);
    RUN_IN_ARENA(anchors_are_linked);
    return tests_end();
}
