// SPDX-License-Identifier: MIT
// Pages in Chromium, and counting what holds of them.
"use strict";

const {chromium} = require("playwright-core");

let passed = 0, failed = 0;

function check(what, holds) {
    if (holds) {
        passed++;
    } else {
        failed++;
        console.log("FAILED", what);
    }
}

// Runs tests, each an async function of a browser, prints how many cases passed, and ends.
async function run(tests) {
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM,
        // Where root runs tests, in containers mostly, Chromium has no sandbox of its own.
        args: process.getuid() === 0 ? ["--no-sandbox"] : [],
    });
    try {
        for (const test of tests)
            await test(browser);
    } catch (error) {
        check(error.stack, false);
    }
    await browser.close();
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed ? 1 : 0);
}

// A file, opened. `noise` collects what should not be: messages of the console, errors, dialogs,
// and requests for anything but files beside it and data.
async function open(browser, file, options = {}) {
    const page = await (await browser.newContext(options)).newPage();
    page.noise = [];
    page.on("console", message => page.noise.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", error => page.noise.push(error.message));
    page.on("dialog", dialog => {
        page.noise.push(dialog.message());
        dialog.dismiss();
    });
    page.on("request", request => {
        if (!/^(file|data|blob):/.test(request.url()))
            page.noise.push(request.url());
    });
    await page.goto(`file://${file}`);
    return page;
}

module.exports = {check, open, run};
