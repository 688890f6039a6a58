//! Detection of street addresses in a text: by their form, and by the lines of a known address.

use std::ops::Range;

use super::wording::says_secret_place;
use super::words::{AddressWord, words};

/// Words of addresses on the web that show a place on a map.
const MAPS: [&str; 8] = [
    "goo.gl/maps",
    "maps.app.",
    "maps.google",
    "google.com/maps",
    "google.ca/maps",
    "openstreetmap",
    "bing.com/maps",
    "what3words",
];
/// Most words of the name of a street.
const LONGEST_NAME: usize = 4;
/// Most words of a statement that an address is secret.
const WORDS_BEFORE: usize = 4;

/// Streets of a place that must stay unknown, and the forms of all streets.
#[derive(Debug, Default)]
pub(super) struct Streets(Vec<Street>);

/// Street line.
#[derive(Debug)]
struct Street {
    /// Words but for those that are in every text.
    words: Vec<AddressWord>,
    /// Words of the name alone, joined, if they are long enough to be found within another word.
    joined: Option<String>,
    /// The name, if it is a single word.
    single: Option<String>,
}

/// Place of a text: names are read more strictly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Name of a service or an organization, which may be that of a street.
    Name,
    /// Any other words.
    Words,
    /// Address of the web or of e-mail, whose words are those of anything.
    Link,
}

impl Streets {
    /// Takes the lines of an address, each with or without its town.
    pub(super) fn of<'a>(lines: impl IntoIterator<Item = &'a str>) -> Self {
        let streets = lines.into_iter().flat_map(|line| {
            let parts: Vec<Vec<AddressWord>> = line.split([',', ';', '\n']).map(words).collect();
            let tells = |part: &Vec<AddressWord>| {
                part.iter().any(|word| word.is_number() || word.is_street())
            };
            let known = parts.iter().any(&tells);
            let mut at = 0;
            let parts = parts.into_iter().filter(move |part| {
                at += 1;
                let has_code = (0..part.len()).any(|first| postal_code(part, first).is_some());
                if known {
                    tells(part) && !has_code
                } else {
                    at == 1
                }
            });
            parts.filter_map(Street::of).collect::<Vec<_>>()
        });
        Self(streets.collect())
    }

    /// Returns the ranges of a text that tell a street, in order.
    pub(super) fn found(&self, text: &str, kind: Reading) -> Vec<Range<usize>> {
        let words = words(text);
        let text = Disclosing {
            text,
            words: &words,
            kind,
        };
        let mut found: Vec<Range<usize>> = (0..words.len())
            .filter_map(|first| {
                let range = text.by_form(first).or_else(|| self.known(&words, first))?;
                Some(words[range.start].range.start..words[range.end - 1].range.end)
            })
            .collect();
        found.extend(text.stated());
        found.extend(text.coordinates());
        found.extend(text.maps());
        found.sort_by_key(|range| range.start);
        found.dedup_by(|next, last| {
            let joins = next.start <= last.end;
            last.end = if joins {
                last.end.max(next.end)
            } else {
                last.end
            };
            joins
        });
        found
    }

    fn known(&self, words: &[AddressWord], first: usize) -> Option<Range<usize>> {
        self.0.iter().find_map(|street| street.at(words, first))
    }
}

impl Street {
    fn of(line: Vec<AddressWord>) -> Option<Self> {
        let words: Vec<AddressWord> = line.into_iter().filter(|word| !word.is_stop()).collect();
        let names: Vec<&str> = words
            .iter()
            .filter(|word| word.is_name())
            .map(|word| word.folded.as_str())
            .collect();
        let joined = names.concat();
        let long = if names.len() > 1 { 7 } else { 10 };
        let single = match names[..] {
            [] => return None,
            [name] => Some(name.to_owned()),
            _ => None,
        };
        Some(Self {
            joined: (joined.len() >= long).then_some(joined),
            single,
            words,
        })
    }

    /// Returns the words from `first` on that are two in a row of the line, or its name.
    fn at(&self, words: &[AddressWord], first: usize) -> Option<Range<usize>> {
        let word = &words[first];
        if self
            .joined
            .as_ref()
            .is_some_and(|name| word.folded.contains(name))
        {
            return Some(first..first + 1);
        }
        let before = first.checked_sub(1).map(|before| &words[before]);
        let named = self
            .single
            .as_ref()
            .is_some_and(|name| *name == word.folded);
        if named && word.is_capital && before.is_some_and(AddressWord::leads_street) {
            return Some(first - 1..first + 1);
        }
        let next = (first + 1..words.len()).find(|next| !words[*next].is_stop())?;
        let pairs = self.words.windows(2);
        let mut telling = pairs.filter(|pair| pair.iter().any(AddressWord::is_name));
        let same = |pair: &[AddressWord]| pair[0].is(word) && pair[1].is(&words[next]);
        telling.any(same).then_some(first..next + 1)
    }
}

