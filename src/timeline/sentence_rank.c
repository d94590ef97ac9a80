/* SPDX-License-Identifier: MIT */
#include "timeline/sentence_rank.h"

#include "base/logarithm.h"
#include "lang/words.h"

#define LATER_DAYS  2
#define SHORT_WORDS 12
/* Sentences of an entry that are weighed. */
#define MOST_WEIGHED 40

MODEL_DECLARE(sentences);

struct sentence_ranker {
    const digest_words *words;
    arena *owner;
    const int32_t *weights;
    date_sentence_list list;
};

sentence_ranker *sentence_ranker_new(const digest_words *words, arena *a) {
    sentence_ranker *r = ARENA_NEW(a, sentence_ranker);
    r->words = words;
    r->owner = a;
    r->weights = weights_of(MODEL_BYTES(sentences), SENTENCES_KIND, SENTENCES_VERSION,
                            SENTENCE_FEATURE_COUNT);
    return r;
}

bool leans_on_others(slice text) {
    size_t end = 0;
    while (end < text.length && !ascii_is_space(text.data[end]))
        end++;
    return word_is(word_classes_of(slice_range(text, 0, end)), PRONOUN);
}

static double logarithm(double x) {
    return (double)binary_logarithm(x) / LOGARITHM_UNIT;
}

static double word_count(slice text) {
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < text.length; i++) {
        bool space = ascii_is_space(text.data[i]);
        words += !space && !inside;
        inside = !space;
    }
    return (double)words;
}

/* ---- Features ------------------------------------------------------------------------------- */

static void add_word_features(const sentence_ranker *r, const stem_set *stems,
                              double out[SENTENCE_FEATURE_COUNT]) {
    const digest_words *w = r->words;
    for (size_t i = 0; i < stems->count; i++)
        out[SENTENCE_STORY] +=
            logarithm(1 + (double)stem_texts(w->stems, stems->items[i])) / (double)stems->count;
    out[SENTENCE_TOPIC] = share_of(w->stems, &w->about, stems);
}

static void add_sentence(sentence_ranker *r, size_t at, size_t place) {
    const timeline *t = r->words->timeline;
    const entry *e = &t->entries.items[at];
    const entry_mention *m = &e->mentions.items[place];
    day_number published = t->articles.items[m->article].published.day;
    double words = word_count(m->quote);
    date_sentence *s = vector_push(&r->list, r->owner);
    s->entry = at;
    s->mention = place;
    add_word_features(r, &r->words->quotes[at][place], s->features);
    s->features[SENTENCE_ALWAYS] = 1;
    s->features[SENTENCE_LENGTH] = logarithm(1 + words);
    s->features[SENTENCE_SHORT] = words < SHORT_WORDS ? (SHORT_WORDS - words) / SHORT_WORDS : 0;
    s->features[SENTENCE_LATER] =
        published != NO_DAY && published > e->when.days.first + LATER_DAYS;
    s->features[SENTENCE_SALIENCE] = e->salience;
    s->features[SENTENCE_PLANNED] = e->status == EVENT_PLANNED;
    s->features[SENTENCE_LEANING] = leans_on_others(m->quote);
}

static void add_entry(sentence_ranker *r, size_t at) {
    const entry *e = &r->words->timeline->entries.items[at];
    size_t before = r->list.count;
    for (size_t i = 0; i < e->mentions.count && r->list.count < before + MOST_WEIGHED; i++)
        if (!e->mentions.items[i].caption)
            add_sentence(r, at, i);
    if (r->list.count == before)
        add_sentence(r, at, 0);
}

const date_sentence_list *sentences_rank(sentence_ranker *r, size_t first, size_t count) {
    r->list.count = 0;
    for (size_t i = first; i < first + count; i++)
        add_entry(r, i);
    if (r->list.count)
        features_standardise(r->list.items->features, r->list.count, SENTENCE_FEATURE_COUNT,
                             sizeof *r->list.items);
    for (size_t i = 0; i < r->list.count && r->weights; i++) {
        date_sentence *s = &r->list.items[i];
        s->value = weights_score(r->weights, s->features, SENTENCE_FEATURE_COUNT);
    }
    return &r->list;
}
