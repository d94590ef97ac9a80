/* SPDX-License-Identifier: MIT */
/* A job as a program that uses the library sees it: what is counted, what an entry tells. */
#include "dateline.h"

#include "support/check.h"

#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/dateline-job-XXXXXX", path[sizeof folder + 10];

#define DATED                                                                                      \
    "{\"id\":\"a\",\"published\":\"2023-03-08\",\"text\":\"Rain falls. The old mill burned down "  \
    "on Tuesday.\"}\n"
#define UNDATED "{\"id\":\"b\",\"text\":\"A choir sings in the hall.\"}\n"
#define BROKEN  "{\"id\":\n"

static bool ignore(void *user, const char *bytes, size_t length) {
    (void)user, (void)bytes, (void)length;
    return true;
}

static dateline *job_of(const char *lines, size_t threads) {
    dateline_options options = {.threads = threads};
    dateline *job = NULL;
    FILE *file = fopen(path, "w");
    CHECK(file && fputs(lines, file) >= 0 && fclose(file) == 0);
    CHECK_INT(dateline_new(&options, &job), DATELINE_OK);
    CHECK_INT(dateline_add_path(job, path), DATELINE_OK);
    return job;
}

static void counts_what_was_read(void) {
    static const struct {
        const char *lines;
        size_t articles, undated, skipped;
    } cases[] = {
        {DATED, 1, 0, 0},
        {UNDATED, 1, 1, 0},
        {DATED UNDATED UNDATED BROKEN, 3, 2, 1},
        {BROKEN DATED BROKEN, 1, 0, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t threads = 1; threads <= 3; threads += 2) {
            dateline *job = job_of(cases[i].lines, threads);
            CHECK_INT(dateline_read(job, ignore, NULL), DATELINE_OK);
            dateline_counts counts = dateline_job_counts(job);
            CHECK_INT(counts.articles, cases[i].articles);
            CHECK_INT(counts.undated, cases[i].undated);
            CHECK_INT(counts.skipped, cases[i].skipped);
            dateline_free(job);
        }
}

static void tells_its_entries(void) {
    dateline *job = job_of(DATED UNDATED, 1);
    dateline_timeline *told = NULL;
    CHECK_INT(dateline_build(job, &told), DATELINE_OK);
    CHECK_INT(dateline_event_count(told), 1);
    const dateline_event *e = dateline_event_at(told, 0);
    CHECK(e && !dateline_event_at(told, 1));
    if (e) {
        CHECK(strcmp(e->date, "2023-03-07") == 0);
        CHECK(strcmp(e->title, "The old mill burned down") == 0);
        CHECK_INT(e->mention_count, 1);
        CHECK(strcmp(e->mentions[0].article, "a") == 0);
        CHECK(strcmp(e->mentions[0].timex, "Tuesday") == 0 ||
              strcmp(e->mentions[0].timex, "on Tuesday") == 0);
    }
    dateline_timeline_free(told);
    dateline_free(job);
}

static void knows_formats_by_their_suffixes(void) {
    static const struct {
        const char *name;
        int format; /* -1: none */
    } cases[] = {
        {"a.json", DATELINE_JSON},
        {"a.timeline.json", DATELINE_TIMELINEJS},
        {"folder.json/a.ics", DATELINE_ICS},
        {"a.unknown", -1},
        {"folder.ics/a", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dateline_format format = DATELINE_TXT;
        bool known = dateline_format_of_path(cases[i].name, &format);
        CHECK_INT(known ? (int)format : -1, cases[i].format);
    }
}

int main(void) {
    if (!mkdtemp(folder))
        return EXIT_FAILURE;
    snprintf(path, sizeof path, "%s/a.jsonl", folder);
    RUN(counts_what_was_read);
    RUN(tells_its_entries);
    RUN(knows_formats_by_their_suffixes);
    unlink(path);
    rmdir(folder);
    return tests_end();
}
