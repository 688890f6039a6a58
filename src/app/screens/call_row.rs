//! A row that says whom to call: what for, the number, whether it is answered, who answers.

use crate::app::lists::SPOKEN;
use crate::app::state::App;
use crate::directory::Contact;
use crate::directory::hours::Answer;
use crate::document::columns::{middle, padded};
use crate::document::state::{self, Form};

/// From this width on a row has all four columns.
const WIDE: u16 = 58;
/// Columns of a number.
const NUMBER: usize = 14;
/// Longer rows than this are hard to read.
const LONGEST: usize = 100;

/// Whom to call.
pub(super) struct CallRow<'a> {
    /// Stands first: what for, or the contact's name.
    pub title: &'a str,
    /// The same where there is little room.
    pub short: &'a str,
    /// Columns of the title where there is room.
    pub title_width: usize,
    /// The contact.
    pub contact: &'a Contact,
    /// Stands last: who answers, or a note.
    pub more: String,
}

impl CallRow<'_> {
    /// Returns the row for a list of that width. The number is never cut.
    pub fn text(&self, app: &App, width: u16) -> String {
        let here = app.clock_here();
        let asking = app.asking(here.as_ref());
        let line = app.line_now(self.contact);
        let number = line.as_ref().map(|(phone, _)| phone.dialled());
        let number = number.unwrap_or_default();
        let answer = line.map_or(Answer::Unknown, |(_, answer)| answer);
        let state = |form| state::of_contact(self.contact, &answer, asking, form, app.messages());
        if width > SPOKEN {
            return self.spoken(app, &number, state(Form::Long));
        }
        let doubt = if app.is_doubtful(self.contact) {
            "?"
        } else {
            ""
        };
        let width = usize::from(width);
        let ellipsis = if app.ascii { "~" } else { "…" };
        if width < usize::from(WIDE) {
            let mut short = state(Form::Short);
            if !short.ends_with('?') {
                short.push_str(doubt);
            }
            let right = format!(" {} {short}", padded(&number, NUMBER));
            let right_width = NUMBER + 2 + state::SHORT;
            let title = middle(self.short, width.saturating_sub(right_width), ellipsis);
            return padded(&title, width.saturating_sub(right_width)) + right.trim_end();
        }
        let width = width.min(LONGEST);
        let title = padded(
            &middle(self.title, self.title_width, ellipsis),
            self.title_width,
        );
        let left = format!(
            "{title} {} {}",
            padded(&format!("{number}{doubt}"), NUMBER + 1),
            padded(&state(Form::Long), state::LONG)
        );
        let room = width.saturating_sub(self.title_width + NUMBER + state::LONG + 4);
        let more = middle(&self.more, room, ellipsis);
        format!("{left} {more}").trim_end().to_owned()
    }

    /// Returns the row in words, to be heard.
    fn spoken(&self, app: &App, number: &str, state: String) -> String {
        let facts = [
            ("kind", self.title.into()),
            ("number", number.into()),
            ("state", state.into()),
            ("name", self.more.as_str().into()),
        ];
        let doubtful = app.is_doubtful(self.contact);
        app.messages().format(
            match (self.more.is_empty(), doubtful) {
                (false, false) => "cli-now-line",
                (false, true) => "cli-now-line-doubtful",
                (true, false) => "call-row",
                (true, true) => "call-row-doubtful",
            },
            &facts,
        )
    }
}
