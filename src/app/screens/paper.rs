//! Pages of text that can be written to a file, and the results.

use super::editor::Purpose;
use super::page::Page;
use crate::app::action::{DiskEffect, Effect};
use crate::app::keymap::Command;
use crate::app::notice::Notice;
use crate::app::state::App;
use crate::app::subject::PageKind;
use crate::app::subject::papers::WrittenFile;
use crate::app::troubles::unanswered;
use crate::app::view::listing::Reader;
use crate::bookmarks::Trouble;
use crate::document::PageAction;
use crate::document::pages::paper::Paper;
use crate::i18n::typography::is_obeyed;

/// Greatest length of a file's name, in letters.
const LONGEST_NAME: usize = 60;

impl App {
    /// Opens a page of text; Enter executes the first of its actions.
    pub(super) fn open_paper(&mut self, kind: PageKind) {
        self.open_page(kind);
        let offers = !self.shown_document().links.is_empty();
        *self.reader_mut() = Reader {
            link: offers.then_some(0),
            ..Reader::default()
        };
    }

    /// Returns the page of text of this kind; `None` for another kind.
    pub(in crate::app) fn paper(&self, kind: &PageKind) -> Option<Paper> {
        match kind {
            PageKind::Handout(handed) => Some(self.handout_paper(handed)),
            PageKind::Corrections(sent) => self.corrections_paper(sent),
            PageKind::Give(name) => Some(self.give_paper(name)),
            PageKind::Take(found) => Some(self.take_paper(found)),
            PageKind::TakePack(found) => Some(self.pack_paper(found)),
            PageKind::Refused(refused) => Some(self.refused_paper(refused)),
            PageKind::Bring => Some(self.bring_paper()),
            PageKind::Written(written) => Some(self.written_paper(written)),
            _ => None,
        }
    }

    /// Returns the text of an open page that is written for others, as `y` copies it.
    pub fn page_text(&self) -> Option<String> {
        let text = match self.page()? {
            PageKind::Handout(handed) => self.handout_text(handed),
            PageKind::Corrections(sent) => self.corrections_paper(sent)?.text,
            _ => return None,
        };
        let is_sent = |one: &char| *one == '\n' || !is_obeyed(*one);
        Some(text.trim_end().chars().filter(is_sent).collect())
    }

    /// Executes an action on the text of a page.
    pub(in crate::app) fn run_page_action(&mut self, action: PageAction) -> Vec<Effect> {
        let Some(page) = self.page().cloned() else {
            return Vec::new();
        };
        match (action, page) {
            (PageAction::Write, page) => self.write_paper(&page),
            (PageAction::Rename, mut page) => {
                let name = file_name_mut(&mut page).cloned().unwrap_or_default();
                self.open_editor(Purpose::FileName, &name);
                Vec::new()
            }
            (PageAction::Remove, PageKind::Written(written)) => {
                vec![DiskEffect::RemoveFile(written.name).into()]
            }
            (
                PageAction::Code(index),
                PageKind::Corrections(sent) | PageKind::CorrectionsCode(sent, _),
            ) => {
                self.open_corrections_code(*sent, index);
                Vec::new()
            }
            (PageAction::Take, PageKind::Take(found)) => self.merge_found(*found),
            (PageAction::Take, PageKind::TakePack(found)) => {
                vec![DiskEffect::TakePack(found).into()]
            }
            (PageAction::Remove | PageAction::Take | PageAction::Code(_), _) => Vec::new(),
        }
    }

    fn write_paper(&mut self, page: &PageKind) -> Vec<Effect> {
        if self.writing.is_some() {
            // A second request does not write twice.
            self.announce(unanswered());
            return Vec::new();
        }
        let file = match page {
            PageKind::Handout(handed) => Some(self.handout_file(handed)),
            PageKind::Corrections(sent) => self.corrections_file(sent),
            PageKind::Give(name) => Some(self.give_file(name)),
            _ => None,
        };
        let file = file.map(|(name, text)| DiskEffect::WriteFile { name, text });
        self.writing = file.is_some().then(|| page.clone());
        file.into_iter().map(Effect::from).collect()
    }

    /// Handles a command on a page of text; returns `None` for commands with the same effect
    /// everywhere.
    pub(super) fn obey_on_paper(&mut self, command: Command) -> Option<Vec<Effect>> {
        match (command, self.page()?) {
            (Command::OwnRemove, PageKind::Written(_)) => {
                Some(self.run_page_action(PageAction::Remove))
            }
            (Command::ShowCode, PageKind::Corrections(_)) => {
                Some(self.run_page_action(PageAction::Code(0)))
            }
            _ => None,
        }
    }

