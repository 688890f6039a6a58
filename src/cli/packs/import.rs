//! `havre import` of a directory: converts HSDS files to a pack.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use super::{failure, folders, print};
use crate::cli::progress::{Steps, Total};
use crate::cli::{Context, Exit, Failure, printing};
use crate::directory::check::is_slug;
use crate::directory::packs::{EMBEDDED, Header, Pack, PackError, VERSION, write};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::interchange::hsds::records::{Broken, Records};
use crate::interchange::hsds::tables::{Package, table_of};
use crate::interchange::hsds::{Converter, Origin, Remark, Why};

/// Largest number of remarks printed without `--all`.
const MOST_SAID: usize = 50;
/// Largest table of a package, in bytes.
const LARGEST_TABLE: u64 = 1 << 30;
/// Version of the JSON output.
const SCHEMA: u8 = 1;

/// Arguments of an import.
#[derive(Debug)]
pub struct Request {
    /// Files, or folders of tables.
    pub files: Vec<PathBuf>,
    /// Name of the pack; `None` for that of the first file.
    pub name: Option<String>,
    /// True to write nothing.
    pub dry_run: bool,
    /// True for a report as JSON.
    pub json: bool,
}

impl Request {
    /// Creates a request to add packs.
    pub const fn of_packs(files: Vec<PathBuf>, dry_run: bool) -> Self {
        Self {
            files,
            name: None,
            dry_run,
            json: false,
        }
    }
}

/// Result of an import.
struct Done {
    taken: usize,
    dropped: usize,
    merged: usize,
    refused: bool,
    remarks: Vec<Remark>,
    more_remarks: usize,
}

/// Reason for the early end of an import.
enum Stopped {
    /// Unreadable input.
    Input(PathBuf, io::Error),
    /// Broken input.
    Broken(PathBuf, Broken),
    /// Failed output.
    Output(io::Error),
}

/// Report in the output of `--json`.
#[derive(Serialize)]
struct Report<'a> {
    schema: u8,
    pack: &'a str,
    dry_run: bool,
    taken: usize,
    dropped: usize,
    merged: usize,
    remarks: Vec<Said<'a>>,
    more_remarks: usize,
}

/// Remark in the output of `--json`.
#[derive(Serialize)]
struct Said<'a> {
    file: &'a str,
    row: usize,
    record: &'a str,
    field: &'a str,
    dropped: bool,
    why: String,
}

/// Format of a directory's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Packs.
    Pack,
    /// HSDS files.
    Hsds,
}

/// Returns the kind of directory that the arguments name; `None` for files of contacts.
pub fn kind(matches: &ArgMatches) -> Option<Kind> {
    let asked = matches.get_one::<String>("kind").map(String::as_str);
    let mut files = matches.get_many::<PathBuf>("file").unwrap_or_default();
    match asked {
        Some("pack") => Some(Kind::Pack),
        Some("hsds") => Some(Kind::Hsds),
        Some("auto") => files.next().and_then(|file| kind_of(file)),
        _ => None,
    }
}

/// Detects a pack by its header, HSDS by its first character or the names of its tables. A table of
/// contact persons alone may also come from an address book.
fn kind_of(file: &Path) -> Option<Kind> {
    if file.is_dir() {
        return Some(Kind::Hsds);
    }
    if Pack::open(file, false).is_ok() {
        return Some(Kind::Pack);
    }
    let mut head = Vec::new();
    let mut limited = io::Read::take(File::open(file).ok()?, 1024);
    io::Read::read_to_end(&mut limited, &mut head).ok()?;
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
    let is_json =
        head.trim_ascii_start().starts_with(b"{") || head.trim_ascii_start().starts_with(b"[");
    let table = table_of(&file.to_string_lossy());
    let is_table = table.is_some_and(|table| table != "contacts");
    (is_json || is_table).then_some(Kind::Hsds)
}

/// Runs `havre import` of a directory.
///
/// # Errors
/// If the files cannot be read or the pack cannot be written; then nothing is changed.
pub fn run(kind: Kind, matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let files = matches.get_many::<PathBuf>("file").unwrap_or_default();
    let request = Request {
        files: files.cloned().collect(),
        name: matches.get_one::<String>("name").cloned(),
        dry_run: matches.get_flag("dry-run"),
        json: matches.get_flag("json"),
    };
    match kind {
        Kind::Pack => super::add(context, &request),
        Kind::Hsds => hsds(&request, context),
    }
}

