//! Folders of packs: discovery, installation and removal.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::distrust::latest;
use super::trust::{TrustedKeys, next_signature_path, signature_path};
use super::unfinished::{is_unfinished, remove_unfinished_in};
use super::vital::{self, Agreed, Vital, WithheldLine, agreed_path};
use super::{EXTENSION, Pack, PackError, PackLine, merge};
use crate::files::{self, Files, Readers, RealFiles};

/// Lock that every writer of the account's packs holds.
pub(super) const LOCK: &str = "packs.lock";

/// Folder of packs within the host's and the account's folder.
const FOLDER: &str = "directory.d";

/// Folders that are searched for packs.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Folder of the host: its packs and settings are for all workers.
    host: PathBuf,
    /// Folder of all of havre's data for this account.
    pub(super) own: PathBuf,
    /// Numbers that only signed packs replace unasked.
    pub(super) vital: Vital,
    /// Trusted keys, if they were read before.
    keys: Option<TrustedKeys>,
    /// Latest plausible date of a pack, `YYYY-MM-DD`; `None` if the clock is wrong.
    pub(super) latest: Option<String>,
}

/// Packs found in the folders.
#[derive(Debug, Default)]
pub struct Opened {
    /// Packs in use, in the order of merging.
    pub packs: Vec<Pack>,
    /// Packs superseded by another of the same name.
    pub superseded: Vec<Pack>,
    /// Refused packs, with the reasons.
    pub refused: Vec<PackError>,
}

impl Folders {
    /// Path of the host's folder.
    const HOST: &'static str = "/etc/havre";

    /// Returns the folders under `own`, the folder of all of havre's data, and those of the host.
    /// `vital` names the numbers that only signed packs replace unasked; `now` is the time of the clock.
    /// Debug builds use
    /// `HAVRE_HOST_DIR` as the host's folder, for the tests.
    pub fn of(
        own: &Path,
        vital: Vital,
        now: Timestamp,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let named = environment("HAVRE_HOST_DIR").filter(|_| cfg!(debug_assertions));
        Self {
            host: named.map_or_else(|| PathBuf::from(Self::HOST), PathBuf::from),
            own: own.to_owned(),
            vital,
            latest: latest(now),
            keys: None,
        }
    }

