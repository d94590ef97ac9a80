/* SPDX-License-Identifier: MIT */
#include "read/charset.h"

#include "support/check.h"

static void decides(arena *a) {
    static const struct {
        const char *bytes, *declared, *text, *charset;
        bool wrongly;
    } cases[] = {
        {"plain", "", "plain", "UTF-8", false},
        {"caf\xc3\xa9", "", "caf\xc3\xa9", "UTF-8", false},
        {"caf\xe9", "", "caf\xc3\xa9", "WINDOWS-1252", false},
        {"\xef\xbb\xbf"
         "caf\xc3\xa9",
         "iso-8859-1", "caf\xc3\xa9", "UTF-8", false},
        /* ISO-8859-1 is windows-1252 on the web. */
        {"<meta charset=iso-8859-1>\x93so\x94", "",
         "<meta charset=iso-8859-1>\xe2\x80\x9cso"
         "\xe2\x80\x9d",
         "WINDOWS-1252", false},
        {"<meta http-equiv=x content='text/html; charset=windows-1251'>\xe4\xe0", "",
         "<meta http-equiv=x content='text/html; charset=windows-1251'>\xd0\xb4\xd0\xb0",
         "WINDOWS-1251", false},
        {"<?xml version='1.0' encoding='iso-8859-2'?>\xb1", "",
         "<?xml version='1.0' encoding='iso-8859-2'?>\xc4\x85", "ISO-8859-2", false},
        {"\x93\xfa", "Shift_JIS", "\xe6\x97\xa5", "CP932", false},
        {"\xc8\xd5", "gb2312", "\xe6\x97\xa5", "GB18030", false},
        {"\x1b$BF|\x1b(B", "iso-2022-jp", "\xe6\x97\xa5", "ISO-2022-JP", false},
        /* A declaration that is wrong for the bytes. */
        {"<meta charset=utf-8>caf\xe9 \xe0 l'\xe9t\xe9", "",
         "<meta charset=utf-8>caf\xc3\xa9 \xc3\xa0 l'\xc3\xa9t\xc3\xa9", "WINDOWS-1252", true},
        {"<meta charset=iso-8859-1>caf\xc3\xa9", "", "<meta charset=iso-8859-1>caf\xc3\xa9",
         "UTF-8", true},
        {"caf\xe9", "no-such-charset", "caf\xc3\xa9", "WINDOWS-1252", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        charset_reading r = charset_read(slice_of(cases[i].bytes), slice_of(cases[i].declared), a);
        CHECK_AT(slice_equal(r.text, slice_of(cases[i].text)), "case %zu: \"%.*s\"", i,
                 SLICE_ARGS(r.text));
        CHECK_AT(strcmp(r.charset, cases[i].charset) == 0, "case %zu: %s", i, r.charset);
        CHECK_AT(r.was_declared_wrongly == cases[i].wrongly, "case %zu: declared wrongly %d", i,
                 r.was_declared_wrongly);
        CHECK_INT(r.wrong, 0);
    }
}

static void repairs_mixed_pages(arena *a) {
    charset_reading r = charset_read(
        SLICE("caf\xc3\xa9 \xc3\xa0 l'\xc3\xa9t\xc3\xa9 \x93so\xe9\x94"), SLICE(""), a);
    CHECK_SLICE(r.text, "caf\xc3\xa9 \xc3\xa0 l'\xc3\xa9t\xc3\xa9 \xe2\x80\x9cso\xc3\xa9"
                        "\xe2\x80\x9d");
    CHECK_INT(r.wrong, 3);
}

static void replaces_what_is_wrong(arena *a) {
    charset_reading r = charset_read(SLICE("a\0b\x81"), SLICE(""), a);
    CHECK_SLICE(r.text, "a b\xef\xbf\xbd");
    CHECK_INT(r.wrong, 1);
}

int main(void) {
    RUN_IN_ARENA(decides);
    RUN_IN_ARENA(repairs_mixed_pages);
    RUN_IN_ARENA(replaces_what_is_wrong);
    return tests_end();
}
