//! Page of a search without hits: the query, and alternatives.

use crate::directory::{Contact, Region};
use crate::document::{Composer, Document, Link, Piece, Role};
use crate::i18n::Messages;
use crate::needs::SUICIDE_LINE;
use crate::search::Drop;

/// A search without hits.
#[derive(Clone, Debug)]
pub struct Tried<'a> {
    /// Words of the query, without spaces around them.
    pub text: &'a str,
    /// True if a filter is on.
    pub filtered: bool,
    /// Alternative searches that have hits.
    pub ways_out: Vec<WayOut>,
    /// True if the page is read in lines, which name words instead of keys.
    pub in_lines: bool,
    /// Service that refers to all others, shown if no alternative has hits.
    pub local: Option<&'a Contact>,
    /// Contacts where a life is at risk: the words that were not found may have said so.
    pub vital: Vec<&'a Contact>,
}

/// Alternative: the search without one word or filter.
#[derive(Clone, Debug)]
pub struct WayOut {
    /// The word or filter to leave out, in words.
    pub what: String,
    /// Number of hits.
    pub hits: usize,
    /// The word or filter to leave out.
    pub drop: Drop,
}

/// Returns the contacts where a life is at risk in a region, out of those that `find` gives by id.
pub fn vital<'c>(region: Region, find: impl Fn(&str) -> Option<&'c Contact>) -> Vec<&'c Contact> {
    let ids = [region.emergency().contact, SUICIDE_LINE];
    ids.into_iter().filter_map(find).collect()
}

/// Returns the 211 of a region, else that of the whole country, out of the contacts that `find` gives
/// by id.
pub fn local<'c>(
    region: Region,
    find: impl Fn(&str) -> Option<&'c Contact>,
) -> Option<&'c Contact> {
    let own = format!("{}-211", region.code().to_lowercase());
    find(&own).or_else(|| find("ca-211"))
}

/// Lays out the page; each alternative is a link with its number of hits.
pub fn compose(tried: &Tried<'_>, messages: &Messages, width: u16) -> Document {
    let mut composer = Composer::new(width);
    let id = if tried.text.is_empty() {
        "nothing-filters"
    } else {
        "nothing-found"
    };
    let title = messages.format(id, &[("text", tried.text.into())]);
    composer.paragraph(0, vec![Piece::new(title, Role::Title)]);
    composer.blank();
    // Enter follows the first link: the way out if there is one.
    let is_lost = tried.ways_out.is_empty();
    if is_lost && !tried.text.is_empty() {
        add_vital(&mut composer, tried, messages);
        composer.blank();
    }
    let advice = if is_lost {
        "nothing-advice"
    } else {
        "nothing-suggestions"
    };
    composer.paragraph(0, vec![Piece::text(messages.text(advice))]);
    let local = tried.local.filter(|_| is_lost);
    add_contacts(&mut composer, local, messages);
    for WayOut { what, hits, drop } in &tried.ways_out {
        let arguments = [("what", what.as_str().into()), ("count", (*hits).into())];
        let label = messages.format("nothing-without", &arguments);
        let link = composer.link(&label, Link::Drop(drop.clone()));
        composer.paragraph(2, vec![link]);
    }
    if !is_lost && !tried.text.is_empty() {
        composer.blank();
        add_vital(&mut composer, tried, messages);
    }
    if tried.filtered {
        composer.blank();
        let clear = if tried.in_lines {
            "plain-nothing-clear"
        } else {
            "nothing-clear"
        };
        composer.paragraph(0, vec![Piece::text(messages.text(clear))]);
    }
    composer.finish()
}

/// Appends whom to call where a life is at risk.
fn add_vital(composer: &mut Composer, tried: &Tried<'_>, messages: &Messages) {
    composer.paragraph(0, vec![Piece::text(messages.text("nothing-life"))]);
    add_contacts(composer, tried.vital.iter().copied(), messages);
}

fn add_contacts<'c>(
    composer: &mut Composer,
    contacts: impl IntoIterator<Item = &'c Contact>,
    messages: &Messages,
) {
    for contact in contacts {
        let name = contact.name(messages.language());
        let link = composer.link(name, Link::contact(&contact.id));
        composer.paragraph(2, vec![link]);
    }
}
