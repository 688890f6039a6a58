//! Replacements of characters for locales with ASCII only.

use ratatui::buffer::Cell;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Replaces the symbol of a cell by one that every terminal shows. A cell holds one character, so
/// `œ` becomes `o`: two letters would shift the rest of the row.
pub fn spell(cell: &mut Cell) {
    if !cell.symbol().is_ascii() {
        let stand_in = stand_in(cell.symbol());
        cell.set_char(stand_in);
    }
}

/// Returns a text in ASCII, with several letters for one where needed. French has no space inside
/// straight quotes.
pub fn spelled(text: &str) -> String {
    let text = text.replace("«\u{a0}", "«").replace("\u{a0}»", "»");
    let mut spelled = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            _ if character.is_ascii() => spelled.push(character),
            'œ' => spelled.push_str("oe"),
            'Œ' => spelled.push_str("OE"),
            'æ' => spelled.push_str("ae"),
            'Æ' => spelled.push_str("AE"),
            '…' => spelled.push_str("..."),
            // A mark of the preceding letter.
            _ if is_combining_mark(character) => {}
            _ => spelled.push(stand_in(character.encode_utf8(&mut [0; 4]))),
        }
    }
    spelled
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
    fn a_text_may_take_more_letters() {
        assert_eq!(spelled("« Être »\r\nœuvre\n"), "\" Etre \"\r\noeuvre\n");
        assert_eq!(
            spelled("Cœur\u{a0}: l’été e\u{301} « … »"),
            "Coeur : l'ete e \" ... \""
        );
        assert_eq!(spelled("dit «\u{a0}non\u{a0}»."), "dit \"non\".");
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
