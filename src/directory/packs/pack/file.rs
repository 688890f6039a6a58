//! Opened pack file: the header is parsed at once, the contacts on demand.

use std::collections::HashSet;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::cleaned::{Cleaned, Cleaning, add_secret, clean};
use super::lines::{ByteSource, Bytes, LineReader};
use super::parse::{Rules, fault, header, line};
use super::vital::{self, Agreed, Vital, WithheldLine};
use super::{Header, PackError};
use crate::directory::check::Fault;
use crate::directory::{Contact, Origin, Replaced, SecretAddresses, Trust};
use crate::files::{self, FileStamp, system};
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
    pub(in crate::directory::packs) checked: bool,
    /// Numbers that the pack replaces only if it is signed or the worker agreed; `None` if the pack
    /// is not for the directory.
    pub(in crate::directory::packs) vital: Option<Vital>,
    /// Numbers to which the worker agreed.
    pub(in crate::directory::packs) agreed: Agreed,
    /// Lines that are not applied, of the first complete reading; all copies share them.
    held: Arc<OnceLock<Vec<WithheldLine>>>,
    /// Records without their secret addresses, of the first complete reading; all copies share them.
    cleaned: Arc<OnceLock<Vec<Cleaned>>>,
    source: ByteSource,
    stamp: FileStamp,
    /// First failure to read its lines for the directory; all copies share it.
    failure: Arc<OnceLock<PackError>>,
    /// Ids that it removes, once its lines were read for the directory; all copies share them.
    removed: Arc<OnceLock<HashSet<String>>>,
}

/// Text of a line of a pack.
#[derive(Clone, Copy, Debug)]
pub struct LineText<'a> {
    /// Offset in the file.
    pub start: u64,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Addresses to remove from the record of these bytes.
    pub cleaning: Cleaning,
}

/// One line of a pack behind its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackLine {
    /// A contact.
    Contact(Box<Contact>),
    /// Id of a removed contact.
    Gone(String),
}

