//! Rows below a list over the whole width: details that do not fit into the selected row.

use unicode_width::UnicodeWidthStr;

use crate::app::list_rows::wrapped;
use crate::app::screens::bookmarks::BookmarksTab;
use crate::app::screens::directory::DirectoryTab;
use crate::app::state::App;
use crate::app::subject::Subject;
use crate::app::view::layout::{Layout, SPACIOUS};
use crate::app::view::{Foot, Whereabouts};
use crate::bookmarks::Differs;
use crate::directory::Contact;
use crate::document::columns::middle;
use crate::document::{Role, card, doubt, topic, via};
use crate::guide::Point;
use crate::search::Reason;

/// Most columns of a row of text: each step down a list repaints it. Warnings take the whole width.
const MOST: u16 = 56;
/// Least width of a list with a column for the state.
const NOW: u16 = 37;
/// Least width of a list with a column for the sign of a doubt.
const COLUMN_OF_DOUBT: u16 = 48;
/// Least width of a name that is cut for the facts behind it.
const NAME_LEAST: usize = 13;

impl App {
    /// Returns the rows of the strip for a width: the reason of the selected hit or the worker's
    /// note, its description, and warnings about calling.
    pub fn strip(&self, width: u16) -> Vec<Foot> {
        let id = self.listed_contact();
        let contact = id.and_then(|id| self.contact(id));
        let warning = id.and_then(|id| self.warning_of(id));
        let rows = 2 - usize::from(warning.is_some());
        // The only need is named above the list.
        let is_named = self.is_on::<DirectoryTab>()
            && self.directory().hits.needs.len() == 1
            && matches!(self.reason(), Some(Reason::Need { .. }));
        let text = [
            self.reason_in_words().filter(|_| !is_named),
            self.note_in_words(),
            first_words(self, contact),
        ];
        let text: Vec<String> = text.into_iter().flatten().collect();
        let text = self.clipped(&text.join(" "), width.min(MOST), rows);
        let warning = warning.and_then(|words| self.clipped(&words, width, 1).pop());
        let text = text.into_iter();
        text.map(|row| Foot::clipped(row, Role::Text))
            .chain(warning.map(|row| Foot::clipped(row, Role::Warning)))
            .collect()
    }

    /// Returns the rows above a list for a screen reader: the position in it, and why the selected item
    /// was found; a narrow window has a row for each.
    pub fn list_heading(&self) -> Vec<String> {
        let place = self.place_in_list();
        if !self.is_on::<DirectoryTab>() || !self.directory().has_words() {
            return vec![place];
        }
        let reason = self.reason_in_words().unwrap_or_default();
        if self.size.width < SPACIOUS {
            vec![place, reason]
        } else {
            vec![format!("{place} {reason}")]
        }
    }

    /// Returns the name of the selected item with the columns that a narrow list does not have. The
    /// distance and a doubt stay whole: the name and a long place give way in the middle.
    pub(in crate::app::screens) fn selected_in_words(&self) -> Option<String> {
        let entry = self.entry(self.pane().listing.selected)?;
        let width = self.size.width;
        let now = (width < NOW).then_some(entry.now.long);
        let is_narrow = width < COLUMN_OF_DOUBT;
        let doubt = match (entry.sign, entry.gloss) {
            (via::SIGN, via) => via.filter(|_| is_narrow),
            ("", _) => None,
            _ => is_narrow.then(|| self.messages().text("list-confirm-first")),
        };
        let behind = |facts: &[Option<String>]| -> String {
            let facts = facts.iter().flatten().filter(|fact| !fact.is_empty());
            facts
                .flat_map(|fact| [self.between(), fact.as_str()])
                .collect()
        };
        let room = usize::from(width).saturating_sub(1);
        let others = behind(&[now.clone(), doubt.clone()]);
        let around_words = self.between().width() + entry.place.tail.width() + 1;
        let of_place = room.saturating_sub(others.width() + around_words + NAME_LEAST);
        let words = middle(&entry.place.words, of_place, self.ellipsis());
        let place = Whereabouts {
            words,
            ..entry.place
        };
        let facts = behind(&[now, Some(place.whole()), doubt]);
        let name = middle(
            entry.name,
            room.saturating_sub(facts.width()).max(NAME_LEAST),
            self.ellipsis(),
        );
        Some(format!("{name}{facts}"))
    }

    /// Returns the reason of the selected hit, in words.
    pub(in crate::app) fn reason_in_words(&self) -> Option<String> {
        if !self.is_on::<DirectoryTab>() {
            return None;
        }
        let why = self.reason()?.text(self.messages());
        let why = [("why", why.into())];
        Some(self.messages().format("found-because", &why))
    }

