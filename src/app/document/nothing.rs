//! What is read where a search found nothing: what was tried, and ways out of it.

use super::{Composer, Document, Link, Piece, Role};
use crate::app::FilterRow;
use crate::app::state::App;
use crate::search::{Drop, FilterKind, Suggestion};

/// Lays it out; each way out is a link that says how many it finds.
pub fn compose(app: &App, width: u16, focused: Option<usize>) -> Document {
    let mut composer = Composer::new(width, focused);
    let messages = app.messages();
    let tried = app.directory.field.text().trim();
    let id = if tried.is_empty() {
        "nothing-filters"
    } else {
        "nothing-found"
    };
    let title = messages.format(id, &[("text", tried.into())]);
    composer.paragraph(0, vec![Piece::new(title, Role::Title)]);
    composer.blank();
    let suggestions = &app.directory.hits.suggestions;
    let advice = if suggestions.is_empty() {
        "nothing-advice"
    } else {
        "nothing-suggestions"
    };
    composer.paragraph(0, vec![Piece::text(messages.text(advice))]);
    for Suggestion { drop, hits } in suggestions {
        let arguments = [("what", what(app, drop).into()), ("count", (*hits).into())];
        let label = messages.format("nothing-without", &arguments);
        let link = composer.link(&label, Link::Drop(drop.clone()));
        composer.paragraph(2, vec![link]);
    }
    composer.finish()
}

/// What a way out leaves out, in words.
fn what(app: &App, drop: &Drop) -> String {
    match drop {
        Drop::Words(words) => {
            let words = app
                .directory
                .field
                .text()
                .get(words.clone())
                .unwrap_or_default();
            app.messages()
                .format("nothing-word", &[("word", words.into())])
        }
        Drop::Filter(kind) => {
            let row = row_of(*kind);
            match app.filter_value(row).as_str() {
                "filter-yes" => app.messages().text(row.message_id()),
                value => app.messages().text(value),
            }
        }
    }
}

const fn row_of(kind: FilterKind) -> FilterRow {
    match kind {
        FilterKind::Category => FilterRow::Category,
        FilterKind::Region => FilterRow::Region,
        FilterKind::AlwaysOpen => FilterRow::AlwaysOpen,
        FilterKind::Language => FilterRow::Language,
        FilterKind::Audience => FilterRow::Audience,
        FilterKind::NoPoliceReport => FilterRow::NoPoliceReport,
        FilterKind::OpenNow => FilterRow::OpenNow,
    }
}