    /// Returns the folders at a later time of the clock.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        let latest = latest(now);
        Self { latest, ..self }
    }

    /// Reads the trusted keys now, for a session that cannot read them later.
    #[must_use]
    pub fn with_keys_read(self) -> Self {
        Self {
            keys: self.read_keys().ok(),
            ..self
        }
    }

    /// Returns the folder of the account's own packs.
    pub fn own_packs(&self) -> PathBuf {
        self.own.join(FOLDER)
    }

    /// Returns the folder of the host with the lists of a team.
    pub fn team_lists(&self) -> PathBuf {
        self.host.join("lists.d")
    }

    /// Returns the folders of packs, each with true for the host's.
    pub fn of_packs(&self) -> [(PathBuf, bool); 2] {
        [(self.host.join(FOLDER), true), (self.own_packs(), false)]
    }

    /// Returns the pack files of the folders; none of a folder that cannot be read.
    pub fn paths(&self) -> Vec<PathBuf> {
        let paths = |(folder, _): (PathBuf, bool)| paths_in(&folder).unwrap_or_default();
        self.of_packs().into_iter().flat_map(paths).collect()
    }

    /// Opens all packs. Those verified earlier are not verified again; without packs, only two
    /// folders are looked up.
    pub fn open(&self) -> Opened {
        let mut opened = Opened::default();
        let mut found = Vec::new();
        for (folder, of_host) in self.of_packs() {
            match all_in(&folder) {
                Ok(paths) => {
                    if !of_host && paths.iter().any(|path| is_unfinished(path)) {
                        self.remove_unfinished();
                    }
                    let packs = paths.into_iter().filter(|path| is_pack_file(path));
                    found.extend(packs.map(|path| (path, of_host)));
                }
                Err(source) => opened.refused.push(PackError::Io {
                    path: folder,
                    source,
                }),
            }
        }
        found.retain(|(path, of_host)| match self.distrusted(path, *of_host) {
            Some(refusal) => {
                opened.refuse_once(refusal);
                false
            }
            None => true,
        });
        if !found.is_empty() {
            self.open_found(found, &mut opened);
        }
        opened
    }

    fn open_found(&self, found: Vec<(PathBuf, bool)>, opened: &mut Opened) {
        let keys = match self.keys() {
            Ok(keys) => keys,
            Err(error) => return opened.refused.push(error),
        };
        let records = self.read_records();
        let known = |pack: &Pack| records.iter().find_map(|record| record.trust(pack));
        let mut is_new = false;
        let mut packs = Vec::new();
        for (path, of_host) in found {
            let pack = Pack::open(&path, of_host);
            let mut pack = match pack.and_then(|pack| self.refuse_ahead(&pack).map(|()| pack)) {
                Ok(pack) => pack,
                Err(error) => {
                    opened.refused.push(error);
                    continue;
                }
            };
            pack.vital = Some(self.vital);
            pack.agreed = Agreed::read(&path);
            let known = known(&pack).filter(|trust| keys.accept(trust));
            is_new |= known.is_none();
            if let Some(trust) = known {
                pack.trust = trust;
                pack.checked = true;
            } else if let Err(error) = verify(&mut pack, &keys) {
                opened.refused.push(error);
                continue;
            }
            packs.push(pack);
        }
        if is_new {
            self.record(&packs);
        }
        (opened.packs, opened.superseded) = merge::in_order(packs);
    }

    /// Opens a pack file from any path, and verifies it like an installed one.
    ///
    /// # Errors
    /// If it cannot be read, is damaged, or has no required signature.
    pub fn verified(&self, path: &Path) -> Result<Pack, PackError> {
        self.verify(Pack::open(path, false)?, Agreed::Nothing)
    }

    /// Verifies a pack as one that is installed, with the worker's agreement to its vital numbers.
    ///
    /// # Errors
    /// It is damaged, or must be signed and is not.
    pub fn verify(&self, mut pack: Pack, agreed: Agreed) -> Result<Pack, PackError> {
        self.refuse_ahead(&pack)?;
        (pack.vital, pack.agreed) = (Some(self.vital), agreed);
        verify(&mut pack, &self.keys()?)?;
        Ok(pack)
    }

    /// Returns a line of an unsigned pack that is not applied, because it replaces vital numbers; `None` for
    /// other lines.
    pub fn held(&self, line: &PackLine) -> Option<WithheldLine> {
        vital::held(line, self.vital, &Agreed::Nothing)
    }

    /// Copies a verified pack, with its signature, to the account's own; it replaces an older one
    /// of its name. The old pack or the new one exists at any time.
    ///
    /// # Errors
    /// If a later pack of that name is installed, or the files cannot be written.
    pub fn install(&self, pack: &Pack) -> Result<(), PackError> {
        self.refuse_older(pack)?;
        let target = self.path_of(&pack.header.name);
        let _lock = self.lock()?;
        let signature = signature_path(&pack.path);
        let signature = match RealFiles.read(&signature, 64 * 1024) {
            // Made of another file, it is not what was signed.
            Ok(bytes) => Some(bytes).filter(|_| pack.is_file()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(source) => {
                let path = signature;
                return Err(PackError::Io { path, source });
            }
        };
        agree(&target, pack)?;
        self.replace(&target, signature.as_deref(), |output| {
            io::copy(&mut pack.bytes(), output).map(|_| ())
        })
    }

    /// Replaces a pack and its signature. Two files cannot be replaced at once: until the pack is, the new
    /// signature waits beside the old one, and either is accepted.
    fn replace(
        &self,
        target: &Path,
        signature: Option<&[u8]>,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), PackError> {
        let (to, next) = (signature_path(target), next_signature_path(target));
        self.complete(target);
        if let Some(bytes) = signature {
            files::write_atomically(&RealFiles, &next, bytes).map_err(not_written(&next))?;
        }
        write_pack(target, write)?;
        if signature.is_some() {
            return RealFiles.rename(&next, &to).map_err(not_written(&to));
        }
        remove_signatures(target);
        Ok(())
    }

    /// Completes a replacement that was killed between the pack and its signature.
    fn complete(&self, target: &Path) {
        let (to, next) = (signature_path(target), next_signature_path(target));
        let fits = || {
            Some(
                self.keys()
                    .ok()?
                    .fits(&Pack::open(target, false).ok()?, &next),
            )
        };
        if next.exists() && fits() == Some(true) {
            // A failure leaves the pack with both signatures, as it was.
            let _ = RealFiles.rename(&next, &to);
        }
    }

    /// Writes a pack of that name among the account's own, as [`Self::install`] does. Its lines keep the
    /// rules of packs: they are not checked again.
    ///
    /// # Errors
    /// If the file cannot be written; the old one is then unchanged.
    pub fn write(
        &self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), PackError> {
        let _lock = self.lock()?;
        let target = self.path_of(name);
        self.replace(&target, None, write)?;
        self.remember(&target);
        Ok(())
    }

    /// Returns an error if a pack of the same name with a later date is installed.
    ///
    /// # Errors
    /// [`PackError::Older`].
    pub fn refuse_older(&self, pack: &Pack) -> Result<(), PackError> {
        let there = Pack::open(&self.path_of(&pack.header.name), false);
        match there {
            Ok(there)
                if there.header.date > pack.header.date && self.refuse_ahead(&there).is_ok() =>
            {
                Err(PackError::Older {
                    name: there.header.name,
                    date: there.header.date,
                })
            }
            _ => Ok(()),
        }
    }

    /// Returns the path of the account's own pack with that name.
    pub fn path_of(&self, name: &str) -> PathBuf {
        self.own_packs().join(format!("{name}.{EXTENSION}"))
    }

    /// Returns the keys that the host trusts.
    ///
    /// # Errors
    /// If its settings cannot be read.
    pub fn keys(&self) -> Result<TrustedKeys, PackError> {
        match &self.keys {
            Some(keys) => Ok(keys.clone()),
            None => self.read_keys(),
        }
    }

    fn read_keys(&self) -> Result<TrustedKeys, PackError> {
        TrustedKeys::read(&self.host.join("settings.json"))
    }

    fn lock(&self) -> Result<Box<dyn files::Lock>, PackError> {
        let folder = self.own_packs();
        let held = RealFiles
            .create_folder(&folder)
            .and_then(|()| RealFiles.lock(&folder.join(LOCK)))
            .map_err(not_written(&folder))?;
        remove_unfinished_in(&folder);
        Ok(held)
    }
}

