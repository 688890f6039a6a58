//! Contacts of a topic, in rows with the columns of a list.

use super::{NARROW, Reader, nearest, points};
use crate::directory::hours::Answer;
use crate::directory::{Category, Contact, Phone, Region, reach};
use crate::document::both::WIDEST;
use crate::document::columns::{Columns, TEXT, Widest, cut_apart, number_column, shown};
use crate::document::state::{self, Form};
use crate::document::{Composer, Link, Piece, Role, via};
use unicode_width::UnicodeWidthStr;

use crate::guide::{Inline, Page, PageId, PointKind, Target, Topic};

/// Greatest number of rows in a topic.
const MOST: usize = 3;

/// Indent of a sentence after its first row.
const SPOKEN_INDENT: usize = 2;

/// Contact, and the number to dial now.
pub(super) struct Call<'a> {
    contact: &'a Contact,
    /// `None` for the nearest program of a kind that has no number.
    phone: Option<&'a Phone>,
    answer: Answer,
    /// Kind of help, if the text does not name the contact.
    kind: Option<Category>,
}

impl<'a> Call<'a> {
    /// Returns the number of a contact to dial now; `None` if it has none.
    fn of(contact: &'a Contact, reader: Reader<'a>) -> Option<Self> {
        let (phone, answer) = reach::line_now(contact, reader.here.asking)?;
        phone.is_dialled().then_some(Self {
            contact,
            phone: Some(phone),
            answer,
            kind: None,
        })
    }

    /// Returns a contact of a kind of help, with or without a number.
    pub(super) fn of_kind(contact: &'a Contact, kind: Category, reader: Reader<'a>) -> Self {
        let call = Self::of(contact, reader).unwrap_or(Self {
            contact,
            phone: None,
            answer: Answer::Unknown,
            kind: None,
        });
        Self {
            kind: Some(kind),
            ..call
        }
    }

    /// Returns the number to dial, or "no phone".
    fn number(&self, reader: Reader<'_>) -> String {
        self.phone
            .map_or_else(|| reader.messages.text("list-no-phone"), Phone::dialled)
    }

    /// Returns true for a call to this contact, or to the same number.
    pub(super) fn leads_to(&self, contact: &Contact, phone: Option<&Phone>) -> bool {
        let same = self.phone.zip(phone);
        let same = same.is_some_and(|(one, other)| one.number == other.number);
        same || self.contact.id == contact.id
    }

    /// Returns the distance of the nearest contact of a kind, in words; `None` in the worker's town.
    fn away(&self, reader: Reader<'_>) -> Option<String> {
        self.kind?;
        let km = reader.here.km_away(self.contact).filter(|km| *km > 0)?;
        let km = [("km", km.into())];
        Some(reader.messages.format("search-km", &km))
    }

    fn is_open(&self) -> bool {
        self.answer.is_open() == Some(true)
    }

    fn is_reported(&self, reader: Reader<'_>) -> bool {
        reader.here.reported.contains(&self.contact.id)
    }

