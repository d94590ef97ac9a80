/* SPDX-License-Identifier: MIT */
#include "write/chart_card.h"

#include "base/buffer.h"
#include "base/map.h"
#include "write/chart_wording.h"
#include "write/wording.h"

#include <stdlib.h>

static const chart_line date_line = {.font = {.size = 10, .bold = true}, .ink = CHART_BLACK};
static const chart_line year_line = {.font = {.size = 9}, .ink = CHART_GREY};
static const chart_line kicker_line = {.font = {.size = 9, .bold = true}, .ink = CHART_OWN};
static const chart_line title_line = {.font = {.size = 11}, .ink = CHART_BLACK};
static const chart_line lead_line = {.font = {.size = 12, .bold = true}, .ink = CHART_BLACK};
static const chart_line figure_line = {.font = {.size = 9}, .ink = CHART_BLACK};
static const chart_line note_line = {.font = {.size = 9}, .ink = CHART_GREY};

#define DATE_AND_STATUS " · " /* between them */

#define MOST_TITLE_LINES  4
#define MOST_NOTE_LINES   2
#define MOST_FIGURE_LINES 3
#define MOST_DATE_LINES   3 /* as high as the lowest card */
#define FEW_COUNTED       6
#define YEARS_OF_DECADE   10
#define MOST_COUNTED_TOLD 12   /* titles in the tooltip of what is only counted */
#define LEADING_THOUSANDS 1300 /* height of a line, thousandths of the font's size */

int chart_line_height(chart_font font) {
    return (font.size * LEADING_THOUSANDS + 999) / 1000;
}

int chart_lines_height(const chart_line_list *lines) {
    int height = 0;
    for (size_t i = 0; i < lines->count; i++)
        height += chart_line_height(lines->items[i].font);
    return height;
}

static void add_lines(arena *a, chart_line_list *lines, slice text, chart_line like, int width,
                      size_t most) {
    slice_list wrapped = chart_text_wrap(a, text, like.font, width, most);
    for (size_t i = 0; i < wrapped.count; i++) {
        like.text = wrapped.items[i];
        *vector_push(lines, a) = like;
    }
}

/* ---- The lines of a card ------------------------------------------------------------------ */

/* What is written while the cards are made, one after the other. */
typedef struct card_work {
    arena *arena;
    const timeline *timeline;
    const card_form *form;
    map *entries;              /* index by id */
    size_t *card_of;           /* of each entry; NO_CARD where it is only counted */
    size_t mark[MOST_LANES];   /* the last card of the lane, if it is of counted entries */
    int last_year[MOST_LANES]; /* that a card of the lane began in */
    chart_card_list cards;
} card_work;

/* The year is said where it is not that of the card before. */
static slice date_text(card_work *w, when date, size_t lane) {
    slice text = wording_of_date_in_year(w->arena, date);
    int year = civil_of(date.days.first).year;
    slice digits = arena_format(w->arena, "%d", year);
    if (year == w->last_year[lane] || slice_find(text, digits, 0) != SIZE_MAX)
        return text;
    return arena_format(w->arena, "%.*s %d", SLICE_ARGS(text), year);
}

/* "PLANNED", with the date before it where that stands inside the card. */
static slice kicker_text_of(card_work *w, const chart_card *card) {
    slice status = chart_status_text(w->arena, card->status);
    if (!w->form->date_inside)
        return status;
    slice date = date_text(w, card->when, card->lane);
    return status.length ? arena_format(w->arena, "%.*s" DATE_AND_STATUS "%.*s", SLICE_ARGS(date),
                                        SLICE_ARGS(status))
                         : date;
}

/* The entry that the date was counted from, or NULL. */
static const entry *anchor_of(const card_work *w, const entry *e) {
    for (size_t i = 0; i < e->mentions.count; i++) {
        const size_t *index = map_find(w->entries, e->mentions.items[i].anchor);
        if (index && &w->timeline->entries.items[*index] != e)
            return &w->timeline->entries.items[*index];
    }
    return NULL;
}

static slice attribution_text(arena *a, const entry *e) {
    return chart_text_clean(a, wording_of_attribution(a, e->attribution));
}

/* Whether a source says how far from the anchor it is, and not only that it came after. */
static bool is_counted(const entry *e) {
    for (size_t i = 0; i < e->mentions.count; i++)
        if (e->mentions.items[i].anchor.length && e->mentions.items[i].value.length)
            return true;
    return false;
}

static slice anchor_text(arena *a, const entry *e, const entry *anchor) {
    slice date = wording_of_date(a, anchor->when), title = chart_text_clean(a, anchor->title);
    return arena_format(a, "%s %.*s: %.*s", is_counted(e) ? "Dated from" : "After",
                        SLICE_ARGS(date), SLICE_ARGS(title));
}

