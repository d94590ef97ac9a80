/* SPDX-License-Identifier: MIT */
/*
 * Which sentences tell a date as journalists do. The sentences of each day that a timeline by hand
 * has are samples; what is to be foretold is how many words a sentence shares with what the
 * timeline says there, in relation to the length of both, above the mean of the day's sentences.
 */
#include "timeline/sentence_rank.h"
#include "timeline/train/timeline_training.h"

#include <math.h>
#include <stdio.h>

#define PENALTY 0.1
/* So many words more: short sentences are not good by a word or two, nor are short days. */
#define SENTENCE_WORDS 5
#define FEWEST_WORDS   8

/* The sentence agrees as it does with the timeline with which it agrees most. */
static double agreement(const stem_set *own, const stem_set *by_hand, size_t count) {
    double best = 0;
    for (size_t i = 0; i < count; i++) {
        double least = by_hand[i].count < FEWEST_WORDS ? FEWEST_WORDS : (double)by_hand[i].count;
        double one = (double)stem_set_shared(own, &by_hand[i]) /
                     sqrt(((double)own->count + SENTENCE_WORDS) * least);
        best = one > best ? one : best;
    }
    return best;
}

/* The sentences of a date that `by_hand` tells, which weigh 1 together. */
static void add_samples(const digest_words *words, const date_sentence_list *list,
                        const stem_set *by_hand, size_t count, sample_list *samples, arena *a) {
    size_t first = samples->count;
    double mean = 0;
    for (size_t i = 0; i < list->count; i++) {
        const date_sentence *one = &list->items[i];
        sample *s = vector_push(samples, a);
        memcpy(s->features, one->features, sizeof one->features);
        s->weight = 1 / (double)list->count;
        s->target = agreement(&words->quotes[one->entry][one->mention], by_hand, count);
        mean += s->target / (double)list->count;
    }
    for (size_t i = first; i < samples->count; i++)
        samples->items[i].target -= mean;
}

/* What the timelines by hand say of a day. */
static size_t told_by_hand(const topic *t, day_number day, stemmer *stems, stem_set *out) {
    size_t count = 0;
    for (size_t i = 0; i < t->by_hand.count; i++) {
        const hand_day *told = hand_day_of(&t->by_hand.items[i], day);
        if (told)
            out[count++] = stems_of(stems, told->text, false);
    }
    return count;
}

/* All days of a topic weigh 1 together. */
static void add_topic(const topic *t, sample_list *samples, arena *a) {
    digest_words *words = digest_words_of(t->timeline, t->about, a);
    sentence_ranker *ranker = sentence_ranker_new(words, a);
    stem_set *by_hand = ARENA_ARRAY(a, stem_set, t->by_hand.count);
    const entry *entries = t->timeline->entries.items;
    size_t count = t->timeline->entries.count, first = samples->count, days = 0;
    for (size_t i = 0, next; i < count; i = next) {
        day_span span = entries[i].when.days;
        for (next = i; next < count && entries[next].when.days.first == span.first &&
                       entries[next].when.days.last == span.last;
             next++)
            continue;
        size_t told =
            span.first == span.last ? told_by_hand(t, span.first, words->stems, by_hand) : 0;
        const date_sentence_list *list = told ? sentences_rank(ranker, i, next - i) : NULL;
        if (!list || list->count < 2)
            continue;
        add_samples(words, list, by_hand, told, samples, a);
        days++;
    }
    for (size_t i = first; i < samples->count; i++)
        samples->items[i].weight /= (double)days;
}

static const char *const names[] = {
#define SENTENCE_FEATURE_NAME(name) #name,
    SENTENCE_FEATURE_LIST(SENTENCE_FEATURE_NAME)
#undef SENTENCE_FEATURE_NAME
};

dateline_status train_sentences(const char *output, const topic *topics, size_t count, arena *a) {
    sample_list samples = {0};
    for (size_t i = 0; i < count; i++)
        add_topic(&topics[i], &samples, a);
    double weights[SENTENCE_FEATURE_COUNT];
    least_squares_fit(&samples, SENTENCE_FEATURE_COUNT, PENALTY, weights);
    for (size_t k = 0; k < SENTENCE_FEATURE_COUNT; k++)
        printf("%-10s %7.4f\n", names[k], weights[k]);
    return weights_write(output, SENTENCES_KIND, SENTENCES_VERSION, weights, SENTENCE_FEATURE_COUNT,
                         a);
}
