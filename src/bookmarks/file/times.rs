//! Correction of times too far in the future.
//!
//! The later change wins, so a time far ahead of the present would always win: a removal in the
//! year 9999 would swallow every later bookmark. Such times are reduced when a file is read. They
//! keep their order and follow directly after the latest plausible time of the same file. The
//! result depends on the file alone: all machines with the same file get the same list, and later
//! changes on any of them have a later time.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::bookmarks::model::List;
use crate::clock;

/// Greatest plausible lead over the clock: clocks of two machines may be hours or a time zone
/// apart.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);
/// Greatest plausible lead if the clock of this machine is behind the file.
const AHEAD_OF_A_WRONG_CLOCK: SignedDuration = SignedDuration::from_hours(24 * 3650);

/// Reduces the times of the list that are too far ahead of `now`.
pub(super) fn clamp_future_times(list: &mut List, now: Timestamp) {
    let limit = limit(now);
    let (mut latest, mut far) = (None, BTreeMap::new());
    each(list, &mut |time| {
        if *time > limit {
            far.insert(*time, *time);
        } else {
            latest = latest.max(Some(*time));
        }
    });
    if far.is_empty() {
        return;
    }
    let latest = latest.unwrap_or(clock::earliest());
    for (rank, believed) in (1..).zip(far.values_mut()) {
        *believed = latest
            .checked_add(SignedDuration::from_micros(rank))
            .unwrap_or(latest);
    }
    each(list, &mut |time| {
        *time = far.get(time).copied().unwrap_or(*time);
    });
}

fn limit(now: Timestamp) -> Timestamp {
    let ahead = if clock::is_wrong(now) {
        AHEAD_OF_A_WRONG_CLOCK
    } else {
        AHEAD
    };
    let present = now.max(clock::earliest());
    present.checked_add(ahead).unwrap_or(present)
}

/// Calls `visit` with each time of the list.
fn each(list: &mut List, visit: &mut dyn FnMut(&mut Timestamp)) {
    for entry in list.entries.values_mut() {
        visit(&mut entry.added);
        entry.removed.iter_mut().for_each(&mut *visit);
        let parts = [
            entry.snapshot.as_mut().map(|part| &mut part.at),
            entry.note.as_mut().map(|part| &mut part.at),
            entry.labels.as_mut().map(|part| &mut part.at),
            entry.place.as_mut().map(|part| &mut part.at),
        ];
        parts.into_iter().flatten().for_each(&mut *visit);
    }
    for own in list.own.values_mut() {
        visit(&mut own.at);
        own.removed.iter_mut().for_each(&mut *visit);
    }
    for marked in list.marks.values_mut() {
        visit(&mut marked.marked);
        let earlier = marked.earlier.values_mut().map(|found| &mut found.at);
        earlier.for_each(&mut *visit);
    }
}
