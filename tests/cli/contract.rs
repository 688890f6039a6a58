//! Contract of the command line: words, languages, exit codes, pipes.

use std::ffi::OsString;
use std::path::PathBuf;

use havre::assets::Assets;
use havre::cli::{self, Exit, Invocation};
use havre::directory::Region;
use havre::i18n::Language;
use havre::persistence::ScreenOptions;
use havre::places::Places;

/// Result of an invocation.
struct Run {
    invocation: Invocation,
    stdout: String,
    stderr: String,
}

/// Runs `havre` with these arguments, separated by spaces, in this environment.
fn havre(arguments: &str, environment: &[(&str, &str)]) -> Run {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let words = std::iter::once("havre").chain(arguments.split_whitespace());
    let invocation = cli::run(
        words.map(OsString::from),
        &|name| {
            let (_, value) = environment.iter().find(|(key, _)| *key == name)?;
            Some((*value).into())
        },
        &mut stdout,
        &mut stderr,
    );
    Run {
        invocation,
        stdout: String::from_utf8(stdout).unwrap(),
        stderr: String::from_utf8(stderr).unwrap(),
    }
}

const FRENCH: &[(&str, &str)] = &[("LANG", "fr_CA.UTF-8")];

/// Returns the options of the screen for these arguments.
fn screen(arguments: &str, environment: &[(&str, &str)]) -> ScreenOptions {
    match havre(arguments, environment).invocation {
        Invocation::Screen(options) => options,
        Invocation::Finished(exit) => panic!("finished with {exit:?}"),
    }
}

#[test]
fn without_a_command_the_screen_opens_with_the_options() {
    assert_eq!(
        screen("", FRENCH),
        ScreenOptions::default(),
        "the locale is only a preset: it is not an answer"
    );
    assert_eq!(
        screen("--lang fr --region ns --data-dir /tmp/x", &[]),
        ScreenOptions {
            language: Some(Language::Fr),
            region: Some(Region::Ns),
            data_dir: Some(PathBuf::from("/tmp/x")),
            ..ScreenOptions::default()
        }
    );
    let folder = |arguments, value| screen(arguments, &[("HAVRE_DATA_DIR", value)]).data_dir;
    assert_eq!(folder("", "/srv/havre"), Some("/srv/havre".into()));
    assert_eq!(folder("", ""), None, "an empty variable is as good as none");
    assert_eq!(
        folder("--data-dir /tmp/x", "/srv/havre"),
        Some("/tmp/x".into()),
        "an argument says more than the environment"
    );
}

#[test]
fn the_region_may_be_a_town() {
    let places = Places::embedded();
    for (asked, region, town) in [
        ("halifax", Region::Ns, Some("Halifax")),
        ("NS/Halifax", Region::Ns, Some("Halifax")),
        ("Windsor,NS", Region::Ns, Some("Windsor")),
        ("NS", Region::Ns, None),
        ("ontario", Region::On, None),
        ("québec", Region::Qc, None),
        ("nouvelle-écosse", Region::Ns, None),
    ] {
        let options = screen(&format!("--region {asked}"), &[]);
        let place = town.map(|town| places.find(town, region).unwrap());
        assert_eq!(
            (options.region, options.place),
            (Some(region), place),
            "{asked}"
        );
    }
}

#[test]
fn unknown_or_ambiguous_town_is_refused_with_candidates() {
    for (arguments, environment, said) in [
        (
            "--region windsor",
            &[][..],
            "--region <PLACE> cannot be \"windsor\" (several towns are called so: ON/Windsor, ",
        ),
        (
            "search bleeding --region windsor",
            &[],
            "Immediate danger: call 911",
        ),
        (
            "--region windsor",
            FRENCH,
            "Danger immédiat\u{a0}: appelez le 911",
        ),
        (
            "--region windsor",
            FRENCH,
            "plusieurs villes s’appellent ainsi\u{a0}: ON/Windsor, ",
        ),
        (
            "--region hallifax",
            &[],
            "no town is called so; near it are: NS/Halifax",
        ),
        ("--region xyzzy", &[], "a town, or one of CA, BC"),
        (
            "search shelter --near windsor --region ca",
            &[],
            "--near cannot be \"windsor\" (several towns are called so: ON/Windsor, ",
        ),
    ] {
        let run = havre(arguments, environment);
        assert_eq!(
            run.invocation,
            Invocation::Finished(Exit::Usage),
            "{arguments}"
        );
        assert!(run.stderr.contains(said), "{arguments}: {}", run.stderr);
    }
}

