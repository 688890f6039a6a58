//! Ways of files out of the program and into it: how to open, print, take along and remove a written
//! file, and how to bring one from a USB key.

use std::path::Path;

use crate::app::state::App;
use crate::app::subject::papers::WrittenFile;
use crate::document::PageAction;
use crate::document::pages::paper::{Paper, Way};
use crate::paths::{address_of, copy_in_command, copy_out_command, fetch_command, remove_command};

impl App {
    /// Returns the page of a written file.
    pub(super) fn written_paper(&self, written: &WrittenFile) -> Paper {
        let messages = self.messages();
        let path: &Path = written.path.as_ref();
        let way = |id: &str, text: String| Way {
            about: messages.text(id),
            text,
        };
        let is_list = path.extension().is_some_and(|end| end == "json");
        let mut about = vec![messages.text("paper-where")];
        if is_list {
            about.push(messages.text("paper-for-colleague"));
        }
        let mut ways = Vec::new();
        if self.exchange.is_remote {
            let host = messages.text("paper-host");
            ways.push(way("paper-fetch", fetch_command(path, &host)));
        } else {
            if !is_list {
                ways.push(way("paper-open", address_of(path)));
            }
            let folder = path.parent().unwrap_or(path).display().to_string();
            ways.push(way("paper-carry-window", folder));
            let command = copy_out_command(path, self.exchange.keys);
            ways.push(way("paper-carry-shell", command));
        }
        ways.push(way("paper-how-removed", remove_command(path)));
        Paper {
            title: messages.filled("paper-written", "name", &written.name),
            about,
            actions: vec![(messages.text("paper-remove"), PageAction::Remove)],
            ways,
            text: String::new(),
        }
    }

    /// Returns the page about bringing a file from a USB key.
    pub(super) fn bring_paper(&self) -> Paper {
        let messages = self.messages();
        let folder = &self.exchange.folder;
        let way = |id: &str, text: String| Way {
            about: messages.text(id),
            text,
        };
        let from_key = copy_in_command(folder, self.exchange.keys);
        let ways = if self.exchange.is_remote {
            let shown = folder.display().to_string();
            vec![way("lists-bring-remote", shown)]
        } else {
            vec![
                way("lists-bring-window", folder.display().to_string()),
                way("lists-bring-shell", from_key),
            ]
        };
        Paper {
            title: messages.text("lists-bring"),
            about: vec![messages.text("lists-bring-then")],
            ways,
            ..Paper::default()
        }
    }
}
