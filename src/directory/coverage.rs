//! Which help can be called where: contacts counted by kind of help and region.

use super::{Category, Contact, Region};

/// A kind of help that a worker must find in every region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The categories that give it.
    pub categories: &'static [Category],
    /// Whether a Canada-wide contact gives it too, where the region has none of its own. Compensation
    /// is for each province and territory to pay.
    national_fills: bool,
}

impl Kind {
    /// Every one, in the order of a worker's night: danger first.
    pub const ALL: [Self; 14] = [
        Self::of(&[Category::Emergency]),
        Self::of(&[Category::Police]),
        Self::of(&[Category::TipLine]),
        Self::of(&[Category::Trafficking]),
        Self::of(&[
            Category::VictimSupportLine,
            Category::PoliceBasedVs,
            Category::CommunityVs,
        ]),
        Self::of(&[Category::CourtSupport]),
        Self {
            categories: &[Category::Compensation],
            national_fills: false,
        },
        Self::of(&[Category::SexualAssault]),
        Self::of(&[Category::DomesticViolence]),
        Self::of(&[Category::ChildProtection]),
        Self::of(&[Category::Counselling]),
        Self::of(&[Category::Shelter]),
        Self::of(&[Category::LegalHelp]),
        Self::of(&[Category::Indigenous]),
    ];

    const fn of(categories: &'static [Category]) -> Self {
        Self {
            categories,
            national_fills: true,
        }
    }

    /// Id of the message that names it: that of its only category, or its own.
    pub fn message_id(self) -> String {
        match self.categories {
            [only] => only.message_id(),
            _ => "coverage-victim-support".to_owned(),
        }
    }

    fn is_given_by(self, contact: &Contact) -> bool {
        let mut given = contact.categories.iter();
        contact.main_phone().is_some() && given.any(|one| self.categories.contains(one))
    }
}

/// What there is of a kind of help in a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// So many callable contacts of the region's own; for Canada itself there may be none.
    Own(usize),
    /// None of its own, and so many Canada-wide ones.
    National(usize),
    /// The guide says that the region has no such program.
    NoProgram,
    /// Nobody to call.
    Gap,
}

/// A kind of help and what there is of it in each region, in the order of [`Region::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The kind of help.
    pub kind: Kind,
    /// One cell a region.
    pub cells: Vec<(Region, Cell)>,
}

/// Counts the contacts by kind of help and region; `without_program` are the regions that have no
/// compensation program by what the guide says.
pub fn rows(contacts: &[Contact], without_program: &[Region]) -> Vec<Row> {
    let row = |kind: Kind| Row {
        kind,
        cells: Region::ALL
            .map(|region| (region, cell(kind, region, contacts, without_program)))
            .to_vec(),
    };
    Kind::ALL.map(row).to_vec()
}

fn cell(kind: Kind, region: Region, contacts: &[Contact], without_program: &[Region]) -> Cell {
    let count = |of: Region| {
        let given = contacts.iter().filter(|one| kind.is_given_by(one));
        given.filter(|one| one.region == of).count()
    };
    let own = count(region);
    // 911 is no help where it does not work.
    let works = kind.categories != [Category::Emergency] || region.emergency().is_911();
    if own > 0 || region == Region::Ca {
        return Cell::Own(own);
    }
    match count(Region::Ca) {
        national if national > 0 && kind.national_fills && works => Cell::National(national),
        _ if !kind.national_fills && without_program.contains(&region) => Cell::NoProgram,
        _ => Cell::Gap,
    }
}

/// What is missing: each province and territory where nobody can be called for a kind of help.
pub fn gaps(rows: &[Row]) -> Vec<(Kind, Region)> {
    let of_row = |row: &Row| {
        let kind = row.kind;
        let gaps = row.cells.iter().filter(|(_, cell)| *cell == Cell::Gap);
        let gaps = gaps.map(move |(region, _)| (kind, *region));
        gaps.collect::<Vec<_>>()
    };
    rows.iter().flat_map(of_row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn a_region_without_contacts_has_what_canada_has_and_no_911_in_nunavut() {
        let contacts = Assets::embedded().contacts().unwrap();
        let national: Vec<Contact> = contacts
            .into_iter()
            .filter(|one| one.region == Region::Ca)
            .collect();
        let rows = rows(&national, &[Region::Nl]);
        let of = |kind: usize, region: Region| {
            let mut cells = rows[kind].cells.iter();
            cells.find(|(one, _)| *one == region).unwrap().1
        };
        assert!(matches!(of(0, Region::Ca), Cell::Own(_)));
        assert!(matches!(of(0, Region::Ns), Cell::National(_)));
        assert_eq!(of(0, Region::Nu), Cell::Gap);
        assert_eq!(of(6, Region::Nl), Cell::NoProgram);
        assert_eq!(of(6, Region::Ns), Cell::Gap);
        let gaps = gaps(&rows);
        assert!(gaps.contains(&(Kind::ALL[0], Region::Nu)));
        assert!(!gaps.iter().any(|(_, region)| *region == Region::Ca));
    }
}
