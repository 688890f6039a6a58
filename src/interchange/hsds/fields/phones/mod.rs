//! Numbers of a record from all its parts, without repetitions, the one to call first at the head.

mod extension;
mod sources;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use self::extension::Extension;
pub use self::sources::Meanings;
use self::sources::{Said, items, label_of, of_fields, of_item};
use super::clean::{field, list};
use crate::directory::phone::{self, NotAPhone, TypedPhone, national, phones};
use crate::directory::{Phone, PhoneKind};
use crate::i18n::{Language, Messages, Text};
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
    /// Meanings of texts, kept from one record to the next.
    pub meanings: Meanings,
}

/// Words beside a number.
#[derive(Clone, Default)]
struct Beside {
    /// Types of the line.
    types: String,
    /// Its label.
    label: String,
    /// Its hours.
    hours: Option<Text>,
    extension: Extension,
    /// True if the extension may be that of a number in another field.
    is_shared: bool,
}

impl Numbers {
    /// Returns no numbers, with the known meanings of texts.
    pub fn knowing(meanings: Meanings) -> Self {
        Self {
            meanings,
            ..Self::default()
        }
    }

    /// Adds the numbers of an object and of its contact persons. `place` names their owner, unless
    /// that is the service itself.
    pub fn add(&mut self, owner: &Node<'_>, place: &str) {
        self.own(owner, place);
        for person in list(owner, "contacts") {
            let department = field(person, "department");
            let label = if department.is_empty() {
                place
            } else {
                &department
            };
            self.own(person, label);
        }
    }

    fn own(&mut self, owner: &Node<'_>, place: &str) {
        for item in ["phones", "phone"]
            .iter()
            .flat_map(|name| items(owner, name))
        {
            self.item(item, place);
        }
        let named: Vec<_> = of_fields(owner, &mut self.meanings).collect();
        for (name, text) in named {
            let beside = Beside {
                types: name.to_owned(),
                label: joined(&label_of(name), place),
                ..Beside::default()
            };
            self.texts(&[text], &beside);
        }
    }

    fn item(&mut self, item: &Node<'_>, place: &str) {
        let types = ["type", "number_type"].map(|name| field(item, name));
        let (label, hours) = with_hours(label(item, place));
        let beside = Beside {
            types: types.join(", "),
            label: self.cut(label),
            hours,
            extension: Extension::of(item),
            is_shared: false,
        };
        let found = of_item(item, &mut self.meanings);
        let own = found.iter().filter(|said| said.is_certain);
        let (has_plain, several) = (
            own.clone().any(|said| said.field.is_empty()),
            own.count() > 1,
        );
        for Said {
            field,
            texts,
            is_certain,
        } in found
        {
            let mut beside = Beside {
                label: joined(&label_of(field), &beside.label),
                is_shared: several && !has_plain,
                ..beside.clone()
            };
            if !field.is_empty() && self.meanings.kind(field).is_some() {
                field.clone_into(&mut beside.types);
            }
            if has_plain && !field.is_empty() || !is_certain {
                beside.extension = Extension::None;
            }
            if is_certain {
                self.texts(&texts, &beside);
            } else {
                // A number in a field that nobody knows is a guess.
                self.doubtful(format!("{} ?", texts.join(", ")), None, &beside);
            }
        }
    }

