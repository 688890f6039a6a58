//! Breaking of plain text into lines.

use unicode_width::UnicodeWidthStr;

/// Breaks a text at spaces into lines of at most this number of display columns. A longer word, such as
/// a path, is not broken, and no line breaks at a no-break space.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_wrap_at_spaces_and_paths_are_not_broken() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(
            wrapped("/a/very/long/path is", 5),
            ["/a/very/long/path", "is"]
        );
        assert_eq!(wrapped("un\u{a0}mot deux", 7), ["un\u{a0}mot", "deux"]);
    }

    #[test]
    fn wide_letters_take_two_columns() {
        assert_eq!(wrapped("支援 電話", 8), ["支援", "電話"]);
        assert_eq!(wrapped("支援 電話", 9), ["支援 電話"]);
    }
}
