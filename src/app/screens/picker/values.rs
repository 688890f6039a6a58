//! Values of the choices: their order, their texts, and their effects.

use crate::app::action::{DiskEffect, Effect};
use crate::app::keymap::Command;
use crate::app::screens::TabId;
use crate::app::screens::own_form::OwnForm;
use crate::app::screens::regions::Called;
use crate::app::screens::settings::IDLE_CHOICES;
use crate::app::state::{App, Shown};
use crate::app::view::choice::{CallResult, Choice, ChoiceValue};
use crate::app::view::filter::FilterRow;
use crate::bookmarks::{Tried, Wrong};
use crate::directory::{Category, Region};
use crate::settings::{Setting, ThemeName, UncoverKey};

impl CallResult {
    /// Returns the id of the message of its name.
    const fn message_id(self) -> &'static str {
        match self {
            Self::Reached => "called-reached",
            Self::Tried(tried) => tried.message_id(),
            Self::Wrong(wrong) => wrong.message_id(),
            Self::Nothing => "called-nothing",
        }
    }
}

impl App {
    /// Returns the values of a choice, in the order of its list. Those of a filter begin with "any".
    pub(in crate::app) fn options(&self, choice: &Choice) -> Vec<ChoiceValue> {
        match choice {
            Choice::Region => Region::ALL.map(ChoiceValue::Region).into(),
            Choice::Theme => ThemeName::ALL.map(ChoiceValue::Theme).into(),
            Choice::Idle => IDLE_CHOICES.map(ChoiceValue::Idle).into(),
            Choice::FirstTab => {
                let tabs = TabId::ALL.iter();
                tabs.map(|tab| ChoiceValue::FirstTab(tab.digit())).collect()
            }
            Choice::Uncover => UncoverKey::ALL.map(ChoiceValue::Uncover).into(),
            Choice::Category => self.options_of_filter(FilterRow::Category),
            Choice::FilterRegion => self.options_of_filter(FilterRow::Region),
            Choice::Language => self.options_of_filter(FilterRow::Language),
            Choice::Audience => self.options_of_filter(FilterRow::Audience),
            Choice::Label => {
                let labels = self.list.labels().into_iter().map(Some);
                let labels = std::iter::once(None).chain(labels);
                labels.map(ChoiceValue::Label).collect()
            }
            Choice::Mark(id, line) => {
                let results = self.call_results(id).into_iter();
                results
                    .map(|result| ChoiceValue::Mark(id.clone(), *line, result))
                    .collect()
            }
            Choice::DeadLine(id) => self.lines_called(id),
            Choice::OwnCategory => Category::ALL.map(ChoiceValue::OwnCategory).into(),
            Choice::OwnRegion => Region::ALL.map(ChoiceValue::OwnRegion).into(),
            Choice::Conflicts(_) => vec![ChoiceValue::MergeConflicts, ChoiceValue::LeaveConflicts],
        }
    }

    /// Returns the value at an index of the list of a choice.
    pub(in crate::app::screens) fn option(
        &self,
        choice: &Choice,
        index: usize,
    ) -> Option<ChoiceValue> {
        self.options(choice).into_iter().nth(index)
    }

    fn options_of_filter(&self, row: FilterRow) -> Vec<ChoiceValue> {
        let values = self.filter_values(row).into_iter();
        values
            .map(|value| ChoiceValue::Filter(row, value))
            .collect()
    }

    /// Returns the results of a call to a contact; "nothing" is one if the contact has a mark.
    fn call_results(&self, id: &str) -> Vec<CallResult> {
        let marked = self.list.marked(id).map(|_| CallResult::Nothing);
        std::iter::once(CallResult::Reached)
            .chain(Tried::ALL.into_iter().map(CallResult::Tried))
            .chain(Wrong::ALL.into_iter().map(CallResult::Wrong))
            .chain(marked)
            .collect()
    }

    /// Returns the numbers of a called contact.
    fn lines_called(&self, id: &str) -> Vec<ChoiceValue> {
        let phones = self.contact(id).map_or(&[][..], |contact| &contact.phones);
        let lines = phones.iter().enumerate().map(|(line, phone)| {
            let number = phone.dialled();
            ChoiceValue::DeadLine {
                id: id.to_owned(),
                line,
                is_dead: self.is_found_dead(&number),
                number,
            }
        });
        lines.collect()
    }

