/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/utf8.h"
#include "support/check.h"
#include "write/chart_fixture.h"
#include "write/chart_layout.h"
#include "write/chart_scale.h"
#include "write/chart_text.h"
#include "write/writers.h"

#include <cgraph.h>
#include <pthread.h>

/* Graphviz 2.42, pango and fontconfig keep what they cache, and some labels. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
    return "leak:libfontconfig\nleak:libpango\nleak:libglib\nleak:libgvc\nleak:libcgraph\n"
           "leak:libgvplugin\n";
}

/* Pango loads the fonts in a thread of its own, whose locks the sanitizer does not see. */
const char *__tsan_default_suppressions(void);
const char *__tsan_default_suppressions(void) {
    return "race:libfontconfig\nrace:libpango\nrace:libglib\n";
}

/* ---- Text --------------------------------------------------------------------------------- */

static void text_is_cleaned(arena *a) {
    static const struct {
        const char *text, *clean;
    } cases[] = {
        {"plain", "plain"},
        {"  two\n\tlines  ", "two lines"},
        {"bell\x07 and escape\x1B[31m", "bell and escape [31m"},
        {"broken \xC3( and \xFF", "broken \xEF\xBF\xBD( and \xEF\xBF\xBD"},
        {"a surrogate \xED\xA0\x80", "a surrogate \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"nonchar\xEF\xBF\xBE"
         "acter",
         "noncharacter"},
        {"turned \xE2\x80\xAEround", "turned round"},
        {"مرحبا 你好 😀", "مرحبا 你好 😀"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_SLICE(chart_text_clean(a, slice_of(cases[i].text)), cases[i].clean);
}

static void text_is_wrapped(arena *a) {
    chart_font font = {10, false};
    slice_list lines = chart_text_wrap(a, SLICE("one two three four"), font, 60, 9);
    CHECK_INT(lines.count, 2);
    CHECK_SLICE(lines.items[0], "one two");
    CHECK_SLICE(lines.items[1], "three four");
    lines = chart_text_wrap(a, SLICE("one two three four"), font, 60, 1);
    CHECK_INT(lines.count, 1);
    CHECK_SLICE(lines.items[0], "one two…");
    CHECK_INT(chart_text_wrap(a, SLICE(""), font, 60, 9).count, 0);
    CHECK_INT(chart_text_wrap(a, SLICE("   "), font, 60, 9).count, 0);
    CHECK_INT(chart_text_wrap(a, SLICE("narrow"), font, 1, 99).count, 6);
}

/* Nothing is lost, and no line is too wide, however narrow the column. */
static void wrapped_lines_fit(arena *a) {
    slice text = SLICE("Überschwemmungskatastrophenschutzbeauftragter 中华人民共和国国务院 "
                       "said—again, well-known 😀😀😀😀😀😀😀😀 WWWWWWWWWWWWWWWWWWWWWWWWWW");
    size_t letters = 0;
    for (size_t i = 0; i < text.length; i++)
        letters += text.data[i] != ' ';
    for (int size = 9; size <= 22; size += 13)
        for (double width = 40; width < 400; width += 17) {
            chart_font font = {size, true};
            slice_list lines = chart_text_wrap(a, text, font, width, SIZE_MAX);
            size_t kept = 0;
            for (size_t i = 0; i < lines.count; i++) {
                CHECK(chart_text_width(lines.items[i], font) <= width);
                CHECK_INT(utf8_check(lines.items[i]), SIZE_MAX);
                for (size_t k = 0; k < lines.items[i].length; k++)
                    kept += lines.items[i].data[k] != ' ';
            }
            CHECK_INT(kept, letters);
        }
}

/* ---- Scale -------------------------------------------------------------------------------- */

static scale_card *cards_on(arena *a, const day_number *days, size_t count) {
    scale_card *cards = ARENA_ARRAY(a, scale_card, count);
    for (size_t i = 0; i < count; i++)
        cards[i] = (scale_card){days[i], days[i], 50};
    return cards;
}

static void long_gaps_are_broken(arena *a) {
    static const struct {
        day_number days[8];
        size_t count, stretches;
    } cases[] = {
        {{100}, 1, 1},
        {{100, 100, 100, 100}, 4, 1},
        {{100, 101, 102, 103}, 4, 1},
        {{100, 101, 102, 312}, 4, 2},
        {{100, 101, 102, 312, 313, 314}, 6, 2},
        {{100, 465, 830, 1195, 1560}, 5, 1},
        {{100, 131, 159, 190, 220, 3000}, 6, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const scale_card *cards = cards_on(a, cases[i].days, cases[i].count);
        CHECK_INT(scale_stretches(a, cards, cases[i].count).count, cases[i].stretches);
    }
}

static void check_stretch(arena *a, const scale_card *cards, const scale_stretch *s) {
    double *y = ARENA_ARRAY(a, double, s->count), bottom = 0;
    scale_place(cards, s, y);
    CHECK(s->day_length > 0);
    for (size_t i = 0; i < s->count; i++) {
        const scale_card *card = &cards[s->first + i];
        double day = scale_day(s, card->day);
        bool begins_day = !i || card->day != card[-1].day;
        CHECK(y[i] >= bottom && y[i] >= day);
        CHECK(!begins_day || y[i] - day <= SCALE_FARTHEST + 1e-6);
        bottom = y[i] + card->height;
    }
    CHECK(bottom <= s->height + 1e-6);
}

/* Each card is in one stretch, stands below its day and not far, and on no other. */
static void cards_are_near_their_days(arena *a) {
    for (uint64_t seed = 0; seed < 40; seed++) {
        uint64_t state = seed;
        size_t count = 1 + story_below(&state, 300), next = 0;
        scale_card *cards = ARENA_ARRAY(a, scale_card, count);
        day_number day = 1000;
        for (size_t i = 0; i < count; i++) {
            size_t kind = story_below(&state, 10);
            day += kind == 0 ? (day_number)story_below(&state, 400) : kind < 5;
            cards[i] = (scale_card){day, day, 30 + (double)story_below(&state, 90)};
        }
        scale_stretch_list list = scale_stretches(a, cards, count);
        for (size_t i = 0; i < list.count; i++) {
            CHECK_INT(list.items[i].first, next);
            check_stretch(a, cards, &list.items[i]);
            next += list.items[i].count;
        }
        CHECK_INT(next, count);
    }
}

static void gaps_have_words(arena *a) {
    static const struct {
        int from[3], to[3];
        const char *text;
    } cases[] = {
        {{2031, 1, 1}, {2031, 1, 3}, "2 days"},       {{2031, 1, 31}, {2031, 2, 28}, "28 days"},
        {{2031, 1, 1}, {2031, 2, 1}, "1 month"},      {{2031, 1, 1}, {2031, 8, 15}, "7 months"},
        {{2031, 1, 15}, {2032, 12, 14}, "22 months"}, {{2031, 1, 15}, {2034, 1, 14}, "2 years"},
        {{1031, 1, 1}, {2031, 1, 1}, "1,000 years"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_SLICE(chart_gap_text(a, day_of(cases[i].from[0], cases[i].from[1], cases[i].from[2]),
                                   day_of(cases[i].to[0], cases[i].to[1], cases[i].to[2])),
                    cases[i].text);
}

/* ---- Layout ------------------------------------------------------------------------------- */

/* Signs sit on the edge of their cards; the days of the axis stand on it. */
static bool takes_room(const chart_box *b) {
    return b->kind != CHART_SIGN && b->kind != CHART_DAY;
}

static bool overlap(const chart_box *a, const chart_box *b) {
    return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
           b->y < a->y + a->height;
}

static void check_layout(const chart *c) {
    for (size_t i = 0; i < c->boxes.count; i++) {
        const chart_box *b = &c->boxes.items[i];
        CHECK_AT(b->x >= 0 && b->y >= 0 && b->x + b->width <= c->width &&
                     b->y + b->height <= c->height,
                 "box %zu of kind %d is outside of the sheet", i, (int)b->kind);
        for (size_t k = 0; k < b->lines.count; k++) {
            const chart_line *line = &b->lines.items[k];
            CHECK(line->font.size >= 9);
            CHECK(chart_text_width(line->text, line->font) <= b->width);
        }
        for (size_t k = 0; takes_room(b) && k < i; k++)
            CHECK_AT(!takes_room(&c->boxes.items[k]) || !overlap(b, &c->boxes.items[k]),
                     "boxes %zu and %zu of kinds %d and %d overlap", k, i,
                     (int)c->boxes.items[k].kind, (int)b->kind);
    }
}

static size_t boxes_of(const chart *c, chart_box_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < c->boxes.count; i++)
        count += c->boxes.items[i].kind == kind;
    return count;
}

static void nothing_overlaps(arena *a) {
    static const size_t counts[] = {0, 1, 2, 5, 12, 30, 90, 250};
    check_layout(chart_lay_out(a, story_of_all_kinds(a)));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        for (uint64_t seed = 0; seed < 8; seed++) {
            const chart *c = chart_lay_out(a, story_of_chance(a, counts[i], seed));
            check_layout(c);
            CHECK_INT(boxes_of(c, CHART_CARD), counts[i]);
        }
}

/* More dates at once than there are lanes, at both ends of the calendar. */
static void many_spans_find_room(arena *a) {
    timeline *t = story_new(a, "Spans");
    story_articles(t);
    for (int i = 0; i < 40; i++)
        story_entry(t, 1 + i, 400 + 3 * i, GRANULARITY_SPAN, EVENT_HAPPENED, "Long ago", 0, 1);
    for (int i = 0; i < 40; i++)
        story_entry(t, LAST_DAY - 90 + i, LAST_DAY, GRANULARITY_SPAN, EVENT_PLANNED, "At the end",
                    0, 1);
    const chart *c = chart_lay_out(a, t);
    check_layout(c);
    CHECK_INT(boxes_of(c, CHART_CARD), 80);
    CHECK(boxes_of(c, CHART_BAR) >= 80);
}

static void one_busy_day_fits(arena *a) {
    timeline *t = story_new(a, "A day");
    story_articles(t);
    for (int i = 0; i < 200; i++)
        story_entry(t, 700000, 700000, GRANULARITY_DAY, EVENT_HAPPENED, "Again", 0, 1);
    check_layout(chart_lay_out(a, t));
}

/* ---- Drawing ------------------------------------------------------------------------------ */

static bool to_buffer(void *user, const char *bytes, size_t length) {
    buffer_add(user, (slice){bytes, length});
    return true;
}

static slice drawn(arena *a, const timeline *t, dateline_format format, dateline_status expected,
                   size_t diagnostics_expected) {
    buffer b = buffer_in(a);
    output out = {to_buffer, &b, false};
    diagnostics said = diagnostics_in(a);
    dateline_layout layout = {0};
    write_job job = {t, &layout, format, a, &said, &out};
    CHECK_INT(write_chart(&job), expected);
    CHECK_INT(said.list.count, diagnostics_expected);
    return buffer_slice(&b);
}

static slice svg_of(arena *a, const timeline *t) {
    return drawn(a, t, DATELINE_SVG, DATELINE_OK, 0);
}

static size_t times(slice text, const char *words) {
    size_t count = 0, at = 0;
    while ((at = slice_find(text, slice_of(words), at)) != SIZE_MAX) {
        count++;
        at += strlen(words);
    }
    return count;
}

/* ---- A small check that XML is well-formed ------------------------------------------------ */

#define DEEPEST 32

typedef struct xml {
    slice text;
    size_t at;
    slice open[DEEPEST];
    size_t depth;
} xml;

static bool take(xml *x, const char *words) {
    slice rest = slice_range(x->text, x->at, x->text.length);
    if (!slice_starts_with(rest, slice_of(words)))
        return false;
    x->at += strlen(words);
    return true;
}

static slice take_while(xml *x, const char *unless) {
    size_t start = x->at;
    while (x->at < x->text.length && !strchr(unless, x->text.data[x->at]))
        x->at++;
    return slice_range(x->text, start, x->at);
}

/* Character data or the value of an attribute. */
static bool is_data(slice s) {
    for (size_t i = 0; i < s.length; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if (c == '<' || (c < ' ' && c != '\n'))
            return false;
        if (c != '&')
            continue;
        slice rest = slice_range(s, i, s.length);
        if (!slice_starts_with(rest, SLICE("&amp;")) && !slice_starts_with(rest, SLICE("&lt;")) &&
            !slice_starts_with(rest, SLICE("&gt;")) && !slice_starts_with(rest, SLICE("&quot;")) &&
            !slice_starts_with(rest, SLICE("&#")))
            return false;
    }
    return utf8_check(s) == SIZE_MAX;
}

static bool take_tag(xml *x) {
    if (take(x, "/")) {
        slice name = take_while(x, ">");
        return take(x, ">") && x->depth && slice_equal(x->open[--x->depth], name);
    }
    slice name = take_while(x, " \n/>");
    while (take(x, " ") || take(x, "\n")) {
        take_while(x, "=");
        if (!take(x, "=\"") || !is_data(take_while(x, "\"")) || !take(x, "\""))
            return false;
    }
    if (take(x, "/>"))
        return true;
    if (x->depth == DEEPEST || !take(x, ">"))
        return false;
    x->open[x->depth++] = name;
    return true;
}

static bool is_well_formed(slice text) {
    xml x = {.text = text};
    if (!take(&x, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        return false;
    while (x.at < text.length) {
        if (!is_data(take_while(&x, "<")))
            return false;
        if (x.at < text.length && (!take(&x, "<") || !take_tag(&x)))
            return false;
    }
    return x.depth == 0;
}

static void the_check_of_xml_can_fail(void) {
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    CHECK(is_well_formed(SLICE(XML "<a b=\"c\"><d/>text &amp; &#92;</a>\n")));
    CHECK(!is_well_formed(SLICE(XML "<a>")));
    CHECK(!is_well_formed(SLICE(XML "<a></b>")));
    CHECK(!is_well_formed(SLICE(XML "<a>x & y</a>")));
    CHECK(!is_well_formed(SLICE(XML "<a b=\"<\"/>")));
    CHECK(!is_well_formed(SLICE(XML "<a>\x01</a>")));
}

/* ---- What is in the SVG ------------------------------------------------------------------- */

static void svg_says_what_it_shows(arena *a) {
    slice svg = svg_of(a, story_of_all_kinds(a));
    CHECK(is_well_formed(svg));
    CHECK_INT(times(svg, "role=\"img\" aria-labelledby=\"chart-title chart-description\""), 1);
    CHECK_INT(times(svg, "<title id=\"chart-title\">The breach of the Sandholm dyke</title>"), 1);
    CHECK_INT(times(svg, "<desc id=\"chart-description\">18 events"), 1);
    CHECK_INT(times(svg, "class=\"node event "), 18);
    CHECK_INT(times(svg, "class=\"node event planned\""), 2);
    CHECK_INT(times(svg, "<title>“"), 18);
    CHECK_INT(times(svg, "xlink:href=\"https://gazette.example/a?x=1&amp;y=2\""), 8);
    CHECK_INT(times(svg, "graphviz"), 0);
    CHECK_INT(times(svg, "DOCTYPE"), 0);
    CHECK_INT(times(svg, ">killed: 14 · 12 · at least 11<"), 1);
    CHECK_INT(times(svg, ">21:40 "), 1);
    CHECK_INT(times(svg, ">6 months<"), 1);
}

/* The dashed outline follows the class at once, inside the same group. */
static void planned_is_dashed_and_spans_are_bars(arena *a) {
    slice svg = svg_of(a, story_of_all_kinds(a));
    size_t at = 0, dashed = 0;
    while ((at = slice_find(svg, SLICE("class=\"node event planned\""), at)) != SIZE_MAX) {
        size_t end = slice_find(svg, SLICE("<text"), at);
        dashed += times(slice_range(svg, at, end), "stroke-dasharray=\"5,2\"");
        at = end;
    }
    CHECK_INT(dashed, 2);
    CHECK(times(svg, "class=\"node span planned\"") >= 1);
    CHECK(times(svg, "class=\"node span alleged\"") >= 2);
    slice plain = svg_of(a, story_of_chance(a, 1, 7));
    CHECK_INT(times(plain, "class=\"node span"), 0);
    CHECK_INT(times(plain, "stroke-dasharray"), 0);
}

/* Where ticks are years apart, the dates say in which year they are. */
static void years_are_not_guessed(arena *a) {
    timeline *t = story_new(a, "Years");
    story_articles(t);
    static const int years[] = {2021, 2022, 2023, 2025, 2026};
    for (size_t i = 0; i < sizeof years / sizeof *years; i++)
        story_entry(t, day_of(years[i], 9, 2), day_of(years[i], 9, 2 + (i == 3)),
                    i == 3 ? GRANULARITY_SPAN : GRANULARITY_DAY, EVENT_HAPPENED, "Again", 0, 1);
    slice svg = svg_of(a, t);
    CHECK_INT(times(svg, ">2 Sep<"), 4);
    CHECK_INT(times(svg, ">Fri 2022<"), 1);
    CHECK_INT(times(svg, ">Sat 2023<"), 1);
    CHECK_INT(times(svg, ">Wed 2026<"), 1);
    CHECK(times(svg, ">2025<") >= 1);
}

static const char *const hostile_texts[] = {
    "<script>alert(1)</script>",
    "</text></a></g></svg><!-- -->",
    "\"quotes\" 'and' &amp; & &#x41; ]]> <![CDATA[",
    "back\\slash \\N \\G \\L \\n \\\\N \\l\\r",
    "control \x01\x02\x1B[31m\x7F and \r\n lines \xC2\x85",
    "broken \xFF\xFE\xC3( \xED\xA0\x80 \xF5\x80\x80\x80",
    "noncharacters \xEF\xBF\xBE\xEF\xBF\xBF\xF0\x9F\xBF\xBE",
    "emoji 😀👩‍👩‍👧‍👦🏳️‍🌈",
    "中文字符没有空格所以必须在任何地方换行因为没有空格可以断开这行文字",
    "العربية والعبرية עברית \xE2\x80\xAEturned",
    "TABLE <TR><TD></TD></TR> %s %n {a|b} <BR/>",
    "c -> d [label=\"x\"]; } digraph {",
    "   ",
    "",
};

static timeline *hostile_story(arena *a, const char *text) {
    timeline *t = story_new(a, text);
    story_article(t, text, "https://example.org/?a=1&b=\"<>'()\\ \xC3\xA9\x01");
    entry *e = story_entry(t, 700000, 700000, GRANULARITY_DAY, EVENT_ALLEGED, text, 0, 1);
    e->attribution = e->title;
    story_figure(t, e, text, (const double[]){1e300, -2.5, 0}, 3);
    return t;
}

static void hostile_text_does_no_harm(arena *a) {
    for (size_t i = 0; i < sizeof hostile_texts / sizeof *hostile_texts; i++) {
        const timeline *t = hostile_story(a, hostile_texts[i]);
        slice svg = svg_of(a, t);
        CHECK_AT(is_well_formed(svg), "not well-formed: hostile text %zu", i);
        CHECK_INT(times(svg, "<script"), 0);
        CHECK_INT(times(svg, "</svg>"), 1);
        drawn(a, t, DATELINE_PDF, DATELINE_OK, 0);
        drawn(a, t, DATELINE_PNG, DATELINE_OK, 0);
        drawn(a, t, DATELINE_DOT, DATELINE_OK, 0);
    }
}

/* The text of the title comes out as it went in. */
static void escapes_are_not_expanded(arena *a) {
    slice svg = svg_of(a, hostile_story(a, "a\\N\\\\N &lt;b&gt; \\"));
    CHECK(times(svg, ">a\\N\\\\N &amp;lt;b&amp;gt; \\<") >= 2);
}

static void endless_words_fit(arena *a) {
    char word[601];
    memset(word, 'W', 600);
    word[600] = '\0';
    timeline *t = hostile_story(a, word);
    check_layout(chart_lay_out(a, t));
    CHECK(is_well_formed(svg_of(a, t)));
}

static void only_web_pages_are_linked(arena *a) {
    timeline *t = story_new(a, "Links");
    story_article(t, "One", "javascript:alert(1)");
    story_article(t, "Two", "file:///etc/passwd");
    story_article(t, "Three", "");
    story_entry(t, 700000, 700000, GRANULARITY_DAY, EVENT_HAPPENED, "Without", 0, 3);
    CHECK_INT(times(svg_of(a, t), "href"), 0);
    story_article(t, "Four", "https://example.org/");
    story_entry(t, 700001, 700001, GRANULARITY_DAY, EVENT_HAPPENED, "With", 0, 4);
    CHECK_INT(times(svg_of(a, t), "href=\"https://example.org/\""), 1);
}

/* ---- The files ---------------------------------------------------------------------------- */

static void two_runs_give_the_same_bytes(arena *a) {
    static const dateline_format formats[] = {DATELINE_SVG, DATELINE_PNG, DATELINE_PDF,
                                              DATELINE_DOT};
    const timeline *t = story_of_all_kinds(a);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        slice first = drawn(a, t, formats[i], DATELINE_OK, 0);
        slice second = drawn(a, t, formats[i], DATELINE_OK, 0);
        CHECK(first.length > 1000);
        CHECK(slice_equal(first, second));
    }
}

static void files_are_what_they_say(arena *a) {
    const timeline *t = story_of_all_kinds(a);
    CHECK(slice_starts_with(drawn(a, t, DATELINE_PNG, DATELINE_OK, 0), SLICE("\x89PNG\r\n")));
    slice pdf = drawn(a, t, DATELINE_PDF, DATELINE_OK, 0);
    CHECK(slice_starts_with(pdf, SLICE("%PDF-")));
    CHECK_INT(times(pdf, "CreationDate"), 0);
    if (!times(pdf, "/ObjStm")) /* cairo 1.18 packs the links away */
        CHECK_INT(times(pdf, "/URI (https://gazette.example/a?x=1&y=2)"), 8);
    slice dot = drawn(a, t, DATELINE_DOT, DATELINE_OK, 0);
    Agraph_t *graph = agmemread(arena_copy(a, dot).data);
    CHECK(graph != NULL);
    if (graph) {
        CHECK(agnnodes(graph) > 36);
        agclose(graph);
    }
}

static void a_picture_too_large_is_refused(arena *a) {
    const timeline *t = story_of_chance(a, 3000, 1);
    CHECK_INT(drawn(a, t, DATELINE_PNG, DATELINE_CANNOT_DRAW, 1).length, 0);
}

#define THREADS 4

static void *draw_in_thread(void *unused) {
    (void)unused;
    for (int i = 0; i < 5; i++)
        in_arena(svg_says_what_it_shows);
    return NULL;
}

static void threads_draw_at_once(void) {
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        CHECK_INT(pthread_create(&threads[i], NULL, draw_in_thread, NULL), 0);
    for (int i = 0; i < THREADS; i++)
        CHECK_INT(pthread_join(threads[i], NULL), 0);
}

int main(void) {
    RUN_IN_ARENA(text_is_cleaned);
    RUN_IN_ARENA(text_is_wrapped);
    RUN_IN_ARENA(wrapped_lines_fit);
    RUN_IN_ARENA(long_gaps_are_broken);
    RUN_IN_ARENA(cards_are_near_their_days);
    RUN_IN_ARENA(gaps_have_words);
    RUN_IN_ARENA(nothing_overlaps);
    RUN_IN_ARENA(many_spans_find_room);
    RUN_IN_ARENA(one_busy_day_fits);
    RUN_IN_ARENA(svg_says_what_it_shows);
    RUN_IN_ARENA(planned_is_dashed_and_spans_are_bars);
    RUN_IN_ARENA(years_are_not_guessed);
    RUN_IN_ARENA(hostile_text_does_no_harm);
    RUN_IN_ARENA(escapes_are_not_expanded);
    RUN_IN_ARENA(endless_words_fit);
    RUN_IN_ARENA(only_web_pages_are_linked);
    RUN_IN_ARENA(two_runs_give_the_same_bytes);
    RUN_IN_ARENA(files_are_what_they_say);
    RUN_IN_ARENA(a_picture_too_large_is_refused);
    RUN(the_check_of_xml_can_fail);
    RUN(threads_draw_at_once);
    return tests_end();
}
