//! Rules on the crates of the lock file.

/// Crates with network access or an asynchronous runtime.
const NO_CRATES: &[&str] = &[
    "tokio",
    "async-std",
    "smol",
    "async-io",
    "futures-executor",
    "hyper",
    "h2",
    "reqwest",
    "ureq",
    "curl",
    "isahc",
    "attohttpc",
    "socket2",
    "rustls",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "tonic",
    "tungstenite",
    "hickory-resolver",
    "trust-dns-resolver",
];

/// Returns the packages of a lock file: name, version, names of dependencies.
pub(super) fn packages(lock: &str) -> Vec<(String, String, Vec<String>)> {
    let quoted = |text: &str| text.split('"').nth(1).unwrap_or_default().to_owned();
    let field = |package: &str, name: &str| {
        let start = format!("{name} = ");
        package
            .lines()
            .find(|line| line.starts_with(&start))
            .map(quoted)
            .unwrap_or_default()
    };
    lock.split("[[package]]")
        .skip(1)
        .map(|package| {
            let depends = package.lines().filter(|line| line.starts_with(" \""));
            let depends = depends.map(|line| quoted(line).split(' ').next().unwrap().to_owned());
            (
                field(package, "name"),
                field(package, "version"),
                depends.collect(),
            )
        })
        .collect()
}

/// Returns the faults of a lock file.
fn lock_offences(lock: &str) -> Vec<String> {
    let packages = packages(lock);
    let mut found: Vec<String> = packages
        .iter()
        .filter(|(name, ..)| NO_CRATES.contains(&name.as_str()))
        .map(|(name, version, _)| format!("{name} {version}"))
        .collect();
    // crossterm depends on mio although it reads keys without it; no other crate may.
    let waits = |(name, _, depends): &&(String, String, Vec<String>)| {
        let allowed = ["crossterm", "signal-hook-mio"].contains(&name.as_str());
        !allowed && depends.iter().any(|depend| depend == "mio")
    };
    found.extend(
        packages
            .iter()
            .filter(waits)
            .map(|(name, ..)| format!("{name} uses mio")),
    );
    // Two versions of crossterm would split the raw-mode state and the event queue.
    let crossterms = packages
        .iter()
        .filter(|(name, ..)| name == "crossterm")
        .count();
    if crossterms != 1 {
        found.push(format!("{crossterms} versions of crossterm"));
    }
    found
}

#[test]
fn no_crate_opens_the_network_and_there_is_one_crossterm() {
    let lock = std::fs::read_to_string("Cargo.lock").unwrap();
    assert!(packages(&lock).len() > 30, "the lock file is read");
    assert_eq!(lock_offences(&lock), [""; 0]);
}

#[test]
fn a_lock_file_with_the_wrong_crates_is_refused() {
    let one = |name: &str, depends: &str| {
        format!("[[package]]\nname = \"{name}\"\nversion = \"1\"\ndependencies = [\n{depends}]\n")
    };
    let crossterm = one("crossterm", " \"mio\",\n");
    assert_eq!(lock_offences(&crossterm), [""; 0]);
    assert_eq!(lock_offences(""), ["0 versions of crossterm"]);
    assert_eq!(
        lock_offences(&(crossterm.clone() + &crossterm)),
        ["2 versions of crossterm"]
    );
    assert_eq!(
        lock_offences(&(crossterm.clone() + &one("tokio", ""))),
        ["tokio 1"]
    );
    assert_eq!(
        lock_offences(&(crossterm + &one("watcher", " \"mio 0.8.1\",\n"))),
        ["watcher uses mio"]
    );
}
