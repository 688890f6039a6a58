//! The keys, as one table: the footer, the help screen, README and man page are made from it.

use super::action::{Key, KeyCode};
use super::tabs::TabId;

/// Where the focus is: it decides what a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The first screen of the first run.
    Welcome,
    /// The first page: letters are searched for.
    Now,
    /// Questions, one after the other.
    Steps,
    /// The list of topics of a guide tab.
    Topics,
    /// The list of contacts found in the Directory.
    Contacts,
    /// The list of bookmarks.
    Bookmarks,
    /// A topic, a card, or a page over the screen.
    Reading,
    /// A field that takes text.
    Field,
    /// The form of the filters.
    Form,
    /// The settings.
    Settings,
    /// A list to choose one thing from.
    Picker,
    /// The map of the regions to choose one from.
    Map,
    /// A line about a service.
    Editor,
    /// The form of a contact of the worker's own.
    OwnForm,
}

impl Context {
    /// Every one.
    pub const ALL: [Self; 14] = [
        Self::Welcome,
        Self::Now,
        Self::Steps,
        Self::Topics,
        Self::Contacts,
        Self::Bookmarks,
        Self::Reading,
        Self::Field,
        Self::Form,
        Self::Settings,
        Self::Picker,
        Self::Map,
        Self::Editor,
        Self::OwnForm,
    ];
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Go to that tab.
    Tab(TabId),
    /// Begin the questions, or begin them again.
    Steps,
    /// Give the answer with that number, from 1.
    Choose(u8),
    /// Go to the tab on the left.
    PreviousTab,
    /// Go to the tab on the right.
    NextTab,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To what stands on the left.
    ToLeft,
    /// To what stands on the right.
    ToRight,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Open, follow, choose.
    Open,
    /// One step back; never out of the program.
    Back,
    /// The next link or pane.
    NextPane,
    /// The link or pane before.
    PreviousPane,
    /// Into the search field, from anywhere.
    Search,
    /// Out of the search field, to what it found.
    ToResults,
    /// The form of the filters.
    Filters,
    /// Take all filters off.
    ClearFilters,
    /// Add to or take from the bookmarks.
    Bookmark,
    /// Send the number to the terminal's clipboard.
    Copy,
    /// The number alone, large, to select by hand.
    Enlarge,
    /// The number or the address as a code to scan.
    ShowCode,
    /// Cover the screen until a key is pressed.
    Cover,
    /// Where the facts come from.
    Sources,
    /// Show it in both languages.
    Both,
    /// Write a note about the service.
    Note,
    /// Write the labels of a bookmark.
    Labels,
    /// Say what she found when she called.
    Called,
    /// The bookmark one place up.
    MoveUp,
    /// The bookmark one place down.
    MoveDown,
    /// Write down a contact of her own.
    OwnAdd,
    /// Edit a contact of her own.
    OwnEdit,
    /// Remove a contact of her own.
    OwnRemove,
    /// Take the last change back.
    Undo,
    /// The settings.
    Settings,
    /// Choose the region.
    Region,
    /// Change the language.
    Language,
    /// The value to the left, in a form.
    PreviousValue,
    /// The value to the right, in a form.
    NextValue,
    /// The caret one letter to the left.
    CaretLeft,
    /// The caret one letter to the right.
    CaretRight,
    /// The caret to the start.
    CaretStart,
    /// The caret to the end.
    CaretEnd,
    /// Delete the letter before the caret.
    DeleteBefore,
    /// Delete the letter after the caret.
    DeleteAfter,
    /// Empty the field.
    ClearField,
    /// The keys.
    Help,
    /// The field's terms in both languages.
    Glossary,
    /// Paint the screen again.
    Repaint,
    /// Hand the terminal back to the shell for a while.
    Suspend,
    /// End the program.
    Quit,
    /// Clear the screen and the scrollback, and end the program.
    ClearAndQuit,
}

