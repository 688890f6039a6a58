//! Content of a row in a list of contacts: number, open state, town or audience.

use crate::app::state::App;
use crate::app::view::{Entry, Now, Whereabouts};
use crate::bookmarks::{Mark, Marked};
use crate::directory::hours::Answer;
use crate::directory::{Audience, Contact, Phone, Region, phone, reach};
use crate::document::state::{self, Form};
use crate::document::{card, extension, via};
use crate::places::{PlaceId, Places, whole_km};
use crate::search::TopicTitle;

impl App {
    /// Returns the number of a row, and true if it is to be confirmed first.
    pub(in crate::app::screens) fn row_number(&self, id: &str) -> (String, bool) {
        if let Some(contact) = self.contact(id) {
            return match self.line_now(contact) {
                Some((phone, _)) => (phone.dialled(), self.is_doubtful(contact)),
                None => (self.messages().text("list-no-phone"), false),
            };
        }
        let kept = self.kept(id).and_then(|entry| entry.snapshot.as_ref());
        let phone = kept.and_then(|kept| kept.number(&self.dead));
        (
            phone.map_or_else(String::new, |phone| phone.dialled()),
            true,
        )
    }

    /// Returns a number, as dialled, for a row.
    pub(in crate::app::screens) fn shown_number(&self, number: &str) -> String {
        phone::shown(number, self.messages())
    }

    /// Returns the number of a contact's row with its kind, unless it is for voice.
    fn with_kind(&self, number: String, contact: Option<&Contact>) -> String {
        match contact.and_then(|contact| self.line_now(contact)) {
            Some((phone, _)) => phone::with_kind(number, phone.kind, self.messages()),
            None => number,
        }
    }

    /// Returns the number and the open state of a contact, for plain mode.
    pub fn row_in_words(&self, id: &str) -> Vec<String> {
        let (number, doubtful) = self.row_number(id);
        let number = extension::in_words(&number, self.messages());
        let mut number = self.with_kind(number, self.contact(id));
        if doubtful && !number.is_empty() {
            let facts = [("number", number.into())];
            number = self.messages().format("list-number-doubtful", &facts);
        }
        let via = self.contact(id).and_then(|contact| self.via(contact));
        let now = self.contact(id).map(|contact| self.row_now(contact).long);
        let facts = [Some(number), via, now].into_iter().flatten();
        facts.filter(|fact| !fact.is_empty()).collect()
    }

