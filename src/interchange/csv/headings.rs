//! Headings of columns, by which these are recognized.

use super::columns::Column;
use crate::interchange::LeftOut;

/// Words of headings with their columns, in the order of matching.
pub(super) const WORDS: &[(&[&str], Column)] = &[
    (
        &[
            "phonetic",
            "yomi",
            "- type",
            "mail type",
            "surnom",
            "display name of",
            "country code",
            "id number",
        ],
        Column::Other,
    ),
    (&["e-mail", "email", "courriel"], Column::Email),
    (
        &["photo", "picture", "image"],
        Column::LeftOut(LeftOut::Photos),
    ),
    (
        &[
            "birthday",
            "anniversary",
            "gender",
            "spouse",
            "children",
            "relation",
            "geburtstag",
            "jahrestag",
            "naissance",
            "anniversaire",
            "conjoint",
            "enfants",
            "partner",
            "kinder",
            "hobby",
            "referred by",
        ],
        Column::LeftOut(LeftOut::Personal),
    ),
    (
        &["notes", "notizen", "remarques", "comment"],
        Column::LeftOut(LeftOut::Notes),
    ),
    (
        &["mailing", "postal address", "adresse postale"],
        Column::LeftOut(LeftOut::Addresses),
    ),
    (&["web", "url"], Column::Website),
    (
        &["city", "town", "ville", " ort", "municipalit", "localit"],
        Column::Town,
    ),
    (
        &["state province", "stateprovince", "province"],
        Column::Region,
    ),
    (
        &[
            "address", "street", "postal", "po box", "adresse", "rue", "strasse", "straße",
            "location", "country",
        ],
        Column::LeftOut(LeftOut::Addresses),
    ),
    (
        &[
            "job title",
            "organization 1 - title",
            "organization title",
            "position",
            "poste occupé",
        ],
        Column::Title,
    ),
    (&["department", "abteilung"], Column::Unknown),
    (
        &[
            "company",
            "organization",
            "organisation",
            "firma",
            "organisme",
            "entreprise",
            "société",
        ],
        Column::Organization,
    ),
    (&["group membership", "labels"], Column::Groups),
    (&["categor", "catégor", "taxonomy"], Column::Categories),
    (
        &[
            "hours",
            "heures",
            "horaire",
            "ouvertur",
            "opening",
            "disponibilit",
        ],
        Column::Hours,
    ),
    (
        &[
            "description",
            "services offerts",
            "services offered",
            "mission",
        ],
        Column::Description,
    ),
    (&["language", "langue"], Column::Languages),
    (
        &[
            "eligib",
            "éligib",
            "admissib",
            "clientèle",
            "clientele",
            "target population",
            "coût",
            "cost",
            "fees",
            "tarif",
            "gratuit",
            "coverage",
            "area served",
            "service area",
            "territoire",
            "quartier",
            "arrondissement",
            "région administrative",
            "date last verified",
            "last updated",
            "date de mise à jour",
            "dernière mise à jour",
            "date de vérification",
        ],
        Column::Fact,
    ),
];

/// Whole headings.
pub(super) const WHOLE: &[(&[&str], Column)] = &[
    (
        &[
            "name",
            "display name",
            "full name",
            "anzeigename",
            "nom",
            "nom complet",
            "nom affiché",
            "nom à afficher",
            "name of contact",
            "public name",
            "resource name",
            "facility name",
            "resource",
            "ressource",
            "nom de la ressource",
            "nom de ressource",
        ],
        Column::Name,
    ),
    (
        &["title", "name prefix", "prefix", "anrede", "titre"],
        Column::NamePart(0),
    ),
    (
        &["first name", "given name", "vorname", "prénom"],
        Column::NamePart(1),
    ),
    (
        &[
            "middle name",
            "additional name",
            "weitere vornamen",
            "deuxième prénom",
        ],
        Column::NamePart(2),
    ),
    (
        &["last name", "family name", "nachname", "nom de famille"],
        Column::NamePart(3),
    ),
    (&["suffix", "name suffix", "suffixe"], Column::NamePart(4)),
    (&["region", "province", "région"], Column::Region),
    (&["id", "uid"], Column::Id),
    (
        &[
            "type",
            "types",
            "type de service",
            "types de services",
            "type de ressource",
            "type d'aide",
            "genre d'aide",
            "services",
            "service type",
            "type of service",
        ],
        Column::Categories,
    ),
    (&["ouvert", "open", "schedule"], Column::Hours),
    (
        &[
            "mrc",
            "mise à jour",
            "updated",
            "last verified",
            "secteur",
            "secteurs",
            "free",
        ],
        Column::Fact,
    ),
    (&["site", "lien", "link"], Column::Site),
    (
        &[
            "agency",
            "agency name",
            "parent agency",
            "lead agency",
            "provider",
            "provider name",
            "agence",
            "nom de l'agence",
            "établissement",
            "nom de l'établissement",
            "regroupement",
            "institution",
        ],
        Column::Organization,
    ),
    (
        &[
            "organization name 2",
            "organization name 3",
            "organization name 4",
            "organization name 5",
        ],
        Column::Unit,
    ),
    (
        &[
            "program",
            "program name",
            "programme",
            "nom du programme",
            "nom de programme",
            "service name",
            "nom du service",
            "site name",
            "nom du site",
        ],
        Column::Program,
    ),
    (
        &[
            "status",
            "agency status",
            "program status",
            "service status",
            "record status",
            "statut",
        ],
        Column::Status,
    ),
];

/// Beginnings of words in headings of columns with numbers, folded.
pub(super) const NUMBERS: [&str; 15] = [
    "phone",
    "cellphone",
    "cellulaire",
    "mobilephone",
    "mobiltel",
    "mobilnummer",
    "telecop",
    "pager",
    "pagette",
    "teleavert",
    "radiomessag",
    "callback",
    "isdn",
    "rnis",
    "facsimile",
];

/// Whole words of such headings: "Cellule", "Mobility" and "Handyman" are none.
pub(super) const NUMBER_WORDS: [&str; 10] = [
    "cell", "cells", "cellular", "mobil", "mobile", "mobiles", "handy", "tty", "fax", "telex",
];

/// First words of such headings.
pub(super) const FIRST: [&str; 5] = ["tel", "telec", "phones", "ats", "sms"];

/// Whole headings of columns that have numbers in some address books, and other things elsewhere.
pub(super) const MAYBE: [&str; 38] = [
    "home",
    "work",
    "main",
    "other",
    "iphone",
    "numero",
    "number",
    "rappel",
    "portable",
    "domicile",
    "maison",
    "travail",
    "bureau",
    "principal",
    "autre",
    "voix",
    "voice",
    "toll free",
    "sans frais",
    "hotline",
    "helpline",
    "crisis line",
    "crisis",
    "ligne de crise",
    "ligne d ecoute",
    "ligne d urgence",
    "teleimprimeur",
    "teleimprimeur ats",
    "texto",
    "textos",
    "urgence",
    "emergency",
    "emergency line",
    "24 hour line",
    "night line",
    "after hours",
    "contact number",
    "direct line",
];

/// Ends of headings of columns with words about the number of another column.
pub(super) const LABELS: [&str; 7] = [
    " type",
    " label",
    " etiquette",
    " name",
    " nom",
    " description",
    "type de telephone",
];

/// Words of headings of columns that say whether a number or an address is public, beside those for a secret.
pub(super) const UNPUBLISHED: [&str; 4] = ["unpublished", "unlisted", "non publie", "non publiee"];
