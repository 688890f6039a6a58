//! Conversion of a record's facts to a contact.

use std::borrow::Cow;

use super::HsdsReason;
use super::convert::Converter;
use super::fields::address::Where;
use super::fields::clean::{Distinct, field, folded, list};
use super::fields::facts;
use super::fields::facts::{area, both, description, free, interpretation, places};
use super::fields::phones::Numbers;
use super::fields::slug::slug;
use super::fields::{hours, language, ours, region, secret, terms};
use super::memory::Memory;
use super::node::Node;
use crate::directory::hours::zone::PlaceClock;
use crate::directory::{
    Audience, Category, Contact, Doubt, LanguageCode, Name, Phone, Reason, Region, Source, check,
    stable_hash,
};
use crate::i18n::Text;
use crate::interchange::flags::says_no_text;
use crate::interchange::incoming::with_scheme;

/// Contact made of a record.
pub(super) struct Converted {
    pub(super) contact: Contact,
    /// Street lines of an address that must stay unknown; empty for others.
    pub(super) lines: Vec<String>,
}

impl Converter<'_> {
    pub(super) fn contact(
        &mut self,
        name: &str,
        service: &Node<'_>,
        organization: Option<&Node<'_>>,
    ) -> Converted {
        let nothing = Node::Null;
        let organization = organization.unwrap_or(&nothing);
        let places = places(service, organization);
        let found = Where::of(std::iter::once(&service).chain(&places).copied());
        let terms = terms::of(service);
        let numbers = self.numbers(service, organization, &places);
        let region = self.region(&found, service, &numbers);
        let hours = self.hours(service, &places);
        let always_open = hours.always || self.is_always(hours.hours.as_ref());
        let is_secret = secret::is_said(service, organization, &places);
        let is_ours = ours::language(service).is_some();
        let shelter = terms.categories.contains(&Category::Shelter)
            || secret::is_house(service, organization, &places, &terms.unmatched, is_ours);
        let (checked, doubt) = self.checked(service);
        let (languages, unknown) = self.languages(service, &places);
        let area = area(service, &found);
        let (website, no_addresses) = self.website(service, organization);
        let mut description = description(service, organization, &places, &unknown);
        facts::add_websites(&mut description, &no_addresses);
        let mut contact = Contact {
            id: self.id(service, name, Some(organization)),
            organization: organization_name(organization, name),
            gloss: None,
            categories: terms.categories,
            terms: terms.unmatched,
            region,
            area: (!area.is_empty()).then(|| both(area)),
            places: found.places(region, &mut self.towns),
            serves_km: None,
            whole_region: facts::is_everywhere(service, region),
            phones: numbers,
            email: self.email(service, organization),
            website,
            chat: None,
            address: found.street().map(str::to_owned),
            clock: PlaceClock::Unsaid,
            always_open,
            hours: hours.hours,
            languages,
            interpretation: interpretation(service),
            serves: or_all(terms.serves),
            police_report_needed: None,
            confidential: is_secret.then_some(true),
            free: free(service),
            description,
            sources: vec![self.source(service)],
            checked,
            doubt,
            notes: None,
            origin: None,
            name: Name::shared(name),
        };
        if let Some(language) = ours::language(service) {
            ours::complete(service, language, &mut contact);
        }
        let lines = || secret::lines(service, &places);
        let lines = self.hidden_lines(&mut contact, name, &found, is_secret || shelter, lines);
        Converted { contact, lines }
    }

    /// Returns the id of a service: from its own, else from its name and its organization's.
    pub(super) fn id(
        &self,
        service: &Node<'_>,
        name: &str,
        organization: Option<&Node<'_>>,
    ) -> String {
        if let Some(id) = ours::id(service) {
            return id;
        }
        let source = field(service, "id");
        let own = if source.is_empty() {
            let organization = organization.map(|one| field(one, "name"));
            let organization = organization.filter(|one| !one.is_empty());
            let names = organization.map_or(name.to_owned(), |one| format!("{name}\0{one}"));
            format!("n{:016x}", stable_hash(&folded(&names)))
        } else {
            slug(&source)
        };
        format!("{}-{own}", self.origin.pack)
    }

    /// Returns the region served: from the areas, else the addresses, else their towns, else the option of
    /// the import, else the area codes of the numbers.
    fn region(&mut self, found: &Where, service: &Node<'_>, phones: &[Phone]) -> Region {
        let of_addresses = match found.regions[..] {
            [] => None,
            [region] => Some(region),
            // In several of them.
            [..] => Some(Region::Ca),
        };
        if let Some(named) = region::of_areas(service).or(of_addresses) {
            return named;
        }
        if let Some((region, town)) = region::of_towns(found) {
            self.remark("address", HsdsReason::RegionOfTown(region, town));
            return region;
        }
        if let Some(region) = self.origin.region {
            return region;
        }
        if let Some((region, number)) = region::of_phones(phones) {
            self.remark("address", HsdsReason::RegionOfNumber(region, number));
            return region;
        }
        self.remark("address", HsdsReason::NoRegion);
        Region::Ca
    }

    fn numbers(
        &mut self,
        service: &Node<'_>,
        organization: &Node<'_>,
        places: &[&Node<'_>],
    ) -> Vec<Phone> {
        let mut numbers = Numbers::knowing(std::mem::take(&mut self.meanings));
        numbers.add(service, "");
        if let Some(program) = service.get("program") {
            numbers.add(program, &field(program, "name"));
        }
        let several = places.len() > 1;
        for place in places {
            let label = field(place, "name");
            numbers.add(place, if several { &label } else { "" });
        }
        let label = if numbers.phones.is_empty() {
            Cow::Borrowed("")
        } else {
            field(organization, "name")
        };
        numbers.add(organization, &label);
        self.meanings = numbers.meanings;
        for doubt in numbers.doubts {
            self.remark("phones", doubt);
        }
        numbers.phones
    }

    fn hours(&mut self, service: &Node<'_>, places: &[&Node<'_>]) -> hours::Found {
        let own = schedules(service);
        let mut found = if own.is_empty() {
            let mut each: Vec<Vec<&Node<'_>>> =
                places.iter().map(|place| schedules(place)).collect();
            each.retain(|schedules| !schedules.is_empty());
            // The places have different hours, and it is unknown which one the caller means.
            let all = each.concat();
            let mut found = hours::of(&all);
            let first = each.first().map(|first| hours::of(first).hours);
            if first.is_some_and(|first| first != found.hours) {
                let parts = places.iter().filter_map(|place| {
                    let text = hours::of(&schedules(place)).hours?;
                    let name = field(place, "name");
                    Some((
                        format!("{name}: {}", text.en),
                        format!("{name}\u{a0}: {}", text.fr),
                    ))
                });
                let (en, fr): (Vec<_>, Vec<_>) = parts.unzip();
                found.always = false;
                found.hours = Some(Text {
                    en: en.join("; "),
                    fr: fr.join("; "),
                });
            }
            found
        } else {
            hours::of(&own)
        };
        for unread in std::mem::take(&mut found.unread) {
            self.remark("schedules", HsdsReason::Hours(unread));
        }
        let owners = std::iter::once(service).chain(places.iter().copied());
        if let Some(days) = hours::holidays::of(owners, &self.origin.date) {
            found.always = false;
            found.hours = Some(match found.hours {
                Some(Text { en, fr }) => Text {
                    en: format!("{en} {}", days.en),
                    fr: format!("{fr} {}", days.fr),
                },
                None => days,
            });
        }
        found
    }

    /// Returns true if hours are every hour of every day; remembers what it read.
    fn is_always(&mut self, text: Option<&Text>) -> bool {
        let Some(text) = text else { return false };
        self.always.of(&text.en, |_| hours::is_always(Some(text)))
    }

    fn email(&mut self, service: &Node<'_>, organization: &Node<'_>) -> Option<String> {
        [service, organization].into_iter().find_map(|owner| {
            let email = field(owner, "email");
            if email.is_empty() || check::is_email(&email) {
                return Some(email.into_owned()).filter(|email| !email.is_empty());
            }
            self.remark("email", HsdsReason::Email(email.into_owned()));
            None
        })
    }

    /// Returns the first web address, and the texts in its place that are none.
    fn website(&mut self, service: &Node<'_>, organization: &Node<'_>) -> (Name, Vec<String>) {
        let own = [
            (service, "url"),
            (service, "website"),
            (organization, "website"),
            (organization, "url"),
        ];
        let own = own.into_iter().map(|(owner, name)| field(owner, name));
        let names = ["additional_urls", "additional_websites"];
        let further = [service, organization]
            .into_iter()
            .flat_map(|owner| names.iter().flat_map(|name| list(owner, name)));
        let all = own.chain(further.map(|one| field(one, "url")));
        let mut texts = Distinct::default();
        for text in all.filter(|text| !text.is_empty() && !says_no_text(text)) {
            if check::is_address(&text) {
                return (Name::shared(&text), texts.all);
            }
            if let Some(address) = with_scheme(&text) {
                self.remark("url", HsdsReason::Scheme(text.into_owned()));
                return (Name::shared(&address), texts.all);
            }
            texts.add(&text);
            self.remark("url", HsdsReason::Address(text.into_owned()));
        }
        (Name::default(), texts.all)
    }

    /// Returns the known languages, and the words for the others.
    fn languages(
        &mut self,
        service: &Node<'_>,
        places: &[&Node<'_>],
    ) -> (Vec<LanguageCode>, Vec<String>) {
        let mut known = Vec::new();
        let mut unknown = Distinct::default();
        for owner in std::iter::once(&service).chain(places) {
            for one in list(owner, "languages") {
                for word in language_words(one, &mut self.codes)
                    .into_iter()
                    .filter(|word| !word.is_empty())
                {
                    match self.codes.of(&word, language::code) {
                        Some(code) if known.contains(&code) => {}
                        Some(code) => known.push(code),
                        None => unknown.add(&word),
                    }
                }
            }
        }
        for word in &unknown.all {
            self.remark("languages", HsdsReason::Language(word.clone()));
        }
        (known, unknown.all)
    }

    /// Returns the day of the last assurance, and a doubt if there is none.
    fn checked(&self, service: &Node<'_>) -> (String, Vec<Doubt>) {
        let days = [
            "assured_date",
            "last_assured",
            "last_modified",
            "updated_at",
        ];
        let mut days = days.into_iter().map(|name| field(service, name));
        let is_day = |text: Cow<'_, str>| {
            let day = text.get(..10).filter(|day| check::is_day(day));
            day.map(str::to_owned)
        };
        if let Some(day) = days.find_map(is_day) {
            return (day, Vec::new());
        }
        let undated = Doubt {
            reason: Reason::Undated,
            year: None,
        };
        (self.origin.date.clone(), vec![undated])
    }

    fn source(&self, service: &Node<'_>) -> Source {
        let url = field(service, "url");
        Source {
            url: Some(url.into_owned()).filter(|url| check::is_address(url)),
            title: Some(self.origin.pack.clone()),
            supports: vec!["record".to_owned()],
            date: None,
        }
    }
}

