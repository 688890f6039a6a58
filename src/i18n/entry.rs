//! Single message of a Fluent file.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Language;

/// A parsed message.
pub(super) type Parsed = FluentBundle<FluentResource>;

/// Message as written in the file. None refers to another, so each can be parsed by itself.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// The file from the id of the message on.
    from: &'static str,
}

/// Returns the positions in a file at which its messages begin, in order: each begins a line with
/// its id and extends to the next message or comment.
pub(super) fn starts(file: &str) -> impl Iterator<Item = usize> {
    let mut next = 0;
    std::iter::from_fn(move || {
        while next < file.len() {
            let start = next;
            next += end_of_first(&file[start..]);
            if begins(&file[start..]) {
                return Some(start);
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
    /// Returns the message at the beginning of a file, or of its rest.
    pub(super) const fn first(from: &'static str) -> Self {
        Self { from }
    }

    /// Returns the text of the message, beginning with its id.
    fn source(self) -> &'static str {
        self.from[..end_of_first(self.from)].trim_end_matches('\n')
    }

    /// Returns the id of the message.
    pub(super) fn id(self) -> &'static str {
        let end = self.from.find([' ', '=']);
        &self.from[..end.unwrap_or(self.from.len())]
    }

    /// Formats the message, `parsed`, with its arguments; `None` if it has no value.
    pub(super) fn format(
        self,
        parsed: &Parsed,
        arguments: &[(&str, FluentValue<'_>)],
    ) -> Option<String> {
        let pattern = parsed.get_message(self.id())?.value()?;
        let mut filled = FluentArgs::new();
        for (name, value) in arguments {
            filled.set(*name, value.clone());
        }
        let text = parsed.format_pattern(pattern, Some(&filled), &mut Vec::new());
        Some(text.into_owned())
    }

    /// Returns the text if it is one line without placeholders.
    pub(super) fn plain(self) -> Option<&'static str> {
        let (_, text) = self.source().split_once('=')?;
        let plain = !text.contains(['{', '\n']);
        // Like Fluent, trims spaces but not no-break spaces.
        plain.then(|| text.trim_matches(' '))
    }

    /// Parses the message.
    pub(super) fn parse(self, language: Language) -> Parsed {
        parse(self.source(), language)
    }
}

/// Parses a part of a Fluent file.
fn parse(source: &str, language: Language) -> Parsed {
    let locale = match language {
        Language::En => "en-CA",
        Language::Fr => "fr-CA",
    };
    // An entry that cannot be parsed is skipped here and refused by
    // `tests/content/messages.rs`.
    let resource = match FluentResource::try_new(source.to_owned()) {
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

#[cfg(test)]
mod tests {
    use super::super::Messages;
    use super::*;

    #[test]
    fn each_message_equals_fluents_of_the_whole_file() {
        for (language, file) in [
            (Language::En, include_str!("../../assets/i18n/en-CA.ftl")),
            (Language::Fr, include_str!("../../assets/i18n/fr-CA.ftl")),
        ] {
            let whole = parse(file, language);
            let messages = Messages::of(language);
            assert!(starts(file).count() > 300);
            for entry in starts(file).map(|start| Entry::first(&file[start..])) {
                for count in [0, 1, 2] {
                    let arguments = FluentArgs::from_iter([("count", FluentValue::from(count))]);
                    let pattern = whole.get_message(entry.id()).unwrap().value().unwrap();
                    let expected = whole.format_pattern(pattern, Some(&arguments), &mut Vec::new());
                    let said = messages.format(entry.id(), &[("count", count.into())]);
                    assert_eq!(said, expected, "{}", entry.id());
                }
            }
        }
    }
}
