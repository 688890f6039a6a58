//! Page to hand over, for display and as a file.

use crate::app::state::App;
use crate::app::subject::papers::Handed;
use crate::directory::Contact;
use crate::document::PageAction;
use crate::document::pages::paper::Paper;
use crate::handout::{self, Kind, Options};

impl App {
    /// Returns the contacts that the directory has.
    pub(super) fn contacts_of(&self, ids: &[String]) -> Vec<&Contact> {
        ids.iter().filter_map(|id| self.contact(id)).collect()
    }

    /// Returns a sentence that names the contacts that the directory no longer has: a page has no
    /// facts about them. `None` if it has all of them.
    pub(super) fn missing_from_page(&self, ids: &[String]) -> Option<String> {
        let gone = ids.iter().filter(|id| self.contact(id).is_none());
        let names: Vec<&str> = gone
            .map(|id| Some(self.name_of(id)).filter(|name| !name.is_empty()))
            .map(|name| name.unwrap_or("?"))
            .collect();
        let facts = [
            ("count", names.len().into()),
            ("names", names.join(", ").into()),
        ];
        (!names.is_empty()).then(|| self.messages().format("handout-missing", &facts))
    }

    /// Returns the page of these contacts.
    fn page_of(&self, ids: &[String], options: &Options) -> String {
        handout::page(&self.contacts_of(ids), options, self.caller())
    }

    /// Returns the name and the bytes of the file of a page.
    pub(in crate::app::screens) fn handout_file(&self, handed: &Handed) -> (String, String) {
        let page = self.page_of(&handed.ids, &handed.options);
        (handed.name.clone(), page)
    }

    /// Returns the text of a page, without the marks of its format.
    pub(in crate::app::screens) fn handout_text(&self, handed: &Handed) -> String {
        self.page_of(&handed.ids, &handed.options.as_lines())
    }

    /// Returns the page shown before it is written.
    pub(in crate::app) fn handout_paper(&self, handed: &Handed) -> Paper {
        let messages = self.messages();
        let contacts = self.contacts_of(&handed.ids);
        let kind = messages.text(handed.options.kind.message_id());
        let mut about = Vec::from_iter(self.missing_from_page(&handed.ids));
        about.extend(handout::warnings(
            &contacts,
            self.caller(),
            self.today,
            messages,
        ));
        if matches!(handed.options.kind, Kind::Html | Kind::Wallet) {
            // The text follows.
            about.push(messages.text("handout-printed"));
        }
        let page = self.handout_text(handed);
        Paper {
            title: messages.filled("handout-preview", "kind", &kind),
            about,
            actions: self.writing_actions(&handed.name),
            // No row begins with a colon; a text message has no space that forbids the break.
            text: page.replace(" :", "\u{a0}:"),
            ..Paper::default()
        }
    }

    /// Returns the possible actions before the page is written.
    pub(in crate::app::screens) fn writing_actions(&self, name: &str) -> Vec<(String, PageAction)> {
        let messages = self.messages();
        vec![
            (
                messages.filled("paper-write", "name", name),
                PageAction::Write,
            ),
            (messages.text("paper-rename"), PageAction::Rename),
        ]
    }
}
