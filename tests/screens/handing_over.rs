//! Data that leaves the program: pages to hand over, and corrections.

use crate::journey::{From, Journey, everywhere};
use havre::bookmarks::{Change, Trouble};
use havre::directory::Region;
use havre::i18n::{Language, Messages};

#[test]
fn a_page_is_seen_before_it_is_written_and_says_where_it_lies_and_how_it_goes() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/988<enter>c");
        journey.sees(
            &from.said("handout-kind-sms"),
            "c offers the kinds of pages",
        );
        journey
            .keys("<enter>")
            .sees("988", "the page is shown first");
        assert!(journey.files.is_empty(), "and nothing is written yet");
        journey.keys("<enter>");
        let [(name, text)] = &journey.files[..] else {
            panic!("one file is written: {:?}", journey.files);
        };
        assert_eq!(name.rsplit_once('.').unwrap().1, "txt");
        assert!(text.contains("988"), "{text}");
        let path = format!("/home/worker/exchange/{name}");
        let mut rows = journey.rows().concat();
        for _ in 0..5 {
            rows += &journey.keys("<pagedown>").rows().concat();
        }
        let rows = rows.replace([' ', '>'], "");
        assert!(
            rows.contains(&path.replace(' ', "")),
            "where it lies: {rows}"
        );
        assert!(
            rows.contains(&format!("rm--'{path}'")),
            "how it is removed: {rows}"
        );
        journey.keys("x");
        assert!(journey.files.is_empty(), "x removes it");
        journey.sees(&from.said("handout-kind-sms"), "and leads back");
    }
}

#[test]
fn a_disk_that_will_not_is_said_and_the_page_stays() {
    let mut journey = Journey::start(From::default());
    journey.disk_trouble = Some(Trouble::Full);
    journey.keys("/988<enter>c<enter><enter>");
    journey.sees("It was not written", "what went wrong is said");
    journey.sees("To hand over", "and the page is still there");
}

#[test]
fn several_contacts_are_marked_for_one_page() {
    let from = From::default();
    let mut journey = Journey::start(from);
    journey
        .keys("4<esc>mm")
        .sees("Marked: 2", "m marks, and says how many");
    journey.sees(" + ", "a mark stands before the name");
    journey
        .keys("c")
        .sees("2 contacts", "c takes the marked ones");
    // Opens the page to print.
    journey.keys("jj<enter><enter>");
    let (name, page) = journey.files[0].clone();
    assert_eq!(name.rsplit_once('.').unwrap().1, "html");
    assert_eq!(page.matches("<article").count(), 2, "{page}");
    journey
        .keys("<esc><esc>")
        .sees_no(" + ", "what was handed over is marked no more");
    journey.keys("m").sees("Marked: 1", "a mark");
    journey
        .keys("<up>m")
        .sees("Nothing is marked.", "is taken off by the same key");
}

#[test]
fn a_discreet_page_with_three_numbers_takes_ten_keys() {
    for language in Language::ALL {
        for size in [(80, 24), (40, 12)] {
            let mut journey = Journey::on_first_page(language, Region::Ns, size);
            // Directory, three marks, the form, discreet, the page to print, write it.
            journey.keys("4<down>mmmcd3<enter>");
            let (name, page) = journey.files[0].clone();
            assert_eq!(name.rsplit_once('.').unwrap().1, "html");
            let marked = journey.app.catalogue().directory().contacts().iter();
            let names = marked.map(|contact| contact.name(language));
            let mut names = names.filter(|name| name.len() > 3);
            assert!(names.all(|name| !page.contains(name)), "{page}");
            for number in ["1. ", "2. ", "3. "] {
                assert!(page.contains(number), "{page}");
            }
        }
    }
}

#[test]
fn the_form_of_a_page_fits_a_small_window() {
    for language in Language::ALL {
        let mut journey = Journey::on_first_page(language, Region::Ns, (40, 12));
        journey.keys("4<down>mmcd");
        let rows = journey.rows().join("\n");
        for kind in ["1  ", "2  ", "3  ", "4  "] {
            assert!(rows.contains(kind), "{rows}");
        }
        let discreet = Messages::of(language).text("handout-how");
        assert!(rows.contains(&discreet), "{rows}");
    }
}

#[test]
fn the_chosen_bookmark_is_offered_first_and_then_all_of_them() {
    for from in everywhere() {
        let count = |count: usize| {
            let count = [("count", count.into())];
            let text = Messages::of(from.language).format("handout-form-title", &count);
            text.replace('\u{a0}', " ")
        };
        let mut journey = Journey::start(from);
        journey
            .keys("4<esc>bjbjb5c")
            .sees(&count(1), "the selected one");
        // Skips the four formats.
        journey
            .keys("jjjj<right>")
            .sees(&count(3), "then all bookmarks");
        journey
            .keys("<esc><enter>c")
            .sees(&count(1), "on a card its contact first");
        journey
            .keys("jjjj<right>")
            .sees(&count(3), "then all bookmarks");
        let mut journey = Journey::start(from);
        journey
            .keys("4<esc>bjbjb5mc")
            .sees(&count(1), "the marked ones before all bookmarks");
    }
}

