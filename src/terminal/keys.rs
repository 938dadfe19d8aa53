//! What the bytes of a key or an answer mean.

use super::background::{Rgb, answered};
use super::sequences::{Sequence, Splitter};
use crate::explore::{Chord, Held, Input, Key};
use termina::event::{KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseEvent};
use termina::{Event, Parser};

/// What a person, or the terminal, did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// Pressed a key.
    Key(Chord),
    /// Used the mouse.
    Mouse(MouseEvent),
    /// Pasted a text.
    Paste(String),
    /// Nothing: the terminal answers that this is the colour behind the text.
    Background(Rgb),
}

/// What a sequence means; `None` if it is another answer of the terminal, or a key that the explorer does not know.
pub(super) fn typed(sequence: Sequence) -> Option<Typed> {
    match sequence {
        Sequence::Interrupt => Some(Typed::Key(INTERRUPT)),
        Sequence::Paste(bytes) => Some(Typed::Paste(text_of(bytes))),
        Sequence::Whole(bytes) => {
            // A new parser for each: one that takes a whole sequence for half of another has nothing to keep.
            let mut parser = Parser::default();
            parser.parse(&bytes, false);
            match parser.pop()? {
                Event::Key(key) if key.kind == KeyEventKind::Release => None,
                Event::Key(key) => chord(&key).map(Typed::Key),
                Event::Mouse(mouse) => Some(Typed::Mouse(mouse)),
                other => answered(&other).map(Typed::Background),
            }
        }
    }
}

/// The keys and pastes in bytes of a terminal, as if it sent nothing more. What points with the mouse depends on what is drawn, and
/// answers are for nobody: they are left out.
pub fn typed_in(bytes: &[u8]) -> Vec<Input> {
    let mut splitter = Splitter::default();
    let mut sequences: Vec<Sequence> = bytes.iter().filter_map(|byte| splitter.next(*byte)).collect();
    sequences.extend(splitter.give_up());
    let inputs = sequences.into_iter().filter_map(typed).filter_map(|typed| match typed {
        Typed::Key(chord) => Some(Input::Key(chord)),
        Typed::Paste(text) => Some(Input::Paste(text)),
        Typed::Mouse(_) | Typed::Background(_) => None,
    });
    inputs.collect()
}

/// Ctrl-C.
pub(super) const INTERRUPT: Chord = Chord { key: Key::Char('c'), held: Held::Control };
/// Ctrl-Z.
pub(super) const SUSPEND: Chord = Chord { key: Key::Char('z'), held: Held::Control };

/// The text of a paste; a character that was cut off at its end is left out.
fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let cut = error.utf8_error().error_len().is_none();
        let (end, bytes) = (error.utf8_error().valid_up_to(), error.into_bytes());
        let kept = if cut { bytes.get(..end) } else { Some(bytes.as_slice()) };
        String::from_utf8_lossy(kept.unwrap_or_default()).into_owned()
    })
}

/// The chord of a key event; `None` for keys that the explorer does not know.
pub(super) fn chord(event: &KeyEvent) -> Option<Chord> {
    let has = |modifiers| event.modifiers.intersects(modifiers);
    let held = if has(Modifiers::ALT | Modifiers::SUPER | Modifiers::META) {
        Held::Alt
    } else if has(Modifiers::CONTROL) {
        Held::Control
    } else {
        Held::Nothing
    };
    let key = match event.code {
        // With Control, terminals differ in the letter case that they report.
        KeyCode::Char(c) if held == Held::Control => Key::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Escape => Key::Esc,
        KeyCode::Tab if has(Modifiers::SHIFT) => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Function(number @ 1..=12) => Key::Function(number),
        _ => return None,
    };
    Some(Chord { key, held })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_have_the_names_of_the_table() {
        for (code, modifiers, name) in [
            (KeyCode::Char('j'), Modifiers::NONE, Some("j")),
            (KeyCode::Char('G'), Modifiers::SHIFT, Some("G")),
            (KeyCode::Char('D'), Modifiers::CONTROL, Some("ctrl-d")),
            (KeyCode::BackTab, Modifiers::SHIFT, Some("shift-tab")),
            (KeyCode::Tab, Modifiers::SHIFT, Some("shift-tab")),
            (KeyCode::Char('x'), Modifiers::ALT, Some("alt-x")),
            (KeyCode::Function(1), Modifiers::NONE, Some("f1")),
            (KeyCode::Function(13), Modifiers::NONE, None),
        ] {
            let chord = chord(&KeyEvent::new(code, modifiers));
            assert_eq!(chord.map(|chord| chord.to_string()).as_deref(), name);
        }
    }

    #[test]
    fn bytes_have_the_keys_of_the_table() {
        for (bytes, name) in [
            ("\r", Some("enter")),
            ("\t", Some("tab")),
            ("\x1b[Z", Some("shift-tab")),
            ("\x1b", Some("esc")),
            ("\x7f", Some("backspace")),
            ("\x1b[3~", Some("delete")),
            ("\x1b[5~", Some("pageup")),
            ("\x1b[H", Some("home")),
            ("\x1bOF", Some("end")),
            ("\x1b[1;5D", Some("ctrl-left")),
            ("\x1bb", Some("alt-b")),
            ("\x0b", Some("ctrl-k")),
            ("ə", Some("ə")),
            ("\x1b[?2026;2$y", None),
            ("\x1b[?997;1n", None),
            ("\x1b]11;rgb:ff/80/00\x07", Some("[255, 128, 0]")),
            ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\", Some("[255, 255, 255]")),
            ("\x1b]10;rgb:ff/80/00\x07", None),
            ("\x1b]11;?\x07", None),
            ("\x1b]11;nonsense\x07", None),
            ("\x1b[<0;10;20M", Some("Down(Left) 9 19")),
            ("\x1b[<65;1;1M", Some("ScrollDown 0 0")),
        ] {
            let typed = typed(Sequence::Whole(bytes.as_bytes().to_vec()));
            let found = typed.map(|typed| match typed {
                Typed::Key(chord) => chord.to_string(),
                Typed::Mouse(mouse) => format!("{:?} {} {}", mouse.kind, mouse.column, mouse.row),
                Typed::Paste(text) => text,
                Typed::Background(colour) => format!("{colour:?}"),
            });
            assert_eq!(found.as_deref(), name, "{bytes:?}");
        }
    }

    #[test]
    fn a_paste_is_cut_at_a_character() {
        assert_eq!(text_of(b"short".to_vec()), "short");
        assert_eq!(text_of("aə".as_bytes().get(..2).unwrap().to_vec()), "a");
        assert_eq!(text_of(b"a\xffb".to_vec()), "a\u{fffd}b");
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            typed(Sequence::Whole(bytes));
        }

        #[test]
        fn no_control_sequence_makes_it_panic(rest in "[\\[OP\\]][<>?=;:$ 0-9]{0,12}[@-~]{0,3}") {
            typed(Sequence::Whole(format!("\x1b{rest}").into_bytes()));
        }
    }
}
