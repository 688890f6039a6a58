//! Holidays on which offices may be closed.
//!
//! Federal: Holidays Act, R.S.C. 1985, c. H-5; Canada Labour Code, R.S.C. 1985, c. L-2, s. 166,
//! with S.C. 2021, c. 11 (30 September). Provinces and territories: the public and optional
//! holidays of the `holidays` data set, release 0.109 (<https://github.com/vacanza/holidays>,
//! `holidays/countries/canada.py`, which names the page of each government). `holidays.txt` beside
//! holds its dates of several years, and a test holds these rules to them.
//!
//! The law of a province binds other employers than federal law, and some services close on days
//! that no law requires. So statutory holidays are distinguished from days on which a service *may*
//! be closed: federal and customary holidays, and the Monday after a holiday on a weekend.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use crate::directory::Region;
use crate::directory::Region::{Ab, Bc, Ca, Mb, Nb, Nl, Ns, Nt, Nu, On, Pe, Qc, Sk, Yt};

/// Holiday on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    slug: &'static str,
    /// True if the region's law makes this very day a holiday.
    pub in_law: bool,
}

impl Holiday {
    /// Returns the id of the message of its name.
    pub fn message_id(self) -> String {
        format!("holiday-{}", self.slug)
    }
}

/// Returns the holiday of a region on a day, a statutory one first; `None` on other days.
pub fn on(day: Date, region: Region) -> Option<Holiday> {
    let found = |feast: &&Feast| feast.day.falls_on(day);
    let of_law = FEASTS
        .iter()
        .filter(found)
        .find(|feast| feast.law.contains(&region));
    let custom = || {
        FEASTS
            .iter()
            .filter(found)
            .find(|feast| feast.may.contains(&region) || feast.law.contains(&Ca))
    };
    let instead = || FEASTS.iter().find(|feast| feast.is_made_up_on(day, region));
    let holiday = |in_law| {
        move |feast: &Feast| Holiday {
            slug: feast.slug,
            in_law,
        }
    };
    of_law
        .map(holiday(true))
        .or_else(|| custom().map(holiday(false)))
        .or_else(|| instead().map(holiday(false)))
}

/// Returns the ids of the messages of all holidays.
pub fn message_ids() -> Vec<String> {
    let holiday = |feast: &Feast| Holiday {
        slug: feast.slug,
        in_law: true,
    };
    FEASTS
        .iter()
        .map(|feast| holiday(feast).message_id())
        .collect()
}

struct Feast {
    slug: &'static str,
    day: Day,
    /// Regions with the holiday in law; [`Ca`] for employers under federal law.
    law: &'static [Region],
    /// Regions with the holiday by custom.
    may: &'static [Region],
}

impl Feast {
    /// Returns true if the day is the Monday (after Christmas the Tuesday) after a holiday on a
    /// weekend.
    fn is_made_up_on(&self, day: Date, region: Region) -> bool {
        let Day::Fixed(..) = self.day else {
            return false;
        };
        let here = [self.law, self.may]
            .iter()
            .any(|regions| regions.contains(&region) || regions.contains(&Ca));
        let latest = if self.slug == "boxing-day" || self.slug == "christmas" {
            3
        } else {
            2
        };
        here && (1..=latest).any(|back| {
            let feast = day.checked_sub(back.days());
            feast.is_ok_and(|feast| {
                self.day.falls_on(feast)
                    && matches!(feast.weekday(), Weekday::Saturday | Weekday::Sunday)
                    && !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            })
        })
    }
}

/// Rule for the date of a holiday.
#[derive(Clone, Copy)]
enum Day {
    /// A fixed date: month, day.
    Fixed(i8, i8),
    /// A Monday of a month: month, ordinal.
    Monday(i8, i8),
    /// The Monday before a day: month, day (Victoria Day: before 25 May).
    MondayBefore(i8, i8),
    /// The Monday nearest to a day: month, day.
    MondayNear(i8, i8),
    /// Days after Easter Sunday.
    Easter(i32),
    /// The Friday before the last Sunday of February.
    YukonHeritage,
}

