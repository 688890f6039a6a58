//! Detection of a topic's first mention of each glossary term, to link the term.

use std::collections::HashMap;
use std::ops::Range;

use super::page::{Inline, Page, Term};
use crate::i18n::folding::fold_into;

/// Written form of a term: the stems of its words, and its index in the glossary.
struct Form {
    stems: Vec<String>,
    /// True for each word with an initial capital.
    capital: Vec<bool>,
    /// Form in capitals (SCC), which must match exactly; lower case would be another word.
    capitals: Option<String>,
    term: usize,
}

/// Word of a text.
struct Word {
    bytes: Range<usize>,
    stem: String,
    capital: bool,
}

/// Turns each topic's first mention of each term into [`Inline::Term`]: whole words, including the
/// plural. A mention within a link keeps the link, and counts as the first. Headings and the
/// subject of the whole page are left alone.
pub(super) fn mark(page: &mut Page, terms: &[Term]) {
    let forms = Forms::of(terms);
    let mut about = vec![false; terms.len()];
    forms.marked(&page.title, &mut about);
    for topic in &mut page.topics {
        let mut named = about.clone();
        for point in &mut topic.points {
            let body = std::mem::take(&mut point.body);
            point.body = body
                .into_iter()
                .flat_map(|inline| match inline {
                    Inline::Text(text) => forms.marked(&text, &mut named),
                    Inline::Link { label, target } => {
                        forms.marked(&label, &mut named);
                        vec![Inline::Link { label, target }]
                    }
                    term @ Inline::Term { .. } => vec![term],
                })
                .collect();
        }
    }
}

/// Returns the entry that a whole text names, in either language.
pub(super) fn named<'t>(terms: &'t [Term], text: &str) -> Option<&'t Term> {
    let typed: Vec<String> = words(text).into_iter().map(|word| word.stem).collect();
    let is_one = |entry: &str| forms_of(entry, 0).iter().any(|form| form.stems == typed);
    let mut terms = terms.iter().filter(|_| !typed.is_empty());
    terms.find(|term| is_one(&term.term) || is_one(&term.other))
}

/// All forms of all terms, by the stem of their first word.
struct Forms(HashMap<String, Vec<Form>>);

impl Forms {
    fn of(terms: &[Term]) -> Self {
        let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
        for (index, term) in terms.iter().enumerate() {
            for form in forms_of(&term.term, index) {
                if let Some(first) = form.stems.first() {
                    forms.entry(first.clone()).or_default().push(form);
                }
            }
        }
        Self(forms)
    }

    /// Returns the text with its first mentions marked.
    fn marked(&self, text: &str, named: &mut [bool]) -> Vec<Inline> {
        let words = words(text);
        let mut pieces = Vec::new();
        let (mut done, mut at) = (0, 0);
        while at < words.len() {
            let found = self.longest(text, &words[at..]);
            let Some(form) = found.filter(|form| !named[form.term]) else {
                at += found.map_or(1, |form| form.stems.len());
                continue;
            };
            named[form.term] = true;
            let last = at + form.stems.len() - 1;
            let mention = words[at].bytes.start..words[last].bytes.end;
            if done < mention.start {
                pieces.push(Inline::Text(text[done..mention.start].to_owned()));
            }
            pieces.push(Inline::Term {
                label: text[mention.clone()].to_owned(),
                term: form.term,
            });
            done = mention.end;
            at = last + 1;
        }
        if done < text.len() {
            pieces.push(Inline::Text(text[done..].to_owned()));
        }
        pieces
    }

    /// Returns the longest form with which the words begin.
    fn longest(&self, text: &str, words: &[Word]) -> Option<&Form> {
        let forms = self.0.get(&words.first()?.stem)?;
        forms
            .iter()
            .filter(|form| form.begins(text, words))
            .max_by_key(|form| form.stems.len())
    }
}

impl Form {
    fn begins(&self, text: &str, words: &[Word]) -> bool {
        let Some(words) = words.get(..self.stems.len()) else {
            return false;
        };
        let joined = |pair: &[Word]| {
            let between = &text[pair[0].bytes.end..pair[1].bytes.start];
            matches!(between, " " | "\u{a0}" | "-" | "'" | "’")
        };
        // Part of a name (Human Trafficking Hotline), not a term.
        let named = words.iter().zip(&self.capital).skip(1);
        let in_a_name = named
            .into_iter()
            .any(|(word, capital)| word.capital && !capital);
        let written = &text[words[0].bytes.start..words[words.len() - 1].bytes.end];
        self.stems
            .iter()
            .zip(words)
            .all(|(stem, word)| *stem == word.stem)
            && !in_a_name
            && words.windows(2).all(joined)
            && self
                .capitals
                .as_ref()
                .is_none_or(|capitals| capitals == written)
    }
}

