//! Output of `--json`.

use std::io::Write;

use serde::Serialize;

use super::Searching;
use crate::cli::output::emergency::Emergency;
use crate::cli::output::printing::json;
use crate::directory::{Contact, Phone, Region};
use crate::search::{Hits, Item, MOST_WORDS, Query};

/// Version of the output of `--json` and `--batch`.
pub(super) const SCHEMA: u32 = 1;

impl Searching<'_> {
    pub(super) fn write_json(
        &self,
        query: &Query,
        hits: &Hits,
        unknown_hours: Option<usize>,
        limit: usize,
        output: &mut dyn Write,
    ) -> std::io::Result<()> {
        let language = self.asker.messages.language();
        let found = hits.hits.iter().take(limit).enumerate().map(|(rank, hit)| {
            let item = self.index().item(hit);
            let contact = match item {
                Item::Contact(index) => Some(&self.directory()[index]),
                Item::Topic(_) => None,
            };
            let situation = self.asker.situation;
            let number = contact.and_then(|contact| situation.number(contact));
            JsonHit {
                id: self.id(item),
                kind: if contact.is_some() {
                    "contact"
                } else {
                    "topic"
                },
                name: match item {
                    Item::Contact(index) => self.directory()[index].name(language),
                    Item::Topic(index) => self.title(index),
                },
                phone: number.map(|phone| phone.number.as_str()),
                extension: number.and_then(|phone| phone.extension.as_deref()),
                reported: contact.is_some_and(|contact| situation.is_reported(contact)),
                confirm: contact.is_some_and(|contact| situation.must_confirm(contact)),
                number_of_pack: contact.and_then(Contact::number_of_pack),
                region: contact.map(|contact| contact.region),
                reason: self.reason(hits, rank),
            }
        });
        let is_nothing = hits.hits.is_empty();
        let answer = JsonHits {
            schema: SCHEMA,
            hits: found.collect(),
            needs: json_needs(hits),
            total: hits.total,
            emergency: is_nothing.then(|| {
                let asker = self.asker;
                Emergency::of(asker.region, asker.place, asker.messages)
            }),
            vital: is_nothing.then(|| self.json_vital()),
            unknown_hours,
            unstated_languages: Some(hits.languages_unstated).filter(|count| *count > 0),
            words_not_found: hits
                .words_not_found()
                .into_iter()
                .map(|word| &query.text[word])
                .collect(),
            first_words_only: hits.cut.then_some(MOST_WORDS),
        };
        writeln!(output, "{}", json(&answer)?)
    }

    fn json_vital(&self) -> Vec<JsonVital<'_>> {
        let contacts = self.vital().into_iter();
        let vital = contacts.map(|contact| JsonVital {
            id: &contact.id,
            name: contact.name(self.asker.messages.language()),
            phone: self.asker.situation.number(contact).map(Phone::dialled),
        });
        vital.collect()
    }
}

/// Output of `--json`.
#[derive(Serialize)]
struct JsonHits<'a> {
    schema: u32,
    hits: Vec<JsonHit<'a>>,
    /// Needs recognized in the words, best first.
    needs: Vec<JsonNeed>,
    total: usize,
    /// Without hits: emergency number of the region.
    #[serde(skip_serializing_if = "Option::is_none")]
    emergency: Option<Emergency>,
    /// Without hits: contacts where a life is at risk.
    #[serde(skip_serializing_if = "Option::is_none")]
    vital: Option<Vec<JsonVital<'a>>>,
    /// With the filter "open now": number of further contacts with unknown hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown_hours: Option<usize>,
    /// With a requested language: number of further contacts that do not state theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    unstated_languages: Option<usize>,
    /// Words without hits of their own, if the other words have hits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words_not_found: Vec<&'a str>,
    /// Number of words looked up, if there were too many.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_words_only: Option<usize>,
}

/// Contact where a life is at risk.
#[derive(Serialize)]
struct JsonVital<'a> {
    id: &'a str,
    name: &'a str,
    phone: Option<String>,
}

#[derive(Serialize)]
struct JsonHit<'a> {
    id: String,
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extension: Option<&'a str>,
    /// True if the worker reported the number as wrong: no other line answers.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    reported: bool,
    /// True if the number must be confirmed first.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    confirm: bool,
    /// Pack that replaced the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    number_of_pack: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// A recognized need.
#[derive(Serialize)]
pub(super) struct JsonNeed {
    id: &'static str,
    /// From 0 to 1.
    confidence: f32,
}

pub(super) fn json_needs(hits: &Hits) -> Vec<JsonNeed> {
    let needs = hits.needs.iter().filter_map(|recognized| {
        Some(JsonNeed {
            id: &hits.need(recognized)?.id,
            confidence: recognized.confidence,
        })
    });
    needs.collect()
}
