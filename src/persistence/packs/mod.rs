//! Packs in the folder of exchanged files: their changes, and their installation.

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::Path;

use super::exchange;
use super::renewal::Renewal;
use crate::app::subject::papers::{FoundPack, PackObstacle, Refused};
use crate::assets::Assets;
use crate::bookmarks::List;
use crate::clock;
use crate::directory::Trust;
use crate::directory::packs::difference::Preview;
use crate::directory::packs::vital::Agreed;
use crate::directory::packs::{Folders, Pack, PackError};
use crate::files::read_whole;
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::interchange::sheet;

/// Largest pack that a session takes, in bytes: a larger one would delay its other files.
const LARGEST: usize = 32 << 20;

/// Packs of a session, and the folders for new ones.
#[derive(Debug)]
pub(super) struct Packs {
    /// Folders of this account and the host, with the trusted keys.
    folders: Folders,
    /// Packs in use, and those taken during the session.
    used: Vec<Pack>,
    /// True if the workers of an account share the packs: they are out of reach of a session.
    shared: bool,
    /// Watch over the packs in use.
    pub(super) renewal: Renewal,
}

impl Packs {
    /// Must be called before the program is confined: then the host's keys cannot be read.
    pub fn new(folders: &Folders, used: &[Pack], shared: bool, renewal: Renewal) -> Self {
        Self {
            folders: folders.clone().with_keys_read(),
            used: used.to_vec(),
            shared,
            renewal,
        }
    }

    /// Returns the folders of the packs.
    pub const fn folders(&self) -> &Folders {
        &self.folders
    }

    /// Compares the packs with those in use.
    pub fn look(&mut self, messages: &'static Messages) {
        self.renewal.look(&self.folders, &mut self.used, messages);
    }

    /// Reads a pack and its changes.
    ///
    /// # Errors
    /// The reason for a refusal.
    pub fn read(
        &self,
        folder: &Path,
        name: &str,
        list: &List,
        messages: &Messages,
    ) -> Result<FoundPack, Refused> {
        Ok(self.preview(folder, name, list, messages)?.1)
    }

    /// Installs a pack that is still as it was shown; returns the name of the pack.
    ///
    /// # Errors
    /// The reason for a refusal.
    pub fn take(
        &mut self,
        folder: &Path,
        shown: &FoundPack,
        list: &List,
        messages: &Messages,
    ) -> Result<String, Refused> {
        let (preview, found) = self.preview(folder, &shown.name, list, messages)?;
        if found != *shown {
            let path = folder.join(&shown.name).display().to_string();
            let why = messages.filled("pack-take-changed", "path", &path);
            return Err(refused(&shown.name, &why));
        }
        let name = found.header.name;
        let installed = self.folders.install(&preview.pack).and_then(|()| {
            let pack = Pack::open(&self.folders.path_of(&name), false)?;
            self.folders.verify(pack, Agreed::Nothing)
        });
        let pack = installed.map_err(|error| refused(&shown.name, &error.say(messages)))?;
        self.used = preview.packs;
        let is_it = |one: &&mut Pack| !one.of_host && one.header.name == name;
        if let Some(read) = self.used.iter_mut().find(is_it) {
            *read = pack;
        }
        Ok(name)
    }

    fn preview(
        &self,
        folder: &Path,
        name: &str,
        list: &List,
        messages: &Messages,
    ) -> Result<(Preview, FoundPack), Refused> {
        let say = |error: PackError| refused(name, &error.say(messages));
        let path = exchange::inside(folder, name).map_err(|source| {
            let path = folder.join(name);
            say(PackError::Io { path, source })
        })?;
        let large = || messages.filled("pack-take-large", "path", &path.display().to_string());
        let today = clock::today().to_string();
        let opened = Pack::open(&path, false);
        let pack = sheet::open(&path, opened, None, &today, messages, || {
            read_whole(&path, LARGEST)
        });
        let pack = pack.map_err(|why| match why {
            sheet::NotAPack::Pack(PackError::Io { source, .. })
                if source.kind() == ErrorKind::FileTooLarge =>
            {
                refused(name, &large())
            }
            why => refused(name, &why.say(messages)),
        })?;
        if pack.stamp().size > LARGEST as u64 {
            return Err(refused(name, &large()));
        }
        let contacts = Assets::embedded().contacts();
        let contacts = contacts.map_err(|error| refused(name, &error.to_string()))?;
        let bookmarks = list.bookmarks().into_iter();
        let bookmarks: HashSet<String> = bookmarks.map(|entry| entry.id.clone()).collect();
        let agreed = Agreed::Nothing;
        let preview = Preview::over(
            &self.used,
            &self.folders,
            pack,
            agreed,
            &contacts,
            &bookmarks,
        );
        let preview = preview.map_err(say)?;
        let shared = self
            .shared
            .then(|| PackObstacle::Shared(path.display().to_string()));
        let much = preview.must_ask().then(|| {
            PackObstacle::TakesMuch(preview.takes_vital.clone(), path.display().to_string())
        });
        let superseded = preview
            .position()
            .is_none()
            .then_some(PackObstacle::Superseded);
        let found = FoundPack {
            name: name.to_owned(),
            header: preview.pack.header.clone(),
            signed: preview.pack.trust != Trust::Unsigned,
            instead_of: preview.installed.as_ref().map(|one| one.date.clone()),
            differences: preview.differences.clone(),
            held: preview.pack.held().to_vec(),
            cleaned: preview.pack.cleaned().to_vec(),
            bar: superseded.or(much).or(shared),
        };
        Ok((preview, found))
    }
}

fn refused(name: &str, why: &str) -> Refused {
    Refused {
        name: name.to_owned(),
        why: printable(why),
    }
}
