// SPDX-License-Identifier: MIT
// Slides in TimelineJS: every event of NAME.json, with its date and title, in the given folder.
"use strict";

const fs = require("fs");
const path = require("path");
const {check, open, run} = require("../support/browser.cjs");

const folder = path.resolve(process.argv[2]);
const plain = text => text.replace(/\s+/g, " ").trim();

async function load(browser, name) {
    const page = await open(browser, path.join(folder, `${name}.html`));
    const wanted = JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), "utf8"));
    await page.waitForFunction(() => window.timeline?.ready, null, {timeout: 20000});
    return {page, wanted};
}

async function story(browser) {
    const {page, wanted} = await load(browser, "story");
    check("a marker for every event",
        await page.locator(".tl-timemarker").count() === wanted.events.length);
    const shown = await page.evaluate(() => timeline.config.events.map(slide => ({
        id: slide.unique_id,
        headline: slide.text.headline,
        start: [slide.start_date.data.year, slide.start_date.data.month, slide.start_date.data.day],
        words: slide.display_date,
    })));
    const slides = new Map(shown.map(slide => [slide.id, slide]));
    for (const event of wanted.events) {
        const slide = slides.get(event.id);
        check(`${event.id} is there`, slide);
        const start = event.earliest.split("-").map(Number);
        check(`${event.id}: date`, slide && slide.start.every(
            (part, i) => part === undefined || +part === start[i]));
    }
    const markers = await page.locator(".tl-timemarker h2").allTextContents();
    check("titles", wanted.events.every(event => markers.map(plain).includes(plain(event.title))));
    check(`no error: ${page.noise}`, !page.noise.some(line => /error/i.test(line)));
    await page.context().close();
}

async function hostile(browser) {
    const {page, wanted} = await load(browser, "hostile");
    check("a marker for every hostile event",
        await page.locator(".tl-timemarker").count() === wanted.events.length);
    check("nothing runs", await page.evaluate(() => window.hurt === undefined));
    const texts = await page.locator(".tl-slide").allTextContents();
    check("mark-up is text", texts.some(text => text.includes("<b onmouseover=")));
    await page.context().close();
}

run([story, hostile]);
