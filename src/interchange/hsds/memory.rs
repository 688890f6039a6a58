//! Memory of the meanings of texts: the records of a file have the same ones again and again.

use rustc_hash::FxHashMap;

/// Greatest number of remembered texts.
const MOST: usize = 1_000;

/// Meanings of texts.
#[derive(Debug)]
pub struct Memory<T>(FxHashMap<String, T>);

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: Clone> Memory<T> {
    /// Returns the meaning of a text; `find` is called for an unknown one.
    pub fn of(&mut self, text: &str, find: impl FnOnce(&str) -> T) -> T {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        if self.0.len() >= MOST {
            self.0.clear();
        }
        let found = find(text);
        self.0.insert(text.to_owned(), found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_keeps_its_meaning_and_the_number_of_texts_is_limited() {
        let mut memory = Memory::default();
        for number in (0..3 * MOST).chain(0..10) {
            let text = number.to_string();
            assert_eq!(memory.of(&text, str::len), text.len());
            assert_eq!(memory.of(&text, |_| unreachable!()), text.len());
            assert!(memory.0.len() <= MOST);
        }
    }
}
