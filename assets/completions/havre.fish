
# Ids of contacts, names of packs, regions and towns come from the program itself: packs and towns change.
function __fish_havre_list
    # A value may stand in one word with its option.
    havre completions fish --list $argv[1] (string replace -r -- '^--[a-z-]+=' '' (commandline -ct)) 2>/dev/null
end
complete -c havre -n "__fish_seen_subcommand_from show card export; and not __fish_seen_subcommand_from packs bookmarks" -f -a "(__fish_havre_list ids)"
complete -c havre -n "__fish_seen_subcommand_from bookmarks; and __fish_seen_subcommand_from add remove note" -f -a "(__fish_havre_list ids)"
complete -c havre -n "__fish_seen_subcommand_from packs; and __fish_seen_subcommand_from show remove" -f -a "(__fish_havre_list packs)"
complete -c havre -n "__fish_seen_subcommand_from search" -l near -x -a "(__fish_havre_list towns)"
complete -c havre -l region -x -a "(__fish_havre_list places)"
