//! Journeys of a worker in lines: the same results and answers as on the screen.

use havre::app::keymap::Command;
use havre::directory::reach::main;
use havre::directory::{Caller, Region};
use havre::i18n::Language;

use super::talk::{From, Talk, everywhere};

#[test]
fn first_lines_name_the_tab_and_the_words() {
    for from in everywhere() {
        let mut talk = Talk::start(from);
        let words = match from.language {
            Language::En => ["Nova Scotia", "Reporting", "1 to 10 of", "help"],
            Language::Fr => ["Nouvelle-Écosse", "Signaler", "1 à 10 sur", "aide"],
        };
        for word in words {
            talk.hears(word, "at the start");
        }
        talk.hears("911", "and whom to call in danger");
        talk.types("directory").types("reporting");
        talk.hears_no("help", "a hint is given once")
            .hears_no("aide", "a hint is given once");
    }
}

#[test]
fn the_first_run_takes_language_and_region() {
    let mut talk = Talk::start(From {
        first_run: true,
        region: Region::Ca,
        ..From::default()
    });
    talk.hears("911", "even before anything is chosen");
    talk.hears("Where do you work?", "the question")
        .hears("1. All of Canada", "with its answers");
    talk.types("français")
        .hears("Où travaillez-vous?", "in the other language at once");
    talk.types("saskatchewan");
    let app = &talk.plain.app;
    assert_eq!((app.language(), app.region()), (Language::Fr, Region::Sk));
    assert_eq!(
        talk.plain.saves.saved.map(|saved| saved.region),
        Some(Region::Sk),
        "it is saved"
    );
    talk.hears("Danger immédiat", "and the guide opens");
    let mut talk = Talk::start(From {
        first_run: true,
        region: Region::Ca,
        ..From::default()
    });
    talk.types("");
    assert!(
        talk.plain.saves.saved.is_some(),
        "Enter takes what is there"
    );
    let mut talk = Talk::start(From {
        first_run: true,
        ..From::default()
    });
    talk.types("find halifax")
        .hears("Halifax Regional Police", "no question stands in the way");
}

#[test]
fn crime_stoppers_is_found_in_two_lines() {
    for from in everywhere() {
        let mut talk = Talk::start(from);
        talk.types("find crime")
            .types("1")
            .hears("1-800-222-8477", "the anonymous tip line");
        let consent = ["Ask first: ", "Demandez d’abord"][from.language as usize];
        talk.hears(consent, "a tip line says: with consent");
    }
}

#[test]
fn compensation_of_the_province_is_found_in_two_lines() {
    for from in everywhere() {
        let mut talk = Talk::start(From {
            region: Region::Mb,
            ..from
        });
        let line = ["find compen", "chercher indemn"][from.language as usize];
        talk.types(line).types("1");
        talk.hears("1-800-262-9344", "Manitoba's own program comes first");
    }
}

#[test]
fn a_sexual_assault_line_at_any_hour_near_halifax_is_found_in_two_lines() {
    for from in everywhere() {
        let mut talk = Talk::start(from);
        talk.types(["find rape", "chercher viol"][from.language as usize]);
        talk.types("1");
        let app = &talk.plain.app;
        let id = app.listed_contact().unwrap().to_owned();
        let contact = app.contact(&id).unwrap();
        assert!(
            contact.always_open && id.starts_with("ns-"),
            "the first hit: {id}"
        );
        let number = main(contact, Caller::UNKNOWN).unwrap().number.clone();
        talk.hears(&number, "its number");
    }
}

#[test]
fn contacts_with_unknown_hours_are_counted() {
    for from in everywhere() {
        let index = from.language as usize;
        let mut talk = Talk::start(from);
        talk.types(["find french", "chercher en français"][index]);
        let more = [" more with languages not stated", "de plus aux langues"][index];
        talk.hears(more, "languages that are not stated");
        talk.types(["find shelter open now", "chercher refuge ouvert maintenant"][index]);
        let more = [" more with hours not known", "de plus à l’horaire"][index];
        talk.hears(more, "hours that are not known");
    }
}

