// SPDX-License-Identifier: MIT
// What readers do with a page. The folder that is given holds story.html and hostile.html.
"use strict";

const path = require("path");
const {check, open, run} = require("../support/browser.cjs");

const folder = path.resolve(process.argv[2]);
const story = path.join(folder, "story.html");
const hostile = path.join(folder, "hostile.html");
const EVENTS = ".events > article";

const shown = page => page.locator(`${EVENTS}:visible`).count();

async function quiet(page, what) {
    check(`${what}: nothing on the console, nothing from outside: ${page.noise}`, !page.noise.length);
    await page.context().close();
}

async function search(browser) {
    const page = await open(browser, story);
    const all = await shown(page);
    check("there are events", all > 20);
    const heading = page.locator(`${EVENTS} .headline`).nth(12);
    const words = (await heading.textContent()).toUpperCase();
    await page.getByRole("searchbox").fill(words);
    check("search finds a title without its case", await heading.isVisible());
    check("search hides the others", await shown(page) < all / 2);
    check("the count tells it", (await page.locator("output").textContent()).startsWith(
        `${await shown(page)} of ${all}`));
    for (const head of await page.locator(".events > h2:visible").all())
        check("no head stands alone", await head.evaluate(node => {
            let next = node.nextElementSibling;
            while (next && (next.hidden || next.localName === "h3"))
                next = next.nextElementSibling;
            return next?.localName === "article";
        }));
    await page.getByRole("searchbox").fill("no such words anywhere");
    check("nothing is found", await shown(page) === 0);
    check("and that is said", await page.locator(".none").isVisible());
    await page.getByRole("button", {name: "Clear"}).click();
    await page.waitForFunction(() => !document.querySelector(".events > article[hidden]"));
    check("clearing shows all", await shown(page) === all);
    await quiet(page, "search");
}

async function searchInQuotes(browser) {
    const page = await open(browser, story);
    const quote = page.locator(`${EVENTS} blockquote`).nth(3);
    check("quotes are closed", !await quote.isVisible());
    await page.getByRole("searchbox").fill(await quote.textContent());
    check("search opens the quotes in which it finds", await quote.isVisible());
    await page.getByRole("searchbox").fill("");
    check("and closes them again", !await quote.isVisible());
    await quiet(page, "search in quotes");
}

// Every choice shows those events alone that have it.
async function filters(browser) {
    const page = await open(browser, story);
    const all = await shown(page);
    for (const name of ["source", "place", "status"]) {
        const select = page.locator(`select[name=${name}]`);
        const option = select.locator("option").nth(1);
        await select.selectOption({index: 1});
        const value = await option.getAttribute("value") ?? await option.textContent();
        const facts = await page.locator(EVENTS).evaluateAll((events, name) => events.map(
            event => [event.hidden, event.dataset[name].split(" ")]), name);
        check(`${name}: some are shown`, facts.some(([hidden]) => !hidden));
        check(`${name}: each as it has it`, facts.every(
            ([hidden, values]) => hidden !== values.includes(value)));
        await select.selectOption({index: 0});
        check(`${name}: all are shown again`, await shown(page) === all);
    }
    await page.getByLabel("From", {exact: true}).fill("2021-03-29");
    await page.getByLabel("To", {exact: true}).fill("2021-04-03");
    const days = await page.locator(`${EVENTS}:visible`).evaluateAll(
        events => events.map(event => [event.dataset.first, event.dataset.last]));
    check("time: some are shown", days.length > 0 && days.length < all);
    check("time: each touches the days", days.every(
        ([first, last]) => first <= "2021-04-03" && last >= "2021-03-29"));
    await quiet(page, "filters");
}

async function links(browser) {
    let page = await open(browser, story);
    const id = await page.locator(EVENTS).nth(7).getAttribute("id");
    await page.context().close();
    page = await open(browser, `${story}#${id}`);
    const event = page.locator(`[id="${id}"]`);
    check("a link shows its event", await event.evaluate(node => {
        const box = node.getBoundingClientRect();
        return box.top < innerHeight && box.bottom > 0;
    }));
    check("and opens its quotes", await event.locator("blockquote").first().isVisible());
    check("and goes there", await event.evaluate(node => node === document.activeElement));
    await page.getByRole("searchbox").fill("no such words anywhere");
    await page.evaluate(other => location.hash = other,
        await page.locator(EVENTS).nth(9).getAttribute("id"));
    await page.locator(EVENTS).nth(9).waitFor();
    check("also where a filter hides it", await page.locator(EVENTS).nth(9).isVisible());
    await page.evaluate(() => location.hash = "%zz");
    await quiet(page, "links");
}

