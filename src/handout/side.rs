//! Content of a page: each contact in one language.

use super::said::{self, Said, when};
use super::{purpose, shared};
use crate::directory::{Caller, Contact, Phone, PhoneKind, reach};
use crate::i18n::typography::printable;
use crate::i18n::{Language, Messages};

/// Numbers of a contact on a page.
#[derive(Debug)]
pub(super) struct Numbers<'c> {
    /// Numbers to call, at every hour one that answers; empty if none can be dialled.
    pub(super) lines: Vec<&'c Phone>,
    /// Number for text messages beside them.
    pub(super) texts: Option<&'c Phone>,
    /// Number of the contact's own if the main one is another service's.
    pub(super) own: Option<&'c Phone>,
}

impl<'c> Numbers<'c> {
    /// Chooses the numbers without those found out of service, but for the only one.
    pub(super) fn of(contact: &'c Contact, caller: Caller<'_>) -> Self {
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
    pub(super) fn unexplained(&self) -> &[&'c Phone] {
        let own = self.own.as_slice();
        if own.is_empty() { &self.lines } else { own }
    }
}

/// Words before one number of a discreet page.
#[derive(Clone, Debug)]
pub(super) struct FirstWords {
    /// Words chosen by the worker; `None` for the default ones.
    pub(super) chosen: Option<String>,
    /// Number before the words, if they alone do not tell the numbers of the page apart.
    pub(super) position: Option<usize>,
    /// Id of the default words.
    pub(super) usual: &'static str,
    /// True if another number of the page has the same default words.
    pub(super) is_repeated: bool,
}

/// One language of a contact.
#[derive(Debug)]
pub(super) struct Side {
    pub(super) messages: &'static Messages,
    /// Next step: a sentence, or the worker's words.
    pub(super) step: String,
    /// Name; empty on a discreet page.
    pub(super) name: String,
    /// Description beside a name in the other language; `None` on a discreet page.
    pub(super) gloss: Option<String>,
    /// Numbers to call or to send text messages to.
    pub(super) numbers: Vec<Said>,
    /// Mark of a number that a pack replaced; empty on a discreet page, and for other numbers.
    pub(super) mark: String,
    /// Website, if there is no number.
    pub(super) reach: Option<String>,
    /// Hours; `None` on a discreet page and if unknown.
    pub(super) hours: Option<String>,
    /// First sentence and languages; empty on a discreet page.
    pub(super) rest: Vec<String>,
}

impl Side {
    pub(super) fn of(
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
    pub(super) fn below(&self) -> impl Iterator<Item = &String> {
        self.hours.iter().chain(&self.rest)
    }

    /// Returns the blank line for a name, to be filled in by hand.
    pub(super) fn blank(&self) -> String {
        self.messages.text("handout-name")
    }
}

/// Returns the mark of a number that a pack replaced; empty for other numbers. The number that it
/// replaced is told to the worker, and stands on no page: a client might call it.
fn doubt_about(contact: &Contact, messages: &Messages) -> String {
    let is_replaced = contact.words_of_replaced_number(messages).is_some();
    let mark = is_replaced.then(|| messages.text("confirm-first-mark"));
    mark.unwrap_or_default()
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
