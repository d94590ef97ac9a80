/* SPDX-License-Identifier: MIT */
/* The public interface: jobs, and the steps joined to each other. formats.c has its other half. */
#include "base/full_date.h"
#include "event/eventive.h"
#include "event/extract.h"
#include "read/stream.h"
#include "run.h"
#include "timeline/build.h"
#include "timeline/extract_json.h"
#include "timeline/select.h"
#include "timeline/timeline_json.h"
#include "timeline/view.h"
#include "write/conllu_lines.h"
#include "write/lines.h"
#include "write/timeml.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct dateline {
    dateline_options options;
    moment published; /* of articles that carry no date */
    timeline_wishes wishes;
    arena *owner; /* of the source */
    source *inputs;
    dateline_counts counts;
};

const char *dateline_version(void) {
    return DATELINE_VERSION;
}

/* ---- Options -------------------------------------------------------------------------------- */

static dateline_status bad_option(const dateline_options *o, const char *name, const char *value) {
    if (o->report) {
        char message[256];
        snprintf(message, sizeof message, "%s \"%s\" %s", name, value,
                 dateline_status_text(DATELINE_BAD_DATE));
        dateline_diagnostic d = {DATELINE_BAD_DATE, DATELINE_SKIPPED, "", DATELINE_NO_OFFSET,
                                 message};
        o->report(o->user, &d);
    }
    return DATELINE_BAD_DATE;
}

/* A day, a month or a year, of which the first day counts, or the last. */
static dateline_status read_limit(const dateline_options *o, const char *name, const char *value,
                                  bool last, day_number *out) {
    when limit;
    if (!value)
        return DATELINE_OK;
    if (!when_of_edtf(slice_of(value), &limit))
        return bad_option(o, name, value);
    *out = last ? limit.days.last : limit.days.first;
    return DATELINE_OK;
}

static dateline_status read_options(dateline *job) {
    const dateline_options *o = &job->options;
    job->published = (moment){NO_DAY, NO_MINUTE, NO_ZONE};
    if (o->published && full_date_of(slice_of(o->published), &job->published) != FULL_DATE_FOUND)
        return bad_option(o, "publication date", o->published);
    job->wishes = (timeline_wishes){.title = slice_of(o->title),
                                    .about = slice_of(o->about),
                                    .max_dates = o->max_dates,
                                    .per_date = o->per_date};
    dateline_status status = read_limit(o, "since", o->since, false, &job->wishes.since);
    return status == DATELINE_OK ? read_limit(o, "until", o->until, true, &job->wishes.until)
                                 : status;
}

/* ---- The job -------------------------------------------------------------------------------- */

static dateline_status make_source(void *context) {
    dateline *job = context;
    job->inputs = source_new(job->owner);
    return DATELINE_OK;
}

dateline_status dateline_new(const dateline_options *options, dateline **out) {
    *out = NULL;
    dateline *job = calloc(1, sizeof *job);
    if (!job)
        return DATELINE_NO_MEMORY;
    if (options)
        job->options = *options;
    job->owner = arena_new();
    dateline_status status =
        job->owner ? arena_guard(job->owner, make_source, job) : DATELINE_NO_MEMORY;
    if (status == DATELINE_OK)
        status = read_options(job);
    if (status == DATELINE_OK)
        *out = job;
    else
        dateline_free(job);
    return status;
}

void dateline_free(dateline *job) {
    if (!job)
        return;
    arena_free(job->owner);
    free(job);
}

typedef struct path_addition {
    dateline *job;
    const char *path;
} path_addition;

static dateline_status add_path(void *context) {
    path_addition *p = context;
    dateline *job = p->job;
    diagnostics said = diagnostics_in(job->owner);
    dateline_status status =
        source_add(job->inputs, arena_copy(job->owner, slice_of(p->path)), &said);
    job->counts.skipped += diagnostics_report(&said, job->options.report, job->options.user);
    return status;
}

dateline_status dateline_add_path(dateline *job, const char *path) {
    path_addition p = {job, path};
    return arena_guard(job->owner, add_path, &p);
}

dateline_counts dateline_job_counts(const dateline *job) {
    return job->counts;
}

/* ---- Runs over the articles ----------------------------------------------------------------- */

static size_t thread_count(const dateline *job) {
    if (job->options.threads)
        return job->options.threads;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors > 0 ? (size_t)processors : 1;
}

