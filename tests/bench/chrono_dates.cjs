// SPDX-License-Identifier: MIT
// Finds the dates of articles (JSON Lines) with chrono-node, each counted from the article's own:
//
//     node chrono_dates.cjs MODULES ARTICLES.jsonl
//
// Prints how many there are. MODULES is the folder that npm installed the module in.
const fs = require("fs");
const path = require("path");
const chrono = require(path.resolve(process.argv[2], "chrono-node"));

let found = 0;
for (const line of fs.readFileSync(process.argv[3], "utf8").split("\n")) {
    if (!line) continue;
    const article = JSON.parse(line);
    const date = new Date(article.published || article.dct || 0);
    found += chrono.parse(article.text, date).length;
}
console.log(found);
