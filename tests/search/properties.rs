//! Properties of every query.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use havre::directory::{Audience, Category, Contact, Filters, LanguageCode, Region};
use havre::i18n::Language;
use havre::i18n::folding::fold;
use havre::search::{
    Context, Hit, Hits, ImpliedFilter, Index, Item, Knowledge, Query, TopicText, topics,
};
use proptest::prelude::*;

struct Everything {
    contacts: Vec<Contact>,
    topics: Vec<TopicText>,
    index: Index,
}

impl Everything {
    fn of(contacts: Vec<Contact>) -> Self {
        let assets = super::fixtures::assets();
        let [english, french] = Language::ALL.map(|language| assets.guide(language));
        let topics = topics(&english, &french);
        let index = Index::build(
            &contacts,
            &topics,
            Knowledge::of_words(&assets.synonyms().unwrap()),
        );
        Self {
            contacts,
            topics,
            index,
        }
    }

    fn search(&self, text: &str, language: Language, region: Region, filters: Filters) -> Hits {
        let query = Query {
            text: text.to_owned(),
            filters,
            words_only: false,
        };
        let context = Context {
            language,
            region,
            place: None,
            preferred: &HashSet::new(),
        };
        self.index.search(&query, &context)
    }

    fn ids(&self, hits: &Hits) -> Vec<String> {
        let id = |item| match item {
            Item::Contact(place) => self.contacts[place].id.clone(),
            Item::Topic(place) => self.topics[place].id.to_string(),
        };
        hits.hits
            .iter()
            .map(|hit| id(self.index.item(hit)))
            .collect()
    }

    fn shown(&self, hit: &Hit, language: Language) -> &str {
        match self.index.item(hit) {
            Item::Contact(place) => self.contacts[place].name(language),
            Item::Topic(place) => self.topics[place].title.get(language),
        }
    }
}

fn everything() -> &'static Everything {
    static EVERYTHING: OnceLock<Everything> = OnceLock::new();
    EVERYTHING.get_or_init(|| Everything::of(super::fixtures::assets().contacts().unwrap()))
}

#[test]
fn a_contacts_own_full_name_finds_it_first() {
    let everything = everything();
    for contact in &everything.contacts {
        for language in Language::ALL {
            let name = contact.name(language);
            let hits = everything.search(name, language, contact.region, Filters::default());
            let same = |hit| fold(everything.shown(hit, language)).text == fold(name).text;
            let before: Vec<_> = hits.hits.iter().take_while(|hit| !same(hit)).collect();
            assert!(
                before.is_empty(),
                "{name}: {:?} comes first",
                before.first().map(|hit| everything.shown(hit, language))
            );
            let ids = everything.ids(&hits);
            let rank = ids.iter().position(|id| *id == contact.id);
            assert!(rank.is_some_and(|rank| rank < 3), "{name}: {rank:?}");
        }
    }
}

#[test]
fn words_of_one_name_always_find_something() {
    let everything = everything();
    for contact in &everything.contacts {
        for language in Language::ALL {
            let name = contact.name(language);
            let words: Vec<&str> = name.split_whitespace().collect();
            for step in 1..=3 {
                let some: Vec<&str> = words.iter().copied().step_by(step).collect();
                let text = some.join(" ");
                let hits = everything.search(&text, language, contact.region, Filters::default());
                assert!(!hits.hits.is_empty(), "{text}");
            }
        }
    }
}

#[test]
fn adding_a_letter_of_its_name_never_makes_a_contact_vanish() {
    let everything = everything();
    for contact in &everything.contacts {
        let name = contact.name(Language::En);
        let mut seen = false;
        for (start, letter) in name.char_indices() {
            let typed = &name[..start + letter.len_utf8()];
            let hits = everything.search(typed, Language::En, contact.region, Filters::default());
            let found = everything.ids(&hits).contains(&contact.id);
            assert!(found || !seen, "{} vanishes at {typed:?}", contact.id);
            seen |= found;
        }
        assert!(seen, "{} is never found", contact.id);
    }
}

#[test]
fn results_do_not_depend_on_the_order_of_loading() {
    let everything = everything();
    let reversed = Everything::of(everything.contacts.iter().rev().cloned().collect());
    for text in [
        "",
        "s",
        "victim services",
        "rape",
        "halifx",
        "9010",
        "women's shelter",
        "pimp",
    ] {
        for region in [Region::Ca, Region::Ns, Region::Qc] {
            let [here, there] = [everything, &reversed].map(|everything| {
                let hits = everything.search(text, Language::En, region, Filters::default());
                everything.ids(&hits)
            });
            assert_eq!(here, there, "{text:?}");
        }
    }
}

