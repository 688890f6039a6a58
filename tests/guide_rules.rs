//! The rules of the guide's files: each is broken once, alone, and told of in its place.

use havre::directory::Directory;
use havre::directory::check::files as directory_files;
use havre::directory::load::embedded_files;
use havre::guide::PageId;
use havre::guide::check::{GuideFile, files};
use havre::i18n::{Language, Messages};

const ENGLISH: &str = "# Reporting

## Danger {#danger}

- **Know** Call [911](contact:ca-911), then see [children](guide:reporting#children). [^a][^confirm]
- **Do** Stay near. The office is 902-555-0100.

Contacts: [Police](category:police)

[^a]: https://example.org

## Children {#children}

- **Say** \"I am here.\"

[^confirm]: Confirm first.
";

const FRENCH: &str = "# Signalement

## Danger {#danger}

- **À savoir** Appelez le [911](contact:ca-911), puis voyez [enfants](guide:reporting#children). [^a][^confirm]
- **À faire** Restez près. Le bureau est au 902-555-0100.

Contacts\u{a0}: [Police](category:police)

[^a]: https://example.org

## Enfants {#children}

- **À dire** «\u{a0}Je suis là.\u{a0}»

[^confirm]: À confirmer.
";

const GLOSSARIES: [&str; 2] = [
    "# Glossary\n\n- **Offender** (délinquant (also: contrevenant)): Found guilty.\n",
    "# Glossaire\n\n- **délinquant (aussi\u{a0}: contrevenant)** (Offender): Reconnu coupable.\n",
];

/// A guide of one page in two languages.
fn guide(page: PageId, texts: [&str; 2]) -> Vec<GuideFile> {
    let both = Language::ALL.into_iter().zip(texts);
    both.map(|(language, text)| GuideFile {
        name: language.code().to_owned(),
        page,
        language,
        text: Ok(text.to_owned().into()),
    })
    .collect()
}

/// What is wrong with these, as `file:line topic field: words`.
fn problems(files_to_check: &[GuideFile]) -> Vec<String> {
    let directory = Directory::new(directory_files(&embedded_files()).contacts);
    let messages = Messages::of(Language::En);
    files(files_to_check, &directory)
        .problems
        .iter()
        .map(|found| {
            let fault = found.fault.say(messages);
            format!(
                "{}:{} {} {}: {fault}",
                found.file, found.line, found.topic, found.field
            )
        })
        .collect()
}

/// One thing replaced in the French page, and all that is then wrong.
const BROKEN: &[(&str, &str, &[&str])] = &[
    (
        "## Enfants {#children}",
        "## Enfants {#enfants}",
        &[
            "en:12 children : the other language has another topic here",
            "fr:12 enfants : the other language has another topic here",
            "fr:5 danger points[0]: leads nowhere: guide:reporting#children",
        ],
    ),
    (
        "- **À faire** Restez près. Le bureau est au 902-555-0100.\n",
        "",
        &["fr:3 danger : 1 here, 2 in the other language"],
    ),
    (
        "**À faire**",
        "**À éviter**",
        &["fr:6 danger points[1]: another kind of point than in the other language"],
    ),
    (
        "**À faire**",
        "**Do**",
        &["fr:6 danger points[1]: opens with a word of the other language: Do"],
    ),
    (
        "[^a][^confirm]",
        "[^a]",
        &["fr:5 danger points[0]: only one language says to confirm first"],
    ),
    (
        "[^a][^confirm]",
        "[^confirm]",
        &[
            "fr:5 danger points[0]: not as many sources as in the other language",
            "fr:1  : no point names this source: a",
        ],
    ),
    (
        "[enfants](guide:reporting#children)",
        "[enfants](guide:reporting#danger)",
        &["fr:5 danger points[0]: other links than in the other language"],
    ),
    (
        "902-555-0100",
        "902-555-0010",
        &["fr:6 danger points[1]: other phone numbers than in the other language"],
    ),
    (
        "[Police](category:police)",
        "[Police](category:shelter)",
        &["fr:8 danger contacts: other links than in the other language"],
    ),
    (
        "[911](contact:ca-911)",
        "[988](contact:ca-911)",
        &["fr:5 danger points[0]: 988 is not a number of ca-911"],
    ),
    (
        "«\u{a0}Je suis là.\u{a0}»",
        "« Je suis là. »",
        &["fr:14 children points[0]: the space at a French sign: \"« Je suis là. »\""],
    ),
    (
        "Restez près.",
        "Restez \u{1f44d} près.",
        &["fr:6 danger points[1]: the character U+1F44D does not show in every terminal"],
    ),
    (
        "## Enfants {#children}",
        "## {#children}",
        &["fr:12 children : there are no words here"],
    ),
    (
        "## Enfants {#children}",
        "## Vide {#danger}\n\n## Enfants {#children}",
        &[
            "en:12 children : the other language has another topic here",
            "fr:3 danger : the other language has another topic here",
            "fr:14 children : the other language has another topic here",
            "fr:3 danger : 0 here, 2 in the other language",
            "fr:3 danger : two topics have this id",
            "fr:3 danger : there are no words here",
        ],
    ),
    (
        "# Signalement",
        "> # Signalement",
        &["fr:1  : cannot be read: this kind of Markdown is not used in the guide"],
    ),
];

#[test]
fn the_right_pages_are_right() {
    let right = guide(PageId::Reporting, [ENGLISH, FRENCH]);
    assert_eq!(problems(&right), [""; 0]);
    assert_eq!(problems(&guide(PageId::Glossary, GLOSSARIES)), [""; 0]);
}

#[test]
fn each_rule_of_a_page_is_broken_once() {
    for (from, to, expected) in BROKEN {
        assert!(FRENCH.contains(from), "{from} is not in the right page");
        let broken = FRENCH.replacen(from, to, 1);
        let found = problems(&guide(PageId::Reporting, [ENGLISH, &broken]));
        assert_eq!(found, *expected, "{from} -> {to}");
    }
}

#[test]
fn a_link_that_is_dead_in_both_languages_is_told_of_in_both() {
    for (from, to, link) in [
        ("contact:ca-911", "contact:ca-112", "contact:ca-112"),
        (
            "reporting#children",
            "reporting#nobody",
            "guide:reporting#nobody",
        ),
    ] {
        let texts = [ENGLISH, FRENCH].map(|text| text.replacen(from, to, 1));
        let texts = [texts[0].as_str(), texts[1].as_str()];
        let expected =
            ["en", "fr"].map(|file| format!("{file}:5 danger points[0]: leads nowhere: {link}"));
        assert_eq!(problems(&guide(PageId::Reporting, texts)), expected);
    }
    let nobody = Directory::default();
    let report = files(&guide(PageId::Reporting, [ENGLISH, FRENCH]), &nobody);
    assert_eq!(
        report.problems.len(),
        4,
        "a category without contacts leads nowhere too"
    );
}

#[test]
fn a_page_that_is_not_there_is_one_problem() {
    let mut pages = guide(PageId::Reporting, [ENGLISH, FRENCH]);
    pages[1].text = Err("no such file".to_owned());
    assert_eq!(problems(&pages), ["fr:1  : cannot be read: no such file"]);
}

#[test]
fn a_regional_page_has_every_province_and_territory_and_no_other() {
    let page = |other: &str| {
        let slugs = "bc ab sk mb on qc nb ns pe nl yt nt";
        slugs
            .split(' ')
            .chain([other])
            .fold("# T\n".to_owned(), |text, slug| {
                text + &format!("\n## X {{#{slug}}}\n\n- **Program** Y\n")
            })
    };
    let found = |text: &str| problems(&guide(PageId::Compensation, [text, text]));
    assert_eq!(found(&page("nu")), [""; 0]);
    let ca = found(&page("ca"));
    assert_eq!(ca.len(), 4, "{ca:?}");
    assert_eq!(ca[0], "en:51 ca : not a province or territory");
    assert_eq!(ca[1], "en:1  : no topic for NU");
}

#[test]
fn the_glossaries_pair_the_same_terms() {
    for (from, to, expected) in [
        (
            "(Offender)",
            "(Victim)",
            "fr:3  terms[0]: other terms than in the other language",
        ),
        (
            "**délinquant",
            "**coupable",
            "fr:3  terms[0]: other terms than in the other language",
        ),
        (
            "Reconnu",
            "Reconnu\u{ad}",
            "fr:3  terms[0]: the character U+00AD does not show in every terminal",
        ),
    ] {
        let broken = GLOSSARIES[1].replacen(from, to, 1);
        let found = problems(&guide(PageId::Glossary, [GLOSSARIES[0], &broken]));
        assert_eq!(found, [expected], "{from} -> {to}");
    }
    let found = problems(&guide(PageId::Glossary, [GLOSSARIES[0], "# Glossaire\n"]));
    assert_eq!(
        found,
        [
            "fr:1  : 0 here, 1 in the other language",
            "fr:1  : there are no words here"
        ]
    );
}

#[test]
fn no_french_number_breaks_at_the_end_of_a_line() {
    let digit = |character: Option<char>| character.is_some_and(|one| one.is_ascii_digit());
    for entry in std::fs::read_dir("assets/guide/fr").unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        // What a source says of itself stands as it is.
        for line in text.lines().filter(|line| !line.starts_with("[^")) {
            for (place, _) in line.match_indices(' ') {
                let (before, after) = (&line[..place], &line[place + 1..]);
                let grouped = after.chars().take_while(char::is_ascii_digit).count() == 3;
                let splits =
                    digit(before.chars().next_back()) && (grouped || after.starts_with(['$', '%']));
                assert!(
                    !splits,
                    "{}: a no-break space is missing: {line}",
                    path.display()
                );
            }
        }
    }
}
