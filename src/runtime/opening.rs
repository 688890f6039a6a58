//! Opening of the worker's files, before the session takes the terminal.

use crate::app::App;
use crate::cli::output::progress::Progress;
use crate::persistence::{Opening, Persistence, ScreenOptions};
use crate::terminal::{self, Capabilities};

/// Opens the worker's files and creates an App from them. Meanwhile Ctrl-X ends the program.
///
/// # Errors
/// If the worker's files have no path, or the content is damaged.
pub(super) fn open(
    options: &ScreenOptions,
    environment: impl Fn(&str) -> Option<String>,
    capabilities: Capabilities,
) -> anyhow::Result<(Persistence, App)> {
    let _ends_at_the_key = terminal::Opening::start();
    let progress = Progress::at_terminal(capabilities.plain, capabilities.utf8);
    let opening = Opening {
        during: &|messages, work| progress.show_while(messages, "progress-index", work),
        give_up: terminal::Opening::restore,
    };
    Persistence::open(options, environment, !capabilities.utf8, opening)
}
