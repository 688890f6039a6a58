//! Ids of messages choose texts and decide nothing: no comparison, pattern or search in a text has
//! one, or the beginning of one.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use crate::sources;

/// Methods that search for their argument in a text.
const LOOKS: &[&str] = &[
    "contains",
    "ends_with",
    "eq",
    "find",
    "replace",
    "split_once",
    "starts_with",
    "strip_prefix",
    "strip_suffix",
    "trim_end_matches",
    "trim_start_matches",
];

/// Parts that read formats of data, whose words are ids of messages by chance (`date`).
const READERS: &[&str] = &[
    "src/bookmarks",
    "src/classifier",
    "src/interchange",
    "src/search",
];

/// Least length of the beginning of an id: shorter ones (`on-`) are beginnings of other texts.
const SHORTEST_BEGINNING: usize = 6;

/// Returns the ids of the messages, and their beginnings up to each hyphen (`import-field-`).
fn of_messages() -> BTreeSet<String> {
    let fluent = std::fs::read_to_string("assets/i18n/en-CA.ftl").unwrap();
    let lines = fluent
        .lines()
        .filter(|line| !line.starts_with(['#', ' ', '}']));
    let ids = lines.filter_map(|line| line.split_once(" ="));
    let beginnings = |id: &str| {
        let ends = id.match_indices('-').map(|(index, _)| index + 1);
        let ends = ends.filter(|end| *end >= SHORTEST_BEGINNING);
        let ends: Vec<usize> = ends.chain([id.len()]).collect();
        ends.into_iter()
            .map(|end| id[..end].to_owned())
            .collect::<Vec<_>>()
    };
    ids.flat_map(|(id, _)| beginnings(id)).collect()
}

/// Returns the lines on which an id decides something. Tests may compare a result with an id.
fn deciding(tokens: TokenStream, ids: &BTreeSet<String>) -> Vec<usize> {
    let mut lines = Vec::new();
    search(tokens, ids, &mut lines);
    lines
}

/// Returns the line of an id in these tokens outside of braces: it is part of the expression or
/// pattern that they are.
fn search(tokens: TokenStream, ids: &BTreeSet<String>, found: &mut Vec<usize>) -> Option<usize> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut named = None;
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        let line = match tree {
            TokenTree::Ident(word) if word == "mod" && is_tests(&trees[at + 1..]) => {
                at += 3;
                continue;
            }
            TokenTree::Group(group) => {
                search(group.stream(), ids, found).filter(|_| group.delimiter() != Delimiter::Brace)
            }
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let line = literal.span().start().line;
                ids.contains(text.trim_matches('"')).then_some(line)
            }
            _ => None,
        };
        if let Some(line) = line
            && (is_held_against(&trees, at) || is_pattern(&trees[at + 1..]))
        {
            found.push(line);
        }
        named = named.or(line);
        at += 1;
    }
    named
}

fn is_tests(after: &[TokenTree]) -> bool {
    matches!(after, [TokenTree::Ident(name), TokenTree::Group(_), ..] if name == "tests")
}

/// Returns true if `==` or `!=` is on one side of a tree, or a method searches for it.
fn is_held_against(trees: &[TokenTree], at: usize) -> bool {
    let looks = at > 0
        && matches!(&trees[at - 1], TokenTree::Ident(word) if LOOKS.iter().any(|look| word == look));
    let operand = trees[..at].iter().rev().take_while(|tree| goes_on(tree));
    let start = at - operand.count();
    let before = start > 1 && is_comparison(&trees[start - 2..start]);
    let listed = matches!(&trees[at..], [_, TokenTree::Punct(dot), TokenTree::Ident(word), ..]
        if dot.as_char() == '.' && word == "contains");
    looks || before || listed || is_comparison(&trees[at + 1..])
}

/// Returns true if an operand may begin before this tree: `messages.text` before `("filter-any")`.
fn goes_on(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Ident(_) => true,
        TokenTree::Group(group) => group.delimiter() != Delimiter::Brace,
        TokenTree::Punct(sign) => matches!(sign.as_char(), '.' | ':' | '&' | '*'),
        TokenTree::Literal(_) => false,
    }
}

fn is_comparison(trees: &[TokenTree]) -> bool {
    starts_with(trees, '=', '=') || starts_with(trees, '!', '=')
}

/// Returns true if the tokens before these are a pattern: `=>`, `| …`, `if …` or the `=` of a
/// `let`.
fn is_pattern(after: &[TokenTree]) -> bool {
    match after.first() {
        Some(TokenTree::Punct(sign)) => {
            let alone = sign.spacing() == Spacing::Alone;
            starts_with(after, '=', '>') || alone && matches!(sign.as_char(), '|' | '=')
        }
        Some(TokenTree::Ident(word)) => word == "if",
        _ => false,
    }
}

fn starts_with(trees: &[TokenTree], first: char, second: char) -> bool {
    matches!(trees, [TokenTree::Punct(one), TokenTree::Punct(other), ..]
        if one.as_char() == first && one.spacing() == Spacing::Joint && other.as_char() == second)
}

#[test]
fn no_message_id_decides_control_flow() {
    let ids = of_messages();
    assert!(ids.contains("notice-removed"), "the messages are read");
    let deciding: Vec<String> = sources()
        .iter()
        .filter(|(file, _)| !READERS.iter().any(|part| file.starts_with(part)))
        .filter(|(file, _)| !file.ends_with("tests.rs"))
        .flat_map(|(file, text)| {
            let lines = deciding(text.parse().unwrap(), &ids).into_iter();
            lines.map(move |line| format!("{}:{line}", file.display()))
        })
        .collect();
    assert!(deciding.is_empty(), "{deciding:#?}");
}

#[test]
fn an_id_that_decides_is_seen_wherever_it_stands() {
    let ids = of_messages();
    let seen = |source: &str| !deciding(source.parse().unwrap(), &ids).is_empty();
    for source in [
        r#"fn f() { if notice.id == "notice-removed" {} }"#,
        r#"fn f() { if "notice-removed" != notice.id {} }"#,
        r#"fn f() { if text == messages.text("filter-any") {} }"#,
        r#"fn f() { if messages.text("filter-any") == text {} }"#,
        r#"fn f() { match id { "notice-removed" | "notice-moved" => 1, _ => 2 } }"#,
        r#"fn f() { match pair { ("notice-removed", _) => 1, _ => 2 } }"#,
        r#"fn f() { match id { Some("notice-removed") if x => 1, _ => 2 } }"#,
        r#"fn f() { if let Some("notice-removed") = id {} }"#,
        r#"fn f() { matches!(id, "notice-removed" | "notice-moved") }"#,
        r#"fn f() { words.strip_prefix(&messages.text("filters-label")) }"#,
        r#"fn f() { ["notice-removed", "notice-moved"].contains(&id) }"#,
        r#"fn f() { let name = notice.id.strip_prefix("notice-").unwrap_or(id); }"#,
        r#"fn f() { fields.replace("import-field-", "") }"#,
    ] {
        assert!(seen(source), "{source}");
    }
    for source in [
        r#"fn f() { match self { Self::Removed => "notice-removed", _ => "notice-moved" } }"#,
        r#"fn f() { let id = "notice-removed"; let both = ["notice-removed", "notice-moved"]; }"#,
        r#"fn f() { let id = if id == OTHER { "notice-removed" } else { "notice-moved" }; }"#,
        r#"mod tests { fn f() { assert!(id == "notice-removed"); } }"#,
        r#"fn f() { Notice { id: "notice-removed", warning: a || b } }"#,
    ] {
        assert!(!seen(source), "{source}");
    }
}
