//! `havre --about`: the program, its licence, and the credits that the licences of its data require.

use std::io::{self, Write};

use crate::cli::output::reading;
use crate::document::{Composer, Piece};
use crate::i18n::Messages;
use crate::places::credits;

/// Prints the page in rows of a width. The credits keep the words of their licences, in one row each.
pub(in crate::cli) fn print(
    messages: &Messages,
    width: u16,
    stdout: &mut dyn Write,
) -> io::Result<()> {
    writeln!(stdout, "havre {}\n", env!("CARGO_PKG_VERSION"))?;
    let mut composer = Composer::new(width);
    for id in ["cli-about", "about-licence", "about-facts", "about-places"] {
        let text = messages.text(id).replace('\n', " ");
        composer.paragraph(0, vec![Piece::text(text)]);
        composer.blank();
    }
    reading::write(&composer.finish(), stdout)?;
    writeln!(stdout)?;
    for line in credits::lines() {
        writeln!(stdout, "- {line}")?;
    }
    stdout.flush()
}
