/* SPDX-License-Identifier: MIT */
/*
 * Tags, lemmas and parts of speech, by the model in the library. A case is a text with its words
 * apart, "~" before one that is not; behind "/" stands what the word is, or nothing where the case
 * is not about it.
 */
#include "lang/tagger.h"
#include "lang/tagger_features.h"
#include "lang/tokenise.h"

#include "support/check.h"

#define LONGEST_CASE 300

static const char *const names[] = {
    [POS_OTHER] = "other",
    [POS_PUNCTUATION] = "mark",
    [POS_NUMBER] = "number",
    [POS_NOUN] = "noun",
    [POS_PROPER] = "name",
    [POS_PRONOUN] = "pronoun",
    [POS_DETERMINER] = "determiner",
    [POS_ADJECTIVE] = "adjective",
    [POS_ADVERB] = "adverb",
    [POS_PREPOSITION] = "preposition",
    [POS_TO] = "to",
    [POS_COORDINATOR] = "coordinator",
    [POS_SUBORDINATOR] = "subordinator",
    [POS_RELATIVE] = "relative",
    [POS_AUXILIARY] = "auxiliary",
    [POS_PAST] = "past",
    [POS_PRESENT] = "present",
    [POS_BASE] = "base",
    [POS_PARTICIPLE] = "participle",
    [POS_GERUND] = "gerund",
};

static const char *const pasts[] = {
    "Police arrested/past two men .",
    "She left/past the town and fled/past .",
    "The ship ran/past aground/adverb .",
    "He was/past a minister/noun .",
    "They were/past late/adjective .",
    "The minister/noun died/past on Monday/name .",
    "She did/past it .",
    "She had/past two sons .",
    "Shares fell/past and rose/past again/adverb .",
    "Troops retaliated/past by firing/gerund .",
    "He said/past the army attacked/past the town .",
    "The men , who fled/past , were/auxiliary caught/participle .",
    "A poll found/past that/subordinator many agreed/past .",
    "At least 12 died/past .",
    "The quake that/relative struck/past the town on May 6/number killed/past 144 people .",
    "The quake that/relative struck/past the town shook/past us .",
    "At least 12 died/past in the fire .",
    "Some died/past , and others left/past .",
    "The sum/noun it demanded/past was/past high .",
    "The group attacked/past a hotel .",
    "The wind tore/past through the town .",
    "He vowed/past in a speech to/to fight/base .",
};

static const char *const participles[] = {
    "He was/auxiliary arrested/participle .",
    "He was/auxiliary not/adverb arrested/participle .",
    "He has/auxiliary been/auxiliary killed/participle .",
    "They had/auxiliary already/adverb left/participle .",
    "The man arrested/participle in London was/auxiliary charged/participle .",
    "People killed/participle in the attack were/auxiliary named/participle .",
    "Police shot a man who was/auxiliary accused/participle of murder .",
    "The firm , based/participle in Leeds , was/auxiliary closed/participle .",
    "The town was/auxiliary shelled/participle and looted/participle .",
    "The deal signed/participle by both failed/past .",
    "An armed/adjective man came/past in/adverb .",
    "Some/determiner armed/adjective men/noun came/past .",
    "Once/subordinator seized/participle , the ship was/auxiliary sold/participle .",
};

static const char *const presents_and_bases[] = {
    "He says/present so .",
    "The president/noun says/present so .",
    "The group claims/present that/subordinator it won .",
    "Hackers attack/present the site .",
    "The critics also/adverb claim/present victory .",
    "The plans/noun of the army were/past old/adjective .",
    "Two attacks/noun were/auxiliary reported/participle .",
    "He plans/present to/to leave/base .",
    "He will/auxiliary leave/base .",
    "He did/auxiliary not/adverb leave/base .",
    "He wants/present to/to stop/base and search/base them/pronoun .",
    "Did/auxiliary he/pronoun leave/base ?",
    "She carries/present it , and he watches/present her/pronoun .",
    "It is/present old .",
    "It is/auxiliary burning/gerund .",
    "It has/present two doors .",
    "They could/auxiliary put/base it off .",
};

