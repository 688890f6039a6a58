//! Table of keys.

use Context::{
    Bookmarks, Contacts, Editor, Field, Form, Handout, Help, Leaving, Map, Now, OwnForm, Picker,
    Reading, Settings, Steps, Topics, Welcome,
};
use Section::{Contact, Moving, Program, Searching};

use super::{Binding, COVERS, Command, Context, Key, KeyCode, Section};
use crate::app::screens::TabId;

/// Contexts in which letters are commands and tabs can be changed.
const MAIN: &[Context] = &[Topics, Contacts, Bookmarks, Reading];
/// Contexts with rows.
const ROWS: &[Context] = &[
    Topics, Contacts, Bookmarks, Reading, Form, Settings, Handout, Picker, Steps, Help,
];
/// Contexts in which a space is neither text nor a choice.
const PAGED: &[Context] = &[
    Now, Topics, Contacts, Bookmarks, Reading, Picker, Steps, Help,
];
/// Contexts with the regions: letters select one by its name.
const MAP: &[Context] = &[Welcome, Map];
/// Contexts with contacts.
const LISTED: &[Context] = &[Contacts, Bookmarks, Reading];
/// Contexts with a text field.
const TYPING: &[Context] = &[Field, Editor, OwnForm];
/// Contexts in which letters are text or select a region.
const LETTERS: &[Context] = &[Welcome, Map, Field, Editor, OwnForm];
/// All contexts except the first page, whose footer names the key for quitting, and the question
/// about leaving.
const ELSEWHERE: &[Context] = &[
    Welcome, Steps, Topics, Contacts, Bookmarks, Reading, Field, Form, Settings, Handout, Picker,
    Map, Editor, OwnForm, Help,
];
/// All contexts except the question about leaving.
const ANYWHERE: &[Context] = &[
    Welcome, Now, Steps, Topics, Contacts, Bookmarks, Reading, Field, Form, Settings, Handout,
    Picker, Map, Editor, OwnForm, Help,
];
/// All contexts except the first screen of the first run, which has no tabs yet.
const WITH_TABS: &[Context] = &[
    Now, Steps, Topics, Contacts, Bookmarks, Reading, Field, Form, Settings, Handout, Picker, Map,
    Editor, OwnForm, Help,
];
/// Tabs and pages over them.
const TABS: &[Context] = &[Now, Topics, Contacts, Bookmarks, Reading, Help];
/// The same with the questions.
const PAGES: &[Context] = &[Now, Steps, Topics, Contacts, Bookmarks, Reading, Help];
/// Contexts in which `?` is not text.
const ASKED: &[Context] = &[
    Now, Steps, Topics, Contacts, Bookmarks, Reading, Form, Settings, Handout, Picker,
];
/// Contexts in which a letter starts the questions.
const ASKING: &[Context] = &[Steps, Topics, Contacts, Bookmarks, Reading];
/// Contexts whose rows have digits.
const ROWS_WITH_DIGITS: &[Context] = &[Steps, Form, Handout, Picker];
/// Contexts with a contact to dial.
const DIALLED: &[Context] = &[Steps, Contacts, Bookmarks, Reading];
/// Contexts in which changes can be undone.
const CHANGED: &[Context] = &[Topics, Contacts, Bookmarks, Reading, Settings];

const fn key(code: KeyCode) -> Key {
    Key::plain(code)
}

const fn letter(character: char) -> Key {
    Key::character(character)
}