#[test]
fn contacts_that_left_the_directory_are_named_and_counted_on_no_page() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        let contact = journey.app.catalogue().directory().contacts()[0].clone();
        let gone = havre::directory::Contact {
            id: "xx-gone".into(),
            name: havre::directory::Name {
                en: Some("Maison Partie".into()),
                fr: None,
            },
            ..contact
        };
        journey.change(Change::add(&gone, jiff::Timestamp::UNIX_EPOCH));
        let alone = from.said("notice-gone");
        let shown = journey.keys("5c").in_one_line();
        assert!(
            shown.contains(&alone),
            "there is no page of it alone: {shown}"
        );
        journey.keys("/988<enter>b<esc>5c");
        // The form of all bookmarks.
        for keys in ["<home>", "<enter>"] {
            journey.keys(keys);
            journey.sees("Maison Partie", "it is named");
            let why = match from.language {
                Language::En => "no longer in the directory",
                Language::Fr => "plus dans le répertoire",
            };
            let text = journey.in_one_line();
            assert!(text.contains(why), "and why it is missing: {text}");
        }
        journey.keys("<enter>");
        let (_, page) = &journey.files[0];
        assert!(page.contains("988") && !page.contains("Partie"), "{page}");
    }
}

#[test]
fn a_discreet_page_has_the_chosen_words_and_the_number_alone() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/988<enter>c");
        // Skips the formats and the language: a discreet page, and its words.
        journey.keys("jjjjj<right>j<enter>when you want to talk<enter>");
        journey.keys("<home>");
        for kind in ["", "j", "jj", "jjj"] {
            journey.keys(&format!("{kind}<enter><enter>"));
            let (name, page) = journey.files.pop().unwrap();
            assert!(page.contains("when you want to talk"), "{name}: {page}");
            assert!(page.contains("988"), "{name}: {page}");
            let page = page.to_lowercase();
            for word in [
                "suicid",
                "crisis",
                "crise",
                "9-8-8",
                "helpline",
                "trafficking",
            ] {
                assert!(!page.contains(word), "{name} says {word}: {page}");
            }
            journey.keys("<esc><home>");
        }
    }
}

#[test]
fn a_page_speaks_the_languages_that_are_chosen() {
    let mut journey = Journey::start(From::default());
    journey.keys("/988<enter>c");
    let mut page = |keys: &str| {
        journey.keys(keys).keys("<home>j<enter><enter>");
        let page = journey.files.pop().unwrap().1;
        journey.keys("<esc>");
        let says = |words: &str| page.contains(words);
        (says("call this number"), says("appeler ce numéro"))
    };
    assert_eq!(page(""), (true, false), "that of the screen");
    assert_eq!(page("<home>jjjj<right>"), (false, true), "the other one");
    assert_eq!(page("<home>jjjj<right>"), (true, true), "or both");
}

#[test]
fn file_gets_the_name_given() {
    let mut journey = Journey::start(From::default());
    journey.keys("/988<enter>c<enter><tab><enter><c-u>for monday<enter><enter>");
    assert_eq!(journey.files[0].0, "for monday.txt");
}

#[test]
fn a_name_that_no_file_can_get_is_refused_with_the_reason() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/988<enter>c<enter><tab><enter><c-u>/media/key/page<enter>");
        let screen = journey.in_one_line();
        assert!(
            screen.contains("/home/worker/exchange"),
            "where files go: {screen}"
        );
        journey.keys("<enter>");
        assert!(
            journey.files.is_empty(),
            "nothing is written under another name"
        );
        journey.keys("<c-u>monday: noon<enter>");
        let screen = journey.in_one_line();
        let refused =
            Messages::of(from.language).format("notice-file-sign", &[("sign", ":".into())]);
        let refused = refused.replace('\u{a0}', " ");
        assert!(screen.contains(&refused), "{refused}\n{screen}");
        journey.keys("<c-u>monday noon<enter><enter>");
        assert_eq!(journey.files[0].0, "monday noon.txt");
    }
}

/// Returns all texts that the page over the tab gives to copy.
fn copies_of(journey: &mut Journey, count: usize) -> Vec<String> {
    journey.copied.clear();
    if journey.app.focused_link_number().is_none() {
        journey.keys("<tab>");
    }
    for _ in 0..count {
        journey.keys("y<tab>");
    }
    journey.copied.clone()
}

