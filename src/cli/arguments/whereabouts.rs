//! Location in an argument: a region, or a town.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::cli::output::exit::{Exit, Failure};
use crate::directory::Region;
use crate::directory::hours::zone;
use crate::i18n::Messages;
use crate::paths::Paths;
use crate::persistence::machine_zone;
use crate::places::{PlaceError, PlaceId, Places};
use crate::settings::Settings;

/// A region, and a town in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    /// The region; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// The town; `None` for the whole region.
    pub place: Option<PlaceId>,
}

impl Whereabouts {
    /// Returns the English name of the town, by which numbers are chosen.
    pub(in crate::cli) fn town_name(self) -> Option<&'static str> {
        let place = Places::embedded().place(self.place?);
        Some(place.name.en)
    }

    /// Returns the location in the worker's settings.
    pub(in crate::cli) fn set(paths: &Paths) -> Self {
        let set = Settings::load(&paths.settings()).0.preferences();
        Self {
            region: set.region,
            place: set.place,
        }
    }

    /// Returns the time zone of the location; `None` if unknown.
    pub(in crate::cli) fn clock(self, now: Timestamp) -> Option<TimeZone> {
        let town = self.place.map(|place| Places::embedded().place(place).zone);
        let machine = machine_zone(|name| std::env::var(name).ok());
        zone::of_worker(self.region, town, &machine, now)
    }

    /// Parses a region by an abbreviation or its name, else a town (`halifax`, `NS/Halifax`, `Halifax,
    /// NS`). Places are loaded only for a town.
    ///
    /// # Errors
    /// A message if no town has this name, or several have.
    pub(in crate::cli) fn parse(text: &str, messages: &Messages) -> Result<Self, String> {
        if let Some(region) = Region::named(text) {
            let place = None;
            return Ok(Self { region, place });
        }
        Self::town(text, Region::Ca, messages)
    }

    fn town(text: &str, home: Region, messages: &Messages) -> Result<Self, String> {
        let places = Places::embedded();
        let place = places
            .parse(text, home)
            .map_err(|error| reason(&error, messages))?;
        Ok(Self {
            region: places.place(place).region,
            place: Some(place),
        })
    }
}

/// Parses the town of `--near`; the region `home` decides between towns of one name.
///
/// # Errors
/// A message if no town has this name, or several have.
pub(in crate::cli) fn near(
    text: &str,
    home: Region,
    messages: &Messages,
) -> Result<Whereabouts, Failure> {
    Whereabouts::town(text, home, messages).map_err(|reason| {
        let refused = [
            ("argument", "--near".into()),
            ("value", text.into()),
            ("reason", reason.into()),
        ];
        Failure::new(Exit::Usage, messages.format("usage-value", &refused))
    })
}

fn reason(error: &PlaceError, messages: &Messages) -> String {
    let (id, places) = match error {
        PlaceError::Unknown { near, .. } if near.is_empty() => ("cli-region-codes", near),
        PlaceError::Unknown { near, .. } => ("cli-place-unknown", near),
        PlaceError::Ambiguous { candidates, .. } => ("cli-place-ambiguous", candidates),
    };
    messages.format(id, &[("places", places.join(", ").into())])
}
