//! Reader of the paths in Rust's tokens, with `super`, inline modules and `use` lists resolved.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Path in the source, with its line.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    pub line: usize,
    pub path: Vec<String>,
    /// True if it is in a module of tests.
    pub in_tests: bool,
}

/// Collects every path in the tokens of a module, absolute if it begins with `crate`, `self` or
/// `super`.
pub fn names(tokens: TokenStream, module: &[String], found: &mut Vec<Named>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        if let Some((name, body)) = inline_module(&trees[at..]) {
            let inner = [module, &[name]].concat();
            names(body, &inner, found);
            at += 3;
            continue;
        }
        match &trees[at] {
            TokenTree::Ident(_) => at += path(&trees[at..], &[], module, found),
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

/// Reads one path from its first word, with the lists in braces at its end; returns the number of
/// tokens read.
fn path(trees: &[TokenTree], start: &[String], module: &[String], found: &mut Vec<Named>) -> usize {
    let mut segments = start.to_vec();
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
    if at > 2 && is_double_colon(&trees[at - 2..]) {
        match trees.get(at) {
            Some(TokenTree::Group(list)) if list.delimiter() == Delimiter::Brace => {
                use_list(list.stream(), &segments, module, found);
                return at + 1;
            }
            _ => {}
        }
    }
    found.push(Named {
        line,
        path: absolute(&segments, module),
        in_tests: module.iter().any(|name| name == "tests"),
    });
    at
}

fn use_list(list: TokenStream, start: &[String], module: &[String], found: &mut Vec<Named>) {
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
