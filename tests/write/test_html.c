/* SPDX-License-Identifier: MIT */
/* The page as a file: its policy, its escaping, what stands in it. tests/page.sh uses it. */
#include "base/embedded.h"
#include "support/check.h"
#include "write/html_text.h"
#include "write/timeline_fixture.h"

EMBEDDED_DECLARE(page_css);
EMBEDDED_DECLARE(page_js);

static bool has(slice page, const char *words) {
    return slice_find(page, slice_of(words), 0) != SIZE_MAX;
}

static size_t count(slice page, slice words) {
    size_t found = 0;
    for (size_t at = 0; (at = slice_find(page, words, at)) != SIZE_MAX; at += words.length)
        found++;
    return found;
}

static slice text_of(arena *a, const char *text) {
    buffer b = buffer_in(a);
    html_add_text(&b, slice_of(text));
    return buffer_slice(&b);
}

static slice id_of(arena *a, const char *text) {
    buffer b = buffer_in(a);
    html_add_id(&b, slice_of(text));
    return buffer_slice(&b);
}

static slice hash_of(arena *a, slice bytes) {
    buffer b = buffer_in(a);
    html_add_hash(&b, bytes);
    return buffer_slice(&b);
}

static void escapes(arena *a) {
    CHECK_SLICE(text_of(a, "a < b & c > \"d\" 'e'"),
                "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;");
    CHECK_SLICE(text_of(a, "two\r\n\tlines\x1b and \xff"), "two lines and \xEF\xBF\xBD");
    CHECK_SLICE(id_of(a, "e8145-x_1"), "e8145-x_1");
    CHECK_SLICE(id_of(a, "a b\".#ü"), "a.20b.22.2E.23.C3.BC");
}

/* The examples of FIPS 180-2, of RFC 4648's three lengths of a last group. */
static void hashes(arena *a) {
    CHECK_SLICE(hash_of(a, SLICE("abc")), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
    CHECK_SLICE(hash_of(a, SLICE("")), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

static void allows_its_own_style_and_script_alone(arena *a) {
    slice page = fixture_written(a, fixture_timeline(a), write_html, 0);
    CHECK(has(page, "default-src 'none'"));
    CHECK(!has(page, "unsafe-inline"));
    CHECK(has(page,
              arena_format(a, "script-src %s;", hash_of(a, EMBEDDED_BYTES(page_js)).data).data));
    CHECK(has(page, hash_of(a, EMBEDDED_BYTES(page_css)).data));
    CHECK_INT(count(page, SLICE("<script")), 1);
    CHECK_INT(count(page, SLICE("<style")), 3); /* the page's, of the chart, and in it */
    CHECK_INT(count(page, SLICE("'sha256-")), 4);
}

static void tells_every_event(arena *a) {
    timeline *t = fixture_timeline(a);
    slice page = fixture_written(a, t, write_html, 0);
    CHECK_INT(count(page, SLICE("<article ")), t->entries.count);
    for (size_t i = 0; i < t->entries.count; i++) {
        const entry *e = &t->entries.items[i];
        CHECK(has(page, arena_format(a, "id=\"%s\"", e->id.data).data));
        CHECK(has(page, text_of(a, e->title.data).data));
        for (size_t k = 0; k < e->mentions.count; k++)
            CHECK(has(page, text_of(a, e->mentions.items[k].quote.data).data));
    }
    CHECK(has(page, "<h2>1990s</h2>"));
    CHECK(has(page, "<time datetime=\"2024-01-03\">Wed 3 Jan 20:05</time>"));
    CHECK(has(page, "Alleged, according to the consumers’ union"));
    CHECK(has(page, "Missing: 1,300 (2 sources), about 1,250.5 (1), at least 900 (1)"));
    CHECK(has(page, "<option>cancelled</option>"));
    CHECK(has(page, "1 more article was read and is not cited."));
}

/* The names of sources above their quotes: three, and how many more there are. */
static void names_few_sources(arena *a) {
    for (size_t count = 3; count <= 5; count++) {
        timeline *t = fixture_timeline(a);
        entry *e = &t->entries.items[0];
        for (size_t i = 0; i < count; i++) {
            timeline_article *x = vector_push(&t->articles, a);
            x->id = arena_format(a, "extra %zu", i);
            x->publisher = arena_format(a, "Herald %zu", i);
            entry_mention *m = i ? vector_push(&e->mentions, a) : &e->mentions.items[0];
            *m = e->mentions.items[0];
            m->article = t->articles.count - 1;
        }
        slice page = fixture_written(a, t, write_html, 0);
        CHECK(has(page, "sources: <bdi>Herald 0</bdi>, <bdi>Herald 1</bdi>, <bdi>Herald 2</bdi>"));
        slice more = arena_format(a, "<bdi>Herald 2</bdi> and %zu more", count - 3);
        CHECK_INT(has(page, more.data), count > 3);
    }
}

static void heads_months_in_their_years(arena *a) {
    slice page = fixture_written(a, fixture_timeline(a), write_html, 0);
    size_t year = slice_find(page, SLICE("<h2>2024</h2>"), 0);
    CHECK(year != SIZE_MAX && slice_find(page, SLICE("<h3>January</h3>"), year) != SIZE_MAX);
    CHECK_INT(count(slice_range(page, year, page.length), SLICE("<h3>January</h3>")), 1);
}

static void is_whole_where_nothing_happened(arena *a) {
    slice page = fixture_written(a, fixture_empty(a), write_html, 0);
    CHECK(has(page, "No event was found in 0 articles"));
    CHECK(!has(page, "<svg"));
    CHECK(!has(page, "<form"));
    CHECK(slice_ends_with(page, SLICE("</html>\n")));
}

static void links_to_the_web_alone(arena *a) {
    slice page = fixture_written(a, fixture_hostile(a), write_html, 0);
    CHECK(!has(page, "href=\"javascript"));
    CHECK(has(page, "href=\"https://news.example/a b)&lt;c&gt;&quot;"));
    CHECK_INT(count(page, SLICE("<script")), 1);
}

int main(void) {
    RUN_IN_ARENA(escapes);
    RUN_IN_ARENA(hashes);
    RUN_IN_ARENA(allows_its_own_style_and_script_alone);
    RUN_IN_ARENA(tells_every_event);
    RUN_IN_ARENA(names_few_sources);
    RUN_IN_ARENA(heads_months_in_their_years);
    RUN_IN_ARENA(is_whole_where_nothing_happened);
    RUN_IN_ARENA(links_to_the_web_alone);
    return tests_end();
}
