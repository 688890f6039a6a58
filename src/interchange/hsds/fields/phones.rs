//! Numbers of a record from all its parts, without repetitions, the one to call first at the head.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::clean::{field, list};
use crate::directory::phone::{NotAPhone, phones};
use crate::directory::{Phone, PhoneKind};
use crate::i18n::Text;
use crate::interchange::hsds::HsdsReason;
use crate::interchange::hsds::node::Node;

/// Beginning of hours in brackets.
pub const HOURS: &str = "[hours: ";

/// Greatest length of a label in characters; a longer one is cut.
const LONGEST_LABEL: usize = 160;

/// Numbers found in a record.
#[derive(Default)]
pub struct Numbers {
    /// The numbers, those of the service first.
    pub phones: Vec<Phone>,
    /// Numbers in doubt.
    pub doubts: Vec<HsdsReason>,
    seen: FxHashSet<(String, Option<String>, PhoneKind)>,
    /// Labels that were cut.
    cut: FxHashSet<String>,
    /// The hours of the number that is read.
    hours: Option<Text>,
}

impl Numbers {
    /// Adds the numbers of an object and of its contact persons. `place` names their owner, unless
    /// that is the service itself.
    pub fn add(&mut self, owner: &Node<'_>, place: &str) {
        for phone in list(owner, "phones").iter().chain(list(owner, "phone")) {
            self.number(phone, place);
        }
        for person in list(owner, "contacts") {
            let department = field(person, "department");
            let label = if department.is_empty() {
                place
            } else {
                &department
            };
            for phone in list(person, "phones") {
                self.number(phone, label);
            }
        }
    }

    fn number(&mut self, phone: &Node<'_>, place: &str) {
        // Some exports put quotes around the number.
        let plain = |text: Cow<'_, str>| text.trim_matches(['"', '\'', ' ']).to_owned();
        let text = match phone {
            Node::Text(_) => plain(super::clean::value(phone)),
            _ => plain(field(phone, "number")),
        };
        if text.is_empty() {
            return;
        }
        let extension = plain(field(phone, "extension"));
        let extension = extension
            .trim_start_matches(['x', 'X', '#', ' '])
            .to_owned();
        let kind = kind(phone);
        let (label, hours) = with_hours(label(phone, place));
        let label = self.cut(label);
        self.hours = hours;
        for found in phones(&text) {
            match found {
                Ok(read) => {
                    let label = joined(&read.label, &label);
                    let own = read.extension.into_iter().collect::<Vec<_>>();
                    let extensions = if own.is_empty() {
                        digits(&extension)
                    } else {
                        own
                    };
                    if extensions.is_empty() && !extension.is_empty() {
                        // A number with an extension in words stays text and cannot be dialled.
                        let text = format!("{} ext. {extension}", read.number);
                        self.doubtful(text, None, kind, &label);
                    } else if extensions.is_empty() {
                        self.push(read.number, None, kind, &label);
                    } else {
                        for extension in extensions {
                            self.push(read.number.clone(), Some(extension), kind, &label);
                        }
                    }
                }
                Err(NotAPhone { text, .. }) => {
                    let extension = digits(&extension).into_iter().next();
                    self.doubtful(text, extension, kind, &label);
                }
            }
        }
    }

    /// Cuts a label that is too long at a word.
    fn cut(&mut self, label: String) -> String {
        let Some((end, _)) = label.char_indices().nth(LONGEST_LABEL) else {
            return label;
        };
        let end = label[..end].rfind(' ').unwrap_or(end);
        let cut = format!("{}…", label[..end].trim_end_matches([' ', ',']));
        if self.cut.insert(label.clone()) {
            self.doubts.push(HsdsReason::Label(label));
        }
        cut
    }

    fn doubtful(&mut self, text: String, extension: Option<String>, kind: PhoneKind, label: &str) {
        if self.push(text.clone(), extension, kind, label) {
            self.doubts.push(HsdsReason::Number(text));
        }
    }

    /// Adds a number unless it is known; returns true if it is new.
    fn push(
        &mut self,
        number: String,
        extension: Option<String>,
        kind: PhoneKind,
        label: &str,
    ) -> bool {
        // Equal with and without the leading 1.
        let key = number.strip_prefix("1-").unwrap_or(&number).to_owned();
        let is_new = self.seen.insert((key, extension.clone(), kind));
        if is_new {
            let label = (!label.is_empty()).then(|| Text {
                en: label.to_owned(),
                fr: label.to_owned(),
            });
            self.phones.push(Phone {
                number,
                extension,
                kind,
                label,
                hours: self.hours.clone(),
                places: Vec::new(),
            });
        }
        is_new
    }
}

/// Splits extensions in digits: `4385, 4500` are two.
fn digits(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split([',', ';', '/']).map(str::trim).collect();
    let all = parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if all {
        parts.into_iter().map(str::to_owned).collect()
    } else {
        Vec::new()
    }
}