#[test]
fn search_goes_out_from_a_town() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().display();
    let first = |arguments: &str| {
        let run = havre(
            &format!("search police --data-dir {folder} {arguments}"),
            &[],
        );
        assert_eq!(
            run.invocation,
            Invocation::Finished(Exit::Done),
            "{arguments}"
        );
        // Services for all of Canada and the heading of the list name no province.
        let mut lines = run.stdout.lines();
        let is_local = |line: &&str| line.contains("ns-") || line.contains("on-");
        lines.find(is_local).unwrap().to_owned()
    };
    let near = first("--near truro --region on");
    assert!(near.contains("Nova Scotia"), "{near}");
    assert_eq!(near, first("--region truro"), "as from there");
    let own = first("--near windsor --region ns");
    assert!(own.contains("Nova Scotia"), "her region decides: {own}");
}

#[test]
fn the_language_comes_from_lang_then_from_the_environment() {
    for (arguments, environment, start) in [
        ("--help", &[][..], "Usage:"),
        ("--help", FRENCH, "Utilisation"),
        ("--lang en --help", FRENCH, "Usage:"),
        ("--help --lang=fr", &[], "Utilisation"),
        ("--lang=fr --help", &[], "Utilisation"),
        ("check --lang fr --help", &[], "Utilisation"),
    ] {
        let run = havre(arguments, environment);
        assert_eq!(run.invocation, Invocation::Finished(Exit::Done));
        assert!(
            run.stdout.contains(start),
            "havre {arguments}: {}",
            run.stdout
        );
    }
}

#[test]
fn a_folder_may_have_any_name() {
    use std::os::unix::ffi::OsStringExt;
    let name = OsString::from_vec(b"/tmp/\xff".to_vec());
    let words = ["havre".into(), "--data-dir".into(), name.clone()];
    let words = words.into_iter().chain(["--lang".into(), "fr".into()]);
    let asked = cli::run(words, &|_| None, &mut Vec::new(), &mut Vec::new());
    let expected = ScreenOptions {
        language: Some(Language::Fr),
        region: None,
        data_dir: Some(name.into()),
        ..ScreenOptions::default()
    };
    assert_eq!(asked, Invocation::Screen(expected));
}

#[test]
fn usage_error_exits_2_in_the_language_of_the_worker() {
    for (arguments, english, french) in [
        (
            "--bogus",
            "--bogus is not known here.",
            "--bogus est inconnu ici.",
        ),
        (
            "chek",
            "There is no command \"chek\".",
            "Il n’y a pas de commande «\u{a0}chek\u{a0}».",
        ),
        (
            "--data-dir",
            "--data-dir <FOLDER> needs a value.",
            "Il faut une valeur pour --data-dir <DOSSIER>.",
        ),
        (
            "--lang de",
            "--lang <en|fr> cannot be \"de\" (en or fr).",
            "--lang <en|fr> ne peut pas être «\u{a0}de\u{a0}» (en ou fr).",
        ),
        ("check x", "x is not known here.", "x est inconnu ici."),
    ] {
        for (environment, expected) in [(&[][..], english), (FRENCH, french)] {
            let run = havre(arguments, environment);
            assert_eq!(run.invocation, Invocation::Finished(Exit::Usage));
            assert_eq!(run.stdout, "", "results only go to standard output");
            assert!(
                run.stderr.starts_with(&format!("havre: {expected}\n")),
                "havre {arguments}: {}",
                run.stderr
            );
            let help = ["havre --help\n", "havre check --help\n"];
            let told = help.iter().any(|help| run.stderr.ends_with(help));
            assert!(told, "{}", run.stderr);
        }
    }
}

