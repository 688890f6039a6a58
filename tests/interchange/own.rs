//! Tables of contacts as teams write them: headings, kinds of help, languages, corrections.

use havre::cli::Exit;
use serde_json::{Value, json};

use crate::machine::{Machine, argument};

/// Imports a table, and returns the report and its first contact.
fn table(machine: &Machine, text: &str, more: &[&str]) -> (Value, Value) {
    let file = machine.file("team.csv", text);
    let said = machine.run(
        &[
            &["import", argument(&file), "--json", "--region", "QC"],
            more,
        ]
        .concat(),
    );
    let report: Value = serde_json::from_str(&said.out).unwrap();
    let contact = report["contacts"][0]["contact"].clone();
    (report, contact)
}

/// Returns the remarks of a report as `why: text`.
fn remarks(report: &Value) -> Vec<String> {
    let remarks = report["remarks"].as_array().unwrap();
    let said = |remark: &Value| {
        let word = |name: &str| remark[name].as_str().unwrap().to_owned();
        format!("{}: {}", word("why"), word("text"))
    };
    remarks.iter().map(said).collect()
}

#[test]
fn a_service_keeps_its_own_name_beside_its_organization() {
    for heading in [
        "Nom de la ressource",
        "Ressource",
        "Program name",
        "Nom du programme",
    ] {
        let text = format!("{heading};Organisme;Téléphone\nQuill;Wren inc.;418 555-0101\n");
        let (_, contact) = table(&Machine::new(), &text, &[]);
        assert_eq!(contact["name"], "Quill", "{heading}");
        assert_eq!(contact["description"], "Wren inc.", "{heading}");
    }
    let (_, contact) = table(
        &Machine::new(),
        "Établissement;Téléphone\nQuill;418 555-0101\n",
        &[],
    );
    assert_eq!(contact["name"], "Quill");
}

#[test]
fn a_table_without_a_known_heading_is_refused_with_its_headings() {
    let machine = Machine::new();
    let file = machine.file("odd.csv", "Truc;Machin\nQuill;418 555-0101\n");
    let said = machine.run_in("fr", &["import", argument(&file)]);
    said.ends(Exit::NothingFound).warns("Truc, Machin");
    // Any text with semicolons is no table of contacts.
    let program = "import x;\nNom;Téléphone;Ville\nif (a);b(Poste);c\nfor x;Courriel;d\nlet y;Numéro;e\nlet z;Nom;f\nlet w;Ville;g\n";
    let file = machine.file("gen.py", program);
    machine
        .run(&["import", argument(&file)])
        .ends(Exit::NothingFound);
}

#[test]
fn columns_of_directories_are_read_and_the_others_named_once() {
    let (report, contact) = table(
        &Machine::new(),
        "Nom;Téléphone;Type de service;Localité;MRC;Horaire;Services offerts;Clientèle;Coût;Langues;Facebook;Site\n\
         Quill;418 555-0101;CALACS, Travail de rue;Rimouski;Rimouski-Neigette;Lun-ven 9 h-17 h;Écoute;Femmes;Gratuit;français et anglais;@quill;www.quill.example\n\
         Wren;418 555-0102;CALACS;Rimouski;;;;;;klingon;@wren;Siège\n",
        &[],
    );
    for (field, text) in [
        ("category", "sexual-assault"),
        ("place", "Rimouski"),
        ("hours", "Lun-ven 9 h-17 h"),
        ("website", "https://www.quill.example"),
        (
            "description",
            "Écoute · Travail de rue · MRC\u{a0}: Rimouski-Neigette · Clientèle\u{a0}: Femmes · Coût\u{a0}: Gratuit",
        ),
    ] {
        let said = contact[field].as_str().unwrap();
        if field == "description" {
            for part in text.split(" · ") {
                assert!(said.contains(part), "{said}");
            }
        } else {
            assert_eq!(said, text);
        }
    }
    assert_eq!(contact["languages"], serde_json::json!(["fr", "en"]));
    let wren = &report["contacts"][1]["contact"];
    assert_eq!(wren["description"], "Langues\u{a0}: klingon · Site: Siège");
    let said = remarks(&report);
    let unread: Vec<&String> = said
        .iter()
        .filter(|one| one.starts_with("unread"))
        .collect();
    assert_eq!(unread, ["unread: Facebook"]);
    for wanted in [
        "kept: Travail de rue",
        "kept: klingon",
        "scheme: www.quill.example",
    ] {
        assert!(said.iter().any(|one| one == wanted), "{wanted}: {said:?}");
    }
}

