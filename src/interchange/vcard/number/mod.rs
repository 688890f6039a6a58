//! Properties with numbers: names, types and labels of telephones and address books.

use std::borrow::Cow;
use std::collections::HashMap;

use super::lines::{Card, Property, unquoted};
use crate::directory::{PhoneKind, phone};
use crate::interchange::incoming::one_line;
use crate::interchange::{Line, LineType};

/// Parameters that do not describe the line.
const TECHNICAL: [&str; 8] = [
    "CHARSET", "ENCODING", "VALUE", "PREF", "LANGUAGE", "ALTID", "PID", "X-LABEL",
];

/// Types of Outlook that say whom a number reaches.
const PURPOSES: [&str; 7] = [
    "callback",
    "assistant",
    "company",
    "radio",
    "car",
    "isdn",
    "video",
];

/// Returns true for the properties of numbers: `TEL`, Outlook's `X-MS-TEL`, `X-PHONE-2`.
pub(super) fn is_number(name: &str) -> bool {
    let mut words = name.split('-');
    words.any(|word| word == "TEL") || name.contains("PHONE") && !name.contains("PHONETIC")
}

/// Returns true for properties of unknown use, in which a number may stand; those of a program's own data
/// have digits of their own.
pub(super) fn may_be_one(name: &str) -> bool {
    let known = [
        "VERSION",
        "REV",
        "PRODID",
        "TZ",
        "SOURCE",
        "PROFILE",
        "MAILER",
        "SORT-STRING",
        "AGENT",
        "KIND",
        "MEMBER",
        "CLIENTPIDMAP",
        "CALURI",
        "FBURL",
        "CALADRURI",
        "XML",
    ];
    let is_own = |word: &str| matches!(word, "ID" | "UID" | "ABUID" | "TIME" | "DATE" | "REV");
    !known.contains(&name) && !name.split(['-', '_']).any(is_own)
}

/// Returns the line that the parameters and the label of a property describe, without its number.
pub(super) fn line(property: &Property, labels: &GroupLabels) -> Line {
    let types = property.types();
    let named = property.parameter("X-LABEL");
    // RFC 6868.
    let named = named.map(|label| one_line(&label.replace("^'", "\"").replace("^^", "^")));
    let is_named = named.is_some();
    let mut label = named.unwrap_or_else(|| labels.get(property));
    if label.is_empty() {
        let told = types.iter().filter(|one| PURPOSES.contains(&one.as_str()));
        label = told.map(String::as_str).collect::<Vec<_>>().join(", ");
    }
    let words = words(property);
    let has = |word: &str| types.iter().any(|one| one.contains(word));
    // A card of version 3.0 has no other type for texts; a line for calls has several.
    let is_messages = types.iter().any(|one| one == "msg")
        && types
            .iter()
            .all(|one| matches!(one.as_str(), "msg" | "pref"));
    let kind = match (phone::kind(&words), phone::kind(&label)) {
        (Some(PhoneKind::Fax), _) | (_, Some(PhoneKind::Fax)) => PhoneKind::Fax,
        _ if has("fax") => PhoneKind::Fax,
        (Some(kind), _) => kind,
        _ if is_messages || has("sms") => PhoneKind::Text,
        // Apple gives every line this type, and its own label the kind.
        _ if is_named && has("voice") => PhoneKind::Voice,
        (None, Some(kind)) => kind,
        (None, None) => PhoneKind::Voice,
    };
    // A label by another parameter describes the line of the type.
    let label_of_type = if is_named { "" } else { &label };
    let is_pager = phone::is_pager(&words) || phone::is_pager(label_of_type);
    let mut known: Vec<LineType> = [
        ("cell", LineType::Cell),
        ("home", LineType::Home),
        ("work", LineType::Work),
    ]
    .into_iter()
    .filter_map(|(word, one)| has(word).then_some(one))
    .collect();
    if is_pager {
        known.push(LineType::Pager);
    }
    Line {
        number: String::new(),
        extension: None,
        kind,
        types: known,
        label,
    }
}

