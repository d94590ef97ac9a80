# SPDX-License-Identifier: MIT
# A web page is an article like any other, whatever it is called and wherever it comes from.
cat >page.html <<'PAGE'
<!doctype html><html lang="en"><head><title>Bridge falls</title>
<meta property="article:published_time" content="2024-05-24T08:00:00+02:00">
<meta property="og:site_name" content="Daily Harbour"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge falls into the river</h1>
<p>The bridge over the river fell on Thursday, and nobody was hurt, the mayor said in the morning.</p>
<p>The council will meet on June 3 to talk about the money for a new one, a spokeswoman said.</p>
</article><footer>Imprint</footer></body></html>
PAGE
run 0 read page.html
prints '"published":"2024-05-24T08:00+02:00"' '"published_from":"metadata"' \
    '"publisher":"Daily Harbour"' '"title":"Bridge falls into the river"'
! grep -q 'Home\|Imprint' out || fail "furniture is told"
run 0 read -t jsonl - <page.html
grep -q 'The bridge over the river' out || fail "standard input is no page"
run 2 read -t txt page.html
says 'read writes jsonl'
gzip -c page.html >packed.html.gz
run 0 build -t json page.html
prints '"2024-05-23"' '"2024-06-03"'
run 0 build -t json packed.html.gz
prints '"2024-05-23"'
printf '{"id": "7", "published": "2024-05-25", "html": "%s"}' \
    "$(sed 's/"/\\"/g' page.html | tr '\n' ' ')" >page.json
run 0 read page.json
prints '"id":"7"' '"published":"2024-05-25"' 'The bridge over the river'
printf '<?xml version="1.0"?><urlset></urlset>' >map.xml
run 3 read map.xml
says 'no page and no feed'
