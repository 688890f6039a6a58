//! Form of a contact of the worker's own, such as a local detachment or shelter.

mod meanwhile;
mod saving;
mod seek;
mod typed;

use crate::app::action::Effect;
use crate::app::keymap::{Command, Context};
use crate::app::screen::{Handler, Input, Screen};
use crate::app::state::App;
use crate::app::view::field::Field;
use crate::app::view::layout::{Area, ROOMY};
use crate::app::view::{Body, Form, FormRow, Layer};
use crate::bookmarks::{OwnContact, OwnProblem};
use crate::directory::phone::{self, NotAPhone};
use crate::directory::{Category, Region};
use crate::document::{Composer, Piece, Role};
use crate::i18n::Messages;
use typed::{languages, named, saved, shown};

/// Row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnRow {
    /// Name of the service.
    Name,
    /// Numbers, separated by commas, each with its extension and label.
    Phones,
    /// Category of the service.
    Category,
    /// Region served.
    Region,
    /// Town of the service.
    Place,
    /// Languages spoken.
    Languages,
    /// Hours.
    Hours,
    /// Website.
    Website,
    /// Description.
    Description,
    /// Button that saves the form.
    Save,
}

impl OwnRow {
    /// Rows from top to bottom.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Phones,
        Self::Category,
        Self::Region,
        Self::Place,
        Self::Languages,
        Self::Hours,
        Self::Website,
        Self::Description,
        Self::Save,
    ];

    /// Returns the id of the message of the row's name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Name => "own-name",
            Self::Phones => "own-phones",
            Self::Category => "own-category",
            Self::Region => "own-region",
            Self::Place => "own-place",
            Self::Languages => "own-languages",
            Self::Hours => "own-hours",
            Self::Website => "own-website",
            Self::Description => "own-description",
            Self::Save => "own-save",
        }
    }
}

impl OwnRow {
    /// Returns an error behind the name of its row.
    pub fn with_name(self, error: &str, messages: &Messages) -> String {
        let name = messages.text(self.message_id());
        format!("{name}{} {error}", messages.text("label-end"))
    }
}

/// Typed and chosen values.
type Written = ([String; FIELDS], Option<Category>, Region);

/// Number of text fields.
const FIELDS: usize = 7;

/// State of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnForm {
    /// Id of the edited contact; `None` for a new one.
    pub id: Option<String>,
    /// Focused row, an index of [`OwnRow::ALL`].
    pub row: usize,
    /// Category; `None` until one is chosen.
    pub category: Option<Category>,
    /// Region served.
    pub region: Region,
    /// Errors found on saving, each with its row.
    pub problems: Vec<(OwnRow, String)>,
    /// True if the errors are of values, and vanish with them.
    is_checked: bool,
    /// Text fields, from top to bottom.
    fields: Box<[Field; FIELDS]>,
    /// Values before editing.
    before: Box<Written>,
    /// Values at the time of the question about leaving without saving.
    asked: Option<Box<Written>>,
    /// Letters typed in the focused row with a choice.
    typed_letters: String,
    /// Choices before these letters.
    chosen_before: (Option<Category>, Region),
    /// Fields of newer programs, preserved.
    rest: serde_json::Map<String, serde_json::Value>,
}

impl OwnForm {
    /// Creates an empty form, for a region.
    pub fn empty(region: Region) -> Self {
        Self {
            id: None,
            row: 0,
            category: None,
            region,
            problems: Vec::new(),
            is_checked: false,
            before: Box::new(([const { String::new() }; FIELDS], None, region)),
            asked: None,
            typed_letters: String::new(),
            chosen_before: (None, Region::Ca),
            fields: Box::default(),
            rest: serde_json::Map::new(),
        }
    }

    /// Creates the form of an existing contact.
    pub fn of(id: &str, contact: &OwnContact, messages: &Messages) -> Self {
        let numbers = contact.phones.iter().map(|phone| shown(phone, messages));
        let numbers: Vec<String> = numbers.collect();
        let languages = contact.languages.iter();
        let languages: Vec<String> = languages.map(|code| named(code, messages)).collect();
        let fields = [
            contact.name.as_str(),
            &numbers.join(", "),
            &contact.place,
            &languages.join(", "),
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
            is_checked: false,
            before: Box::new((
                fields.each_ref().map(|field| field.text().to_owned()),
                Some(contact.category),
                contact.region,
            )),
            asked: None,
            typed_letters: String::new(),
            chosen_before: (None, Region::Ca),
            fields: Box::new(fields),
            rest: contact.rest.clone(),
        }
    }

    fn written(&self) -> Written {
        let texts = self.fields.each_ref().map(|field| field.text().to_owned());
        (texts, self.category, self.region)
    }

    /// Returns the focused row.
    pub fn focused(&self) -> OwnRow {
        OwnRow::ALL.get(self.row).copied().unwrap_or(OwnRow::Name)
    }

    /// Returns the text field of a row; `None` for a row with a choice.
    pub fn field(&self, row: OwnRow) -> Option<&Field> {
        self.fields.get(index_of(row)?)
    }

    /// Returns the form in the format of the worker's file. `before` is the contact before editing:
    /// an unchanged number keeps its data that the form does not show.
    pub fn contact(&self, category: Category, before: Option<&OwnContact>) -> OwnContact {
        let text = |row| {
            self.field(row)
                .map_or("", |field| field.text().trim())
                .to_owned()
        };
        let known = before.map_or(&[][..], |contact| &contact.phones);
        let phones = phone::phones(&text(OwnRow::Phones));
        let phones = phones.into_iter().map(|phone| saved(phone, known));
        let languages = languages(&text(OwnRow::Languages)).into_iter().flatten();
        OwnContact {
            name: text(OwnRow::Name),
            phones: phones.collect(),
            category,
            also: before.map_or_else(Vec::new, |contact| contact.also.clone()),
            region: self.region,
            place: text(OwnRow::Place),
            languages: languages.collect(),
            hours: text(OwnRow::Hours),
            website: text(OwnRow::Website),
            description: text(OwnRow::Description),
            rest: self.rest.clone(),
        }
    }

