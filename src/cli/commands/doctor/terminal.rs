//! Findings on the terminal and on multiplexers.

use super::finding::Finding;
use crate::app::view::layout::SMALLEST;
use crate::i18n::Messages;
use crate::terminal::{self, Capabilities};

/// Lookup of an environment variable; `None` if it is empty, too.
type Variable<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Returns the findings on the terminal.
pub fn findings(
    is_terminal: bool,
    capabilities: Capabilities,
    variable: Variable<'_>,
    messages: &Messages,
) -> Vec<Finding> {
    let mut findings = vec![kind(is_terminal, capabilities, variable, messages)];
    if is_terminal {
        let (width, height) = terminal::size().map_or((0, 0), |size| (size.width, size.height));
        findings.push(size(width, height, messages));
    }
    findings.extend([
        colours(capabilities, variable, messages),
        locale(capabilities, variable, messages),
        clipboard(multiplexer(variable), messages),
    ]);
    findings.extend(multiplexer(variable).map(|name| history(name, messages)));
    findings
}

fn kind(
    is_terminal: bool,
    capabilities: Capabilities,
    variable: Variable<'_>,
    messages: &Messages,
) -> Finding {
    let term = variable("TERM");
    let ssh = variable("SSH_CONNECTION").is_some();
    let said = match (is_terminal, &term) {
        (false, _) => messages.text("doctor-terminal-none"),
        (true, None) => messages.text("doctor-terminal-unnamed"),
        (true, Some(term)) if ssh => {
            messages.format("doctor-terminal-ssh", &[("term", term.as_str().into())])
        }
        (true, Some(term)) => term.clone(),
    };
    let finding = Finding::ok("terminal", "doctor-terminal", said)
        .fact("tty", is_terminal)
        .fact("term", term)
        .fact("ssh", ssh);
    match (is_terminal, capabilities.plain) {
        (true, true) => finding.noting(messages.text("doctor-terminal-plain")),
        _ => finding,
    }
}

fn size(width: u16, height: u16, messages: &Messages) -> Finding {
    let sides = [("width", width.into()), ("height", height.into())];
    let finding = Finding::ok(
        "size",
        "doctor-size",
        messages.format("doctor-size-sides", &sides),
    )
    .fact("width", width)
    .fact("height", height);
    if width == 0 || height == 0 {
        finding.noting(messages.text("doctor-size-untold"))
    } else if width < SMALLEST.width || height < SMALLEST.height {
        finding.off(messages.text("doctor-size-small"))
    } else {
        finding
    }
}

fn colours(capabilities: Capabilities, variable: Variable<'_>, messages: &Messages) -> Finding {
    let (id, count) = if variable("NO_COLOR").is_some() {
        ("doctor-colours-unwanted", 0)
    } else if capabilities.mono || capabilities.plain {
        ("doctor-colours-none", 0)
    } else {
        ("doctor-colours-all", 16)
    };
    Finding::ok("colours", "doctor-colours", messages.text(id)).fact("colours", count)
}

fn locale(capabilities: Capabilities, variable: Variable<'_>, messages: &Messages) -> Finding {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(variable);
    let said = locale
        .clone()
        .unwrap_or_else(|| messages.text("doctor-locale-none"));
    let finding = Finding::ok("locale", "doctor-locale", said)
        .fact("locale", locale)
        .fact("utf8", capabilities.utf8);
    if capabilities.utf8 {
        finding
    } else {
        finding.off(messages.text("doctor-locale-ascii"))
    }
}

/// Returns the name of the terminal multiplexer, if there is one.
fn multiplexer(variable: Variable<'_>) -> Option<&'static str> {
    let term = variable("TERM").unwrap_or_default();
    if variable("TMUX").is_some() || term.starts_with("tmux") {
        Some("tmux")
    } else if variable("STY").is_some() || term.starts_with("screen") {
        Some("screen")
    } else {
        None
    }
}

fn history(name: &'static str, messages: &Messages) -> Finding {
    Finding::ok("multiplexer", "doctor-multiplexer", name)
        .noting(messages.text("doctor-multiplexer-history"))
        .fact("name", name)
}

fn clipboard(multiplexer: Option<&str>, messages: &Messages) -> Finding {
    let said = messages.text("doctor-clipboard-way");
    let finding = Finding::ok("clipboard", "doctor-clipboard", said);
    match multiplexer {
        Some("tmux") => finding.noting(messages.text("doctor-clipboard-tmux")),
        Some(_) => finding.noting(messages.text("doctor-clipboard-screen")),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::commands::doctor::finding::State;
    use crate::i18n::Language;

    fn look(is_terminal: bool, environment: &[(&str, &str)]) -> Vec<(&'static str, State)> {
        let variable = |name: &str| {
            let found = environment.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let capabilities = Capabilities::of(is_terminal, variable);
        let messages = Messages::of(Language::En);
        findings(is_terminal, capabilities, &variable, messages)
            .iter()
            .filter(|finding| finding.id != "size")
            .map(|finding| (finding.id, finding.state))
            .collect()
    }

    #[test]
    fn terminals_are_distinguished() {
        use State::{Note, Off, Ok};
        let plain = [("TERM", "xterm"), ("LANG", "fr_CA.UTF-8")];
        let fine = [
            ("terminal", Ok),
            ("colours", Ok),
            ("locale", Ok),
            ("clipboard", Ok),
        ];
        assert_eq!(look(true, &plain), fine);
        assert_eq!(look(false, &plain), fine, "a pipe is no fault");
        let dumb = look(true, &[("TERM", "dumb"), ("LANG", "C.UTF-8")]);
        assert_eq!(dumb[0], ("terminal", Note));
        assert_eq!(look(true, &[("TERM", "xterm")])[2], ("locale", Off));
        for (name, value) in [
            ("TMUX", "/tmp/s,1,0"),
            ("STY", "1.pts-0"),
            ("TERM", "screen"),
        ] {
            let kept = look(true, &[(name, value), ("LANG", "C.UTF-8")]);
            assert_eq!(
                kept[3..],
                [("clipboard", Note), ("multiplexer", Note)],
                "{name}"
            );
        }
    }

    #[test]
    fn small_and_unknown_sizes_are_reported() {
        let messages = Messages::of(Language::En);
        let state = |width, height| size(width, height, messages).state;
        assert_eq!(state(80, 24), State::Ok);
        assert_eq!(state(30, 8), State::Ok);
        assert_eq!(state(29, 24), State::Off);
        assert_eq!(state(80, 7), State::Off);
        assert_eq!(state(0, 0), State::Note);
    }
}
