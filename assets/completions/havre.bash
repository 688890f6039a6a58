
# Ids of contacts, names of packs, regions and towns come from the program itself: packs and towns change.
_havre_with_words() {
    _havre "$@"
    local kind="" word cur="$2" prev="$3" index first="" second=""
    # bash takes --region=NS for three words.
    if [[ "$cur" == "=" ]]; then
        cur=""
    elif [[ "$prev" == "=" ]]; then
        prev="${COMP_WORDS[COMP_CWORD - 2]}"
    fi
    case "$cur" in -*) return ;; esac
    for ((index = 1; index < COMP_CWORD; index++)); do
        word="${COMP_WORDS[index]}"
        case "$word" in
            --lang | --region | --data-dir | --worker | --theme | --tab)
                [[ "${COMP_WORDS[index + 1]}" == "=" ]] && ((index++))
                ((index++))
                ;;
            -* | "=") ;;
            *)
                if [[ -z "$first" ]]; then
                    first="$word"
                elif [[ -z "$second" ]]; then
                    second="$word"
                fi
                ;;
        esac
    done
    case "$prev" in
        --region) kind=places ;;
        --near) kind=towns ;;
        --lang)
            [[ "$first" == card && both == "$cur"* ]] && COMPREPLY+=(both)
            return
            ;;
        --json | --bookmarks | --discreet | --force | --plain | --reader) ;;
        -*) return ;;
    esac
    if [[ -z "$kind" ]]; then
        case "$first $second" in
            "show "* | "card "* | "export "*) kind=ids ;;
            "bookmarks add" | "bookmarks remove" | "bookmarks note") kind=ids ;;
            "packs show" | "packs remove") kind=packs ;;
            *) return ;;
        esac
    fi
    COMPREPLY=()
    while IFS=$'\t' read -r word _; do
        printf -v word %q "$word"
        COMPREPLY+=("$word")
    done < <("$1" completions bash --list "$kind" "$cur" 2>/dev/null)
}
complete -F _havre_with_words -o nosort -o bashdefault -o default havre 2>/dev/null ||
    complete -F _havre_with_words -o bashdefault -o default havre