#[test]
fn open_contacts_are_found_without_the_word_to_search() {
    for from in everywhere() {
        let index = from.language as usize;
        let mut talk = Talk::start(from);
        talk.types(["open now", "ouvert maintenant"][index]);
        let now = ["Filters: open now", "Filtres : ouvert maintenant"][index];
        talk.hears(now, "as it is said");
        talk.types(["open", "ouvrir"][index]);
        let help = ["For example: open 1", "Par exemple : ouvrir 1"][index];
        talk.hears(help, "the word alone asks for a number");
    }
}

#[test]
fn a_note_is_written_with_the_word_where_there_is_none_yet() {
    for from in everywhere() {
        let index = from.language as usize;
        let mut talk = Talk::start(from);
        talk.types(["find 988", "chercher 988"][index]);
        let help = "note 1 night desk";
        talk.types("note night desk")
            .hears(help, "of many, which one");
        talk.types("1");
        let saved = ["Note saved", "Note enregistrée"][index];
        talk.types("note night desk").hears(saved, "in one line");
        let entry = talk.plain.app.list().get("ca-988").unwrap();
        assert_eq!(entry.note(), "night desk");
        talk.types("note another")
            .hears_no(saved, "it stands there already");
        let entry = talk.plain.app.list().get("ca-988").unwrap();
        assert_eq!(entry.note(), "night desk", "and is not replaced unasked");
        talk.types(["back", "retour"][index]);
        talk.types(["undo", "annuler"][index]);
        let asked = [
            "Enter saves it all the same",
            "Entrée enregistre quand même",
        ][index];
        let nothing = ["Enter alone changes nothing", "Entrée seule ne change rien"][index];
        talk.types("note call 902-555-0199")
            .hears(asked, "a number of somebody is asked about")
            .hears_no(nothing, "which is not so now");
        assert_eq!(talk.said().matches(asked).count(), 1, "asked once");
    }
}

#[test]
fn cut_of_a_long_line_is_reported_once() {
    for from in everywhere() {
        let index = from.language as usize;
        let mut talk = Talk::start(from);
        let cut = ["Too long: the end", "Trop long : la fin"][index];
        let line = ["find", "chercher"][index].to_owned() + &" police court".repeat(300);
        talk.types(&line).hears(cut, "the search field is short");
        let words = ["only the first 12 words", "seuls les 12 premiers mots"][index];
        talk.hears(words, "and the search looks up a few");
        talk.types(["find police", "chercher police"][index]);
        talk.hears_no(cut, "a short one");
        talk.plain.say_cut();
        talk.types(&line)
            .hears_no(cut, "who was told of the line was told");
    }
}

#[test]
fn reporting_without_consent_is_answered_in_one_line() {
    for from in everywhere() {
        let mut talk = Talk::start(from);
        talk.types("3");
        let words = match from.language {
            Language::En => ["only with the person’s consent", "Exceptions"],
            Language::Fr => ["consentement", "Exceptions"],
        };
        for word in words {
            talk.hears(word, "the answer is the topic's first point");
        }
        let know = ["Do: Contact", "À faire : "][from.language as usize];
        talk.hears(know, "the word that opens a point ends in a colon");
    }
}

#[test]
fn other_words_are_searched_for_and_a_mistyped_command_is_not() {
    let mut talk = Talk::start(From::default());
    talk.types("halifax")
        .hears("Search: halifax.", "a name by itself");
    talk.types("zz").hears("“zz” is no command", "a slip");
    talk.types("b three")
        .hears("bookmark NUMBER", "a command says what it takes");
}

