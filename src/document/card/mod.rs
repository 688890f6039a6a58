//! A contact's card: everything the worker needs before she calls.

mod bookmark_notes;

pub use bookmark_notes::Kept;

use super::{Composer, Document, Link, Piece, Role, doubt, origin};
use jiff::Timestamp;

use crate::bookmarks::Entry;
use crate::directory::hours::{self, Asking};
use crate::directory::{Contact, Interpretation, LanguageCount, Phone, PhoneKind, Region};
use crate::i18n::{Language, Messages};

/// Lays a card out, with what the worker's own list says of the contact.
pub fn compose(
    contact: &Contact,
    kept: Kept<'_>,
    asking: Asking<'_>,
    messages: &Messages,
    width: u16,
) -> Document {
    let mut card = Card {
        composer: Composer::new(width),
        messages,
        asking,
    };
    card.title(contact, kept);
    card.namesake(kept.namesake);
    card.warnings(contact);
    card.kept(kept);
    card.changed_phones(contact, kept.entry);
    card.phones(contact);
    card.description(contact);
    card.facts(contact);
    card.ways(contact);
    card.provenance(contact, kept.own);
    card.composer.finish()
}

/// Lays out what the worker's list kept of a contact that the directory no longer has.
pub fn of_kept(entry: &Entry, messages: &Messages, width: u16) -> Document {
    let mut card = Card {
        composer: Composer::new(width),
        messages,
        // Nobody knows the hours of a contact that is gone.
        asking: Asking {
            now: Timestamp::UNIX_EPOCH,
            here: None,
            region: Region::Ca,
        },
    };
    let snapshot = entry.snapshot.as_ref();
    let name = snapshot.map_or(entry.id.as_str(), |kept| kept.name.get(messages.language()));
    card.composer
        .paragraph(0, vec![star(), Piece::new(name, Role::Title)]);
    card.composer.blank();
    card.line(messages.text("card-gone"), Role::Warning);
    card.kept(Kept {
        entry: Some(entry),
        ..Kept::default()
    });
    for phone in snapshot.into_iter().flat_map(|kept| &kept.phones) {
        card.phone(&phone.into(), None);
    }
    card.composer.finish()
}

/// Marks a bookmark.
fn star() -> Piece {
    Piece::new("*\u{a0}", Role::Mark)
}

/// A card as it is being laid out.
pub(super) struct Card<'a> {
    pub(super) composer: Composer,
    pub(super) messages: &'a Messages,
    /// Who asks whether somebody answers, and when.
    pub(super) asking: Asking<'a>,
}

