# SPDX-License-Identifier: MIT
# A place where no file can be is exit status 2, and the other files are whole.
: >file
run 2 build data/articles -o file/below.txt
says file/below.txt
run 2 build data/articles -o no/such/folder/story.json
says no/such/folder/story.json
mkdir folder.txt
run 2 build data/articles -o folder.txt
says folder.txt
only file folder.txt