    /// Returns the number of a contact to dial now with its state; `None` if it cannot be called.
    /// Used by rows and by `y`, `Y` and `o`. Hours that the worker found changed say nothing, but 911 and 988
    /// always answer.
    pub(in crate::app) fn line_now<'c>(&self, contact: &'c Contact) -> Option<(&'c Phone, Answer)> {
        let here = self.clock_here();
        let (line, answer) = reach::line_now(contact, self.asking(here.as_ref()))?;
        let in_doubt = !line.is_vital() && self.list.has_other_hours(&contact.id);
        Some((line, if in_doubt { Answer::Unknown } else { answer }))
    }

    /// Returns true if the number of the contact's row is to be confirmed first.
    pub(in crate::app::screens) fn is_doubtful(&self, contact: &Contact) -> bool {
        let here = self.clock_here();
        reach::is_doubtful(contact, self.asking(here.as_ref()))
    }

    /// Returns "via" with the other service that answers the number of a contact's row.
    pub(in crate::app::screens) fn via(&self, contact: &Contact) -> Option<String> {
        let line = self.line_now(contact).map(|(phone, _)| phone);
        via::words(contact, line, self.messages())
    }

    /// Returns the sign behind the number of a contact's row: `^` for that of another service, `?` for one
    /// to be confirmed first.
    pub(in crate::app::screens) fn number_sign(&self, contact: &Contact) -> &'static str {
        if self.via(contact).is_some() {
            via::SIGN
        } else if self.line_now(contact).is_some() && self.is_doubtful(contact) {
            "?"
        } else {
            ""
        }
    }

    /// Returns true if the worker has reported the number to dial now as out of service, or the
    /// contact as closed.
    pub(in crate::app::screens) fn is_reported(&self, contact: &Contact) -> bool {
        self.report_on(contact).is_some()
    }

    fn report_on(&self, contact: &Contact) -> Option<Marked> {
        let here = self.clock_here();
        self.list.report_on(contact, self.asking(here.as_ref()))
    }

    /// Returns the ids of the contacts whose number is a wrong one.
    pub(in crate::app) fn reported(&self) -> Vec<String> {
        let here = self.clock_here();
        let directory = self.catalogue.directory();
        self.list.reported(directory, self.asking(here.as_ref()))
    }

    /// Returns the error that the worker reported for a contact, in words; `None` without one.
    pub(in crate::app::screens) fn report_of(&self, contact: &Contact) -> Option<String> {
        let own = self.list.marked(&contact.id);
        let own = own.filter(|marked| marked.wrong.is_some()).cloned();
        let marked = own.or_else(|| self.report_on(contact))?;
        card::wrong_in_words(&marked, self.messages())
    }

    /// Returns the open state of a contact.
    fn row_now(&self, contact: &Contact) -> Now {
        let messages = self.messages();
        let Some((_, answer)) = self.line_now(contact) else {
            let say = |form| messages.text(state::without_number(contact, form));
            return Now {
                long: say(Form::Long),
                short: say(Form::Short),
                open: false,
            };
        };
        if let Some(wrong) = self.report_on(contact).and_then(|marked| marked.wrong) {
            let say = |form| messages.text(state::reported(wrong, form));
            return Now {
                long: say(Form::Long),
                short: say(Form::Short),
                open: false,
            };
        }
        let here = self.clock_here();
        let asking = self.asking(here.as_ref());
        let say = |form| state::of_contact(contact, &answer, asking, form, messages);
        Now {
            long: say(Form::Long),
            short: say(Form::Short),
            open: answer.is_open() == Some(true) && !is_holiday(&answer),
        }
    }

    /// Returns the town of a contact and its distance from a place, or its audience; its region
    /// only if that is not the worker's.
    fn row_where(&self, contact: &Contact, km: Option<u16>, from: Option<PlaceId>) -> Whereabouts {
        if contact.is_own() {
            return Whereabouts::of(self.messages().text("list-yours"));
        }
        let elsewhere = contact.region != self.region();
        let code = if elsewhere { contact.region.code() } else { "" };
        if let Some((town, far)) = self.town_of(contact, from) {
            // In the worker's region every row has the distance, also where nothing was searched.
            let near = || km_to(contact, from).filter(|_| !elsewhere);
            let km = far.or(km).or_else(near).filter(|km| *km > 0).map(|km| {
                let km = [("km", km.into())];
                self.messages().format("search-km", &km)
            });
            return Whereabouts {
                tail: km.unwrap_or_else(|| code.to_owned()),
                ..Whereabouts::of(town)
            };
        }
        let region = match contact.region {
            Region::Ca => Whereabouts::of("Canada"),
            region => Whereabouts {
                short: code.to_owned(),
                ..Whereabouts::of(self.messages().text(&region.message_id()))
            },
        };
        match (elsewhere, contact.region, for_some(contact)) {
            (true, Region::Ca, true) | (false, _, true) => self.for_whom(contact),
            (true, ..) => region,
            (false, ..) => Whereabouts::default(),
        }
    }

    /// Returns the town of a house, the nearest town of another local service, else its first one. If the
    /// name of its area has the first town, which is far away, and not the nearest, returns the first with
    /// its distance in kilometres: the service stands there, and serves the other.
    fn town_of(&self, contact: &Contact, from: Option<PlaceId>) -> Option<(String, Option<u16>)> {
        if !contact.is_local() {
            return None;
        }
        let places = Places::embedded();
        let towns = contact.places.iter();
        let towns: Vec<PlaceId> = towns
            .filter_map(|name| places.find(name, contact.region))
            .collect();
        let area = contact.area.as_ref();
        let area = area.map(|area| area.get(self.language()));
        let name = |town: PlaceId| places.place(town).name.get(self.language());
        let is_named = |town| area.is_some_and(|area| area.contains(name(town)));
        let first = towns.first().copied();
        let nearest = from.and_then(|from| places.nearest(from, &towns));
        let nearest = nearest.map(|(town, _)| town).or(first);
        let is_house = contact.house_town().is_some();
        let stands = |first: &PlaceId| is_named(*first) && !nearest.is_some_and(is_named);
        let seat = first.filter(|first| is_house || stands(first));
        let away = from
            .zip(seat)
            .map(|(from, seat)| places.distance_km(from, seat));
        let far = away.filter(|km| *km > FAR_KM).map(whole_km);
        let town = if is_house || far.is_some() {
            seat
        } else {
            nearest
        };
        Some((town.map(name).or(area)?.to_owned(), far))
    }

    fn for_whom(&self, contact: &Contact) -> Whereabouts {
        let serves = |people| contact.serves.contains(&people);
        if serves(Audience::Women) && serves(Audience::Men) {
            // The first of them alone would turn others away.
            return Whereabouts::default();
        }
        let serves = contact.serves.iter();
        let serves = serves.map(|people| self.messages().text(&people.message_id()));
        let serves: Vec<String> = serves.collect();
        Whereabouts {
            short: serves
                .first()
                .map_or_else(String::new, |first| format!("{first}{}", self.ellipsis())),
            ..Whereabouts::of(serves.join(", "))
        }
    }
}

