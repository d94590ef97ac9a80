/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/utf8.h"
#include "support/check.h"
#include "write/chart_fixture.h"
#include "write/chart_text.h"
#include "write/wording.h"
#include "write/writers.h"

#include <cgraph.h>
#include <libxml/parser.h>
#include <libxml/xpathInternals.h>
#include <pthread.h>

/* Graphviz 2.42, pango and fontconfig keep what they cache, and some labels; cairo a part of a
 * font. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
    return "leak:libfontconfig\nleak:libpango\nleak:libglib\nleak:libgvc\nleak:libcgraph\n"
           "leak:libgvplugin\nleak:libcairo\n";
}

/* Pango loads the fonts in a thread of its own, whose locks the sanitizer does not see. */
const char *__tsan_default_suppressions(void);
const char *__tsan_default_suppressions(void) {
    return "race:libfontconfig\nrace:libpango\nrace:libglib\n";
}

/* ---- Drawing ------------------------------------------------------------------------------ */

static bool to_buffer(void *user, const char *bytes, size_t length) {
    buffer_add(user, (slice){bytes, length});
    return true;
}

static slice drawn_as(arena *a, const timeline *t, const dateline_layout *layout,
                      dateline_format format, dateline_status expected,
                      size_t diagnostics_expected) {
    buffer b = buffer_in(a);
    output out = {to_buffer, &b, false};
    diagnostics said = diagnostics_in(a);
    write_job job = {t, layout, format, a, &said, &out};
    CHECK_INT(write_chart(&job), expected);
    CHECK_INT(said.list.count, diagnostics_expected);
    return buffer_slice(&b);
}

static slice drawn(arena *a, const timeline *t, dateline_format format) {
    static const dateline_layout plain;
    return drawn_as(a, t, &plain, format, DATELINE_OK, 0);
}

static slice svg_of(arena *a, const timeline *t) {
    return drawn(a, t, DATELINE_SVG);
}

static size_t times(slice text, const char *words) {
    size_t count = 0, at = 0;
    while ((at = slice_find(text, slice_of(words), at)) != SIZE_MAX) {
        count++;
        at += strlen(words);
    }
    return count;
}

/* ---- XML ---------------------------------------------------------------------------------- */

