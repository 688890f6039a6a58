//! What is read where a search found nothing: what was tried, and ways out of it.

use super::{Composer, Document, Link, Piece, Role};
use crate::app::FilterRow;
use crate::app::state::App;
use crate::directory::Contact;
use crate::guide::Target;
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
    if suggestions.is_empty()
        && let Some(contact) = local_services(app)
    {
        let label = contact.name.get(app.language());
        let link = composer.link(label.0, Link::Guide(Target::Contact(contact.id.clone())));
        composer.paragraph(2, vec![link]);
    }
    for Suggestion { drop, hits } in suggestions {
        let arguments = [("what", what(app, drop).into()), ("count", (*hits).into())];
        let label = messages.format("nothing-without", &arguments);
        let link = composer.link(&label, Link::Drop(drop.clone()));
        composer.paragraph(2, vec![link]);
    }
    if !app.directory.filters.is_empty() {
        composer.blank();
        composer.paragraph(0, vec![Piece::text(messages.text("nothing-clear"))]);
    }
    composer.finish()
}

/// The 211 of her province, or that of the whole country.
fn local_services(app: &App) -> Option<&Contact> {
    let own = format!("{}-211", app.region().code().to_lowercase());
    app.contact(&own).or_else(|| app.contact("ca-211"))
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
