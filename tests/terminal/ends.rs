//! Abnormal ends in numbers: whatever was typed, Ctrl-C ends it, and a signal at any moment leaves the terminal as it was.
//!
//! `ACCORDS_ENDS=2000` tries so many of each.

use crate::pty::{Pty, start};
use std::thread;
use std::time::Duration;

/// How many of each are tried if nobody says.
const FEW: usize = 200;

/// How many run at the same time.
const TOGETHER: usize = 4;

/// Numbers that are the same at every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// Starts the program as often as asked and ends it; its exit code is one of those that `end` returns.
fn try_ends(end: impl Fn(&mut Pty, &mut Random, usize) -> Vec<i32> + Sync) {
    let count = std::env::var("ACCORDS_ENDS").ok().and_then(|count| count.parse().ok()).unwrap_or(FEW);
    thread::scope(|scope| {
        for part in 0..TOGETHER {
            let end = &end;
            scope.spawn(move || {
                for run in (part..count).step_by(TOGETHER) {
                    let mut random = Random(0x5eed + u64::try_from(run).unwrap());
                    for _ in 0..8 {
                        random.below(2);
                    }
                    // An editor that a key may start ends at once.
                    let mut pty = start(&[("EDITOR", Some("true")), ("VISUAL", Some("true"))]);
                    let codes = end(&mut pty, &mut random, run);
                    let code = pty.exit_code();
                    assert!(codes.contains(&code), "{code}");
                    pty.expect_handed_back(code);
                }
            });
        }
    });
    println!("{count} ends leave the terminal as it was");
}

#[test]
fn whatever_was_typed_ctrl_c_ends_it() {
    /// Ctrl-Z stops the program, as it should.
    const STOP: u8 = 0x1a;
    try_ends(|pty, random, _| {
        pty.wait_for_dossier();
        let typed = (0..random.below(60)).map(|_| match random.below(4) {
            // Half of a sequence is likelier than by chance.
            0 => *b"\x1b[]OP<?;0\\".get(usize::try_from(random.below(10)).unwrap()).unwrap(),
            _ => u8::try_from(random.below(256)).unwrap(),
        });
        let mut typed: Vec<u8> = typed.filter(|byte| *byte != STOP).collect();
        typed.push(3);
        pty.send(typed);
        // The loop ends, or is ended where a key keeps it busy.
        vec![0, 130]
    });
}

#[test]
fn a_signal_at_any_moment_leaves_the_terminal_as_it_was() {
    try_ends(|pty, random, run| {
        let (name, code) = [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)][run % 4];
        pty.pid();
        thread::sleep(Duration::from_millis(random.below(400)));
        pty.signal(name);
        vec![code]
    });
}
