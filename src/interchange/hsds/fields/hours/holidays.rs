//! Days on which a service is closed, or has other hours.

use crate::directory::check::is_day;
use crate::i18n::Text;
use crate::interchange::hsds::fields::clean::{Distinct, field, list};
use crate::interchange::hsds::node::Node;

/// Fields with such days.
const NAMES: [&str; 3] = ["holiday_schedules", "holiday_schedule", "holidays"];

/// Returns the days that have not passed on `today`, in brackets; `None` if there are none.
pub fn of<'a>(owners: impl Iterator<Item = &'a Node<'a>>, today: &str) -> Option<Text> {
    let mut english = Distinct::default();
    let mut french = Distinct::default();
    let days = owners.flat_map(|owner| NAMES.iter().flat_map(|name| list(owner, name)));
    for [en, fr] in days.filter_map(|day| said(day, today)) {
        english.add(&en);
        french.add(&fr);
    }
    (!english.all.is_empty()).then(|| Text {
        en: format!("({})", english.all.join("; ")),
        fr: format!("({})", french.all.join("; ")),
    })
}

fn said(day: &Node<'_>, today: &str) -> Option<[String; 2]> {
    let [start, end] = ["start_date", "end_date"].map(|name| field(day, name));
    let end = if end.is_empty() { start.clone() } else { end };
    if is_day(&end) && &*end < today {
        return None;
    }
    let closed = field(day, "closed").to_lowercase();
    let is_closed = ["true", "yes", "oui", "1", "y", "t"].contains(&closed.as_str());
    let times = ["opens_at", "closes_at"].map(|name| field(day, name));
    let times = times.join("–");
    let [days, jours] = match (start.is_empty(), start == end) {
        (true, _) => [end.to_string(), end.to_string()],
        (_, true) => [start.to_string(), start.to_string()],
        _ => [format!("{start} to {end}"), format!("du {start} au {end}")],
    };
    if is_closed {
        let le = if start == end { "le " } else { "" };
        return Some([format!("closed {days}"), format!("fermé {le}{jours}")]);
    }
    let words = field(day, "description");
    let words = if times == "–" {
        words.as_ref()
    } else {
        &times
    };
    Some([
        format!("{days}: {words}"),
        format!("{jours}\u{a0}: {words}"),
    ])
}
