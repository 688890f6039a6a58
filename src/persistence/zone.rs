//! Time zone of the machine.
//!
//! jiff finds it as well, but first lists all zones, which took half of the start.

use std::path::Path;

use jiff::tz::TimeZone;

use crate::files::read_regular;

/// Size limit of a zone's file, in bytes: a hundred times the largest one.
const SIZE_LIMIT: usize = 1 << 20;

/// Folder of the zones; each file has the name of its zone.
const ZONES: &str = "/usr/share/zoneinfo";
/// Link to the machine's zone.
const LOCAL: &str = "/etc/localtime";

/// Returns the machine's time zone: that of the variable `TZ`, else the system's, else UTC.
pub fn machine_zone(environment: impl Fn(&str) -> Option<String>) -> TimeZone {
    of_setting(environment("TZ").as_deref())
}

fn of_setting(setting: Option<&str>) -> TimeZone {
    let Some(setting) = setting else {
        return of_system();
    };
    let name = setting.strip_prefix(':').unwrap_or(setting);
    if name.is_empty() {
        return TimeZone::UTC;
    }
    // `join` replaces the folder by an absolute path.
    of_file(&Path::new(ZONES).join(name))
        .or_else(|| TimeZone::posix(name).ok())
        .unwrap_or_else(of_system)
}

fn of_system() -> TimeZone {
    of_file(Path::new(LOCAL)).unwrap_or(TimeZone::UTC)
}

fn of_file(path: &Path) -> Option<TimeZone> {
    TimeZone::tzif("local", &read_regular(path, SIZE_LIMIT).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::tz::Offset;

    use super::*;

    fn offset(setting: &str) -> Offset {
        let summer: Timestamp = "2026-07-01T12:00:00Z".parse().unwrap();
        of_setting(Some(setting)).to_offset(summer)
    }

    #[test]
    fn every_form_of_tz_names_the_zone() {
        assert_eq!(offset(""), Offset::UTC);
        assert_eq!(offset("UTC0"), Offset::UTC);
        assert_eq!(offset("AST4ADT,M3.2.0,M11.1.0"), jiff::tz::offset(-3));
        if Path::new(ZONES).join("America/Halifax").exists() {
            for setting in [
                "America/Halifax",
                ":America/Halifax",
                "/usr/share/zoneinfo/America/Halifax",
            ] {
                assert_eq!(offset(setting), jiff::tz::offset(-3), "{setting}");
            }
        }
    }

    #[test]
    fn an_invalid_tz_is_ignored() {
        assert_eq!(of_setting(Some("Nowhere/At All")), of_system());
    }

    #[test]
    fn the_zone_equals_jiffs() {
        // Both read the variable and the system's zone.
        let zone = machine_zone(|name| std::env::var(name).ok());
        for time in ["2026-01-01T12:00:00Z", "2026-07-01T12:00:00Z"] {
            let time: Timestamp = time.parse().unwrap();
            assert_eq!(zone.to_offset(time), TimeZone::system().to_offset(time));
        }
    }
}
