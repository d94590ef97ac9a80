/* SPDX-License-Identifier: MIT */
/* The names of months in many languages, and the dates that are made with them. */
#include "read/world_date.h"

#include "base/full_date.h"
#include "base/utf8.h"

#define NEAR_CENTURY 70 /* a year of two digits below it is of 2000, others of 1900 */

/* The month whose name begins the text; 0 for none. */
static int month_at(slice text, size_t *length) {
    const char *at = text.data, *end = at + text.length, *kept;
    int month = 0;
    /*!include:re2c "base/scan_slice.re" */
    /*!re2c
    // English, German, French, Spanish, Portuguese, Italian, Dutch, Catalan; Polish, Czech,
    // Croatian; Swedish, Danish, Norwegian, Finnish; Hungarian, Romanian, Turkish, Indonesian;
    // Russian, Ukrainian, Bulgarian, Greek.
    'january' | 'januar' | 'j\u00e4nner' | 'januari' | 'janvier' | 'enero' | 'janeiro' | 'gennaio' | 'gener' | 'stycznia' | 'stycze\u0144'
    | 'ledna' | 'leden' | 'sije\u010dnja' | 'tammikuuta' | 'tammikuu' | 'janu\u00e1r' | 'ianuarie' | 'ocak'
    | '\u044f\u043d\u0432\u0430\u0440\u044f' | '\u044f\u043d\u0432\u0430\u0440\u044c' | '\u0441\u0456\u0447\u043d\u044f' | '\u044f\u043d\u0443\u0430\u0440\u0438' | '\u0399\u03b1\u03bd\u03bf\u03c5\u03b1\u03c1\u03af\u03bf\u03c5'
    | ('jan' | 'janv' | 'ene' | 'gen' | 'sty' | 'ian' | '\u044f\u043d\u0432') "."?                       { month = 1; goto end; }
    'february' | 'februar' | 'feber' | 'februari' | 'f\u00e9vrier' | 'fevrier' | 'febrero' | 'fevereiro' | 'febbraio' | 'febrer' | 'lutego' | 'luty'
    | '\u00fanora' | '\u00fanor' | 'velja\u010de' | 'helmikuuta' | 'helmikuu' | 'febru\u00e1r' | 'februarie' | '\u015fubat'
    | '\u0444\u0435\u0432\u0440\u0430\u043b\u044f' | '\u0444\u0435\u0432\u0440\u0430\u043b\u044c' | '\u043b\u044e\u0442\u043e\u0433\u043e' | '\u0444\u0435\u0432\u0440\u0443\u0430\u0440\u0438' | '\u03a6\u03b5\u03b2\u03c1\u03bf\u03c5\u03b1\u03c1\u03af\u03bf\u03c5'
    | ('feb' | 'f\u00e9vr' | 'fev' | 'lut' | '\u0444\u0435\u0432') "."?                                  { month = 2; goto end; }
    'march' | 'm\u00e4rz' | 'maerz' | 'maart' | 'mars' | 'marzo' | 'mar\u00e7o' | 'marco' | 'mar\u00e7' | 'marca' | 'marzec'
    | 'b\u0159ezna' | 'b\u0159ezen' | 'o\u017eujka' | 'marts' | 'maaliskuuta' | 'maaliskuu' | 'm\u00e1rcius' | 'martie' | 'mart' | 'maret'
    | '\u043c\u0430\u0440\u0442\u0430' | '\u043c\u0430\u0440\u0442' | '\u0431\u0435\u0440\u0435\u0437\u043d\u044f' | '\u039c\u03b1\u03c1\u03c4\u03af\u03bf\u03c5'
    | ('mar' | 'm\u00e4r' | 'mrt' | 'mrz' | '\u043c\u0430\u0440') "."?                                   { month = 3; goto end; }
    'april' | 'avril' | 'abril' | 'aprile' | 'kwietnia' | 'kwiecie\u0144' | 'dubna' | 'duben' | 'travnja' | 'huhtikuuta' | 'huhtikuu'
    | '\u00e1prilis' | 'aprilie' | 'nisan' | '\u0430\u043f\u0440\u0435\u043b\u044f' | '\u0430\u043f\u0440\u0435\u043b\u044c' | '\u043a\u0432\u0456\u0442\u043d\u044f' | '\u0430\u043f\u0440\u0438\u043b' | '\u0391\u03c0\u03c1\u03b9\u03bb\u03af\u03bf\u03c5'
    | ('apr' | 'avr' | 'abr' | 'kwi' | '\u0430\u043f\u0440') "."?                                        { month = 4; goto end; }
    'may' | 'mai' | 'mei' | 'mayo' | 'maio' | 'maggio' | 'maig' | 'maja' | 'maj' | 'kv\u011btna' | 'kv\u011bten' | 'svibnja' | 'toukokuuta' | 'toukokuu'
    | 'm\u00e1jus' | 'may\u0131s' | '\u043c\u0430\u044f' | '\u043c\u0430\u0439' | '\u0442\u0440\u0430\u0432\u043d\u044f' | '\u039c\u03b1\u0390\u03bf\u03c5' | '\u039c\u03b1\u0390\u03bf\u03c5'
    | ('mag') "."?                                                                                     { month = 5; goto end; }
    'june' | 'juni' | 'juin' | 'junio' | 'junho' | 'giugno' | 'juny' | 'czerwca' | 'czerwiec' | '\u010dervna' | '\u010derven' | 'lipnja' | 'kes\u00e4kuuta' | 'kes\u00e4kuu'
    | 'j\u00fanius' | 'iunie' | 'haziran' | '\u0438\u044e\u043d\u044f' | '\u0438\u044e\u043d\u044c' | '\u0447\u0435\u0440\u0432\u043d\u044f' | '\u044e\u043d\u0438' | '\u0399\u03bf\u03c5\u03bd\u03af\u03bf\u03c5'
    | ('jun' | 'giu' | 'cze') "."?                                                                     { month = 6; goto end; }
    'july' | 'juli' | 'juillet' | 'julio' | 'julho' | 'luglio' | 'juliol' | 'lipca' | 'lipiec' | '\u010dervence' | '\u010dervenec' | 'srpnja' | 'hein\u00e4kuuta' | 'hein\u00e4kuu'
    | 'j\u00falius' | 'iulie' | 'temmuz' | '\u0438\u044e\u043b\u044f' | '\u0438\u044e\u043b\u044c' | '\u043b\u0438\u043f\u043d\u044f' | '\u044e\u043b\u0438' | '\u0399\u03bf\u03c5\u03bb\u03af\u03bf\u03c5'
    | ('jul' | 'juil' | 'lug' | 'lip') "."?                                                            { month = 7; goto end; }
    'august' | 'augustus' | 'ao\u00fbt' | 'aout' | 'agosto' | 'agost' | 'sierpnia' | 'sierpie\u0144' | 'srpna' | 'srpen' | 'kolovoza' | 'augusti' | 'elokuuta' | 'elokuu'
    | 'augusztus' | 'a\u011fustos' | 'agustus' | '\u0430\u0432\u0433\u0443\u0441\u0442\u0430' | '\u0430\u0432\u0433\u0443\u0441\u0442' | '\u0441\u0435\u0440\u043f\u043d\u044f' | '\u0391\u03c5\u03b3\u03bf\u03cd\u03c3\u03c4\u03bf\u03c5'
    | ('aug' | 'ago' | 'sie' | '\u0430\u0432\u0433') "."?                                                { month = 8; goto end; }
    'september' | 'septembre' | 'septiembre' | 'setiembre' | 'setembro' | 'settembre' | 'setembre' | 'wrze\u015bnia' | 'wrzesie\u0144' | 'z\u00e1\u0159\u00ed' | 'rujna' | 'syyskuuta' | 'syyskuu'
    | 'szeptember' | 'septembrie' | 'eyl\u00fcl' | '\u0441\u0435\u043d\u0442\u044f\u0431\u0440\u044f' | '\u0441\u0435\u043d\u0442\u044f\u0431\u0440\u044c' | '\u0432\u0435\u0440\u0435\u0441\u043d\u044f' | '\u0441\u0435\u043f\u0442\u0435\u043c\u0432\u0440\u0438' | '\u03a3\u03b5\u03c0\u03c4\u03b5\u03bc\u03b2\u03c1\u03af\u03bf\u03c5'
    | ('sep' | 'sept' | 'set' | 'wrz' | '\u0441\u0435\u043d') "."?                                       { month = 9; goto end; }
    'october' | 'oktober' | 'octobre' | 'octubre' | 'outubro' | 'ottobre' | 'pa\u017adziernika' | 'pa\u017adziernik' | '\u0159\u00edjna' | '\u0159\u00edjen' | 'listopada' | 'lokakuuta' | 'lokakuu'
    | 'okt\u00f3ber' | 'octombrie' | 'ekim' | '\u043e\u043a\u0442\u044f\u0431\u0440\u044f' | '\u043e\u043a\u0442\u044f\u0431\u0440\u044c' | '\u0436\u043e\u0432\u0442\u043d\u044f' | '\u043e\u043a\u0442\u043e\u043c\u0432\u0440\u0438' | '\u039f\u03ba\u03c4\u03c9\u03b2\u03c1\u03af\u03bf\u03c5'
    | ('oct' | 'okt' | 'out' | 'ott' | 'pa\u017a' | '\u043e\u043a\u0442') "."?                           { month = 10; goto end; }
    'november' | 'novembre' | 'noviembre' | 'novembro' | 'listopad' | 'studenoga' | 'marraskuuta' | 'marraskuu'
    | 'noiembrie' | 'kas\u0131m' | '\u043d\u043e\u044f\u0431\u0440\u044f' | '\u043d\u043e\u044f\u0431\u0440\u044c' | '\u043b\u0438\u0441\u0442\u043e\u043f\u0430\u0434\u0430' | '\u043d\u043e\u0435\u043c\u0432\u0440\u0438' | '\u039d\u03bf\u03b5\u03bc\u03b2\u03c1\u03af\u03bf\u03c5'
    | ('nov' | 'lis' | '\u043d\u043e\u044f') "."?                                                        { month = 11; goto end; }
    'december' | 'dezember' | 'd\u00e9cembre' | 'decembre' | 'diciembre' | 'dezembro' | 'dicembre' | 'desembre' | 'grudnia' | 'grudzie\u0144' | 'prosince' | 'prosinec' | 'prosinca' | 'desember' | 'joulukuuta' | 'joulukuu'
    | 'decembrie' | 'aral\u0131k' | '\u0434\u0435\u043a\u0430\u0431\u0440\u044f' | '\u0434\u0435\u043a\u0430\u0431\u0440\u044c' | '\u0433\u0440\u0443\u0434\u043d\u044f' | '\u0434\u0435\u043a\u0435\u043c\u0432\u0440\u0438' | '\u0394\u03b5\u03ba\u03b5\u03bc\u03b2\u03c1\u03af\u03bf\u03c5'
    | ('dec' | 'd\u00e9c' | 'dez' | 'dic' | 'des' | 'gru' | '\u0434\u0435\u043a') "."?                   { month = 12; goto end; }
    ('th\u00e1ng' | 'thang') " " [0-9]{1,2} { goto count; }
    * { return 0; }
    */
count:
    for (const char *digit = at - 2; digit < at; digit++)
        if (ascii_is_digit(*digit))
            month = month * 10 + *digit - '0';
    if (month < 1 || month > 12)
        return 0;
end:
    *length = (size_t)(at - text.data);
    bool goes_on = at < end && (ascii_is_letter(*at) || (unsigned char)*at >= 0xc3);
    return goes_on ? 0 : month;
}

