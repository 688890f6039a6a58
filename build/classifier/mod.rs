//! Tables of the classifier: needs, trained on the phrases in `assets/needs`, and notes about
//! persons, trained on those in `assets/notes`.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::made::{earlier, write};

#[path = "training.rs"]
mod training;

/// Input files; the modules shared with the program are beside.
const NEEDS: [&str; 2] = ["assets/needs/needs.json", "assets/needs/other.json"];
const NOTES: [&str; 2] = ["assets/notes/persons.txt", "assets/notes/services.txt"];
const SHARED: [&str; 4] = [
    "src/classifier/features.rs",
    "src/classifier/format.rs",
    "src/classifier/safety.rs",
    "src/i18n/folding.rs",
];

/// File with the hash of everything that the tables depend on: the program's other sources change
/// often, and training takes seconds.
const INPUTS: &str = "training.inputs";

/// Trains the tables, and writes `needs.table`, `needs.json` (the needs without their phrases) and
/// `notes.table`.
pub fn make() -> Result<(), String> {
    let inputs = inputs()?;
    if earlier(INPUTS).as_ref() == Some(&inputs) {
        return Ok(());
    }
    let [needs, other] = NEEDS.map(read);
    let corpus = training::Corpus::read(&needs?, &other?)?;
    let table = training::table(&corpus, |_| true);
    write("needs.table", &table)?;
    write("needs.json", corpus.shown.to_string().as_bytes())?;
    let [persons, services] = NOTES.map(read);
    write(
        "notes.table",
        &training::table_of_notes(&persons?, &services?),
    )?;
    write(INPUTS, inputs.as_bytes())
}

/// Returns the hash of the phrases and of the code that learns from them.
fn inputs() -> Result<String, String> {
    let mut hasher = DefaultHasher::new();
    let files = NEEDS.iter().chain(&NOTES).chain(&SHARED);
    for file in files.copied().map(ToOwned::to_owned).chain(own_sources()?) {
        println!("cargo::rerun-if-changed={file}");
        read(&file)?.hash(&mut hasher);
    }
    Ok(hasher.finish().to_string())
}

/// Returns the sources of the training, in order.
fn own_sources() -> Result<Vec<String>, String> {
    const FOLDER: &str = "build/classifier";
    let told = |error: std::io::Error| format!("{FOLDER}: {error}");
    let mut sources = Vec::new();
    for file in std::fs::read_dir(FOLDER).map_err(told)? {
        sources.push(file.map_err(told)?.path().display().to_string());
    }
    sources.sort();
    Ok(sources)
}

fn read(file: impl AsRef<str>) -> Result<String, String> {
    let file = file.as_ref();
    std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}
