//! Text in columns: padded, and cut in the middle so that the part that tells it from others stays.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Per cent of a column that the last words of a cut text may take.
const TAIL: usize = 60;
/// The same for texts that would read alike, tried in this order.
const LONGER_TAILS: [usize; 2] = [80, 100];
/// Columns of the head below which the last words are not kept whole.
const HEAD: usize = 6;

/// The two parts of a text that are shown, with an ellipsis between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The byte behind the first part.
    pub head: usize,
    /// The byte at which the second part begins.
    pub tail: usize,
}

/// Returns the text with spaces behind it up to that width.
pub fn padded(text: &str, width: usize) -> String {
    let gap = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(gap))
}

/// Returns the text cut to that width: its last words as far as they take 60 % of it, and its head
/// before `ellipsis`. A text that fits is returned as it is.
pub fn middle(text: &str, width: usize, ellipsis: &str) -> String {
    shown(text, cut(text, width, ellipsis), ellipsis)
}

/// Returns what is left of a text that is cut to that width; `None` if it fits.
pub fn cut(text: &str, width: usize, ellipsis: &str) -> Option<Cut> {
    cut_at(text, width, ellipsis, TAIL)
}

/// Returns what is left of each of several texts that stand below each other, each with its width. Two
/// that would read alike get longer tails.
pub fn cut_apart(texts: &[(&str, usize)], ellipsis: &str) -> Vec<Option<Cut>> {
    let mut cuts: Vec<Option<Cut>> = texts
        .iter()
        .map(|(text, width)| cut(text, *width, ellipsis))
        .collect();
    for share in LONGER_TAILS {
        let read: Vec<String> = texts
            .iter()
            .zip(&cuts)
            .map(|((text, _), cut)| shown(text, *cut, ellipsis))
            .collect();
        for (index, (text, width)) in texts.iter().enumerate() {
            let alike = |other: usize| read[other] == read[index] && texts[other].0 != *text;
            if cuts[index].is_some() && (0..texts.len()).any(alike) {
                cuts[index] = cut_at(text, *width, ellipsis, share);
            }
        }
    }
    cuts
}

fn shown(text: &str, cut: Option<Cut>, ellipsis: &str) -> String {
    match cut {
        None => text.to_owned(),
        Some(Cut { head, tail }) => format!("{}{ellipsis}{}", &text[..head], &text[tail..]),
    }
}

fn cut_at(text: &str, width: usize, ellipsis: &str, share: usize) -> Option<Cut> {
    if text.width() <= width {
        return None;
    }
    let room = width.saturating_sub(ellipsis.width());
    let tail = start_of_tail(text, room, share);
    let head = first_letters(text, room - text[tail..].width().min(room));
    Some(Cut {
        head: head.trim_end().len(),
        tail,
    })
}

/// Returns where the second part begins: the whole words that fit into that share of the room, else
/// the last word if it leaves room for a head, else the last part of a hyphenated word.
fn start_of_tail(text: &str, room: usize, share: usize) -> usize {
    let with_head = room.saturating_sub(HEAD);
    let first = |separators: &[char], most: usize| {
        let mut starts = text
            .match_indices(separators)
            .map(|(at, separator)| at + separator.len());
        starts.find(|start| text[*start..].width() <= most)
    };
    first(&[' '], room * share / 100)
        .or_else(|| first(&[' '], with_head))
        .or_else(|| first(&['-', '/'], with_head))
        .unwrap_or(text.len())
}

/// Returns the first letters that fit into that width.
fn first_letters(text: &str, width: usize) -> &str {
    let mut used = 0;
    let end = text.grapheme_indices(true).find(|(_, grapheme)| {
        used += grapheme.width();
        used > width
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_distinguishing_part_stays() {
        let cuts = [
            ("Bryony House", 24, "Bryony House"),
            (
                "Direction de la protection de la jeunesse – Laval",
                24,
                "Direction de la…– Laval",
            ),
            ("911 – police, fire, ambulance", 20, "911 – poli…ambulance"),
            ("DPJ – Saguenay–Lac-Saint-Jean", 16, "DPJ – Sague…Jean"),
            ("Antidisestablishmentarianism", 10, "Antidises…"),
        ];
        for (text, width, cut) in cuts {
            assert_eq!(middle(text, width, "…"), cut, "{text}");
        }
    }

    #[test]
    fn texts_that_differ_read_differently() {
        let texts = [
            "Crown Victim Services, North Peace Region Office",
            "Crown Victim Services, South Peace Region Office",
        ];
        assert_eq!(
            middle(texts[0], 28, "…"),
            middle(texts[1], 28, "…"),
            "alone, both are cut alike"
        );
        let cuts = cut_apart(&texts.map(|text| (text, 28)), "…");
        let [north, south] = [0, 1].map(|index| shown(texts[index], cuts[index], "…"));
        assert_ne!(north, south);
        assert!(
            north.width() <= 28 && south.width() <= 28,
            "{north} {south}"
        );
    }

    proptest! {
        #[test]
        fn a_cut_text_fits(text in "[a-zéà –-]{0,60}", width in 0_usize..40) {
            let cut = middle(&text, width, "…");
            prop_assert!(cut.width() <= width.max(1), "{cut}");
        }
    }
}
