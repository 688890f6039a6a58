//! Formats of numbers, addresses and dates.

use crate::i18n::Language;

/// Returns true for a number as dialled in Canada (North American Numbering Plan): ten digits with
/// or without the leading `1-`; a seven-digit number that works from anywhere in its region
/// (`310-1818`); a three-digit service (`911`, `988`); a short code of five or six digits; and the
/// mobile networks' `#377` and `*4141`. Area and exchange codes start with 2 to 9.
pub fn is_phone(number: &str) -> bool {
    if let Some(short) = number.strip_prefix(['#', '*']) {
        return (3..=4).contains(&short.len()) && is_digits(short);
    }
    let parts: Vec<&str> = number.split('-').collect();
    let sized = |sizes: &[usize]| {
        parts.len() == sizes.len()
            && parts
                .iter()
                .zip(sizes)
                .all(|(part, size)| part.len() == *size && is_digits(part))
    };
    let codes = |places: &[usize]| {
        places
            .iter()
            .all(|place| !parts[*place].starts_with(['0', '1']))
    };
    (sized(&[3, 3, 4]) && codes(&[0, 1]))
        || (sized(&[1, 3, 3, 4]) && parts[0] == "1" && codes(&[1, 2]))
        || (sized(&[3, 4]) && parts[0] == "310")
        || (sized(&[3]) && codes(&[0]))
        || sized(&[5])
        || sized(&[6])
}

/// Returns true for one or more digits and nothing else.
pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns true if the text has the form `name@host.domain`; nothing is looked up.
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._+&'".contains(&byte);
    !name.is_empty() && name.bytes().all(plain) && is_host(host)
}

/// Returns true for an address that a browser opens: `https://` or `http://`, a host, no white
/// space.
pub fn is_address(text: &str) -> bool {
    let Some(rest) = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
    else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.split_once(':').unwrap_or((host, "80"));
    let may_have_blanks = || !text.bytes().all(|byte| byte.is_ascii_graphic());
    is_host(host) && is_digits(port) && !(may_have_blanks() && text.contains(char::is_whitespace))
}

/// Parts of addresses that mark a page's language.
const MARKS: [(Language, &[&str]); 2] = [
    (Language::En, &["/en/", "/eng/", "-en.", "-eng.", "lang=en"]),
    (Language::Fr, &["/fr/", "/fra/", "-fr.", "-fra.", "lang=fr"]),
];

/// Returns true if an address is marked as a page in one language only.
pub(super) fn is_in(address: &str, language: Language) -> bool {
    let says = |wanted: Language| {
        let marks = MARKS.iter().filter(|(one, _)| *one == wanted);
        let mut marks = marks.flat_map(|(_, marks)| *marks);
        marks.any(|mark| address.contains(mark))
    };
    says(language) && !says(language.other())
}

fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        let plain = |c: char| c.is_alphanumeric() || c == '-';
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty() && (label.bytes().all(is_plain) || label.chars().all(plain))
    };
    // A name may end in the dot of the root (RFC 1034, 3.1); some pages are found only under this
    // form.
    let host = host.strip_suffix('.').unwrap_or(host);
    host.contains('.') && host.split('.').all(label)
}

/// Returns true for an existing day, written `YYYY-MM-DD`.
pub fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

/// Returns true for a day, a month (`YYYY-MM`) or a year (`YYYY`), the forms of dates on pages.
pub(super) fn is_date(text: &str) -> bool {
    match text.len() {
        4 => is_digits(text) && is_day(&format!("{text}-01-01")),
        7 => is_day(&format!("{text}-01")),
        _ => is_day(text),
    }
}

/// Returns true for a stable slug: lower-case letters, digits and single hyphens between them.
pub fn is_slug(text: &str) -> bool {
    text.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every(shape: fn(&str) -> bool, right: &[&str], wrong: &[&str]) {
        for text in right {
            assert!(shape(text), "{text}");
        }
        for text in wrong {
            assert!(!shape(text), "{text}");
        }
    }

    #[test]
    fn numbers() {
        every(
            is_phone,
            &[
                "902-425-0122",
                "1-800-222-8477",
                "310-1818",
                "911",
                "988",
                "211",
                "686868",
                "45645",
                "#377",
                "*4141",
            ],
            &[
                "",
                "9024250122",
                "(902) 425-0122",
                "902-425-012",
                "102-425-0122",
                "902-125-0122",
                "2-800-222-8477",
                "425-0122",
                "011",
                "12",
                "1-902-425-0122 ",
                "902.425.0122",
                "#",
                "902-425-01٢٢",
                "1-800-CALLNOW",
                "+1-902-425-0122",
            ],
        );
    }

    #[test]
    fn addresses() {
        every(
            is_address,
            &[
                "https://a.ca",
                "http://www2.gov.bc.ca/x?y=(z)#é",
                "http://35.201.78.98/a",
                "https://a.ca./b",
                "http://a.ca:8080/b",
            ],
            &[
                "",
                "a.ca",
                "www.a.ca",
                "ftp://a.ca",
                "https://",
                "https:///x",
                "https://a.ca../b",
                "https://a.ca:/b",
                "https://a.ca:b",
                "https://a",
                "https://a.ca/b c",
                "javascript:a.ca",
            ],
        );
        every(
            is_email,
            &["a@b.ca", "RJ@yoursynergy.ca", "a.b-c_d+e@f-g.gov.nt.ca"],
            &[
                "",
                "a",
                "@b.ca",
                "a@",
                "a@b",
                "a@b..ca",
                "a b@c.ca",
                "a@b@c.ca",
                "mailto:a@b.ca",
            ],
        );
    }

    #[test]
    fn languages_of_pages() {
        assert!(is_in("https://a.ca/en/help", Language::En));
        assert!(is_in("https://a.ca/help-fra.htm", Language::Fr));
        for neither in [
            "https://a.ca/help",
            "https://a.ca/en/fr/x",
            "https://fr.a.ca",
        ] {
            assert!(
                !is_in(neither, Language::En) && !is_in(neither, Language::Fr),
                "{neither}"
            );
        }
    }

    #[test]
    fn dates_and_slugs() {
        every(
            is_date,
            &["2026-02-28", "2024-02-29", "2026-11", "1999"],
            &[
                "",
                "2026-02-29",
                "2026-13",
                "26",
                "2026-1-1",
                "20261123",
                "11/2026",
                "soon",
            ],
        );
        every(is_day, &["2026-11-23"], &["2026-11", "2026", "2026-11-31"]);
        every(
            is_slug,
            &["ns-211", "a"],
            &["", "-a", "a-", "a--b", "Ns-1", "a_b", "é"],
        );
    }
}
