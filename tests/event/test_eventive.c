/* SPDX-License-Identifier: MIT */
/*
 * Texts and their events, a line each: "word class tense aspect when", with "not" and the modal
 * verb behind. `when` is the value of the expression that dates the event, or "-".
 */
#include "base/buffer.h"
#include "event/eventive.h"
#include "event/eventive_features.h"
#include "lang/model.h"
#include "read/reading_fixture.h"
#include "support/check.h"

#define PUBLISHED "2024-05-24" /* a Friday */

MODEL_DECLARE(senses);
MODEL_DECLARE(eventive);
MODEL_DECLARE(dated_by);

typedef struct event_case {
    const char *text;
    const char *events;
} event_case;

static const event_case cases[] = {
    {"", ""},
    {"The house on the hill.", ""},
    {"The dockers left the pier on May 3.", "left OCCURRENCE PAST NONE 2024-05-03\n"},
    {"Anna Berg entered the country on Feb. 20 and left it on March 2.",
     "entered OCCURRENCE PAST NONE 2024-02-20\n"
     "left OCCURRENCE PAST NONE 2024-03-02\n"},
    {"The council has not approved the plan.", "approved I_ACTION PRESENT PERFECTIVE - not\n"},
    {"The ship will sail on Monday.", "sail OCCURRENCE FUTURE NONE 2024-05-27\n"},
    {"The talks could begin next week, a spokesman said on Thursday.",
     "talks OCCURRENCE NONE NONE 2024-W22\n"
     "begin ASPECTUAL NONE NONE 2024-W22 could\n"
     "said REPORTING PAST NONE 2024-05-23\n"},
    {"She had been waiting for an answer.", "waiting OCCURRENCE PAST PERFECTIVE_PROGRESSIVE -\n"},
    {"He was arrested in 2019 and charged with fraud.", "arrested OCCURRENCE PAST NONE 2019\n"
                                                        "charged OCCURRENCE PAST NONE 2019\n"
                                                        "fraud OCCURRENCE NONE NONE 2019\n"},
    {"They tried to stop the leak.", "tried I_ACTION PAST NONE -\n"
                                     "stop ASPECTUAL INFINITIVE NONE -\n"},
    {"The minister believes that the strike will end.", "believes I_STATE PRESENT NONE -\n"
                                                        "strike OCCURRENCE NONE NONE -\n"
                                                        "end OCCURRENCE FUTURE NONE -\n"},
    {"The bridge is closed.", "closed OCCURRENCE PRESENT NONE -\n"},
    {"No attack was reported.", "attack OCCURRENCE NONE NONE - not\n"
                                "reported REPORTING PAST NONE -\n"},
    {"Witnesses saw smoke rising from the roof.", "saw PERCEPTION PAST NONE -\n"
                                                  "rising OCCURRENCE PRESPART NONE -\n"},
    {"Workers began to repair the dam in June 2022.",
     "began ASPECTUAL PAST NONE 2022-06\n"
     "repair OCCURRENCE INFINITIVE NONE 2022-06\n"},
    {"The mayor has to resign.", "resign OCCURRENCE PRESENT NONE - has to\n"},
    {"After the election in March 2023, the minister resigned.",
     "election OCCURRENCE NONE NONE 2023-03\n"
     "resigned OCCURRENCE PAST NONE 2023-03\n"},
    {"The earthquake of May 1960 killed thousands of people.",
     "earthquake OCCURRENCE NONE NONE 1960-05\n"
     "killed OCCURRENCE PAST NONE 1960-05\n"},
    {"The firm, which was founded in 1921, was sold yesterday.",
     "founded OCCURRENCE PAST NONE 1921\n"
     "sold OCCURRENCE PAST NONE 2024-05-23\n"},
    {"The harbour burned on Tuesday. Two people died.", "burned OCCURRENCE PAST NONE 2024-05-21\n"
                                                        "died OCCURRENCE PAST NONE 2024-05-21\n"},
    {"The trial is being delayed.", "trial OCCURRENCE NONE NONE -\n"
                                    "delayed I_ACTION PRESENT PROGRESSIVE -\n"},
    {"Officials did not say when the road would be opened.",
     "say REPORTING PAST NONE - not\n"
     "opened OCCURRENCE NONE NONE - would\n"},
    {"The government says it has been forced to close three schools.",
     "says REPORTING PRESENT NONE -\n"
     "forced OCCURRENCE PRESENT PERFECTIVE -\n"
     "close OCCURRENCE INFINITIVE NONE -\n"},
    {"He would have gone if he had known.", "gone OCCURRENCE NONE PERFECTIVE - would\n"
                                            "known STATE PAST PERFECTIVE -\n"},
    {"The cease-fire never held.", "held OCCURRENCE PAST NONE - not\n"},
    {"Have you seen the report?", "seen PERCEPTION PRESENT PERFECTIVE -\n"},
    {"She was arrested, convicted and jailed in 1998.", "arrested OCCURRENCE PAST NONE 1998\n"
                                                        "convicted OCCURRENCE PAST NONE 1998\n"
                                                        "jailed OCCURRENCE PAST NONE 1998\n"},
    {"The firm does not have to pay.", "pay OCCURRENCE PRESENT NONE - not have to\n"},
    {"By Friday the water had fallen.", "fallen OCCURRENCE PAST PERFECTIVE 2024-05-24\n"},
    {"The envoy promised to help, but warned that talks would take months.",
     "promised I_ACTION PAST NONE -\n"
     "help OCCURRENCE INFINITIVE NONE -\n"
     "warned I_ACTION PAST NONE -\n"
     "talks OCCURRENCE NONE NONE -\n"
     "take OCCURRENCE NONE NONE - would\n"},
};

