//! The worker's files, as the screen and plain mode use them: opens them, makes the App from them, and
//! carries out on the disk what the App asks for.

mod confinement;
mod zone;

use std::rc::Rc;

use jiff::Timestamp;

use crate::app::notice::Notice;
use crate::app::troubles;
use crate::app::{Action, App, Content, DiskEffect, Outcome, Start, update};
use crate::assets::Assets;
use crate::bookmarks::{Opened, SaveError, Store, Trouble};
use crate::cli::ScreenOptions;
use crate::directory::Region;
use crate::directory::packs::Folders;
use crate::i18n::{Language, Messages};
use crate::paths::Paths;
use crate::settings::{Preferences, Problem, Settings};
use confinement::Within;
pub use zone::machine_zone;

/// The worker's files.
#[derive(Debug)]
pub struct Persistence {
    store: Store,
    /// What was in force when the settings were last written, or at the start.
    saved: Preferences,
    paths: Paths,
    /// What is left within reach once the program is locked in.
    within: Within,
}

impl Persistence {
    /// Opens the worker's files and makes an App of them. `ascii` says that what is shown may be ASCII
    /// alone.
    ///
    /// # Errors
    /// There is no place for the worker's files, or the content is damaged.
    pub fn open(
        options: &ScreenOptions,
        environment: impl Fn(&str) -> Option<String>,
        ascii: bool,
    ) -> anyhow::Result<(Self, App)> {
        let paths = Paths::find(options.data_dir.clone(), options.worker.clone())?;
        let (settings, problem) = Settings::load(&paths.settings());
        let language = options.language.or(settings.language);
        let region = options.region.or(settings.region);
        let first_run = language.is_none() || region.is_none();
        let usual = settings.preferences();
        let zone = machine_zone(&environment);
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
        if settings.language.is_none() && settings.region.is_none() && !first_run {
            // The arguments answered the first run's questions for good; at a later run they do not.
            // What cannot be written is asked again at the next start: nothing is lost.
            let _ = Settings::keep(&paths.settings(), &preferences, &preferences, None);
        }
        let Opened {
            store,
            report,
            conflicts,
        } = Store::open(&paths.bookmarks(), Timestamp::now());
        let packs = Folders::of(paths.data_dir(), &environment).open();
        let refused = packs.refused.iter().map(|error| {
            let said = error.say(Messages::of(preferences.language));
            Notice::with("notice-said", vec![("text", said)]).warning()
        });
        let notices =
            problem.map(|problem| settings_notice(&problem, Messages::of(preferences.language)));
        let mut app = App::new(Start {
            content: Rc::new(Content::new(Assets::embedded().with_packs(packs.packs))),
            preferences,
            first_run,
            ascii,
            list: store.list().clone(),
            conflicts: conflicts.len(),
            worker: paths.worker().map(|name| name.as_str().to_owned()),
            notices: notices
                .into_iter()
                .chain(troubles::opened(
                    &report,
                    Messages::of(preferences.language),
                ))
                .chain(refused)
                .collect(),
        });
        app.zone = zone;
        // The first card says what is open at the start.
        tell_time(&mut app);
        let persistence = Self {
            store,
            saved: preferences,
            paths,
            within: Within::default(),
        };
        Ok((persistence, app))
    }

    /// Locks the program in, for good: of all files only hers stay within reach. Call it before any
    /// thread is started.
    pub fn lock_in(&mut self) {
        self.within = confinement::enter(&self.paths);
    }

    /// Tells the App, before what the worker does next, what time it is and what another session of
    /// hers wrote meanwhile. Answers whether what she is about to act on became something else by it.
    pub fn catch_up(&mut self, app: &mut App) -> bool {
        let meant = app.target();
        let now = tell_time(app);
        // Neither asks for anything to be carried out.
        if self.store.refresh(now) {
            let list = Box::new(self.store.list().clone());
            update(app, Action::Outcome(Outcome::Reloaded(list)));
        }
        app.target() != meant
    }

    /// Says what became of a file that was damaged behind this session's back.
    pub fn report(&mut self, app: &mut App) {
        if let Some(report) = self.store.take_report() {
            app.notices
                .extend(troubles::opened(&report, app.messages()));
        }
    }

    /// Carries out an effect on the disk, and returns its outcome.
    pub fn carry_out(&mut self, app: &App, effect: DiskEffect) -> Outcome {
        match effect {
            DiskEffect::Bookmarks(change) => {
                let result = self.store.apply(change, Timestamp::now());
                Outcome::Saved {
                    list: Box::new(self.store.list().clone()),
                    trouble: result.err().map(|error| self.not_saved(&error, app)),
                }
            }
            DiskEffect::MergeConflicts => {
                let merged = self.store.merge_conflicts(Timestamp::now());
                Outcome::Merged {
                    list: Box::new(self.store.list().clone()),
                    count: merged.as_ref().copied().unwrap_or(0),
                    trouble: merged.err().map(|error| self.not_saved(&error, app)),
                }
            }
            DiskEffect::SaveSettings(now, chosen) => {
                let path = self.paths.settings();
                let kept = Settings::keep(&path, &self.saved, &now, Some(chosen));
                match kept {
                    Ok(()) => {
                        self.saved = now;
                        Outcome::SettingsSaved
                    }
                    Err(error) => {
                        Outcome::SettingsNotSaved(self.within.cause_of(Trouble::of(&error)))
                    }
                }
            }
        }
    }

    fn not_saved(&self, error: &SaveError, app: &App) -> Notice {
        let trouble = error.trouble();
        let cause = trouble.map(|trouble| self.within.cause_of(trouble));
        troubles::not_saved(cause, app.messages())
    }
}

/// Tells the App what time it is, and returns it.
fn tell_time(app: &mut App) -> Timestamp {
    let now = Timestamp::now();
    let today = app.zone.to_datetime(now).date();
    update(app, Action::Clock { now, today });
    now
}

fn settings_notice(problem: &Problem, messages: &Messages) -> Notice {
    match problem {
        Problem::Damaged => Notice::new("settings-damaged").warning(),
        Problem::Unreadable(error) => {
            let reason = messages.text(Trouble::of(error).message_id());
            Notice::with("settings-unreadable", vec![("reason", reason)]).warning()
        }
    }
}
