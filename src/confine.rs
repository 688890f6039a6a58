//! Locking the program in, so that a defect in it, or in a crate that it uses, cannot be made a way
//! out: no other program is started, nothing is connected to, and of all files only those named can
//! be opened. Linux does it (Landlock, and `no_new_privs`), as far as the kernel at hand knows how;
//! what it does not know is left out in silence, and [`Confinement`] tells it.
//!
//! It holds for the thread that calls and for those that it starts afterwards: call it before there
//! are others. What is open already stays open, the terminal above all.
//!
//! What no kernel refuses yet: UDP, and sockets that are files. No part of havre names them
//! (`tests/architecture/main.rs`).

use std::path::Path;

/// The files that remain within reach, each with everything beneath it. One that is not there is left
/// out.
#[derive(Debug)]
pub struct Reach<'a, P> {
    /// What may be read.
    pub read: &'a [P],
    /// What may be read, written, made, renamed and removed.
    pub write: &'a [P],
}

/// How far the program is locked in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confinement {
    /// Whether no program can gain more rights than this one has.
    pub no_new_privs: bool,
    /// The version of Landlock that the kernel has; `None` where it has none.
    pub version: Option<i32>,
}

impl Confinement {
    /// Whether files out of reach are refused, and every other program.
    pub fn holds_files(self) -> bool {
        self.version.is_some()
    }

    /// Whether TCP is refused.
    pub fn holds_network(self) -> bool {
        self.version.is_some_and(|version| version >= NETWORK_SINCE)
    }
}

/// The first version of Landlock that knows of TCP (Linux 6.7).
pub const NETWORK_SINCE: i32 = 4;

/// Refuses every other program and TCP, and leaves the files alone: for commands that read and write
/// where they are told.
pub fn from_programs() -> Confinement {
    system::from_programs()
}

/// Refuses every other program, TCP, and all files but those within reach.
pub fn to(reach: &Reach<'_, impl AsRef<Path>>) -> Confinement {
    system::to(reach)
}

#[cfg(target_os = "linux")]
mod system {
    use std::path::Path;

    use landlock::{
        ABI, Access, AccessFs, AccessNet, BitFlags, LandlockStatus, Ruleset, RulesetAttr,
        RulesetCreated, RulesetCreatedAttr, RulesetError, Scope, path_beneath_rules,
    };

    use super::{Confinement, Reach};

    /// The newest version whose refusals this file has thought of: a newer one may refuse what havre
    /// needs.
    const KNOWN: ABI = ABI::V6;

    /// What her own folder needs. No links, devices or sockets, and nothing to run.
    const WRITING: &[AccessFs] = &[
        AccessFs::ReadFile,
        AccessFs::ReadDir,
        AccessFs::WriteFile,
        AccessFs::Truncate,
        AccessFs::MakeReg,
        AccessFs::MakeDir,
        AccessFs::RemoveFile,
        AccessFs::RemoveDir,
        // A second name for a file in another folder: the backups.
        AccessFs::Refer,
    ];

    pub fn from_programs() -> Confinement {
        enforce(|| {
            // A second name in another folder, as of a backup, is refused by every ruleset that does
            // not expressly allow it.
            ruleset(AccessFs::Execute | AccessFs::Refer)?
                .add_rules(path_beneath_rules(["/"], AccessFs::Refer))
        })
        .unwrap_or_default()
    }

    pub fn to(reach: &Reach<'_, impl AsRef<Path>>) -> Confinement {
        let reading = AccessFs::ReadFile | AccessFs::ReadDir;
        let writing: BitFlags<AccessFs> = WRITING.iter().copied().collect();
        enforce(|| {
            ruleset(AccessFs::from_all(KNOWN))?
                .add_rules(path_beneath_rules(reach.read, reading))?
                .add_rules(path_beneath_rules(reach.write, writing))
        })
        .unwrap_or_default()
    }

    /// The scope of signals is left open: Ctrl-Z must reach a wrapper script too.
    fn ruleset(files: BitFlags<AccessFs>) -> Result<RulesetCreated, RulesetError> {
        Ruleset::default()
            .handle_access(files)?
            .handle_access(AccessNet::from_all(KNOWN))?
            .scope(Scope::AbstractUnixSocket)?
            .create()
    }

    fn enforce(
        ruleset: impl FnOnce() -> Result<RulesetCreated, RulesetError>,
    ) -> Result<Confinement, RulesetError> {
        let status = ruleset()?.restrict_self()?;
        Ok(Confinement {
            no_new_privs: status.no_new_privs,
            version: match status.landlock {
                LandlockStatus::Available {
                    effective_abi,
                    kernel_abi,
                } => Some(kernel_abi.unwrap_or(effective_abi as i32)),
                LandlockStatus::NotEnabled | LandlockStatus::NotImplemented => None,
            },
        })
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::path::Path;

    use super::{Confinement, Reach};

    pub fn from_programs() -> Confinement {
        Confinement::default()
    }

    pub fn to(_: &Reach<'_, impl AsRef<Path>>) -> Confinement {
        Confinement::default()
    }
}