    /// Returns the texts among the phone numbers that are not numbers.
    pub fn wrong_phones(&self) -> Vec<NotAPhone> {
        let text = self.field(OwnRow::Phones).map_or("", Field::text);
        let wrong = phone::phones(text).into_iter().filter_map(Result::err);
        wrong.collect()
    }

    /// Returns the words among the languages that are not languages.
    pub fn unknown_languages(&self) -> Vec<String> {
        let text = self.field(OwnRow::Languages).map_or("", Field::text);
        languages(text)
            .into_iter()
            .filter_map(Result::err)
            .collect()
    }

    /// Returns the value of a row.
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
}

impl Screen for OwnForm {
    fn context(&self) -> Context {
        Context::OwnForm
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn body<'a>(&'a self, app: &'a App, _area: Area) -> Body<'a> {
        let messages = app.messages();
        let row = |row: OwnRow| FormRow {
            name: messages.text(row.message_id()),
            field: self.field(row),
            value: match (row, self.category) {
                (OwnRow::Category, None) => messages.text("own-choose"),
                _ => self.value(row, messages),
            },
        };
        Body::Form(Form {
            rows: OwnRow::ALL.into_iter().map(row).collect(),
            focused: self.row,
        })
    }

    fn layer(&self) -> Layer {
        Layer::OwnForm
    }

    /// Appends the text above the rows to a document. A low screen has no room for all errors: it
    /// shows the first one of the focused row.
    fn head(&self, app: &App, _width: u16, composer: &mut Composer) {
        let messages = app.messages();
        let title = if self.id.is_some() {
            "own-title-edit"
        } else {
            "own-title-new"
        };
        let roomy = app.size.height >= ROOMY;
        let here = |(row, _): &&(OwnRow, String)| roomy || *row == self.focused();
        let most = if roomy { usize::MAX } else { 1 };
        let stands =
            |error: &&(OwnRow, String)| !self.is_checked || app.is_still_wrong(self, error);
        let problems = self.problems.iter().filter(here).filter(stands);
        let problems: Vec<_> = problems.take(most).collect();
        if roomy || problems.is_empty() {
            composer.paragraph(0, vec![Piece::new(messages.text(title), Role::Title)]);
        }
        for (row, problem) in problems {
            // On a low screen it is the focused row.
            let text = if roomy {
                row.with_name(problem, messages)
            } else {
                problem.clone()
            };
            composer.paragraph(2, vec![Piece::new(text, Role::Warning)]);
        }
    }

    fn can(&self, app: &App, command: Command) -> bool {
        match command {
            // Enter saves there.
            Command::Save => self.focused() != OwnRow::Save,
            _ => app.can_anywhere(command),
        }
    }

    /// Returns the footer's word for Enter: it chooses, saves, or moves to the next row.
    fn footer_word(&self, _app: &App, command: Command) -> Option<&'static str> {
        (command == Command::Open).then(|| match self.focused() {
            OwnRow::Category | OwnRow::Region => "footer-choose",
            OwnRow::Save => "footer-save",
            _ => "footer-next",
        })
    }

    fn length(&self, _app: &App) -> usize {
        OwnRow::ALL.len()
    }

    fn select(&mut self, index: usize) {
        self.row = index;
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        let index = index_of(self.focused())?;
        self.fields.get_mut(index)
    }

    fn is_unsaved(&self) -> bool {
        *self.before != self.written()
    }

    fn asks_before_leaving(&mut self) -> bool {
        let now = Box::new(self.written());
        if now == self.before || self.asked.as_ref() == Some(&now) {
            return false;
        }
        self.asked = Some(now);
        true
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) => Some(app.enter_form()),
        Input::Command(Command::Save) => Some(app.save_form()),
        Input::Command(
            command @ (Command::Up | Command::Down | Command::First | Command::Last),
        ) => {
            app.walk_form(command);
            Some(Vec::new())
        }
        Input::Letters(letters) if app.choose_by_letters(letters) => Some(Vec::new()),
        Input::Command(Command::DeleteBefore) => {
            app.clear_typed_letters();
            None
        }
        _ => None,
    }
}

impl App {
    /// Returns the open form; `None` if another screen has the focus.
    pub fn own_form(&self) -> Option<&OwnForm> {
        self.top::<OwnForm>()
    }
}

/// Returns the row to correct for an error.
const fn row_of(problem: OwnProblem) -> OwnRow {
    match problem {
        OwnProblem::NoWayToReach | OwnProblem::PhoneNotDialable => OwnRow::Phones,
        OwnProblem::WebsiteWithoutScheme => OwnRow::Website,
        OwnProblem::NameMissing | OwnProblem::ControlCharacters => OwnRow::Name,
    }
}

/// Returns the index of a row among the text fields.
const fn index_of(row: OwnRow) -> Option<usize> {
    match row {
        OwnRow::Name => Some(0),
        OwnRow::Phones => Some(1),
        OwnRow::Place => Some(2),
        OwnRow::Languages => Some(3),
        OwnRow::Hours => Some(4),
        OwnRow::Website => Some(5),
        OwnRow::Description => Some(6),
        OwnRow::Category | OwnRow::Region | OwnRow::Save => None,
    }
}