#[test]
fn french_kinds_of_help_are_known() {
    for (kind, slug) in [
        ("Maison d’hébergement", "shelter"),
        ("Refuge", "shelter"),
        ("Hébergement d’urgence pour femmes", "shelter"),
        ("CAVAC", "community-vs"),
        ("Violence conjugale", "domestic-violence"),
        ("Agression sexuelle", "sexual-assault"),
        ("Ligne d’écoute", "victim-support-line"),
        ("DPJ", "child-protection"),
        ("IVAC", "compensation"),
        ("Aide juridique (civil)", "legal-help"),
    ] {
        let text = format!("Nom;Téléphone;Catégorie\nQuill;418 555-0101;{kind}\n");
        let (_, contact) = table(&Machine::new(), &text, &[]);
        assert_eq!(contact["category"], slug, "{kind}");
    }
}

#[test]
fn provinces_are_known_by_french_abbreviations_and_contradicted_by_area_codes() {
    for (words, code) in [
        ("N.-B.", "NB"),
        ("N.-É.", "NS"),
        ("Î.-P.-É.", "PE"),
        ("T.-N.-L.", "NL"),
        ("C.-B.", "BC"),
        ("Ont.", "ON"),
        ("T.N.-O.", "NT"),
        ("Québec", "QC"),
    ] {
        let text = format!("Nom;Téléphone;Province\nQuill;1-888-555-0101;{words}\n");
        let (_, contact) = table(&Machine::new(), &text, &[]);
        assert_eq!(contact["region"], code, "{words}");
    }
    let machine = Machine::new();
    let file = machine.file("m.csv", "Nom;Téléphone;Ville\nQuill;506 555-0101;Moncton\n");
    let said = machine.run(&["import", argument(&file), "--region", "QC"]);
    said.ends(Exit::Done)
        .warns("506-555-0101 is a number of New Brunswick");
}

#[test]
fn a_corrected_table_replaces_only_when_asked() {
    let machine = Machine::new();
    let first = "Nom;Téléphone;Ville;Heures\nQuill;418 555-0501;Québec;Lun-ven 9 h-17 h\nWren;418 555-0502;Lévis;24/7\n";
    let (report, _) = table(&machine, first, &[]);
    let ids: Vec<&str> = (0..2)
        .map(|index| report["contacts"][index]["id"].as_str().unwrap())
        .collect();
    let second = first
        .replace("0501", "0599")
        .replace("24/7", "Lun-ven 8 h-16 h");
    let file = machine.file("team.csv", &second);
    let said = machine.run(&["import", argument(&file), "--region", "QC"]);
    said.ends(Exit::BadData)
        .warns("with other contents (phone)")
        .warns("418-555-0501")
        .warns("with other contents (hours)")
        .warns("--replace");
    let found = machine.run(&["search", "Quill", "--json"]);
    assert!(!found.out.contains("0599"), "{}", found.out);
    let said = machine.run(&["import", argument(&file), "--region", "QC", "--replace"]);
    said.ends(Exit::Done).warns("replaces yours (phone)");
    let found = machine.run(&["search", "Quill", "--json"]);
    assert!(
        found.out.contains("0599") && !found.out.contains("0501"),
        "{}",
        found.out
    );
    let said = machine.run(&["import", argument(&file), "--region", "QC"]);
    said.ends(Exit::Done).prints("0 taken in, 2 were there");
    let said = machine.run(&["bookmarks", "remove", "--contact", ids[0]]);
    said.ends(Exit::Done).prints("Contact removed: Quill");
    let found = machine.run(&["search", "Quill", "--json"]);
    assert!(!found.out.contains("0599"), "{}", found.out);
    machine
        .run(&["bookmarks", "remove", "--contact", ids[0]])
        .ends(Exit::NothingFound);
}

