//! What stands in for a character where the locale shows ASCII alone.

use ratatui::buffer::Cell;
use unicode_normalization::UnicodeNormalization as _;

/// Gives a cell a symbol that every terminal shows. A cell holds one character, so that `œ` becomes
/// `o`: what takes two letters would move the rest of the row.
pub fn spell(cell: &mut Cell) {
    if !cell.symbol().is_ascii() {
        let stand_in = stand_in(cell.symbol());
        cell.set_char(stand_in);
    }
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
