//! State of a running process, from `/proc`.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::DEADLINE;

/// Process that may have ended; a zombie counts as ended.
#[derive(Clone, Copy, Debug)]
pub struct Process(pub u32);

impl Process {
    /// Returns the process with this id.
    pub const fn numbered(id: u32) -> Self {
        Self(id)
    }

    /// Sends a signal to the process.
    pub fn signal(self, signal: Signal) {
        let id = Pid::from_raw(self.0.try_into().unwrap()).unwrap();
        kill_process(id, signal).unwrap();
    }

    /// Waits until it has a child, and returns that.
    #[track_caller]
    pub fn child(self) -> Self {
        wait_until("a child", || self.children().first().copied().map(Self))
    }

    fn children(self) -> Vec<u32> {
        let path = format!("/proc/{0}/task/{0}/children", self.0);
        let children = fs::read_to_string(path).unwrap_or_default();
        children
            .split_whitespace()
            .filter_map(|id| id.parse().ok())
            .collect()
    }

    /// Waits until it is stopped, as by Ctrl-Z.
    #[track_caller]
    pub fn wait_until_stopped(self) {
        wait_until("a stop", || (self.state()? == 'T').then_some(()));
    }

    /// Waits until it has ended, and returns the total processor time that it used.
    #[track_caller]
    pub fn wait_until_ended(self) -> Duration {
        let mut used = Duration::ZERO;
        wait_until("the end", || {
            used = self.processor_time().unwrap_or(used);
            matches!(self.state(), None | Some('Z')).then_some(used)
        })
    }

    /// Returns the processor time used so far, in steps of 10 ms; `None` once it is gone.
    pub fn processor_time(self) -> Option<Duration> {
        let fields = self.fields()?;
        let ticks: u64 = fields[11].parse::<u64>().ok()? + fields[12].parse::<u64>().ok()?;
        Some(Duration::from_millis(ticks * 10))
    }

    /// Returns true if a program started by one of its threads can gain more rights than it has
    /// itself (`no_new_privs` is not set).
    pub fn may_gain_rights(self) -> bool {
        let threads = fs::read_dir(format!("/proc/{}/task", self.0)).unwrap();
        let statuses = threads
            .map(|thread| fs::read_to_string(thread.unwrap().path().join("status")).unwrap());
        statuses
            .into_iter()
            .any(|status| !status.contains("NoNewPrivs:\t1"))
    }

    /// Returns the number of times that its threads went to sleep so far: an unchanged number means
    /// that none woke.
    pub fn wake_ups(self) -> u64 {
        let threads = fs::read_dir(format!("/proc/{}/task", self.0)).unwrap();
        threads.map(|thread| sleeps(&thread.unwrap().path())).sum()
    }

    /// Returns true if its main thread is blocked in a write, as on a stalled link.
    pub fn is_writing(self) -> bool {
        let call = fs::read_to_string(format!("/proc/{}/syscall", self.0)).unwrap_or_default();
        let write = if cfg!(target_arch = "x86_64") {
            "1 "
        } else {
            "64 "
        };
        call.starts_with(write)
    }

    /// Returns the memory of the process; zero if the system does not report it.
    pub fn memory(self) -> Memory {
        let path = format!("/proc/{}/smaps_rollup", self.0);
        let text = fs::read_to_string(path).unwrap_or_default();
        let sum_of = |names: &[&str]| names.iter().map(|name| kilobytes(&text, name)).sum();
        Memory {
            shared_in_part: sum_of(&["Pss:"]),
            private: sum_of(&["Private_Clean:", "Private_Dirty:"]),
        }
    }

    fn state(self) -> Option<char> {
        self.fields()?[0].chars().next()
    }

    /// Returns the fields of `/proc/ID/stat` from the third on: the second, the name, can contain
    /// anything.
    fn fields(self) -> Option<Vec<String>> {
        let text = fs::read_to_string(format!("/proc/{}/stat", self.0)).ok()?;
        let (_, fields) = text.rsplit_once(')')?;
        Some(fields.split_whitespace().map(str::to_owned).collect())
    }
}

/// Memory of one process in kB.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    /// Proportional set size: shared pages count by the number of processes that share them.
    pub shared_in_part: u64,
    /// Unique set size: pages that no other process maps.
    pub private: u64,
}

/// Returns the value of one line of `smaps_rollup`.
fn kilobytes(text: &str, name: &str) -> u64 {
    let value = text.lines().find_map(|line| line.strip_prefix(name));
    value
        .and_then(|value| value.trim().strip_suffix(" kB")?.parse().ok())
        .unwrap_or(0)
}

fn sleeps(thread: &Path) -> u64 {
    let status = fs::read_to_string(thread.join("status")).unwrap();
    let count = status
        .lines()
        .find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
    count.and_then(|count| count.trim().parse().ok()).unwrap()
}

/// Asks repeatedly until there is an answer, and panics at the time limit.
#[track_caller]
pub fn wait_until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    while start.elapsed() < DEADLINE {
        if let Some(answer) = ask() {
            return answer;
        }
        thread::sleep(Duration::from_millis(2));
    }
    panic!("waited in vain for {what}");
}
