//! The program under test.

use havre::assets::Assets;
use havre::guide::PageId;
use havre::i18n::Language;

use super::support::{Setup, Terminal};

/// Path of the program.
pub const PATH: &str = env!("CARGO_BIN_EXE_havre");

/// Arguments that open a tab with a list and a reader, instead of the questions of the first run.
pub const ARGUMENTS: [&str; 6] = ["--lang", "en", "--region", "ON", "--tab", "1"];

/// First topic, selected.
pub const FIRST: &str = ">  Immediate danger";

/// Second topic, selected.
pub fn second() -> String {
    let guide = Assets::embedded().guide(Language::En);
    let (_, title) = guide.outline(PageId::Reporting).topics[1];
    format!(">  {title}")
}

/// Sets up the program alone.
pub fn setup() -> Setup {
    Setup::of(PATH).args(ARGUMENTS)
}

/// Starts the program alone, and waits until it has painted.
pub fn start() -> Terminal {
    painted(setup())
}

/// Sets up a shell script in which `"$0" "$@"` is the program.
pub fn script(script: &str) -> Setup {
    Setup::of("/bin/sh")
        .args(["-c", script, PATH])
        .args(ARGUMENTS)
}

/// Starts the program, and waits until it has painted.
pub fn painted(setup: Setup) -> Terminal {
    let terminal = setup.start();
    wait_until_painted(&terminal);
    terminal
}

/// Waits until the whole screen is painted.
#[track_caller]
pub fn wait_until_painted(terminal: &Terminal) {
    terminal.wait_for("the program's screen", |screen| {
        let contents = screen.contents();
        screen.alternate_screen()
            && contents.contains("\n 0 Now [1 Reporting] 2 Services")
            && contents.contains(FIRST)
            && contents.trim_end().ends_with("q quit")
    });
}
