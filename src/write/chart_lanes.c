/* SPDX-License-Identifier: MIT */
#include "write/chart_lanes.h"

#include "base/map.h"
#include "write/chart_text.h"
#include "write/chart_wording.h"

#define NO_LANE    SIZE_MAX
#define LEAST_LANE 2 /* entries of a name that has a lane of its own */

/* The names that an entry can have its lane by. */
static slice_list names_of(arena *a, const timeline *t, const entry *e, dateline_lanes by) {
    slice_list publisher = {0};
    if (by == DATELINE_LANES_BY_PLACE)
        return e->places;
    if (by == DATELINE_LANES_BY_ACTOR)
        return e->actors;
    for (size_t i = 0; i < e->mentions.count && !publisher.count; i++) {
        slice name = chart_publisher(a, &t->articles.items[e->mentions.items[i].article]);
        if (name.length)
            *vector_push(&publisher, a) = name;
    }
    return publisher;
}

static bool has_name(const slice_list *names, slice name) {
    return slice_index(names->items, names->count, name) != SIZE_MAX;
}

/* The name that most of the entries without a lane have, and how many; of several the first. */
static slice commonest_name(arena *a, const slice_list *names, const size_t *lane_of, size_t count,
                            size_t *most) {
    slice best = SLICE("");
    map *times = map_new(a);
    *most = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; lane_of[i] == NO_LANE && k < names[i].count; k++)
            ++*map_at(times, names[i].items[k], 0);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; lane_of[i] == NO_LANE && k < names[i].count; k++)
            if (*map_at(times, names[i].items[k], 0) > *most) {
                best = names[i].items[k];
                *most = *map_at(times, best, 0);
            }
    return best;
}

/* Gives the entries without a lane that have the name, or all of them where `names` is NULL, the
   next lane. */
static void add_lane(chart_lanes *lanes, slice label, slice name, const slice_list *names,
                     size_t count) {
    for (size_t i = 0; i < count; i++)
        if (lanes->of_entry[i] == NO_LANE && (!names || has_name(&names[i], name))) {
            lanes->of_entry[i] = lanes->count;
            lanes->sizes[lanes->count]++;
        }
    lanes->names[lanes->count] = label;
    lanes->count += lanes->sizes[lanes->count] > 0;
}

static slice others_name(dateline_lanes by) {
    return by == DATELINE_LANES_BY_PLACE   ? SLICE("Elsewhere")
           : by == DATELINE_LANES_BY_ACTOR ? SLICE("Others")
                                           : SLICE("Other sources");
}

chart_lanes chart_lanes_of(arena *a, const timeline *t, dateline_lanes by, size_t most) {
    size_t count = t->entries.count, times;
    chart_lanes lanes = {.of_entry = ARENA_ARRAY(a, size_t, count)};
    slice_list *names = ARENA_ARRAY(a, slice_list, count);
    for (size_t i = 0; i < count; i++) {
        lanes.of_entry[i] = NO_LANE;
        names[i] = names_of(a, t, &t->entries.items[i], by);
    }
    while (by != DATELINE_NO_LANES && lanes.count + 1 < most) {
        slice name = commonest_name(a, names, lanes.of_entry, count, &times);
        if (times < LEAST_LANE)
            break;
        add_lane(&lanes, chart_text_clean(a, name), name, names, count);
    }
    add_lane(&lanes, lanes.count ? others_name(by) : SLICE(""), SLICE(""), NULL, count);
    lanes.count += lanes.count == 0;
    return lanes;
}
