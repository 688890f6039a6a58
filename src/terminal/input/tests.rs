//! Tests of decoding: bytes in, keys out.

use std::time::{Duration, Instant};

use super::burst::Burst;
use super::decode::{Decoder, Input};
use crate::keys::{Key, KeyCode};

/// Keyboard with a simulated clock.
struct Keyboard {
    decoder: Decoder,
    now: Instant,
    told: Vec<Input>,
    typing: bool,
}

impl Keyboard {
    fn outside_fields() -> Self {
        Self {
            decoder: Decoder::default(),
            now: Instant::now(),
            told: Vec::new(),
            typing: false,
        }
    }

    fn in_a_field() -> Self {
        Self {
            typing: true,
            ..Self::outside_fields()
        }
    }

    /// Sends bytes at once.
    fn send(mut self, bytes: impl AsRef<[u8]>) -> Self {
        let read = self.decoder.read(bytes.as_ref(), self.now, self.typing);
        self.told.extend(read);
        self
    }

    /// Lets time pass; overdue input expires.
    fn wait(mut self, milliseconds: u64) -> Self {
        let end = self.now + Duration::from_millis(milliseconds);
        let last = self.now;
        while let Some(pause) = self.decoder.deadline()
            && last + pause <= end
        {
            self.told.extend(self.decoder.expire(last + pause));
        }
        self.now = end;
        self
    }

    #[track_caller]
    fn tells(self, expected: impl IntoIterator<Item = Input>) {
        let expected: Vec<_> = expected.into_iter().collect();
        assert_eq!(self.wait(60_000).told, expected);
    }
}

fn plain(code: KeyCode) -> Input {
    Input::Key(Key::plain(code))
}

fn control(character: char) -> Input {
    Input::Key(Key::control(character))
}

fn typed(text: &str) -> Vec<Input> {
    text.chars()
        .map(|character| plain(KeyCode::Character(character)))
        .collect()
}

fn burst(text: &str, more: bool) -> Input {
    Input::Burst(Burst {
        text: text.to_owned(),
        more,
    })
}

const LEAVE: Input = Input::Key(Key::control('x'));

#[test]
fn each_key_is_decoded() {
    use KeyCode::{
        BackTab, Backspace, Delete, Down, End, Enter, Escape, Function, Home, Left, PageDown,
        PageUp, Right, Tab, Up,
    };
    for (bytes, code) in [
        ("\r", Enter),
        ("\n", Enter),
        ("\t", Tab),
        ("\x7f", Backspace),
        ("\x08", Backspace),
        ("\x1b", Escape),
        ("\x1b[A", Up),
        ("\x1bOA", Up),
        ("\x1b[1;2B", Down),
        ("\x1b[C", Right),
        ("\x1b[D", Left),
        ("\x1b[H", Home),
        ("\x1b[1~", Home),
        ("\x1b[7~", Home),
        ("\x1b[F", End),
        ("\x1b[4~", End),
        ("\x1b[3~", Delete),
        ("\x1b[5~", PageUp),
        ("\x1b[6~", PageDown),
        ("\x1b[Z", BackTab),
        ("\x1b[9;2u", BackTab),
        ("\x1b\t", BackTab),
        ("\x1bOP", Function(1)),
        ("\x1b[R", Function(3)),
        ("\x1b[[C", Function(3)),
        ("\x1b[15~", Function(5)),
        ("\x1b[17~", Function(6)),
        ("\x1b[20~", Function(9)),
        ("\x1b[24~", Function(12)),
        ("\x1b[13;2u", Enter),
        ("\x1b[97u", KeyCode::Character('a')),
        ("é", KeyCode::Character('é')),
        ("漢", KeyCode::Character('漢')),
    ] {
        Keyboard::outside_fields().send(bytes).tells([plain(code)]);
    }
    for (bytes, letter) in [
        ("\x01", 'a'),
        ("\x1a", 'z'),
        ("\x1c", '4'),
        ("\0", ' '),
        ("\x1b[120;5u", 'x'),
        ("\x1b[27;5;120~", 'x'),
    ] {
        Keyboard::outside_fields()
            .send(bytes)
            .tells([control(letter)]);
    }
}

#[test]
fn keys_with_alt_are_none() {
    for bytes in ["\x1b\x7f", "\x1b[98;9u", "\x1b[1;9A"] {
        Keyboard::outside_fields().send(bytes).tells([]);
    }
}