typedef struct found_events {
    timex_list timexes;
    event_list events;
    slice text;
} found_events;

static found_events events_of(arena *a, const char *text) {
    moment published = {day_of_text(SLICE(PUBLISHED)), NO_MINUTE, NO_ZONE};
    reading_fixture read = read_text(a, text, published);
    found_events found = {.text = {"", 0}};
    if (!read.articles.count)
        return found;
    const article *x = &read.articles.items[0];
    found.text = x->text;
    timex_finder timexes = {.text = x->text, .published = published, .owner = a};
    event_finder finder = event_finder_of(x->text, published.day, a);
    for (size_t i = 0; i < x->block_count; i++) {
        sentence_list sentences = {0};
        size_t first = found.timexes.count;
        sentences_split(x->text, x->blocks[i].start, x->blocks[i].end, a, &sentences);
        timexes_find(&timexes, sentences.items, sentences.count, &found.timexes);
        events_find_all(&finder, sentences.items, sentences.count, &found.timexes, first,
                        &found.events);
    }
    return found;
}

static slice lines_of(arena *a, const found_events *found) {
    buffer out = buffer_in(a);
    for (size_t i = 0; i < found->events.count; i++) {
        const event *e = &found->events.items[i];
        slice parts[] = {slice_range(found->text, e->start, e->end), event_class_name(e->class),
                         event_tense_name(e->form.tense), event_aspect_name(e->form.aspect),
                         e->timex == TIMEX_NONE ? SLICE("-")
                                                : found->timexes.items[e->timex - 1].value};
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
            buffer_print(&out, "%s%.*s", k ? " " : "", SLICE_ARGS(parts[k]));
        buffer_print(&out, "%s%s%.*s\n", e->form.negated ? " not" : "",
                     e->form.modality.length ? " " : "", SLICE_ARGS(e->form.modality));
    }
    return buffer_slice(&out);
}

static void table(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        found_events found = events_of(a, cases[i].text);
        slice got = lines_of(a, &found);
        CHECK_AT(slice_equal(got, slice_of(cases[i].events)), "\"%s\" gives\n%.*snot\n%s",
                 cases[i].text, SLICE_ARGS(got), cases[i].events);
    }
}

/* Whatever the bytes are, events stand in the text, in order and apart, and their dates exist. */
static void check_events(const found_events *found) {
    size_t behind = 0;
    for (size_t i = 0; i < found->events.count; i++) {
        const event *e = &found->events.items[i];
        CHECK(e->start >= behind && e->start < e->end && e->end <= found->text.length);
        CHECK(e->timex == TIMEX_NONE ||
              (e->timex >= 1 && (size_t)e->timex <= found->timexes.count));
        behind = e->end;
    }
}

static void hostile(arena *a) {
    static const char *const texts[] = {
        "\"\"\"\"''``", "to to to to to be be be been being", "not not not no never attack attack",
        "\xff\xfe attacked on \xc3 May 3.", "and and and, was was was, on May 3 on May 3 on May 3"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        found_events found = events_of(a, texts[i]);
        check_events(&found);
    }
}

/* A word of a megabyte, and a sentence of thousands of verbs and dates. */
static void large(arena *a) {
    buffer word = buffer_in(a), words = buffer_in(a);
    buffer_add_repeated(&word, 'a', 1000000);
    for (size_t i = 0; i < 2000; i++)
        buffer_add(&words, SLICE("was attacked on May 3, "));
    found_events one = events_of(a, buffer_slice(&word).data);
    found_events many = events_of(a, buffer_slice(&words).data);
    check_events(&one);
    check_events(&many);
    CHECK(many.events.count > 1000);
}

static void models_are_whole(arena *a) {
    (void)a;
    CHECK(model_is_whole(MODEL_BYTES(senses)));
    CHECK(model_is_whole(MODEL_BYTES(eventive)));
    CHECK(model_is_whole(MODEL_BYTES(dated_by)));
    CHECK(model_check(MODEL_BYTES(senses), SENSES_KIND "\0", SENSES_VERSION));
    CHECK(model_check(MODEL_BYTES(eventive), EVENTIVE_KIND, EVENTIVE_VERSION));
    CHECK(model_check(MODEL_BYTES(dated_by), DATED_BY_KIND, DATED_BY_VERSION));
}

/* Bytes that are no such model give one without features. */
static void no_model(arena *a) {
    (void)a;
    linear_scores scores = {{0}};
    linear_model none = linear_model_of(SLICE("not a model"), EVENTIVE_KIND, EVENTIVE_VERSION);
    linear_model other = linear_model_of(MODEL_BYTES(dated_by), EVENTIVE_KIND, EVENTIVE_VERSION);
    const uint64_t features[] = {1, 2};
    linear_add(&none, features, 2, &scores);
    linear_add(&other, features, 2, &scores);
    for (size_t i = 0; i < LINEAR_OUTCOMES; i++)
        CHECK_INT(scores.outcomes[i], 0);
}

int main(void) {
    RUN_IN_ARENA(table);
    RUN_IN_ARENA(hostile);
    RUN_IN_ARENA(large);
    RUN_IN_ARENA(models_are_whole);
    RUN_IN_ARENA(no_model);
    return tests_end();
}
