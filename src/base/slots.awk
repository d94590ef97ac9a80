# SPDX-License-Identifier: MIT
# What the compilers of word lists share: a hash table of the words of a list, in C, run under
# LC_ALL=C. A slot holds the number of a word, from 1; 0 is an empty one.

# The hash of a word in 32 bits, without signs; awk counts exactly up to 53.
function hash(word,    i, value) {
    if (!("a" in code))
        for (i = 1; i < 256; i++)
            code[sprintf("%c", i)] = i
    value = 0
    for (i = 1; i <= length(word); i++)
        value = (value * 31 + code[substr(word, i, 1)]) % 4294967296
    return value
}

# Open addressing, at most a quarter full: a word that is not listed is mostly an empty slot.
# `name` is the start of the names of the table and of its size.
function print_slots(words, count, name,    size, i, slot, slots) {
    for (size = 4; size < 4 * count; size *= 2)
        ;
    for (i = 1; i <= count; i++) {
        for (slot = hash(words[i]) % size; slot in slots; slot = (slot + 1) % size)
            ;
        slots[slot] = i
    }
    print "\nconst unsigned short " name "_slots[] = {"
    for (slot = 0; slot < size; slot++)
        printf "%d,%s", slots[slot], slot % 16 == 15 ? "\n" : " "
    print "};\n\nconst size_t " name "_slot_count = sizeof " name "_slots / sizeof *" name "_slots;"
}
