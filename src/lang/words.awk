# SPDX-License-Identifier: MIT
# Compiles a word list into C, in byte order (run under LC_ALL=C), with a hash table of it
# (base/slots.awk). A line
# "class:" begins a class, whose words follow, on that line and on indented ones; "#" begins a
# comment.
{
    sub(/#.*/, "")
}
/^[a-z_]+:/ {
    class = toupper(substr($1, 1, length($1) - 1))
    $1 = ""
}
{
    for (i = 1; i <= NF; i++)
        if ($i != "")
            classes[$i] = classes[$i] (classes[$i] ? " | " : "") "WORD(" class ")"
}
END {
    count = 0
    for (word in classes)
        words[++count] = word
    sort_words(count)
    print "#include \"lang/words.h\"\n\nconst word_entry word_list[] = {"
    for (i = 1; i <= count; i++)
        printf "    {{\"%s\", %d}, %s},\n", words[i], length(words[i]), classes[words[i]]
    print "};\n\nconst size_t word_list_count = sizeof word_list / sizeof *word_list;"
    print_slots(words, count, "word")
}

# Heap sort: awk has none of its own that every awk knows.
function sift(from, to,    child, held) {
    held = words[from]
    while ((child = from * 2) <= to) {
        if (child < to && words[child] < words[child + 1])
            child++
        if (held >= words[child])
            break
        words[from] = words[child]
        from = child
    }
    words[from] = held
}

function sort_words(count,    i, held) {
    for (i = int(count / 2); i >= 1; i--)
        sift(i, count)
    for (i = count; i > 1; i--) {
        held = words[1]
        words[1] = words[i]
        words[i] = held
        sift(1, i - 1)
    }
}
