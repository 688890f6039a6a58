//! `havre --about`: the program, its licence, and the credits that the licences of its data require.

use std::io::{self, Write};

use crate::i18n::Messages;
use crate::places::credits;

/// Prints the page.
pub(in crate::cli) fn print(messages: &Messages, stdout: &mut dyn Write) -> io::Result<()> {
    let say = |id: &str| messages.text(id);
    writeln!(stdout, "havre {}\n", env!("CARGO_PKG_VERSION"))?;
    for id in ["cli-about", "about-licence", "about-facts"] {
        writeln!(stdout, "{}\n", say(id))?;
    }
    writeln!(stdout, "{}\n", say("about-places"))?;
    for line in credits::lines() {
        writeln!(stdout, "- {line}")?;
    }
    stdout.flush()
}
