//! Reads files for one query, and keeps only what can answer it.

use super::input::{DataArgs, loader};
use super::progress;
use super::tell;
use crate::data::{Loaded, Loader, Problem};
use crate::error::Error;
use crate::model::Collection;
use crate::search::{
    Change, Depth, Matches, Query, nearest_to, nearest_while_reading, search_once, search_while_reading,
};

/// What is read for a query.
pub(super) struct Reading {
    loader: Loader,
    /// The problems of the first reading, until they are reported.
    problems: Option<Vec<Problem>>,
    /// Whether a file was kept out; `None` until the problems are reported.
    failed: Option<bool>,
}

impl Reading {
    pub(super) fn new(args: &DataArgs) -> Result<Self, Error> {
        Ok(Self { loader: loader(args)?, problems: None, failed: None })
    }

    /// The exit code of a command that succeeds, as that of [`open`](super::input::open).
    pub(super) fn code(&self) -> u8 {
        if self.failed == Some(true) { 2 } else { 0 }
    }

    /// What a query finds, and what is left of the files. Problems are reported on standard error.
    pub(super) fn search(&mut self, query: &Query, depth: Depth) -> (Collection, Matches) {
        let gauge = self.loader.gauge.clone();
        let found = progress::of_both("Searching", &gauge, |meter| {
            if self.can_read_again() {
                return search_while_reading(query, depth, &mut |change| self.read(change), meter);
            }
            let collection = self.read(&|_| ());
            let matches = search_once(&collection, query, depth, meter);
            (collection, matches)
        });
        if self.failed.is_none() {
            self.failed = self.problems.take().map(|problems| tell::problems(&problems));
        }
        found
    }

    /// The words nearest to those of a query, given what is left of the files after a search for it: at most this many.
    pub(super) fn nearest(&mut self, collection: &Collection, query: &Query, most: usize) -> Vec<String> {
        let gauge = self.loader.gauge.clone();
        progress::of_both("Looking for similar words", &gauge, |meter| {
            if self.can_read_again() {
                nearest_while_reading(query, most, &mut |change| self.read(change), meter)
            } else {
                nearest_to(collection, query, most, meter)
            }
        })
    }

    fn read(&mut self, change: Change<'_>) -> Collection {
        let Loaded { dossiers, problems } = self.loader.clone().open_changed(change);
        self.problems.get_or_insert(problems);
        Collection::new(dossiers)
    }

    /// Whether these are files and folders, and neither standard input nor a pipe.
    fn can_read_again(&self) -> bool {
        self.loader.paths.iter().all(|path| path.is_file() || path.is_dir())
    }
}
