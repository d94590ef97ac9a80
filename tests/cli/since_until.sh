# SPDX-License-Identifier: MIT
# --since leaves out what ended before a day, --until what began after it, and both together the rest.
ids() {
    run 0 build -q data/articles -t csv "$@"
    grep -E '^e[0-9a-f]{12},' out | cut -d, -f1,3,4 | sort
}
ids >all
day=$(cut -d, -f2 all | sort | sed -n "$(($(wc -l <all) / 2 + 1))p")
ids --since "$day" >since
ids --until "$day" >until
awk -F, -v day="$day" '$3 >= day' all | cmp - since
awk -F, -v day="$day" '$2 <= day' all | cmp - until
for part in since until; do
    [ -s $part ] || fail "$part $day: nothing is left"
    ! cmp -s all $part || fail "$part $day: all is left"
done
ids --since "$day" --until "$day" >both
comm -12 since until | cmp - both
