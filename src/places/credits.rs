//! Sources of the places, as their licences ask to be credited.

/// Lines of `assets/places/SOURCES.txt`, each a source and its licence.
pub fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("../../assets/places/SOURCES.txt")
        .lines()
        .filter(|line| !line.is_empty())
}
