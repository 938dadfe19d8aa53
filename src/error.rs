//! The one error of the commands: what, where, and what to do, in one line safe to print.

use crate::data::SaveError;
use crate::text;
use std::io;

/// Why a command could not do its work. All end with exit code 2.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The output cannot be written.
    #[error("the output cannot be written: {0}")]
    Output(#[from] io::Error),
    /// There is no thread to read and search with.
    #[error("the system gives no thread: {0}")]
    Thread(io::Error),
    /// There is no usable terminal, or it failed.
    #[error("{0}")]
    Terminal(String),
    /// Nothing could be opened.
    #[error("nothing could be opened")]
    NothingOpen,
    /// Nothing, or more than one thing, has the address.
    #[error("{0}")]
    Address(#[from] crate::insight::Unresolved),
    /// A file cannot be written.
    #[error("{0}")]
    Save(#[from] SaveError),
    /// What is selected does not fit the form of the file.
    #[error("{0}")]
    Selection(String),
    /// Two things that cannot be compared.
    #[error("{0}")]
    Compare(#[from] crate::insight::compare::Incomparable),
    /// Something that has no wording to trace; its address.
    #[error("{0} is no agreement and no clause; only their wording can be traced")]
    Trace(String),
    /// A file that is no dossier cannot be used.
    #[error("{0}")]
    File(crate::data::Problem),
    /// A search of which nothing is understood.
    #[error("the search is not understood: {0}")]
    Query(String),
    /// A search for nothing.
    #[error("the query is empty; give at least one word: accords search energy")]
    NoWord,
    /// The pager that was asked for cannot be used.
    #[error("the pager {0} did not start; set PAGER, or leave --pager out")]
    Pager(String),
    /// The built-in dossier is broken.
    #[error("the built-in dossier cannot be read: {0}")]
    Builtin(#[from] serde_json::Error),
}

impl Error {
    /// Whether somebody stopped reading our output, which is no failure.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// The message, filtered for a terminal.
    pub fn shown(&self) -> String {
        text::shown(&self.to_string()).into_owned()
    }
}