impl Day {
    fn falls_on(self, day: Date) -> bool {
        let year = day.year();
        let is = |wanted: Option<Date>| wanted == Some(day);
        match self {
            Self::Fixed(month, of_month) => (day.month(), day.day()) == (month, of_month),
            Self::Monday(month, nth) => is(nth_monday(year, month, nth)),
            Self::MondayBefore(month, of_month) => {
                let end = date(year, month, of_month);
                day.weekday() == Weekday::Monday && (1..=7).contains(&days_between(day, end))
            }
            Self::MondayNear(month, of_month) => {
                let end = date(year, month, of_month);
                day.weekday() == Weekday::Monday && (-3..=3).contains(&days_between(day, end))
            }
            Self::Easter(after) => {
                is(easter(year).and_then(|sunday| sunday.checked_add(after.days()).ok()))
            }
            Self::YukonHeritage => {
                let last = date(year, 2, 1).nth_weekday_of_month(-1, Weekday::Sunday);
                is(last.and_then(|sunday| sunday.checked_sub(2.days())).ok())
            }
        }
    }
}

/// Returns the number of days from one day to another of the same year.
fn days_between(from: Date, to: Date) -> i16 {
    to.day_of_year() - from.day_of_year()
}

fn nth_monday(year: i16, month: i8, nth: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    first.nth_weekday_of_month(nth, Weekday::Monday).ok()
}

/// Returns Easter Sunday of the Gregorian calendar (the computus printed in *Nature* in 1876;
/// Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let golden = year_number % 19;
    let (century, rest) = (year_number / 100, year_number % 100);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let month = i8::try_from(days / 31).ok()?;
    let day = i8::try_from(days % 31 + 1).ok()?;
    Date::new(year, month, day).ok()
}

const fn feast(
    slug: &'static str,
    day: Day,
    law: &'static [Region],
    may: &'static [Region],
) -> Feast {
    Feast {
        slug,
        day,
        law,
        may,
    }
}

const EVERYWHERE: &[Region] = &Region::ALL;