/// Writes the agreed numbers of a pack beside it, before the pack: they fit no other numbers.
fn agree(target: &Path, pack: &Pack) -> Result<(), PackError> {
    let path = agreed_path(target);
    if pack.agreed != Agreed::All {
        let _ = files::remove(&path);
        return Ok(());
    }
    let bytes = Agreed::of(&pack.without_agreement()?);
    files::write_atomically(&RealFiles, &path, &bytes).map_err(not_written(&path))
}

/// Removes the signatures of a pack; one without its pack has no effect.
pub(super) fn remove_signatures(pack: &Path) {
    for path in [signature_path(pack), next_signature_path(pack)] {
        let _ = files::remove(&path);
    }
}

/// Checks every line, and the signature if signatures are required.
fn verify(pack: &mut Pack, keys: &TrustedKeys) -> Result<(), PackError> {
    pack.trust = keys.verify(pack)?;
    pack.each_line(|_| ())?;
    pack.checked = true;
    Ok(())
}

/// Returns the pack files of a folder, by name; none if the folder does not exist.
pub(super) fn paths_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = all_in(folder)?;
    paths.retain(|path| is_pack_file(path));
    Ok(paths)
}

pub(super) fn all_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match RealFiles.paths(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        paths => paths,
    }
}

fn is_pack_file(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == EXTENSION)
}

fn write_pack(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), PackError> {
    files::replace_with(&RealFiles, path, Readers::Owner, |output| {
        let mut buffered = BufWriter::with_capacity(256 * 1024, output);
        write(&mut buffered)?;
        buffered.flush()
    })
    .map_err(not_written(path))
}

fn not_written(path: &Path) -> impl FnOnce(io::Error) -> PackError + use<> {
    let path = path.to_owned();
    move |source| PackError::Unwritten { path, source }
}

pub(super) fn in_file(path: &Path) -> impl FnOnce(io::Error) -> PackError + use<> {
    let path = path.to_owned();
    move |source| PackError::Io { path, source }
}
