//! `havre search`: hits, JSON, batches and exit codes.

use std::collections::HashSet;
use std::io::{self, Write};

use havre::assets::Catalogue;
use havre::bookmarks::List;
use havre::cli::commands::search::{Asker, answer, command};
use havre::cli::context::Context;
use havre::cli::output::progress::Progress;
use havre::cli::{Situation, Whereabouts};
use havre::directory::Region;
use havre::i18n::{Language, Messages};
use jiff::Timestamp;
use serde_json::Value;

struct Outcome {
    code: u8,
    output: String,
    errors: String,
}

fn search(arguments: &[&str], region: Region, input: &str) -> Outcome {
    let mut output = Vec::new();
    let mut errors = Vec::new();
    let code = run_with(
        arguments,
        region,
        input.as_bytes(),
        &mut output,
        &mut errors,
    );
    Outcome {
        code,
        output: String::from_utf8(output).unwrap(),
        errors: String::from_utf8(errors).unwrap(),
    }
}

fn run_with(
    arguments: &[&str],
    region: Region,
    input: &[u8],
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> u8 {
    let messages = Messages::of(Language::En);
    let all = ["search"].iter().chain(arguments);
    let matches = command(messages).try_get_matches_from(all).unwrap();
    let assets = super::fixtures::assets();
    let catalogue = Catalogue::load(assets, Vec::new()).unwrap();
    let home = Whereabouts {
        region,
        place: None,
    };
    let list = List::default();
    let asker = Asker {
        messages,
        region,
        place: None,
        situation: &Situation::new(home, Timestamp::now(), &list),
        catalogue: &catalogue,
        preferred: &HashSet::new(),
    };
    let mut context = Context {
        messages,
        definition: havre::cli::command,
        whereabouts: None,
        data_dir: None,
        worker: None,
        kept_aside: false,
        directory: None,
        packs: Vec::new(),
        environment: &|_| None,
        now: Timestamp::now(),
        stdin: &mut &*input,
        is_typed: false,
        stdout: output,
        stderr: errors,
        progress: Progress::NEVER,
    };
    answer(&matches, &asker, &mut context).unwrap().code()
}

#[test]
fn hits_are_printed_in_rank_order_and_say_why() {
    let found = search(&["pimp", "--limit", "2"], Region::Sk, "");
    assert_eq!(found.code, 0);
    let lines: Vec<&str> = found.output.lines().collect();
    assert!(lines[0].contains("Saskatchewan  [sk-"), "{}", lines[0]);
    assert_eq!(lines[1], "    “pimp” → Anti-trafficking services");
    assert!(lines[4].starts_with("… and "), "{}", lines[4]);
}

#[test]
fn a_word_that_is_near_is_said() {
    let found = search(&["avalun", "--limit", "1"], Region::Ns, "");
    let lines: Vec<&str> = found.output.lines().collect();
    assert!(lines[0].starts_with("Avalon "), "{}", lines[0]);
    assert_eq!(lines[1], "    close to “avalun”: avalon");
    let found = search(&["avalun", "--limit", "1", "--json"], Region::Ns, "");
    let answer: Value = serde_json::from_str(&found.output).unwrap();
    assert_eq!(answer["hits"][0]["reason"], "close to “avalun”: avalon");
}

#[test]
fn topics_of_the_guide_are_among_them() {
    let found = search(
        &["victim", "impact", "statement", "--limit", "1"],
        Region::Ca,
        "",
    );
    let topic = "Victim impact statement · guide  [victim-services#victim-impact-statement]";
    assert_eq!(found.output.lines().next(), Some(topic));
}

#[test]
fn search_without_hits_names_a_word_to_leave_out() {
    let found = search(&["velma", "--category", "crown"], Region::Ca, "");
    assert_eq!(found.code, 1);
    let lines: Vec<&str> = found.output.lines().collect();
    assert_eq!(lines[0], "Nothing found for \"velma\".");
    assert!(lines[1].starts_with("In any category: "), "{}", lines[1]);
}

#[test]
fn of_a_long_text_the_first_words_count_and_that_is_said() {
    let told =
        "shelter police court children money passport legal safe crisis phone work".to_owned();
    let said = "only the first 12 words count\n";
    for (more, cut) in [("", false), (" home", false), (" home family", true)] {
        let found = search(&[&format!("{told}{more}")], Region::Ns, "");
        assert_eq!(
            found.output.ends_with(said),
            cut,
            "{more}: {}",
            found.output
        );
    }
    let found = search(&["qwerty ".repeat(10_000).as_str()], Region::Ns, "");
    assert_eq!(found.code, 1);
    assert!(
        found.output.len() < 600,
        "it is not said again whole: {}",
        found.output
    );
    assert!(found.output.ends_with(said));
}

#[test]
fn json_has_every_hit_with_its_reason() {
    let found = search(&["pimp", "--json", "--limit", "3"], Region::Sk, "");
    let answer: Value = serde_json::from_str(&found.output).unwrap();
    assert_eq!(answer["hits"].as_array().unwrap().len(), 3);
    assert_eq!(answer["hits"][0]["kind"], "contact");
    assert_eq!(answer["hits"][0]["region"], "SK");
    assert_eq!(
        answer["hits"][0]["reason"],
        "“pimp” → Anti-trafficking services"
    );
    assert!(answer["total"].as_u64().unwrap() > 3);
}

#[test]
fn a_word_that_is_nowhere_is_named() {
    let found = search(&["qwertyville", "police"], Region::Ns, "");
    assert!(
        found.output.ends_with("“qwertyville” not found\n"),
        "{}",
        found.output
    );
}

#[test]
fn json_counts_left_out_contacts_only_if_there_are_any() {
    let answer = |words: &[&str]| -> Value {
        let arguments = [words, &["--json"]].concat();
        serde_json::from_str(&search(&arguments, Region::Ns, "").output).unwrap()
    };
    let keys = |answer: &Value| {
        answer
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    let plain = answer(&["police"]);
    assert_eq!(keys(&plain), ["hits", "needs", "schema", "total"]);
    let open = answer(&["police", "--open-now"]);
    assert!(open["unknown_hours"].as_u64().unwrap() > 0);
    assert_eq!(
        open["unknown_hours"],
        answer(&["police", "open", "now"])["unknown_hours"]
    );
    assert_eq!(
        answer(&["qwertyville", "police"])["words_not_found"][0],
        "qwertyville"
    );
    assert!(answer(&["french"])["unstated_languages"].as_u64().unwrap() > 0);
    assert_eq!(
        answer(&["police court ".repeat(9).as_str()])["first_words_only"],
        12
    );
}

#[test]
fn words_may_come_from_standard_input() {
    let said = search(&["halifax shelter"], Region::Ns, "");
    assert!(!said.output.is_empty());
    let quiet = search(&["-"], Region::Ns, "halifax shelter\n");
    assert_eq!((quiet.code, quiet.output), (said.code, said.output));
}

#[test]
fn a_batch_answers_each_line_with_ten_ids_and_micros() {
    let input = "{\"query\": \"consent\", \"region\": null}\n\n{\"query\": \"legal aid\", \"region\": \"NS\"}\n";
    let found = search(&["--batch"], Region::Ca, input);
    assert_eq!((found.code, found.errors.as_str()), (0, ""));
    let answers: Vec<Value> = found
        .output
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0]["hits"][0], "reporting#consent-first");
    assert_eq!(answers[1]["hits"].as_array().unwrap().len(), 10);
    assert!(answers[1]["hits"][0].as_str().unwrap().starts_with("ns-"));
    assert!(answers[1]["micros"].is_u64());
}

