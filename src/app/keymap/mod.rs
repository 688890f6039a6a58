//! Table of keys: source of the footer, the help screen, README and manual page.

pub mod footer;
pub mod help;
pub mod table;

pub use crate::keys::{Key, KeyCode};

/// Keys that cover the screen, and always uncover it: a keyboard may lack the first.
pub const COVERS: [Key; 2] = [Key::plain(KeyCode::Function(9)), Key::control('k')];

/// Context of the focus: decides the meaning of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The first screen of the first run.
    Welcome,
    /// The first page: letters start a search.
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
    /// Settings.
    Settings,
    /// The form of a page to hand over.
    Handout,
    /// A list of choices.
    Picker,
    /// The map of the regions.
    Map,
    /// A line about a service.
    Editor,
    /// The form of an own contact.
    OwnForm,
    /// The help on the keys.
    Help,
    /// The question about leaving, in the last two rows.
    Leaving,
}

impl Context {
    /// Returns true if letters are text, or select a region.
    #[cfg(test)]
    pub(super) const fn takes_letters(self) -> bool {
        matches!(
            self,
            Self::Welcome | Self::Map | Self::Field | Self::Editor | Self::OwnForm
        )
    }

    /// All contexts.
    pub const ALL: [Self; 17] = [
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
        Self::Handout,
        Self::Picker,
        Self::Map,
        Self::Editor,
        Self::OwnForm,
        Self::Help,
        Self::Leaving,
    ];
}

/// Command of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Open the tab with this digit; no effect if there is none.
    Tab(u8),
    /// Start or restart the questions.
    Steps,
    /// Give the answer with this number, from 1.
    Choose(u8),
    /// Open the tab on the left.
    PreviousTab,
    /// Open the tab on the right.
    NextTab,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// Move to the left.
    ToLeft,
    /// Move to the right.
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
    /// The previous link or pane.
    PreviousPane,
    /// Move into the search field, from anywhere.
    Search,
    /// Move from the search field to its hits.
    ToResults,
    /// Open the form of the filters.
    Filters,
    /// Clear all filters.
    ClearFilters,
    /// Add or remove a bookmark.
    Bookmark,
    /// Copy the number to the terminal's clipboard.
    Copy,
    /// Show the number alone in large digits, to select by hand.
    Enlarge,
    /// Show the number or the address as a code to scan.
    ShowCode,
    /// Cover the screen.
    Cover,
    /// Show the sources of the facts.
    Sources,
    /// Show both languages.
    Both,
    /// Write a note about the service.
    Note,
    /// Write the labels of a bookmark.
    Labels,
    /// Store the result of a call.
    Called,
    /// Move the bookmark up.
    MoveUp,
    /// Move the bookmark down.
    MoveDown,
    /// Make a page to hand over.
    HandOver,
    /// Make the page to hand over discreet, or not.
    Discreet,
    /// Mark a contact for a page to hand over.
    Pick,
    /// Show the corrections.
    Corrections,
    /// Show the lists of the team, and those that are given and taken as files.
    Lists,
    /// Save a form or a line.
    Save,
    /// Add an own contact.
    OwnAdd,
    /// Edit an own contact.
    OwnEdit,
    /// Remove an own contact.
    OwnRemove,
    /// Undo the last change.
    Undo,
    /// Redo the change that was undone last.
    Redo,
    /// Open the settings.
    Settings,
    /// Choose the region.
    Region,
    /// Change the language.
    Language,
    /// Previous value, in a form.
    PreviousValue,
    /// Next value, in a form.
    NextValue,
    /// Move the caret one letter to the left.
    CaretLeft,
    /// Move the caret one letter to the right.
    CaretRight,
    /// Move the caret to the start.
    CaretStart,
    /// Move the caret to the end.
    CaretEnd,
    /// Delete the letter before the caret.
    DeleteBefore,
    /// Delete the letter after the caret.
    DeleteAfter,
    /// Delete the word before the caret.
    DeleteWord,
    /// Clear the field.
    ClearField,
    /// Show the keys.
    Help,
    /// Show the terms of the field in both languages.
    Glossary,
    /// Repaint the screen.
    Repaint,
    /// Suspend the program and return to the shell.
    Suspend,
    /// End the program.
    Quit,
    /// Clear the screen and the scrollback, and end the program.
    ClearAndQuit,
}

/// Heading of the help screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Getting around.
    Moving,
    /// Actions on a contact or a topic.
    Contact,
    /// Searching and narrowing down.
    Searching,
    /// Control of the program.
    Program,
}

impl Section {
    /// Sections in the order of the help screen.
    pub const ALL: [Self; 4] = [Self::Moving, Self::Contact, Self::Searching, Self::Program];

    /// Returns the id of the heading's message.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Moving => "keys-section-moving",
            Self::Contact => "keys-section-contact",
            Self::Searching => "keys-section-searching",
            Self::Program => "keys-section-program",
        }
    }
}

/// Row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Contexts of the keys.
    pub contexts: &'static [Context],
    /// Keys, the one to show first at the head.
    pub keys: &'static [Key],
    /// Command of the keys.
    pub command: Command,
    /// Id of the footer's word; `None` to leave it out of the footer.
    pub footer: Option<&'static str>,
    /// Heading in the help screen, and id of its sentence; rows with the same sentence are joined.
    /// `None` if another row covers it.
    pub help: Option<(Section, &'static str)>,
}

#[cfg(test)]
mod tests;
