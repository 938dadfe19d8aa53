//! One item, as the explorer's reader shows it.

use super::views::view;
use crate::insight::page;
use crate::model::{Collection, ItemId};
use crate::report::export::{Selection, docx};
use crate::report::forms::markdown::markdown;
use crate::report::forms::record::linked_record;
use crate::report::forms::text::page::{LinkLabels, page_text};
use crate::report::forms::{Report, Sheet, TextWriter};
use serde_json::Value;
use std::io::{self, Write};

/// An item: the page of the reader for people, the dossier's record with its links for programs.
pub struct ItemReport<'a> {
    /// What the item is in.
    pub collection: &'a Collection,
    /// The item.
    pub item: ItemId,
    /// The most rows of each section of the page.
    pub most: usize,
}

impl Report for ItemReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        view(self.collection, self.item.kind(), vec![self.item])
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        match page(self.collection, self.item) {
            Some(page) => {
                let (look, page) = (out.look, page.limited(self.most));
                page_text(self.collection, &page, look, &mut LinkLabels::Addresses, out)
            }
            None => Ok(()),
        }
    }

    fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        match page(self.collection, self.item) {
            Some(page) => out.write_all(markdown(&page.limited(self.most)).as_bytes()),
            None => Ok(()),
        }
    }

    fn docx(&self, out: &mut dyn Write) -> io::Result<()> {
        let selection = Selection::new(self.collection, |item| item == self.item);
        docx::write(&selection, self.most, out)
    }

    fn record(&self) -> io::Result<Option<Value>> {
        Ok(linked_record(self.collection, self.item))
    }

    fn records(&self) -> io::Result<Option<Vec<Value>>> {
        Ok(linked_record(self.collection, self.item).map(|record| vec![record]))
    }
}
