//! Screens, and the focused one.
//!
//! A screen is a tab, or an overlay of it. All differences between screens are methods of
//! [`Screen`]; the functions that call them depend on no particular screen.

use std::any::Any;
use std::fmt::Debug;

use super::action::Effect;
use super::keymap::{Command, Context};
use super::list_rows::ListRow;
use super::state::App;
use super::subject::{Pointed, Subject};
use super::tabs::{Focus, Pane};
use super::view::field::Field;
use super::view::layout::{Area, Layout, Parts, ROOMY, indent};
use super::view::listing::{Listing, Reader};
use super::view::{Body, ContactRow, Entry, Foot, Layer};
use crate::document::{Composer, Document, Piece, Role, Row};

/// Input for the focused screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input<'a> {
    /// Command of a key, or without a key.
    Command(Command),
    /// Letters that are not in the table of keys here.
    Letters(&'a str),
    /// Text that replaces all typed text.
    Text(&'a str),
    /// Text was inserted into [`Screen::field_mut`].
    Inserted,
    /// The text of [`Screen::field_mut`] changed for another reason.
    Edited,
}

/// Handles an input; returns `None` for inputs with the same effect everywhere.
///
/// A function of the whole App: an input may open, fill in or leave another screen.
pub type Handler = fn(&mut App, Input<'_>) -> Option<Vec<Effect>>;

/// Screen. Methods with a default are for screens with the respective part.
pub trait Screen: Any + Debug + CloneScreen {
    /// Returns the context in the table of keys.
    fn context(&self) -> Context;

    /// Returns the function that handles the inputs of this screen.
    fn handler(&self) -> Handler;

    /// Returns the content of the body, by default a list of texts; `area` is below [`Self::head`].
    fn body<'a>(&'a self, _app: &'a App, _area: Area) -> Body<'a> {
        Body::Words(self.listing().copied().unwrap_or_default())
    }

    /// Returns the identity of the screen, independent of selection and text.
    fn layer(&self) -> Layer;

    /// Returns the parts of the screen, for its layout.
    fn parts(&self, app: &App) -> Parts {
        Parts {
            reading: true,
            linear: app.preferences.reader,
            ..Parts::default()
        }
    }

    /// Appends the text above the rows to a document of this width.
    fn head(&self, _app: &App, _width: u16, _composer: &mut Composer) {}

    /// Returns the text in the row above the footer; `None` leaves it free.
    fn foot(&self, _app: &App, _layout: &Layout) -> Option<Foot> {
        None
    }

    /// Returns true if a command has an effect, for the footer.
    fn can(&self, app: &App, command: Command) -> bool {
        app.can_anywhere(command)
    }

    /// Returns the message id of the footer's word for a command, if it differs from the table.
    fn footer_word(&self, _app: &App, _command: Command) -> Option<&'static str> {
        None
    }

    /// Returns the number of items that digits select, from 1.
    fn digits(&self, _app: &App) -> usize {
        0
    }

    /// Returns the number of items of the list.
    fn length(&self, _app: &App) -> usize {
        0
    }

    /// Returns the screen as a tab; `None` for an overlay. A tab's list and reader are those of its
    /// pane.
    fn as_tab(&self) -> Option<&dyn Tab> {
        None
    }

    /// Returns the tab, mutable.
    fn as_tab_mut(&mut self) -> Option<&mut dyn Tab> {
        None
    }

    /// Returns the position in the focused list; `None` without a list, or if the focus is
    /// elsewhere.
    fn listing(&self) -> Option<&Listing> {
        self.as_tab().map(|tab| &tab.pane().listing)
    }

    /// Returns the position in the focused list, mutable.
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

    /// Returns the rows of a list of texts for a width; empty for contacts, which have one row
    /// each.
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

    /// Returns a row of a list of contacts, an item or a heading; `None` after the last one.
    fn contact_row(&self, app: &App, row: usize) -> Option<ContactRow> {
        (row < self.length(app)).then_some(ContactRow::Item(row))
    }

    /// Returns an item of a list of contacts; `None` for lists of texts.
    fn entry<'a>(&'a self, _app: &'a App, _index: usize) -> Option<Entry<'a>> {
        None
    }

    /// Returns the field for typed letters; `None` if there is none.
    fn field_mut(&mut self) -> Option<&mut Field> {
        None
    }

    /// Returns true if the screen has unsaved text.
    fn is_unsaved(&self) -> bool {
        false
    }

    /// Returns true if unsaved text requires a question before leaving; once for each text.
    fn asks_before_leaving(&mut self) -> bool {
        false
    }

    /// Returns the subject of the reader; `None` if the tab determines it.
    fn subject(&self, _app: &App) -> Option<Subject> {
        None
    }

    /// Returns the position in the reader; `None` if the tab determines it.
    fn reader(&self) -> Option<&Reader> {
        self.as_tab().map(|tab| &tab.pane().reader)
    }

    /// Returns the position in the reader, mutable.
    fn reader_mut(&mut self) -> Option<&mut Reader> {
        let tab = self.as_tab_mut()?;
        Some(&mut tab.pane_mut().reader)
    }

    /// Returns true if the reader has the focus.
    fn reads(&self) -> bool {
        self.as_tab()
            .is_some_and(|tab| tab.pane().focus == Focus::Reader)
    }

    /// Returns the id of the contact for a key, if no link is focused.
    fn contact(&self, _app: &App) -> Option<String> {
        None
    }

    /// Returns the target of a key, identified by its content.
    fn target(&self, _app: &App) -> Pointed {
        Pointed::Elsewhere
    }
}

/// Handles the inputs of every tab: Enter moves to the reader, or follows the focused link.
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

/// Screen with a position in the row of tabs.
pub trait Tab: Screen + CloneTab {
    /// Returns its list and its reader.
    fn pane(&self) -> &Pane;

    /// Returns the list and the reader, mutable.
    fn pane_mut(&mut self) -> &mut Pane;

    /// Resets the tab when it is opened by its number.
    fn enter(&mut self) {}

    /// Returns true if a command for the tab as a whole has an effect, whatever overlay is open;
    /// `None` for other commands.
    fn offers(&self, _app: &App, _command: Command) -> Option<bool> {
        None
    }

    /// Returns the id of the contact selected in the list.
    fn listed_contact(&self) -> Option<&str> {
        None
    }
}

/// Clones a screen behind its trait; implemented for every screen that is [`Clone`].
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

/// Appends a line to the text above the rows.
pub(super) fn line(composer: &mut Composer, text: String, role: Role) {
    composer.paragraph(0, vec![Piece::new(text, role)]);
}

impl App {
    /// Returns the focused screen: the topmost overlay, else the tab.
    pub(super) fn screen(&self) -> &dyn Screen {
        match self.overlays.last() {
            Some(overlay) => &**overlay,
            None => self.tabs.at(self.tab),
        }
    }

    /// Returns the focused screen, mutable.
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

    /// Returns the topmost overlay if it is a `T`, mutable.
    pub(super) fn top_mut<T: Screen>(&mut self) -> Option<&mut T> {
        let top: &mut dyn Any = &mut **self.overlays.last_mut()?;
        top.downcast_mut()
    }

    /// Removes the topmost overlay if it is a `T`.
    pub(super) fn take_top<T: Screen + Clone>(&mut self) -> Option<T> {
        let top = self.top::<T>().cloned()?;
        self.overlays.pop();
        Some(top)
    }

    /// Removes all overlays that are a `T`.
    pub(super) fn take_off<T: Screen>(&mut self) {
        self.overlays.retain(|overlay| {
            let overlay: &dyn Any = &**overlay;
            !overlay.is::<T>()
        });
    }

    /// Puts a screen over all others.
    pub(super) fn lay_over(&mut self, screen: impl Screen) {
        self.overlays.push(Box::new(screen));
    }

    /// Returns true without an overlay.
    pub const fn at_tab(&self) -> bool {
        self.overlays.is_empty()
    }

    /// Returns the overlays, the topmost last.
    pub fn layers(&self) -> Vec<Layer> {
        let layers = self.overlays.iter().map(|overlay| overlay.layer());
        layers.collect()
    }

    /// Returns the text in the row above the footer, shown without a notice.
    pub fn foot(&self, layout: &Layout) -> Option<Foot> {
        self.screen().foot(self, layout)
    }

    /// Returns the content of the screen's body; `area` is the part of it below the head.
    pub fn body(&self, area: Area) -> Body<'_> {
        self.screen().body(self, area)
    }

    /// Returns the text above the rows of the topmost overlay, for an area of this width; it begins
    /// at its [`indent`].
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

    /// Returns the number of rows of the focused list on the screen.
    pub fn list_height(&self, area: Area) -> u16 {
        if self.at_tab() {
            return area.height;
        }
        let head = self.overlay_head(area.width).rows.len();
        let head = u16::try_from(head).unwrap_or(u16::MAX);
        area.height.saturating_sub(head).max(1).min(area.height)
    }

    /// Returns the area of the focused list.
    pub(super) fn list_area(&self, layout: &Layout) -> Area {
        if self.at_tab() {
            layout.list.unwrap_or(layout.body)
        } else {
            self.overlay_area(layout.body)
        }
    }

    /// Returns the part of the body for an overlay: one column stays free at the right, and one row
    /// above if there is room.
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