#[test]
fn long_lists_come_in_pages() {
    let mut talk = Talk::start(From::default());
    talk.types("directory").hears("147 found", "all of it");
    talk.hears("1 to 10 of 147", "the first of them");
    talk.types("more").hears("11. ", "the next");
    talk.hears("11 to 20 of 147", "and how far that is");
    talk.types("")
        .hears("21 to 30 of 147", "Enter goes on, too");
    talk.types("25").hears("25 of 147", "an item of any page");
    talk.types("back")
        .hears("21 to 30 of 147", "back at the page that it came from");
    talk.types("last").hears("141 to 147 of 147", "the end");
    talk.types("more").hears("That is all.", "is the end");
    talk.types("again")
        .hears("1 to 10 of 147", "from the start");
    talk.types("148")
        .hears("No item 148 in this list.", "is none");
    talk.types("0").hears("No item 0 in this list.", "is none");
}

#[test]
fn the_next_item_is_one_word_away() {
    let mut talk = Talk::start(From::default());
    talk.types("find halifax").types("1").hears(", 1 of 15", "");
    talk.types("next").hears(", 2 of 15", "the next card");
    talk.types("previous").hears(", 1 of 15", "and back");
    talk.types("previous").hears("That is all.", "at the start");
}

#[test]
fn long_texts_come_in_pages_in_a_window_and_whole_in_a_pipe() {
    let from = From {
        rows: Some(12),
        ..From::default()
    };
    let mut talk = Talk::start(from);
    talk.types("3").hears("more lines: type more", "a part");
    assert!(talk.heard.lines().count() <= 12, "{}", talk.heard);
    talk.hears_no("Legal help", "not all at once");
    talk.types("");
    talk.types_until("more", |talk| !talk.heard.contains("type more"));
    talk.hears("Legal help", "the end of it");
    let mut talk = Talk::start(From::default());
    talk.types("3").hears("Legal help", "all of it");
}

#[test]
fn a_list_ends_where_a_low_window_would_scroll_its_beginning_away() {
    for rows in [12, 16, 24] {
        let mut talk = Talk::start(From {
            rows: Some(rows),
            ..From::default()
        });
        talk.types("find");
        let mut seen = 0;
        while talk
            .heard
            .lines()
            .any(|line| line.starts_with(char::is_numeric))
        {
            let lines = talk.heard.lines().count();
            assert!(lines < usize::from(rows), "{rows}: {}", talk.heard);
            let items = talk.heard.lines().filter(|line| line.contains(". "));
            seen += items.count();
            talk.types("more");
        }
        assert!(seen > 30, "the whole list: {seen} items");
    }
}

#[test]
fn a_look_at_the_sources_costs_nothing_of_the_topic() {
    let mut talk = Talk::start(From {
        rows: Some(12),
        ..From::default()
    });
    let mut straight = Talk::start(From {
        rows: Some(12),
        ..From::default()
    });
    straight.types("3").types("more");
    talk.types("3").types("sources").types("back");
    talk.hears("Consent first, 3 of", "back where she was")
        .hears_no("Know:", "without the whole topic again")
        .hears("type more", "of which there was more");
    talk.types("more");
    assert_eq!(talk.heard, straight.heard, "and which goes on there");
}

#[test]
fn links_are_followed_by_their_numbers_and_back_leads_back() {
    let mut talk = Talk::start(From::default());
    talk.types("2")
        .hears("1-800-222-8477 (link 2)", "a number in a topic");
    let topic = talk.heard.clone();
    talk.types("2").hears("Crime Stoppers", "its card is open");
    talk.types("back")
        .hears("Who may report, and where, 2 of", "back where she was")
        .hears_no("1-800-222-8477", "which she has heard")
        .hears("Type again", "and may hear once more");
    talk.types("again");
    let again: Vec<&str> = talk.heard.lines().skip(1).collect();
    assert!(topic.starts_with(&again.join("\n")), "{}", talk.heard);
    talk.types("back").hears("1. Immediate danger", "the list");
    talk.types("back")
        .hears("To quit, type quit", "and never out of the program");
}

#[test]
fn category_opens_the_directory_filtered_to_it_and_to_the_region() {
    let mut talk = Talk::start(From::default());
    talk.types("3").types("1");
    talk.hears("Directory.", "it leads to the Directory").hears(
        "Filters: Anti-trafficking services, Nova Scotia.",
        "filtered",
    );
    talk.types("back").hears("Consent first", "and back");
}