impl Card<'_> {
    fn language(&self) -> Language {
        self.messages.language()
    }

    pub(super) fn line(&mut self, text: impl Into<String>, role: Role) {
        self.composer.paragraph(0, vec![Piece::new(text, role)]);
    }

    fn title(&mut self, contact: &Contact, kept: Kept<'_>) {
        let (name, language) = contact.name.get(self.language());
        let mut pieces = Vec::new();
        if kept.entry.is_some() {
            pieces.push(star());
        }
        pieces.push(Piece::new(name, Role::Title));
        let gloss = contact.gloss(self.language());
        if let Some(gloss) = gloss {
            pieces.push(Piece::text(format!(" – {gloss}")));
        }
        // A gloss shows by itself that the name is in the other language, and leaves the first number
        // its place in a low window.
        let foreign = language != self.language() && gloss.is_none();
        let remark = if kept.own {
            Some("card-yours".to_owned())
        } else {
            foreign.then(|| format!("card-name-in-{}", language.code()))
        };
        if let Some(remark) = remark {
            pieces.push(Piece::new(
                format!(" ({})", self.messages.text(&remark)),
                Role::Muted,
            ));
        }
        self.composer.paragraph(0, pieces);
        self.composer.blank();
    }

    fn warnings(&mut self, contact: &Contact) {
        let emergency = self.asking.region.emergency();
        if !emergency.is_911() && self.names_911(contact) {
            let call = emergency.call_words(self.messages);
            let words = self
                .messages
                .format("card-no-911", &[("call", call.into())]);
            self.line(words, Role::Danger);
        }
        if contact.needs_consent() {
            self.line(self.messages.text("consent-line"), Role::Warning);
        }
        if let Some(line) = doubt::line(contact, self.asking.today(), self.messages) {
            self.line(line, Role::Warning);
        }
        self.composer.blank();
    }

    /// Whether the card of a contact that serves the worker's region says 911. The number of another
    /// region is right there.
    fn names_911(&self, contact: &Contact) -> bool {
        let serves = [Region::Ca, self.asking.region].contains(&contact.region);
        let description = contact.description.get(self.messages.language());
        let mut phones = contact.phones.iter();
        serves && (description.contains("911") || phones.any(|phone| phone.number == "911"))
    }

    fn phones(&mut self, contact: &Contact) {
        if contact.phones.is_empty() {
            let id = if contact.website.is_empty() {
                "card-no-phone"
            } else {
                "card-no-phone-website"
            };
            self.line(self.messages.text(id), Role::Text);
        }
        // What is known comes before the numbers; that nothing is known must not push them down.
        let headline = self.open_or_closed(contact);
        if let Some((true, words)) = &headline {
            self.line(words, Role::Heading);
        }
        for phone in &contact.phones {
            self.phone(phone, self.phone_open_or_closed(contact, phone));
        }
        if let Some((false, words)) = &headline {
            self.line(words, Role::Text);
        }
        self.composer.blank();
    }

    fn phone(&mut self, phone: &Phone, open: Option<Piece>) {
        let extension = phone.extension.as_ref().map_or_else(String::new, |number| {
            let number = [("number", number.as_str().into())];
            let words = self.messages.format("phone-extension", &number);
            format!("\u{a0}{words}")
        });
        let number = format!("{}{extension}", phone.number);
        let link = Link::Copy(phone.dialled());
        let mut pieces = vec![self.composer.link(&number, link)];
        let label = phone
            .label
            .as_ref()
            .map(|label| label.get(self.language()).to_owned());
        let kind =
            (phone.kind != PhoneKind::Voice).then(|| self.messages.text(phone.kind.message_id()));
        // "text" labelled "text" says it once.
        let kind = kind.filter(|kind| {
            label
                .as_ref()
                .is_none_or(|label| !label.to_lowercase().contains(kind))
        });
        let unclear = (!phone.is_dialled()).then(|| self.messages.text("phone-unclear"));
        let words: Vec<String> = kind.into_iter().chain(label).chain(unclear).collect();
        if !words.is_empty() {
            pieces.push(Piece::text(format!(" {}", words.join(", "))));
        }
        if let Some(hours) = &phone.hours {
            pieces.push(Piece::separator());
            pieces.push(Piece::new(hours.get(self.language()), Role::Heading));
        }
        if let Some(open) = open {
            pieces.extend([Piece::separator(), open]);
        }
        self.composer.paragraph(2, pieces);
    }

    /// How else it can be reached.
    fn ways(&mut self, contact: &Contact) {
        if let Some(website) = contact.website(self.language()) {
            self.copy_field("card-website", website);
        }
        if let Some(email) = &contact.email {
            self.copy_field("card-email", email);
        }
        if let Some(chat) = &contact.chat {
            self.copy_field("card-chat", chat);
        }
        if let Some(address) = contact.public_address() {
            self.copy_field("card-address", address);
        }
        self.composer.blank();
    }

    /// When, where, for whom, in which languages, on what conditions.
    fn facts(&mut self, contact: &Contact) {
        let language = self.language();
        // Whether it is open stands above, and why that is not known; "24/7" needs no more words.
        let hours = contact.hours.as_ref().map(|hours| hours.get(language));
        if let Some(hours) = hours.filter(|hours| !hours::is_bare_always(hours)) {
            self.text_field("card-hours", hours.to_owned());
        }
        let area = contact
            .area
            .as_ref()
            .map(|area| format!(" – {}", area.get(language)));
        let region = self.messages.text(&contact.region.message_id());
        self.text_field(
            "card-where",
            format!("{region}{}", area.unwrap_or_default()),
        );
        // She was not asked whom a contact of her own serves.
        if !contact.is_own() {
            let serves = self.list(contact.serves.iter().map(|item| item.message_id()));
            self.text_field("card-serves", serves);
        }
        if contact.languages.is_empty() {
            self.text_field(
                "card-languages",
                self.messages.text("card-languages-unknown"),
            );
        } else {
            let languages = self.list(
                contact
                    .languages
                    .iter()
                    .map(crate::directory::contact::LanguageCode::message_id),
            );
            self.text_field("card-languages", languages);
        }
        if let Some(interpretation) = contact.interpretation {
            self.line(self.interpretation(interpretation), Role::Text);
        }
        let conditions = self.conditions(contact);
        if !conditions.is_empty() {
            let pieces = Piece::separated(conditions, Role::Text);
            self.composer.paragraph(0, pieces);
        }
        self.composer.blank();
    }

    /// Returns the help there is in languages that the staff does not speak.
    fn interpretation(&self, interpretation: Interpretation) -> String {
        let Interpretation::Languages(count) = interpretation else {
            return self.messages.text("card-interpreters");
        };
        let id = match count {
            LanguageCount::Over(_) => "card-interpreters-over",
            LanguageCount::About(_) => "card-interpreters-about",
            LanguageCount::Exactly(_) => "card-help-in-languages",
        };
        let count = [("count", usize::from(count.number()).into())];
        self.messages.format(id, &count)
    }

    /// What it asks of the person: only what a source says.
    fn conditions(&self, contact: &Contact) -> Vec<String> {
        let answer = |value: Option<bool>, yes: &str, no: &str| {
            value.map(|value| self.messages.text(if value { yes } else { no }))
        };
        [
            answer(
                contact.police_report_needed,
                "card-report-needed",
                "card-report-not-needed",
            ),
            answer(
                contact.confidential,
                "card-confidential",
                "card-not-confidential",
            ),
            answer(contact.free, "card-free", "card-not-free"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn description(&mut self, contact: &Contact) {
        let description = contact.description.get(self.language());
        if !description.is_empty() {
            self.line(description, Role::Text);
            self.composer.blank();
        }
    }

    /// What it offers, and when and from what that was checked.
    fn provenance(&mut self, contact: &Contact, own: bool) {
        let (name, language) = contact.name.get(self.language());
        let other = contact.name.get(language.other()).0;
        let organization = contact.organization(self.language());
        if organization != name && !organization.is_empty() {
            self.text_field("card-organization", organization.to_owned());
        }
        if other != name {
            let id = format!("card-name-{}", language.other().code());
            self.text_field(&id, other.to_owned());
        }
        let categories = contact.categories.iter().map(|item| item.message_id());
        let categories = categories.map(|id| self.messages.text(&id));
        let offers: Vec<String> = categories.chain(contact.terms.iter().cloned()).collect();
        if !offers.is_empty() {
            self.text_field("card-offers", offers.join(", "));
        }
        if own {
            let date = self.messages.date(&contact.checked);
            self.line(
                self.messages
                    .format("card-own-edited", &[("date", date.into())]),
                Role::Muted,
            );
        } else {
            let checked = self.messages.format(
                "card-checked",
                &[
                    ("date", self.messages.date(&contact.checked).into()),
                    ("count", contact.sources.len().into()),
                ],
            );
            self.line(checked, Role::Muted);
        }
        if let Some(origin) = &contact.origin {
            for line in origin::lines(origin, self.messages) {
                self.line(line, Role::Muted);
            }
        }
    }

    fn list(&self, ids: impl Iterator<Item = String>) -> String {
        ids.map(|id| self.messages.text(&id))
            .collect::<Vec<_>>()
            .join(", ")
    }

    pub(super) fn text_field(&mut self, id: &str, text: String) {
        self.field(id, vec![Piece::text(text)]);
    }

    fn copy_field(&mut self, id: &str, text: &str) {
        let piece = self.composer.link(text, Link::Copy(text.to_owned()));
        self.field(id, vec![piece]);
    }

    fn field(&mut self, id: &str, pieces: Vec<Piece>) {
        let name = format!(
            "{}{} ",
            self.messages.text(id),
            self.messages.text("label-end")
        );
        let mut all = vec![Piece::new(name, Role::Field)];
        all.extend(pieces);
        self.composer.paragraph(2, all);
    }
}

#[cfg(test)]
mod tests;
