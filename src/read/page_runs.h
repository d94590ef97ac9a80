/* SPDX-License-Identifier: MIT */
/* Cuts a web page into runs, the words between two borders of blocks. */
#ifndef READ_PAGE_RUNS_H
#define READ_PAGE_RUNS_H

#include "read/page_parts.h"

/*
 * Fills `runs` with the words of all nodes that were not dropped. White space is folded, and
 * characters that nobody sees (of no width, marks of direction, soft hyphens) are left out. A row
 * of short cells of a table is a run.
 */
void page_runs_cut(page_parts *p, arena *a);

#endif