#[test]
fn bytes_other_than_utf_8_are_decoded_as_latin_1() {
    Keyboard::in_a_field()
        .send(b"qu\xe9bec")
        .tells(typed("québec"));
    Keyboard::in_a_field()
        .send(b"\xe9\r")
        .tells([plain(KeyCode::Character('é')), plain(KeyCode::Enter)]);
    let torn = Keyboard::in_a_field().send(b"\xc3").wait(20).send(b"\xa9");
    torn.tells(typed("é"));
}

#[test]
fn can_ends_every_sequence_and_leaves() {
    for opened in [
        "",
        "\x1b",
        "\x1b[",
        "\x1b[<",
        "\x1b[1;",
        "\x1b[200~",
        "\x1b[200~text\x1b[201",
        "\x1bO",
        "\x1b[[",
        "\x1b[M",
        "\x1b]52;c;",
        "\x1bP",
        "\x1b]x\x1b",
    ] {
        for pause in [0, 30, 100, 5_000] {
            let keyboard = Keyboard::outside_fields().send(opened).wait(pause);
            let told = keyboard.send("\x18").told;
            assert_eq!(told.last(), Some(&LEAVE), "{opened:?} and {pause} ms");
        }
    }
}

#[test]
fn control_c_ends_a_sequence_too() {
    for opened in ["\x1b[1", "\x1b]11;", "\x1bP>|"] {
        Keyboard::outside_fields()
            .send(opened)
            .send("\x03")
            .tells([control('c')]);
    }
}

#[test]
fn a_split_sequence_is_one_key() {
    for (parts, code) in [
        (vec!["\x1b", "[B"], KeyCode::Down),
        (vec!["\x1b[", "B"], KeyCode::Down),
        (vec!["\x1b", "O", "A"], KeyCode::Up),
        (vec!["\x1b[", "5", "~"], KeyCode::PageUp),
    ] {
        for pause in [0, 10, 30] {
            let keyboard = parts.iter().fold(Keyboard::in_a_field(), |keyboard, part| {
                keyboard.wait(pause).send(part)
            });
            keyboard.tells([plain(code)]);
        }
    }
}

#[test]
fn late_bytes_after_escape_press_no_key() {
    for rest in ["[A", "[5~", "[1;5C", "[200~", "[?1;2c", "[<0;3;4M"] {
        let keyboard = Keyboard::in_a_field().send("\x1b").wait(300).send(rest);
        keyboard.tells([plain(KeyCode::Escape)]);
    }
    let typed_later = Keyboard::in_a_field().send("\x1b").wait(2_000).send("[");
    typed_later.tells([plain(KeyCode::Escape), plain(KeyCode::Character('['))]);
    let letters = Keyboard::in_a_field().send("\x1b").wait(300).send("OP");
    let expected: Vec<_> = [plain(KeyCode::Escape)]
        .into_iter()
        .chain(typed("OP"))
        .collect();
    letters.tells(expected);
}

#[test]
fn late_replies_press_nothing_also_in_parts() {
    for reply in [
        "\x1b[?1;2c",
        "\x1b[>0;276;0c",
        "\x1b[24;80R",
        "\x1b[1;1R",
        "\x1b[?2026;2$y",
        "\x1b[?0u",
        "\x1b[8;24;80t",
        "\x1b[I",
        "\x1b[O",
        "\x1b[<0;3;4M",
        "\x1b[M !!",
        "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
        "\x1b]11;rgb:ffff/ffff/ffff\x07",
        "\x1bP>|xterm(390)\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b[201~",
        "\x1b[999z",
    ] {
        let whole = Keyboard::outside_fields().send(reply).send("q");
        whole.tells(typed("q"));
        for cut in 1..reply.len() {
            let parts = Keyboard::outside_fields().send(&reply[..cut]);
            let parts = parts.wait(30).send(&reply[cut..]).wait(30).send("q");
            parts.tells(typed("q"));
        }
    }
}

#[test]
fn an_endless_sequence_is_dropped() {
    for opened in ["\x1b[1;", "\x1b]11;", "\x1bP", "\x1bO", "\x1b[["] {
        let keyboard = Keyboard::outside_fields().send(opened);
        keyboard.wait(1_000).send("q").tells(typed("q"));
    }
}

