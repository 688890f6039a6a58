//! Quality of the recognition of needs, on sentences outside of the training data and on phrases
//! held back from it.

use std::path::Path;

use havre::needs::{Gravity, Needs, Recognized};

#[path = "../../build/classifier/training.rs"]
#[expect(
    dead_code,
    reason = "what the program is shown is the build script's affair"
)]
mod training;

/// Sentence with its meaning.
#[derive(serde::Deserialize)]
struct Sentence {
    query: String,
    /// Ids of needs, any of which is right; empty for a sentence without a need.
    need: Vec<String>,
    /// True if 911 or 988 must come first.
    gravity1: bool,
}

/// Numbers of right results.
#[derive(Debug, Default)]
struct Tally {
    sentences: usize,
    first: usize,
    among_three: usize,
    grave: usize,
    grave_found: usize,
    without: usize,
    claimed: usize,
    misses: Vec<String>,
}

impl Tally {
    fn of(needs: &Needs, sentences: &[Sentence]) -> Self {
        let mut tally = Self::default();
        for sentence in sentences {
            tally.add(needs, sentence);
        }
        tally
    }

    fn add(&mut self, needs: &Needs, sentence: &Sentence) {
        let found = needs.recognize(&sentence.query);
        let is_right = |found: &Recognized| {
            let need = needs.at(found.need).unwrap();
            sentence.need.contains(&need.id)
        };
        let is_grave = |found: &Recognized| needs.at(found.need).unwrap().gravity == Gravity::Life;
        let names: Vec<String> = found
            .iter()
            .map(|found| {
                format!(
                    "{} {:.2}",
                    needs.at(found.need).unwrap().id,
                    found.confidence
                )
            })
            .collect();
        let miss = format!("{}: {:?}, not {:?}", sentence.query, names, sentence.need);
        if sentence.need.is_empty() {
            self.without += 1;
            self.claimed += usize::from(!found.is_empty());
            self.misses.extend((!found.is_empty()).then_some(miss));
            return;
        }
        self.sentences += 1;
        let is_first = found.first().is_some_and(is_right);
        self.first += usize::from(is_first);
        self.among_three += usize::from(found.iter().take(3).any(is_right));
        let is_found = found.iter().take(2).any(is_grave);
        self.grave += usize::from(sentence.gravity1);
        self.grave_found += usize::from(sentence.gravity1 && is_found);
        let missed = !is_first || (sentence.gravity1 && !is_found);
        self.misses.extend(missed.then_some(miss));
    }

    #[expect(clippy::print_stdout, reason = "the table is what one looks at")]
    fn print(&self, name: &str) {
        println!(
            "{name}: first {}/{} = {:.3}, among three {:.3}; life at risk {}/{}; claimed without a need {}/{}",
            self.first,
            self.sentences,
            share(self.first, self.sentences),
            share(self.among_three, self.sentences),
            self.grave_found,
            self.grave,
            self.claimed,
            self.without,
        );
        for miss in &self.misses {
            println!("  {miss}");
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let [part, whole] = [part, whole.max(1)].map(|count| f64::from(u32::try_from(count).unwrap()));
    part / whole
}

fn sentences(file: &str) -> Vec<Sentence> {
    let text = std::fs::read_to_string(Path::new("tests/data").join(file)).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn sentences_never_trained_on_are_recognized() {
    let needs = Needs::embedded().unwrap();
    for file in ["needs_dev.json", "needs_own.json"] {
        let tally = Tally::of(&needs, &sentences(file));
        tally.print(file);
        assert!(share(tally.first, tally.sentences) >= 0.9, "{file}");
        assert!(share(tally.among_three, tally.sentences) >= 0.97, "{file}");
        assert!(tally.grave_found + 1 >= tally.grave, "{file}");
        assert!(share(tally.claimed, tally.without) <= 0.15, "{file}");
    }
}

#[test]
fn phrases_held_back_are_recognized() {
    let read = |file| std::fs::read_to_string(Path::new("assets/needs").join(file)).unwrap();
    let corpus = training::Corpus::read(&read("needs.json"), &read("other.json")).unwrap();
    let needs = Needs::with_table(training::table(&corpus, |place| place % 5 != 0)).unwrap();
    let ids: Vec<&str> = needs.all().iter().map(|need| need.id.as_str()).collect();
    let held_back: Vec<Sentence> = corpus
        .phrases
        .iter()
        .step_by(5)
        .map(|(text, need)| Sentence {
            query: text.clone(),
            need: vec![ids[*need].to_owned()],
            gravity1: false,
        })
        .collect();
    let mut tally = Tally::of(&needs, &held_back);
    tally.misses.clear();
    tally.print("phrases held back");
    // Each added phrase changes the fifth that is held back, and the figures by some hundredths.
    assert!(share(tally.first, tally.sentences) >= 0.57);
    assert!(share(tally.among_three, tally.sentences) >= 0.65);
}