#[test]
fn the_nearest_word_and_the_help_of_the_command_are_named() {
    for (arguments, english, french) in [
        (
            "bookmark",
            "havre: There is no command \"bookmark\".\nPerhaps you mean: bookmarks\n\
             For help: havre --help\n",
            "havre: Il n’y a pas de commande «\u{a0}bookmark\u{a0}».\n\
             Vouliez-vous dire\u{a0}: bookmarks\nPour de l’aide\u{a0}: havre --help\n",
        ),
        (
            "bookmarks add",
            "havre: Something is missing: <ID>\nFor help: havre bookmarks add --help\n",
            "havre: Il manque quelque chose\u{a0}: <ID>\n\
             Pour de l’aide\u{a0}: havre bookmarks add --help\n",
        ),
        (
            "card --format x",
            "havre: --format <text|sms|html|wallet> cannot be \"x\" (one of: text, sms, html, wallet).\n\
             For help: havre card --help\n",
            "havre: --format <text|sms|html|wallet> ne peut pas être «\u{a0}x\u{a0}» \
             (au choix\u{a0}: text, sms, html, wallet).\nPour de l’aide\u{a0}: havre card --help\n",
        ),
        (
            "now --lang en --lang en",
            "havre: --lang <en|fr> was given twice.\nFor help: havre now --help\n",
            "havre: --lang <en|fr> was given twice.\nFor help: havre now --help\n",
        ),
    ] {
        for (environment, expected) in [(&[][..], english), (FRENCH, french)] {
            let run = havre(arguments, environment);
            assert_eq!(run.invocation, Invocation::Finished(Exit::Usage));
            assert_eq!(run.stderr, expected, "havre {arguments}");
        }
    }
}

#[test]
fn help_is_also_a_word() {
    for (arguments, asked) in [
        ("help", "--help"),
        ("help search", "search --help"),
        ("help bookmarks add", "bookmarks add --help"),
        ("--lang fr help now", "--lang fr now --help"),
        ("--data-dir=/tmp/x help now", "now --help"),
    ] {
        let run = havre(arguments, &[]);
        assert_eq!(
            run.invocation,
            Invocation::Finished(Exit::Done),
            "{arguments}"
        );
        assert_eq!(run.stdout, havre(asked, &[]).stdout, "{arguments}");
    }
}

#[test]
fn a_command_speaks_the_language_of_the_settings() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("settings.json");
    std::fs::write(&path, "{\"version\": 1, \"language\": \"fr\"}").unwrap();
    let own = folder.path().join("workers/ana");
    std::fs::create_dir_all(&own).unwrap();
    std::fs::write(own.join("settings.json"), "{\"language\": \"en\"}").unwrap();
    let folder = folder.path().to_str().unwrap();
    let [french, english] = ["Vos signets", "Your bookmarks"];
    for (arguments, environment, expected) in [
        (
            format!("bookmarks --help --data-dir {folder}"),
            &[][..],
            french,
        ),
        (format!("--data-dir={folder} bookmarks --help"), &[], french),
        (
            "bookmarks --help".to_owned(),
            &[("HAVRE_DATA_DIR", folder)],
            french,
        ),
        (
            format!("bookmarks --help --data-dir {folder} --lang en"),
            &[],
            english,
        ),
        (
            format!("bookmarks --help --data-dir {folder} --worker ana"),
            FRENCH,
            english,
        ),
        (
            format!("bookmarks --help --data-dir {folder}/none"),
            FRENCH,
            french,
        ),
        (
            format!("bookmarks --help --data-dir {folder}/none"),
            &[],
            english,
        ),
    ] {
        let run = havre(&arguments, environment);
        assert!(
            run.stdout.starts_with(expected),
            "{arguments}: {}",
            run.stdout
        );
    }
}

#[test]
fn bookmarks_without_a_word_behind_lists_them() {
    let folder = tempfile::TempDir::new().unwrap();
    let data = format!("--data-dir {}", folder.path().display());
    havre(&format!("bookmarks add ca-988 {data}"), &[]);
    for form in ["", "--json", "--tsv"] {
        let [short, long] =
            ["", " list"].map(|word| havre(&format!("bookmarks{word} {form} {data}"), &[]));
        assert_eq!(short.invocation, Invocation::Finished(Exit::Done));
        assert!(
            short.stdout.contains("988"),
            "{}{}",
            short.stdout,
            short.stderr
        );
        assert_eq!(short.stdout, long.stdout, "{form}");
    }
}

#[test]
fn an_unknown_region_names_those_that_there_are() {
    let run = havre("--region zz", &[]);
    assert_eq!(run.invocation, Invocation::Finished(Exit::Usage));
    for region in Region::ALL {
        assert!(run.stderr.contains(region.code()), "{}", run.stderr);
    }
}

