//! Round trip: an export of the directory as HSDS, imported and exported again, is the same.

use std::collections::BTreeMap;

use havre::assets::Assets;
use havre::directory::Contact;
use havre::i18n::{Language, Messages};
use havre::interchange::hsds::{Converter, Origin, write};
use serde_json::Value;

/// Imports a service, and returns its contact.
fn imported(service: &Value) -> Contact {
    let mut found = None;
    let mut sink = |contact: &Contact, _: &str| {
        found = Some(contact.clone());
        Ok(())
    };
    let origin = Origin {
        pack: "round".to_owned(),
        date: "2026-11-01".to_owned(),
        region: None,
    };
    let mut converter = Converter::new(origin, &mut sink);
    let json = service.to_string();
    converter.json(1, json.as_bytes()).unwrap();
    converter.finish().unwrap();
    found.unwrap()
}

#[test]
fn an_export_comes_back_as_it_went() {
    let contacts = Assets::embedded().contacts().unwrap();
    for language in Language::ALL {
        let messages = Messages::of(language);
        let mut differing: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for contact in &contacts {
            let first = write::service(contact, messages);
            let second = write::service(&imported(&first), messages);
            let fields = first.as_object().unwrap().keys();
            for field in fields.chain(second.as_object().unwrap().keys()) {
                if first[field] != second[field] {
                    let told = format!("{}: {} -> {}", contact.id, first[field], second[field]);
                    differing.entry(field.clone()).or_default().push(told);
                }
            }
        }
        let told = differing
            .iter()
            .map(|(field, all)| format!("{field} {}: {}", all.len(), all[0]));
        let told: Vec<String> = told.collect();
        assert!(told.is_empty(), "{}", told.join("\n\n"));
    }
}
