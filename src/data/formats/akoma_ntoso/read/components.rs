//! The documents in a collection, read one by one.

use super::body::{Body, Titles};
use super::meta::Meta;
use crate::data::formats::xml::Element;
use crate::model::{Clause, escape_id};

/// A document in a collection.
pub(super) struct Component {
    /// Its own id: in a file of this program, the id of the agreement.
    pub(super) id: String,
    pub(super) meta: Meta,
    pub(super) titles: Titles,
    pub(super) clauses: Vec<Clause>,
}

/// The component being read.
struct Open {
    depth: usize,
    id: String,
    meta: Meta,
    body: Body,
}

/// The documents as they are read.
#[derive(Default)]
pub(super) struct Components {
    /// How many elements are open.
    depth: usize,
    open: Option<Open>,
    read: Vec<Component>,
}

impl Components {
    /// Starts an element. Returns whether it belongs to a component.
    pub(super) fn open(&mut self, element: &Element<'_>) -> bool {
        self.depth += 1;
        match &mut self.open {
            Some(open) => {
                if self.depth == open.depth + 1 {
                    open.meta.named(element.attribute("name").as_deref());
                }
                open.body.open(element);
            }
            None if element.name() == "component" => {
                let id = element.attribute("eId").unwrap_or_default();
                let id = escape_id(id.trim()).into_owned();
                self.open = Some(Open { depth: self.depth, id, meta: Meta::default(), body: Body::new() });
            }
            None => return false,
        }
        true
    }

    /// The meta part of the component being read, unless it has been read.
    pub(super) fn meta(&mut self) -> Option<&mut Meta> {
        self.open.as_mut().map(|open| &mut open.meta).filter(|meta| meta.is_empty())
    }

    /// Whether a component is being read.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Adds text inside the element opened last. Returns whether it belongs to a component.
    pub(super) fn text(&mut self, text: &str) -> bool {
        self.open.as_mut().map(|open| open.body.text(text)).is_some()
    }

    /// Ends the element opened last. Returns whether it belongs to a component.
    pub(super) fn close(&mut self) -> bool {
        let ended = self.open.take_if(|open| open.depth == self.depth);
        self.depth = self.depth.saturating_sub(1);
        match ended {
            Some(Open { id, meta, body, .. }) => {
                let (titles, clauses) = body.finish();
                self.read.push(Component { id, meta, titles, clauses });
                true
            }
            None => self.open.as_mut().map(|open| open.body.close()).is_some(),
        }
    }

    pub(super) fn finish(self) -> Vec<Component> {
        self.read
    }
}