/// Output whose reader is gone, or whose disk is full.
struct Broken(std::io::ErrorKind);

impl std::io::Write for Broken {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_broken_pipe_is_no_error_and_a_full_disk_is() {
    for (kind, expected) in [
        (std::io::ErrorKind::BrokenPipe, Exit::Done),
        (std::io::ErrorKind::StorageFull, Exit::CouldNotWrite),
    ] {
        for command in ["check", "--help", "--version"] {
            let mut stderr = Vec::new();
            let words = ["havre", command].map(OsString::from);
            let ended = cli::run(words, &|_| None, &mut Broken(kind), &mut stderr);
            assert_eq!(ended, Invocation::Finished(expected), "{command}");
            let said = !stderr.is_empty();
            assert_eq!(said, expected == Exit::CouldNotWrite, "{command}");
        }
    }
}

#[test]
fn the_help_has_no_word_of_another_language() {
    for (language, foreign) in [
        ("fr", ["Usage:", "Print", "Commands"]),
        ("en", ["Afficher", "Utilisation", "Commandes"]),
    ] {
        for command in ["", "check"] {
            let run = havre(&format!("{command} --lang {language} --help"), &[]);
            for word in foreign {
                assert!(!run.stdout.contains(word), "{word} in {}", run.stdout);
            }
            let widest = run.stdout.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(100), "{}", run.stdout);
        }
    }
}

#[test]
fn the_version_is_the_packages() {
    let version = format!("havre {}\n", env!("CARGO_PKG_VERSION"));
    for option in ["-V", "--version"] {
        assert_eq!(havre(option, &[]).stdout, version);
    }
}

#[test]
fn it_names_its_licence_and_credits_the_sources_of_its_data() {
    let notice = std::fs::read_to_string("NOTICE").unwrap();
    let readme = std::fs::read_to_string("README.md").unwrap();
    for language in ["en", "fr"] {
        let about = havre(&format!("--about --lang {language}"), &[]).stdout;
        assert!(about.contains("MIT"), "{about}");
        for credit in havre::places::credits::lines() {
            for text in [&about, &notice, &readme] {
                assert!(text.contains(credit), "{credit} in {text}");
            }
        }
    }
    let french = havre("--about --lang fr", &[]).stdout;
    assert!(french.contains("Logiciel libre"), "{french}");
}

/// Creates a folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn check_passes_a_right_folder_and_counts_it() {
    let run = havre("check --directory assets/directory", &[]);
    assert_eq!(run.invocation, Invocation::Finished(Exit::Done));
    let contacts = Assets::embedded().contacts().unwrap();
    let phones: usize = contacts.iter().map(|contact| contact.phones.len()).sum();
    let counted = format!("{} contacts, {phones} phones\n", contacts.len());
    assert_eq!(run.stdout, counted);
    assert_eq!(run.stderr, "");
}

#[test]
fn check_counts_places_if_it_checks_them() {
    for (arguments, environment, said) in [
        ("check", &[][..], " areas, "),
        ("check --directory assets", FRENCH, " secteurs, "),
    ] {
        let run = havre(arguments, environment);
        assert_eq!(run.invocation, Invocation::Finished(Exit::Done));
        assert!(run.stdout.contains(said), "{}", run.stdout);
    }
}

#[test]
fn check_names_file_line_record_and_field_of_every_problem() {
    let yukon = std::fs::read_to_string("assets/directory/yt.json").unwrap();
    let record: serde_json::Value = serde_json::from_str(&yukon).unwrap();
    let id = record[0]["id"].as_str().unwrap().to_owned();
    let bad = yukon
        .replacen("\"region\": \"YT\"", "\"region\": \"NT\"", 1)
        .replacen("https://", "htps://", 1);
    let folder = folder(&[("yt.json", &bad)]);
    let path = folder.path().display();
    let run = havre(&format!("check --directory {path}"), &[]);
    assert_eq!(run.invocation, Invocation::Finished(Exit::BadData));
    assert_eq!(
        run.stdout.lines().collect::<Vec<_>>(),
        [
            format!("{path}/yt.json:2: {id}: id: must start with \"nt-\", the region"),
            format!("{path}/yt.json:2: {id}: region: not the region of the file, YT"),
            format!(
                "{path}/yt.json:2: {id}: website: \
                 not an address that starts with https:// or http://"
            ),
        ]
    );
    assert_eq!(run.stderr, "havre: 3 problems\n");
}

