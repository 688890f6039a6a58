//! Locking the program in, so that a defect in it, or in a crate that it uses, cannot be made a way
//! out: no other program is started, nothing is connected to, and of all files only those named can
//! be opened. Linux does it (Landlock, seccomp and `no_new_privs`), as far as the kernel at hand knows
//! how; [`Confinement::lacks`] names what it does not.
//!
//! It holds for the thread that calls and for those that it starts afterwards: call it before there
//! are others. What is open already stays open, the terminal above all.

#[cfg(target_os = "linux")]
mod calls;

use std::path::Path;
use std::sync::OnceLock;

use rustix::process::{Resource, Rlimit, setrlimit};

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
    /// Whether the kernel has Landlock.
    pub files: Landlock,
    /// Whether system calls that havre never makes are refused.
    pub calls: bool,
    /// Whether no other program can read its memory, nor a file that a crash leaves behind.
    pub memory: bool,
}

/// Whether a kernel has Landlock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Landlock {
    /// It has none.
    #[default]
    Missing,
    /// It is switched off.
    Off,
    /// It has that version.
    Version(i32),
}

/// Something that cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Landlock: the kernel has none.
    Landlock,
    /// Landlock: it is switched off.
    LandlockOff,
    /// seccomp.
    Calls,
    /// The memory's protection.
    Memory,
}

impl Lack {
    /// Id of the message that names it.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Landlock => "lack-landlock",
            Self::LandlockOff => "lack-landlock-off",
            Self::Calls => "lack-calls",
            Self::Memory => "lack-memory",
        }
    }
}

impl Confinement {
    /// The version of Landlock that the kernel has; `None` where it has none in force.
    pub const fn version(self) -> Option<i32> {
        match self.files {
            Landlock::Version(version) => Some(version),
            Landlock::Off | Landlock::Missing => None,
        }
    }

    /// Whether files out of reach are refused, and every other program.
    pub const fn holds_files(self) -> bool {
        self.version().is_some()
    }

    /// Whether TCP is refused.
    pub fn holds_network(self) -> bool {
        self.calls
            || self
                .version()
                .is_some_and(|version| version >= NETWORK_SINCE)
    }

    /// Returns what cannot be had here.
    pub fn lacks(self) -> Vec<Lack> {
        let landlock = match self.files {
            Landlock::Off => Lack::LandlockOff,
            Landlock::Missing | Landlock::Version(_) => Lack::Landlock,
        };
        [
            (self.holds_files(), landlock),
            (self.calls, Lack::Calls),
            (self.memory, Lack::Memory),
        ]
        .into_iter()
        .filter_map(|(holds, lack)| (!holds).then_some(lack))
        .collect()
    }
}

/// The first version of Landlock that knows of TCP (Linux 6.7).
pub const NETWORK_SINCE: i32 = 4;

/// What holds for the whole process since [`from_programs`].
static PROCESS: OnceLock<Confinement> = OnceLock::new();

/// Refuses every other program, every socket and every system call that havre has no use for, and
/// leaves the files alone: for commands that read and write where they are told.
pub fn from_programs() -> Confinement {
    let confinement = Confinement {
        calls: system::refuse_calls(),
        memory: seal_memory(),
        ..system::from_programs()
    };
    *PROCESS.get_or_init(|| confinement)
}

/// Refuses the same, and all files but those within reach.
pub fn to(reach: &Reach<'_, impl AsRef<Path>>) -> Confinement {
    let (calls, memory) = match PROCESS.get() {
        Some(process) => (process.calls, process.memory),
        None => (system::refuse_calls(), seal_memory()),
    };
    Confinement {
        calls,
        memory,
        ..system::to(reach)
    }
}

/// Leaves no image of the memory behind, and lets no other program of the same login read it.
fn seal_memory() -> bool {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, none).is_ok() && system::seal_memory()
}

#[cfg(target_os = "linux")]
mod system {
    use std::path::Path;

    use landlock::{
        ABI, Access, AccessFs, AccessNet, BitFlags, LandlockStatus, Ruleset, RulesetAttr,
        RulesetCreated, RulesetCreatedAttr, RulesetError, Scope, path_beneath_rules,
    };
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};

    use super::{Confinement, Landlock, Reach};

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

    pub use super::calls::refuse as refuse_calls;

    pub fn seal_memory() -> bool {
        set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok()
    }

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
            files: match status.landlock {
                LandlockStatus::Available {
                    effective_abi,
                    kernel_abi,
                } => Landlock::Version(kernel_abi.unwrap_or(effective_abi as i32)),
                LandlockStatus::NotEnabled => Landlock::Off,
                LandlockStatus::NotImplemented => Landlock::Missing,
            },
            ..Confinement::default()
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

    pub fn refuse_calls() -> bool {
        false
    }

    pub fn seal_memory() -> bool {
        false
    }

    pub fn to(_: &Reach<'_, impl AsRef<Path>>) -> Confinement {
        Confinement::default()
    }
}
