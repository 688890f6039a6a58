//! Step by step: at most five questions, then numbers to call and topics to read.

use unicode_width::UnicodeWidthStr;

use super::TabId;
use super::now::kind_of;
use super::rows::call_row::{self, CallRow};
use crate::app::action::Effect;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::{ItemText, ListRow, RowLook, SPOKEN, push_words, words_width};
use crate::app::notice::Notice;
use crate::app::screen::{Handler, Input, Screen, line};
use crate::app::state::App;
use crate::app::subject::{PageKind, Pointed};
use crate::app::view::layout::Layout;
use crate::app::view::listing::Listing;
use crate::app::view::{Foot, Layer};
use crate::directory::{Contact, Region};
use crate::document::{Composer, Role, via};
use crate::guide::TopicId;
use crate::i18n::Text;
use crate::pathways::{Page, Pathways, Step, Walk};
use crate::places::PlaceId;

/// Least width of a contact's name in a wide window.
const NAME: usize = 30;
/// Least width for two spaces after the digit of an answer.
const WIDE: u16 = 48;

/// State of the questions. The answers are in [`Walk`] and nowhere else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    walk: Walk,
    listing: Listing,
    /// Items of the page; updated after a change of `listed_for`.
    items: Vec<StepItem>,
    listed_for: Option<(Walk, Region, Option<PlaceId>, i64)>,
}

/// Item of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum StepItem {
    /// Answer to a question.
    Answer(Text),
    /// Number to call.
    Call(String),
    /// Need, by its index, whose number depends on the town. Enter lists who answers where.
    ByTown(usize),
    /// Topic to read.
    Read(TopicId),
    /// Back to the question.
    Else,
}

impl App {
    /// Updates the items if the questions have the focus and something else than the selection
    /// changed: the answers, the place, the minute.
    pub(in crate::app) fn list_steps(&mut self) {
        let minute = self.now.as_second().div_euclid(60);
        let (region, place) = (self.region(), self.place());
        let Some(steps) = self.steps() else { return };
        let wanted = Some((steps.walk, region, place, minute));
        if steps.listed_for == wanted {
            return;
        }
        let items = self.items_of(steps.walk);
        if let Some(steps) = self.steps_mut() {
            steps.items = items;
            steps.listed_for = wanted;
        }
    }

    fn items_of(&self, walk: Walk) -> Vec<StepItem> {
        let items = self.with_here(|here, pathways| match walk.page(pathways) {
            Page::Question(question, _) => {
                let answers = question.answers.iter();
                answers
                    .map(|answer| StepItem::Answer(answer.text.clone()))
                    .collect()
            }
            Page::Gate(gate, _) => {
                let answers = gate.answers.iter();
                answers
                    .map(|answer| StepItem::Answer(answer.text.clone()))
                    .collect()
            }
            Page::Leaf(leaf, consent) => {
                let calls = here.steps(leaf, consent).into_iter();
                let calls = calls.map(|step| match step {
                    Step::Call(contact) => StepItem::Call(contact.id.clone()),
                    Step::ByTown(need) => StepItem::ByTown(need),
                });
                let topics = leaf.topics(pathways, consent, here.region).into_iter();
                let known = topics.filter(|id| self.content.topic(self.language(), id).is_some());
                let mut items: Vec<StepItem> = calls.collect();
                items.extend(known.map(StepItem::Read));
                items.push(StepItem::Else);
                items
            }
        });
        items.unwrap_or_default()
    }
}

