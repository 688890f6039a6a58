//! Pictures of the README: screens with the real content, as SVG for light and dark pages.
//! `HAVRE_PICTURES=draw cargo test --test screens pictures` redraws them.

use std::fmt::Write as _;
use std::rc::Rc;

use havre::app::TabId;
use havre::app::{Action, App, Content, Start, update};
use havre::assets::Assets;
use havre::directory::Region;
use havre::i18n::Language;
use havre::places::Places;
use havre::settings::Preferences;
use havre::ui::{Glyphs, Look, Theme, view};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};

use super::journey::parse;

/// Pictures: name, language, and the keys that lead to the screen.
const PICTURES: [(&str, Language, &str); 3] = [
    ("now", Language::En, ""),
    ("search", Language::En, "4he choked her an hour ago"),
    ("card", Language::Fr, "4bryony house<enter>"),
];
/// Size of the screens in cells.
pub const SIZE: (u16, u16) = (80, 24);
/// Size of a cell in pixels.
const CELL: (u16, u16) = (9, 18);
/// Margin around the screen in pixels.
const MARGIN: u16 = 12;

/// Returns the App on its first page in Halifax, at a fixed time.
pub fn app(language: Language) -> App {
    let mut app = App::new(Start {
        preferences: Preferences {
            language,
            region: Region::Ns,
            place: Places::embedded().find("Halifax", Region::Ns),
            ..Preferences::default()
        },
        ..Start::of(Rc::new(Content::new(Assets::embedded())))
    })
    .opened_on(TabId::Now);
    let (width, height) = SIZE;
    update(&mut app, Action::Resize { width, height });
    let now = "2026-11-26T06:00:00Z".parse().unwrap();
    let today = jiff::civil::date(2026, 11, 26);
    update(&mut app, Action::Clock { now, today });
    app
}

/// Returns the screen of the App and the position of its cursor.
pub fn drawn(app: &App) -> (Buffer, Position) {
    let (width, height) = SIZE;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let theme = Theme::new(Look::Colours, Glyphs::UNICODE);
    let cursor = view(app, theme, &mut buffer);
    (buffer, cursor)
}

fn screen(language: Language, keys: &str) -> Buffer {
    let mut app = app(language);
    for key in parse(keys) {
        update(&mut app, Action::Key(key));
    }
    drawn(&app).0
}

/// Returns the classes of a cell's text; none for an invisible blank.
fn classes(cell: &Cell) -> String {
    let mut classes = String::from(
        match (cell.fg, cell.modifier.contains(Modifier::REVERSED)) {
            (_, true) => "n",
            (Color::Magenta, _) => "m",
            (Color::Red, _) => "r",
            _ => "t",
        },
    );
    for (modifier, class) in [
        (Modifier::BOLD, " b"),
        (Modifier::DIM, " d"),
        (Modifier::UNDERLINED, " u"),
    ] {
        if cell.modifier.contains(modifier) {
            classes.push_str(class);
        }
    }
    classes
}

/// Draws a screen. Light and dark follow the page with the picture.
fn svg(buffer: &Buffer) -> String {
    let (wide, high) = CELL;
    let width = buffer.area.width * wide + 2 * MARGIN;
    let height = buffer.area.height * high + 2 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"monospace\" font-size=\"15\" xml:space=\"preserve\">\n<style>\n\
         .p,.n{{fill:#fff}}.t,.s{{fill:#111}}.m{{fill:#a800a8}}.r{{fill:#c00000}}\n\
         text{{white-space:pre}}.b{{font-weight:bold}}.d{{opacity:.65}}.u{{text-decoration:underline}}\n\
         @media (prefers-color-scheme:dark){{.p,.n{{fill:#111}}.t,.s{{fill:#eee}}\
         .m{{fill:#ff6bff}}.r{{fill:#ff5f5f}}}}\n</style>\n\
         <rect class=\"p\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>\n"
    );
    for y in 0..buffer.area.height {
        let row: Vec<&Cell> = (0..buffer.area.width).map(|x| &buffer[(x, y)]).collect();
        let mut x = 0;
        for run in row.chunk_by(|one, other| classes(one) == classes(other)) {
            let count = u16::try_from(run.len()).unwrap();
            draw(&mut svg, run, (x, y), count);
            x += count;
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Draws cells with the same style; blanks at their ends need no text.
fn draw(svg: &mut String, run: &[&Cell], (x, y): (u16, u16), count: u16) {
    let (wide, high) = CELL;
    let classes = classes(run[0]);
    let (left, top) = (MARGIN + x * wide, MARGIN + y * high);
    if classes.starts_with('n') {
        let width = count * wide;
        writeln!(
            svg,
            "<rect class=\"s\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{high}\"/>"
        )
        .unwrap();
    }
    let text: String = run.iter().map(|cell| cell.symbol()).collect();
    let text = text.replace('\u{a0}', " ");
    let start = text.len() - text.trim_start().len();
    let (left, text) = (left + u16::try_from(start).unwrap() * wide, text.trim());
    if text.is_empty() {
        return;
    }
    let length = u16::try_from(text.chars().count()).unwrap() * wide;
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let base = top + high - 5;
    writeln!(
        svg,
        "<text class=\"{classes}\" x=\"{left}\" y=\"{base}\" textLength=\"{length}\">{text}</text>"
    )
    .unwrap();
}

#[test]
fn the_pictures_of_the_readme_are_the_screens_of_today() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    for (name, language, keys) in PICTURES {
        let path = format!("docs/images/{name}.svg");
        assert!(readme.contains(&path), "the README shows {path}");
        let drawn = svg(&screen(language, keys));
        if std::env::var_os("HAVRE_PICTURES").is_some() {
            std::fs::write(&path, &drawn).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == drawn,
            "{path} is out of date; look at the new one: HAVRE_PICTURES=draw cargo test --test screens pictures"
        );
    }
}
