//! Page over the tab: help, a card, sources, a number alone.

use super::editor::Purpose;
use crate::app::action::Effect;
use crate::app::keymap::help::Here;
use crate::app::keymap::{Command, Context};
use crate::app::notice::Notice;
use crate::app::screen::{Handler, Input, Screen};
use crate::app::state::{App, Shown};
use crate::app::subject::{PageKind, Pointed, Subject};
use crate::app::view::layout::{Area, Parts};
use crate::app::view::listing::Reader;
use crate::app::view::{Body, Layer};

/// Page with the position in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    kind: PageKind,
    reader: Reader,
}

impl Page {
    /// Returns the kind of the page, mutable.
    pub(super) const fn kind_mut(&mut self) -> &mut PageKind {
        &mut self.kind
    }
}

impl Screen for Page {
    fn context(&self) -> Context {
        match self.kind {
            PageKind::Help => Context::Help,
            _ => Context::Reading,
        }
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn body<'a>(&'a self, _app: &'a App, _area: Area) -> Body<'a> {
        Body::Page
    }

    fn layer(&self) -> Layer {
        Layer::Page(self.kind.clone())
    }

    fn parts(&self, app: &App) -> Parts {
        Parts {
            reading: true,
            wide: self.kind.is_in_both()
                || (self.kind == PageKind::Help && !app.preferences.reader),
            linear: app.preferences.reader,
            ..Parts::default()
        }
    }

    fn can(&self, app: &App, command: Command) -> bool {
        match command {
            Command::Sources => match self.kind {
                PageKind::Card(_) | PageKind::TopicInBoth(_) => true,
                _ => app.current_contact().is_some() && !self.kind.is_of_sources(),
            },
            Command::Note | Command::Labels | Command::Called => {
                app.current_contact().is_some() && !self.kind.is_of_sources()
            }
            Command::OwnRemove if matches!(self.kind, PageKind::Written(_)) => true,
            Command::ShowCode if matches!(self.kind, PageKind::Corrections(_)) => app.draws_codes(),
            _ => app.can_anywhere(command),
        }
    }

    fn footer_word(&self, app: &App, command: Command) -> Option<&'static str> {
        match command {
            Command::Search if app.finds_in_page() => Some("footer-find"),
            Command::Copy if app.page_text().is_some() => Some("footer-copy-text"),
            _ => None,
        }
    }

    fn subject(&self, _app: &App) -> Option<Subject> {
        Some(Subject::Page(self.kind.clone()))
    }

    fn reader(&self) -> Option<&Reader> {
        Some(&self.reader)
    }

    fn reader_mut(&mut self) -> Option<&mut Reader> {
        Some(&mut self.reader)
    }

    fn reads(&self) -> bool {
        true
    }

    fn contact(&self, _app: &App) -> Option<String> {
        match &self.kind {
            PageKind::Card(id) | PageKind::CardInBoth(id) | PageKind::ContactSources(id) => {
                Some(id.clone())
            }
            _ => None,
        }
    }

    fn target(&self, app: &App) -> Pointed {
        Pointed::At(app.subject(), app.focused_link())
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) => Some(app.follow_focused()),
        Input::Command(Command::Search) if app.finds_in_page() => {
            app.open_editor(Purpose::Find, "");
            Some(Vec::new())
        }
        Input::Command(command) => app.obey_on_paper(command),
        _ => None,
    }
}

impl App {
    /// Returns the open page; `None` if another screen has the focus.
    pub fn page(&self) -> Option<&PageKind> {
        self.top::<Page>().map(|page| &page.kind)
    }

    /// Returns true if `/` finds a row of the open page, in place of a contact.
    fn finds_in_page(&self) -> bool {
        let is_listed = matches!(
            self.page(),
            Some(PageKind::Help | PageKind::Glossary | PageKind::Terms(_))
        );
        is_listed && self.shown == Shown::OnScreen
    }

    /// Returns true if a page in both languages is open.
    pub fn reads_both(&self) -> bool {
        self.page().is_some_and(PageKind::is_in_both)
    }

    /// Returns the screen under the help on the keys.
    pub(in crate::app) fn under_help(&self) -> Here {
        let screens = self.overlays.iter().rev();
        let mut contexts = screens.map(|screen| screen.context());
        match contexts.find(|context| *context != Context::Help) {
            Some(context) => Here {
                context,
                name: String::new(),
            },
            None => Here {
                context: self.tab_screen().context(),
                name: self.messages().text(&self.tab().message_id()),
            },
        }
    }

    /// Opens a page over the screen.
    pub(in crate::app) fn open_page(&mut self, kind: PageKind) {
        let reader = Reader::default();
        self.lay_over(Page { kind, reader });
        self.focus_first_call();
    }

    /// Opens the terms of the topic in the reader over the screen; the whole glossary if it has none, or if
    /// they are already open.
    pub(in crate::app) fn open_glossary(&mut self) {
        match self.topic_read().filter(|id| !self.terms_of(id).is_empty()) {
            Some(id) => self.open_page(PageKind::Terms(id)),
            None if self.page() == Some(&PageKind::Glossary) => {}
            None => {
                let reads = self.topic_read().is_some() && self.reader_has_focus();
                self.open_page(PageKind::Glossary);
                if reads {
                    self.announce(Notice::new("notice-no-terms"));
                }
            }
        }
    }

    /// Shows the number or address that `y` would copy in another form.
    pub(in crate::app) fn open_number(&mut self, kind: fn(String) -> PageKind) {
        match self.copy_text() {
            Some(text) => {
                let is_number =
                    |page: &PageKind| matches!(page, PageKind::Number(_) | PageKind::Code(_));
                if self.page().is_some_and(is_number) {
                    self.overlays.pop();
                }
                self.open_page(kind(text));
            }
            None => self.say_no_number(),
        }
    }

    /// Opens the sources of the reader's subject or the selected item.
    pub(in crate::app) fn open_sources(&mut self) {
        if self.page().is_some_and(PageKind::is_of_sources) {
            return;
        }
        let read = Some(self.subject()).filter(|_| self.page().is_none() && self.screen().reads());
        if let Some(Subject::Topic(id)) = read {
            // A focused number belongs to the topic that is read.
            self.open_page(PageKind::TopicSources(id));
            return;
        }
        let kind = match (self.current_contact(), self.page()) {
            (Some(id), _) => Some(PageKind::ContactSources(id)),
            (None, Some(PageKind::TopicInBoth(id))) => Some(PageKind::TopicSources(id.clone())),
            (None, None) if self.at_tab() => {
                self.selected_topic().cloned().map(PageKind::TopicSources)
            }
            (None, _) => None,
        };
        match kind {
            Some(kind) => self.open_page(kind),
            None => self.announce(Notice::new("notice-no-sources")),
        }
    }

    /// Opens the reader's subject in both languages, at the same position; the same key leads back.
    pub(in crate::app) fn show_both(&mut self) {
        if self.reads_both() {
            self.back();
            return;
        }
        let kind = match self.subject() {
            Subject::Topic(id) => PageKind::TopicInBoth(id),
            Subject::Page(PageKind::Card(id)) => PageKind::CardInBoth(id),
            _ => {
                self.announce(Notice::new("notice-no-both"));
                return;
            }
        };
        let top = self.reader().top;
        let rows = self.shown_document().rows;
        let block = rows.get(top).filter(|_| top > 0).map(|row| row.block);
        self.open_page(kind);
        if let Some(block) = block {
            self.reader_mut().top = self.shown_document().row_of_block(block);
            self.drop_hidden_link();
        }
    }
}
