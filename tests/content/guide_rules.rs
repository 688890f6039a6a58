//! Rules of the guide's files: each is broken once, alone, and reported at its position.

use havre::directory::check::files as directory_files;
use havre::directory::load::embedded_files;
use havre::directory::{Contact, Directory, Region};
use havre::guide::PageId;
use havre::guide::check::{GuideFile, files};
use havre::i18n::{Language, Messages};

const ENGLISH: &str = "# Reporting

## Danger {#danger}

- **Know** Call [988](contact:ca-988) or {emergency}, then see [children](guide:reporting#children). [^a][^confirm]
- **Do** Stay near. The office is 902-555-0100. [^b]

Contacts: [Police](category:police)

[^a]: https://example.org
[^b]: https://example.org/office

## Children {#children}

- **Say** \"I am here.\"

[^confirm]: Confirm first.
";

const FRENCH: &str = "# Signalement

## Danger {#danger}

- **À savoir** Appelez le [988](contact:ca-988) ou {emergency}, puis voyez [enfants](guide:reporting#children). [^a][^confirm]
- **À faire** Restez près. Le bureau est au 902-555-0100. [^b]

Contacts\u{a0}: [Police](category:police)

[^a]: https://example.org
[^b]: https://example.org/bureau

## Enfants {#children}

- **À dire** «\u{a0}Je suis là.\u{a0}»

[^confirm]: À confirmer.
";

const GLOSSARIES: [&str; 2] = [
    "# Glossary\n\n- **Offender** (délinquant (also: contrevenant)): Found guilty.\n",
    "# Glossaire\n\n- **délinquant (aussi\u{a0}: contrevenant)** (Offender): Reconnu coupable.\n",
];

/// Returns a guide of one page in two languages.
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

/// Returns the faults as `file:line topic field: words`.
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
                found.file, found.line, found.record, found.field
            )
        })
        .collect()
}

