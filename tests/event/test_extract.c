/* SPDX-License-Identifier: MIT */
/*
 * Articles of a few sentences and the mentions they give, a line each:
 * "date | title | status | attribution". The table is the place to add what went wrong once.
 */
#include "base/buffer.h"
#include "event/extract.h"
#include "read/reading_fixture.h"
#include "support/check.h"
#include "time/when.h"

#define PUBLISHED "2024-05-24" /* a Friday */

typedef struct extract_case {
    const char *text;
    const char *mentions;
} extract_case;

static const extract_case cases[] = {
    /* the date is the clause's */
    {"The harbour is open to all traffic. Dockers left the pier on May 3.",
     "2024-05-03|Dockers left the pier|happened|\n"},
    {"The bridge is old. On 4 March 2023, the city council voted to rebuild the bridge.",
     "2023-03-04|The city council voted to rebuild the bridge|happened|\n"},
    {"Two dates stand here. Anna Berg entered the country on Feb. 20 and left the country on "
     "Feb. 27.",
     "2024-02-20|Anna Berg entered the country|happened|\n"
     "2024-02-27|Anna Berg left the country|happened|\n"},
    {"A sentence comes first. The firm, a maker of pumps, opened a plant in June "
     "2022.",
     "2022-06|The firm opened a plant|happened|\n"},

    /* a name beside what its bearer is stays */
    {"Rain falls. The mayor of Lenna, Ana Berg, opened a bridge on May 3.",
     "2024-05-03|The mayor of Lenna, Ana Berg, opened a bridge|happened|\n"},
    {"Rain falls. Jonas Falk met the finance minister, Ana Berg, on May 3 in Varsk.",
     "2024-05-03|Jonas Falk met the finance minister, Ana Berg, in Varsk|happened|\n"},
    {"Rain falls. The firm, Acme of Varsk, opened a plant on May 3.",
     "2024-05-03|The firm opened a plant|happened|\n"},
    /* and so does a number behind a date */
    {"Rain falls. A bridge fell on May 3 and two days later three people died in Lenna.",
     "2024-05-03|A bridge fell|happened|\n2024-05-05|Three people died in Lenna|happened|\n"},
    /* but not what a clause begins with that the parser did not see */
    {"Rain falls. Jonas Falk was arrested on May 3 after Ana Berg, 32, said he had lied.",
     "2024-05-03|Jonas Falk was arrested|happened|\n"},
    /* who is meant has to be known, and what is done */
    {"Rain falls. Two of them opened a plant on May 3.", ""},
    {"Rain falls. Most of these were sold on May 3.", ""},
    {"Rain falls. On May 3 he surveyed.", ""},
    {"Rain falls. On May 3 he surveyed the dam.", "2024-05-03|He surveyed the dam|happened|\n"},

    /* or there is none, but an event that the clause comes after */
    {"Rain falls. After the attack, the ministry closed the border.",
     "after the attack|The ministry closed the border|happened|\n"},
    {"Rain falls. The council dismissed the chief shortly after the vote on the dam, the mayor "
     "said.",
     "after the vote on the dam|The council dismissed the chief|happened|the mayor\n"},
    {"Rain falls. Following Karsova's floods, the mayor resigned.",
     "after Karsova's floods|The mayor resigned|happened|\n"},
    {"Rain falls. Trains stopped after gunmen attacked the station.",
     "after gunmen attacked the station|Trains stopped|happened|\n"},
    {"Rain falls. After an attack, the ministry closed the border.", ""},
    {"Rain falls. After his attack, the ministry closed the border.", ""},
    {"Rain falls. Before the attack, the ministry closed the border.", ""},
    {"Rain falls. After the attack, the ministry closes the border.", ""},
    {"Rain falls. After the attack, the ministry had closed the border.", ""},
    {"Rain falls. After the attack, the border was quiet.", ""},
    {"Rain falls. After the attack, it closed the border.", ""},
    {"Rain falls. If it came after the attack, the ministry closed the border.", ""},
    {"Rain falls. The ministry named a school after the bridge.", ""},
    {"Rain falls. After the attack, the ministry closed the border on May 3.",
     "2024-05-03|The ministry closed the border|happened|\n"},

    /* or a noun's, which stands for itself */
    {"Rain falls. The minister offered help in 2011, referring to the March 11 floods.",
     "2011|The minister offered help, referring to the March 11 floods|happened|\n"
     "2024-03-11|March 11 floods|happened|\n"},
    {"Rain falls. She praised the readiness to help the town after the 9/11 attacks.",
     "2001-09-11|9/11 attacks|happened|\n"},

    /* who says so */
    {"Rain falls. The mayor said that the dam had burst on Tuesday.",
     "2024-05-21|The dam had burst|happened|the mayor\n"},
    {"Rain falls. According to the police, the train left the tracks on May 2.",
     "2024-05-02|The train left the tracks|happened|the police\n"},
    {"Rain falls. The tunnel will stay closed, a spokesman said on Thursday.",
     "2024-05-23|The tunnel will stay closed|happened|a spokesman\n"},
    {"Rain falls. The union claimed that guards had beaten workers on May 6.",
     "2024-05-06|Guards had beaten workers|alleged|the union\n"},
    {"Rain falls. The ministry denied that soldiers had crossed the border on May 7.",
     "2024-05-07|Soldiers had crossed the border|denied|the ministry\n"},

    {"Rain falls. \"The dam is weak,\" Ana Berg said. \"Engineers inspected the dam on May 3. The "
     "town "
     "was warned on May 4.\" Trucks left the town on May 5.",
     "2024-05-03|Engineers inspected the dam|happened|Ana Berg\n"
     "2024-05-04|The town was warned|happened|Ana Berg\n"
     "2024-05-05|Trucks left the town|happened|\n"},
    {"Rain falls. Ana Berg told reporters: “The dam is weak. Engineers inspected the dam on May 3. "
     "The town was warned on May 4.” Trucks left the town on May 5.",
     "2024-05-03|Engineers inspected the dam|happened|Ana Berg\n"
     "2024-05-04|The town was warned|happened|Ana Berg\n"
     "2024-05-05|Trucks left the town|happened|\n"},

    /* a time that a page sets beside what a reader wrote dates nothing that is told there */
    {"Rain falls. Posted by Ana | May 3, 2024 9:13 PM | Reply The dam burst.", ""},
    {"Rain falls. The dam burst and Posted by Ana | May 3, 2024 9:13 PM", ""},
    {"Rain falls. At 9:13 pm on 3 May 2024, Ana wrote: The dam burst.", ""},

    /* what is not over, or not so */
    {"Rain falls. A summit will take place in Geneva on June 15 and 16.",
     "2024-06-15/2024-06-16|A summit will take place in Geneva|planned|\n"},
    {"Rain falls. The hearing scheduled for May 2 was cancelled on April 30.",
     "2024-04-30|The hearing was cancelled|cancelled|\n"},
    {"Rain falls. If the court agrees on June 3, the ship will sail.", ""},

    /* counted from an event: left for the story to date */
    {"Rain falls. Three days before the attack, the embassy had warned travellers.",
     "|The embassy had warned travellers|happened|\n"},

    /* the day of an event whose anniversary is told of */
    {"Rain falls. Thursday was the 10th anniversary of the fire in the old town.",
     "2024-05-23|10th anniversary of the fire in the old town|happened|\n"
     "2014-05-23|Fire in the old town|happened|\n"},

    /* today's news without a date of its own is the article's */
    {"Voters elected Maria Lund mayor of the capital. More will follow.",
     "2024-05-24|Voters elected Maria Lund mayor of the capital|happened|\n"},

    /* what is left out, and what is not */
    {"Rain falls. The clinic that treated the miners closed on May 2.",
     "2024-05-02|The clinic that treated the miners closed|happened|\n"},
    {"Rain falls. The valley where the train derailed on May 6 is remote.",
     "2024-05-06|The train derailed|happened|\n"},
    {"Rain falls. A report published on Tuesday said that the dam was safe.",
     "2024-05-21|A report said that the dam was safe|happened|\n"},
    {"Rain falls. In May 2022, the group, known for raids on farms, attacked a mill, killing three "
     "people.",
     "2022-05|The group attacked a mill, killing three people|happened|\n"},
    {"Rain falls. Tugs pulled the ship free on May 6, and the canal reopened.",
     "2024-05-06|Tugs pulled the ship free|happened|\n"},
    {"Rain falls. On May 6 tugs pulled the ship free, and the canal reopened.",
     "2024-05-06|Tugs pulled the ship free|happened|\n"
     "2024-05-06|The canal reopened|happened|\n"},
    {"Rain falls. Prices have risen since May 3.", "2024-05-03|Prices have risen|happened|\n"},
    {"Rain falls. The factory made its largest loss since 2001.", ""},
    {"Rain falls. The road is closed until May 30.", ""},
    {"Rain falls. The mayor could resign on May 30.", ""},
    {"Rain falls. Did the mayor resign on May 3?", ""},
    {"Rain falls. The plan was good on May 3.", ""},
    {"Rain falls. The minister said on Monday: \"We have signed the treaty.\"",
     "2024-05-20|The minister said: We have signed the treaty|happened|\n"},
    {"Rain falls. \"We have signed the treaty,\" the minister said on Monday.", ""},
    {"Rain falls. \"The treaty was signed on May 3,\" the minister said on Monday.",
     "2024-05-03|The treaty was signed|happened|the minister\n"},
    {"Rain falls. Our mayor [Ada Lind] left the town on May 3.",
     "2024-05-03|Ada Lind left the town|happened|\n"},
    {"Rain falls. The mayor (a former teacher) left the town on May 3.",
     "2024-05-03|The mayor left the town|happened|\n"},
    {"Rain falls. The owner, Acme Marine of Norway, apologised on May 3.",
     "2024-05-03|The owner apologised|happened|\n"},
    {"Rain falls. No one was hurt in the fire on May 3.", ""},
    {"Rain falls. The army has been shelling the town since Monday.",
     "2024-05-20|The army has been shelling the town|ongoing|\n"},
    {"Rain falls. The storm took a heavy toll on Monday.",
     "2024-05-20|The storm took a heavy toll|happened|\n"},
    {"Rain falls. There was an explosion at the refinery on May 3.",
     "2024-05-03|Explosion at the refinery|happened|\n"},
    {"Rain falls. There were many reasons on May 3.", ""},
    {"Rain falls. A vote on the bill is scheduled for May 30.",
     "2024-05-30|A vote on the bill is scheduled|planned|\n"},
    {"Rain falls. The union cancelled the strike that was planned for May 30.",
     "2024-05-30|The strike was planned|cancelled|\n"},
    {"Rain falls. More than 100 ships waited off the port on May 3.",
     "2024-05-03|More than 100 ships waited off the port|happened|\n"},
    {"Rain falls. The crew repaired the Ever Bright on May 3.",
     "2024-05-03|The crew repaired the Ever Bright|happened|\n"},
    {"Rain falls. The talks ended on May 3: the sides signed a truce on May 5.",
     "2024-05-03|The talks ended|happened|\n"
     "2024-05-05|The sides signed a truce|happened|\n"},
    {"Rain falls. The talks ended on May 3; the sides signed a truce on May 5.",
     "2024-05-03|The talks ended|happened|\n"
     "2024-05-05|The sides signed a truce|happened|\n"},
    {"Rain falls. Those who left on May 3 came back.", ""},
    {"Rain falls. Monday's vote was postponed.", "2024-05-20|Vote was postponed|cancelled|\n"},
    {"Rain falls. After leaving the harbour on May 3, the ship sank.", ""},
    {"Rain falls. The parliament is to debate the law on June 3.",
     "2024-06-03|The parliament is to debate the law|planned|\n"},
    {"Rain falls. Lena Moss told the court that she had paid the driver on May 2.",
     "2024-05-02|Lena Moss had paid the driver|happened|Lena Moss\n"},
    {"Rain falls. The harbour authority said it had closed two piers on May 2.",
     "2024-05-02|The harbour authority had closed two piers|happened|the harbour authority\n"},
    {"Rain falls. The guards allegedly beat a prisoner on May 2.",
     "2024-05-02|The guards allegedly beat a prisoner|alleged|\n"},
    {"Rain falls. Two days after the fire, the mill reopened.", "|The mill reopened|happened|\n"},
    {"Rain falls. But the mayor resigned on May 3.", "2024-05-03|The mayor resigned|happened|\n"},
    {"Rain falls. The committee also decided on May 3 to give the money that had been collected "
     "among the farmers of the three valleys to the school in the village below the old dam.",
     "2024-05-03|The committee decided to give the money|happened|\n"},
    {"Rain falls. On May 3 the central bank of the northern states said the storm at the old docks "
     "had added to the shortage of timber, the worst in years.",
     "2024-05-03|The central bank of the northern states said the storm had added to the shortage "
     "of timber|happened|\n"},
    {"Rain falls. The harbour board of the northern districts was suspected on May 3 of hiding "
     "losses from the owners of the largest shipyard.",
     "2024-05-03|The harbour board of the northern districts was suspected of hiding "
     "losses|happened|\n"},
    {"Rain falls. A lack of trained pilots at the northern harbour of Lenna put pressure on May 3 "
     "on its plan to open a second dock that would serve larger ships.",
     "2024-05-03|A lack of trained pilots put pressure on its plan to open a second "
     "dock|happened|\n"},
    {"Rain falls. On May 3 the ministry said old pumps and dams were the main things responsible "
     "for "
     "the floods in the valleys of the northern districts.",
     "2024-05-03|The ministry said old pumps were the main things|happened|\n"},
    {"Rain falls. The Food and Farming Agency counted the losses on May 3.",
     "2024-05-03|The Food and Farming Agency counted the losses|happened|\n"},
    {"Rain falls. The council and Acme agreed on a plan on May 3.",
     "2024-05-03|The council and Acme agreed on a plan|happened|\n"},
    {"Rain falls. The pier is closed since an April 20 storm in the northern bay sank a ferry.",
     "2024-04-20|A storm in the northern bay sank a ferry|happened|\n"},
    {"Rain falls. Carl Dorn said on May 3 that the mill had signed a \"long awaited\" contract.",
     "2024-05-03|Carl Dorn said that the mill had signed a long awaited contract|happened|\n"},
    {"Rain falls. Ana Berg said in a television interview on May 3 that the harbour could take "
     "five "
     "ships instead of the nine large ships of the last year.",
     "2024-05-03|Ana Berg said in a television interview that the harbour could take five "
     "ships|happened|\n"},
    {"Rain falls. Ignoring all advice, the mayor closed the bridge on May 3.",
     "2024-05-03|The mayor closed the bridge|happened|\n"},

    /* what goes on about the same one is of the same day; nothing else inherits a date */
    {"Rain falls. Jonas Falk arrived in Bergen on May 3. He met the mayor of the town. He is tall. "
     "He "
     "signed a treaty.",
     "2024-05-03|Jonas Falk arrived in Bergen|happened|\n"
     "2024-05-03|Jonas Falk met the mayor of the town|happened|\n"},
    {"Rain falls. Jonas Falk arrived in Bergen in May 2022. He met the mayor of the town.",
     "2022-05|Jonas Falk arrived in Bergen|happened|\n"},
    {"Rain falls. Jonas Falk arrived in Bergen on May 3. He had met the mayor. Dockers left the "
     "pier.",
     "2024-05-03|Jonas Falk arrived in Bergen|happened|\n"},

    /* dates that stand before what they date: on its line, or above it where there are several */
    {"Rain falls. 3 May 2023 Divers found the wreck. They were paid.",
     "2023-05-03|Divers found the wreck|happened|\n"},
    {"Rain falls. 3 May 2023 Divers find the wreck that sank on 1 May 2023.",
     "2023-05-01|The wreck sank|happened|\n2023-05-03|Divers find the wreck that sank|happened|\n"},
    {"Rain falls. 22 May 2024 Last updated at 06:15 GMT The mayor resigns.", ""},
    {"The story of the wreck is told here in full, by those who were there on the day.\n\n"
     "1 May 2023\n\nThe ferry sank off the harbour.\n\n3 May 2023\n\nDivers found the wreck.\n\n"
     "June 2023\n\nThe owner was charged.",
     "2023-05-01|The ferry sank off the harbour|happened|\n"
     "2023-05-03|Divers found the wreck|happened|\n"
     "2023-06|The owner was charged|happened|\n"},
    {"The story of the wreck is told here in full, by those who were there on the day.\n\n"
     "1 May 2023\n\nThe ferry sank off the harbour.\n\n3 May 2023\n\nDivers found the wreck.",
     ""},

    /* no date, no event */
    {"The sea is deep. Fish live in it.", ""},
    {"", ""},
};

