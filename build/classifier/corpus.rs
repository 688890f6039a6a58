//! Training data: phrases with their needs, and texts without a need.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::{Value, json};

use super::features::Words;
use super::fold;
use super::format::{self, NOTHING};
use super::model::Model;
use super::write::MemorizedTexts;

/// Greatest number of classes in the program's sums.
const MOST_CLASSES: usize = 64;

/// Least number of letters of a text that the program evaluates by its weights.
const FEWEST_LETTERS: usize = 4;

/// Share of the first of two meanings.
const FIRST_SHARE: f32 = 0.6;

/// Training data.
pub struct Corpus {
    /// Needs without their phrases, for the program.
    pub shown: Value,
    /// Hashes of words that occur in more than one phrase.
    pub known: HashSet<u32>,
    /// Phrases with one meaning, in the order of the file.
    pub phrases: Vec<(String, usize)>,
    /// Phrases with two meanings.
    pub mixed: Vec<(String, [usize; 2])>,
    /// Texts without a need.
    pub without: Vec<String>,
    beside: Vec<String>,
    needs: usize,
}

/// Text with the share of each class.
pub struct Example {
    pub text: String,
    pub shares: Vec<(usize, f32)>,
}

impl Corpus {
    /// Parses the needs and the texts without a need.
    pub fn read(needs: &str, other: &str) -> Result<Self, String> {
        let [needs, other] = [("needs.json", needs), ("other.json", other)].map(|(file, text)| {
            serde_json::from_str::<Value>(text).map_err(|error| format!("{file}: {error}"))
        });
        let (needs, other) = (needs?, other?);
        let list = array(&needs, "needs")?;
        if list.len() >= MOST_CLASSES {
            return Err(format!("needs.json: more than {} needs", MOST_CLASSES - 1));
        }
        let places = places(list)?;
        let mut corpus = Self {
            shown: json!({
                "without_911": needs["without_911"],
                "suicide_begun": needs["suicide_begun"],
                "children": needs["children"],
                "refusal": needs["refusal"],
                "needs": shown(list),
            }),
            known: HashSet::new(),
            phrases: Vec::new(),
            mixed: Vec::new(),
            without: Vec::new(),
            beside: beside(&other)?,
            needs: list.len(),
        };
        for need in list {
            corpus.read_need(need, &places)?;
        }
        for phrase in array(&needs, "ambiguous")? {
            corpus.read_ambiguous(phrase, &places)?;
        }
        corpus.known = corpus.words();
        corpus.read_without(&other)?;
        Ok(corpus)
    }

    /// Returns the number of classes: the needs, and "no need".
    pub const fn classes(&self) -> usize {
        self.needs + 1
    }

    /// Returns all examples; `keep` selects phrases by index.
    ///
    /// Each phrase occurs twice, the second time combined with words that go with any need ("what
    /// do i do", "in halifax"): typed texts are longer than the phrases, and the surroundings of a
    /// need must not decide.
    pub fn examples(&self, keep: impl Fn(usize) -> bool) -> Vec<Example> {
        let mut examples = Vec::new();
        let mut random = Random(99);
        for (place, (text, need)) in self.phrases.iter().enumerate() {
            let beside = random.of(&self.beside);
            if keep(place) {
                let longer = match place % 2 {
                    0 => format!("{beside} {text}"),
                    _ => format!("{text} {beside}"),
                };
                examples.extend([text.clone(), longer].map(|text| one(text, *need)));
            }
        }
        examples.extend(self.mixed.iter().map(|(text, [first, second])| Example {
            text: text.clone(),
            shares: vec![(*first, FIRST_SHARE), (*second, 1.0 - FIRST_SHARE)],
        }));
        let none = self.needs;
        examples.extend(self.without.iter().map(|text| one(text.clone(), none)));
        examples
    }

    /// Returns the hashes of memorized texts with their needs: texts with two meanings, and those of
    /// the lists that the weights get wrong.
    pub fn memorized(&self, model: &Model, keep: impl Fn(usize) -> bool) -> MemorizedTexts {
        let class = |need: usize| u8::try_from(need).unwrap_or(NOTHING);
        let mut known = BTreeMap::new();
        for text in &self.without {
            if model.class_of(text) != self.classes() - 1 {
                known.insert(hash(text), [NOTHING; 2]);
            }
        }
        for (place, (text, need)) in self.phrases.iter().enumerate() {
            // Shorter texts are not evaluated.
            let is_short = letters(text) < FEWEST_LETTERS;
            if keep(place) && (is_short || model.class_of(text) != *need) {
                known.insert(hash(text), [class(*need), NOTHING]);
            }
        }
        for (text, needs) in &self.mixed {
            known.insert(hash(text), needs.map(class));
        }
        known
    }

