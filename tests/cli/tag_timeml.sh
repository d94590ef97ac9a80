# SPDX-License-Identifier: MIT
# TimeML: every article a valid document with the same text, tags in it, instances and links behind.
dtd=$(dirname "$BASH_ENV")/timeml.dtd
printf 'Zürich – The court ruled on Monday. <It> "may" sit\tagain & again for two days.\n\nNo\x01end.\n' >page.txt
run 0 tag --date 2024-05-02 -t timeml page.txt
says_nothing
xmllint --noout --dtdvalid "$dtd" out
prints '<TIMEX3 tid="t0" type="DATE" value="2024-05-02" temporalFunction="false" functionInDocument="CREATION_TIME">2024-05-02</TIMEX3>' \
    '<EVENT eid="e1" class="OCCURRENCE">ruled</EVENT>' \
    '<TIMEX3 tid="t1" type="DATE" value="2024-04-29" temporalFunction="true" anchorTimeID="t0">Monday</TIMEX3>' \
    '<MAKEINSTANCE eiid="ei1" eventID="e1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>' \
    '<TLINK lid="l1" eventInstanceID="ei1" relatedToTime="t1" relType="IS_INCLUDED"/>'
xmllint --xpath 'string(/TimeML/TEXT)' out | head -n 1 >text
head -n 1 page.txt | cmp - text
# Without a date there is nothing to point at.
run 0 tag -t timeml page.txt
xmllint --noout --dtdvalid "$dtd" out
! grep -q '"t0"' out || fail "names a date that is not known"
# A document an article.
run 0 tag -q -t timeml data/articles
csplit -s -z out '/^<?xml/' '{*}'
for document in xx*; do
    xmllint --noout --dtdvalid "$dtd" "$document"
done
[ "$(ls xx* | wc -l)" -eq "$(grep -c '<DOCID>' out)" ]
cp out first
run 0 tag -q -t timeml -j 7 data/articles
same first out
run 2 read -t timeml page.txt
says 'is no format here'
