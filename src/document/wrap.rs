//! Breaking paragraphs into rows, by display columns.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Piece, Role, Span};
use crate::guide::phone_numbers;

/// Run of pieces without a space between them, kept together where it fits.
type Word = Vec<Span>;

/// Breaks pieces at spaces into rows of at most `width` columns, and puts links in brackets unless
/// they are bare. Rows after the first begin with `hanging` spaces. No row breaks at a no-break
/// space or inside an amount, a number or a time; a word wider than a row is cut between graphemes.
/// A phone number stays on one row with the name before it, where a row has room for both.
pub(super) fn wrap(pieces: Vec<Piece>, width: usize, hanging: usize) -> Vec<Vec<Span>> {
    let mut rows = Rows {
        done: Vec::new(),
        row: Vec::new(),
        used: 0,
        width,
        hanging,
    };
    let words = words(pieces);
    let kept = kept_together(&words);
    for (word, kept) in words.into_iter().zip(kept) {
        rows.push(word, kept);
    }
    rows.finish()
}

fn words(pieces: Vec<Piece>) -> Vec<Word> {
    let mut words = vec![Word::new()];
    for Piece {
        text,
        role,
        link,
        bare,
    } in pieces
    {
        let bracket = |text: &str, role| {
            link.map(|_| Span {
                text: if bare { "" } else { text }.to_owned(),
                role,
                link,
            })
        };
        if let Some(word) = words.last_mut() {
            word.extend(bracket("[", Role::LinkStart));
        }
        let mut before = None;
        for part in text.split(' ') {
            let holds = before.is_some_and(|before| belongs_to(before, part));
            if before.is_some() && !holds {
                words.push(Word::new());
            }
            if let (false, Some(word)) = (part.is_empty(), words.last_mut()) {
                let text = if holds {
                    format!(" {part}")
                } else {
                    part.to_owned()
                };
                word.push(Span { text, role, link });
            }
            before = Some(part);
        }
        if let Some(word) = words.last_mut() {
            word.extend(bracket("]", Role::LinkEnd));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Longest name, in words, that is kept whole before its number.
const NAME: usize = 3;

/// Returns for each word the columns that it takes together with the following words up to the
/// phone number that they name; `None` for a word that names no number. Of a longer name only the
/// last word stays with the number: moving all of it would leave a row nearly empty.
fn kept_together(words: &[Word]) -> Vec<Option<usize>> {
    let mut kept = vec![None; words.len()];
    for (number, word) in words.iter().enumerate() {
        let text = text_of(word);
        let Some(last) = number.checked_sub(1).filter(|last| is_name(&words[*last])) else {
            continue;
        };
        if !is_phone_number(&text) {
            continue;
        }
        let earlier = words[..last].iter().rev();
        let name = 1 + earlier.take_while(|word| is_part_of_name(word)).count();
        let first = if name > NAME { last } else { number - name };
        let mut columns = text.width();
        for index in (first..number).rev() {
            columns += 1 + text_of(&words[index]).width();
            kept[index] = Some(columns);
        }
    }
    kept
}

fn text_of(word: &Word) -> String {
    word.iter().map(|span| span.text.as_str()).collect()
}

/// Returns true for a word that may name the number after it: any word that is not a link of its
/// own.
fn is_name(word: &Word) -> bool {
    word.iter().all(|span| span.link.is_none())
}

/// Returns true for a word that may continue in the next word as a name: `Kids` in `Kids Help
/// Phone`.
fn is_part_of_name(word: &Word) -> bool {
    let text = text_of(word);
    is_name(word) && text.starts_with(char::is_uppercase) && text.ends_with(char::is_alphanumeric)
}

/// Returns true if a word begins with a phone number, within brackets or not.
fn is_phone_number(text: &str) -> bool {
    let text = text.trim_start_matches(['[', '(']);
    text.starts_with(|first: char| first.is_ascii_digit())
        && phone_numbers(text)
            .first()
            .is_some_and(|number| number.start == 0)
}

/// Returns true if a part of a text belongs to the part before the space: `8 235 $`, `418 641`, `8
/// h 30`.
fn belongs_to(before: &str, part: &str) -> bool {
    let is_digit = |character: char| character.is_ascii_digit();
    let unit = |sign| {
        let rest = part.strip_prefix(sign);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let digits = part.chars().take_while(|character| is_digit(*character));
    let digits = digits.count();
    if before.ends_with(is_digit) {
        return unit('$') || unit('%') || unit('h') || matches!(digits, 3 | 4);
    }
    // Minutes behind the hour.
    before == "h" && digits == 2
}

struct Rows {
    done: Vec<Vec<Span>>,
    row: Vec<Span>,
    used: usize,
    width: usize,
    hanging: usize,
}

impl Rows {
    /// Appends a word; `kept` is the width of the words that must stay with it.
    fn push(&mut self, word: Word, kept: Option<usize>) {
        let own: usize = word.iter().map(|span| span.text.width()).sum();
        let wide = kept
            .filter(|kept| self.hanging + kept <= self.width)
            .unwrap_or(own);
        let at_start = self.row.is_empty() || self.only_indent();
        let space = usize::from(!at_start);
        if !at_start && self.used + space + wide > self.width {
            self.end_row();
        } else if space == 1 {
            self.push_space(&word);
        }
        for span in word {
            self.push_span(span);
        }
    }

    fn only_indent(&self) -> bool {
        matches!(self.row.as_slice(), [only] if only.text.chars().all(|character| character == ' '))
    }

    /// Appends the space before a word, in the style of a link if the word continues one.
    fn push_space(&mut self, next: &Word) {
        let inside = match (self.row.last(), next.first()) {
            (Some(last), Some(first)) if last.link.is_some() && last.link == first.link => {
                Some((Role::Link, last.link))
            }
            _ => None,
        };
        let (role, link) = inside.unwrap_or((Role::Text, None));
        self.append(Span {
            text: " ".to_owned(),
            role,
            link,
        });
    }

    fn push_span(&mut self, span: Span) {
        if self.used + span.text.width() <= self.width {
            self.append(span);
            return;
        }
        // Addresses break after a slash.
        for (index, part) in span.text.split_inclusive('/').enumerate() {
            let fits = self.hanging + part.width() <= self.width;
            if index > 0 && fits && self.used + part.width() > self.width && !self.only_indent() {
                self.end_row();
            }
            self.push_letters(part, &span);
        }
    }

    fn push_letters(&mut self, text: &str, span: &Span) {
        for grapheme in text.graphemes(true) {
            if self.used + grapheme.width() > self.width
                && !self.row.is_empty()
                && !self.only_indent()
            {
                self.end_row();
            }
            if grapheme == " " && (self.row.is_empty() || self.only_indent()) {
                continue;
            }
            self.append(Span {
                text: grapheme.to_owned(),
                ..span.clone()
            });
        }
    }

    fn append(&mut self, span: Span) {
        self.used += span.text.width();
        match self.row.last_mut() {
            Some(last) if last.role == span.role && last.link == span.link => {
                last.text.push_str(&span.text);
            }
            _ => self.row.push(span),
        }
    }

    fn end_row(&mut self) {
        self.done.push(std::mem::take(&mut self.row));
        self.used = self.hanging;
        if self.hanging > 0 {
            self.row
                .push(Span::new(" ".repeat(self.hanging), Role::Text));
        }
    }

    fn finish(mut self) -> Vec<Vec<Span>> {
        if !self.row.is_empty() {
            self.done.push(self.row);
        }
        self.done
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(rows: &[Vec<Span>]) -> Vec<String> {
        rows.iter()
            .map(|row| row.iter().map(|span| span.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn rows_break_at_spaces_and_hang() {
        let rows = wrap(
            vec![
                Piece::new("Know", Role::Heading),
                Piece::text(" one two three four"),
            ],
            10,
            2,
        );
        assert_eq!(texts(&rows), ["Know one", "  two", "  three", "  four"]);
    }

    #[test]
    fn a_no_break_space_and_a_hyphen_hold() {
        let rows = wrap(
            vec![Piece::text("appelez le\u{a0}911 au 1-800-222-8477")],
            14,
            0,
        );
        assert_eq!(
            texts(&rows),
            ["appelez le\u{a0}911", "au", "1-800-222-8477"]
        );
    }

    #[test]
    fn an_amount_a_number_and_a_time_hold() {
        let rows = |text: &str| texts(&wrap(vec![Piece::text(text)], 9, 0));
        assert_eq!(
            rows("coûte 8 235 $ au plus"),
            ["coûte", "8 235 $", "au plus"]
        );
        assert_eq!(rows("au 418 641-AG"), ["au", "418 641-A", "G"]);
        assert_eq!(rows("ouvre à 8 h 30."), ["ouvre à", "8 h 30."]);
        assert_eq!(rows("jusqu’à 10 %"), ["jusqu’à", "10 %"]);
        assert_eq!(rows("a 15 homes"), ["a 15", "homes"], "a word is no sign");
        assert_eq!(rows("page 12 5 fois"), ["page 12 5", "fois"]);
    }

    #[test]
    fn a_name_stays_with_its_number_where_both_fit() {
        let rows = |text: &str, width| texts(&wrap(vec![Piece::text(text)], width, 0));
        assert_eq!(
            rows("police. Alberta 780-422-9222, N.L. 1-833-722-2805", 28),
            ["police.", "Alberta 780-422-9222,", "N.L. 1-833-722-2805"]
        );
        assert_eq!(
            rows("people: Kids Help Phone 1-800-668-6868.", 31),
            ["people:", "Kids Help Phone 1-800-668-6868."]
        );
        assert_eq!(
            rows("Kids Help Phone 1-800-668-6868", 20),
            ["Kids Help", "Phone 1-800-668-6868"],
            "as much of the name as fits"
        );
        assert_eq!(
            rows("Saskatchewan 1-800-668-6868", 16),
            ["Saskatchewan", "1-800-668-6868"]
        );
        assert_eq!(rows("the years 2019-2020", 14), ["the years", "2019-2020"]);
    }

    #[test]
    fn an_address_breaks_after_a_stroke() {
        let address = "https://example.org/police/prevention";
        assert_eq!(
            texts(&wrap(vec![Piece::text(address)], 24, 0)),
            ["https://example.org/", "police/prevention"]
        );
    }

    #[test]
    fn a_word_wider_than_a_row_is_cut() {
        assert_eq!(
            texts(&wrap(vec![Piece::text("a abcdefgh")], 4, 0)),
            ["a", "abcd", "efgh"]
        );
    }

    proptest! {
        #[test]
        fn no_row_is_too_wide_and_no_word_is_lost(text in "[a-zé0-9\\- ]{0,80}", width in 2_usize..30, hanging in 0_usize..3) {
            let hanging = if hanging * 2 > width { 0 } else { hanging };
            let rows = texts(&wrap(vec![Piece::text(text.clone())], width, hanging));
            for row in &rows {
                prop_assert!(row.width() <= width, "{row:?}");
            }
            let kept: String = rows.concat().replace(' ', "");
            prop_assert_eq!(kept, text.replace(' ', ""));
        }
    }
}
