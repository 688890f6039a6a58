//! Form of a page to hand over: contacts, format, languages, and whether it is discreet. It asks
//! nothing about the person who gets the page.

mod marks;
mod page;

use super::editor::Purpose;
use crate::app::action::Effect;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::{FORM_COLUMNS, ListRow, ValueRow};
use crate::app::notice::Notice;
use crate::app::screen::{Handler, Input, Screen};
use crate::app::state::App;
use crate::app::subject::papers::Handed;
use crate::app::subject::{PageKind, Pointed};
use crate::app::view::Layer;
use crate::app::view::layout::ROOMY;
use crate::app::view::listing::{Direction, Listing};
use crate::document::{Composer, Piece, Role};
use crate::handout::{self, Discreet, Kind, Options};
use crate::i18n::Language;

/// Most names of contacts above the form.
const NAMED: usize = 4;

/// State of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
struct HandoutForm {
    /// Choices of contacts; never empty.
    choices: Vec<Whom>,
    /// Index of the choice in force.
    whom: usize,
    languages: Spoken,
    discreet: bool,
    /// First words of a discreet page; empty for the default in its language.
    words: String,
    listing: Listing,
}

/// Contacts of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Whom {
    /// Contact of the key.
    One(String),
    /// Marked contacts.
    Marked(Vec<String>),
    /// All bookmarks, or those with the chosen label.
    Bookmarks(Vec<String>),
}

impl Whom {
    fn ids(&self) -> &[String] {
        match self {
            Self::One(id) => std::slice::from_ref(id),
            Self::Marked(ids) | Self::Bookmarks(ids) => ids,
        }
    }
}

/// Languages of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spoken {
    One(Language),
    Both,
}

/// Row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HandoutRow {
    Kind(Kind),
    Whom,
    Languages,
    Discreet,
    Words,
}

impl HandoutForm {
    fn rows_here(&self) -> Vec<HandoutRow> {
        let mut rows: Vec<HandoutRow> = Kind::ALL.map(HandoutRow::Kind).to_vec();
        if self.choices.len() > 1 {
            rows.push(HandoutRow::Whom);
        }
        rows.extend([HandoutRow::Languages, HandoutRow::Discreet]);
        if self.discreet {
            rows.push(HandoutRow::Words);
        }
        rows
    }

    fn focused(&self) -> Option<HandoutRow> {
        self.rows_here().get(self.listing.selected).copied()
    }

    fn ids(&self) -> &[String] {
        self.choices.get(self.whom).map_or(&[], Whom::ids)
    }

    fn options(&self, kind: Kind, language: Language) -> Options {
        let words = Some(self.words.clone()).filter(|words| !words.is_empty());
        Options {
            kind,
            languages: match self.languages {
                Spoken::One(language) => vec![language],
                Spoken::Both => vec![language, language.other()],
            },
            discreet: self.discreet.then_some(Discreet { words }),
        }
    }
}

impl Screen for HandoutForm {
    fn context(&self) -> Context {
        Context::Handout
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn layer(&self) -> Layer {
        Layer::Handout
    }

    fn head(&self, app: &App, _width: u16, composer: &mut Composer) {
        let messages = app.messages();
        let contacts = app.contacts_of(self.ids());
        let count = [("count", contacts.len().into())];
        let title = messages.format("handout-form-title", &count);
        composer.paragraph(0, vec![Piece::new(title, Role::Title)]);
        if let Some(missing) = app.missing_from_page(self.ids()) {
            composer.paragraph(0, vec![Piece::new(missing, Role::Warning)]);
        }
        if app.is_low() {
            return;
        }
        let names = contacts.iter().take(NAMED);
        let names = names.map(|contact| contact.name(app.language()).to_owned());
        let more = (contacts.len() > NAMED).then(|| app.ellipsis().to_owned());
        let names: Vec<String> = names.chain(more).collect();
        composer.paragraph(0, Piece::separated(names, Role::Text));
        composer.paragraph(0, vec![Piece::text(messages.text("handout-nothing-asked"))]);
    }

    fn footer_word(&self, _app: &App, command: Command) -> Option<&'static str> {
        (command == Command::Open).then(|| match self.focused() {
            Some(HandoutRow::Kind(_)) => "footer-preview",
            Some(HandoutRow::Words) => "footer-edit",
            _ => "footer-choose",
        })
    }

