//! Slips of typing between two words.

/// Returns true if two words differ by at most this number of edits: letters inserted, removed, replaced or
/// exchanged with their neighbour.
pub fn is_within(edits: usize, typed: &[u8], known: &[u8]) -> bool {
    let same = std::iter::zip(typed, known).take_while(|(a, b)| a == b);
    let same = same.count();
    let (typed, known) = (&typed[same..], &known[same..]);
    let Some(left) = edits.checked_sub(1) else {
        return typed.is_empty() && known.is_empty();
    };
    if typed.len().abs_diff(known.len()) > edits {
        return false;
    }
    match (typed, known) {
        ([], _) | (_, []) => true,
        ([one, after @ ..], [other, rest @ ..]) => {
            let is_exchanged = after.first() == Some(other) && rest.first() == Some(one);
            is_within(left, after, known)
                || is_within(left, typed, rest)
                || is_within(left, after, rest)
                || is_exchanged && is_within(left, &after[1..], &rest[1..])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_more_less_other_or_exchanged_is_one_edit() {
        for (typed, known, edits) in [
            ("stabed", "stabbed", 1),
            ("mourrir", "mourir", 1),
            ("seigne", "saigne", 1),
            ("suicdie", "suicide", 1),
            ("inconssiante", "inconsciente", 2),
            ("suicid", "suicide", 1),
        ] {
            let [typed, known] = [typed, known].map(str::as_bytes);
            assert!(is_within(edits, typed, known));
            assert!(!is_within(edits - 1, typed, known));
        }
        assert!(!is_within(1, b"strange", b"strangled"));
    }
}
