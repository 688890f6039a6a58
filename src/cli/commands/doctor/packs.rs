//! Finding on the packs: which are in use, and which are not.

use super::finding::Finding;
use crate::assets::Assets;
use crate::cli::commands::packs;
use crate::directory::load::LoadError;
use crate::directory::packs::{Folders, Opened, merge};
use crate::i18n::Messages;

/// Returns the finding on the packs in these folders.
pub fn finding(folders: &Folders, messages: &Messages) -> Result<Finding, LoadError> {
    let Opened {
        packs,
        superseded,
        refused,
    } = folders.open();
    let changes = merge::changes(Assets::embedded().contacts()?, &packs);
    let lines = packs.iter().zip(&changes);
    let lines = lines.map(|(pack, changes)| packs::in_use(pack, changes, messages));
    let said: Vec<String> = lines.collect();
    let said = if said.is_empty() {
        messages.text("doctor-packs-none")
    } else {
        said.join("; ")
    };
    let held: usize = packs.iter().map(|pack| pack.held().len()).sum();
    let finding = Finding::ok("packs", "doctor-packs", said)
        .fact("packs", packs.len())
        .fact("held", held)
        .fact("refused", refused.len());
    let mut wrong: Vec<String> = refused.iter().map(|error| error.say(messages)).collect();
    wrong.extend(packs.iter().filter_map(|pack| pack.message(messages)));
    wrong.extend(superseded.iter().map(|pack| {
        let path = pack.path.display().to_string();
        messages.format("packs-superseded", &[("path", path.into())])
    }));
    if held > 0 {
        wrong.push(messages.format("doctor-packs-held", &[("count", held.into())]));
    }
    Ok(if wrong.is_empty() {
        finding
    } else {
        finding.off(wrong.join(" "))
    })
}