impl Screen for Steps {
    fn context(&self) -> Context {
        Context::Steps
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn layer(&self) -> Layer {
        Layer::Steps(self.walk)
    }

    fn head(&self, app: &App, _width: u16, composer: &mut Composer) {
        let Some(pathways) = Pathways::embedded() else {
            return;
        };
        let (language, region) = (app.language(), app.region());
        let say = |text: &Text| pathways.say(text, region, language);
        match self.walk.page(pathways) {
            Page::Question(question, at) => {
                line(composer, app.question_number(at), Role::Muted);
                line(composer, say(&question.text), Role::Title);
            }
            Page::Gate(gate, at) => {
                line(composer, app.question_number(at), Role::Muted);
                line(composer, say(&gate.text), Role::Title);
                line(composer, say(&gate.why), Role::Text);
            }
            Page::Leaf(leaf, _) => line(composer, say(&leaf.first), Role::Title),
        }
    }

    fn foot(&self, app: &App, layout: &Layout) -> Option<Foot> {
        let pathways = Pathways::embedded()?;
        if matches!(self.walk.page(pathways), Page::Leaf(..)) {
            return app.foot_of_doubt(self.contact(app), layout);
        }
        let number = app.region().emergency().call_words(app.messages());
        let number = [("number", number.into())];
        let texts = [
            app.messages().format("steps-foot", &number),
            app.messages().format("steps-foot-short", &number),
        ];
        app.foot_beside_list(layout, &texts)
    }

    fn can(&self, app: &App, command: Command) -> bool {
        match command {
            Command::Steps => self.walk != Walk::default(),
            Command::Open | Command::Up | Command::Down => true,
            _ => app.can_anywhere(command),
        }
    }

    fn footer_word(&self, _app: &App, command: Command) -> Option<&'static str> {
        (command == Command::Steps).then_some("footer-steps-again")
    }

    fn digits(&self, app: &App) -> usize {
        app.steps_answers()
    }

    fn length(&self, _app: &App) -> usize {
        self.items.len()
    }

    fn listing(&self) -> Option<&Listing> {
        Some(&self.listing)
    }

    fn listing_mut(&mut self) -> Option<&mut Listing> {
        Some(&mut self.listing)
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        let mut rows = Vec::new();
        let mut said = None;
        for (index, item) in self.items.iter().enumerate() {
            let heading = match item {
                StepItem::Answer(_) | StepItem::Else => None,
                StepItem::Call(_) | StepItem::ByTown(_) => Some("steps-call"),
                StepItem::Read(_) => Some("steps-read"),
            };
            if heading != said {
                push_heading(&mut rows, heading.map(|id| app.messages().text(id)));
                said = heading;
            }
            push_words(&mut rows, index, app.steps_item(item, index, width), width);
        }
        rows
    }

    fn contact(&self, _app: &App) -> Option<String> {
        match self.items.get(self.listing.selected) {
            Some(StepItem::Call(id)) => Some(id.clone()),
            _ => None,
        }
    }

    fn target(&self, app: &App) -> Pointed {
        let item = self.items.get(self.listing.selected);
        let words = item.map(|item| {
            let words = app.steps_item(item, self.listing.selected, u16::MAX);
            words.text
        });
        Pointed::Item(words.unwrap_or_default())
    }
}

/// Puts an empty row between the parts of a page, and a heading if the part has one.
fn push_heading(rows: &mut Vec<ListRow>, heading: Option<String>) {
    if !rows.is_empty() {
        rows.push(ListRow::heading(String::new()));
    }
    rows.extend(heading.map(ListRow::heading));
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) => app.open_step(),
        Input::Command(Command::Choose(number)) => {
            let index = usize::from(number.saturating_sub(1));
            if app.steps_answers() == 0 && usize::from(number) < TabId::ALL.len() {
                // No row shows a digit: a hurried second press must not lose the numbers.
                let number = vec![("number", number.to_string())];
                app.announce(Notice::with("steps-no-digit", number));
            } else if index < app.steps_answers() {
                app.select(index);
                app.open_step();
            }
        }
        Input::Command(Command::Back) => app.step_back(),
        _ => return None,
    }
    Some(Vec::new())
}

impl App {
    /// Starts or restarts the questions.
    pub(in crate::app) fn begin_steps(&mut self) {
        self.take_top::<Steps>();
        self.lay_over(Steps::default());
    }

    fn steps(&self) -> Option<&Steps> {
        self.top::<Steps>()
    }

    fn steps_mut(&mut self) -> Option<&mut Steps> {
        self.top_mut::<Steps>()
    }

    /// Returns the number of answers to the present question; 0 if there is none.
    fn steps_answers(&self) -> usize {
        let page = self.steps().zip(Pathways::embedded());
        page.map_or(0, |(steps, pathways)| steps.walk.page(pathways).answers())
    }

