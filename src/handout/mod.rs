//! Pages to hand over: a number in large digits, its hours, and a first sentence to say.
//!
//! No data about the person is asked for or written. A discreet page has words chosen by the worker
//! and the number, and nothing from which others could identify the service.

mod html;
mod purpose;
mod said;
mod shared;
mod side;
mod sms;
mod text;

use std::collections::HashSet;

use jiff::civil::Date;

use crate::directory::{Caller, Contact};
use crate::i18n::{Language, Messages};
use side::{FirstWords, Numbers, Side};

/// Format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Lines of text, half a page a contact.
    Text,
    /// Text messages of at most 160 characters.
    Sms,
    /// One HTML file to print on Letter paper, six contacts a page.
    Html,
    /// The HTML page, in the size of a bank card when folded.
    Wallet,
}

impl Kind {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Sms, Self::Text, Self::Html, Self::Wallet];

    /// Returns the extension of its file name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text | Self::Sms => "txt",
            Self::Html | Self::Wallet => "html",
        }
    }

    /// Returns the id of the message of its name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Text => "handout-kind-text",
            Self::Sms => "handout-kind-sms",
            Self::Html => "handout-kind-html",
            Self::Wallet => "handout-kind-wallet",
        }
    }
}

/// Options of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Format.
    pub kind: Kind,
    /// Languages in order.
    pub languages: Vec<Language>,
    /// Words of a discreet page; `None` for a full one.
    pub discreet: Option<Discreet>,
}

/// Discreet page: the number and a few words alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Discreet {
    /// Words before the number; `None` for the default ones in the page's language. A slash
    /// between spaces separates the words of several numbers.
    pub words: Option<String>,
}

impl Discreet {
    fn chosen(&self) -> &str {
        self.words.as_deref().map_or("", str::trim)
    }

    /// Returns the words of each number.
    fn parts(&self) -> Vec<&str> {
        self.chosen().split(" / ").map(str::trim).collect()
    }

    /// Returns true if each of `count` numbers has words of its own.
    fn tells_apart(&self, count: usize) -> bool {
        let parts = self.parts();
        parts.len() >= count && parts.iter().all(|part| !part.is_empty())
    }

    /// Returns the words of the number at this index, of `count` numbers on the page.
    fn words_of(&self, index: usize, count: usize) -> FirstWords {
        let chosen = self.chosen();
        let own = self.parts().get(index).copied().unwrap_or_default();
        let is_told = self.tells_apart(count);
        let shown = if count > 1 && is_told { own } else { chosen };
        FirstWords {
            chosen: (!shown.is_empty()).then(|| shown.to_owned()),
            position: (count > 1 && !is_told).then_some(index + 1),
            usual: "",
            is_repeated: false,
        }
    }
}

/// Returns a sentence for each contact without a number to dial, for each whose only number was found
/// out of service and for each that must be confirmed first on that day: the page
/// itself does not tell of a doubt.
pub fn warnings(
    contacts: &[&Contact],
    caller: Caller<'_>,
    today: Date,
    messages: &Messages,
) -> Vec<String> {
    let warning = |contact: &&Contact| {
        let lines = Numbers::of(contact, caller).lines;
        let id = match lines.first() {
            None => "card-no-number",
            Some(main) if main.is_among(caller.dead) => "handout-reported",
            Some(main) if contact.is_number_doubtful(main, today) => "handout-doubtful",
            Some(_) => return None,
        };
        Some(messages.filled(id, "name", contact.name(messages.language())))
    };
    contacts.iter().filter_map(warning).collect()
}

impl Options {
    /// Returns options for the same words as lines of text.
    #[must_use]
    pub fn as_lines(&self) -> Self {
        let kind = match self.kind {
            Kind::Html | Kind::Wallet => Kind::Text,
            kind => kind,
        };
        Self {
            kind,
            ..self.clone()
        }
    }
}

/// Returns the page of these contacts. Contacts without a number to dial show their website, and
/// are left out of a discreet page. A number found out of service gives way to
/// another of the contact's own.
pub fn page(contacts: &[&Contact], options: &Options, caller: Caller<'_>) -> String {
    let cards = cards(contacts, options, caller);
    match options.kind {
        Kind::Text => text::write(&cards),
        Kind::Sms => sms::write(&cards),
        Kind::Html => html::write(&cards, &options.languages, false),
        Kind::Wallet => html::write(&cards, &options.languages, true),
    }
}

/// Returns the text messages of the page of these contacts.
pub fn text_messages(contacts: &[&Contact], options: &Options, caller: Caller<'_>) -> Vec<String> {
    sms::messages(&cards(contacts, options, caller))
}

/// Returns each contact in the languages of the page.
fn cards(contacts: &[&Contact], options: &Options, caller: Caller<'_>) -> Vec<Vec<Side>> {
    let contacts = contacts.iter().copied();
    let mut contacts: Vec<_> = contacts
        .map(|contact| (contact, Numbers::of(contact, caller)))
        .collect();
    if let Some(discreet) = &options.discreet {
        drop_repetitions(&mut contacts, discreet);
    }
    let reachable = contacts.iter();
    let reachable = reachable.filter(|(_, numbers)| !numbers.lines.is_empty());
    let count = reachable.clone().count();
    let usual = reachable.map(|(contact, _)| purpose::words(contact, count > 1));
    let usual: Vec<&'static str> = usual.collect();
    let mut cards = Vec::new();
    for (contact, numbers) in &contacts {
        let languages = options.languages.iter();
        let words = options.discreet.as_ref();
        let words = words.map(|discreet| FirstWords {
            usual: usual.get(cards.len()).copied().unwrap_or_default(),
            is_repeated: purpose::is_repeated(&usual, cards.len()),
            ..discreet.words_of(cards.len(), count)
        });
        let sides = languages.map(|language| Side::of(contact, numbers, *language, words.as_ref()));
        let mut sides: Vec<Side> = sides
            .filter(|side| !side.numbers.is_empty() || side.reach.is_some())
            .collect();
        if options.discreet.is_some() {
            // The worker's own words are the same in every language and are printed once.
            sides.dedup_by(|one, other| one.step == other.step && one.numbers == other.numbers);
        }
        if !sides.is_empty() {
            cards.push(sides);
        }
    }
    cards
}

/// Drops contacts that would repeat the words and the numbers of another on a discreet page, as houses do that
/// share a line.
fn drop_repetitions(contacts: &mut Vec<(&Contact, Numbers<'_>)>, discreet: &Discreet) {
    contacts.retain(|(_, numbers)| !numbers.lines.is_empty());
    if discreet.tells_apart(contacts.len()) {
        return;
    }
    let has_usual = discreet.chosen().is_empty();
    let mut met = HashSet::new();
    contacts.retain(|(contact, numbers)| {
        let usual = has_usual.then(|| purpose::words(contact, true));
        let lines = numbers.unexplained().iter();
        let lines: Vec<_> = lines.map(|phone| (phone.dialled(), phone.kind)).collect();
        met.insert((usual, lines))
    });
}

#[cfg(test)]
mod tests;