    fn length(&self, _app: &App) -> usize {
        self.rows_here().len()
    }

    fn listing(&self) -> Option<&Listing> {
        Some(&self.listing)
    }

    fn listing_mut(&mut self) -> Option<&mut Listing> {
        Some(&mut self.listing)
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        let rows = self.rows_here().into_iter().enumerate();
        let rows = rows.map(|(item, row)| {
            let is_kind = item < Kind::ALL.len();
            let (name, value) = app.handout_row(self, row);
            let shows_name_alone = is_kind && width < FORM_COLUMNS;
            ValueRow {
                name,
                value: if shows_name_alone {
                    String::new()
                } else {
                    value
                },
                is_apart: item == Kind::ALL.len() && !app.is_low(),
            }
        });
        let rows: Vec<ValueRow> = rows.collect();
        app.form_rows(&rows, width, Kind::ALL.len())
    }

    fn target(&self, _app: &App) -> Pointed {
        Pointed::Elsewhere
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) => app.enter_handout(),
        Input::Command(Command::PreviousValue) => app.turn_handout(Direction::Previous),
        Input::Command(Command::NextValue) => app.turn_handout(Direction::Next),
        Input::Command(Command::Choose(digit)) => app.choose_kind(digit),
        Input::Command(Command::Discreet) => {
            if let Some(form) = app.top_mut::<HandoutForm>() {
                form.discreet ^= true;
            }
        }
        _ => return None,
    }
    Some(Vec::new())
}

impl App {
    /// Returns true if the screen has no rows to spare.
    pub(in crate::app::screens) const fn is_low(&self) -> bool {
        self.size.height < ROOMY
    }

    /// Opens the form of a page to hand over: for the marked contacts, else for the contact of the
    /// key. The others, and all bookmarks, can be chosen instead.
    pub(in crate::app) fn open_handout(&mut self) {
        let some = |ids: Vec<String>| Some(ids).filter(|ids| !ids.is_empty());
        let picked = some(self.picked.clone()).map(Whom::Marked);
        let one = self.current_contact().map(Whom::One);
        let listed = if self.reads_bookmarks() {
            self.listed_bookmarks()
        } else {
            let all = self.list.bookmarks().into_iter();
            all.map(|entry| entry.id.clone()).collect()
        };
        let choices = [picked, one, some(listed).map(Whom::Bookmarks)];
        let named: Vec<Whom> = choices.into_iter().flatten().collect();
        let any = !named.is_empty();
        let has_page = |whom: &Whom| !self.contacts_of(whom.ids()).is_empty();
        let choices: Vec<Whom> = named.into_iter().filter(has_page).collect();
        if choices.is_empty() {
            if any {
                self.announce(Notice::new("notice-gone"));
            } else {
                self.say_no_contact();
            }
            return;
        }
        self.lay_over(HandoutForm {
            choices,
            whom: 0,
            languages: Spoken::One(self.language()),
            discreet: false,
            words: String::new(),
            listing: Listing::default(),
        });
    }