static slice mention_text(arena *a, const mention_list *mentions) {
    buffer out = buffer_in(a);
    for (size_t i = 0; i < mentions->count; i++) {
        const mention *m = &mentions->items[i];
        slice date =
            m->after ? arena_format(a, "after %.*s", SLICE_ARGS(m->anchor)) : when_edtf(a, m->when);
        slice status = event_status_word(m->status);
        buffer_print(&out, "%.*s|%.*s|%.*s|%.*s\n", SLICE_ARGS(date), SLICE_ARGS(m->title),
                     SLICE_ARGS(status), SLICE_ARGS(m->attribution));
    }
    return buffer_slice(&out);
}

static mention_list mentions_of(arena *a, const char *text) {
    moment published = {day_of_text(SLICE(PUBLISHED)), NO_MINUTE, NO_ZONE};
    reading_fixture read = read_text(a, text, published);
    mention_list mentions = {0};
    if (read.articles.count)
        mentions_extract(&read.articles.items[0], a, NULL, &mentions, NULL, &read.said);
    return mentions;
}

/* What makes no title speaks of a date still, and only where that is asked for. */
static void untitled_mentions(arena *a) {
    moment published = {day_of_text(SLICE(PUBLISHED)), NO_MINUTE, NO_ZONE};
    reading_fixture read = read_text(a,
                                     "Rain falls. It could end on May 30. Those who left on May 3 "
                                     "came back. The mayor left the town on May 4.",
                                     published);
    mention_list mentions = {0}, untitled = {0};
    mentions_extract(&read.articles.items[0], a, NULL, &mentions, &untitled, &read.said);
    CHECK_SLICE(mention_text(a, &mentions), "2024-05-04|The mayor left the town|happened|\n");
    CHECK_INT(untitled.count, 2);
    for (size_t i = 0; i < untitled.count; i++)
        CHECK(!untitled.items[i].title.length && untitled.items[i].order == i);
    CHECK_SLICE(when_edtf(a, untitled.items[1].when), "2024-05-03");
}

