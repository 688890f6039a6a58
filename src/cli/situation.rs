//! Place, time and list of the worker, by which commands choose numbers as the screen does.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::arguments::whereabouts::Whereabouts;
use crate::bookmarks::List;
use crate::clock;
use crate::directory::hours::Asking;
use crate::directory::{Caller, Channel, Contact, Directory, Phone, reach};
use crate::document::card;
use crate::i18n::{Language, Messages};
use crate::needs::Needs;
use crate::pathways::Here;
use crate::places::Places;

/// Place, time and list of the worker.
#[derive(Clone, Debug)]
pub struct Situation<'l> {
    /// The worker's location, which decides the clock and the holidays.
    pub home: Whereabouts,
    /// Time of the call; that of an unknown clock if it is implausible.
    pub now: Timestamp,
    zone: Option<TimeZone>,
    list: &'l List,
    /// Numbers, as dialled, that the worker found out of service.
    pub dead: Vec<String>,
    /// Kinds of lines that the person of the search can use.
    channel: Channel,
}

impl<'l> Situation<'l> {
    /// Creates the situation of a worker with this list, at the time of the machine's clock.
    pub fn new(home: Whereabouts, told: Timestamp, list: &'l List) -> Self {
        let now = clock::present(told);
        Self {
            home,
            now,
            zone: home.clock(now),
            list,
            dead: list.dead(),
            channel: Channel::Voice,
        }
    }

    /// Returns the same situation for a person who can use these lines.
    #[must_use]
    pub fn with_channel(&self, channel: Channel) -> Self {
        Self {
            channel,
            ..self.clone()
        }
    }

    /// Returns the time and the region by which numbers are chosen.
    pub(super) fn asking(&self) -> Asking<'_> {
        Asking {
            now: self.now,
            here: self.zone.as_ref(),
            caller: Caller {
                region: self.home.region,
                town: self.home.town_name(),
                dead: &self.dead,
                channel: self.channel,
            },
        }
    }

    /// Returns the place and time for the contacts to call.
    pub(super) fn here<'a>(
        &'a self,
        directory: &'a Directory,
        needs: &'a Needs,
        reported: &'a [String],
        language: Language,
    ) -> Here<'a> {
        Here {
            directory,
            needs,
            places: Places::embedded(),
            region: self.home.region,
            town: self.home.place,
            asking: self.asking(),
            language,
            reported,
        }
    }

    /// Returns the number of a contact to dial now; `None` if it cannot be called.
    pub(super) fn number<'c>(&self, contact: &'c Contact) -> Option<&'c Phone> {
        reach::line_now(contact, self.asking()).map(|(phone, _)| phone)
    }

    /// Returns the present day where the worker is.
    pub(super) fn today(&self) -> Date {
        self.asking().today()
    }

    /// Returns true if the number of a contact to dial now is to be confirmed first, or the contact if
    /// it has no number.
    pub(super) fn must_confirm(&self, contact: &Contact) -> bool {
        reach::is_doubtful(contact, self.asking())
    }

    /// Returns the numbers of a contact that the worker found out of service, as dialled.
    pub(super) fn dead_of(&self, contact: &Contact) -> Vec<String> {
        let dead = contact.phones.iter();
        let dead = dead.filter(|phone| phone.is_among(&self.dead));
        dead.map(Phone::dialled).collect()
    }

    /// Returns the report, in words, that makes the number to dial now a wrong one; `None` if there is
    /// none.
    pub(super) fn report_on(&self, contact: &Contact, messages: &Messages) -> Option<String> {
        let marked = self.list.report_on(contact, self.asking())?;
        card::wrong_in_words(&marked, messages)
    }

    /// Returns true if the number to dial now was reported as wrong.
    pub(super) fn is_reported(&self, contact: &Contact) -> bool {
        self.list.report_on(contact, self.asking()).is_some()
    }
}