/// Text that may tell a street.
struct Disclosing<'a> {
    text: &'a str,
    words: &'a [AddressWord],
    kind: Reading,
}

impl Disclosing<'_> {
    /// Returns the words from `first` on that have the form of a street, or of a postal code.
    fn by_form(&self, first: usize) -> Option<Range<usize>> {
        let is_link = self.kind == Reading::Link;
        let of_words = || self.led(first).or_else(|| self.named(first));
        let of_words = || postal_code(self.words, first).or_else(of_words);
        self.numbered(first)
            .or_else(|| (!is_link).then(of_words).flatten())
    }

    /// Finds `44 Hidden Hollow Road`, `100 5th Avenue`, `5th Avenue`.
    fn numbered(&self, first: usize) -> Option<Range<usize>> {
        let word = &self.words[first];
        let second = self.words.get(first + 1)?;
        if word.is_ordinal() && second.is_strong() && self.is_close(first) {
            return Some(first..first + 2);
        }
        if !word.is_number() || second.is_street() && !second.is_ordinal() {
            return None;
        }
        let mut end = first + 1;
        while end < self.words.len() && end <= first + 2 + LONGEST_NAME && self.is_close(end - 1) {
            let names = &self.words[first + 1..end];
            if !names.is_empty() && self.ends_street(end) && self.are_names(first + 1..end) {
                return Some(first..end + 1);
            }
            end += 1;
        }
        None
    }

    /// Returns true for a street word behind a name.
    fn ends_street(&self, at: usize) -> bool {
        let word = &self.words[at];
        // United Way is in every province.
        if self.words[at - 1].folded == "united" {
            return false;
        }
        word.is_strong() || word.is_street() && self.kind != Reading::Link
    }

    /// Returns true if words may name a street: with capitals, or without a word that no street has.
    fn are_names(&self, range: Range<usize>) -> bool {
        let names = &self.words[range.clone()];
        let has_name = names.iter().any(|word| word.is_name() || word.is_unit());
        let starts = names.first().is_some_and(|word| !word.is_stop());
        let is_named = names
            .iter()
            .all(|word| word.is_capital || word.is_ordinal() || word.is_number());
        let apart = |at: usize| {
            self.text[self.words[at].range.end..self.words[at + 1].range.start].contains(',')
        };
        let is_plain = names.len() < LONGEST_NAME
            && !names.iter().any(AddressWord::is_stop)
            && !range.clone().any(apart);
        has_name && starts && (is_named || is_plain)
    }

    /// Finds `rue des Ormes`, `boulevard Laurier`, `Highway 104`.
    fn led(&self, first: usize) -> Option<Range<usize>> {
        let word = &self.words[first];
        let next = self.words.get(first + 1).filter(|_| self.is_close(first))?;
        if word.leads_number() && next.is_number() {
            return Some(first..first + 2);
        }
        // "Work of the street" ("de rue") is none, and a name may have an English boulevard.
        let is_of = first > 0 && self.words[first - 1].folded == "de";
        let is_english = ["avenue", "boulevard", "route"].contains(&word.folded.as_str())
            && !(first > 0 && self.words[first - 1].is_number() && self.is_close(first - 1));
        if !word.leads_name() || is_of || is_english && self.kind == Reading::Name {
            return None;
        }
        let mut end = first + 1;
        while end < self.words.len()
            && self.is_close(end - 1)
            && self.words[end].is_stop()
            && end < first + 4
        {
            end += 1;
        }
        let name = self.words.get(end).filter(|_| self.is_close(end - 1))?;
        let is_named = name.is_capital && !name.is_stop() && !name.is_street() || name.is_ordinal();
        (is_named).then(|| first..self.capitals_from(end + 1, LONGEST_NAME - 1))
    }

    /// Finds `on Hidden Hollow Road`, or without the preposition at the end of a phrase.
    fn named(&self, at: usize) -> Option<Range<usize>> {
        let word = &self.words[at];
        if !word.is_strong() {
            return None;
        }
        let is_name = |index: usize| {
            let word = &self.words[index];
            word.is_capital && self.is_close(index) && !word.is_stop()
        };
        let mut start = at;
        while start > 0 && start + LONGEST_NAME > at && is_name(start - 1) {
            start -= 1;
        }
        if start == at || !self.words[start..at].iter().any(AddressWord::is_name) {
            return None;
        }
        let mut before = start;
        while before > 0
            && (self.words[before - 1].is_stop() && !self.words[before - 1].leads_street())
        {
            before -= 1;
        }
        let is_led = before > 0 && self.words[before - 1].leads_street();
        // "Youth Street Outreach", and "Dr. Name", are no streets.
        let goes_on = self.words.get(at + 1).is_some_and(|next| {
            let between = &self.text[word.range.end..next.range.start];
            next.is_capital
                && !next.is_unit()
                && between
                    .chars()
                    .all(|c| matches!(c, ' ' | '.' | '-' | '’' | '\''))
        });
        let starts = if is_led { before - 1 } else { start };
        (is_led || self.kind == Reading::Words && !goes_on).then_some(starts..at + 1)
    }

    /// Returns the end of the capitalized words from `first` on, of which there are at most `most`.
    fn capitals_from(&self, first: usize, most: usize) -> usize {
        let mut end = first;
        while end < self.words.len()
            && end < first + most
            && self.words[end].is_capital
            && self.is_blank(end - 1)
        {
            end += 1;
        }
        end
    }

    /// Returns true if no sentence ends behind a word.
    fn is_close(&self, at: usize) -> bool {
        let Some(next) = self.words.get(at + 1) else {
            return false;
        };
        let between = &self.text[self.words[at].range.end..next.range.start];
        let is_short = self.words[at].range.len() <= 4;
        between.len() <= 4
            && between
                .chars()
                .all(|c| !";:!?•|(".contains(c) && (c != '.' || is_short))
    }

    /// Returns true if only a blank, a hyphen or an apostrophe stands behind a word.
    fn is_blank(&self, at: usize) -> bool {
        let Some(next) = self.words.get(at + 1) else {
            return false;
        };
        let between = &self.text[self.words[at].range.end..next.range.start];
        between
            .chars()
            .all(|c| matches!(c, ' ' | '\u{a0}' | '-' | '’' | '\''))
    }

    /// Finds what follows "confidential address:", to the end of the sentence.
    fn stated(&self) -> Option<Range<usize>> {
        if self.kind == Reading::Link {
            return None;
        }
        let mut colons = self.text.match_indices(':').map(|(at, _)| at);
        let colon = colons.find(|colon| {
            let last = self.words.partition_point(|word| word.range.end <= *colon);
            let before = &self.words[last.saturating_sub(WORDS_BEFORE)..last];
            let start = before.first().map_or(*colon, |word| word.range.start);
            let before = &self.text[start..*colon];
            let sentence = before.rsplit(['.', ';', '!', '?', '\n']).next();
            sentence.is_some_and(says_secret_place)
        })?;
        let next = self.words.partition_point(|word| word.range.start < colon);
        let start = self.words.get(next)?.range.start;
        let end = self.text[start..].find(['.', ';', '\n']);
        Some(start..end.map_or(self.text.len(), |length| start + length))
    }

    /// Finds coordinates: two numbers with at least four decimals.
    fn coordinates(&self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        let is_digits = |word: &AddressWord| word.folded.bytes().all(|byte| byte.is_ascii_digit());
        let mut fractions = self.words.windows(2).filter(|pair| {
            let joined =
                pair[0].range.end + 1 == pair[1].range.start && bytes[pair[0].range.end] == b'.';
            joined
                && pair[0].range.len() <= 3
                && pair[1].range.len() >= 4
                && pair.iter().all(is_digits)
        });
        let first = fractions.next()?;
        let last = fractions.next()?;
        if last[0].range.start > first[1].range.end + 6 {
            return None;
        }
        Some(first[0].range.start..last[1].range.end)
    }

    /// Finds the address of a map.
    fn maps(&self) -> Option<Range<usize>> {
        let lower = self.text.to_ascii_lowercase();
        let at = MAPS.iter().find_map(|map| lower.find(map))?;
        let start = lower[..at].rfind(' ').map_or(0, |blank| blank + 1);
        let end = lower[at..]
            .find(' ')
            .map_or(lower.len(), |blank| at + blank);
        Some(start..end)
    }
}

/// Returns the one or two words of a Canadian postal code.
fn postal_code(words: &[AddressWord], first: usize) -> Option<Range<usize>> {
    let has = |text: &str, shape: &[u8]| {
        let pairs = text.bytes().zip(shape);
        text.len() == shape.len()
            && pairs.into_iter().all(|(byte, like)| match like {
                b'a' => byte.is_ascii_lowercase(),
                _ => byte.is_ascii_digit(),
            })
    };
    let word = &words[first];
    if has(&word.folded, b"a1a1a1") {
        return Some(first..first + 1);
    }
    let next = words.get(first + 1)?;
    let is_near = next.range.start - word.range.end <= 3;
    (is_near && has(&word.folded, b"a1a") && has(&next.folded, b"1a1")).then_some(first..first + 2)
}
