//! Agreements as Akoma Ntoso, safe to print.

use super::selection::Selection;
use crate::data::akoma_ntoso;
use crate::text::is_command;
use std::io::{self, Write};

/// A selection of one agreement and its clauses is written as a document, any other as a collection.
pub(super) fn write(selection: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
    let alone = selection.alone().and_then(|one| selection.collection.item(one));
    let document = match selection.dossiers().first() {
        Some((place, dossier)) => {
            let part = selection.of_dossier(*place, dossier);
            let id = alone.and_then(|one| Some(one.agreement()?.id.as_str()));
            match part.agreements.iter().find(|one| Some(one.id.as_str()) == id) {
                Some(one) => akoma_ntoso::write_agreement(&part, one),
                None => akoma_ntoso::write_dossier(&part),
            }
        }
        None => String::new(),
    };
    out.write_all(referred(&document).as_bytes())
}

/// XML with references for the characters that could command a terminal; they mean the same.
fn referred(xml: &str) -> String {
    let mut out = String::with_capacity(xml.len());
    for c in xml.chars() {
        if c != '\n' && is_command(c) {
            out.push_str(&format!("&#x{:X};", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}
