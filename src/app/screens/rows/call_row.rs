//! Row with a number to call: purpose, number, open state, contact.

use unicode_width::UnicodeWidthStr;

use crate::app::list_rows::{ItemText, RowLook, SPOKEN};
use crate::app::state::App;
use crate::directory::{Contact, Phone};
use crate::document::Role;
use crate::document::columns::{middle, padded};
use crate::document::extension::in_words;
use crate::document::state::{self, Form};
use crate::i18n::Language;
use crate::needs::DANGER;
use crate::pathways::CallKind;

/// Least width for all four columns.
const WIDE: u16 = 58;
/// Width of the column of the number.
const NUMBER: usize = 14;
/// Width of the column of a doubt in a narrow window.
const DOUBT: usize = 1;
/// Columns between two parts in a wide window.
const GAP: usize = 2;
/// Least width of a title before a long number.
const TITLE_LEAST: usize = 10;
/// Longest readable row.
const LONGEST: usize = 100;

/// Number to call.
pub struct CallRow<'a> {
    /// First column: purpose, or the contact's name.
    pub title: &'a str,
    /// The same for narrow windows.
    pub short: &'a str,
    /// Width of the title in a wide window.
    pub title_width: usize,
    /// Contact to call.
    pub contact: &'a Contact,
    /// Last column: name of the contact, or a note.
    pub more: String,
}

/// Returns the width of a state in words.
const fn state_width(language: Language) -> usize {
    match language {
        Language::En => 14,
        Language::Fr => 15,
    }
}

/// Parts of a row, padded to the width of their columns.
struct Columns<'a> {
    title: String,
    number: &'a str,
    /// Text directly after the column of the number; may be empty.
    doubt: &'a str,
    /// Width of the column of the number.
    column: usize,
    state: String,
    is_open: bool,
    more: &'a str,
    /// Columns between two parts.
    gap: usize,
    /// Mark before the row.
    mark: Option<char>,
}

impl Columns<'_> {
    fn words(&self) -> ItemText {
        let gap = " ".repeat(self.gap);
        let number = padded(
            &format!("{}{}", self.number, self.doubt),
            self.column + self.gap,
        );
        let before = format!("{}{gap}", self.title);
        let reach = before.len() + NUMBER.max(self.number.len());
        let left = format!("{before}{number}");
        let mut roles = vec![(before.len()..before.len() + self.number.len(), Role::Action)];
        if self.is_open {
            let state = left.len()..left.len() + self.state.trim_end().len();
            roles.push((state, Role::Heading));
        }
        let text = format!("{left}{}{gap}{}", self.state, self.more);
        ItemText {
            text: text.trim_end().to_owned(),
            look: RowLook {
                roles,
                reach: Some(reach),
                mark: self.mark,
            },
            ..ItemText::default()
        }
    }
}

