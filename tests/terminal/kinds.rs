//! Types of terminals and locales.

use rustix::process::Signal;

use super::program;
use super::support::{Setup, contains};

fn in_french() -> Setup {
    Setup::of(program::PATH).args(["--lang", "fr", "--region", "QC"])
}

#[test]
fn every_kind_of_terminal_is_lived_in() {
    for term in [
        "xterm-256color",
        "xterm",
        "linux",
        "vt100",
        "screen",
        "tmux-256color",
        "unheard-of",
    ] {
        let mut terminal = program::painted(program::setup().env("TERM", term));
        terminal.send("\x1b[B");
        terminal.wait_for_text(&program::second());
        terminal.send("q");
        assert_eq!(terminal.wait_for_end(), 0, "TERM={term}");
    }
}

#[test]
fn a_terminal_that_understands_no_escape_codes_gets_none() {
    for term in ["dumb", ""] {
        let terminal = program::setup().env("TERM", term).start();
        terminal.wait_for("words", |screen| !screen.contents().is_empty());
        terminal.process().signal(Signal::TERM);
        terminal.process().wait_until_ended();
        assert!(
            !contains(&terminal.output(), "\x1b"),
            "TERM={term:?}: {}",
            terminal.contents()
        );
    }
}

#[test]
fn a_locale_without_unicode_gets_ascii_alone() {
    for locale in ["C", "fr_CA.ISO-8859-1", ""] {
        let mut terminal = in_french().env("LANG", locale).start();
        terminal.wait_for_text("Danger immediat");
        terminal.send("4");
        terminal.wait_for_text("[4 Repertoire]");
        terminal.settled();
        assert!(
            terminal.output().is_ascii(),
            "LANG={locale:?}: {}",
            terminal.contents()
        );
    }
}

#[test]
fn a_locale_with_unicode_gets_it() {
    let terminal = in_french().start();
    terminal.wait_for_text("Danger immédiat");
}
