//! Restrictions of schedules to dates, weeks or months, and clocks that may not be the local one.

use super::clock::clock;
use crate::interchange::hsds::fields::clean::field;
use crate::interchange::hsds::node::Node;

/// Restriction of a week, shown in brackets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Restriction {
    pub(super) english: String,
    pub(super) french: String,
}

/// Returns the restriction that keeps a schedule from being a plain week, in brackets; empty if
/// there is none.
pub(super) fn restriction(schedule: &Node<'_>) -> Restriction {
    let mut english = Vec::new();
    let mut french = Vec::new();
    let dates = [
        ("valid_from", "from", "du"),
        ("valid_to", "until", "jusqu’au"),
        ("until", "until", "jusqu’au"),
    ];
    for (name, en, fr) in dates {
        let date = field(schedule, name);
        if !date.is_empty() {
            let (en, fr) = (format!("{en} {date}"), format!("{fr} {date}"));
            if !english.contains(&en) {
                english.push(en);
                french.push(fr);
            }
        }
    }
    let zone = clock(&field(schedule, "opens_at")).map_or_else(String::new, |clock| clock.zone);
    if !zone.is_empty() {
        english.push(zone.clone());
        french.push(zone);
    }
    let some = [
        "bymonthday",
        "byweekno",
        "byyearday",
        "bymonth",
        "bysetpos",
        "count",
    ];
    let interval = field(schedule, "interval");
    let other = ["monthly", "yearly", "hourly"];
    let freq = field(schedule, "freq").to_lowercase();
    if some.iter().any(|name| !field(schedule, name).is_empty())
        || !["", "1"].contains(&&*interval)
        || other.contains(&freq.as_str())
    {
        english.push("on some days only".to_owned());
        french.push("certains jours seulement".to_owned());
    }
    let brackets = |parts: Vec<String>| {
        if parts.is_empty() {
            String::new()
        } else {
            format!(" ({})", parts.join(", "))
        }
    };
    Restriction {
        english: brackets(english),
        french: brackets(french),
    }
}
