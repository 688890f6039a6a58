//! Text that leaves the program, as a page: what it is, what can be done with it, and its lines.

use super::{Composer, Document, Link, Piece, Role};

/// What a page can do with what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Write it to a file.
    Write,
    /// Give the file another name.
    Rename,
    /// Remove the file that was written.
    Remove,
    /// Show it as codes to scan, from the one with that index on.
    Code(usize),
}

/// From this width on a page is said, not shown.
const SPOKEN: u16 = 400;

/// What a page of text says and offers.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// What it is.
    pub title: String,
    /// What to know about it, a paragraph each.
    pub about: Vec<String>,
    /// What can be done with it, in words.
    pub deeds: Vec<(String, Deed)>,
    /// The text, line by line.
    pub text: String,
}

/// Lays a page of text out.
pub fn compose(paper: &Paper, width: u16) -> Document {
    let mut composer = Composer::new(width);
    composer.paragraph(0, vec![Piece::new(&paper.title, Role::Title)]);
    composer.blank();
    for (words, deed) in &paper.deeds {
        let link = composer.link(words, Link::Do(*deed));
        composer.paragraph(0, vec![link]);
    }
    for about in &paper.about {
        composer.paragraph(0, vec![Piece::text(about)]);
    }
    composer.blank();
    for line in paper.text.lines() {
        let text = line.trim_start();
        // What is heard has no columns.
        let indent = if width > SPOKEN {
            0
        } else {
            line.len() - text.len()
        };
        if text.is_empty() {
            composer.blank();
        } else {
            let words = format!("{}{text}", "\u{a0}".repeat(indent));
            composer.paragraph(indent, vec![Piece::text(words)]);
        }
    }
    composer.finish()
}
