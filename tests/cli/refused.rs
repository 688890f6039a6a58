//! Files that are no files, and files that cannot be read: a refusal at once that names the file, its line and
//! the reason.

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use havre::cli::Exit;
use rustix::fs::{CWD, Mode, mkfifoat};

use super::desk::Desk;

/// Time limit for a command that must not wait for a pipe.
const AT_ONCE: Duration = Duration::from_secs(30);

/// Runs the program in a process of its own; returns its exit code and its errors.
fn havre(desk: &Desk, words: &[&str]) -> (Option<i32>, String) {
    let output = assert_cmd::Command::cargo_bin("havre")
        .unwrap()
        .env_clear()
        .args(words)
        .args(["--data-dir", &desk.path("data")])
        .timeout(AT_ONCE)
        .output()
        .unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), errors)
}

#[test]
fn a_pipe_and_a_device_are_refused_at_once_by_every_command() {
    let desk = Desk::new();
    let fifo = desk.path("fifo");
    mkfifoat(CWD, &fifo, Mode::RUSR | Mode::WUSR).unwrap();
    let commands: [&[&str]; 8] = [
        &["import"],
        &["import", "--kind", "vcard"],
        &["import", "--kind", "csv"],
        &["import", "--kind", "hsds"],
        &["import", "--kind", "pack"],
        &["packs", "add"],
        &["bookmarks", "merge"],
        &["bookmarks", "import"],
    ];
    for command in commands {
        for file in [fifo.as_str(), "/dev/zero"] {
            let words: Vec<&str> = command.iter().copied().chain([file]).collect();
            let (code, errors) = havre(&desk, &words);
            assert_eq!(code, Some(3), "{words:?}: {errors}");
            assert!(errors.contains(file), "{words:?}: {errors}");
            assert!(errors.contains("a device or a pipe"), "{words:?}: {errors}");
        }
    }
    for command in ["vcard", "csv", "pack"] {
        let (code, errors) = havre(&desk, &["import", "--kind", command, &desk.path("")]);
        assert_eq!(code, Some(3), "{command}: {errors}");
        assert!(errors.contains("it is no file"), "{command}: {errors}");
    }
}

#[test]
fn a_list_that_is_none_is_named_with_its_line() {
    let desk = Desk::new();
    let file = desk.file("list.json", "{{{");
    let run = desk.havre(&["bookmarks", "import", &file]);
    assert_eq!(run.exit, Exit::BadData);
    assert!(
        run.errors.contains(&file) && run.errors.contains("line 1"),
        "{}",
        run.errors
    );
    let run = desk.havre(&["bookmarks", "merge", &desk.path("none.json")]);
    assert_eq!(run.exit, Exit::BadData);
    assert!(
        run.errors.contains("there is no such file"),
        "{}",
        run.errors
    );
}

#[test]
fn a_new_file_is_written_into_a_sticky_folder_and_none_is_replaced_there() {
    let desk = Desk::new();
    let folder = desk.path("shared");
    std::fs::create_dir(&folder).unwrap();
    std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o1777)).unwrap();
    let file = format!("{folder}/out.vcf");
    let export = |more: &[&'static str]| {
        let words = ["export", "--format", "vcard", "ca-988", "--output"];
        let words: Vec<&str> = words
            .iter()
            .chain(&[file.as_str()])
            .chain(more)
            .copied()
            .collect();
        desk.havre(&words)
    };
    let run = export(&[]);
    assert_eq!(run.exit, Exit::Done, "{}", run.errors);
    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(export(&[]).exit, Exit::CouldNotWrite, "it exists");
    let forced = export(&["--force"]);
    assert_eq!(forced.exit, Exit::CouldNotWrite);
    assert!(
        forced.errors.contains("only a file of a new name"),
        "{}",
        forced.errors
    );
    let names = std::fs::read_dir(&folder).unwrap();
    assert_eq!(names.count(), 1, "no file is left over");
    std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o777)).unwrap();
    std::fs::remove_file(&file).unwrap();
    let open = export(&[]);
    assert_eq!(open.exit, Exit::CouldNotWrite);
    assert!(open.errors.contains("chmod go-w"), "{}", open.errors);
    let nowhere = desk.havre(&[
        "export",
        "--format",
        "csv",
        "ca-988",
        "--output",
        "/no/such/folder/x",
    ]);
    assert!(
        nowhere.errors.contains("there is no such folder"),
        "{}",
        nowhere.errors
    );
}

#[test]
fn an_unreadable_list_is_not_called_empty() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("data/bookmarks.json")).unwrap();
    let commands: [&[&str]; 4] = [
        &["bookmarks", "list"],
        &["bookmarks", "export"],
        &["card", "--bookmarks"],
        &["export", "--format", "vcard", "--bookmarks"],
    ];
    for command in commands {
        let run = desk.havre(command);
        assert_eq!(run.exit, Exit::NothingFound, "{command:?}: {}", run.errors);
        assert!(!run.errors.contains("no bookmarks yet"), "{}", run.errors);
        assert!(!run.errors.contains("no such contact"), "{}", run.errors);
        assert!(run.errors.contains("bookmarks.json"), "{}", run.errors);
    }
    let json = desk.havre(&["bookmarks", "list", "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["incomplete"], true);
    let other = Desk::new();
    let run = other.havre(&["card", "--bookmarks"]);
    assert!(run.errors.contains("no bookmarks yet"), "{}", run.errors);
}
