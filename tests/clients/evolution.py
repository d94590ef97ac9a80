# SPDX-License-Identifier: MIT
"""The events of Evolution's (and GNOME Calendar's) store after it took calendars, one by one."""
import sys

import gi

for name, version in (("ECal", "2.0"), ("EDataServer", "1.2"), ("ICalGLib", "3.0")):
    gi.require_version(name, version)
from gi.repository import ECal, EDataServer, ICalGLib
from rows import date, print_row

registry = EDataServer.SourceRegistry.new_sync(None)
client = ECal.Client.connect_sync(registry.ref_builtin_calendar(), ECal.ClientSourceType.EVENTS, 1, None)
for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        calendar = ICalGLib.Component.new_from_string(file.read())
    client.receive_objects_sync(calendar, ECal.OperationFlags.NONE, None)
for event in client.get_object_list_sync("#t", None)[1]:
    print_row(date(event.get_dtstart().as_ical_string()), date(event.get_dtend().as_ical_string()),
              event.get_summary())
