//! Reader of the paths in Rust's tokens, with `super`, inline modules and `use` lists resolved.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Path in the source, with its line.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    pub line: usize,
    pub path: Vec<String>,
    /// Module that names the path; inline modules count.
    pub module: Vec<String>,
    /// Name that a `use` gives to the path in this module.
    pub alias: Option<String>,
    /// True if it is in a module of tests.
    pub in_tests: bool,
}

/// Collects every path in the tokens of a module, absolute if it begins with `crate`, `self` or
/// `super`. The path of a visibility (`pub(in crate::app)`) is none.
pub fn names(tokens: TokenStream, module: &[String], found: &mut Vec<Named>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        if is_visibility(&trees[at..]) {
            at += 2;
            continue;
        }
        if is_word(&trees[at], "use") {
            at += 1 + path(&trees[at + 1..], &Start::of_use(), module, found);
            continue;
        }
        if let Some((name, body)) = inline_module(&trees[at..]) {
            let inner = [module, &[name]].concat();
            names(body, &inner, found);
            at += 3;
            continue;
        }
        match &trees[at] {
            TokenTree::Ident(_) => at += path(&trees[at..], &Start::default(), module, found),
            TokenTree::Group(group) => {
                names(group.stream(), module, found);
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Parses `mod name { … }`: inside, `super` is one level deeper.
fn inline_module(trees: &[TokenTree]) -> Option<(String, TokenStream)> {
    match trees {
        [
            TokenTree::Ident(word),
            TokenTree::Ident(name),
            TokenTree::Group(body),
            ..,
        ] if word == "mod" && body.delimiter() == Delimiter::Brace => {
            Some((name.to_string(), body.stream()))
        }
        _ => None,
    }
}

/// Words before a path: those in front of a list in braces.
#[derive(Default)]
struct Start {
    segments: Vec<String>,
    /// True in a `use`, where the last word, or that after `as`, is an alias.
    in_use: bool,
}

impl Start {
    fn of_use() -> Self {
        Self {
            in_use: true,
            ..Self::default()
        }
    }
}

/// Reads one path from its first word, with the lists in braces at its end; returns the number of
/// tokens read.
fn path(trees: &[TokenTree], start: &Start, module: &[String], found: &mut Vec<Named>) -> usize {
    let mut segments = start.segments.clone();
    let mut at = 0;
    let mut line = 0;
    while let Some(TokenTree::Ident(word)) = trees.get(at) {
        line = word.span().start().line;
        segments.push(word.to_string());
        at += 1;
        if !is_double_colon(&trees[at..]) {
            break;
        }
        at += 2;
    }
    if let Some(TokenTree::Group(list)) = trees.get(at)
        && list.delimiter() == Delimiter::Brace
        && (at == 0 || is_double_colon(&trees[at.saturating_sub(2)..]))
    {
        let in_use = start.in_use;
        use_list(list.stream(), &Start { segments, in_use }, module, found);
        return at + 1;
    }
    // A list names its own module `self`.
    segments.pop_if(|last| last == "self" && !start.segments.is_empty());
    let is_glob = matches!(trees.get(at), Some(TokenTree::Punct(sign)) if sign.as_char() == '*');
    let alias = match trees.get(at..) {
        Some([word, TokenTree::Ident(alias), ..]) if is_word(word, "as") => Some(alias.to_string()),
        _ => segments.last().cloned(),
    };
    found.push(Named {
        line,
        path: absolute(&segments, module),
        module: module.to_vec(),
        alias: alias.filter(|_| start.in_use && !is_glob),
        in_tests: module.iter().any(|name| name == "tests"),
    });
    at.max(1)
}

fn use_list(list: TokenStream, start: &Start, module: &[String], found: &mut Vec<Named>) {
    let trees: Vec<TokenTree> = list.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        at += match &trees[at] {
            TokenTree::Ident(word) if word == "as" => 2,
            TokenTree::Ident(_) => path(&trees[at..], start, module, found),
            _ => 1,
        };
    }
}

fn is_word(tree: &TokenTree, name: &str) -> bool {
    matches!(tree, TokenTree::Ident(word) if word == name)
}

/// Returns true for `pub(…)`.
fn is_visibility(trees: &[TokenTree]) -> bool {
    matches!(trees, [word, TokenTree::Group(list), ..]
        if is_word(word, "pub") && list.delimiter() == Delimiter::Parenthesis)
}

fn is_double_colon(trees: &[TokenTree]) -> bool {
    matches!(trees, [TokenTree::Punct(first), TokenTree::Punct(second), ..]
        if first.as_char() == ':' && first.spacing() == Spacing::Joint && second.as_char() == ':')
}

/// Returns the path from the crate's root; empty for other crates.
fn absolute(segments: &[String], module: &[String]) -> Vec<String> {
    let climbs = segments.iter().take_while(|word| *word == "super").count();
    let rest = match segments.first().map(String::as_str) {
        Some("self") => &segments[1..],
        _ => &segments[climbs..],
    };
    if rest.len() == segments.len() {
        return segments.to_vec();
    }
    let above = &module[..module.len().saturating_sub(climbs)];
    [&["crate".to_owned()], above, rest].concat()
}
