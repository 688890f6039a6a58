//! `havre now`: one number for each kind of help.

/// Returns the output of `havre now` with these arguments.
fn now(arguments: &[&str]) -> String {
    let data = tempfile::tempdir().unwrap();
    let output = assert_cmd::Command::cargo_bin("havre")
        .unwrap()
        .env_clear()
        .args(["--data-dir", data.path().to_str().unwrap()])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn danger_and_suicide_come_first() {
    let halifax = now(&["now", "--region", "Halifax"]);
    let lines: Vec<&str> = halifax.lines().collect();
    assert_eq!(lines.len(), 8, "{halifax}");
    assert!(
        lines[0].starts_with("In danger now: 911, 24/7"),
        "{halifax}"
    );
    assert!(lines[1].starts_with("Suicide: 988, 24/7"), "{halifax}");
}

#[test]
fn nunavut_is_told_the_rcmp() {
    for language in ["en", "fr"] {
        let nunavut = now(&["--lang", language, "now", "--region", "NU"]);
        assert!(
            nunavut.lines().next().unwrap().contains("867-979-1111"),
            "{nunavut}"
        );
        assert!(!nunavut.contains("911"), "{nunavut}");
    }
}

#[test]
fn programs_read_json() {
    let json: serde_json::Value =
        serde_json::from_str(&now(&["now", "--region", "ON", "--json"])).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["region"], "ON");
    assert_eq!(json["calls"][0]["id"], "ca-911");
    assert_eq!(json["calls"][0]["open"], true);
}
