//! Report of an import, in words and as JSON.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::own::{Batch, Fate, Judged};
use crate::cli::context::Context;
use crate::cli::output::printing;
use crate::cli::own;
use crate::directory::namesake::Known;
use crate::interchange::{LeftOut, Remark, Why};

/// Largest number of remarks of one kind that are printed; of more, only the number is printed.
const MOST: usize = 8;

/// Largest number of contacts of the directory that are printed.
const MOST_KNOWN: usize = 50;

/// Prints imported contacts to standard output, and remarks to standard error.
pub(super) fn words(
    context: &mut Context<'_>,
    batch: &Batch,
    judged: &[Judged<'_>],
    dry: bool,
) -> anyhow::Result<()> {
    for one in judged.iter().filter(|one| one.fate == Fate::Taken) {
        let line = format!("{}  {}  {}", one.id, one.contact.name, one.numbers());
        context.text(&line)?;
    }
    for one in judged.iter().filter(|one| one.fate == Fate::Differs) {
        let row = one.row.to_string();
        let arguments = [
            ("file", one.file),
            ("row", &row),
            ("name", &one.contact.name),
            ("numbers", &one.numbers()),
        ];
        context.warn("import-differs", &arguments)?;
    }
    known_there(context, judged)?;
    for (file, reading) in &batch.files {
        remarks(context, file, &reading.remarks)?;
    }
    let left_out = left_out(batch);
    if !left_out.is_empty() {
        let each = left_out.iter().map(|(kind, count)| {
            let count = [("count", (*count).into())];
            context.messages.format(kind.message_id(), &count)
        });
        let fields = each.collect::<Vec<_>>().join(", ");
        context.warn("import-left-out", &[("fields", &fields)])?;
    }
    let rows: usize = batch.files.iter().map(|(_, reading)| reading.rows).sum();
    let count = |fate| judged.iter().filter(|one| one.fate == fate).count();
    let id = if dry {
        "import-would-take"
    } else {
        "import-taken"
    };
    let counts = [
        ("rows", rows.into()),
        ("taken", count(Fate::Taken).into()),
        ("known", (count(Fate::Known) + count(Fate::Differs)).into()),
    ];
    let told = context.messages.format(id, &counts);
    context.text(&told)
}

/// Prints the contacts that the directory has, too, with its numbers.
fn known_there(context: &mut Context<'_>, judged: &[Judged<'_>]) -> anyhow::Result<()> {
    let directory = context.directory()?;
    let known = Known::of(directory.contacts());
    let taken = judged.iter().filter(|one| one.fate == Fate::Taken);
    let told = taken.filter_map(|one| {
        let own = one.contact.to_contact(&one.id, context.now);
        own::known_there(&own, &known, context.messages)
    });
    let told: Vec<String> = told.collect();
    for line in told.iter().take(MOST_KNOWN) {
        context.caution(line)?;
    }
    if let Some(more) = told.len().checked_sub(MOST_KNOWN).filter(|more| *more > 0) {
        let more = [("count", more.into())];
        let more = context.messages.format("packs-import-more", &more);
        context.caution(&more)?;
    }
    Ok(())
}

/// Prints the remarks on a file: few of a kind one by one, many as one sentence.
fn remarks(context: &mut Context<'_>, file: &str, remarks: &[Remark]) -> anyhow::Result<()> {
    let mut kinds: BTreeMap<&'static str, Vec<&Remark>> = BTreeMap::new();
    for remark in remarks {
        kinds
            .entry(remark.why.message_id())
            .or_default()
            .push(remark);
    }
    for (why, alike) in kinds {
        let one_by_one = if alike.len() > MOST && why == Why::NoNumber.message_id() {
            0
        } else {
            alike.len()
        };
        for remark in alike.iter().take(one_by_one) {
            let place = place(context, file, remark);
            let why = said(context, remark);
            context.warn("import-remark", &[("place", &place), ("why", &why)])?;
        }
        if one_by_one == 0 {
            let first: Vec<&str> = alike
                .iter()
                .take(3)
                .map(|remark| remark.text.as_str())
                .collect();
            let count = [
                ("file", file.to_owned().into()),
                ("count", alike.len().into()),
                ("names", first.join(", ").into()),
            ];
            let told = context
                .messages
                .format("import-many-without-number", &count);
            context.caution(&told)?;
        }
    }
    Ok(())
}

/// Returns the place of a remark: file, row and field.
fn place(context: &Context<'_>, file: &str, remark: &Remark) -> String {
    let mut parts = vec![file.to_owned()];
    if remark.row > 0 {
        let row = [("row", remark.row.to_string().into())];
        parts.push(context.messages.format("import-row", &row));
    }
    if !remark.field.is_empty() {
        parts.push(remark.field.clone());
    }
    parts.join(", ")
}

fn said(context: &Context<'_>, remark: &Remark) -> String {
    let mut arguments = vec![("text", remark.text.clone().into())];
    if let Why::WrongCharacter(character) = remark.why {
        arguments.push(("character", character.to_string().into()));
    }
    context.messages.format(remark.why.message_id(), &arguments)
}

fn left_out(batch: &Batch) -> BTreeMap<LeftOut, usize> {
    let mut all = BTreeMap::new();
    for (kind, count) in batch
        .files
        .iter()
        .flat_map(|(_, reading)| &reading.left_out)
    {
        *all.entry(*kind).or_default() += count;
    }
    all
}

/// Remark in the JSON output.
#[derive(Serialize)]
struct RemarkJson<'a> {
    file: &'a str,
    row: usize,
    field: &'a str,
    text: &'a str,
    why: &'a str,
    refused: bool,
}

/// Prints the same as JSON.
pub(super) fn json(
    context: &mut Context<'_>,
    batch: &Batch,
    judged: &[Judged<'_>],
    dry: bool,
) -> anyhow::Result<()> {
    let short = |id: &'static str| id.strip_prefix("import-").unwrap_or(id);
    let remarks = batch.files.iter().flat_map(|(file, reading)| {
        reading.remarks.iter().map(move |remark| RemarkJson {
            file,
            row: remark.row,
            field: &remark.field,
            text: &remark.text,
            why: short(remark.why.message_id()),
            refused: remark.why.refuses(),
        })
    });
    let directory = context.directory()?;
    let known = Known::of(directory.contacts());
    let contacts = judged.iter().map(|one| {
        let own = one.contact.to_contact(&one.id, context.now);
        let alike = known.like(&own).map(|alike| {
            json!({
                "id": alike.contact.id,
                "name": alike.contact.name,
                "numbers": alike.contact.numbers(),
                "differs": alike.differs,
            })
        });
        json!({
            "directory": alike,
            "file": one.file,
            "row": one.row,
            "id": one.id,
            "fate": match one.fate {
                Fate::Taken => "taken",
                Fate::Known => "known",
                Fate::Differs => "differs",
            },
            "contact": one.contact,
        })
    });
    let left_out = left_out(batch).into_iter().map(|(kind, count)| {
        let name = kind.message_id().trim_start_matches("import-left-out-");
        (name.to_owned(), Value::from(count))
    });
    let whole = json!({
        "schema": 1,
        "dry_run": dry,
        "rows": batch.files.iter().map(|(_, reading)| reading.rows).sum::<usize>(),
        "contacts": contacts.collect::<Vec<_>>(),
        "remarks": remarks.collect::<Vec<_>>(),
        "left_out": left_out.collect::<serde_json::Map<_, _>>(),
    });
    context.line(&printing::json(&whole)?)
}