/// Returns the kind of line: from the type, or from a description that names a fax.
fn kind(phone: &Node<'_>) -> PhoneKind {
    let kind = ["type", "number_type"].map(|name| field(phone, name).to_lowercase());
    let kind = kind.join(" ");
    let description = || field(phone, "description").to_lowercase();
    let has = |text: &str, names: &[&str]| {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        words.any(|word| names.contains(&word))
    };
    let is_fax = |text: &str| has(text, &["fax", "télécopieur", "telecopieur"]);
    if is_fax(&kind) || (kind.trim().is_empty() && is_fax(&description())) {
        PhoneKind::Fax
    } else if has(&kind, &["tty", "tdd", "ats", "textphone"]) {
        PhoneKind::Tty
    } else if ["sms", "text"].iter().any(|one| kind.contains(one)) {
        PhoneKind::Text
    } else {
        PhoneKind::Voice
    }
}

/// Takes hours in brackets out of a label, as an export of havre writes them: `Intake [hours: 24/7]`.
fn with_hours(label: String) -> (String, Option<Text>) {
    let found = label
        .split_once(HOURS)
        .and_then(|(before, rest)| Some((before, rest.split_once(']')?)));
    let Some((before, (hours, after))) = found else {
        return (label, None);
    };
    let hours = Text {
        en: hours.to_owned(),
        fr: hours.to_owned(),
    };
    (format!("{before}{after}").trim().to_owned(), Some(hours))
}

fn label(phone: &Node<'_>, place: &str) -> String {
    let words = ["description", "department", "vanity_number"].map(|name| field(phone, name));
    let mut label = String::new();
    for part in words.iter().map(|text| &**text).chain([place]) {
        if !label.contains(part) {
            label = joined(&label, part);
        }
    }
    label
}

fn joined(first: &str, second: &str) -> String {
    match (first.is_empty(), second.is_empty()) {
        (true, _) => second.to_owned(),
        (_, true) => first.to_owned(),
        _ => format!("{first}, {second}"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Returns each number as dialled, with its kind, and the number of doubtful ones.
    fn read(owner: &serde_json::Value) -> (Vec<String>, usize) {
        let mut numbers = Numbers::default();
        numbers.add(&owner.clone().into(), "");
        let dialled = numbers.phones.iter();
        let dialled = dialled.map(|phone| format!("{} {:?}", phone.dialled(), phone.kind));
        (dialled.collect(), numbers.doubts.len())
    }

    #[test]
    fn a_kind_is_a_whole_word() {
        let owner = json!({"phones": [{"number": "902-555-0126", "type": "WhatsApp"},
            {"number": "902-555-0127", "type": "ATS"}]});
        assert_eq!(read(&owner).0, ["902-555-0126 Voice", "902-555-0127 Tty"]);
    }

    #[test]
    fn each_number_stands_once_with_its_extension() {
        let same = json!({"number": "\"902 555 0123\"", "extension": 100, "type": "voice"});
        let owner = json!({"phones": [same, same], "contacts": [{"phones": [same]}]});
        assert_eq!(
            read(&owner),
            (vec!["902-555-0123 x100 Voice".to_owned()], 0)
        );
        let several = json!({"phones": [{"number": "902 555-0123", "extension": "43, 45"},
            {"number": 9_025_550_124_u64, "number_type": "fax"}, {"number": "902-555-0125", "description": "Fax line"}]});
        let expected = [
            "902-555-0123 x43 Voice",
            "902-555-0123 x45 Voice",
            "902-555-0124 Fax",
            "902-555-0125 Fax",
        ];
        assert_eq!(read(&several).0, expected);
    }

    #[test]
    fn a_long_description_is_cut_and_reported() {
        let words = "Ask for the desk of the night, ".repeat(8);
        let owner = json!({"phones": [{"number": "902-555-0123",
            "description": format!("{words} [hours: 24/7]")}]});
        let mut numbers = Numbers::default();
        numbers.add(&owner.into(), "");
        let label = &numbers.phones[0].label.as_ref().unwrap().en;
        assert!(
            label.starts_with("Ask for") && label.ends_with("the night, Ask…"),
            "{label}"
        );
        assert!(label.chars().count() <= LONGEST_LABEL + 1);
        assert_eq!(numbers.phones[0].hours.as_ref().unwrap().en, "24/7");
        assert_eq!(numbers.doubts, [HsdsReason::Label(words.trim().to_owned())]);
    }

    #[test]
    fn doubtful_numbers_stay_text() {
        let abroad = json!({"phones": [{"number": "\"+44 1234 234567\"", "extension": 100}]});
        let (said, doubts) = read(&abroad);
        assert_eq!(
            (said[0].as_str(), doubts),
            ("+44 1234 234567 x100 Voice", 1)
        );
        let words = json!({"phones": [{"number": "902-555-0123", "extension": "ask for Kim"}]});
        assert_eq!(read(&words).1, 1);
        assert_eq!(
            read(&json!({"phones": [{"number": ""}, {}, null, 7]})),
            (vec![], 0)
        );
    }
}