    fn note_in_words(&self) -> Option<String> {
        if !self.is_on::<BookmarksTab>() {
            return None;
        }
        let note = self.note_at(self.pane().listing.selected);
        if note.is_empty() {
            return None;
        }
        // The description follows in the same row.
        let end = if note.ends_with(['.', '!', '?']) {
            ""
        } else {
            "."
        };
        let note = [("note", format!("{note}{end}").into())];
        Some(self.messages().format("strip-note", &note))
    }

    /// Returns the warning before a call: a number reported as wrong, a changed number, consent, a doubt.
    fn warning_of(&self, id: &str) -> Option<String> {
        let differences = self.differences(id);
        let said = |kind: Differs| {
            let differs = differences.contains(&kind);
            differs.then(|| self.messages().text(kind.card_id()))
        };
        let Some(contact) = self.contact(id) else {
            let of_team = || self.kept(id).map(|_| self.messages().text("team-gone"));
            return said(Differs::Closed)
                .or_else(|| said(Differs::Gone))
                .or_else(|| said(Differs::OffTeam))
                .or_else(of_team);
        };
        let first = self
            .report_of(contact)
            .or_else(|| said(Differs::Numbers))
            .or_else(|| said(Differs::OffTeam));
        if first.is_some() {
            return first;
        }
        let here = self.clock_here();
        let today = self.asking(here.as_ref()).today();
        if contact.replaced_number().is_some() {
            return doubt::line(contact, today, self.messages());
        }
        if card::asks_consent(contact) {
            return Some(self.messages().text("consent-line"));
        }
        if let Some(hours) = said(Differs::Hours) {
            return Some(hours);
        }
        self.is_doubtful(contact).then_some(())?;
        let line = doubt::line(contact, today, self.messages())?;
        // A screen reader does not see the sign behind the number.
        Some(if self.preferences.reader {
            line
        } else {
            self.meaning_of_sign(contact, &line)
        })
    }

    /// Returns the meaning of the sign behind the number of a selected row, for the row above the footer;
    /// `None` if the number has no such sign, or the card beside the rows says it.
    pub(in crate::app::screens) fn foot_of_doubt(
        &self,
        contact: Option<String>,
        layout: &Layout,
    ) -> Option<Foot> {
        let contact = contact.and_then(|id| self.contact(&id))?;
        if self.preferences.reader || layout.reader.is_some() || !self.is_doubtful(contact) {
            return None;
        }
        let line = doubt::line(contact, self.today, self.messages())?;
        let long = self.meaning_of_sign(contact, &line);
        let via = self.via(contact);
        let short = via.unwrap_or_else(|| self.messages().text("list-confirm-first"));
        let texts = [long, short];
        self.foot_beside_list(layout, &texts)
    }

    /// Returns the sign behind a contact's number with its meaning.
    fn meaning_of_sign(&self, contact: &Contact, doubts: &str) -> String {
        let line = self.line_now(contact).map(|(phone, _)| phone);
        let Some(label) = line.and_then(|phone| contact.line_of_another(phone)) else {
            return self.messages().filled("strip-doubt", "text", doubts);
        };
        let facts = [
            ("line", label.get(self.language()).into()),
            ("text", doubts.into()),
        ];
        self.messages().format("strip-via", &facts)
    }

    /// Returns the first rows of a text; an ellipsis marks a cut.
    fn clipped(&self, text: &str, width: u16, rows: usize) -> Vec<String> {
        if text.is_empty() {
            return Vec::new();
        }
        let mut all = wrapped(text, width.saturating_sub(1));
        if all.len() > rows {
            all.truncate(rows);
            if let Some(last) = all.last_mut() {
                last.push_str(self.ellipsis());
            }
        }
        all
    }

    /// Returns the ellipsis for cut text.
    pub(in crate::app) fn ellipsis(&self) -> &'static str {
        if self.ascii { "~" } else { "…" }
    }
}

/// Returns the description of a contact; for a topic its first point.
fn first_words(app: &App, contact: Option<&Contact>) -> Option<String> {
    if let Some(contact) = contact {
        return Some(contact.description.get(app.language()).to_owned());
    }
    let Subject::Topic(id) = app.subject() else {
        return None;
    };
    let (page, topic) = app.content.topic(app.language(), &id)?;
    let first = topic::points(page, topic).into_iter().next();
    Some(first.map_or_else(|| page.title.clone(), Point::text))
}
