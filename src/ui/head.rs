//! Head of every screen: the number for danger, the worker's location, and the tabs; two rows, or
//! one in a low window.
//!
//! ```text
//!  Immediate danger: call 911                                Halifax, Nova Scotia
//! [0 Now] 1 Reporting  2 Services  3 Restorative  4 Directory  5 Bookmarks
//! ```
//!
//! ```text
//!  Danger 911 · NS   0 1 2 3[4 Directory]5
//! ```

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::canvas::Canvas;
use crate::app::TabId;
use crate::app::state::App;
use crate::app::view::layout::{Area, BESIDE, Layout};
use crate::document::Role;
use crate::places::Places;

/// Draws the head.
pub fn render(app: &App, canvas: &mut Canvas<'_>, layout: &Layout) {
    let row = layout.danger;
    if app.preferences().reader {
        spoken(app, canvas, row);
    } else if let Some(tabs) = layout.tabs {
        danger(app, canvas, row);
        if app.is_first_run() {
            let style = canvas.theme.style(Role::Title);
            canvas.print(tabs, 1, 0, "havre", style);
        } else {
            spread_tabs(app, canvas, tabs);
        }
    } else {
        one_row(app, canvas, row);
    }
}

/// Returns the first of the texts that fits into a width; the last one if none does.
fn fitting(texts: Vec<String>, width: u16) -> String {
    let fits = |text: &String| text.width() <= usize::from(width);
    let last = texts.last().cloned().unwrap_or_default();
    texts.into_iter().find(fits).unwrap_or(last)
}

/// Draws the head as one sentence, for a screen reader.
fn spoken(app: &App, canvas: &mut Canvas<'_>, row: Area) {
    let messages = app.messages();
    let id = if app.is_first_run() {
        "head-spoken-first"
    } else {
        "head-spoken"
    };
    let sentence = |danger: String, place: &str, name: String| {
        let facts = [
            ("danger", danger.into()),
            ("place", place.to_owned().into()),
            ("tab", usize::from(app.tab().digit()).into()),
            ("name", messages.text(&name).into()),
        ];
        messages.format(id, &facts)
    };
    let places = places(app);
    let long = places.iter().map(|place| {
        let name = app.tab().message_id();
        sentence(app.danger(), place, name)
    });
    let row_wide = places.iter().map(|place| {
        let name = app.tab().message_id();
        sentence(app.danger_in_row(), place, name)
    });
    let short = places.iter().map(|place| {
        let name = app.tab().short_message_id();
        sentence(app.danger_short(), place, name)
    });
    let text = fitting(long.chain(row_wide).chain(short).collect(), row.width - 1);
    canvas.print(row, 1, 0, &text, canvas.theme.style(Role::Danger));
}

/// Draws the number for danger at the left and the worker's location at the right.
fn danger(app: &App, canvas: &mut Canvas<'_>, row: Area) {
    // The number is never cut.
    let code = u16::try_from(app.region().code().width() + 3).unwrap_or(0);
    let texts = vec![app.danger_in_row(), app.danger_short()];
    let text = fitting(texts, row.width.saturating_sub(code + 1));
    // The whole words leave the place whole.
    let whole = Some(app.danger()).filter(|whole| {
        let place = places(app).first().map_or(0, |place| place.width());
        whole.width() + place + 4 <= usize::from(row.width)
    });
    let text = whole.unwrap_or(text);
    let left = print_danger(canvas, row, &text);
    let room = row.width.saturating_sub(left + 3);
    let place = fitting(places(app), room);
    let wide = u16::try_from(place.width()).unwrap_or(u16::MAX);
    if wide <= room {
        canvas.print(row, row.width - wide - 1, 0, &place, Style::new());
    }
}

fn print_danger(canvas: &mut Canvas<'_>, row: Area, text: &str) -> u16 {
    let style = canvas.theme.style(Role::Danger);
    canvas.print(row, 0, 0, canvas.theme.glyphs.danger, style);
    canvas.print(row, 1, 0, text, style)
}

