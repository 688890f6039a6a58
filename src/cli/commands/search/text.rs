//! Output of a search as lines of text.

use std::io::Write;

use super::Searching;
use crate::cli::output::{emergency, reading};
use crate::directory::{Contact, EmergencyService};
use crate::document::pages::nothing;
use crate::i18n::typography::printable;
use crate::places::{Place, Places};
use crate::search::{Drop, FilterKind, Hit, Hits, Item, MOST_WORDS, Query};

/// Longest query repeated in full in the message about no hits, in characters.
const LONGEST_SAID: usize = 200;

impl Searching<'_> {
    /// Writes the needs, the hits, and the notes on parts that were left out.
    pub(super) fn write_text(
        &self,
        query: &Query,
        hits: &Hits,
        unknown_hours: Option<usize>,
        limit: usize,
        output: &mut dyn Write,
    ) -> std::io::Result<()> {
        let need = hits.say_needs(self.asker.messages);
        let step = hits.say_first_step(self.asker.region, self.asker.messages);
        for said in need.into_iter().chain(step) {
            writeln!(output, "{said}")?;
        }
        self.write(query, hits, limit, output)?;
        let guide = self.asker.catalogue.guide(self.asker.messages.language());
        if let Some(term) = guide.term(&query.text) {
            writeln!(output, "{}", term.in_both(self.asker.messages))?;
        }
        if let Some(said) = hits.say_unserved(self.asker.messages) {
            writeln!(output, "{said}")?;
        }
        if let Some(said) = hits.say_words_not_found(&query.text, self.asker.messages) {
            writeln!(output, "{said}")?;
        }
        for (id, count) in [
            ("filter-words-cut", if hits.cut { MOST_WORDS } else { 0 }),
            ("filter-unknown-hours", unknown_hours.unwrap_or_default()),
            ("filter-languages-unstated", hits.languages_unstated),
        ] {
            if count > 0 {
                let count = [("count", count.into())];
                writeln!(output, "{}", self.asker.messages.format(id, &count))?;
            }
        }
        Ok(())
    }

    fn write(
        &self,
        query: &Query,
        hits: &Hits,
        limit: usize,
        output: &mut dyn Write,
    ) -> std::io::Result<()> {
        let messages = self.asker.messages;
        for (index, hit) in hits.hits.iter().take(limit).enumerate() {
            writeln!(output, "{}", printable(&self.line(hit)))?;
            if let Some(reason) = self.reason(hits, index) {
                writeln!(output, "    {}", printable(&reason))?;
            }
        }
        if hits.hits.is_empty() {
            let words = [("words", beginning(&query.text).into())];
            let nothing = messages.format("cli-search-nothing", &words);
            writeln!(output, "{}", printable(&nothing))?;
            if hits.suggestions.is_empty() {
                self.write_vital(output)?;
                writeln!(output, "{}", messages.text("nothing-advice"))?;
                let local = nothing::local(self.asker.region, |id| self.directory().get(id));
                self.write_contacts(local, output)?;
            }
        }
        for suggestion in &hits.suggestions {
            let count = ("hits", suggestion.hits.into());
            let line = match &suggestion.drop {
                Drop::Words(range) => {
                    let words = ("words", query.text[range.clone()].into());
                    messages.format("cli-search-without-words", &[words, count])
                }
                Drop::Filter(FilterKind::OpenNow) => {
                    messages.format("cli-search-not-open", &[count])
                }
                Drop::Filter(_) => messages.format("cli-search-without-filter", &[count]),
            };
            writeln!(output, "{}", printable(&line))?;
        }
        if hits.hits.is_empty() && !hits.suggestions.is_empty() {
            self.write_vital(output)?;
        }
        let more = hits.total.saturating_sub(limit);
        if more > 0 {
            let more = messages.format("cli-search-more", &[("count", more.into())]);
            writeln!(output, "{more}")?;
        }
        Ok(())
    }

    /// Writes whom to call where a life is at risk: the words that were not found may have said so.
    fn write_vital(&self, output: &mut dyn Write) -> std::io::Result<()> {
        let (region, place, messages) = (self.asker.region, self.asker.place, self.asker.messages);
        writeln!(output, "{}", messages.text("nothing-life"))?;
        let town = place.map(|place| Places::embedded().place(place));
        let is_doubtful = Place::emergency_service(town, region) == EmergencyService::Doubtful;
        if is_doubtful || !region.emergency().is_911() {
            // The contact alone says less: it is that of one community, or may not answer.
            let danger = emergency::in_words(region, place, messages);
            writeln!(output, "    {danger}")?;
        }
        self.write_contacts(self.vital(), output)
    }

    fn write_contacts<'c>(
        &self,
        contacts: impl IntoIterator<Item = &'c Contact>,
        output: &mut dyn Write,
    ) -> std::io::Result<()> {
        for contact in contacts {
            let line = reading::named(contact, self.asker.situation, self.asker.messages);
            writeln!(output, "    {line}")?;
        }
        Ok(())
    }

    fn line(&self, hit: &Hit) -> String {
        let messages = self.asker.messages;
        let item = self.index().item(hit);
        match item {
            Item::Contact(index) => {
                reading::named(&self.directory()[index], self.asker.situation, messages)
            }
            Item::Topic(index) => {
                let name = ("name", self.title(index).into());
                let id = ("id", self.id(item).into());
                messages.format("cli-search-topic", &[name, id])
            }
        }
    }
}

/// Returns a text, cut to its beginning if it is long.
fn beginning(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SAID) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