/* The length of what may stand behind a number of the day: "st", "º", ". ", " de ". */
static size_t joint_at(slice text) {
    const char *at = text.data, *end = at + text.length, *kept;
    /*!re2c
    gap   = [ \t\n\r] | "\u00a0" | "\u202f" | "\u2009";
    tail  = 'st' | 'nd' | 'rd' | 'th' | 'er' | 'e' | "\u00ba" | "\u00aa" | '\u0433' | '\u0433.';
    word  = 'de' | 'del' | 'of' | 'di' | "d'" | "d\u2019" | 'den' | 'd.';

    behind = (gap* word)? ","? gap*;

    tail? [.,] behind | tail behind | gap* word ","? gap* | gap+ | tail? [-/] {
        return (size_t)(at - text.data);
    }
    *                         { return 0; }
    */
}

/* The length of what may stand behind the name of a month. */
static size_t year_joint_at(slice text) {
    const char *at = text.data, *end = at + text.length, *kept;
    /*!re2c
    year_word = gap* ('de' | 'del' | 'of');
    year_mark = gap* ['\u2019]?;

    [.,] year_word? ","? year_mark | year_word ","? year_mark | gap+ ['\u2019]? | [-/] {
        return (size_t)(at - text.data);
    }
    *        { return 0; }
    */
}

