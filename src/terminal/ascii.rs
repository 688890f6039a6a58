//! What stands in for a character where the locale shows ASCII alone.

use ratatui::buffer::Cell;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// Gives a cell a symbol that every terminal shows. A cell holds one character, so that `œ` becomes
/// `o`: what takes two letters would move the rest of the row.
pub fn spell(cell: &mut Cell) {
    if !cell.symbol().is_ascii() {
        let stand_in = stand_in(cell.symbol());
        cell.set_char(stand_in);
    }
}

/// A text with a character that every terminal shows for each one.
pub fn spelled(text: &str) -> String {
    let letters = text.graphemes(true);
    letters
        .flat_map(|letter| match letter {
            _ if letter.is_ascii() => letter.chars().collect::<Vec<_>>(),
            _ => vec![stand_in(letter)],
        })
        .collect()
}

fn stand_in(symbol: &str) -> char {
    // Decomposed, an accented letter begins with the letter, a no-break space is a space.
    match symbol.nfkd().next() {
        Some(character) if character.is_ascii() => character,
        Some('‘' | '’' | 'ʼ') => '\'',
        Some('“' | '”' | '«' | '»') => '"',
        Some('‐'..='―' | '─' | '·' | '•' | '−') => '-',
        Some('│' | '┃') => '|',
        Some('┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╭' | '╮' | '╯' | '╰') => {
            '+'
        }
        Some('←') => '<',
        Some('→') => '>',
        Some('↑') => '^',
        Some('↓') => 'v',
        Some('œ' | 'ø') => 'o',
        Some('Œ' | 'Ø') => 'O',
        Some('æ') => 'a',
        Some('Æ') => 'A',
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_gets_its_letters_and_line_ends() {
        assert_eq!(spelled("« Être »\r\nœuvre\n"), "\" Etre \"\r\nouvre\n");
        assert_eq!(spelled("e\u{301}t\u{e9}"), "ete");
    }

    #[test]
    fn every_character_gets_one_ascii_character() {
        for (symbol, expected) in [
            ("a", 'a'),
            ("é", 'e'),
            ("e\u{301}", 'e'),
            ("À", 'A'),
            ("ç", 'c'),
            ("œ", 'o'),
            ("’", '\''),
            ("«", '"'),
            ("\u{a0}", ' '),
            ("–", '-'),
            ("─", '-'),
            ("│", '|'),
            ("…", '.'),
            ("→", '>'),
            ("漢", '?'),
            ("ᐃ", '?'),
        ] {
            let mut cell = Cell::default();
            cell.set_symbol(symbol);
            spell(&mut cell);
            assert_eq!(cell.symbol(), expected.to_string(), "{symbol}");
        }
    }
}
