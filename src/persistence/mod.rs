//! Files of the worker, for the screen and plain mode: opens them, creates the App from them, and
//! executes the App's disk effects.

mod confinement;
mod exchange;
mod keeper;
mod leaving;
mod options;
mod packs;
mod patience;
mod renewal;
mod worker;
mod zone;

use std::cell::Cell;
use std::collections::VecDeque;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::app::TabId;
use crate::app::notice::Notice;
use crate::app::troubles;
use crate::app::{Action, App, Content, DiskEffect, Outcome, Start, update};
use crate::assets::Assets;
use crate::bookmarks::{Store, TeamProblem, Trouble, team_lists};
use crate::clock;
use crate::directory::Region;
use crate::directory::packs::{Folders, PackError};
use crate::files::RealFiles;
use crate::i18n::{Language, Messages};
use crate::paths::Paths;
use crate::settings::{Preferences, Problem, Settings};
use keeper::{Answer, Job, Keeper, Task};
use leaving::Undone;
pub use options::ScreenOptions;
use packs::Packs;
use patience::{Awaited, Watch};
use renewal::{Fresh, Renewal};
pub use renewal::{Spawn, Wake};
use worker::Worker;
pub use zone::machine_zone;

/// Time limit of the screen for writing a change, before it reports that the change is not yet on
/// the disk.
const SAVE: Duration = Duration::from_millis(500);

/// Time limit of a key for changes of other sessions.
const GLANCE: Duration = Duration::from_millis(100);

/// Files of the worker.
#[derive(Debug)]
pub struct Persistence {
    files: At,
    reports: Vec<Notice>,
    /// Failed work that is tried again at the end, as last reported.
    undone: Vec<Undone>,
    /// Work of each effect without an answer, in their order.
    unanswered: VecDeque<Vec<Undone>>,
    /// Files that could not be written, by answers collected while leaving.
    unwritten: Vec<Undone>,
    /// Late outcomes collected while leaving.
    collected: Vec<Outcome>,
    /// Directories whose packs changed.
    fresh: Fresh,
}

/// Parts of the opening that are the terminal's.
#[derive(Clone, Copy)]
pub struct Opening<'a> {
    /// Shows that work goes on while it does work that may take seconds.
    pub during: &'a dyn Fn(&Messages, &mut dyn FnMut()),
    /// Called before the program ends for a file that never answers.
    pub give_up: fn(),
}

/// Thread that accesses the files.
#[derive(Debug)]
enum At {
    /// The main thread, until [`Persistence::start`].
    Hand(Box<Keeper>),
    /// A separate thread.
    Work(Worker),
    /// None, during the change from one to the other.
    Nowhere,
}

impl Persistence {
    /// Opens the worker's files and creates an App from them. `ascii` limits the output to ASCII.
    ///
    /// # Errors
    /// If the worker's files have no path, or the content is damaged.
    pub fn open(
        options: &ScreenOptions,
        environment: impl Fn(&str) -> Option<String>,
        ascii: bool,
        opening: Opening<'_>,
    ) -> anyhow::Result<(Self, App)> {
        let paths = Paths::find(options.data_dir.clone(), options.worker.clone())?;
        // The language of the settings is not known yet: they are among the awaited files.
        let language =
            (options.language).unwrap_or_else(|| Language::from_environment(&environment));
        let awaited = Awaited::default();
        let start = || Watch::start(awaited.clone(), Messages::of(language), opening.give_up);
        awaited.set(paths.settings());
        let watch = Cell::new(Some(start()));
        let (settings, problem) = Settings::load(&paths.settings());
        let (preferences, first_run, answered) = preferences(options, &settings, &environment);
        if settings.language.is_none() && settings.region.is_none() && answered {
            // Arguments answer the first run's questions permanently; later runs do not save them.
            // If the settings cannot be written, the questions are asked again at the next start.
            let _ = Settings::keep(&paths.settings(), &preferences, &preferences, None);
        }
        let now = clock::now();
        awaited.set(paths.bookmarks());
        let opened = Store::open(&paths.bookmarks(), now);
        let folders = Folders::of(paths.data_dir(), Assets::vital, now, &environment);
        awaited.set(folders.own_packs());
        let stamps = renewal::stamps(&folders);
        let packs = folders.open();
        awaited.set(folders.team_lists());
        let (team, unread) = team_lists(&RealFiles, &folders.team_lists(), now);
        let messages = Messages::of(preferences.language);
        let unused = unused(&packs.refused, &unread, messages);
        let notices = problem.map(|problem| settings_notice(&problem, messages));
        let renewal = Renewal::of(stamps, &packs, messages);
        let used = Packs::new(&folders, &packs.packs, paths.worker().is_some(), renewal);
        let assets = Assets::embedded().with_packs(packs.packs);
        let places = folders.prepared(&assets.packs);
        awaited.set(folders.own_packs());
        let assets = assets.with_prepared_packs(&places, &|work| {
            // It waits for no file.
            drop(watch.take());
            (opening.during)(messages, work);
            watch.set(Some(start()));
        });
        let tab = (options.tab).unwrap_or_else(|| TabId::of_digit(preferences.first_tab));
        let mut app = App::new(Start {
            content: Rc::new(Content::new(assets)),
            preferences,
            first_run,
            ascii,
            list: opened.store.list().clone(),
            kept_aside: opened.is_kept_aside(),
            conflicts: opened.conflicts.len(),
            exchange: exchange::whereabouts(&paths, &environment),
            worker: paths.worker().map(|name| name.as_str().to_owned()),
            notices: troubles::clock(now)
                .into_iter()
                .chain(notices)
                .chain(troubles::opened(&opened.report, messages))
                .chain(unused)
                .collect(),
        })
        .with_team_lists(team)
        .opened_on(tab);
        app.set_zone(machine_zone(&environment));
        // The first card shows the open state at the start.
        tell_time(&mut app);
        let keeper = Keeper::new(opened.store, preferences, paths, used);
        Ok((Self::of(keeper), app))
    }

