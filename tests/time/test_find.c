/* SPDX-License-Identifier: MIT */
/*
 * What is found in sentences, read on a day: each timex as "words|type|value|first..last|how", with
 * what else is said of it behind. No day of writing is "".
 */
#include "base/buffer.h"
#include "time/timex.h"

#include "support/check.h"
#include "support/timex_value.h"

static const struct {
    const char *published;
    const char *text;
    const char *found;
} cases[] = {
    /* Dates said in full */
    {"2024-05-02", "The bridge fell on March 26, 2024.",
     "March 26, 2024|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The bridge fell on 26 March 2024.",
     "26 March 2024|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The bridge fell on the 26th of March 2024.",
     "the 26th of March 2024|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The bridge fell on March 26th, 2024, at night.",
     "March 26th, 2024|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The bridge fell on Tuesday, March 26, 2024.",
     "Tuesday, March 26, 2024|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The bridge fell on Tuesday 26 March 2024.",
     "Tuesday 26 March 2024|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The bridge fell on Mar. 26, 2024.",
     "Mar. 26, 2024|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The bridge fell on 2024-03-26.",
     "2024-03-26|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The bridge fell on 26.03.2024.",
     "26.03.2024|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The bridge fell on 3/26/2024.",
     "3/26/2024|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The log says 2024-03-26 01:28.",
     "2024-03-26 01:28|TIME|2024-03-26T01:28|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "They came in June and left on March 2, 2024, for home.",
     "June|DATE|2023-06|2023-06-01..2023-06-30|explicit; March 2, "
     "2024|DATE|2024-03-02|2024-03-02..2024-03-02|explicit"},
    {"2024-05-02", "On May 22, 1995, the plant closed.",
     "May 22, 1995|DATE|1995-05-22|1995-05-22..1995-05-22|explicit"},
    {"2024-05-02", "The plant closed on 1 May 1995.",
     "1 May 1995|DATE|1995-05-01|1995-05-01..1995-05-01|explicit"},
    {"2024-05-02", "In 2019 the futures rose.", "2019|DATE|2019|2019-01-01..2019-12-31|explicit"},
    /* Dates without a year */
    {"2024-05-02", "The bridge fell on March 26.",
     "March 26|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The match was played on November 10.",
     "November 10|DATE|2023-11-10|2023-11-10..2023-11-10|explicit"},
    {"2024-05-02", "The match will be played on November 10.",
     "November 10|DATE|2024-11-10|2024-11-10..2024-11-10|explicit"},
    {"2024-05-02", "The offer will expire on 10 January.",
     "10 January|DATE|2025-01-10|2025-01-10..2025-01-10|explicit"},
    {"2024-10-26", "The offer, which was extended, expires on Nov. 20.",
     "Nov. 20|DATE|2024-11-20|2024-11-20..2024-11-20|explicit"},
    {"2024-01-05", "The ship sank on December 30.",
     "December 30|DATE|2023-12-30|2023-12-30..2023-12-30|explicit"},
    {"2024-05-02", "The hearing was on Tuesday, March 26.",
     "Tuesday, March 26|DATE|2024-03-26|2024-03-26..2024-03-26|explicit"},
    {"2024-05-02", "The mine closed on 29 February.",
     "29 February|DATE|2024-02-29|2024-02-29..2024-02-29|explicit"},
    /* Months */
    {"2024-05-02", "The strike began in March 2024.",
     "March 2024|DATE|2024-03|2024-03-01..2024-03-31|explicit"},
    {"2024-05-02", "The strike began in March, 2024.",
     "March, 2024|DATE|2024-03|2024-03-01..2024-03-31|explicit"},
    {"2024-05-02", "The strike began in March of 2024.",
     "March of 2024|DATE|2024-03|2024-03-01..2024-03-31|explicit"},
    {"2024-05-02", "The strike began in February.",
     "February|DATE|2024-02|2024-02-01..2024-02-29|explicit"},
    {"2024-05-02", "The strike began in September.",
     "September|DATE|2023-09|2023-09-01..2023-09-30|explicit"},
    {"2024-05-02", "The strike will begin in September.",
     "September|DATE|2024-09|2024-09-01..2024-09-30|explicit"},
    {"2024-05-02", "The strike ended in early March.",
     "early March|DATE|2024-03|2024-03-01..2024-03-10|explicit START"},
    {"2024-05-02", "The strike ended in mid-March.",
     "mid-March|DATE|2024-03|2024-03-11..2024-03-20|explicit MID"},
    {"2024-05-02", "The strike ended at the end of March 2023.",
     "the end of March 2023|DATE|2023-03|2023-03-21..2023-03-31|explicit END"},
    {"2024-05-02", "The strike ended in late April.",
     "late April|DATE|2024-04|2024-04-21..2024-04-30|explicit END"},
    {"2024-05-02", "The strike began in May.", "May|DATE|2024-05|2024-05-01..2024-05-31|explicit"},
    {"2024-05-02", "It happened in July last year.",
     "July last year|DATE|2023-07|2023-07-01..2023-07-31|relative"},
    {"2024-05-02", "It happened in January this year.",
     "January this year|DATE|2024-01|2024-01-01..2024-01-31|relative"},
    {"2024-05-02", "It will happen in April next year.",
     "April next year|DATE|2025-04|2025-04-01..2025-04-30|relative"},
    /* Years */
    {"2024-05-02", "The mine has been closed since 2014.",
     "2014|DATE|2014|2014-01-01..2014-12-31|explicit"},
    {"2024-05-02", "The mine closed in 1987.", "1987|DATE|1987|1987-01-01..1987-12-31|explicit"},
    {"2024-05-02", "The 1996 campaign failed.", "1996|DATE|1996|1996-01-01..1996-12-31|explicit"},
    {"2024-05-02", "The treaty of 1648 ended it.",
     "1648|DATE|1648|1648-01-01..1648-12-31|explicit"},
    {"2024-05-02", "They signed it in 1783, after a long war.",
     "1783|DATE|1783|1783-01-01..1783-12-31|explicit"},
    {"2024-05-02", "The mine closed in late 1987.",
     "late 1987|DATE|1987|1987-09-01..1987-12-31|explicit END"},
    {"2024-05-02", "Rome fell to them in 390 BC.", "390 BC|DATE|BC0390||explicit"},
    {"2024-05-02", "The cave was painted in 30000 BC.", ""},
    {"2024-05-02", "Exports doubled from 1990 to 1995.",
     "1990|DATE|1990|1990-01-01..1990-12-31|explicit; "
     "1995|DATE|1995|1995-01-01..1995-12-31|explicit ends"},
    {"2024-05-02", "The war of 1915-17 was lost.",
     "1915|DATE|1915|1915-01-01..1915-12-31|explicit; 17|DATE|1917|1917-01-01..1917-12-31|explicit "
     "ends"},
    {"2024-05-02", "The mine closed early in 1987 and opened later in 1988.",
     "early in 1987|DATE|1987|1987-01-01..1987-05-01|explicit START; later in "
     "1988|DATE|1988|1988-01-01..1988-12-31|explicit"},
    {"2024-05-02", "The early April rain fell, and the early 1990s were dry.",
     "early April|DATE|2024-04|2024-04-01..2024-04-10|explicit START; the early "
     "1990s|DATE|199|1990-01-01..1993-05-01|explicit START"},
    {"2024-05-02", "The mine closed in '98.", "'98|DATE|1998|1998-01-01..1998-12-31|explicit"},
    /* Weekdays, by tense */
    {"2024-05-02", "The court ruled on Monday.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "The court will meet Monday.",
     "Monday|DATE|2024-05-06|2024-05-06..2024-05-06|weekday"},
    {"2024-05-02", "The talks are scheduled for Tuesday.",
     "Tuesday|DATE|2024-05-07|2024-05-07..2024-05-07|weekday"},
    {"2024-05-02", "The company said Monday it would close the mine.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "Police arrested him Thursday.",
     "Thursday|DATE|2024-05-02|2024-05-02..2024-05-02|weekday"},
    {"2024-05-02", "Friday's ruling surprised them.",
     "Friday|DATE|2024-04-26|2024-04-26..2024-04-26|weekday"},
    {"2024-05-02", "The group could arrive as soon as Tuesday.",
     "Tuesday|DATE|2024-05-07|2024-05-07..2024-05-07|weekday"},
    {"2024-05-02", "The talks, set to resume Monday, are secret.",
     "Monday|DATE|2024-05-06|2024-05-06..2024-05-06|weekday"},
    {"2024-05-02", "It took a day to dislodge it on Monday.",
     "a day|DURATION|P1D||explicit; Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "The minister declined to comment Monday.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "The minister agreed to resign Monday.",
     "Monday|DATE|2024-05-06|2024-05-06..2024-05-06|weekday"},
    {"2024-05-02", "He appeared at the talks, set to resume Monday.",
     "Monday|DATE|2024-05-06|2024-05-06..2024-05-06|weekday"},
    {"2024-05-02", "The offer had been due to expire Monday.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "The offer had been scheduled to expire at 9 a.m. Monday.",
     "9 a.m. Monday|TIME|2024-04-29T09:00|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "The offer is due to expire Monday.",
     "Monday|DATE|2024-05-06|2024-05-06..2024-05-06|weekday"},
    {"2024-05-02", "He could not be reached Monday.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "He will not be released Monday.",
     "Monday|DATE|2024-05-06|2024-05-06..2024-05-06|weekday"},
    {"2024-05-02", "Until Monday, nobody had been accused.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "The vote is on Sunday, and they leave Monday.",
     "Sunday|DATE|2024-05-05|2024-05-05..2024-05-05|weekday; "
     "Monday|DATE|2024-05-06|2024-05-06..2024-05-06|weekday"},
    {"2024-05-02", "He says Monday was cold.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "The move follows Monday's ruling.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "They want to appeal Monday's ruling.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "The fire broke out late Wednesday.",
     "late Wednesday|DATE|2024-05-01|2024-05-01..2024-05-01|weekday END"},
    {"2024-05-02", "The fire broke out on Wednesday night.",
     "Wednesday night|TIME|2024-05-01TNI|2024-05-01..2024-05-01|weekday"},
    {"2024-05-02", "The fire broke out on Tuesday of last week.",
     "Tuesday of last week|DATE|2024-04-23|2024-04-23..2024-04-23|relative"},
    {"2024-05-02", "The fire broke out last Tuesday.",
     "last Tuesday|DATE|2024-04-30|2024-04-30..2024-04-30|relative"},
    {"2024-05-02", "They will vote next Tuesday.",
     "next Tuesday|DATE|2024-05-07|2024-05-07..2024-05-07|relative"},
    {"2024-05-02", "They will vote this Sunday.",
     "this Sunday|DATE|2024-05-05|2024-05-05..2024-05-05|relative"},
    {"2024-05-02", "The shop is closed on Mondays.", "Mondays|SET|XXXX-WXX-1||explicit"},
    /* Counted from the day of writing */
    {"2024-05-02", "The mine closed last week.",
     "last week|DATE|2024-W17|2024-04-22..2024-04-28|relative"},
    {"2024-05-02", "The mine closed last month.",
     "last month|DATE|2024-04|2024-04-01..2024-04-30|relative"},
    {"2024-05-02", "The mine closed last year.",
     "last year|DATE|2023|2023-01-01..2023-12-31|relative"},
    {"2024-05-02", "The mine closes next week.",
     "next week|DATE|2024-W19|2024-05-06..2024-05-12|relative"},
    {"2024-05-02", "The mine closes next month.",
     "next month|DATE|2024-06|2024-06-01..2024-06-30|relative"},
    {"2024-05-02", "The mine closes next year.",
     "next year|DATE|2025|2025-01-01..2025-12-31|relative"},
    {"2024-05-02", "The mine closed earlier this year.",
     "earlier this year|DATE|2024|2024-01-01..2024-12-31|relative"},
    {"2024-05-02", "The mine closed this month.",
     "this month|DATE|2024-05|2024-05-01..2024-05-31|relative"},
    {"2024-05-02", "The mine closed last March.",
     "last March|DATE|2024-03|2024-03-01..2024-03-31|relative"},
    {"2024-05-02", "The mine closed last summer.",
     "last summer|DATE|2023-SU|2023-06-01..2023-08-31|relative"},
    {"2024-05-02", "The mine closed last quarter.",
     "last quarter|DATE|2024-Q1|2024-01-01..2024-03-31|relative"},
    {"2024-05-02", "The mine closed over the weekend.",
     "the weekend|DATE|2024-W17-WE|2024-04-27..2024-04-28|relative"},
    {"2024-05-02", "The mine closed last weekend.",
     "last weekend|DATE|2024-W17-WE|2024-04-27..2024-04-28|relative"},
    {"2024-05-02", "The mine closed three days ago.",
     "three days ago|DATE|2024-04-29|2024-04-29..2024-04-29|relative"},
    {"2024-05-02", "The mine closed two weeks ago.",
     "two weeks ago|DATE|2024-W16|2024-04-15..2024-04-21|relative"},
    {"2024-05-02", "The mine closed two months ago.",
     "two months ago|DATE|2024-03|2024-03-01..2024-03-31|relative"},
    {"2024-05-02", "The mine closed ten years ago.",
     "ten years ago|DATE|2014|2014-01-01..2014-12-31|relative"},
    {"2024-05-02", "The mine closed a decade ago.",
     "a decade ago|DATE|201|2010-01-01..2019-12-31|relative"},
    {"2024-05-02", "The mine closed nearly four years ago.",
     "nearly four years ago|DATE|2020|2020-01-01..2020-12-31|relative APPROX"},
    {"2024-05-02", "The mine closed several years ago.",
     "several years ago|DATE|PAST_REF||relative"},
    {"2024-05-02", "The mine will close three days from now.",
     "three days from now|DATE|2024-05-05|2024-05-05..2024-05-05|relative"},
    {"2024-05-02", "He resigned yesterday.",
     "yesterday|DATE|2024-05-01|2024-05-01..2024-05-01|relative"},
    {"2024-05-02", "He will resign today.",
     "today|DATE|2024-05-02|2024-05-02..2024-05-02|relative"},
    {"2024-05-02", "He will resign tomorrow morning.",
     "tomorrow morning|TIME|2024-05-03TMO|2024-05-03..2024-05-03|relative"},
    {"2024-05-02", "He resigned the day before yesterday.",
     "the day before yesterday|DATE|2024-04-30|2024-04-30..2024-04-30|relative"},
    {"2024-05-02", "He resigned last night.",
     "last night|TIME|2024-05-01TNI|2024-05-01..2024-05-01|relative"},
    {"2024-05-02", "He spoke this morning.",
     "this morning|TIME|2024-05-02TMO|2024-05-02..2024-05-02|relative"},
    {"2024-05-02", "He will speak tonight.",
     "tonight|TIME|2024-05-02TNI|2024-05-02..2024-05-02|relative"},
    {"2024-05-02", "The fire broke out overnight.",
     "overnight|TIME|2024-05-02TNI|2024-05-01..2024-05-02|relative"},
    {"2024-05-02", "They meet later today.",
     "later today|DATE|2024-05-02|2024-05-02..2024-05-02|relative"},
    {"2024-12-31", "The mine will close next month.",
     "next month|DATE|2025-01|2025-01-01..2025-01-31|relative"},
    {"2024-01-01", "The mine closed yesterday.",
     "yesterday|DATE|2023-12-31|2023-12-31..2023-12-31|relative"},
    /* Counted from where the story stands */
    {"2024-05-02", "On Monday a bomb exploded. Two days later the police came.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday; Two days "
     "later|DATE|2024-05-01|2024-05-01..2024-05-01|relative"},
    {"2024-05-02", "He was shot on March 3. The next day he died.",
     "March 3|DATE|2024-03-03|2024-03-03..2024-03-03|explicit; The next "
     "day|DATE|2024-03-04|2024-03-04..2024-03-04|relative"},
    {"2024-05-02", "He was shot on March 3. The following week she fled.",
     "March 3|DATE|2024-03-03|2024-03-03..2024-03-03|explicit; The following "
     "week|DATE|2024-W10|2024-03-04..2024-03-10|relative"},
    {"2024-05-02", "He was shot on March 3. His brother died the same day.",
     "March 3|DATE|2024-03-03|2024-03-03..2024-03-03|explicit; the same "
     "day|DATE|2024-03-03|2024-03-03..2024-03-03|relative"},
    {"2024-05-02", "He was shot on March 3. That night the city burned.",
     "March 3|DATE|2024-03-03|2024-03-03..2024-03-03|explicit; That "
     "night|TIME|2024-03-03TNI|2024-03-03..2024-03-03|relative"},
    {"2024-05-02", "He was shot on March 3, 1990. Two years later she left.",
     "March 3, 1990|DATE|1990-03-03|1990-03-03..1990-03-03|explicit; Two years "
     "later|DATE|1992|1992-01-01..1992-12-31|relative"},
    {"2024-05-02", "He was born in June 1998 and left later that year.",
     "June 1998|DATE|1998-06|1998-06-01..1998-06-30|explicit; later that "
     "year|DATE|1998|1998-01-01..1998-12-31|relative"},
    {"2024-05-02", "He was shot on March 3. The day before, he had called.",
     "March 3|DATE|2024-03-03|2024-03-03..2024-03-03|explicit; The day "
     "before|DATE|2024-03-02|2024-03-02..2024-03-02|relative"},
    {"2024-05-02", "He was shot on March 3. At 9:30 p.m. he died.",
     "March 3|DATE|2024-03-03|2024-03-03..2024-03-03|explicit; 9:30 "
     "p.m.|TIME|2024-03-03T21:30|2024-03-03..2024-03-03|relative"},
    {"2024-05-02", "Profit fell in the third quarter of 2023 from a year earlier.",
     "the third quarter of 2023|DATE|2023-Q3|2023-07-01..2023-09-30|explicit; a year "
     "earlier|DATE|2022-Q3|2022-07-01..2022-09-30|relative"},
    {"2024-05-02", "They took it in 1956, and it was closed until the next year.",
     "1956|DATE|1956|1956-01-01..1956-12-31|explicit; the next "
     "year|DATE|1957|1957-01-01..1957-12-31|relative"},
    {"2024-05-02", "It was founded in 1956 and will grow over the next year.",
     "1956|DATE|1956|1956-01-01..1956-12-31|explicit; the next "
     "year|DATE|2025|2025-01-01..2025-12-31|relative"},
    {"2024-05-02", "He was shot on Monday. Earlier in the day, he had called.",
     "Monday|DATE|2024-04-29|2024-04-29..2024-04-29|weekday; Earlier in the "
     "day|DATE|2024-04-29|2024-04-29..2024-04-29|relative"},
    {"2024-05-02", "Late in the day, at the end of the day, it was over.", ""},
    /* Counted from an event */
    {"2024-05-02", "He fled three days before the attack.",
     "three days|DURATION|P3D||anchored -3d +0m"},
    {"2024-05-02", "He fled one day after his arrival.", "one day|DURATION|P1D||anchored +1d +0m"},
    {"2024-05-02", "She fled two weeks after the attack.",
     "two weeks|DURATION|P2W||anchored +14d +0m"},
    {"2024-05-02", "She fled two months before the attack.",
     "two months|DURATION|P2M||anchored +0d -2m"},
    {"2024-05-02", "He fled the day after the attack.",
     "the day|DATE|XXXX-XX-XX||anchored +1d +0m"},
    {"2024-05-02", "She fled weeks before the attack.", "weeks|DURATION|PXW||relative"},
    {"2024-05-02", "He was shot on March 3. Weeks before, he had called.",
     "March 3|DATE|2024-03-03|2024-03-03..2024-03-03|explicit; Weeks "
     "before|DATE|PAST_REF||relative"},
    /* Ranges */
    {"2024-05-02", "They met on June 15 and 16 in Geneva.",
     "June 15|DATE|2024-06-15|2024-06-15..2024-06-15|explicit; "
     "16|DATE|2024-06-16|2024-06-16..2024-06-16|explicit ends"},
    {"2024-05-02", "They met on June 15-16 in Geneva.",
     "June 15|DATE|2024-06-15|2024-06-15..2024-06-15|explicit; "
     "16|DATE|2024-06-16|2024-06-16..2024-06-16|explicit ends"},
    {"2024-05-02", "They met on 15 and 16 June in Geneva.",
     "15|DATE|2024-06-15|2024-06-15..2024-06-15|explicit; 16 "
     "June|DATE|2024-06-16|2024-06-16..2024-06-16|explicit ends"},
    {"2024-05-02", "They met from 15 to 17 June 2023 in Geneva.",
     "15|DATE|2023-06-15|2023-06-15..2023-06-15|explicit; 17 June "
     "2023|DATE|2023-06-17|2023-06-17..2023-06-17|explicit ends"},
    {"2024-05-02", "They met from June 28 to July 3, 2023 in Geneva.",
     "June 28|DATE|2023-06-28|2023-06-28..2023-06-28|explicit; July 3, "
     "2023|DATE|2023-07-03|2023-07-03..2023-07-03|explicit ends"},
    {"2024-05-02", "They met from December 28-January 3 in Geneva.",
     "December 28|DATE|2023-12-28|2023-12-28..2023-12-28|explicit; January "
     "3|DATE|2024-01-03|2024-01-03..2024-01-03|explicit ends"},
    {"2024-05-02", "They met from March to May 2023 in Geneva.",
     "March|DATE|2023-03|2023-03-01..2023-03-31|explicit; May "
     "2023|DATE|2023-05|2023-05-01..2023-05-31|explicit ends"},
    /* Durations */
    {"2024-05-02", "The strike lasted three days.", "three days|DURATION|P3D||explicit"},
    {"2024-05-02", "The strike lasted forty-five days.", "forty-five days|DURATION|P45D||explicit"},
    {"2024-05-02", "The strike lasted more than four hours.",
     "more than four hours|DURATION|PT4H||explicit MORE_THAN"},
    {"2024-05-02", "A 48-hour curfew began.", "48-hour|DURATION|PT48H||explicit"},
    {"2024-05-02", "The strike went on for years.", "years|DURATION|PXY||explicit"},
    {"2024-05-02", "He ruled for two decades.", "two decades|DURATION|P20Y||explicit"},
    {"2024-05-02", "Prices rose over the past year.", "the past year|DURATION|P1Y||explicit"},
    {"2024-05-02", "Prices rose in the last three months.",
     "the last three months|DURATION|P3M||explicit"},
    {"2024-05-02", "Prices rose in the past few weeks.",
     "the past few weeks|DURATION|PXW||explicit"},
    {"2024-05-02", "It will take 1,500 days.", "1,500 days|DURATION|P1500D||explicit"},
    {"2024-05-02", "It lasted two more weeks, then another three months.",
     "two more weeks|DURATION|P2W||explicit; another three months|DURATION|P3M||explicit"},
    {"2024-05-02", "It will open within two to three weeks.",
     "two to three weeks|DURATION|P2W||explicit"},
    {"2024-05-02", "It opened two or three years ago.",
     "two or three years ago|DATE|2022|2022-01-01..2022-12-31|relative"},
    {"2024-05-02", "A month-long siege followed the weeks-long strike and a two-day-long rest.",
     "month-long|DURATION|P1M||explicit; weeks-long|DURATION|PXW||explicit; "
     "two-day-long|DURATION|P2D||explicit"},
    {"2024-05-02", "It lasted three nights and a long day.", "three nights|DURATION|P3D||explicit"},
    {"2024-05-02", "The ten year war ended, the ten years were over, and some ten years went by.",
     "ten year|DURATION|P10Y||explicit; the ten years|DURATION|P10Y||explicit; some ten "
     "years|DURATION|P10Y||explicit"},
    {"2024-05-02", "It took no more than two days, but close to three weeks.",
     "no more than two days|DURATION|P2D||explicit EQUAL_OR_LESS; close to three "
     "weeks|DURATION|P3W||explicit APPROX"},
    {"2024-05-02", "It took a week or so, and will take the next two years or so.",
     "a week or so|DURATION|P1W||explicit APPROX; the next two years or so|DURATION|P2Y||explicit "
     "APPROX"},
    {"2024-05-02", "It closed a year or so ago.",
     "a year or so ago|DATE|2023|2023-01-01..2023-12-31|relative APPROX"},
    {"2024-05-02", "It will close over the next year or so.",
     "the next year or so|DATE|2025|2025-01-01..2025-12-31|relative APPROX"},
    {"2024-05-02", "It fell on eight trading days.", "eight trading days|DURATION|P8D||explicit"},
    {"2024-05-02", "They paid over a three-year period.",
     "a three-year period|DURATION|P3Y||explicit"},
    {"2024-05-02", "It was a five year low.", "five year|DURATION|P5Y||explicit"},
    {"2024-05-02", "It will end within weeks or months.", "weeks or months|DURATION|PXW||explicit"},
    {"2024-05-02", "It was the first time in years.", "years|DURATION|PXY||explicit"},
    {"2024-05-02", "It is closed on days when it rains, and late by hours.", ""},
    /* Sets */
    {"2024-05-02", "They meet every Friday.", "every Friday|SET|XXXX-WXX-5||explicit"},
    {"2024-05-02", "They meet every two weeks.", "every two weeks|SET|P2W||explicit"},
    {"2024-05-02", "The train runs daily.", "daily|SET|P1D||explicit"},
    {"2024-05-02", "It costs three lives per month.", "per month|SET|P1M||explicit"},
    {"2024-05-02", "It costs $2 million a year, or ten lives a day.",
     "a year|SET|P1Y||explicit; a day|SET|P1D||explicit"},
    {"2024-05-02", "It took a year, and he left within a week.",
     "a year|DURATION|P1Y||explicit; a week|DURATION|P1W||explicit"},
    {"2024-05-02", "They meet on Monday mornings.", "Monday mornings|SET|XXXX-WXX-1TMO||explicit"},
    {"2024-05-02", "The bus runs hourly.", "hourly|SET|PT1H||explicit"},
    /* Times of day */
    {"2024-05-02", "The train left at 9 a.m. on Monday.",
     "9 a.m. on Monday|TIME|2024-04-29T09:00|2024-04-29..2024-04-29|weekday"},
    {"2024-05-02", "The train left at 12:30 a.m. on April 3.",
     "12:30 a.m. on April 3|TIME|2024-04-03T00:30|2024-04-03..2024-04-03|explicit"},
    {"2024-05-02", "The train left on April 3 at 18:45.",
     "April 3 at 18:45|TIME|2024-04-03T18:45|2024-04-03..2024-04-03|explicit"},
    {"2024-05-02", "The train left at 9:30 p.m. EST Tuesday.",
     "9:30 p.m. EST Tuesday|TIME|2024-04-30T21:30|2024-04-30..2024-04-30|weekday"},
    {"2024-05-02", "They marched on the night of 20 June 1991.",
     "the night of 20 June 1991|TIME|1991-06-20TNI|1991-06-20..1991-06-20|explicit"},
    /* Seasons, quarters, halves, decades, centuries */
    {"2024-05-02", "The strike began in spring 2023.",
     "spring 2023|DATE|2023-SP|2023-03-01..2023-05-31|explicit"},
    {"2024-05-02", "The strike began in the summer of 2023.",
     "the summer of 2023|DATE|2023-SU|2023-06-01..2023-08-31|explicit"},
    {"2024-05-02", "The strike began in the fall of 2023.",
     "the fall of 2023|DATE|2023-FA|2023-09-01..2023-11-30|explicit"},
    {"2024-05-02", "The strike began in the winter.",
     "the winter|DATE|2023-WI|2023-12-01..2024-02-29|explicit"},
    {"2024-05-02", "Profit fell in the third quarter.",
     "the third quarter|DATE|2023-Q3|2023-07-01..2023-09-30|explicit"},
    {"2024-05-02", "Its first-quarter profit fell.",
     "first-quarter|DATE|2024-Q1|2024-01-01..2024-03-31|explicit"},
    {"2024-05-02", "Profit fell in last year's third quarter.",
     "last year's third quarter|DATE|2023-Q3|2023-07-01..2023-09-30|explicit"},
    {"2024-05-02", "Profit fell in Q3 2023.",
     "Q3 2023|DATE|2023-Q3|2023-07-01..2023-09-30|explicit"},
    {"2024-05-02", "Profit fell in the first half of 2023.",
     "the first half of 2023|DATE|2023-H1|2023-01-01..2023-06-30|explicit"},
    {"2024-05-02", "Life was hard in the 1930s.",
     "the 1930s|DATE|193|1930-01-01..1939-12-31|explicit"},
    {"2024-05-02", "Life was hard in the early 1990s.",
     "the early 1990s|DATE|199|1990-01-01..1993-05-01|explicit START"},
    {"2024-05-02", "Life was hard in the '80s.",
     "the '80s|DATE|198|1980-01-01..1989-12-31|explicit"},
    {"2024-05-02", "The church is of the 19th century.",
     "the 19th century|DATE|18|1800-01-01..1899-12-31|explicit"},
    {"2024-05-02", "The church is of the twelfth century.",
     "the twelfth century|DATE|11|1100-01-01..1199-12-31|explicit"},
    /* Figures of a quarter, a year, and those that they are compared with */
    {"1989-10-26", "Profit rose in the fiscal first quarter and in fiscal 1988.",
     "the fiscal first quarter|DATE|1989-Q1|1989-01-01..1989-03-31|explicit; fiscal "
     "1988|DATE|1988|1988-01-01..1988-12-31|explicit"},
    {"1989-10-26", "The third-quarter loss was due to fiscal-first quarter costs.",
     "third-quarter|DATE|1989-Q3|1989-07-01..1989-09-30|explicit; fiscal-first "
     "quarter|DATE|1989-Q1|1989-01-01..1989-03-31|explicit"},
    {"1989-10-26", "Sales fell in the third quarter. The latest period had no gains.",
     "the third quarter|DATE|1989-Q3|1989-07-01..1989-09-30|explicit; The latest "
     "period|DATE|1989-Q3|1989-07-01..1989-09-30|relative"},
    {"1989-10-26", "Sales fell in the third quarter, but not in the 1988 period.",
     "the third quarter|DATE|1989-Q3|1989-07-01..1989-09-30|explicit; the 1988 "
     "period|DATE|1988-Q3|1988-07-01..1988-09-30|relative"},
    {"1989-10-26", "Sales fell in the third quarter from the year-ago period.",
     "the third quarter|DATE|1989-Q3|1989-07-01..1989-09-30|explicit; the year-ago "
     "period|DATE|1988-Q3|1988-07-01..1988-09-30|relative"},
    {"1989-10-26", "Sales fell in the third quarter from the comparable period last year.",
     "the third quarter|DATE|1989-Q3|1989-07-01..1989-09-30|explicit; the comparable period last "
     "year|DATE|1988-Q3|1988-07-01..1988-09-30|relative"},
    {"1989-10-26",
     "Third-quarter sales fell. In the first nine months, they rose from the 1988 "
     "period.",
     "Third-quarter|DATE|1989-Q3|1989-07-01..1989-09-30|explicit; the first nine "
     "months|DURATION|P9M||explicit; the 1988 period|DATE|1988|1988-01-01..1988-12-31|relative"},
    {"1989-10-26", "For the quarter ended Sept. 30, it had sales, unlike a year earlier.",
     "the quarter|DATE|1989-Q3|1989-07-01..1989-09-30|relative; Sept. "
     "30|DATE|1989-09-30|1989-09-30..1989-09-30|explicit; a year "
     "earlier|DATE|1988-Q3|1988-07-01..1988-09-30|relative"},
    {"1989-10-26",
     "The first quarter was bad. In August it sold a mine it had shut in the quarter.",
     "The first quarter|DATE|1989-Q1|1989-01-01..1989-03-31|explicit; "
     "August|DATE|1989-08|1989-08-01..1989-08-31|explicit; the "
     "quarter|DATE|1989-Q1|1989-01-01..1989-03-31|relative"},
    {"1989-10-26", "Sales rose in the year ended March 31.",
     "the year|DURATION|P1Y||explicit; March 31|DATE|1989-03-31|1989-03-31..1989-03-31|explicit"},
    {"1989-10-26", "Sales were flat for the year and in the latest fiscal year.",
     "the year|DATE|1989|1989-01-01..1989-12-31|relative; the latest fiscal "
     "year|DATE|1988|1988-01-01..1988-12-31|relative"},
    {"1989-10-26", "It was a period of calm. The latest period was not.", ""},
    {"1989-10-26", "The strike ended March 3. Two days later they came back.",
     "March 3|DATE|1989-03-03|1989-03-03..1989-03-03|explicit; Two days "
     "later|DATE|1989-03-05|1989-03-05..1989-03-05|relative"},
    /* Vague */
    {"2024-05-02", "The mine is now closed.", "now|DATE|PRESENT_REF||explicit"},
    {"2024-05-02", "The mine was recently closed.", "recently|DATE|PAST_REF||explicit"},
    {"2024-05-02", "It may close in the future.", "the future|DATE|FUTURE_REF||explicit"},
    {"2024-05-02", "It may close in the coming years.", "the coming years|DURATION|PXY||explicit"},
    {"2024-05-02", "It was so in past years.", "past years|DATE|PAST_REF||explicit"},
    {"2024-05-02", "They left, and days later they came back.",
     "days later|DATE|FUTURE_REF||explicit"},
    {"2024-05-02", "For the time being it is closed.", "the time being|DATE|PRESENT_REF||explicit"},
    {"2024-05-02", "It will soon close.", "soon|DATE|FUTURE_REF||explicit"},
    {"2024-05-02", "He died soon after, as soon as it closed.", ""},
    {"2024-05-02", "More recently it was closed.", "More recently|DATE|PAST_REF||explicit"},
    /* Ends and wholes of periods */
    {"2024-05-02", "It will close by year-end.",
     "year-end|DATE|2024|2024-09-01..2024-12-31|relative END"},
    {"2024-05-02", "It will close by the year's end.",
     "the year's end|DATE|2024|2024-09-01..2024-12-31|relative END"},
    {"2024-05-02", "It will close by year's end.",
     "year's end|DATE|2024|2024-09-01..2024-12-31|relative END"},
    {"2024-05-02", "The year ended badly.", ""},
    {"2024-05-02", "Sales for the full year were flat.",
     "the full year|DATE|2024|2024-01-01..2024-12-31|relative"},
    {"2024-05-02", "It rose in the first nine months of the year.",
     "the first nine months|DURATION|P9M||explicit; the "
     "year|DATE|2024|2024-01-01..2024-12-31|relative"},
    {"2024-05-02", "It was the song of the year.", ""},
    {"2024-05-02", "By mid-afternoon they had left.",
     "mid-afternoon|TIME|2024-05-02TAF|2024-05-02..2024-05-02|relative MID"},
    {"2024-05-02", "It is on this coming Sunday, May 5.",
     "this coming Sunday, May 5|DATE|2024-05-05|2024-05-05..2024-05-05|explicit"},
    /* Without a day of writing */
    {"", "The court ruled on Monday.", "Monday|DATE|XXXX-WXX-1||weekday open"},
    {"", "The bridge fell on March 26.", "March 26|DATE|XXXX-03-26||explicit open"},
    {"", "The mine closed last year.", "last year|DATE|XXXX-XX-XX||relative open"},
    {"", "The bridge fell on March 26, 2024. On April 2 it was removed.",
     "March 26, 2024|DATE|2024-03-26|2024-03-26..2024-03-26|explicit; April "
     "2|DATE|2024-04-02|2024-04-02..2024-04-02|explicit"},
    {"", "The mine closed yesterday.", "yesterday|DATE|XXXX-XX-XX||relative open"},
    /* A history is told from its own time */
    {"2009-12-19",
     "In 1939 the war began. By October the city fell. In April 1940 they landed, and in June 1940 "
     "they left. In September they came back, in March 1941. On May 5 he was home in 1941.",
     "1939|DATE|1939|1939-01-01..1939-12-31|explicit; "
     "October|DATE|1939-10|1939-10-01..1939-10-31|explicit; April "
     "1940|DATE|1940-04|1940-04-01..1940-04-30|explicit; June "
     "1940|DATE|1940-06|1940-06-01..1940-06-30|explicit; "
     "September|DATE|1940-09|1940-09-01..1940-09-30|explicit; March "
     "1941|DATE|1941-03|1941-03-01..1941-03-31|explicit; May "
     "5|DATE|1941-05-05|1941-05-05..1941-05-05|explicit; "
     "1941|DATE|1941|1941-01-01..1941-12-31|explicit"},
    /* No date of the calendar */
    {"2024-05-02", "It happened on 30 February 2024.",
     "! names a date that the calendar does not have"},
    {"2024-05-02", "It happened on June 31.", "! names a date that the calendar does not have"},
    {"2024-05-02", "It happened on 2023-02-29.", "! names a date that the calendar does not have"},
    {"2024-05-02", "It happened on 31.04.2024.", "! names a date that the calendar does not have"},
    /* Words that mean something else */
    {"2024-05-02", "He may march to the sea, and sat in the sun for the money.", ""},
    {"2024-05-02", "They march in May.", "May|DATE|2024-05|2024-05-01..2024-05-31|explicit"},
    {"2024-05-02", "An august body came second.", ""},
    {"2024-05-02", "Theresa May spoke.", ""},
    {"2024-05-02", "Call 555-1990 or 555-123-1995.", ""},
    {"2024-05-02", "They won 3-2 and lost 21-14.", ""},
    {"2024-05-02", "It cost $1990 and sold for $2,010.", ""},
    {"2024-05-02", "It cost 1,990 lives.", ""},
    {"2024-05-02", "About 1500 people came.", ""},
    {"2024-05-02", "They burned 2000 houses.", ""},
    {"2024-05-02", "See page 1999 and section 2010.", ""},
    {"2024-05-02", "He flew in a Boeing 2000 as flight 1987.", ""},
    {"2024-05-02", "The 55-year-old driver fled.", ""},
    {"2024-05-02", "The six-month-old girl lived.", ""},
    {"2024-05-02", "It was the fall of the city.", ""},
    {"2024-05-02", "He lives on the 20th floor.", ""},
    {"2024-05-02", "It was the 10th anniversary.", ""},
    {"2024-05-02", "At the end of the day we lost.", ""},
    {"2024-05-02", "The second man said that he was third.", ""},
    {"2024-05-02", "It rose 3.5 percent to 1987.4 points.", ""},
    {"2024-05-02", "He uses the X1990 with 2010b.", ""},
    /* Holidays, and what else may date */
    {"2024-05-02", "He died on Christmas Day.",
     "Christmas Day|DATE|2023-12-25|2023-12-25..2023-12-25|explicit"},
    {"2024-05-02", "They met at Christmas, and sent Christmas cards.",
     "Christmas|DATE|2023-12-25|2023-12-25..2023-12-25|explicit"},
    {"2024-05-02", "On New Year's Eve 2022 a bomb went off.",
     "New Year's Eve 2022|DATE|2022-12-31|2022-12-31..2022-12-31|explicit"},
    {"2024-05-02", "He came home last Thanksgiving.",
     "last Thanksgiving|DATE|2023-11-30|2023-11-30..2023-11-30|explicit"},
    {"2024-05-02", "The court meets the week of March 6.",
     "the week of March 6|DATE|2024-W10|2024-03-04..2024-03-10|explicit"},
    {"2024-05-02", "He was shot last Oct. 23.",
     "last Oct. 23|DATE|2023-10-23|2023-10-23..2023-10-23|explicit"},
    {"2024-05-02", "The shop is closed until Friday.",
     "Friday|DATE|2024-05-03|2024-05-03..2024-05-03|weekday"},
    {"2024-05-02", "It was so in the past.", "the past|DATE|PAST_REF||explicit"},
    {"2024-05-02", "It lasted a couple of days.", "a couple of days|DURATION|P2D||explicit"},
    {"2024-05-02", "The strike ended late in the year.",
     "late in the year|DATE|2024|2024-09-01..2024-12-31|relative END"},
    {"2024-05-02", "Profit fell in the first quarter of 2023. Sales in the quarter fell too.",
     "the first quarter of 2023|DATE|2023-Q1|2023-01-01..2023-03-31|explicit; the "
     "quarter|DATE|2023-Q1|2023-01-01..2023-03-31|relative"},
    {"2024-05-02", "They left on the 20th of last month.",
     "the 20th of last month|DATE|2024-04-20|2024-04-20..2024-04-20|relative"},
    {"2024-05-02", "On March 3 they came, and on the 20th they left.",
     "March 3|DATE|2024-03-03|2024-03-03..2024-03-03|explicit; the "
     "20th|DATE|2024-03-20|2024-03-20..2024-03-20|relative"},
    {"2024-05-02", "He drew 2024 people and 1990 votes.", ""},
    {"2024-05-02", "In 1500 homes the light went out.", ""},
    {"2024-05-02", "On Feb. 30 nothing happened.",
     "! names a date that the calendar does not have"},
    {"2024-05-02", "They voted on the first Tuesday of March.",
     "the first Tuesday of March|DATE|2024-03-05|2024-03-05..2024-03-05|explicit"},
    {"2024-05-02", "They will vote on the third Monday in October.",
     "the third Monday in October|DATE|2024-10-21|2024-10-21..2024-10-21|explicit"},
    {"2024-05-02", "They voted on the last Sunday of March 2014.",
     "the last Sunday of March 2014|DATE|2014-03-30|2014-03-30..2014-03-30|explicit"},
    {"2024-05-02", "He died on the last day of February.",
     "the last day of February|DATE|2024-02-29|2024-02-29..2024-02-29|explicit"},
    {"2024-05-02", "He died in the last week of August 2018.",
     "the last week of August 2018|DATE|2018-08|2018-08-25..2018-08-31|explicit"},
    {"2024-05-02", "He died in the second week of March.",
     "the second week of March|DATE|2024-W10|2024-03-04..2024-03-10|explicit"},
    {"2024-05-02", "He came on Tuesday the 30th.",
     "Tuesday the 30th|DATE|2024-04-30|2024-04-30..2024-04-30|relative"},
    {"2024-05-02", "The third of March was cold.",
     "The third of March|DATE|2024-03-03|2024-03-03..2024-03-03|explicit"},
    {"2024-05-02", "The strike began on the 20th.",
     "the 20th|DATE|2024-04-20|2024-04-20..2024-04-20|relative"},
};
#define CASE_COUNT (sizeof cases / sizeof *cases)