async function chart(browser) {
    const page = await open(browser, story, {colorScheme: "dark"});
    const events = await page.locator(EVENTS).evaluateAll(
        nodes => nodes.map(node => [node.id, node.querySelector(".headline").textContent]));
    const drawn = page.locator(".sheet .event a");
    check("the chart has the events", await drawn.count() === events.length);
    const hrefs = await drawn.evaluateAll(nodes => nodes.map(node => node.getAttribute("href")));
    check("each leads to its entry", events.every(([id]) => hrefs.includes(`#${id}`)));
    await drawn.nth(3).click();
    const opened = page.locator(`[id="${hrefs[3].slice(1)}"]`);
    await opened.locator("blockquote").first().waitFor();
    check("which opens", await opened.locator("blockquote").first().isVisible());
    const colours = await page.evaluate(() => [...document.querySelectorAll(".sheet svg *")].flatMap(
        node => ["fill", "stroke"].map(name => [node.getAttribute(name), getComputedStyle(node)[name]]))
        .filter(([given]) => given?.startsWith("#")));
    const rgb = hex => `rgb(${hex.match(/\w\w/g).map(part => parseInt(part, 16)).join(", ")})`;
    check("every colour of the chart has a dark one", colours.length > 100 &&
        colours.every(([given, shown]) => shown !== rgb(given)));
    await quiet(page, "chart");
}

async function keyboard(browser) {
    const page = await open(browser, story);
    await page.keyboard.press("Tab");
    check("the first key leads past the chart", await page.evaluate(
        () => document.activeElement.className) === "skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    check("to the first event", await page.evaluate(
        () => document.activeElement.closest("article")?.matches(":nth-of-type(1)")));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    check("whose quotes a key opens", await page.locator(`${EVENTS} blockquote`).first().isVisible());
    const named = await page.locator("input, select, button").evaluateAll(
        fields => fields.every(field => field.labels?.length || field.textContent.trim()));
    check("every field has a name", named);
    const ranks = await page.locator("h1, h2, h3, h4").evaluateAll(nodes => nodes.map(
        node => +node.localName[1]));
    check("no rank of heads is skipped", ranks.every((rank, i) => rank <= (ranks[i - 1] ?? 0) + 1));
    const ids = await page.locator("[id]").evaluateAll(nodes => nodes.map(node => node.id));
    check("no id stands twice", new Set(ids).size === ids.length);
    await quiet(page, "keyboard");
}

async function print(browser) {
    const page = await open(browser, story);
    await page.emulateMedia({media: "print"});
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    check("paper shows the quotes", await page.locator(`${EVENTS} blockquote`).last().isVisible());
    check("and no fields", !await page.locator(".filters").isVisible());
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    check("afterwards they are closed", !await page.locator(`${EVENTS} blockquote`).last().isVisible());
    await quiet(page, "print");
}

async function withoutScript(browser) {
    const page = await open(browser, story, {javaScriptEnabled: false});
    check("without script there are the events", await page.locator(EVENTS).last().isVisible());
    check("and no fields that do nothing", !await page.locator(".filters").isVisible());
    await page.context().close();
}

async function narrow(browser) {
    for (const colorScheme of ["light", "dark"]) {
        const page = await open(browser, story, {viewport: {width: 360, height: 700}, colorScheme});
        check("a narrow screen need not scroll aside", await page.evaluate(
            () => document.documentElement.scrollWidth <= innerWidth));
        const [ink, paper] = await page.evaluate(() => {
            const style = getComputedStyle(document.body);
            return [style.color, style.backgroundColor].map(
                colour => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0));
        });
        check(`${colorScheme}: ink on paper`, colorScheme === "light" ? ink + 400 < paper : ink > paper + 400);
        await quiet(page, `narrow, ${colorScheme}`);
    }
}

// Titles, names, quotes, ids and addresses that are mark-up and script stay what they are: text.
async function hostileTexts(browser) {
    const page = await open(browser, hostile);
    await page.getByRole("button", {name: "Show all quotes"}).click();
    await page.locator(".headline").first().hover();
    await page.locator(".headline").first().click();
    check("nothing runs", await page.evaluate(() => window.hurt === undefined));
    check("one script, no frame, no picture", await page.evaluate(() =>
        document.scripts.length === 1 && !document.querySelector("iframe, img, object, embed, base")));
    check("no handler of events", await page.evaluate(() => ![...document.querySelectorAll("*")].some(
        node => [...node.attributes].some(attribute => attribute.name.startsWith("on")))));
    check("the title is text", (await page.title()).includes("<script>"));
    check("an event's title is text", (await page.locator(".headline").first().textContent()).includes(
        "<script>window.hurt='event'</script>"));
    check("links lead to the web or the page", await page.evaluate(() => [...document.links].every(
        link => /^https?:$/.test(link.protocol) || link.getAttribute("href").startsWith("#"))));
    const injected = await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "window.hurt = 'injected'";
        document.body.append(script);
        document.body.setAttribute("onclick", "window.hurt = 'handler'");
        document.body.click();
        return window.hurt;
    });
    check("the page's policy lets no other script run", injected === undefined);
    check("and says so", page.noise.some(line => line.includes("Content Security Policy")));
    await page.context().close();
    await quiet(await open(browser, hostile), "hostile texts");
}

run([search, searchInQuotes, filters, links, chart, keyboard, print, withoutScript, narrow, hostileTexts]);