/// Returns the location, with the worker's name on a shared login, from the longest form to the
/// shortest.
fn places(app: &App) -> Vec<String> {
    let messages = app.messages();
    let region = messages.text(&app.region().message_id());
    let code = app.region().code();
    let worker = app
        .worker()
        .map(|worker| format!("{worker}{}", app.between()));
    let worker = worker.unwrap_or_default();
    let place = app.place().map(|place| Places::embedded().place(place));
    let town = place.map(|place| place.name.get(app.language()).to_owned());
    let at = |region: &str| match &town {
        Some(town) => {
            let facts = [
                ("town", town.clone().into()),
                ("region", region.to_owned().into()),
            ];
            messages.format("head-place", &facts)
        }
        None => region.to_owned(),
    };
    vec![
        format!("{worker}{}", at(&region)),
        format!("{worker}{}", at(code)),
        format!("{worker}{region}"),
        format!("{worker}{code}"),
        code.to_owned(),
    ]
}

/// Draws the tabs in a row of their own: full names, short ones, or the name of the open tab alone.
fn spread_tabs(app: &App, canvas: &mut Canvas<'_>, row: Area) {
    let messages = app.messages();
    let whole = |tab: TabId| format!("{} {}", tab.digit(), messages.text(&tab.message_id()));
    let short = |tab: TabId| format!("{} {}", tab.digit(), messages.text(&tab.short_message_id()));
    let open = |tab: TabId| {
        if tab == app.tab() {
            short(tab)
        } else {
            tab.digit().to_string()
        }
    };
    let names = |name: &dyn Fn(TabId) -> String| -> Vec<String> {
        TabId::ALL.iter().map(|tab| name(*tab)).collect()
    };
    let choices = [names(&whole), names(&short), names(&open)];
    let fits = |labels: &&Vec<String>| {
        let width: usize = labels.iter().map(|label| label.width() + 2).sum();
        width <= usize::from(row.width)
    };
    let choices = &choices[usize::from(row.width < BESIDE)..];
    let labels = choices
        .iter()
        .find(fits)
        .unwrap_or(&choices[choices.len() - 1]);
    let mut column = 0;
    for (tab, label) in TabId::ALL.iter().zip(labels) {
        column = if *tab == app.tab() {
            let style = canvas.theme.selected();
            canvas.print(row, column, 0, &format!("[{label}]"), style)
        } else {
            canvas.print(row, column, 0, &format!(" {label} "), Style::new())
        };
    }
}

/// Draws danger and the region's letters at the left, and the tabs at the right. In a narrow window
/// the letters are left out first, then the name of the open tab.
fn one_row(app: &App, canvas: &mut Canvas<'_>, row: Area) {
    let short = app.danger_short();
    if app.is_first_run() {
        print_danger(canvas, row, &short);
        return;
    }
    let gap = app.between();
    let with_code = format!("{short}{gap}{}", app.region().code());
    let digit = app.tab().digit();
    let name = app.messages().text(&app.tab().short_message_id());
    let (named, bare) = (format!("[{digit} {name}]"), format!("[{digit}]"));
    let mut choices = vec![
        (with_code.clone(), &named),
        (short.clone(), &named),
        (short, &bare),
    ];
    // On a shared login the worker's name comes before all names of tabs.
    if let Some(worker) = app.worker() {
        let whose = choices.iter();
        let whose = whose.map(|(danger, label)| (format!("{danger}{gap}{worker}"), *label));
        choices = whose.chain(choices.clone()).collect();
    }
    let digits = |tabs: &[TabId]| {
        let digits: Vec<String> = tabs.iter().map(|tab| tab.digit().to_string()).collect();
        digits.join(" ")
    };
    let open = usize::from(digit);
    let before = digits(&TabId::ALL[..open]);
    let after = digits(&TabId::ALL[open + 1..]);
    let width = |label: &str| before.width() + label.width() + after.width();
    let room = usize::from(row.width);
    let fits = |(danger, label): &&(String, &String)| danger.width() + 2 + width(label) <= room;
    let Some((danger, label)) = choices.iter().find(fits).or(choices.last()) else {
        return;
    };
    let left = print_danger(canvas, row, danger);
    let start = room.saturating_sub(width(label));
    let start = u16::try_from(start).unwrap_or(left).max(left);
    // The tightest form: `0 1[2 Services]3 4 5`.
    let start = canvas.print(row, start, 0, &before, Style::new());
    let start = canvas.print(row, start, 0, label, canvas.theme.selected());
    canvas.print(row, start, 0, &after, Style::new());
}
