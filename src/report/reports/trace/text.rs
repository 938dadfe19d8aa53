//! A trace for people.

use super::traced::{TextOf, Traced, percent};
use crate::insight::compare::{label, passage, signed};
use crate::insight::trace::{AgreementTrace, Near, PASSAGE, Reuse, Share, TextTrace};
use crate::model::{Collection, ItemId};
use crate::report::forms::TextWriter;
use crate::report::reports::compare::merged;
use crate::text::{count, cut, thousands};
use std::io::{self, Write};

/// The most lines of a list that are printed.
const FIRST: usize = 10;

/// Writes a trace for people.
///
/// # Errors
/// What the writer returns.
pub(super) fn write(
    collection: &Collection,
    traced: &Traced<'_>,
    out: &mut TextWriter<'_>,
) -> io::Result<()> {
    let mut printer = Printer { collection, out };
    match traced {
        Traced::Agreement(trace) => printer.head(trace.item)?,
        Traced::Text { of: TextOf::Clause(item), .. } => printer.head(*item)?,
        Traced::Text { of: TextOf::Draft(name), .. } => printer.out.line("", name)?,
    }
    printer.out.line("", &borrowed(traced))?;
    match traced {
        Traced::Agreement(trace) => printer.agreement(trace),
        Traced::Text { text, trace, .. } => printer.passages(text, trace),
    }
}

/// How much is borrowed, in words.
fn borrowed(traced: &Traced<'_>) -> String {
    let (all, borrowed) = traced.counts();
    let length = traced.length();
    // Where words have no blanks between them, each letter counts as a word.
    let length = if length == PASSAGE { format!("{length} words") } else { format!("{length} letters") };
    if all == 0 {
        return format!("no clause has {length} on record, so there is nothing to trace");
    }
    let (of, passages, percent) =
        (thousands(borrowed), count(all, "passage", "passages"), percent(borrowed, all));
    let appear = if borrowed == 1 { "appears" } else { "appear" };
    format!("{of} of its {passages} of {length} {appear} in earlier open agreements ({percent} %)")
}

struct Printer<'a, 'w> {
    collection: &'a Collection,
    out: &'a mut TextWriter<'w>,
}

impl Printer<'_, '_> {
    fn head(&mut self, item: ItemId) -> io::Result<()> {
        self.named("", item, "")?;
        let undated = self.collection.date(item).is_none();
        let note = if undated { "; its date is not on record, so it counts as signed last" } else { "" };
        self.out.line("", &format!("{}{note}", signed(self.collection, item)))
    }

    /// Writes the label of an item, for a clause with its agreement; then a remark and its address.
    fn named(&mut self, before: &str, item: ItemId, remark: &str) -> io::Result<()> {
        let mut words = self.label(item);
        if let Some(agreement) = item.agreement().filter(|agreement| *agreement != item) {
            words = format!("{words}, {}", self.label(agreement));
        }
        let address = self.collection.address_text(item);
        self.out.linked(before, &format!("{words}{remark}"), &address)
    }

    fn label(&self, item: ItemId) -> String {
        label(self.collection, item)
    }

    fn day(&self, item: ItemId) -> String {
        self.collection.item(item).map(|item| item.shown_date()).unwrap_or_default()
    }

    fn agreement(&mut self, trace: &AgreementTrace) -> io::Result<()> {
        for (heading, list) in [
            ("Also in these earlier agreements (a passage may be in several)", &trace.from),
            ("First used by", &trace.first),
            ("Also in these later agreements", &trace.later),
        ] {
            self.shares(heading, list, trace.passages)?;
        }
        if trace.borrowed == 0 {
            return Ok(());
        }
        writeln!(self.out, "\nClause by clause")?;
        for clause in trace.clauses.iter().filter(|clause| clause.passages > 0) {
            let before = format!("  {:>3} %  ", percent(clause.borrowed, clause.passages));
            let most = clause.most.map(|share| format!(" · most in {}", self.label(share.agreement)));
            let words = format!("{}{}", self.label(clause.item), most.unwrap_or_default());
            self.out.linked(&before, &words, &self.collection.address_text(clause.item))?;
        }
        Ok(())
    }

    fn shares(&mut self, heading: &str, shares: &[Share], passages: usize) -> io::Result<()> {
        if shares.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\n{heading}")?;
        for share in shares.iter().take(FIRST) {
            let (percent, day) = (percent(share.passages, passages), self.day(share.agreement));
            self.named(&format!("  {percent:>3} %  {day:>11}  "), share.agreement, "")?;
        }
        self.more(shares.len())
    }

    fn more(&mut self, all: usize) -> io::Result<()> {
        match all.saturating_sub(FIRST) {
            0 => Ok(()),
            rest => writeln!(self.out, "  and {} more", thousands(rest)),
        }
    }

    fn passages(&mut self, text: &str, trace: &TextTrace) -> io::Result<()> {
        if !trace.twins.is_empty() {
            writeln!(self.out, "\nIdentical clauses")?;
            for item in trace.twins.iter().take(FIRST) {
                self.named(&format!("  {:>11}  ", self.day(*item)), *item, "")?;
            }
            self.more(trace.twins.len())?;
        }
        if !trace.runs.is_empty() {
            writeln!(self.out, "\nIn earlier agreements, by earliest use")?;
            trace.runs.iter().try_for_each(|run| self.reuse(text, run))?;
        }
        if !trace.nearest.is_empty() {
            writeln!(self.out, "\nNearest clauses: [-only here-] {{+only there+}}")?;
            trace.nearest.iter().try_for_each(|near| self.nearest(text, near))?;
        }
        Ok(())
    }

    fn reuse(&mut self, text: &str, run: &Reuse) -> io::Result<()> {
        /// Cells of a quotation; a longer stretch is cut.
        const QUOTED: usize = 300;
        let words: Vec<&str> = text.get(run.range.clone()).unwrap_or_default().split_whitespace().collect();
        let quoted =
            format!("“{}” ({})", cut(&words.join(" "), QUOTED, "…"), count(run.words, "word", "words"));
        self.out.line("  ", &quoted)?;
        self.named(&format!("    since {}: ", self.day(run.earliest)), run.earliest, "")?;
        if run.after.is_empty() {
            return Ok(());
        }
        let name = |item: &ItemId| {
            let date = self.collection.date(*item);
            let year = date.map_or_else(|| "undated".to_owned(), |date| date.year().to_string());
            format!("{} ({year})", self.label(*item))
        };
        let first: Vec<String> = run.after.iter().take(FIRST).map(name).collect();
        let rest = match run.after.len().saturating_sub(FIRST) {
            0 => String::new(),
            rest => format!(" and {} more", thousands(rest)),
        };
        let by = count(run.after.len(), "agreement", "agreements");
        self.out.line("    ", &format!("then in {by}: {}{rest}", first.join("; ")))
    }

    fn nearest(&mut self, text: &str, near: &Near) -> io::Result<()> {
        let passages = count(near.passages, "passage", "passages");
        self.named(&format!("  {}  ", self.day(near.item)), near.item, &format!(" · {passages}"))?;
        let other = passage(self.collection, near.item).unwrap_or_default();
        self.out.line("      ", merged(&near.difference, text, other))
    }
}
