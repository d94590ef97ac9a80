# SPDX-License-Identifier: MIT
"""The events of a calendar on a CalDAV server, Radicale, after calendars were put there, one by one:
radicale_client.py FOLDER FILE..., the folder for what the server keeps."""
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree as tree

from rows import print_calendar

QUERY = """<?xml version="1.0"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<D:prop><C:calendar-data/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
<C:time-range start="00010101T000000Z" end="99991231T000000Z"/>
</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"""


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def ask(method, url, body, content):
    request = urllib.request.Request(url, body, {"Content-Type": content, "Depth": "1",
                                                 "Authorization": "Basic dTp4"}, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


def wait_for(url):
    for _ in range(100):
        try:
            return urllib.request.urlopen(url, timeout=5)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    sys.exit("Radicale does not answer")


folder, *calendars = sys.argv[1:]
port = free_port()
config = os.path.join(folder, "config")
with open(config, "w", encoding="utf-8") as file:
    file.write(f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n"
               f"[storage]\nfilesystem_folder = {folder}/store\n[logging]\nlevel = warning\n")
server = subprocess.Popen(["radicale", "--config", config])
try:
    wait_for(f"http://127.0.0.1:{port}/.web/")
    collection = f"http://127.0.0.1:{port}/u/timeline/"
    for calendar in calendars:
        with open(calendar, "rb") as file:
            ask("PUT", collection, file.read(), "text/calendar; charset=utf-8")
    found = tree.fromstring(ask("REPORT", collection, QUERY.encode(), "application/xml"))
    for data in found.iter("{urn:ietf:params:xml:ns:caldav}calendar-data"):
        print_calendar(data.text)
finally:
    server.terminate()
    server.wait()
sys.exit(subprocess.run(["radicale", "--config", config, "--verify-storage"]).returncode)
