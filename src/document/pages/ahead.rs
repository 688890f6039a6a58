//! Preview of the entry that Enter opens on the first page, shown beside the list in a wide window.

use crate::document::{Composer, Document, Piece, Role};
use crate::i18n::Messages;

/// A question with its answers, in the reader's words.
#[derive(Clone, Debug)]
pub struct Question {
    /// Number of the question among all questions, in words.
    pub number: String,
    /// Text of the question.
    pub text: String,
    /// Answers, in order.
    pub answers: Vec<String>,
}

/// A need, in the reader's words.
#[derive(Clone, Debug)]
pub struct Need {
    /// Name of the need.
    pub name: String,
    /// First step to take.
    pub first_step: String,
    /// True for the gravest need, whose first step is about danger.
    pub is_danger: bool,
    /// Names and numbers to call.
    pub calls: Vec<(String, String)>,
}

/// Lays out the first question.
pub fn question(question: &Question, messages: &Messages, width: u16) -> Document {
    let mut composer = Composer::new(width);
    composer.paragraph(0, vec![Piece::new(&question.number, Role::Muted)]);
    composer.blank();
    composer.paragraph(0, vec![Piece::new(&question.text, Role::Title)]);
    composer.blank();
    for (answer, digit) in question.answers.iter().zip(1_u8..) {
        let pieces = vec![
            Piece::new(digit.to_string(), Role::Action),
            Piece::gap(2),
            Piece::text(answer),
        ];
        composer.paragraph(3, pieces);
    }
    composer.blank();
    composer.paragraph(0, vec![Piece::text(messages.text("now-steps-begin"))]);
    composer.finish()
}

/// Lays out a need: its first step and the numbers to call.
pub fn need(need: &Need, width: u16) -> Document {
    let mut composer = Composer::new(width);
    composer.paragraph(0, vec![Piece::new(&need.name, Role::Title)]);
    composer.blank();
    let role = if need.is_danger {
        Role::Danger
    } else {
        Role::Text
    };
    composer.paragraph(0, vec![Piece::new(&need.first_step, role)]);
    composer.blank();
    let widest = need.calls.iter().map(|(_, number)| number.len()).max();
    for (name, number) in &need.calls {
        let gap = widest.unwrap_or(0) + 2 - number.len();
        let pieces = vec![
            Piece::new(number, Role::Action),
            Piece::gap(gap),
            Piece::text(name),
        ];
        composer.paragraph(widest.unwrap_or(0) + 2, pieces);
    }
    composer.finish()
}
