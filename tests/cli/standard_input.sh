# SPDX-License-Identifier: MIT
# "-" is standard input, read as a file is.
run 0 build -t json - <data/articles/bridge.txt
says_nothing
prints '"2024-05-21"'
gzip -n <data/articles/bridge.txt >bridge.gz
cp out plain
run 0 build -t json - <bridge.gz
same plain out
