//! Table for the recognition of needs, trained on the phrases in `assets/needs`.

use std::path::PathBuf;

#[path = "training.rs"]
mod training;

/// Input files; the modules shared with the program are beside.
const INPUTS: [&str; 2] = ["assets/needs/needs.json", "assets/needs/other.json"];
const SHARED: [&str; 3] = [
    "src/needs/features.rs",
    "src/needs/format.rs",
    "src/i18n/folding.rs",
];

/// Trains the table, and writes `needs.table` and `needs.json` (the needs without their phrases).
pub fn make() -> Result<(), String> {
    for file in INPUTS.iter().chain(&SHARED) {
        println!("cargo::rerun-if-changed={file}");
    }
    let [needs, other] = INPUTS
        .map(|file| std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}")));
    let corpus = training::Corpus::read(&needs?, &other?)?;
    let table = training::table(&corpus, |_| true);
    write("needs.table", &table)?;
    write("needs.json", corpus.shown.to_string().as_bytes())
}

fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let folder = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    let path = PathBuf::from(folder).join(name);
    std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
