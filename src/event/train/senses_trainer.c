/* SPDX-License-Identifier: MIT */
/* Makes the table of event/senses.h from the files of WordNet, in Debian's wordnet-base. */
#include "base/map.h"
#include "base/vector.h"
#include "base/whole_file.h"
#include "event/senses.h"
#include "event/train/event_training.h"
#include "lang/model.h"

#include <stdio.h>
#include <stdlib.h>

/* The two kinds of word that WordNet's files tell us of. */
enum { NOUN, VERB, ADJECTIVE, KINDS };
static const char *const kind_files[KINDS] = {"noun", "verb", "adj"};

typedef struct word {
    slice lemma;
    unsigned first_field[KINDS]; /* lexicographers' file of the most frequent sense */
    uint16_t above[KINDS];       /* that sense's word_kinds */
    size_t uses[KINDS];          /* in the texts that were tagged with senses */
    size_t senses;               /* as a noun */
    size_t happening;            /* of these */
    size_t happening_uses;
    bool has[KINDS];
    bool from_verb;
} word;

typedef struct lexicon {
    arena *owner;
    const char *folder;
    map *index;
    VECTOR(word) words;
} lexicon;

/* The fields act, event, phenomenon, process. */
static bool is_happening(unsigned field) {
    return field == 4 || field == 11 || field == 22 || field == 19;
}

static slice next_field(slice *rest) {
    size_t at = 0;
    while (at < rest->length && rest->data[at] != ' ')
        at++;
    slice field = slice_range(*rest, 0, at);
    *rest = slice_range(*rest, at < rest->length ? at + 1 : at, rest->length);
    return field;
}

static slice next_line(slice *rest) {
    size_t at = 0;
    while (at < rest->length && rest->data[at] != '\n')
        at++;
    slice line = slice_range(*rest, 0, at);
    *rest = slice_range(*rest, at < rest->length ? at + 1 : at, rest->length);
    return line;
}

static size_t number_of(slice digits, int base) {
    char text[16] = "";
    size_t length = digits.length < 15 ? digits.length : 15;
    memcpy(text, digits.data, length);
    return strtoul(text, NULL, base);
}

static bool is_single_word(slice lemma) {
    for (size_t i = 0; i < lemma.length; i++)
        if (!(lemma.data[i] >= 'a' && lemma.data[i] <= 'z') && lemma.data[i] != '-')
            return false;
    return lemma.length > 1;
}

static word *word_at(lexicon *l, slice lemma) {
    size_t *at = map_at(l->index, lemma, l->words.count);
    if (*at == l->words.count)
        vector_push(&l->words, l->owner)->lemma = lemma;
    return &l->words.items[*at];
}

static slice read_file(lexicon *l, const char *prefix, const char *name) {
    return training_file(l->owner, arena_format(l->owner, "%s/%s%s", l->folder, prefix, name));
}

/* The line of the synset: lines are in the order of the offsets that they begin with. */
static slice synset_line(slice data, slice offset) {
    size_t low = 0, high = data.length;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        while (middle > low && data.data[middle - 1] != '\n')
            middle--;
        slice rest = slice_range(data, middle, data.length);
        slice line = next_line(&rest);
        slice key = slice_range(line, 0, line.length < 8 ? line.length : 8);
        int order = line.length && line.data[0] == ' ' ? -1 : slice_compare(key, offset);
        if (order == 0)
            return line;
        if (order < 0)
            low = (size_t)(rest.data - data.data);
        else
            high = middle;
    }
    return (slice){"", 0};
}

/* The first pointer of a synset, behind its words; how many pointers there are. */
static size_t skip_words(slice *line) {
    next_field(line), next_field(line), next_field(line);
    for (size_t words = number_of(next_field(line), 16); words; words--)
        next_field(line), next_field(line);
    return number_of(next_field(line), 10);
}

/* The offset of the first hypernym, empty at the top. */
static slice hypernym_of(slice line) {
    slice rest = line;
    for (size_t pointers = skip_words(&rest); pointers; pointers--) {
        slice symbol = next_field(&rest), offset = next_field(&rest);
        next_field(&rest), next_field(&rest);
        if (slice_equal(symbol, SLICE("@")) || slice_equal(symbol, SLICE("@i")))
            return offset;
    }
    return (slice){"", 0};
}

/* The synset so many steps below the top, or the synset itself where that is higher; as a hash. */
static uint16_t kind_above(slice data, slice offset, size_t depth) {
    enum { DEEPEST = 32 };
    slice way[DEEPEST];
    size_t steps = 0;
    for (slice at = offset; at.length && steps < DEEPEST; at = hypernym_of(synset_line(data, at)))
        way[steps++] = at;
    size_t back = depth < steps ? depth + 1 : steps;
    uint32_t number = (uint32_t)number_of(way[steps - back], 10) * 2654435761u;
    return (uint16_t)(number >> 16 ? number >> 16 : 1);
}

/* Whether the synset says that its word `lemma` is derived from a verb. */
static bool derives_from_verb(slice line, slice lemma) {
    slice rest = line;
    next_field(&rest), next_field(&rest), next_field(&rest);
    size_t words = number_of(next_field(&rest), 16), own = 0;
    for (size_t i = 1; i <= words; i++) {
        if (slice_equal_nocase(next_field(&rest), lemma))
            own = i;
        next_field(&rest);
    }
    size_t pointers = number_of(next_field(&rest), 10);
    for (size_t i = 0; i < pointers; i++) {
        slice symbol = next_field(&rest);
        next_field(&rest);
        slice kind = next_field(&rest);
        slice from_to = next_field(&rest);
        if (slice_equal(symbol, SLICE("+")) && slice_equal(kind, SLICE("v")) &&
            number_of(slice_range(from_to, 0, 2), 16) == own)
            return true;
    }
    return false;
}

