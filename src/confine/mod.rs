//! Confinement of the process, to contain defects in havre or in one of its crates: no other
//! program is started, no connection is made, and only the named files can be opened. Uses
//! Landlock, seccomp and `no_new_privs` as far as the kernel supports them; [`Confinement::lacks`]
//! lists the missing parts.
//!
//! The confinement applies to the calling thread and to threads that it starts afterwards, so it
//! must be set up before other threads exist. Files that are open already stay open, in particular
//! the terminal.

#[cfg(target_os = "linux")]
mod calls;

use std::path::Path;
use std::sync::OnceLock;

/// Files that remain within reach, each with everything beneath it. Missing ones are left out.
#[derive(Debug)]
pub struct Reach<'a, P> {
    /// Paths that may be read.
    pub read: &'a [P],
    /// Paths under which files may be read, written, created, renamed and removed.
    pub write: &'a [P],
}

/// Extent of the confinement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confinement {
    /// True if no program can gain more rights than this one.
    pub no_new_privs: bool,
    /// State of Landlock.
    pub files: Landlock,
    /// True if system calls that havre never makes are refused.
    pub calls: bool,
    /// True if other programs cannot read the process's memory, and a crash leaves no core dump.
    pub memory: bool,
}

/// State of Landlock in a kernel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Landlock {
    /// Not supported.
    #[default]
    Missing,
    /// Disabled.
    Off,
    /// Supported, with this version of its interface.
    Version(i32),
}

/// Missing part of the confinement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingProtection {
    /// Landlock is missing in the kernel.
    Landlock,
    /// Landlock is disabled.
    LandlockOff,
    /// seccomp.
    Calls,
    /// Protection of the memory.
    Memory,
}

impl MissingProtection {
    /// Returns the id of the message of its name.
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
    /// Returns the version of Landlock in the kernel; `None` if none is in force.
    pub const fn version(self) -> Option<i32> {
        match self.files {
            Landlock::Version(version) => Some(version),
            Landlock::Off | Landlock::Missing => None,
        }
    }

    /// Returns true if access to other files and the start of other programs are refused.
    pub const fn holds_files(self) -> bool {
        self.version().is_some()
    }

    /// Returns true if TCP is refused.
    pub fn holds_network(self) -> bool {
        self.calls
            || self
                .version()
                .is_some_and(|version| version >= NETWORK_SINCE)
    }

    /// Returns the parts that this kernel lacks.
    pub fn lacks(self) -> Vec<MissingProtection> {
        let landlock = match self.files {
            Landlock::Off => MissingProtection::LandlockOff,
            Landlock::Missing | Landlock::Version(_) => MissingProtection::Landlock,
        };
        [
            (self.holds_files(), landlock),
            (self.calls, MissingProtection::Calls),
            (self.memory, MissingProtection::Memory),
        ]
        .into_iter()
        .filter_map(|(holds, lack)| (!holds).then_some(lack))
        .collect()
    }
}

/// First version of Landlock with rules for TCP (Linux 6.7).
const NETWORK_SINCE: i32 = 4;

/// Confinement of the whole process since [`from_programs`].
static PROCESS: OnceLock<Confinement> = OnceLock::new();

/// Refuses other programs, sockets, and unneeded system calls, but does not restrict files: for
/// commands that read and write paths given as arguments.
pub fn from_programs() -> Confinement {
    let confinement = Confinement {
        calls: system::refuse_calls(),
        memory: seal_memory(),
        ..system::from_programs()
    };
    *PROCESS.get_or_init(|| confinement)
}

/// Refuses the same, and all files except those within reach.
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

/// Disables core dumps, and access to the memory by other programs of the same login.
#[cfg(unix)]
fn seal_memory() -> bool {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, none).is_ok() && system::seal_memory()
}

#[cfg(not(unix))]
fn seal_memory() -> bool {
    system::seal_memory()
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

    /// Newest version of Landlock whose restrictions this file takes into account: a newer one may
    /// refuse access that havre needs.
    const KNOWN: ABI = ABI::V6;

    /// Access rights in the worker's own folder: no links, devices or sockets, and no execution.
    const WRITING: &[AccessFs] = &[
        AccessFs::ReadFile,
        AccessFs::ReadDir,
        AccessFs::WriteFile,
        AccessFs::Truncate,
        AccessFs::MakeReg,
        AccessFs::MakeDir,
        AccessFs::RemoveFile,
        AccessFs::RemoveDir,
        // Allows a second name for a file in another folder: the backups.
        AccessFs::Refer,
    ];

    pub use super::calls::refuse as refuse_calls;

    pub fn seal_memory() -> bool {
        set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok()
    }

    pub fn from_programs() -> Confinement {
        enforce(|| {
            // A second name in another folder, as of a backup, is refused by every ruleset that
            // does not explicitly allow it.
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