#[test]
fn check_knows_the_places_of_each_region() {
    let yukon = std::fs::read_to_string("assets/directory/yt.json").unwrap();
    let moved = yukon.replacen("[\n      \"Whitehorse\"", "[\n      \"Halifax\"", 1);
    let folder = folder(&[("yt.json", &moved)]);
    let run = havre(
        &format!("check --directory {}", folder.path().display()),
        &[],
    );
    assert_eq!(run.invocation, Invocation::Finished(Exit::BadData));
    assert!(
        run.stdout
            .ends_with("places[0]: no place of that name is known in the region: Halifax\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn check_reports_regions_without_a_contact_to_call() {
    let folder = tempfile::tempdir().unwrap();
    let copy = |from: &str, to: &str| {
        let to = folder.path().join(to);
        std::fs::create_dir_all(&to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    };
    copy("assets/guide/en", "guide/en");
    copy("assets/guide/fr", "guide/fr");
    copy("assets/directory", "directory");
    let yukon = folder.path().join("directory/yt.json");
    let text = std::fs::read_to_string(&yukon).unwrap();
    std::fs::write(&yukon, text.replace("\"legal-help\"", "\"crown\"")).unwrap();
    let path = folder.path().display();
    let run = havre(&format!("check --directory {path}"), &[]);
    assert_eq!(run.invocation, Invocation::Finished(Exit::BadData));
    assert!(
        run.stdout.contains("Legal help: nobody to call in Yukon."),
        "{}",
        run.stdout
    );
    let run = havre(&format!("check --directory {path} --coverage"), &[]);
    assert_eq!(run.invocation, Invocation::Finished(Exit::BadData));
    assert!(run.stdout.contains("| missing |"), "{}", run.stdout);
}

#[test]
fn check_reads_a_folder_laid_out_as_the_assets() {
    let french = "# Signalement\n\n## A {#a}\n\n- **Do** B.\n";
    let folder = folder(&[("guide/fr/reporting.md", french)]);
    let arguments = format!("check --directory {} --lang fr", folder.path().display());
    let run = havre(&arguments, &[]);
    assert_eq!(run.invocation, Invocation::Finished(Exit::BadData));
    let missing = run.stdout.lines().filter(|line| line.contains("illisible"));
    assert_eq!(missing.count(), 11, "{}", run.stdout);
    assert!(
        run.stdout
            .contains("fr/reporting.md:5: a: points[0]: commence par un mot de l’autre langue"),
        "{}",
        run.stdout
    );
    assert_eq!(run.stderr, "havre: 12 problèmes\n");
}

#[test]
fn each_schema_is_printed_by_its_name() {
    for format in ["directory", "bookmarks"] {
        let run = havre(&format!("schema {format}"), &[]);
        assert_eq!(run.invocation, Invocation::Finished(Exit::Done));
        let schema: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(schema["title"], format!("havre {format}"));
    }
    let run = havre("schema weather", &[]);
    assert_eq!(run.invocation, Invocation::Finished(Exit::Usage));
    assert!(run.stderr.contains("weather"), "{}", run.stderr);
    let run = havre("schema", FRENCH);
    assert_eq!(run.invocation, Invocation::Finished(Exit::Usage));
    assert!(run.stderr.starts_with("havre: Il manque"), "{}", run.stderr);
}

#[test]
fn check_of_nothing_is_no_success() {
    let empty = folder(&[("readme.txt", "")]);
    let path = empty.path().display().to_string();
    for (arguments, said) in [
        (
            format!("check --directory {path}"),
            "There is nothing to check",
        ),
        (format!("check --directory {path}/none"), "none"),
    ] {
        let run = havre(&arguments, &[]);
        assert_eq!(run.invocation, Invocation::Finished(Exit::BadData));
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
}

#[test]
fn the_real_program_ends_with_these_codes() {
    let code = |arguments: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("havre").unwrap();
        command.args(arguments).output().unwrap().status.code()
    };
    assert_eq!(code(&["--version"]), Some(0));
    assert_eq!(code(&["--bogus"]), Some(2));
    assert_eq!(code(&["check", "--directory", "/none"]), Some(3));
}
