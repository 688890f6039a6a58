//! Reasons for not using a pack: others could have changed its file, or its date has not come.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::Offset;

use super::{Folders, Opened, Pack, PackError};
use crate::clock;
use crate::directory::Trust;
use crate::files::{self, Refused};

impl Folders {
    /// Returns the reason for not using a file that others could have changed; `None` if they could not.
    pub(super) fn distrusted(&self, path: &Path, of_host: bool) -> Option<PackError> {
        let own = Some(&self.own).filter(|_| !of_host);
        let folders = own.map(PathBuf::as_path).into_iter().chain(path.parent());
        let wrong = |path: &Path| {
            let source = files::check_source(path).err()?;
            Refused::of(&source)?;
            let path = path.to_owned();
            Some(PackError::Distrusted { path, source })
        };
        folders.chain([path]).find_map(wrong)
    }

    /// Returns the ids of the contacts on which a life may depend, which a signed pack takes away. An
    /// unsigned one does not without the worker's agreement.
    ///
    /// # Errors
    /// As [`Pack::each_line`].
    pub(super) fn vital_taken(&self, pack: &Pack) -> Result<Vec<String>, PackError> {
        let mut taken = Vec::new();
        if pack.trust == Trust::Unsigned {
            return Ok(taken);
        }
        pack.each_line(|line| {
            taken.extend(line.gone().filter(|id| (self.vital)(id).is_some()));
        })?;
        Ok(taken)
    }

    /// Returns an error if the pack's date has not come: it would override every later pack. If the clock
    /// is wrong, any date is accepted.
    pub(super) fn refuse_ahead(&self, pack: &Pack) -> Result<(), PackError> {
        match &self.latest {
            Some(latest) if pack.header.date > *latest => Err(PackError::Ahead {
                path: pack.path.clone(),
                date: pack.header.date.clone(),
            }),
            _ => Ok(()),
        }
    }
}

impl Opened {
    /// Adds a refusal, if it is not there: a folder is refused for each of its files.
    pub(super) fn refuse_once(&mut self, refusal: PackError) {
        let is_known = |known: &PackError| known.to_string() == refusal.to_string();
        if !self.refused.iter().any(is_known) {
            self.refused.push(refusal);
        }
    }
}

/// Returns the latest plausible date of a pack, a day ahead for time zones; `None` if the clock is
/// wrong.
pub(super) fn latest(now: Timestamp) -> Option<String> {
    let today = Offset::UTC.to_datetime(now).date();
    let latest = today.tomorrow().unwrap_or(today);
    (!clock::is_wrong(now)).then(|| latest.to_string())
}
