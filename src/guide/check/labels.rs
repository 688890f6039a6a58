//! Check that the words of a link name its target.

use super::Fault;
use crate::directory::{Contact, Directory};
use crate::guide::{PageId, Target};
use crate::i18n::folding::fold_into;
use crate::i18n::{Language, Messages};

/// Phrases that refer to the row of the reader's own region.
const OWN_ROW: [&str; 6] = [
    "table",
    "tableau",
    "your province",
    "your region",
    "votre province",
    "votre région",
];

/// Returns the fault of a link's label, if there is one.
pub(super) fn fault(label: &str, target: &Target, directory: &Directory) -> Option<Fault> {
    let wrong = match target {
        Target::OwnRow(_) => !promises_own_row(label),
        _ if promises_own_row(label) => true,
        Target::Contact(id) => directory.get(id).is_some_and(|one| !names(label, one)),
        _ => false,
    };
    wrong.then(|| Fault::OtherLabel(label.to_owned(), written(target)))
}

fn promises_own_row(label: &str) -> bool {
    let label = label.to_lowercase();
    OWN_ROW.iter().any(|words| {
        label.match_indices(words).any(|(at, _)| {
            let (before, after) = (&label[..at], &label[at + words.len()..]);
            !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic)
        })
    })
}

/// Returns true if the label shares a word with the contact's name, its web address or the name of
/// its region. Numbers do not count: they have their own check.
fn names(label: &str, contact: &Contact) -> bool {
    let region = contact.region.message_id();
    let named = Language::ALL.map(|language| {
        let region = Messages::of(language).text(&region);
        format!("{} {region}", contact.name(language))
    });
    let website = contact.website.each().map(|(_, address)| address);
    let known: Vec<String> = named
        .iter()
        .map(String::as_str)
        .chain(website)
        .flat_map(words)
        .collect();
    let mut words = words(label).into_iter().peekable();
    words.peek().is_none() || words.any(|word| known.contains(&word))
}

/// Returns the folded words of a text, without short ones that any two names share.
fn words(text: &str) -> Vec<String> {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let telling = words.filter(|word| word.len() > 3 && !word.bytes().all(|c| c.is_ascii_digit()));
    telling.map(str::to_owned).collect()
}

/// Returns a link as written in the guide.
fn written(target: &Target) -> String {
    match target {
        Target::Contact(id) => format!("contact:{id}"),
        Target::Category(category) => format!("category:{}", category.slug()),
        Target::Topic(id) => format!("guide:{id}"),
        Target::OwnRow(page) => format!("guide:{}", PageId::slug(*page)),
        Target::Emergency => crate::guide::parse::EMERGENCY.to_owned(),
    }
}
