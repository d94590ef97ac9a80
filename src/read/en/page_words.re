/* SPDX-License-Identifier: MIT */
/* What English news pages say around their articles. Words in 'quotes' are without letter case. */
#include "read/page_words.h"

#include "base/calendar.h"

/*!include:re2c "base/scan_slice.re" */
/*!include:re2c "base/en/calendar_names.re" */
/*!re2c
space  = [ \t\n\r] | "\u00a0" | "\u202f";
spaces = space+;
colon  = spaces? [:\-|\u2013\u2014];
dash   = "-"{1,2} | "_" | "\u2013" | "\u2014";
*/

/* True where a word that ends before `at` goes on there. */
static bool word_goes_on(const char *at, const char *end) {
    return at < end && (ascii_is_letter(*at) || ascii_is_digit(*at));
}

head_word head_word_at(slice text, size_t *length) {
    const char *at = text.data, *end = at + text.length, *kept;
    head_word word = HEAD_NONE;
    /*!re2c
    published = 'first '? ('published' | 'posted' | 'issued' | 'created' | 'released' | 'date'
              | 'dated' | 'publication date' | 'publish date' | 'published date' | 'date published'
              | 'posted date' | 'date posted' | 'release date' | 'pub date');
    updated   = 'last '? ('updated' | 'update' | 'modified' | 'revised' | 'edited')
              | 'date modified' | 'date updated' | 'last update' | 'modified date';
    when      = spaces ('on' | 'at' | 'date' | 'online' | 'time');
    clock     = [0-2]?[0-9] ":" [0-5][0-9] (":" [0-5][0-9])? (space? [ap] "."? 'm' "."?)?
                (spaces "("? [A-Z]{2,4} ")"?)?;

    published when? (spaces? ":")?                              { word = HEAD_PUBLISHED; goto end; }
    updated when? (spaces? ":")?                                { word = HEAD_UPDATED; goto end; }
    ('by' | 'written by' | 'reported by' | 'story by') (spaces? ":")?
                                                                { word = HEAD_BY; goto end; }
    ('author' | 'authors' | 'writer' | 'reporter') spaces? ":"  { word = HEAD_BY; goto end; }
    clock                                                       { word = HEAD_CLOCK; goto end; }
    *                                                           { goto end; }
    */
end:
    if (word == HEAD_NONE || (ascii_is_letter(at[-1]) && word_goes_on(at, end))) {
        *length = 0;
        return HEAD_NONE;
    }
    *length = (size_t)(at - text.data);
    return word;
}