static void describe(buffer *b, slice text, const timex *t) {
    CHECK_AT(timex_value_is_valid(t->type, t->value), "%.*s is no value of TIMEX3",
             SLICE_ARGS(t->value));
    if (b->length)
        buffer_add(b, SLICE("; "));
    buffer_print(b, "%.*s|%.*s|%.*s|", SLICE_ARGS(slice_range(text, t->start, t->end)),
                 SLICE_ARGS(timex_type_word(t->type)), SLICE_ARGS(t->value));
    if (when_is_dated(t->when)) {
        buffer_add(b, day_text(b->owner, t->when.days.first));
        buffer_add(b, SLICE(".."));
        buffer_add(b, day_text(b->owner, t->when.days.last));
    }
    buffer_print(b, "|%.*s", SLICE_ARGS(timex_how_word(t->how)));
    if (t->mod)
        buffer_print(b, " %.*s", SLICE_ARGS(timex_mod_word(t->mod)));
    if (t->days_from || t->months_from)
        buffer_print(b, " %+dd %+dm", t->days_from, t->months_from);
    if (t->ends_range)
        buffer_add(b, SLICE(" ends"));
    if (t->open)
        buffer_add(b, SLICE(" open"));
}

/* What is found, and then each diagnostic's status. */
static slice found_in(const char *published, slice text, arena *a) {
    diagnostics said = diagnostics_in(a);
    timex_finder finder = {
        .text = text,
        .document = SLICE("article"),
        .published = {.day = day_of_text(slice_of(published)), .minute = NO_MINUTE},
        .owner = a,
        .said = &said};
    sentence_list sentences = {0};
    timex_list timexes = {0};
    buffer b = buffer_in(a);
    sentences_split(text, 0, text.length, a, &sentences);
    timexes_find(&finder, sentences.items, sentences.count, &timexes);
    for (size_t i = 0; i < timexes.count; i++)
        describe(&b, text, &timexes.items[i]);
    for (size_t i = 0; i < said.list.count; i++)
        buffer_print(&b, "! %s", dateline_status_text(said.list.items[i].status));
    return buffer_slice(&b);
}

static void finds(arena *a) {
    for (size_t i = 0; i < CASE_COUNT; i++) {
        slice found = found_in(cases[i].published, slice_of(cases[i].text), a);
        CHECK_AT(slice_equal(found, slice_of(cases[i].found)), "%s\n  found  %.*s\n  wanted %s",
                 cases[i].text, SLICE_ARGS(found), cases[i].found);
    }
}

int main(void) {
    RUN_IN_ARENA(finds);
    return tests_end();
}
