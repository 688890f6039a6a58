//! Writer of the requests of `man(7)` that the page needs; its characters are escaped so that every
//! `troff` and `mandoc` reads them in any locale.

use std::fmt::Write as _;

/// Page under construction.
pub struct Page(String);

impl Page {
    /// Creates a page of section 1, without a date: the same program gives the same page.
    pub fn new(name: &str, title: &str) -> Self {
        let version = env!("CARGO_PKG_VERSION");
        let mut page = Self(String::new());
        let name = name.to_uppercase();
        // No hyphenation: the available patterns are English.
        let head = format!(
            ".TH {name} 1 \"\" \"havre {version}\" \"{}\"\n.nh\n.ad l\n",
            plain(title)
        );
        page.0.push_str(&head);
        page
    }

    /// Starts a section.
    pub fn section(&mut self, heading: &str) {
        self.request("SH", &plain(&heading.to_uppercase()));
    }

    /// Starts a subsection.
    pub fn subsection(&mut self, heading: &str) {
        self.request("SS", &plain(heading));
    }

    /// Continues the text under a heading.
    pub fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// Writes a paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.line(".PP");
        self.line(text);
    }

    /// Writes a name, with an indented description.
    pub fn entry(&mut self, name: &str, text: &str) {
        self.line(".TP");
        self.line(name);
        self.line(text);
    }

    /// Writes a name, with its description at a column.
    pub fn entry_at(&mut self, column: usize, name: &str, text: &str) {
        self.line(&format!(".TP {column}"));
        self.line(name);
        self.line(text);
    }

    /// Disables empty lines between the following entries, or enables them again.
    pub fn close_up(&mut self, close: bool) {
        self.line(if close { ".PD 0" } else { ".PD" });
    }

    /// Indents the following text further.
    pub fn deeper(&mut self) {
        self.line(".RS");
    }

    /// Ends an indent.
    pub fn back(&mut self) {
        self.line(".RE");
    }

    /// Returns the page.
    pub fn finish(self) -> String {
        self.0
    }

    fn request(&mut self, name: &str, text: &str) {
        self.line(&format!(".{name} {text}"));
    }
}

/// Escapes plain text. Every line end and space becomes one space.
pub fn plain(text: &str) -> String {
    let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '\\' => escaped.push_str("\\e"),
            '-' => escaped.push_str("\\-"),
            // Groff would replace it by a curled one.
            '\'' => escaped.push_str("\\(aq"),
            '"' => escaped.push_str("\\(dq"),
            '^' => escaped.push_str("\\(ha"),
            '~' => escaped.push_str("\\(ti"),
            '`' => escaped.push_str("\\(ga"),
            '\u{a0}' | '\u{202f}' => escaped.push_str("\\ "),
            character if character.is_ascii() => escaped.push(character),
            character => {
                // Writing into a string does not fail.
                let _ = write!(escaped, "\\[u{:04X}]", u32::from(character));
            }
        }
    }
    // A line with this beginning would be a request.
    if escaped.starts_with(['.', '\'']) {
        escaped.insert_str(0, "\\&");
    }
    escaped
}

/// Formats text to be typed as is.
pub fn bold(text: &str) -> String {
    format!("\\fB{}\\fR", plain(text))
}

/// Formats a placeholder.
pub fn italic(text: &str) -> String {
    format!("\\fI{}\\fR", plain(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_and_quotes_of_troff_are_escaped() {
        for (text, escaped) in [
            ("plain words", "plain words"),
            (".TH", "\\&.TH"),
            ("'br", "\\(aqbr"),
            ("a\\b", "a\\eb"),
            ("--lang", "\\-\\-lang"),
            ("« Été »", "\\[u00AB]\\ \\[u00C9]t\\[u00E9]\\ \\[u00BB]"),
            ("two\n  lines", "two lines"),
            ("~/.local", "\\(ti/.local"),
        ] {
            let text = if text.starts_with('«') {
                text.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»")
            } else {
                text.to_owned()
            };
            assert_eq!(plain(&text), escaped);
        }
        assert_eq!(bold("-V"), "\\fB\\-V\\fR");
    }
}
