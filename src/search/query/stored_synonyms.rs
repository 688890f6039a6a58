//! Form of the synonyms in bytes.

use std::sync::Arc;

use super::synonyms::{Entry, Meaning, Phrases, Strength, Synonyms};
use crate::tables::{Stored, stored, stored_lists};

impl Stored for Synonyms {
    fn write(&self, to: &mut Vec<u8>) {
        self.list.write(to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        let list = Arc::new(Phrases::read(from)?);
        Some(Self { list })
    }
}

stored!(Phrases {
    terms,
    entries_of,
    entries,
    meanings,
    phrase_words,
    longest
});
stored_lists!(Entry, Meaning, (String, u32));

impl Stored for (String, u32) {
    fn write(&self, to: &mut Vec<u8>) {
        self.0.write(to);
        self.1.write(to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        Some((String::read(from)?, u32::read(from)?))
    }
}

impl Stored for Entry {
    fn write(&self, to: &mut Vec<u8>) {
        self.meanings.start.write(to);
        self.meanings.end.write(to);
        (self.strength as u8).write(to);
        u8::from(self.instead).write(to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        const STRENGTHS: [Strength; 3] = [Strength::OneWay, Strength::TwoWay, Strength::Filter];
        Some(Self {
            meanings: u32::read(from)?..u32::read(from)?,
            strength: *STRENGTHS.get(usize::from(u8::read(from)?))?,
            instead: u8::read(from)? != 0,
        })
    }
}

impl Stored for Meaning {
    fn write(&self, to: &mut Vec<u8>) {
        match self {
            Self::Words { words, text } => {
                0u8.write(to);
                words.write(to);
                text.write(to);
            }
            Self::Category(category) => kind(1, category, to),
            Self::Audience(audience) => kind(2, audience, to),
            Self::Region(region) => kind(3, region, to),
            Self::Language(language) => kind(4, language, to),
            Self::AlwaysOpen => 5u8.write(to),
            Self::OpenNow => 6u8.write(to),
            Self::Topic(topic) => kind(7, topic, to),
            Self::Page(page) => kind(8, page, to),
            Self::All(meanings) => kind(9, meanings, to),
        }
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        Some(match u8::read(from)? {
            0 => Self::Words {
                words: Stored::read(from)?,
                text: Stored::read(from)?,
            },
            1 => Self::Category(Stored::read(from)?),
            2 => Self::Audience(Stored::read(from)?),
            3 => Self::Region(Stored::read(from)?),
            4 => Self::Language(Stored::read(from)?),
            5 => Self::AlwaysOpen,
            6 => Self::OpenNow,
            7 => Self::Topic(Stored::read(from)?),
            8 => Self::Page(Stored::read(from)?),
            9 => Self::All(Stored::read(from)?),
            _ => return None,
        })
    }
}

fn kind(number: u8, value: &impl Stored, to: &mut Vec<u8>) {
    number.write(to);
    value.write(to);
}
