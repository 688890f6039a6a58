//! Words for provinces and territories, typed beside a place.

use crate::directory::Region;

/// Condition under which a word means the region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::places) enum Use {
    /// Anywhere: the word has no other meaning.
    Anywhere,
    /// Directly after a place, at the end of the query or in capitals: the word has another
    /// meaning.
    Behind,
}

/// Names and abbreviations in both languages.
pub(in crate::places) const WORDS: &[(&str, Region, Use)] = &[
    ("British Columbia", Region::Bc, Use::Anywhere),
    ("Colombie-Britannique", Region::Bc, Use::Anywhere),
    ("BC", Region::Bc, Use::Anywhere),
    ("C.-B.", Region::Bc, Use::Anywhere),
    ("Alberta", Region::Ab, Use::Anywhere),
    ("Alta", Region::Ab, Use::Anywhere),
    ("AB", Region::Ab, Use::Behind),
    ("Saskatchewan", Region::Sk, Use::Anywhere),
    ("Sask", Region::Sk, Use::Anywhere),
    ("SK", Region::Sk, Use::Anywhere),
    ("Manitoba", Region::Mb, Use::Anywhere),
    ("MB", Region::Mb, Use::Anywhere),
    ("Ontario", Region::On, Use::Anywhere),
    ("Ont", Region::On, Use::Behind),
    ("ON", Region::On, Use::Behind),
    ("Quebec", Region::Qc, Use::Anywhere),
    ("Province de Québec", Region::Qc, Use::Anywhere),
    ("Que", Region::Qc, Use::Behind),
    ("QC", Region::Qc, Use::Anywhere),
    ("PQ", Region::Qc, Use::Behind),
    ("New Brunswick", Region::Nb, Use::Anywhere),
    ("Nouveau-Brunswick", Region::Nb, Use::Anywhere),
    ("NB", Region::Nb, Use::Anywhere),
    ("Nova Scotia", Region::Ns, Use::Anywhere),
    ("Nouvelle-Écosse", Region::Ns, Use::Anywhere),
    ("NS", Region::Ns, Use::Anywhere),
    ("N.-É.", Region::Ns, Use::Behind),
    ("Prince Edward Island", Region::Pe, Use::Anywhere),
    ("Île-du-Prince-Édouard", Region::Pe, Use::Anywhere),
    ("PEI", Region::Pe, Use::Anywhere),
    ("Î.-P.-É.", Region::Pe, Use::Anywhere),
    ("PE", Region::Pe, Use::Behind),
    ("Newfoundland and Labrador", Region::Nl, Use::Anywhere),
    ("Terre-Neuve-et-Labrador", Region::Nl, Use::Anywhere),
    ("Newfoundland", Region::Nl, Use::Anywhere),
    ("Terre-Neuve", Region::Nl, Use::Anywhere),
    ("Nfld", Region::Nl, Use::Anywhere),
    ("NL", Region::Nl, Use::Anywhere),
    ("T.-N.-L.", Region::Nl, Use::Anywhere),
    ("Yukon", Region::Yt, Use::Anywhere),
    ("YT", Region::Yt, Use::Anywhere),
    ("Northwest Territories", Region::Nt, Use::Anywhere),
    ("Territoires du Nord-Ouest", Region::Nt, Use::Anywhere),
    ("NWT", Region::Nt, Use::Anywhere),
    ("T.N.-O.", Region::Nt, Use::Anywhere),
    ("NT", Region::Nt, Use::Behind),
    ("Nunavut", Region::Nu, Use::Anywhere),
    ("NU", Region::Nu, Use::Behind),
];

/// Returns the condition under which these letters mean a region.
pub(in crate::places) fn use_of(name: &str) -> Use {
    WORDS
        .iter()
        .find(|(word, ..)| *word == name)
        .map_or(Use::Anywhere, |(.., when)| *when)
}