#[test]
fn branches_of_one_name_stay_apart() {
    let machine = Machine::new();
    let text = "Nom;Téléphone;Ville\nQuill;819 555-0210;Amos\nQuill;819 555-0211;Val-d’Or\n";
    let (report, _) = table(&machine, text, &[]);
    assert_eq!(report["contacts"][1]["fate"], "taken");
    let (report, _) = table(
        &machine,
        "Nom;Téléphone;Ville\nQuill;819 555-0212;Rouyn\n",
        &[],
    );
    assert_eq!(report["contacts"][0]["fate"], "taken");
}

#[test]
fn a_correction_of_branches_of_one_name_replaces_each_in_its_town() {
    let machine = Machine::new();
    let text = "Nom;Téléphone;Ville\nQuill;819 555-0210;Amos\nQuill;819 555-0211;Val-d’Or\n";
    let (report, _) = table(&machine, text, &[]);
    let newer = text.replace("0210", "0280").replace("0211", "0281");
    let (replaced, _) = table(&machine, &newer, &["--replace"]);
    for index in 0..2 {
        let one = &replaced["contacts"][index];
        assert_eq!(one["fate"], "replaced");
        assert_eq!(one["yours"]["id"], report["contacts"][index]["id"], "{one}");
    }
    let listed = machine.run(&["search", "Quill", "--json"]).out;
    assert!(
        listed.contains("0280") && !listed.contains("0210"),
        "{listed}"
    );
}

#[test]
fn two_numbers_of_a_cell_and_the_choice_of_a_menu_stay_with_their_words_in_every_format() {
    let machine = Machine::new();
    let both = "(day) 902-555-0123 / (night) 902-555-0199";
    let menu = "902-555-0142, option 4";
    machine.file(
        "own.csv",
        format!("Name,Phone\nQuill Cell,{both}\nQuill Menu,\"{menu}\"\n"),
    );
    let card = |name: &str, number: &str| {
        format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:{number}\r\nEND:VCARD\r\n")
    };
    machine.file(
        "own.vcf",
        card("Thistle Cell", both) + &card("Thistle Menu", menu),
    );
    let service = |name: &str, number: &str| {
        let areas = [json!({"name": "NS"})];
        json!({"id": name, "name": name, "service_areas": areas, "phones": [{"number": number}]})
    };
    let services = [service("Birch Cell", both), service("Birch Menu", menu)];
    machine.file("county.json", json!(services).to_string());
    for file in ["own.csv", "own.vcf", "county.json"] {
        machine
            .run(&["import", argument(&machine.path(file))])
            .ends(Exit::Done);
    }
    for name in ["Quill", "Thistle", "Birch"] {
        let said = machine.run(&["show", &format!("{name} Cell"), "--json"]);
        said.ends(Exit::Done);
        let shown: Value = serde_json::from_str(&said.out).unwrap();
        let phones = shown["contact"]["phones"].as_array().unwrap().iter();
        let phones: Vec<_> = phones
            .map(|phone| (&phone["number"], &phone["label"]["en"], &phone["extension"]))
            .map(|(number, label, extension)| format!("{number} {label} {extension}"))
            .collect();
        assert_eq!(
            phones,
            [
                "\"902-555-0123\" \"day\" null",
                "\"902-555-0199\" \"night\" null"
            ]
        );
        machine
            .run(&["show", &format!("{name} Menu")])
            .prints("option 4");
    }
}
