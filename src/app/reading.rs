//! Text in the reader, as a document of the reader's width.

use jiff::tz::TimeZone;

use super::keymap::Key;
use super::keymap::help;
use super::notice::Notice;
use super::screens::directory::DirectoryTab;
use super::state::App;
use super::subject::{PageKind, Pointed, Subject};
use super::view::layout::{Area, ROOMY, Size};
use super::view::listing::Reader;
use crate::bookmarks::{Entry, TeamList};
use crate::directory::hours::{Asking, zone};
use crate::directory::{Caller, Channel, Contact};
use crate::document::card::BookmarkFacts;
use crate::document::pages::{glossary, nothing, number, paper, sources, term};
use crate::document::{Composer, Document, Link, Piece, Role, both, card, topic};
use crate::guide::{PageId, Point, Term, TopicId};
use crate::i18n::{Language, Messages};
use crate::pathways::Here;

/// Width for questions whose answer does not depend on it.
const ANY_WIDTH: u16 = 80;

impl App {
    /// Returns the subject of the reader.
    pub fn subject(&self) -> Subject {
        let own = self.screen().subject(self);
        own.or_else(|| self.tab_screen().subject(self))
            .unwrap_or(Subject::Nothing)
    }

    /// Returns the target of a key, identified by its content, whatever its index in a list.
    pub fn target(&self) -> Pointed {
        self.screen().target(self)
    }

    /// Returns true if the key must be ignored because its target has changed since the last frame:
    /// it would act on something that the worker has not seen. A notice reports that, and the new
    /// state is shown.
    pub fn holds_back(&mut self, key: Key) -> bool {
        // Under the cover nothing is a target: the key only uncovers the screen.
        if self.is_covered() || key.leaves() {
            return false;
        }
        self.announce(Notice::new("notice-changed-meanwhile").warning());
        true
    }

    /// Returns the reader's document, laid out for a width; empty if there is none. A text to read has
    /// no empty rows where rows are scarce.
    pub fn document(&self, width: u16) -> Document {
        let subject = self.subject();
        let has_air = self.size.height >= ROOMY || !subject.is_text();
        let document = self.laid_out(subject, width);
        if has_air {
            return document;
        }
        document.without_air()
    }

    fn laid_out(&self, subject: Subject, width: u16) -> Document {
        let messages = self.messages();
        match subject {
            Subject::Topic(id) => self.topic_in(self.language(), &id, width),
            Subject::Page(PageKind::TopicInBoth(id)) => {
                Some(self.in_both(width, &|language, width| {
                    self.topic_in(language, &id, width)
                }))
            }
            Subject::Page(PageKind::CardInBoth(id)) => {
                Some(self.in_both(width, &|language, width| self.card(language, &id, width)))
            }
            Subject::Page(PageKind::Number(text)) => {
                let height = self.reader_area().map_or(u16::MAX, |area| area.height);
                Some(self.number_page(&text, Size { width, height }, number::large))
            }
            Subject::Page(PageKind::Code(text)) => {
                let height = self.layout().map_or(u16::MAX, |layout| layout.body.height);
                Some(self.number_page(&text, Size { width, height }, number::code))
            }
            Subject::Page(PageKind::Glossary) => {
                let page = self.content.guide(self.language()).page(PageId::Glossary);
                Some(glossary::compose(page, messages, width))
            }
            Subject::Page(PageKind::Terms(id)) => {
                let terms = self.terms_of(&id);
                Some(term::compose(&terms, messages, width))
            }
            Subject::Page(PageKind::Help) => {
                let here = self.under_help();
                Some(help::compose(messages, width, self.ascii, Some(&here)))
            }
            Subject::Page(PageKind::Card(id)) => self.card(self.language(), &id, width),
            Subject::Page(PageKind::ContactSources(id)) => self.contact(&id).map(|contact| {
                let here = self.clock_here();
                let today = self.asking(here.as_ref()).today();
                sources::of_contact(contact, today, messages, width)
            }),
            Subject::Page(PageKind::TopicSources(id)) => self
                .content
                .topic(self.language(), &id)
                .and_then(|(page, found)| {
                    self.with_here(|here, _| {
                        let reader = self.topic_reader(self.language(), here);
                        sources::of_topic(page, found, reader, width)
                    })
                }),
            Subject::Questions => self.first_question(width),
            Subject::Need(need) => self.need_ahead(need, width),
            Subject::Page(PageKind::CorrectionsCode(sent, index)) => {
                let height = self.layout().map_or(u16::MAX, |layout| layout.body.height);
                self.corrections_code(&sent, index, Size { width, height })
            }
            Subject::Page(PageKind::TeamList(index)) => self.team_page(index, width),
            Subject::Page(kind) => self.paper(&kind).map(|page| paper::compose(&page, width)),
            Subject::NothingFound => Some(nothing::compose(&self.tried(), messages, width)),
            Subject::Nothing => None,
        }
        .unwrap_or_default()
    }

