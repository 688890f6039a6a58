
# Ids of contacts, names of packs, regions and towns come from the program itself: packs and towns change.
_havre_ids() {
    local -a ids
    ids=("${(@f)$(_call_program ids havre completions zsh --list ids 2>/dev/null)}")
    ids=("${ids[@]/	/:}")
    _describe -t ids id ids
}
_havre_packs() { _havre_words packs }
_havre_words() {
    local -a words
    words=("${(@f)$(_call_program words havre completions zsh --list $1 ${(q)PREFIX} 2>/dev/null)}")
    compadd -U -a words
}
_havre_places() { _havre_words places }
_havre_towns() { _havre_words towns }