    /// Adds the numbers of the texts of a field.
    fn texts(&mut self, texts: &[Cow<'_, str>], beside: &Beside) {
        let found: Vec<_> = texts.iter().flat_map(|text| phones(text)).collect();
        let text = || texts.join(", ");
        let number = |one: &Result<TypedPhone, NotAPhone>| {
            let one = one.as_ref().ok();
            one.map(|one| national(&one.number).to_owned())
        };
        let first = found.first().and_then(number);
        let several = found.len() > 1 && !found.iter().all(|one| number(one) == first);
        let whose = (several || beside.is_shared)
            && beside.extension != Extension::Zero
            && !beside.extension.text().is_empty();
        if whose {
            let said = format!("{} ext. {}", text(), beside.extension.text());
            self.doubts.push(HsdsReason::WhoseExtension(said));
        }
        if beside.extension == Extension::Zero {
            self.doubts.push(HsdsReason::ExtensionZero(text()));
        }
        for one in found {
            match one {
                Ok(read) => self.read(read, beside, whose),
                Err(NotAPhone { text, .. }) => self.unread(text, beside, whose),
            }
        }
    }

    /// Adds a number that was read. `whose` tells that the extension may be another number's.
    fn read(&mut self, read: TypedPhone, beside: &Beside, whose: bool) {
        let mut beside = Beside {
            label: joined(&read.label, &beside.label),
            ..beside.clone()
        };
        let kind = self.kind(&beside);
        if !is_certain(&read.number, kind) {
            let text = phone::written(&read.number, read.extension.as_deref(), "");
            return self.unread(format!("{text} ?"), &beside, whose);
        }
        let own = read.extension;
        match &beside.extension {
            _ if whose => {
                let extension = beside.extension.text();
                self.push(read.number, own, kind, &beside, Some(&extension));
            }
            Extension::None | Extension::Zero => {
                self.push(read.number, own, kind, &beside, None);
            }
            Extension::Digits(all) => match own {
                None => {
                    for extension in all {
                        self.push(
                            read.number.clone(),
                            Some(extension.clone()),
                            kind,
                            &beside,
                            None,
                        );
                    }
                }
                Some(own) if all.contains(&own) => {
                    self.push(read.number, Some(own), kind, &beside, None);
                }
                // Two extensions of one number, of which one is wrong.
                Some(own) => {
                    let text = format!("{} ext. {own} / {}", read.number, all.join(" / "));
                    beside.extension = Extension::None;
                    self.doubtful(text, None, &beside);
                }
            },
            // A number with an extension in words stays text and cannot be dialled.
            Extension::Words(words) => {
                let own = own.map_or(String::new(), |own| format!("{own} / "));
                let text = format!("{} ext. {own}{words}", read.number);
                self.doubtful(text, None, &beside);
            }
        }
    }

    /// Adds a text that is no clear number, with its extension.
    fn unread(&mut self, text: String, beside: &Beside, whose: bool) {
        match &beside.extension {
            Extension::Digits(all) if !whose => {
                for extension in all {
                    self.doubtful(text.clone(), Some(extension.clone()), beside);
                }
            }
            Extension::Words(words) if !whose => {
                self.doubtful(format!("{text} ext. {words}"), None, beside);
            }
            _ => self.doubtful(text, None, beside),
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

    /// Returns the kind of line: by its type, or by the words beside it. Publishers give faxes the type of calls, too;
    /// but a line with this type is called if the words say both.
    fn kind(&mut self, beside: &Beside) -> PhoneKind {
        let of_type = self.meanings.kind(&beside.types);
        let of_words = self.meanings.kind(&beside.label);
        let is_untyped = beside.types.trim_matches([',', ' ']).is_empty();
        match (of_type, of_words) {
            (None, Some(PhoneKind::Fax)) if !is_untyped && phone::is_called(&beside.label) => {
                PhoneKind::Voice
            }
            (Some(kind), _) | (None, Some(kind @ (PhoneKind::Fax | PhoneKind::Tty))) => kind,
            (None, Some(kind)) if is_untyped => kind,
            (None, _) => PhoneKind::Voice,
        }
    }

    fn doubtful(&mut self, text: String, extension: Option<String>, beside: &Beside) {
        let kind = phone::kind(&text).unwrap_or_else(|| self.kind(beside));
        if self.push(text.clone(), extension, kind, beside, None) {
            self.doubts.push(HsdsReason::Number(text));
        }
    }

    /// Adds a number unless it is known; returns true if it is new. `unclear` is an extension that may be its.
    fn push(
        &mut self,
        number: String,
        extension: Option<String>,
        kind: PhoneKind,
        beside: &Beside,
        unclear: Option<&str>,
    ) -> bool {
        // Equal with and without the leading 1.
        let key = national(&number).to_owned();
        let is_new = self.seen.insert((key, extension.clone(), kind));
        if is_new {
            let [en, fr] = Language::ALL.map(|language| {
                let messages = Messages::of(language);
                let unclear =
                    unclear.map(|text| messages.filled("hsds-extension-label", "text", text));
                joined(&beside.label, &unclear.unwrap_or_default())
            });
            self.phones.push(Phone {
                number,
                extension,
                kind,
                label: (!en.is_empty()).then_some(Text { en, fr }),
                hours: beside.hours.clone(),
                places: Vec::new(),
            });
        }
        is_new
    }
}

/// Returns true unless a number is a short one, whose target depends on the network.
fn is_certain(number: &str, kind: PhoneKind) -> bool {
    !(5..=6).contains(&number.len()) || number.starts_with(['#', '*']) || kind == PhoneKind::Text
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
    for part in words
        .iter()
        .map(|text: &Cow<'_, str>| &**text)
        .chain([place])
    {
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
