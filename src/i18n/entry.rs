//! Single message of a Fluent file.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Language;

/// Message as written in the file. None refers to another, so each can be parsed by itself.
pub(super) struct Entry {
    /// Text of the message, beginning with its id.
    source: &'static str,
    /// The parsed message; empty until the message is first formatted with arguments.
    bundle: OnceLock<Box<FluentBundle<FluentResource>>>,
}

/// Returns the messages of a file in order: each begins a line with its id and extends to the next
/// message or comment.
pub(super) fn all(file: &'static str) -> impl Iterator<Item = Entry> {
    let mut rest = file;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (source, after) = rest.split_at(end_of_first(rest));
            rest = after;
            if begins(source) {
                return Some(Entry {
                    source: source.trim_end_matches('\n'),
                    bundle: OnceLock::new(),
                });
            }
        }
        None
    })
}

/// Returns the end of the first entry of a text: the start of the next line that begins an entry or
/// a comment.
fn end_of_first(text: &str) -> usize {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        if end > 0 && (begins(line) || line.starts_with('#')) {
            break;
        }
        end += line.len();
    }
    end
}

fn begins(line: &str) -> bool {
    line.starts_with(|first: char| first.is_ascii_alphabetic())
}

impl Entry {
    /// Returns the id of the message.
    pub(super) fn id(&self) -> &'static str {
        let end = self.source.find([' ', '=']);
        &self.source[..end.unwrap_or(self.source.len())]
    }

    /// Formats the message with its arguments; `None` if it has no value.
    pub(super) fn say(
        &self,
        language: Language,
        arguments: &[(&str, FluentValue<'_>)],
    ) -> Option<String> {
        if let Some(text) = self.plain() {
            return Some(text.to_owned());
        }
        let bundle = self.bundle.get_or_init(|| Box::new(self.parse(language)));
        let pattern = bundle.get_message(self.id())?.value()?;
        let mut filled = FluentArgs::new();
        for (name, value) in arguments {
            filled.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&filled), &mut errors);
        Some(text.into_owned())
    }

    /// Returns the text if it is one line without placeholders.
    fn plain(&self) -> Option<&'static str> {
        let (_, text) = self.source.split_once('=')?;
        let plain = !text.contains(['{', '\n']);
        // Like Fluent, trims spaces but not no-break spaces.
        plain.then(|| text.trim_matches(' '))
    }

    fn parse(&self, language: Language) -> FluentBundle<FluentResource> {
        let locale = match language {
            Language::En => "en-CA",
            Language::Fr => "fr-CA",
        };
        // An entry that cannot be parsed is skipped here and refused by
        // `tests/content/messages.rs`.
        let resource = match FluentResource::try_new(self.source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new_concurrent(vec![
            locale.parse::<LanguageIdentifier>().unwrap_or_default(),
        ]);
        // The isolation marks are bidirectional control characters; many terminals show them as
        // garbage.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        bundle
    }
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_message_equals_fluents_of_the_whole_file() {
        for (language, file) in [
            (Language::En, include_str!("../../assets/i18n/en-CA.ftl")),
            (Language::Fr, include_str!("../../assets/i18n/fr-CA.ftl")),
        ] {
            let whole = Entry {
                source: file,
                bundle: OnceLock::new(),
            }
            .parse(language);
            let entries: Vec<Entry> = all(file).collect();
            assert!(entries.len() > 300, "{}", entries.len());
            for entry in entries {
                for count in [0, 1, 2] {
                    let arguments = FluentArgs::from_iter([("count", FluentValue::from(count))]);
                    let pattern = whole.get_message(entry.id()).unwrap().value().unwrap();
                    let expected = whole.format_pattern(pattern, Some(&arguments), &mut Vec::new());
                    let said = entry.say(language, &[("count", count.into())]);
                    assert_eq!(said.as_deref(), Some(&*expected), "{entry:?}");
                }
            }
        }
    }
}
