//! Search as seen by a worker, with its notes on unknown facts.

use super::journey::{From, Journey};
use havre::app::Action;
use havre::assets::Found;
use havre::directory::Region;
use havre::i18n::Language;

/// Starts with a worker in a window wide enough for whole lines.
fn worker(language: Language, region: Region) -> Journey {
    Journey::start(From {
        language,
        region,
        size: (140, 40),
        ..From::default()
    })
}

#[test]
fn filter_by_language_keeps_contacts_without_languages_and_the_card_says_to_ask() {
    for (language, search, ask) in [
        (
            Language::En,
            "legal aid bc french",
            "(languages not stated, ask: French)",
        ),
        (
            Language::Fr,
            "aide juridique c.-b. en français",
            "(langues non précisées, demandez : français)",
        ),
    ] {
        let mut journey = worker(language, Region::Bc);
        journey
            .keys(&format!("/{search}"))
            .sees("604-408-2172", "Legal Aid BC, whatever it speaks")
            .sees(ask, "and that nobody knows");
    }
}

#[test]
fn the_guide_is_there_in_its_two_languages_and_in_no_other() {
    let topics = |search: &str| {
        let mut journey = worker(Language::En, Region::Bc);
        journey.keys(&format!("/{search}"));
        let found = journey.app.directory().listed();
        found.filter(|one| matches!(one, Found::Topic(_))).count()
    };
    for search in [
        "consent french",
        "consent in english",
        "consentement anglais",
    ] {
        assert!(topics(search) > 2, "{search}");
    }
    assert_eq!(topics("consent cree"), 0, "nothing is written in it");
    assert_eq!(
        topics("french"),
        1,
        "by a language alone, the one that names it"
    );
}

#[test]
fn a_language_alone_says_how_many_do_not_state_any() {
    for (language, word, more) in [
        (Language::En, "french", " more with languages not stated"),
        (
            Language::Fr,
            "anglais",
            " de plus aux langues non précisées",
        ),
    ] {
        let mut journey = worker(language, Region::Bc);
        journey
            .keys(&format!("4<esc>/{word}"))
            .sees(more, "by a word");
        let count = journey.app.directory().hits.languages_unstated;
        assert!(count > 0 && !journey.app.directory().hits.hits.is_empty());
        // The fifth row of the form; its first two languages are English and French.
        journey
            .keys("<esc><esc>f<down><down><down><down><right><esc>")
            .sees(&format!("{count}{more}"), "by the filter");
        journey
            .keys("c")
            .sees_no(more, "and not where none is asked for");
    }
}

#[test]
fn cut_of_a_long_text_is_reported() {
    for (language, cut, words) in [
        (
            Language::En,
            "Too long: the end was left out.",
            "only the first 12 words count",
        ),
        (
            Language::Fr,
            "Trop long : la fin a été coupée.",
            "seuls les 12 premiers mots comptent",
        ),
    ] {
        let mut journey = worker(language, Region::Ns);
        journey.keys("/");
        journey.act(Action::Paste("police court ".repeat(7_700)));
        journey
            .sees(cut, "a letter is pasted")
            .sees(words, "as well");
        assert!(
            journey
                .app
                .directory()
                .field
                .text()
                .starts_with("police court")
        );
        journey.keys("<backspace>").sees_no(cut, "it was read");
        journey.keys("x").sees_no(cut, "a letter that has room");
        journey.keys("y").sees(cut, "one that has none");
        journey.keys("<c-u>shelter").sees_no(words, "a short one");
    }
}

#[test]
fn a_word_that_is_nowhere_is_named_where_others_find_something() {
    for (language, search, named, police) in [
        (
            Language::En,
            "qwertyville police",
            "“qwertyville” not found",
            "Halifax Regional Police",
        ),
        (
            Language::Fr,
            "police qwertyville",
            "« qwertyville » introuvable",
            "Police régional",
        ),
    ] {
        let mut journey = worker(language, Region::Ns);
        journey
            .keys(&format!("/{search}"))
            .sees(police, "the other word finds")
            .sees(named, "and she must not think that they are there");
        journey
            .keys("<c-u>police x")
            .sees_no("“x”", "a word just begun")
            .sees_no("« x »", "nor in French");
        journey
            .keys("<c-u>police")
            .sees_no("qwertyville", "gone with the word");
        journey.keys("<c-u>hlfx").sees_no(named, "letters found it");
        let both = [
            "“qwertyville”, “zyxwburg” not found",
            "« qwertyville », « zyxwburg » introuvables",
        ];
        journey
            .keys("<c-u>qwertyville zyxwburg halifax regional police emergency")
            .sees(both[language as usize], "each by itself");
    }
}

#[test]
fn a_word_that_is_nowhere_finds_nothing_but_a_way_out() {
    for (language, nothing) in [
        (Language::En, "Nothing found for"),
        (Language::Fr, "Aucun résultat pour"),
    ] {
        for word in ["qwertyville", "zyxwburg", "vutsrq", "ponmlk", "qwerty"] {
            let mut journey = worker(language, Region::Ns);
            journey
                .keys(&format!("/{word}"))
                .sees(nothing, "letters strewn over a name say nothing")
                .sees("[211", "and 211 knows more")
                .sees("[911", "the words may have said that a life is at risk")
                .sees("[9-8-8", "or that somebody wants to die");
        }
        let mut journey = worker(language, Region::Ns);
        journey
            .keys("/hlfx")
            .sees("902-490-5020", "letters left out of a word do");
    }
}
