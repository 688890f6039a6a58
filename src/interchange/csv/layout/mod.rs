//! Columns of a table, and which of them belong together.

use super::columns::{Column, column, extended, words_of};
use crate::directory::PhoneKind;
use crate::interchange::LineType;

/// Columns of a table.
pub(super) struct ColumnLayout {
    /// Headings as written.
    pub headings: Vec<String>,
    /// Content of each column.
    pub columns: Vec<Column>,
    /// For each column with numbers the others that describe them.
    pub companions: Vec<Companions>,
}

/// Columns about the numbers of another one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Companions {
    /// Kind or label.
    pub label: Option<usize>,
    /// Extension.
    pub extension: Option<usize>,
    /// Statement that it is not public.
    pub private: Option<usize>,
}

impl ColumnLayout {
    pub(super) fn of(headings: Vec<String>) -> Self {
        let columns = columns(&headings);
        let mut layout = Self {
            companions: vec![Companions::default(); columns.len()],
            headings,
            columns,
        };
        for index in 0..layout.columns.len() {
            match layout.columns[index] {
                Column::PhoneLabel => {
                    if let Some(target) = layout.labelled(index) {
                        layout.companions[target].label.get_or_insert(index);
                    }
                }
                Column::Extension => {
                    if let Some(target) = layout.extended(index) {
                        layout.companions[target].extension.get_or_insert(index);
                    }
                }
                Column::PrivatePhone => {
                    if let Some(target) = layout.before(index) {
                        layout.companions[target].private.get_or_insert(index);
                    }
                }
                _ => {}
            }
        }
        layout
    }

    fn is_phone(&self, index: usize) -> bool {
        let column = self.columns.get(index);
        column.is_some_and(|column| matches!(column, Column::Phone(_) | Column::MaybePhone(_)))
    }

    fn words(&self, index: usize) -> String {
        self.headings
            .get(index)
            .map_or_else(String::new, |heading| words_of(heading))
    }

    /// Returns the column of the numbers whose kind stands in this one: a neighbour. Google writes the kind
    /// first, others last.
    fn labelled(&self, index: usize) -> Option<usize> {
        let before = self.before(index);
        let after = Some(index + 1).filter(|after| self.is_phone(*after));
        let words = self.words(index);
        let of = words.rsplit_once(' ').map_or("", |(of, _)| of);
        let is_exact = before.is_some_and(|before| {
            let before = self.words(before);
            before == of || before.strip_suffix(" number") == Some(of)
        });
        if is_exact { before } else { after.or(before) }
    }

    /// Returns the nearest column before this one that has numbers, if only columns about them stand between.
    fn before(&self, index: usize) -> Option<usize> {
        let is_about = |index: &usize| {
            let column = &self.columns[*index];
            matches!(
                column,
                Column::PhoneLabel | Column::Extension | Column::PrivatePhone
            )
        };
        let before = (0..index).rev().find(|index| !is_about(index));
        before.filter(|before| self.is_phone(*before))
    }

    /// Returns the column of the numbers whose extensions stand in this one: the named one, the one before, or
    /// the only one for calls.
    fn extended(&self, index: usize) -> Option<usize> {
        let words = self.words(index);
        let of = extended(&words).unwrap_or_default();
        let all = || (0..self.columns.len()).filter(|other| self.is_phone(*other));
        let named = all().filter(|other| !of.is_empty() && self.words(*other).starts_with(of));
        let named: Vec<usize> = named.collect();
        if let [one] = named[..] {
            return Some(one);
        }
        if let Some(before) = self.before(index).filter(|before| self.is_called(*before)) {
            return Some(before);
        }
        let called: Vec<usize> = all().filter(|other| self.is_called(*other)).collect();
        match called[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    fn is_called(&self, index: usize) -> bool {
        match &self.columns[index] {
            Column::Phone(line) | Column::MaybePhone(line) => {
                line.kind == PhoneKind::Voice && !line.types.contains(&LineType::Pager)
            }
            _ => false,
        }
    }
}

/// Returns the columns of headings. "Nom" beside "Prénom" is the family name; a name beside a program, and no
/// other organization, is the organization's.
fn columns(headings: &[String]) -> Vec<Column> {
    let mut columns: Vec<Column> = headings.iter().map(|heading| column(heading)).collect();
    let has = |part: u8| columns.contains(&Column::NamePart(part));
    if has(1) && !has(3) {
        for (heading, column) in headings.iter().zip(&mut columns) {
            if words_of(heading) == "nom" {
                *column = Column::NamePart(3);
            }
        }
    }
    let is_person = columns
        .iter()
        .any(|column| matches!(column, Column::NamePart(1 | 3)));
    let index_of = |wanted: &Column| columns.iter().position(|column| column == wanted);
    // A program stands behind its site.
    let program = columns
        .iter()
        .rposition(|column| *column == Column::Program);
    if let Some(program) = program.filter(|_| !is_person) {
        let has_organization = index_of(&Column::Organization).is_some();
        match index_of(&Column::Name) {
            None => columns[program] = Column::Name,
            Some(name) if !has_organization => {
                columns[name] = Column::Organization;
                columns[program] = Column::Name;
            }
            Some(_) => {}
        }
    }
    columns
}

#[cfg(test)]
mod tests;