    /// Creates the access to the files of `keeper`, which nothing has changed yet.
    fn of(keeper: Keeper) -> Self {
        Self {
            files: At::Hand(Box::new(keeper)),
            reports: Vec::new(),
            undone: Vec::new(),
            unanswered: VecDeque::new(),
            unwritten: Vec::new(),
            collected: Vec::new(),
            fresh: Fresh::default(),
        }
    }

    /// Confines the program permanently: only the worker's files stay within reach. Must be called
    /// before any thread is started.
    ///
    /// The first notice lists the missing parts of the confinement.
    pub fn lock_in(&mut self, app: &mut App) {
        if let At::Hand(keeper) = &mut self.files {
            let (within, confinement) = confinement::enter(&keeper.paths, keeper.packs.folders());
            keeper.within = within;
            let messages = app.messages();
            let lacks = confinement.lacks().into_iter();
            let lacks: Vec<_> = lacks.map(|lack| messages.text(lack.message_id())).collect();
            if !lacks.is_empty() {
                let lacks = vec![("lacks", lacks.join("; "))];
                let notice = Notice::with("confinement-lacks", lacks).warning();
                app.say_first(notice);
            }
        }
    }

    /// Moves the files to a thread started by `spawn`, which later also starts one to open changed
    /// packs. `wake` is called there when [`Self::late_outcomes`] has outcomes.
    ///
    /// # Errors
    /// If the system cannot start a thread.
    pub fn start(&mut self, spawn: Spawn, wake: Wake) -> io::Result<()> {
        if let At::Hand(mut keeper) = std::mem::replace(&mut self.files, At::Nowhere) {
            let mut begun = false;
            self.fresh = (keeper.packs.renewal).start(Arc::clone(&spawn), Arc::clone(&wake));
            let spawn = move |work| spawn(work);
            let worker = Worker::start(spawn, Box::new(move || wake()), move |job| {
                if !std::mem::replace(&mut begun, true) {
                    keeper.tidy();
                }
                keeper.work(job)
            })?;
            self.files = At::Work(worker);
        }
        Ok(())
    }

    /// Returns a function that waits briefly for a change under way, for a thread that ends the
    /// program.
    pub fn parting(&self) -> Box<dyn Fn() + Send> {
        match &self.files {
            At::Work(worker) => worker.parting(),
            At::Hand(_) | At::Nowhere => Box::new(|| ()),
        }
    }

    /// Updates the App with the current time and changes of other sessions, before the next action.
    /// Returns true if the target of that action changed as a result.
    pub fn catch_up(&mut self, app: &mut App) -> bool {
        let meant = app.target();
        tell_time(app);
        if !self.is_late()
            && let Some(answer) = self.ask(Task::Refresh, app, GLANCE)
            && let Some(outcome) = answer.outcome
        {
            // No effect results from this action.
            update(app, Action::Outcome(outcome));
        }
        for mut renewed in renewal::take(&self.fresh) {
            // The action would count them as read.
            self.reports.append(&mut renewed.notices);
            update(app, Action::Outcome(Outcome::Renewed(renewed)));
        }
        app.target() != meant
    }

