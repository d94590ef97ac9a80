# SPDX-License-Identifier: MIT
# Words as CoNLL-U, the same with any number of threads; of CoNLL-U the words are kept.
run 0 parse -j 1 data/articles
says_nothing
prints '# newdoc id = bridge.txt' '# sent_id = bridge.txt-3' '# newpar'
"${DATELINE%/*}/tests/support/conllu_check" <out || fail "no valid CoNLL-U"
cp out first
run 0 parse -j 5 data/articles/week.jsonl data/articles/ferry.json data/articles
same first out

# Its own output is read, by its name and by its content, and written the same.
cp first words.conllu
run 0 parse words.conllu
same first out
run 0 parse - <first
same first out

printf '1\tdon\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tot\t_\t_\t_\t_\t_\t_\t_\tX=1\n' >cut.conllu
run 0 parse cut.conllu
says_nothing
prints '# newdoc id = cut.conllu' '# sent_id = cut.conllu-1' '# text = donot' 'X=1'
[ "$(cut -f 2 out | tail -n 3 | head -n 2 | tr '\n' ' ')" = 'don ot ' ] || fail "$(cat out)"

# What is wrong is said with its place, and costs no more.
printf '1\tIt\n\nnothing\n\n1\tIs\t_\t_\t_\t_\t_\t_\t_\t_\n' >odd.conllu
run 0 parse odd.conllu
says odd.conllu:0: odd.conllu:6:
prints "$(printf '1\tIt')" "$(printf '1\tIs')"
printf '# only a comment\n' >none.conllu
run 3 parse none.conllu
says none.conllu

# Other commands read no words.
run 3 build words.conllu
says words.conllu 'only parse reads'
