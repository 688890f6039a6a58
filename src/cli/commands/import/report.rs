//! Report of an import, in words and as JSON.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::known::ReplacedContact;
use super::own::{Batch, ImportResult, JudgedContact};
use crate::cli::context::Context;
use crate::cli::output::printing;
use crate::cli::own;
use crate::directory::Region;
use crate::directory::namesake::Known;
use crate::interchange::{LeftOut, Remark, RemarkReason, region_of_number};

/// Largest number of remarks of one kind that are printed; of more, only the number is printed.
const MOST: usize = 8;

/// Largest number of contacts of the directory that are printed.
const MOST_KNOWN: usize = 50;

/// Prints imported contacts to standard output, and remarks to standard error.
pub(super) fn words(
    context: &mut Context<'_>,
    batch: &Batch,
    judged: &[JudgedContact<'_>],
    dry: bool,
) -> anyhow::Result<()> {
    for one in judged
        .iter()
        .filter(|one| one.result == ImportResult::Taken)
    {
        let line = format!("{}  {}  {}", one.id, one.contact.name, one.numbers());
        context.text(&line)?;
    }
    for one in judged {
        conflict(context, one, dry)?;
    }
    other_provinces(context, judged)?;
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
    let count = |result| judged.iter().filter(|one| one.result == result).count();
    let id = if dry {
        "import-would-take"
    } else {
        "import-taken"
    };
    let taken = count(ImportResult::Taken) + count(ImportResult::Replaced);
    let counts = [
        ("rows", rows.into()),
        ("taken", taken.into()),
        (
            "known",
            (count(ImportResult::Known) + count(ImportResult::Differs)).into(),
        ),
    ];
    let told = context.messages.format(id, &counts);
    context.text(&told)?;
    if taken > 0 && !dry {
        context.say("import-where", &[])?;
    }
    Ok(())
}

/// Prints the contact of the list that another one contradicts or replaces.
fn conflict(context: &mut Context<'_>, one: &JudgedContact<'_>, dry: bool) -> anyhow::Result<()> {
    let id = match (one.result, &one.yours) {
        (ImportResult::Replaced, _) if dry => "import-would-replace",
        (ImportResult::Replaced, _) => "import-replaced",
        (ImportResult::Differs, Some(_)) => "import-differs",
        (ImportResult::Differs, None) => "import-differs-here",
        _ => return Ok(()),
    };
    let yours = one.yours.as_ref();
    let fields = yours.map_or(&[][..], |yours| &yours.fields);
    let fields: Vec<String> = fields
        .iter()
        .map(|field| context.messages.text(field.message_id()))
        .collect();
    let row = one.row.to_string();
    let arguments = [
        ("file", one.file),
        ("row", &row),
        ("name", &one.contact.name),
        ("numbers", &one.numbers()),
        ("fields", &fields.join(", ")),
        ("id", yours.map_or("", |yours| &yours.id)),
        (
            "yours",
            &yours.map_or_else(String::new, ReplacedContact::numbers),
        ),
    ];
    context.warn(id, &arguments)
}

/// Prints the contacts with a number of another province than theirs.
fn other_provinces(context: &mut Context<'_>, judged: &[JudgedContact<'_>]) -> anyhow::Result<()> {
    for one in judged
        .iter()
        .filter(|one| one.result != ImportResult::Known)
    {
        let mut phones = one.contact.phones.iter();
        let other = phones.find_map(|phone| {
            let province = region_of_number(&phone.number)?;
            (province != one.contact.region).then_some((phone, province))
        });
        let Some((phone, province)) = other.filter(|_| one.contact.region != Region::Ca) else {
            continue;
        };
        let arguments = [
            ("file", one.file),
            ("row", &one.row.to_string()),
            ("name", &one.contact.name),
            ("number", &phone.number),
            ("province", &context.messages.text(&province.message_id())),
            (
                "region",
                &context.messages.text(&one.contact.region.message_id()),
            ),
        ];
        context.warn("import-other-province", &arguments)?;
    }
    Ok(())
}

/// Prints the contacts that the directory has, too, with its numbers.
fn known_there(context: &mut Context<'_>, judged: &[JudgedContact<'_>]) -> anyhow::Result<()> {
    let directory = context.directory()?;
    let known = Known::of(directory.contacts());
    let taken = judged
        .iter()
        .filter(|one| one.result == ImportResult::Taken);
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
        kinds.entry(remark.reason.slug()).or_default().push(remark);
    }
    for alike in kinds.into_values() {
        let is_many = alike.len() > MOST;
        let one_by_one = match alike[0].reason {
            RemarkReason::NoNumber if is_many => 0,
            // Nothing is lost with these.
            RemarkReason::Kept | RemarkReason::Scheme if is_many => MOST,
            _ => alike.len(),
        };
        let more = alike.len() - one_by_one;
        for remark in alike.iter().take(one_by_one) {
            let place = place(context, file, remark);
            let why = said(context, remark);
            context.warn("import-remark", &[("place", &place), ("why", &why)])?;
        }
        if more > 0 && one_by_one > 0 {
            let more = [("count", more.into())];
            let more = context.messages.format("import-more-alike", &more);
            context.caution(&more)?;
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
    let changed = remark.changed.iter();
    parts.extend(changed.map(|field| context.messages.text(field.message_id())));
    if !remark.field.is_empty() {
        parts.push(remark.field.clone());
    }
    parts.join(", ")
}

fn said(context: &Context<'_>, remark: &Remark) -> String {
    let mut arguments = vec![("text", remark.text.clone().into())];
    if let RemarkReason::WrongCharacter(character) = remark.reason {
        arguments.push(("character", character.to_string().into()));
    }
    context
        .messages
        .format(remark.reason.message_id(), &arguments)
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
    field: String,
    text: &'a str,
    why: &'a str,
    refused: bool,
}

/// Returns the field of a remark for programs: its name in the file, or those of the changed fields.
fn field_of(remark: &Remark) -> String {
    if remark.changed.is_empty() {
        return remark.field.clone();
    }
    let changed = remark.changed.iter().map(|field| field.slug());
    changed.collect::<Vec<_>>().join(", ")
}

/// Prints the same as JSON.
pub(super) fn json(
    context: &mut Context<'_>,
    batch: &Batch,
    judged: &[JudgedContact<'_>],
    dry: bool,
) -> anyhow::Result<()> {
    let remarks = batch.files.iter().flat_map(|(file, reading)| {
        reading.remarks.iter().map(move |remark| RemarkJson {
            file,
            row: remark.row,
            field: field_of(remark),
            text: &remark.text,
            why: remark.reason.slug(),
            refused: remark.reason.refuses(),
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
            "fate": match one.result {
                ImportResult::Taken => "taken",
                ImportResult::Known => "known",
                ImportResult::Replaced => "replaced",
                ImportResult::Differs => "differs",
            },
            "yours": one.yours.as_ref().map(|yours| json!({
                "id": yours.id,
                "numbers": yours.numbers(),
                "differs": yours.fields.iter().map(|field| field.slug()).collect::<Vec<_>>(),
            })),
            "contact": one.contact,
        })
    });
    let left_out = left_out(batch)
        .into_iter()
        .map(|(kind, count)| (kind.slug().to_owned(), Value::from(count)));
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
