
# Ids of contacts, regions and towns come from the program itself: packs and towns change.
complete -c havre -n "__fish_seen_subcommand_from show card export" -f -a "(havre completions fish --list ids 2>/dev/null)"
complete -c havre -n "__fish_seen_subcommand_from bookmarks; and __fish_seen_subcommand_from add remove note" -f -a "(havre completions fish --list ids 2>/dev/null)"
complete -c havre -n "__fish_seen_subcommand_from search" -l near -x -a "(havre completions fish --list towns 2>/dev/null)"
complete -c havre -l region -x -a "(havre completions fish --list places 2>/dev/null)"
