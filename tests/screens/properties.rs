//! Key sequences and window sizes: none causes a panic, and the promises of the screen hold after
//! each.

use super::journey::{From, Journey};
use havre::app::keymap::Command;
use havre::app::keymap::table::BINDINGS;
use havre::app::{Action, Key, KeyCode};
use havre::i18n::Language;
use proptest::prelude::*;

fn key() -> impl Strategy<Value = Key> {
    let codes = [
        KeyCode::Enter,
        KeyCode::Escape,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
    ];
    prop_oneof![
        6 => prop::sample::select(codes.to_vec()).prop_map(Key::plain),
        6 => prop::sample::select("12345/?bcfghjklLrsyG ,B".chars().collect::<Vec<_>>()).prop_map(Key::character),
        1 => any::<char>().prop_map(Key::character),
        1 => any::<char>().prop_map(Key::control),
    ]
}

/// Returns every command of any key.
fn commands() -> Vec<Command> {
    BINDINGS.iter().map(|binding| binding.command).collect()
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        20 => key().prop_map(Action::Key),
        1 => any::<String>().prop_map(Action::Paste),
        4 => prop::sample::select(commands()).prop_map(Action::Command),
        2 => (0_usize..600).prop_map(Action::Select),
        2 => prop::option::of(0_usize..40).prop_map(Action::FocusLink),
        1 => any::<String>().prop_map(Action::Write),
        2 => (0_u16..130, 0_u16..50).prop_map(|(width, height)| Action::Resize { width, height }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn random_actions_keep_the_cursor_on_screen(actions in prop::collection::vec(action(), 1..60), first_run: bool, french: bool) {
        let language = if french { Language::Fr } else { Language::En };
        let mut journey = Journey::start(From { language, first_run, ..From::default() });
        for action in actions {
            journey.act(action);
            let (buffer, cursor) = journey.frame();
            let empty = buffer.area.is_empty();
            prop_assert!(empty || buffer.area.contains(cursor), "{cursor:?} in {:?}", buffer.area);
            if let Some(layout) = journey.app.layout().filter(|_| !journey.app.is_covered()) {
                prop_assert!(cursor.y >= layout.body.y && cursor.y < layout.body.y + layout.body.height);
            }
        }
    }
}
