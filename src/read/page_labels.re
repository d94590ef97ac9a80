/* SPDX-License-Identifier: MIT */
/* Labels within pages, in the order German, French, Spanish, Portuguese, Italian, Dutch, Polish,
 * Czech, Swedish, Turkish, Russian. Words in 'quotes' are without the letter case of ASCII. */
#include "read/page_labels.h"

#include "base/utf8.h"

#define LONGEST_LEAD_AWAY 200 /* bytes of a line that leads to another article */

typedef enum label { LABEL_NONE, LABEL_ALONE, LABEL_LEADS_AWAY } label;

/* What the text begins with; `length` is its length. */
static label label_at(slice text, size_t *length) {
    const char *at = text.data, *end = at + text.length, *kept;
    label found = LABEL_NONE;
    /*!include:re2c "base/scan_slice.re" */
    /*!re2c
    'anzeige' | 'werbung' | 'teilen' | 'drucken' | 'merken' | 'kommentare' | 'kommentieren'
    | 'schlagworte' | 'nach oben' | 'mehr lesen' | 'weiterlesen' | 'zur startseite' | 'newsletter'
    | 'artikel teilen' | 'artikel drucken' | 'vorlesen'
    | 'publicit\u00e9' | 'partager' | 'imprimer' | 'commentaires' | 'commenter' | 'lire la suite'
    | 'publicidad' | 'compartir' | 'imprimir' | 'comentarios' | 'leer m\u00e1s' | 'etiquetas'
    | 'publicidade' | 'compartilhar' | 'coment\u00e1rios' | 'leia mais' | 'continua depois da publicidade'
    | 'pubblicit\u00e0' | 'condividi' | 'stampa' | 'commenti' | 'leggi tutto'
    | 'advertentie' | 'delen' | 'reacties' | 'lees verder'
    | 'reklama' | 'udost\u0119pnij' | 'drukuj' | 'komentarze' | 'czytaj dalej'
    | 'inzerce' | 'sd\u00edlet' | 'annons' | 'dela' | 'reklam' | 'payla\u015f' | 'yorumlar'
    | '\u0440\u0435\u043a\u043b\u0430\u043c\u0430' | '\u043f\u043e\u0434\u0435\u043b\u0438\u0442\u044c\u0441\u044f'
                                                            { found = LABEL_ALONE; goto end; }
    'lesen sie auch' | 'lesen sie hier' | 'lies auch' | 'auch interessant' | 'mehr zum thema'
    | 'das k\u00f6nnte sie auch interessieren' | 'weitere artikel' | 'mehr dazu'
    | 'lire aussi' | '\u00e0 lire aussi' | 'a lire aussi' | 'voir aussi' | 'sur le m\u00eame sujet'
    | 'lea tambi\u00e9n' | 'lee tambi\u00e9n' | 'leer tambi\u00e9n' | 'te puede interesar'
    | 'ver tambi\u00e9n' | 'leia tamb\u00e9m' | 'veja tamb\u00e9m' | 'saiba mais'
    | 'leggi anche' | 'guarda anche' | 'potrebbe interessarti' | 'lees ook' | 'bekijk ook'
    | 'czytaj te\u017c' | 'czytaj tak\u017ce' | 'zobacz te\u017c' | 'przeczytaj te\u017c' | '\u010dt\u011bte tak\u00e9'
    | 'l\u00e4s ocks\u00e5' | 'l\u00e4s mer' | 'les ogs\u00e5' | 'lue my\u00f6s' | 'ayr\u0131ca bak\u0131n'
    | '\u0447\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043a\u0436\u0435'
                                                            { found = LABEL_LEADS_AWAY; goto end; }
    * { goto end; }
    */
end:
    *length = found == LABEL_NONE ? 0 : (size_t)(at - text.data);
    return found;
}

static bool has_words(slice s) {
    for (size_t i = 0; i < s.length; i++)
        if (ascii_is_letter(s.data[i]) || ascii_is_digit(s.data[i]) ||
            (unsigned char)s.data[i] >= 0xc3)
            return true;
    return false;
}

/* True where a sign follows that sets a label off: "Lire aussi : ...". */
static bool is_set_off(slice rest) {
    return slice_starts_with(rest, SLICE(":")) || slice_starts_with(rest, SLICE("|")) ||
           slice_starts_with(rest, SLICE(">")) || slice_starts_with(rest, SLICE("\xc2\xbb")) ||
           slice_starts_with(rest, SLICE("\xe2\x80\x93"));
}

bool is_page_label(slice words) {
    size_t length;
    label found = label_at(words, &length);
    slice rest = slice_range(words, length, words.length);
    bool goes_on =
        rest.length && (ascii_is_letter(rest.data[0]) || (unsigned char)rest.data[0] >= 0xc3);
    if (found == LABEL_NONE || goes_on)
        return false;
    rest = utf8_trim(rest);
    return !has_words(rest) || (found == LABEL_LEADS_AWAY && is_set_off(rest) &&
                                words.length <= LONGEST_LEAD_AWAY);
}