    /// Reports damage found in the file, and changes of packs, since the session started.
    pub fn report(&mut self, app: &mut App) {
        app.say_last(self.reports.drain(..));
    }

    /// Executes a disk effect, and returns its outcome: [`Outcome::Unanswered`] if the disk takes
    /// too long.
    pub fn carry_out(&mut self, app: &App, effect: DiskEffect) -> Outcome {
        self.unanswered.push_back(Undone::of(&effect));
        let late = if effect.only_reads() {
            Outcome::NotReadYet
        } else {
            Outcome::Unanswered
        };
        let answer = self.ask(Task::Write(effect), app, SAVE);
        answer.and_then(|answer| answer.outcome).unwrap_or(late)
    }

    /// Returns the outcomes that were too late for [`Self::carry_out`].
    pub fn late_outcomes(&mut self) -> Vec<Outcome> {
        let mut outcomes = std::mem::take(&mut self.collected);
        if let At::Work(worker) = &self.files {
            let answers = worker.late_answers().into_iter();
            outcomes.extend(answers.filter_map(|answer| self.learn(answer).outcome));
        }
        let renewed = renewal::take(&self.fresh).into_iter();
        outcomes.extend(renewed.map(Outcome::Renewed));
        outcomes
    }

    fn is_late(&self) -> bool {
        matches!(&self.files, At::Work(worker) if worker.is_late())
    }

    /// Executes a job, and returns its answer if it arrives within `limit`.
    fn ask(&mut self, task: Task, app: &App, limit: Duration) -> Option<Answer> {
        let job = Job {
            task,
            language: app.preferences().language,
        };
        let answer = match &mut self.files {
            At::Hand(keeper) => keeper.work(job),
            At::Work(worker) => worker.ask(job, limit)?,
            At::Nowhere => return None,
        };
        Some(self.learn(answer))
    }

    fn learn(&mut self, mut answer: Answer) -> Answer {
        self.reports.extend(answer.report.take());
        self.undone = std::mem::take(&mut answer.undone);
        let outcome = answer.outcome.as_ref();
        if outcome.is_some_and(Outcome::answers_files) {
            let work = self.unanswered.pop_front();
            if matches!(
                outcome,
                Some(Outcome::Written(Err(_)) | Outcome::PackTaken(Err(_)))
            ) {
                self.unwritten.extend(work.into_iter().flatten());
            }
        }
        answer
    }
}

/// Returns the preferences of this run, and true if language and region have yet to be asked for.
fn preferences(
    options: &ScreenOptions,
    settings: &Settings,
    environment: impl Fn(&str) -> Option<String>,
) -> (Preferences, bool, bool) {
    let language = options.language.or(settings.language);
    let region = options.region.or(settings.region);
    let usual = settings.preferences();
    let preferences = Preferences {
        language: language.unwrap_or_else(|| Language::from_environment(&environment)),
        region: region.unwrap_or(Region::Ca),
        place: match options.region {
            Some(_) => options.place,
            None => usual.place,
        },
        theme: options.theme.unwrap_or(usual.theme),
        reader: options.reader || usual.reader,
        ..usual
    };
    // No questions if the arguments answer them.
    let answered = options.language.is_some() && options.region.is_some();
    (preferences, region.is_none(), answered)
}

/// Updates the App's time, and returns it.
fn tell_time(app: &mut App) -> Timestamp {
    let now = clock::present(clock::now());
    let today = app.zone().to_datetime(now).date();
    update(app, Action::Clock { now, today });
    now
}

/// Returns the notices about packs and lists of the team that are not used.
fn unused(packs: &[PackError], lists: &[TeamProblem], messages: &Messages) -> Vec<Notice> {
    let packs = packs.iter().map(|error| error.say(messages));
    let lists = lists.iter().map(|problem| problem.message(messages));
    packs.chain(lists).map(troubles::said).collect()
}

fn settings_notice(problem: &Problem, messages: &Messages) -> Notice {
    match problem {
        Problem::Damaged => Notice::new("settings-damaged").warning(),
        Problem::Unreadable(error) => {
            let reason = messages.text(Trouble::of_reading(error).message_id());
            Notice::with("settings-unreadable", vec![("reason", reason)]).warning()
        }
    }
}
