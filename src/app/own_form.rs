//! The form of a contact of the worker's own: the local detachment's direct line, the shelter down the
//! street.

use super::document::{Composer, Piece, Role};
use super::field::Field;
use super::layout::ROOMY;
use super::state::App;
use crate::bookmarks::{OwnContact, OwnProblem};
use crate::directory::{Category, PhoneKind, Region};
use crate::i18n::Messages;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnRow {
    /// The service's name.
    Name,
    /// Its numbers, with commas between them.
    Phones,
    /// What it offers.
    Category,
    /// Where it serves.
    Region,
    /// When it answers.
    Hours,
    /// Its website.
    Website,
    /// What it does.
    Description,
    /// Save it all.
    Save,
}

impl OwnRow {
    /// From top to bottom.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Phones,
        Self::Category,
        Self::Region,
        Self::Hours,
        Self::Website,
        Self::Description,
        Self::Save,
    ];

    /// Id of the message that names the row.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Name => "own-name",
            Self::Phones => "own-phones",
            Self::Category => "own-category",
            Self::Region => "own-region",
            Self::Hours => "own-hours",
            Self::Website => "own-website",
            Self::Description => "own-description",
            Self::Save => "own-save",
        }
    }
}

/// What she can write and choose.
type Written = ([String; 5], Option<Category>, Region);

/// The form as it is being filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnForm {
    /// The contact that is edited; `None` for a new one.
    pub id: Option<String>,
    /// The row that has the focus, a place in [`OwnRow::ALL`].
    pub row: usize,
    /// What it offers; she has yet to choose where there is none.
    pub category: Option<Category>,
    /// Where it serves.
    pub region: Region,
    /// What is wrong with it, in which row and in words, when she wanted to save it.
    pub problems: Vec<(OwnRow, String)>,
    /// What stands in the rows that are written: name, phones, hours, website, description.
    fields: [Field; 5],
    /// What stood in it before she wrote.
    before: Box<Written>,
    /// What stood in it when she was asked whether to leave without saving.
    asked: Option<Box<Written>>,
    /// Fields of newer programs, kept.
    rest: serde_json::Map<String, serde_json::Value>,
}

impl OwnForm {
    /// An empty form, for a region.
    pub fn empty(region: Region) -> Self {
        Self {
            id: None,
            row: 0,
            category: None,
            region,
            problems: Vec::new(),
            before: Box::new(([const { String::new() }; 5], None, region)),
            asked: None,
            fields: Default::default(),
            rest: serde_json::Map::new(),
        }
    }

    /// The form of a contact that there is already.
    pub fn of(id: &str, contact: &OwnContact) -> Self {
        let numbers: Vec<&str> = contact
            .phones
            .iter()
            .map(|phone| phone.number.as_str())
            .collect();
        let fields = [
            contact.name.as_str(),
            &numbers.join(", "),
            &contact.hours,
            &contact.website,
            &contact.description,
        ]
        .map(Field::new);
        Self {
            id: Some(id.to_owned()),
            row: 0,
            category: Some(contact.category),
            region: contact.region,
            problems: Vec::new(),
            before: Box::new((
                fields.each_ref().map(|field| field.text().to_owned()),
                Some(contact.category),
                contact.region,
            )),
            asked: None,
            fields,
            rest: contact.rest.clone(),
        }
    }

    /// Whether to ask before what she wrote is lost; only once, until she writes on.
    pub(super) fn asks_before_leaving(&mut self) -> bool {
        let texts = self.fields.each_ref().map(|field| field.text().to_owned());
        let now = Box::new((texts, self.category, self.region));
        if now == self.before || self.asked.as_ref() == Some(&now) {
            return false;
        }
        self.asked = Some(now);
        true
    }

    /// The row that has the focus.
    pub fn focused(&self) -> OwnRow {
        OwnRow::ALL.get(self.row).copied().unwrap_or(OwnRow::Name)
    }

