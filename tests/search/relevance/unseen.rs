//! Lives at risk, and harmless texts that look like them, written by two people who had seen neither phrases nor
//! signs. None of these was learned, and no sign was fitted to them: they measure what a new sentence can expect.

use havre::directory::Region;
use havre::i18n::Language;
use havre::needs::SUICIDE_LINE;
use serde::Deserialize;

use super::figures::Share;
use crate::everything::Everything;

/// Sentence, and whether 911 or 988 must come first.
#[derive(Deserialize)]
struct Unseen {
    query: String,
    lang: Language,
    region: Region,
    life: bool,
}

#[test]
fn an_emergency_number_comes_first_for_a_life_at_risk_and_seldom_otherwise() {
    let text = std::fs::read_to_string("tests/data/unseen.json").unwrap();
    let sentences: Vec<Unseen> = serde_json::from_str(&text).unwrap();
    let everything = Everything::new();
    let (mut lives, mut alarms) = (Share::default(), Share::default());
    for sentence in &sentences {
        let hits = everything.search(&sentence.query, sentence.region, sentence.lang);
        let ids = everything.ids_of(&hits);
        let emergency = [sentence.region.emergency().contact, SUICIDE_LINE];
        let is_first = ids
            .first()
            .is_some_and(|id| emergency.contains(&id.as_str()));
        let share = if sentence.life {
            &mut lives
        } else {
            &mut alarms
        };
        share.add(is_first);
        if is_first != sentence.life {
            println!("  {}: {:?}", sentence.query, &ids[..ids.len().min(2)]);
        }
    }
    println!("  911 or 988 first for a life at risk {lives}, for others {alarms}");
    assert!(lives.value() >= 0.93 && alarms.value() <= 0.17);
}
