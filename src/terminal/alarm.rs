//! Timer that also counts the time of a sleeping machine: an unattended screen must be covered as
//! soon as a lid is opened. It takes no processor time until it expires.

use std::time::Duration;

/// Sets or cancels the timer. Returns false if the system has none: the caller must then wait
/// itself.
pub fn set(after: Option<Duration>) -> bool {
    system::set(after.unwrap_or_default())
}

/// Returns true if the alarm went off and [`super::Event::Idle`] has not been sent yet.
pub fn is_due() -> bool {
    system::is_due()
}

pub(super) use system::{fd, take};

#[cfg(target_os = "linux")]
mod system {
    use std::os::fd::{AsFd as _, BorrowedFd, OwnedFd};
    use std::sync::LazyLock;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::time::{
        Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, timerfd_create,
        timerfd_settime,
    };

    static TIMER: LazyLock<Option<OwnedFd>> = LazyLock::new(|| {
        let flags = TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK;
        timerfd_create(TimerfdClockId::Boottime, flags).ok()
    });

    const AT_ONCE: Timespec = Timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };

    /// Zero cancels the timer.
    pub fn set(after: Duration) -> bool {
        let Some(timer) = TIMER.as_ref() else {
            return false;
        };
        let Ok(after) = Timespec::try_from(after) else {
            return false;
        };
        let once = Itimerspec {
            it_interval: AT_ONCE,
            it_value: after,
        };
        timerfd_settime(timer, TimerfdTimerFlags::empty(), &once).is_ok()
    }

    pub fn fd() -> Option<BorrowedFd<'static>> {
        TIMER.as_ref().map(OwnedFd::as_fd)
    }

    pub fn is_due() -> bool {
        fd().is_some_and(|timer| {
            let mut watched = [PollFd::from_borrowed_fd(timer, PollFlags::IN)];
            poll(&mut watched, Some(&AT_ONCE)).is_ok_and(|ready| ready > 0)
        })
    }

    /// Records that the timer expired.
    pub fn take() {
        if let Some(timer) = fd() {
            // If the timer was set again meanwhile, there is nothing to read.
            let _ = rustix::io::read(timer, &mut [0; 8]);
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::os::fd::BorrowedFd;
    use std::time::Duration;

    pub fn set(_: Duration) -> bool {
        false
    }

    pub fn fd() -> Option<BorrowedFd<'static>> {
        None
    }

    pub fn is_due() -> bool {
        false
    }

    pub fn take() {}
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::os::fd::AsRawFd as _;

    use super::*;

    #[test]
    fn the_alarm_goes_off_once_and_not_after_a_reset() {
        assert!(set(Some(Duration::from_millis(1))));
        while !is_due() {
            std::thread::yield_now();
        }
        take();
        assert!(!is_due());
        assert!(set(Some(Duration::from_secs(1000))));
        assert!(set(None));
        assert!(!is_due());
    }

    #[test]
    fn the_time_of_a_sleeping_machine_counts() {
        // `CLOCK_BOOTTIME` of linux/time.h; `CLOCK_MONOTONIC` (1) stands still meanwhile.
        const BOOT_TIME: &str = "clockid: 7";
        let timer = fd().unwrap().as_raw_fd();
        let told = std::fs::read_to_string(format!("/proc/self/fdinfo/{timer}")).unwrap();
        assert!(told.lines().any(|line| line == BOOT_TIME), "{told}");
    }
}