    fn read_need(&mut self, need: &Value, places: &HashMap<&str, usize>) -> Result<(), String> {
        let id = string(need, "id")?;
        for language in ["en", "fr"] {
            let texts = folded(&need["phrases"], language)?;
            if texts.is_empty() {
                return Err(format!("{id}: no phrases in \"{language}\""));
            }
            // Its name is a phrase as well: it can be read on the first page, and typed.
            let name = fold_line(string(&need["name"], language)?);
            let texts = texts.into_iter().chain([name]);
            let phrases = texts.map(|text| (text, places[id]));
            self.phrases.extend(phrases);
        }
        for unlike in array(need, "unlike")? {
            let means = string(unlike, "means")?;
            let means = places.get(means).ok_or(format!("{id}: no need {means}"))?;
            self.phrases
                .push((fold_line(string(unlike, "text")?), *means));
        }
        Ok(())
    }

    fn read_ambiguous(
        &mut self,
        phrase: &Value,
        places: &HashMap<&str, usize>,
    ) -> Result<(), String> {
        let text = string(phrase, "text")?;
        let means = array(phrase, "means")?
            .iter()
            .map(|need| need.as_str().and_then(|need| places.get(need).copied()))
            .collect::<Option<Vec<usize>>>()
            .and_then(|needs| <[usize; 2]>::try_from(needs).ok())
            .ok_or(format!("needs.json: \"{text}\" does not mean two needs"))?;
        self.mixed.push((fold_line(text), means));
        Ok(())
    }

    /// Reads the texts without a need: those of the lists, and combined names of people.
    fn read_without(&mut self, other: &Value) -> Result<(), String> {
        let phrases: HashSet<&String> = self.phrases.iter().map(|(text, _)| text).collect();
        let mut without = Vec::new();
        for list in ["texts", "words", "agencies", "places"] {
            let texts = folded(other, list)?.into_iter();
            without.extend(texts.filter(|text| !phrases.contains(text)));
        }
        let [first, last] = ["first_names", "last_names"].map(|list| folded(other, list));
        let (first, last) = (first?, last?);
        for (place, name) in last.iter().enumerate() {
            for skip in [7, 11] {
                without.push(format!("{} {name}", first[place * skip % first.len()]));
            }
        }
        without.extend(last.into_iter().step_by(3));
        without.extend(first.into_iter().step_by(2));
        self.without = without;
        Ok(())
    }

    /// Returns the words that occur in more than one phrase.
    fn words(&self) -> HashSet<u32> {
        let (mut once, mut more) = (HashSet::new(), HashSet::new());
        let mixed = self.mixed.iter().map(|(text, _)| text);
        for text in self.phrases.iter().map(|(text, _)| text).chain(mixed) {
            let words = Words::of(text);
            let is_one = words.len() == 1;
            let hashes: BTreeSet<u32> = (0..words.len()).map(|word| words.hash(word)).collect();
            for hash in hashes {
                if is_one || !once.insert(hash) {
                    more.insert(hash);
                }
            }
        }
        more
    }
}

/// Returns texts that go with any need; a place in several forms.
fn beside(other: &Value) -> Result<Vec<String>, String> {
    let mut beside = folded(other, "beside")?;
    let places = folded(other, "places")?;
    let count = beside.len() / 2;
    let ways = ["", "in ", "near ", "a "].into_iter().cycle();
    let said = ways.zip(places).map(|(way, place)| format!("{way}{place}"));
    beside.extend(said.take(count));
    Ok(beside)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|one| one.is_alphabetic()).count()
}

fn hash(text: &str) -> u32 {
    let words = Words::of(text);
    format::text_hash((0..words.len()).map(|word| words.letters(word)))
}

pub fn one(text: String, class: usize) -> Example {
    Example {
        text,
        shares: vec![(class, 1.0)],
    }
}

fn places(list: &[Value]) -> Result<HashMap<&str, usize>, String> {
    let ids = list.iter().enumerate();
    ids.map(|(place, need)| Ok((string(need, "id")?, place)))
        .collect()
}

/// Returns the needs in the program's format: everything except the phrases.
fn shown(list: &[Value]) -> Value {
    let without_phrases = |need: &Value| {
        let mut need = need.clone();
        if let Some(fields) = need.as_object_mut() {
            fields.remove("phrases");
            fields.remove("unlike");
        }
        need
    };
    list.iter().map(without_phrases).collect()
}

fn array<'a>(value: &'a Value, field: &str) -> Result<&'a [Value], String> {
    value[field]
        .as_array()
        .map(Vec::as_slice)
        .ok_or(format!("no list \"{field}\""))
}

fn string<'a>(value: &'a Value, field: &str) -> Result<&'a str, String> {
    value[field].as_str().ok_or(format!("no text \"{field}\""))
}

fn folded(value: &Value, field: &str) -> Result<Vec<String>, String> {
    let texts = array(value, field)?.iter();
    texts
        .map(|text| {
            text.as_str()
                .map(fold_line)
                .ok_or(format!("{field}: not a text"))
        })
        .collect()
}

pub fn fold_line(text: &str) -> String {
    let mut folded = String::new();
    fold::fold_into(text, &mut folded);
    folded
}

/// Pseudorandom numbers, the same in every build (xorshift).
pub struct Random(pub u64);

impl Random {
    /// Returns a number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }

    fn of<'a>(&mut self, list: &'a [String]) -> &'a str {
        let place = self.below(list.len());
        list.get(place).map_or("", String::as_str)
    }
}
