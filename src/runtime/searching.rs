//! Background searches: a search that exceeds its time budget continues in its own thread until a
//! newer keystroke stops it. The screen never waits.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use super::Message;
use crate::app::state::Patience;
use crate::app::{App, QuerySession};
use crate::terminal::events;

/// Time budget of a keystroke's search before its first screenful is shown.
const MOMENT: Duration = Duration::from_millis(30);

/// Creates the time-budget check for one search.
pub(super) fn patience() -> Patience {
    Patience(|| {
        let until = Instant::now() + MOMENT;
        Box::new(move || Instant::now() < until)
    })
}

/// Search that continues in its own thread.
#[derive(Debug, Default)]
pub(super) struct Searching {
    /// Query under way, and the flag that stops it.
    under_way: Option<(Box<QuerySession>, Arc<AtomicBool>)>,
}

impl Searching {
    /// Continues the App's search if its hits are incomplete, and stops a search that the App no
    /// longer needs.
    ///
    /// # Errors
    /// If the system cannot start a thread.
    pub(super) fn follow(&mut self, app: &App, inbox: &Sender<Message>) -> io::Result<()> {
        if let Some((under_way, stop)) = &self.under_way {
            if under_way.is_current_in(app) {
                return Ok(());
            }
            stop.store(true, Ordering::Relaxed);
            self.under_way = None;
        }
        if !app.directory().hits.partial {
            return Ok(());
        }
        let session = Box::new(app.query_session());
        let stop = Arc::new(AtomicBool::new(false));
        self.under_way = Some((session.clone(), Arc::clone(&stop)));
        events::spawn("search", inbox, move |inbox| {
            let hits = session.search_while(&|| !stop.load(Ordering::Relaxed));
            if !hits.partial {
                // The loop may have ended meanwhile.
                let _ = inbox.send(Message::Found { session, hits });
            }
        })
    }

