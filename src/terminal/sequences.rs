//! Splits the bytes that a terminal sends into keys, control sequences and pastes.
//!
//! A terminal answers in its own time, and may answer what nobody asked, or half of it. So a sequence ends where ECMA-48
//! (section 5.4) says that it ends, whether anybody knows it or not; what does not end is given up after [`PATIENCE`];
//! and Ctrl-C is Ctrl-C in the middle of anything.

use std::mem::take;
#[cfg(any(unix, test))]
use std::time::Duration;

/// How long the rest of a sequence may take. Over a slow line the bytes of one arrive apart, but not by more than this.
#[cfg(any(unix, test))]
pub(super) const PATIENCE: Duration = Duration::from_millis(100);
/// How long after Escape another byte makes it the start of a sequence rather than the key.
#[cfg(any(unix, test))]
pub(super) const ESCAPE_PATIENCE: Duration = Duration::from_millis(5);
/// The most bytes of a paste that are kept: a search line, not a document.
pub(super) const PASTE_LIMIT: usize = 4_096;
/// The most bytes of a sequence that are kept; no answer that anybody reads is longer.
const LONGEST: usize = 1_024;

const ESC: u8 = 0x1b;
const CTRL_C: u8 = 3;
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// A part of the input that belongs together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sequence {
    /// Ctrl-C.
    Interrupt,
    /// The bytes of a key or of a control sequence, complete.
    Whole(Vec<u8>),
    /// A paste, at most [`PASTE_LIMIT`] bytes of it.
    Paste(Vec<u8>),
}

/// What the next byte belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Within {
    /// Nothing: it begins something.
    #[default]
    Nothing,
    /// A character in UTF-8, or a report of the old mouse protocol, with this many bytes still to come.
    Counted(u8),
    /// A sequence of which only the Escape is there.
    Escape,
    /// A control sequence, `ESC [`.
    Control,
    /// A key of the keypad or of the Linux console, which ends with the next byte: `ESC O`, `ESC [ [`.
    LastByte,
    /// A string that a terminal answers, `ESC ]`, `ESC P` and so on, up to BEL or `ESC \`.
    Answer,
    /// A string in which Escape may have begun the end.
    EndOfAnswer,
    /// A paste; this many bytes of its end are there.
    Paste(usize),
}

/// Splits the bytes as they arrive.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    within: Within,
    bytes: Vec<u8>,
}

