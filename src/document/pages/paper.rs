//! Page of text that leaves the program: a description, the possible actions, and the text.

use crate::document::{Composer, Document, Link, PageAction, Piece, Role};

/// Least width of a layout for output line by line.
const SPOKEN: u16 = 400;

/// Way to do something outside of the program.
#[derive(Clone, Debug)]
pub struct Way {
    /// Description.
    pub about: String,
    /// Command, address or folder, to be copied.
    pub text: String,
}

/// Content of a page of text.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// Title.
    pub title: String,
    /// Description, one string a paragraph.
    pub about: Vec<String>,
    /// Ways to do something outside of the program, in order.
    pub ways: Vec<Way>,
    /// Actions, with their labels.
    pub actions: Vec<(String, PageAction)>,
    /// The text.
    pub text: String,
}

/// Lays out a page of text.
pub fn compose(paper: &Paper, width: u16) -> Document {
    let mut composer = Composer::new(width);
    composer.paragraph(0, vec![Piece::new(&paper.title, Role::Title)]);
    composer.blank();
    if paper.ways.is_empty() {
        add_actions(&mut composer, &paper.actions);
    }
    for about in &paper.about {
        composer.paragraph(0, vec![Piece::text(about)]);
    }
    for Way { about, text } in &paper.ways {
        composer.blank();
        composer.paragraph(0, vec![Piece::text(about)]);
        let link = composer.bare_link(text, Link::Copy(text.clone()));
        composer.paragraph(0, vec![link]);
    }
    if !paper.ways.is_empty() {
        // What is done first stands first.
        add_actions(&mut composer, &paper.actions);
    }
    composer.blank();
    for line in paper.text.lines() {
        let text = line.trim_start();
        // Indents have no meaning in output line by line.
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

fn add_actions(composer: &mut Composer, actions: &[(String, PageAction)]) {
    for (words, action) in actions {
        let link = composer.link(words, Link::Do(*action));
        composer.paragraph(0, vec![link]);
    }
}
