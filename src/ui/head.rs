//! The first two lines of every screen:
//!
//! ```text
//! [1 Reporting]2 Victim Services│3 Restorative Justice│4 Directory│5 Bookmarks
//!  Immediate danger: 911                                     Nova Scotia · English
//! ────────────────────────────────────────────────────────────────────────────────
//! ```

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::canvas::Canvas;
use crate::app::TabId;
use crate::app::layout::{Area, Layout};
use crate::app::state::App;
use crate::document::Role;
use crate::places::Places;

/// Draws the tab line, the danger line and the rule.
pub fn render(app: &App, canvas: &mut Canvas<'_>, layout: &Layout) {
    tabs(app, canvas, layout.tabs);
    danger(app, canvas, layout.danger);
    if let Some(rule) = layout.rule {
        let line = canvas.theme.glyphs.rule.repeat(usize::from(rule.width));
        canvas.print(rule, 0, 0, &line, Style::new());
    }
}

/// The tabs with their whole names where these fit, else with some short, else with all short, else with the open tab's
/// name alone.
fn tabs(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let messages = app.messages();
    if app.preferences().reader {
        // As the keys are, from 0.
        let arguments = [
            ("place", app.tab().digit().into()),
            ("count", (TabId::ALL.len() - 1).into()),
            ("name", messages.text(&app.tab().message_id()).into()),
        ];
        let text = messages.format("reader-tab", &arguments);
        canvas.print(area, 1, 0, &text, canvas.theme.style(Role::Heading));
        return;
    }
    let numbered = |place: usize, name: String| format!("{place} {name}");
    let whole = |(place, tab): (usize, &TabId)| numbered(place, messages.text(&tab.message_id()));
    let short =
        |(place, tab): (usize, &TabId)| numbered(place, messages.text(&tab.short_message_id()));
    let few = |(place, tab): (usize, &TabId)| {
        if *tab == TabId::VictimServices {
            short((place, tab))
        } else {
            whole((place, tab))
        }
    };
    let number = |(place, tab): (usize, &TabId)| {
        if *tab == app.tab() {
            whole((place, tab))
        } else {
            place.to_string()
        }
    };
    let tabs = || TabId::ALL.iter().enumerate();
    let choices: [Vec<String>; 4] = [
        tabs().map(whole).collect(),
        tabs().map(few).collect(),
        tabs().map(short).collect(),
        tabs().map(number).collect(),
    ];
    let width = |labels: &[String]| labels.iter().map(|label| label.width() + 1).sum::<usize>() + 1;
    let fitting = choices
        .iter()
        .find(|labels| width(labels) <= usize::from(area.width));
    let labels = fitting.unwrap_or(&choices[3]);
    let open = TabId::ALL
        .iter()
        .position(|tab| *tab == app.tab())
        .unwrap_or(0);
    let mut column = 0;
    for (place, label) in labels.iter().enumerate() {
        let separator = match place {
            _ if place == open => "[",
            _ if place == open + 1 => "]",
            0 => " ",
            _ => canvas.theme.glyphs.divider,
        };
        column = canvas.print(area, column, 0, separator, Style::new());
        let style = if place == open {
            canvas.theme.open_tab()
        } else {
            Style::new()
        };
        column = canvas.print(area, column, 0, label, style);
    }
    if open + 1 == labels.len() {
        canvas.print(area, column, 0, "]", Style::new());
    }
}

/// The danger line, and where she works as far as there is room: the language gives way first, then the
/// region's name to its letters, then the town.
fn danger(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let messages = app.messages();
    let style = canvas.theme.style(Role::Danger);
    // The number is never cut.
    let whole = Some(app.danger()).filter(|text| text.width() < usize::from(area.width));
    let danger = whole.unwrap_or_else(|| app.danger_short());
    let left = canvas.print(area, 1, 0, &danger, style);
    let region = messages.text(&app.region().message_id());
    let language = messages.text("language-own-name");
    // A dot between two words is read aloud as one.
    let dot = if app.preferences().reader {
        ","
    } else {
        canvas.theme.glyphs.dot
    };
    let gap = if app.preferences().reader { "" } else { " " };
    let code = app.region().code();
    let worker = app
        .worker()
        .map(|worker| format!("{worker}{gap}{dot} "))
        .unwrap_or_default();
    let place = app.place().map(|place| Places::embedded().place(place));
    let town = place.map(|place| format!("{gap}{dot} {}", place.name.get(app.language())));
    let town = town.unwrap_or_default();
    let choices = [
        format!("{worker}{region}{town}{gap}{dot} {language}"),
        format!("{worker}{region}{town}"),
        format!("{worker}{code}{town}"),
        format!("{worker}{region}"),
        format!("{worker}{code}"),
        code.to_owned(),
    ];
    for text in choices {
        let wide = u16::try_from(text.width()).unwrap_or(u16::MAX);
        if left
            .saturating_add(2)
            .saturating_add(wide)
            .saturating_add(1)
            <= area.width
        {
            canvas.print(area, area.width - wide - 1, 0, &text, Style::new());
            return;
        }
    }
}