/// Distance in kilometres above which a row names the town of a service, not the nearest that it
/// serves.
const FAR_KM: f32 = 60.0;

/// Returns the distance of the nearest town of a contact in kilometres.
fn km_to(contact: &Contact, from: Option<PlaceId>) -> Option<u16> {
    let places = Places::embedded();
    let towns = contact.places.iter();
    let towns = towns.filter_map(|name| places.find(name, contact.region));
    let nearest = places.nearest(from?, &towns.collect::<Vec<_>>());
    nearest.map(|(_, km)| whole_km(km))
}

fn for_some(contact: &Contact) -> bool {
    !contact.serves.is_empty() && !contact.serves.contains(&Audience::All)
}

fn is_holiday(answer: &Answer) -> bool {
    matches!(
        answer,
        Answer::Open {
            holiday: Some(_),
            ..
        }
    )
}

impl<'a> Entry<'a> {
    /// Creates the row of a contact with its distance from a place in kilometres.
    pub(in crate::app::screens) fn of(
        app: &'a App,
        id: &str,
        km: Option<u16>,
        from: Option<PlaceId>,
    ) -> Self {
        let star = if app.is_bookmarked(id) { '*' } else { ' ' };
        let called = match app.mark_of(id) {
            // The row that is being marked stays visible.
            _ if app.is_picked(id) => '+',
            Some(Mark::Reached) => 'v',
            Some(Mark::Tried(_)) => '-',
            Some(Mark::Wrong { .. }) => '!',
            None => ' ',
        };
        let (number, doubtful) = app.row_number(id);
        let contact = app.contact(id);
        let number = app.with_kind(app.shown_number(&number), contact);
        // Another contact may have the number that was reported.
        let is_reported = contact.is_some_and(|contact| app.is_reported(contact));
        let called = if is_reported && called != '+' {
            '!'
        } else {
            called
        };
        let place = contact.map(|contact| app.row_where(contact, km, from));
        Self {
            star,
            called,
            name: app.name_of(id),
            is_translated: contact.is_some_and(|one| one.name(app.language()) != app.name_of(id)),
            gloss: contact
                .and_then(|contact| app.via(contact))
                .or_else(|| app.gloss_of(id).map(ToOwned::to_owned)),
            spans: &[],
            number,
            contact,
            callable: contact.is_some_and(|contact| app.line_now(contact).is_some()),
            sign: contact.map_or(["", "?"][usize::from(doubtful)], |contact| {
                app.number_sign(contact)
            }),
            now: contact.map_or_else(Now::default, |contact| app.row_now(contact)),
            place: place.unwrap_or_default(),
        }
    }

    /// Creates the row of a topic of the guide.
    pub(in crate::app::screens) fn of_topic(app: &'a App, topic: &'a TopicTitle) -> Self {
        Self {
            star: ' ',
            called: ' ',
            name: topic.title.get(app.language()),
            is_translated: false,
            gloss: None,
            spans: &[],
            number: app.messages().text("list-guide"),
            contact: None,
            callable: false,
            sign: "",
            now: Now::default(),
            place: Whereabouts::default(),
        }
    }
}

impl App {
    /// Returns items of the visible list of contacts.
    pub fn entries(&self, items: impl Iterator<Item = usize>) -> Vec<Entry<'_>> {
        items.filter_map(|item| self.entry(item)).collect()
    }

    /// Returns true if a contact is bookmarked.
    pub fn is_bookmarked(&self, id: &str) -> bool {
        self.starred.contains(id)
    }

    /// Returns the result of the worker's last call to a contact.
    pub fn mark_of(&self, id: &str) -> Option<Mark> {
        self.list.marked(id).and_then(Marked::mark)
    }
}