    /// Returns the sign after a number: `!` for a number reported as wrong, `?` for a doubt.
    fn sign(&self, reader: Reader<'_>) -> &'static str {
        if self.phone.is_none() {
            ""
        } else if self.is_reported(reader) {
            "!"
        } else if via::words(self.contact, self.phone, reader.messages).is_some() {
            via::SIGN
        } else if self.must_confirm(reader) {
            "?"
        } else {
            ""
        }
    }

    /// Returns the name of the contact, with the other service that answers its number.
    fn title(&self, reader: Reader<'_>) -> String {
        via::title(self.contact, self.phone, reader.messages)
    }

    fn must_confirm(&self, reader: Reader<'_>) -> bool {
        let today = reader.here.asking.today();
        self.phone
            .is_some_and(|phone| self.contact.is_number_doubtful(phone, today))
    }

    fn state(&self, reader: Reader<'_>, form: Form) -> String {
        let messages = reader.messages;
        if self.phone.is_none() {
            return messages.text(state::without_number(self.contact, form));
        }
        state::of_contact(
            self.contact,
            &self.answer,
            reader.here.asking,
            form,
            messages,
        )
    }
}

/// Returns the contacts to call about a topic, out of those named in its text for the worker's
/// region: the emergency number first, then those of the region, then those of Canada; open ones
/// first in each group; last those whose number was reported as wrong.
///
/// Services of one town are left to the text, which names their audience, and so are authorities,
/// because a call needs the person's consent. A topic about services that names none has the
/// nearest contacts of its kinds of help; elsewhere words come first. A regional page has no rows: its first point has all numbers, each with the
/// part of the province that it serves.
pub(super) fn of<'a>(page: &Page, topic: &Topic, reader: Reader<'a>) -> Vec<Call<'a>> {
    let mut calls: Vec<Call<'_>> = Vec::new();
    if page.id.is_regional() {
        return calls;
    }
    let points = points(page, topic).into_iter();
    let points = points.filter(|point| point.kind != PointKind::Avoid);
    let is_offered = |contact: &&Contact| {
        let here = [reader.here.region, Region::Ca].contains(&contact.region);
        here && !contact.is_local() && !contact.is_authority()
    };
    let named = points.flat_map(|point| &point.body);
    let named = named.filter_map(|inline| contact_of(inline, reader));
    for contact in named.filter(is_offered) {
        if calls.iter().all(|call| call.contact.id != contact.id) {
            calls.extend(Call::of(contact, reader));
        }
    }
    let emergency = reader.here.region.emergency().contact;
    calls.sort_by_key(|call| {
        let far = call.contact.region == Region::Ca;
        let is_emergency = call.contact.id == emergency;
        let is_reported = !is_emergency && call.is_reported(reader);
        (!is_emergency, is_reported, far, !call.is_open())
    });
    calls.truncate(MOST);
    let is_about_services = matches!(page.id, PageId::VictimServices | PageId::RestorativeJustice);
    if calls.is_empty() && is_about_services {
        return nearest::of(topic, reader);
    }
    calls
}

fn contact_of<'a>(inline: &Inline, reader: Reader<'a>) -> Option<&'a Contact> {
    let Inline::Link { target, .. } = inline else {
        return None;
    };
    reader.here.directory.get(match target {
        Target::Contact(id) => id,
        Target::Emergency => reader.here.region.emergency().contact,
        Target::Category(_) | Target::Topic(_) | Target::OwnRow(_) => return None,
    })
}

