//! A report that counts its rows while they are written.

use super::forms::{Report, Sheet, TextWriter};
use crate::data::Meter;
use serde_json::Value;
use std::io::{self, Write};

/// A report, and the meter that counts its rows.
pub struct Metered<'a>(pub &'a dyn Report, pub &'a Meter);

impl Report for Metered<'_> {
    fn sheet(&self) -> Sheet<'_> {
        self.0.sheet().counted_by(self.1)
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        self.0.text(out)
    }

    fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        self.0.markdown(out)
    }

    fn docx(&self, out: &mut dyn Write) -> io::Result<()> {
        self.0.docx(out)
    }

    fn record(&self) -> io::Result<Option<Value>> {
        self.0.record()
    }

    fn records(&self) -> io::Result<Option<Vec<Value>>> {
        self.0.records()
    }
}
