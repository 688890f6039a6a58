//! Messages of the program: complete in both languages, used, and free of flaws.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use havre::app::TabId;
use havre::directory::hours::{Zone, holiday};
use havre::directory::{Audience, Category, Emergency, EmergencyService, PhoneKind, Region};
use havre::i18n::Language;
use havre::i18n::typography::{Flaw, flaws};
use havre::places::{Place, Places};
use havre::plain::words::WORDS;
use proc_macro2::{TokenStream, TokenTree};

/// Returns the ids of messages for a closed list of the data.
type Ids = fn() -> Vec<String>;

/// Returns the regions whose emergency number is that of one community.
/// Returns the ids of a message about the emergency numbers, for every place.
fn emergencies(id: impl Fn(Emergency, EmergencyService) -> String) -> Vec<String> {
    let places = Places::embedded().all().map(|(_, place)| Some(place));
    let places = places.chain([None]);
    let ids = places.flat_map(|place| {
        let regions = match place {
            Some(place) => vec![place.region],
            None => Region::ALL.to_vec(),
        };
        regions.into_iter().map(move |region| (place, region))
    });
    let ids: BTreeSet<String> = ids
        .map(|(place, region)| {
            let service = Place::emergency_service(place, region);
            id(region.emergency(), service)
        })
        .collect();
    ids.into_iter().collect()
}

/// Returns the ids of the messages of a pack's changes.
fn kinds_of_change(prefix: &str) -> Vec<String> {
    let kinds = ["new", "numbers", "hours", "closed", "gone"];
    kinds.map(|kind| format!("{prefix}-{kind}")).to_vec()
}

/// Ids composed in the code from a word of the data: the beginning, and the possible ends. `None`
/// if the data decides: `havre check` then checks that each exists.
const DYNAMIC: &[(&str, Option<Ids>)] = &[
    (
        "category-",
        Some(|| Category::ALL.map(Category::message_id).to_vec()),
    ),
    (
        "region-",
        Some(|| Region::ALL.map(Region::message_id).to_vec()),
    ),
    (
        "danger-number-",
        Some(|| emergencies(Emergency::message_id)),
    ),
    (
        "danger-brief-",
        Some(|| emergencies(Emergency::short_message_id)),
    ),
    (
        "packs-bookmark-",
        Some(|| kinds_of_change("packs-bookmark")),
    ),
    ("pack-change-", Some(|| kinds_of_change("pack-change"))),
    (
        "packs-other-",
        Some(|| vec!["packs-other-numbers".to_owned()]),
    ),
    ("danger-only-", Some(|| vec!["danger-only-nu".to_owned()])),
    (
        "danger-call-",
        Some(|| {
            Region::ALL
                .map(|one| one.emergency().call_message_id())
                .to_vec()
        }),
    ),
    (
        "serves-",
        Some(|| Audience::ALL.map(Audience::message_id).to_vec()),
    ),
    (
        "month-",
        Some(|| (1..=12).map(|month| format!("month-{month}")).collect()),
    ),
    (
        "card-name-",
        Some(|| {
            Language::ALL
                .map(|other| format!("card-name-{}", other.code()))
                .to_vec()
        }),
    ),
    (
        "card-name-in-",
        Some(|| {
            Language::ALL
                .map(|own| format!("card-name-in-{}", own.code()))
                .to_vec()
        }),
    ),
    (
        "weekday-",
        Some(|| {
            let forms = |day| [format!("weekday-{day}"), format!("weekday-short-{day}")];
            (1..=7).flat_map(forms).collect()
        }),
    ),
    (
        "tab-",
        Some(|| {
            let ids = |tab: &TabId| [tab.message_id(), tab.short_message_id()];
            TabId::ALL.iter().flat_map(ids).collect()
        }),
    ),
    (
        "plain-word-",
        Some(|| WORDS.iter().map(|word| word.words.to_string()).collect()),
    ),
    (
        "plain-help-",
        Some(|| WORDS.iter().map(|word| word.help.to_string()).collect()),
    ),
    ("zone-", Some(|| Zone::ALL.map(Zone::message_id).to_vec())),
    ("holiday-", Some(holiday::message_ids)),
    ("language-", None),
    ("supports-", None),
];

/// Strings of the code that look like the id of a message and are not.
const NO_MESSAGES: &[&str] = &["phone-context", "hsds-csv", "pack-csv", "danger-now"];

/// Message with its id, the names of its placeholders, and all possible texts.
#[derive(Debug)]
struct Message {
    id: String,
    placeholders: BTreeSet<String>,
    texts: Vec<String>,
}

