//! The one error of the commands: one line that says what is wrong, where, and what to do.

use crate::data::SaveError;
use crate::text;
use std::io;

/// Why a command failed. All of these end with exit code 2.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The output cannot be written.
    #[error("cannot write the output: {}", text::reason(.0))]
    Output(#[from] io::Error),
    /// No thread can be started to read and search with.
    #[error("cannot start a thread: {}", text::reason(.0))]
    Thread(io::Error),
    /// There is no usable terminal, or it failed.
    #[error("{0}")]
    Terminal(String),
    /// Nothing could be opened.
    #[error("nothing could be opened")]
    NothingOpen,
    /// No item, or more than one, has the address.
    #[error("{0}")]
    Address(#[from] crate::insight::Unresolved),
    /// A file that was named instead of an item has no agreement, or several.
    #[error("{0}")]
    Subject(String),
    /// A file cannot be written.
    #[error("{0}")]
    Save(#[from] SaveError),
    /// The selected items do not fit the form of the file.
    #[error("{0}")]
    Selection(String),
    /// Two items that cannot be compared.
    #[error("{0}")]
    Compare(#[from] crate::insight::compare::Incomparable),
    /// The address of an item without wording to trace.
    #[error("{0} is neither an agreement nor a clause; only their wording can be traced")]
    Trace(String),
    /// A file other than a dossier cannot be used.
    #[error("{0}")]
    File(crate::data::Problem),
    /// No part of the query is understood.
    #[error("cannot understand the query: {0}")]
    Query(String),
    /// The query is empty.
    #[error("the query is empty; give at least one word: accords search energy")]
    NoWord,
    /// The pager that was asked for cannot be used.
    #[error("the pager {0} did not start; set PAGER or leave out --pager")]
    Pager(String),
    /// The log cannot be written.
    #[error("cannot write the log: {}", text::reason(.0))]
    Log(io::Error),
    /// The built-in dossier is broken.
    #[error("the built-in dossier cannot be read: {0}")]
    Builtin(#[from] serde_json::Error),
}

impl Error {
    /// Whether the reader of our output has closed it, which is not a failure.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if is_closed_pipe(error))
    }
}

/// Whether who reads the output has gone. Windows says so in two ways, of which the library knows one.
fn is_closed_pipe(error: &io::Error) -> bool {
    /// ERROR_PIPE_NOT_CONNECTED.
    const NOT_CONNECTED: i32 = 233;
    error.kind() == io::ErrorKind::BrokenPipe || cfg!(windows) && error.raw_os_error() == Some(NOT_CONNECTED)
}
