//! Corrections by pack: to be read, written to a file, or shown as codes.

use crate::app::action::Effect;
use crate::app::done::Done;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::{ListRow, push_heading, push_item};
use crate::app::notice::Notice;
use crate::app::screen::{Handler, Input, Screen, line};
use crate::app::state::App;
use crate::app::subject::papers::Sent;
use crate::app::subject::{PageKind, Pointed};
use crate::app::view::Layer;
use crate::app::view::listing::Listing;
use crate::bookmarks::Change;
use crate::corrections::{self, Found, Part, Source};
use crate::document::pages::paper::Paper;
use crate::document::pages::text_code;
use crate::document::{Composer, PageAction, Role, Size};

/// List of corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct CorrectionsList {
    listing: Listing,
}

/// Item of the list.
enum CorrectionItem {
    Found(Found),
    /// Text about a pack.
    Text(Source),
}

impl Screen for CorrectionsList {
    fn context(&self) -> Context {
        Context::Picker
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn layer(&self) -> Layer {
        Layer::Corrections
    }

    fn head(&self, app: &App, _width: u16, composer: &mut Composer) {
        let messages = app.messages();
        line(composer, messages.text("corrections-title"), Role::Title);
    }

    fn can(&self, app: &App, command: Command) -> bool {
        let item = || app.correction_at(self.listing.selected);
        match command {
            // No item has values to change.
            Command::PreviousValue | Command::NextValue => false,
            Command::OwnRemove => matches!(item(), Some(CorrectionItem::Found(_))),
            _ => app.can_anywhere(command),
        }
    }

    fn length(&self, app: &App) -> usize {
        let parts = app.corrections();
        parts.iter().map(|part| part.found.len() + 1).sum()
    }

    fn listing(&self) -> Option<&Listing> {
        Some(&self.listing)
    }

    fn listing_mut(&mut self) -> Option<&mut Listing> {
        Some(&mut self.listing)
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        let messages = app.messages();
        let mut rows = Vec::new();
        let mut item = 0;
        for part in app.corrections() {
            if !rows.is_empty() && !app.is_low() {
                rows.push(ListRow::heading(String::new()));
            }
            let [title, to] = [part.source.title(messages), part.source.recipient(messages)];
            push_heading(&mut rows, &format!("{title}. {to}"), width);
            for found in &part.found {
                push_item(&mut rows, item, &app.correction_in_words(found), width);
                item += 1;
            }
            push_item(
                &mut rows,
                item,
                &messages.text("corrections-as-text"),
                width,
            );
            item += 1;
        }
        rows
    }

    fn target(&self, app: &App) -> Pointed {
        let item = app.correction_at(self.listing.selected);
        Pointed::Item(match item {
            Some(CorrectionItem::Found(found)) => app.correction_in_words(&found),
            Some(CorrectionItem::Text(source)) => source.title(app.messages()),
            None => String::new(),
        })
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) => {}
        Input::Command(Command::Choose(digit)) => {
            app.go_to_tab(usize::from(digit));
            return Some(Vec::new());
        }
        Input::Command(Command::OwnRemove) => return Some(app.remove_correction()),
        _ => return None,
    }
    match app.correction_at(app.focused_item()) {
        Some(CorrectionItem::Found(found)) => app.open_page(PageKind::Card(found.id)),
        Some(CorrectionItem::Text(source)) => {
            let name = app.messages().text("corrections-file");
            let name = match source.pack() {
                Some(pack) => format!("{name}-{pack}.txt"),
                None => format!("{name}.txt"),
            };
            app.open_paper(PageKind::Corrections(Box::new(Sent { source, name })));
        }
        None => {}
    }
    Some(Vec::new())
}

impl App {
    /// Returns the worker's corrections by pack.
    fn corrections(&self) -> Vec<Part> {
        let found = corrections::report([&self.list], |id| self.contact(id));
        corrections::wrong_only(found)
    }

