//! Tells the linker which functions a start runs, so that they lie side by side.
//!
//! A program comes into memory in chunks of 64 kB: one function of a chunk brings in its neighbours. A
//! start runs one function in ten, strewn over nearly every chunk; side by side they fill a few.
//! Sessions share their host with many, so that every chunk counts (issue 5). `start.ld` lists
//! them; `cargo bench --bench start_order` writes it anew. A function that is not listed, or that
//! another compiler names otherwise, only lies where it would have lain without the list.

#![expect(clippy::print_stdout, reason = "this is how a build script speaks")]

use std::env::{var, var_os};
use std::path::Path;

const LIST: &str = "build/start.ld";
/// Set where the list is written anew: Callgrind names no function outside of the usual section.
const WITHOUT: &str = "HAVRE_WITHOUT_START_LIST";

fn main() {
    println!("cargo::rerun-if-changed={LIST}");
    println!("cargo::rerun-if-env-changed={WITHOUT}");
    let release_for_linux = is("CARGO_CFG_TARGET_OS", "linux") && is("PROFILE", "release");
    if release_for_linux && has_usual_linker() && var_os(WITHOUT).is_none() {
        let folder = var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
        let list = Path::new(&folder).join(LIST);
        println!("cargo::rustc-link-arg-bin=havre=-T{}", list.display());
    }
}

fn is(name: &str, value: &str) -> bool {
    var(name).is_ok_and(|found| found == value)
}

/// Whether nobody chose a linker of their own: LLD and GNU ld read the list, others may refuse it.
fn has_usual_linker() -> bool {
    let flags = var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    var_os("RUSTC_LINKER").is_none() && !flags.contains("linker=") && !flags.contains("fuse-ld")
}
