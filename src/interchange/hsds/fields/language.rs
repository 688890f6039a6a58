//! Recognition of languages by names, codes, and tags such as `fr-CA`.

use crate::directory::LanguageCode;

/// Returns the language of a code, a tag or a name in either language; `None` for one without a name here.
pub fn code(text: &str) -> Option<LanguageCode> {
    let tag = text.trim().split(['-', '_']).next().unwrap_or_default();
    let of_tag = (2..=3)
        .contains(&tag.len())
        .then(|| LanguageCode::named(tag));
    of_tag.flatten().or_else(|| LanguageCode::named(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_codes_and_names() {
        for (text, expected) in [
            ("fr", Some("fr")),
            ("FR-ca", Some("fr")),
            ("fra", Some("fr")),
            ("Français", Some("fr")),
            (" Punjabi ", Some("pa")),
            ("Klingon", None),
            ("", None),
            ("zz", None),
        ] {
            assert_eq!(code(text).map(|code| code.0).as_deref(), expected, "{text}");
        }
    }
}