    /// What stands in a row; `None` where it is chosen, not written.
    pub fn field(&self, row: OwnRow) -> Option<&Field> {
        self.fields.get(place(row)?)
    }

    /// What stands in the focused row, to change; `None` where it is chosen, not written.
    pub fn focused_field(&mut self) -> Option<&mut Field> {
        let place = place(self.focused())?;
        self.fields.get_mut(place)
    }

    /// What the form says, as the worker's file keeps it. `before` is the contact as it was: a number
    /// that stays keeps what the form does not show of it.
    pub fn contact(&self, category: Category, before: Option<&OwnContact>) -> OwnContact {
        let text = |row| {
            self.field(row)
                .map_or("", |field| field.text().trim())
                .to_owned()
        };
        let known = before.map_or(&[][..], |contact| &contact.phones);
        let phones = text(OwnRow::Phones)
            .split([',', ';'])
            .map(dialled)
            .filter(|number| !number.is_empty())
            .map(|number| {
                let kept = known.iter().find(|phone| phone.number == number);
                kept.cloned()
                    .unwrap_or_else(|| crate::bookmarks::SavedPhone {
                        number,
                        extension: None,
                        kind: PhoneKind::Voice,
                        label: None,
                        hours: None,
                        rest: serde_json::Map::new(),
                    })
            })
            .collect();
        OwnContact {
            name: text(OwnRow::Name),
            phones,
            category,
            region: self.region,
            hours: text(OwnRow::Hours),
            website: text(OwnRow::Website),
            description: text(OwnRow::Description),
            rest: self.rest.clone(),
        }
    }

    /// What a row shows behind its name.
    pub fn value(&self, row: OwnRow, messages: &Messages) -> String {
        match row {
            OwnRow::Category => self.category.map_or_else(String::new, |category| {
                messages.text(&category.message_id())
            }),
            OwnRow::Region => messages.text(&self.region.message_id()),
            OwnRow::Save => String::new(),
            _ => self
                .field(row)
                .map_or_else(String::new, |field| field.text().to_owned()),
        }
    }

    /// Puts the words above the rows into a document. A low screen has no room for all that is wrong: what
    /// is wrong with the row that she is at stands there alone.
    pub(super) fn head(&self, app: &App, composer: &mut Composer) {
        let messages = app.messages();
        let title = if self.id.is_some() {
            "own-title-edit"
        } else {
            "own-title-new"
        };
        let roomy = app.size.height >= ROOMY;
        let here = |(row, _): &&(OwnRow, String)| roomy || *row == self.focused();
        let problems: Vec<_> = self.problems.iter().filter(here).collect();
        if roomy || problems.is_empty() {
            composer.paragraph(0, vec![Piece::new(messages.text(title), Role::Title)]);
        }
        for (_, problem) in problems {
            composer.paragraph(2, vec![Piece::new(problem, Role::Warning)]);
        }
    }
}

/// A number as the directory writes them: blanks, points and brackets become hyphens.
fn dialled(number: &str) -> String {
    let parts = number.split(|character: char| " .()-\u{a0}".contains(character));
    parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// The row to put right for a problem.
pub(super) const fn row_of(problem: OwnProblem) -> OwnRow {
    match problem {
        OwnProblem::NoWayToReach | OwnProblem::PhoneNotDialable => OwnRow::Phones,
        OwnProblem::WebsiteWithoutScheme => OwnRow::Website,
        OwnProblem::NameMissing | OwnProblem::ControlCharacters => OwnRow::Name,
    }
}

/// The place of a written row among the fields.
const fn place(row: OwnRow) -> Option<usize> {
    match row {
        OwnRow::Name => Some(0),
        OwnRow::Phones => Some(1),
        OwnRow::Hours => Some(2),
        OwnRow::Website => Some(3),
        OwnRow::Description => Some(4),
        OwnRow::Category | OwnRow::Region | OwnRow::Save => None,
    }
}