/// Returns the forms of a glossary entry: variants between slashes, abbreviation, and other terms.
fn forms_of(entry: &str, term: usize) -> Vec<Form> {
    let mut forms = Vec::new();
    for alternative in entry.split(" / ") {
        let (name, remark) = alternative.split_once('(').unwrap_or((alternative, ""));
        forms.push(form(name, None, term));
        let remark = remark.trim_end_matches(')');
        if let Some((_, also)) = remark.split_once(':') {
            forms.push(form(also, None, term));
        } else if remark.len() > 1 && remark.chars().all(|letter| letter.is_ascii_uppercase()) {
            forms.push(form(remark, Some(remark.to_owned()), term));
        }
    }
    forms
}

fn form(name: &str, capitals: Option<String>, term: usize) -> Form {
    let words = words(name);
    Form {
        capital: words.iter().map(|word| word.capital).collect(),
        stems: words.into_iter().map(|word| word.stem).collect(),
        capitals,
        term,
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, character) in ends {
        match start {
            None if character.is_alphanumeric() => start = Some(at),
            Some(begun) if !character.is_alphanumeric() => {
                words.push(Word {
                    stem: stem(&text[begun..at]),
                    capital: text[begun..].starts_with(char::is_uppercase),
                    bytes: begun..at,
                });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Returns a word without case, accents and plural.
fn stem(word: &str) -> String {
    let mut stem = String::with_capacity(word.len());
    fold_into(word, &mut stem);
    if stem == "people" {
        return "person".to_owned();
    }
    if let Some(start) = stem.strip_suffix("ies").filter(|start| start.len() > 2) {
        return format!("{start}y");
    }
    if stem.len() > 3 && stem.ends_with(['s', 'x']) && !stem.ends_with("ss") {
        stem.pop();
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(names: &[&str]) -> Vec<Term> {
        let term = |name: &&str| Term {
            term: (*name).to_owned(),
            other: String::new(),
            meaning: String::new(),
        };
        names.iter().map(term).collect()
    }

    fn found(names: &[&str], text: &str) -> Vec<String> {
        let terms = terms(names);
        let pieces = Forms::of(&terms).marked(text, &mut vec![false; terms.len()]);
        let whole: String = pieces
            .iter()
            .map(|piece| match piece {
                Inline::Text(text) | Inline::Term { label: text, .. } => text.as_str(),
                Inline::Link { .. } => "",
            })
            .collect();
        assert_eq!(whole, text, "no letter is lost");
        pieces
            .into_iter()
            .filter_map(|piece| match piece {
                Inline::Term { label, .. } => Some(label),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn the_first_mention_is_marked_in_any_of_its_forms() {
        let crown = "Crown counsel / Crown attorney / Crown prosecutor";
        assert_eq!(
            found(&[crown], "Ask the Crown attorney; Crown counsel knows."),
            ["Crown attorney"]
        );
        assert_eq!(
            found(&["Publication ban"], "Publication bans hold."),
            ["Publication bans"]
        );
        assert_eq!(
            found(&["Trafficked person"], "for trafficked people"),
            ["trafficked people"]
        );
        assert_eq!(
            found(&["Duty to report"], "their duties to report"),
            ["duties to report"]
        );
        assert_eq!(
            found(
                &["traite des personnes (aussi\u{a0}: traite de personnes)"],
                "La traite de personnes est"
            ),
            ["traite de personnes"]
        );
        assert_eq!(
            found(&["aide au témoignage"], "Les aides au témoignage"),
            ["aides au témoignage"]
        );
        assert_eq!(
            found(&["Restitution (order)"], "a restitution order"),
            ["restitution"]
        );
    }

    #[test]
    fn only_whole_words_with_the_same_capitals_match() {
        assert_eq!(found(&["Offender"], "reoffenders, offending"), [""; 0]);
        assert_eq!(
            found(
                &["Support person (at testimony)"],
                "your support. Person two"
            ),
            [""; 0]
        );
        let trafficking = "Trafficking in persons / human trafficking";
        assert_eq!(
            found(&[trafficking], "the Human Trafficking Hotline"),
            [""; 0],
            "a name"
        );
        assert_eq!(
            found(&[trafficking], "Human trafficking is a crime"),
            ["Human trafficking"]
        );
        let permit = "Temporary resident permit (TRP)";
        assert_eq!(found(&[permit], "a TRP lasts"), ["TRP"]);
        assert_eq!(found(&[permit], "a trp lasts"), [""; 0]);
    }

    #[test]
    fn the_longest_term_is_taken() {
        let names = ["Restorative justice", "Restorative justice program"];
        assert_eq!(
            found(&names, "a restorative justice program"),
            ["restorative justice program"]
        );
    }
}
