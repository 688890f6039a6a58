//! Coverage: contacts counted by kind of help and region.

use super::{Category, Contact, Region};

/// Kind of help that a worker must find in every region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Categories of the kind.
    pub categories: &'static [Category],
    /// True if a Canada-wide contact counts for a region without one. Compensation is paid by each
    /// province and territory.
    national_fills: bool,
}

impl Kind {
    /// All kinds, the most urgent first.
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

    /// Returns the id of the message of its name: that of its only category, or its own.
    pub fn message_id(self) -> String {
        match self.categories {
            [only] => only.message_id(),
            _ => "coverage-victim-support".to_owned(),
        }
    }

    fn is_given_by(self, contact: &Contact) -> bool {
        let mut given = contact.categories.iter();
        contact.has_phone() && given.any(|one| self.categories.contains(one))
    }
}

/// Coverage of one kind of help in one region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Number of callable contacts of the region; may be zero for Canada.
    Own(usize),
    /// No contact of the region, but this many Canada-wide ones.
    National(usize),
    /// The guide states that the region has no such program.
    NoProgram,
    /// No contact.
    Gap,
}

/// Coverage of one kind of help in each region, in the order of [`Region::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Kind of help.
    pub kind: Kind,
    /// One cell for each region.
    pub cells: Vec<(Region, Cell)>,
}

/// Counts the contacts by kind of help and region; `without_program` are the regions without a
/// compensation program according to the guide.
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
    // 911 does not count for regions without 911.
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

/// Returns the gaps: provinces and territories without a callable contact for a kind of help.
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
    fn a_region_without_contacts_has_canadas_and_nunavut_has_no_911() {
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
