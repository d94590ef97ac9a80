/* SPDX-License-Identifier: MIT */
#include "lang/model.h"
#include "lang/parser.h"
#include "lang/parser_model.h"
#include "lang/tokenise.h"
#include "support/check.h"
#include "support/repeated.h"

enum {
    MOST_ARCS = 8,  /* of a case */
    MOST_MISSED = 8 /* of a hundred */
};

/*
 * The arcs that an event is read from, in sentences as news writes them: "dependent relation head",
 * the first word of that form in the sentence; "-" for the root.
 */
typedef struct parse_case {
    const char *text;
    const char *arcs[MOST_ARCS];
} parse_case;

static const parse_case cases[] = {
    {"The city council approved the new budget on Monday.",
     {"approved root -", "council nsubj approved", "budget obj approved", "Monday obl approved"}},
    {"Three workers were killed when a crane collapsed in the harbour.",
     {"killed root -", "workers nsubj:pass killed", "were aux:pass killed",
      "collapsed advcl killed", "crane nsubj collapsed", "when advmod collapsed",
      "harbour obl collapsed"}},
    {"The minister who signed the contract resigned on Friday.",
     {"resigned root -", "minister nsubj resigned", "signed acl:relcl minister", "who nsubj signed",
      "contract obj signed", "Friday obl resigned"}},
    {"Officials said the bridge would reopen next week.",
     {"said root -", "Officials nsubj said", "reopen ccomp said", "bridge nsubj reopen",
      "week obl:unmarked reopen"}},
    {"\"We will not give up,\" the mayor told reporters.",
     {"told root -", "mayor nsubj told", "reporters iobj told", "give ccomp told",
      "We nsubj give"}},
    {"The storm, which formed last Tuesday, destroyed hundreds of homes.",
     {"destroyed root -", "storm nsubj destroyed", "formed acl:relcl storm", "which nsubj formed",
      "Tuesday obl:unmarked formed", "hundreds obj destroyed", "homes nmod hundreds"}},
    {"The ship was seized by the navy in March 2019.",
     {"seized root -", "ship nsubj:pass seized", "navy obl:agent seized", "March obl seized",
      "by case navy"}},
    {"The company wants to close its factory in Leeds by the end of June.",
     {"wants root -", "company nsubj wants", "close xcomp wants", "factory obj close",
      "end obl close", "June nmod end"}},
    {"After the vote, lawmakers left the building without speaking to the press.",
     {"left root -", "vote obl left", "lawmakers nsubj left", "building obj left",
      "speaking advcl left"}},
    {"Police arrested two men and charged them with fraud.",
     {"arrested root -", "Police nsubj arrested", "men obj arrested", "charged conj arrested",
      "them obj charged", "fraud obl charged"}},
    {"The court will hear the appeal in September.",
     {"hear root -", "court nsubj hear", "will aux hear", "appeal obj hear", "September obl hear"}},
    {"Prices rose because the harvest failed.",
     {"rose root -", "Prices nsubj rose", "failed advcl rose", "harvest nsubj failed",
      "because mark failed"}},
    {"Two days later, the rebels attacked the village again.",
     {"attacked root -", "rebels nsubj attacked", "village obj attacked", "later advmod attacked"}},
    {"The president denied that he had met the banker.",
     {"denied root -", "president nsubj denied", "met ccomp denied", "that mark met",
      "he nsubj met", "banker obj met"}},
    {"She has been the head of the agency since 2015.",
     {"head root -", "She nsubj head", "been cop head", "agency nmod head", "2015 obl head"}},
    {"The fire that broke out on Sunday night spread quickly.",
     {"spread root -", "fire nsubj spread", "broke acl:relcl fire", "that nsubj broke",
      "out compound:prt broke", "night obl broke"}},
    {"According to the ministry, 40 people were injured in the blast.",
     {"injured root -", "ministry obl injured", "people nsubj:pass injured", "40 nummod people",
      "blast obl injured"}},
    {"Anna Keller, a spokeswoman for the airline, confirmed the report.",
     {"confirmed root -", "Anna nsubj confirmed", "Keller flat Anna", "spokeswoman appos Anna",
      "report obj confirmed", "airline nmod spokeswoman"}},
    {"The treaty was not ratified until 1998.",
     {"ratified root -", "treaty nsubj:pass ratified", "not advmod ratified", "1998 obl ratified"}},
    {"Thousands of protesters gathered outside the parliament and demanded new elections.",
     {"gathered root -", "Thousands nsubj gathered", "protesters nmod Thousands",
      "parliament obl gathered", "demanded conj gathered", "elections obj demanded"}},
    {"The bank, founded in 1870, collapsed in 2008.",
     {"collapsed root -", "bank nsubj collapsed", "founded acl bank", "1870 obl founded",
      "2008 obl collapsed"}},
};