static void table(arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mention_list mentions = mentions_of(a, cases[i].text);
        slice got = mention_text(a, &mentions);
        CHECK_AT(slice_equal(got, slice_of(cases[i].mentions)), "\"%s\" gives\n%.*snot\n%s",
                 cases[i].text, SLICE_ARGS(got), cases[i].mentions);
    }
}

/* A quote is exactly the bytes of the text at its place. */
static void quotes_stand_in_text(arena *a) {
    const char *text = "Zürich is quiet.\n\nThe «Löwe» sank on May 3. Ölpreise fielen.\n\n"
                       "The «Löwe» was raised on May 9.";
    mention_list mentions = mentions_of(a, text);
    CHECK_INT(mentions.count, 2);
    for (size_t i = 0; i < mentions.count; i++) {
        const mention *m = &mentions.items[i];
        slice there = {text + m->start, m->quote.length};
        CHECK(m->start + m->quote.length <= strlen(text));
        CHECK(slice_equal(there, m->quote));
    }
}

static void figures_are_read(arena *a) {
    mention_list mentions = mentions_of(
        a,
        "Rain falls. The blast on May 3 killed at least 1,300 people and injured about 40 others.");
    CHECK_INT(mentions.count, 1);
    if (mentions.count != 1 || mentions.items[0].figures.count != 2) {
        CHECK_INT(mentions.count ? mentions.items[0].figures.count : 0, 2);
        return;
    }
    const figure *killed = &mentions.items[0].figures.items[0], *injured = killed + 1;
    CHECK_SLICE(killed->of, "killed");
    CHECK_INT(killed->number, 1300);
    CHECK_INT(killed->bound, BOUND_AT_LEAST);
    CHECK_SLICE(injured->of, "injured");
    CHECK_INT(injured->number, 40);
    CHECK_INT(injured->bound, BOUND_ABOUT);
}

static void titles_are_short(arena *a) {
    mention_list mentions = mentions_of(
        a, "Rain falls. The committee of the regional association of independent breeders of small "
           "and large animals decided on May 3 to give the money that had been collected "
           "among the farmers to the school in the valley below the dam.");
    CHECK_INT(mentions.count, 1);
    if (mentions.count)
        CHECK_AT(mentions.items[0].title.length <= 100, "%zu bytes: %.*s",
                 mentions.items[0].title.length, SLICE_ARGS(mentions.items[0].title));
}

static void pronoun_is_named(arena *a) {
    mention_list mentions =
        mentions_of(a, "Jonas Falk arrived in Bergen on May 3. He left the city on May 9.");
    CHECK_INT(mentions.count, 2);
    if (mentions.count == 2)
        CHECK_SLICE(mentions.items[1].title, "Jonas Falk left the city");
}

int main(void) {
    RUN_IN_ARENA(table);
    RUN_IN_ARENA(untitled_mentions);
    RUN_IN_ARENA(quotes_stand_in_text);
    RUN_IN_ARENA(figures_are_read);
    RUN_IN_ARENA(titles_are_short);
    RUN_IN_ARENA(pronoun_is_named);
    return tests_end();
}