    /// Returns the value in force of a choice; `None` for a choice without one. Of idle minutes set
    /// by another program, it is the nearest lower choice.
    pub(in crate::app) fn value_in_force(&self, choice: &Choice) -> Option<ChoiceValue> {
        let preferences = &self.preferences;
        match choice {
            Choice::Region => Some(ChoiceValue::Region(preferences.region)),
            Choice::Theme => Some(ChoiceValue::Theme(preferences.theme)),
            Choice::Idle => {
                let mut lower = IDLE_CHOICES.into_iter().rev();
                let minutes = lower.find(|minutes| *minutes <= preferences.idle_minutes);
                minutes.map(ChoiceValue::Idle)
            }
            Choice::FirstTab => {
                let tab = TabId::of_digit(preferences.first_tab);
                Some(ChoiceValue::FirstTab(tab.digit()))
            }
            Choice::Uncover => Some(ChoiceValue::Uncover(preferences.uncover)),
            Choice::Category | Choice::FilterRegion | Choice::Language | Choice::Audience => {
                let row = FilterRow::set_by(choice)?;
                Some(ChoiceValue::Filter(row, self.filter_value(row)))
            }
            Choice::DeadLine(id) => {
                let marked = &self.list.marked(id)?.number;
                let mut lines = self.lines_called(id).into_iter();
                lines.find(
                    |line| matches!(line, ChoiceValue::DeadLine { number, .. } if number == marked),
                )
            }
            Choice::OwnCategory => {
                let category = self.top::<OwnForm>()?.category;
                category.map(ChoiceValue::OwnCategory)
            }
            Choice::OwnRegion => {
                let form = self.top::<OwnForm>()?;
                Some(ChoiceValue::OwnRegion(form.region))
            }
            Choice::Label | Choice::Mark(..) | Choice::Conflicts(_) => None,
        }
    }

    /// Returns the index of a value in the list of its choice.
    pub(in crate::app) fn index_of(&self, choice: &Choice, value: &ChoiceValue) -> Option<usize> {
        self.options(choice).iter().position(|one| one == value)
    }

    /// Takes over a value chosen from a list. In a form on the screen, the next row follows: Enter
    /// would ask the same again.
    pub(in crate::app) fn choose(&mut self, value: ChoiceValue) -> Vec<Effect> {
        match value {
            ChoiceValue::Region(region) => self.choose_region(Some(Called::Region(region))),
            ChoiceValue::Theme(theme) => self.choose_setting(Setting::Theme, |to| to.theme = theme),
            ChoiceValue::Idle(minutes) => {
                self.choose_setting(Setting::Idle, |to| to.idle_minutes = minutes)
            }
            ChoiceValue::FirstTab(digit) => {
                self.choose_setting(Setting::FirstTab, |to| to.first_tab = digit)
            }
            ChoiceValue::Uncover(key) => {
                self.choose_setting(Setting::Uncover, |to| to.uncover = key)
            }
            ChoiceValue::Mark(id, line, result) => self.choose_mark(&id, line, result),
            ChoiceValue::DeadLine { id, line, .. } => self.mark_dead(&id, line),
            ChoiceValue::MergeConflicts => vec![DiskEffect::MergeConflicts.into()],
            ChoiceValue::LeaveConflicts => Vec::new(),
            ChoiceValue::Label(label) => {
                self.choose_label(label);
                Vec::new()
            }
            ChoiceValue::Filter(row, value) => {
                self.choose_filter(row, value);
                Vec::new()
            }
            ChoiceValue::OwnCategory(_) | ChoiceValue::OwnRegion(_) => {
                self.fill_in(&value);
                if self.shown == Shown::OnScreen {
                    self.walk_form(Command::Down);
                }
                Vec::new()
            }
        }
    }

    /// Returns the texts of a list of choices, in order.
    pub fn choices(&self, choice: &Choice) -> Vec<String> {
        let values = self.options(choice);
        values.iter().map(|value| self.choice_text(value)).collect()
    }

    fn choice_text(&self, value: &ChoiceValue) -> String {
        let messages = self.messages();
        match value {
            ChoiceValue::Region(region) | ChoiceValue::OwnRegion(region) => {
                messages.text(&region.message_id())
            }
            ChoiceValue::Theme(theme) => messages.text(theme.message_id()),
            ChoiceValue::Idle(minutes) => self.idle_words(*minutes),
            ChoiceValue::FirstTab(digit) => messages.text(&TabId::of_digit(*digit).message_id()),
            ChoiceValue::Uncover(key) => messages.text(key.message_id()),
            ChoiceValue::Filter(_, value) => value.words(messages),
            ChoiceValue::Label(None) => messages.text("filter-label-any"),
            ChoiceValue::Label(Some(label)) => label.clone(),
            ChoiceValue::Mark(_, _, result) => messages.text(result.message_id()),
            ChoiceValue::DeadLine {
                number, is_dead, ..
            } => {
                let number = self.shown_number(number);
                if *is_dead {
                    messages.format("called-dead", &[("number", number.into())])
                } else {
                    number
                }
            }
            ChoiceValue::OwnCategory(category) => messages.text(&category.message_id()),
            ChoiceValue::MergeConflicts => messages.text("conflicts-merge"),
            ChoiceValue::LeaveConflicts => messages.text("conflicts-later"),
        }
    }
}