static run run_of(const dateline *job) {
    return (run){.inputs = job->inputs,
                 .inputs_arena = job->owner,
                 .published = job->published,
                 .threads = thread_count(job),
                 .finds_events = job->options.events || job->options.timeml,
                 .explains = job->options.explain,
                 .makes_timeml = job->options.timeml,
                 .report = job->options.report,
                 .progress = job->options.progress,
                 .user = job->options.user,
                 .counts = job->counts};
}

static dateline_status run_to_end(dateline *job, run *r) {
    dateline_status status = run_documents(r);
    job->counts = r->counts;
    if (status == DATELINE_OK && !job->counts.articles)
        return DATELINE_NO_INPUT;
    return status;
}

typedef struct line_sink {
    dateline_sink *sink;
    void *user;
} line_sink;

static dateline_status give_lines(run_slot *slot, void *context) {
    const line_sink *to = context;
    slice lines = buffer_slice(&slot->out);
    return !lines.length || to->sink(to->user, lines.data, lines.length) ? DATELINE_OK
                                                                         : DATELINE_STOPPED;
}

static dateline_status write_lines(dateline *job, void (*work)(run_slot *), bool takes_words,
                                   dateline_sink *sink, void *user) {
    line_sink to = {sink, user};
    run r = run_of(job);
    r.work = work;
    r.takes_words = takes_words;
    r.give = give_lines;
    r.context = &to;
    return run_to_end(job, &r);
}

static void work_read(run_slot *slot) {
    for (size_t i = 0; i < slot->articles.count; i++)
        buffer_add(&slot->out, article_line(&slot->articles.items[i], slot->arena));
}

/* What is used again for each article of a document. */
typedef struct tagging {
    run_slot *slot;
    sentence_list sentences;
    tag_list tags;
    code_points offsets;
} tagging;

/* All of the text is tagged, whatever its parts are. */
static void tag_article(tagging *t, const article *from) {
    run_slot *slot = t->slot;
    timex_finder finder = {.text = from->text,
                           .document = from->file,
                           .published = from->published,
                           .owner = slot->arena,
                           .words_owner = slot->scratch,
                           .tells_tense = slot->run->explains,
                           .said = &slot->said};
    event_finder events = event_finder_of(from->text, from->published.day, slot->arena);
    events.words_owner = slot->scratch;
    t->tags.timexes.count = t->tags.events.count = 0;
    for (size_t i = 0; i < from->block_count; i++) {
        size_t first = t->tags.timexes.count;
        t->sentences.count = 0;
        sentences_split(from->text, from->blocks[i].start, from->blocks[i].end, slot->arena,
                        &t->sentences);
        timexes_find(&finder, t->sentences.items, t->sentences.count, &t->tags.timexes);
        if (slot->run->finds_events)
            events_find_all(&events, t->sentences.items, t->sentences.count, &t->tags.timexes,
                            first, &t->tags.events);
        arena_reset(slot->scratch);
    }
    if (slot->run->makes_timeml)
        timeml_add(&slot->out, from, &t->tags);
    else
        tag_line_add(&slot->out, from, &t->tags, &t->offsets);
}

static void work_tag(run_slot *slot) {
    const run *r = slot->run;
    tagging t = {.slot = slot, .tags = {.has_events = r->finds_events, .explains = r->explains}};
    for (size_t i = 0; i < slot->articles.count; i++)
        tag_article(&t, &slot->articles.items[i]);
}

static void work_mentions(run_slot *slot) {
    for (size_t i = 0; i < slot->articles.count; i++) {
        mention_list mentions = {0}, untitled = {0};
        article_set_digest(&slot->articles.items[i], slot->arena);
        mentions_extract(&slot->articles.items[i], slot->arena, slot->scratch, &mentions, &untitled,
                         &slot->said);
        story_add(&slot->told, &slot->articles.items[i], &mentions, &untitled);
        story_article *told = &slot->told.articles.items[i];
        told->lines = extract_lines(told, slot->arena, slot->scratch);
    }
}

static void work_extract(run_slot *slot) {
    work_mentions(slot);
    for (size_t i = 0; i < slot->told.articles.count; i++)
        buffer_add(&slot->out, slot->told.articles.items[i].lines);
}

static void work_parse(run_slot *slot) {
    if (slot->document.form == DOCUMENT_CONLLU)
        conllu_parse_words(&slot->document, slot->arena, &slot->articles, &slot->out, &slot->said);
    else
        for (size_t i = 0; i < slot->articles.count; i++)
            conllu_parse_article(&slot->articles.items[i], slot->arena, &slot->out);
}

