/* SPDX-License-Identifier: MIT */
/*
 * re2c definitions, to be included: the names of months and weekdays, in full and as usually cut
 * short. Both are without regard to case; whoever uses them looks at the case, where it matters.
 */
/*!re2c
month_name   = 'january' | 'february' | 'march' | 'april' | 'may' | 'june' | 'july' | 'august'
             | 'september' | 'october' | 'november' | 'december'
             | ('jan' | 'feb' | 'mar' | 'apr' | 'jun' | 'jul' | 'aug' | 'sep' | 'sept' | 'oct'
             | 'nov' | 'dec') "."?;
weekday_name = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'
             | ('mon' | 'tue' | 'tues' | 'wed' | 'weds' | 'thu' | 'thur' | 'thurs' | 'fri' | 'sat'
             | 'sun') "."?;
*/
