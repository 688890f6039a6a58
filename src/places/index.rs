//! Index from names to places, areas and regions.
//!
//! All parts are chained hash tables of numbers into one list of keys: quick to reject a name.

use std::borrow::Cow;

use super::alike::{one_edit, sound};
use super::letters::Words;
use super::place::{AreaId, PlaceId};
use crate::directory::Region;
use crate::tables::{Column, stored};

/// Least length of a name with a tolerated typo, in letters.
const SHORTEST_FORGIVEN: usize = 6;
/// Least number of letters of an incomplete name.
pub(super) const SHORTEST_HALF: usize = 4;
/// Fewest letters for a list of the places that begin with them.
const SHORTEST_LISTED: usize = 3;
/// Size of the set of beginnings as a power of two, in bits: about one in seven is set.
const BEGINNING_BITS: u32 = 18;

/// Bearer of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Bearer {
    Place(PlaceId),
    Area(AreaId),
    Region(Region),
}

/// Spelling of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// Name as written in the data.
    pub name: &'static str,
    pub bearer: Bearer,
    /// True for the bearer's main name, false for another spelling.
    pub first: bool,
    /// Number of words.
    words: u8,
    start: u32,
    len: u32,
}

stored!(Key {
    name,
    bearer,
    first,
    words,
    start,
    len
});

/// Names with their hash tables.
#[derive(Debug)]
pub(super) struct Index {
    letters: Cow<'static, str>,
    keys: Vec<Key>,
    exact: Chains,
    /// By the first letters and the length, and by the last: one typo leaves one of them unchanged.
    ends: Chains,
    /// By the first four letters, for incomplete names.
    starts: Chains,
    /// Hashes of the beginnings of names, of two letters and more.
    beginnings: Column<u64>,
}

stored!(Index {
    letters,
    keys,
    exact,
    ends,
    starts,
    beginnings
});

impl Default for Index {
    fn default() -> Self {
        Self {
            letters: String::with_capacity(96 * 1024).into(),
            keys: Vec::with_capacity(8 * 1024),
            exact: Chains::new(),
            ends: Chains::new(),
            starts: Chains::new(),
            beginnings: vec![0; 1 << (BEGINNING_BITS - 6)].into(),
        }
    }
}

impl Index {
    /// Adds a name, and the name without its parentheses as another spelling.
    pub fn add(&mut self, name: &'static str, bearer: Bearer, first: bool, words: &mut Words) {
        words.read(name);
        self.add_letters(name, words, bearer, first);
        if let Some((short, _)) = name.split_once(" (") {
            words.read(short);
            self.add_letters(name, words, bearer, false);
        }
    }

    fn add_letters(&mut self, name: &'static str, words: &Words, bearer: Bearer, first: bool) {
        let letters = words.letters();
        let Ok(number) = u16::try_from(self.keys.len()) else {
            return;
        };
        if letters.is_empty() || self.exact(letters).any(|key| key.bearer == bearer) {
            return;
        }
        self.keys.push(Key {
            name,
            bearer,
            first,
            words: u8::try_from(words.len()).unwrap_or(u8::MAX),
            start: wide(self.letters.len()),
            len: wide(letters.len()),
        });
        self.letters.to_mut().push_str(letters);
        let mut hash = Hash::default();
        let beginnings = self.beginnings.own();
        for (at, byte) in letters.bytes().enumerate() {
            hash.push(byte);
            if at > 0 {
                let (word, bit) = hash.bit();
                beginnings[word] |= bit;
            }
        }
        self.exact.insert(hash.0, number);
        let letters = letters.as_bytes();
        if !matches!(bearer, Bearer::Region(_)) {
            if letters.len() >= SHORTEST_FORGIVEN {
                self.ends.insert(head(letters, letters.len()), number);
                self.ends.insert(tail(letters, letters.len()), number);
            }
            if letters.len() > SHORTEST_HALF {
                self.starts.insert(start(letters), number);
            }
        }
    }

