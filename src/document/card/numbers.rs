//! Numbers of a card, the one that answers now first, each with its state and hours.

use unicode_width::UnicodeWidthStr;

use super::{Card, Link, Piece, Role};
use crate::directory::hours::{self, Answer};
use crate::directory::{Contact, Phone, PhoneKind, reach};
use crate::document::hours::in_words;
use crate::i18n::Text;

/// Least width at which a number, its state and its label are side by side.
const BESIDE: usize = 60;
/// Least and greatest width of the column of numbers, including the gap behind it.
const NUMBER: std::ops::RangeInclusive<usize> = 14..=22;
const GAP: usize = 2;
/// Width of the column of states.
const STATE: usize = 25;
/// Indents of a number and of the text below it in a narrow window.
const INDENTS: [usize; 2] = [1, 3];

/// Width of the column of numbers unless a wider number is known.
pub(super) const USUAL: usize = *NUMBER.start();

impl Card<'_> {
    /// Shows the numbers, or states that there is none. Their hours are in doubt if the worker found that
    /// they have changed.
    pub(super) fn phones(&mut self, contact: &Contact, in_doubt: bool) {
        if contact.phones.is_empty() {
            let text = self.messages.text("card-no-phone");
            self.line(text, Role::Heading);
            self.composer.blank();
            return;
        }
        let mut hours = self.hours_of_all(contact);
        let numbers = contact
            .phones
            .iter()
            .map(|phone| self.number(phone).width());
        let numbers = numbers.filter(|width| NUMBER.contains(width)).max();
        let column = numbers.unwrap_or(USUAL);
        for (phone, answer) in reach::lines(contact, self.asking) {
            let speaks = phone.kind != PhoneKind::Fax;
            let in_doubt = in_doubt && !phone.is_vital();
            let answer = if in_doubt { Answer::Unknown } else { answer };
            let state = speaks.then(|| self.state(contact, phone, &answer));
            let own = phone.hours.as_ref().map(|text| text.get(self.language()));
            let own = own.filter(|text| !hours::is_bare_always(text));
            let said = match own {
                Some(own) => Some(own.to_owned()),
                None if speaks && phone.hours.is_none() => hours.take(),
                None => None,
            };
            self.phone(phone, state, said, column);
        }
        self.composer.blank();
    }

    /// Returns the hours shared by all numbers; `None` if they are 24/7, or if each number has its
    /// own.
    fn hours_of_all(&self, contact: &Contact) -> Option<String> {
        let all = contact.hours.as_ref()?.get(self.language());
        let without = |phone: &Phone| phone.kind != PhoneKind::Fax && phone.hours.is_none();
        let said = !hours::is_bare_always(all) && contact.phones.iter().any(without);
        said.then(|| all.to_owned())
    }

    /// Returns the contact's hours if they are not the hours of a number.
    pub(super) fn hours_of_place(&self, contact: &Contact) -> Option<String> {
        let all = contact.hours.as_ref()?.get(self.language());
        let said = !hours::is_bare_always(all) && self.hours_of_all(contact).is_none();
        said.then(|| all.to_owned())
    }

    /// Returns the state of a number (open, closed, unknown) in words.
    fn state(&self, contact: &Contact, phone: &Phone, answer: &Answer) -> Piece {
        if self.asking.is_dead(phone) {
            return Piece::new(self.messages.text("hours-reported"), Role::Warning);
        }
        let told = phone.hours.is_some() || contact.hours.is_some();
        let emergency = contact.id == self.asking.caller.region.emergency().contact;
        let words = match answer {
            Answer::Unknown if emergency => self.messages.text("state-emergency"),
            Answer::Unknown if phone.kind == PhoneKind::Text && told => {
                self.messages.text(if self.is_over(contact, phone) {
                    "hours-text-closed"
                } else {
                    "hours-text-doubtful"
                })
            }
            Answer::Unknown if told => self.messages.text("hours-doubtful"),
            _ => in_words(answer, self.asking, self.messages),
        };
        let open = answer.is_open() == Some(true);
        Piece::new(words, if open { Role::Heading } else { Role::Text })
    }

    /// Returns true outside the hours of a number whose days are not told: it is closed on any day.
    fn is_over(&self, contact: &Contact, phone: &Phone) -> bool {
        let Some(times) = &phone.hours else {
            return false;
        };
        let daily = Phone {
            hours: Some(Text {
                en: format!("daily {}", times.en),
                fr: times.fr.clone(),
            }),
            ..phone.clone()
        };
        hours::of_phone(contact, &daily, self.asking).is_open() == Some(false)
    }

    /// Lays out a number, its state and its label in columns, with the hours below.
    pub(super) fn phone(
        &mut self,
        phone: &Phone,
        state: Option<Piece>,
        hours: Option<String>,
        column: usize,
    ) {
        let number = self.number(phone);
        let label = self.label(phone);
        let wide = self.composer.width() >= BESIDE;
        let column = number.width().max(column) + GAP;
        let mut row = Vec::new();
        if !wide {
            row.push(Piece::gap(INDENTS[0]));
        }
        let gap = column.saturating_sub(number.width());
        row.push(if phone.kind == PhoneKind::Fax {
            Piece::text(&number)
        } else {
            self.composer
                .bare_link(&number, Link::Copy(phone.dialled()))
        });
        let beside = wide && state.as_ref().is_none_or(|state| state.width() <= STATE);
        let mut used = 0;
        if let Some(state) = state {
            used = state.width();
            row.extend([Piece::gap(gap), state]);
        }
        let mut below = Vec::new();
        if beside && !label.is_empty() {
            let after = if used > 0 {
                STATE - used + GAP
            } else {
                gap + STATE + GAP
            };
            row.extend([Piece::column(after), Piece::text(label)]);
        } else if !label.is_empty() {
            below.push(label);
        }
        below.extend(hours);
        let hanging = if wide { column } else { INDENTS[1] };
        let wrapped = if beside {
            column + STATE + GAP
        } else {
            hanging
        };
        self.composer.paragraph(wrapped, row);
        if !below.is_empty() {
            let mut pieces = vec![Piece::gap(hanging)];
            pieces.extend(Piece::separated(below, Role::Text));
            // A label that does not fit beside the number in one of the languages must not begin a
            // paragraph: paragraphs correspond between languages.
            self.composer.continued(hanging, pieces);
        }
    }

    fn number(&self, phone: &Phone) -> String {
        let extension = phone.extension.as_ref().map_or_else(String::new, |number| {
            let number = [("number", number.as_str().into())];
            let words = self.messages.format("phone-extension", &number);
            format!("\u{a0}{words}")
        });
        format!("{}{extension}", phone.number)
    }

    /// Returns the description of a number: its kind unless it is a voice line, its label, and a
    /// doubt.
    fn label(&self, phone: &Phone) -> String {
        let label = phone
            .label
            .as_ref()
            .map(|label| label.get(self.language()).to_owned());
        let kind =
            (phone.kind != PhoneKind::Voice).then(|| self.messages.text(phone.kind.message_id()));
        // Avoids "text" twice where the label repeats the kind.
        let kind = kind.filter(|kind| {
            label
                .as_ref()
                .is_none_or(|label| !label.to_lowercase().contains(&kind.to_lowercase()))
        });
        let unclear = (!phone.is_dialled()).then(|| self.messages.text("phone-unclear"));
        let words: Vec<String> = kind.into_iter().chain(label).chain(unclear).collect();
        words.join(", ")
    }
}
