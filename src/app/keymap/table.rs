//! The table of keys.

use Context::{
    Bookmarks, Contacts, Editor, Field, Form, Map, Now, OwnForm, Picker, Reading, Settings, Steps,
    Topics, Welcome,
};
use Section::{Contact, Moving, Program, Searching};

use super::{Binding, Command, Context, Key, KeyCode, Section};
use crate::app::screens::TabId;

/// Where letters are commands and tabs can be changed.
const MAIN: &[Context] = &[Topics, Contacts, Bookmarks, Reading];
/// Where rows can be walked.
const ROWS: &[Context] = &[
    Topics, Contacts, Bookmarks, Reading, Form, Settings, Picker, Steps,
];
/// Where the regions are: letters find one by its name.
pub(super) const MAP: &[Context] = &[Welcome, Map];
/// Where contacts are.
const LISTED: &[Context] = &[Contacts, Bookmarks, Reading];
/// Where letters are written.
pub(super) const TYPING: &[Context] = &[Field, Editor, OwnForm];
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
pub const BINDINGS: &[Binding] = &{
    let mut all = [BEFORE_TABS[0]; BEFORE_TABS.len() + OF_TABS.len() + BEHIND_TABS.len()];
    let (before, rest) = all.split_at_mut(BEFORE_TABS.len());
    let (tabs, behind) = rest.split_at_mut(OF_TABS.len());
    before.copy_from_slice(BEFORE_TABS);
    tabs.copy_from_slice(&OF_TABS);
    behind.copy_from_slice(BEHIND_TABS);
    all
};

/// The keys of the tabs: each is opened by its digit.
const OF_TABS: [Binding; TabId::ALL.len()] = {
    let help = Some((Moving, "keys-tabs"));
    let mut rows = [row(TABS, &[], Command::Tab(0), None, help); TabId::ALL.len()];
    let mut tab = 0;
    while tab < rows.len() {
        let digit = TabId::ALL[tab].digit();
        rows[tab] = row(TABS, &DIGITS[tab], Command::Tab(digit), None, help);
        tab += 1;
    }
    rows
};

const DIGITS: [[Key; 1]; 10] = [
    [letter('0')],
    [letter('1')],
    [letter('2')],
    [letter('3')],
    [letter('4')],
    [letter('5')],
    [letter('6')],
    [letter('7')],
    [letter('8')],
    [letter('9')],
];

/// The keys that help lists before those of the tabs.
#[rustfmt::skip]
const BEFORE_TABS: &[Binding] = &[
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
];

/// The keys that help lists behind those of the tabs.
#[rustfmt::skip]
const BEHIND_TABS: &[Binding] = &[
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
