# SPDX-License-Identifier: MIT
"""The events of a calendar as vobject reads and validates them."""
import sys

import vobject
from rows import print_row

with open(sys.argv[1], "rb") as file:
    for calendar in vobject.readComponents(file.read().decode("utf-8")):
        calendar.validate(raiseException=True)
        for event in calendar.vevent_list:
            event.validate(raiseException=True)
            print_row(event.dtstart.value, event.dtend.value, event.summary.value)
