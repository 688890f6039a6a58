//! The program under test.

use havre::assets::Assets;
use havre::guide::PageId;
use havre::i18n::Language;

use super::support::{Setup, Terminal};

/// Where the program is.
pub const PATH: &str = env!("CARGO_BIN_EXE_havre");

/// So that it opens on a tab with a list and what is read, rather than on the questions of the first run.
pub const ARGUMENTS: [&str; 6] = ["--lang", "en", "--region", "ON", "--tab", "1"];

/// The first topic, selected.
pub const FIRST: &str = ">  Immediate danger";

/// The second topic, selected.
pub fn second() -> String {
    let guide = Assets::embedded().guide(Language::En);
    let (_, title) = guide.outline(PageId::Reporting).topics[1];
    format!(">  {title}")
}

/// The program by itself.
pub fn setup() -> Setup {
    Setup::of(PATH).args(ARGUMENTS)
}

/// The program by itself, once it has painted.
pub fn start() -> Terminal {
    painted(setup())
}

/// A shell script in which `"$0" "$@"` is the program.
pub fn script(script: &str) -> Setup {
    Setup::of("/bin/sh")
        .args(["-c", script, PATH])
        .args(ARGUMENTS)
}

/// The program, however it is started, once it has painted.
pub fn painted(setup: Setup) -> Terminal {
    let terminal = setup.start();
    wait_until_painted(&terminal);
    terminal
}

/// Waits until the whole of the screen is there, and no more than that.
#[track_caller]
pub fn wait_until_painted(terminal: &Terminal) {
    terminal.wait_for("the program's screen", |screen| {
        let contents = screen.contents();
        screen.alternate_screen()
            && contents.contains("\n 0 Now [1 Reporting] 2 Services")
            && contents.contains(FIRST)
            && contents.ends_with("q quit")
    });
}
