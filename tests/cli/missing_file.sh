# SPDX-License-Identifier: MIT
# Nothing could be read: 3. Some of it: 4, and the rest is done.
run 3 build no/such/file.txt
says no/such/file.txt
prints_nothing
run 4 build data/articles/bridge.txt no/such/file.txt
says no/such/file.txt
prints bridge 2024
run 4 build no/such/file.txt data/articles/bridge.txt -o story.json
only story.json
# A file that an option names ends the work, and is named to the quiet, too.
for option in --update --corrections; do
    run 2 build -q $option no/such/file data/articles/bridge.txt -o story.json
    says no/such/file
done
only story.json
# So is a timeline that is broken or not there, once.
printf '{"timeline":[]}' >broken.json
for file in broken.json no/such/file; do
    status=2
    [ -e $file ] || status=3
    run $status export -q $file
    says "$file: "
    [ "$(grep -c . err)" -eq 1 ] || fail "it is said more than once: $(cat err)"
done
