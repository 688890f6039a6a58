//! Form of an index in bytes: the index of the embedded content is built when the program is built,
//! and read from the program.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::topics::TopicTitle;
use super::{Documents, Index, Standing};
use crate::directory::{Audience, Category, LanguageCode, Region};
use crate::guide::{PageId, TopicId};
use crate::i18n::{Language, Text};
use crate::needs::Needs;
use crate::places::Places;
use crate::tables::{
    self, Bytes, Format, Number, Reader, Stored, Writer, stored, stored_by_position, stored_lists,
};

/// Version 8 of an index.
const FORMAT: Format = Format {
    kind: 1,
    version: 8,
};

impl Index {
    /// Returns the index as bytes, without the needs and the places, which every program has.
    pub fn write(&self) -> Vec<u8> {
        self.order_names();
        tables::seal(FORMAT, self).bytes
    }

    /// Writes the index for [`Self::read_where_it_lies`], and returns its length in bytes.
    ///
    /// # Errors
    /// Any error of the output.
    pub fn write_where_it_lies(&self, to: &mut dyn io::Write) -> io::Result<u64> {
        self.order_names();
        tables::write_where_it_lies(FORMAT, self, to)
    }

    fn order_names(&self) {
        for language in Language::ALL {
            self.name_order.positions(&self.documents, language);
        }
    }

    /// Reads an index from bytes; `None` if they are damaged, or of another version.
    pub fn read(bytes: &'static [u8], needs: Option<&'static Needs>) -> Option<Self> {
        let mut index: Self = tables::open(FORMAT, bytes, "")?;
        index.needs = needs;
        Some(index)
    }

    /// Reads an index from a range of the bytes of a file; its columns stay there, and are read when
    /// a search needs them. `None` if the first bytes are damaged, or of another version.
    pub fn read_where_it_lies(
        bytes: &Arc<dyn Bytes>,
        range: Range<u64>,
        needs: Option<&'static Needs>,
    ) -> Option<Self> {
        let mut index: Self = tables::open_where_it_lies(FORMAT, bytes, range)?;
        index.needs = needs;
        Some(index)
    }
}

impl Stored for Index {
    fn write(&self, to: &mut Writer<'_>) {
        self.terms.write(to);
        self.lists.write(to);
        self.named_lists.write(to);
        self.spoken.write(to);
        self.documents.write(to);
        self.phones.write(to);
        self.synonyms.write(to);
        self.topic_titles.write(to);
        self.name_order.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let mut index = Self {
            terms: Stored::read(from)?,
            lists: Stored::read(from)?,
            named_lists: Stored::read(from)?,
            spoken: Stored::read(from)?,
            documents: Stored::read(from)?,
            phones: Stored::read(from)?,
            synonyms: Stored::read(from)?,
            topic_titles: Stored::read(from)?,
            name_order: Stored::read(from)?,
            topics: FxHashMap::default(),
            needs: None,
            places: Places::embedded(),
            served: std::sync::Mutex::default(),
            memory: std::sync::Mutex::default(),
        };
        index.find_topics();
        Some(index)
    }
}

impl Index {
    /// Finds the document of each topic.
    pub(super) fn find_topics(&mut self) {
        let titles = self.topic_titles.iter().map(|title| title.id.to_string());
        self.topics = titles.zip(self.documents.topics.iter().copied()).collect();
    }
}

stored!(Documents {
    records,
    contacts,
    attributes,
    ids,
    by_id,
    standings,
    locations,
    names,
    name_ends,
    letters,
    languages,
    whole_region,
    topics,
    region_starts
});

impl Number for Standing {
    const SIZE: usize = <(u8, [u8; 2])>::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        (self.facts, self.name_words).put(to);
    }

    fn get(bytes: &[u8]) -> Self {
        let (facts, name_words) = Number::get(bytes);
        Self { facts, name_words }
    }
}

stored!(TopicTitle { id, title });
stored!(TopicId { page, topic });
stored!(Text { en, fr });
stored_lists!(TopicTitle, LanguageCode, Vec<LanguageCode>);

impl Stored for LanguageCode {
    fn write(&self, to: &mut Writer<'_>) {
        self.0.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        String::read(from).map(Self)
    }
}

stored_by_position!(
    Audience: Self::ALL,
    Category: Self::ALL,
    PageId: Self::ALL,
    Region: Self::ALL,
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::fixtures;
    use crate::generated::INDEX;

    #[test]
    fn the_prepared_index_is_the_one_built_from_the_content() {
        let assets = Assets::embedded();
        let built = assets.build_index(&assets.contacts().unwrap()).write();
        assert!(built == INDEX);
    }

    #[test]
    fn an_index_is_read_as_it_was_written() {
        let assets = fixtures::assets();
        let index = assets.build_index(&assets.contacts().unwrap());
        let read = Index::read(index.write().leak(), None).unwrap();
        assert_eq!(read.topics, index.topics);
        assert_eq!(read.topic_titles, index.topic_titles);
        assert!(read.write() == index.write());
    }

    #[test]
    fn own_contacts_and_packs_are_indexed_beside_the_content() {
        let assets = Assets::embedded();
        let own = fixtures::assets().contacts().unwrap()[..1].to_vec();
        let directory = assets.directory_with(own).unwrap();
        assert_eq!(assets.index(&directory).contacts(), directory.len());
    }
}
