//! Insertion of documents among others.

use crate::tables::{Column, Number};

/// Numbers of documents when some are inserted among others.
#[derive(Debug)]
pub struct Weave {
    /// For each inserted document, in order, the number of others before it.
    places: Vec<u32>,
    /// New number of each of the others.
    base: Vec<u32>,
    /// New number of each inserted document.
    added: Vec<u32>,
}

impl Weave {
    /// Creates the numbers for documents inserted at these ascending places among `count` others.
    pub fn of(places: Vec<u32>, count: u32) -> Self {
        let mut inserted = places.iter().copied().peekable();
        let mut shift = 0;
        let base = (0..count).map(|document| {
            while inserted.next_if(|place| *place <= document).is_some() {
                shift += 1;
            }
            document + shift
        });
        Self {
            base: base.collect(),
            added: places
                .iter()
                .zip(0..)
                .map(|(place, number)| place + number)
                .collect(),
            places,
        }
    }

    /// Returns the new numbers of the others.
    pub fn base(&self) -> &[u32] {
        &self.base
    }

    /// Returns the new numbers of the inserted documents.
    pub fn added(&self) -> &[u32] {
        &self.added
    }

    /// Calls `each` with all documents in their new order: true for an inserted one, and its
    /// number among those.
    pub fn each(&self, mut each: impl FnMut(bool, u32)) {
        let mut inserted = self.places.iter().copied().zip(0..).peekable();
        for document in (0..).take(self.base.len()) {
            while let Some((_, number)) = inserted.next_if(|(place, _)| *place <= document) {
                each(true, number);
            }
            each(false, document);
        }
        inserted.for_each(|(_, number)| each(true, number));
    }

    /// Returns the values of all documents in their new order.
    pub fn join<T: Number>(&self, base: &Column<T>, added: &Column<T>) -> Column<T> {
        let mut all = Vec::with_capacity(base.len() + added.len());
        let (base, added) = (base.all(), added.all());
        self.each(|is_added, document| {
            let values = if is_added { &added } else { &base };
            all.push(values[document as usize]);
        });
        all.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inserted_values_come_before_the_others_at_their_places() {
        let weave = Weave::of(vec![0, 2, 2, 3], 3);
        assert_eq!(weave.base(), [1, 2, 5]);
        assert_eq!(weave.added(), [0, 3, 4, 6]);
        let [base, added] = ["abc", "1234"].map(|text| text.as_bytes().to_vec().into());
        assert_eq!(*weave.join(&base, &added).all(), *b"1ab23c4");
    }
}
