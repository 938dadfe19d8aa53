//! Handlers of signals.

use crate::data::clear_unfinished;
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU,
    SIGXFSZ,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;
use std::sync::{Arc, Once};
use std::thread;

/// Makes a file that grows past the limit of the user an error like any other, instead of the end of the program.
pub(in crate::cli) fn report_full_files() {
    // Without a handler the signal ends the program, as it always did.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
}

/// The signals that end a program and that it can catch, but for those of its own faults.
const ENDING: [i32; 11] =
    [SIGABRT, SIGALRM, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU];

/// From now on a signal that ends the program first removes the files that it is still writing.
pub(in crate::cli) fn leave_no_files() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let Ok(mut signals) = Signals::new(ENDING) else { return };
        // Without a thread the next program that writes there removes them.
        let _ = thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                clear_unfinished();
                let _ = emulate_default_handler(signal);
            }
        });
    });
}

/// Ctrl-C is meant for a child that shares the terminal and needs us until it ends; without a handler we would end at once.
pub(in crate::cli) fn leave_interrupts_to_child() {
    let _ = signal_hook::flag::register(SIGINT, Arc::default());
}
