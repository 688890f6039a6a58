//! Build script: one module for each generated file.
//!
//! The modules of the program that prepare its tables are compiled into this script as well: a table
//! is written by the code that reads it.

#![expect(clippy::print_stdout, reason = "cargo reads it")]
#![expect(
    dead_code,
    unused_imports,
    reason = "the script needs a part of the program's modules"
)]
#![allow(
    unfulfilled_lint_expectations,
    reason = "nothing of a script is public, so that no documentation is missing"
)]
#![expect(
    clippy::struct_field_names,
    reason = "the names are those of the program's interface"
)]
#![expect(
    clippy::duplicate_mod,
    reason = "a test compiles the training without the rest of this script"
)]

use std::process::ExitCode;

#[path = "../src/assets/mod.rs"]
mod assets;
mod checked;
#[path = "../src/classifier/mod.rs"]
mod classifier;
#[path = "../src/clock.rs"]
mod clock;
#[path = "../src/directory/mod.rs"]
mod directory;
#[path = "../src/files/mod.rs"]
mod files;
mod generated;
#[path = "../src/guide/mod.rs"]
mod guide;
#[path = "../src/i18n/mod.rs"]
mod i18n;
mod index;
mod made;
#[path = "../src/needs/mod.rs"]
mod needs;
#[path = "../src/places/mod.rs"]
mod places;
mod places_table;
mod records;
#[path = "../src/search/mod.rs"]
mod search;
mod signs;
#[path = "../src/tables/mod.rs"]
mod tables;
#[path = "classifier/mod.rs"]
mod trained;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build");
    let made = trained::make()
        .and_then(|()| signs::make())
        .and_then(|()| checked::make())
        .and_then(|()| places_table::make())
        .and_then(|()| records::make())
        .and_then(|()| index::make());
    if let Err(reason) = made {
        println!("cargo::error={reason}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
