//! Facts of a record given in words or in several places.

use std::borrow::Cow;

use super::address::Where;
use super::clean::{Distinct, field, list};
use super::{ours, region};
use crate::directory::{Interpretation, Region};
use crate::i18n::Text;
use crate::interchange::hsds::node::Node;

/// A longer name of an area is a sentence, and stands in the description.
const LONGEST_AREA: usize = 120;

/// Returns the locations of a service, for any version of the format.
pub fn places<'a>(service: &'a Node<'a>, organization: &'a Node<'a>) -> Vec<&'a Node<'a>> {
    let mut places: Vec<&Node<'_>> = Vec::new();
    for name in ["service_at_locations", "service_at_location"] {
        for link in list(service, name) {
            places.push(link);
            places.extend(link.get("location"));
        }
    }
    places.extend(list(service, "locations"));
    places.extend(list(service, "location"));
    if places.is_empty() {
        places.extend(list(organization, "locations"));
    }
    places
}

pub fn area(service: &Node<'_>, found: &Where) -> String {
    let areas = list(service, "service_areas").iter();
    let names = areas.map(area_name);
    let names: Vec<Cow<'_, str>> = names.filter(|name| !name.is_empty()).collect();
    let is_region: Vec<bool> = names
        .iter()
        .map(|name| region::named(name).is_some())
        .collect();
    let serves_all = is_region.contains(&true);
    let names = names
        .iter()
        .zip(is_region)
        .filter(|(_, is_region)| !is_region);
    let names = names.map(|(name, _)| name);
    // The region stands in a field of its own.
    let names = names.map(|name| region::split(name).0.to_owned());
    let short = |name: &String| name.chars().count() <= LONGEST_AREA;
    let mut names: Vec<String> = names.filter(short).collect();
    if names.is_empty() && !serves_all && ours::language(service).is_none() {
        names = found.cities.iter().map(|(city, _)| city.clone()).collect();
    }
    let mut distinct = Distinct::default();
    for name in &names {
        distinct.add(name);
    }
    distinct.all.join(", ")
}

/// Returns the name of an area, for any version of the format.
pub fn area_name<'a>(area: &'a Node<'_>) -> Cow<'a, str> {
    let names = ["name", "service_area"].into_iter();
    let mut names = names.map(|name| field(area, name));
    names.find(|name| !name.is_empty()).unwrap_or_default()
}

/// Returns true if its areas name the whole region that it is in.
pub fn is_everywhere(service: &Node<'_>, region: Region) -> bool {
    let mut areas = list(service, "service_areas").iter();
    areas.any(|area| region::named(&area_name(area)) == Some(region))
}

pub fn interpretation(service: &Node<'_>) -> Option<Interpretation> {
    let words = field(service, "interpretation_services");
    let none = ["", "no", "none", "false", "non", "aucun", "n/a"];
    (!none.contains(&words.to_lowercase().as_str())).then_some(Interpretation::Available)
}

/// Returns `Some(true)` if every price is zero, or the words say that the service is free and no price says
/// otherwise; else nothing is known.
pub fn free(service: &Node<'_>) -> Option<bool> {
    let amount = |option: &Node<'_>| field(option, "amount").parse::<f64>().ok();
    let options = list(service, "cost_options");
    let is_free = |amount: Option<f64>| amount == Some(0.0);
    let costs = !options.is_empty() && options.iter().map(amount).all(is_free);
    let words = ["fees_description", "fees"].map(|name| field(service, name));
    let has_price = options.iter().filter_map(amount).any(|amount| amount > 0.0);
    let is_said = !has_price && words.iter().any(|text| says_free(text));
    (costs || is_said).then_some(true)
}

/// Returns true for words that say "free" and no more.
fn says_free(text: &str) -> bool {
    let says = [
        "free",
        "free of charge",
        "no fee",
        "no fees",
        "no cost",
        "gratuit",
        "sans frais",
    ];
    says.contains(&text.to_lowercase().trim_end_matches('.'))
}

/// Returns the conditions that Open Referral UK 1 and tables have in records of their own.
fn eligibilities<'a, 'n>(service: &'a Node<'n>) -> impl Iterator<Item = &'a Node<'n>> {
    let names = ["eligibilitys", "eligibilities", "eligibility"];
    names.into_iter().flat_map(|name| list(service, name))
}

