//! Why an item matched, word by word.

use super::panel::{Backdrop, Panel};
use crate::explore::mode::Mode;
use crate::model::ItemId;
use crate::search;
use std::borrow::Cow;

/// Why an item matched.
#[derive(Clone, Debug)]
pub struct Why {
    /// The item.
    pub item: ItemId,
    /// The reasons, word by word.
    pub reasons: Vec<search::Why>,
    first: usize,
}

impl Why {
    /// The reasons why an item matched.
    pub fn new(item: ItemId, reasons: Vec<search::Why>) -> Self {
        Self { item, reasons, first: 0 }
    }
}

impl Panel for Why {
    fn title(&self) -> Cow<'_, str> {
        "Why this matched".into()
    }

    fn mode(&self) -> Mode {
        Mode::Report
    }

    fn rows(&self, _backdrop: &Backdrop<'_>) -> usize {
        self.reasons.len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.first
    }
}
