//! Nunavut has no 911: no text for a worker there names it as the number to dial.

use std::rc::Rc;

use havre::app::keymap::Command;
use havre::app::subject::PageKind;
use havre::app::{Action, App, Content, Key, KeyCode, Start, update};
use havre::assets::Assets;
use havre::assets::Found;
use havre::directory::Region;
use havre::document::Row;
use havre::guide::{PageId, TopicId};
use havre::i18n::Language;
use havre::settings::Preferences;
use havre::ui::{Glyphs, Look, Theme, view};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Topic that explains where 911 is missing.
const EXPLAINED: &str = "emergency-numbers";

fn app(language: Language, region: Region, first_run: bool) -> App {
    App::new(Start {
        preferences: Preferences {
            language,
            region,
            ..Preferences::default()
        },
        first_run,
        ..Start::of(Rc::new(Content::new(Assets::embedded())))
    })
}

fn screen(app: &App) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size().width, app.size().height));
    view(app, Theme::new(Look::Colours, Glyphs::UNICODE), &mut buffer);
    let row = |y| {
        (0..buffer.area.width)
            .map(|x| buffer[(x, y)].symbol())
            .collect::<String>()
    };
    let rows = (0..buffer.area.height).map(row);
    rows.collect::<Vec<_>>().join("\n").replace('\u{a0}', " ")
}

/// Returns true if a text has 911, except in the title of the topic that explains it, which may be
/// cut.
fn says_911(text: &str, app: &App) -> bool {
    let guide = app.content().guide(app.language());
    let title = guide.outline(PageId::Reporting).title_of(EXPLAINED);
    let start: String = title.unwrap().chars().take(8).collect();
    assert!(start.contains("911"), "{start}");
    text.replace(&start, "").contains("911")
}

fn resize(app: &mut App, (width, height): (u16, u16)) {
    update(app, Action::Resize { width, height });
}

#[test]
fn a_life_at_risk_leads_to_the_police_of_nunavut() {
    for (language, text) in [
        (Language::En, "he is at the door with a knife"),
        (Language::Fr, "il a un couteau il va me tuer"),
    ] {
        let mut app = app(language, Region::Nu, false);
        resize(&mut app, (80, 24));
        update(&mut app, Action::Key(Key::character('4')));
        for letter in text.chars() {
            update(&mut app, Action::Key(Key::character(letter)));
        }
        let ids: Vec<&str> = app
            .directory()
            .listed()
            .filter_map(|found| match found {
                Found::Contact(id) => Some(id),
                Found::Topic(_) => None,
            })
            .collect();
        assert!(ids[0].starts_with("nu-rcmp-"), "{ids:?}");
        assert!(!ids[..5].contains(&"ca-911"), "{ids:?}");
        let step = app.first_step().unwrap();
        assert!(!step.contains("911"), "{step}");
    }
}

#[test]
fn the_first_step_is_for_the_place_that_the_text_names() {
    for (region, text, is_911) in [
        (Region::Qc, "he choked her in iqaluit", false),
        (Region::Nu, "he choked her in halifax", true),
        (Region::Nu, "he choked her in rankin inlet", false),
    ] {
        let mut app = app(Language::En, region, false);
        resize(&mut app, (80, 24));
        update(&mut app, Action::Key(Key::character('4')));
        for letter in text.chars() {
            update(&mut app, Action::Key(Key::character(letter)));
        }
        let step = app.first_step().unwrap();
        assert_eq!(step.contains("911"), is_911, "{text}: {step}");
        let first = match app.directory().found(0).unwrap() {
            Found::Contact(id) => id.to_string(),
            Found::Topic(topic) => topic.id.to_string(),
        };
        let expected = match text.rsplit(' ').next() {
            Some("iqaluit") => "nu-rcmp-iqaluit",
            // The directory has no number of this community: the topic tells how it begins.
            Some("inlet") => "reporting#emergency-numbers",
            _ => "ca-911",
        };
        assert_eq!(first, expected, "{text}");
    }
}

#[test]
fn no_topic_says_911_but_the_one_about_it_and_the_rows_of_other_regions() {
    for language in Language::ALL {
        let mut app = app(language, Region::Nu, false);
        resize(&mut app, (80, 24));
        for tab in ['1', '2', '3'] {
            update(&mut app, Action::Key(Key::character(tab)));
            let topics = app.guide().unwrap().topics().to_vec();
            for (place, topic) in topics.into_iter().enumerate() {
                update(&mut app, Action::Select(place));
                let rows = app.document(80).rows;
                let text: Vec<String> = rows.iter().map(Row::text).collect();
                let other = Region::from_code(&topic.topic).is_some_and(|one| one != Region::Nu);
                let allowed = topic.topic == EXPLAINED || other;
                let says = says_911(&text.join("\n"), &app);
                assert!(allowed || !says, "{topic}:\n{}", text.join("\n"));
            }
        }
    }
}

