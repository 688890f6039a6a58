//! Opened pack file: the header is parsed at once, the contacts on demand.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::lines::{Bytes, Lines, Source};
use super::{EMBEDDED, Gone, Header, PackError, Trust, VERSION};
use crate::directory::check::{self, Fault};
use crate::directory::{Contact, load};
use crate::files::{FileStamp, system};
use crate::i18n::Messages;

/// Pack file that stays open, because the confined program can open no other file.
#[derive(Clone, Debug)]
pub struct Pack {
    /// First line.
    pub header: Header,
    /// Path of the file.
    pub path: PathBuf,
    /// State of the pack's signature.
    pub trust: Trust,
    /// True if the pack is installed for all workers of the host; a worker cannot remove it.
    pub of_host: bool,
    /// True if its lines were checked before: they are then read without a check.
    pub(super) checked: bool,
    source: Source,
    stamp: FileStamp,
    /// First failure to read its lines for the directory; all copies share it.
    failure: Arc<OnceLock<PackError>>,
    /// Ids that it removes, once its lines were read for the directory; all copies share them.
    removed: Arc<OnceLock<HashSet<String>>>,
}

/// One line of a pack behind its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A contact.
    Contact(Box<Contact>),
    /// Id of a removed contact.
    Gone(String),
}

impl Line {
    /// Returns the id of a removed contact; `None` for a contact.
    pub fn gone(&self) -> Option<String> {
        match self {
            Self::Gone(id) => Some(id.clone()),
            Self::Contact(_) => None,
        }
    }
}

impl Pack {
    /// Opens a pack file and reads its header, without its contacts.
    ///
    /// # Errors
    /// If the file cannot be read, or does not begin with the header of a pack.
    pub fn open(path: &Path, of_host: bool) -> Result<Self, PackError> {
        let io = |source| PackError::Io {
            path: path.to_owned(),
            source,
        };
        // Checked before opening: opening a FIFO would block.
        if !std::fs::metadata(path).map_err(io)?.is_file() {
            return Err(PackError::Foreign {
                path: path.to_owned(),
            });
        }
        let file = File::open(path).map_err(io)?;
        let stamp = FileStamp::of(&file.metadata().map_err(io)?);
        Self::of_source(path, Source::File(Arc::new(file)), stamp, of_host)
    }

    /// Takes the lines of a pack that were made of another file, at `path`.
    ///
    /// # Errors
    /// They do not begin with the header of a pack.
    pub fn of_bytes(path: &Path, bytes: Vec<u8>) -> Result<Self, PackError> {
        let source = Source::Memory(bytes.into());
        Self::of_source(path, source, FileStamp::default(), false)
    }

    fn of_source(
        path: &Path,
        source: Source,
        stamp: FileStamp,
        of_host: bool,
    ) -> Result<Self, PackError> {
        let first = Lines::of(&source).next_line();
        let first = first.map_err(|source| PackError::Io {
            path: path.to_owned(),
            source,
        })?;
        Ok(Self {
            header: header(path, &first.unwrap_or_default())?,
            path: path.to_owned(),
            trust: Trust::Unsigned,
            of_host,
            checked: false,
            source,
            stamp,
            failure: Arc::default(),
            removed: Arc::default(),
        })
    }

    /// Records the ids that the pack removes.
    pub(in super::super) fn record_removed(&self, ids: impl Iterator<Item = String>) {
        self.removed.get_or_init(|| ids.collect());
    }

    /// Returns true if the pack removes the contact with this id. Known once the directory is made.
    pub fn removes(&self, id: &str) -> bool {
        self.removed.get().is_some_and(|ids| ids.contains(id))
    }

    /// Records that the directory is made without this pack, and why. The first failure is kept.
    pub fn leave_out(&self, failure: PackError) {
        // A second failure says nothing new.
        let _ = self.failure.set(failure);
    }

    /// Returns the reason for the directory being made without this pack; `None` if it was read.
    pub fn failure(&self) -> Option<&PackError> {
        self.failure.get()
    }

    /// Returns the message about a pack left out of the directory.
    pub fn told(&self, messages: &Messages) -> Option<String> {
        let why = self.failure()?.say(messages);
        let words = [
            ("name", self.header.name.clone().into()),
            ("why", why.into()),
        ];
        Some(messages.format("pack-left-out", &words))
    }