impl PackLine {
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
        let file = files::open_regular(path).map_err(io)?;
        let stamp = FileStamp::of(&file.metadata().map_err(io)?);
        Self::of_source(path, ByteSource::File(Arc::new(file)), stamp, of_host)
    }

    /// Takes the lines of a pack that were made of another file, at `path`.
    ///
    /// # Errors
    /// They do not begin with the header of a pack.
    pub fn of_bytes(path: &Path, bytes: Vec<u8>) -> Result<Self, PackError> {
        let source = ByteSource::Memory(bytes.into());
        Self::of_source(path, source, FileStamp::default(), false)
    }

    /// Returns the origin of its contacts, or of one that replaces a record.
    pub fn origin(&self, replaces: Option<Replaced>) -> Origin {
        Origin {
            pack: self.header.name.clone(),
            publisher: self.header.publisher.clone(),
            date: self.header.date.clone(),
            trust: self.trust.clone(),
            corrections_to: self.header.corrections_to.clone(),
            imported: self.header.imported.is_some(),
            replaces,
        }
    }

    fn of_source(
        path: &Path,
        source: ByteSource,
        stamp: FileStamp,
        of_host: bool,
    ) -> Result<Self, PackError> {
        let first = LineReader::of(&source).next_line();
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
            vital: None,
            agreed: Agreed::Nothing,
            held: Arc::default(),
            cleaned: Arc::default(),
            source,
            stamp,
            failure: Arc::default(),
            removed: Arc::default(),
        })
    }

    /// Records the ids that the pack removes.
    pub(in crate::directory) fn record_removed(&self, ids: impl Iterator<Item = String>) {
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
    pub fn message(&self, messages: &Messages) -> Option<String> {
        let why = self.failure()?.say(messages);
        let words = [
            ("name", self.header.name.clone().into()),
            ("why", why.into()),
        ];
        Some(messages.format("pack-left-out", &words))
    }

    /// Returns true if the pack is its file, byte for byte: then its signature is beside it.
    pub const fn is_file(&self) -> bool {
        matches!(self.source, ByteSource::File(_))
    }

    /// Returns which file stands behind the pack.
    pub const fn stamp(&self) -> FileStamp {
        self.stamp
    }

    /// Returns true if both are the same file, with the same trust and agreement.
    pub fn is_as(&self, other: &Self) -> bool {
        let rules = |pack: &Self| (pack.trust.clone(), pack.agreed.clone());
        (&self.path, self.stamp) == (&other.path, other.stamp) && rules(self) == rules(other)
    }

    /// Returns the bytes of the whole file, from its beginning.
    pub fn bytes(&self) -> impl Read + '_ {
        Bytes::of(&self.source)
    }

    /// Returns the lines that are not applied, because they replace numbers on which a life may
    /// depend; empty before the pack was read.
    pub fn held(&self) -> &[WithheldLine] {
        self.held.get().map_or(&[], Vec::as_slice)
    }

    /// Returns the records from which secret addresses were removed; empty before the pack was read.
    pub fn cleaned(&self) -> &[Cleaned] {
        self.cleaned.get().map_or(&[], Vec::as_slice)
    }

    /// Returns the lines that would not be applied without the worker's agreement.
    ///
    /// # Errors
    /// As [`Self::each_line`].
    pub(in crate::directory::packs) fn without_agreement(
        &self,
    ) -> Result<Vec<WithheldLine>, PackError> {
        let pack = Self {
            agreed: Agreed::Nothing,
            held: Arc::default(),
            cleaned: Arc::default(),
            ..self.clone()
        };
        pack.each_line(|_| ())?;
        Ok(pack.held().to_vec())
    }

    /// Passes each line after the header to `take`, in order, without those of [`Self::held`].
    ///
    /// # Errors
    /// If a line is damaged or breaks a rule for contacts, or the file changed since it was opened.
    pub fn each_line(&self, mut take: impl FnMut(PackLine)) -> Result<(), PackError> {
        self.each_line_at(|line, _| take(line))
    }

    /// Returns the addresses of the pack's secret records. An import has none: they were left out.
    fn secret_addresses(&self) -> io::Result<SecretAddresses> {
        let mut secret = SecretAddresses::default();
        if self.header.imported.is_some() {
            return Ok(secret);
        }
        let mut lines = LineReader::of(&self.source);
        while let Some(text) = lines.next_line()? {
            add_secret(&text, &mut secret);
        }
        Ok(secret)
    }

    /// Passes each line after the header to `take`, with its text, which a secret address may be in.
    ///
    /// # Errors
    /// As [`Self::each_line`].
    pub fn each_line_at(
        &self,
        mut take: impl FnMut(PackLine, LineText<'_>),
    ) -> Result<(), PackError> {
        let io = |source| PackError::Io {
            path: self.path.clone(),
            source,
        };
        if self.has_changed().map_err(io)? {
            return Err(PackError::Changed {
                path: self.path.clone(),
            });
        }
        let secret = self.secret_addresses().map_err(io)?;
        let mut lines = LineReader::of(&self.source);
        let mut ids = HashSet::new();
        let (mut held, mut cleaned) = (Vec::new(), Vec::new());
        let vital = self.vital.filter(|_| self.trust == Trust::Unsigned);
        lines.next_line().map_err(io)?;
        while let Some(text) = lines.next_line().map_err(io)? {
            if text.trim_ascii().is_empty() {
                continue;
            }
            let mut line = line(&self.path, lines.number, &text, self.rules())?;
            let (removed, cleaning) = clean(&mut line, lines.number, &secret);
            cleaned.extend(removed);
            let id = match &line {
                PackLine::Contact(contact) => &contact.id,
                PackLine::Gone(id) => id,
            };
            // Ids of lines checked before are not kept in memory.
            if !self.checked && !ids.insert(id.clone()) {
                let twice = Fault::Twice(id.clone());
                return Err(fault(&self.path, lines.number, id, "id", twice));
            }
            if let Some(line) = vital.and_then(|vital| vital::held(&line, vital, &self.agreed)) {
                held.push(line);
            } else {
                let start = lines.end - text.len() as u64;
                let bytes = &text;
                take(
                    line,
                    LineText {
                        start,
                        bytes,
                        cleaning,
                    },
                );
            }
        }
        // Every reading holds and cleans the same lines.
        let _ = (self.held.set(held), self.cleaned.set(cleaned));
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
        let ByteSource::File(file) = &self.source else {
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
    pub fn lines(&self) -> Result<Vec<PackLine>, PackError> {
        let mut lines = Vec::new();
        self.each_line(|line| lines.push(line))?;
        Ok(lines)
    }
}
