#!/bin/bash
# SPDX-License-Identifier: MIT
# The timelines of the worked stories are what docs/timeline.schema.json says, and a timeline that
# lacks a required field is not.
set -u
cd "$(dirname "$0")/.." || exit 2
python=/usr/bin/python3
$python -c 'import jsonschema' 2>/dev/null || { echo "python3-jsonschema is not installed"; exit 77; }
$python - timelines/*/expected/timeline.json <<'EOP'
import json
import sys

import jsonschema

schema = json.load(open("docs/timeline.schema.json", encoding="utf-8"))
validator = jsonschema.validators.validator_for(schema)(schema)
passed = failed = 0


def check(name, good):
    global passed, failed
    passed, failed = passed + good, failed + (not good)
    if not good:
        print("FAILED", name)


for path in sys.argv[1:]:
    timeline = json.load(open(path, encoding="utf-8"))
    faults = list(validator.iter_errors(timeline))
    check(path + "".join("\n  " + fault.message[:200] for fault in faults[:3]), not faults)
    for field in "id", "date", "title", "mentions":
        broken = json.loads(json.dumps(timeline))
        del broken["events"][0][field]
        check(f"{path} without {field}", not validator.is_valid(broken))
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
EOP
