//! Capabilities of the terminal, read from the environment alone: a query to the terminal costs a
//! round trip.

use std::env;

use super::tty;

/// Capabilities of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// True for lines without escape codes: there is no terminal, or one that understands none.
    pub plain: bool,
    /// True for attributes without colours: disabled by the user (`NO_COLOR`), or missing.
    pub mono: bool,
    /// True if text is written as UTF-8; otherwise only ASCII is safe.
    pub utf8: bool,
}

impl Capabilities {
    /// Returns the capabilities of this process's terminal.
    pub fn detect() -> Self {
        Self::of(tty::is_terminal(), |name| env::var(name).ok())
    }

    /// Returns the capabilities of a terminal in that environment.
    pub fn of(is_terminal: bool, lookup: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| lookup(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        // Order of setlocale(3): the first variable that is set and not empty.
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
        let utf8 = locale.is_some_and(|locale| is_utf8(&locale));
        Self {
            plain: !is_terminal || matches!(term.as_str(), "" | "dumb" | "unknown"),
            // https://no-color.org: present and not empty, whatever its value.
            mono: set("NO_COLOR").is_some() || is_monochrome(&term),
            utf8,
        }
    }
}

/// `en_CA.UTF-8`, `C.utf8`, macOS's bare `UTF-8`.
fn is_utf8(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

/// Returns true for DEC's terminals before the VT241, and for types named monochrome (`xterm-mono`,
/// `linux-m`).
fn is_monochrome(term: &str) -> bool {
    ["vt52", "vt1", "vt220"]
        .iter()
        .any(|prefix| term.starts_with(prefix))
        || ["-mono", "-m"].iter().any(|suffix| term.ends_with(suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(environment: &[(&str, &str)]) -> Capabilities {
        Capabilities::of(true, |name| {
            let found = environment.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn capabilities_follow_the_terminal_type() {
        for (term, plain, mono) in [
            ("xterm-256color", false, false),
            ("xterm", false, false),
            ("screen", false, false),
            ("tmux-256color", false, false),
            ("linux", false, false),
            ("vt100", false, true),
            ("vt220", false, true),
            ("xterm-mono", false, true),
            ("dumb", true, false),
            ("", true, false),
        ] {
            let found = on(&[("TERM", term), ("LANG", "en_CA.UTF-8")]);
            let expected = Capabilities {
                plain,
                mono,
                utf8: true,
            };
            assert_eq!(found, expected, "TERM={term}");
        }
    }

    #[test]
    fn the_locale_decides_on_unicode() {
        for (environment, utf8) in [
            (vec![], false),
            (vec![("LANG", "fr_CA.UTF-8")], true),
            (vec![("LANG", "C.utf8")], true),
            (vec![("LC_CTYPE", "UTF-8")], true),
            (vec![("LANG", "fr_CA.ISO-8859-1")], false),
            (vec![("LANG", "POSIX")], false),
            (vec![("LC_ALL", "C"), ("LANG", "en_CA.UTF-8")], false),
            (vec![("LC_ALL", ""), ("LANG", "en_CA.UTF-8")], true),
            (vec![("LC_CTYPE", "en_CA.UTF-8"), ("LANG", "C")], true),
        ] {
            let found = on(&environment);
            assert_eq!(found.utf8, utf8, "{environment:?}");
        }
    }

    #[test]
    fn no_color_counts_if_not_empty() {
        for (value, mono) in [("1", true), ("0", true), ("", false)] {
            let found = on(&[("TERM", "xterm"), ("NO_COLOR", value)]);
            assert_eq!(found.mono, mono, "NO_COLOR={value:?}");
        }
    }

    #[test]
    fn without_a_terminal_the_output_is_plain_for_any_term() {
        let term = |name: &str| (name == "TERM").then(|| "xterm".to_owned());
        assert!(Capabilities::of(false, term).plain);
        assert!(!Capabilities::of(true, term).plain);
    }
}
