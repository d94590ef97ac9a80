/* SPDX-License-Identifier: MIT */
/*
 * English names of days of the year, with their rules (time/holiday.h); included by words.re. A
 * PART_MAYBE_HOLIDAY is a date only behind a preposition or before a year: its name is also used of
 * the time around it, or before other words ("Christmas cards"). Days whose date differs from
 * country to country (Labour Day, National Day) and days that follow the sight of the moon (Eid,
 * Diwali, Chinese New Year) are not here. Days that American and British English keep apart go by
 * the American one (Mother's Day; the British is Mothering Sunday).
 */
/*!rules:re2c:holidays
apo = ['\u2019];
saint = ('st' "."? | 'saint') ws;
orthodox = 'orthodox' ws;

'new' ws 'year' apo? 's' apo? ws 'eve'       { IS(PART_HOLIDAY, MONTH_DAY(12, 31)); }
'new' ws 'year' apo? 's' apo? ws 'day'       { IS(PART_HOLIDAY, MONTH_DAY(1, 1)); }
'martin' ws 'luther' ws 'king' (","? ws 'jr' "."?)? (apo? 's')? ws ('day' | 'holiday')
    | "MLK" (ws 'jr' "."?)? ws ('day' | 'holiday') { IS(PART_HOLIDAY, NTH_WEEKDAY(1, 3, MONDAY)); }
'australia' ws 'day'             { IS(PART_HOLIDAY, MONTH_DAY(1, 26)); }
'holocaust' ws ('memorial' | 'remembrance') ws 'day' { IS(PART_HOLIDAY, MONTH_DAY(1, 27)); }
'groundhog' ws 'day'             { IS(PART_HOLIDAY, MONTH_DAY(2, 2)); }
(saint)? 'valentine' (apo? 's')? ws 'day' { IS(PART_HOLIDAY, MONTH_DAY(2, 14)); }
'president' apo? 's' apo? ws 'day' | "Washington" apo? 's' apo? ws 'birthday' { IS(PART_HOLIDAY, NTH_WEEKDAY(2, 3, MONDAY)); }
saint 'david' apo? 's' apo? ws 'day'         { IS(PART_HOLIDAY, MONTH_DAY(3, 1)); }
('international' ws)? 'women' apo? 's' apo? ws 'day' { IS(PART_HOLIDAY, MONTH_DAY(3, 8)); }
saint 'patrick' apo? 's' apo? ws 'day'       { IS(PART_HOLIDAY, MONTH_DAY(3, 17)); }
'april' ws 'fool' apo? 's' apo? ws 'day'     { IS(PART_HOLIDAY, MONTH_DAY(4, 1)); }
'patriot' apo? 's' apo? ws 'day'             { IS(PART_HOLIDAY, NTH_WEEKDAY(4, 3, MONDAY)); }
'earth' ws 'day'                 { IS(PART_HOLIDAY, MONTH_DAY(4, 22)); }
saint 'george' apo? 's' apo? ws 'day'        { IS(PART_HOLIDAY, MONTH_DAY(4, 23)); }
'anzac' ws 'day'                 { IS(PART_HOLIDAY, MONTH_DAY(4, 25)); }
'king' apo? 's' apo? ws 'day'                { IS(PART_HOLIDAY, NOT_SUNDAY(4, 27)); }
"May" ws 'day'                   { IS(PART_HOLIDAY, MONTH_DAY(5, 1)); }
'cinco' ws 'de' ws 'mayo'        { IS(PART_HOLIDAY, MONTH_DAY(5, 5)); }
'mother' apo? 's' apo? ws 'day'              { IS(PART_HOLIDAY, NTH_WEEKDAY(5, 2, SUNDAY)); }
'memorial' ws 'day'              { IS(PART_HOLIDAY, NTH_WEEKDAY(5, 5, MONDAY)); }
'father' apo? 's' apo? ws 'day'              { IS(PART_HOLIDAY, NTH_WEEKDAY(6, 3, SUNDAY)); }
'juneteenth'                     { IS(PART_HOLIDAY, MONTH_DAY(6, 19)); }
'canada' ws 'day'                { IS(PART_HOLIDAY, MONTH_DAY(7, 1)); }
"Independence" ws 'day'          { IS(PART_HOLIDAY, MONTH_DAY(7, 4)); }
'bastille' ws 'day'              { IS(PART_HOLIDAY, MONTH_DAY(7, 14)); }
'labor' ws 'day'                 { IS(PART_HOLIDAY, NTH_WEEKDAY(9, 1, MONDAY)); }
'columbus' ws 'day' | 'indigenous' ws 'people' apo? 's' apo? ws 'day'
    { IS(PART_HOLIDAY, NTH_WEEKDAY(10, 2, MONDAY)); }
'canadian' ws 'thanksgiving'     { IS(PART_HOLIDAY, NTH_WEEKDAY(10, 2, MONDAY)); }
'halloween' | 'hallowe' ['\u2019] 'en' { IS(PART_MAYBE_HOLIDAY, MONTH_DAY(10, 31)); }
'all' ws 'saint' apo? 's' apo? ws 'day'      { IS(PART_HOLIDAY, MONTH_DAY(11, 1)); }
'all' ws 'soul' apo? 's' apo? ws 'day'       { IS(PART_HOLIDAY, MONTH_DAY(11, 2)); }
'guy' ws 'fawkes' ws ('day' | 'night') | 'bonfire' ws 'night' { IS(PART_HOLIDAY, MONTH_DAY(11, 5)); }
'veteran' apo? 's' apo? ws 'day' | ('armistice' | 'remembrance') ws 'day' { IS(PART_HOLIDAY, MONTH_DAY(11, 11)); }
'remembrance' ws 'sunday'        { IS(PART_HOLIDAY, NTH_WEEKDAY(11, 2, SUNDAY)); }
'thanksgiving' ws 'day'          { IS(PART_HOLIDAY, NTH_WEEKDAY(11, 4, THURSDAY)); }
"Thanksgiving" | "THANKSGIVING"  { IS(PART_MAYBE_HOLIDAY, NTH_WEEKDAY(11, 4, THURSDAY)); }
"Black" ws 'friday'              { IS(PART_HOLIDAY, DAYS_AFTER(1, NTH_WEEKDAY(11, 4, THURSDAY))); }
'cyber' ws 'monday'              { IS(PART_HOLIDAY, DAYS_AFTER(4, NTH_WEEKDAY(11, 4, THURSDAY))); }
saint 'andrew' apo? 's' apo? ws 'day'        { IS(PART_HOLIDAY, MONTH_DAY(11, 30)); }
'world' ws 'aids' ws 'day'       { IS(PART_HOLIDAY, MONTH_DAY(12, 1)); }
'human' ws 'rights' ws 'day'     { IS(PART_HOLIDAY, MONTH_DAY(12, 10)); }
'christmas' ws 'eve'             { IS(PART_HOLIDAY, MONTH_DAY(12, 24)); }
'christmas' ws 'day'             { IS(PART_HOLIDAY, MONTH_DAY(12, 25)); }
"Christmas" | "CHRISTMAS"        { IS(PART_MAYBE_HOLIDAY, MONTH_DAY(12, 25)); }
'boxing' ws 'day'                { IS(PART_HOLIDAY, MONTH_DAY(12, 26)); }
"Hogmanay"                       { IS(PART_HOLIDAY, MONTH_DAY(12, 31)); }

'mardi' ws 'gras' | ('shrove' | 'fat') ws 'tuesday' { IS(PART_HOLIDAY, EASTER(-47)); }
'ash' ws 'wednesday'             { IS(PART_HOLIDAY, EASTER(-46)); }
'mothering' ws 'sunday'          { IS(PART_HOLIDAY, EASTER(-21)); }
'palm' ws 'sunday'               { IS(PART_HOLIDAY, EASTER(-7)); }
('maundy' | 'holy') ws 'thursday' { IS(PART_HOLIDAY, EASTER(-3)); }
'good' ws 'friday'               { IS(PART_HOLIDAY, EASTER(-2)); }
('holy' | 'easter') ws 'saturday' | 'easter' ws 'eve' { IS(PART_HOLIDAY, EASTER(-1)); }
'easter' ws ('sunday' | 'day')   { IS(PART_HOLIDAY, EASTER(0)); }
"Easter" | "EASTER"              { IS(PART_MAYBE_HOLIDAY, EASTER(0)); }
'easter' ws 'monday'             { IS(PART_HOLIDAY, EASTER(1)); }
'ascension' ws 'day'             { IS(PART_HOLIDAY, EASTER(39)); }
"Pentecost" (ws 'sunday')? | "Whitsun" | 'whit' ws 'sunday' { IS(PART_HOLIDAY, EASTER(49)); }
('whit' | 'pentecost') ws 'monday' { IS(PART_HOLIDAY, EASTER(50)); }
'trinity' ws 'sunday'            { IS(PART_HOLIDAY, EASTER(56)); }

orthodox 'christmas' (ws 'day')? { IS(PART_HOLIDAY, MONTH_DAY(1, 7)); }
orthodox 'christmas' ws 'eve'    { IS(PART_HOLIDAY, MONTH_DAY(1, 6)); }
'clean' ws 'monday'              { IS(PART_HOLIDAY, ORTHODOX_EASTER(-48)); }
orthodox 'palm' ws 'sunday'      { IS(PART_HOLIDAY, ORTHODOX_EASTER(-7)); }
orthodox 'good' ws 'friday'      { IS(PART_HOLIDAY, ORTHODOX_EASTER(-2)); }
orthodox 'easter' (ws ('sunday' | 'day'))? { IS(PART_HOLIDAY, ORTHODOX_EASTER(0)); }
orthodox 'easter' ws 'monday'    { IS(PART_HOLIDAY, ORTHODOX_EASTER(1)); }

'rosh' ws 'hashana' 'h'?         { IS(PART_HOLIDAY, ROSH_HASHANAH(0)); }
'yom' ws 'kippur'                { IS(PART_MAYBE_HOLIDAY, ROSH_HASHANAH(9)); }
"Passover"                       { IS(PART_MAYBE_HOLIDAY, PASSOVER(0)); }

"9/11"                           { IS(PART_HOLIDAY, ONE_DAY(2001, 9, 11)); }
"D-Day"                          { IS(PART_HOLIDAY, ONE_DAY(1944, 6, 6)); }
("VE" | "V-E") ws "Day"          { IS(PART_HOLIDAY, ONE_DAY(1945, 5, 8)); }
"Bloody" ws "Sunday"             { IS(PART_HOLIDAY, ONE_DAY(1972, 1, 30)); }
"Black" ws ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Saturday" | "Sunday" | "September")
    { IS(PART_OTHER, 0); }
'good' ws 'friday' ws ('agreement' | 'accord' | 'peace' | 'deal') { IS(PART_OTHER, 0); }
*/
