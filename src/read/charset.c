/* SPDX-License-Identifier: MIT */
#include "read/charset.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>

#define DECLARATION_BYTES ((size_t)8 << 10) /* of a page in which its charset is looked for */
#define LONGEST_LABEL     40                /* bytes of a charset's name */
#define MOST_WRONG        1000              /* one wrong sequence in so many bytes may be damage */
#define CONVERTED_AT_ONCE ((size_t)16 << 10)

#define UTF_8        "UTF-8"
#define WINDOWS_1252 "WINDOWS-1252"

/* ---- Names ------------------------------------------------------------------------------- */

/* What the web calls a charset, and what iconv calls the one that is meant. */
static const struct {
    slice label;
    const char *charset;
} labels[] = {
    {SLICE("utf-8"), UTF_8},
    {SLICE("utf8"), UTF_8},
    {SLICE("us-ascii"), WINDOWS_1252},
    {SLICE("ascii"), WINDOWS_1252},
    {SLICE("iso-8859-1"), WINDOWS_1252},
    {SLICE("iso8859-1"), WINDOWS_1252},
    {SLICE("latin1"), WINDOWS_1252},
    {SLICE("windows-1252"), WINDOWS_1252},
    {SLICE("cp1252"), WINDOWS_1252},
    {SLICE("iso-8859-2"), "ISO-8859-2"},
    {SLICE("latin2"), "ISO-8859-2"},
    {SLICE("iso-8859-3"), "ISO-8859-3"},
    {SLICE("iso-8859-4"), "ISO-8859-4"},
    {SLICE("iso-8859-5"), "ISO-8859-5"},
    {SLICE("iso-8859-6"), "ISO-8859-6"},
    {SLICE("iso-8859-7"), "ISO-8859-7"},
    {SLICE("iso-8859-8"), "ISO-8859-8"},
    {SLICE("iso-8859-9"), "WINDOWS-1254"},
    {SLICE("iso-8859-10"), "ISO-8859-10"},
    {SLICE("iso-8859-11"), "CP874"},
    {SLICE("tis-620"), "CP874"},
    {SLICE("windows-874"), "CP874"},
    {SLICE("iso-8859-13"), "ISO-8859-13"},
    {SLICE("iso-8859-14"), "ISO-8859-14"},
    {SLICE("iso-8859-15"), "ISO-8859-15"},
    {SLICE("iso-8859-16"), "ISO-8859-16"},
    {SLICE("windows-1250"), "WINDOWS-1250"},
    {SLICE("cp1250"), "WINDOWS-1250"},
    {SLICE("windows-1251"), "WINDOWS-1251"},
    {SLICE("cp1251"), "WINDOWS-1251"},
    {SLICE("windows-1253"), "WINDOWS-1253"},
    {SLICE("windows-1254"), "WINDOWS-1254"},
    {SLICE("windows-1255"), "WINDOWS-1255"},
    {SLICE("windows-1256"), "WINDOWS-1256"},
    {SLICE("windows-1257"), "WINDOWS-1257"},
    {SLICE("windows-1258"), "WINDOWS-1258"},
    {SLICE("koi8-r"), "KOI8-R"},
    {SLICE("koi8-u"), "KOI8-U"},
    {SLICE("macintosh"), "MACINTOSH"},
    {SLICE("gb2312"), "GB18030"},
    {SLICE("gbk"), "GB18030"},
    {SLICE("gb18030"), "GB18030"},
    {SLICE("big5"), "BIG5-HKSCS"},
    {SLICE("big5-hkscs"), "BIG5-HKSCS"},
    {SLICE("shift_jis"), "CP932"},
    {SLICE("shift-jis"), "CP932"},
    {SLICE("sjis"), "CP932"},
    {SLICE("windows-31j"), "CP932"},
    {SLICE("euc-jp"), "EUC-JP"},
    {SLICE("iso-2022-jp"), "ISO-2022-JP"},
    {SLICE("euc-kr"), "UHC"},
    {SLICE("ks_c_5601-1987"), "UHC"},
};

/* NULL where nobody calls a charset so. UTF-16 has a mark, or the declaration was not readable. */
static const char *charset_named(slice label) {
    label = slice_trim(label);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (slice_equal_nocase(label, labels[i].label))
            return labels[i].charset;
    return NULL;
}

/* ---- What is declared -------------------------------------------------------------------- */

static bool is_label_character(char c) {
    return ascii_is_letter(c) || ascii_is_digit(c) || c == '-' || c == '_';
}

/* The label behind "charset" or "encoding": ` = "utf-8"`; "" where none stands there. */
static slice label_at(slice s) {
    s = slice_trim(s);
    if (!slice_starts_with(s, SLICE("=")))
        return (slice){"", 0};
    s = slice_trim(slice_range(s, 1, s.length));
    if (s.length && (s.data[0] == '"' || s.data[0] == '\''))
        s = slice_trim(slice_range(s, 1, s.length));
    size_t length = 0;
    while (length < s.length && length < LONGEST_LABEL && is_label_character(s.data[length]))
        length++;
    return (slice){s.data, length};
}