/// Converts HSDS files to a pack.
///
/// # Errors
/// If the files cannot be read or the pack cannot be written; then nothing is changed.
fn hsds(request: &Request, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let messages = context.messages;
    let name = match &request.name {
        Some(name) => name.clone(),
        None => name_of(&request.files),
    };
    if !is_slug(&name) || name.len() > 64 || name == EMBEDDED {
        return Err(Failure::new(Exit::Usage, messages.text("packs-import-name")).into());
    }
    let folders = folders(context)?;
    let today = jiff::ZonedDateTime::now().date().to_string();
    let header = Header {
        version: VERSION,
        name: name.clone(),
        publisher: name.clone(),
        licence: messages.text("packs-import-licence"),
        date: today.clone(),
        corrections_to: None,
        imported: Some("HSDS".to_owned()),
    };
    let origin = Origin {
        pack: name.clone(),
        date: today,
        region: context.whereabouts.map(|asked| asked.region),
    };
    let progress = context.progress;
    let mut done = Err(Stopped::Output(io::ErrorKind::Other.into()));
    let mut convert = |output: &mut dyn Write| {
        done = progress.during(messages, "progress-import", Total::Unknown, |steps| {
            convert(request, &header, origin.clone(), output, steps)
        });
        match &done {
            Ok(done) if done.taken > 0 => Ok(()),
            // An incomplete file does not replace the old pack.
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    };
    let written = if request.dry_run {
        let _ = convert(&mut io::sink());
        Ok(())
    } else {
        folders.write(&name, convert)
    };
    let done = match (done, written) {
        (Err(Stopped::Input(path, source)), _) => {
            return Err(failure(&PackError::Io { path, source }, messages).into());
        }
        (Err(Stopped::Broken(path, broken)), _) => {
            let said = broken_words(&path, &broken, messages);
            return Err(Failure::new(Exit::BadData, said).into());
        }
        (Err(Stopped::Output(_)), Err(error)) => return Err(failure(&error, messages).into()),
        (Err(Stopped::Output(error)), Ok(())) => return Err(error.into()),
        (Ok(done), Err(error)) if done.taken > 0 => return Err(failure(&error, messages).into()),
        (Ok(done), _) => done,
    };
    report(request, &name, &done, context)?;
    Ok(match done.taken {
        0 => Exit::NothingFound,
        _ if done.refused => Exit::BadData,
        _ => Exit::Done,
    })
}

/// Returns a name for the pack of these files: that of the first, or of its folder.
fn name_of(files: &[PathBuf]) -> String {
    let stem = files.first().and_then(|file| file.file_stem());
    let stem = stem.map(|stem| stem.to_string_lossy().to_lowercase());
    let stem = stem.unwrap_or_default();
    let words = stem.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn convert(
    request: &Request,
    header: &Header,
    origin: Origin,
    output: &mut dyn Write,
    steps: &Steps,
) -> Result<Done, Stopped> {
    write::line(header, output).map_err(Stopped::Output)?;
    let mut sink = |contact: &_| {
        steps.step();
        write::contact(contact, output)
    };
    let mut converter = Converter::new(origin, &mut sink);
    let mut package = Package::default();
    for path in &request.files {
        read(path, &mut package, &mut converter)?;
    }
    tables(package, &mut converter).map_err(Stopped::Output)?;
    converter.finish().map_err(Stopped::Output)?;
    Ok(Done {
        taken: converter.taken,
        dropped: converter.dropped,
        merged: converter.merged,
        refused: converter.refused,
        remarks: converter.remarks,
        more_remarks: converter.more_remarks,
    })
}

/// Reads a file or a folder. Tables are held until all are read.
fn read(path: &Path, package: &mut Package, converter: &mut Converter<'_>) -> Result<(), Stopped> {
    let input = |error| Stopped::Input(path.to_owned(), error);
    let metadata = std::fs::metadata(path).map_err(input)?;
    if metadata.is_dir() {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(path)
            .map_err(input)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| table_of(&path.to_string_lossy()).is_some())
            .collect();
        paths.sort();
        return paths
            .iter()
            .try_for_each(|path| read(path, package, converter));
    }
    converter.file = path.display().to_string();
    let file = File::open(path).map_err(input)?;
    if table_of(&converter.file).is_some() {
        let mut bytes = Vec::new();
        let mut limited = io::Read::take(file, LARGEST_TABLE);
        io::Read::read_to_end(&mut limited, &mut bytes).map_err(input)?;
        package.add(&path.display().to_string(), &bytes);
        return Ok(());
    }
    let mut records = Records::of(BufReader::with_capacity(256 * 1024, file));
    let mut count = 0;
    loop {
        let next = records.next_record();
        match next.map_err(|broken| Stopped::Broken(path.to_owned(), broken))? {
            Some(raw) => {
                count = raw.number;
                let taken = converter.json(raw.number, &raw.json);
                taken.map_err(Stopped::Output)?;
            }
            None => break,
        }
    }
    if let Some(all) = records.total.filter(|all| *all != count as u64) {
        converter.about_file(Why::Page { here: count, all });
    }
    Ok(())
}

fn tables(mut package: Package, converter: &mut Converter<'_>) -> io::Result<()> {
    for (file, line) in std::mem::take(&mut package.ragged) {
        converter.file = file;
        converter.about_row(line, Why::Ragged);
    }
    if package.is_empty() {
        return Ok(());
    }
    if !package.has_records() {
        converter.about_file(Why::Alone);
        return Ok(());
    }
    converter.file = package.main_file().to_owned();
    package.each(|joined| converter.record(joined.line, &joined.record))
}

fn broken_words(path: &Path, broken: &Broken, messages: &Messages) -> String {
    let file = path.display().to_string();
    let (id, line) = match broken {
        Broken::Io(source) => {
            let words = [("path", file.into()), ("reason", source.to_string().into())];
            return messages.format("pack-unreadable", &words);
        }
        Broken::CutOff { line } => ("packs-import-cut-off", line),
        Broken::Unexpected { line } => ("packs-import-unexpected", line),
        Broken::TooLarge { line } => ("packs-import-too-large", line),
    };
    let at = format!("{file}:{line}");
    printable(&messages.format(id, &[("at", at.into())]))
}

fn report(
    request: &Request,
    name: &str,
    done: &Done,
    context: &mut Context<'_>,
) -> anyhow::Result<()> {
    let messages = context.messages;
    if request.json {
        let said = done.remarks.iter().map(|remark| Said {
            file: &remark.file,
            row: remark.row,
            record: &remark.record,
            field: &remark.field,
            dropped: remark.why.drops(),
            why: remark.why.say(messages),
        });
        let report = Report {
            schema: SCHEMA,
            pack: name,
            dry_run: request.dry_run,
            taken: done.taken,
            dropped: done.dropped,
            merged: done.merged,
            remarks: said.collect(),
            more_remarks: done.more_remarks,
        };
        return print(context, &printing::json(&report)?);
    }
    for remark in done.remarks.iter().take(MOST_SAID) {
        let line = printable(&remark_line(remark, messages));
        writeln!(context.stderr, "{line}")?;
    }
    let more = done.remarks.len().saturating_sub(MOST_SAID) + done.more_remarks;
    if more > 0 {
        let said = messages.format("packs-import-more", &[("count", more.into())]);
        writeln!(context.stderr, "{said}")?;
    }
    let counts = [
        ("name", name.to_owned().into()),
        ("taken", done.taken.into()),
        ("dropped", done.dropped.into()),
        ("merged", done.merged.into()),
    ];
    let id = match (done.taken, request.dry_run) {
        (0, _) => "packs-import-nothing",
        (_, true) => "packs-import-would",
        (_, false) => "packs-import-done",
    };
    print(context, &messages.format(id, &counts))
}

/// Formats `file:row: record: field: reason`.
fn remark_line(remark: &Remark, messages: &Messages) -> String {
    let mut line = match remark.row {
        0 => format!("{}: ", remark.file),
        row => format!("{}:{row}: ", remark.file),
    };
    for part in [&remark.record, &remark.field] {
        if !part.is_empty() {
            line.extend([part, ": "]);
        }
    }
    line + &remark.why.say(messages)
}
