/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/json.h"
#include "base/whole_file.h"
#include "timeline/train/timeline_training.h"
#include "timeline/weights.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

slice training_bytes(arena *a, const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        arena_fail(a, DATELINE_CANNOT_READ);
    }
    buffer bytes = buffer_in(a);
    char piece[65536];
    for (size_t length; (length = fread(piece, 1, sizeof piece, file)) > 0;)
        buffer_add(&bytes, (slice){piece, length});
    fclose(file);
    return buffer_slice(&bytes);
}

static timeline *build(const char *folder, slice about, arena *a) {
    dateline_options options = {.about = about.data};
    dateline *job;
    dateline_timeline *made = NULL;
    dateline_status status = dateline_new(&options, &job);
    if (status == DATELINE_OK)
        status = dateline_add_path(job, arena_format(a, "%s/articles.jsonl", folder).data);
    if (status == DATELINE_OK)
        status = dateline_build(job, &made);
    dateline_free(job);
    if (status != DATELINE_OK) {
        fprintf(stderr, "%s: %s\n", folder, dateline_status_text(status));
        arena_fail(a, status);
    }
    return made;
}

static int compare_days(const void *left, const void *right) {
    const hand_day *a = left, *b = right;
    return (a->day > b->day) - (a->day < b->day);
}

static slice text_of(const cJSON *line, arena *a) {
    buffer text = buffer_in(a);
    const cJSON *item;
    cJSON_ArrayForEach(item, json_array_of(line, "text")) {
        buffer_add(&text, slice_of(cJSON_GetStringValue(item)));
        buffer_add_char(&text, '\n');
    }
    return buffer_slice(&text);
}

static hand_timeline read_by_hand(const char *path, arena *a) {
    hand_timeline t = {0};
    slice bytes = training_bytes(a, path);
    for (size_t start = 0, end; start < bytes.length; start = end + 1) {
        dateline_status status;
        size_t wrong_at;
        end = slice_find(bytes, SLICE("\n"), start);
        end = end == SIZE_MAX ? bytes.length : end;
        const cJSON *line = json_parse(a, slice_range(bytes, start, end), &status, &wrong_at);
        day_number day = line ? day_of_text(json_text(line, "date")) : NO_DAY;
        if (day != NO_DAY)
            *vector_push(&t.days, a) = (hand_day){day, text_of(line, a)};
    }
    if (t.days.count)
        qsort(t.days.items, t.days.count, sizeof *t.days.items, compare_days);
    return t;
}

const hand_day *hand_day_of(const hand_timeline *t, day_number day) {
    hand_day wanted = {.day = day};
    return t->days.count
               ? bsearch(&wanted, t->days.items, t->days.count, sizeof wanted, compare_days)
               : NULL;
}

static int is_gold(const struct dirent *file) {
    return slice_ends_with(slice_of(file->d_name), SLICE(".jsonl"));
}

topic topic_read(const char *folder, arena *a) {
    slice query = slice_trim(training_bytes(a, arena_format(a, "%s/query.txt", folder).data));
    topic t = {.folder = folder, .about = arena_copy(a, query)};
    t.timeline = build(folder, t.about, a);
    struct dirent **files;
    slice gold = arena_format(a, "%s/gold", folder);
    int count = scandir(gold.data, &files, is_gold, alphasort);
    for (int i = 0; i < count; i++) {
        const char *path = arena_format(a, "%s/%s", gold.data, files[i]->d_name).data;
        *vector_push(&t.by_hand, a) = read_by_hand(path, a);
        free(files[i]);
    }
    if (count >= 0)
        free(files);
    return t;
}

void topic_free(topic *t) {
    dateline_timeline_free(t->timeline);
}

static dateline_status write_file(const char *path, slice bytes) {
    whole_file *file;
    dateline_status status = whole_file_open(path, &file);
    if (status == DATELINE_OK && !whole_file_add(file, bytes.data, bytes.length))
        status = DATELINE_CANNOT_WRITE;
    if (status == DATELINE_OK)
        status = whole_file_commit(file);
    whole_file_close(file);
    if (status != DATELINE_OK)
        perror(path);
    return status;
}

dateline_status weights_write(const char *path, const char kind[8], uint32_t version,
                              const double *weights, size_t count, arena *a) {
    size_t length = sizeof(model_head) + count * sizeof(int32_t);
    char *bytes = arena_calloc(a, length, 1);
    for (size_t i = 0; i < count; i++) {
        int32_t weight = (int32_t)lround(weights[i] * WEIGHT_UNIT);
        memcpy(bytes + sizeof(model_head) + i * sizeof weight, &weight, sizeof weight);
    }
    model_seal(bytes, length, kind, version);
    return write_file(path, (slice){bytes, length});
}
