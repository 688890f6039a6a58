//! Page of a pack in a file: its changes, before it is taken.

use std::collections::HashSet;

use super::exchange::ListsScreen;
use crate::app::notice::Notice;
use crate::app::state::App;
use crate::app::subject::PageKind;
use crate::app::subject::papers::{FoundPack, PackObstacle, Refused};
use crate::directory::packs::difference::{Change, Difference};
use crate::document::PageAction;
use crate::document::pack_changes::{
    cleaned_in_words, conflicts_in_words, counts_in_words, held_in_words, in_words, takes_much,
};
use crate::document::pages::paper::Paper;
use crate::paths::quoted;

/// Greatest number of listed changes of contacts that are not bookmarked.
const MOST: usize = 200;

impl App {
    /// Returns the page of a pack: all that it would change, for the bookmarks first.
    pub(super) fn pack_paper(&self, found: &FoundPack) -> Paper {
        let messages = self.messages();
        let (about, actions) = match &found.bar {
            None => {
                let take = (messages.text("pack-take-it"), PageAction::Take);
                (messages.text("pack-take-about"), vec![take])
            }
            Some(PackObstacle::Superseded) => {
                let about = messages.filled("packs-superseded", "path", &found.header.name);
                (about, Vec::new())
            }
            Some(PackObstacle::Shared(path)) => {
                let command = format!("havre packs add {}", quoted(path));
                let about = messages.filled("pack-take-shared", "command", &command);
                (about, Vec::new())
            }
            Some(PackObstacle::TakesMuch(vital, path)) => {
                let (name, counts) = (&found.header.name, found.differences.counts);
                let command = format!("havre packs add {} --take-away", quoted(path));
                (
                    takes_much(name, counts, vital, &command, messages),
                    Vec::new(),
                )
            }
        };
        Paper {
            title: messages.filled("lists-take-title", "name", &found.name),
            about: vec![about, self.pack_in_brief(found)],
            actions,
            text: self.pack_changes(found),
            ..Paper::default()
        }
    }

    /// Returns `harbour · publisher · date · unsigned`.
    fn pack_in_brief(&self, found: &FoundPack) -> String {
        let messages = self.messages();
        let header = &found.header;
        let trust = if found.signed {
            "packs-signed"
        } else {
            "packs-not-signed"
        };
        let instead = found.instead_of.as_ref();
        let instead =
            instead.map(|date| messages.filled("packs-instead", "date", &messages.date(date)));
        let facts = [
            header.name.clone(),
            header.publisher.clone(),
            messages.date(&header.date),
            messages.text(trust),
        ];
        let facts: Vec<String> = facts.into_iter().chain(instead).collect();
        facts.join(self.between())
    }

    /// Returns the changes in words: of the bookmarks, in total, of other contacts, and those that are not
    /// made.
    fn pack_changes(&self, found: &FoundPack) -> String {
        let messages = self.messages();
        let bookmarks = self.list.bookmarks().into_iter();
        let bookmarks: HashSet<String> = bookmarks.map(|entry| entry.id.clone()).collect();
        let line = |one: &Difference| in_words(one, "pack-change-", messages);
        let own: Vec<String> = found.differences.of(&bookmarks).map(line).collect();
        let own = if own.is_empty() {
            vec![messages.text("pack-changes-none")]
        } else {
            std::iter::once(messages.text("pack-changes-own"))
                .chain(own)
                .collect()
        };
        let others = found.differences.list.iter();
        let others = others.filter(|one| one.change != Change::New && !bookmarks.contains(&one.id));
        let others: Vec<String> = others.take(MOST).map(line).collect();
        let total = [counts_in_words(found.differences.counts, messages)];
        let total = total.into_iter().chain(others).collect();
        let held = held_in_words(&found.held, messages);
        let mut cleaned = cleaned_in_words(&found.cleaned, messages);
        cleaned.truncate(MOST);
        let mut conflicts = conflicts_in_words(&found.differences.conflicts, messages);
        conflicts.truncate(MOST);
        let parts = [own, total, conflicts, held, cleaned].into_iter();
        let parts: Vec<String> = parts
            .filter(|part| !part.is_empty())
            .map(|part| part.join("\n"))
            .collect();
        parts.join("\n\n")
    }

    /// Returns the page of a file that is not taken.
    pub(super) fn refused_paper(&self, refused: &Refused) -> Paper {
        let messages = self.messages();
        Paper {
            title: messages.filled("pack-refused", "name", &refused.name),
            about: vec![refused.why.clone(), messages.text("pack-refused-about")],
            ..Paper::default()
        }
    }

    /// Shows a pack that was read or refused, if the screen is still open.
    pub(in crate::app) fn learn_pack(&mut self, read: Result<Box<FoundPack>, Refused>) {
        if self.top::<ListsScreen>().is_none() {
            return;
        }
        match read {
            Ok(found) => self.open_paper(PageKind::TakePack(found)),
            Err(refused) => self.open_paper(PageKind::Refused(Box::new(refused))),
        }
    }

    /// Reports that a pack was installed, or the reason for a refusal.
    pub(in crate::app) fn learn_pack_taken(&mut self, taken: Result<String, Refused>) {
        let is_open = matches!(self.page(), Some(PageKind::TakePack(_)));
        if is_open {
            self.overlays.pop();
        }
        match taken {
            Ok(name) => {
                // The bookmarks behind the page say what changed, after the next start.
                self.take_off::<ListsScreen>();
                self.announce(Notice::with("notice-pack-taken", vec![("name", name)]));
            }
            Err(refused) if is_open => self.open_paper(PageKind::Refused(Box::new(refused))),
            Err(refused) => {
                let facts = vec![("name", refused.name), ("reason", refused.why)];
                self.announce(Notice::with("notice-pack-refused", facts).warning());
            }
        }
    }
}
