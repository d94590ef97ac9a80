# SPDX-License-Identifier: MIT
# A web archive is its pages, compressed record by record, as a whole, or not at all.
page='<!doctype html><title>Bridge</title><p>The bridge over the river fell on Thursday, and nobody
was hurt, the mayor said in the morning.</p>'
# record TYPE MEDIA_TYPE ADDRESS: the block is standard input.
record() {
    local block
    block=$(cat; echo .)
    block=${block%.}
    printf 'WARC/1.1\r\nWARC-Type: %s\r\nWARC-Date: 2024-05-25T10:00:00Z\r\n' "$1"
    printf 'WARC-Target-URI: %s\r\nContent-Type: %s\r\n' "$3" "$2"
    printf 'Content-Length: %d\r\n\r\n%s\r\n\r\n' "${#block}" "$block"
}
response() {
    printf 'HTTP/1.1 %s\r\nContent-Type: %s\r\n\r\n%s' "$1" "$2" "$3" |
        record response 'application/http; msgtype=response' "$4"
}
address=https://harbour.example/news
printf 'software: own\r\n' | record warcinfo application/warc-fields '' >1
response '200 OK' text/html "<meta name=date content=2024-05-24>$page" $address/1 >2
response '404 Not Found' text/html "$page" $address/2 >3
response '200 OK' image/png 'no picture' $address/3 >4
# A date behind the capture is none.
response '200 OK' text/html "<meta name=date content=2031-05-24>$page" $address/4 >5
printf 'The ferry sank on May 3, 2024, and all were saved.\n' |
    record conversion text/plain $address/5 >6

cat 1 2 3 4 5 6 >plain.warc
run 0 read plain.warc
[ "$(wc -l <out)" -eq 3 ] || fail "not three articles: $(cat out)"
prints '"id":"plain.warc#1"' "\"url\":\"$address/1\"" '"published":"2024-05-24"' \
    '"url":"https://harbour.example/news/4","title":"Bridge","published_from":"none"' 'The ferry sank'
sed 's/plain\.warc/X/g' out >wanted
cat plain.warc | gzip -c >whole.warc.gz
for i in 1 2 3 4 5 6; do gzip -c $i; done >records.warc.gz
for file in whole.warc.gz records.warc.gz; do
    run 0 read $file
    sed "s/$file/X/g" out >got
    same got wanted
done
run 0 build -t json whole.warc.gz
prints '"2024-05-23"' '"2024-05-03"'
cat 1 3 >nothing.warc
run 3 read -v nothing.warc
says 'no page'
run 3 read 1
says 'without a page'
# What is whole of a damaged archive is used.
{ cat 2; echo damage; cat 2; } >damaged.warc
run 4 build -t txt damaged.warc
says 'no whole record'
prints bridge
