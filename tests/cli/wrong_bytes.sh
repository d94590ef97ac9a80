# SPDX-License-Identifier: MIT
# The byte at which a file is wrong is named: as FILE:OFFSET.
mkdir in
cp data/cut.json data/latin1.txt in
offset=$(LC_ALL=C grep -obUaP '\xe9' in/latin1.txt | cut -d : -f 1)
run 3 build in/cut.json -o story.json
grep -qE '^dateline: in/cut.json:[0-9]+: ' err || fail "no offset: $(cat err)"
run 3 build in/latin1.txt -o story.json
says "in/latin1.txt:$offset: "
run 4 build in data/articles/bridge.txt -o story.json
says in/cut.json: "in/latin1.txt:$offset: "
only in story.json