static const char *const gerunds_and_nouns[] = {
    "A bomb exploded , killing/gerund 15/number people .",
    "He left , saying/gerund he would/auxiliary return/base .",
    "The killing/noun of a priest/noun shook/past us .",
    "They were/auxiliary using/gerund it .",
    "the cost/noun of the war/noun",
    "The hatred/noun grew/past .",
};

static const char *const proper_names[] = {
    "Maria/name Lopez/name met/past Bob/name Hill/name in London/name .",
    "The US/name army left/past .",
    "Residents/noun fled/past .",
    "Hamas/name said/past so .",
    "On Monday/name the UN/name said/past so .",
    "\" Maria/name left/past , \" he/pronoun said/past .",
    "the minister ~'s/other plan/noun failed/past",
    "Turkey ~’s/other army/noun",
};

static const char *const joining_words[] = {
    "He went to/preposition London .",
    "He went to/preposition the town .",
    "It led to/preposition talks .",
    "He wants to/to \" sow/base fear \" .",
    "He was sent to/preposition prison .",
    "He said that/subordinator it rained .",
    "The ship that/relative sank was old .",
    "He told Acme that/subordinator the ship sank .",
    "That/pronoun was late .",
    "That/determiner ship sank .",
    "The man who/relative fled came back/adverb .",
    "It rained , and/coordinator he left .",
    "He left because/subordinator it rained .",
    "If/subordinator it rains , he leaves .",
    "It fell after/preposition the war .",
    "He explained how/subordinator it sank .",
    "It rose to/preposition about/adverb 40/number .",
    "They talked about/preposition it .",
    "There/pronoun was a fire .",
    "He died there/adverb .",
    "Her/determiner house burnt .",
    "He saw her/pronoun .",
    "This/pronoun is late .",
    "This/determiner house is old .",
};

/* The tags of the treebanks. */
static const char *const penn_tags[] = {
    "The/DT dam/NN broke/VBD on/IN Sunday/NNP ,/, flooding/VBG six/CD villages/NNS ./.",
    "She/PRP has/VBZ been/VBN charged/VBN with/IN fraud/NN ./.",
    "They/PRP do/VBP not/RB want/VB to/TO leave/VB ./.",
    "The/DT minister/NN ~'s/POS plan/NN was/VBD rejected/VBN ./.",
    "It/PRP ~'s/VBZ the/DT largest/JJS of/IN its/PRP$ kind/NN ./.",
    "Prices/NNS rose/VBD more/JJR than/IN wages/NNS ./.",
    "Officials/NNS who/WP were/VBD present/JJ would/MD not/RB speak/VB ./.",
    "There/EX were/VBD no/DT survivors/NNS ./.",
    "Maria/NNP Lopez/NNP ,/, 42/CD ,/, runs/VBZ the/DT company/NN ./.",
    "He/PRP gave/VBD up/RP and/CC went/VBD home/RB ./.",
};

/* What is written otherwise than most text is. */
static const char *const other_cases[] = {
    "POLICE/NNS FOUND/VBD TWO/CD MEN/NNS IN/IN LONDON/NNP",
    "She/PRP said/VBD :/: “/`` We/PRP have/VBP won/VBN ./.",
    "He/PRP did/VBD ~n’t/RB leave/VB ./.",
};

static const struct {
    const char *word;
    penn_tag tag;
    const char *lemma;
} lemmas[] = {
    {"went", PENN_VBD, "go"},
    {"'s", PENN_VBZ, "be"},
    {"’s", PENN_VBZ, "be"},
    {"n't", PENN_RB, "not"},
    {"wo", PENN_MD, "will"},
    {"Children", PENN_NNS, "child"},
    {"cities", PENN_NNS, "city"},
    {"stopped", PENN_VBD, "stop"},
    {"refloating", PENN_VBG, "refloat"},
    {"Lopez", PENN_NNP, "Lopez"},
    {"better", PENN_JJR, "good"},
    {"were", PENN_VBD, "be"},
    {"it", PENN_PRP, "it"},
    {"The", PENN_DT, "the"},
    {"2,500", PENN_CD, "2500"},
    {"carries", PENN_VBZ, "carry"},
    {"women", PENN_NNS, "woman"},
    {"her", PENN_PRP_POSSESSIVE, "her"},
    {"", PENN_NN, ""},
};

