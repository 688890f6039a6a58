//! Words requested by the scripts: ids of contacts, names of packs, codes of regions, names of towns.

use std::collections::BTreeSet;

use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::output::tsv;
use crate::cli::own;
use crate::clock;
use crate::directory::Region;
use crate::i18n::folding::fold;
use crate::places::Places;

/// Prints the words of a kind with this beginning, one a line, ignoring case and accents. An id is
/// followed by a tab and the contact's name.
///
/// # Errors
/// If the output cannot be written, or the directory cannot be read.
pub(super) fn print(kind: &str, start: &str, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let lines = match kind {
        "ids" => ids(start, context)?,
        "packs" => packs(start, context)?,
        "places" => places(start, context),
        "towns" => towns(start, context),
        _ => Vec::new(),
    };
    for line in &lines {
        writeln!(context.stdout, "{line}")?;
    }
    Ok(if lines.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Done
    })
}

fn ids(start: &str, context: &mut Context<'_>) -> anyhow::Result<Vec<String>> {
    let assets = context.assets()?;
    let team_lists = context.folders()?.team_lists();
    let paths = context.paths()?;
    let list = crate::bookmarks::peek(&paths.bookmarks(), clock::now());
    let contacts = assets.contacts_with(own::contacts(&list, &team_lists))?;
    let language = context.messages.language();
    let found = contacts
        .iter()
        .filter(|contact| contact.id.starts_with(start));
    let lines = found.map(|contact| tsv::row(&[&contact.id, contact.name(language)]));
    Ok(lines.collect())
}

/// Returns the names of the packs.
fn packs(start: &str, context: &Context<'_>) -> anyhow::Result<Vec<String>> {
    let packs = context.folders()?.open().packs.into_iter();
    let names = packs.map(|pack| pack.header.name);
    Ok(names.filter(|name| name.starts_with(start)).collect())
}

/// Returns the codes of regions with this beginning, otherwise towns: a letter or two request a
/// province.
fn places(start: &str, context: &Context<'_>) -> Vec<String> {
    let codes = Region::ALL.map(Region::code).into_iter();
    let letters = start.to_ascii_uppercase();
    let codes = codes.filter(|code| code.starts_with(&letters));
    let codes: Vec<String> = codes.map(str::to_owned).collect();
    if codes.is_empty() {
        towns(start, context)
    } else {
        codes
    }
}

fn towns(start: &str, context: &Context<'_>) -> Vec<String> {
    let language = context.messages.language();
    let names = Places::embedded().all();
    let names: BTreeSet<&str> = names.map(|(_, place)| place.name.get(language)).collect();
    let start = fold(start).text;
    let begins = |name: &&str| fold(name).text.starts_with(&start);
    let names = names.into_iter().filter(begins);
    names.map(str::to_owned).collect()
}
