//! Files that the user names to be read: paths, or `-` for standard input.

use std::borrow::Cow;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::cli::context::Context;
use crate::cli::output::exit::Failure;
use crate::directory::packs::{Pack, PackError};
use crate::files::{open_regular, read_whole};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::interchange::ForeignKind;
use crate::paths::quoted_path;

/// Largest accepted standard input in bytes, as of an address book with photos.
const LARGEST: usize = 256 << 20;

/// File, folder, or standard input.
#[derive(Debug)]
pub(in crate::cli) struct Given {
    /// Path; of standard input, its name in messages.
    pub path: PathBuf,
    /// Content of standard input, which can be read only once.
    input: Option<Vec<u8>>,
}

impl Given {
    /// Takes files named by the user; reads standard input for `-`.
    ///
    /// # Errors
    /// If standard input cannot be read, or is too large.
    pub(in crate::cli) fn all<'p>(
        paths: impl IntoIterator<Item = &'p PathBuf>,
        context: &mut Context<'_>,
    ) -> Result<Vec<Self>, Failure> {
        let given = paths.into_iter().map(|path| Self::of(path, context));
        given.collect()
    }

    fn of(path: &Path, context: &mut Context<'_>) -> Result<Self, Failure> {
        if path.as_os_str() != "-" {
            let path = path.to_owned();
            return Ok(Self { path, input: None });
        }
        let path = PathBuf::from(context.messages.text("cli-standard-input"));
        match limited(context.input(), LARGEST) {
            Ok(bytes) => Ok(Self {
                path,
                input: Some(bytes),
            }),
            Err(error) => Err(Failure::unreadable(&path, &error, context.messages)),
        }
    }

    /// Returns true for standard input, which has no name of its own.
    pub(in crate::cli) const fn is_input(&self) -> bool {
        self.input.is_some()
    }

    /// Returns the argument as it is typed in a shell.
    pub(in crate::cli) fn quoted(&self) -> String {
        if self.is_input() {
            "-".to_owned()
        } else {
            quoted_path(&self.path)
        }
    }

    /// Returns true for a folder.
    ///
    /// # Errors
    /// If there is nothing at the path.
    pub(in crate::cli) fn is_folder(&self) -> io::Result<bool> {
        if self.is_input() {
            return Ok(false);
        }
        Ok(std::fs::metadata(&self.path)?.is_dir())
    }

    /// Opens a regular file or standard input for reading from its beginning.
    ///
    /// # Errors
    /// As [`open_regular`].
    pub(in crate::cli) fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(match &self.input {
            Some(bytes) => Box::new(bytes.as_slice()),
            None => Box::new(open_regular(&self.path)?),
        })
    }

    /// Returns the kind of a file that no reader understood, if it is of another program.
    pub(in crate::cli) fn foreign(&self) -> Option<ForeignKind> {
        let mut head = Vec::new();
        let mut limited = self.open().ok()?.take(1024);
        limited.read_to_end(&mut head).ok()?;
        ForeignKind::of_unread(&head)
    }

    /// Returns the refusal of a file of another program.
    pub(in crate::cli) fn refusal(&self, kind: ForeignKind, messages: &Messages) -> String {
        let words = [
            ("place", self.path.display().to_string().into()),
            ("why", messages.text(kind.message_id()).into()),
        ];
        printable(&messages.format("import-remark", &words))
    }

    /// Reads a regular file or standard input as a whole.
    ///
    /// # Errors
    /// As [`read_whole`].
    pub(in crate::cli) fn whole(&self, limit: usize) -> io::Result<Cow<'_, [u8]>> {
        match &self.input {
            Some(bytes) if bytes.len() > limit => Err(io::ErrorKind::FileTooLarge.into()),
            Some(bytes) => Ok(Cow::Borrowed(bytes)),
            None => read_whole(&self.path, limit).map(Cow::Owned),
        }
    }

    /// Opens a pack, without its contacts.
    ///
    /// # Errors
    /// As [`Pack::open`].
    pub(in crate::cli) fn pack(&self) -> Result<Pack, PackError> {
        match &self.input {
            Some(bytes) => Pack::of_bytes(&self.path, bytes.clone()),
            None => Pack::open(&self.path, false),
        }
    }
}

/// Reads all bytes, at most `limit`.
fn limited(source: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_input_has_the_limit_of_a_file() {
        let endless = io::repeat(b'x');
        let error = limited(endless, 100).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(limited(&[b'x'; 100][..], 100).unwrap().len(), 100);
    }
}
