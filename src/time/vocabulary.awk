# SPDX-License-Identifier: MIT
# The words of a grammar as the table of time/vocabulary.h: reads time/grammar.h, then the files of
# its words (run under LC_ALL=C). A word is a run of letters in quotes; it makes an expression where the kind of its
# rule is among PART_TRIGGERS. Of several words that do so together, "New Year's Day", the last is enough, where it
# stands by itself (behind "ws").
BEGIN {
    size = 4096
    for (i = 1; i < 256; i++)
        code[sprintf("%c", i)] = i
}
FNR == 1 {
    file++
}
file == 1 && /^ *PART_[A-Z_]+ = '.'/ {
    split($0, quoted, "'")
    letter[$1] = quoted[2]
}
file == 1 && /define PART_TRIGGERS/ {
    split($0, quoted, "\"")
    triggers = quoted[2]
}
file > 1 && /\/\*!(rules:)?re2c/ {
    in_rules = 1
    rule = ""
    next
}
file > 1 && /\*\// {
    in_rules = 0
}
file > 1 && in_rules {
    sub(/^ *\/\/.*/, "")
    rule = rule " " $0
    if (match(rule, /\{[^{}]*[A-Za-z;][^{}]*\} *$/))
        rules[++rule_count] = rule
    else if (match(rule, /^ *[a-z_]+ *= .*; *$/))
        define(rule)
    else
        next
    rule = ""
}
END {
    for (looks_for_alone = 1; looks_for_alone >= 0; looks_for_alone--)
        for (i = 1; i <= rule_count; i++) {
            match(rules[i], /\{[^{}]*[A-Za-z;][^{}]*\} *$/)
            add_rule(substr(rules[i], 1, RSTART - 1), substr(rules[i], RSTART))
        }
    print "#include \"time/vocabulary.h\"\n\nconst unsigned char grammar_vocabulary[2][" size "] = {{"
    for (word in known) {
        kind = word in alone ? alone[word] : known[word]
        product = hash(word)
        set(int(product / 2 ^ 16) % size, kind)
        set(size + int(product / 2 ^ 24) % size, kind)
    }
    for (i = 0; i < 2 * size; i++)
        printf "%s%d,%s", i == size ? "}, {" : "", table[i], i % 32 == 31 ? "\n" : " "
    print "}};"
}

function set(slot, kind) {
    if (table[slot] < kind)
        table[slot] = kind
}

function define(rule,    words) {
    split(rule, words, " ")
    definition[words[1]] = rule
}

# A word that is a part by itself is told by that rule: "at" makes no date, though "at present" does.
function add_rule(text, action,    kind) {
    kind = 1
    if (match(action, /PART_[A-Z_]+/) && index(triggers, letter[substr(action, RSTART, RLENGTH)]))
        kind = 2
    if (kind == 1 || looks_for_alone)
        add_words(text, kind, 0)
    else
        add_triggers(text)
}

# Adds the alternatives of a rule that makes an expression.
function add_triggers(text,    i, c, depth, from) {
    text = text "|"
    from = 1
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c == "'" || c == "\"")
            i += index(substr(text, i + 1), c)
        else if (c == "[")
            i += index(substr(text, i + 1), "]")
        else if (c == "(" || c == ")")
            depth += c == "(" ? 1 : -1
        else if (c == "|" && depth == 0) {
            add_alternative(substr(text, from, i - from))
            from = i + 1
        }
    }
}

function add_alternative(text,    last, words, i, n) {
    gsub(/ +/, " ", text)
    sub(/ $/, "", text)
    if (match(text, / ws (\([^()]*\)|'[a-z]+'|"[A-Za-z]+")$/))
        last = substr(text, RSTART + 4)
    else if (match(text, /(^| ws) ?\([^()]* ws\)\?? ('[a-z]+'|"[A-Za-z]+")$/))
        last = substr(text, match(text, /['"][A-Za-z]+['"]$/))
    else
        last = ""
    n = split(tolower(last), words, /[^a-z]+/)
    for (i = 1; i <= n; i++)
        if (words[i] in alone && alone[words[i]] == 1)
            last = ""
    if (last !~ /^[('"A-Za-z |)]+$/ || last ~ / ws/) {
        add_words(text, 2, 0)
        return
    }
    add_words(substr(text, 1, length(text) - length(last)) "|", 1, 0)
    add_words(last, 2, 0)
}

# `depth` is that of brackets; what is joined to something else counts as in brackets.
function add_words(text, kind, depth,    i, c, end, last, before, behind, count, words, name) {
    before = "|"
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c == "'" || c == "\"") {
            end = i + index(substr(text, i + 1), c)
            behind = substr(text, end + 1)
            sub(/^ */, "", behind)
            behind = substr(behind "|", 1, 1)
            words[++count] = substr(text, i + 1, end - i - 1)
            if (before !~ /['"]/ || words[count - 1] !~ /[A-Za-z]$/)
                add_word(words[count], kind, depth == 0 && before == "|" && behind == "|")
            if (before ~ /['")?]/) # what is joined to a word makes another: 'quarter' 's'?
                for (last = 1; last < count; last++)
                    add_word(words[last] words[count], kind, depth == 0)
            i = end
        } else if (c == "[") {
            i += index(substr(text, i + 1), "]")
        } else if (c ~ /[a-z_]/) {
            match(substr(text, i), /^[a-z_]+/)
            name = substr(text, i, RLENGTH)
            i += RLENGTH - 1
            if (name == "ws" && depth == 0 && substr(text, i + 1) !~ /^ *[?]/)
                count = 0 # nothing is joined over white space that must stand
            if (name in definition)
                add_words(substr(definition[name], index(definition[name], "=") + 1),
                    name == "apostrophe_s" ? 1 : kind, # behind a word that is told
                    depth + !(before == "|" && substr(text, i + 1) ~ /^ *([|]|$)/))
        } else if (c == "(" || c == ")") {
            depth += c == "(" ? 1 : -1
        }
        if (c != " ")
            before = c
    }
}

# What stands right behind a digit need not be told: the digit is.
function add_word(text, kind, is_whole,    count, i, words) {
    text = tolower(text)
    gsub(/[0-9][a-z]+/, " ", text)
    gsub(/[^a-z]+/, " ", text)
    count = split(text, words, " ")
    for (i = 1; i <= count; i++) {
        if (!looks_for_alone && known[words[i]] < kind)
            known[words[i]] = kind
        if (looks_for_alone && is_whole && count == 1 && alone[words[i]] < kind)
            alone[words[i]] = kind
    }
}

# As known_as() in time/vocabulary.c.
function hash(word,    n, sum) {
    n = length(word)
    sum = code[substr(word, 1, 1)] + code[substr(word, 2, 1)] * 256 + \
        code[substr(word, 3, 1)] * 65536 + code[substr(word, n, 1)] * 109609 + n * 2789137
    return sum * 11620331
}
