//! Checks of the guide's rules: the same topics, points and links in both languages, and a target
//! for every link.
//!
//! All problems are collected; a page that cannot be read is one problem, and the others are still
//! checked.

mod calls;
mod fault;
mod french;
mod labels;
mod links;
mod pair;
mod source;
mod subjects;
mod words;

use crate::directory::{Directory, Region};
use crate::i18n::Language;

use super::{Page, PageId, Topic, parse};

pub use fault::Fault;
pub use source::{GuideFile, embedded_files, files_in};

/// Problem with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem<F = Fault> {
    /// Name of the file.
    pub file: String,
    /// First line of the item, counted from 1.
    pub line: usize,
    /// Id of the topic or the need; empty for the file itself.
    pub record: String,
    /// Part of the record (`points[2]`); empty for the record itself.
    pub field: String,
    /// The fault.
    pub fault: F,
}

/// Result of a check of the guide.
#[derive(Debug, Default)]
pub struct Report {
    /// Topics of the pages that are not regional, in one language.
    pub topics: usize,
    /// Topics of the regional pages, in one language.
    pub regional: usize,
    /// Terms of the glossary, in one language.
    pub terms: usize,
    /// Regions whose row says that they have no compensation program.
    pub without_program: Vec<Region>,
    /// All problems.
    pub problems: Vec<Problem>,
}

/// Checks the guide in both languages, and its links against the directory.
pub fn files(files: &[GuideFile], directory: &Directory) -> Report {
    let mut checker = Checker::default();
    let pages: Vec<Read<'_>> = files.iter().filter_map(|file| checker.read(file)).collect();
    checker.counts(&pages);
    for id in PageId::ALL {
        let page = |language| {
            pages
                .iter()
                .find(|read| read.page.id == id && read.file.language == language)
        };
        if let (Some(english), Some(french)) = (page(Language::En), page(Language::Fr)) {
            pair::compare(english, french, &mut checker);
        }
    }
    subjects::check(&pages, &mut checker);
    for read in &pages {
        words::check(read, &mut checker);
        french::check(read, &mut checker);
        links::check(read, &pages, directory, &mut checker);
        calls::check(read, directory, &mut checker);
    }
    checker.report
}

/// Page with its file.
struct Read<'a> {
    file: &'a GuideFile,
    page: Page,
}

/// A part of a page that a problem refers to.
#[derive(Clone, Copy)]
enum Part<'a> {
    Page,
    Topic(&'a Topic),
    Point(&'a Topic, usize),
    Contacts(&'a Topic),
    Term(usize),
}

#[derive(Default)]
struct Checker {
    report: Report,
}

impl Checker {
    fn read<'a>(&mut self, file: &'a GuideFile) -> Option<Read<'a>> {
        let read = file
            .text
            .as_ref()
            .map_err(|reason| (1, reason.clone()))
            .and_then(|text| {
                parse::page(file.page, text).map_err(|error| (error.line, error.message))
            });
        match read {
            Ok(page) => Some(Read { file, page }),
            Err((line, reason)) => {
                self.report.problems.push(Problem {
                    file: file.name.clone(),
                    line,
                    record: String::new(),
                    field: String::new(),
                    fault: Fault::Unreadable(reason),
                });
                None
            }
        }
    }

    fn counts(&mut self, pages: &[Read<'_>]) {
        let english = pages
            .iter()
            .filter(|read| read.file.language == Language::En);
        for Read { page, .. } in english {
            let topics = page.topics.len();
            if page.id.is_regional() {
                self.report.regional += topics;
            } else {
                self.report.topics += topics;
            }
            self.report.terms += page.terms.len();
        }
    }

    fn add(&mut self, read: &Read<'_>, part: Part<'_>, fault: Fault) {
        let (topic, field) = match part {
            Part::Page => ("", String::new()),
            Part::Topic(topic) => (topic.id.as_str(), String::new()),
            Part::Point(topic, index) => (topic.id.as_str(), format!("points[{index}]")),
            Part::Contacts(topic) => (topic.id.as_str(), "contacts".to_owned()),
            Part::Term(index) => ("", format!("terms[{index}]")),
        };
        self.report.problems.push(Problem {
            file: read.file.name.clone(),
            line: read.file.line_of(part),
            record: topic.to_owned(),
            field,
            fault,
        });
    }
}
