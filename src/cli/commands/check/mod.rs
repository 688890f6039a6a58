//! `havre check`: checks the directory and the guide against their rules.

mod coverage_page;
mod lines;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde::Serialize;

use self::lines::{directory_line, gap_line, is_topic, place_line, problem_line};
use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::output::exit::{Exit, Failure};
use crate::cli::output::printing;
use crate::cli::output::progress::Total;
use crate::directory::check as directory_check;
use crate::directory::coverage;
use crate::directory::load::{self, DirectoryFile};
use crate::directory::packs::{Opened, merge};
use crate::directory::{Contact, Directory};
use crate::guide::check::{self as guide_check, GuideFile};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::needs::Needs;
use crate::needs::check::{self as needs_check, NeedsFiles};
use crate::pathways::check as pathways_check;
use crate::places::Places;
use crate::places::check as places_check;

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "check";

/// Version of the JSON output.
const SCHEMA: u32 = 1;

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &Messages) -> Command {
    Command::new(NAME)
        .about(messages.text("check-about"))
        .arg(
            Arg::new("directory")
                .long("directory")
                .value_name(messages.text("cli-value-folder"))
                .help(messages.text("check-directory"))
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(arguments::flag("coverage", "check-coverage", messages))
        .arg(arguments::json(messages).conflicts_with("coverage"))
}

/// Checks the embedded content, or the content of a given folder.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let messages = context.messages;
    let checked = match matches.get_one::<PathBuf>("directory") {
        Some(folder) => Content::of_folder(folder, messages)?,
        None => Content::embedded(),
    };
    // Packs of an account do not affect the check of a folder.
    let packs = match matches.get_one::<PathBuf>("directory") {
        Some(_) => Opened::default(),
        None => context.folders()?.open(),
    };
    let total = checked.directory.len() + checked.guide.as_ref().map_or(0, Vec::len);
    let progress = context.progress;
    let (found, guide) =
        progress.during(messages, "progress-check", Total::Known(total), |steps| {
            let files = checked.directory.iter().inspect(|_| steps.step());
            let mut found = directory_check::files_with_places(files, &places_check::is_known);
            found.contacts = merge::merge(found.contacts, &packs.packs);
            let guide = checked.guide.as_ref().map(|files| {
                let directory = Directory::new(found.contacts.clone());
                let report = guide_check::files(files, &directory);
                for _ in files {
                    steps.step();
                }
                report
            });
            (found, guide)
        });
    if let Some(guide) = guide.as_ref().filter(|_| matches.get_flag("coverage")) {
        let rows = coverage::rows(&found.contacts, &guide.without_program);
        let page = coverage_page::page(&rows, &found.contacts, messages);
        write!(context.stdout, "{page}")?;
        let complete = coverage::gaps(&rows).is_empty();
        return Ok(if complete { Exit::Done } else { Exit::BadData });
    }
    let directory = Directory::new(found.contacts.clone());
    let mut findings = Findings {
        messages,
        problems: Vec::new(),
        summary: Vec::new(),
        counts: BTreeMap::new(),
    };
    findings.add_directory(&found);
    let refused = packs.refused.iter().map(|error| error.say(messages));
    let left_out = packs.packs.iter().filter_map(|pack| pack.message(messages));
    findings.problems.extend(refused.chain(left_out));
    if let Some(guide) = &guide {
        findings.add_guide(guide, &found.contacts);
    }
    if checked.places {
        findings.add_places()?;
    }
    if let Some(files) = &checked.needs {
        findings.add_needs(files, &directory);
    }
    if let Some(pathways) = &checked.pathways {
        findings.add_pathways(pathways, &directory);
    }
    if matches.get_flag("json") {
        return findings.write_json(context);
    }
    findings.write(context)
}

/// Faults found, as lines.
struct Findings<'m> {
    messages: &'m Messages,
    /// One line for each fault.
    problems: Vec<String>,
    /// Numbers of checked items of each kind, in words.
    summary: Vec<String>,
    /// The same numbers by the name of the kind.
    counts: BTreeMap<&'static str, usize>,
}

/// Findings as JSON, for programs.
#[derive(Serialize)]
struct CheckJson<'a> {
    schema: u32,
    /// One line for each fault, as `file:line: record: field: fault`.
    problems: &'a [String],
    /// Numbers of checked items by kind.
    counts: &'a BTreeMap<&'static str, usize>,
}

