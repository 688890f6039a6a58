//! First screen of the first run: language and region.

use std::any::Any;

use super::{Called, Regions};
use crate::app::action::Effect;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::ListRow;
use crate::app::notice::Notice;
use crate::app::screen::{Handler, Input, Screen, line};
use crate::app::state::App;
use crate::app::view::choice::Choice;
use crate::app::view::layout::{Area, ROOMY};
use crate::app::view::listing::Listing;
use crate::app::view::{Body, Foot, Layer};
use crate::directory::Region;
use crate::document::{Composer, Role};
use crate::i18n::{Language, Messages};
use crate::settings::Setting;

/// Regions to choose from, below both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Welcome(pub(super) Regions);

impl Welcome {
    /// Creates the first screen, with a region selected.
    pub(in crate::app) fn at(region: Region) -> Self {
        let index = Region::ALL.into_iter().position(|one| one == region);
        Self(Regions::new(Choice::Region, index.unwrap_or(0)))
    }
}

impl Screen for Welcome {
    fn context(&self) -> Context {
        Context::Welcome
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn body<'a>(&'a self, app: &'a App, area: Area) -> Body<'a> {
        self.0.body(app, area)
    }

    fn layer(&self) -> Layer {
        Layer::Welcome
    }

    fn head(&self, app: &App, _width: u16, composer: &mut Composer) {
        let messages = app.messages();
        if app.size.height >= ROOMY {
            for id in ["welcome-title", "welcome-nothing-kept", "welcome-keys"] {
                line(composer, messages.text(id), Role::Text);
            }
            composer.blank();
        } else {
            // A low screen needs its rows for the regions.
            for id in ["welcome-short", "welcome-keys-short"] {
                line(composer, messages.text(id), Role::Text);
            }
        }
        line(composer, language_choice(app.language()), Role::Text);
        line(composer, messages.text("welcome-region"), Role::Heading);
        self.0.head_typed(app, composer);
    }

    fn foot(&self, app: &App, layout: &crate::app::view::layout::Layout) -> Option<Foot> {
        self.0.foot(app, layout)
    }

    fn length(&self, app: &App) -> usize {
        self.0.length(app)
    }

    fn listing(&self) -> Option<&Listing> {
        self.0.listing()
    }

    fn listing_mut(&mut self) -> Option<&mut Listing> {
        self.0.listing_mut()
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        self.0.rows(app, width)
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) if !app.typed_leads_nowhere() => {
            let Welcome(regions) = app.take_top()?;
            app.set_whereabouts(regions.called());
            Some(vec![app.save_setting(Setting::Region)])
        }
        Input::Command(Command::Back) if app.seeks_region() => {
            app.replace_letters("");
            Some(Vec::new())
        }
        Input::Command(Command::Back) => {
            // The question is repeated at the next start.
            app.take_off::<Welcome>();
            app.set_whereabouts(Some(Called::Region(Region::Ca)));
            Some(Vec::new())
        }
        Input::Letters(digit) if !app.seeks_region() && digit.parse::<u8>().is_ok() => {
            app.announce(Notice::new("notice-first-run"));
            Some(Vec::new())
        }
        _ => super::handle(app, input),
    }
}

/// Returns both languages, each by its own name, the chosen one marked.
fn language_choice(chosen: Language) -> String {
    let name = |language: Language| {
        let name = Messages::of(language).text("language-own-name");
        if language == chosen {
            format!(">{name}<")
        } else {
            format!(" {name} ")
        }
    };
    format!("{} {}", name(Language::En), name(Language::Fr))
}

impl App {
    /// Returns true if the first screen of the first run has the focus.
    pub fn is_first_run(&self) -> bool {
        self.top::<Welcome>().is_some()
    }

    /// Returns true if the worker's place is not set yet, whatever overlay is over the question.
    pub(in crate::app) fn is_new(&self) -> bool {
        self.overlays.iter().any(|screen| {
            let screen: &dyn Any = &**screen;
            screen.is::<Welcome>()
        })
    }

    /// Defers the questions of the first run.
    pub(in crate::app) fn skip_first_run(&mut self) {
        self.take_off::<Welcome>();
    }
}