/// Lays out a row for each call: name, number, open state.
pub(super) fn rows(composer: &mut Composer, calls: &[Call<'_>], reader: Reader<'_>, width: u16) {
    if width > WIDEST || reader.linear {
        for (index, call) in calls.iter().enumerate() {
            heading(composer, calls, index, None, reader);
            spoken(composer, call, reader);
        }
        advice(composer, calls, reader, width);
        return;
    }
    let language = reader.messages.language();
    // The text of a wide reader begins at the column of the names of a list.
    let origin = if width < NARROW { 1 } else { TEXT };
    let numbers: Vec<String> = calls.iter().map(|call| call.number(reader)).collect();
    let column = number_column(numbers.iter().map(String::as_str));
    let columns = Columns::of(width + origin, column, language);
    let widest = calls.iter().map(|call| widths(call, columns, reader));
    let columns = columns.fitted(widest.reduce(Widest::with).unwrap_or_default());
    let of_row = |number: &String| columns.for_number(number, width + origin);
    let places: Vec<Columns> = numbers.iter().map(of_row).collect();
    let titles: Vec<String> = calls.iter().map(|call| call.title(reader)).collect();
    let names = titles.iter().zip(&places);
    let names = names.map(|(title, row)| (title.as_str(), usize::from(row.name.1)));
    let names: Vec<_> = names.collect();
    let cuts = cut_apart(&names, reader.ellipsis);
    for (index, call) in calls.iter().enumerate() {
        let name = shown(names[index].0, cuts[index].as_ref(), reader.ellipsis);
        let away = call.away(reader).filter(|_| places[index].place.is_none());
        heading(composer, calls, index, away, reader);
        row(composer, call, &name, places[index], origin, reader);
    }
    advice(composer, calls, reader, width);
}

/// Returns the widths of a call's texts in these columns.
fn widths(call: &Call<'_>, columns: Columns, reader: Reader<'_>) -> Widest {
    let width = |text: &str| u16::try_from(text.width()).unwrap_or(u16::MAX);
    let now = columns.now.map(|(_, form)| call.state(reader, form));
    Widest {
        name: width(&call.title(reader)),
        now: now.map_or(0, |state| width(&state)),
        place: call.away(reader).map_or(0, |away| width(&away)),
    }
}

/// Lays out the town of the worker's search; or the advice to set a town, if one would bring others:
/// the worker's is not known, and some of these kinds of help are in one town only.
fn advice(composer: &mut Composer, calls: &[Call<'_>], reader: Reader<'_>, width: u16) {
    let kinds = calls.iter().filter_map(|call| call.kind);
    let is_by_town = |kind| {
        let region = [reader.here.region];
        let contacts = reader.here.directory.of_regions(&region, Some(&[kind]));
        let mut local = contacts.into_iter().filter(|one| one.is_local());
        local.any(Contact::has_phone)
    };
    let messages = reader.messages;
    let mut kinds = kinds.peekable();
    if kinds.peek().is_none() {
        return;
    }
    let advice = match reader.here.town {
        Some(town) if reader.is_typed => {
            let place = reader.here.places.place(town).name.get(messages.language());
            messages.format("topic-near-typed", &[("place", place.into())])
        }
        None if kinds.any(is_by_town) => messages.text(if width > WIDEST {
            "topic-set-town"
        } else {
            "topic-set-town-key"
        }),
        _ => return,
    };
    composer.paragraph(0, vec![Piece::text(advice)]);
}

/// Lays out the kind of help before the first contact of that kind,
/// with its distance if the row has no room for it.
fn heading(
    composer: &mut Composer,
    calls: &[Call<'_>],
    index: usize,
    away: Option<String>,
    reader: Reader<'_>,
) {
    let before = index.checked_sub(1).and_then(|before| calls[before].kind);
    let Some(kind) = calls[index].kind.filter(|kind| before != Some(*kind)) else {
        return;
    };
    let words = Piece::new(reader.messages.text(&kind.message_id()), Role::Heading);
    let away = away.map(|away| [Piece::separator(), Piece::text(away)]);
    let pieces = std::iter::once(words).chain(away.into_iter().flatten());
    composer.paragraph(0, pieces.collect());
}

fn row(
    composer: &mut Composer,
    call: &Call<'_>,
    name: &str,
    columns: Columns,
    origin: u16,
    reader: Reader<'_>,
) {
    let mut pieces = Vec::new();
    let mut end = usize::from(origin);
    let mut put = |column: u16, piece: Piece| {
        let gap = usize::from(column).saturating_sub(end);
        if gap > 0 {
            pieces.push(Piece::gap(gap));
        }
        end += gap + piece.width();
        pieces.push(piece);
    };
    let link = Link::contact(&call.contact.id);
    put(columns.name.0, composer.bare_link(name, link));
    let role = if call.phone.is_some() {
        Role::Action
    } else {
        Role::Text
    };
    put(columns.number.0, Piece::new(call.number(reader), role));
    let doubt = call.sign(reader);
    if !doubt.is_empty() {
        let end = columns.number.0 + u16::try_from(call.number(reader).width()).unwrap_or(0);
        put(end, Piece::text(doubt));
    }
    if let Some((now, form)) = columns.now {
        let state = call.state(reader, form);
        let role = if call.is_open() {
            Role::Heading
        } else {
            Role::Text
        };
        put(now, Piece::new(state, role));
    }
    if let Some((place, _)) = columns.place
        && let Some(away) = call.away(reader)
    {
        put(place, Piece::text(away));
    }
    composer.paragraph(0, pieces);
}

/// Lays out a call as a sentence, for output line by line and for a screen reader: nothing is cut.
fn spoken(composer: &mut Composer, call: &Call<'_>, reader: Reader<'_>) {
    let messages = reader.messages;
    let mut state = call.state(reader, Form::Long);
    if let Some(away) = call.away(reader) {
        state = format!("{state}, {away}");
    }
    let facts = [
        ("kind", call.contact.name(messages.language()).into()),
        ("number", call.number(reader).into()),
        ("state", state.into()),
        ("name", "".into()),
    ];
    let words = messages.format(
        if call.is_reported(reader) {
            "call-row-reported"
        } else if call.must_confirm(reader) {
            "call-row-doubtful"
        } else {
            "call-row"
        },
        &facts,
    );
    let link = Link::contact(&call.contact.id);
    let row = composer.bare_link(&words, link);
    composer.paragraph(SPOKEN_INDENT, vec![row]);
}