const FEASTS: [Feast; 33] = [
    feast("new-year", Day::Fixed(1, 1), EVERYWHERE, &[]),
    feast("family", Day::Monday(2, 3), &[Ab, Bc, Nb, On, Sk], &[]),
    feast("louis-riel", Day::Monday(2, 3), &[Mb], &[]),
    feast("heritage-ns", Day::Monday(2, 3), &[Ns], &[]),
    feast("islander", Day::Monday(2, 3), &[Pe], &[]),
    feast("heritage-yt", Day::YukonHeritage, &[], &[Yt]),
    feast("saint-patrick", Day::MondayNear(3, 17), &[], &[Nl]),
    feast("good-friday", Day::Easter(-2), EVERYWHERE, &[]),
    feast("easter-monday", Day::Easter(1), &[], &[Ab, On, Qc]),
    feast("saint-george", Day::MondayNear(4, 23), &[], &[Nl]),
    feast("patriots", Day::MondayBefore(5, 25), &[Qc], &[]),
    feast(
        "victoria",
        Day::MondayBefore(5, 25),
        &[Ca, Ab, Bc, Mb, Nt, Nu, On, Sk, Yt],
        &[Nb],
    ),
    feast("indigenous-peoples", Day::Fixed(6, 21), &[Nt, Yt], &[]),
    feast("discovery-nl", Day::MondayNear(6, 24), &[], &[Nl]),
    feast("quebec", Day::Fixed(6, 24), &[Qc], &[]),
    feast("memorial", Day::Fixed(7, 1), &[Nl], &[]),
    feast("canada", Day::Fixed(7, 1), EVERYWHERE, &[]),
    feast("nunavut", Day::Fixed(7, 9), &[Nu], &[]),
    feast("orangemen", Day::MondayNear(7, 12), &[], &[Nl]),
    feast("british-columbia", Day::Monday(8, 1), &[Bc], &[]),
    feast("new-brunswick", Day::Monday(8, 1), &[Nb], &[]),
    feast("saskatchewan", Day::Monday(8, 1), &[Sk], &[]),
    feast("heritage-ab", Day::Monday(8, 1), &[], &[Ab]),
    feast("natal", Day::Monday(8, 1), &[], &[Ns]),
    feast("terry-fox", Day::Monday(8, 1), &[], &[Mb]),
    feast("civic", Day::Monday(8, 1), &[Nt, Nu], &[On]),
    feast("discovery-yt", Day::Monday(8, 3), &[Yt], &[]),
    feast("labour", Day::Monday(9, 1), EVERYWHERE, &[]),
    feast(
        "reconciliation",
        Day::Fixed(9, 30),
        &[Ca, Bc, Mb, Nt, Nu, Pe, Yt],
        &[],
    ),
    feast(
        "thanksgiving",
        Day::Monday(10, 2),
        &[Ca, Ab, Bc, Mb, Nt, Nu, On, Qc, Sk, Yt],
        &[Nb, Nl],
    ),
    feast(
        "remembrance",
        Day::Fixed(11, 11),
        &[Ca, Ab, Bc, Nb, Nl, Ns, Nt, Nu, Pe, Sk, Yt],
        &[Mb, On],
    ),
    feast("christmas", Day::Fixed(12, 25), EVERYWHERE, &[]),
    feast("boxing-day", Day::Fixed(12, 26), &[Ca, On], &[]),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Dates of the data set: date, name, regions by law, `/`, regions by custom.
    const DATES: &str = include_str!("holidays.txt");

    fn regions(codes: &str) -> Vec<Region> {
        codes
            .split_whitespace()
            .map(|code| Region::from_code(code).unwrap())
            .collect()
    }

    #[test]
    fn the_rules_give_the_dates_of_the_data_set() {
        let (mut law, mut custom) = (Vec::new(), Vec::new());
        let lines = DATES.lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let (day, rest) = line.split_once(' ').unwrap();
            let (_, places) = rest.split_once(": ").unwrap();
            let (in_law, customary) = places.split_once('/').unwrap();
            let day: Date = day.parse().unwrap();
            law.extend(regions(in_law).into_iter().map(|region| (day, region)));
            custom.extend(regions(customary).into_iter().map(|region| (day, region)));
        }
        assert!(law.len() > 500, "the file has its dates: {}", law.len());
        let mut day = date(2025, 1, 1);
        while day.year() < 2029 {
            for region in Region::ALL {
                let found = on(day, region);
                let is_law = law.contains(&(day, region));
                assert_eq!(
                    found.is_some_and(|found| found.in_law),
                    is_law,
                    "{day} {region:?} {found:?}"
                );
                if custom.contains(&(day, region)) {
                    assert!(found.is_some(), "{day} {region:?}");
                }
            }
            day = day.tomorrow().unwrap();
        }
    }

    #[test]
    fn easter_on_known_sundays() {
        // Earliest and latest possible dates, and years between (python-dateutil).
        for (year, month, day) in [
            (1818, 3, 22),
            (2285, 3, 22),
            (1943, 4, 25),
            (2038, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2049, 4, 18),
            (2076, 4, 19),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2029, 4, 1),
            (2035, 3, 25),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn days_by_name() {
        let slug =
            |day: Date, region| on(day, region).map(|holiday| (holiday.slug, holiday.in_law));
        assert_eq!(slug(date(2026, 5, 18), On), Some(("victoria", true)));
        assert_eq!(slug(date(2026, 5, 18), Qc), Some(("patriots", true)));
        assert_eq!(
            slug(date(2026, 5, 18), Ns),
            Some(("victoria", false)),
            "federal offices close there too"
        );
        assert_eq!(slug(date(2026, 7, 1), Nl), Some(("memorial", true)));
        assert_eq!(slug(date(2026, 6, 24), On), None);
        assert_eq!(slug(date(2026, 12, 25), Ns), Some(("christmas", true)));
        assert_eq!(
            slug(date(2026, 12, 28), On),
            Some(("boxing-day", false)),
            "26 December 2026 is a Saturday"
        );
        assert_eq!(slug(date(2027, 12, 28), On), Some(("christmas", false)));
        assert_eq!(slug(date(2026, 11, 25), On), None);
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_trouble() {
        for day in [Date::MIN, Date::MAX, date(2024, 2, 29)] {
            for region in Region::ALL {
                on(day, region);
            }
        }
    }
}