    /// Returns the letters of a key.
    pub fn letters(&self, key: &Key) -> &str {
        &self.letters[key.start as usize..(key.start + key.len) as usize]
    }

    /// Returns the keys of exactly these letters.
    pub fn exact(&self, letters: &str) -> impl Iterator<Item = &Key> {
        let mut hash = Hash::default();
        letters.bytes().for_each(|byte| hash.push(byte));
        self.exact_hashed(hash, letters)
    }

    fn exact_hashed<'a>(&'a self, hash: Hash, letters: &str) -> impl Iterator<Item = &'a Key> {
        self.exact
            .get(hash.0)
            .map(|number| &self.keys[number])
            .filter(move |key| self.letters(key) == letters)
    }

    /// Returns the end of the longest run of words from `first` on that is a name. The run may have
    /// more words than the name only if all are long: "white horse" is Whitehorse, "what i" is not
    /// Whatì.
    pub fn longest(&self, words: &Words, first: usize) -> Option<usize> {
        let mut hash = Hash::default();
        let mut longest = None;
        let mut len = 0;
        for end in first + 1..=words.len() {
            for byte in words.word(end - 1).bytes() {
                hash.push(byte);
                len += 1;
                let (word, bit) = hash.bit();
                if len > 1 && self.beginnings.at(word) & bit == 0 {
                    return longest;
                }
            }
            let run = first..end;
            let mut named = self.exact_hashed(hash, words.run(run.clone()));
            if named.any(|key| end - first <= usize::from(key.words) || words.are_long(&run)) {
                longest = Some(end);
            }
        }
        longest
    }

    /// Returns the keys at a distance of one typo from these letters; some repeatedly.
    pub fn one_typo<'a>(&'a self, letters: &'a str) -> impl Iterator<Item = &'a Key> {
        let bytes = letters.as_bytes();
        let lengths = bytes.len().saturating_sub(1)..bytes.len() + 2;
        let lengths = lengths.filter(|_| bytes.len() + 1 >= SHORTEST_FORGIVEN);
        lengths
            .flat_map(|len| [head(bytes, len), tail(bytes, len)])
            .flat_map(|hash| self.ends.get(hash))
            .map(|number| &self.keys[number])
            .filter(move |key| one_edit(bytes, self.letters(key).as_bytes()))
    }

    /// Returns the keys that begin with these letters (at least three). Reads all keys: for a list
    /// that follows the letters of one field.
    pub fn all_beginning_with<'a>(&'a self, letters: &'a str) -> impl Iterator<Item = &'a Key> {
        let keys = self
            .keys
            .iter()
            .filter(|_| letters.len() >= SHORTEST_LISTED);
        keys.filter(move |key| self.letters(key).starts_with(letters))
    }

    /// Returns the keys that sound like these letters (at least six): *kujuak* is Kuujjuaq. Reads all
    /// keys, as [`Self::all_beginning_with`].
    pub fn all_sounding_like<'a>(&'a self, letters: &'a str) -> impl Iterator<Item = &'a Key> {
        let keys = self.keys.iter();
        let keys = keys.filter(|_| letters.len() >= SHORTEST_FORGIVEN);
        keys.filter(move |key| sound(self.letters(key)).eq(sound(letters)))
    }

    /// Returns the keys that begin with these letters (at least four) and are longer.
    pub fn beginning_with<'a>(&'a self, letters: &'a str) -> impl Iterator<Item = &'a Key> {
        let bytes = letters.as_bytes();
        let hash = (bytes.len() >= SHORTEST_HALF).then(|| start(bytes));
        hash.into_iter()
            .flat_map(|hash| self.starts.get(hash))
            .map(|number| &self.keys[number])
            .filter(move |key| self.letters(key).starts_with(letters))
    }
}

