//! Report as text.

use super::{Found, Part};
use crate::directory::phone;
use crate::i18n::Messages;
use crate::i18n::typography::printable;

/// Writes the parts of a report, separated by empty lines.
pub fn write(parts: &[Part], messages: &Messages) -> String {
    let part = |part: &Part| {
        let head = [part.source.title(messages), part.source.recipient(messages)];
        let found = part.found.iter().flat_map(|found| lines(found, messages));
        let all = head.into_iter().map(|line| printable(&line)).chain(found);
        all.map(|line| line + "\n").collect::<String>()
    };
    parts.iter().map(part).collect::<Vec<_>>().join("\n")
}

/// Returns the lines on a contact: the finding, then the remarks and the present numbers, indented.
pub fn lines(found: &Found, messages: &Messages) -> Vec<String> {
    let words = [
        (
            "name",
            found.name.get(messages.language()).to_owned().into(),
        ),
        ("id", found.id.clone().into()),
        ("mark", found.in_words(messages).into()),
        ("date", messages.date_of(found.on).into()),
    ];
    let mut lines = vec![messages.format("corrections-line", &words)];
    let mut more = found.words.clone();
    if found.wrong.is_some() && !found.numbers.is_empty() {
        let numbers = found.numbers.iter();
        let numbers: Vec<String> = numbers.map(|one| phone::shown(one, messages)).collect();
        let numbers = numbers.join(", ");
        more.push(messages.filled("corrections-numbers", "numbers", &numbers));
    }
    if found.workers > 1 {
        let count = [("count", found.workers.into())];
        more.push(messages.format("corrections-workers", &count));
    }
    lines.extend(more.into_iter().map(|line| format!("    {line}")));
    lines.iter().map(|line| printable(line)).collect()
}
