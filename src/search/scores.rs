//! The tally of a search: what each document has gathered so far.

use super::rank::Field;

/// What one document has gathered.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slot {
    /// The sum over the words that are done, each by its rarity.
    pub total: f32,
    /// The best that the word at hand has met here.
    best: f32,
    /// One bit for each word that was met.
    pub met: u16,
    /// How many words were best met in the name.
    pub named: u8,
    best_in_name: bool,
}

/// The tallies of all documents. Only those touched are ever looked at or cleared.
#[derive(Debug, Default)]
pub struct Scores {
    slots: Vec<Slot>,
    /// Documents with a tally, in the order in which they were met.
    touched: Vec<u32>,
    /// Documents that the word at hand has met.
    now: Vec<u32>,
}

impl Scores {
    /// Room for that many documents, all without a tally.
    pub fn prepare(&mut self, documents: usize) {
        for document in self.touched.drain(..) {
            self.slots[document as usize] = Slot::default();
        }
        self.now.clear();
        self.slots.resize(documents, Slot::default());
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
        if slot.best == 0.0 {
            if slot.met == 0 {
                if !may_start() {
                    return;
                }
                self.touched.push(document);
            }
            self.now.push(document);
        }
        if worth > slot.best {
            slot.best = worth;
            slot.best_in_name = field == Field::Name as usize;
        }
    }

    /// The word at hand is done: adds what it met to the tallies. A word is named by its bit.
    pub fn close_word(&mut self, bit: u16, rarity: f32) {
        for document in self.now.drain(..) {
            let slot = &mut self.slots[document as usize];
            slot.total += slot.best * rarity;
            slot.met |= bit;
            slot.named += u8::from(slot.best_in_name);
            slot.best = 0.0;
            slot.best_in_name = false;
        }
    }

    /// Documents with a tally.
    pub fn touched(&self) -> &[u32] {
        &self.touched
    }

    /// The tally of a document.
    pub fn slot(&self, document: u32) -> Slot {
        self.slots[document as usize]
    }

    /// Bytes that the tallies of that many documents take.
    pub const fn bytes_for(documents: u32) -> usize {
        documents as usize * size_of::<Slot>()
    }
}
