//! System calls that havre never makes, refused with seccomp. They complement Landlock, which does
//! not cover UDP, Unix sockets, programs made in memory, and modes and times of files.

use std::collections::BTreeMap;
use std::env::consts::ARCH;

use seccompiler::{
    BackendError, BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition,
    SeccompFilter, SeccompRule, TargetArch, apply_filter,
};

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// Calls refused with any arguments. `socketpair` is not among them: the signal handler wakes the
/// program through one, and without `connect` and addresses it cannot reach other processes.
const NEVER: &[i64] = &[
    // Other machines and programs.
    libc::SYS_socket,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_sendmsg,
    libc::SYS_sendmmsg,
    libc::SYS_shmget,
    libc::SYS_shmat,
    libc::SYS_msgget,
    libc::SYS_semget,
    libc::SYS_mq_open,
    // New programs.
    libc::SYS_execve,
    libc::SYS_execveat,
    libc::SYS_memfd_create,
    // The memory and the files of other processes.
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_kcmp,
    libc::SYS_pidfd_open,
    libc::SYS_pidfd_getfd,
    libc::SYS_pidfd_send_signal,
    libc::SYS_rt_sigqueueinfo,
    libc::SYS_rt_tgsigqueueinfo,
    libc::SYS_tkill,
    libc::SYS_process_madvise,
    // Ways around this list.
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_open_by_handle_at,
    libc::SYS_name_to_handle_at,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_chroot,
    libc::SYS_pivot_root,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_move_mount,
    libc::SYS_open_tree,
    libc::SYS_fsopen,
    libc::SYS_fsmount,
    libc::SYS_fsconfig,
    libc::SYS_fspick,
    libc::SYS_mount_setattr,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_keyctl,
    libc::SYS_personality,
    // Modes, owners, attributes and times, which Landlock leaves open on files out of reach.
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    FCHMODAT2,
    libc::SYS_fchown,
    libc::SYS_fchownat,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_fsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    libc::SYS_fremovexattr,
    libc::SYS_utimensat,
    libc::SYS_mknodat,
];

/// `fchmodat2`, the same number on every architecture; missing in musl's list.
const FCHMODAT2: i64 = 452;

/// Calls missing on newer architectures.
#[cfg(target_arch = "x86_64")]
const NEVER_HERE: &[i64] = &[
    libc::SYS_fork,
    libc::SYS_vfork,
    libc::SYS_chmod,
    libc::SYS_chown,
    libc::SYS_lchown,
    libc::SYS_utime,
    libc::SYS_utimes,
    libc::SYS_futimesat,
    libc::SYS_mknod,
];
#[cfg(not(target_arch = "x86_64"))]
const NEVER_HERE: &[i64] = &[];

/// Bit of the call numbers of the x32 ABI of `x86_64`, and the calls that have their own numbers
/// there (`execve` to `execveat`, with a few harmless ones between).
const X32: i64 = 0x4000_0000;
const X32_OWN: std::ops::RangeInclusive<i64> = 512..=547;

/// Puts characters into the terminal's input, to be run by a shell later.
const TIOCSTI: u64 = 0x5412;
/// Pastes on a console of Linux.
const TIOCLINUX: u64 = 0x541c;

/// Refuses the calls, for this thread and those that it starts. Returns true on success.
pub fn refuse() -> bool {
    apply().is_ok()
}

fn apply() -> Result<(), seccompiler::Error> {
    // A filter cannot see the arguments of `clone3`; where that is refused, the C library falls
    // back to `clone`.
    let clone3 = BTreeMap::from([(libc::SYS_clone3, Vec::new())]);
    apply_filter(&program(clone3, libc::ENOSYS)?)?;
    apply_filter(&program(rules()?, libc::EPERM)?)
}

fn program(rules: Rules, errno: i32) -> Result<BpfProgram, BackendError> {
    let errno = SeccompAction::Errno(errno.unsigned_abs());
    let architecture = TargetArch::try_from(ARCH)?;
    SeccompFilter::new(rules, SeccompAction::Allow, errno, architecture)?.try_into()
}

fn rules() -> Result<Rules, BackendError> {
    let mut rules = Rules::new();
    for call in NEVER.iter().chain(NEVER_HERE) {
        rules.insert(*call, Vec::new());
    }
    let own = u64::from(std::process::id());
    for (call, conditions) in [
        // Threads are allowed, processes are not.
        (
            libc::SYS_clone,
            vec![when(0, without(libc::CLONE_THREAD), 0)?],
        ),
        // Without an address a pair of sockets reaches no other process.
        (libc::SYS_sendto, vec![address_given()?]),
        // Ctrl-Z stops the process group; no other signal is sent.
        (libc::SYS_kill, vec![when(0, SeccompCmpOp::Ne, 0)?]),
        (libc::SYS_tgkill, vec![when(0, SeccompCmpOp::Ne, own)?]),
        (libc::SYS_prlimit64, vec![when(0, SeccompCmpOp::Ne, 0)?]),
        (
            libc::SYS_ioctl,
            vec![
                when(1, SeccompCmpOp::Eq, TIOCSTI)?,
                when(1, SeccompCmpOp::Eq, TIOCLINUX)?,
            ],
        ),
    ] {
        rules.insert(call, conditions);
    }
    if cfg!(target_arch = "x86_64") {
        let again: Vec<_> = rules
            .iter()
            .map(|(call, conditions)| (call | X32, conditions.clone()))
            .collect();
        rules.extend(again);
        rules.extend(X32_OWN.map(|call| (call | X32, Vec::new())));
    }
    Ok(rules)
}

/// Returns the comparison of an argument by index, 32 bits wide.
fn when(argument: u8, operator: SeccompCmpOp, value: u64) -> Result<SeccompRule, BackendError> {
    let length = SeccompCmpArgLen::Dword;
    SeccompRule::new(vec![SeccompCondition::new(
        argument, length, operator, value,
    )?])
}

fn without(flag: i32) -> SeccompCmpOp {
    SeccompCmpOp::MaskedEq(u64::from(flag.unsigned_abs()))
}

fn address_given() -> Result<SeccompRule, BackendError> {
    let length = SeccompCmpArgLen::Qword;
    SeccompRule::new(vec![SeccompCondition::new(4, length, SeccompCmpOp::Ne, 0)?])
}
