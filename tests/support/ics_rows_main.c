/* SPDX-License-Identifier: MIT */
/*
 * ics_rows FILE: the events of a calendar as libical reads them, "first|last|title" a line. It
 * fails where libical finds an error or a restriction (RFC 5546) that is broken.
 */
#include <libical/ical.h>

#include <stdio.h>
#include <stdlib.h>

static char *next_line(char *to, size_t size, void *file) {
    return fgets(to, (int)size, file);
}

static void print_event(icalcomponent *event) {
    icaltimetype first = icalcomponent_get_dtstart(event), last = icalcomponent_get_dtend(event);
    icaltime_adjust(&last, -1, 0, 0, 0);
    printf("%04d-%02d-%02d|%04d-%02d-%02d|%s\n", first.year, first.month, first.day, last.year,
           last.month, last.day, icalcomponent_get_summary(event));
}

static int print_events(icalcomponent *calendar) {
    if (!calendar || icalcomponent_count_errors(calendar) || !icalrestriction_check(calendar))
        return EXIT_FAILURE;
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        print_event(event);
    return EXIT_SUCCESS;
}

int main(int argc, char **argv) {
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file) {
        fprintf(stderr, "usage: ics_rows FILE\n");
        return EXIT_FAILURE;
    }
    icalparser *parser = icalparser_new();
    icalparser_set_gen_data(parser, file);
    icalcomponent *calendar = icalparser_parse(parser, next_line);
    int status = print_events(calendar);
    if (calendar)
        icalcomponent_free(calendar);
    icalparser_free(parser);
    fclose(file);
    return status;
}
