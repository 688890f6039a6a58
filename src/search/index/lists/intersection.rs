//! Intersection of lists of postings.

use super::postings::Posting;

/// Intersects two ordered lists, keeping the worse field.
pub fn both(left: &[Posting], right: &[Posting]) -> Vec<Posting> {
    let mut both = Vec::new();
    add_both(left, right, &mut both);
    both
}

/// Gallop through a list at least this many times longer than the other.
const GALLOP: usize = 16;

/// Appends the intersection of two ordered lists.
pub fn add_both(left: &[Posting], right: &[Posting], both: &mut Vec<Posting>) {
    let (short, long) = if left.len() < right.len() {
        (left, right)
    } else {
        (right, left)
    };
    if short.len() * GALLOP < long.len() {
        gallop(short, long, both);
    } else {
        merge(short, long, both);
    }
}

/// Merges two lists, without unpredictable branches except at matches.
fn merge(mut left: &[Posting], mut right: &[Posting], both: &mut Vec<Posting>) {
    while let (Some(a), Some(b)) = (left.first(), right.first()) {
        let order = a.document().cmp(&b.document());
        if order.is_eq() {
            both.push(*a.max(b));
        }
        left = &left[usize::from(order.is_le())..];
        right = &right[usize::from(order.is_ge())..];
    }
}

/// Looks up the documents of the short list in the long one by galloping search.
fn gallop(short: &[Posting], mut long: &[Posting], both: &mut Vec<Posting>) {
    for posting in short {
        if long.is_empty() {
            return;
        }
        let other = advance(&mut long, posting.document());
        both.extend(other.map(|other| *posting.max(&other)));
    }
}

/// Removes the postings before a document from the front of an ordered list by galloping search, and returns that of
/// the document.
pub fn advance(list: &mut &[Posting], document: u32) -> Option<Posting> {
    let before = |other: &Posting| other.document() < document;
    let mut end = 1;
    while list.get(end).is_some_and(before) {
        end *= 2;
    }
    let start = (end / 2).min(list.len());
    let among = &list[start..list.len().min(end + 1)];
    *list = &list[start + among.partition_point(before)..];
    let first = list.first().copied();
    first.filter(|posting| posting.document() == document)
}
