//! Contrast, by the formula of WCAG 2.2, and meaning without any style.

use super::journey::{From, Journey};
use havre::document::Role;
use havre::guide::PointKind;
use havre::i18n::Language;
use havre::ui::{Glyphs, Look, Theme, view};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// Contrast required by WCAG 2.2 at its highest level (success criterion 1.4.6).
const ENHANCED: f64 = 7.0;

const LOOKS: [Look; 3] = [Look::Colours, Look::Mono, Look::HighContrast];

type Rgb = [u8; 3];

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/// Returns the RGB values of the standard 16 colours in xterm.
fn rgb(colour: Color, own: Rgb) -> Rgb {
    match colour {
        Color::Reset => own,
        Color::Black => BLACK,
        Color::Red => [205, 0, 0],
        Color::Green => [0, 205, 0],
        Color::Yellow => [205, 205, 0],
        Color::Blue => [0, 0, 238],
        Color::Magenta => [205, 0, 205],
        Color::Cyan => [0, 205, 205],
        Color::Gray => [229, 229, 229],
        Color::DarkGray => [127, 127, 127],
        Color::LightRed => [255, 0, 0],
        Color::LightGreen => [0, 255, 0],
        Color::LightYellow => [255, 255, 0],
        Color::LightBlue => [92, 92, 255],
        Color::LightMagenta => [255, 0, 255],
        Color::LightCyan => [0, 255, 255],
        Color::White => WHITE,
        Color::Rgb(..) | Color::Indexed(_) => panic!("{colour:?} is none of the 16"),
    }
}

