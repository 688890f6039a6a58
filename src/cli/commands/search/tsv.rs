//! Output of `--tsv`.

use std::io::{self, Write};

use super::Searching;
use crate::cli::output::tsv;
use crate::directory::Phone;
use crate::search::{Hits, Item};

impl Searching<'_> {
    /// Writes one line a hit: id, kind, name, number, region, and the mark of the number
    /// ([`tsv::mark`]).
    pub(super) fn write_tsv(
        &self,
        hits: &Hits,
        limit: usize,
        output: &mut dyn Write,
    ) -> io::Result<()> {
        let language = self.asker.messages.language();
        for hit in hits.hits.iter().take(limit) {
            let item = self.index().item(hit);
            let id = self.id(item);
            let row = match item {
                Item::Contact(index) => {
                    let contact = &self.directory()[index];
                    let situation = self.asker.situation;
                    let number = situation.number(contact).map(Phone::dialled);
                    let number = number.unwrap_or_default();
                    let region = contact.region.code();
                    let is_reported = situation.is_reported(contact);
                    let mark = tsv::mark(is_reported, situation.must_confirm(contact));
                    let name = contact.name(language);
                    tsv::row(&[&id, "contact", name, &number, region, mark])
                }
                Item::Topic(index) => {
                    let title = self.title(index);
                    tsv::row(&[&id, "topic", title, "", "", ""])
                }
            };
            writeln!(output, "{row}")?;
        }
        Ok(())
    }
}