#[test]
fn a_filter_from_words_keeps_contacts_named_with_the_words() {
    let everything = everything();
    for (text, wanted) in [
        ("assaulted women", "on-awhl"),
        ("women in crisis", "on-gw-women-in-crisis"),
        ("male survivors", "bc-male-survivors"),
        (
            "indigenous justice centre",
            "bc-virtual-indigenous-justice-centre",
        ),
        ("yukon women", "yt-kaushees-place"),
        ("nova scotia legal aid", "ns-legal-aid-halifax"),
        ("native women's shelter", "qc-nwsm-iskweu"),
        ("senior safety", "on-senior-safety-line"),
    ] {
        let hits = everything.search(text, Language::En, Region::Ca, Filters::default());
        let ids = everything.ids(&hits);
        assert!(ids.iter().take(3).any(|id| id == wanted), "{text}: {ids:?}");
    }
}

#[test]
fn everyday_words_find_their_services_in_both_languages() {
    let everything = everything();
    for (text, wanted) in [
        ("bleeding", "ca-911"),
        ("évanouie", "ca-911"),
        ("hostage", "ca-911"),
        ("bruised", "ns-thans-line"),
        ("bleus", "ns-thans-line"),
        ("housekeeper", "ca-tfw-abuse-tip-line"),
        ("femme de ménage", "ca-tfw-abuse-tip-line"),
        ("usine", "ca-tfw-abuse-tip-line"),
        ("methadone", "ns-mental-health-crisis-line"),
        ("héroïne", "ns-mental-health-crisis-line"),
        ("narcan", "ns-stepping-stone"),
        ("meubles", "ns-211"),
        ("diapers", "ns-211"),
        ("couch", "ns-thans-line"),
        ("foster care", "ns-child-protection-after-hours"),
        ("famille d'accueil", "ns-child-protection-after-hours"),
        ("dentiste", "ns-criminal-injuries-counselling"),
        ("abused by her husband", "ns-thans-line"),
        ("mon mari me frappe", "ns-thans-line"),
        ("she cut herself", "ns-mental-health-crisis-line"),
        ("hôtel pour ce soir", "ns-thans-line"),
        ("kids taken by cas", "ns-child-protection-after-hours"),
        ("dpj a pris mes enfants", "ns-child-protection-after-hours"),
        ("he took her id", "ns-human-trafficking-team-line"),
        ("il a pris ses papiers", "ns-human-trafficking-team-line"),
    ] {
        let hits = everything.search(text, Language::En, Region::Ns, Filters::default());
        let ids = everything.ids(&hits);
        assert!(ids.iter().take(3).any(|id| id == wanted), "{text}: {ids:?}");
    }
    for text in ["flin", "abortion", "avortement", "bites"] {
        let hits = everything.search(text, Language::En, Region::Ns, Filters::default());
        assert!(hits.hits.is_empty(), "{text} means nothing else");
    }
    let nurse = "agresse sexuellement infirmiere pas de police";
    let hits = everything.search(nurse, Language::Fr, Region::Qc, Filters::default());
    let centre = "qc-centres-designes-laurentides";
    let ids = everything.ids(&hits);
    assert!(ids.iter().take(3).any(|id| id == centre), "{ids:?}");
    let trap = everything.search("trap", Language::En, Region::Ns, Filters::default());
    let ids = everything.ids(&trap);
    let permit = "ca-ircc-open-work-permit-vulnerable";
    assert!(!ids.iter().any(|id| id == permit), "trap is not TRP");
}

#[test]
fn words_that_can_only_mean_a_filter_are_shown_as_one() {
    let everything = everything();
    let region = ImpliedFilter::Region;
    let language = |code: &str| ImpliedFilter::Language(LanguageCode(code.into()));
    for (text, filter, words) in [
        ("shelter nova scotia", region(Region::Ns), "nova scotia"),
        (
            "refuge Nouvelle-Écosse",
            region(Region::Ns),
            "Nouvelle-Écosse",
        ),
        ("pei police", region(Region::Pe), "pei"),
        ("shelter 24/7", ImpliedFilter::AlwaysOpen, "24/7"),
        (
            "abri jour et nuit",
            ImpliedFilter::AlwaysOpen,
            "jour et nuit",
        ),
        ("lawyer open now", ImpliedFilter::OpenNow, "open now"),
        (
            "lawyer open right now",
            ImpliedFilter::OpenNow,
            "open right now",
        ),
        (
            "avocat ouvert maintenant",
            ImpliedFilter::OpenNow,
            "ouvert maintenant",
        ),
        (
            "clinique ouverte présentement",
            ImpliedFilter::OpenNow,
            "ouverte présentement",
        ),
        ("cree counselling", language("cr"), "cree"),
        ("aide en français", language("fr"), "en français"),
        (
            "a shelter in  Nova Scotia for kids",
            region(Region::Ns),
            "in  Nova Scotia",
        ),
        ("refuge au Québec", region(Region::Qc), "au Québec"),
        ("C.-B. refuge", region(Region::Bc), "C.-B"),
        ("fill in, French", language("fr"), "French"),
        ("deaf help", ImpliedFilter::Audience(Audience::Deaf), "deaf"),
    ] {
        let hits = everything.search(text, Language::En, Region::Ca, Filters::default());
        let chip = hits.query_filters.iter().find(|chip| chip.filter == filter);
        let chip = chip.unwrap_or_else(|| panic!("{text}: {:?}", hits.query_filters));
        assert_eq!(&text[chip.words.clone()], words);
    }
}