#[test]
fn a_bracketed_paste_is_one_event_however_it_arrives() {
    let pasted = "\x1b[200~bob\r\x1b[A and \x1b[20é\x1b[201~";
    let expected = Input::Paste("bob\r\x1b[A and \x1b[20é".to_owned());
    Keyboard::outside_fields()
        .send(pasted)
        .send("j")
        .tells([expected.clone(), plain(KeyCode::Character('j'))]);
    for cut in 0..pasted.len() {
        let (one, other) = pasted.as_bytes().split_at(cut);
        let parts = Keyboard::outside_fields().send(one).wait(30).send(other);
        parts.tells([expected.clone()]);
    }
}

#[test]
fn a_paste_without_its_end_is_over_after_a_pause_and_its_rest_is_one_too() {
    let open = || Keyboard::outside_fields().send("\x1b[200~one").wait(1_000);
    open().tells([Input::Paste("one".to_owned())]);
    let key = open().send("j");
    key.tells([
        Input::Paste("one".to_owned()),
        plain(KeyCode::Character('j')),
    ]);
    let arrow = open().send("\x1b[B").send("j");
    arrow.tells([
        Input::Paste("one".to_owned()),
        plain(KeyCode::Down),
        plain(KeyCode::Character('j')),
    ]);
    let late = open().send("two\x1b[201~").send("j");
    late.tells([
        Input::Paste("one".to_owned()),
        Input::Paste("two".to_owned()),
        plain(KeyCode::Character('j')),
    ]);
}

#[test]
fn a_paste_of_any_length_ends() {
    let keyboard = Keyboard::in_a_field()
        .send("\x1b[200~")
        .send("a".repeat(1 << 20));
    let told = keyboard.send("\x1b[201~j").told;
    let [Input::Paste(text), key] = told.as_slice() else {
        panic!("{} inputs", told.len())
    };
    assert!(text.len() <= 1 << 16, "{}", text.len());
    assert_eq!(*key, plain(KeyCode::Character('j')));
}

#[test]
fn text_in_one_read_is_a_burst_and_keys_are_not() {
    for text in ["call bob at the shelter", "bob\nnow", "4halifax\n"] {
        let bytes = text.replace('\n', "\r");
        Keyboard::outside_fields()
            .send(bytes)
            .tells([burst(text, false)]);
    }
    for text in ["jjjjjjjjjjjjjjjjjjjj", "jjjjjkkkkkkkk", "123q", "/halif"] {
        Keyboard::outside_fields().send(text).tells(typed(text));
    }
    let opened = typed("jj").into_iter().chain([plain(KeyCode::Enter)]);
    Keyboard::outside_fields().send("jj\r").tells(opened);
}

#[test]
fn a_paste_in_small_parts_is_one_burst() {
    let text = "call bob at the shelter";
    let keyboard = text.chars().fold(Keyboard::outside_fields(), |keys, one| {
        keys.send(one.to_string()).wait(2)
    });
    keyboard.tells([burst(text, false)]);
}

#[test]
fn typed_text_is_reported_key_by_key() {
    let text = "call bob at the shelter";
    let keyboard = text.chars().fold(Keyboard::outside_fields(), |keys, one| {
        keys.send(one.to_string()).wait(60)
    });
    keyboard.tells(typed(text));
    let field = Keyboard::in_a_field().send("a");
    assert_eq!(field.told, typed("a"), "in a field at once");
}

#[test]
fn a_burst_continues_until_a_pause_or_another_key() {
    let pasted = || Keyboard::outside_fields().send("call bob at the shelter");
    let first = burst("call bob at the shelter", false);
    pasted()
        .wait(100)
        .send("b")
        .tells([first.clone(), burst("b", true)]);
    let later = [first.clone(), plain(KeyCode::Character('b'))];
    pasted().wait(200).send("b").tells(later);
    let arrow = [first, plain(KeyCode::Down), plain(KeyCode::Character('b'))];
    pasted().send("\x1b[B").send("b").tells(arrow);
}

#[test]
fn two_hundred_thousand_keys_are_decoded_in_time() {
    let mut keyboard = Keyboard::outside_fields();
    for _ in 0..200 {
        keyboard = keyboard.send("j".repeat(1000));
    }
    let told = keyboard.send("\x18").told;
    assert_eq!(told.len(), 200_001);
    assert_eq!(told.last(), Some(&LEAVE));
}
