//! Letters typed in a row with a choice.

use super::{OwnForm, OwnRow};
use crate::app::notice::Notice;
use crate::app::state::App;
use crate::app::view::choice::Choice;
use crate::i18n::folding::fold;

/// Returns the next index after `at` with the value true; wraps around after the last.
fn next_after(fits: &[bool], at: Option<usize>) -> Option<usize> {
    let first = at.map_or(0, |at| at + 1);
    let mut indexes = (first..fits.len()).chain(0..first.min(fits.len()));
    indexes.find(|index| fits[*index])
}

/// Returns the index of the value that the letters choose: the first that begins with them, else the
/// first with such a word. The same letter again chooses the next value that begins with it.
fn chosen(values: &[String], letters: &str, at: Option<usize>) -> Option<usize> {
    let values: Vec<String> = values.iter().map(|value| fold(value).text).collect();
    let letters = fold(letters).text;
    let mut each = letters.chars();
    let first = each.next()?;
    if !letters.is_empty() && each.clone().all(|letter| letter == first) {
        let begins: Vec<bool> = values
            .iter()
            .map(|value| value.starts_with(first))
            .collect();
        return next_after(&begins, at);
    }
    let begins = |value: &String| value.starts_with(&letters);
    let has_word = |value: &String| {
        let mut words = value.split([' ', '-', '’', '/', '(']);
        words.any(|word| word.starts_with(&letters))
    };
    let index = values.iter().position(begins);
    index.or_else(|| values.iter().position(has_word))
}

impl App {
    /// Chooses the value that the letters typed in this row name, and says so; letters that name none
    /// leave the value before them. Returns false in a row without a choice.
    pub(super) fn choose_by_letters(&mut self, letters: &str) -> bool {
        let Some(form) = self.top::<OwnForm>() else {
            return false;
        };
        let row = form.focused();
        let choice = match row {
            OwnRow::Category => Choice::OwnCategory,
            OwnRow::Region => Choice::OwnRegion,
            _ => return false,
        };
        let options = self.options(&choice);
        let at = self.value_in_force(&choice);
        let at = options.iter().position(|value| Some(value) == at.as_ref());
        let typed_letters = format!("{}{letters}", form.typed_letters);
        let values = self.choices(&choice);
        let index = chosen(&values, &typed_letters, at);
        let notice = match index {
            Some(index) => {
                let row = self.messages().text(row.message_id());
                Notice::with(
                    "own-chosen",
                    vec![("row", row), ("value", values[index].clone())],
                )
            }
            None => Notice::with("own-not-chosen", vec![("text", typed_letters.clone())]),
        };
        if let Some(form) = self.form_mut() {
            if form.typed_letters.is_empty() {
                form.chosen_before = (form.category, form.region);
            }
            // Its first letters may have chosen something.
            (form.category, form.region) = form.chosen_before;
            form.typed_letters = typed_letters;
        }
        if let Some(index) = index {
            self.fill_in(&options[index]);
        }
        self.announce(notice);
        true
    }

    /// Empties the letters typed in a row with a choice.
    pub(super) fn clear_typed_letters(&mut self) {
        if let Some(form) = self.form_mut() {
            form.typed_letters.clear();
        }
    }
}
