//! Fields of a record in which numbers stand.

use std::borrow::Cow;

use super::super::clean::value;
use crate::directory::PhoneKind;
use crate::directory::phone::{heads_extensions, kind, phones};
use crate::i18n::folding::{parted, words};
use crate::interchange::hsds::memory::Memory;
use crate::interchange::hsds::node::Node;
use crate::interchange::numbers::has_number;

/// Fields of an item of a list of numbers that hold its number.
const NUMBERS: [&str; 8] = [
    "number",
    "phone_number",
    "phonenumber",
    "phone",
    "telephone",
    "telephone_number",
    "tel",
    "value",
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
const ABOUT: [&str; 14] = [
    "id",
    "ids",
    "hours",
    "notes",
    "note",
    "type",
    "label",
    "description",
    "url",
    "language",
    "languages",
    "count",
    "status",
    "name",
];
/// Fields of an item that stand in the label of its number.
const LABELS: [&str; 2] = ["department", "vanity_number"];
/// Least number of digits of a number in an unknown field.
const FEWEST: usize = 7;
/// Number of digits of the shortest number: `211`.
const SHORTEST: usize = 3;

/// Use of a field, as its name tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FieldUse {
    /// It holds a number of its own.
    Number,
    /// It says something about a number, or is a date.
    Other,
    /// The name tells nothing.
    Unknown,
}

/// Meanings of texts around numbers, kept from one record to the next.
#[derive(Debug, Default)]
pub struct Meanings {
    /// Uses of fields by their names.
    uses: Memory<FieldUse>,
    /// Kinds of lines by their words.
    kinds: Memory<Option<PhoneKind>>,
}

impl Meanings {
    fn use_of(&mut self, name: &str) -> FieldUse {
        self.uses.of(name, field_use)
    }

    /// Returns the kind of line that words name. To read them each time took 2 % of a conversion.
    pub(super) fn kind(&mut self, words: &str) -> Option<PhoneKind> {
        self.kinds.of(words, kind)
    }
}

fn field_use(name: &str) -> FieldUse {
    let words = words(name);
    if is_about(&words) {
        FieldUse::Other
    } else if is_own(&words) {
        FieldUse::Number
    } else if words.iter().any(|word| word.contains("date")) {
        FieldUse::Other
    } else {
        FieldUse::Unknown
    }
}

/// Numbers of an item of a list, in one of its fields.
pub(super) struct Said<'a> {
    /// Name of the field; empty for the fields of [`NUMBERS`], which are one.
    pub field: &'a str,
    /// The numbers as written.
    pub texts: Vec<Cow<'a, str>>,
    /// True unless the field is of an unknown use.
    pub is_certain: bool,
}

/// Returns the items of a field: those of a list, or a single one of any kind.
pub(super) fn items<'a, 'n>(owner: &'a Node<'n>, name: &str) -> &'a [Node<'n>] {
    match owner.get(name) {
        Some(Node::List(items)) => items,
        Some(Node::Null | Node::Flag(_)) | None => &[],
        Some(item) => std::slice::from_ref(item),
    }
}

/// Returns the numbers of an item of a list of numbers, by their fields.
pub(super) fn of_item<'a>(item: &'a Node<'_>, meanings: &mut Meanings) -> Vec<Said<'a>> {
    let plain = match item {
        Node::Record(_) => {
            let named = NUMBERS.iter().filter_map(|name| item.get(name));
            named.flat_map(of_number).collect()
        }
        _ => scalars(item).collect(),
    };
    let mut found = vec![Said {
        field: "",
        texts: plain,
        is_certain: true,
    }];
    let is_plain = |name: &str| NUMBERS.contains(&name);
    let own = of_fields(item, meanings).filter(|(name, _)| !is_plain(name));
    found.extend(own.map(|(field, text)| Said {
        field,
        texts: vec![text],
        is_certain: true,
    }));
    found.retain(|said| !said.texts.is_empty());
    let is_known = !found.is_empty();
    let others = in_fields(item, FEWEST, |name| {
        let is_label = is_known && LABELS.contains(&name);
        !(is_label || is_plain(name)) && meanings.use_of(name) == FieldUse::Unknown
    });
    let others = others.filter(|(_, text)| may_be_number(text, is_known));
    found.extend(others.map(|(field, text)| Said {
        field,
        texts: vec![text],
        is_certain: false,
    }));
    found
}

/// Returns the texts of a field that holds a number: a text, a list, or an object of its own.
fn of_number<'a>(value: &'a Node<'_>) -> Vec<Cow<'a, str>> {
    match value {
        Node::List(items) => items.iter().flat_map(of_number).collect(),
        Node::Record(_) => {
            let named: Vec<_> = NUMBERS.iter().filter_map(|name| value.get(name)).collect();
            let all = || value.fields().iter().map(|(_, inner)| inner);
            if named.is_empty() {
                let unknown = all().flat_map(scalars);
                let unknown = unknown.filter(|text| digits(text) >= FEWEST);
                unknown
                    .map(|text| Cow::Owned(format!("{text} ?")))
                    .collect()
            } else {
                named.into_iter().flat_map(of_number).collect()
            }
        }
        _ => scalars(value).collect(),
    }
}

/// Returns true if the text of an unknown field may have a number. Beside a known one it must have its form.
fn may_be_number(text: &str, is_known: bool) -> bool {
    let is_bare = || matches!(digits(text), 10 | 11) && phones(text).iter().all(Result::is_ok);
    !is_known || is_bare() || has_number(text)
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Returns the texts with at least this many digits in the fields with certain names.
fn in_fields<'a>(
    owner: &'a Node<'_>,
    least: usize,
    mut is_named: impl FnMut(&str) -> bool,
) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
    // Cleaning a text adds no digit.
    let has_digits = move |node: &Node<'_>| match node {
        Node::Text(text) => digits(text) >= least,
        _ => true,
    };
    let all = owner.fields().iter();
    let named = all.filter(move |(name, node)| has_digits(node) && is_named(name));
    let texts = named.flat_map(|(name, node)| scalars(node).map(move |text| (&**name, text)));
    texts.filter(move |(_, text)| digits(text) >= least)
}

/// Returns true for the words of a field that holds a number of its own.
fn is_own(words: &[String]) -> bool {
    let joined = words.concat();
    let is_within = |word: &&str| word.len() > 4 && joined.contains(word);
    words.iter().any(|word| OWN.contains(&word.as_str())) || OWN.iter().any(is_within)
}

/// Returns true for the words of a field about a number.
fn is_about(words: &[String]) -> bool {
    let mut words = words.iter().map(String::as_str);
    words.any(|word| ABOUT.contains(&word) || heads_extensions(word))
}

/// Returns the numbers in fields of their own, each with its field: `hotline`, `fax`.
pub(super) fn of_fields<'a>(
    owner: &'a Node<'_>,
    meanings: &mut Meanings,
) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
    let own = in_fields(owner, SHORTEST, |name| {
        !["phone", "phones"].contains(&name) && meanings.use_of(name) == FieldUse::Number
    });
    own.filter(|(_, text)| digits(text) >= FEWEST || phones(text).iter().all(Result::is_ok))
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
    if name.is_empty() {
        return String::new();
    }
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
