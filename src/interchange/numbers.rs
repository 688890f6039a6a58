//! Numbers of the fields of other programs: parsed, or kept as text with a remark.

use super::flags::says_no_number;
use super::incoming::one_line;
use super::{Line, LineType, Reading, RemarkReason};
use crate::directory::PhoneKind;
use crate::directory::phone::{self, NotAPhone, TypedPhone};

impl Reading {
    /// Parses the numbers of a field. None is lost: ambiguous text is kept, with a remark; `N/A` is none. The
    /// kind of line may be named beside the number.
    pub(super) fn numbers(
        &mut self,
        row: usize,
        field: &str,
        text: &str,
        like: &Line,
    ) -> Vec<Line> {
        let mut found = Vec::new();
        if says_no_number(text) {
            return found;
        }
        for read in phone::phones(text) {
            found.push(match read {
                Ok(phone) => self.certain(row, field, &phone, like),
                Err(NotAPhone { text, character }) => {
                    // A digit too many, or the mark of a doubt, is no wrong character.
                    let character = character.filter(|one| !one.is_ascii_digit() && *one != '?');
                    let why =
                        character.map_or(RemarkReason::UnclearNumber, RemarkReason::WrongCharacter);
                    self.remark(row, field, &text, why);
                    kept(&text, like)
                }
            });
        }
        found
    }

    /// Returns the line of a parsed number. The mark prevents dialling: the target of a short number depends on
    /// the network, and nobody answers a pager.
    fn certain(&mut self, row: usize, field: &str, phone: &TypedPhone, like: &Line) -> Line {
        let parsed = named(phone, like);
        let Some(why) = doubt(&parsed) else {
            return parsed;
        };
        let text = phone::written(&phone.number, phone.extension.as_deref(), &phone.label);
        self.remark(row, field, &text, why);
        let label = like.label.clone();
        kept(&format!("{text} ?"), &Line { label, ..parsed })
    }

    /// Returns a number that is not clear as a line of text, with a remark.
    pub(super) fn doubtful(&mut self, row: usize, field: &str, text: &str, like: &Line) -> Line {
        self.remark(row, field, text, RemarkReason::UnclearNumber);
        kept(text, like)
    }

    /// Returns the numbers of a field that has another use or none, if it has any: they are kept as text.
    pub(super) fn stray_numbers(&mut self, row: usize, field: &str, text: &str) -> Vec<Line> {
        if !has_number(text) {
            return Vec::new();
        }
        self.remark(row, field, text, RemarkReason::StrayNumber);
        let like = Line {
            number: String::new(),
            extension: None,
            kind: phone::kind(field).unwrap_or(PhoneKind::Voice),
            types: Vec::new(),
            label: one_line(field),
        };
        vec![kept(&format!("{text} ?"), &like)]
    }
}

/// Returns true for a text with a number, as far as its form shows.
pub(super) fn has_number(text: &str) -> bool {
    phone::phones(text).iter().flatten().any(|phone| {
        phone.number.len() >= "310-1818".len() && text.contains(['-', '.', ' ', '(', '+', ':'])
    })
}

/// Returns the line of a parsed number, of the kind that its label names.
fn named(phone: &TypedPhone, like: &Line) -> Line {
    let mut types = like.types.clone();
    if phone::is_pager(&phone.label) && !types.contains(&LineType::Pager) {
        types.push(LineType::Pager);
    }
    let labels = [phone.label.as_str(), &like.label].into_iter();
    let labels: Vec<&str> = labels.filter(|label| !label.is_empty()).collect();
    Line {
        number: phone.number.clone(),
        extension: phone.extension.clone(),
        kind: kind(like.kind, &phone.label),
        types,
        label: labels.join(", "),
    }
}

/// Returns the kind of a line from its field, or the one named beside the number.
fn kind(kind: PhoneKind, words: &str) -> PhoneKind {
    let named = phone::kind(words);
    match (kind, named) {
        (PhoneKind::Voice, Some(named)) => named,
        (_, Some(PhoneKind::Fax)) => PhoneKind::Fax,
        _ => kind,
    }
}

/// Returns the reason why a number is not for calls: a pager, or a short one whose target is unknown.
fn doubt(line: &Line) -> Option<RemarkReason> {
    let is_short = (5..=6).contains(&line.number.len()) && !line.number.starts_with(['#', '*']);
    if line.types.contains(&LineType::Pager) && line.kind != PhoneKind::Fax {
        Some(RemarkReason::Pager)
    } else {
        (is_short && line.kind != PhoneKind::Text).then_some(RemarkReason::UnclearNumber)
    }
}

/// Returns a line of text that is never dialled.
fn kept(text: &str, like: &Line) -> Line {
    let mut number = one_line(text);
    // Invisible characters, which made the number doubtful, are gone.
    if phone::uri(&number, None).is_some() {
        number.push_str(" ?");
    }
    Line {
        number,
        extension: None,
        kind: kind(like.kind, text),
        ..like.clone()
    }
}
