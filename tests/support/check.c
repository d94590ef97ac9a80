/* SPDX-License-Identifier: MIT */
#include "support/check.h"

int checks_failed_here, cases_passed, cases_failed;
