//! Build script: one module for each generated file.

#![expect(clippy::print_stdout, reason = "cargo reads it")]

use std::process::ExitCode;

mod checked;
mod classifier;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build");
    let made = classifier::make().and_then(|()| checked::make());
    if let Err(reason) = made {
        println!("cargo::error={reason}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
