/* SPDX-License-Identifier: MIT */
#include "timeline/timeline_json.h"

#include "base/buffer.h"
#include "base/full_date.h"
#include "base/json.h"
#include "base/map.h"
#include "base/utf8.h"

#define HIGHEST_SEQUENCE 2147483646         /* RFC 5545: an integer of 32 bits */
#define LARGEST_WHOLE    9007199254740992.0 /* 2^53: whole numbers in JSON are exact up to here */

/* A value and its place: member `key` of its parent, or item `index` where the key is NULL. */
typedef struct field {
    const cJSON *value; /* NULL where absent */
    const struct field *parent;
    const char *key;
    size_t index;
} field;

typedef struct reader {
    arena *arena;
    field root;
    timeline *timeline;
    map *articles; /* id to index */
    map *entries;
    map *uids;
    slice message; /* what is wrong, where it is left by a jump */
} reader;

static void add_path(buffer *b, const field *f) {
    if (!f->parent)
        return;
    add_path(b, f->parent);
    if (f->key)
        buffer_print(b, "%s%s", b->length ? "." : "", f->key);
    else
        buffer_print(b, "[%zu]", f->index);
}

/* Leaves the work at the first field that is not as it must be. */
static _Noreturn void refuse(reader *r, dateline_status status, const field *f, const char *what) {
    buffer b = buffer_in(r->arena);
    add_path(&b, f);
    buffer_print(&b, "%s%s; the timeline is not read", b.length ? " " : "the file ", what);
    r->message = buffer_slice(&b);
    arena_fail(r->arena, status);
}

static _Noreturn void wrong(reader *r, const field *f, const char *what) {
    refuse(r, DATELINE_BAD_FIELD, f, f->value ? what : "is absent");
}

/* ---- Values of one kind -------------------------------------------------------------------- */

static field member(const field *object, const char *key) {
    return (field){cJSON_GetObjectItemCaseSensitive(object->value, key), object, key, 0};
}

static slice text(reader *r, const field *f) {
    if (!cJSON_IsString(f->value))
        wrong(r, f, "is not text");
    return slice_of(f->value->valuestring);
}

static slice text_in(reader *r, const field *object, const char *key) {
    field f = member(object, key);
    return text(r, &f);
}

/* Text in which there is something to see. */
static slice seen_text_in(reader *r, const field *object, const char *key) {
    field f = member(object, key);
    slice read = text(r, &f);
    if (!utf8_trim(read).length)
        wrong(r, &f, "is empty");
    return read;
}

static slice known_text_in(reader *r, const field *object, const char *key) {
    field f = member(object, key);
    return f.value ? text(r, &f) : SLICE("");
}

static double number_in(reader *r, const field *object, const char *key) {
    field f = member(object, key);
    if (!cJSON_IsNumber(f.value))
        wrong(r, &f, "is not a number");
    return f.value->valuedouble;
}

static size_t size_in(reader *r, const field *object, const char *key) {
    double number = number_in(r, object, key);
    field f = member(object, key);
    if (!(number >= 0 && number <= LARGEST_WHOLE) || (double)(size_t)number != number)
        wrong(r, &f, "is not a whole number");
    return (size_t)number;
}

static bool bool_in(reader *r, const field *object, const char *key) {
    field f = member(object, key);
    if (!cJSON_IsBool(f.value))
        wrong(r, &f, "is not true or false");
    return cJSON_IsTrue(f.value);
}

static field array_in(reader *r, const field *object, const char *key) {
    field f = member(object, key);
    if (!cJSON_IsArray(f.value))
        wrong(r, &f, "is not an array");
    return f;
}

static field filled_array_in(reader *r, const field *object, const char *key) {
    field f = array_in(r, object, key);
    if (!f.value->child)
        wrong(r, &f, "is empty");
    return f;
}

/* Reads each item of an array with the function. */
typedef void read_item(reader *r, const field *item, void *out);

