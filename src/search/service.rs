//! Completion of the hits of a search by the clock, for the screen and the command line.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::hits::Hits;
use super::index::Index;
use super::open_now::Clock;
use super::query::{Context, Query};
use crate::directory::hours::{Asking, zone};
use crate::directory::{Caller, Directory, Region};
use crate::places::{PlaceId, Places};

/// Index with the data needed to determine open contacts.
#[derive(Clone, Copy, Debug)]
pub struct Service<'a> {
    /// Index.
    pub index: &'a Index,
    /// Contacts of the index.
    pub directory: &'a Directory,
    /// Current time.
    pub now: Timestamp,
    /// Time zone of the machine.
    pub machine_zone: &'a TimeZone,
    /// Worker's region, which decides between time zones and holidays. [`Context::region`] may be
    /// another.
    pub region: Region,
    /// Worker's town, if one is set.
    pub town: Option<PlaceId>,
    /// Numbers that the worker found out of service.
    pub dead: &'a [String],
}

/// The result of a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The hits; only open ones if the query asks for those.
    pub hits: Hits,
    /// Number of hits left out because their hours are not known; `None` if the query does not ask
    /// for open services.
    pub unknown_hours: Option<usize>,
}

impl Service<'_> {
    /// Completes hits that [`Index::search_while`] found, here or on another thread: applies the
    /// clock if the query asks for open services.
    pub fn complete(
        &self,
        mut hits: Hits,
        query: &Query,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Answer {
        let town = self.town.map(|town| Places::embedded().place(town));
        let town_zone = town.map(|town| town.zone);
        let here = zone::of_worker(self.region, town_zone, self.machine_zone, self.now);
        let asking = Asking {
            now: self.now,
            here: here.as_ref(),
            caller: Caller {
                region: self.region,
                town: town.map(|town| town.name.en),
                dead: self.dead,
                channel: hits.channel(),
            },
        };
        let clock = Clock {
            index: self.index,
            directory: self.directory,
            asking,
        };
        clock.order_listed(&mut hits);
        self.index.promote_answering(&mut hits, clock);
        let unknown_hours = hits.ask_for_open_now(&query.filters).then(|| {
            self.index
                .keep_open(&mut hits, query, context, clock, go_on)
        });
        Answer {
            hits,
            unknown_hours,
        }
    }
}
