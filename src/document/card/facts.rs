//! Facts of a card below its numbers: services, audience, languages, region, conditions, other
//! channels, and provenance.

use super::{BookmarkFacts, Card, Link, Piece, Role};
use crate::directory::{Contact, Interpretation, LanguageCount, Region};
use crate::document::{doubt, origin};

impl Card<'_> {
    /// Shows the service, its audience, languages, region, hours and conditions.
    pub(super) fn facts(&mut self, contact: &Contact) {
        let description = contact.description.get(self.language());
        if !description.is_empty() {
            self.text_field("card-what", description.to_owned());
        }
        // The form for the worker's own contacts does not ask for an audience.
        if !contact.is_own() {
            let serves = if contact.is_audience_unsaid() {
                self.messages.text("card-serves-unknown")
            } else {
                self.list(contact.serves.iter().map(|item| item.message_id()))
            };
            self.text_field("card-serves", serves);
        }
        let languages = self.languages(contact);
        self.field("card-languages", Piece::separated(languages, Role::Text));
        self.text_field("card-where", self.place(contact));
        if let Some(hours) = self.hours_of_place(contact) {
            self.text_field("card-hours", hours);
        }
        let conditions = self.conditions(contact);
        if !conditions.is_empty() {
            self.field("card-conditions", Piece::separated(conditions, Role::Text));
        }
        self.composer.blank();
    }

    /// Returns the region served; by name if it is not the worker's.
    fn place(&self, contact: &Contact) -> String {
        let region = self.messages.text(&contact.region.message_id());
        let area = contact.area.as_ref().map(|area| area.get(self.language()));
        match area {
            Some(area) if contact.region == self.asking.caller.region => area.to_owned(),
            Some(area) => format!("{area}, {region}"),
            None if contact.is_local() || contact.is_own() => region,
            None if contact.region == Region::Ca => self.messages.text("card-where-canada"),
            None => {
                let region = [("region", region.into())];
                self.messages.format("card-where-whole", &region)
            }
        }
    }

    /// Returns the languages of the staff, then the interpretation into others.
    fn languages(&self, contact: &Contact) -> Vec<String> {
        let spoken = if contact.languages.is_empty() {
            self.messages.text("card-languages-unknown")
        } else {
            self.list(
                contact
                    .languages
                    .iter()
                    .map(crate::directory::contact::LanguageCode::message_id),
            )
        };
        let others = contact
            .interpretation
            .map(|others| self.interpretation(others));
        std::iter::once(spoken).chain(others).collect()
    }

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

    /// Returns the conditions of access. Only those stated by a source.
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

    /// Shows other channels: website, e-mail, chat, address.
    pub(super) fn ways(&mut self, contact: &Contact) {
        // Without a phone number the website is already at the top.
        if let Some(website) = contact.website(self.language())
            && !contact.phones.is_empty()
        {
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

    /// Shows the website first if the contact has no phone number.
    pub(super) fn website_first(&mut self, contact: &Contact) {
        if let Some(website) = contact.website(self.language())
            && contact.phones.is_empty()
        {
            self.copy_field("card-website", website);
            self.composer.blank();
        }
    }

    /// Shows the operator, the name in the other language and the services.
    pub(super) fn more(&mut self, contact: &Contact) {
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
        self.composer.blank();
    }

    /// Shows the date and sources of verification, and the pack of the contact.
    pub(super) fn provenance(&mut self, contact: &Contact, kept: BookmarkFacts<'_>) {
        let date = || ("date", self.messages.date(&contact.checked).into());
        if kept.own {
            let text = self.messages.format("card-own-edited", &[date()]);
            self.line(text, Role::Muted);
            return;
        }
        if contact.is_own() {
            let text = self.messages.format("card-team-edited", &[date()]);
            self.line(text, Role::Muted);
            return;
        }
        let checked = doubt::checked(contact, self.messages);
        let from = match &contact.origin {
            Some(origin) => origin::lines(origin, self.messages),
            None => vec![self.messages.text("card-of-program")],
        };
        let facts = std::iter::once(checked).chain(from);
        self.field("card-source", Piece::separated(facts, Role::Muted));
        if let Some((pack, held)) = kept.held {
            // Without the pack's number, which must not be called by mistake.
            let id = match held.name {
                Some(_) if held.is_renamed() => "card-held-name",
                Some(_) => "card-held",
                None => "card-held-gone",
            };
            let text = self.messages.filled(id, "pack", pack);
            self.line(text, Role::Muted);
        }
    }

    fn list(&self, ids: impl Iterator<Item = String>) -> String {
        ids.map(|id| self.messages.text(&id))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn copy_field(&mut self, id: &str, text: &str) {
        let piece = self.composer.bare_link(text, Link::Copy(text.to_owned()));
        self.field(id, vec![piece]);
    }
}
