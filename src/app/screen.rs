//! What a screen is, and which one has the keys.
//!
//! A screen is a tab, or something that lies over it until it is left. Whatever differs from screen to
//! screen is a method of [`Screen`]; the functions that ask for it know no screen by name.

use std::any::Any;
use std::fmt::Debug;

use super::action::Effect;
use super::field::Field;
use super::keymap::{Command, Context};
use super::layout::{Area, Layout, Parts, ROOMY, indent};
use super::listing::{Listing, Reader};
use super::lists::ListRow;
use super::state::App;
use super::subject::{Pointed, Subject};
use super::tabs::{Focus, Pane};
use super::view::{Body, Entry, Foot, Layer};
use crate::document::{Composer, Document, Piece, Role, Row};

/// Something for the screen that has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input<'a> {
    /// A key of the table, or the same asked for by its name.
    Command(Command),
    /// Letters that are no key of the table here.
    Letters(&'a str),
    /// A text in place of all that was typed.
    Text(&'a str),
    /// Notice that text was put into [`Screen::field_mut`].
    Inserted,
    /// Notice that the text of [`Screen::field_mut`] is another one now, for another reason.
    Edited,
}

/// Does what an input asks for; returns `None` for what works here as everywhere.
///
/// A function of the whole App: what is done on a screen may open, fill in or leave another one.
pub type Handler = fn(&mut App, Input<'_>) -> Option<Vec<Effect>>;

/// A screen. Methods with a body are for screens that have such a part.
pub trait Screen: Any + Debug + CloneScreen {
    /// Returns which rows of the table of keys count.
    fn context(&self) -> Context;

    /// Returns what carries out the inputs of this screen.
    fn handler(&self) -> Handler;

    /// Returns what the body shows; `area` is the part of it below [`Self::head`].
    fn body<'a>(&'a self, app: &'a App, area: Area) -> Body<'a>;

    /// Returns what tells this screen from every other, whatever is selected or written there.
    fn layer(&self) -> Layer;

    /// Returns the parts of the screen, for its layout.
    fn parts(&self, app: &App) -> Parts {
        Parts {
            reading: true,
            linear: app.preferences.reader,
            ..Parts::default()
        }
    }

    /// Puts the words above the rows into a document of that width.
    fn head(&self, _app: &App, _width: u16, _composer: &mut Composer) {}

    /// Returns the words for the row above the footer; `None` leaves it free.
    fn foot(&self, _app: &App, _layout: &Layout) -> Option<Foot> {
        None
    }

    /// Returns true if a command would do something, for the footer.
    fn can(&self, app: &App, command: Command) -> bool {
        app.can_anywhere(command)
    }

    /// Returns the message id of the footer's word for a command, where it is not that of the table.
    fn footer_word(&self, _app: &App, _command: Command) -> Option<&'static str> {
        None
    }

    /// Returns how many items are chosen by a digit, from 1.
    fn digits(&self, _app: &App) -> usize {
        0
    }

    /// Returns the number of items of the list.
    fn length(&self, _app: &App) -> usize {
        0
    }

    /// Returns the screen as a tab; `None` for what lies over one. A tab's list and reader are those of
    /// its pane.
    fn as_tab(&self) -> Option<&dyn Tab> {
        None
    }

    /// Returns the same, to change.
    fn as_tab_mut(&mut self) -> Option<&mut dyn Tab> {
        None
    }

    /// Returns the place in the list that has the keys; `None` without a list, or while the keys go
    /// elsewhere.
    fn listing(&self) -> Option<&Listing> {
        self.as_tab().map(|tab| &tab.pane().listing)
    }

    /// Returns the same, to change.
    fn listing_mut(&mut self) -> Option<&mut Listing> {
        self.as_tab_mut()?.pane_mut().listing_mut()
    }

    /// Selects an item of the list or a row of the form.
    fn select(&mut self, index: usize) {
        if let Some(tab) = self.as_tab_mut() {
            tab.pane_mut().select(index);
        } else if let Some(listing) = self.listing_mut() {
            listing.selected = index;
        }
    }

    /// Returns the rows of a list of words, for a list of that width; nothing for contacts, which have a
    /// row each.
    fn rows(&self, _app: &App, _width: u16) -> Vec<ListRow> {
        Vec::new()
    }

    /// Returns the first row of an item, the row after its last, and the number of all rows.
    fn item_rows(&self, app: &App, item: usize, width: u16) -> (usize, usize, usize) {
        let rows = self.rows(app, width);
        let own = |row: &ListRow| row.has(item);
        let start = rows.iter().position(own).unwrap_or(0);
        let end = rows.iter().rposition(own).map_or(start, |last| last + 1);
        (start, end, rows.len())
    }

    /// Returns an item of a list of contacts; `None` for lists of words.
    fn entry<'a>(&'a self, _app: &'a App, _index: usize) -> Option<Entry<'a>> {
        None
    }

    /// Returns the field that letters are written into; `None` where they are not.
    fn field_mut(&mut self) -> Option<&mut Field> {
        None
    }

    /// Returns true if she wrote something that is not saved.
    fn is_unsaved(&self) -> bool {
        false
    }

    /// Returns true if the worker is to be asked before what she wrote is lost; once for each text.
    fn asks_before_leaving(&mut self) -> bool {
        false
    }

    /// Returns what is read; `None` where that is the tab's affair.
    fn subject(&self, _app: &App) -> Option<Subject> {
        None
    }

    /// Returns the position in what is read; `None` where that is the tab's affair.
    fn reader(&self) -> Option<&Reader> {
        self.as_tab().map(|tab| &tab.pane().reader)
    }

    /// Returns the same, to change.
    fn reader_mut(&mut self) -> Option<&mut Reader> {
        let tab = self.as_tab_mut()?;
        Some(&mut tab.pane_mut().reader)
    }

    /// Returns true if the keys go to what is read.
    fn reads(&self) -> bool {
        self.as_tab()
            .is_some_and(|tab| tab.pane().focus == Focus::Reader)
    }

    /// Returns the id of the contact that a key is about, where no link has the focus.
    fn contact(&self, _app: &App) -> Option<String> {
        None
    }

    /// Returns what a key acts on, told apart by what it is.
    fn target(&self, _app: &App) -> Pointed {
        Pointed::Elsewhere
    }
}

/// The inputs of every tab: Enter reads what is selected, or follows the link that has the focus.
pub(super) fn handle_tab(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    let Input::Command(Command::Open) = input else {
        return None;
    };
    if app.pane().focus == Focus::Reader {
        return Some(app.follow_focused());
    }
    if app.list_length() > 0 {
        let pane = app.pane_mut();
        pane.focus = Focus::Reader;
        pane.reader.link = None;
        app.focus_first_call();
    }
    Some(Vec::new())
}

/// A screen with a place in the line of tabs.
pub trait Tab: Screen + CloneTab {
    /// Returns its list and its reader.
    fn pane(&self) -> &Pane;

    /// Returns the same, to change.
    fn pane_mut(&mut self) -> &mut Pane;

    /// Prepares for a new beginning: the tab was chosen by its number.
    fn enter(&mut self) {}

    /// Returns true if a command that concerns the tab as a whole would do something, whatever lies over
    /// it; `None` for a command that concerns it no more than others.
    fn offers(&self, _app: &App, _command: Command) -> Option<bool> {
        None
    }

    /// Returns the id of the contact that is selected in the list.
    fn listed_contact(&self) -> Option<&str> {
        None
    }
}

/// Clones a screen behind its trait; every screen that is [`Clone`] has it.
pub trait CloneScreen {
    /// Returns a copy of the screen.
    fn boxed(&self) -> Box<dyn Screen>;
}

impl<T: Screen + Clone> CloneScreen for T {
    fn boxed(&self) -> Box<dyn Screen> {
        Box::new(self.clone())
    }
}

impl Clone for Box<dyn Screen> {
    fn clone(&self) -> Self {
        (**self).boxed()
    }
}

/// Clones a tab behind its trait.
pub trait CloneTab {
    /// Returns a copy of the tab.
    fn boxed_tab(&self) -> Box<dyn Tab>;
}

impl<T: Tab + Clone> CloneTab for T {
    fn boxed_tab(&self) -> Box<dyn Tab> {
        Box::new(self.clone())
    }
}

impl Clone for Box<dyn Tab> {
    fn clone(&self) -> Self {
        (**self).boxed_tab()
    }
}

/// Puts a line into the words above the rows.
pub(super) fn line(composer: &mut Composer, text: String, role: Role) {
    composer.paragraph(0, vec![Piece::new(text, role)]);
}

impl App {
    /// Returns the screen that has the keys: the topmost overlay, else the tab.
    pub(super) fn screen(&self) -> &dyn Screen {
        match self.overlays.last() {
            Some(overlay) => &**overlay,
            None => self.tabs.at(self.tab),
        }
    }

    /// Returns the same, to change.
    pub(super) fn screen_mut(&mut self) -> &mut dyn Screen {
        match self.overlays.last_mut() {
            Some(overlay) => &mut **overlay,
            None => self.tabs.at_mut(self.tab),
        }
    }

    /// Returns the topmost overlay if it is a `T`.
    pub(super) fn top<T: Screen>(&self) -> Option<&T> {
        let top: &dyn Any = &**self.overlays.last()?;
        top.downcast_ref()
    }

    /// Returns the topmost overlay if it is a `T`, to change.
    pub(super) fn top_mut<T: Screen>(&mut self) -> Option<&mut T> {
        let top: &mut dyn Any = &mut **self.overlays.last_mut()?;
        top.downcast_mut()
    }

    /// Takes the topmost overlay off if it is a `T`.
    pub(super) fn take_top<T: Screen + Clone>(&mut self) -> Option<T> {
        let top = self.top::<T>().cloned()?;
        self.overlays.pop();
        Some(top)
    }

    /// Takes off every overlay that is a `T`.
    pub(super) fn take_off<T: Screen>(&mut self) {
        self.overlays.retain(|overlay| {
            let overlay: &dyn Any = &**overlay;
            !overlay.is::<T>()
        });
    }

    /// Lays a screen over all others.
    pub(super) fn lay_over(&mut self, screen: impl Screen) {
        self.overlays.push(Box::new(screen));
    }

    /// Returns true if nothing lies over the tab.
    pub const fn at_tab(&self) -> bool {
        self.overlays.is_empty()
    }

    /// Returns what lies over the tab, the topmost last.
    pub fn layers(&self) -> Vec<Layer> {
        let layers = self.overlays.iter().map(|overlay| overlay.layer());
        layers.collect()
    }

    /// Returns the words for the row above the footer, where no notice stands.
    pub fn foot(&self, layout: &Layout) -> Option<Foot> {
        self.screen().foot(self, layout)
    }

    /// Returns what the body of the screen shows; `area` is the part of it below the head.
    pub fn body(&self, area: Area) -> Body<'_> {
        self.screen().body(self, area)
    }

    /// Returns an item of the list of contacts that has the screen.
    pub fn entry(&self, index: usize) -> Option<Entry<'_>> {
        self.screen().entry(self, index)
    }

    /// Returns the words above the rows of the topmost overlay, for an area of that width: they begin at
    /// its [`indent`].
    pub fn overlay_head(&self, width: u16) -> Document {
        let width = width.saturating_sub(indent(width));
        let mut composer = Composer::new(width);
        let screen = self.screen();
        if !self.at_tab() {
            screen.head(self, width, &mut composer);
            if self.preferences.reader && screen.listing().is_some() {
                line(&mut composer, self.place_in_list(), Role::Heading);
            }
        }
        composer.blank();
        let mut head = composer.finish();
        // A low screen needs its rows for the choices.
        if !head.rows.is_empty() && self.size.height >= ROOMY {
            head.rows.push(Row::default());
        }
        head
    }

    /// Returns the number of rows that the list with the keys has on the screen.
    pub fn list_height(&self, area: Area) -> u16 {
        if self.at_tab() {
            return area.height;
        }
        let head = self.overlay_head(area.width).rows.len();
        let head = u16::try_from(head).unwrap_or(u16::MAX);
        area.height.saturating_sub(head).max(1).min(area.height)
    }

    /// Returns where the list stands that has the keys.
    pub(super) fn list_area(&self, layout: &Layout) -> Area {
        if self.at_tab() {
            layout.list.unwrap_or(layout.body)
        } else {
            self.overlay_area(layout.body)
        }
    }

    /// Returns the part of the body that an overlay takes: a column is kept free at the right, and a row
    /// above where there is room.
    pub fn overlay_area(&self, body: Area) -> Area {
        let air = u16::from(body.y > 1 && !self.preferences.reader);
        Area {
            y: body.y + air,
            width: body.width.saturating_sub(1),
            height: body.height - air,
            ..body
        }
    }
}