    fn correction_at(&self, item: usize) -> Option<CorrectionItem> {
        let items = self.corrections().into_iter().flat_map(|part| {
            let text = CorrectionItem::Text(part.source);
            part.found
                .into_iter()
                .map(CorrectionItem::Found)
                .chain([text])
        });
        items.into_iter().nth(item)
    }

    fn correction_in_words(&self, found: &Found) -> String {
        let messages = self.messages();
        let words = [
            ("name", found.name.get(self.language()).to_owned().into()),
            ("mark", found.in_words(messages).into()),
            ("date", messages.date_of(found.on).into()),
        ];
        let item = messages.format("corrections-item", &words);
        match found.words.join(" ").as_str() {
            "" => item,
            words => format!(
                "{item}. {}",
                messages.filled("corrections-words", "words", words)
            ),
        }
    }

    /// Takes back the focused correction; the mark of its contact with all its results.
    fn remove_correction(&mut self) -> Vec<Effect> {
        let Some(CorrectionItem::Found(found)) = self.correction_at(self.focused_item()) else {
            self.announce(Notice::new("corrections-choose"));
            return Vec::new();
        };
        let rest = self.corrections().into_iter();
        let others = rest
            .flat_map(|part| part.found)
            .any(|one| one.id != found.id);
        if !others {
            self.overlays.pop();
        }
        self.change(Change::Unmark { id: found.id }, Done::Unmarked)
    }

    /// Opens the list of corrections.
    pub(in crate::app) fn open_corrections(&mut self) {
        if self.corrections().is_empty() {
            self.announce(Notice::new("corrections-nothing").in_lines("plain-corrections-nothing"));
            return;
        }
        self.lay_over(CorrectionsList::default());
    }

    fn corrections_part(&self, sent: &Sent) -> Option<Part> {
        let parts = self.corrections().into_iter();
        parts.into_iter().find(|part| part.source == sent.source)
    }

    /// Returns the corrections of a pack as a page; `None` if there are none any more.
    pub(super) fn corrections_paper(&self, sent: &Sent) -> Option<Paper> {
        let part = self.corrections_part(sent)?;
        let messages = self.messages();
        let mut actions = self.writing_actions(&sent.name);
        if self.draws_codes() {
            actions.push((messages.text("corrections-as-code"), PageAction::Code(0)));
        }
        Some(Paper {
            title: messages.text("corrections-title"),
            about: vec![messages.text("corrections-nobody-named")],
            actions,
            text: corrections::text(&[part], messages),
            ..Paper::default()
        })
    }

    /// Returns the name and the text of the file of the corrections of a pack.
    pub(super) fn corrections_file(&self, sent: &Sent) -> Option<(String, String)> {
        let part = self.corrections_part(sent)?;
        let text = corrections::text(&[part], self.messages());
        Some((sent.name.clone(), text))
    }

    /// Returns true if a code of the corrections can be drawn in this window.
    pub(super) fn draws_codes(&self) -> bool {
        let room = self.room_of_code();
        room.is_some_and(|room| text_code::fits(room, self.ascii))
    }

    /// Opens the corrections of a pack as codes, from the one with this index on.
    pub(super) fn open_corrections_code(&mut self, sent: Sent, index: usize) {
        let page = self.page();
        if matches!(page, Some(PageKind::CorrectionsCode(..))) {
            self.overlays.pop();
        }
        self.open_paper(PageKind::CorrectionsCode(Box::new(sent), index));
    }

    /// Returns one of the codes of the corrections of a pack.
    pub(in crate::app) fn corrections_code(
        &self,
        sent: &Sent,
        index: usize,
        room: Size,
    ) -> Option<crate::document::Document> {
        let part = self.corrections_part(sent)?;
        let text = corrections::text(&[part], self.messages());
        Some(text_code::compose(
            &text,
            index,
            self.messages(),
            room,
            self.ascii,
        ))
    }
}