page_word page_word_at(slice text, size_t *length) {
    const char *at = text.data, *end = at + text.length, *kept;
    page_word word = PAGE_NONE;
    /*!re2c
    things   = 'articles' | 'stories' | 'news' | 'topics' | 'content' | 'coverage' | 'links'
             | 'reading' | 'posts' | 'items' | 'videos' | 'story' | 'article' | 'headlines';
    pictures = 'images' | 'photos' | 'pictures' | 'videos' | 'image' | 'photo' | 'video';
    number   = [0-9]{1,4};
    place    = 'newsletter' | 'newsletters' | 'app' | 'channel' | 'podcast';

    'advertisement' | 'advertisements' | 'advert' | 'sponsored' | 'sponsored content'
    | 'promoted' | 'story continues below' (spaces 'advertisement')? | 'continue reading'
    | 'scroll to continue' | 'article continues below' (spaces 'this advertisement')?
    | 'more'? spaces? pictures | 'gallery' | 'photo gallery' | 'slideshow' | 'watch' | 'listen'
    | 'live' | 'view gallery' | 'view all' | 'see all' | 'show more' | 'load more' | 'view more'
    | 'hide caption' | 'toggle caption' | 'enlarge this image'
    | 'most' spaces ('read' | 'popular' | 'viewed' | 'recent' | 'shared')
    | 'trending' (spaces 'now')? | 'top stories' | 'latest' (spaces things)? | 'popular'
    | 'editor' "'"? 's picks' | 'editors picks' | 'share' (spaces 'this' spaces things)?
    | 'share on' spaces [a-zA-Z]+ | 'print' | 'email' | 'e-mail' | 'save' | 'tweet'
    | 'copy link' | 'link copied' | 'bookmark' | 'facebook' | 'twitter' | 'whatsapp'
    | 'comments' | 'comment' | number spaces ('comment' | 'comments' | 'shares' | 'views')
    | 'view comments' | 'leave a comment' | 'post a comment' | 'add a comment'
    | 'join the conversation'
    | number spaces? [-]? ('min' | 'mins' | 'minute' | 'minutes') spaces 'read' | 'tags'
    | 'topics' | 'filed under' | 'about the author' | 'menu' | 'home' | 'search' | 'close'
    | 'loading' | 'sign in' | 'log in' | 'register' | 'subscribe' (spaces 'now')?
    | 'back to top' | 'listen to this article' | 'breaking news' | 'exclusive' | 'ap'
    | 'reuters' | 'afp' | 'associated press' | 'the associated press' | 'agencies'
    | 'getty images' | 'staff'
                                                        { word = PAGE_LABEL; goto end; }

    'all rights reserved' | 'copyright' spaces ("\u00a9" | '(c)' | [0-9]) | "\u00a9"
    | '(c)' spaces? [0-9] | 'this material may not be published' | 'disclaimer:'
    | 'skip to' spaces ('main' spaces)? 'content' | 'share this' spaces (things | 'with' | 'on')
    | 'tags:' | 'topics:' | 'filed under:' | 'keywords:' | 'click here'
    | 'sign up' spaces ('for' | 'to') | 'subscribe' spaces 'to'
    | 'download' spaces ('the' | 'our') spaces ([a-zA-Z]+ spaces)? 'app'
    | 'get' spaces ('our' | 'the') spaces ([a-zA-Z]+ spaces)* place | 'follow us' | 'like us on'
    | 'join us on' | 'join our' | 'connect with us' | 'reporting by' | 'editing by'
    | 'writing by' | 'additional reporting' | 'compiled by' | 'enable javascript'
    | 'this site uses cookies' | 'we use cookies'
                                                        { word = PAGE_NOTE; goto end; }

    'follow' | 'read' | 'see' | 'visit' | 'more' | 'for more' | 'watch' | 'find' | 'learn more'
    | 'more on' | 'full coverage' | 'online' | 'on the web' | 'listen' | 'subscribe' | 'sign up'
    | 'contact' | 'source'
                                                        { word = PAGE_INVITATION; goto end; }

    'also read' colon? | 'read also' colon? | 'read more' colon? | 'see also' colon?
    | 'must read' colon? | 'read next' colon? | 'also see' colon?
    | 'don' ['\u2019] 't miss' colon? | 'related' colon? | 'related' spaces things colon?
      | 'recommended' (spaces (things | 'for you'))? colon? | 'more' spaces (things | 'from'
      | 'on this' spaces things | 'like this') | 'you may also like' | 'you might also like'
      | 'up next' | 'in case you missed it' | 'more top' spaces things
                                                        { word = PAGE_LINKS; goto end; }

    'file' spaces dash spaces | 'file' spaces? pictures spaces? [:\-\u2013\u2014]
    | 'in this' spaces ([a-zA-Z0-9.,]+ spaces)* ('file' spaces)? ('photo' | 'image'
      | 'picture' | 'frame grab' | 'frame' | 'video grab' | 'grab' | 'handout') (spaces? ','
      | spaces ('provided' | 'taken' | 'released' | 'made' | 'from' | 'issued' | 'supplied'
      | 'distributed' | 'illustration' | 'posted' | 'shown' | 'grabbed' | 'made' | 'obtained'))
    | ('this' spaces pictures spaces ('provided' | 'taken' | 'released' | 'made' | 'issued'
      | 'supplied' | 'distributed' | 'from') spaces)
    | ('a' | 'an') spaces ('handout' | 'file') spaces pictures
                                                        { word = PAGE_CAPTION; goto end; }

    (pictures | 'credit' | 'credits' | 'picture credit' | 'photo credit' | 'image credit'
      | 'photo courtesy' | 'image source' | 'photograph') spaces? (":" | "/" | 'by' spaces)
                                                        { word = PAGE_CREDIT; goto end; }
    *                                                   { goto end; }
    */
end:
    if (word == PAGE_NONE || (ascii_is_letter(at[-1]) && word_goes_on(at, end))) {
        *length = 0;
        return PAGE_NONE;
    }
    *length = (size_t)(at - text.data);
    return word;
}

bool is_credit_word(slice text) {
    const char *at = text.data, *end = at + text.length, *kept;
    /*!re2c
    agency = 'ap' | 'reuters' | 'afp' | 'epa' | 'getty' | 'xinhua' | 'tass' | 'sputnik' | 'pa'
           | 'bloomberg' | 'upi' | 'anadolu' | 'shutterstock' | 'alamy' | 'nurphoto' | 'zuma'
           | 'kyodo' | 'yonhap' | 'associated press';

    ('via' spaces | "/" spaces?) agency                    { goto found; }
    ('ap' | 'reuters' | 'afp' | 'epa') spaces? [/,:]       { goto found; }
    'photo' | 'photos' | 'image' | 'images' | 'picture' | 'pictures' | 'handout' | 'screenshot'
    | 'courtesy' | 'illustration' | 'photographer'         { goto found; }
    * { return false; }
    */
found:
    return !(ascii_is_letter(at[-1]) && word_goes_on(at, end));
}