static sentence parsed(slice text, arena *a) {
    sentence s = {.start = 0, .end = text.length};
    sentence_parse(text, &s, a);
    return s;
}

static size_t token_named(const sentence *s, slice text, slice name) {
    for (size_t i = 0; i < s->token_count; i++)
        if (slice_equal(token_text(text, &s->tokens[i]), name))
            return i;
    return TOKEN_ROOT;
}

/* Up to the next space; the rest of the text moves on behind it. */
static slice next_part(slice *rest) {
    size_t end = slice_find(*rest, SLICE(" "), 0);
    end = end < rest->length ? end : rest->length;
    slice part = slice_range(*rest, 0, end);
    *rest = slice_range(*rest, end < rest->length ? end + 1 : end, rest->length);
    return part;
}

/* Whether the arc is there; what is instead is said. */
static bool has_arc(const sentence *s, slice text, slice arc) {
    slice rest = arc;
    size_t dependent = token_named(s, text, next_part(&rest));
    slice name = next_part(&rest);
    size_t head = token_named(s, text, next_part(&rest));
    CHECK_AT(dependent < s->token_count, "%.*s: no such word in: %.*s", SLICE_ARGS(arc),
             SLICE_ARGS(text));
    if (dependent >= s->token_count)
        return false;
    const token *t = &s->tokens[dependent];
    slice found = t->head < s->token_count ? token_text(text, &s->tokens[t->head]) : SLICE("-");
    bool right = t->head == head && slice_equal(relation_name(t->relation), name);
    if (!right)
        printf("%.*s: is %.*s %.*s in: %.*s\n", SLICE_ARGS(arc),
               SLICE_ARGS(relation_name(t->relation)), SLICE_ARGS(found), SLICE_ARGS(text));
    return right;
}

/* A model that is trained anew may miss others than the one before it, but no more. */
static void finds_the_arcs_of_news(arena *a) {
    size_t arcs = 0, missed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice text = slice_of(cases[i].text);
        sentence s = parsed(text, a);
        for (size_t k = 0; k < MOST_ARCS && cases[i].arcs[k]; k++) {
            arcs++;
            missed += !has_arc(&s, text, slice_of(cases[i].arcs[k]));
        }
    }
    CHECK_AT(missed * 100 <= arcs * MOST_MISSED, "%zu of %zu arcs are missed", missed, arcs);
}

/* Words that their neighbours alone do not tell apart: the word, and its tag here. */
static const struct {
    const char *text;
    const char *words[MOST_ARCS];
} tag_cases[] = {
    {"A man accused of spying was freed.", {"accused VBN", "freed VBN"}},
    {"Police said the men arrested on Monday had fled.", {"said VBD", "arrested VBN", "fled VBN"}},
    {"Officials plan to cut taxes.", {"plan VBP", "cut VB", "taxes NNS"}},
    {"The plan to cut taxes was dropped.", {"plan NN", "cut VB", "dropped VBN"}},
    {"Rebels cut the road that leads to the town.", {"cut VBD", "that WDT", "leads VBZ"}},
};

static void tells_tags_by_the_whole_sentence(arena *a) {
    for (size_t i = 0; i < sizeof tag_cases / sizeof *tag_cases; i++) {
        slice text = slice_of(tag_cases[i].text);
        sentence s = parsed(text, a);
        for (size_t k = 0; k < MOST_ARCS && tag_cases[i].words[k]; k++) {
            slice rest = slice_of(tag_cases[i].words[k]);
            size_t at = token_named(&s, text, next_part(&rest));
            CHECK_AT(at < s.token_count && s.tokens[at].tag == penn_tag_named(rest), "%s in: %.*s",
                     tag_cases[i].words[k], SLICE_ARGS(text));
        }
    }
}