    /// Records the end of a search. If its hits are incomplete again, it is restarted.
    pub(super) fn done(&mut self, session: &QuerySession) {
        self.under_way
            .take_if(|(under_way, _)| **under_way == *session);
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;
    use std::sync::mpsc::{self, Receiver};

    use super::*;
    use crate::app::keymap::Command;
    use crate::app::{Action, Content, Key, Outcome, Start, update};
    use crate::bookmarks::{Change, List};
    use crate::directory::Region;
    use crate::settings::Preferences;

    fn app() -> App {
        App::new(Start {
            preferences: Preferences {
                region: Region::Ns,
                ..Preferences::default()
            },
            ..Start::of(Rc::new(Content::new(crate::fixtures::assets())))
        })
    }

    fn press(app: &mut App, keys: &str) {
        for character in keys.chars() {
            update(app, Action::Key(Key::character(character)));
        }
    }

    #[test]
    fn an_unfinished_search_is_completed_by_a_thread() {
        let (sender, inbox) = mpsc::channel();
        let mut app = app();
        app.set_patience(Patience(|| Box::new(|| false)));
        press(&mut app, "/halifax shelter");
        Searching::default().follow(&app, &sender).unwrap();
        let Ok(Message::Found { session, hits }) = inbox.recv() else {
            panic!("nothing was found")
        };
        assert_eq!(*session, app.query_session());
        assert!(!hits.partial && !hits.hits.is_empty());
    }

    #[test]
    fn a_newer_keystroke_stops_the_older_search() {
        let (sender, _inbox) = mpsc::channel();
        let mut app = app();
        let mut searching = Searching::default();
        app.set_patience(Patience(|| Box::new(|| false)));
        press(&mut app, "/halifax shelte");
        searching.follow(&app, &sender).unwrap();
        let (_, older) = searching.under_way.clone().unwrap();
        press(&mut app, "r");
        searching.follow(&app, &sender).unwrap();
        assert!(
            older.load(Ordering::Relaxed),
            "the older search is told to stop"
        );
    }

    /// App whose searches always exceed the time budget of a keystroke, with a substitute for the
    /// loop.
    struct Hurried {
        app: App,
        searching: Searching,
        sender: Sender<Message>,
        inbox: Receiver<Message>,
    }

    impl Hurried {
        fn searching_for(text: &str) -> Self {
            Self::with(&List::default(), text)
        }

        fn with(list: &List, text: &str) -> Self {
            let (sender, inbox) = mpsc::channel();
            let mut app = app();
            update(&mut app, reloaded(list));
            app.set_patience(Patience(|| Box::new(|| false)));
            press(&mut app, "/");
            press(&mut app, text);
            assert!(app.directory().hits.partial);
            let mut hurried = Self {
                app,
                searching: Searching::default(),
                sender,
                inbox,
            };
            hurried.follow();
            hurried
        }

        fn follow(&mut self) {
            self.searching.follow(&self.app, &self.sender).unwrap();
        }

        /// Returns the hits found, before the App receives them.
        fn found(&self) -> Message {
            let patience = Duration::from_secs(20);
            self.inbox.recv_timeout(patience).expect("it is found")
        }

        fn tell(&mut self, message: Message) {
            let Message::Found { session, hits } = message else {
                panic!("nothing was found")
            };
            self.searching.done(&session);
            let found = Outcome::Found { session, hits };
            update(&mut self.app, Action::Outcome(found));
            self.follow();
        }

        /// Completes the search, and compares it with a search without a time limit.
        fn comes_to_its_end(&mut self) {
            self.follow();
            while self.app.directory().hits.partial {
                let message = self.found();
                self.tell(message);
            }
            let items = |hits: &crate::search::Hits| -> Vec<_> {
                hits.hits.iter().map(|hit| hit.document).collect()
            };
            let whole = self.app.query_session().search_while(&|| true);
            assert_eq!(items(&self.app.directory().hits), items(&whole));
        }
    }

    fn reloaded(list: &List) -> Action {
        Action::Outcome(Outcome::Reloaded(Box::new(list.clone())))
    }

    /// Returns a list with an own contact.
    fn own_list() -> List {
        let contact = serde_json::from_str(
            r#"{"name": "Halifax drop-in", "category": "shelter", "region": "NS"}"#,
        );
        let mut list = List::default();
        let add = Change::OwnAdd {
            id: "own-1".to_owned(),
            contact: contact.unwrap(),
        };
        list.apply(add, "2026-11-23T02:00:00Z".parse().unwrap());
        list
    }

    #[test]
    fn a_search_in_another_language_or_region_is_completed() {
        let mut hurried = Hurried::searching_for("halifax shelter");
        update(&mut hurried.app, Action::Command(Command::Language));
        assert!(hurried.app.directory().hits.partial);
        hurried.comes_to_its_end();
        update(&mut hurried.app, Action::Command(Command::Region));
        press(&mut hurried.app, "on");
        update(&mut hurried.app, Action::Command(Command::Open));
        assert_eq!(hurried.app.region(), Region::On);
        assert!(hurried.app.directory().hits.partial);
        hurried.comes_to_its_end();
    }

    #[test]
    fn hits_for_another_language_are_discarded() {
        let mut hurried = Hurried::searching_for("halifax shelter");
        let english = hurried.found();
        update(&mut hurried.app, Action::Command(Command::Language));
        hurried.tell(english);
        assert!(hurried.app.directory().hits.partial, "it is still searched");
        hurried.comes_to_its_end();
    }

    #[test]
    fn hits_of_a_replaced_catalogue_are_discarded() {
        let mut hurried = Hurried::with(&own_list(), "halifax drop");
        let with_own = hurried.found();
        // Another session removes the contact meanwhile: the last index is out of range.
        update(&mut hurried.app, reloaded(&List::default()));
        hurried.tell(with_own);
        hurried.comes_to_its_end();
    }

    #[test]
    fn the_same_search_cut_short_once_more_is_gone_on_with_once_more() {
        let mut hurried = Hurried::searching_for("halifax shelter");
        hurried.comes_to_its_end();
        update(&mut hurried.app, reloaded(&List::default()));
        assert!(hurried.app.directory().hits.partial);
        hurried.comes_to_its_end();
    }
}