/// Replacement in the French page, with all resulting faults.
const BROKEN: &[(&str, &str, &[&str])] = &[
    (
        "## Enfants {#children}",
        "## Enfants {#enfants}",
        &[
            "en:13 children : the other language has another topic here",
            "fr:13 enfants : the other language has another topic here",
            "fr:5 danger points[0]: leads nowhere: guide:reporting#children",
        ],
    ),
    (
        "- **À faire** Restez près. Le bureau est au 902-555-0100. [^b]\n",
        "",
        &[
            "fr:3 danger : 1 here, 2 in the other language",
            "fr:1  : no point names this source: b",
        ],
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
        "[988](contact:ca-988)",
        "[311](contact:ca-988)",
        &["fr:5 danger points[0]: 311 is not a number of ca-988"],
    ),
    (
        "«\u{a0}Je suis là.\u{a0}»",
        "« Je suis là. »",
        &["fr:15 children points[0]: the space at a French sign: \"« Je suis là. »\""],
    ),
    (
        "Restez près.",
        "Restez \u{1f44d} près.",
        &["fr:6 danger points[1]: the character U+1F44D does not show in every terminal"],
    ),
    (
        "## Enfants {#children}",
        "## {#children}",
        &["fr:13 children : there are no words here"],
    ),
    (
        "## Enfants {#children}",
        "## Vide {#danger}\n\n## Enfants {#children}",
        &[
            "en:13 children : the other language has another topic here",
            "fr:3 danger : the other language has another topic here",
            "fr:15 children : the other language has another topic here",
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
    (
        "Restez près.",
        "Restez près 14 jours.",
        &[
            "fr:6 danger points[1]: a number and its unit need a no-break space: \
             \"Restez près 14 jours. Le burea\"",
        ],
    ),
    (
        "Restez près.",
        "Restez près until demain.",
        &["fr:6 danger points[1]: an English word in the French: until"],
    ),
    (
        "Restez près.",
        "Demander conseil.",
        &["fr:6 danger points[1]: an instruction in the infinitive: Demander"],
    ),
    (
        "Restez près.",
        "Aidez les victimes de traite.",
        &["fr:6 danger points[1]: write \"victimes de la traite\""],
    ),
    (
        "ou {emergency}",
        "ou {emergency} (911)",
        &["fr:5 danger points[0]: 911 does not work everywhere: write {emergency}"],
    ),
    (
        "ou {emergency}",
        "ou le",
        &["fr:5 danger points[0]: other links than in the other language"],
    ),
    (
        "[enfants](guide",
        "[le tableau](guide",
        &["fr:5 danger points[0]: \"le tableau\" leads elsewhere: guide:reporting#children"],
    ),
    (
        "[988](contact",
        "[Échec au crime](contact",
        &["fr:5 danger points[0]: \"Échec au crime\" leads elsewhere: contact:ca-988"],
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
fn a_number_without_a_source_is_one_of_a_contact() {
    let without = |number: &str| {
        let texts = [ENGLISH, FRENCH].map(|text| {
            let text = text.replace("902-555-0100. [^b]", &format!("{number}."));
            text.replace("[^b]: https://example.org/office\n", "")
                .replace("[^b]: https://example.org/bureau\n", "")
        });
        problems(&guide(PageId::Reporting, [&texts[0], &texts[1]]))
    };
    assert_eq!(without("1-833-900-1010"), [""; 0]);
    let unknown = "points[1]: no contact has 902-555-0100, and no source stands beside it";
    assert_eq!(
        without("902-555-0100"),
        ["en:6", "fr:6"].map(|place| format!("{place} danger {unknown}"))
    );
}

#[test]
fn only_a_link_to_rows_promises_the_readers_own() {
    let with = |english: &str, french: &str| {
        let texts = [
            ENGLISH.replace("[children](guide:reporting#children)", english),
            FRENCH.replace("[enfants](guide:reporting#children)", french),
        ];
        problems(&guide(PageId::Reporting, [&texts[0], &texts[1]]))
    };
    let right = with(
        "[the table](guide:compensation)",
        "[le tableau](guide:compensation)",
    );
    assert_eq!(right, [""; 0]);
    assert_eq!(
        with(
            "[children](guide:compensation)",
            "[le tableau](guide:compensation)"
        ),
        ["en:5 danger points[0]: \"children\" leads elsewhere: guide:compensation"]
    );
}

#[test]
fn a_link_that_is_dead_in_both_languages_is_told_of_in_both() {
    for (from, to, link) in [
        ("contact:ca-988", "contact:ca-112", "contact:ca-112"),
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
fn a_term_that_a_topic_is_about_leads_to_that_topic() {
    let glossaries = [
        "# Glossary\n\n- **Children** (enfants): Under age.\n",
        "# Glossaire\n\n- **enfants** (Children): Mineurs.\n",
    ];
    let told = |texts: [String; 2]| {
        let mut pages = guide(PageId::Reporting, [texts[0].as_str(), texts[1].as_str()]);
        pages.extend(guide(PageId::Glossary, glossaries));
        problems(&pages)
    };
    let mentions = [ENGLISH, FRENCH].map(|text| {
        let text = text.replacen("Stay near.", "Stay near children.", 1);
        text.replacen("Restez près.", "Restez près des enfants.", 1)
    });
    assert_eq!(told(mentions.clone()), [""; 0], "a link before leads there");
    let unlinked = mentions.map(|text| {
        let text = text.replacen(", then see [children](guide:reporting#children)", "", 1);
        text.replacen(", puis voyez [enfants](guide:reporting#children)", "", 1)
    });
    assert_eq!(
        told(unlinked),
        ["en", "fr"].map(|file| format!(
            "{file}:6 danger points[1]: leads to the glossary, but a topic is about it: link to \
             guide:reporting#children"
        ))
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
    let contact = |region: Region| {
        let directory = Directory::new(directory_files(&embedded_files()).contacts);
        let callable = |one: &&Contact| one.region == region && !one.phones.is_empty();
        directory
            .contacts()
            .iter()
            .find(callable)
            .unwrap()
            .id
            .clone()
    };
    let row = |region: Region| {
        let words = format!("[211](contact:{})", contact(region));
        format!("\n## X {{#{}}}\n\n- **Program** {words}\n", region.slug())
    };
    let page = |last: Region| {
        let provinces = Region::ALL.into_iter().filter(|one| *one != Region::Ca);
        let others = provinces.filter(|one| *one != Region::Nu).chain([last]);
        others.fold("# T\n".to_owned(), |text, region| text + &row(region))
    };
    let found = |text: &str| {
        let found = problems(&guide(PageId::Compensation, [text, text]));
        let number = |text: &String| !text.contains("is not a number of");
        found.into_iter().filter(number).collect::<Vec<_>>()
    };
    assert_eq!(found(&page(Region::Nu)), [""; 0]);
    let ca = found(&page(Region::Ca));
    assert_eq!(ca.len(), 4, "{ca:?}");
    assert_eq!(ca[0], "en:51 ca : not a province or territory");
    assert_eq!(ca[1], "en:1  : no topic for NU");

    // A row cannot begin with a number of another region, unless the region has no program.
    let nunavut = format!("(contact:{})", contact(Region::Nu));
    let elsewhere = page(Region::Nu).replace(&nunavut, "(contact:ca-211)");
    let callable = "points[0]: does not begin with a contact of NU that can be called";
    assert_eq!(
        found(&elsewhere),
        ["en:53", "fr:53"].map(|place| format!("{place} nu {callable}"))
    );
    let none = elsewhere.replace(
        "[211](contact:ca-211)",
        "No compensation program, but [211](contact:ca-211)",
    );
    assert_eq!(found(&none), [""; 0]);
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
        // A source's own title is not changed.
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