/* They are those of the tags which are told last. */
static void parts_of_speech_follow_the_tags(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice text = slice_of(cases[i].text);
        sentence s = parsed(text, a);
        token *told = ARENA_ARRAY(a, token, s.token_count);
        memcpy(told, s.tokens, s.token_count * sizeof *told);
        sentence_read_tags(text, &s);
        for (size_t k = 0; k < s.token_count; k++)
            CHECK_INT(s.tokens[k].pos, told[k].pos);
    }
}

/* One root, and every word reaches it. */
static void check_tree(const sentence *s, const char *what) {
    size_t roots = 0, lost = 0;
    for (size_t i = 0; i < s->token_count; i++) {
        const token *t = &s->tokens[i];
        roots += t->head == TOKEN_ROOT;
        CHECK((t->head == TOKEN_ROOT) == (t->relation == RELATION_ROOT));
        size_t at = i, steps = 0;
        while (at < s->token_count && steps++ <= s->token_count)
            at = s->tokens[at].head;
        lost += at != TOKEN_ROOT;
    }
    CHECK_AT(s->token_count == 0 || (roots == 1 && lost == 0), "%s: %zu roots, %zu words lost",
             what, roots, lost);
}

static void hostile_text_gets_a_tree(arena *a) {
    static const char *const pieces[] = {
        "(",         ". ",         "\xff\xfe ",    "a",
        "\"' ",      "and ",       "the ",         "was ",
        "1,2 ",      "said that ", "\xe2\x80\x9c", "-- ",
        "of of in ", "X, ",        "\n",           "who which that "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        for (size_t times = 0; times < 5000; times = times * 7 + 1) {
            slice text = repeated(a, "", pieces[i], times, "");
            sentence s = parsed(text, a);
            check_tree(&s, pieces[i]);
        }
    }
}

static void lengths_about_a_piece_get_a_tree(arena *a) {
    for (size_t count = PARSER_LONGEST - 3; count < PARSER_LONGEST + 4; count++) {
        sentence s = parsed(repeated(a, "", "men eat ", count / 2, ""), a);
        check_tree(&s, "pieces");
        s = parsed(repeated(a, "", "men eat and ", count, ""), a);
        check_tree(&s, "pieces");
    }
}

static void the_same_again(arena *a) {
    slice text = slice_of(cases[5].text);
    sentence first = parsed(text, a), second = parsed(text, a);
    for (size_t i = 0; i < first.token_count; i++) {
        CHECK_INT(first.tokens[i].head, second.tokens[i].head);
        CHECK_INT(first.tokens[i].relation, second.tokens[i].relation);
    }
    sentence_parse(text, &first, a);
    CHECK(first.parsed);
    for (size_t i = 0; i < first.token_count; i++) {
        CHECK_INT(first.tokens[i].head, second.tokens[i].head);
        CHECK_INT(first.tokens[i].tag, second.tokens[i].tag);
    }
}

static void relations_have_names(void) {
    for (relation r = 0; r < RELATION_COUNT; r++)
        CHECK_INT(relation_named(relation_name(r)), r);
    CHECK_INT(relation_named(SLICE("nsubj:caus")), RELATION_NSUBJ);
    CHECK_INT(relation_named(SLICE("nonsense")), RELATION_DEP);
    CHECK_INT(relation_named(SLICE("")), RELATION_DEP);
}

MODEL_DECLARE(parser);

static void the_model_is_whole(void) {
    slice bytes = MODEL_BYTES(parser);
    CHECK(model_check(bytes, PARSER_MODEL_KIND, PARSER_MODEL_VERSION));
    CHECK(model_is_whole(bytes));
    CHECK(bytes.length <= 5000000);
}

int main(void) {
    RUN(the_model_is_whole);
    RUN(relations_have_names);
    RUN_IN_ARENA(finds_the_arcs_of_news);
    RUN_IN_ARENA(tells_tags_by_the_whole_sentence);
    RUN_IN_ARENA(parts_of_speech_follow_the_tags);
    RUN_IN_ARENA(hostile_text_gets_a_tree);
    RUN_IN_ARENA(lengths_about_a_piece_get_a_tree);
    RUN_IN_ARENA(the_same_again);
    return tests_end();
}