const fn alt(character: char) -> Key {
    Key::alt(KeyCode::Character(character))
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

/// All keys of the program. The footer shows as many as fit, in this order. A constant would be
/// copied into each unit of code that uses it: 40 KB of each session.
pub static BINDINGS: &[Binding] = &{
    let mut all = [BEFORE_TABS[0]; BEFORE_TABS.len() + 2 * OF_TABS.len() + BEHIND_TABS.len()];
    let (before, rest) = all.split_at_mut(BEFORE_TABS.len());
    let (tabs, rest) = rest.split_at_mut(OF_TABS.len());
    let (anywhere, behind) = rest.split_at_mut(OF_TABS_ANYWHERE.len());
    before.copy_from_slice(BEFORE_TABS);
    tabs.copy_from_slice(&OF_TABS);
    anywhere.copy_from_slice(&OF_TABS_ANYWHERE);
    behind.copy_from_slice(BEHIND_TABS);
    all
};

/// Keys of the tabs: a digit opens each.
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

/// The same with Alt, which also works in a field.
const OF_TABS_ANYWHERE: [Binding; TabId::ALL.len()] = {
    let help = Some((Moving, "keys-tabs-anywhere"));
    let mut rows = [row(WITH_TABS, &[], Command::Tab(0), None, None); TabId::ALL.len()];
    let mut tab = 0;
    while tab < rows.len() {
        let digit = TabId::ALL[tab].digit();
        let told = tab == 0 || tab + 1 == rows.len();
        let help = if told { help } else { None };
        rows[tab] = row(WITH_TABS, &ALT_DIGITS[tab], Command::Tab(digit), None, help);
        tab += 1;
    }
    rows
};

const ALT_DIGITS: [[Key; 1]; 10] = [
    [alt('0')],
    [alt('1')],
    [alt('2')],
    [alt('3')],
    [alt('4')],
    [alt('5')],
    [alt('6')],
    [alt('7')],
    [alt('8')],
    [alt('9')],
];

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

/// Keys listed in help before those of the tabs.
#[rustfmt::skip]
const BEFORE_TABS: &[Binding] = &[
    row(&[Field], &[key(KeyCode::Enter)], Command::Open, Some("footer-open"), Some((Searching, "keys-open-hit"))),
    row(&[Field], &[key(KeyCode::Down), key(KeyCode::Tab)], Command::ToResults, Some("footer-results"), Some((Searching, "keys-results"))),
    row(&[Now, Steps], &[key(KeyCode::Enter)], Command::Open, Some("footer-open"), Some((Moving, "keys-open"))),
    row(&[Topics], &[key(KeyCode::Enter)], Command::Open, Some("footer-read"), Some((Moving, "keys-open"))),
    row(&[Contacts, Bookmarks], &[key(KeyCode::Enter)], Command::Open, Some("footer-open"), Some((Moving, "keys-open"))),
    row(&[Reading], &[key(KeyCode::Enter)], Command::Open, Some("footer-follow"), Some((Moving, "keys-open"))),
    row(&[Form, Settings, Handout], &[key(KeyCode::Enter), letter(' ')], Command::Open, Some("footer-choose"), None),
    row(&[Picker], &[key(KeyCode::Enter)], Command::Open, Some("footer-choose"), None),
    row(&[Help], &[key(KeyCode::Enter)], Command::Open, Some("footer-follow"), None),
    row(&[Leaving], &[letter('q'), Key::control('c')], Command::Quit, Some("footer-quit"), None),
    row(&[Leaving], &[key(KeyCode::Escape)], Command::Back, Some("footer-stay"), None),
    row(&[Leaving], &[Key::control('x')], Command::ClearAndQuit, Some("footer-clear-and-quit"), None),
    row(&[Form, Settings, Handout, Picker], &[key(KeyCode::Left)], Command::PreviousValue, Some("footer-value"), None),
    row(&[Form, Settings, Handout, Picker], &[key(KeyCode::Right)], Command::NextValue, Some("footer-value"), None),
    row(&[Welcome], &[key(KeyCode::Enter)], Command::Open, Some("footer-begin"), None),
    row(&[Field], &[key(KeyCode::Escape)], Command::Back, Some("footer-leave"), Some((Searching, "keys-leave"))),
    row(&[Field], &[key(KeyCode::Backspace)], Command::DeleteBefore, Some("footer-chip"), Some((Searching, "keys-chip"))),
    row(&[Editor], &[key(KeyCode::Enter)], Command::Open, Some("footer-save"), None),
    row(&[OwnForm], &[key(KeyCode::Enter)], Command::Open, Some("footer-choose"), None),
    row(&[OwnForm], &[Key::control('s')], Command::Save, Some("footer-save-form"), None),
    row(&[Editor], &[Key::control('s')], Command::Save, None, None),
    row(&[Editor, OwnForm], &[key(KeyCode::Escape)], Command::Back, Some("footer-cancel"), None),
    row(ROWS, &[key(KeyCode::Escape), key(KeyCode::Backspace)], Command::Back, Some("footer-back"), Some((Moving, "keys-back"))),
    row(&[Help], &[letter('?'), key(KeyCode::Function(1)), letter('q')], Command::Back, None, None),
    row(&[Welcome], &[key(KeyCode::Tab), key(KeyCode::BackTab)], Command::Language, Some("footer-language-choice"), None),
    row(&[Map], &[key(KeyCode::Enter)], Command::Open, Some("footer-choose"), None),
    row(&[Welcome], &[key(KeyCode::Escape)], Command::Back, Some("footer-canada"), None),
    row(&[Map], &[key(KeyCode::Escape)], Command::Back, Some("footer-back"), None),
    row(MAP, &[key(KeyCode::Left)], Command::ToLeft, Some("footer-move"), None),
    row(MAP, &[key(KeyCode::Up), Key::control('p')], Command::Up, Some("footer-move"), None),
    row(MAP, &[key(KeyCode::Down), Key::control('n')], Command::Down, Some("footer-move"), None),
    row(MAP, &[key(KeyCode::Right)], Command::ToRight, Some("footer-move"), None),
    row(MAP, &[key(KeyCode::PageUp)], Command::PageUp, None, None),
    row(MAP, &[key(KeyCode::PageDown)], Command::PageDown, None, None),
    row(MAP, &[key(KeyCode::Home)], Command::First, None, None),
    row(MAP, &[key(KeyCode::End)], Command::Last, None, None),
    row(MAP, &[key(KeyCode::Backspace)], Command::DeleteBefore, None, None),
    row(DIALLED, &[letter('b')], Command::Bookmark, Some("footer-bookmark"), Some((Contact, "keys-bookmark"))),
    row(DIALLED, &[letter('y')], Command::Copy, Some("footer-copy"), Some((Contact, "keys-copy"))),
    row(DIALLED, &[letter('Y')], Command::Enlarge, None, Some((Contact, "keys-enlarge"))),
    row(DIALLED, &[letter('o')], Command::ShowCode, Some("footer-code"), Some((Contact, "keys-code"))),
    row(LISTED, &[letter('v')], Command::Called, Some("footer-called"), Some((Contact, "keys-called"))),
    row(LISTED, &[letter('n')], Command::Note, Some("footer-note"), Some((Contact, "keys-note"))),
    row(LISTED, &[letter('c')], Command::HandOver, Some("footer-hand-over"), Some((Contact, "keys-hand-over"))),
    row(LISTED, &[letter('m')], Command::Pick, Some("footer-pick"), Some((Contact, "keys-pick"))),
    row(LISTED, &[letter('C')], Command::Corrections, Some("footer-corrections"), Some((Contact, "keys-corrections"))),
    row(&[Bookmarks], &[letter('i')], Command::Lists, Some("footer-lists"), Some((Contact, "keys-lists"))),
    row(&[OwnForm], &[key(KeyCode::Up), key(KeyCode::BackTab), Key::control('p')], Command::Up, Some("footer-move"), None),
    row(&[OwnForm], &[key(KeyCode::Down), key(KeyCode::Tab), Key::control('n')], Command::Down, Some("footer-move"), None),
    row(&[OwnForm], &[key(KeyCode::PageUp)], Command::First, None, None),
    row(&[OwnForm], &[key(KeyCode::PageDown)], Command::Last, None, None),
    row(ROWS, &[key(KeyCode::Up), letter('k'), Key::control('p')], Command::Up, Some("footer-move"), Some((Moving, "keys-rows"))),
    row(ROWS, &[key(KeyCode::Down), letter('j'), Key::control('n')], Command::Down, Some("footer-move"), Some((Moving, "keys-rows"))),
    row(&[Now], &[key(KeyCode::Up), Key::control('p')], Command::Up, Some("footer-move"), Some((Moving, "keys-rows"))),
    row(&[Now], &[key(KeyCode::Down), Key::control('n')], Command::Down, Some("footer-move"), Some((Moving, "keys-rows"))),
    row(&[Field], &[key(KeyCode::Up), Key::control('p')], Command::Up, None, Some((Searching, "keys-field-rows"))),
    row(&[Field], &[Key::control('n')], Command::Down, None, Some((Searching, "keys-field-rows"))),
    row(&[Field], &[key(KeyCode::PageUp)], Command::PageUp, None, None),
    row(&[Field], &[key(KeyCode::PageDown)], Command::PageDown, None, None),
    row(&[Now], &[key(KeyCode::Home)], Command::First, None, None),
    row(&[Now], &[key(KeyCode::End)], Command::Last, None, None),
    row(&[Steps], &[letter('1')], Command::Choose(1), Some("footer-answer"), Some((Moving, "keys-answer"))),
    row(&[Picker], &[letter('1')], Command::Choose(1), Some("footer-note-it"), Some((Moving, "keys-answer"))),
    row(&[Handout], &[letter('1')], Command::Choose(1), Some("footer-kind"), Some((Moving, "keys-answer"))),
    row(&[Handout], &[letter('d')], Command::Discreet, Some("footer-discreet"), Some((Contact, "keys-discreet"))),
    row(&[Form], &[letter('1')], Command::Choose(1), None, Some((Moving, "keys-answer"))),
    row(&[Steps, Picker], &[letter('0')], Command::Tab(0), None, None),
    row(ROWS_WITH_DIGITS, &[letter('2')], Command::Choose(2), None, None),
    row(ROWS_WITH_DIGITS, &[letter('3')], Command::Choose(3), None, None),
    row(ROWS_WITH_DIGITS, &[letter('4')], Command::Choose(4), None, None),
    row(ROWS_WITH_DIGITS, &[letter('5')], Command::Choose(5), None, None),
    row(ROWS_WITH_DIGITS, &[letter('6')], Command::Choose(6), None, None),
    row(ROWS_WITH_DIGITS, &[letter('7')], Command::Choose(7), None, None),
    row(ROWS_WITH_DIGITS, &[letter('8')], Command::Choose(8), None, None),
    row(ROWS_WITH_DIGITS, &[letter('9')], Command::Choose(9), None, Some((Moving, "keys-answer"))),
    row(&[Now], &[key(KeyCode::Escape)], Command::Back, None, None),
    row(MAIN, &[key(KeyCode::Tab)], Command::NextPane, Some("footer-links"), Some((Moving, "keys-links"))),
    row(&[Handout], &[key(KeyCode::Tab)], Command::Down, Some("footer-move"), None),
    row(&[Handout], &[key(KeyCode::BackTab)], Command::Up, None, None),
    row(&[Help], &[key(KeyCode::Tab)], Command::NextPane, Some("footer-links"), None),
    row(&[Help], &[key(KeyCode::BackTab)], Command::PreviousPane, None, None),
    row(MAIN, &[key(KeyCode::BackTab)], Command::PreviousPane, None, Some((Moving, "keys-links"))),
    row(PAGES, &[letter('/')], Command::Search, Some("footer-search"), Some((Searching, "keys-search"))),
    row(&[Contacts, Reading], &[letter('f')], Command::Filters, Some("footer-filters"), Some((Searching, "keys-filters"))),
    row(&[Contacts], &[letter('F')], Command::ClearFilters, Some("footer-clear"), Some((Searching, "keys-clear"))),
    row(&[Form], &[letter('c')], Command::ClearFilters, Some("footer-clear"), Some((Searching, "keys-clear"))),
    row(&[Reading], &[letter('g')], Command::Glossary, Some("footer-terms"), Some((Moving, "keys-terms"))),
    row(&[Topics, Contacts, Bookmarks, Help], &[letter('g')], Command::Glossary, None, Some((Moving, "keys-terms"))),
    row(MAIN, &[letter('s')], Command::Sources, Some("footer-sources"), Some((Contact, "keys-sources"))),
    row(&[Bookmarks], &[letter('f')], Command::Filters, Some("footer-label-filter"), Some((Searching, "keys-label-filter"))),
    row(LISTED, &[letter('t')], Command::Labels, Some("footer-labels"), Some((Contact, "keys-labels"))),
    row(&[Bookmarks], &[letter('K')], Command::MoveUp, Some("footer-order"), Some((Contact, "keys-order"))),
    row(&[Bookmarks], &[letter('J')], Command::MoveDown, Some("footer-order"), Some((Contact, "keys-order"))),
    row(&[Contacts, Bookmarks], &[letter('a')], Command::OwnAdd, Some("footer-own-add"), Some((Contact, "keys-own-add"))),
    row(LISTED, &[letter('e')], Command::OwnEdit, Some("footer-own-edit"), Some((Contact, "keys-own-edit"))),
    row(LISTED, &[letter('x')], Command::OwnRemove, Some("footer-own-remove"), Some((Contact, "keys-own-remove"))),
    row(&[Picker], &[letter('x')], Command::OwnRemove, Some("footer-own-remove"), None),
    row(CHANGED, &[letter('u')], Command::Undo, Some("footer-undo"), Some((Contact, "keys-undo"))),
    row(CHANGED, &[letter('U')], Command::Redo, None, Some((Contact, "keys-redo"))),
    row(ROWS, &[letter('L')], Command::Language, Some("footer-language"), Some((Program, "keys-language"))),
    row(&[Now], &[alt('l')], Command::Language, Some("footer-language"), Some((Program, "keys-language-anywhere"))),
    row(ELSEWHERE, &[alt('l')], Command::Language, None, Some((Program, "keys-language-anywhere"))),
    row(TABS, &[letter(',')], Command::Settings, Some("footer-settings"), Some((Program, "keys-settings"))),
    row(ASKING, &[letter('w')], Command::Steps, Some("footer-steps"), Some((Moving, "keys-steps"))),
    row(MAIN, &[letter('r')], Command::Region, Some("footer-region"), Some((Program, "keys-region"))),
    row(MAIN, &[letter('B')], Command::Both, Some("footer-both"), Some((Contact, "keys-both"))),
];

/// Keys listed in help after those of the tabs.
#[rustfmt::skip]
const BEHIND_TABS: &[Binding] = &[
    row(&[Now], &[key(KeyCode::Left)], Command::PreviousTab, None, Some((Moving, "keys-neighbours"))),
    row(&[Now], &[key(KeyCode::Right)], Command::NextTab, None, Some((Moving, "keys-neighbours"))),
    row(MAIN, &[key(KeyCode::Left), letter('h')], Command::PreviousTab, None, Some((Moving, "keys-neighbours"))),
    row(MAIN, &[key(KeyCode::Right), letter('l')], Command::NextTab, None, Some((Moving, "keys-neighbours"))),
    row(WITH_TABS, &[Key::alt(KeyCode::Left)], Command::PreviousTab, None, Some((Moving, "keys-neighbours-anywhere"))),
    row(WITH_TABS, &[Key::alt(KeyCode::Right)], Command::NextTab, None, Some((Moving, "keys-neighbours-anywhere"))),
    row(PAGED, &[letter(' '), key(KeyCode::PageDown), Key::control('f'), Key::control('d')], Command::PageDown, None, Some((Moving, "keys-page-down"))),
    row(PAGED, &[key(KeyCode::PageUp), Key::control('b'), Key::control('u')], Command::PageUp, None, Some((Moving, "keys-page-up"))),
    row(&[Form, Settings, Handout], &[key(KeyCode::PageDown), Key::control('f'), Key::control('d')], Command::PageDown, None, None),
    row(&[Form, Settings, Handout], &[key(KeyCode::PageUp), Key::control('b'), Key::control('u')], Command::PageUp, None, None),
    row(ROWS, &[key(KeyCode::Home)], Command::First, None, Some((Moving, "keys-ends"))),
    row(ROWS, &[key(KeyCode::End), letter('G')], Command::Last, None, Some((Moving, "keys-ends"))),
    row(&[Field], &[key(KeyCode::Left)], Command::CaretLeft, Some("footer-edit"), Some((Searching, "keys-edit"))),
    row(&[Editor, OwnForm], &[key(KeyCode::Left)], Command::CaretLeft, None, None),
    row(TYPING, &[key(KeyCode::Right)], Command::CaretRight, None, None),
    row(TYPING, &[key(KeyCode::Home), Key::control('a')], Command::CaretStart, None, None),
    row(TYPING, &[key(KeyCode::End), Key::control('e')], Command::CaretEnd, None, None),
    row(&[Editor, OwnForm], &[key(KeyCode::Backspace)], Command::DeleteBefore, None, None),
    row(TYPING, &[key(KeyCode::Delete)], Command::DeleteAfter, None, None),
    row(TYPING, &[Key::control('w')], Command::DeleteWord, None, Some((Searching, "keys-delete-word"))),
    row(TYPING, &[Key::control('u')], Command::ClearField, None, Some((Searching, "keys-clear-field"))),
    row(ASKED, &[letter('?'), key(KeyCode::Function(1))], Command::Help, Some("footer-help"), Some((Program, "keys-help"))),
    row(LETTERS, &[key(KeyCode::Function(1))], Command::Help, Some("footer-help"), None),
    row(MAIN, &[letter('q')], Command::Quit, Some("footer-quit"), Some((Program, "keys-quit"))),
    row(&[Now], &[Key::control('c')], Command::Quit, Some("footer-quit"), Some((Program, "keys-quit"))),
    row(ELSEWHERE, &[Key::control('c')], Command::Quit, None, Some((Program, "keys-quit"))),
    row(ANYWHERE, &[Key::control('x')], Command::ClearAndQuit, None, Some((Program, "keys-clear-and-quit"))),
    row(&Context::ALL, &[Key::control('z')], Command::Suspend, None, Some((Program, "keys-suspend"))),
    row(&Context::ALL, &COVERS, Command::Cover, Some("footer-cover"), Some((Program, "keys-cover"))),
    row(&Context::ALL, &[Key::control('l')], Command::Repaint, None, Some((Program, "keys-repaint"))),
];

/// Returns the command of a key in a context; `None` if it has none.
pub fn command(context: Context, key: Key) -> Option<Command> {
    let key = key.without_shift();
    BINDINGS
        .iter()
        .find(|binding| binding.contexts.contains(&context) && binding.keys.contains(&key))
        .map(|binding| binding.command)
}