static chart_line_list card_lines(card_work *w, const chart_card *card, bool leads) {
    arena *a = w->arena;
    const entry *e = card->entry, *anchor = anchor_of(w, e);
    int width = w->form->width - 2 * CARD_INSET_X;
    chart_line_list lines = {0};
    chart_line title = leads ? lead_line : title_line;
    title.struck = e->status == EVENT_CANCELLED;
    add_lines(a, &lines, kicker_text_of(w, card), kicker_line, width, 1);
    add_lines(a, &lines, chart_title_text(a, e, !w->form->date_inside), title, width,
              MOST_TITLE_LINES);
    add_lines(a, &lines, chart_figures_text(a, e), figure_line, width, MOST_FIGURE_LINES);
    add_lines(a, &lines, attribution_text(a, e), note_line, width, MOST_NOTE_LINES);
    if (anchor)
        add_lines(a, &lines, anchor_text(a, e, anchor), note_line, width, MOST_NOTE_LINES);
    add_lines(a, &lines, chart_sources_text(a, w->timeline, e), note_line, width, MOST_NOTE_LINES);
    while (chart_lines_height(&lines) + 2 * CARD_INSET_Y > w->form->most_height && lines.count > 1)
        lines.count--;
    return lines;
}

/* ---- Cards -------------------------------------------------------------------------------- */

static void add_card(card_work *w, size_t index) {
    arena *a = w->arena;
    const entry *e = &w->timeline->entries.items[index];
    chart_card card = {.entry = e,
                       .days = e->when.days,
                       .when = e->when,
                       .status = e->status,
                       .lane = w->form->lanes->of_entry[index],
                       .anchor = NO_CARD,
                       .link = chart_link(w->timeline, e),
                       .tooltip = chart_tooltip(a, w->timeline, e),
                       .label = chart_label(a, w->timeline, e)};
    card.lines = card_lines(w, &card, w->form->choice->leads[index]);
    card.height = chart_lines_height(&card.lines) + 2 * CARD_INSET_Y;
    size_t mark = w->mark[card.lane];
    if (mark != NO_CARD && e->when.days.first > w->cards.items[mark].days.first)
        w->mark[card.lane] = NO_CARD;
    w->last_year[card.lane] = civil_of(e->when.days.first).year;
    *vector_push(&w->cards, a) = card;
}

/* True where what is counted goes on with the day: in its month, or in its year while it is little.
 */
static bool goes_on(const chart_card *mark, day_number day) {
    civil_date first = civil_of(mark->days.first), next = civil_of(day);
    if (mark->counted < FEW_COUNTED)
        return first.year / YEARS_OF_DECADE == next.year / YEARS_OF_DECADE;
    return first.year == next.year && first.month == next.month;
}

/* Counts the entry in its lane's card of counted entries, or in a new one. */
static void count_entry(card_work *w, size_t index) {
    const entry *e = &w->timeline->entries.items[index];
    size_t lane = w->form->lanes->of_entry[index];
    day_number day = e->when.days.first;
    if (w->mark[lane] == NO_CARD || !goes_on(&w->cards.items[w->mark[lane]], day)) {
        w->mark[lane] = w->cards.count;
        *vector_push(&w->cards, w->arena) =
            (chart_card){.lane = lane,
                         .anchor = NO_CARD,
                         .days = {day, day},
                         .when = when_of(e->when.days, GRANULARITY_DAY)};
    }
    chart_card *card = &w->cards.items[w->mark[lane]];
    slice title = chart_text_clean(w->arena, e->title);
    card->counted++;
    card->counts[e->status]++;
    card->days.last = day;
    if (e->when.days.last > card->when.days.last)
        card->when.days.last = e->when.days.last;
    if (card->counted <= MOST_COUNTED_TOLD)
        card->tooltip = arena_format(w->arena, "%.*s%s%.*s", SLICE_ARGS(card->tooltip),
                                     card->tooltip.length ? " · " : "", SLICE_ARGS(title));
}

/* True where a card before the one at `index` in its lane tells of its only day. */
static bool day_is_told(const card_work *w, size_t index) {
    const chart_card *card = &w->cards.items[index];
    if (card->when.days.last > card->days.first)
        return false;
    for (size_t i = index; i-- > 0 && w->cards.items[i].days.first == card->days.first;)
        if (w->cards.items[i].lane == card->lane)
            return true;
    return false;
}

/* The finest part of the calendar that is all of the days. */
static granularity granularity_of(day_span days) {
    static const granularity parts[] = {GRANULARITY_DAY, GRANULARITY_WEEK, GRANULARITY_MONTH,
                                        GRANULARITY_YEAR};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        day_span part = unit_span(parts[i], days.first);
        if (part.first == days.first && part.last == days.last)
            return parts[i];
    }
    return GRANULARITY_SPAN;
}

/* The words of a card of counted entries, once all are counted. */
static void finish_mark(card_work *w, size_t index) {
    arena *a = w->arena;
    chart_card *card = &w->cards.items[index];
    slice count = wording_of_number(a, (double)card->counted);
    card->when.granularity = granularity_of(card->when.days);
    slice date = wording_of_date_in_year(a, card->when), full = wording_of_date(a, card->when);
    slice text = day_is_told(w, index)
                     ? arena_format(a, "%.*s more", SLICE_ARGS(count))
                     : arena_format(a, "%.*s more, %.*s", SLICE_ARGS(count), SLICE_ARGS(date));
    int width = w->form->width - w->form->width / COUNT_SHARE - 2 * CARD_INSET_X;
    add_lines(a, &card->lines, text, note_line, width, MOST_NOTE_LINES);
    card->height = chart_lines_height(&card->lines) + 2 * CARD_INSET_Y;
    card->label = arena_format(a, "%.*s: %.*s more events", SLICE_ARGS(full), SLICE_ARGS(count));
    if (card->counted > MOST_COUNTED_TOLD)
        card->tooltip = arena_format(a, "%.*s …", SLICE_ARGS(card->tooltip));
}