#[test]
fn words_that_may_mean_something_else_are_no_filter() {
    let everything = everything();
    for text in [
        "consent",
        "lawyer tonight",
        "avocat ce soir",
        "shelter cette nuit",
        "open",
    ] {
        let hits = everything.search(text, Language::En, Region::Ca, Filters::default());
        assert_eq!(hits.query_filters, [], "{text}");
    }
}

#[test]
fn empty_results_suggest_a_filter_to_drop_if_one_is_enough() {
    let everything = everything();
    let filters = Filters {
        category: Some(Category::Crown),
        region: Some(Region::Nu),
        ..Filters::default()
    };
    let hits = everything.search("velma", Language::En, Region::Ca, filters);
    assert_eq!(hits.hits, []);
    assert_eq!(hits.suggestions, [], "one filter less is not enough");
    let filters = Filters {
        category: Some(Category::Crown),
        ..Filters::default()
    };
    let hits = everything.search("velma", Language::En, Region::Ca, filters);
    assert_eq!(hits.suggestions.len(), 1);
    let counted = everything.search("velma", Language::En, Region::Ca, Filters::default());
    assert_eq!(hits.suggestions[0].hits, counted.total);
}

#[test]
fn a_search_that_is_stopped_says_so() {
    let everything = everything();
    let query = Query {
        text: "legal help halifax".into(),
        ..Query::default()
    };
    let context = Context {
        language: Language::En,
        region: Region::Ns,
        place: None,
        preferred: &HashSet::new(),
    };
    let hits = everything.index.search_while(&query, &context, &|| false);
    assert!(hits.partial);
    assert!(!hits.hits.is_empty(), "what was found by then is given");
    assert!(!everything.index.search(&query, &context).partial);
}

#[test]
fn only_hits_in_view_are_marked() {
    let everything = everything();
    let query = Query {
        text: "services".into(),
        ..Query::default()
    };
    let context = Context {
        language: Language::En,
        region: Region::Ca,
        place: None,
        preferred: &HashSet::new(),
    };
    let mut hits = everything.index.search(&query, &context);
    everything.index.mark(&mut hits, 20..40, Language::En);
    let marked = |hits: &Hits, range: Range<usize>| {
        let marked = hits.hits[range].iter().filter(|hit| !hit.spans.is_empty());
        marked.count()
    };
    assert_eq!(marked(&hits, 0..20), 0);
    assert_ne!(marked(&hits, 20..40), 0);
    assert_eq!(marked(&hits, 40..hits.hits.len()), 0);
}

fn typed() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "women",
        "l'aide",
        "Écosse",
        "24/7",
        "902",
        "rape",
        "halifx",
        "crime-stoppers",
        "œ",
        "é",
        "s",
        "the",
        "shelter",
        "mi'kmaw",
        "9-8-8",
        "ligne",
        "🙂",
        "e\u{301}",
        "P.E.I.",
    ]);
    prop_oneof![
        "\\PC{0,24}",
        prop::collection::vec(words, 1..5).prop_map(|words| words.join(" ")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn spans_are_pieces_of_the_shown_text(text in typed(), french in any::<bool>()) {
        let everything = everything();
        let language = if french { Language::Fr } else { Language::En };
        let mut hits = everything.search(&text, language, Region::On, Filters::default());
        let all = 0..hits.hits.len();
        everything.index.mark(&mut hits, all, language);
        for hit in &hits.hits {
            let shown = everything.shown(hit, language);
            let mut last = 0;
            for span in &hit.spans {
                prop_assert!(shown.get(span.clone()).is_some_and(|piece| !piece.is_empty()));
                prop_assert!(span.start >= last, "in order, without overlap");
                last = span.end;
            }
        }
        for place in 0..=hits.hits.len() {
            everything.index.reason(&hits, place, language);
        }
        for chip in &hits.query_filters {
            prop_assert!(text.get(chip.words.clone()).is_some());
        }
    }

    #[test]
    fn every_hit_passes_the_filters(text in typed(), category in 0..Category::ALL.len(), open in any::<bool>()) {
        let everything = everything();
        let filters = Filters {
            category: Some(Category::ALL[category]),
            always_open: open,
            ..Filters::default()
        };
        let hits = everything.search(&text, Language::En, Region::On, filters.clone());
        for hit in &hits.hits {
            match everything.index.item(hit) {
                Item::Contact(place) => prop_assert!(filters.accepts(&everything.contacts[place])),
                Item::Topic(_) => prop_assert!(false, "a topic offers nothing"),
            }
        }
    }
}