static void read_senses(lexicon *l, int kind) {
    slice index = read_file(l, "index.", kind_files[kind]);
    slice data = read_file(l, "data.", kind_files[kind]);
    while (index.length) {
        slice rest = next_line(&index);
        slice lemma = next_field(&rest);
        if (!is_single_word(lemma))
            continue;
        next_field(&rest);
        size_t senses = number_of(next_field(&rest), 10);
        for (size_t pointers = number_of(next_field(&rest), 10); pointers; pointers--)
            next_field(&rest);
        next_field(&rest), next_field(&rest);
        word *w = word_at(l, lemma);
        w->has[kind] = true;
        for (size_t i = 0; i < senses; i++) {
            slice offset = next_field(&rest), line = synset_line(data, offset), fields = line;
            next_field(&fields);
            unsigned field = (unsigned)number_of(next_field(&fields), 10);
            if (i == 0) {
                w->first_field[kind] = field;
                w->above[kind] = kind_above(data, offset, kind == NOUN ? KIND_DEPTH : 0);
            }
            if (kind != NOUN)
                break;
            w->senses++;
            w->happening += is_happening(field);
            w->from_verb = w->from_verb || derives_from_verb(line, lemma);
        }
    }
}

/* "attack%1:04:00:: 1 25": sense key, number of the sense, how often it was tagged. */
static void read_uses(lexicon *l) {
    slice counts = read_file(l, "", "cntlist.rev");
    while (counts.length) {
        slice rest = next_line(&counts);
        slice key = next_field(&rest);
        next_field(&rest);
        size_t uses = number_of(rest, 10);
        size_t cut = slice_find(key, SLICE("%"), 0);
        if (cut == SIZE_MAX || !is_single_word(slice_range(key, 0, cut)))
            continue;
        word *w = word_at(l, slice_range(key, 0, cut));
        int kind = key.data[cut + 1] == '1'   ? NOUN
                   : key.data[cut + 1] == '2' ? VERB
                   : key.data[cut + 1] == '4' ? KINDS
                                              : ADJECTIVE;
        if (kind == KINDS)
            continue;
        w->uses[kind] += uses;
        if (kind == NOUN &&
            is_happening((unsigned)number_of(slice_range(key, cut + 3, cut + 5), 10)))
            w->happening_uses += uses;
    }
}

static unsigned happens(const word *w) {
    if (!w->happening)
        return HAPPENS_NEVER;
    if (w->happening == w->senses)
        return HAPPENS_ALWAYS;
    bool often =
        w->uses[NOUN] ? w->happening_uses * 2 >= w->uses[NOUN] : w->happening * 2 >= w->senses;
    return often ? HAPPENS_OFTEN : HAPPENS_SELDOM;
}

static unsigned used_as(const word *w) {
    size_t most = 0;
    unsigned used = USED_AS_OTHER;
    for (unsigned kind = 0; kind < KINDS; kind++) {
        size_t uses = w->uses[kind] * 2 + w->has[kind];
        if (uses > most) {
            most = uses;
            used = kind == NOUN ? USED_AS_NOUN : kind == VERB ? USED_AS_VERB : USED_AS_ADJECTIVE;
        }
    }
    return used;
}

/* Words that are in use, or may be events though they are rare. */
static bool is_worth_a_row(const word *w) {
    return w->uses[NOUN] || w->uses[VERB] || w->has[VERB] || w->from_verb ||
           w->happening * 2 > w->senses;
}

static bool add_row(uint16_t *rows, const word *w) {
    uint64_t hash = slice_hash(w->lemma);
    for (size_t i = 0; i < SENSES_PROBES; i++) {
        size_t row = (senses_row(hash) + i) & (SENSES_ROWS - 1);
        if (rows[row])
            continue;
        rows[row] = senses_mark(hash);
        unsigned noun = w->has[NOUN] ? w->first_field[NOUN] - FIRST_NOUN_FIELD : 0;
        unsigned verb = w->has[VERB] ? w->first_field[VERB] - FIRST_VERB_FIELD : 0;
        rows[SENSES_ROWS + row] = senses_pack(noun, verb, happens(w), w->from_verb, used_as(w));
        rows[2 * SENSES_ROWS + 2 * row] = w->above[NOUN];
        rows[2 * SENSES_ROWS + 2 * row + 1] = w->above[VERB];
        return true;
    }
    return false;
}

dateline_status train_senses(void *given) {
    event_training *t = given;
    lexicon l = {.owner = t->owner, .folder = t->inputs[0], .index = map_new(t->owner)};
    for (int kind = 0; kind < KINDS; kind++)
        read_senses(&l, kind);
    read_uses(&l);
    size_t size = sizeof(model_head) + 4 * SENSES_ROWS * sizeof(uint16_t);
    char *bytes = arena_calloc(t->owner, 1, size);
    size_t kept = 0, lost = 0;
    for (size_t i = 0; i < l.words.count; i++) {
        const word *w = &l.words.items[i];
        if (!is_worth_a_row(w))
            continue;
        if (add_row((uint16_t *)(void *)(bytes + sizeof(model_head)), w))
            kept++;
        else
            lost++;
    }
    printf("%zu words, %zu without room\n", kept, lost);
    model_seal(bytes, size, SENSES_KIND "\0", SENSES_VERSION);
    return training_write(t, bytes, size);
}