impl CallRow<'_> {
    /// Returns the row for a list with this number of columns. The number is never cut.
    pub fn words(&self, app: &App, width: u16) -> ItemText {
        let here = app.clock_here();
        let asking = app.asking(here.as_ref());
        let (phone, answer) = app.line_now(self.contact).unzip();
        let number = app.shown_number(&phone.map(Phone::dialled).unwrap_or_default());
        let answer = answer.unwrap_or_default();
        let state = |form| state::of_contact(self.contact, &answer, asking, form, app.messages());
        if width > SPOKEN {
            return self.spoken(app, &number, state(Form::Long)).into();
        }
        let is_open = answer.is_open() == Some(true);
        let mark = app.is_reported(self.contact).then_some('!');
        let doubt = app.number_sign(self.contact);
        let width = usize::from(width);
        let ellipsis = app.ellipsis();
        if width < usize::from(WIDE) {
            // A number of one community is said to be its number, rather than open.
            let town = app
                .emergency_elsewhere(self.contact)
                .and(app.region().emergency().town);
            let short = town.map_or_else(|| state(Form::Short), ToOwned::to_owned);
            let wide = short.width().max(state::SHORT);
            let number_width = (NUMBER + DOUBT).max(number.width() + doubt.width());
            let room = width.saturating_sub(number_width + 2 + wide);
            let title = padded(&middle(self.short, room, ellipsis), room);
            return Columns {
                title: padded(&title, room),
                number: &number,
                doubt,
                column: number_width,
                state: short,
                is_open,
                more: "",
                gap: 1,
                mark,
            }
            .words();
        }
        // A long number moves the columns behind it; where these have no room, the title gives way.
        let more = (number.width() + doubt.width() + 1).saturating_sub(NUMBER + GAP);
        let state_width = state_width(app.language());
        let taken = NUMBER + more + state_width + 3 * GAP;
        let width = width.min(LONGEST);
        let title_width = self
            .title_width
            .min(width.saturating_sub(taken).max(TITLE_LEAST));
        let room = width.saturating_sub(title_width + taken);
        let title = middle(self.title, title_width, ellipsis);
        Columns {
            title: padded(&title, title_width),
            number: &number,
            doubt,
            column: NUMBER + more,
            state: padded(&state(Form::Long), state_width),
            is_open,
            more: &middle(&self.more, room, ellipsis),
            gap: GAP,
            mark,
        }
        .words()
    }

    /// Returns the row as a sentence, for plain mode.
    fn spoken(&self, app: &App, number: &str, state: String) -> String {
        let facts = [
            ("kind", self.title.into()),
            ("number", in_words(number, app.messages()).into()),
            ("state", state.into()),
            ("name", self.more.as_str().into()),
        ];
        let doubtful = app.is_doubtful(self.contact);
        let spoken = app.messages().format(
            match (self.more.is_empty(), doubtful) {
                (false, false) => "cli-now-line",
                (false, true) => "cli-now-line-doubtful",
                (true, false) => "call-row",
                (true, true) => "call-row-doubtful",
            },
            &facts,
        );
        let report = app.report_of(self.contact).into_iter();
        std::iter::once(spoken)
            .chain(report)
            .collect::<Vec<_>>()
            .join(". ")
    }
}

/// Returns a row for danger where the number of the community's police is made by a rule. `width` and
/// `title_width` as in [`CallRow`].
fn rule_for_danger(app: &App, kind: &CallKind, title_width: usize, width: u16) -> ItemText {
    if width > SPOKEN {
        return app.danger().into();
    }
    let language = app.language();
    let row = |name: &str, room: usize, gap: usize, rule: &str| {
        let title = padded(&middle(name, room, app.ellipsis()), room);
        format!("{title}{:gap$}{rule}", "")
    };
    if width < WIDE {
        let name = kind.short.get(language);
        return row(name, title_room(width), 1, &app.danger_short()).into();
    }
    let rule = app.emergency_number();
    let fits = title_width + GAP + rule.width() <= usize::from(width);
    let rule = if fits { rule } else { app.danger_short() };
    row(kind.name.get(language), title_width, GAP, &rule).into()
}

/// Returns the columns of a title in a narrow window.
fn title_room(width: u16) -> usize {
    usize::from(width).saturating_sub(NUMBER + DOUBT + 2 + state::SHORT)
}

/// Returns a row for a kind of help whose number depends on the town, which is not known; for danger, the
/// rule for the number. `width` and `title_width` as in [`CallRow`].
pub fn by_town(app: &App, kind: &CallKind, title_width: usize, width: u16) -> ItemText {
    let (language, messages) = (app.language(), app.messages());
    let (name, short) = (kind.name.get(language), kind.short.get(language));
    if kind.need == DANGER {
        return rule_for_danger(app, kind, title_width, width);
    }
    if width > SPOKEN {
        return messages
            .format("now-by-town-line", &[("kind", name.into())])
            .into();
    }
    let text = |id| messages.text(id);
    let (title, room, gap, words) = if width < WIDE {
        (short, title_room(width), " ", text("now-by-town"))
    } else {
        let long = text("now-by-town-open");
        let fits = title_width + GAP + long.width() <= usize::from(width);
        let words = if fits { long } else { text("now-by-town") };
        (name, title_width, "  ", words)
    };
    let title = padded(&middle(title, room, app.ellipsis()), room);
    format!("{title}{gap}{words}").into()
}