    /// Returns the name and the value of a row.
    fn handout_row(&self, form: &HandoutForm, row: HandoutRow) -> (String, String) {
        let messages = self.messages();
        let (name, value) = match row {
            HandoutRow::Kind(kind) => {
                return (messages.text(kind.message_id()), self.extent(form, kind));
            }
            HandoutRow::Whom => {
                let id = match form.choices.get(form.whom) {
                    Some(Whom::Marked(_)) => "handout-whom-marked",
                    Some(Whom::Bookmarks(ids)) if ids.len() < self.list.bookmarks().len() => {
                        "handout-whom-label"
                    }
                    Some(Whom::Bookmarks(_)) => "handout-whom-bookmarks",
                    _ => "handout-whom-one",
                };
                let count = self.contacts_of(form.ids()).len();
                (
                    "handout-whom",
                    messages.format(id, &[("count", count.into())]),
                )
            }
            HandoutRow::Languages => {
                let id = match form.languages {
                    Spoken::One(Language::En) => "handout-english",
                    Spoken::One(Language::Fr) => "handout-french",
                    Spoken::Both => "handout-both",
                };
                ("handout-spoken", messages.text(id))
            }
            HandoutRow::Discreet => {
                let id = if form.discreet && self.is_low() {
                    "filter-yes"
                } else if form.discreet {
                    "handout-discreet-yes"
                } else {
                    "handout-discreet-no"
                };
                ("handout-how", messages.text(id))
            }
            HandoutRow::Words if form.words.is_empty() => {
                let id = if self.contacts_of(form.ids()).len() > 1 {
                    "handout-words-each"
                } else {
                    "handout-discreet"
                };
                ("handout-words", messages.text(id))
            }
            HandoutRow::Words => ("handout-words", form.words.clone()),
        };
        (messages.text(name), value)
    }

    /// Returns the length of a page of this format.
    fn extent(&self, form: &HandoutForm, kind: Kind) -> String {
        let messages = self.messages();
        if kind != Kind::Sms {
            let id = match kind {
                Kind::Html => "handout-extent-html",
                Kind::Wallet => "handout-extent-wallet",
                Kind::Sms | Kind::Text => "handout-extent-text",
            };
            return messages.text(id);
        }
        let contacts = self.contacts_of(form.ids());
        let options = form.options(kind, self.language());
        let count = handout::text_messages(&contacts, &options, self.caller()).len();
        messages.format("handout-extent-sms", &[("count", count.into())])
    }

    /// Handles Enter: shows the page of the format, or changes another row.
    fn enter_handout(&mut self) {
        let Some(form) = self.top::<HandoutForm>() else {
            return;
        };
        match form.focused() {
            Some(HandoutRow::Kind(kind)) => {
                let name = self.messages().text("handout-file");
                let handed = Handed {
                    ids: form.ids().to_vec(),
                    options: form.options(kind, self.language()),
                    name: format!("{name}.{}", kind.extension()),
                };
                self.open_paper(PageKind::Handout(Box::new(handed)));
            }
            Some(HandoutRow::Words) => {
                let words = form.words.clone();
                self.open_editor(Purpose::FirstWords, &words);
            }
            _ => self.turn_handout(Direction::Next),
        }
    }

    /// Shows the page of the format with this digit.
    fn choose_kind(&mut self, digit: u8) {
        let item = usize::from(digit).checked_sub(1);
        let item = item.filter(|item| *item < Kind::ALL.len());
        if let (Some(item), Some(form)) = (item, self.top_mut::<HandoutForm>()) {
            form.listing.selected = item;
            self.enter_handout();
        }
    }

    /// Changes a row to the next or the previous value; after the last comes the first.
    fn turn_handout(&mut self, direction: Direction) {
        let language = self.language();
        let Some(form) = self.top_mut::<HandoutForm>() else {
            return;
        };
        match form.focused() {
            Some(HandoutRow::Whom) => {
                form.whom = direction.step(form.whom, form.choices.len());
            }
            Some(HandoutRow::Languages) => {
                let order = [
                    Spoken::One(language),
                    Spoken::One(language.other()),
                    Spoken::Both,
                ];
                let next = direction.step_from(&form.languages, &order);
                form.languages = next.copied().unwrap_or(Spoken::Both);
            }
            Some(HandoutRow::Discreet) => form.discreet ^= true,
            Some(HandoutRow::Kind(_) | HandoutRow::Words) | None => {}
        }
    }

    /// Takes over the first words of a discreet page.
    pub(super) fn take_first_words(&mut self, words: String) {
        if let Some(form) = self.top_mut::<HandoutForm>() {
            form.words = words;
        }
    }
}
