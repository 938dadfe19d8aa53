//! The documents in a collection that this program wrote, each on its own: the agreements that its record tells of.

use super::body::{Body, Titles};
use crate::data::formats::xml::Element;
use crate::model::{Clause, escape_id};

/// An agreement in a collection.
pub(super) struct Component {
    /// Its id.
    pub(super) id: String,
    pub(super) titles: Titles,
    pub(super) clauses: Vec<Clause>,
}

/// See the module.
#[derive(Default)]
pub(super) struct Components {
    /// Elements that are open.
    depth: usize,
    /// The component that is read: how deep it stands, its id, and its text so far.
    open: Option<(usize, String, Body)>,
    read: Vec<Component>,
}

impl Components {
    /// An element begins.
    pub(super) fn open(&mut self, element: &Element<'_>) {
        self.depth += 1;
        match &mut self.open {
            Some((_, _, body)) => body.open(element),
            None if element.name() == "component" => {
                let id = element.attribute("eId").unwrap_or_default();
                self.open = Some((self.depth, escape_id(id.trim()).into_owned(), Body::default()));
            }
            None => {}
        }
    }

    /// Text inside of the element opened last.
    pub(super) fn text(&mut self, text: &str) {
        if let Some((_, _, body)) = &mut self.open {
            body.text(text);
        }
    }

    /// The element opened last ends.
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

    /// All of them.
    pub(super) fn finish(self) -> Vec<Component> {
        self.read
    }
}