/// Parses the messages of a Fluent file, or returns its error.
fn parse(source: &str) -> Result<Vec<Message>, String> {
    let resource =
        fluent_syntax::parser::parse(source).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut messages = Vec::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                let pattern = message.value.ok_or_else(|| format!("{id} says nothing"))?;
                if !message.attributes.is_empty() {
                    return Err(format!(
                        "{id} has attributes, which the program does not read"
                    ));
                }
                let mut placeholders = BTreeSet::new();
                let texts = spoken(&pattern, &mut placeholders);
                messages.push(Message {
                    id,
                    placeholders,
                    texts,
                });
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(_) | Entry::Junk { .. } => return Err(format!("{entry:?}")),
        }
    }
    Ok(messages)
}

/// Returns all texts of a pattern, one for each choice, with `x` for each placeholder.
fn spoken(pattern: &Pattern<&str>, placeholders: &mut BTreeSet<String>) -> Vec<String> {
    let mut texts = vec![String::new()];
    for element in &pattern.elements {
        let pieces = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => filled(expression, placeholders),
        };
        texts = texts
            .iter()
            .flat_map(|text| pieces.iter().map(move |piece| format!("{text}{piece}")))
            .collect();
    }
    texts
}

fn filled(expression: &Expression<&str>, placeholders: &mut BTreeSet<String>) -> Vec<String> {
    let mut note = |inline: &InlineExpression<&str>| {
        if let InlineExpression::VariableReference { id } = inline {
            placeholders.insert(id.name.to_owned());
        }
    };
    match expression {
        Expression::Inline(inline @ InlineExpression::StringLiteral { value }) => {
            note(inline);
            vec![(*value).to_owned()]
        }
        Expression::Inline(inline) => {
            note(inline);
            vec!["x".to_owned()]
        }
        Expression::Select { selector, variants } => {
            note(selector);
            let patterns = variants.iter().map(|variant| &variant.value);
            patterns
                .flat_map(|pattern| spoken(pattern, placeholders))
                .collect()
        }
    }
}

fn messages(language: Language) -> Vec<Message> {
    let file = format!("assets/i18n/{}-CA.ftl", language.code());
    parse(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// Strings in the code under `src/`, without its tests, and those passed to a message look-up.
#[derive(Default)]
struct Words {
    all: BTreeMap<String, PathBuf>,
    looked_up: BTreeMap<String, PathBuf>,
}

impl Words {
    fn of_sources() -> Self {
        let mut words = Self::default();
        let mut folders = vec![PathBuf::from("src")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs")
                    && path.file_stem().is_some_and(|stem| stem != "tests")
                {
                    let source = std::fs::read_to_string(&path).unwrap();
                    words.take(source.parse().unwrap(), &path);
                }
            }
        }
        words
    }

    fn take(&mut self, tokens: TokenStream, file: &Path) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, tree) in trees.iter().enumerate() {
            match tree {
                TokenTree::Group(group) if !is_word(&trees, at, 1, &["tests"]) => {
                    if is_word(&trees, at, 1, &["text", "format"])
                        && let Some(first) =
                            group.stream().into_iter().next().as_ref().and_then(string)
                        && first.split('-').all(is_word_of_id)
                    {
                        // Other types have a method `text` too, without an id.
                        self.looked_up.insert(first, file.to_path_buf());
                    }
                    // Strings of attributes (documentation, reasons) do not belong to the program.
                    let attribute = is_sign(&trees, at, 1, '#')
                        || (is_sign(&trees, at, 1, '!') && is_sign(&trees, at, 2, '#'));
                    if !attribute {
                        self.take(group.stream(), file);
                    }
                }
                TokenTree::Literal(_) => {
                    self.all
                        .extend(string(tree).map(|text| (text, file.to_path_buf())));
                }
                _ => {}
            }
        }
    }
}

/// Returns true if the token some positions before this one is one of these words.
fn is_word(trees: &[TokenTree], at: usize, before: usize, words: &[&str]) -> bool {
    let Some(TokenTree::Ident(word)) = at.checked_sub(before).and_then(|place| trees.get(place))
    else {
        return false;
    };
    words.iter().any(|wanted| word == wanted)
}

/// Returns true if the token some positions before this one is this sign.
fn is_sign(trees: &[TokenTree], at: usize, before: usize, sign: char) -> bool {
    let tree = at.checked_sub(before).and_then(|place| trees.get(place));
    matches!(tree, Some(TokenTree::Punct(found)) if found.as_char() == sign)
}

