// SPDX-License-Identifier: MIT
// Search, filters and links of the page. Without it all events are there, with their quotes.
"use strict";

const form = document.querySelector(".filters");
const events = [...document.querySelectorAll(".events > article")];
const heads = [...document.querySelectorAll(".events > h2, .events > h3")];
const quotesButton = document.querySelector("[name=quotes]");

// Letters without case and accents: what readers type seldom has them.
function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

const plainTexts = new Map();
function plainText(event) {
    if (!plainTexts.has(event))
        plainTexts.set(event, plain(event.textContent));
    return plainTexts.get(event);
}

function has(numbers, wanted) {
    return !wanted || numbers.split(" ").includes(wanted);
}

// An event of uncertain date is shown where any of its days is asked for.
function matches(event, wish) {
    const facts = event.dataset;
    return has(facts.source, wish.source) && has(facts.place, wish.place) &&
        has(facts.status, wish.status) && (!wish.from || facts.last >= wish.from) &&
        (!wish.to || facts.first <= wish.to) &&
        wish.words.every(word => plainText(event).includes(word));
}

function wishOf() {
    const value = name => form.elements[name]?.value ?? "";
    return {words: plain(value("words")).split(/\s+/).filter(Boolean), source: value("source"),
            place: value("place"), status: value("status"), from: value("from"), to: value("to")};
}

// A head is shown where an event stands below it, before the next head of its rank or a higher one.
function showHeads() {
    let year = null, month = null;
    for (const node of document.querySelector(".events").children) {
        if (heads.includes(node)) {
            node.hidden = true;
            if (node.localName === "h2")
                [year, month] = [node, null];
            else
                month = node;
        } else if (node.localName === "article" && !node.hidden) {
            for (const head of [year, month])
                if (head)
                    head.hidden = false;
        }
    }
}

// What was looked for may stand in the quotes alone: these are opened, and closed again later.
function openFoundQuotes(words) {
    const isInTitle = event => {
        const title = plain(event.querySelector(".headline").textContent);
        return words.every(word => title.includes(word));
    };
    for (const event of events) {
        const details = event.querySelector("details");
        const found = words.length > 0 && !event.hidden && !isInTitle(event);
        if (found && !details.open)
            details.dataset.found = "";
        if ("found" in details.dataset)
            details.open = found;
        if (!found)
            delete details.dataset.found;
    }
}

function highlight(words) {
    if (!CSS.highlights)
        return;
    const ranges = [];
    for (const event of words.length ? events.filter(event => !event.hidden) : []) {
        const walker = document.createTreeWalker(event, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const text = walker.currentNode.data.toLowerCase();
            for (const word of words) {
                for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
                    const range = new Range();
                    range.setStart(walker.currentNode, at);
                    range.setEnd(walker.currentNode, at + word.length);
                    ranges.push(range);
                }
            }
        }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
}

function filter() {
    const wish = wishOf();
    let shown = 0;
    for (const event of events) {
        event.hidden = !matches(event, wish);
        shown += !event.hidden;
    }
    showHeads();
    openFoundQuotes(wish.words);
    highlight(wish.words);
    document.querySelector(".none").hidden = shown > 0;
    form.querySelector("output").textContent = shown === events.length
        ? `${shown} events` : `${shown} of ${events.length} events`;
}

// The event that the address names is shown, whatever is filtered, with its quotes.
function openLinked() {
    let id = location.hash.slice(1);
    try {
        id = decodeURIComponent(id);
    } catch {
        return;
    }
    const event = document.getElementById(id);
    if (!events.includes(event))
        return;
    if (event.hidden) {
        form.reset();
        filter();
    }
    event.querySelector("details").open = true;
    event.scrollIntoView();
    event.focus({preventScroll: true});
}

// In the chart an event leads to its entry on the page; without script, to its best source.
function linkChart() {
    for (const event of events) {
        const link = document.getElementById(`a_event-${event.dataset.uid}`)?.querySelector("a");
        link?.setAttribute("href", `#${event.id}`);
        link?.removeAttribute("target");
    }
}

function showAllQuotes(open) {
    for (const event of events)
        event.querySelector("details").open = open;
    quotesButton.setAttribute("aria-pressed", open);
}

// Paper cannot be clicked at: it has the quotes open, and afterwards all is as before.
let closedForPrint = [];
addEventListener("beforeprint", () => {
    closedForPrint = [...document.querySelectorAll("details:not([open])")];
    for (const details of closedForPrint)
        details.open = true;
});
addEventListener("afterprint", () => {
    for (const details of closedForPrint)
        details.open = false;
});

if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", submission => submission.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    quotesButton.addEventListener("click",
        () => showAllQuotes(quotesButton.getAttribute("aria-pressed") !== "true"));
    addEventListener("hashchange", openLinked);
    filter();
    linkChart();
    openLinked();
}
