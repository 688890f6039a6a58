//! Rules of `deny.toml` on licences and sources, for machines without `cargo deny`.

use std::process::Command;

use serde_json::Value;

/// Returns the target triple of this machine.
fn host() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output().unwrap();
    let version = String::from_utf8(output.stdout).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.unwrap().to_owned()
}

/// Returns the packages that Cargo resolves for this machine, including those of the tests. Those of
/// other systems are not downloaded on a new machine, and a test opens no connection.
fn packages() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap();
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--locked", "--offline"])
        .args(["--filter-platform", &host()])
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo metadata fails: {errors}");
    let mut metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = serde_json::from_value(metadata["packages"].take());
    packages.unwrap()
}

/// Returns the licences that `deny.toml` allows for every crate, and those for single crates.
fn allowed() -> (Vec<String>, Vec<(String, String)>) {
    let deny = std::fs::read_to_string("deny.toml").unwrap();
    let (_, licences) = deny.split_once("[licenses]").unwrap();
    let (licences, _) = licences.split_once("[bans]").unwrap();
    let lines = licences.lines().map(str::trim);
    let quoted = |line: &str| -> Vec<String> {
        line.split('"')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    let general = lines.clone().find(|line| line.starts_with("allow"));
    let exceptions = lines.filter(|line| line.starts_with("{ allow"));
    let exceptions = exceptions.map(|line| match &quoted(line)[..] {
        [licence, name] => Some((name.clone(), licence.clone())),
        _ => None,
    });
    let exceptions: Option<Vec<_>> = exceptions.collect();
    (quoted(general.unwrap()), exceptions.unwrap())
}

/// Returns true if an SPDX expression can be satisfied by allowed licences.
fn is_met(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let expression = expression.trim();
    for (word, all) in [(" OR ", false), (" AND ", true)] {
        let parts = split_outside_parentheses(expression, word);
        if parts.len() > 1 {
            let mut met = parts.iter().map(|part| is_met(part, allowed));
            return if all {
                met.all(|met| met)
            } else {
                met.any(|met| met)
            };
        }
    }
    match expression.strip_prefix('(') {
        Some(inner) => is_met(inner.strip_suffix(')').unwrap(), allowed),
        None => allowed(expression),
    }
}

/// Splits at a word outside of parentheses.
fn split_outside_parentheses<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth -= 1,
            ' ' if depth == 0 && text[at..].starts_with(word) => {
                parts.push(&text[start..at]);
                start = at + word.len();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[test]
fn every_crate_has_a_licence_that_is_allowed() {
    let (general, exceptions) = allowed();
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        // Older notation for OR.
        let licence = package["license"]
            .as_str()
            .unwrap_or("none")
            .replace('/', " OR ");
        let of_crate = |licence: &str| {
            exceptions
                .iter()
                .any(|(crate_name, allowed)| crate_name == name && allowed == licence)
        };
        let allowed =
            |licence: &str| general.iter().any(|allowed| allowed == licence) || of_crate(licence);
        assert!(is_met(&licence, &allowed), "{name}: {licence}");
    }
}

#[test]
fn every_crate_comes_from_the_registry_in_a_version_that_is_named() {
    let registry = "registry+https://github.com/rust-lang/crates.io-index";
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        if name == "havre" {
            for needed in package["dependencies"].as_array().unwrap() {
                assert_ne!(needed["req"], "*", "{}", needed["name"]);
            }
        } else {
            assert_eq!(package["source"], registry, "{name}");
        }
    }
}

#[test]
fn licence_expressions_are_read_with_their_parentheses() {
    let met = |expression| is_met(expression, &|licence| ["MIT", "ISC"].contains(&licence));
    assert!(met("MIT") && met("GPL-2.0 OR MIT") && met("(MIT OR GPL-2.0) AND ISC"));
    assert!(!met("GPL-2.0") && !met("MIT AND GPL-2.0") && !met("(MIT OR ISC) AND GPL-2.0"));
    assert!(!met("none"));
}
