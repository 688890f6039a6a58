use std::collections::HashMap;

use super::table::{BINDINGS, command};
use super::*;

#[test]
fn no_key_means_two_things_in_one_place() {
    for context in Context::ALL {
        let mut seen: HashMap<Key, Command> = HashMap::new();
        for binding in BINDINGS
            .iter()
            .filter(|binding| binding.contexts.contains(&context))
        {
            for key in binding.keys {
                let before = seen.insert(*key, binding.command);
                assert_eq!(before, None, "{key:?} means two things in {context:?}");
            }
        }
    }
}

#[test]
fn letters_type_in_a_field() {
    let typing = |binding: &&Binding| binding.contexts.iter().any(|place| place.takes_letters());
    for binding in BINDINGS.iter().filter(typing) {
        for key in binding.keys {
            assert!(
                key.control || key.alt || !matches!(key.code, KeyCode::Character(_)),
                "{key:?}"
            );
        }
    }
}

#[test]
fn every_place_can_be_left_and_the_program_ended() {
    for context in Context::ALL {
        for key in [Key::control('c'), Key::control('x')] {
            assert!(command(context, key).is_some(), "{key:?} in {context:?}");
        }
        assert_eq!(
            command(context, Key::plain(KeyCode::Escape)),
            Some(Command::Back)
        );
    }
}
