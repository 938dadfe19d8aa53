//! What stops on Ctrl-Z.

/// What is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The whole job, as the terminal does on Ctrl-Z. Under `cargo run` or a script, stopping only ourselves would leave
    /// the shell waiting for a parent that is still running.
    Job,
    /// This process: the signal was sent to it alone.
    #[cfg(unix)]
    Process,
}
