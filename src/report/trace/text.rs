//! A trace for people.

use super::{Traced, address, percent};
use crate::insight::compare::{label, passage, signed};
use crate::insight::trace::{AgreementTrace, Near, PASSAGE, Run, Share, TextTrace};
use crate::model::{Collection, Date, ItemId, Part};
use crate::report::compare::merged;
use crate::report::table::TextLook;
use crate::text::{count, cut, shown, thousands};
use std::io::{self, Write};

/// Of a long list so many are told.
const FIRST: usize = 10;

/// Writes a trace for people.
///
/// # Errors
/// What the writer returns.
pub fn trace_text(
    collection: &Collection,
    traced: &Traced<'_>,
    look: TextLook,
    out: &mut impl Write,
) -> io::Result<()> {
    match traced {
        Traced::Agreement(trace) => {
            head(collection, trace.item, out)?;
            said(traced, out)?;
            agreement(collection, trace, out)
        }
        Traced::Clause { item, text, trace } => {
            head(collection, *item, out)?;
            said(traced, out)?;
            passages(collection, text, trace, look, out)
        }
        Traced::Draft { name, text, trace } => {
            writeln!(out, "{}", shown(name))?;
            said(traced, out)?;
            passages(collection, text, trace, look, out)
        }
    }
}

fn head(collection: &Collection, item: ItemId, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", named(collection, item))?;
    let undated = collection.date(item).is_none();
    let note = if undated { "; taken as signed last, since its date is not on record" } else { "" };
    writeln!(out, "{}{note}", shown(&signed(collection, item)))
}

/// What an item is called, with its address; a clause with the agreement it belongs to.
fn named(collection: &Collection, item: ItemId) -> String {
    let mut words = label(collection, item);
    if let Part::Clause(a, _) = item.part {
        words = format!("{words}, {}", label(collection, ItemId { part: Part::Agreement(a), ..item }));
    }
    format!("{}  [{}]", shown(&words), address(collection, item))
}

/// How much is borrowed, in a sentence.
fn said(traced: &Traced<'_>, out: &mut impl Write) -> io::Result<()> {
    let (all, borrowed) = traced.counts();
    if all == 0 {
        return writeln!(out, "no clause has {PASSAGE} words on record, so there is nothing to trace");
    }
    let passages = count(all, "passage", "passages");
    let stand = if borrowed == 1 { "stands" } else { "stand" };
    writeln!(
        out,
        "{} of its {passages} of {PASSAGE} words {stand} in earlier agreements of what is open ({} %)",
        thousands(borrowed),
        percent(borrowed, all)
    )
}

fn agreement(collection: &Collection, trace: &AgreementTrace, out: &mut impl Write) -> io::Result<()> {
    shares(
        "Also in these earlier ones (a passage may stand in several)",
        collection,
        &trace.from,
        trace,
        out,
    )?;
    shares("First used by", collection, &trace.first, trace, out)?;
    shares("Also in these later ones", collection, &trace.later, trace, out)?;
    if trace.borrowed == 0 {
        return Ok(());
    }
    writeln!(out, "\nClause by clause")?;
    for clause in trace.clauses.iter().filter(|clause| clause.passages > 0) {
        let most = clause.most.map(|share| format!("  most in {}", label(collection, share.agreement)));
        writeln!(
            out,
            "  {:>3} %  {}  [{}]{}",
            percent(clause.borrowed, clause.passages),
            shown(&label(collection, clause.item)),
            address(collection, clause.item),
            shown(&most.unwrap_or_default())
        )?;
    }
    Ok(())
}

fn shares(
    heading: &str,
    collection: &Collection,
    shares: &[Share],
    trace: &AgreementTrace,
    out: &mut impl Write,
) -> io::Result<()> {
    if shares.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}")?;
    for share in shares.iter().take(FIRST) {
        writeln!(
            out,
            "  {:>3} %  {:>11}  {}",
            percent(share.passages, trace.passages),
            day(collection.date(share.agreement)),
            named(collection, share.agreement)
        )?;
    }
    more(shares.len(), out)
}

fn more(all: usize, out: &mut impl Write) -> io::Result<()> {
    match all.saturating_sub(FIRST) {
        0 => Ok(()),
        rest => writeln!(out, "  and {} more", thousands(rest)),
    }
}

fn day(date: Option<Date>) -> String {
    date.map_or_else(|| "undated".to_owned(), |date| date.shown())
}

fn passages(
    collection: &Collection,
    text: &str,
    trace: &TextTrace,
    look: TextLook,
    out: &mut impl Write,
) -> io::Result<()> {
    if !trace.twins.is_empty() {
        writeln!(out, "\nWord for word also in")?;
        for item in trace.twins.iter().take(FIRST) {
            writeln!(out, "  {:>11}  {}", day(collection.date(*item)), named(collection, *item))?;
        }
        more(trace.twins.len(), out)?;
    }
    if !trace.runs.is_empty() {
        writeln!(out, "\nStands in earlier agreements, by earliest use")?;
        for run in &trace.runs {
            stretch(collection, text, run, out)?;
        }
    }
    if !trace.nearest.is_empty() {
        writeln!(out, "\nNearest clauses: [-only here-] {{+only there+}}")?;
        for near in &trace.nearest {
            nearest(collection, text, near, look, out)?;
        }
    }
    Ok(())
}

fn stretch(collection: &Collection, text: &str, run: &Run, out: &mut impl Write) -> io::Result<()> {
    /// Cells of a quotation; of a longer stretch beginning and end are told by the numbers of its words.
    const QUOTED: usize = 300;
    let words: Vec<&str> = text.get(run.range.clone()).unwrap_or_default().split_whitespace().collect();
    let words = words.join(" ");
    writeln!(out, "  “{}” ({})", shown(&cut(&words, QUOTED, "…")), count(run.words, "word", "words"))?;
    writeln!(out, "    since {}: {}", day(collection.date(run.earliest)), named(collection, run.earliest))?;
    if run.after.is_empty() {
        return Ok(());
    }
    let name = |item: &ItemId| {
        let year =
            collection.date(*item).map_or_else(|| "undated".to_owned(), |date| date.year().to_string());
        format!("{} ({year})", label(collection, *item))
    };
    let first: Vec<String> = run.after.iter().take(FIRST).map(name).collect();
    let rest = match run.after.len().saturating_sub(FIRST) {
        0 => String::new(),
        rest => format!(" and {} more", thousands(rest)),
    };
    let by = count(run.after.len(), "agreement", "agreements");
    writeln!(out, "    after it in {by}: {}{rest}", shown(&first.join("; ")))
}

fn nearest(
    collection: &Collection,
    text: &str,
    near: &Near,
    look: TextLook,
    out: &mut impl Write,
) -> io::Result<()> {
    let passages = count(near.passages, "passage", "passages");
    writeln!(out, "  {}  {}, {passages}", day(collection.date(near.item)), named(collection, near.item))?;
    let other = passage(collection, near.item).unwrap_or_default();
    for line in merged(&near.difference, text, other, look.style).lines() {
        writeln!(out, "      {line}")?;
    }
    Ok(())
}