impl Splitter {
    /// How long to wait for the next byte; `None` if nothing is unfinished.
    #[cfg(any(unix, test))]
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.within {
            Within::Nothing => None,
            Within::Escape => Some(ESCAPE_PATIENCE),
            _ => Some(PATIENCE),
        }
    }

    /// Gives up waiting: an Escape alone is the key, a paste is what came of it, the rest is dropped.
    pub(super) fn give_up(&mut self) -> Option<Sequence> {
        let bytes = take(&mut self.bytes);
        match take(&mut self.within) {
            Within::Escape => Some(Sequence::Whole(bytes)),
            Within::Paste(_) => Some(Sequence::Paste(bytes)),
            _ => None,
        }
    }

    /// Takes the next byte; returns what it completes. An Escape that turns out to be a key of its own comes before.
    pub(super) fn next(&mut self, byte: u8) -> Option<Sequence> {
        if byte == CTRL_C {
            *self = Self::default();
            return Some(Sequence::Interrupt);
        }
        match self.within {
            Within::Nothing => self.begin(byte),
            Within::Escape => self.after_escape(byte),
            Within::Paste(ended) => self.in_paste(ended, byte),
            Within::Counted(left) => {
                self.keep(byte);
                self.within = Within::Counted(left - 1);
                if left == 1 { self.end() } else { None }
            }
            // Escape always begins a new sequence; what it cuts off is dropped.
            Within::Control | Within::LastByte | Within::EndOfAnswer if byte == ESC => self.restart(byte),
            Within::LastByte => {
                self.keep(byte);
                self.end()
            }
            Within::Control => self.in_control(byte),
            Within::Answer => {
                self.keep(byte);
                match byte {
                    0x07 => return self.end(),
                    ESC => self.within = Within::EndOfAnswer,
                    _ => {}
                }
                None
            }
            Within::EndOfAnswer if byte == b'\\' => {
                self.keep(byte);
                self.end()
            }
            Within::EndOfAnswer => {
                self.restart(ESC);
                self.after_escape(byte)
            }
        }
    }

    fn begin(&mut self, byte: u8) -> Option<Sequence> {
        self.bytes.push(byte);
        let more = match byte {
            ESC => {
                self.within = Within::Escape;
                return None;
            }
            0xc2..=0xdf => 1,
            0xe0..=0xef => 2,
            0xf0..=0xf4 => 3,
            _ => return self.end(),
        };
        self.within = Within::Counted(more);
        None
    }

    fn restart(&mut self, byte: u8) -> Option<Sequence> {
        *self = Self::default();
        self.begin(byte)
    }

    fn after_escape(&mut self, byte: u8) -> Option<Sequence> {
        self.within = match byte {
            // The first one was the key; the second may begin a sequence.
            ESC => return Some(Sequence::Whole(vec![ESC])),
            b'[' => Within::Control,
            b'O' => Within::LastByte,
            b']' | b'P' | b'X' | b'^' | b'_' => Within::Answer,
            // A key with Alt.
            _ => return self.begin(byte),
        };
        self.bytes.push(byte);
        None
    }

    fn in_control(&mut self, byte: u8) -> Option<Sequence> {
        let is_first = self.bytes.len() == 2;
        match byte {
            b'[' if is_first => self.within = Within::LastByte,
            b'M' if is_first => self.within = Within::Counted(3),
            0x20..=0x7e => {}
            // Not a byte of such a sequence: it is cut off.
            _ => return self.restart(byte),
        }
        self.keep(byte);
        if self.bytes == PASTE_START {
            self.bytes.clear();
            self.within = Within::Paste(0);
        }
        let ended = self.within == Within::Control && (0x40..=0x7e).contains(&byte);
        if ended { self.end() } else { None }
    }

    fn in_paste(&mut self, ended: usize, byte: u8) -> Option<Sequence> {
        if PASTE_END.get(ended) == Some(&byte) {
            self.within = Within::Paste(ended + 1);
            return if ended + 1 == PASTE_END.len() { self.give_up() } else { None };
        }
        // What looked like its end is a part of the paste. Only the first byte of the end is an Escape.
        for kept in PASTE_END.iter().take(ended) {
            self.paste(*kept);
        }
        self.within = Within::Paste(usize::from(byte == ESC));
        if byte != ESC {
            self.paste(byte);
        }
        None
    }

    fn paste(&mut self, byte: u8) {
        if self.bytes.len() < PASTE_LIMIT {
            self.bytes.push(byte);
        }
    }

    /// Keeps a byte of a sequence; of one that is too long, which nobody reads, only that it goes on.
    fn keep(&mut self, byte: u8) {
        if self.bytes.len() < LONGEST {
            self.bytes.push(byte);
        }
    }

    fn end(&mut self) -> Option<Sequence> {
        self.within = Within::Nothing;
        Some(Sequence::Whole(take(&mut self.bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(bytes: &[u8]) -> Vec<Sequence> {
        let mut splitter = Splitter::default();
        let mut found: Vec<Sequence> = bytes.iter().filter_map(|byte| splitter.next(*byte)).collect();
        found.extend(splitter.give_up());
        found
    }

    fn whole(bytes: &[u8]) -> Sequence {
        Sequence::Whole(bytes.to_vec())
    }

    #[test]
    fn each_key_and_answer_is_one_piece() {
        for piece in [
            &b"q"[..],
            "ə".as_bytes(),
            "主".as_bytes(),
            "🇦".as_bytes(),
            b"\x1b",
            b"\x1b[A",
            b"\x1b[1;5D",
            b"\x1bOP",
            b"\x1b[[A",
            b"\x1bb",
            "\x1bə".as_bytes(),
            b"\x1b[M !!",
            b"\x1b[<0;10;20M",
            b"\x1b[?2026;2$y",
            b"\x1b[?997;1n",
            b"\x1b[?1;2c",
            b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
            b"\x1b]11;rgb:ffff/ffff/ffff\x07",
            b"\x1bP1$r0m\x1b\\",
        ] {
            let twice = [piece, piece].concat();
            assert_eq!(split(&twice), [whole(piece), whole(piece)], "{piece:?}");
        }
    }

    #[test]
    fn what_never_ends_is_dropped_and_the_next_key_counts() {
        for half in ["\x1b[?", "\x1b[<0;1", "\x1b[M ", "\x1b]11;", "\x1bP", "\x1bO", "\x1b[[", "\u{e9}"] {
            let half = half.as_bytes().get(..half.len() - usize::from(half == "é")).unwrap();
            let mut splitter = Splitter::default();
            assert!(half.iter().all(|byte| splitter.next(*byte).is_none()), "{half:?}");
            assert_eq!((splitter.patience(), splitter.give_up()), (Some(PATIENCE), None), "{half:?}");
            assert_eq!((splitter.next(b'q'), splitter.patience()), (Some(whole(b"q")), None));
        }
    }

    #[test]
    fn an_escape_cuts_off_what_did_not_end() {
        assert_eq!(split(b"\x1b[?\x1b[A"), [whole(b"\x1b[A")]);
        assert_eq!(split(b"\x1b]11;\x1b[A"), [whole(b"\x1b[A")]);
        assert_eq!(split(b"\x1b\x1b[A"), [whole(b"\x1b"), whole(b"\x1b[A")]);
        assert_eq!(split(b"\x1b[1\rq"), [whole(b"\r"), whole(b"q")]);
    }

    #[test]
    fn a_paste_is_one_piece_and_what_came_of_it_is_kept() {
        let paste = |text: &str| Sequence::Paste(text.as_bytes().to_vec());
        assert_eq!(split(b"\x1b[200~a\x1b[20 q\x1b[201~j"), [paste("a\x1b[20 q"), whole(b"j")]);
        assert_eq!(split(b"\x1b[200~a\x1b\x1b[201~"), [paste("a\x1b")]);
        assert_eq!(split(b"\x1b[200~never closed"), [paste("never closed")]);
        let long = [PASTE_START, &[b'x'; 9_999], PASTE_END].concat();
        assert_eq!(split(&long), [paste(&"x".repeat(PASTE_LIMIT))]);
    }

    proptest! {
        #[test]
        fn ctrl_c_is_never_swallowed(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut splitter = Splitter::default();
            for byte in bytes {
                splitter.next(byte);
            }
            prop_assert_eq!(splitter.next(CTRL_C), Some(Sequence::Interrupt));
            prop_assert_eq!(splitter.next(b'q'), Some(whole(b"q")));
        }

        #[test]
        fn nothing_unfinished_outlives_giving_up(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut splitter = Splitter::default();
            for byte in bytes {
                splitter.next(byte);
                prop_assert!(splitter.bytes.len() <= PASTE_LIMIT);
            }
            splitter.give_up();
            prop_assert_eq!((splitter.patience(), splitter.next(b'q')), (None, Some(whole(b"q"))));
        }
    }
}