/* Takes the tags off: the words go to `text`, what each is to `wanted` ("" where it is untold). */
static size_t read_case(const char *marked, char *text, slice wanted[]) {
    size_t count = 0;
    slice rest = slice_of(marked);
    while (rest.length) {
        size_t end = slice_find(rest, SLICE(" "), 0);
        slice word = {rest.data, end == SIZE_MAX ? rest.length : end};
        bool joined = *word.data == '~';
        rest = end == SIZE_MAX ? SLICE("") : slice_range(rest, end + 1, rest.length);
        size_t bar = slice_find(word, SLICE("/"), 0);
        size_t length = (bar == SIZE_MAX ? word.length : bar) - joined;
        wanted[count++] = bar == SIZE_MAX ? SLICE("") : slice_range(word, bar + 1, word.length);
        text -= joined;
        memcpy(text, word.data + joined, length);
        text += length;
        *text++ = ' ';
    }
    *text = '\0';
    return count;
}

static const char *part_of_speech_name(const token *t) {
    return names[t->pos];
}

static const char *penn_name(const token *t) {
    return penn_tag_name(t->tag).data;
}

static void check_case(arena *a, const char *marked, const char *(*name_of)(const token *t)) {
    char text[LONGEST_CASE];
    slice wanted[LONGEST_CASE];
    size_t count = read_case(marked, text, wanted);
    sentence s = {.start = 0, .end = strlen(text)};
    sentence_analyse(slice_of(text), &s, a);
    CHECK_AT(s.token_count == count, "%s: %zu words, not %zu", marked, s.token_count, count);
    for (size_t i = 0; i < s.token_count && i < count; i++) {
        slice word = token_text(slice_of(text), &s.tokens[i]);
        const char *got = name_of(&s.tokens[i]);
        CHECK_AT(!wanted[i].length || slice_equal(slice_of(got), wanted[i]),
                 "%s: \"%.*s\" is %s, not %.*s", marked, SLICE_ARGS(word), got,
                 SLICE_ARGS(wanted[i]));
    }
}

#define CHECK_TABLE(a, table, name_of)                                                             \
    for (size_t i = 0; i < sizeof(table) / sizeof *(table); i++)                                   \
    check_case((a), (table)[i], name_of)

static void tells_pasts(arena *a) {
    CHECK_TABLE(a, pasts, part_of_speech_name);
}

static void tells_participles(arena *a) {
    CHECK_TABLE(a, participles, part_of_speech_name);
}

static void tells_presents_and_bases(arena *a) {
    CHECK_TABLE(a, presents_and_bases, part_of_speech_name);
}

static void tells_gerunds_and_nouns(arena *a) {
    CHECK_TABLE(a, gerunds_and_nouns, part_of_speech_name);
}

static void tells_names(arena *a) {
    CHECK_TABLE(a, proper_names, part_of_speech_name);
}

static void tells_joining_words(arena *a) {
    CHECK_TABLE(a, joining_words, part_of_speech_name);
}

static void tells_penn_tags(arena *a) {
    CHECK_TABLE(a, penn_tags, penn_name);
    CHECK_TABLE(a, other_cases, penn_name);
}

static void finds_lemmas(arena *a) {
    tagger_model m = tagger_of_library(a);
    for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++) {
        slice lemma = word_lemma(&m, slice_of(lemmas[i].word), lemmas[i].tag, a);
        CHECK_AT(slice_equal(lemma, slice_of(lemmas[i].lemma)), "%s: %.*s, not %s", lemmas[i].word,
                 SLICE_ARGS(lemma), lemmas[i].lemma);
    }
}