/// Fowler–Noll–Vo hash, 32 bits, FNV-1a.
#[derive(Clone, Copy)]
struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Hash {
    const fn push(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u32).wrapping_mul(0x0100_0193);
    }

    /// Returns its word and bit in the set of beginnings.
    const fn bit(self) -> (usize, u64) {
        let bit = spread(self.0) >> (32 - BEGINNING_BITS);
        ((bit >> 6) as usize, 1 << (bit & 63))
    }
}

/// Mixes a hash into its high bits.
const fn spread(hash: u32) -> u32 {
    hash.wrapping_mul(0x9e37_79b9)
}

/// Returns the hash of the first letters of a name with this length.
fn head(letters: &[u8], len: usize) -> u32 {
    let end = end_letters(len).min(letters.len());
    hash_end(letters, &letters[..end], len, 0)
}

/// Returns the hash of the last letters of a name with this length, and of its first one.
fn tail(letters: &[u8], len: usize) -> u32 {
    let start = letters.len().saturating_sub(end_letters(len));
    hash_end(letters, &letters[start..], len, 1)
}

/// Returns the number of letters at each end of a name: one typo leaves those of one end unchanged.
const fn end_letters(len: usize) -> usize {
    if len < 8 { 3 } else { 4 }
}

fn hash_end(letters: &[u8], end: &[u8], len: usize, side: u32) -> u32 {
    let packed = end
        .iter()
        .fold(0, |packed, letter| (packed << 8) | u32::from(*letter));
    let first = letters.first().map_or(0, |letter| u32::from(*letter));
    spread(packed) ^ (wide(len) << 16) ^ (first << 8) ^ side
}

/// Returns the hash of the first four letters.
fn start(letters: &[u8]) -> u32 {
    letters
        .first_chunk()
        .map_or(0, |first| u32::from_le_bytes(*first))
}

/// Converts a length or an index in the names, which always fits.
fn wide(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Hash table from hashes to numbers of keys, several for each; the caller compares the hashes.
#[derive(Debug)]
struct Chains {
    /// Last entry of each chain, counted from 1; 0 for an empty chain.
    heads: Column<u16>,
    /// Entry: hash, number of the key, preceding entry in its chain.
    entries: Column<(u32, u16, u16)>,
    /// Bit for each hash, in a set with eight times as many bits as chains: most look-ups fail.
    present: Column<u64>,
}

stored!(Chains {
    heads,
    entries,
    present
});

impl Chains {
    const BITS: u32 = 14;

    fn new() -> Self {
        Self {
            heads: vec![0; 1 << Self::BITS].into(),
            entries: Vec::with_capacity(8 * 1024).into(),
            present: vec![0; 1 << (Self::BITS + 3 - 6)].into(),
        }
    }

    /// Returns the word and bit of a hash in the set.
    const fn bit(hash: u32) -> (usize, u64) {
        let bit = spread(hash) >> (32 - Self::BITS - 3);
        ((bit >> 6) as usize, 1 << (bit & 63))
    }

    const fn slot(hash: u32) -> usize {
        (spread(hash) >> (32 - Self::BITS)) as usize
    }

    fn insert(&mut self, hash: u32, number: u16) {
        let Ok(entry) = u16::try_from(self.entries.len() + 1) else {
            return;
        };
        let (word, bit) = Self::bit(hash);
        self.present.own()[word] |= bit;
        let head = &mut self.heads.own()[Self::slot(hash)];
        self.entries.own().push((hash, number, *head));
        *head = entry;
    }

    fn get(&self, hash: u32) -> impl Iterator<Item = usize> {
        let (word, bit) = Self::bit(hash);
        let mut next = if self.present.at(word) & bit == 0 {
            0
        } else {
            self.heads.at(Self::slot(hash))
        };
        std::iter::from_fn(move || {
            loop {
                let entry = usize::from(next).checked_sub(1)?;
                let (of, number, before) = self.entries.at(entry);
                next = before;
                if of == hash {
                    return Some(usize::from(number));
                }
            }
        })
    }
}