/// Returns the content of a plain string literal.
fn string(tree: &TokenTree) -> Option<String> {
    let text = tree.to_string();
    Some(text.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// Returns true if a text has the form of an id: lower-case letters and digits in two or more
/// words.
fn is_id(text: &str) -> bool {
    text.contains('-') && text.split('-').all(is_word_of_id)
}

fn is_word_of_id(word: &str) -> bool {
    let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    !word.is_empty() && word.bytes().all(small)
}

fn first_word(id: &str) -> &str {
    id.split('-').next().unwrap_or(id)
}

#[test]
fn both_languages_have_the_same_messages_in_the_same_order() {
    let [english, french] = Language::ALL.map(messages);
    let ids = |messages: &[Message]| -> Vec<String> {
        messages.iter().map(|message| message.id.clone()).collect()
    };
    assert_eq!(ids(&english), ids(&french));
    let mut seen = HashSet::new();
    let twice: Vec<String> = ids(&english)
        .into_iter()
        .filter(|id| !seen.insert(id.clone()))
        .collect();
    assert_eq!(twice, [""; 0], "each id stands once");
}

#[test]
fn both_languages_fill_in_the_same_placeholders() {
    let [english, french] = Language::ALL.map(messages);
    for (here, there) in english.iter().zip(&french) {
        assert_eq!(here.placeholders, there.placeholders, "{}", here.id);
    }
}

#[test]
fn every_message_can_be_shown_and_is_written_as_canada_writes() {
    for language in Language::ALL {
        for message in messages(language) {
            for line in message.texts.iter().flat_map(|text| text.lines()) {
                let mut flaws = flaws(line, language);
                // A message may be a fragment to be appended to another.
                flaws.retain(|flaw| *flaw != Flaw::Spaces);
                assert_eq!(flaws, [], "{}: {line}", message.id);
            }
        }
    }
}

/// Returns true if the code composes this id from a word of the data.
fn is_dynamic(id: &str) -> bool {
    DYNAMIC.iter().any(|(start, ids)| match ids {
        Some(ids) => ids().iter().any(|built| built == id),
        None => id.starts_with(start),
    })
}

#[test]
fn every_message_is_used() {
    let words = Words::of_sources();
    let unused: Vec<String> = messages(Language::En)
        .into_iter()
        .map(|message| message.id)
        .filter(|id| !words.all.contains_key(id) && !is_dynamic(id))
        .collect();
    assert_eq!(unused, [""; 0]);
}

#[test]
fn every_message_that_is_asked_for_is_there() {
    let words = Words::of_sources();
    let ids: HashSet<String> = messages(Language::En)
        .into_iter()
        .map(|one| one.id)
        .collect();
    assert!(words.looked_up.len() > 20, "the look-ups are found");
    let families: HashSet<&str> = ids.iter().map(|id| first_word(id)).collect();
    let like_ids = words.all.iter().filter(|(text, _)| {
        is_id(text) && families.contains(first_word(text)) && !NO_MESSAGES.contains(&text.as_str())
    });
    let missing: BTreeSet<String> = like_ids
        .chain(&words.looked_up)
        .filter(|(id, _)| !ids.contains(*id))
        .map(|(id, file)| format!("{}: {id}", file.display()))
        .collect();
    assert!(
        missing.is_empty(),
        "messages that there are not: {missing:#?}"
    );
}

#[test]
fn every_message_of_the_data_is_there() {
    let words = Words::of_sources();
    let there: BTreeSet<String> = messages(Language::En)
        .into_iter()
        .map(|one| one.id)
        .collect();
    for (start, expected) in DYNAMIC {
        let built = words.all.keys().any(|word| word.starts_with(start));
        assert!(built, "no id is built from {start}");
        let missing: Vec<String> = expected
            .map_or_else(Vec::new, |expected| expected())
            .into_iter()
            .filter(|id| !there.contains(id))
            .collect();
        assert_eq!(missing, [""; 0]);
    }
    for kind in [
        PhoneKind::Voice,
        PhoneKind::Text,
        PhoneKind::Tty,
        PhoneKind::Fax,
    ] {
        assert!(there.contains(kind.message_id()), "{kind:?}");
    }
}

#[test]
fn a_damaged_file_is_refused() {
    for damaged in [
        "no message",
        "a = { $x",
        "a =\n",
        "-term = x\n",
        "a = x\n    .b = y\n",
    ] {
        assert!(parse(damaged).is_err(), "{damaged:?}");
    }
}

#[test]
fn every_choice_of_a_message_is_read() {
    let source = "a = I { $n ->\n    [one] see { $x }\n   *[other] read\n} { \"it\" }.\n";
    let [message] = &parse(source).unwrap()[..] else {
        unreachable!("one message")
    };
    assert_eq!(message.texts, ["I see x it.", "I read it."]);
    assert_eq!(message.placeholders, ["n", "x"].map(String::from).into());
}

#[test]
fn the_words_of_the_code_are_found() {
    let source = "
        /// \"not-this\"
        fn f(m: &Messages) { m.text(\"asked-for\"); g(\"in-a-table\", 1); vec![m.text(\"in-a-list\")]; h!(\"{}\", m.format(\"filled-in\", &[])); }
        #[expect(dead_code, reason = \"not-this\")]
        mod tests { fn t() { m.text(\"not-this\"); } }
    ";
    let mut words = Words::default();
    words.take(source.parse().unwrap(), Path::new("x.rs"));
    let asked: Vec<&str> = words.looked_up.keys().map(String::as_str).collect();
    assert_eq!(asked, ["asked-for", "filled-in", "in-a-list"]);
    assert!(words.all.contains_key("in-a-table"));
    assert!(!words.all.contains_key("not-this"));
}