/* A model that is cut off, spoiled or of another version is found out. */
static void knows_its_model(arena *a) {
    slice bytes = tagger_bytes_of_library();
    CHECK(model_is_whole(bytes));
    tagger_model m;
    CHECK(tagger_model_open(bytes, &m));
    CHECK(!tagger_model_open(slice_range(bytes, 0, bytes.length - 1), &m));
    CHECK(!tagger_model_open(SLICE(""), &m));
    CHECK(!model_check(bytes, TAGGER_KIND, TAGGER_VERSION + 1));
    CHECK(!model_check(bytes, "parser\0", TAGGER_VERSION));
    char *spoiled = arena_alloc(a, bytes.length);
    memcpy(spoiled, bytes.data, bytes.length);
    spoiled[bytes.length / 2] ^= 1;
    CHECK(!model_is_whole((slice){spoiled, bytes.length}));
}

#define HOSTILE_SIZE ((size_t)1 << 20)

/* A megabyte of anything is tagged, in a time that grows with it alone. */
static void tags_anything(arena *a) {
    static const char *const patterns[] = {"a",  "a ", "\0",  "\xff", "\xe2\x80",
                                           "-a", "A.", "’s ", "%$"};
    static const size_t lengths[] = {1, 2, 1, 1, 2, 2, 2, 5, 2};
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        arena_mark mark = arena_now(a);
        char *bytes = arena_alloc(a, HOSTILE_SIZE);
        for (size_t i = 0; i < HOSTILE_SIZE; i++)
            bytes[i] = patterns[p][i % lengths[p]];
        slice text = {bytes, HOSTILE_SIZE};
        sentence s = {.start = 0, .end = HOSTILE_SIZE};
        sentence_analyse(text, &s, a);
        for (size_t i = 0; i < s.token_count; i++)
            CHECK(s.tokens[i].tag < PENN_TAG_COUNT && s.tokens[i].universal < UNIVERSAL_TAG_COUNT);
        for (size_t i = 0; i < s.token_count && i < 10; i++)
            token_lemma(text, &s.tokens[i], a);
        arena_rewind(a, mark);
    }
}

/* What stands in one sentence changes nothing in the next, nor does memory used before. */
static void tags_alike(arena *a) {
    static const slice words[] = {SLICE("Two"), SLICE("ships"), SLICE("sank"),
                                  SLICE("off"), SLICE("Malta"), SLICE(".")};
    enum { COUNT = sizeof words / sizeof *words };
    tagger_model m = tagger_of_library(a);
    tagger_label first[COUNT], again[COUNT];
    words_tag(&m, words, COUNT, a, first);
    memset(arena_alloc(a, HOSTILE_SIZE), 0xA5, HOSTILE_SIZE);
    words_tag(&m, words, COUNT, a, again);
    CHECK(memcmp(first, again, sizeof first) == 0);
    words_tag(&m, words, 0, a, again);
}

/* How many of the features are among others. */
static size_t count_among(const uint64_t *features, size_t count, const uint64_t *others,
                          size_t other_count) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < other_count; k++)
            found += features[i] == others[k];
    return found;
}

/* Each feature is looked up in one step. */
static void divides_features(arena *a) {
    static const slice words[] = {SLICE("He"), SLICE("unstacked"), SLICE("3,000"), SLICE("crates")};
    static const uint8_t labels[] = {0, 1, 2, 3};
    enum { COUNT = sizeof words / sizeof *words };
    tagger_model m = tagger_of_library(a);
    word_view views[COUNT];
    words_view(&m, words, COUNT, views);
    for (size_t i = 0; i < COUNT; i++) {
        uint64_t all[TAGGER_STATIC_FEATURES], some[TAGGER_STATIC_FEATURES] = {0};
        size_t count = features_of_words(views, COUNT, i, STEP_ALL, all), found = 0;
        for (unsigned step = 0; step < TAGGER_STEPS; step++)
            found +=
                count_among(some, features_of_words(views, COUNT, i, 1u << step, some), all, count);
        CHECK_INT(found, count);
        count = features_of_labels(&m, views, COUNT, i, labels, STEP_ALL, all);
        found = 0;
        for (unsigned step = 0; step < TAGGER_STEPS; step++)
            found +=
                count_among(some, features_of_labels(&m, views, COUNT, i, labels, 1u << step, some),
                            all, count);
        CHECK_INT(found, count);
    }
}

