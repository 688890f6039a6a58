//! Terminals as their entries of terminfo describe them: the codes that havre writes, the keys that it
//! reads, and the table in `docs/terminals.md`. Nothing here was tried on such a terminal.

use std::collections::BTreeMap;
use std::process::Command;
use std::time::Instant;

use havre::keys::{Key, KeyCode};
use havre::terminal::input::{Decoder, Input};

use super::program;
use super::support::{find_tool, report};

/// Terminals with the names of their entries.
const TERMINALS: [(&str, &[&str]); 6] = [
    (
        "xterm and its kin",
        &["xterm-256color", "xterm-16color", "xterm"],
    ),
    ("PuTTY", &["putty-256color", "putty"]),
    ("Windows Terminal", &["ms-terminal"]),
    ("macOS Terminal", &["nsterm-256color", "nsterm"]),
    ("Linux console", &["linux", "linux-16color"]),
    ("tmux, screen", &["tmux-256color", "screen-256color"]),
];

/// Keys with the capabilities that have their codes.
const KEYS: [(&str, KeyCode); 18] = [
    ("kcuu1", KeyCode::Up),
    ("kcud1", KeyCode::Down),
    ("kcub1", KeyCode::Left),
    ("kcuf1", KeyCode::Right),
    ("khome", KeyCode::Home),
    ("kend", KeyCode::End),
    ("kpp", KeyCode::PageUp),
    ("knp", KeyCode::PageDown),
    ("kdch1", KeyCode::Delete),
    ("kcbt", KeyCode::BackTab),
    ("kbs", KeyCode::Backspace),
    ("kf1", KeyCode::Function(1)),
    ("kf2", KeyCode::Function(2)),
    ("kf4", KeyCode::Function(4)),
    ("kf5", KeyCode::Function(5)),
    ("kf9", KeyCode::Function(9)),
    ("kf10", KeyCode::Function(10)),
    ("kf12", KeyCode::Function(12)),
];

/// Entry of a terminal: the texts of its capabilities, unescaped.
struct Entry {
    term: &'static str,
    texts: BTreeMap<String, Vec<u8>>,
}

impl Entry {
    /// Reads an entry; `None` if this machine has none of that name.
    fn read(term: &'static str) -> Option<Self> {
        let infocmp = find_tool("infocmp")?;
        let output = Command::new(infocmp)
            .args(["-1", "-x", term])
            .output()
            .unwrap();
        if !output.status.success() {
            assert!(std::env::var_os("CI").is_none(), "no entry of {term}");
            report(&format!(
                "NOT TESTED: no entry of {term} (ncurses-term has them all)"
            ));
            return None;
        }
        let text = String::from_utf8(output.stdout).unwrap();
        let texts = text.lines().filter_map(|line| {
            let (name, value) = line.trim().strip_suffix(',')?.split_once('=')?;
            Some((name.to_owned(), unescaped(value)))
        });
        let texts = texts.collect();
        Some(Self { term, texts })
    }

    /// Returns every entry that this machine has, with the name of its terminal.
    fn all() -> Vec<(&'static str, Self)> {
        let terms = TERMINALS
            .iter()
            .flat_map(|(name, terms)| terms.iter().map(move |term| (*name, *term)));
        terms
            .filter_map(|(name, term)| Some((name, Self::read(term)?)))
            .collect()
    }

    fn has(&self, name: &str) -> bool {
        self.texts.contains_key(name)
    }

    /// Returns the output of a capability with its parameters.
    fn put(&self, words: &[&str]) -> Vec<u8> {
        let tput = Command::new("tput")
            .args(["-T", self.term])
            .args(words)
            .output();
        tput.unwrap().stdout
    }

    fn colours(&self) -> String {
        let colours = String::from_utf8(self.put(&["colors"])).unwrap();
        colours.trim().to_owned()
    }
}

/// Replaces the escapes of terminfo: `\E`, `^X`, `\177`.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let next = match byte {
            b'^' => rest.next().map_or(byte, |letter| letter ^ 0x40),
            b'\\' => match rest.next() {
                Some(b'E') => 0x1b,
                Some(digit @ b'0'..=b'7') => {
                    let digits = [Some(digit), rest.next(), rest.next()]
                        .into_iter()
                        .flatten();
                    digits.fold(0, |number: u8, digit| {
                        number.wrapping_mul(8).wrapping_add(digit - b'0')
                    })
                }
                other => other.unwrap_or(byte),
            },
            byte => byte,
        };
        bytes.push(next);
    }
    bytes
}

/// Decodes what one key sends.
fn decoded(bytes: &[u8]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let now = Instant::now();
    let mut inputs = decoder.read(bytes, now, false);
    if let Some(pause) = decoder.deadline() {
        inputs.extend(decoder.expire(now + pause));
    }
    inputs
}