fn schedules<'a>(owner: &'a Node<'a>) -> Vec<&'a Node<'a>> {
    let names = ["schedules", "regular_schedules", "regular_schedule"];
    names.iter().flat_map(|name| list(owner, name)).collect()
}

/// Returns the organization's name, else the service's.
fn organization_name(organization: &Node<'_>, service: &str) -> Name {
    match field(organization, "name") {
        text if text.is_empty() => Name::shared(service),
        text => Name::shared(&text),
    }
}

/// Returns the audiences of a service; everybody if none is stated.
fn or_all(serves: Vec<Audience>) -> Vec<Audience> {
    if serves.is_empty() {
        vec![Audience::All]
    } else {
        serves
    }
}

/// Returns the words for a language, or for several in one text.
fn language_words<'a>(
    one: &'a Node<'_>,
    codes: &mut Memory<Option<LanguageCode>>,
) -> Vec<Cow<'a, str>> {
    if let Node::Text(text) = one {
        return text
            .split([',', ';'])
            .map(super::fields::clean::clean)
            .collect();
    }
    let all = ["code", "language", "name"].map(|name| field(one, name));
    let is_known = |text: &&Cow<'_, str>| codes.of(text, language::code).is_some();
    let named = all.iter().find(is_known);
    vec![named.unwrap_or(&all[2]).clone()]
}