bool is_closing_note(slice block) {
    const char *at = block.data, *end = at + block.length, *kept;
    /*!re2c
    about = 'story' | 'report' | 'article' | 'copy' | 'content' | 'feed' | 'news' | 'dispatch'
                | 'headline';

    [([] 'with' spaces ('inputs' | 'input' | 'agency' | 'agencies' | 'files')     { goto found; }
    [([] ('this' | 'the' | 'only the' | 'except for the') spaces about            { goto found; }
    [([] ('additional' spaces)? ('reporting' | 'writing' | 'editing' | 'compiled' | 'edited'
    | 'reported'
          | 'written' | 'translated') spaces 'by'                                  { goto found; }
    [([] ('additional' spaces)? ('reporting' | 'writing' | 'editing') spaces 'from' { goto found; }
    * { return false; }
    */
found:
    return true;
}

static bool thanks_at(const char *at, const char *end) {
    const char *kept;
    /*!re2c
    'contributed' spaces ('reporting' spaces)? 'to' spaces ('this' | 'the') spaces
        ('report' | 'story' | 'article' | 'dispatch')                              { goto found; }
    'contributed' (spaces 'reporting')? "."                                        { goto found; }
    'contributed reporting'                                                        { goto found; }
    * { return false; }
    */
found:
    return end - at <= 40;
}

bool ends_with_thanks(slice block) {
    const char *end = block.data + block.length;
    size_t looked_at = block.length < 80 ? block.length : 80;
    size_t first = block.length - looked_at;
    for (size_t at = first; (at = slice_find_nocase(block, SLICE("contributed"), at)) != SIZE_MAX; at++)
        if (thanks_at(block.data + at, end))
            return true;
    return false;
}

bool is_sentence_word(slice word) {
    const char *at = word.data, *end = at + word.length, *kept;
    /*!re2c
    'a' | 'an' | 'the' | 'to' | 'of' | 'in' | 'on' | 'at' | 'by' | 'for' | 'from' | 'with' | 'as'
    | 'into' | 'after' | 'before' | 'over' | 'under' | 'against' | 'amid' | 'near' | 'off' | 'out'
    | 'up' | 'is' | 'are' | 'was' | 'were' | 'be' | 'has' | 'have' | 'had' | 'will' | 'would'
    | 'can' | 'could' | 'may' | 'must' | 'not' | 'no' | 'but' | 'than' | 'that' | 'its' | 'his'
    | 'her' | 'their' | 'who' | 'what' | 'why' | 'how' | 'when' | 'where' | 'says' | 'said' | 'say'
    | 'vows' | 'kills' | 'killed' | 'dies' | 'dead' | 'hits' | 'hit' | 'wins' | 'won' | 'loses'
    | 'falls' | 'rises' | 'calls' | 'urges' | 'warns' | 'denies' | 'admits' | 'claims' | 'seeks'
    | 'faces' | 'makes' | 'takes' | 'gets' | 'gives' | 'begins' | 'ends' | 'opens' | 'closes'
    | 'reopens' | 'strikes' | 'leaves' | 'backs' | 'blames' | 'accuses' | 'announces' | 'signs'
    | 'votes' | 'plans' | 'cuts' | 'sets' | 'meets' | 'arrives' | 'returns'
          { return at == end; }
    * { return false; }
    */
}

#define LONGEST_DATELINE 120 /* bytes */

size_t news_dateline_at(slice text) {
    const char *at = text.data, *end = at + text.length, *kept;
    /*!re2c
    upper   = [A-Z\u00c0-\u00d6\u00d8-\u00de\u0130];
    letter  = [A-Za-z.'\u2019\u00c0-\u024f-];
    shout   = upper (upper | [.'\u2019-])+;
    name    = upper letter+;
    word    = upper letter* | [0-9]{1,4} | 'of';
    city    = shout (" " shout)*;
    town    = name (" " name)*;
    further = "," spaces word (" " word)*;
    signed  = spaces "(" upper [^()\x00\n]+ ")";
    known   = 'ap' | 'associated press' | 'reuters' | 'afp' | 'dpa' | 'efe' | 'upi' | 'xinhua'
            | 'cnn' | 'tass' | 'interfax' | 'bloomberg' | 'kyodo' | 'yonhap' | 'pti' | 'ani'
            | 'ians';
    stop    = space* dash space*;

    city further* signed? stop                      { goto found; }
    town further* spaces "(" known ")" stop                       { goto found; }
    * { return 0; }
    */
found:
    return at - text.data <= LONGEST_DATELINE ? (size_t)(at - text.data) : 0;
}

int weekday_at(slice text) {
    static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const char *at = text.data, *end = at + text.length, *kept;
    /*!re2c
    weekday_name  { goto found; }
    *             { return 0; }
    */
found:
    if (word_goes_on(at, end))
        return 0;
    for (int i = 0; i < 7; i++)
        if (slice_equal_nocase((slice){text.data, 3}, slice_of(names[i])))
            return MONDAY + i;
    return 0;
}