#[test]
fn lines_of_a_batch_without_a_region_have_that_of_the_option() {
    let shelter = "{\"query\": \"transition house\"}\n";
    let there =
        |region: &str| format!("{{\"query\": \"transition house\", \"region\": \"{region}\"}}\n");
    let ids = |region: Region, input: &str| {
        let found = search(&["--batch"], region, input);
        assert_eq!((found.code, found.errors.as_str()), (0, ""), "{input}");
        let answer: Value = serde_json::from_str(&found.output).unwrap();
        answer["hits"].clone()
    };
    let [scotia, quebec] = [Region::Ns, Region::Qc].map(|region| ids(region, shelter));
    assert_ne!(scotia, quebec);
    assert_ne!(scotia, ids(Region::Ca, shelter));
    assert_eq!(ids(Region::Qc, &there("NS")), scotia, "the line's own");
    for name in ["ns", "Nova Scotia", "Nouvelle-Écosse"] {
        assert_eq!(ids(Region::Qc, &there(name)), scotia, "{name}");
    }
    let town = ids(Region::Ca, &there("Sydney, NS"));
    assert_ne!(town, scotia, "a town has its own order");
    assert_eq!(town, ids(Region::Qc, &there("NS/Sydney")));
}

#[test]
fn unknown_town_in_a_batch_is_named() {
    let line = "{\"query\": \"x\", \"region\": \"Qwertyville\"}\n";
    let found = search(&["--batch"], Region::Ns, line);
    assert_eq!((found.code, found.output.as_str()), (1, ""));
    let named = "Line 1 is not a query: \"region\": \"Qwertyville\": a town, or one of CA, BC,";
    assert!(found.errors.starts_with(named), "{}", found.errors);
}

