/* SPDX-License-Identifier: MIT */
/* example INPUT...: what happened when, in the sources' words; story.ics is the calendar of it. */
#include <dateline.h>
#include <stdio.h>

static void report(void *user, const dateline_diagnostic *said) {
    (void)user;
    fprintf(stderr, "%s: %s\n", said->document, said->message);
}

static void print_event(const dateline_event *event) {
    printf("%s  %s", event->date, event->title);
    printf(*event->attribution ? " (%s, says %s)\n" : " (%s)\n", event->status, event->attribution);
    for (size_t i = 0; i < event->mention_count; i++)
        printf("    \"%s\" [%s]\n", event->mentions[i].quote, event->mentions[i].article);
}

int main(int argc, char **argv) {
    dateline_options options = {.max_dates = 10, .report = report};
    dateline *job = NULL;
    dateline_timeline *story = NULL;
    dateline_status status = dateline_new(&options, &job);
    for (int i = 1; i < argc && status == DATELINE_OK; i++)
        status = dateline_add_path(job, argv[i]);
    if (status == DATELINE_OK)
        status = dateline_build(job, &story);
    if (status == DATELINE_OK) {
        printf("%s\n\n", dateline_timeline_title(story));
        for (size_t i = 0; i < dateline_event_count(story); i++)
            print_event(dateline_event_at(story, i));
        status = dateline_save(story, DATELINE_ICS, NULL, "story.ics");
    }
    if (status != DATELINE_OK)
        fprintf(stderr, "example: %s\n", dateline_status_text(status));
    dateline_timeline_free(story);
    dateline_free(job);
    return status != DATELINE_OK;
}