/* NULL where the page declares none that is known. */
static const char *declared_within(slice bytes) {
    slice head = {bytes.data, bytes.length < DECLARATION_BYTES ? bytes.length : DECLARATION_BYTES};
    slice word =
        slice_starts_with(slice_trim(head), SLICE("<?xml")) ? SLICE("encoding") : SLICE("charset");
    for (size_t at = 0; (at = slice_find_nocase(head, word, at)) != SIZE_MAX; at += word.length) {
        slice rest = slice_range(head, at + word.length, head.length);
        rest.length = rest.length < 2 * LONGEST_LABEL ? rest.length : 2 * LONGEST_LABEL;
        const char *charset = charset_named(label_at(rest));
        if (charset)
            return charset;
    }
    return NULL;
}

/* ---- Conversion -------------------------------------------------------------------------- */

static void close_converter(void *converter) {
    iconv_close((iconv_t)converter);
}

/* Converts; false where the system does not know the charset, or too much is wrong for it. */
static bool convert(slice bytes, const char *charset, size_t most_wrong, arena *a,
                    charset_reading *out) {
    iconv_t converter = iconv_open(UTF_8, charset);
    if (converter == (iconv_t)-1) /* NOLINT: that is how iconv says it */
        return false;
    arena_defer(a, close_converter, converter);
    buffer text = buffer_in(a);
    char piece[CONVERTED_AT_ONCE];
    char *from = (char *)bytes.data;
    size_t left = bytes.length, wrong = 0;
    while (left > 0 && wrong <= most_wrong) {
        char *to = piece;
        size_t room = sizeof piece;
        errno = 0;
        iconv(converter, &from, &left, &to, &room);
        bool is_wrong = errno == EILSEQ || errno == EINVAL;
        buffer_add(&text, (slice){piece, sizeof piece - room});
        if (is_wrong) {
            buffer_add(&text, SLICE("\xef\xbf\xbd"));
            from++;
            left--;
            wrong++;
        }
    }
    *out = (charset_reading){.text = buffer_slice(&text), .charset = charset, .wrong = wrong};
    return wrong <= most_wrong;
}

/* The characters that windows-1252 has for the bytes 0x80 to 0x9f; 0: none. */
static const uint16_t high_controls[] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

/*
 * UTF-8 with pieces of windows-1252 in it, as pages have them that were put together from several.
 * False where it is not mostly UTF-8.
 */
static bool repair(slice bytes, arena *a, charset_reading *out) {
    buffer text = buffer_in(a);
    size_t wrong = 0, right = 0;
    for (size_t at = 0, next; at < bytes.length; at = next) {
        uint32_t c = utf8_decode(bytes, at, &next);
        unsigned char byte = (unsigned char)bytes.data[at];
        if (next > at + 1 || byte < 0x80) {
            right += byte >= 0x80;
            buffer_add(&text, slice_range(bytes, at, next));
            continue;
        }
        wrong++;
        c = byte >= 0xa0 ? byte : high_controls[byte - 0x80];
        char written[4];
        buffer_add(&text, (slice){written, utf8_encode(c ? c : UINT32_MAX, written)});
    }
    *out = (charset_reading){.text = buffer_slice(&text), .charset = UTF_8, .wrong = wrong};
    return wrong < right;
}

static bool is_ascii(slice s) {
    unsigned char all = 0;
    for (size_t i = 0; i < s.length; i++)
        all |= (unsigned char)s.data[i];
    return all < 0x80;
}

static charset_reading decide(slice bytes, const char *declared, arena *a) {
    charset_reading out = {.text = bytes, .charset = UTF_8};
    bool is_utf8 = utf8_check(bytes) == SIZE_MAX;
    bool is_stateful = declared && strcmp(declared, "ISO-2022-JP") == 0;
    if (is_utf8 && !is_stateful) {
        out.was_declared_wrongly = declared && strcmp(declared, UTF_8) != 0 && !is_ascii(bytes);
        return out;
    }
    if ((!declared || strcmp(declared, UTF_8) == 0) && repair(bytes, a, &out))
        return out;
    if (declared && strcmp(declared, UTF_8) != 0 &&
        convert(bytes, declared, bytes.length / MOST_WRONG + 1, a, &out))
        return out;
    if (!convert(bytes, WINDOWS_1252, SIZE_MAX, a, &out))
        arena_fail(a, DATELINE_NO_MEMORY);
    out.was_declared_wrongly = declared && strcmp(declared, WINDOWS_1252) != 0;
    return out;
}

static slice without_nul(slice s, arena *a) {
    if (!s.length || !memchr(s.data, '\0', s.length))
        return s;
    slice copy = arena_copy(a, s);
    char *bytes = (char *)copy.data;
    for (size_t i = 0; i < copy.length; i++)
        if (!bytes[i])
            bytes[i] = ' ';
    return copy;
}

charset_reading charset_read(slice bytes, slice declared, arena *a) {
    slice mark = SLICE("\xef\xbb\xbf");
    const char *charset = charset_named(declared);
    if (slice_starts_with(bytes, mark)) {
        bytes = slice_range(bytes, mark.length, bytes.length);
        charset = UTF_8;
    }
    charset_reading out = decide(bytes, charset ? charset : declared_within(bytes), a);
    out.text = without_nul(out.text, a);
    return out;
}