#[test]
fn a_row_about_a_region_keeps_the_number_of_that_region() {
    let topic = |region: Region, page: PageId, topic: &str| {
        let mut app = app(Language::En, region, false);
        resize(&mut app, (80, 24));
        let id = TopicId {
            page,
            topic: topic.to_owned(),
        };
        let topics = app.guide().unwrap().topics();
        let place = topics.iter().position(|one| *one == id);
        update(&mut app, Action::Select(place.unwrap()));
        let rows = app.document(80).rows;
        let rows: Vec<String> = rows.iter().map(Row::text).collect();
        rows.join(" ").replace('\u{a0}', " ")
    };
    let danger = |region| topic(region, PageId::Reporting, "immediate-danger");
    assert!(danger(Region::Ns).contains("Call [911] now"));
    assert!(danger(Region::Ca).contains("Call [911] now"));
    let nunavut = danger(Region::Nu);
    assert!(nunavut.contains("Call the community’s RCMP"), "{nunavut}");
    assert!(nunavut.contains("[867-979-1111]"), "{nunavut}");
    let ontario = topic(Region::Nu, PageId::DutyToReport, "on");
    assert!(ontario.contains("or [911]"), "{ontario}");
}

#[test]
fn head_help_settings_and_the_first_run_name_the_local_number() {
    for language in Language::ALL {
        for size in [(120, 40), (80, 24), (40, 12), (30, 8), (20, 4)] {
            for keys in ["", "?", "4", "5", "r"] {
                let mut app = app(language, Region::Nu, false);
                resize(&mut app, size);
                for key in keys.chars() {
                    update(&mut app, Action::Key(Key::character(key)));
                }
                let screen = screen(&app);
                let rows = match size {
                    (60.., 16..) => 2,
                    (30.., 8..) => 1,
                    _ => 4,
                };
                let head = screen.lines().take(rows).collect::<Vec<_>>().join("\n");
                assert!(head.contains("1111"), "{size:?} {keys}:\n{screen}");
                assert!(!head.contains("911"), "{size:?} {keys}:\n{screen}");
            }
            let mut first = app(language, Region::Nu, true);
            resize(&mut first, size);
            let screen = screen(&first);
            assert!(screen.contains("1111"), "{size:?}:\n{screen}");
            assert!(!screen.contains("911"), "{size:?}:\n{screen}");
        }
        let mut app = app(language, Region::Nu, false);
        resize(&mut app, (80, 400));
        update(&mut app, Action::Command(Command::Help));
        assert!(!says_911(&screen(&app), &app), "{}", screen(&app));
    }
}

#[test]
fn a_card_that_says_911_says_that_it_does_not_work_here() {
    let card = |language: Language, region: Region, id: &str| {
        let mut app = app(language, region, false);
        resize(&mut app, (80, 24));
        let page = PageKind::Card(id.to_owned());
        update(&mut app, Action::Open(page));
        let rows = app.document(80).rows;
        let rows: Vec<String> = rows.iter().map(Row::text).collect();
        rows.join(" ").replace('\u{a0}', " ")
    };
    for (language, warning) in [
        (Language::En, "There is no 911 here."),
        (Language::Fr, "Il n’y a pas de 911 ici."),
    ] {
        let nunavut = card(language, Region::Nu, "ca-911");
        assert!(nunavut.contains(warning), "{nunavut}");
        let is_offered = |state: &&str| nunavut.contains(*state);
        assert!(!["24/7", "24 h/24"].iter().any(is_offered), "{nunavut}");
        assert!(!card(language, Region::Ns, "ca-911").contains(warning));
        assert!(!card(language, Region::Nu, "nt-rcmp").contains(warning));
        assert!(!card(language, Region::Nu, "ca-988").contains(warning));
    }
}

#[test]
fn link_to_the_rows_leads_to_the_region_set_or_asks_for_one() {
    let follow = |region: Region| {
        let mut app = app(Language::En, region, false);
        resize(&mut app, (80, 24));
        let children = |one: &TopicId| one.topic == "children";
        let topics = app.guide().unwrap().topics();
        let place = topics.iter().position(children).unwrap();
        update(&mut app, Action::Select(place));
        update(&mut app, Action::Key(Key::plain(KeyCode::Enter)));
        let links = app.document(80).links;
        let own = links.iter().position(|link| {
            let target = havre::guide::Target::OwnRow(PageId::DutyToReport);
            *link == havre::document::Link::Guide(target)
        });
        update(&mut app, Action::FocusLink(Some(own.unwrap())));
        update(&mut app, Action::Key(Key::plain(KeyCode::Enter)));
        app
    };
    for region in Region::ALL.into_iter().filter(|one| *one != Region::Ca) {
        let app = follow(region);
        let shown = app.selected_topic().unwrap();
        assert_eq!(
            (shown.page, shown.topic.as_str()),
            (PageId::DutyToReport, region.slug().as_str())
        );
    }
    let app = follow(Region::Ca);
    assert_eq!(app.selected_topic().unwrap().topic, "children");
    let screen = screen(&app);
    assert!(
        screen.contains("Your town, province or territory"),
        "{screen}"
    );
}

#[test]
fn the_row_for_a_danger_has_the_rule_of_the_number_in_a_narrow_window() {
    for (language, row) in [
        (Language::En, "Danger          RCMP 867-xxx-1111"),
        (Language::Fr, "Danger          GRC 867-xxx-1111"),
    ] {
        let mut app = app(language, Region::Nu, false);
        update(&mut app, Action::Key(Key::character('0')));
        resize(&mut app, (40, 14));
        let screen = screen(&app);
        assert!(screen.contains(row), "{screen}");
    }
}