/// Returns the "relative luminance" of WCAG 2.2.
fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Returns the "contrast ratio" of WCAG 2.2.
fn ratio(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns the contrast of a style on a terminal with this text and background.
fn contrast(style: Style, text: Rgb, background: Rgb) -> f64 {
    ratio(
        rgb(style.fg.unwrap_or(Color::Reset), text),
        rgb(style.bg.unwrap_or(Color::Reset), background),
    )
}

/// Returns the lower contrast of a dark and a light terminal. Reversed video swaps the two sides,
/// which changes nothing.
fn least(style: Style) -> f64 {
    contrast(style, WHITE, BLACK).min(contrast(style, BLACK, WHITE))
}

/// Returns every style that a theme gives to words.
fn styles(look: Look) -> Vec<(String, Style)> {
    let theme = Theme::new(look, Glyphs::UNICODE);
    let words = Role::ALL
        .into_iter()
        // Modules without words.
        .filter(|role| *role != Role::CodeDark)
        .map(|role| (format!("{role:?}"), theme.style(role)));
    let more = [
        ("selected".to_owned(), theme.selected()),
        ("chosen".to_owned(), theme.chosen()),
    ];
    words.chain(more).collect()
}

/// Returns the index of a role in the list: a new one does not compile until it is added here.
fn place(role: Role) -> usize {
    match role {
        Role::Text => 0,
        Role::Title => 1,
        Role::Heading => 2,
        Role::Label(PointKind::Know) => 3,
        Role::Label(PointKind::Do) => 4,
        Role::Label(PointKind::Say) => 5,
        Role::Label(PointKind::Avoid) => 6,
        Role::Label(PointKind::Fact) => 7,
        Role::Field => 8,
        Role::Danger => 9,
        Role::Warning => 10,
        Role::Link => 11,
        Role::LinkStart => 12,
        Role::LinkEnd => 13,
        Role::Separator => 14,
        Role::Gap => 15,
        Role::Match => 16,
        Role::Action => 17,
        Role::Code => 18,
        Role::CodeDark => 19,
        Role::Mark => 20,
        Role::Muted => 21,
    }
}

#[test]
fn every_style_is_looked_at() {
    for (position, role) in Role::ALL.into_iter().enumerate() {
        assert_eq!(place(role), position);
    }
    assert_eq!(Role::ALL.len(), place(Role::Muted) + 1);
}

#[test]
fn the_formula_gives_the_published_values() {
    let about = |one: f64, other: f64| (one - other).abs() < 0.01;
    assert!(about(ratio(WHITE, BLACK), 21.0));
    assert!(about(ratio(BLACK, WHITE), 21.0), "either way round");
    // The lightest grey that passes at the middle level, and the next one, which fails.
    assert!(ratio([118; 3], WHITE) >= 4.5 && ratio([119; 3], WHITE) < 4.5);
    assert!(about(ratio(WHITE, WHITE), 1.0));
}

#[test]
fn high_contrast_is_seven_to_one_on_dark_and_light_in_every_style() {
    for (name, style) in styles(Look::HighContrast) {
        let least = least(style);
        assert!(least >= ENHANCED, "{name}: {least:.1}:1 ({style:?})");
    }
    let coloured = styles(Look::Colours);
    let weakest = coloured.iter().map(|(_, style)| least(*style));
    assert!(
        weakest.fold(f64::MAX, f64::min) < ENHANCED,
        "the colours do not all pass: the test can fail"
    );
}

#[test]
fn no_look_has_words_that_fade() {
    for look in LOOKS {
        for (name, style) in styles(look) {
            assert!(!fades(style), "{look:?}: {name}: {style:?}");
        }
    }
    assert!(fades(
        Style::new().fg(Color::DarkGray).add_modifier(Modifier::DIM)
    ));
}

/// Returns true for dimmed `DarkGray`, which is nearly invisible in every scheme.
fn fades(style: Style) -> bool {
    style.fg == Some(Color::DarkGray) && style.add_modifier.contains(Modifier::DIM)
}

/// Keys that lead to screens of every kind.
const SCREENS: [&str; 14] = [
    "",
    "<enter><tab>",
    "2",
    "3",
    "4shelter",
    "4hlfx<down>",
    "4police<enter><tab>",
    "5",
    "4police<down>b5",
    "4police<down>n",
    "4f",
    "r",
    "?",
    "4police<down>s",
];

#[test]
fn high_contrast_holds_on_every_cell_of_real_screens() {
    for language in Language::ALL {
        for keys in SCREENS {
            let mut journey = Journey::start(From {
                language,
                ..From::default()
            });
            journey.keys(keys);
            let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
            let theme = Theme::new(Look::HighContrast, Glyphs::UNICODE);
            view(&journey.app, theme, &mut buffer);
            for cell in &buffer.content {
                let least = least(cell.style());
                assert!(least >= ENHANCED, "{keys}: {cell:?}: {least:.1}:1");
                assert!(!fades(cell.style()), "{keys}: {cell:?}");
            }
        }
    }
}

/// Screen without styles, as a list of rows.
struct Bare(Vec<String>);

impl Bare {
    fn of(journey: &Journey) -> Self {
        // Rows have letters only, without styles.
        Self(journey.rows())
    }

    fn text(&self) -> String {
        self.0.join("\n")
    }

    /// Returns the tab in brackets on the second row.
    fn open_tab(&self) -> &str {
        let (_, after) = self.0[1].split_once('[').unwrap();
        after.split_once(']').unwrap().0
    }

    /// Returns the rows of the list beside the divider, or over the whole width.
    fn list(&self) -> impl Iterator<Item = &str> {
        let body = &self.0[2..self.0.len() - 2];
        body.iter()
            .map(|row| row.split('│').next().unwrap().trim_end())
    }

    /// Returns the text marked as focused.
    fn focused_row(&self) -> &str {
        let mut marked = self
            .list()
            .filter_map(|row| row.strip_prefix('>'))
            .map(str::trim_start);
        let focused = marked
            .next()
            .unwrap_or_else(|| panic!("no mark:\n{}", self.text()));
        assert_eq!(marked.next(), None, "one alone has the focus");
        focused
    }

    fn focused_row_is_bookmarked(&self) -> bool {
        self.focused_row().starts_with("* ")
    }

    /// Returns all links.
    fn links(&self) -> Vec<String> {
        let mut links = Vec::new();
        for row in &self.0[2..] {
            let mut rest = row.as_str();
            while let Some((_, after)) = rest.split_once('[') {
                let Some((link, behind)) = after.split_once(']') else {
                    break;
                };
                links.push(link.to_owned());
                rest = behind;
            }
        }
        links
    }

    /// Returns the focused link.
    fn focused_link(&self) -> Option<&str> {
        let marked: Vec<&str> = self.0[2..]
            .iter()
            .filter_map(|row| {
                row.split('│')
                    .next_back()?
                    .split_once('>')?
                    .1
                    .split_once('<')
            })
            .map(|(link, _)| link)
            .collect();
        assert!(marked.len() <= 1, "one alone has the focus: {marked:?}");
        marked.first().copied()
    }

    /// Returns the reason of the focused hit, if its own words do not show it.
    fn why(&self) -> Option<&str> {
        let below = self.0[..self.0.len() - 1].iter().rev();
        let mut reasons = below.filter_map(|row| row.trim_start().strip_prefix('('));
        Some(reasons.next()?.split_once(')')?.0)
    }
}

#[test]
fn with_every_style_stripped_each_question_still_has_its_answer() {
    let mut journey = Journey::start(From::default());
    let tabs = ["1 Reporting", "2 Services", "3 Restorative"];
    for (key, tab) in ["1", "2", "3"].into_iter().zip(tabs) {
        journey.keys(key);
        assert_eq!(Bare::of(&journey).open_tab(), tab, "which tab is open");
    }

    journey.keys("1<down>");
    assert_eq!(
        Bare::of(&journey).focused_row(),
        "Who may report, and where",
        "which row has the focus"
    );

    journey.keys("4police halifax<down>");
    let bare = Bare::of(&journey);
    assert_eq!(bare.open_tab(), "4 Directory");
    assert!(
        bare.text().contains("Search: police halifax"),
        "what is looked for"
    );
    let focused = bare.focused_row().to_lowercase();
    assert!(
        focused.contains("halifax") && focused.contains("902-490-5020"),
        "what matched stands in the name: {focused}"
    );
    assert_eq!(bare.why(), None, "and needs no other reason");
    assert!(!bare.focused_row_is_bookmarked());

    journey.keys("b");
    let bare = Bare::of(&journey);
    assert!(
        bare.focused_row_is_bookmarked(),
        "which is bookmarked:\n{}",
        bare.text()
    );
    assert!(
        bare.text().contains("Bookmarked: Halifax"),
        "and what was done"
    );

    assert!(
        bare.text().contains("Ask first: call only if they agree"),
        "what is a warning says so in words"
    );
}

#[test]
fn with_every_style_stripped_links_and_reasons_still_have_their_answer() {
    let mut journey = Journey::start(From::default());
    journey.keys("4police halifax<enter>");
    let bare = Bare::of(&journey);
    assert!(
        bare.focused_row().starts_with("902-490-5020"),
        "which number has the focus:\n{}",
        bare.text()
    );

    journey.keys("<esc>1<down><enter>");
    let bare = Bare::of(&journey);
    let link = bare.links().first().cloned();
    let link = link.unwrap_or_else(|| panic!("what is a link:\n{}", bare.text()));
    let focused = (0..20).find_map(|_| {
        let bare = Bare::of(journey.keys("<tab>"));
        bare.focused_link().map(ToOwned::to_owned)
    });
    assert_eq!(focused, Some(link), "which link has the focus");

    journey.keys("<esc><esc>4<c-u>hlfx<down>");
    let bare = Bare::of(&journey);
    assert_eq!(
        bare.why(),
        Some("letters of “hlfx” in the name"),
        "why it was found:\n{}",
        bare.text()
    );
}

#[test]
fn the_bare_screen_is_read_right() {
    let rows = |rows: &[&str]| Bare(rows.iter().map(|row| (*row).to_owned()).collect());
    let bare = rows(&["", "a[b]c", "> * x │ >one< [two]", "  y", "(z)", ""]);
    assert_eq!(bare.open_tab(), "b");
    assert_eq!(bare.focused_row(), "* x");
    assert!(bare.focused_row_is_bookmarked());
    assert_eq!(bare.links(), ["two"]);
    assert_eq!(bare.focused_link(), Some("one"));
    assert_eq!(bare.why(), Some("z"));
}
