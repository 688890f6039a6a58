//! Slugs of the ids of records.

use crate::directory::check::is_slug;
use crate::directory::stable_hash;
use crate::i18n::folding::fold;

/// Greatest length of the slug of an id.
const LONGEST_SLUG: usize = 80;

/// Returns the slug of an id: lower-case letters and digits, with single hyphens between them. Where
/// something is lost, the hash of the id keeps it apart from others; of UUIDs the case is of no account
/// (RFC 9562).
pub fn slug(id: &str) -> String {
    if is_slug(id) && id.len() <= LONGEST_SLUG {
        return id.to_owned();
    }
    let folded = fold(id).text;
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut slug = words.join("-");
    if is_uuid(id) {
        return slug;
    }
    slug.truncate(LONGEST_SLUG);
    let rest = format!("n{:016x}", stable_hash(id));
    match slug.trim_end_matches('-') {
        "" => rest,
        slug => format!("{slug}-{rest}"),
    }
}

fn is_uuid(text: &str) -> bool {
    let shape = |(index, byte): (usize, u8)| match index {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == 36 && text.bytes().enumerate().all(shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_ids_have_different_slugs() {
        assert_eq!(slug("135836"), "135836");
        let uuid = "D9D5E0F5-D3CE-4F73-9A2F-4DD0ECC6C610";
        assert_eq!(slug(uuid), uuid.to_lowercase());
        let long = |end: &str| format!("{}-{end}", "quill".repeat(20));
        let ids = ["a-1", "A-1", "a 1", "a_1", "á-1", "a--1", "-", "é", "«»"];
        let mut slugs: Vec<String> = ids.iter().map(|id| slug(id)).collect();
        slugs.extend([slug(&long("1")), slug(&long("2"))]);
        let is_valid = |slug: &String| is_slug(slug) && slug.len() < 100;
        assert!(slugs.iter().all(is_valid), "{slugs:?}");
        let count = slugs.len();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), count, "{slugs:?}");
        assert!(slugs.contains(&"a-1".to_owned()));
    }
}
