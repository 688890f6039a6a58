//! Preview of the item that Enter opens on the first page, for the pane beside it.

use crate::app::state::App;
use crate::document::Document;
use crate::document::pages::ahead;
use crate::needs::{Gravity, Needs};
use crate::pathways::{MOST_QUESTIONS, Page, Pathways, Walk};

impl App {
    /// Returns the first question.
    pub(in crate::app) fn first_question(&self, width: u16) -> Option<Document> {
        let pathways = Pathways::embedded()?;
        let Page::Question(first, number) = Walk::default().page(pathways) else {
            return None;
        };
        let say = |text| pathways.say(text, self.region(), self.language());
        let question = ahead::Question {
            number: self.question_number(number),
            text: say(&first.text),
            answers: first.answers.iter().map(|one| say(&one.text)).collect(),
        };
        Some(ahead::question(&question, self.messages(), width))
    }

    /// Returns the number of the question, in words.
    pub(in crate::app::screens) fn question_number(&self, number: usize) -> String {
        let facts = [("number", number.into()), ("most", MOST_QUESTIONS.into())];
        self.messages().format("steps-question", &facts)
    }

    /// Returns the first step of a need, and the numbers to call at the worker's place.
    pub(in crate::app) fn need_ahead(&self, index: usize, width: u16) -> Option<Document> {
        let needs = Needs::shared()?;
        let need = needs.at(index)?;
        let called = self.with_here(|here, _| {
            let serving = here.serving(index).into_iter();
            let numbers = serving.filter_map(|contact| {
                let (phone, _) = self.line_now(contact)?;
                let name = contact.title(self.language());
                let name = if self.is_reported(contact) {
                    format!("! {name}")
                } else {
                    name.to_owned()
                };
                Some((name, phone.dialled()))
            });
            numbers.collect()
        });
        let need = ahead::Need {
            name: need.name.get(self.language()).to_owned(),
            first_step: needs.first_step(need, self.region(), self.language()),
            is_danger: need.gravity == Gravity::Life,
            calls: called.unwrap_or_default(),
        };
        Some(ahead::need(&need, width))
    }
}
