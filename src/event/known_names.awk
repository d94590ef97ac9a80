# SPDX-License-Identifier: MIT
# Compiles lists of names into C, with a hash table of them (base/slots.awk; run under LC_ALL=C). A
# line "class:" begins a class; its names follow, with commas between them. "Russia = Russian
# Federation" are two spellings, of which the first is told; a spelling that stands for several names
# tells the first of them. "#" begins a comment.
{
    sub(/#.*/, "")
    sub(/ *$/, "")
}
/^[a-z_]+:$/ {
    class = toupper(substr($0, 1, length($0) - 1))
    next
}
{
    parts = split($0, names, /, */)
    for (i = 1; i <= parts; i++)
        add_name(names[i])
}
END {
    print "#include \"event/known_names.h\"\n\nconst char known_name_text[] ="
    for (i = 1; i <= count; i++) {
        number[spellings[i]] = i
        print "    \"" spellings[i] "\"" (i == count ? ";" : "")
    }
    print "\nconst known_name known_names[] = {"
    for (i = 1; i <= count; i++) {
        printf "    {%d, %d, %d, %s},\n", start, length(spellings[i]),
            number[told[spellings[i]]] - 1, classes[spellings[i]]
        start += length(spellings[i])
    }
    print "};"
    print_slots(spellings, count, "known_name")
}

function add_name(line,    spelled, i, number) {
    sub(/^ */, "", line)
    sub(/,$/, "", line)
    number = split(line, spelled, / *= */)
    for (i = 1; i <= number; i++)
        add_spelling(spelled[i], spelled[1])
}

function add_spelling(spelling, name) {
    if (spelling == "" || index(classes[spelling], "NAME(" class ")"))
        return
    if (!(spelling in told)) {
        told[spelling] = name
        spellings[++count] = spelling
    }
    classes[spelling] = classes[spelling] (classes[spelling] ? " | " : "") "NAME(" class ")"
}
