//! Help on the typed words, generated from the table of words.

use super::forms::is_word;
use super::words::{self, WORDS, Word, WordArgument, WordEffect};
use super::{Plain, Saves};
use crate::app::keymap::{Command, Section};
use crate::i18n::Messages;

/// Words in every help, besides those for contacts.
const BASIC: &[WordEffect] = &[
    WordEffect::Find,
    WordEffect::Ask(Command::Filters),
    WordEffect::Ask(Command::Back),
    WordEffect::More,
    WordEffect::Again,
    WordEffect::Tabs,
    WordEffect::Help,
    WordEffect::Clear,
    WordEffect::Ask(Command::Quit),
];

/// Returns a word's form and description: `bookmark NUMBER, b`, `bookmark it, or remove the
/// bookmark`.
pub fn entry(word: &Word, messages: &Messages) -> (String, String) {
    let argument = match word.takes {
        WordArgument::Nothing => String::new(),
        WordArgument::Number => format!(" {}", messages.text("plain-argument-number")),
        WordArgument::Words => format!(" {}", messages.text("plain-argument-words")),
    };
    let spoken = word.spoken(messages);
    let keys = spoken
        .iter()
        .skip(1)
        .filter(|text| text.chars().count() == 1 && *text != words::COMMA)
        .fold(String::new(), |keys, key| keys + ", " + key);
    let shown = word.shown(messages);
    (
        format!("{shown}{argument}{keys}"),
        messages.text(&word.help),
    )
}

/// Formats the entry as one sentence.
fn sentence(word: &Word, messages: &Messages) -> String {
    let (typed, does) = entry(word, messages);
    format!("{typed}{} {does}", messages.text("label-end"))
}

/// Returns all words with their descriptions, under headings: for help and the README.
pub fn table(messages: &Messages) -> Vec<(String, Vec<String>)> {
    Section::ALL
        .into_iter()
        .map(|section| {
            let words = WORDS.iter().filter(|word| word.section == section);
            let sentences = words.map(|word| sentence(word, messages)).collect();
            (messages.text(section.message_id()), sentences)
        })
        .collect()
}

impl<S: Saves> Plain<S> {
    /// Prints help: on one word, on all, or on those with an effect here.
    pub(super) fn help(&mut self, about: &str) {
        let messages = self.app.messages();
        if about.is_empty() {
            self.help_here();
        } else if is_word(about, "plain-word-all") {
            let sections = table(messages);
            let mut paragraphs = vec![messages.text("keys-introduction")];
            for (heading, sentences) in sections {
                paragraphs.push(heading + ".");
                paragraphs.extend(sentences);
            }
            paragraphs.push(messages.text("plain-help-cover"));
            self.speak_all(&paragraphs);
        } else if let Some(word) = words::find(about, self.app.language()) {
            self.explain(word);
        } else {
            self.say("plain-unknown", &[("text", about.into())]);
            self.find_sentence(about);
        }
    }

    fn help_here(&mut self) {
        let messages = self.app.messages();
        let mut paragraphs = vec![self.app.danger() + ".", messages.text("plain-help-numbers")];
        let here = WORDS.iter().filter(|word| {
            let basic = BASIC.contains(&word.does) || word.section == Section::Contact;
            basic && word.serves(&self.app)
        });
        paragraphs.extend(here.map(|word| sentence(word, messages)));
        self.speak_all(&paragraphs);
    }

    /// Prints paragraphs, page by page if they exceed the window.
    fn speak_all(&mut self, paragraphs: &[String]) {
        self.rest = paragraphs
            .iter()
            .flat_map(|text| self.lines.broken(text))
            .collect();
        self.show_rest();
    }

    /// Prints the description of one word.
    pub(super) fn explain(&mut self, word: &Word) {
        let text = sentence(word, self.app.messages());
        self.lines.say(&text);
    }
}
