//! Generator of directories of any size, the same each time: structure and sentences of the real
//! contacts, with generated names, towns and rare words.

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use havre::directory::packs::{Header, VERSION, write};
use havre::directory::{Contact, Name, Phone, Region};
use havre::i18n::Text;

/// Query with its region.
pub struct Asked {
    /// The words typed.
    pub text: String,
    /// The region of the user.
    pub region: Region,
    /// Index of the contact that the query is about, if it is about one.
    pub wanted: Option<usize>,
}

/// Pseudorandom number generator (`SplitMix64`, Steele and others, 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 1).unwrap_or(0) % end
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

const SYLLABLES: [&str; 40] = [
    "ka", "mi", "ro", "len", "dor", "ville", "ton", "ash", "bel", "cor", "dun", "el", "far", "gan",
    "har", "is", "jor", "kel", "lor", "mon", "nor", "os", "pem", "qui", "ros", "san", "tor", "ul",
    "ver", "wil", "yar", "zen", "ber", "chi", "lac", "saint", "bay", "ford", "brook", "field",
];
const KINDS: [(&str, &str); 12] = [
    ("Women's Shelter", "Refuge pour femmes"),
    ("Victim Services", "Services aux victimes"),
    (
        "Sexual Assault Centre",
        "Centre d'aide aux victimes d'agression sexuelle",
    ),
    ("Crisis Line", "Ligne de crise"),
    ("Legal Clinic", "Clinique juridique"),
    ("Police Service", "Service de police"),
    ("Transition House", "Maison de transition"),
    (
        "Restorative Justice Society",
        "Société de justice réparatrice",
    ),
    (
        "Child and Youth Advocacy Centre",
        "Centre d'appui aux enfants",
    ),
    ("Friendship Centre", "Centre d'amitié"),
    (
        "Newcomer Welcome Centre",
        "Centre d'accueil des nouveaux arrivants",
    ),
    ("Counselling Program", "Programme de counseling"),
];
/// Number of generated words for towns and people.
const WORDS: usize = 20_000;

fn made_up(chance: &mut Chance) -> String {
    let syllables = 2 + chance.below(2);
    let word: String = (0..syllables).map(|_| chance.pick(&SYLLABLES)).collect();
    word[..1].to_uppercase() + &word[1..]
}

/// Returns `size` contacts with the structure of the real ones.
pub fn contacts(size: usize, real: &[Contact]) -> Vec<Contact> {
    let mut chance = Chance(2026);
    let words: Vec<String> = (0..WORDS).map(|_| made_up(&mut chance)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    (0..size)
        .map(|number| contact(number, real, &words, &mut chance))
        .collect()
}

/// Writes a pack of generated contacts.
pub fn write_pack(path: &Path, contacts: &[Contact]) -> io::Result<()> {
    let header = Header {
        version: VERSION,
        name: "generated".to_owned(),
        publisher: "bench".to_owned(),
        licence: "CC0-1.0".to_owned(),
        date: "2026-11-01".to_owned(),
        corrections_to: None,
        // Its numbers are made up.
        imported: Some("HSDS".to_owned()),
    };
    let mut output = BufWriter::new(File::create(path)?);
    write::pack(&header, contacts, &mut output)?;
    output.flush()
}

fn contact(number: usize, real: &[Contact], words: &[&str], chance: &mut Chance) -> Contact {
    let shape = &real[chance.below(real.len())];
    // A few towns have many services, most have few.
    let town = words[chance.below(WORDS).min(chance.below(WORDS))];
    let (english, french) = KINDS[chance.below(KINDS.len())];
    let person = chance.pick(words);
    let other = &real[chance.below(real.len())].description;
    let region = Region::ALL[chance.below(Region::ALL.len())];
    Contact {
        // No id of a real contact: it would be replaced.
        id: format!("{}-generated-{number}", region.slug()),
        name: Name {
            en: Some(format!("{person} {english}")),
            fr: shape
                .name
                .fr
                .is_some()
                .then(|| format!("{french} {person}")),
        },
        organization: Name::shared(&format!("{town} {english}")),
        region,
        area: Some(Text {
            en: town.to_owned(),
            fr: town.to_owned(),
        }),
        phones: vec![phone(shape, chance)],
        description: Text {
            en: mixed(&shape.description.en, &other.en, chance.pick(words)),
            fr: mixed(&shape.description.fr, &other.fr, chance.pick(words)),
        },
        ..shape.clone()
    }
}

/// Joins the first half of one text, the second half of another, and a rare word.
fn mixed(first: &str, second: &str, rare: &str) -> String {
    let halves = |text: &str| text.split(' ').count() / 2;
    let head = first.split(' ').take(halves(first));
    let tail = second.split(' ').skip(halves(second));
    let words: Vec<&str> = head.chain([rare]).chain(tail).collect();
    words.join(" ")
}

fn phone(shape: &Contact, chance: &mut Chance) -> Phone {
    let number = format!(
        "1-8{:02}-{:03}-{:04}",
        chance.below(100),
        chance.below(1000),
        chance.below(10_000)
    );
    let kind = shape
        .phones
        .first()
        .map_or(havre::directory::PhoneKind::Voice, |phone| phone.kind);
    Phone {
        number,
        extension: None,
        kind,
        label: None,
        hours: None,
        places: Vec::new(),
    }
}

/// Returns the searched text of a contact.
pub fn text_of(contact: &Contact) -> String {
    let mut text = String::new();
    let area = contact.area.iter().flat_map(|area| [&area.en, &area.fr]);
    let names = contact.name.en.iter().chain(&contact.name.fr);
    let organizations = contact.organization.en.iter();
    let rest = [&contact.description.en, &contact.description.fr];
    for part in names.chain(area).chain(organizations).chain(rest) {
        text.push_str(part);
        text.push('\n');
    }
    text.extend(contact.phones.iter().map(|phone| phone.number.as_str()));
    text
}

/// Returns typical queries for some of these: names, halves of names, towns, everyday words, typing
/// errors, digits.
pub fn queries(contacts: &[Contact]) -> Vec<Asked> {
    let mut chance = Chance(7);
    let everyday = [
        "rape",
        "pimp",
        "nowhere to sleep",
        "restraining order",
        "no papers",
        "he beats me",
    ];
    (0..60)
        .map(|number| {
            let wanted = chance.below(contacts.len());
            let contact = &contacts[wanted];
            let name = contact
                .name
                .en
                .as_deref()
                .unwrap_or_default()
                .to_lowercase();
            let town = contact
                .area
                .as_ref()
                .map_or("", |area| &area.en)
                .to_lowercase();
            let words: Vec<&str> = name.split(' ').collect();
            let text = match number % 6 {
                0 => name.clone(),
                1 => format!("{} {}", words[words.len() - 1], words[0]),
                2 => format!("{town} {}", words[1]),
                3 => slipped(&name),
                4 => everyday[chance.below(everyday.len())].to_owned(),
                _ => contact.phones[0].number[2..].to_owned(),
            };
            let region = if chance.below(2) == 0 {
                Region::Ca
            } else {
                contact.region
            };
            Asked {
                text,
                region,
                wanted: (number % 6 != 4).then_some(wanted),
            }
        })
        .collect()
}

/// Swaps the third and fourth letters.
fn slipped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    letters.swap(2, 3);
    letters.into_iter().collect()
}