impl Findings<'_> {
    fn add_directory(&mut self, found: &directory_check::Report) {
        let problems = found.problems.iter();
        self.problems
            .extend(problems.map(|problem| directory_line(problem, self.messages)));
        let phones: usize = found.contacts.iter().map(|one| one.phones.len()).sum();
        let counts = [("contacts", found.contacts.len()), ("phones", phones)];
        self.count("check-directory-summary", counts);
    }

    fn add_guide(&mut self, guide: &guide_check::Report, contacts: &[Contact]) {
        // A guide without rows does not name any programs.
        if guide.regional > 0 {
            let gaps = coverage::gaps(&coverage::rows(contacts, &guide.without_program));
            let gaps = gaps.into_iter();
            self.problems
                .extend(gaps.map(|gap| gap_line(gap, self.messages)));
        }
        let problems = guide.problems.iter();
        self.problems.extend(
            problems.map(|problem| problem_line(problem, &problem.fault.say(self.messages))),
        );
        let counts = [
            ("topics", guide.topics),
            ("regional", guide.regional),
            ("terms", guide.terms),
        ];
        self.count("check-guide-summary", counts);
    }

    fn add_places(&mut self) -> anyhow::Result<()> {
        let faults = places_check::embedded()?;
        self.problems
            .extend(faults.iter().map(|fault| place_line(fault, self.messages)));
        let places = Places::embedded();
        let counts = [
            ("places", places.all().count()),
            ("areas", places.areas().count()),
        ];
        self.count("check-places-summary", counts);
        Ok(())
    }

    fn add_needs(&mut self, files: &NeedsFiles, directory: &Directory) {
        let (count, found) = needs_check::files(files, directory, is_topic);
        self.problems.extend(
            found
                .iter()
                .map(|problem| problem_line(problem, &problem.fault.say(self.messages))),
        );
        self.count("check-needs-summary", [("needs", count)]);
    }

    fn add_pathways(&mut self, pathways: &str, directory: &Directory) {
        let Some(needs) = Needs::shared() else {
            return;
        };
        let known = pathways_check::Known {
            directory,
            needs,
            is_topic: &is_topic,
        };
        let (leaves, found) = pathways_check::text(pathways, known);
        self.problems.extend(
            found
                .iter()
                .map(|problem| problem_line(problem, &problem.fault.say(self.messages))),
        );
        self.count("check-pathways-summary", [("leaves", leaves)]);
    }

    fn count<const KINDS: usize>(&mut self, id: &str, counts: [(&'static str, usize); KINDS]) {
        self.counts.extend(counts);
        let counts = counts.map(|(kind, count)| (kind, count.into()));
        self.summary.push(self.messages.format(id, &counts));
    }

    /// Writes the findings as JSON.
    fn write_json(&self, context: &mut Context<'_>) -> anyhow::Result<Exit> {
        context.line(&printing::json(&CheckJson {
            schema: SCHEMA,
            problems: &self.problems,
            counts: &self.counts,
        })?)?;
        let is_clean = self.problems.is_empty();
        Ok(if is_clean { Exit::Done } else { Exit::BadData })
    }

    /// Writes the faults, or the number of checked items if there are none.
    fn write(self, context: &mut Context<'_>) -> anyhow::Result<Exit> {
        for problem in &self.problems {
            writeln!(context.stdout, "{}", printable(problem))?;
        }
        if self.problems.is_empty() {
            writeln!(context.stdout, "{}", self.summary.join(", "))?;
            return Ok(Exit::Done);
        }
        let count = [("count", self.problems.len().into())];
        let message = self.messages.format("check-problems", &count);
        Err(Failure::new(Exit::BadData, message).into())
    }
}

/// Content to check.
struct Content {
    directory: Vec<DirectoryFile>,
    guide: Option<Vec<GuideFile>>,
    /// True to check the places too: the embedded ones, from which a folder's places only differ
    /// until the next build.
    places: bool,
    needs: Option<NeedsFiles>,
    /// Questions of the step by step, as JSON.
    pathways: Option<Cow<'static, str>>,
}

impl Content {
    fn embedded() -> Self {
        Self {
            directory: load::embedded_files(),
            guide: Some(guide_check::embedded_files()),
            places: true,
            needs: Some(NeedsFiles::embedded()),
            pathways: Some(Cow::Borrowed(pathways_check::EMBEDDED)),
        }
    }

    /// Reads a folder laid out as the project's `assets/` (`directory/`, `guide/`), or a folder of
    /// directory files. A guide on its own is checked against the directory in the program.
    fn of_folder(folder: &Path, messages: &Messages) -> Result<Self, Failure> {
        let unreadable = |error: load::LoadError| Failure::new(Exit::BadData, error.to_string());
        let (inner, guide) = (folder.join("directory"), folder.join("guide"));
        // If the needs cannot be opened, the rest is still checked.
        let needs = NeedsFiles::in_folder(&folder.join("needs")).ok();
        let pathways = load::read_text(&folder.join(pathways_check::FILE)).ok();
        let guide = guide.is_dir().then(|| guide_check::files_in(&guide));
        let directory = if inner.is_dir() {
            load::files_in(&inner).map_err(unreadable)?
        } else {
            let files = load::files_in(folder).map_err(unreadable)?;
            if files.is_empty() && guide.is_some() {
                load::embedded_files()
            } else {
                files
            }
        };
        if directory.is_empty() {
            let name = folder.display().to_string().into();
            let message = messages.format("check-nothing", &[("folder", name)]);
            return Err(Failure::new(Exit::BadData, message));
        }
        let places = folder.join("places").is_dir();
        Ok(Self {
            directory,
            guide,
            places,
            needs,
            pathways: pathways.map(Cow::Owned),
        })
    }
}
