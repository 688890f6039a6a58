//! Searches that are not done within a moment: they go on in a thread of their own, and a newer
//! keystroke stops them. The screen never waits.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use super::Message;
use crate::app::App;
use crate::app::state::Patience;
use crate::search::{Context, Query};
use crate::terminal::events;

/// How long a keystroke may search before its first screenful is shown (issue 3).
const MOMENT: Duration = Duration::from_millis(30);

/// Watches that allow a search one moment.
pub(super) fn patience() -> Patience {
    Patience(|| {
        let until = Instant::now() + MOMENT;
        Box::new(move || Instant::now() < until)
    })
}

/// The search that goes on in a thread of its own.
#[derive(Debug, Default)]
pub(super) struct Searching {
    /// What is searched for, and the flag that stops it.
    under_way: Option<(Query, Arc<AtomicBool>)>,
}

impl Searching {
    /// Goes on with what the App searches for where its hits are not all yet; stops what it no longer
    /// searches for.
    ///
    /// # Errors
    /// When the system has no thread to give.
    pub(super) fn follow(&mut self, app: &App, inbox: &Sender<Message>) -> io::Result<()> {
        let query = app.query();
        if let Some((under_way, stop)) = &self.under_way {
            if *under_way == query {
                return Ok(());
            }
            stop.store(true, Ordering::Relaxed);
            self.under_way = None;
        }
        if !app.directory.hits.partial {
            return Ok(());
        }
        let stop = Arc::new(AtomicBool::new(false));
        self.under_way = Some((query.clone(), Arc::clone(&stop)));
        let catalogue = Arc::clone(&app.catalogue);
        let (language, region) = (app.language(), app.region());
        let preferred = app.starred.clone();
        events::spawn("search", inbox, move |inbox| {
            let context = Context {
                language,
                region,
                preferred: &preferred,
            };
            let go_on = || !stop.load(Ordering::Relaxed);
            let hits = catalogue.index().search_while(&query, &context, &go_on);
            if !hits.partial {
                // Nobody is left to tell where the program has ended meanwhile.
                let _ = inbox.send(Message::Found { query, hits });
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;
    use std::sync::mpsc;

    use super::*;
    use crate::app::{Action, Content, Key, Start, update};
    use crate::bookmarks::List;
    use crate::directory::Region;
    use crate::settings::Preferences;

    fn app() -> App {
        App::new(Start {
            content: Rc::new(Content::embedded()),
            preferences: Preferences {
                region: Region::Ns,
                ..Preferences::default()
            },
            first_run: false,
            list: List::default(),
            worker: None,
            conflicts: 0,
            ascii: false,
            notices: Vec::new(),
        })
    }

    fn press(app: &mut App, keys: &str) {
        for character in keys.chars() {
            update(app, Action::Key(Key::character(character)));
        }
    }

    #[test]
    fn what_is_not_done_in_time_is_found_by_a_thread() {
        let (sender, inbox) = mpsc::channel();
        let mut app = app();
        press(&mut app, "/halifax");
        app.directory.hits.partial = true;
        Searching::default().follow(&app, &sender).unwrap();
        let Ok(Message::Found { query, hits }) = inbox.recv() else {
            panic!("nothing was found")
        };
        assert_eq!(query, app.query());
        assert!(!hits.partial && !hits.hits.is_empty());
    }

    #[test]
    fn a_newer_keystroke_stops_the_older_search() {
        let (sender, _inbox) = mpsc::channel();
        let mut app = app();
        let mut searching = Searching::default();
        press(&mut app, "/hal");
        app.directory.hits.partial = true;
        searching.follow(&app, &sender).unwrap();
        let (_, older) = searching.under_way.clone().unwrap();
        press(&mut app, "i");
        searching.follow(&app, &sender).unwrap();
        assert!(
            older.load(Ordering::Relaxed),
            "the older search is told to stop"
        );
    }
}
