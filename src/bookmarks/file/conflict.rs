//! Both sides of a text that contains git's conflict markers.

/// Prefixes of marker lines, and the side of the lines that follow them.
const MARKS: [(&str, Side); 4] = [
    ("<<<<<<<", Side::Ours),
    ("|||||||", Side::Base),
    ("=======", Side::Theirs),
    (">>>>>>>", Side::Both),
];

/// Side of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Both,
    Ours,
    /// Common ancestor, which belongs to neither side.
    Base,
    Theirs,
}

/// Returns the text of each side; `None` if the text has no conflict.
pub(super) fn sides(text: &str) -> Option<[String; 2]> {
    let (mut ours, mut theirs) = (String::new(), String::new());
    let (mut side, mut conflicts) = (Side::Both, false);
    for line in text.split_inclusive('\n') {
        let mark = MARKS.iter().find(|(mark, _)| line.starts_with(mark));
        if let Some((_, next)) = mark {
            side = *next;
            conflicts |= side == Side::Ours;
            continue;
        }
        if matches!(side, Side::Both | Side::Ours) {
            ours.push_str(line);
        }
        if matches!(side, Side::Both | Side::Theirs) {
            theirs.push_str(line);
        }
    }
    conflicts.then_some([ours, theirs])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_has_its_lines_and_those_of_both() {
        let text = "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> laptop\ne\n";
        let wanted = ["a\nb\ne\n", "a\nd\ne\n"].map(str::to_owned);
        assert_eq!(sides(text), Some(wanted));
        assert_eq!(
            sides("a\n=======\nb\n"),
            None,
            "a line of a text, no conflict"
        );
    }
}
