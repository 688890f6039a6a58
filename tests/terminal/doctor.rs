//! `havre doctor` on a real terminal, as read aloud on the phone.

use super::program;
use super::support::Setup;

/// Returns the output on a terminal of this width.
fn said(columns: u16, language: &str) -> Vec<String> {
    let arguments = ["doctor", "--lang", language, "--data-dir", "files"];
    let setup = Setup::of(program::PATH).args(arguments);
    let mut terminal = setup.size(columns, 60).start();
    assert_eq!(terminal.wait_for_end(), 0, "{}", terminal.contents());
    let end = if language == "en" {
        "Nothing is off."
    } else {
        "Tout va bien."
    };
    terminal.wait_for_text(end);
    let contents = terminal.contents();
    contents
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

#[test]
fn it_knows_the_terminal_and_fits_into_it() {
    for language in ["en", "fr"] {
        for columns in [40, 80, 200] {
            let lines = said(columns, language);
            let terminal = lines.iter().find(|line| line.contains("xterm-256color"));
            let terminal = terminal.unwrap_or_else(|| panic!("{lines:#?}"));
            assert_eq!(
                terminal.starts_with("ok  "),
                columns >= 60,
                "beside or below: {terminal}"
            );
            let size = format!("{columns} col");
            assert!(lines.iter().any(|line| line.contains(&size)), "{lines:#?}");
            for line in lines.iter().filter(|line| !line.contains('/')) {
                // Paths are not wrapped, so that they can be copied; the terminal breaks them.
                let wide = line.chars().count();
                assert!(wide <= usize::from(columns.min(80)), "{line}");
            }
        }
    }
}