static void each_item(reader *r, const field *array, read_item *read, void *out) {
    field item = {NULL, array, NULL, 0};
    cJSON_ArrayForEach(item.value, array->value) {
        read(r, &item, out);
        item.index++;
    }
}

static void require_object(reader *r, const field *f) {
    if (!cJSON_IsObject(f->value))
        wrong(r, f, "is not an object");
}

/* Keeps a text that no item before may have had. */
static void require_new(reader *r, const field *f, slice text_read, map *seen) {
    size_t index = map_count(seen);
    if (*map_at(seen, text_read, index) != index)
        wrong(r, f, "was given to another before");
}

static slice unique_id(reader *r, const field *object, map *seen) {
    field f = member(object, "id");
    slice id = seen_text_in(r, object, "id");
    require_new(r, &f, id, seen);
    return id;
}

static size_t article_index(reader *r, const field *f) {
    const size_t *index = map_find(r->articles, text(r, f));
    if (index)
        return *index;
    wrong(r, f, "is not the id of a listed article");
}

static void push_text(reader *r, const field *item, void *list) {
    *vector_push((slice_list *)list, r->arena) = text(r, item);
}

/* ---- Articles ------------------------------------------------------------------------------ */

static moment read_published(reader *r, const field *object) {
    moment published = {NO_DAY, NO_MINUTE, NO_ZONE};
    field f = member(object, "published");
    if (f.value && full_date_of(text(r, &f), &published) != FULL_DATE_FOUND)
        wrong(r, &f, "is not a date");
    return published;
}

static void read_article(reader *r, const field *item, void *out) {
    timeline *t = out;
    require_object(r, item);
    field from = member(item, "published_from");
    timeline_article read = {
        .id = unique_id(r, item, r->articles),
        .file = known_text_in(r, item, "file"),
        .url = known_text_in(r, item, "url"),
        .title = known_text_in(r, item, "title"),
        .publisher = known_text_in(r, item, "publisher"),
        .published = read_published(r, item),
        .copy_of = known_text_in(r, item, "copy_of"),
    };
    if (!published_from_named(text(r, &from), &read.published_from))
        wrong(r, &from, "is none of the known words");
    *vector_push(&t->articles, r->arena) = read;
}

static void check_copy(reader *r, const field *item, void *out) {
    (void)out;
    field f = member(item, "copy_of");
    if (f.value)
        article_index(r, &f);
}

/* ---- Events -------------------------------------------------------------------------------- */

static day_number day_in(reader *r, const field *object, const char *key) {
    field f = member(object, key);
    day_number day = day_of_text(text(r, &f));
    if (day == NO_DAY)
        wrong(r, &f, "is not a day");
    return day;
}

/* "20:00", or NO_MINUTE where it is absent. */
static int minute_in(reader *r, const field *object, granularity g) {
    field f = member(object, "time");
    if (!f.value)
        return NO_MINUTE;
    slice time = text(r, &f);
    if (g != GRANULARITY_TIME)
        wrong(r, &f, "stands beside another granularity than time");
    bool written = time.length == 5 && time.data[2] == ':';
    for (size_t i = 0; i < time.length && written; i++)
        written = i == 2 || ascii_is_digit(time.data[i]);
    int hour = written ? (time.data[0] - '0') * 10 + time.data[1] - '0' : 24;
    int minute = written ? (time.data[3] - '0') * 10 + time.data[4] - '0' : 60;
    if (hour > 23 || minute > 59)
        wrong(r, &f, "is not a time of day");
    return hour * 60 + minute;
}

static granularity granularity_in(reader *r, const field *object) {
    granularity g;
    field f = member(object, "granularity");
    if (!granularity_named(text(r, &f), &g) || g == GRANULARITY_NONE)
        wrong(r, &f, "is none of the known words");
    return g;
}