#[test]
fn every_key_of_every_entry_is_read() {
    for (_, entry) in Entry::all() {
        for (name, code) in KEYS {
            let Some(bytes) = entry.texts.get(name) else {
                panic!("{}: no {name}", entry.term);
            };
            let expected = [Input::Key(Key::plain(code))];
            assert_eq!(decoded(bytes), expected, "{} {name}: {bytes:?}", entry.term);
            // Arrows and Home without the keypad's application mode, which havre does not ask for.
            let mut usual = bytes.clone();
            if usual.starts_with(b"\x1bO") && !name.starts_with("kf") {
                usual[1] = b'[';
                assert_eq!(
                    decoded(&usual),
                    expected,
                    "{} {name}: {usual:?}",
                    entry.term
                );
            }
        }
    }
}

#[test]
fn the_codes_that_are_written_are_those_of_every_entry() {
    let codes: [(&[&str], &[u8]); 13] = [
        (&["cup", "4", "2"], b"\x1b[5;3H"),
        (&["home"], b"\x1b[H"),
        (&["cuf1"], b"\x1b[C"),
        (&["cuf", "3"], b"\x1b[3C"),
        (&["el"], b"\x1b[K"),
        (&["ed"], b"\x1b[J"),
        (&["bold"], b"\x1b[1m"),
        (&["smul"], b"\x1b[4m"),
        (&["rmul"], b"\x1b[24m"),
        (&["rev"], b"\x1b[7m"),
        (&["setaf", "1"], b"\x1b[31m"),
        (&["setaf", "5"], b"\x1b[35m"),
        (&["op"], b"\x1b[39;49m"),
    ];
    for (_, entry) in Entry::all() {
        for (words, bytes) in codes {
            let mut put = entry.put(words);
            if entry.term == "linux-16color" && words[0] == "setaf" {
                // Its entry also takes off bold, which that console shows as another colour.
                put = String::from_utf8(put)
                    .unwrap()
                    .replace(";22", "")
                    .into_bytes();
            }
            assert_eq!(put, bytes, "{} {words:?}", entry.term);
        }
        let clear = entry.put(&["clear"]);
        assert!(
            clear
                .windows(3)
                .any(|codes| codes == b"\x1b[J" || codes == b"[2J")
        );
    }
}

/// Returns the control sequences in an output, each as its parameters and its last letter.
fn sequences(output: &[u8]) -> Vec<(String, char)> {
    let text = String::from_utf8_lossy(output).into_owned();
    let parts = text.split("\x1b[").skip(1);
    let sequence = parts.map(|part| {
        let end = part
            .find(|letter: char| ('@'..='~').contains(&letter))
            .unwrap();
        (part[..end].to_owned(), part[end..].chars().next().unwrap())
    });
    sequence.collect()
}

#[test]
fn nothing_else_is_written_to_any_of_them() {
    for term in ["xterm-16color", "putty", "linux"] {
        let mut terminal = program::painted(program::setup().env("TERM", term));
        for keys in ["\x1b[B", "\r", "4", "shelter", "\x1b", "5", "0", "?"] {
            terminal.send(keys);
            terminal.settled();
        }
        terminal.send("\x18");
        terminal.wait_for_end();
        let output = terminal.output();
        assert!(
            !output.windows(2).any(|bytes| bytes == b"\x1b("),
            "{term}: no other alphabets"
        );
        let written = sequences(&output);
        assert!(written.len() > 50, "{term}");
        for (parameters, last) in written {
            let usual = match last {
                // Attributes, eight colours, and the terminal's own.
                'm' => parameters.split(';').all(|code| {
                    matches!(
                        code,
                        "" | "0" | "1" | "2" | "4" | "7" | "22" | "24" | "27" | "31" | "35" | "39"
                    )
                }),
                'H' | 'C' | 'K' => parameters
                    .bytes()
                    .all(|byte| byte == b';' || byte.is_ascii_digit()),
                'J' => matches!(parameters.as_str(), "" | "2" | "3"),
                // Modes that a terminal without them ignores: the second screen, marked pastes,
                // whole frames; and the cursor's visibility.
                'h' | 'l' => matches!(parameters.as_str(), "?1049" | "?2004" | "?2026" | "?25"),
                _ => false,
            };
            assert!(usual, "{term}: ESC [ {parameters} {last}");
        }
    }
}

#[test]
fn page_on_terminals_matches_the_entries() {
    let page = std::fs::read_to_string("docs/terminals.md").unwrap();
    for (name, entry) in Entry::all() {
        let has = |capability| if entry.has(capability) { "yes" } else { "no" };
        let cells = [
            name,
            &format!("`{}`", entry.term),
            &entry.colours(),
            has("dim"),
            has("smcup"),
            has("E3"),
        ];
        let row = format!("| {} |\n", cells.join(" | "));
        assert!(page.contains(&row), "the page should have this row:\n{row}");
    }
}

#[test]
fn escapes_of_entries_are_read() {
    assert_eq!(unescaped(r"\E[[A"), b"\x1b[[A");
    assert_eq!(unescaped(r"^H\177\E^I"), b"\x08\x7f\x1b\t");
    assert_eq!(
        sequences(b"a\x1b[1;31mb\x1b[?25h"),
        [("1;31".to_owned(), 'm'), ("?25".to_owned(), 'h')]
    );
}
