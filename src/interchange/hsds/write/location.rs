//! Location of a contact.

use serde_json::{Value, json};

use super::service::ServiceWriter;
use super::values::object;
use crate::directory::{PhoneKind, Region};
use crate::places::Places;

impl ServiceWriter<'_> {
    /// Returns the location: its public address or only its towns, and the accessibility for people
    /// with other means of communication.
    pub(super) fn locations(&self) -> Value {
        let contact = self.contact;
        let public = contact.public_address().map(|line| self.address(line));
        let mut addresses: Vec<Address> = public.into_iter().collect();
        for town in &contact.places {
            if !addresses.iter().any(|address| address.city == *town) {
                addresses.push(self.town(town));
            }
        }
        let help = self.accessibility();
        if addresses.is_empty() && help.is_empty() {
            return Value::Null;
        }
        let kind = if addresses.is_empty() {
            "virtual"
        } else {
            "physical"
        };
        let id = self.part("location", 0);
        let with_id = |(index, address): (usize, Address)| {
            object([
                ("id", self.part("address", index)),
                ("location_id", id.clone()),
                ("address_1", json!(address.line)),
                ("city", json!(address.city)),
                ("state_province", json!(address.province)),
                ("postal_code", json!(address.postal_code)),
                ("country", json!("CA")),
                ("address_type", json!("physical")),
            ])
        };
        let help = help.into_iter().enumerate().map(|(index, words)| {
            json!({"id": self.part("accessibility", index), "location_id": id, "description": words})
        });
        let location = object([
            ("id", id.clone()),
            ("location_type", json!(kind)),
            (
                "addresses",
                addresses.into_iter().enumerate().map(with_id).collect(),
            ),
            ("accessibility", help.collect()),
        ]);
        json!([{
            "id": self.part("service-at-location", 0), "service_id": self.id,
            "location_id": id, "location": location,
        }])
    }

    fn town(&self, town: &str) -> Address {
        Address {
            line: String::new(),
            city: town.to_owned(),
            province: self.province(town),
            postal_code: String::new(),
        }
    }

    /// Returns the code of a town's province: the contact's own, or for a contact of all Canada the
    /// town's.
    fn province(&self, town: &str) -> String {
        let places = Places::embedded();
        let region = match self.contact.region {
            Region::Ca => places
                .find(town, Region::Ca)
                .map_or(Region::Ca, |id| places.place(id).region),
            region => region,
        };
        match region {
            Region::Ca => String::new(),
            region => region.code().to_owned(),
        }
    }

    /// Splits an address of one line: `450 Eighth Street, Courtenay BC V9N 1N5`. Unrecognized parts
    /// stay in the first line.
    fn address(&self, line: &str) -> Address {
        let (rest, postal_code) = match line
            .len()
            .checked_sub(7)
            .and_then(|at| line.split_at_checked(at))
        {
            Some((rest, code)) if is_postal_code(code) => (rest, code),
            _ => (line, ""),
        };
        let rest = rest.trim_end_matches([' ', ',']);
        let (rest, code) = match rest.rsplit_once(' ') {
            Some((before, code))
                if Region::from_code(code).is_some_and(|one| one != Region::Ca) =>
            {
                (before.trim_end_matches([' ', ',']), code)
            }
            _ => (rest, ""),
        };
        let region = Region::from_code(code).unwrap_or(self.contact.region);
        let known = |town: &str| Places::embedded().find(town, region).is_some();
        let (line, city) = match rest.rsplit_once(", ") {
            Some((street, city)) if known(city) => (street, city),
            _ => (rest, ""),
        };
        Address {
            line: line.to_owned(),
            city: city.to_owned(),
            province: match code {
                "" => self.province(city),
                code => code.to_owned(),
            },
            postal_code: postal_code.to_owned(),
        }
    }

    fn accessibility(&self) -> Vec<String> {
        let phones = self.contact.phones.iter();
        let lines = phones.filter(|phone| matches!(phone.kind, PhoneKind::Tty | PhoneKind::Text));
        let said = lines.map(|phone| {
            let kind = self.messages.text(phone.kind.message_id());
            format!("{kind}: {}", phone.dialled())
        });
        said.collect()
    }
}

/// Address in the fields of HSDS.
struct Address {
    line: String,
    city: String,
    province: String,
    postal_code: String,
}

fn is_postal_code(text: &str) -> bool {
    let shape = "A1A 1A1".chars();
    text.chars().count() == 7
        && text.chars().zip(shape).all(|(one, like)| match like {
            'A' => one.is_ascii_uppercase(),
            '1' => one.is_ascii_digit(),
            like => one == like,
        })
}
