//! Credits of the sources of the places, as required by their licences.

/// Returns the lines of `assets/places/SOURCES.txt`, each a source and its licence.
pub fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("../../assets/places/SOURCES.txt")
        .lines()
        .filter(|line| !line.is_empty())
}
