//! Fields of a record in which numbers stand.

use std::borrow::Cow;

use super::super::clean::value;
use crate::directory::phone::phones;
use crate::i18n::folding::{parted, words};
use crate::interchange::hsds::node::Node;

/// Fields of an item of a list of numbers that hold its number.
const NUMBERS: [&str; 9] = [
    "number",
    "phone_number",
    "phonenumber",
    "phone",
    "telephone",
    "telephone_number",
    "tel",
    "value",
    "fax",
];
/// Words in the names of fields of a record that hold a number.
const OWN: [&str; 16] = [
    "phone",
    "telephone",
    "tel",
    "mobile",
    "cell",
    "hotline",
    "helpline",
    "crisisline",
    "tollfree",
    "fax",
    "telecopieur",
    "tty",
    "tdd",
    "ats",
    "sms",
    "whatsapp",
];
/// Words in the names of fields about a number that hold none.
const ABOUT: [&str; 16] = [
    "id",
    "ids",
    "hours",
    "notes",
    "note",
    "type",
    "ext",
    "extension",
    "label",
    "description",
    "url",
    "language",
    "languages",
    "count",
    "status",
    "name",
];
/// Least number of digits of a number in an unknown field.
const FEWEST: usize = 7;

/// Number of an item of a list.
pub(super) enum Said<'a> {
    /// In a field for numbers.
    Number(Cow<'a, str>),
    /// In a field with another name.
    Perhaps(Cow<'a, str>),
}

/// Returns the items of a field: those of a list, or a single one of any kind.
pub(super) fn items<'a, 'n>(owner: &'a Node<'n>, name: &str) -> &'a [Node<'n>] {
    match owner.get(name) {
        Some(Node::List(items)) => items,
        Some(Node::Null | Node::Flag(_)) | None => &[],
        Some(item) => std::slice::from_ref(item),
    }
}

/// Returns the numbers of an item of a list of numbers.
pub(super) fn of_item<'a>(item: &'a Node<'_>) -> Vec<Said<'a>> {
    if !matches!(item, Node::Record(_)) {
        return scalars(item).map(Said::Number).collect();
    }
    let named = NUMBERS.iter().filter_map(|name| item.get(name));
    let mut named = named.map(|node| scalars(node).collect::<Vec<_>>());
    if let Some(found) = named.find(|found| !found.is_empty()) {
        return found.into_iter().map(Said::Number).collect();
    }
    let others = item.fields().iter().filter(|(name, _)| {
        let words = words(name);
        !words
            .iter()
            .any(|word| ABOUT.contains(&word.as_str()) || word.contains("date"))
    });
    let others = others.flat_map(|(_, node)| scalars(node));
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    others
        .filter(|text| digits(text) >= FEWEST)
        .map(Said::Perhaps)
        .collect()
}

/// Returns the numbers in fields of their own, each with its field: `hotline`, `fax`.
pub(super) fn of_fields<'a>(owner: &'a Node<'_>) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
    let named = owner.fields().iter().filter(|(name, _)| {
        let plain = ["phone", "phones"].contains(&&**name);
        let words = if plain { Vec::new() } else { words(name) };
        let joined = words.concat();
        let is_own = words.iter().any(|word| OWN.contains(&word.as_str()))
            || OWN
                .iter()
                .any(|word| word.len() > 4 && joined.contains(word));
        is_own && !words.iter().any(|word| ABOUT.contains(&word.as_str()))
    });
    let scalars = named.flat_map(|(name, node)| scalars(node).map(move |text| (&**name, text)));
    scalars.filter(|(_, text)| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        digits >= FEWEST || digits > 2 && phones(text).iter().all(Result::is_ok)
    })
}

/// Returns the texts and numbers of a value, or of a list of them.
fn scalars<'a>(node: &'a Node<'_>) -> impl Iterator<Item = Cow<'a, str>> {
    let items = match node {
        Node::List(items) => items,
        item => std::slice::from_ref(item),
    };
    let scalars = items
        .iter()
        .filter(|item| matches!(item, Node::Text(_) | Node::Number(_)));
    scalars.map(plain).filter(|text| !text.is_empty())
}

/// Returns a text without the quotes that some exports put around numbers, and without the decimals that
/// spreadsheets add.
fn plain<'a>(node: &'a Node<'_>) -> Cow<'a, str> {
    let text = value(node);
    let trimmed = text.trim_matches(['"', '\'', ' ']);
    let whole = trimmed.strip_suffix(".0");
    let whole = whole.filter(|whole| whole.bytes().all(|byte| byte.is_ascii_digit()));
    let trimmed = whole.unwrap_or(trimmed);
    if trimmed.len() == text.len() {
        text
    } else {
        Cow::Owned(trimmed.to_owned())
    }
}

/// Returns the words beside a number in a field of its own: those of the field, unless they only say that it
/// is a telephone.
pub(super) fn label_of(name: &str) -> String {
    let words = words(name);
    let plain = [
        "phone",
        "phones",
        "telephone",
        "tel",
        "number",
        "main",
        "primary",
        "fax",
        "tty",
    ];
    let is_plain = |word: &String| {
        plain.contains(&word.as_str()) || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    if words.iter().all(is_plain) {
        return String::new();
    }
    let shown = parted(name).to_lowercase();
    let shown = shown.split(|c: char| !c.is_alphanumeric());
    let shown: Vec<&str> = shown.filter(|word| !word.is_empty()).collect();
    shown.join(" ")
}
