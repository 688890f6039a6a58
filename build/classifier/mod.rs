//! Tables of the classifier: needs, trained on the phrases in `assets/needs`, and notes about
//! persons, trained on those in `assets/notes`.

use std::path::PathBuf;

#[path = "training.rs"]
mod training;

/// Input files; the modules shared with the program are beside.
const NEEDS: [&str; 2] = ["assets/needs/needs.json", "assets/needs/other.json"];
const NOTES: [&str; 2] = ["assets/notes/persons.txt", "assets/notes/services.txt"];
const SHARED: [&str; 3] = [
    "src/classifier/features.rs",
    "src/classifier/format.rs",
    "src/i18n/folding.rs",
];

/// Trains the tables, and writes `needs.table`, `needs.json` (the needs without their phrases) and
/// `notes.table`.
pub fn make() -> Result<(), String> {
    for file in NEEDS.iter().chain(&NOTES).chain(&SHARED) {
        println!("cargo::rerun-if-changed={file}");
    }
    let read = |file| std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"));
    let [needs, other] = NEEDS.map(read);
    let corpus = training::Corpus::read(&needs?, &other?)?;
    let table = training::table(&corpus, |_| true);
    write("needs.table", &table)?;
    write("needs.json", corpus.shown.to_string().as_bytes())?;
    let [persons, services] = NOTES.map(read);
    write(
        "notes.table",
        &training::table_of_notes(&persons?, &services?),
    )
}

fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let folder = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    let path = PathBuf::from(folder).join(name);
    std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
