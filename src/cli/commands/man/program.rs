//! Page of the program: all commands, keys, words, files and sources.

use clap::Command;

use super::roff::{Page, bold, plain};
use super::usage::{about, argument, commands, shown, synopsis};
use super::{STATUS, entries, names, see_also};
use crate::app::keymap::Section;
use crate::app::keymap::help;
use crate::i18n::Messages;
use crate::places::credits;
use crate::plain::help as words;
use crate::plain::words::WORDS;

/// Column of the descriptions of keys.
const KEYS: usize = 20;

/// The files, with the messages that describe them.
const FILES: [(&str, &str); 6] = [
    ("~/.local/share/havre/bookmarks.json", "man-file-bookmarks"),
    ("~/.local/share/havre/settings.json", "man-file-settings"),
    ("~/.local/share/havre/backups/", "man-file-backups"),
    ("~/.local/share/havre/workers/", "man-file-workers"),
    ("/etc/havre/settings.json", "man-file-host"),
    ("/etc/havre/directory.d/", "man-file-host-packs"),
];

/// Environment variables, with the messages that describe them.
const ENVIRONMENT: [(&str, &str); 8] = [
    ("HAVRE_DATA_DIR", "man-environment-data-dir"),
    ("HAVRE_WORKER", "man-environment-worker"),
    ("HAVRE_PLAIN", "man-environment-plain"),
    ("LC_ALL, LC_MESSAGES, LANG", "man-environment-language"),
    ("LC_ALL, LC_CTYPE, LANG", "man-environment-letters"),
    ("NO_COLOR", "man-environment-no-color"),
    ("TERM", "man-environment-term"),
    ("COLUMNS", "man-environment-columns"),
];

/// Returns the page.
pub fn page(root: &Command, messages: &Messages) -> String {
    let say = |id: &str| messages.text(id);
    let mut page = Page::new("havre", &say("man-title"));
    page.section(&say("man-name"));
    page.line(&format!("havre \\- {}", plain(&say("man-short"))));
    page.section(&say("man-synopsis"));
    page.line(&synopsis(root));
    page.section(&say("man-description"));
    for text in [about(root), say("cli-after"), say("man-promises")] {
        page.paragraph(&plain(&text));
    }
    page.section(&say("man-options"));
    for option in shown(root).filter(|option| !option.is_positional()) {
        argument(&mut page, option);
    }
    page.section(&say("man-commands"));
    commands(&mut page, root);
    page.section(&say("man-keys"));
    keys(&mut page, messages);
    page.section(&say("man-lines"));
    lines(&mut page, messages);
    for (heading, rows) in [
        ("man-files", &FILES[..]),
        ("man-environment", &ENVIRONMENT),
        ("man-status", &STATUS),
    ] {
        entries(&mut page, heading, rows, messages);
    }
    sources(&mut page, messages);
    see_also(&mut page, names(root).skip(1), messages);
    page.finish()
}

/// Writes the credits that licences require.
fn sources(page: &mut Page, messages: &Messages) {
    page.section(&messages.text("man-sources"));
    for id in ["about-facts", "about-places"] {
        page.paragraph(&plain(&messages.text(id)));
    }
    for line in credits::lines() {
        page.paragraph(&plain(line));
    }
}

/// Writes the table of keys.
fn keys(page: &mut Page, messages: &Messages) {
    page.paragraph(&plain(&messages.text("keys-introduction")));
    let rows = help::rows(messages, false);
    for section in Section::ALL {
        page.subsection(&messages.text(section.message_id()));
        page.close_up(true);
        for row in rows.iter().filter(|row| row.section == section) {
            page.entry_at(KEYS, &bold(&row.keys), &plain(&messages.text(row.sentence)));
        }
        page.close_up(false);
    }
    page.paragraph(&plain(&messages.text("keys-cannot-clear")));
}

/// Writes the words of plain mode.
fn lines(page: &mut Page, messages: &Messages) {
    page.paragraph(&plain(&messages.text("plain-help-numbers")));
    for section in Section::ALL {
        page.subsection(&messages.text(section.message_id()));
        page.close_up(true);
        for word in WORDS.iter().filter(|word| word.section == section) {
            let (typed, does) = words::entry(word, messages);
            page.entry_at(KEYS, &bold(&typed), &plain(&does));
        }
        page.close_up(false);
    }
    page.paragraph(&plain(&messages.text("plain-help-cover")));
}