    /// Returns the name of a contact of a last page, with the other service that answers its number; for
    /// a number of one community, its remark.
    fn step_title(&self, contact: &Contact) -> String {
        self.emergency_elsewhere(contact).unwrap_or_else(|| {
            let line = self.line_now(contact).map(|(phone, _)| phone);
            via::title(contact, line, self.messages())
        })
    }

    /// Returns the width of the widest name of a last page: nothing stands behind the state.
    fn steps_name_width(&self) -> usize {
        let items = self
            .steps()
            .map_or(&[] as &[StepItem], |steps| &steps.items);
        let names = items.iter().filter_map(|item| match item {
            StepItem::Call(id) => self.contact(id),
            _ => None,
        });
        let widths = names.map(|contact| self.step_title(contact).width());
        widths.max().unwrap_or_default().max(NAME)
    }

    fn steps_item(&self, item: &StepItem, index: usize, width: u16) -> ItemText {
        let language = self.language();
        match item {
            StepItem::Answer(text) => {
                let pathways = Pathways::embedded();
                let region = self.region();
                let text = pathways.map(|pathways| pathways.say(text, region, language));
                let text = text.unwrap_or_default();
                if width > SPOKEN {
                    return text.into();
                }
                let digit = (index + 1).to_string();
                let gap = if width < WIDE { " " } else { "\u{a0} " };
                ItemText {
                    hanging: digit.len() + gap.chars().count(),
                    text: format!("{digit}{gap}{text}"),
                    look: RowLook {
                        roles: vec![(0..digit.len(), Role::Action)],
                        reach: None,
                        mark: None,
                    },
                }
            }
            StepItem::Call(id) => {
                let Some(contact) = self.contact(id) else {
                    return ItemText::default();
                };
                let name = contact.title(language);
                let gloss = contact.gloss(language).filter(|_| width > SPOKEN);
                let title = match gloss {
                    Some(gloss) if self.emergency_elsewhere(contact).is_none() => {
                        format!("{name}, {gloss}")
                    }
                    _ => self.step_title(contact),
                };
                let row = CallRow {
                    title: &title,
                    short: name,
                    title_width: self.steps_name_width(),
                    contact,
                    more: String::new(),
                };
                row.words(self, words_width(width))
            }
            StepItem::ByTown(need) => match kind_of(*need) {
                Some(kind) => {
                    call_row::by_town(self, kind, self.steps_name_width(), words_width(width))
                }
                None => ItemText::default(),
            },
            StepItem::Read(id) => {
                let outline = self.content.guide(language).outline(id.page);
                let title = outline.title_of(&id.topic).unwrap_or_default();
                if id.page.is_regional() {
                    let end = self.messages().text("label-end");
                    return format!("{}{end} {title}", outline.title).into();
                }
                title.to_owned().into()
            }
            StepItem::Else => self.messages().text("steps-else").into(),
        }
    }

    /// Gives the selected answer, or opens the selected item of the last page.
    fn open_step(&mut self) {
        let Some((steps, pathways)) = self.steps().zip(Pathways::embedded()) else {
            return;
        };
        let selected = steps.listing.selected;
        let item = steps.items.get(selected).cloned();
        match item {
            Some(StepItem::Answer(_)) => {
                if let Some(steps) = self.steps_mut() {
                    steps.walk.answer(pathways, selected);
                    steps.listing = Listing::default();
                }
            }
            Some(StepItem::Call(id)) => self.open_page(PageKind::Card(id)),
            Some(StepItem::ByTown(need)) => self.open_by_town(need),
            Some(StepItem::Read(id)) => self.open_topic(&id),
            Some(StepItem::Else) => {
                if let Some(steps) = self.steps_mut() {
                    steps.walk.back_to_question(pathways);
                    steps.listing = Listing::default();
                }
            }
            None => {}
        }
    }

    /// Goes back by one question; from the first one, back to the screen before the questions.
    fn step_back(&mut self) {
        let Some(steps) = self.steps_mut() else {
            return;
        };
        steps.listing = Listing::default();
        if !steps.walk.back() {
            self.back();
        }
    }
}
