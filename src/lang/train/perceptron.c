/* SPDX-License-Identifier: MIT */
#include "lang/train/perceptron.h"

static size_t find_slot(const perceptron *p, uint64_t feature) {
    size_t at = (size_t)(feature % p->slot_count);
    while (p->slots[at] && p->rows.items[p->slots[at] - 1].feature != feature)
        at = at + 1 == p->slot_count ? 0 : at + 1;
    return at;
}

static void grow(perceptron *p) {
    p->slot_count = p->slot_count ? p->slot_count * 2 + 1 : 1 << 20;
    p->slots = ARENA_ARRAY(p->owner, uint32_t, p->slot_count);
    for (size_t i = 0; i < p->rows.count; i++)
        p->slots[find_slot(p, p->rows.items[i].feature)] = (uint32_t)i + 1;
}

uint32_t perceptron_row(perceptron *p, uint64_t feature, bool add) {
    if (p->rows.count * 3 >= p->slot_count * 2)
        grow(p);
    size_t at = find_slot(p, feature);
    if (!p->slots[at] && !add)
        return NO_ROW;
    if (!p->slots[at]) {
        vector_push(&p->rows, p->owner)->feature = feature;
        p->slots[at] = (uint32_t)p->rows.count;
    }
    return p->slots[at] - 1;
}

void perceptron_score(const perceptron *p, const uint32_t *rows, size_t count, int32_t *scores) {
    for (size_t i = 0; i < count; i++) {
        if (rows[i] == NO_ROW)
            continue;
        const weight_row *row = &p->rows.items[rows[i]];
        for (size_t k = 0; k < row->count; k++)
            scores[row->weights[k].label] += row->weights[k].weight;
    }
}

static row_weight *weight_of(perceptron *p, weight_row *row, uint8_t label) {
    for (size_t k = 0; k < row->count; k++)
        if (row->weights[k].label == label)
            return &row->weights[k];
    if (row->count == row->capacity) {
        uint16_t capacity = (uint16_t)(row->capacity ? row->capacity * 2 : 2);
        row_weight *moved = ARENA_ARRAY(p->owner, row_weight, capacity);
        if (row->count)
            memcpy(moved, row->weights, row->count * sizeof *moved);
        row->weights = moved;
        row->capacity = capacity;
    }
    row_weight *fresh = &row->weights[row->count++];
    *fresh = (row_weight){.label = label, .since = p->step};
    return fresh;
}

static void change(perceptron *p, weight_row *row, uint8_t label, int32_t by) {
    row_weight *w = weight_of(p, row, label);
    w->total += (int64_t)w->weight * (p->step - w->since);
    w->since = p->step;
    w->weight += by;
}

void perceptron_update(perceptron *p, const uint32_t *rows, size_t count, uint8_t right,
                       uint8_t wrong) {
    for (size_t i = 0; i < count; i++) {
        if (rows[i] == NO_ROW)
            continue;
        change(p, &p->rows.items[rows[i]], right, 1);
        change(p, &p->rows.items[rows[i]], wrong, -1);
    }
}

int64_t perceptron_average(const perceptron *p, const row_weight *w) {
    int64_t total = w->total + (int64_t)w->weight * (p->step - w->since);
    return total * PERCEPTRON_UNITS / p->step;
}

void perceptron_end_run(perceptron *p) {
    for (size_t i = 0; i < p->rows.count; i++)
        for (size_t k = 0; k < p->rows.items[i].count; k++) {
            row_weight *w = &p->rows.items[i].weights[k];
            *w = (row_weight){.sum = w->sum + perceptron_average(p, w), .label = w->label};
        }
    p->step = 0;
    p->runs++;
}
