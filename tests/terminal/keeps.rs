//! What she kept is there again: the real program, ended and started anew.

use super::program;

#[test]
fn a_bookmark_is_there_at_the_next_start() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let start = || program::painted(program::setup().args(["--data-dir", folder]));

    let mut terminal = start();
    terminal.send("4halifax");
    terminal.wait_for_text("Halifax Regional Police");
    terminal.send("\r");
    terminal.wait_for_text("b bookmark");
    terminal.send("b");
    terminal.wait_for_text("Bookmarked: ");
    let on_disk = std::fs::read_to_string(data.path().join("bookmarks.json")).unwrap();
    assert!(
        on_disk.contains("\"ns-"),
        "it is on disk when the screen says so: {on_disk}"
    );
    terminal.send("q");
    assert_eq!(terminal.wait_for_end(), 0);

    let mut again = start();
    again.send("5");
    again.wait_for_text("> *");
    again.send("q");
    assert_eq!(again.wait_for_end(), 0);
}
