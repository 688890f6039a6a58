//! A recognized need is printed above the hits with its first step, and can be rejected.

use havre::directory::Region;
use havre::i18n::Language;
use havre::needs::Needs;

use super::talk::{From, Talk};

fn start(language: Language, region: Region) -> Talk {
    Talk::start_on_all(From {
        language,
        region,
        ..From::default()
    })
}

/// Returns the printed words of a need: its name, and the first step in a region.
fn words(id: &str, language: Language, region: Region) -> [String; 2] {
    let needs = Needs::shared().unwrap();
    let need = needs.place(id).and_then(|place| needs.at(place)).unwrap();
    let name = need.name.get(language).to_owned();
    let step = needs.first_step(need, region, language);
    [name, step].map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn the_need_and_its_first_step_stand_before_the_list() {
    for (language, line) in [
        (Language::En, "find shelter for tonight"),
        (Language::Fr, "chercher un refuge pour cette nuit"),
    ] {
        for region in [Region::Ns, Region::Nu] {
            let mut talk = start(language, region);
            talk.types(line);
            let sounds = ["Sounds like: ", "On dirait : "][language as usize];
            let [name, step] = words("shelter", language, region);
            let said = talk.said();
            let need = said.find(&(sounds.to_owned() + &name));
            let step = said.find(&step);
            let list = said.find(" 1. ");
            assert!(need.is_some() && need < step && step < list, "{said}");
            let hint = ["type not this", "tapez pas ça"][language as usize];
            talk.hears(hint, "how to take it off");
            talk.types(line).hears_no(hint, "a hint is given once");
        }
    }
}

#[test]
fn a_need_that_it_is_not_is_taken_off_with_a_word() {
    for language in Language::ALL {
        let sounds = ["Sounds like", "On dirait"][language as usize];
        for word in ["not this", "pas ça", "PAS CA"] {
            for reads in [false, true] {
                let mut talk = start(language, Region::Ns);
                talk.types("find shelter for tonight")
                    .hears(sounds, "a need");
                if reads {
                    talk.types("1");
                }
                talk.types(word)
                    .hears("shelter for tonight", "the same words")
                    .hears("1. ", "are looked for")
                    .hears_no(sounds, "for themselves");
                talk.types("find refuge pour cette nuit")
                    .hears(sounds, "another search is a new one");
            }
        }
        let mut talk = start(language, Region::Ns);
        let none = ["not taken for anything", "Aucun besoin"][language as usize];
        talk.types("find bryony house")
            .types("not this")
            .hears(none, "a name is no need");
    }
}

#[test]
fn a_cry_for_help_after_the_word_for_a_note_is_searched_for_and_no_note() {
    for (language, need, line, asked) in [
        (
            Language::En,
            "medical-now",
            "note he strangled me",
            "note 1",
        ),
        (
            Language::En,
            "medical-now",
            "labels he strangled me",
            "labels 1",
        ),
        (Language::Fr, "suicide", "note je veux mourir", "note 1"),
    ] {
        let [name, _] = words(need, language, Region::On);
        let cry = line.split_once(' ').unwrap().1;
        for place in [&[][..], &["reporting", "1"], &["find shelter"]] {
            let mut talk = start(language, Region::On);
            for words in place {
                talk.types(words);
            }
            talk.types(line)
                .hears(&name, line)
                .hears_no(&format!("{asked} {cry}"), "no note is suggested");
        }
    }
    let mut talk = start(Language::En, Region::On);
    talk.types("find shelter")
        .types("note ask for Ann")
        .hears("note 1 ask for Ann", "which one");
}

#[test]
fn a_cry_for_help_that_begins_with_a_command_is_searched_for() {
    for (language, need, lines) in [
        (
            Language::En,
            "suicide",
            &["end my life", "last night she tried to kill herself"][..],
        ),
        (
            Language::En,
            "danger-now",
            &["help he has a knife", "now he is hitting me with a bat"],
        ),
        (
            Language::Fr,
            "suicide",
            &["plus envie de vivre", "fin de vie, je veux mourir"],
        ),
    ] {
        let [name, _] = words(need, language, Region::On);
        for line in lines {
            let mut talk = start(language, Region::On);
            talk.types(line).hears(&name, line);
        }
    }
}
