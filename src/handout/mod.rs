//! Pages to hand over: a number in large digits, its hours, and a first sentence to say.
//!
//! No data about the person is asked for or written. A discreet page has words chosen by the worker
//! and the number, and nothing from which others could identify the service.

mod html;
mod purpose;
mod said;
mod shared;
mod sms;
mod text;

use std::collections::HashSet;

use jiff::civil::Date;

use crate::directory::{Caller, Contact, Phone, PhoneKind, reach};
use crate::i18n::typography::printable;
use crate::i18n::{Language, Messages};
use said::{Said, when};

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

/// Words before one number of a discreet page.
#[derive(Clone, Debug)]
struct FirstWords {
    /// Words chosen by the worker; `None` for the default ones.
    chosen: Option<String>,
    /// Number before the words, if they alone do not tell the numbers of the page apart.
    position: Option<usize>,
    /// Id of the default words.
    usual: &'static str,
    /// True if another number of the page has the same default words.
    is_repeated: bool,
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

/// Numbers of a contact on a page.
#[derive(Debug)]
struct Numbers<'c> {
    /// Numbers to call, at every hour one that answers; empty if none can be dialled.
    lines: Vec<&'c Phone>,
    /// Number for text messages beside them.
    texts: Option<&'c Phone>,
    /// Number of the contact's own if the main one is another service's.
    own: Option<&'c Phone>,
}

impl<'c> Numbers<'c> {
    /// Chooses the numbers without those found out of service, but for the only one.
    fn of(contact: &'c Contact, caller: Caller<'_>) -> Self {
        let dead = caller.dead;
        let mut lines = reach::lines_at_all_hours(contact, caller);
        lines.retain(|phone| phone.is_dialled());
        let takes_texts = |phone: &&Phone| {
            phone.kind == PhoneKind::Text && phone.is_dialled() && !phone.is_among(dead)
        };
        let main = lines.first();
        let texts = main
            .filter(|main| main.kind != PhoneKind::Text)
            .and_then(|_| contact.phones.iter().find(takes_texts));
        let own = main.and_then(|main| shared::own_instead(main, contact, dead));
        Self { lines, texts, own }
    }

    /// Returns the numbers to call of a discreet page, which has no room to explain another service's.
    fn unexplained(&self) -> &[&'c Phone] {
        let own = self.own.as_slice();
        if own.is_empty() { &self.lines } else { own }
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

/// One language of a contact.
#[derive(Debug)]
struct Side {
    messages: &'static Messages,
    /// Next step: a sentence, or the worker's words.
    step: String,
    /// Name; empty on a discreet page.
    name: String,
    /// Description beside a name in the other language; `None` on a discreet page.
    gloss: Option<String>,
    /// Numbers to call or to send text messages to.
    numbers: Vec<Said>,
    /// Mark of a number that a pack replaced; empty on a discreet page, and for other numbers.
    mark: String,
    /// Website, if there is no number.
    reach: Option<String>,
    /// Hours; `None` on a discreet page and if unknown.
    hours: Option<String>,
    /// First sentence and languages; empty on a discreet page.
    rest: Vec<String>,
}

impl Side {
    fn of(
        contact: &Contact,
        numbers: &Numbers<'_>,
        language: Language,
        discreet: Option<&FirstWords>,
    ) -> Self {
        let messages = Messages::of(language);
        let lines = &numbers.lines;
        let mut side = Self {
            messages,
            step: messages.text("handout-step"),
            name: printable(contact.name(language)),
            gloss: contact.gloss(language).map(printable),
            numbers: said::lines(lines, messages),
            mark: String::new(),
            reach: None,
            hours: None,
            rest: Vec::new(),
        };
        if let Some(words) = discreet {
            let usual = || messages.text(words.usual);
            let step = words.chosen.clone().unwrap_or_else(usual);
            side.step = printable(&match words.position {
                Some(position) => format!("{position}. {step}"),
                None => step,
            });
            side.name.clear();
            side.gloss = None;
            // Hours are free text in packs and own contacts.
            let lines = numbers.unexplained().iter();
            side.numbers = lines.map(|phone| Said::of(phone, messages)).collect();
            let beside = purpose::beside(contact, messages);
            if words.is_repeated
                && words.chosen.is_none()
                && let (Some(beside), Some(last)) = (beside, side.numbers.last_mut())
            {
                last.add(&beside);
            }
            return side;
        }
        let main = lines.first().copied();
        let text_line = |phone| said::text_line(phone, main, messages);
        side.numbers.extend(numbers.texts.map(text_line));
        if side.numbers.is_empty() {
            side.step = messages.text("handout-step-website");
            side.reach = contact.website(language).map(printable);
        }
        // Of several numbers, each has its hours beside it.
        let is_said = lines.len() > 1
            && lines
                .iter()
                .all(|phone| when(phone, messages.language()).is_some());
        let hours = contact.said_hours(main, messages).filter(|_| !is_said);
        side.hours = hours
            .map(|hours| messages.format("handout-hours", &[("hours", printable(&hours).into())]));
        side.mark = doubt_about(contact, messages);
        side.rest = rest(contact, messages);
        side
    }

    /// Returns the lines below the numbers.
    fn below(&self) -> impl Iterator<Item = &String> {
        self.hours.iter().chain(&self.rest)
    }

    /// Returns the blank line for a name, to be filled in by hand.
    fn blank(&self) -> String {
        self.messages.text("handout-name")
    }
}

/// Returns the reason to confirm a number that a pack replaced; empty for other numbers.
fn doubt_about(contact: &Contact, messages: &Messages) -> String {
    let reasons = contact.words_of_replaced_number(messages);
    let reasons = reasons.map(|reasons| [("reasons", reasons.into())]);
    reasons.map_or_else(String::new, |reasons| {
        messages.format("confirm-first", &reasons)
    })
}

fn rest(contact: &Contact, messages: &Messages) -> Vec<String> {
    let named = |code: &crate::directory::LanguageCode| {
        let id = code.message_id();
        if messages.has(&id) {
            messages.text(&id)
        } else {
            code.0.clone()
        }
    };
    let languages: Vec<String> = contact.languages.iter().map(named).collect();
    let spoken = (!languages.is_empty()).then(|| {
        let languages = [("languages", languages.join(", ").into())];
        messages.format("handout-languages", &languages)
    });
    let say = Some(messages.text("handout-say"));
    [say, spoken].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