/// The headings of the help screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Getting around.
    Moving,
    /// What can be done with a contact or a topic.
    Contact,
    /// Searching and narrowing down.
    Searching,
    /// The program itself.
    Program,
}

impl Section {
    /// In the order of the help screen.
    pub const ALL: [Self; 4] = [Self::Moving, Self::Contact, Self::Searching, Self::Program];

    /// Id of the message that is the heading.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Moving => "keys-section-moving",
            Self::Contact => "keys-section-contact",
            Self::Searching => "keys-section-searching",
            Self::Program => "keys-section-program",
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where the keys mean this.
    pub contexts: &'static [Context],
    /// The keys, the one to show first at the head.
    pub keys: &'static [Key],
    /// What they ask for.
    pub command: Command,
    /// Id of the footer's word for it; none where the footer leaves it out.
    pub footer: Option<&'static str>,
    /// Under which heading the help screen lists it, and the id of its sentence there; rows with the
    /// same sentence become one. None where another row says it already.
    pub help: Option<(Section, &'static str)>,
}

use Context::{
    Bookmarks, Contacts, Editor, Field, Form, Map, Now, OwnForm, Picker, Reading, Settings, Steps,
    Topics, Welcome,
};
use Section::{Contact, Moving, Program, Searching};

/// Where letters are commands and tabs can be changed.
const MAIN: &[Context] = &[Topics, Contacts, Bookmarks, Reading];
/// Where rows can be walked.
const ROWS: &[Context] = &[
    Topics, Contacts, Bookmarks, Reading, Form, Settings, Picker, Steps,
];
/// Where the regions are: letters find one by its name.
const MAP: &[Context] = &[Welcome, Map];
/// Where contacts are.
const LISTED: &[Context] = &[Contacts, Bookmarks, Reading];
/// Where letters are written.
const TYPING: &[Context] = &[Field, Editor, OwnForm];
/// Everywhere but on the first page, where the footer says how to leave.
const ELSEWHERE: &[Context] = &[
    Welcome, Steps, Topics, Contacts, Bookmarks, Reading, Field, Form, Settings, Picker, Map,
    Editor, OwnForm,
];
/// The tabs and the pages over them.
const TABS: &[Context] = &[Now, Topics, Contacts, Bookmarks, Reading];
/// The same, and the questions.
const PAGES: &[Context] = &[Now, Steps, Topics, Contacts, Bookmarks, Reading];
/// Where the questions can be begun by a letter.
const ASKING: &[Context] = &[Steps, Topics, Contacts, Bookmarks, Reading];
/// Where a contact can be dialled.
const DIALLED: &[Context] = &[Steps, Contacts, Bookmarks, Reading];
const fn key(code: KeyCode) -> Key {
    Key::plain(code)
}

const fn letter(character: char) -> Key {
    Key::character(character)
}

const fn row(
    contexts: &'static [Context],
    keys: &'static [Key],
    command: Command,
    footer: Option<&'static str>,
    help: Option<(Section, &'static str)>,
) -> Binding {
    Binding {
        contexts,
        keys,
        command,
        footer,
        help,
    }
}

/// Every key of the program. The footer shows what fits, in this order.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    row(&[Field], &[key(KeyCode::Down), key(KeyCode::Enter), key(KeyCode::Tab)], Command::ToResults, Some("footer-results"), Some((Searching, "keys-results"))),
    row(&[Now, Steps], &[key(KeyCode::Enter)], Command::Open, Some("footer-open"), Some((Moving, "keys-open"))),
    row(&[Topics], &[key(KeyCode::Enter)], Command::Open, Some("footer-read"), Some((Moving, "keys-open"))),
    row(&[Contacts, Bookmarks], &[key(KeyCode::Enter)], Command::Open, Some("footer-open"), Some((Moving, "keys-open"))),
    row(&[Reading], &[key(KeyCode::Enter)], Command::Open, Some("footer-follow"), Some((Moving, "keys-open"))),
    row(&[Form, Settings, Picker], &[key(KeyCode::Enter), letter(' ')], Command::Open, Some("footer-choose"), None),
    row(&[Form, Settings], &[key(KeyCode::Left)], Command::PreviousValue, Some("footer-value"), None),
    row(&[Form, Settings], &[key(KeyCode::Right)], Command::NextValue, Some("footer-value"), None),
    row(&[Welcome], &[key(KeyCode::Enter)], Command::Open, Some("footer-begin"), None),
    row(&[Field], &[key(KeyCode::Escape)], Command::Back, Some("footer-leave"), Some((Searching, "keys-leave"))),
    row(&[Field], &[key(KeyCode::Backspace)], Command::DeleteBefore, Some("footer-chip"), Some((Searching, "keys-chip"))),
    row(&[Editor], &[key(KeyCode::Enter)], Command::Open, Some("footer-save"), None),
    row(&[OwnForm], &[key(KeyCode::Enter)], Command::Open, Some("footer-choose"), None),
    row(&[Editor, OwnForm], &[key(KeyCode::Escape)], Command::Back, Some("footer-cancel"), None),
    row(ROWS, &[key(KeyCode::Escape), key(KeyCode::Backspace)], Command::Back, Some("footer-back"), Some((Moving, "keys-back"))),
    row(&[Welcome], &[key(KeyCode::Tab), key(KeyCode::BackTab)], Command::Language, Some("footer-language-choice"), None),
    row(&[Map], &[key(KeyCode::Enter)], Command::Open, Some("footer-choose"), None),
    row(&[Map], &[key(KeyCode::Escape)], Command::Back, Some("footer-back"), None),
    row(MAP, &[key(KeyCode::Left)], Command::ToLeft, Some("footer-move"), None),
    row(MAP, &[key(KeyCode::Up)], Command::Up, Some("footer-move"), None),
    row(MAP, &[key(KeyCode::Down)], Command::Down, Some("footer-move"), None),
    row(MAP, &[key(KeyCode::Right)], Command::ToRight, Some("footer-move"), None),
    row(MAP, &[key(KeyCode::PageUp)], Command::PageUp, None, None),
    row(MAP, &[key(KeyCode::PageDown)], Command::PageDown, None, None),
    row(MAP, &[key(KeyCode::Home)], Command::First, None, None),
    row(MAP, &[key(KeyCode::End)], Command::Last, None, None),
    row(MAP, &[key(KeyCode::Backspace)], Command::DeleteBefore, None, None),
    row(DIALLED, &[letter('b')], Command::Bookmark, Some("footer-bookmark"), Some((Contact, "keys-bookmark"))),
    row(DIALLED, &[letter('y')], Command::Copy, Some("footer-copy"), Some((Contact, "keys-copy"))),
    row(DIALLED, &[letter('Y')], Command::Enlarge, None, Some((Contact, "keys-enlarge"))),
    row(DIALLED, &[letter('o')], Command::ShowCode, None, Some((Contact, "keys-code"))),
    row(LISTED, &[letter('v')], Command::Called, Some("footer-called"), Some((Contact, "keys-called"))),
    row(LISTED, &[letter('n')], Command::Note, Some("footer-note"), Some((Contact, "keys-note"))),
    row(&[OwnForm], &[key(KeyCode::Up), key(KeyCode::BackTab)], Command::Up, Some("footer-move"), None),
    row(&[OwnForm], &[key(KeyCode::Down), key(KeyCode::Tab)], Command::Down, Some("footer-move"), None),
    row(&[OwnForm], &[key(KeyCode::PageUp)], Command::First, None, None),
    row(&[OwnForm], &[key(KeyCode::PageDown)], Command::Last, Some("footer-to-save"), None),
    row(ROWS, &[key(KeyCode::Up), letter('k')], Command::Up, Some("footer-move"), Some((Moving, "keys-rows"))),
    row(ROWS, &[key(KeyCode::Down), letter('j')], Command::Down, Some("footer-move"), Some((Moving, "keys-rows"))),
    row(&[Now], &[key(KeyCode::Up)], Command::Up, Some("footer-move"), Some((Moving, "keys-rows"))),
    row(&[Now], &[key(KeyCode::Down)], Command::Down, Some("footer-move"), Some((Moving, "keys-rows"))),
    row(&[Now], &[key(KeyCode::PageUp)], Command::PageUp, None, None),
    row(&[Now], &[key(KeyCode::PageDown)], Command::PageDown, None, None),
    row(&[Now], &[key(KeyCode::Home)], Command::First, None, None),
    row(&[Now], &[key(KeyCode::End)], Command::Last, None, None),
    row(&[Steps], &[letter('1')], Command::Choose(1), Some("footer-answer"), Some((Moving, "keys-answer"))),
    row(&[Steps], &[letter('2')], Command::Choose(2), None, None),
    row(&[Steps], &[letter('3')], Command::Choose(3), None, None),
    row(&[Steps], &[letter('4')], Command::Choose(4), None, None),
    row(&[Steps], &[letter('5')], Command::Choose(5), None, None),
    row(&[Steps], &[letter('6')], Command::Choose(6), None, None),
    row(&[Steps], &[letter('7')], Command::Choose(7), None, None),
    row(&[Steps], &[letter('8')], Command::Choose(8), None, None),
    row(&[Steps], &[letter('9')], Command::Choose(9), None, None),
    row(&[Now], &[key(KeyCode::Escape)], Command::Back, None, None),
    row(MAIN, &[key(KeyCode::Tab)], Command::NextPane, Some("footer-links"), Some((Moving, "keys-links"))),
    row(MAIN, &[key(KeyCode::BackTab)], Command::PreviousPane, None, Some((Moving, "keys-links"))),
    row(PAGES, &[letter('/')], Command::Search, Some("footer-search"), Some((Searching, "keys-search"))),
    row(&[Contacts, Reading], &[letter('f')], Command::Filters, Some("footer-filters"), Some((Searching, "keys-filters"))),
    row(&[Contacts, Form], &[letter('c')], Command::ClearFilters, Some("footer-clear"), Some((Searching, "keys-clear"))),
    row(MAIN, &[letter('s')], Command::Sources, Some("footer-sources"), Some((Contact, "keys-sources"))),
    row(&[Bookmarks], &[letter('f')], Command::Filters, Some("footer-label-filter"), Some((Searching, "keys-label-filter"))),
    row(LISTED, &[letter('t')], Command::Labels, Some("footer-labels"), Some((Contact, "keys-labels"))),
    row(&[Bookmarks], &[letter('K')], Command::MoveUp, None, Some((Contact, "keys-order"))),
    row(&[Bookmarks], &[letter('J')], Command::MoveDown, None, Some((Contact, "keys-order"))),
    row(&[Contacts, Bookmarks], &[letter('a')], Command::OwnAdd, Some("footer-own-add"), Some((Contact, "keys-own-add"))),
    row(LISTED, &[letter('e')], Command::OwnEdit, Some("footer-own-edit"), Some((Contact, "keys-own-edit"))),
    row(LISTED, &[letter('x')], Command::OwnRemove, Some("footer-own-remove"), Some((Contact, "keys-own-remove"))),
    row(MAIN, &[letter('u')], Command::Undo, Some("footer-undo"), Some((Contact, "keys-undo"))),
    row(ROWS, &[letter('L')], Command::Language, Some("footer-language"), Some((Program, "keys-language"))),
    row(TABS, &[letter(',')], Command::Settings, Some("footer-settings"), Some((Program, "keys-settings"))),
    row(ASKING, &[letter('w')], Command::Steps, Some("footer-steps"), Some((Moving, "keys-steps"))),
    row(MAIN, &[letter('r')], Command::Region, Some("footer-region"), Some((Program, "keys-region"))),
    row(MAIN, &[letter('B')], Command::Both, Some("footer-both"), Some((Contact, "keys-both"))),
    row(TABS, &[letter('0')], Command::Tab(TabId::Now), None, Some((Moving, "keys-tabs"))),
    row(TABS, &[letter('1')], Command::Tab(TabId::Reporting), None, Some((Moving, "keys-tabs"))),
    row(TABS, &[letter('2')], Command::Tab(TabId::VictimServices), None, Some((Moving, "keys-tabs"))),
    row(TABS, &[letter('3')], Command::Tab(TabId::RestorativeJustice), None, Some((Moving, "keys-tabs"))),
    row(TABS, &[letter('4')], Command::Tab(TabId::Directory), None, Some((Moving, "keys-tabs"))),
    row(TABS, &[letter('5')], Command::Tab(TabId::Bookmarks), None, Some((Moving, "keys-tabs"))),
    row(&[Now], &[key(KeyCode::Left)], Command::PreviousTab, None, Some((Moving, "keys-neighbours"))),
    row(&[Now], &[key(KeyCode::Right)], Command::NextTab, None, Some((Moving, "keys-neighbours"))),
    row(MAIN, &[key(KeyCode::Left), letter('h')], Command::PreviousTab, None, Some((Moving, "keys-neighbours"))),
    row(MAIN, &[key(KeyCode::Right), letter('l')], Command::NextTab, None, Some((Moving, "keys-neighbours"))),
    row(ROWS, &[key(KeyCode::PageUp)], Command::PageUp, None, Some((Moving, "keys-pages"))),
    row(ROWS, &[key(KeyCode::PageDown)], Command::PageDown, None, Some((Moving, "keys-pages"))),
    row(ROWS, &[key(KeyCode::Home), letter('g')], Command::First, None, Some((Moving, "keys-ends"))),
    row(ROWS, &[key(KeyCode::End), letter('G')], Command::Last, None, Some((Moving, "keys-ends"))),
    row(&[Field], &[key(KeyCode::Left)], Command::CaretLeft, Some("footer-edit"), Some((Searching, "keys-edit"))),
    row(&[Editor, OwnForm], &[key(KeyCode::Left)], Command::CaretLeft, None, None),
    row(TYPING, &[key(KeyCode::Right)], Command::CaretRight, None, None),
    row(TYPING, &[key(KeyCode::Home), Key::control('a')], Command::CaretStart, None, None),
    row(TYPING, &[key(KeyCode::End), Key::control('e')], Command::CaretEnd, None, None),
    row(&[Editor, OwnForm], &[key(KeyCode::Backspace)], Command::DeleteBefore, None, None),
    row(TYPING, &[key(KeyCode::Delete)], Command::DeleteAfter, None, None),
    row(TYPING, &[Key::control('u')], Command::ClearField, None, Some((Searching, "keys-clear-field"))),
    row(PAGES, &[letter('?')], Command::Help, Some("footer-help"), Some((Program, "keys-help"))),
    row(MAIN, &[letter('q')], Command::Quit, Some("footer-quit"), Some((Program, "keys-quit"))),
    row(&[Now], &[Key::control('c')], Command::Quit, Some("footer-quit"), Some((Program, "keys-quit"))),
    row(ELSEWHERE, &[Key::control('c')], Command::Quit, None, Some((Program, "keys-quit"))),
    row(&Context::ALL, &[Key::control('x')], Command::ClearAndQuit, None, Some((Program, "keys-clear-and-quit"))),
    row(&Context::ALL, &[Key::control('z')], Command::Suspend, None, Some((Program, "keys-suspend"))),
    row(&Context::ALL, &[key(KeyCode::Function(9))], Command::Cover, None, Some((Program, "keys-cover"))),
    row(&Context::ALL, &[Key::control('l')], Command::Repaint, None, Some((Program, "keys-repaint"))),
];

/// What a key means where the focus is; `None` where it means nothing there.
pub fn command(context: Context, key: Key) -> Option<Command> {
    BINDINGS
        .iter()
        .find(|binding| binding.contexts.contains(&context) && binding.keys.contains(&key))
        .map(|binding| binding.command)
}

#[cfg(test)]
mod tests;
