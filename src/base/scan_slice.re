/* SPDX-License-Identifier: MIT */
/*
 * re2c settings, to be included by scanners of slices: they move `const char *at` towards
 * `const char *end`, behind which NUL is seen, and keep the last match in `const char *kept`. No
 * rule matches NUL.
 */
/*!re2c
re2c:encoding:utf8 = 1;
re2c:api = custom;
re2c:api:style = free-form;
re2c:define:YYCTYPE = "unsigned char";
re2c:define:YYPEEK = "(unsigned char)(at < end ? *at : '\\0')";
re2c:define:YYSKIP = "++at;";
re2c:define:YYBACKUP = "kept = at;";
re2c:define:YYRESTORE = "at = kept;";
re2c:yyfill:enable = 0;
*/
