/* SPDX-License-Identifier: MIT */
#include "base/keyed_hash.h"
#include "support/check.h"

/* The key and the texts of the paper's appendix: bytes that count up from 0. */
static const hash_key counting = {{UINT64_C(0x0706050403020100), UINT64_C(0x0f0e0d0c0b0a0908)}};

static void gives_what_others_compute(void) {
    static const struct {
        size_t length;
        uint64_t hash;
    } cases[] = {
        {0, UINT64_C(0xabac0158050fc4dc)},  {1, UINT64_C(0xc9f49bf37d57ca93)},
        {7, UINT64_C(0xd3927d989bb11140)},  {8, UINT64_C(0x369095118d299a8e)},
        {9, UINT64_C(0x25a48eb36c063de4)},  {15, UINT64_C(0xd320d86d2a519956)},
        {16, UINT64_C(0xcc4fdd1a7d908b66)}, {63, UINT64_C(0x9d199062b7bbb3a8)},
    };
    char bytes[64];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)i;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK(keyed_hash(&counting, (slice){bytes, cases[i].length}) == cases[i].hash);
    CHECK(keyed_hash(&counting, (slice){0}) == cases[0].hash);
}

/* Texts that crowd one place of a table under one key are scattered under another. */
static void what_crowds_under_one_key_does_not_under_another(void) {
    enum { PLACES = 1024, CROWD = 200 };
    static bool taken[PLACES];
    hash_key other = {{1, 2}};
    size_t found = 0, places = 0;
    for (unsigned i = 0; found < CROWD; i++) {
        char text[20];
        slice word = {text, (size_t)snprintf(text, sizeof text, "word%u", i)};
        if (keyed_hash(&counting, word) % PLACES != 0)
            continue;
        found++;
        size_t place = keyed_hash(&other, word) % PLACES;
        places += !taken[place];
        taken[place] = true;
    }
    CHECK(places > CROWD / 2);
}

static void keys_differ(void) {
    hash_key a = hash_key_new(), b = hash_key_new();
    CHECK(a.half[0] != b.half[0] || a.half[1] != b.half[1]);
}

int main(void) {
    RUN(gives_what_others_compute);
    RUN(what_crowds_under_one_key_does_not_under_another);
    RUN(keys_differ);
    return tests_end();
}