/* Parsed by libxml2, or NULL where it is not well-formed or not Unicode's characters. */
static xmlDoc *parsed(slice svg) {
    return xmlReadMemory(svg.data, (int)svg.length, "chart.svg", NULL,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

static bool is_well_formed(slice svg) {
    xmlDoc *tree = parsed(svg);
    bool well = tree != NULL;
    xmlFreeDoc(tree);
    return well;
}

/* How many nodes the XPath finds; "s:" is SVG's name space. */
static int nodes_of(slice svg, const char *path) {
    xmlDoc *tree = parsed(svg);
    xmlXPathContext *context = xmlXPathNewContext(tree);
    xmlXPathRegisterNs(context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
    xmlXPathObject *found = xmlXPathEvalExpression(BAD_CAST path, context);
    int count = found && found->nodesetval ? found->nodesetval->nodeNr : 0;
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    xmlFreeDoc(tree);
    return count;
}

/* ---- What is in the SVG ------------------------------------------------------------------- */

static void svg_says_what_it_shows(arena *a) {
    slice svg = svg_of(a, story_of_all_kinds(a));
    CHECK(is_well_formed(svg));
    CHECK_INT(nodes_of(svg, "/s:svg[contains(@role, 'document')][@aria-labelledby='chart-title']"
                            "[@aria-describedby='chart-description']"),
              1);
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

/* Of each status the rule at the card, and one in the legend. */
static void planned_is_dashed_and_spans_are_bars(arena *a) {
    slice svg = svg_of(a, story_of_all_kinds(a));
    CHECK_INT(nodes_of(svg, "//s:g[@class='edge rule planned']/s:path[@stroke-dasharray='5,2']"),
              3);
    CHECK_INT(nodes_of(svg, "//s:g[@class='edge rule happened']/s:path[@stroke-dasharray]"), 0);
    CHECK(nodes_of(svg, "//s:g[@class='node span planned']/s:polygon[@stroke-dasharray]") >= 1);
    CHECK(nodes_of(svg, "//s:g[@class='node span alleged']") >= 2);
    slice plain = svg_of(a, story_of_chance(a, 1, 7));
    CHECK_INT(nodes_of(plain, "//s:g[contains(@class, 'span')]"), 0);
}

/* Who hears the chart hears its title and each event in order, and nothing that only shows. */
static void svg_is_read_in_order(arena *a) {
    const timeline *t = story_of_all_kinds(a);
    slice svg = svg_of(a, t), label = SLICE("aria-label=\"");
    for (size_t i = 0; i < t->entries.count; i++) {
        slice path = arena_format(a, "//s:g[contains(@class, 'event')][%zu][@id='event-%.*s']",
                                  i + 1, SLICE_ARGS(t->entries.items[i].uid));
        CHECK_INT(nodes_of(svg, path.data), 1);
    }
    CHECK_INT(nodes_of(svg, "//s:g[contains(@class, 'event')][@role][@aria-label]"), 18);
    CHECK_INT(nodes_of(svg, "//s:g[contains(@class, 'edge')][not(@aria-hidden)]"), 0);
    CHECK_INT(nodes_of(svg, "//s:g[@class='node sign planned'][not(@aria-hidden)]"), 0);
    CHECK_INT(nodes_of(svg, "//s:g[@class='node title'][@aria-hidden]"), 0);
    size_t at = slice_find(svg, label, slice_find(svg, SLICE("node event denied"), 0));
    slice said = slice_range(svg, at + label.length, slice_find(svg, SLICE("\">"), at));
    CHECK_SLICE(said, "9 January 2031: The night watch had been called off. Denied, according to "
                      "the water board. Radio Elbmark");
}

static void themes_have_their_paper(arena *a) {
    const timeline *t = story_of_all_kinds(a);
    dateline_layout dark = {.theme = DATELINE_DARK};
    slice svg = drawn_as(a, t, &dark, DATELINE_SVG, DATELINE_OK, 0);
    CHECK(is_well_formed(svg));
    CHECK_INT(times(svg, "fill=\"#15181c\" points"), 1);
    CHECK_INT(times(svg, "white"), 0);
    CHECK_INT(times(svg, "#ffffff"), 0);
    CHECK(times(svg_of(a, t), "#ffffff") + times(svg_of(a, t), "white") > 0);
}

static void bad_layouts_are_refused(arena *a) {
    const timeline *t = story_of_all_kinds(a);
    dateline_layout bad = {.theme = (dateline_theme)77};
    drawn_as(a, t, &bad, DATELINE_SVG, DATELINE_BAD_OPTION, 0);
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
    "]",
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
        drawn(a, t, DATELINE_PDF);
        drawn(a, t, DATELINE_PNG);
        drawn(a, t, DATELINE_DOT);
    }
}

/* The text of the title comes out as it went in. */
static void escapes_are_not_expanded(arena *a) {
    slice svg = svg_of(a, hostile_story(a, "a\\N\\\\N &lt;b&gt; \\"));
    CHECK(times(svg, ">a\\N\\\\N &amp;lt;b&amp;gt; \\<") >= 2);
}

/* Characters that any text may hold, those that XML, Graphviz or the eye stumble over above all. */
static slice text_of_chance(arena *a, uint64_t *state) {
    static const uint32_t odd[] = {
        '&',    '<',    '>',    '"',    '\'',   '\\',   0x01,   0x08,    0x1B,    0x7F,    0x85,
        0x2028, 0x202E, 0x2066, 0x200D, 0xFFFE, 0xFFFF, 0xFEFF, 0x0300,  0xA0,    '\n',    '\t',
        ']',    '%',    0x3042, 0x4E2D, 0x05D0, 0x0627, 0x0416, 0x1F600, 0xE0041, 0x10FFFF};
    buffer b = buffer_in(a);
    size_t count = story_below(state, 60);
    for (size_t i = 0; i < count; i++) {
        size_t kind = story_below(state, 4);
        char bytes[4];
        uint32_t c = kind == 0   ? odd[story_below(state, sizeof odd / sizeof *odd)]
                     : kind == 1 ? (uint32_t)story_below(state, 0x110000)
                                 : ' ' + (uint32_t)story_below(state, 95);
        if (kind == 1 && story_below(state, 8) == 0)
            buffer_add_char(&b, (char)(0x80 + story_below(state, 0x80)));
        else
            buffer_add(&b, (slice){bytes, utf8_encode(c, bytes)});
    }
    return buffer_slice(&b);
}

static timeline *timeline_of_chance(arena *a, uint64_t *state) {
    timeline *t = story_new(a, "");
    t->title = text_of_chance(a, state);
    story_articles(t);
    t->articles.items[0].publisher = text_of_chance(a, state);
    t->articles.items[1].url =
        arena_format(a, "https://%.*s", SLICE_ARGS(text_of_chance(a, state)));
    for (day_number i = 0; i < 4; i++) {
        entry *e = story_entry(t, 700000 + i, 700000 + i, GRANULARITY_DAY,
                               (event_status)story_below(state, 6), "", (size_t)i % 2, 2);
        e->title = text_of_chance(a, state);
        e->mentions.items[0].quote = text_of_chance(a, state);
        e->attribution = text_of_chance(a, state);
        *vector_push(&e->places, a) = text_of_chance(a, state);
    }
    return t;
}

/* The title and the labels that an XML parser reads are the texts, cleaned. */
static void check_texts(arena *a, const timeline *t, slice svg) {
    xmlDoc *tree = parsed(svg);
    CHECK(tree != NULL);
    if (!tree)
        return;
    xmlChar *title = xmlNodeGetContent(xmlDocGetRootElement(tree)->children->next);
    slice wanted = chart_text_clean(a, wording_of_title(t));
    CHECK_SLICE(wanted, (const char *)title);
    xmlFree(title);
    xmlFreeDoc(tree);
}

static void any_text_is_well_formed(arena *a) {
    uint64_t state = 11;
    for (int i = 0; i < 150; i++) {
        const timeline *t = timeline_of_chance(a, &state);
        dateline_layout layout = {.orientation = (dateline_orientation)(i % 2),
                                  .theme = (dateline_theme)(i / 2 % 2),
                                  .lanes = (dateline_lanes)(i % 3)};
        slice svg = drawn_as(a, t, &layout, DATELINE_SVG, DATELINE_OK, 0);
        int failed = checks_failed_here;
        check_texts(a, t, svg);
        CHECK_INT(nodes_of(svg, "//s:g[contains(@class, 'event')]"), 4);
        CHECK_INT(nodes_of(svg, "//s:script"), 0);
        CHECK_AT(checks_failed_here == failed, "with the timeline of chance number %d", i);
    }
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
        slice first = drawn(a, t, formats[i]);
        slice second = drawn(a, t, formats[i]);
        CHECK(first.length > 1000);
        CHECK(slice_equal(first, second));
    }
}

static void files_are_what_they_say(arena *a) {
    const timeline *t = story_of_all_kinds(a);
    CHECK(slice_starts_with(drawn(a, t, DATELINE_PNG), SLICE("\x89PNG\r\n")));
    slice pdf = drawn(a, t, DATELINE_PDF);
    CHECK(slice_starts_with(pdf, SLICE("%PDF-")));
    CHECK_INT(times(pdf, "CreationDate"), 0);
    if (!times(pdf, "/ObjStm")) /* cairo 1.18 packs the links away */
        CHECK_INT(times(pdf, "/URI (https://gazette.example/a?x=1&y=2)"), 8);
    slice dot = drawn(a, t, DATELINE_DOT);
    Agraph_t *graph = agmemread(arena_copy(a, dot).data);
    CHECK(graph != NULL);
    if (graph) {
        CHECK(agnnodes(graph) > 36);
        agclose(graph);
    }
}

/* Six lanes, of which one has nearly all of 600 entries with long texts. */
static void a_picture_too_large_is_refused(arena *a) {
    timeline *t = story_of_chance(a, 600, 1);
    slice words =
        SLICE("a very long title that goes on, and on, and on, and does not come to an end, "
              "so that it takes all of the lines that a title may take on a card");
    for (size_t i = 0; i < t->entries.count; i++) {
        entry *e = &t->entries.items[i];
        e->title = e->attribution = words;
        e->places.count = 0;
        *vector_push(&e->places, a) =
            arena_format(a, "place %d", i < 590 ? 0 : 1 + (int)(i - 590) / 2);
    }
    dateline_layout layout = {.lanes = DATELINE_LANES_BY_PLACE};
    CHECK_INT(drawn_as(a, t, &layout, DATELINE_PNG, DATELINE_CANNOT_DRAW, 1).length, 0);
}

/* The pages of a PDF, where their objects are not packed away (as cairo 1.18 does). */
static void paper_has_pages(arena *a) {
    const timeline *t = story_of_all_kinds(a);
    dateline_layout layout = {.paper = DATELINE_A5};
    slice pdf = drawn_as(a, t, &layout, DATELINE_PDF, DATELINE_OK, 0);
    CHECK(slice_starts_with(pdf, SLICE("%PDF-")));
    if (times(pdf, "/ObjStm"))
        return;
    CHECK(times(pdf, "/Type /Page %") >= 3);
    CHECK_INT(times(pdf, "/Type /Page %"), times(pdf, "/MediaBox [ 0 0 420 595 ]"));
    CHECK_INT(times(pdf, "/URI (https://gazette.example/a?x=1&y=2)"), 8);
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
    RUN_IN_ARENA(svg_says_what_it_shows);
    RUN_IN_ARENA(planned_is_dashed_and_spans_are_bars);
    RUN_IN_ARENA(svg_is_read_in_order);
    RUN_IN_ARENA(themes_have_their_paper);
    RUN_IN_ARENA(bad_layouts_are_refused);
    RUN_IN_ARENA(years_are_not_guessed);
    RUN_IN_ARENA(hostile_text_does_no_harm);
    RUN_IN_ARENA(escapes_are_not_expanded);
    RUN_IN_ARENA(any_text_is_well_formed);
    RUN_IN_ARENA(only_web_pages_are_linked);
    RUN_IN_ARENA(two_runs_give_the_same_bytes);
    RUN_IN_ARENA(files_are_what_they_say);
    RUN_IN_ARENA(paper_has_pages);
    RUN_IN_ARENA(a_picture_too_large_is_refused);
    RUN(threads_draw_at_once);
    return tests_end();
}
