//! Page of one subcommand.

use clap::Command;

use super::roff::{Page, plain};
use super::usage::{about, argument, commands, shown, synopsis};
use super::{STATUS, entries, see_also};
use crate::i18n::Messages;

/// Returns the page of a subcommand with its name in full (`havre search`).
pub fn page(command: &Command, messages: &Messages) -> String {
    let say = |id: &str| messages.text(id);
    let name = format!("havre-{}", command.get_name());
    let mut page = Page::new(&name, &say("man-title"));
    page.section(&say("man-name"));
    let short = plain(&about(command));
    page.line(&format!("{} \\- {short}", plain(&name)));
    page.section(&say("man-synopsis"));
    page.line(&synopsis(command));
    page.section(&say("man-description"));
    page.line(&short);
    if let Some(after) = command.get_after_help() {
        page.paragraph(&plain(&after.to_string()));
    }
    page.section(&say("man-options"));
    for option in shown(command) {
        argument(&mut page, option);
    }
    page.paragraph(&plain(&say("man-shared-options")));
    if command.has_subcommands() {
        page.section(&say("man-commands"));
        commands(&mut page, command);
    }
    entries(&mut page, "man-status", &STATUS, messages);
    see_also(&mut page, std::iter::once("havre".to_owned()), messages);
    page.finish()
}