/* A set of days is only read; all else is written from the bounds, and must be what they give. */
static bool agrees(reader *r, slice edtf, when said, when w) {
    if (edtf.data[0] == '[')
        return said.days.first == w.days.first && said.days.last == w.days.last;
    return slice_equal(edtf, when_edtf(r->arena, w));
}

static when read_when(reader *r, const field *event, slice *edtf) {
    when said;
    field date = member(event, "date"), latest = member(event, "latest");
    *edtf = text(r, &date);
    if (!when_of_edtf(*edtf, &said))
        wrong(r, &date, "is not an EDTF date");
    when w = {.days = {day_in(r, event, "earliest"), day_in(r, event, "latest")},
              .granularity = granularity_in(r, event),
              .approximate = said.approximate,
              .some_day = said.some_day};
    w.minute = minute_in(r, event, w.granularity);
    if (w.days.first > w.days.last)
        wrong(r, &latest, "is before the earliest day");
    if (!agrees(r, *edtf, said, w))
        wrong(r, &date, "does not agree with earliest, latest and granularity");
    return w;
}

/* Calendars take two events with one UID for one event. */
static slice unique_uuid(reader *r, const field *object, map *seen) {
    field f = member(object, "uid");
    slice uuid = text(r, &f);
    bool written = uuid.length == UUID_TEXT_SIZE - 1;
    for (size_t i = 0; i < uuid.length && written; i++) {
        bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        char c = uuid.data[i];
        written = is_dash ? c == '-' : ascii_is_digit(c) || (c >= 'a' && c <= 'f');
    }
    if (!written)
        wrong(r, &f, "is not a UUID in lower case");
    require_new(r, &f, uuid, seen);
    return uuid;
}

static void push_article(reader *r, const field *item, void *out) {
    figure_value *v = out;
    *vector_push(&v->articles, r->arena) = article_index(r, item);
}

static void read_value(reader *r, const field *item, void *out) {
    entry_figure *owner = out;
    require_object(r, item);
    field how_far = member(item, "bound"), articles = array_in(r, item, "articles");
    figure_value read = {.number = number_in(r, item, "number")};
    if (!bound_named(text(r, &how_far), &read.bound))
        wrong(r, &how_far, "is none of the known words");
    each_item(r, &articles, push_article, &read);
    *vector_push(&owner->values, r->arena) = read;
}

static void read_figure(reader *r, const field *item, void *out) {
    entry *e = out;
    require_object(r, item);
    field values = filled_array_in(r, item, "values");
    entry_figure read = {.of = text_in(r, item, "of")};
    each_item(r, &values, read_value, &read);
    *vector_push(&e->figures, r->arena) = read;
}

static slice quote_in(reader *r, const field *object) {
    slice quote = text_in(r, object, "quote");
    field length = member(object, "length");
    if (size_in(r, object, "length") != quote.length)
        wrong(r, &length, "is not the number of the quote's bytes");
    return quote;
}

static void read_mention(reader *r, const field *item, void *out) {
    entry *e = out;
    require_object(r, item);
    field listed = member(item, "article"), how = member(item, "how");
    entry_mention read = {
        .article = article_index(r, &listed),
        .quote = quote_in(r, item),
        .start = size_in(r, item, "start"),
        .timex = text_in(r, item, "timex"),
        .value = text_in(r, item, "value"),
        .anchor = known_text_in(r, item, "anchor"),
        .attribution = known_text_in(r, item, "attribution"),
        .negated = bool_in(r, item, "negated"),
    };
    if (!timex_how_named(text(r, &how), &read.how))
        wrong(r, &how, "is none of the known words");
    *vector_push(&e->mentions, r->arena) = read;
}

static double salience_in(reader *r, const field *event) {
    double salience = number_in(r, event, "salience");
    field f = member(event, "salience");
    if (!(salience >= 0 && salience <= 1))
        wrong(r, &f, "is not from 0 to 1");
    return salience;
}

