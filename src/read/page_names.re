/* SPDX-License-Identifier: MIT */
/*
 * What classes and ids of elements say. Names are cut into parts at signs and humps, in small
 * letters with "-" between the parts ("articleBody" is "article-body"); each rule is tried at the
 * beginning of each part, and must end where a part ends. The longest rule wins.
 */
#include "read/page_names.h"

#define LONGEST_NAMES 400 /* bytes of names that are looked at */

/* What the parts at `at` say, and where they end; 0 and `at` where they say nothing. */
static unsigned hints_at(const char *at, const char *end, const char **behind) {
    const char *begin = at, *kept;
    unsigned hints = 0;
    /*!include:re2c "base/scan_slice.re" */
    /*!re2c
    s     = "-"?;
    n     = [0-9]*;
    piece = "article" | "artikel" | "story" | "post" | "entry" | "news" | "blog" | "noticia"
          | "nota" | "articulo" | "artigo" | "articolo" | "single" | "beitrag" | "bericht"
          | "meldung" | "statya" | "artykul" | "clanek" | "haber" | "berita";
    inner = "body" | "content" | "contents" | "text" | "txt" | "copy" | "inhalt" | "contenu"
          | "contenido" | "conteudo" | "corpo" | "cuerpo" | "texto" | "testo" | "texte" | "tekst"
          | "detail" | "details" | "main" | "container" | "paragraph" | "paragraphs" | "bodytext"
          | "body-text" | "body-copy" | "body-content" | "content-body" | "main-content";

    // ---- What holds the text.
    piece s inner | "body" s ("text" | "copy" | "content") | "copy" s "body"
    | "content" s ("body" | "text" | "article" | "main" | "detail") | "text" s ("body" | "content")
    | "main" s ("content" | "text" | "article" | "copy") | "page" s ("content" | "body" | "text")
    | "rich" s "text" (s "body")? | "wysiwyg" | "fliesstext" | "haupttext" | "the" s "content"
    | "field" s "name" s "body" | "field" s "body" | "td" s "post" s "content" | "post" s "bodycopy"
    | "node" s "content" | "formatted" s "text" | "prose"
        { hints = HINT_TEXT; goto end; }
    piece n | "hentry" | "h-entry" | "main" | "content" n | "inhalt" | "maincol" | "main" s "column"
    | "h-article" | "topic" | "recipe"
        { hints = HINT_ARTICLE; goto end; }

    // ---- What is of the page.
    "nav" | "navi" | "navs" | "navigation" | "navbar" | "navigatie" | "menu" | "menus" | "submenu"
    | "menue" | "breadcrumb" "s"? | "breadcrumbs" | "brotkrumen" | "ariane" | "sidebar" "s"? n
    | "side" s "bar" | "side" s "rail" | "right" s "rail" | "right" s ("col" | "column")
    | "rightcol" | "seitenleiste" | "randspalte" | "marginal" | "marginalspalte" | "footer" | "foot"
    | "fusszeile" | "masthead" | "site" s "header" | "page" s "header" s "nav" | "topbar"
    | "top" s "bar" | "toolbar" | "tool" s "bar" | "skip" s "link" "s"? | "skiplinks"
    | "jump" s "nav" | "toc" | "table" s "of" s "contents" | "inhaltsverzeichnis" | "sommaire"
        { hints = HINT_FURNITURE; goto end; }

    "cookie" "s"? | "cookiebar" | "cookiebanner" | "cookie" s ("bar" | "banner" | "notice"
    | "consent" | "law" | "hinweis") | "consent" | "cmp" | "gdpr" | "dsgvo" | "datenschutz"
    | "newsletter" "s"? | "newsletter" s ("signup" | "form" | "box") | "subscribe" | "subscription"
    | "abo" | "abonnement" | "signup" | "sign" s "up" | "login" | "log" s "in" | "sign" s "in"
    | "register" | "registration" | "anmeldung" | "paywall" | "regwall" | "premium" s "wall"
    | "popup" "s"? | "pop" s "up" | "modal" | "overlay" | "lightbox" | "dialog" | "tooltip"
    | "search" s ("form" | "box" | "bar")? | "suche" | "suchfeld"
        { hints = HINT_FURNITURE; goto end; }

    "ad" | "ads" | "adv" | "advert" "s"? | "advertisement" "s"? | "advertising" | "advertorial"
    | "adsense" | "adsbygoogle" | "ad" s ("slot" | "unit" | "container" | "wrapper" | "box" | "banner")
    | "anzeige" "n"? | "werbung" | "reklame" | "publicidad" | "publicite" | "pub" | "pubblicita"
    | "reklama" | "banner" "s"? | "sponsor" "ed"? | "sponsors" | "promo" "s"? | "promoted"
    | "promotion" "s"? | "promobox" | "outbrain" | "taboola" | "plista" | "zergnet" | "affiliate"
    | "disclosure" | "disclaimer" | "dfp" | "commercial" | "marketing" | "donate" | "donation" "s"?
    | "spenden" | "support" s "us" | "call" s "to" s "action" | "cta"
        { hints = HINT_FURNITURE; goto end; }

    "share" | "shares" | "sharing" | "sharebar" | "sharebuttons" | "share" s ("buttons" | "bar"
    | "links" | "icons" | "tools" | "this" | "box") | "addthis" | "addtoany" | "sharedaddy"
    | "shariff" | "social" "s"? | "social" s ("media" | "links" | "share" | "icons" | "buttons"
    | "bar") | "socialmedia" | "teilen" | "partager" | "compartir" | "compartilhar" | "condividi"
    | "follow" s ("us" | "me")? | "facebook" | "twitter" | "whatsapp" | "pinterest" | "like" s "box"
    | "print" s ("button" | "link")? | "noprint" | "no" s "print" | "print" s "hide" | "email" s "this"
    | "article" s ("tools" | "actions" | "share" | "social") | "post" s ("tools" | "actions"
    | "share" | "sharing") | "tools" | "actions" | "rating" "s"? | "vote" "s"? | "voting" | "bewertung"
        { hints = HINT_FURNITURE; goto end; }

    "related" | "relateds" | "relat" | "related" s ("posts" | "articles" | "content" | "stories"
    | "links" | "news" | "items" | "post" | "article" | "topics") | "relacionad" [oa] "s"?
    | "similar" | "similaires" | "verwandt" "e"? | "correlat" [ioae] | "powiazane" | "jp" s "relatedposts"
    | "yarpp" | "recommend" | "recommended" | "recommendation" "s"? | "recommends" | "reco" | "recos"
    | "recirc" | "recirculation" | "empfehlung" "en"? | "teaser" "s"? | "teasers" | "teaser" s "list"
    | "teaserbox" | "teaser" s "block" | "more" s ("articles" | "stories" | "news" | "from" | "posts"
    | "on" | "like" | "content" | "in") | "morestories" | "read" s ("more" | "next" | "also")
    | "also" s "read" | "see" s "also" | "must" s "read" | "up" s "next" | "whats" s "next"
    | "weitere" | "mehr" s "zum" s "thema" | "lire" s "aussi" | "leggi" s "anche" | "leia" s "mais"
    | "mais" s "lidas" | "lees" s "ook" | "most" s ("read" | "popular" | "viewed" | "recent" | "shared"
    | "commented") | "mostread" | "mostpopular" | "meistgelesen" | "popular" s ("posts" | "news"
    | "articles" | "stories")? | "trending" | "latest" s ("news" | "posts" | "stories"
    | "articles")? | "recent" s ("posts" | "news" | "articles" | "comments" | "entries") | "featured" s
    ("posts" | "articles" | "stories" | "news") | "post" s ("navigation" | "nav" | "pagination"
    | "links" | "next" | "prev" | "previous") | "next" s ("post" | "article" | "prev" | "story")
    | "nextprev" | "next" s "and" s "prev" | "prev" s ("next" | "post") | "previous" s ("post" | "article")
    | "nav" s ("links" | "below" | "above" | "single" | "previous" | "next") | "pager" | "pagination"
    | "paginate" | "paging" | "page" s ("links" | "numbers" | "navigation" | "nav") | "article" s ("list" | "grid" | "teaser"
    | "card" | "cards" | "carousel" | "footer" | "bottom" | "related" | "navigation" | "nav")
    | "post" s ("list" | "grid" | "card" | "cards" | "footer" | "related" | "carousel") | "story" s ("list" | "card" | "cards"
    | "footer" | "carousel") | "entry" s ("footer" | "utility") | "news" s ("list" | "ticker" | "feed" | "card")
    | "linklist" | "link" s "list" | "linkbox" | "link" s "box" | "crosslink" "s"? | "internal" s "links"
    | "onward" | "inline" s ("related" | "promo" | "links" | "newsletter") | "carousel" | "slider" | "ticker"
        { hints = HINT_FURNITURE; goto end; }

    "tags" | "tag" s ("list" | "cloud" | "links" | "s" | "container") | "tagcloud" | "taglist" | "post" s "tags"
    | "article" s "tags" | "entry" s "tags" | "schlagworte" | "etiquetas" | "stichworte" | "keywords" | "topics"
    | "topic" s "list" | "categories" | "category" s "list" | "cat" s "links" | "widget" "s"? | "widget" s ("area" | "container") | "author" s ("box" | "bio" | "info" | "profile" | "card" | "about" | "description"
    | "details" | "block" | "section") | "about" s ("the" s)? "author" | "authorbox" | "autorenbox" | "post" s "author"
    | "bio" | "biography" | "vcard" | "profile" | "kontakt" | "contact" s ("form" | "us" | "info") | "impressum" | "copyright"
    | "legal" | "imprint" | "credits" | "sitemap" | "languages" | "language" s ("switcher" | "selector")
    | "gallery" s ("nav" | "controls") | "player" | "video" s "player" | "jwplayer" | "audio" s "player" | "podcast" s "player"
    | "quiz" | "poll" | "survey" | "umfrage" | "weather" | "wetter" | "stock" s ("ticker" | "quote")
    | "mw" s ("editsection" | "jump" | "navigation" | "panel" | "head") | "editsection" | "edit" s "section"
    | "catlinks" | "printfooter" | "sitesub" | "jump" s "to" s "nav" | "reflist" | "navbox" | "infobox" s "nav"
        { hints = HINT_FURNITURE; goto end; }

    // ---- What readers wrote, and how they are asked to.
    "comment" | "comments" | "comment" s ("list" | "area" | "section" | "form" | "respond" | "wrap" | "thread" | "body"
    | "box" | "count") | "commentlist" | "commentform" | "disqus" | "disqus" s "thread" | "respond" | "livefyre" | "facebook" s "comments"
    | "kommentar" | "kommentare" | "kommentar" s ("e" | "form" | "liste") | "commentaire" | "commentaires"
    | "comentario" | "comentarios" | "commenti" | "reacties" | "komentarze" | "komentare" | "yorum" "lar"?
    | "leserkommentare" | "leserbriefe" | "forum" s "list" | "responses" | "replies" | "reply" | "trackback" "s"? | "pingback" "s"?
    | "discussion" s "list" | "user" s "comments" | "reader" s "comments" | "post" s "comments"
        { hints = HINT_COMMENTS; goto end; }

    // ---- What stands around the text within the article.
    "caption" | "captions" | "wp" s "caption" s "text" | "image" s ("caption" | "credit" | "source")
    | "img" s ("caption" | "credit") | "photo" s ("caption" | "credit") | "picture" s "caption" | "figcaption" | "bildunterschrift"
    | "bildtext" | "media" s "caption" | "legende" | "bild" s ("text" | "unterschrift" | "quelle")
        { hints = HINT_CAPTION; goto end; }
    "published" | "publish" | "pubdate" | "pub" s "date" | "publish" s ("date" | "time" | "ed" s "date") | "published" s ("date"
    | "at" | "on" | "time") | "date" s ("published" | "posted" | "created") | "posted" s ("on" | "at" | "date") | "post" s ("date" | "time"
    | "timestamp") | "entry" s "date" | "article" s ("date" | "time" | "timestamp" | "datetime" | "published") | "story" s ("date" | "time"
    | "timestamp") | "news" s "date" | "blog" s "date" | "creation" s "date" | "created" | "create" s "date" | "date" s "line" | "dateline"
    | "veroeffentlicht" | "erstellt" | "publikation" | "pubdatum" | "publicado" | "publie" | "pubblicato" | "fecha" s "publicacion"
    | "data" s "publikacji" | "submitted"
        { hints = HINT_DATE | HINT_PUBLISHED; goto end; }
    "updated" | "update" s ("d" | "date" | "time") | "last" s ("updated" | "modified" | "update" | "edited") | "modified" | "date" s ("modified" | "updated")
    | "modified" s "date" | "aktualisiert" | "geaendert" | "aktualisierung" | "actualizado" | "aggiornato" | "lastmod" | "footer" s "info" s "lastmod"
        { hints = HINT_DATE | HINT_UPDATED; goto end; }
    "date" | "dates" | "datum" | "fecha" | "time" | "timestamp" | "datetime" | "date" s "time" | "day" | "zeit" | "timeago" | "ago" | "uhrzeit"
    | "meta" s ("date" | "time")
        { hints = HINT_DATE; goto end; }
    "byline" "s"? | "author" | "authors" | "autor" | "auteur" | "autore" | "redakteur" | "written" s "by" | "meta" | "metadata" | "post" s ("meta" | "info" | "data")
    | "entry" s "meta" | "article" s ("meta" | "info" | "byline" | "author" | "metadata") | "story" s "meta" | "meta" s ("info" | "data")
    | "article" s "header" s "meta" | "kicker" | "eyebrow" | "dachzeile" | "ressort" | "rubrik" | "infoline" | "reading" s "time"
        { hints = HINT_BYLINE; goto end; }
    "sr" s "only" | "screen" s "reader" (s "text")? | "visually" s "hidden" | "visuallyhidden" | "offscreen" | "assistive" s "text"
    | "element" s "invisible" | "u-hidden" | "is" s "hidden" | "noscript" | "no" s "js" s "message" | "printonly" | "print" s "only"
    | "d" s "none" | "display" s "none"
        { hints = HINT_HIDDEN; goto end; }

    // ---- Names that say what is not there, or beside what an element stands.
    "elementor" ("-" [a-z0-9]+)* { goto end; }
    ("has" | "with" | "no" | "without" | "non" | "not" | "ohne" | "mit" | "hide" | "show") "-" [a-z0-9]+
        { goto end; }
    * { at = begin; goto end; }
    */
end:
    *behind = at;
    return hints;
}