dateline_status dateline_read(dateline *job, dateline_sink *sink, void *user) {
    return write_lines(job, work_read, false, sink, user);
}

dateline_status dateline_tag(dateline *job, dateline_sink *sink, void *user) {
    return write_lines(job, work_tag, false, sink, user);
}

dateline_status dateline_extract(dateline *job, dateline_sink *sink, void *user) {
    return write_lines(job, work_extract, false, sink, user);
}

dateline_status dateline_parse(dateline *job, dateline_sink *sink, void *user) {
    return write_lines(job, work_parse, true, sink, user);
}

/* ---- Timelines ------------------------------------------------------------------------------ */

/* Bytes of a timeline that are held in memory before a file is used: of its articles and entries,
 * and of their texts. */
#define STORY_IN_MEMORY ((size_t)512 << 20)
#define TEXTS_IN_MEMORY ((size_t)128 << 20)

/* A timeline on the way: the story it is made of lives in the same arena. */
typedef struct making {
    dateline *job;
    story story;
    extract_reader lines;
    run_slot *slot;   /* the document that is being added */
    timeline *loaded; /* dateline_load() */
    diagnostics said;
    timeline *made;
    dateline_status (*add)(void *context);
} making;

static dateline_status add_articles(void *context) {
    making *m = context;
    for (size_t i = 0; i < m->slot->told.articles.count; i++)
        story_take(&m->story, &m->slot->told.articles.items[i]);
    return DATELINE_OK;
}

static dateline_status add_lines(void *context) {
    making *m = context;
    const document *d = &m->slot->document;
    extract_line_read(&m->lines, d->bytes, d->file, d->offset, m->slot->arena, &m->said);
    return DATELINE_OK;
}

static dateline_status add_timeline(void *context) {
    making *m = context;
    const document *d = &m->slot->document;
    if (!m->loaded)
        return timeline_of_json(d->bytes, d->file, m->story.owner, &m->loaded, &m->said);
    diagnose(&m->said, DATELINE_UNSUPPORTED, DATELINE_SKIPPED, d->file, DATELINE_NO_OFFSET,
             "is a second timeline; one is read at a time, skipped");
    return DATELINE_OK;
}

static dateline_status add_guarded(void *context) {
    making *m = context;
    return arena_guard(m->slot->arena, m->add, m);
}

static dateline_status give_to_story(run_slot *slot, void *context) {
    making *m = context;
    m->slot = slot;
    m->said = diagnostics_in(m->story.owner);
    dateline_status status = arena_guard(m->story.owner, add_guarded, m);
    m->job->counts.skipped +=
        diagnostics_report(&m->said, m->job->options.report, m->job->options.user);
    return status;
}

/* All bytes of a file that an option names. */
static dateline_status read_named(making *m, const char *path, slice *out) {
    stream *bytes = stream_new(m->story.owner);
    bool opened = stream_open(bytes, path);
    const char *problem = strerror(errno);
    dateline_status status = DATELINE_CANNOT_OPEN;
    if (opened) {
        *out = stream_rest(bytes, m->story.owner);
        status = stream_result(bytes) == STREAM_GOOD ? DATELINE_OK : DATELINE_CANNOT_READ;
        problem = stream_problem(bytes);
    }
    if (status != DATELINE_OK)
        diagnose(&m->said, status, DATELINE_SKIPPED, slice_of(path), DATELINE_NO_OFFSET,
                 "%s: %s; nothing is made", dateline_status_text(status), problem);
    return status;
}

/* The articles of an existing timeline join those of the story, and its ids are to be kept. */
static dateline_status take_existing(making *m, timeline_wishes *wishes) {
    slice bytes, file = slice_of(m->job->options.update);
    timeline *old;
    dateline_status status = read_named(m, m->job->options.update, &bytes);
    if (status == DATELINE_OK)
        status = timeline_of_json(bytes, file, m->story.owner, &old, &m->said);
    if (status != DATELINE_OK)
        return status;
    wishes->old = old;
    for (size_t i = 0; i < old->extracted.count; i++)
        extract_line_read(&m->lines, old->extracted.items[i], file, DATELINE_NO_OFFSET,
                          m->story.owner, &m->said);
    extract_reader_end(&m->lines);
    if (!old->extracted.count)
        diagnose(&m->said, DATELINE_UNSUPPORTED, DATELINE_WARNING, file, DATELINE_NO_OFFSET,
                 "is a selection, or made without extract; its ids are kept, but of its articles "
                 "only those that are given again are in the timeline");
    return DATELINE_OK;
}