/* ---- Dates ------------------------------------------------------------------------------- */

/* A text that is read from its beginning. */
typedef struct reader {
    slice text;
    size_t at;
} reader;

static slice rest_of(const reader *r) {
    return slice_range(r->text, r->at, r->text.length);
}

/* The number that stands here, of at most `most` digits, which it must be of at least `least`. */
static int take_number(reader *r, size_t least, size_t most) {
    size_t digits = 0;
    int number = 0;
    while (r->at + digits < r->text.length && ascii_is_digit(r->text.data[r->at + digits]))
        if (++digits <= most)
            number = number * 10 + r->text.data[r->at + digits - 1] - '0';
    if (digits < least || digits > most)
        return -1;
    r->at += digits;
    return number;
}

static bool take(reader *r, slice sign) {
    if (!slice_starts_with(rest_of(r), sign))
        return false;
    r->at += sign.length;
    return true;
}

static int take_month(reader *r) {
    size_t length = 0;
    int month = month_at(rest_of(r), &length);
    if (month)
        r->at += length;
    return month;
}

/* A year of four digits, or of two, which `may_be_short`. */
static int take_year(reader *r, bool may_be_short) {
    int year = take_number(r, 4, 4);
    if (year < 0 && may_be_short) {
        year = take_number(r, 2, 2);
        if (year >= 0)
            year += year < NEAR_CENTURY ? 2000 : 1900;
    }
    return year;
}

