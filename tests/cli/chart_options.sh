# SPDX-License-Identifier: MIT
# How a chart is laid out is told on the command line; letter case does not matter.
run 0 build data/articles -o story.json
run 0 export story.json -o plain.svg -o plain.pdf
run 0 export story.json --orientation vertical --lanes none --theme light --paper own -o same.svg -o same.pdf
same plain.svg same.svg
same plain.pdf same.pdf
run 0 export story.json --orientation Horizontal --lanes actor --theme DARK -o other.svg
xmllint --noout other.svg
! cmp -s plain.svg other.svg || fail "the options of the chart change nothing"
run 0 export story.json --paper a5 -o paper.pdf -o paper.svg
same plain.svg paper.svg
pdfinfo paper.pdf | grep -q '420 x 595' || fail "no A5"
run 0 export story.json --paper letter --orientation horizontal -o lying.pdf
pdfinfo lying.pdf | grep -q '792 x 612' || fail "no letter on its side"
for option in '--orientation up' '--lanes colour' '--theme blue' '--paper A9'; do
    run 2 export story.json $option -o no.svg
    says "${option% *} takes one of" "not \"${option#* }\""
done
[ ! -e no.svg ] || fail "a file was written"