static dateline_status read_corrections(making *m, timeline_wishes *wishes) {
    slice bytes;
    dateline_status status = read_named(m, m->job->options.corrections, &bytes);
    if (status == DATELINE_OK)
        wishes->corrections = corrections_read(bytes, slice_of(m->job->options.corrections),
                                               m->story.owner, &m->said);
    return status;
}

static void adapt_loaded(making *m, const timeline_wishes *wishes) {
    corrections_refuse_regrouping(&wishes->corrections, &m->said);
    corrections_apply(&wishes->corrections, m->loaded, &m->said);
    entries_sort(m->loaded);
    timeline_select(m->loaded, wishes);
    m->loaded->title = wishes->title.length ? wishes->title : m->loaded->title;
}

static dateline_status make_timeline(void *context) {
    making *m = context;
    const dateline_options *o = &m->job->options;
    timeline_wishes wishes = m->job->wishes;
    dateline_status status = DATELINE_OK;
    m->said = diagnostics_in(m->story.owner);
    if (o->update && !m->loaded)
        status = take_existing(m, &wishes);
    if (status == DATELINE_OK && o->corrections)
        status = read_corrections(m, &wishes);
    if (status == DATELINE_OK && m->loaded)
        adapt_loaded(m, &wishes);
    if (status == DATELINE_OK)
        m->made =
            m->loaded ? m->loaded : timeline_build(&m->story, &wishes, m->story.owner, &m->said);
    if (status == DATELINE_OK)
        timeline_make_views(m->made);
    m->job->counts.skipped += diagnostics_report(&m->said, o->report, o->user);
    return status;
}

static dateline_status begin_story(void *context) {
    making *m = context;
    m->story.texts = arena_part(m->story.owner, TEXTS_IN_MEMORY);
    m->lines = extract_reader_of(&m->story);
    return DATELINE_OK;
}

static dateline_status end_lines(void *context) {
    making *m = context;
    extract_reader_end(&m->lines);
    return DATELINE_OK;
}

/*
 * Runs over the job's documents, adds what comes of each, then makes the timeline. Without work on
 * articles the documents are added as they are.
 */
static dateline_status run_to_timeline(dateline *job, dateline_status (*add)(void *context),
                                       void (*work)(run_slot *slot), dateline_timeline **out) {
    making m = {.job = job, .add = add, .story = {.owner = arena_new()}};
    run r = run_of(job);
    *out = NULL;
    if (!m.story.owner)
        return DATELINE_NO_MEMORY;
    arena_spill(m.story.owner, STORY_IN_MEMORY, job->options.spill_folder);
    dateline_status status = arena_guard(m.story.owner, begin_story, &m);
    r.work = work;
    r.one_by_one = !work;
    if (!work) {
        r.threads = 1; /* there is nothing to do side by side */
        source_keep_whole(job->inputs);
    }
    r.give = give_to_story;
    r.context = &m;
    r.counts.skipped = 0;
    if (status == DATELINE_OK)
        status = run_documents(&r);
    if (status == DATELINE_OK)
        status = arena_guard(m.story.owner, end_lines, &m);
    job->counts.articles = work ? r.counts.articles : m.story.articles.count;
    job->counts.undated = r.counts.undated;
    job->counts.skipped += r.counts.skipped;
    if (status == DATELINE_OK && !m.story.articles.count && !m.loaded)
        status = DATELINE_NO_INPUT;
    if (status == DATELINE_OK)
        status = arena_guard(m.story.owner, make_timeline, &m);
    if (status == DATELINE_OK)
        *out = m.made;
    else
        arena_free(m.story.owner);
    return status;
}

dateline_status dateline_build(dateline *job, dateline_timeline **out) {
    return run_to_timeline(job, add_articles, work_mentions, out);
}

dateline_status dateline_merge(dateline *job, dateline_timeline **out) {
    return run_to_timeline(job, add_lines, NULL, out);
}

dateline_status dateline_load(dateline *job, dateline_timeline **out) {
    return run_to_timeline(job, add_timeline, NULL, out);
}

void dateline_timeline_free(dateline_timeline *t) {
    if (t)
        arena_free(t->owner);
}

const char *dateline_timeline_title(const dateline_timeline *t) {
    return t->title.data;
}

size_t dateline_event_count(const dateline_timeline *t) {
    return t->entries.count;
}

const dateline_event *dateline_event_at(const dateline_timeline *t, size_t index) {
    return index < t->entries.count ? &t->views[index] : NULL;
}