/* Once analysed, a sentence keeps its tokens. */
static void analyses_once(arena *a) {
    sentence s = {.start = 0, .end = 9};
    sentence_analyse(SLICE("It rained"), &s, a);
    const token *first = s.tokens;
    sentence_analyse(SLICE("It rained"), &s, a);
    CHECK(s.tokens == first);
    CHECK_INT(s.token_count, 2);
}

/* What the words are by those near them, and no others. */
static void analyses_near_words(arena *a) {
    slice text =
        SLICE("They said the boats of the men would sail on, but the raft that the women had built "
              "of doors sank near the pier, where their friends had waited.");
    sentence s = {.start = 0, .end = text.length}, whole = s;
    sentence_analyse(text, &whole, a);
    sentence_cut(text, &s, a);
    size_t sank = 21;
    CHECK_SLICE(token_text(text, &s.tokens[sank]), "sank");
    sentence_analyse_near(text, &s, sank, sank + 1, a);
    CHECK(s.untagged);
    for (size_t i = sank - 3; i < sank + 4; i++)
        CHECK_INT(s.tokens[i].pos, whole.tokens[i].pos);
    CHECK_INT(s.tokens[1].pos, POS_OTHER);
    CHECK_INT(s.tokens[s.token_count - 2].pos, POS_OTHER);
    sentence_analyse_near(text, &s, 1, 2, a); /* the second time all of it is told */
    CHECK(!s.untagged);
    CHECK_INT(s.tokens[s.token_count - 2].pos, whole.tokens[s.token_count - 2].pos);
    const token *tokens = whole.tokens;
    sentence_analyse_near(text, &whole, 0, 1, a);
    CHECK(whole.tokens == tokens && !whole.untagged);
    sentence few = {.start = 0, .end = 22}; /* all of its words are near */
    sentence_analyse_near(text, &few, 1, 2, a);
    CHECK(!few.untagged);
}

static void knows_what_words_may_be(arena *a) {
    tagger_model m = tagger_of_library(a);
    CHECK_INT(word_penn_tags(&m, SLICE("sank")) & ~(PENN_BIT(VBD) | PENN_BIT(VBN)), 0);
    CHECK(word_penn_tags(&m, SLICE("visit")) & PENN_BIT(VB));
    CHECK(word_penn_tags(&m, SLICE("visit")) & PENN_BIT(NN));
    CHECK(word_penn_tags(&m, SLICE("The")) & PENN_BIT(DT));
    CHECK_INT(word_penn_tags(&m, SLICE("qwertzuiop")), 0);
}

int main(void) {
    RUN_IN_ARENA(tells_pasts);
    RUN_IN_ARENA(tells_participles);
    RUN_IN_ARENA(tells_presents_and_bases);
    RUN_IN_ARENA(tells_gerunds_and_nouns);
    RUN_IN_ARENA(tells_names);
    RUN_IN_ARENA(tells_joining_words);
    RUN_IN_ARENA(tells_penn_tags);
    RUN_IN_ARENA(finds_lemmas);
    RUN_IN_ARENA(knows_its_model);
    RUN_IN_ARENA(tags_anything);
    RUN_IN_ARENA(tags_alike);
    RUN_IN_ARENA(divides_features);
    RUN_IN_ARENA(analyses_once);
    RUN_IN_ARENA(analyses_near_words);
    RUN_IN_ARENA(knows_what_words_may_be);
    return tests_end();
}
