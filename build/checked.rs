//! Newest date on which a contact of the directory was checked: the clock of a machine that runs
//! this program cannot rightly be behind it.

use std::fs;

const FOLDER: &str = "assets/directory";
const FIELD: &str = "\"checked\":";

/// Sets `HAVRE_NEWEST_CHECKED` for the program.
pub fn make() -> Result<(), String> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let told = |error: std::io::Error| format!("{FOLDER}: {error}");
    let mut newest = String::new();
    for file in fs::read_dir(FOLDER).map_err(told)? {
        let text = fs::read_to_string(file.map_err(told)?.path()).map_err(told)?;
        newest = text
            .split(FIELD)
            .skip(1)
            .filter_map(date)
            .fold(newest, String::max);
    }
    if newest.is_empty() {
        return Err(format!("{FOLDER}: no contact says when it was checked"));
    }
    println!("cargo::rustc-env=HAVRE_NEWEST_CHECKED={newest}");
    Ok(())
}

/// Returns the date in quotation marks at the head of a text.
fn date(text: &str) -> Option<String> {
    let date = text.trim_start().strip_prefix('"')?.get(..10)?;
    let is_date = date.bytes().enumerate().all(|(place, byte)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_date.then(|| date.to_owned())
}
