
# Ids of contacts, regions and towns come from the program itself: packs and towns change.
_havre_with_words() {
    _havre "$@"
    local kind="" word
    case "$2" in -*) return ;; esac
    case "$3" in
        --region) kind=places ;;
        --near) kind=towns ;;
        --json | --bookmarks | --discreet | --force) kind=ids ;;
        --*) return ;;
        *) kind=ids ;;
    esac
    if [[ "$kind" == ids ]]; then
        case "${COMP_WORDS[*]:1:2} " in
            "show "* | "card "* | "export "* | "bookmarks add "* | "bookmarks remove "* | "bookmarks note "*) ;;
            *) return ;;
        esac
        [[ "$COMP_CWORD" -lt 2 || "${COMP_WORDS[1]} $COMP_CWORD" == "bookmarks 2" ]] && return
    fi
    COMPREPLY=()
    while IFS=$'\t' read -r word _; do
        printf -v word %q "$word"
        COMPREPLY+=("$word")
    done < <("$1" completions bash --list "$kind" "$2" 2>/dev/null)
}
complete -F _havre_with_words -o nosort -o bashdefault -o default havre 2>/dev/null ||
    complete -F _havre_with_words -o bashdefault -o default havre
