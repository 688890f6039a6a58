//! Finding words on a page that lists terms or keys.

use crate::app::notice::Notice;
use crate::app::state::App;
use crate::app::view::listing::Found;
use crate::document::{Document, Role};
use crate::i18n::folding::fold;

/// Paragraph of a document, with its folded text.
struct Paragraph {
    block: usize,
    /// First row.
    start: usize,
    /// Row after the last.
    end: usize,
    text: String,
}

/// Returns the paragraphs of a document; one that continues in other rows is one text.
fn paragraphs(document: &Document) -> Vec<Paragraph> {
    let mut all: Vec<Paragraph> = Vec::new();
    for (index, row) in document.rows.iter().enumerate() {
        if row.spans.is_empty() {
            continue;
        }
        let text = fold(row.text().trim()).text;
        match all.last_mut() {
            Some(last) if last.block == row.block && last.end == index => {
                last.end += 1;
                last.text.push(' ');
                last.text.push_str(&text);
            }
            _ => all.push(Paragraph {
                block: row.block,
                start: index,
                end: index + 1,
                text,
            }),
        }
    }
    all
}

/// Returns the indices of the paragraphs with a text: first those that begin with it as a word, such
/// as the name of a key, then those that begin with it, then all others.
fn hits(paragraphs: &[Paragraph], folded: &str) -> Vec<usize> {
    let rank = |paragraph: &Paragraph| match paragraph.text.strip_prefix(folded) {
        Some(rest) if !rest.starts_with(char::is_alphanumeric) => Some(0),
        Some(_) => Some(1),
        None => paragraph.text.contains(folded).then_some(2),
    };
    let ranked = paragraphs.iter().enumerate();
    let ranked = ranked.filter_map(|(index, paragraph)| Some((rank(paragraph)?, index)));
    let mut ranked: Vec<(u8, usize)> = ranked.collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, index)| index).collect()
}

impl App {
    /// Scrolls the open page to the next paragraph with these words, and puts the cursor on it. After
    /// the last comes the first. Words that the page does not have are searched for in the Directory:
    /// `/` does so everywhere else, and the words may be about a life at risk.
    pub(super) fn find_in_page(&mut self, words: &str) {
        let folded = fold(words.trim()).text;
        let height = self.reader_area().map_or(1, |area| area.height);
        if folded.is_empty() {
            return;
        }
        let document = self.shown_document();
        let paragraphs = paragraphs(&document);
        let hits = hits(&paragraphs, &folded);
        let before = self.reader().found;
        let last = before.and_then(|found| {
            let is_last = |hit: &usize| paragraphs[*hit].block == found.block;
            hits.iter().position(is_last)
        });
        let next = last.map_or(0, |last| (last + 1) % hits.len());
        let Some(hit) = hits.get(next).map(|hit| &paragraphs[*hit]) else {
            self.search_for(words.trim());
            self.announce(Notice::new("notice-not-found"));
            return;
        };
        // The heading above says what a definition or a key belongs to.
        let heading = document.rows[..=hit.start].iter().rposition(|row| {
            let first = row.spans.first();
            first.is_some_and(|span| span.role == Role::Heading)
        });
        let fits = |top: &usize| hit.end - top <= usize::from(height);
        let reader = self.reader_mut();
        reader.top = heading.filter(fits).unwrap_or(hit.start);
        reader.link = None;
        reader.found = Some(Found {
            block: hit.block,
            into: 0,
        });
    }
}
