use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::*;
use crate::places::Places;

fn home() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("havre").join("settings.json");
    (home, path)
}

#[test]
fn saved_settings_are_loaded_again() {
    let (_home, path) = home();
    let (mut settings, problem) = Settings::load(&path);
    assert!(problem.is_none() && settings == Settings::default());
    settings.language = Some(Language::Fr);
    settings.region = Some(Region::Ns);
    settings.save(&path).unwrap();
    let (again, problem) = Settings::load(&path);
    assert!(problem.is_none());
    assert_eq!(again, settings);
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn every_setting_is_loaded_again() {
    let (_home, path) = home();
    let preferences = Preferences {
        language: Language::Fr,
        region: Region::Nu,
        place: Places::embedded().find("Iqaluit", Region::Nu),
        theme: ThemeName::HighContrast,
        idle_minutes: 0,
        first_tab: 5,
        uncover: UncoverKey::F12,
        plain: true,
        reader: true,
    };
    Settings::keep(&path, &Preferences::default(), &preferences, None).unwrap();
    let kept = Settings::load(&path).0;
    assert_eq!(kept.place.as_deref(), Some("NU/Iqaluit"));
    assert_eq!(kept.preferences(), preferences);
}

#[test]
fn an_unknown_town_or_one_of_another_region_is_kept_and_not_in_force() {
    for place in ["NS/Atlantis", "NB/Moncton", "Halifax Nova", "", "NS/"] {
        let (_home, path) = home();
        let text = format!(r#"{{"version": 1, "region": "NS", "place": "{place}"}}"#);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let (settings, problem) = Settings::load(&path);
        assert!(problem.is_none(), "{place}: another program may know it");
        let before = settings.preferences();
        assert_eq!((before.region, before.place), (Region::Ns, None), "{place}");
        let mut now = before;
        now.reader = true;
        Settings::keep(&path, &before, &now, Some(Setting::Reader)).unwrap();
        let kept = Settings::load(&path).0;
        assert_eq!(kept.place.as_deref(), Some(place), "nothing asked for less");
    }
}

#[test]
fn another_region_drops_the_town() {
    let (_home, path) = home();
    let text = r#"{"version": 1, "language": "en", "region": "NS", "place": "NS/Halifax"}"#;
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let before = Settings::load(&path).0.preferences();
    assert_eq!(before.place, Places::embedded().find("Halifax", Region::Ns));
    let now = Preferences {
        region: Region::Nb,
        place: None,
        ..before
    };
    Settings::keep(&path, &before, &now, None).unwrap();
    let kept = Settings::load(&path).0;
    assert_eq!((kept.region, kept.place), (Some(Region::Nb), None));
}

#[test]
fn a_town_other_than_text_is_damage() {
    let (_home, path) = home();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, r#"{"version": 1, "region": "NS", "place": 7}"#).unwrap();
    let (settings, problem) = Settings::load(&path);
    assert!(matches!(problem, Some(Problem::Damaged)));
    assert_eq!((settings.region, settings.place), (Some(Region::Ns), None));
}

#[test]
fn two_sessions_keep_each_others_settings() {
    let (_home, path) = home();
    let started = Preferences::default();
    let dark = Preferences {
        theme: ThemeName::HighContrast,
        ..started
    };
    let long = Preferences {
        idle_minutes: 30,
        ..started
    };
    Settings::keep(&path, &started, &dark, None).unwrap();
    Settings::keep(&path, &started, &long, None).unwrap();
    let kept = Settings::load(&path).0;
    assert_eq!(kept.theme, Some(ThemeName::HighContrast));
    assert_eq!(kept.idle_minutes, Some(30));
}

#[test]
fn unknown_fields_and_a_newer_version_survive() {
    let (_home, path) = home();
    let text = r#"{"version": 3, "region": "QC", "later": {"deep": [1, {"x": null}]}}"#;
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let (mut settings, problem) = Settings::load(&path);
    assert!(problem.is_none());
    settings.language = Some(Language::En);
    settings.save(&path).unwrap();
    let mut expected: Value = serde_json::from_str(text).unwrap();
    expected["language"] = "en".into();
    let written: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    assert_eq!(written, expected);
}

#[test]
fn one_bad_field_leaves_the_others_and_the_file_is_kept() {
    let (_home, path) = home();
    let text = r#"{"version": 1, "language": "fr", "region": "Atlantis"}"#;
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let (settings, problem) = Settings::load(&path);
    assert!(matches!(problem, Some(Problem::Damaged)));
    assert_eq!(
        (settings.language, settings.region),
        (Some(Language::Fr), None)
    );
    settings.save(&path).unwrap();
    let kept = fs::read_to_string(path.with_extension("json.damaged")).unwrap();
    assert_eq!(kept, text);
    fs::write(&path, "garbage").unwrap();
    assert!(matches!(Settings::load(&path), (_, Some(Problem::Damaged))));
    Settings::default().save(&path).unwrap();
    assert!(Settings::load(&path).1.is_none());
}

#[test]
fn an_unknown_value_stays_until_another_is_chosen() {
    let (_home, path) = home();
    let text = r#"{"version": 1, "language": "fr", "region": "NS", "theme": [7], "plain": "no"}"#;
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let before = Settings::load(&path).0.preferences();
    let now = Preferences {
        idle_minutes: 30,
        ..before
    };
    Settings::keep(&path, &before, &now, Some(Setting::Idle)).unwrap();
    let read = || -> Value { serde_json::from_slice(&fs::read(&path).unwrap()).unwrap() };
    assert_eq!(read()["theme"], serde_json::json!([7]));
    assert_eq!(read()["plain"], "no");
    assert_eq!(read()["idle_minutes"], 30);
    Settings::keep(&path, &now, &now, Some(Setting::Theme)).unwrap();
    assert!(read()["theme"].is_string());
    assert_eq!(read()["plain"], "no");
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches("theme").count(), 1, "{text}");
}

#[test]
fn a_byte_order_mark_is_no_damage_and_each_damaged_file_is_kept() {
    let (_home, path) = home();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "\u{feff}{\"version\": 1, \"language\": \"fr\"}").unwrap();
    let (settings, problem) = Settings::load(&path);
    assert!(problem.is_none());
    assert_eq!(settings.language, Some(Language::Fr));
    for damage in ["one", "two"] {
        fs::write(&path, damage).unwrap();
        settings.save(&path).unwrap();
        let kept = fs::read_to_string(path.with_extension("json.damaged")).unwrap();
        assert_eq!(kept, damage);
    }
}

#[test]
fn unreadable_settings_are_empty_and_reported() {
    let (_home, path) = home();
    fs::create_dir_all(&path).unwrap();
    let (settings, problem) = Settings::load(&path);
    assert_eq!(settings, Settings::default());
    assert!(matches!(problem, Some(Problem::Unreadable(_))));
    assert!(settings.save(&path).is_err());
}
