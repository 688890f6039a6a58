//! Form of the synonyms in bytes.

use std::sync::Arc;

use super::synonyms::{Entry, Meaning, Phrases, Strength, Synonyms};
use crate::tables::{Reader, Stored, Writer, stored, stored_by_position, stored_lists};

impl Stored for Synonyms {
    fn write(&self, to: &mut Writer<'_>) {
        self.list.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let list = Arc::new(Phrases::read(from)?);
        Some(Self { list })
    }
}

stored!(Phrases {
    terms,
    entries_of,
    entries,
    meanings,
    stems,
    with_stem,
    longest
});
stored_lists!(Entry, Meaning);

impl Stored for Entry {
    fn write(&self, to: &mut Writer<'_>) {
        self.meanings.start.write(to);
        self.meanings.end.write(to);
        self.strength.write(to);
        self.instead.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            meanings: u32::read(from)?..u32::read(from)?,
            strength: Strength::read(from)?,
            instead: bool::read(from)?,
        })
    }
}

stored_by_position!(Strength: [Self::OneWay, Self::TwoWay, Self::Filter]);

impl Stored for Meaning {
    fn write(&self, to: &mut Writer<'_>) {
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

    fn read(from: &mut Reader<'_>) -> Option<Self> {
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

fn kind(number: u8, value: &impl Stored, to: &mut Writer<'_>) {
    number.write(to);
    value.write(to);
}