#[test]
fn sources_stand_under_each_point() {
    let mut talk = Talk::start(From::default());
    talk.types("sources 3")
        .hears("Sources: Consent first", "the topic's sources")
        .hears(
            "Do: Contact police or another authority",
            "under each point",
        )
        .hears_no("Exceptions: immediate", "which she knows by its start");
    talk.hears("https://", "with their addresses in full");
    talk.types("back").types("directory").types("s 1").hears(
        "Checked on 23 November 2026",
        "a contact's sources have their day",
    );
}

#[test]
fn filters_narrow_are_said_and_one_word_takes_them_off() {
    let mut talk = Talk::start(From::default());
    talk.types("directory").types("filters");
    talk.hears("1. Kind of help: any", "each with its value");
    talk.types("1").hears("2. Emergency", "the values");
    talk.types("emergency")
        .hears("1. Kind of help: Emergency", "chosen by its name");
    talk.types("open 24/7")
        .hears("Open 24/7: yes", "what changed is said")
        .hears_no("1. Kind of help", "and nothing else of the form");
    talk.types("back")
        .hears("Filters: Emergency, Open 24/7.", "what is on is said");
    let narrowed = talk.plain.app.directory().hits.hits.len();
    assert!((1..147).contains(&narrowed), "{narrowed}");
    talk.types("no filters").hears("147 found", "all is there");
}

#[test]
fn the_language_changes_in_place() {
    let mut talk = Talk::start(From::default());
    talk.types("victims").types("3");
    let topic = talk.plain.app.selected_topic().cloned();
    talk.types("français");
    assert_eq!(talk.plain.app.selected_topic().cloned(), topic);
    talk.hears("À savoir", "the same topic in French");
    talk.types("anglais")
        .hears("Know:", "and back, in a French word");
    talk.types("L").hears("À savoir", "the key of the screen");
    talk.types("français")
        .hears("Français", "it is French already");
}

#[test]
fn region_changes_the_first_hits() {
    let mut talk = Talk::start(From::default());
    talk.types("region").hears("1. All of Canada", "a list");
    talk.types("alberta");
    assert_eq!(talk.plain.app.region(), Region::Ab);
    for (line, region) in [
        ("region ns", Region::Ns),
        ("r québec", Region::Qc),
        ("région Nouveau-Brunswick", Region::Nb),
        ("region new brunswick", Region::Nb),
    ] {
        talk.types(line);
        assert_eq!(talk.plain.app.region(), region, "{line}");
    }
    talk.types("region atlantis")
        .hears("Nothing here is called “atlantis”", "says so");
    talk.types("yukon").types("directory");
    let first = talk.plain.app.listed_contact().unwrap().to_owned();
    assert!(first.starts_with("yt-"), "her region comes first: {first}");
}

#[test]
fn the_number_comes_alone_on_its_line() {
    for from in everywhere() {
        let mut talk = Talk::start(from);
        talk.types("find trafficking hotline").types("1").types("y");
        assert_eq!(talk.heard, "1-833-900-1010\n", "and nothing else");
        talk.types("Y");
        assert_eq!(talk.heard, "1-833-900-1010\n1, 8 3 3, 9 0 0, 1 0 1 0\n");
        talk.types("o")
            .hears("tel:18339001010", "what a code holds");
        let asked = ["may be watched", "peut être surveillé"];
        talk.hears(asked[from.language as usize], "with the warning");
        talk.types("1");
        assert_eq!(talk.heard, "1-833-900-1010\n", "a link that is a number");
        let kept = talk.plain.app.at_tab();
        assert!(kept, "and she is at the card still");
    }
    let mut talk = Talk::start(From::default());
    talk.types("find trafficking hotline").types("y");
    talk.hears("Which one? For example: phone 1", "a list has many");
    talk.types("y 1");
    assert_eq!(talk.heard, "1-833-900-1010\n", "of an item of the list");
    talk.types("reporting").types("2").types("y 3");
    assert_eq!(talk.heard, "1-833-900-1010\n", "of a link of a topic");
}