#[test]
fn a_line_that_is_no_query_is_named_and_the_next_ones_are_answered() {
    let query = "{\"query\": \"x\"}\n";
    for bad in [
        "{\"query\": 3}",
        "not json",
        "{\"query\": \"x\", \"region\": \"XX\"}",
        "{}",
    ] {
        let input = format!("{query}{bad}\n\n{bad}\n{query}");
        let found = search(&["--batch"], Region::Ca, &input);
        assert_eq!(found.code, 3, "{bad}");
        let errors: Vec<&str> = found.errors.lines().collect();
        assert_eq!(errors.len(), 2, "{}", found.errors);
        for (line, error) in [2, 4].iter().zip(errors) {
            let named = format!("Line {line} is not a query: ");
            assert!(error.starts_with(&named), "{error}");
        }
        let answers = found.output.lines();
        let answers = answers.map(|line| serde_json::from_str(line).unwrap());
        let lines: Vec<u64> = answers
            .map(|line: Value| line["line"].as_u64().unwrap())
            .collect();
        assert_eq!(lines, [1, 5], "{bad}");
        let none = search(&["--batch"], Region::Ca, &format!("{bad}\n"));
        assert_eq!((none.code, none.output.as_str()), (1, ""), "{bad}");
        assert!(none.errors.starts_with("Line 1 "), "{}", none.errors);
    }
}

#[test]
fn bytes_that_are_no_text_are_a_line_that_is_no_query() {
    let input = b"{\"query\": \"\xff\"}\n{\"query\": \"x\"}\n";
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let code = run_with(&["--batch"], Region::Ca, input, &mut output, &mut errors);
    let errors = String::from_utf8(errors).unwrap();
    assert_eq!(code, 3);
    assert!(errors.starts_with("Line 1 is not a query: "), "{errors}");
    assert_eq!(String::from_utf8(output).unwrap().lines().count(), 1);
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let refused = |arguments: &[&str]| {
        let all = ["search"].iter().chain(arguments);
        command(Messages::of(Language::En))
            .try_get_matches_from(all)
            .is_err()
    };
    assert!(refused(&[]));
    assert!(refused(&["x", "--batch"]));
    assert!(refused(&["x", "--limit", "0"]));
    assert!(refused(&["x", "--category", "circus"]));
    assert!(!refused(&["x", "--category", "shelter"]));
}

/// Reader that is gone.
struct Gone;

impl Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut errors = Vec::new();
    assert_eq!(
        run_with(&["shelter"], Region::Ca, b"", &mut Gone, &mut errors),
        0
    );
    assert_eq!(
        run_with(
            &["shelter", "--json"],
            Region::Ca,
            b"",
            &mut Gone,
            &mut errors
        ),
        0
    );
    let input = b"{\"query\": \"x\"}\n";
    assert_eq!(
        run_with(&["--batch"], Region::Ca, input, &mut Gone, &mut errors),
        0
    );
    assert_eq!(errors, b"");
}
