# SPDX-License-Identifier: MIT
# Compiles a word list into C, in byte order (run under LC_ALL=C), with a hash table of it. A line
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
    print_slots(count)
}

# Open addressing, at most a quarter full: a word that is not listed is mostly an empty slot.
function print_slots(count,    size, i, slot, slots) {
    for (size = 4; size < 4 * count; size *= 2)
        ;
    for (i = 1; i <= count; i++) {
        for (slot = hash(words[i]) % size; slot in slots; slot = (slot + 1) % size)
            ;
        slots[slot] = i
    }
    print "\nconst unsigned short word_slots[] = {"
    for (slot = 0; slot < size; slot++)
        printf "%d,%s", slots[slot], slot % 16 == 15 ? "\n" : " "
    print "};\n\nconst size_t word_slot_count = sizeof word_slots / sizeof *word_slots;"
}

# The hash of lang/words.c, which counts without signs, in 32 bits; awk is exact up to 53.
function hash(word,    i, value) {
    if (!("a" in code))
        for (i = 1; i < 256; i++)
            code[sprintf("%c", i)] = i
    value = 0
    for (i = 1; i <= length(word); i++)
        value = (value * 31 + code[substr(word, i, 1)]) % 4294967296
    return value
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
