/* SPDX-License-Identifier: MIT */
/*
 * Corrections by hand of a small story: any bytes give a timeline that holds together, and that a
 * second run with the same corrections gives again. `@0` to `@9` stand for the ids of its entries.
 */
#include "base/buffer.h"
#include "fuzz/driver.h"
#include "timeline/build.h"
#include "timeline/extract_json.h"

#include <stdlib.h>

static const char article_line[] =
    "{\"type\":\"article\",\"id\":\"a\",\"file\":\"a.txt\",\"published\":\"2024-05-24\","
    "\"published_from\":\"header\",\"digest\":\"c0ddbd6f-b4d1-5112-ab01-143a98377fd7\"}";
static const char mention_line[] =
    "{\"type\":\"mention\",\"article\":\"a\",\"order\":%d,\"date\":\"%s\",\"earliest\":\"%s\","
    "\"latest\":\"%s\",\"granularity\":\"day\",\"title\":\"%s\",\"head\":\"%s\",\"status\":"
    "\"happened\",\"quote\":\"%s.\",\"start\":%d,\"length\":%zu,\"timex\":\"Monday\",\"value\":"
    "\"%s\",\"how\":\"explicit\",\"negated\":false}";

static const struct {
    const char *date, *title, *head;
} told[] = {
    {"2024-05-20", "The barge hit the old bridge", "hit"},
    {"2024-05-20", "A barge hit the old bridge", "hit"},
    {"2024-05-21", "Three people were hurt", "hurt"},
    {"2024-06-03", "The council will decide on repairs", "decide"},
};

static story story_told(arena *a, diagnostics *said) {
    story s = {.owner = a, .texts = a};
    extract_reader reader = extract_reader_of(&s);
    extract_line_read(&reader, slice_of(article_line), SLICE("told"), 0, a, said);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        buffer b = buffer_in(a);
        const char *date = told[i].date;
        buffer_print(&b, mention_line, (int)i, date, date, date, told[i].title, told[i].head,
                     told[i].title, (int)(100 * i), strlen(told[i].title) + 1, date);
        extract_line_read(&reader, buffer_slice(&b), SLICE("told"), 0, a, said);
    }
    extract_reader_end(&reader);
    if (said->list.count)
        abort();
    return s;
}

/* The bytes with the ids of the entries in them. */
static slice with_ids(arena *a, slice bytes, const timeline *t) {
    buffer b = buffer_in(a);
    for (size_t i = 0; i < bytes.length; i++) {
        size_t number = i + 1 < bytes.length ? (size_t)(bytes.data[i + 1] - '0') : SIZE_MAX;
        if (bytes.data[i] == '@' && number < t->entries.count) {
            buffer_add(&b, t->entries.items[number].id);
            i++;
        } else {
            buffer_add_char(&b, bytes.data[i]);
        }
    }
    return buffer_slice(&b);
}

static const timeline *built(arena *a, slice by_hand, diagnostics *said) {
    story s = story_told(a, said);
    timeline_wishes wishes = {.corrections = corrections_read(by_hand, SLICE("by hand"), a, said)};
    return timeline_build(&s, &wishes, a, said);
}

static void correct(arena *a, slice bytes) {
    diagnostics quiet = diagnostics_in(a), first_said = diagnostics_in(a),
                again_said = diagnostics_in(a);
    slice by_hand = with_ids(a, bytes, built(a, SLICE(""), &quiet));
    const timeline *first = built(a, by_hand, &first_said);
    const timeline *again = built(a, by_hand, &again_said);
    if (first->entries.count != again->entries.count ||
        first_said.list.count != again_said.list.count)
        abort();
    for (size_t i = 0; i < first->entries.count; i++) {
        const entry *e = &first->entries.items[i];
        if (!e->mentions.count || !e->title.length ||
            !slice_equal(e->id, again->entries.items[i].id) ||
            (i && when_compare(first->entries.items[i - 1].when, e->when) > 0))
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    driver_run(correct, bytes, length);
    return 0;
}
