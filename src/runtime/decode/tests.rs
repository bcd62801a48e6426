//! Bytes of real terminals and what they mean.

use proptest::prelude::*;

use super::*;

fn decoded(bytes: &[u8]) -> Vec<Input> {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    decoder.feed(bytes, &mut out);
    decoder.settle(&mut out);
    out
}

fn keys(bytes: &[u8]) -> Vec<Key> {
    decoded(bytes)
        .into_iter()
        .map(|input| match input {
            Input::Key(key) => key,
            other => panic!("{other:?} is no key"),
        })
        .collect()
}

#[test]
fn letters_umlauts_and_control_keys() {
    assert_eq!(
        keys("cCä\r\t\x7f\x04".as_bytes()),
        [
            Key::Char('c'),
            Key::Char('C'),
            Key::Char('ä'),
            Key::Enter,
            Key::Tab,
            Key::Backspace,
            Key::Ctrl('d')
        ]
    );
}

#[test]
fn arrows_and_named_keys_in_both_modes_and_on_the_linux_console() {
    assert_eq!(
        keys(b"\x1b[A\x1bOB\x1b[1;5C\x1b[H\x1bOF\x1b[5~\x1b[6~\x1b[3~\x1b[Z\x1bOP\x1b[15~\x1b[[B"),
        [
            Key::Up,
            Key::Down,
            Key::Right,
            Key::Home,
            Key::End,
            Key::PageUp,
            Key::PageDown,
            Key::Delete,
            Key::BackTab,
            Key::F(1),
            Key::F(5),
            Key::F(2)
        ]
    );
}

#[test]
fn alt_and_a_key_is_esc_and_the_key() {
    assert_eq!(keys(b"\x1bx"), [Key::Esc, Key::Char('x')]);
    assert_eq!(keys(b"\x1b["), [Key::Esc, Key::Char('[')]);
    assert_eq!(keys(b"\x1b\x1b"), [Key::Esc, Key::Esc]);
    assert_eq!(keys(b"\x1b"), [Key::Esc]);
}

#[test]
fn a_sequence_may_come_in_pieces() {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    for byte in "\x1b[<0;12;3Mé\x1b[6~".bytes() {
        decoder.feed(&[byte], &mut out);
    }
    assert!(!decoder.is_waiting());
    assert_eq!(
        out,
        [Input::Click { column: 11, row: 2 }, Input::Key(Key::Char('é')), Input::Key(Key::PageDown)]
    );
}

#[test]
fn releases_motion_and_other_buttons_are_nothing() {
    assert_eq!(decoded(b"\x1b[99;1:3u\x1b[1;1:3A\x1b[<0;1;1m\x1b[<35;4;4M\x1b[<2;1;1M\x1b[<0;0;0M"), []);
    assert_eq!(
        decoded(b"\x1b[99;1:1u\x1b[99;2u\x1b[99;5u"),
        [Key::Char('c'), Key::Char('C'), Key::Ctrl('c')].map(Input::Key)
    );
}

#[test]
fn the_wheel_and_the_focus() {
    assert_eq!(
        decoded(b"\x1b[<64;2;2M\x1b[<65;2;2M\x1b[I\x1b[O"),
        [
            Input::Wheel { column: 1, row: 1, down: false },
            Input::Wheel { column: 1, row: 1, down: true },
            Input::Focus(true),
            Input::Focus(false)
        ]
    );
}

#[test]
fn a_paste_is_one_text_however_it_is_cut() {
    let bytes = "\x1b[200~q\x1bx\r\nä\x1b[201~j".as_bytes();
    for cut in 0..bytes.len() {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        decoder.feed(&bytes[..cut], &mut out);
        decoder.feed(&bytes[cut..], &mut out);
        assert_eq!(out, [Input::Paste("q\x1bx\nä".into()), Input::Key(Key::Char('j'))], "cut at {cut}");
    }
}

#[test]
fn answers_to_other_programs_questions_are_swallowed() {
    assert_eq!(
        keys(b"\x1b]11;rgb:0000/0000/0000\x1b\\\x1bP>|xterm(1)\x1b\\\x1b[?62;1c\x1b[12;40Rj"),
        [Key::Char('j')]
    );
}

proptest! {
    #[test]
    fn no_bytes_break_it_and_the_next_key_counts(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        decoder.feed(&bytes, &mut out);
        decoder.settle(&mut out);
        decoder.feed(PASTE_END, &mut out);
        decoder.settle(&mut out);
        out.clear();
        decoder.feed(b"j", &mut out);
        prop_assert_eq!(out, vec![Input::Key(Key::Char('j'))]);
    }
}
