//! Lists that are open, and their numbers.

use super::styles::Styles;
use crate::data::formats::xml::Element;
use std::borrow::Cow;
use std::collections::HashMap;

/// Deeper levels are numbered like this one.
const MAX_DEPTH: usize = 10;

/// Lists while a document is read.
#[derive(Default)]
pub(super) struct Lists {
    /// How deep the list is that is open; 0 for none.
    depth: usize,
    style: String,
    id: Option<String>,
    /// The last number of each level.
    counts: Vec<u32>,
    /// How lists ended, by their ids and by their styles.
    by_id: HashMap<String, Vec<u32>>,
    by_style: HashMap<String, Vec<u32>>,
    /// Whether the item that is open has not been printed yet.
    is_due: bool,
    outline: Vec<u32>,
}

impl Lists {
    pub(super) fn begin(&mut self, element: &Element<'_>) {
        self.depth += 1;
        if self.depth > 1 {
            return;
        }
        self.style = element.local("style-name").unwrap_or_default().into_owned();
        self.id = element.local("id").map(Cow::into_owned);
        let continued = element.local("continue-list").and_then(|id| self.by_id.get(&*id));
        let goes_on = element.local("continue-numbering").as_deref() == Some("true");
        let counts = continued.or_else(|| self.by_style.get(&self.style).filter(|_| goes_on));
        self.counts = counts.cloned().unwrap_or_default();
    }

    pub(super) fn end(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            let counts = std::mem::take(&mut self.counts);
            if let Some(id) = self.id.take() {
                self.by_id.insert(id, counts.clone());
            }
            self.by_style.insert(std::mem::take(&mut self.style), counts);
        }
    }

    /// An item begins, which may give its own number.
    pub(super) fn item(&mut self, styles: &Styles, element: &Element<'_>) {
        let depth = self.depth.clamp(1, MAX_DEPTH);
        let levels = styles.lists.get(&self.style);
        let start = |at: usize| levels.and_then(|levels| levels.get(&at)).map_or(1, |level| level.start);
        self.counts.truncate(depth);
        while self.counts.len() < depth {
            let at = self.counts.len() + 1;
            // The level of the item itself is counted below; those above it that have no item count as their first.
            self.counts.push(if at == depth { start(at).saturating_sub(1) } else { start(at) });
        }
        let own = element.local("start-value").and_then(|start| start.parse().ok());
        if let Some(count) = self.counts.last_mut() {
            *count = own.unwrap_or_else(|| count.saturating_add(1));
        }
        self.is_due = true;
    }

    /// The number of the paragraph, if it is the first of an item, and whether it is a bullet.
    pub(super) fn number(&mut self, styles: &Styles) -> Option<(String, bool)> {
        if self.depth == 0 || !std::mem::take(&mut self.is_due) {
            return None;
        }
        let levels = styles.lists.get(&self.style)?;
        let level = levels.get(&self.depth.min(MAX_DEPTH))?;
        Some((level.write(levels, &self.counts), level.is_bullet()))
    }

    /// The number of a heading outside of lists; empty if headings of its level have none.
    pub(super) fn heading(&mut self, styles: &Styles, depth: usize) -> String {
        let depth = depth.clamp(1, MAX_DEPTH);
        let Some(level) = styles.outline.get(&depth) else { return String::new() };
        self.outline.resize(depth, 0);
        if let Some(count) = self.outline.last_mut() {
            *count = if *count == 0 { level.start } else { count.saturating_add(1) };
        }
        level.write(&styles.outline, &self.outline)
    }
}
