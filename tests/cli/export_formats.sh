# SPDX-License-Identifier: MIT
# A timeline that is read back is written the same in every form.
formats='txt json ics svg png pdf dot md csv html timeline.json'
files=
for format in $formats; do
    files="$files -o story.$format"
done
run 0 build data/articles $files
for format in $formats; do
    run 0 export story.json -o again.$format
    same story.$format again.$format
    run 0 build data/articles -t ${format/timeline.json/timelinejs}
    same story.$format out
done
xmllint --noout story.svg
