//! The keys, as one table: the footer, the help screen, README and man page are made from it.

mod key;
mod table;

pub use key::{Key, KeyCode};
pub use table::{BINDINGS, command};

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
    /// The page of the keys.
    Help,
    /// The question whether to leave, asked in the last two rows.
    Leaving,
}

impl Context {
    /// Returns true if letters are written there, or find a region.
    #[cfg(test)]
    pub(super) const fn takes_letters(self) -> bool {
        matches!(
            self,
            Self::Welcome | Self::Map | Self::Field | Self::Editor | Self::OwnForm
        )
    }

    /// Every one.
    pub const ALL: [Self; 16] = [
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
        Self::Help,
        Self::Leaving,
    ];
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Go to the tab with that digit; nothing where there is none.
    Tab(u8),
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
    /// Cover the screen until a key takes the cover off.
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
    /// Make a page to hand over.
    HandOver,
    /// Mark a contact for a page to hand over.
    Pick,
    /// What she found wrong when she called.
    Corrections,
    /// Write down a contact of her own.
    OwnAdd,
    /// Edit a contact of her own.
    OwnEdit,
    /// Remove a contact of her own.
    OwnRemove,
    /// Take the last change back.
    Undo,
    /// Make again the change that was taken back last.
    Redo,
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
    /// Delete the word before the caret.
    DeleteWord,
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

#[cfg(test)]
mod tests;
