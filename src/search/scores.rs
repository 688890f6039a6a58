//! The tally of a search: what each document has gathered so far.

use super::query::MOST_WORDS;
use super::rank::Field;

/// What one document has gathered.
///
/// What the last word that met it is worth stays apart until another word meets it, so that
/// ending a word needs no second way through all that it met.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The sum over the words before the last one, each by its rarity.
    total: f32,
    /// The best that the last word has met here.
    best: f32,
    /// One bit for each word that was met.
    met: u16,
    /// How many words before the last one were best met in the name.
    named: u8,
    /// The number of the last word, from 1; with [`IN_NAME`], it was best met in the name.
    last: u8,
}

/// Beside the number of a word: it was best met in the name.
const IN_NAME: u8 = 1 << 7;

/// What one document has gathered in all.
#[derive(Clone, Copy, Debug)]
pub struct Tally {
    /// The sum over the words, each by its rarity.
    pub total: f32,
    /// One bit for each word that was met.
    pub met: u16,
    /// How many words were best met in the name.
    pub named: u8,
}

/// The tallies of all documents. Only those touched are ever looked at or cleared.
#[derive(Debug, Default)]
pub struct Scores {
    slots: Vec<Slot>,
    /// Documents with a tally, in the order in which they were met.
    touched: Vec<u32>,
    /// One bit a document, whether it has a tally: small enough to stay near the processor where
    /// the tallies of a large directory do not.
    has: Vec<u64>,
    /// The number of the word at hand, from 1.
    word: u8,
    /// Its bit.
    bit: u16,
    /// The rarity of each word, by its number.
    rarities: [f32; MOST_WORDS + 1],
}

impl Scores {
    /// Room for that many documents, all without a tally.
    pub fn prepare(&mut self, documents: usize) {
        for document in self.touched.drain(..) {
            self.slots[document as usize] = Slot::default();
            self.has[document as usize / 64] = 0;
        }
        self.word = 0;
        self.slots.resize(documents, Slot::default());
        self.has.resize(documents.div_ceil(64), 0);
    }

    /// What is met from now on meets another word, which is named by its bit.
    pub const fn next_word(&mut self, bit: u16, rarity: f32) {
        self.word += 1;
        self.bit = bit;
        self.rarities[self.word as usize] = rarity;
    }

    /// Whether the document has a tally.
    #[inline]
    pub fn has(&self, document: u32) -> bool {
        self.has[document as usize / 64] >> (document % 64) & 1 != 0
    }

    /// The word at hand stands in a field of this document, and is worth that. A document without
    /// a tally gets one only where `may_start` agrees.
    #[inline]
    pub fn meet(
        &mut self,
        document: u32,
        worth: f32,
        field: usize,
        may_start: impl FnOnce() -> bool,
    ) {
        let slot = &mut self.slots[document as usize];
        if slot.last & !IN_NAME != self.word {
            if slot.last != 0 {
                slot.end_word(&self.rarities);
            } else if may_start() {
                self.touched.push(document);
                self.has[document as usize / 64] |= 1 << (document % 64);
            } else {
                return;
            }
            slot.met |= self.bit;
            slot.last = self.word;
        }
        if worth > slot.best {
            slot.best = worth;
            let in_name = field == Field::Name as usize;
            slot.last = self.word | if in_name { IN_NAME } else { 0 };
        }
    }

    /// Documents with a tally.
    pub fn touched(&self) -> &[u32] {
        &self.touched
    }

    /// The tally of a document.
    #[inline]
    pub fn tally(&self, document: u32) -> Tally {
        let mut slot = self.slots[document as usize];
        slot.end_word(&self.rarities);
        Tally {
            total: slot.total,
            met: slot.met,
            named: slot.named,
        }
    }

    /// Bytes that the tallies of that many documents take.
    pub const fn bytes_for(documents: u32) -> usize {
        documents as usize * size_of::<Slot>() + documents as usize / 8
    }
}

impl Slot {
    /// Adds what the last word is worth.
    #[inline]
    fn end_word(&mut self, rarities: &[f32; MOST_WORDS + 1]) {
        self.total += self.best * rarities[usize::from(self.last & !IN_NAME)];
        self.named += u8::from(self.last & IN_NAME != 0);
        self.best = 0.0;
    }
}