/* The names in small letters, "-" between their parts, " " between names; their length. */
static size_t cut_names(slice names, char out[2 * LONGEST_NAMES]) {
    size_t length = 0;
    if (names.length > LONGEST_NAMES)
        names.length = LONGEST_NAMES;
    for (size_t i = 0; i < names.length; i++) {
        char c = names.data[i];
        bool is_hump = ascii_is_upper(c) && i > 0 && !ascii_is_upper(names.data[i - 1]);
        bool is_part = ascii_is_letter(c) || ascii_is_digit(c);
        if (is_hump && length && out[length - 1] != '-' && out[length - 1] != ' ')
            out[length++] = '-';
        if (is_part)
            out[length++] = ascii_lower(c);
        else if (ascii_is_space(c))
            out[length++] = ' ';
        else if (length && out[length - 1] != '-' && out[length - 1] != ' ')
            out[length++] = '-';
    }
    return length;
}

static bool is_part_character(const char *at, const char *end) {
    return at < end && (ascii_is_letter(*at) || ascii_is_digit(*at));
}

unsigned page_hints(slice names) {
    char parts[2 * LONGEST_NAMES];
    const char *at = parts, *end = parts + cut_names(names, parts);
    unsigned all = 0;
    while (at < end) {
        const char *behind;
        unsigned hints = hints_at(at, end, &behind);
        if (behind > at && !is_part_character(behind, end)) {
            all |= hints;
            at = behind;
        }
        while (is_part_character(at, end))
            at++;
        while (at < end && !is_part_character(at, end))
            at++;
    }
    return all;
}
