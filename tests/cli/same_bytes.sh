# SPDX-License-Identifier: MIT
# The same articles give the same bytes: in any order, twice, with any number of threads.
a=data/articles/bridge.txt b=data/articles/council.md c=data/articles/ferry.json
d=data/articles/week.jsonl
run 0 build -t json -j 1 $a $b $c $d
cp out first
for arguments in "-j 1 $d $c $b $a" "-j 2 $b $a $d $c" "-j 7 data/articles" "$a data/articles $a"; do
    run 0 build -t json $arguments
    same first out
done
# Neither locale, time zone nor environment is read.
TZ=Pacific/Kiritimati LC_ALL=de_DE.UTF-8 LANG=tr_TR.UTF-8 run 0 build -t json data/articles
same first out
env -i "$DATELINE" build -t json data/articles >out
same first out
