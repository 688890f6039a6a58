//! What ships inside the program keeps its own rules.

use havre::directory::Directory;
use havre::directory::check::files;
use havre::directory::load::embedded_files;
use havre::guide::check as guide_check;

#[test]
fn the_embedded_directory_is_whole_and_keeps_every_rule() {
    let report = files(&embedded_files());
    assert_eq!(report.problems, []);
    assert_eq!(report.contacts.len(), 480);
    let phones: usize = report.contacts.iter().map(|one| one.phones.len()).sum();
    assert_eq!(phones, 526);
}

#[test]
fn the_embedded_guide_is_whole_and_keeps_every_rule() {
    let directory = Directory::new(files(&embedded_files()).contacts);
    let report = guide_check::files(&guide_check::embedded_files(), &directory);
    assert_eq!((report.topics, report.terms), (29, 25));
    assert_eq!(report.regional, 2 * 13);
    assert_eq!(report.problems, []);
}