/// Returns the ages served, as a sentence; `None` if none are stated.
fn ages(service: &Node<'_>) -> Option<Text> {
    let stated = |name: &str| {
        let mut owners = std::iter::once(service).chain(eligibilities(service));
        let age = owners.find_map(|owner| Some(field(owner, name)).filter(|age| !age.is_empty()));
        age.map(|age| age.trim_end_matches(".0").to_owned())
    };
    let from = stated("minimum_age").filter(|age| age != "0");
    let (en, fr) = match (from, stated("maximum_age")) {
        (None, None) => return None,
        (Some(from), None) => (
            format!("Age {from} and over."),
            format!("{from}\u{a0}ans et plus."),
        ),
        (None, Some(to)) => (
            format!("Up to age {to}."),
            format!("Jusqu’à {to}\u{a0}ans."),
        ),
        (Some(from), Some(to)) => (
            format!("Age {from}–{to}."),
            format!("De {from} à {to}\u{a0}ans."),
        ),
    };
    Some(Text { en, fr })
}

/// Composes the description: service, audience and conditions, in the words of the record.
pub fn description(
    service: &Node<'_>,
    organization: &Node<'_>,
    places: &[&Node<'_>],
    languages: &[String],
) -> Text {
    // An export of havre has the other parts in fields of their own.
    if ours::language(service).is_some() {
        return both(ours::description(service));
    }
    let mut parts: Vec<String> = Vec::new();
    let mut add = |text: Cow<'_, str>| {
        if !text.is_empty() && !parts.iter().any(|part| part.contains(&*text)) {
            parts.push(sentence(text.into_owned()));
        }
    };
    add(field(service, "alert"));
    let own = ["description", "short_desc"].map(|name| field(service, name));
    let own = own.into_iter().find(|text| !text.is_empty());
    add(own.unwrap_or_else(|| field(organization, "description")));
    for name in [
        "eligibility_description",
        "eligibility",
        "interpretation_services",
        "application_process",
        "how_to_apply",
        "fees_description",
        "fees",
    ] {
        add(Some(field(service, name))
            .filter(|text| !says_free(text))
            .unwrap_or_default());
    }
    for one in eligibilities(service) {
        add(field(one, "eligibility"));
    }
    let ages = ages(service).map(|Text { en, fr }| {
        parts.push(en);
        (parts.len() - 1, fr)
    });
    let languages = languages.join(", ");
    if !languages.is_empty() && !parts.iter().any(|part| part.contains(&languages)) {
        parts.push(sentence(languages));
    }
    let listed: Vec<String> = listed(service, places).collect();
    // Of many, not every one is looked for in every text.
    let is_few = listed.len() <= 50;
    for text in listed {
        if !(is_few && parts.iter().any(|part| part.contains(&text))) {
            parts.push(sentence(text));
        }
    }
    let mut text = both(parts.join(" "));
    if let Some((at, ages)) = ages {
        parts[at] = ages;
        text.fr = parts.join(" ");
    }
    text
}

/// Adds websites that are no addresses, as text: a link to a guessed one could lead anywhere.
pub fn add_websites(description: &mut Text, websites: &[String]) {
    for website in websites {
        let labels = ["Website:", "Site Web\u{a0}:"];
        for (text, label) in [&mut description.en, &mut description.fr]
            .into_iter()
            .zip(labels)
        {
            let between = if text.is_empty() { "" } else { " " };
            text.extend([between, label, " ", website]);
        }
    }
}

/// Returns a text that is the same in both languages.
pub fn both(text: String) -> Text {
    Text {
        fr: text.clone(),
        en: text,
    }
}

/// Returns costs, long areas and accessibility, each once; a record may have any number of them.
fn listed(service: &Node<'_>, places: &[&Node<'_>]) -> impl Iterator<Item = String> {
    let mut listed = Distinct::default();
    // That it is free has a field of its own.
    let costs = list(service, "cost_options").iter();
    for option in costs.filter(|option| field(option, "amount") != "0") {
        let names = ["option", "amount", "currency", "amount_description"];
        let words = names.map(|name| field(option, name));
        let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
        listed.add(&words.join(" "));
    }
    for area in list(service, "service_areas") {
        let name = area_name(area);
        if name.chars().count() > LONGEST_AREA {
            listed.add(&name);
        }
    }
    for place in places {
        for one in list(place, "accessibility")
            .iter()
            .chain(list(place, "accessibility_for_disabilities"))
        {
            let text = match one {
                Node::Text(_) => super::clean::value(one),
                _ => ["description", "accessibility", "details"]
                    .map(|name| field(one, name))
                    .join(" ")
                    .into(),
            };
            listed.add(&super::clean::clean(&text));
        }
    }
    listed.all.into_iter().filter(|text| !text.is_empty())
}

fn sentence(text: String) -> String {
    if text.ends_with(['.', '!', '?', ':', ';']) {
        text
    } else {
        text + "."
    }
}
