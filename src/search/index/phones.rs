//! Index of phone numbers, searched by any three or more consecutive digits.

use crate::search::text::phone::{LONGEST, pack};
use crate::tables::{Column, stored};

/// All phone numbers, packed so that one pass finds digits anywhere in them.
#[derive(Debug, Default)]
pub struct Phones {
    /// Numbers packed by [`pack`].
    packed: Column<u64>,
    /// Document of each number, ascending.
    documents: Column<u32>,
    /// For each sequence of three digits, one bit a block of numbers, set if any number of the
    /// block contains it.
    blocks: Column<u64>,
}

stored!(Phones {
    packed,
    documents,
    blocks
});

/// Number of phone numbers that share one bit.
const BLOCK: usize = 16;
/// Number of sequences of three digits.
const TRIPLES: usize = 1000;

/// Match of digits with a number, the best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DigitsFit {
    /// Inside the number.
    Inside,
    /// At its beginning.
    Beginning,
    /// At the end of the number, the part that people remember.
    Ending,
    /// The whole number, apart from a leading 1.
    Whole,
}

impl Phones {
    /// Adds a packed number of a document; documents come in ascending order.
    pub fn push(&mut self, document: u32, packed: u64) {
        self.packed.own().push(packed);
        self.documents.own().push(document);
    }

    /// Returns the numbers of both, with the new number of each document.
    pub fn joined(parts: [(&Self, &[u32]); 2]) -> Self {
        let mut numbers: Vec<(u32, u64)> = Vec::new();
        for (phones, documents) in parts {
            let (own, packed) = (phones.documents.all(), phones.packed.all());
            let own = own.iter().map(|document| documents[*document as usize]);
            numbers.extend(own.zip(packed.iter().copied()));
        }
        numbers.sort_by_key(|(document, _)| *document);
        let mut joined = Self::default();
        for (document, packed) in numbers {
            joined.push(document, packed);
        }
        joined.finish();
        joined
    }

    /// Builds the index of digit sequences once all numbers are added.
    pub fn finish(&mut self) {
        let words = self.words();
        let mut blocks = vec![0; TRIPLES * words];
        for (number, packed) in self.packed.own().iter().enumerate() {
            let block = number / BLOCK;
            for triple in triples(*packed) {
                blocks[triple * words + block / 64] |= 1 << (block % 64);
            }
        }
        self.blocks = blocks.into();
    }

    /// Returns the number of 64-bit words for each sequence of three digits.
    fn words(&self) -> usize {
        self.packed.len().div_ceil(BLOCK * 64)
    }

    /// Returns the document and the fit of every number that contains these three or more digits, in
    /// document order.
    pub fn find(&self, digits: &str) -> impl Iterator<Item = (u32, DigitsFit)> {
        let digits = without_country_code(digits);
        let wanted = pack(digits);
        let length = digits.len();
        let mut packed = self.packed.cursor();
        let mut documents = self.documents.cursor();
        let wanted = wanted.into_iter();
        let numbers = wanted.flat_map(|wanted| self.numbers_with(wanted).map(move |n| (wanted, n)));
        numbers.filter_map(move |(wanted, number)| {
            let fit = fit(packed.at(number), wanted, length)?;
            Some((documents.at(number), fit))
        })
    }

    /// Returns the numbers of the blocks with every sequence of three digits of a packed number.
    fn numbers_with(&self, wanted: u64) -> impl Iterator<Item = usize> {
        let words = self.words();
        let mut all = vec![u64::MAX; words];
        for triple in triples(wanted) {
            let having = self.blocks.range(triple * words..(triple + 1) * words);
            for (bits, having) in all.iter_mut().zip(having.iter()) {
                *bits &= having;
            }
        }
        let count = self.packed.len();
        let blocks = all.into_iter().enumerate().flat_map(|(word, bits)| {
            let without_lowest = |bits: &u64| Some(bits & bits.wrapping_sub(1));
            let left = std::iter::successors(Some(bits), without_lowest);
            let set = left.take_while(|left| *left != 0);
            set.map(move |left| word * 64 + left.trailing_zeros() as usize)
        });
        blocks.flat_map(move |block| (block * BLOCK).min(count)..((block + 1) * BLOCK).min(count))
    }

    /// Returns the heap size in bytes.
    pub fn bytes(&self) -> usize {
        self.packed.bytes() + self.blocks.bytes() + self.documents.bytes()
    }
}

/// Removes a leading 1 from a number typed in full; the directory may leave it out.
fn without_country_code(digits: &str) -> &str {
    digits
        .strip_prefix('1')
        .filter(|rest| rest.len() == 10)
        .unwrap_or(digits)
}

fn fit(packed: u64, wanted: u64, length: usize) -> Option<DigitsFit> {
    let mask = u64::MAX >> (64 - 4 * length);
    let shift = (0..=LONGEST - length).find(|shift| (packed >> (4 * shift)) & mask == wanted)?;
    let before = packed >> (4 * shift) >> (4 * (length - 1)) >> 4;
    let first = before == 0 || before == ONE;
    Some(match (shift, first) {
        (0, true) => DigitsFit::Whole,
        (0, false) => DigitsFit::Ending,
        (_, true) => DigitsFit::Beginning,
        (_, false) => DigitsFit::Inside,
    })
}

/// A leading 1, packed.
const ONE: u64 = 2;

/// Returns every sequence of three digits of a packed number, as numbers from 0 to 999.
fn triples(packed: u64) -> impl Iterator<Item = usize> {
    let digit = move |index: usize| (packed >> (4 * index) & 15) as usize;
    (0..LONGEST - 2)
        .map(move |index| [digit(index + 2), digit(index + 1), digit(index)])
        .take_while(|triple| triple[0] != 0)
        .map(|triple| {
            triple
                .iter()
                .fold(0, |number, digit| number * 10 + digit - 1)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(number: &str, digits: &str) -> Option<DigitsFit> {
        let mut phones = Phones::default();
        phones.push(7, pack(number).unwrap());
        phones.finish();
        let mut found = phones.find(digits);
        let (document, fit) = found.next()?;
        assert_eq!(document, 7);
        Some(fit)
    }

    #[test]
    fn digits_are_found_at_any_position() {
        let number = "1-800-363-9010";
        for (digits, fit) in [
            ("18003639010", Some(DigitsFit::Whole)),
            ("8003639010", Some(DigitsFit::Whole)),
            ("3639010", Some(DigitsFit::Ending)),
            ("9010", Some(DigitsFit::Ending)),
            ("800", Some(DigitsFit::Beginning)),
            ("363", Some(DigitsFit::Inside)),
            ("0363", Some(DigitsFit::Inside)),
            ("999", None),
        ] {
            assert_eq!(fits(number, digits), fit, "{digits}");
        }
        assert_eq!(fits("902-425-0122", "19024250122"), Some(DigitsFit::Whole));
        assert_eq!(fits("911", "0911"), None);
        assert_eq!(
            fits("1234-5678-9012-3456", "1234567890123456"),
            Some(DigitsFit::Whole)
        );
    }
}