    /// Returns a topic in a language.
    fn topic_in(&self, language: Language, id: &TopicId, width: u16) -> Option<Document> {
        let (page, found) = self.content.topic(language, id)?;
        let typed = self.town_typed(id);
        self.with_here(|here, _| {
            let reader = self.topic_reader(language, here);
            topic::compose(page, found, reader.near(typed), width)
        })
    }

    /// Returns the options for laying out a topic in a language.
    fn topic_reader<'a>(&self, language: Language, here: Here<'a>) -> topic::Reader<'a> {
        topic::Reader {
            messages: Messages::of(language),
            here,
            ellipsis: self.ellipsis(),
            term_mark: if self.ascii || self.preferences.reader {
                ""
            } else {
                topic::TERM
            },
            linear: self.preferences.reader,
            is_typed: false,
        }
    }

    /// Returns both languages of a document, the screen's first.
    fn in_both(&self, width: u16, make: &dyn Fn(Language, u16) -> Option<Document>) -> Document {
        let own = self.language();
        let linear = self.preferences.reader;
        both::compose([own, own.other()], width, linear, &|language, width| {
            make(language, width).unwrap_or_default()
        })
    }

    /// Returns the document at the reader's width; empty without a reader.
    pub fn shown_document(&self) -> Document {
        match self.reader_area() {
            Some(area) => self.document(area.width),
            None => Document::default(),
        }
    }

    /// Returns the area of the reader on the screen.
    pub fn reader_area(&self) -> Option<Area> {
        self.layout()?.reader
    }

    /// Returns the position in the reader.
    pub fn reader(&self) -> Reader {
        let own = self.screen().reader();
        *own.unwrap_or(&self.pane().reader)
    }

    /// Returns the position in the reader, mutable.
    pub(super) fn reader_mut(&mut self) -> &mut Reader {
        let tab = &mut self.tabs.at_mut(self.tab).pane_mut().reader;
        match self.overlays.last_mut() {
            Some(overlay) => overlay.reader_mut().unwrap_or(tab),
            None => tab,
        }
    }

    /// Returns true if the reader has the focus.
    pub fn reader_has_focus(&self) -> bool {
        self.screen().reads()
    }

    /// Returns the number of the focused link.
    pub fn focused_link_number(&self) -> Option<usize> {
        self.reader().link.filter(|_| self.reader_has_focus())
    }

    /// Returns the focused link.
    pub fn focused_link(&self) -> Option<Link> {
        let link = self.focused_link_number()?;
        // The width determines line breaks, not links.
        let links = || self.document(ANY_WIDTH).links;
        match &self.derived {
            Some(derived) => derived.links.get_or_init(links).get(link).cloned(),
            None => links().get(link).cloned(),
        }
    }

    /// Returns the id of the topic in the reader, or of the one whose sources are shown.
    pub(in crate::app) fn topic_read(&self) -> Option<TopicId> {
        match self.subject() {
            Subject::Topic(id)
            | Subject::Page(PageKind::TopicInBoth(id) | PageKind::TopicSources(id)) => Some(id),
            _ => None,
        }
    }

    /// Returns the terms of the glossary that are marked in a topic, each in English and in French, in the
    /// order of the text.
    pub(in crate::app) fn terms_of(&self, id: &TopicId) -> Vec<[&Term; 2]> {
        let Some((page, topic)) = self.content.topic(self.language(), id) else {
            return Vec::new();
        };
        let named = topic::points(page, topic)
            .into_iter()
            .flat_map(Point::terms);
        let [english, french] = Language::ALL.map(|language| {
            let glossary = self.content.guide(language).page(PageId::Glossary);
            &glossary.terms
        });
        named
            .filter_map(|index| Some([english.get(index)?, french.get(index)?]))
            .collect()
    }

    /// Returns a contact by its id; `None` if the directory has none.
    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.catalogue.directory().get(id)
    }

    /// Returns the words that lead a contact's row, from the directory, else from the worker's list.
    pub fn name_of(&self, id: &str) -> &str {
        let kept = || self.kept(id).and_then(|entry| entry.snapshot.as_ref());
        match self.contact(id) {
            Some(contact) => contact.title(self.language()),
            None => kept().map_or("", |snapshot| snapshot.name.get(self.language())),
        }
    }

    /// Returns the bookmark of a contact, else its entry in a list of the team.
    pub(super) fn kept(&self, id: &str) -> Option<&Entry> {
        let team = self.team.iter().map(TeamList::list);
        std::iter::once(&self.list)
            .chain(team)
            .find_map(|list| list.get(id))
    }

    /// Returns the name or the description beside a contact's title; `None` if it needs none.
    pub fn gloss_of(&self, id: &str) -> Option<&str> {
        self.contact(id)?.beside_title(self.language())
    }

    /// Returns the contact selected in the list of the open tab.
    pub fn listed_contact(&self) -> Option<&str> {
        self.tab_screen().listed_contact()
    }

    /// Returns the contact for a key such as `b`: that of the focused link, of the card, or of the
    /// list.
    pub fn current_contact(&self) -> Option<String> {
        if let Some(Link::Contact { id, .. }) = self.focused_link() {
            return Some(id);
        }
        self.screen().contact(self)
    }

    /// Returns true if the worker found a number, as dialled, out of service.
    pub fn is_found_dead(&self, number: &str) -> bool {
        self.dead.iter().any(|dead| dead == number)
    }

    /// Returns a number on a page of its own, below a warning if the worker found it out of service.
    fn number_page(
        &self,
        text: &str,
        room: Size,
        page: fn(&str, &Messages, Size, bool) -> Document,
    ) -> Document {
        let warning = self.warning_of_number(text, room.width);
        let height = room.height.saturating_sub(rows(&warning));
        let room = Size { height, ..room };
        below(warning, page(text, self.messages(), room, self.ascii))
    }

    /// Returns the warning above a number that the worker found out of service; empty for others.
    fn warning_of_number(&self, number: &str, width: u16) -> Document {
        let mut composer = Composer::new(width);
        if self.is_found_dead(number) {
            let words = self.messages().text("number-reported");
            composer.paragraph(0, vec![Piece::new(words, Role::Warning)]);
        }
        composer.finish()
    }

    /// Returns the time zone of the worker.
    pub(super) fn clock_here(&self) -> Option<TimeZone> {
        zone::of_worker(self.region(), self.town_zone(), &self.zone, self.now)
    }

    /// Returns the caller's region, town, dead numbers and channel.
    pub(super) fn caller(&self) -> Caller<'_> {
        self.asking(None).caller
    }

    /// Returns the time, region and time zone (`here`) for open states.
    pub(super) fn asking<'a>(&'a self, here: Option<&'a TimeZone>) -> Asking<'a> {
        Asking {
            now: self.now,
            here,
            caller: Caller {
                region: self.preferences.region,
                town: self.town_name(),
                dead: &self.dead,
                channel: self.channel(),
            },
        }
    }

    /// Returns the kinds of lines that the person can use, by the text of the search on the screen.
    fn channel(&self) -> Channel {
        let shown = self.tabs.get::<DirectoryTab>(self.tab);
        shown.map_or_else(Channel::default, |directory| directory.hits.channel())
    }

    /// Returns a contact's card; if the contact has left the directory, the card of its bookmark.
    fn card(&self, language: Language, id: &str, width: u16) -> Option<Document> {
        let messages = Messages::of(language);
        let own = self.contact(id).filter(|contact| contact.is_own());
        let kept = BookmarkFacts {
            entry: self.list.get(id),
            marked: self.list.marked(id),
            own: self.is_own(id),
            namesake: own.and_then(|own| self.catalogue.namesake(own)),
            off_team: self.is_off_team(id),
            held: self.catalogue.held_back(id),
        };
        if let Some(contact) = self.contact(id) {
            return Some(card::compose(
                contact,
                kept,
                self.asking(self.clock_here().as_ref()),
                messages,
                width,
            ));
        }
        let closed = self.catalogue.is_closed(id);
        let off_team = self.is_off_team(id);
        self.kept(id)
            .map(|entry| card::of_kept(entry, closed, off_team, messages, width))
    }
}

/// Returns the number of rows of a short document.
fn rows(document: &Document) -> u16 {
    u16::try_from(document.rows.len()).unwrap_or(u16::MAX)
}

/// Puts a page without links below another.
fn below(mut first: Document, page: Document) -> Document {
    first.rows.extend(page.rows);
    first
}