#[test]
fn a_card_without_a_number_says_so_plainly() {
    let mut talk = Talk::start(From::default());
    talk.types("find educaloi")
        .types("1")
        .hears("No phone number was found.", "no number is no blank");
    talk.types("y")
        .hears("No phone number found", "and y says the same");
}

#[test]
fn confirm_first_is_said_where_it_is_marked() {
    let mut talk = Talk::start(From::default());
    talk.types("2").hears("(confirm first)", "in a topic");
    talk.types("find rcmp human trafficking national")
        .types("2")
        .hears("Confirm first:", "and on a card");
}

#[test]
fn topics_are_found_beside_contacts_and_it_is_said_why() {
    let mut talk = Talk::start(From::default());
    talk.types("find consent")
        .hears("Consent first, guide", "the topic is listed");
    talk.types("1")
        .hears("Do: Contact police", "its number opens it");
    talk.types("back")
        .hears("Search: consent", "and back to the search");
    talk.types("find pimp")
        .hears("(“pimp”: ", "what the word was taken for");
}

#[test]
fn search_without_hits_names_the_attempts_and_a_way_out() {
    let mut talk = Talk::start(From::default());
    talk.types("directory").types("filters");
    talk.types("province or territory")
        .types("nunavut")
        .types("1")
        .types("shelter")
        .types("back");
    talk.types("find xylophonist");
    talk.hears("Nothing found for “xylophonist”", "what was tried");
    let nothing = Talk::start(From::default())
        .types("find qqqqq wwwww")
        .said();
    assert!(nothing.contains("211"), "{nothing}");
    let mut talk = Talk::start(From::default());
    talk.types("directory").types("filters").types("1");
    talk.types("crown prosecution").types("back");
    talk.types("find velma")
        .hears("Crown prosecution (1) (link 1)", "a way out")
        .types("1")
        .hears("Velma’s House", "which finds something");
}

#[test]
fn tabs_have_names_and_numbers() {
    for (line, name) in [
        ("tab 2", "Victim services."),
        ("victims", "Victim services."),
        ("services aux victimes", "Victim services."),
        ("restorative justice", "Restorative justice."),
        ("onglet 4", "Directory."),
        ("signets", "Bookmarks."),
    ] {
        let mut talk = Talk::start(From::default());
        talk.types(line).hears(name, line).hears("911", line);
    }
    let mut talk = Talk::start(From::default());
    talk.types("tabs").hears("tab 4: Directory", "all of them");
    talk.hears("tab 1: Reporting, open now", "and where she is");
    talk.types("tab 6").hears("No tab 6", "is none");
}

#[test]
fn help_lists_the_words_of_the_place_and_all_on_request() {
    for from in everywhere() {
        let mut talk = Talk::start(from);
        talk.types("help").hears("911", "first of all");
        let find = ["find WORDS, /:", "chercher MOTS, / :"];
        talk.hears(find[from.language as usize], "how to search")
            .hears_no("J:", "moving bookmarks does nothing here");
        talk.types("help all");
        let words = [
            ["undo, u:", "speech history"],
            ["annuler, u", "synthèse vocale"],
        ];
        for word in words[from.language as usize] {
            talk.hears(word, "everything");
        }
        talk.types("aide signet").hears(", b", "one word");
    }
}

#[test]
fn the_glossary_has_a_word_of_its_own() {
    for from in everywhere() {
        let mut talk = Talk::start(from);
        talk.types("glossary");
        let title = ["Glossary", "Glossaire"][from.language as usize];
        talk.hears(title, "the page")
            .hears("Crime Stoppers", "all of it");
        talk.types("back")
            .hears("911", "back at the tab")
            .hears("1. ", "and its list");
    }
}

