# SPDX-License-Identifier: MIT
# A quote is exactly the bytes that it says, and what gave the date stands in it.
run 0 build -t json data/articles
cp out story.json
run 0 read data/articles
cp out articles.jsonl
python3 - <<'END'
import json
texts = {a["id"]: a["text"].encode() for a in map(json.loads, open("articles.jsonl"))}
story = json.load(open("story.json"))
assert story["dateline"] == 1 and len(story["articles"]) == len(texts) == 5
assert len(story["events"]) >= 6
order = [(e["earliest"], e["latest"]) for e in story["events"]]
assert order == sorted(order)
for event in story["events"]:
    assert event["mentions"], event
    for mention in event["mentions"]:
        quote = mention["quote"].encode()
        start = mention["start"]
        assert mention["length"] == len(quote), mention
        assert texts[mention["article"]][start : start + len(quote)] == quote, mention
        assert mention["timex"].encode() in quote or mention["how"] in ("inherited", "published")
END
