//! Names and abbreviations by which people call provinces and territories.

use super::region::Region;
use crate::i18n::folding::fold;
use crate::i18n::{Language, Messages};

impl Region {
    /// Returns the usual abbreviations in both languages besides the postal one, in lower case and
    /// without dots and hyphens: `tnl` also stands for « T.-N.-L. ».
    ///
    /// Some are words of everyday language ("man", « alb »), so a longer text must not be searched
    /// for them.
    pub const fn abbreviations(self) -> &'static [&'static str] {
        match self {
            Self::Ca => &["can"],
            Self::Bc => &["cb"],
            Self::Ab => &["alta", "alb"],
            Self::Sk => &["sask"],
            Self::Mb => &["man"],
            Self::On => &["ont"],
            Self::Qc => &["pq", "que"],
            Self::Nb => &[],
            Self::Ns => &["ne"],
            Self::Pe => &["pei", "ipe"],
            Self::Nl => &["nf", "nfl", "nfld", "tn", "tnl"],
            Self::Yt => &["yk", "yn", "yuk"],
            Self::Nt => &["nwt", "tno"],
            Self::Nu => &["nun", "nvt"],
        }
    }

    /// Returns the region of an abbreviation, in any case, with or without dots, hyphens and
    /// accents (« N.-É. »); `None` if there is none.
    pub fn abbreviated(text: &str) -> Option<Self> {
        let letters: String = fold(text)
            .text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        Self::ALL.into_iter().find(|region| {
            region.code().eq_ignore_ascii_case(&letters)
                || region.abbreviations().contains(&&*letters)
        })
    }

    /// Returns the region of a name in either language, or of an abbreviation; `None` if there is
    /// none.
    pub fn named(text: &str) -> Option<Self> {
        let folded = fold(text.trim()).text;
        let is_called = |region: &Self| {
            Language::ALL.iter().any(|language| {
                let name = Messages::of(*language).text(&region.message_id());
                fold(&name).text == folded
            })
        };
        Self::abbreviated(text).or_else(|| Self::ALL.into_iter().find(is_called))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_called_by_their_usual_abbreviations_in_both_languages() {
        for (region, written) in [
            (Region::Pe, "PEI P.E.I. IPE Î.-P.-É. ÎPÉ pe"),
            (Region::Ns, "NS N.S. NE NÉ N.-É. n.é."),
            (Region::Bc, "BC B.C. CB C.-B. c-b"),
            (Region::Nl, "NL NFLD Nfld. TNL T.-N.-L. NF"),
            (Region::Nt, "NT N.W.T. NWT TNO T.N.-O. T.N.O."),
            (Region::Nb, "NB N.B. N.-B."),
            (Region::On, "ON Ont. ont"),
            (Region::Mb, "MB Man."),
            (Region::Sk, "SK Sask."),
            (Region::Ab, "AB Alta. Alb."),
            (Region::Qc, "QC Qué. Que PQ P.Q."),
            (Region::Yt, "YT YK Yn Y.T."),
            (Region::Nu, "NU Nun."),
        ] {
            for one in written.split(' ') {
                assert_eq!(Region::named(one), Some(region), "{one}");
            }
        }
        assert_eq!(Region::named("Nouvelle-Écosse"), Some(Region::Ns));
        for none in ["", ".", "XX", "Nova", "manitou"] {
            assert_eq!(Region::named(none), None, "{none}");
        }
    }

    #[test]
    fn no_abbreviation_stands_for_two_regions() {
        for region in Region::ALL {
            for one in region.abbreviations() {
                assert_eq!(Region::abbreviated(one), Some(region), "{one}");
            }
        }
    }
}