    /// Returns true if the pack is its file, byte for byte: then its signature is beside it.
    pub const fn is_file(&self) -> bool {
        matches!(self.source, Source::File(_))
    }

    /// Returns which file stands behind the pack.
    pub const fn stamp(&self) -> FileStamp {
        self.stamp
    }

    /// Returns the bytes of the whole file, from its beginning.
    pub fn bytes(&self) -> impl Read + '_ {
        Bytes::of(&self.source)
    }

    /// Passes each line after the header to `take`, in order.
    ///
    /// # Errors
    /// If a line is damaged or breaks a rule for contacts, or the file changed since it was opened.
    pub fn each_line(&self, mut take: impl FnMut(Line)) -> Result<(), PackError> {
        self.each_line_at(|line, _, _| take(line))
    }

    /// Passes each line after the header to `take`, with its offset and its bytes.
    ///
    /// # Errors
    /// As [`Self::each_line`].
    pub fn each_line_at(&self, mut take: impl FnMut(Line, u64, &[u8])) -> Result<(), PackError> {
        let io = |source| PackError::Io {
            path: self.path.clone(),
            source,
        };
        if self.has_changed().map_err(io)? {
            return Err(PackError::Changed {
                path: self.path.clone(),
            });
        }
        let mut lines = Lines::of(&self.source);
        let mut ids = HashSet::new();
        lines.next_line().map_err(io)?;
        while let Some(text) = lines.next_line().map_err(io)? {
            if text.trim_ascii().is_empty() {
                continue;
            }
            let line = line(&self.path, lines.number, &text, self.rules())?;
            let id = match &line {
                Line::Contact(contact) => &contact.id,
                Line::Gone(id) => id,
            };
            // Ids of lines checked before are not kept in memory.
            if !self.checked && !ids.insert(id.clone()) {
                let twice = Fault::Twice(id.clone());
                return Err(fault(&self.path, lines.number, id, "id", twice));
            }
            take(line, lines.end - text.len() as u64, &text);
        }
        Ok(())
    }

    /// Returns the text of this range of bytes; `None` if it cannot be read.
    pub fn text(&self, range: Range<u64>) -> Option<Vec<u8>> {
        let mut text = vec![0; usize::try_from(range.end - range.start).ok()?];
        let mut bytes = Bytes::from(&self.source, range.start);
        bytes.read_exact(&mut text).ok()?;
        Some(text)
    }

    /// Returns true if the bytes of the file changed since it was opened.
    ///
    /// # Errors
    /// Any error of the system.
    pub fn has_changed(&self) -> io::Result<bool> {
        let Source::File(file) = &self.source else {
            return Ok(false);
        };
        let metadata = file.metadata()?;
        let mut now = FileStamp::of(&metadata);
        if system::is_unnamed(&metadata) {
            // A newer pack took its name, which is a change of the file and not of its bytes.
            now.times[1] = self.stamp.times[1];
        }
        Ok(now != self.stamp)
    }

    const fn rules(&self) -> Rules {
        match self.header.imported {
            _ if self.checked => Rules::Kept,
            Some(_) => Rules::ButNumbers,
            None => Rules::All,
        }
    }

    /// Returns the contacts of the pack, and the ids that it removes.
    ///
    /// # Errors
    /// As [`Self::each_line`].
    pub fn lines(&self) -> Result<Vec<Line>, PackError> {
        let mut lines = Vec::new();
        self.each_line(|line| lines.push(line))?;
        Ok(lines)
    }
}

/// Set of rules for a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rules {
    /// None: the line was checked before.
    Kept,
    /// All, except that a number may be text as written.
    ButNumbers,
    /// All.
    All,
}

