//! Swallows what a torn or unknown escape sequence would otherwise type.
//!
//! On a slow link `ESC [ A` can arrive as `ESC` and, a packet later, `[ A`; crossterm makes Esc,
//! `[` and `A` of it. The Esc cannot be called back (it means one step back, which harms nothing),
//! but the rest must not reach a text field or press a key. The same goes for the answers to
//! questions that the program before us asked: `ESC ] 11 ; … ESC \`, `ESC P … ESC \`.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The rest of a torn sequence follows within that time, or is not one.
const PATIENCE: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Within {
    /// In no sequence.
    #[default]
    Nothing,
    /// Behind an Esc.
    Escape,
    /// In a control sequence, up to its final byte.
    Control,
    /// In a string (OSC, DCS, PM, APC), up to its terminator.
    String,
}

/// Tells typed keys from the rest of escape sequences.
#[derive(Debug, Default)]
pub struct Strays {
    within: Within,
    /// When the last key came.
    last: Option<Instant>,
}

impl Strays {
    /// The key, unless it belongs to a sequence.
    pub fn sift(&mut self, key: KeyEvent, now: Instant) -> Option<KeyEvent> {
        let in_time = self
            .last
            .is_some_and(|last| now.duration_since(last) < PATIENCE);
        self.last = Some(now);
        let within = if in_time {
            self.within
        } else {
            Within::Nothing
        };
        let (next, swallowed) = step(within, key);
        self.within = next;
        (!swallowed).then_some(key)
    }
}

/// Where the key leads, and whether it is part of a sequence.
fn step(within: Within, key: KeyEvent) -> (Within, bool) {
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    match (within, key.code) {
        (Within::String, KeyCode::Char('g')) if control => (Within::Nothing, true),
        (Within::String, KeyCode::Char('\\')) if alt => (Within::Nothing, true),
        (Within::String, KeyCode::Char(_)) if !control => (Within::String, true),
        (_, KeyCode::Char(']' | 'P' | '^' | '_')) if alt => (Within::String, true),
        (Within::Escape, KeyCode::Char(']')) => (Within::String, true),
        (Within::Escape, KeyCode::Char('[')) | (Within::Control, KeyCode::Char(' '..='?')) => {
            (Within::Control, true)
        }
        (Within::Control, KeyCode::Char('@'..='~')) if !control => (Within::Nothing, true),
        (_, KeyCode::Esc) => (Within::Escape, false),
        _ => (Within::Nothing, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alt(character: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(character), KeyModifiers::ALT)
    }

    fn typed(text: &str) -> Vec<KeyEvent> {
        text.chars()
            .map(|character| KeyCode::Char(character).into())
            .collect()
    }

    /// What is left of keys that come right after one another.
    fn sifted(keys: impl IntoIterator<Item = KeyEvent>) -> Vec<KeyEvent> {
        let mut strays = Strays::default();
        let now = Instant::now();
        keys.into_iter()
            .filter_map(|key| strays.sift(key, now))
            .collect()
    }

    fn after_escape(text: &str) -> Vec<KeyEvent> {
        let mut keys = vec![KeyCode::Esc.into()];
        keys.extend(typed(text));
        keys
    }

    #[test]
    fn what_is_typed_passes() {
        for text in ["halifax", "[sic]", "a[A", "1-800-222-8477"] {
            assert_eq!(sifted(typed(text)), typed(text));
        }
    }

    #[test]
    fn a_torn_sequence_leaves_only_its_escape() {
        for rest in ["[A", "[5~", "[1;5C", "[200~", "[?1;2c", "[<0;3;4M"] {
            assert_eq!(
                sifted(after_escape(rest)),
                [KeyCode::Esc.into()],
                "ESC {rest}"
            );
        }
    }

    #[test]
    fn what_follows_a_torn_sequence_passes() {
        assert_eq!(sifted(after_escape("[Bqq")), after_escape("qq"));
        assert_eq!(sifted(after_escape("OPP")), after_escape("OPP"));
    }

    #[test]
    fn a_real_key_ends_a_torn_sequence() {
        let enter_q = [KeyEvent::from(KeyCode::Enter), KeyCode::Char('q').into()];
        let torn = after_escape("[1").into_iter().chain(enter_q);
        let whole = after_escape("").into_iter().chain(enter_q);
        assert!(sifted(torn).into_iter().eq(whole));
    }

    #[test]
    fn a_late_answer_to_somebody_elses_question_is_swallowed() {
        let mut keys = vec![alt(']')];
        keys.extend(typed("11;rgb:ffff/ffff/ffff"));
        keys.push(alt('\\'));
        keys.extend(typed("q"));
        assert_eq!(sifted(keys), typed("q"));
        let mut keys = vec![alt('P')];
        keys.extend(typed(">|xterm(390)"));
        keys.push(KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL));
        assert!(sifted(keys).is_empty());
    }

    #[test]
    fn control_c_always_passes() {
        let interrupt = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        for opening in [vec![alt(']')], after_escape("[1")] {
            let keys = opening.into_iter().chain([interrupt]);
            assert_eq!(sifted(keys).last(), Some(&interrupt));
        }
    }

    #[test]
    fn after_a_pause_keys_are_typed() {
        let mut strays = Strays::default();
        let start = Instant::now();
        assert!(strays.sift(alt(']'), start).is_none());
        assert!(
            strays
                .sift(KeyCode::Char('q').into(), start + PATIENCE)
                .is_some()
        );
    }
}