    /// Returns true if the text field has a name that no file can get. A notice says why.
    pub(super) fn refuses_file_name(&mut self) -> bool {
        let editor = self.editor();
        let Some(editor) = editor.filter(|editor| editor.purpose == Purpose::FileName) else {
            return false;
        };
        let Some(sign) = editor.field.text().chars().find(|one| !is_of_name(*one)) else {
            return false;
        };
        let folder = self.exchange.folder.display().to_string();
        let facts = vec![("sign", sign.to_string()), ("folder", folder)];
        let id = if matches!(sign, '/' | '\\') {
            "notice-file-folder"
        } else {
            "notice-file-sign"
        };
        self.announce(Notice::with(id, facts).warning());
        true
    }

    /// Takes over a new name for the file of the page below the text field.
    pub(super) fn take_file_name(&mut self, text: &str) {
        let Some(page) = self.top_mut::<Page>() else {
            return;
        };
        if let Some(name) = file_name_mut(page.kind_mut()) {
            *name = renamed(name, text);
        }
        // The next step is to write the file.
        self.reader_mut().link = Some(0);
    }

    /// Shows the path of a written file in place of its page; in a notice if another page was
    /// opened meanwhile.
    pub(in crate::app) fn learn_written(&mut self, written: Result<WrittenFile, Trouble>) {
        let page = self.writing.take();
        match written {
            Ok(written) => {
                if let Some(PageKind::Handout(handed)) = &page {
                    self.picked.retain(|id| !handed.ids.contains(id));
                }
                if page.is_some() && self.page() == page.as_ref() {
                    self.overlays.pop();
                    self.open_page(PageKind::Written(Box::new(written)));
                } else {
                    let path = vec![("path", written.path)];
                    self.announce(Notice::with("notice-file-written", path));
                }
            }
            Err(trouble) => self.say_not_written(trouble),
        }
    }

    /// Reports that a file was removed, or the reason for a failure.
    pub(in crate::app) fn learn_removed(&mut self, removed: Result<String, Trouble>) {
        match removed {
            Ok(name) => {
                let is_it =
                    matches!(self.page(), Some(PageKind::Written(written)) if written.name == name);
                if is_it {
                    self.overlays.pop();
                }
                self.announce(Notice::with("notice-file-removed", vec![("name", name)]));
            }
            Err(trouble) => {
                let reason = self.messages().text(trouble.message_id());
                let notice = Notice::with("notice-file-not-removed", vec![("reason", reason)]);
                self.announce(notice.warning());
            }
        }
    }

    fn say_not_written(&mut self, trouble: Trouble) {
        let reason = self.messages().text(trouble.message_id());
        let notice = Notice::with("notice-file-not-written", vec![("reason", reason)]);
        self.announce(notice.warning());
    }
}

/// Returns the name of a page's file; `None` for a page that is not written.
fn file_name_mut(kind: &mut PageKind) -> Option<&mut String> {
    match kind {
        PageKind::Handout(handed) => Some(&mut handed.name),
        PageKind::Corrections(sent) => Some(&mut sent.name),
        PageKind::Give(name) => Some(name),
        _ => None,
    }
}

/// Returns the name in a text, with the extension of the present one; the present one if the text
/// has none. A name has letters, digits, spaces and `-_.`, and begins with a letter or a digit.
fn renamed(present: &str, text: &str) -> String {
    let (_, ending) = present.rsplit_once('.').unwrap_or((present, "txt"));
    let allowed = text.chars().filter(|one| is_of_name(*one));
    let name: String = allowed.take(LONGEST_NAME).collect();
    let name = name.trim_start_matches([' ', '-', '_', '.']).trim_end();
    let stem = name.strip_suffix(&format!(".{ending}")).unwrap_or(name);
    if stem.is_empty() {
        present.to_owned()
    } else {
        format!("{stem}.{ending}")
    }
}

/// Returns true for a character that a file's name may have.
fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || " -_.".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_in_its_folder_and_keeps_its_ending() {
        let names = |text: &str| renamed("card.html", text);
        assert_eq!(names("for the desk"), "for the desk.html");
        assert_eq!(names("désk.html"), "désk.html");
        assert_eq!(names("../../.bashrc"), "bashrc.html");
        assert_eq!(names("/etc/passwd"), "etcpasswd.html");
        assert_eq!(names("a\u{202e}b\n"), "ab.html");
        assert_eq!(names(" . "), "card.html");
        assert!(names(&"x".repeat(500)).len() < 80);
    }
}
