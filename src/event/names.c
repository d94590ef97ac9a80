/* SPDX-License-Identifier: MIT */
#include "event/names.h"

#include "event/actors.h"
#include "event/places.h"

void names_find(const clause_list *l, dated told, slice subject_name, arena *a, mention *out) {
    if (subject_name.length)
        actors_add_named(subject_name, a, &out->actors);
    actors_find(l->tree, told, a, &out->actors);
    places_find(l, told, a, &out->places);
}
