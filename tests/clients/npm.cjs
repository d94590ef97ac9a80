// SPDX-License-Identifier: MIT
// The events of a calendar as a module of npm reads them: npm.cjs ical.js|node-ical FILE
"use strict";

const fs = require("fs");
const text = fs.readFileSync(process.argv[3], "utf8");
const pad = (number, width) => String(number).padStart(width, "0");

// The day behind the last one is given; the calendar of Date goes back to year 1 with this only.
function row(first, behind, title) {
    const last = new Date(0);
    last.setUTCFullYear(behind[0], behind[1] - 1, behind[2] - 1);
    const days = [first, [last.getUTCFullYear(), last.getUTCMonth() + 1, last.getUTCDate()]];
    const dates = days.map(([year, month, day]) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
    console.log([...dates, title.replace(/\s+/g, " ")].join("|"));
}

const clients = {
    "ical.js"() {
        const ICAL = require("ical.js").default ?? require("ical.js");
        const calendar = new ICAL.Component(ICAL.parse(text));
        for (const component of calendar.getAllSubcomponents("vevent")) {
            const event = new ICAL.Event(component);
            const parts = time => [time.year, time.month, time.day];
            if (!event.startDate.isDate)
                throw new Error(`${event.uid} is no event of whole days`);
            row(parts(event.startDate), parts(event.endDate), event.summary);
        }
    },
    "node-ical"() {
        const parts = time => [time.getFullYear(), time.getMonth() + 1, time.getDate()];
        for (const event of Object.values(require("node-ical").sync.parseICS(text))) {
            if (event.type === "VEVENT")
                row(parts(event.start), parts(event.end), event.summary);
        }
    },
};
clients[process.argv[2]]();