/// Returns true for the line of a machine.
pub(super) fn is_machine(property: &Property) -> bool {
    let types = property.types();
    types
        .iter()
        .any(|one| matches!(one.as_str(), "modem" | "bbs"))
}

/// Returns the rank of a number; the lowest is preferred.
pub(super) fn rank(property: &Property) -> u32 {
    let rank = property
        .parameter("PREF")
        .and_then(|rank| rank.parse().ok());
    let is_preferred = || property.types().iter().any(|one| one.contains("pref"));
    rank.unwrap_or_else(|| if is_preferred() { 0 } else { u32::MAX })
}

/// Returns the words of the parameters. Telephones write own types as `X-T%C3%A9l`, or as
/// `X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=46=61=78)`.
fn words(property: &Property) -> String {
    let parameters = property.parameters.iter();
    let described = parameters.filter(|(name, _)| !TECHNICAL.contains(&name.as_str()));
    let mut words = String::new();
    for word in described.flat_map(|(_, value)| value.split([',', '(', ')'])) {
        let is_encoding = ["QUOTED-PRINTABLE", "UTF-8"]
            .iter()
            .any(|known| word.to_ascii_uppercase().ends_with(known));
        if !is_encoding {
            let bytes = unquoted(word.replace('%', "=").as_bytes());
            words.push_str(&String::from_utf8_lossy(&bytes));
            words.push_str(", ");
        }
    }
    words
}

/// Labels in Apple's address book, by the group of their property.
pub(super) struct GroupLabels(HashMap<String, String>);

impl GroupLabels {
    pub(super) fn of(card: &Card) -> Self {
        let mut labels = HashMap::new();
        for property in &card.properties {
            if property.name == "X-ABLABEL" && !property.group.is_empty() {
                let group = labels.entry(property.group.clone());
                group.or_insert_with(|| group_label(property));
            }
        }
        Self(labels)
    }

    fn get(&self, property: &Property) -> String {
        self.0.get(&property.group).cloned().unwrap_or_default()
    }
}

fn group_label(label: &Property) -> String {
    let text = label.text().0;
    let bare = text
        .strip_prefix("_$!<")
        .and_then(|label| label.strip_suffix(">!$_"));
    one_line(bare.unwrap_or(&text))
}

/// Returns a `tel:` URI with its extension alone: its other parameters (RFC 3966) are for networks. An extension
/// in words makes the whole unclear, and so does a local number of another country.
pub(super) fn without_context(text: &str) -> Cow<'_, str> {
    let is_uri = |text: &&str| {
        let start = text.get(..4);
        start.is_some_and(|start| start.eq_ignore_ascii_case("tel:"))
    };
    let Some(uri) = Some(text.trim()).filter(is_uri) else {
        return Cow::Borrowed(text);
    };
    let mut parts = uri.split(';');
    let number = parts.next().unwrap_or_default();
    let parameter = |wanted: &str| {
        uri.split(';').skip(1).find_map(|part| {
            let (name, value) = part.split_once('=')?;
            name.eq_ignore_ascii_case(wanted).then_some(value)
        })
    };
    let is_foreign = |context: &str| !matches!(context, "+1" | "%2B1" | "%2b1");
    let is_local = !number[4..].trim_start().starts_with('+');
    if let Some(context) =
        parameter("phone-context").filter(|context| is_local && is_foreign(context))
    {
        return Cow::Owned(format!("{} ({context}) ?", &number[4..]));
    }
    // Digits dialled after the answer (RFC 2806, 2.5.8), with their pauses.
    let later = parameter("postd").map(|dialled| dialled.trim_start_matches(['p', 'P', 'w', 'W']));
    let mut dialled: Vec<&str> = parameter("ext").into_iter().chain(later).collect();
    dialled.retain(|digits| !digits.is_empty());
    dialled.dedup();
    match dialled[..] {
        [] => Cow::Borrowed(number),
        [digits] if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Cow::Owned(format!("{number};ext={digits}"))
        }
        _ => Cow::Owned(format!("{} ext. {} ?", &number[4..], dialled.join(" / "))),
    }
}

#[cfg(test)]
mod tests;
