//! Contacts named by words.

use crate::cli::context::Context;
use crate::directory::Contact;
use crate::i18n::Language;
use crate::i18n::folding::fold;
use crate::i18n::typography::printable;

/// Most contacts listed for an ambiguous name.
const MOST_NAMED: usize = 10;

/// Returns the contacts for a text: that of this id, else those of this name, else those whose
/// names have all of its words.
pub(in crate::cli) fn found<'a>(asked: &str, contacts: &'a [Contact]) -> Vec<&'a Contact> {
    if let Some(contact) = contacts.iter().find(|contact| contact.id == asked) {
        return vec![contact];
    }
    let asked = fold(asked.trim()).text;
    let has = |contact: &Contact, means: &dyn Fn(&str) -> bool| {
        let names = Language::ALL.map(|language| fold(contact.name(language)).text);
        names.iter().any(|name| means(name))
    };
    let named = |means: &dyn Fn(&str) -> bool| -> Vec<&'a Contact> {
        let contacts = contacts.iter();
        contacts.filter(|contact| has(contact, means)).collect()
    };
    let exact = named(&|name| name == asked);
    if !exact.is_empty() {
        return exact;
    }
    let words: Vec<&str> = asked.split_whitespace().collect();
    named(&|name| !words.is_empty() && words.iter().all(|word| name.contains(word)))
}

/// Reports that a text names no contact or several, with their names.
pub(in crate::cli) fn refuse(
    asked: &str,
    found: &[&Contact],
    context: &mut Context<'_>,
) -> std::io::Result<()> {
    let messages = context.messages;
    let id = if found.is_empty() {
        "show-none"
    } else {
        "show-several"
    };
    let facts = [("name", asked.into()), ("count", found.len().into())];
    writeln!(
        context.stderr,
        "{}",
        printable(&messages.format(id, &facts))
    )?;
    for contact in found.iter().take(MOST_NAMED) {
        let name = contact.name(messages.language());
        writeln!(context.stderr, "    {}  {}", contact.id, printable(name))?;
    }
    Ok(())
}
