//! Report of an import of HSDS files.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::import::Request;
use super::json::ShownOverride;
use super::overrides::Overriding;
use super::{add, differences, print};
use crate::cli::context::Context;
use crate::cli::output::printing;
use crate::directory::packs::Header;
use crate::directory::packs::difference::Differences;
use crate::directory::packs::field_in_words;
use crate::directory::packs::vital::WithheldLine;
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::interchange::hsds::{HsdsRemark, Secrets};

/// Greatest number of printed remarks; `--json` has all of them.
const MOST_SAID: usize = 50;
/// Version of the JSON output.
const SCHEMA: u8 = 1;

/// Result of an import.
pub(super) struct Done {
    pub(super) taken: usize,
    pub(super) dropped: usize,
    pub(super) merged: usize,
    pub(super) refused: bool,
    pub(super) remarks: Vec<HsdsRemark>,
    pub(super) more_remarks: usize,
    /// Secret records that were read after open ones of the same id or address, which were passed on with it:
    /// the conversion is to be repeated.
    pub(super) secrets: Option<Secrets>,
    /// True if a large part of the program's contacts is taken away.
    pub(super) takes_much: bool,
}

impl Done {
    /// Returns true if the pack is whole, and may replace the old one.
    pub(super) const fn is_complete(&self) -> bool {
        self.taken > 0 && self.secrets.is_none() && !self.takes_much
    }
}

/// Report in the JSON output.
#[derive(Serialize)]
struct ReportJson<'a> {
    schema: u8,
    pack: &'a str,
    dry_run: bool,
    taken: usize,
    dropped: usize,
    merged: usize,
    /// Number of records that say the same as the program's, and are left out.
    known: usize,
    /// Contacts of the program that are replaced.
    replaces: Vec<ShownOverride<'a>>,
    /// Contacts of the program that are taken away.
    removes: Vec<ShownOverride<'a>>,
    /// Numbers on which a life may depend, which are not replaced.
    held: &'a [WithheldLine],
    remarks: Vec<Said<'a>>,
    more_remarks: usize,
    /// Date of the pack that it replaces.
    instead_of: Option<&'a str>,
    #[serde(flatten)]
    differences: differences::ChangesJson<'a>,
}

/// Changes by an import.
pub(super) struct Changed<'a> {
    /// Header of the pack that it replaces.
    pub(super) installed: Option<&'a Header>,
    pub(super) found: &'a Differences,
    pub(super) bookmarks: &'a HashSet<String>,
    /// Results for the program's contacts.
    pub(super) overriding: &'a Overriding,
}

/// Remark in the JSON output.
#[derive(Serialize)]
struct Said<'a> {
    file: &'a str,
    row: usize,
    record: &'a str,
    field: &'a str,
    dropped: bool,
    why: String,
}

/// Reports the result of an import of HSDS files and its changes.
///
/// # Errors
/// If the report cannot be printed.
pub(super) fn report(
    request: &Request,
    name: &str,
    done: &Done,
    changed: &Changed<'_>,
    context: &mut Context<'_>,
) -> anyhow::Result<()> {
    let messages = context.messages;
    if request.json {
        return print(context, &json(request, name, done, changed, messages)?);
    }
    let groups = groups(&done.remarks, messages);
    for alike in groups.iter().take(MOST_SAID) {
        let line = printable(&group_line(alike, messages));
        writeln!(context.stderr, "{line}")?;
    }
    let unsaid = groups.iter().skip(MOST_SAID);
    let more = unsaid.map(Vec::len).sum::<usize>() + done.more_remarks;
    if more > 0 {
        let said = messages.format("packs-import-more", &[("count", more.into())]);
        writeln!(context.stderr, "{said}")?;
    }
    let counts = [
        ("name", name.to_owned().into()),
        (
            "taken",
            (done.taken - changed.overriding.held_records()).into(),
        ),
        ("dropped", done.dropped.into()),
        ("merged", done.merged.into()),
    ];
    let id = match (done.taken, request.dry_run) {
        (0, _) if changed.overriding.known > 0 => "packs-import-nothing-new",
        (0, _) => "packs-import-nothing",
        (_, true) => "packs-import-would",
        (_, false) => "packs-import-done",
    };
    print(context, &messages.format(id, &counts))?;
    changed.overriding.tell(context)?;
    if done.taken > 0 && changed.installed.is_some() {
        add::tell_differences(context, changed.found, changed.bookmarks)?;
    }
    Ok(())
}

/// Returns the report for programs.
fn json(
    request: &Request,
    name: &str,
    done: &Done,
    changed: &Changed<'_>,
    messages: &Messages,
) -> serde_json::Result<String> {
    let said = done.remarks.iter().map(|remark| Said {
        file: &remark.file,
        row: remark.row,
        record: &remark.record,
        field: &remark.field,
        dropped: remark.why.drops(),
        why: remark.why.say(messages),
    });
    let overriding = changed.overriding;
    let replaces = overriding.replaced.iter();
    let replaces = replaces.map(|(one, _)| ShownOverride::from(one));
    let report = ReportJson {
        schema: SCHEMA,
        pack: name,
        dry_run: request.dry_run,
        taken: done.taken,
        dropped: done.dropped,
        merged: done.merged,
        known: overriding.known,
        replaces: replaces.collect(),
        removes: overriding.removed.iter().map(ShownOverride::from).collect(),
        held: &overriding.held,
        remarks: said.collect(),
        more_remarks: done.more_remarks,
        instead_of: changed.installed.map(|header| header.date.as_str()),
        differences: differences::ChangesJson::of(changed.found, changed.bookmarks),
    };
    printing::json(&report)
}

/// Groups the remarks that differ in their row and record alone, in the order of the first of each.
fn groups<'a>(remarks: &'a [HsdsRemark], messages: &Messages) -> Vec<Vec<&'a HsdsRemark>> {
    let mut groups: Vec<Vec<&HsdsRemark>> = Vec::new();
    let mut indexes = HashMap::new();
    for remark in remarks {
        let key = (&remark.file, &remark.field, remark.why.kind().say(messages));
        let index = *indexes.entry(key).or_insert(groups.len());
        match groups.get_mut(index) {
            Some(group) => group.push(remark),
            None => groups.push(vec![remark]),
        }
    }
    groups
}

/// Formats a remark, and the number of those like it.
fn group_line(alike: &[&HsdsRemark], messages: &Messages) -> String {
    let [first, rest @ ..] = alike else {
        return String::new();
    };
    let line = remark_line(first, messages);
    let Some(last) = rest.last() else {
        return line;
    };
    let more = [
        ("count", rest.len().into()),
        ("last", last.row.to_string().into()),
    ];
    format!("{line} {}", messages.format("packs-import-alike", &more))
}

/// Formats `file:row: record: field: reason`.
fn remark_line(remark: &HsdsRemark, messages: &Messages) -> String {
    let place = match remark.row {
        0 => remark.file.clone(),
        row => format!("{}:{row}", remark.file),
    };
    let field = field_in_words(&remark.field, messages);
    let parts = [remark.record.clone(), field, remark.why.say(messages)];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.fold(place, |place, why| {
        messages.format(
            "import-remark",
            &[("place", place.into()), ("why", why.into())],
        )
    })
}
