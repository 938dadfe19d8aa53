//! What was done and can be undone: marks, filters and sort orders, the newest last.

use super::narrowing::Narrowing;
use super::pane::SortOrders;
use crate::data::personal::Change;
use std::sync::Arc;

/// How to undo something.
#[derive(Clone, Debug)]
pub enum Undo {
    /// By the change back.
    Mark(Box<Change>),
    /// By the filter before it.
    Filter(Option<Arc<Narrowing>>),
    /// By the sort orders before it.
    Sort(SortOrders),
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Undos(Vec<Undo>);

impl Undos {
    /// The most that is remembered.
    const MOST: usize = 200;

    /// Remembers how to undo what is about to be done.
    pub fn push(&mut self, undo: Undo) {
        self.0.push(undo);
        if self.0.len() > Self::MOST {
            self.0.remove(0);
        }
    }

    /// Takes the newest.
    pub fn pop(&mut self) -> Option<Undo> {
        self.0.pop()
    }

    /// Forgets the filters, which were made for another collection.
    pub fn forget_filters(&mut self) {
        self.0.retain(|undo| !matches!(undo, Undo::Filter(_)));
    }
}