static unsigned sequence_in(reader *r, const field *event) {
    field f = member(event, "sequence");
    size_t sequence = f.value ? size_in(r, event, "sequence") : 0;
    if (sequence > HIGHEST_SEQUENCE)
        wrong(r, &f, "is too large");
    return (unsigned)sequence;
}

static void read_lists(reader *r, const field *event, entry *e) {
    field actors = array_in(r, event, "actors"), places = array_in(r, event, "places");
    field figures = array_in(r, event, "figures");
    field mentions = filled_array_in(r, event, "mentions");
    each_item(r, &actors, push_text, &e->actors);
    each_item(r, &places, push_text, &e->places);
    each_item(r, &figures, read_figure, e);
    each_item(r, &mentions, read_mention, e);
}

static void read_event(reader *r, const field *item, void *out) {
    timeline *t = out;
    require_object(r, item);
    field status = member(item, "status");
    entry e = {
        .id = unique_id(r, item, r->entries),
        .uid = unique_uuid(r, item, r->uids),
        .title = seen_text_in(r, item, "title"),
        .summary = text_in(r, item, "summary"),
        .attribution = known_text_in(r, item, "attribution"),
        .salience = salience_in(r, item),
        .sequence = sequence_in(r, item),
    };
    e.when = read_when(r, item, &e.edtf);
    if (!event_status_named(text(r, &status), &e.status))
        wrong(r, &status, "is none of the known words");
    read_lists(r, item, &e);
    *vector_push(&t->entries, r->arena) = e;
}

/* A line that `extract` wrote; whether it is one, is seen when it is read again. */
static void read_extracted(reader *r, const field *item, void *out) {
    timeline *t = out;
    require_object(r, item);
    *vector_push(&t->extracted, r->arena) = json_print(r->arena, item->value);
}

/* ---- The whole ----------------------------------------------------------------------------- */

static void require_version(reader *r) {
    field version = member(&r->root, "dateline");
    if (number_in(r, &r->root, "dateline") != TIMELINE_JSON_VERSION)
        refuse(r, DATELINE_UNSUPPORTED, &version, "is another version than this program reads");
}

static dateline_status read_timeline(void *context) {
    reader *r = context;
    require_object(r, &r->root);
    require_version(r);
    field articles = array_in(r, &r->root, "articles");
    field events = array_in(r, &r->root, "events");
    timeline *t = r->timeline = ARENA_NEW(r->arena, timeline);
    t->owner = r->arena;
    t->title = text_in(r, &r->root, "title");
    r->articles = map_new(r->arena);
    r->entries = map_new(r->arena);
    r->uids = map_new(r->arena);
    each_item(r, &articles, read_article, t);
    each_item(r, &articles, check_copy, NULL);
    each_item(r, &events, read_event, t);
    field extracted = member(&r->root, "extract");
    if (extracted.value) {
        extracted = array_in(r, &r->root, "extract");
        each_item(r, &extracted, read_extracted, t);
    }
    return DATELINE_OK;
}

dateline_status timeline_of_json(slice bytes, slice file, arena *a, timeline **out,
                                 diagnostics *said) {
    dateline_status status;
    size_t offset;
    *out = NULL;
    reader r = {.arena = a, .root = {.value = json_parse(a, bytes, &status, &offset)}};
    if (!r.root.value) {
        diagnose(said, status, DATELINE_SKIPPED, file, offset, "%s; the timeline is not read",
                 dateline_status_text(status));
        return status;
    }
    status = arena_guard(a, read_timeline, &r);
    if (status == DATELINE_OK)
        *out = r.timeline;
    else if (status == DATELINE_NO_MEMORY)
        arena_fail(a, status);
    else
        diagnose(said, status, DATELINE_SKIPPED, file, DATELINE_NO_OFFSET, "%.*s",
                 SLICE_ARGS(r.message));
    return status;
}