/* In order of time; of a day the entries that are told, and behind them those that are not. */
static int by_day(const void *a, const void *b) {
    const chart_card *x = a, *y = b;
    if (x->days.first != y->days.first)
        return x->days.first < y->days.first ? -1 : 1;
    if (!x->entry != !y->entry)
        return x->entry ? -1 : 1;
    if (x->entry)
        return (x->entry > y->entry) - (x->entry < y->entry);
    return (x->lane > y->lane) - (x->lane < y->lane);
}

static void find_anchors(card_work *w) {
    const entry *entries = w->timeline->entries.items;
    for (size_t i = 0; i < w->timeline->entries.count; i++)
        w->card_of[i] = NO_CARD;
    for (size_t i = 0; i < w->cards.count; i++)
        if (w->cards.items[i].entry)
            w->card_of[w->cards.items[i].entry - entries] = i;
    for (size_t i = 0; i < w->cards.count; i++) {
        chart_card *card = &w->cards.items[i];
        const entry *anchor = card->entry ? anchor_of(w, card->entry) : NULL;
        if (anchor)
            card->anchor = w->card_of[anchor - entries];
    }
}

chart_card_list chart_cards(arena *a, const timeline *t, const card_form *form) {
    card_work w = {.arena = a,
                   .timeline = t,
                   .form = form,
                   .entries = map_new(a),
                   .card_of = ARENA_ARRAY(a, size_t, t->entries.count)};
    for (size_t lane = 0; lane < MOST_LANES; lane++)
        w.mark[lane] = NO_CARD;
    for (size_t i = 0; i < t->entries.count; i++)
        map_at(w.entries, t->entries.items[i].id, i);
    for (size_t i = 0; i < t->entries.count; i++)
        if (form->choice->told[i])
            add_card(&w, i);
        else
            count_entry(&w, i);
    if (w.cards.count)
        qsort(w.cards.items, w.cards.count, sizeof *w.cards.items, by_day);
    for (size_t i = 0; i < w.cards.count; i++)
        if (w.cards.items[i].counted)
            finish_mark(&w, i);
    find_anchors(&w);
    return w.cards;
}

void chart_drop_date(chart_card *card) {
    slice *kicker = &card->lines.items[0].text;
    size_t status = slice_find(*kicker, SLICE(DATE_AND_STATUS), 0);
    if (status != SIZE_MAX) {
        *kicker = slice_range(*kicker, status + strlen(DATE_AND_STATUS), kicker->length);
        return;
    }
    card->height -= chart_line_height(card->lines.items[0].font);
    card->lines.items++;
    card->lines.count--;
}

/* ---- Dates beside cards ------------------------------------------------------------------- */

/* "20 Jan" stays on one line: the space behind a number does not break. */
static slice with_days_unbroken(arena *a, slice date) {
    buffer b = buffer_in(a);
    for (size_t i = 0; i < date.length; i++)
        if (date.data[i] == ' ' && i && ascii_is_digit(date.data[i - 1]))
            buffer_add(&b, SLICE("\xC2\xA0"));
        else
            buffer_add_char(&b, date.data[i]);
    return buffer_slice(&b);
}

/* A single day has its weekday below it; the time of day is said at the card. */
static chart_line_list day_lines(arena *a, day_number day, slice year, int width) {
    chart_line_list lines = {0};
    slice date = wording_of_date_in_year(a, when_of_day(day));
    size_t space = slice_find(date, SLICE(" "), 0);
    slice weekday = slice_range(date, 0, space);
    add_lines(a, &lines, slice_range(date, space + 1, date.length), date_line, width, 1);
    if (year.length)
        weekday = arena_format(a, "%.*s %.*s", SLICE_ARGS(weekday), SLICE_ARGS(year));
    add_lines(a, &lines, weekday, year_line, width, 1);
    return lines;
}

static chart_line_list span_lines(arena *a, when w, slice year, int width) {
    chart_line_list lines = {0};
    slice date = with_days_unbroken(a, wording_of_date_in_year(a, w));
    bool add_year = year.length && slice_find(date, year, 0) == SIZE_MAX;
    add_lines(a, &lines, date, date_line, width, MOST_DATE_LINES - add_year);
    if (add_year)
        add_lines(a, &lines, year, year_line, width, 1);
    return lines;
}

chart_line_list chart_date_lines(arena *a, when w, bool with_year, int width) {
    slice year = SLICE("");
    if (with_year)
        year = arena_format(a, "%d", civil_of(w.days.first).year);
    return chart_date_is_span(w) ? span_lines(a, w, year, width)
                                 : day_lines(a, w.days.first, year, width);
}
