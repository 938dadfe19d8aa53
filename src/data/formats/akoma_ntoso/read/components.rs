//! The documents in a collection that this program wrote, read one by one.

use super::body::{Body, Titles};
use crate::data::formats::xml::Element;
use crate::model::{Clause, escape_id};

/// The document of an agreement in a collection.
pub(super) struct Component {
    /// The id of the agreement.
    pub(super) id: String,
    pub(super) titles: Titles,
    pub(super) clauses: Vec<Clause>,
}

/// The documents as they are read.
#[derive(Default)]
pub(super) struct Components {
    /// How many elements are open.
    depth: usize,
    /// The component being read: its depth, its id, and its text so far.
    open: Option<(usize, String, Body)>,
    read: Vec<Component>,
}

impl Components {
    /// Starts an element.
    pub(super) fn open(&mut self, element: &Element<'_>) {
        self.depth += 1;
        match &mut self.open {
            Some((_, _, body)) => body.open(element),
            None if element.name() == "component" => {
                let id = element.attribute("eId").unwrap_or_default();
                self.open = Some((self.depth, escape_id(id.trim()).into_owned(), Body::new()));
            }
            None => {}
        }
    }

    /// Adds text inside the element opened last.
    pub(super) fn text(&mut self, text: &str) {
        if let Some((_, _, body)) = &mut self.open {
            body.text(text);
        }
    }

    /// Ends the element opened last.
    pub(super) fn close(&mut self) {
        match self.open.take() {
            Some((depth, id, body)) if depth == self.depth => {
                let (titles, clauses) = body.finish();
                self.read.push(Component { id, titles, clauses });
            }
            Some((depth, id, mut body)) => {
                body.close();
                self.open = Some((depth, id, body));
            }
            None => {}
        }
        self.depth = self.depth.saturating_sub(1);
    }

    pub(super) fn finish(self) -> Vec<Component> {
        self.read
    }
}