/* "24. Mai 2024", "24 de mayo de 2024" */
static day_number day_month_year(reader *r) {
    int day = take_number(r, 1, 2);
    if (day < 0)
        return NO_DAY;
    r->at += joint_at(rest_of(r));
    int month = take_month(r);
    if (!month)
        return NO_DAY;
    r->at += year_joint_at(rest_of(r));
    return day_of(take_year(r, false), month, day);
}

/* "May 24th, 2024" */
static day_number month_day_year(reader *r) {
    int month = take_month(r);
    if (!month)
        return NO_DAY;
    r->at += year_joint_at(rest_of(r));
    int day = take_number(r, 1, 2);
    if (day < 0)
        return NO_DAY;
    r->at += joint_at(rest_of(r));
    return day_of(take_year(r, false), month, day);
}

/* "2024年5月24日", "2024. május 24." */
static day_number year_month_day(reader *r) {
    int year = take_number(r, 4, 4);
    if (year < 0)
        return NO_DAY;
    bool chinese = take(r, SLICE("\xe5\xb9\xb4"));
    bool korean = !chinese && take(r, SLICE("\xeb\x85\x84"));
    if (!chinese && !korean)
        take(r, SLICE("."));
    take(r, SLICE(" "));
    int month = chinese || korean ? take_number(r, 1, 2) : take_month(r);
    if (month <= 0)
        return NO_DAY;
    if ((chinese && !take(r, SLICE("\xe6\x9c\x88"))) || (korean && !take(r, SLICE("\xec\x9b\x94"))))
        return NO_DAY;
    take(r, SLICE(" "));
    return day_of(year, month, take_number(r, 1, 2));
}