#[test]
fn clearing_fills_the_window_with_nothing_and_bye_ends_as_well() {
    let from = From {
        rows: Some(24),
        ..From::default()
    };
    let mut talk = Talk::start(from);
    talk.types("3").types("clear");
    assert_eq!(talk.heard, "\n".repeat(24), "nothing is left in view");
    for line in ["bye", "adieu", "\u{18}"] {
        let mut talk = Talk::start(from);
        talk.types("note").types(line);
        assert_eq!(talk.heard, "\n".repeat(24), "{line:?}");
        assert!(talk.plain.has_ended(), "{line:?} ends");
    }
    Talk::start(From::default())
        .types("clear")
        .hears("no window", "a pipe has none");
}

#[test]
fn quitting_is_one_word_from_everywhere() {
    for place in ["", "find halifax", "1", "region", "add", "directory"] {
        for word in ["quit", "exit", "quitter"] {
            let mut talk = Talk::start(From::default());
            talk.types(place).types(word);
            assert!(talk.plain.has_ended(), "{word} after {place:?}");
        }
    }
}

#[test]
fn every_word_answers_in_both_languages() {
    use havre::plain::words::{WORDS, WordEffect};
    let leaves = [
        WordEffect::Ask(Command::Quit),
        WordEffect::Ask(Command::ClearAndQuit),
    ];
    for language in Language::ALL {
        for word in WORDS.iter() {
            for spoken in word.spoken(havre::i18n::Messages::of(language)) {
                let from = From {
                    language: language.other(),
                    ..From::default()
                };
                let mut talk = Talk::start(from);
                talk.types("find halifax").types("1").types(&spoken);
                let ended = talk.plain.has_ended();
                assert_eq!(ended, leaves.contains(&word.does), "{spoken}");
                assert!(ended || !talk.heard.is_empty(), "{spoken} is answered");
            }
        }
    }
}

#[test]
fn settings_are_changed_by_number_and_the_saved_value_is_said() {
    let mut talk = Talk::start(From::default());
    talk.types("settings")
        .hears("2. Where you work: Nova Scotia", "with values");
    talk.types("7");
    let saved = talk.plain.saves.saved.map(|saved| saved.plain);
    assert_eq!(saved, Some(true), "{}", talk.heard);
    talk.hears_no("1. ", "one line says what was saved");
    talk.types("2").types("ontario");
    assert_eq!(talk.plain.app.region(), Region::On);
    talk.types("back").hears("Reporting.", "and back");
}

#[test]
fn in_both_languages_each_line_has_the_signs_of_its_own() {
    for language in Language::ALL {
        let mut talk = Talk::start(From {
            language,
            ..From::default()
        });
        talk.types("1").types("both");
        for label in ["Know: ", "Do: ", "savoir\u{a0}: ", "faire\u{a0}: "] {
            assert!(talk.heard.contains(label), "{label:?} in\n{}", talk.heard);
        }
        for label in ["Know\u{a0}:", "Do\u{a0}:", "savoir:", "faire:"] {
            assert!(!talk.heard.contains(label), "{label:?} in\n{}", talk.heard);
        }
    }
}

#[test]
fn an_extension_is_spelled_behind_its_number() {
    let mut talk = Talk::start(From {
        region: Region::On,
        ..From::default()
    });
    talk.types("find kingston police sexual").types("1");
    talk.hears("613-549-4660 ext. 6219 (link 1)", "on the card");
    talk.types("spell")
        .hears("6 1 3, 5 4 9, 4 6 6 0", "the number");
    talk.hears("ext. 6 2 1 9", "and what to ask for");
}

#[test]
fn a_word_that_leads_out_is_a_note_where_it_stands_behind_note() {
    for from in everywhere() {
        let index = from.language as usize;
        let mut talk = Talk::start(from);
        talk.types(["find 988", "chercher 988"][index]).types("1");
        let text = ["quit", "retour"][index];
        let saved = ["Note saved", "Note enregistrée"][index];
        talk.types(&format!("note {text}"))
            .hears(saved, "it was meant as text");
        let entry = talk.plain.app.list().get("ca-988").unwrap();
        assert_eq!(entry.note(), text);
    }
}