#[test]
fn a_written_page_says_how_it_is_opened_and_taken_along() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/988<enter>cjj<enter><tab><enter><c-u>l'été<enter><enter>");
        assert_eq!(journey.files.len(), 0, "a quotation mark is refused");
        journey.keys("<c-u>for été<enter><enter>");
        assert_eq!(
            copies_of(&mut journey, 4),
            [
                "file:///home/worker/exchange/for%20%C3%A9t%C3%A9.html",
                "/home/worker/exchange",
                "cp -- '/home/worker/exchange/for été.html' /media/\"$USER\"/*/",
                "rm -- '/home/worker/exchange/for été.html'",
            ],
        );
        let mut journey = Journey::start(From {
            remote: true,
            ..from
        });
        journey.keys("/988<enter>cjj<enter><enter>");
        let host = from.said("paper-host");
        let name = journey.files[0].0.clone();
        assert_eq!(
            copies_of(&mut journey, 2),
            [
                format!("scp {host}:'/home/worker/exchange/{name}' ."),
                format!("rm -- '/home/worker/exchange/{name}'"),
            ],
        );
    }
}

#[test]
fn a_colleagues_list_is_taken_from_a_usb_key() {
    for from in everywhere() {
        let mut giver = Journey::start(from);
        giver.keys("4<esc>b5i<enter><enter>");
        let page = giver.in_one_line();
        let says = from.said("paper-for-colleague");
        assert!(page.contains(&says), "{says}: {page}");
        let mut taker = Journey::start(from);
        taker.keys("5ij<enter><enter>");
        assert_eq!(
            copies_of(&mut taker, 2),
            [
                "/home/worker/exchange",
                "cp -- /media/\"$USER\"/*/*.json* '/home/worker/exchange'",
            ],
            "with nothing there, Enter tells how a file comes there"
        );
        taker.files = giver.files;
        // Back, look again, open the file, take it.
        taker.keys("<esc><home>j<enter><enter><enter>");
        assert_eq!(taker.list.bookmarks().len(), 1);
    }
}

#[test]
fn corrections_are_listed_by_pack_and_sent_as_text_and_codes() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("5C").sees(
            &from
                .said("corrections-nothing")
                .chars()
                .take(20)
                .collect::<String>(),
            "nothing is wrong yet",
        );
        // Reports that the number is not in service.
        journey.keys("<esc>4<esc>v4<enter>5C");
        let mark = from.said("bookmarks-wrong-number-dead");
        let rows = journey.rows().join(" ");
        assert!(rows.contains(mark.split(' ').next().unwrap()), "{rows}");
        let to = from.said("corrections-to-nobody");
        let to = to.split(' ').next().unwrap();
        journey.sees(to, "without an address it says whom to ask");
        journey.keys("<end><enter>");
        assert!(journey.files.is_empty(), "shown first");
        // A low window has no room for a code, and says so.
        let low = from.said("code-no-room");
        let shown = if from.size.1 < 24 {
            low.split(' ').next().unwrap()
        } else {
            "█"
        };
        journey.keys("o").sees(shown, "a code to scan");
        journey.keys("<esc><enter>");
        let (name, text) = journey.files.pop().unwrap();
        assert_eq!(name, "corrections-havre.txt");
        assert!(text.replace('\u{a0}', " ").contains(&mark), "{text}");
    }
}

#[test]
fn the_codes_say_the_whole_text_one_after_the_other() {
    let mut journey = Journey::start(From::default());
    journey.keys("4<esc>v4<enter>jv4<enter>5C<end><enter>o");
    journey.sees("Code 1 of", "several codes, each of which fits");
    journey
        .keys("<enter>")
        .sees("Code 2 of", "Enter shows the next");
    journey
        .keys("<esc>")
        .sees("What you found wrong", "and Esc leads back to the text");
}

#[test]
fn writing_corrections_keeps_contacts_marked_for_a_page() {
    let mut journey = Journey::start(From::default());
    journey.keys("4<esc>m").sees("Marked: 1", "a mark");
    journey.keys("v4<enter><esc>");
    journey.keys("5C<end><enter><enter>");
    assert_eq!(journey.files.len(), 1, "the corrections are written");
    journey.keys("<esc><esc>4<esc>jm");
    journey.sees("Marked: 2", "the first mark is still there");
}

#[test]
fn a_file_name_with_somebodys_number_is_questioned() {
    let mut journey = Journey::start(From::default());
    journey.keys("/988<enter>c<enter>");
    journey.keys("<tab><enter>");
    journey.keys("Anna 416-555-0199<enter>");
    journey.sees("This looks like", "the name goes into a file's name");
}

#[test]
fn the_mark_of_a_page_of_actions_comes_back_after_paging() {
    for language in Language::ALL {
        for size in [(80, 24), (40, 12)] {
            let mut journey = Journey::with_embedded(language, Region::Ns, size);
            journey.keys("/988<down>bc3");
            let before = journey.app.focused_link();
            assert!(before.is_some(), "{}", journey.screen());
            journey.keys("<pagedown><pagedown><home>");
            assert_eq!(journey.app.focused_link(), before, "{}", journey.screen());
        }
    }
}