/* "24.05.2024", "24/5/24"; a point tells the order itself. */
static day_number numbers(reader *r, number_order order) {
    int first = take_number(r, 1, 2);
    char sign = r->at < r->text.length ? r->text.data[r->at] : '\0';
    if (first < 0 || !sign || !strchr("./-", sign))
        return NO_DAY;
    slice again = {&sign, 1};
    take(r, again);
    if (sign == '.')
        take(r, SLICE(" "));
    int second = take_number(r, 1, 2);
    if (second < 0 || !take(r, again))
        return NO_DAY;
    if (sign == '.')
        take(r, SLICE(" "));
    int year = take_year(r, sign == '.' || order != ORDER_UNKNOWN);
    day_number day_first = day_of(year, second, first), month_first = day_of(year, first, second);
    if (sign == '.' || order == ORDER_DAY_FIRST)
        return day_first;
    if (order == ORDER_MONTH_FIRST && month_first != NO_DAY)
        return month_first;
    if (day_first == NO_DAY || month_first == NO_DAY || day_first == month_first)
        return day_first == NO_DAY ? month_first : day_first;
    return NO_DAY;
}

static bool number_goes_on(const reader *r) {
    return r->at < r->text.length && ascii_is_digit(r->text.data[r->at]);
}

bool world_date_at(slice text, number_order order, moment *out, size_t *length) {
    if (full_date_at(text, out, length) == FULL_DATE_FOUND)
        return true;
    for (int shape = 0; shape < 4; shape++) {
        reader r = {text, 0};
        day_number day = shape == 0   ? day_month_year(&r)
                         : shape == 1 ? month_day_year(&r)
                         : shape == 2 ? year_month_day(&r)
                                      : numbers(&r, order);
        if (day == NO_DAY || number_goes_on(&r))
            continue;
        *out = (moment){day, NO_MINUTE, NO_ZONE};
        *length = r.at;
        return true;
    }
    return false;
}

bool world_date_in(slice text, size_t reach, number_order order, moment *out) {
    size_t length;
    for (size_t at = 0; at < text.length && at < reach; at++) {
        unsigned char c = (unsigned char)text.data[at];
        unsigned char before = at ? (unsigned char)text.data[at - 1] : ' ';
        bool is_begin = ascii_is_digit((char)c) ? !ascii_is_digit((char)before)
                        : ascii_is_letter((char)c) || c >= 0xc3
                            ? !ascii_is_letter((char)before) && before < 0x80
                            : false;
        if (is_begin && world_date_at(slice_range(text, at, text.length), order, out, &length))
            return true;
    }
    return false;
}

number_order number_order_of(slice language) {
    static const char *const day_first[] = {"gb", "uk", "au", "nz", "ie", "in", "za", "ng",
                                            "ke", "gh", "pk", "sg", "my", "hk", "bd", "lk"};
    slice region = {"", 0};
    if (language.length >= 5 && (language.data[2] == '-' || language.data[2] == '_'))
        region = slice_range(language, 3, 5);
    if (language.length < 2)
        return ORDER_UNKNOWN;
    if (!slice_equal_nocase((slice){language.data, 2}, SLICE("en")))
        return ORDER_DAY_FIRST;
    if (slice_equal_nocase(region, SLICE("us")))
        return ORDER_MONTH_FIRST;
    for (size_t i = 0; i < sizeof day_first / sizeof *day_first; i++)
        if (slice_equal_nocase(region, slice_of(day_first[i])))
            return ORDER_DAY_FIRST;
    return ORDER_UNKNOWN;
}
