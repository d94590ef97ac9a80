/* SPDX-License-Identifier: MIT */
#include "base/identity.h"
#include "support/check.h"

/* Made with Python: hashlib.sha1(name_space + bytes), the first 16 bytes, as version 5. */
static void names_that_were_given_out_stay(void) {
    static char many[1000];
    memset(many, 'x', sizeof many);
    const struct {
        slice bytes;
        const char *uuid;
    } cases[] = {
        {SLICE(""), "4b345282-535a-551b-a92f-4ded9d56a484"},
        {SLICE("a"), "08cdf964-e0f6-55ad-8855-efef12ac4eca"},
        {SLICE("a\0b"), "b443cb76-6a73-5e3a-a603-f8c33e2deafd"},
        {{many, sizeof many}, "b02bf922-65f1-5ee1-b98f-0f62ec12744d"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char uuid[UUID_TEXT_SIZE];
        identity_of(cases[i].bytes, uuid);
        CHECK_SLICE(slice_of(uuid), cases[i].uuid);
    }
}

int main(void) {
    RUN(names_that_were_given_out_stay);
    return tests_end();
}