/// Parses the header from the first line.
fn header(path: &Path, text: &[u8]) -> Result<Header, PackError> {
    let foreign = || PackError::Foreign {
        path: path.to_owned(),
    };
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let value: Value = serde_json::from_slice(text).map_err(|_| foreign())?;
    let version = value.get("havre_pack").ok_or_else(foreign)?;
    if let Some(version) = version.as_u64().filter(|one| *one > u64::from(VERSION)) {
        return Err(PackError::Newer {
            path: path.to_owned(),
            version,
        });
    }
    let header: Header = serde_path_to_error::deserialize(value).map_err(|error| {
        let field = error.path().to_string();
        let reason = Fault::Unreadable(error.into_inner().to_string());
        fault(path, 1, "", &field, reason)
    })?;
    let wrong = |field: &str, what| Err(fault(path, 1, "", field, what));
    if header.version != VERSION {
        return wrong("havre_pack", Fault::Unreadable(header.version.to_string()));
    }
    if !check::is_slug(&header.name) || header.name.len() > 64 || header.name == EMBEDDED {
        return wrong("name", Fault::Slug);
    }
    if !check::is_day(&header.date) {
        return wrong("date", Fault::Date);
    }
    for (field, text) in [
        ("publisher", Some(&header.publisher)),
        ("licence", Some(&header.licence)),
        ("corrections_to", header.corrections_to.as_ref()),
        ("imported", header.imported.as_ref()),
    ] {
        let flaw = text.and_then(|text| check::unprintable(text));
        if let Some(flaw) = flaw {
            return wrong(field, Fault::Text(flaw));
        }
    }
    Ok(header)
}

/// Parses a line after the header.
fn line(path: &Path, number: usize, text: &[u8], rules: Rules) -> Result<Line, PackError> {
    let read: Contact = match serde_json::from_slice(text) {
        Ok(read) => read,
        Err(_) => return gone_or_fault(path, number, text),
    };
    // Ids of own contacts are reserved for the worker.
    if read.is_own() {
        return Err(fault(path, number, &read.id, "id", Fault::Slug));
    }
    if rules == Rules::Kept {
        return Ok(Line::Contact(Box::new(read)));
    }
    let mut problems = check::contact(&read).into_iter();
    let grave = |fault: &Fault| *fault != Fault::Phone || rules == Rules::All;
    match problems.find(|one| is_grave(&one.fault, &one.field) && grave(&one.fault)) {
        Some(problem) => Err(fault(path, number, &read.id, &problem.field, problem.fault)),
        None => Ok(Line::Contact(Box::new(read))),
    }
}

/// Parses a line that is not a contact: an id to remove, or an error.
fn gone_or_fault(path: &Path, number: usize, text: &[u8]) -> Result<Line, PackError> {
    let unreadable = |error: &serde_json::Error| {
        let reason = Fault::Unreadable(error.to_string());
        fault(path, number, "", "", reason)
    };
    let value: Value = serde_json::from_slice(text).map_err(|error| unreadable(&error))?;
    if value.get("gone").is_some() {
        return match serde_json::from_value::<Gone>(value) {
            Ok(gone) if gone.gone => Ok(Line::Gone(gone.id)),
            Ok(gone) => Err(fault(path, number, &gone.id, "gone", Fault::Missing)),
            Err(error) => Err(unreadable(&error)),
        };
    }
    let record = value.get("id").and_then(Value::as_str).map(str::to_owned);
    match load::parse_record("", number, value) {
        Err(load::LoadError::Record { field, message, .. }) => {
            let record = record.unwrap_or_default();
            let field = if field == "." { "" } else { &field };
            Err(fault(
                path,
                number,
                &record,
                field,
                Fault::Unreadable(message),
            ))
        }
        Ok(contact) => Ok(Line::Contact(Box::new(contact))),
        Err(error) => Err(fault(
            path,
            number,
            "",
            "",
            Fault::Unreadable(error.to_string()),
        )),
    }
}

/// Returns true for faults that can do harm: a wrong number, a secret address, control characters.
/// Style, and texts in one language only, are accepted.
fn is_grave(fault: &Fault, field: &str) -> bool {
    fault.is_harmful() || *fault == Fault::Phone || (*fault == Fault::Missing && field == "name")
}

fn fault(path: &Path, line: usize, record: &str, field: &str, fault: Fault) -> PackError {
    PackError::Line {
        path: path.to_owned(),
        line,
        record: record.to_owned(),
        field: field.to_owned(),
        fault: Box::new(fault),
    }
}
