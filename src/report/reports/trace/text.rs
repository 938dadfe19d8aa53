//! A trace for people.

use super::traced::{Traced, percent};
use crate::insight::compare::{label, passage, signed};
use crate::insight::trace::{AgreementTrace, Near, PASSAGE, Reuse, Share, TextTrace};
use crate::model::{Collection, Date, ItemId};
use crate::report::forms::TextLook;
use crate::report::forms::text::lines::{Highlighted, linked, wrapped};
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
    look: TextLook,
    out: &mut dyn Write,
) -> io::Result<()> {
    match traced {
        Traced::Agreement(trace) => {
            head(collection, trace.item, look, out)?;
            said(traced, look, out)?;
            agreement(collection, trace, look, out)
        }
        Traced::Clause { item, text, trace } => {
            head(collection, *item, look, out)?;
            said(traced, look, out)?;
            passages(collection, text, trace, look, out)
        }
        Traced::Draft { name, text, trace } => {
            wrapped("", name, look, out)?;
            said(traced, look, out)?;
            passages(collection, text, trace, look, out)
        }
    }
}

fn head(collection: &Collection, item: ItemId, look: TextLook, out: &mut dyn Write) -> io::Result<()> {
    named("", collection, item, "", look, out)?;
    let undated = collection.date(item).is_none();
    let note = if undated { "; its date is not on record, so it counts as signed last" } else { "" };
    wrapped("", &format!("{}{note}", signed(collection, item)), look, out)
}

/// Writes the label of an item, for a clause with its agreement; then a remark and its address.
fn named(
    before: &str,
    collection: &Collection,
    item: ItemId,
    remark: &str,
    look: TextLook,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut words = label(collection, item);
    if let Some(agreement) = item.agreement().filter(|agreement| *agreement != item) {
        words = format!("{words}, {}", label(collection, agreement));
    }
    linked(
        before,
        Highlighted::of(&format!("{words}{remark}"), &[]),
        &collection.address_text(item),
        look,
        out,
    )
}

/// Writes how much is borrowed.
fn said(traced: &Traced<'_>, look: TextLook, out: &mut dyn Write) -> io::Result<()> {
    let (all, borrowed) = traced.counts();
    if all == 0 {
        let words = format!("no clause has {PASSAGE} words on record, so there is nothing to trace");
        return wrapped("", &words, look, out);
    }
    let passages = count(all, "passage", "passages");
    let appear = if borrowed == 1 { "appears" } else { "appear" };
    let words = format!(
        "{} of its {passages} of {PASSAGE} words {appear} in earlier open agreements ({} %)",
        thousands(borrowed),
        percent(borrowed, all)
    );
    wrapped("", &words, look, out)
}

fn agreement(
    collection: &Collection,
    trace: &AgreementTrace,
    look: TextLook,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (heading, list) in [
        ("Also in these earlier agreements (a passage may be in several)", &trace.from),
        ("First used by", &trace.first),
        ("Also in these later agreements", &trace.later),
    ] {
        shares(heading, collection, list, trace.passages, look, out)?;
    }
    if trace.borrowed == 0 {
        return Ok(());
    }
    writeln!(out, "\nClause by clause")?;
    for clause in trace.clauses.iter().filter(|clause| clause.passages > 0) {
        let before = format!("  {:>3} %  ", percent(clause.borrowed, clause.passages));
        let most = clause.most.map(|share| format!(" · most in {}", label(collection, share.agreement)));
        let words = format!("{}{}", label(collection, clause.item), most.unwrap_or_default());
        linked(&before, Highlighted::of(&words, &[]), &collection.address_text(clause.item), look, out)?;
    }
    Ok(())
}

fn shares(
    heading: &str,
    collection: &Collection,
    shares: &[Share],
    passages: usize,
    look: TextLook,
    out: &mut dyn Write,
) -> io::Result<()> {
    if shares.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}")?;
    for share in shares.iter().take(FIRST) {
        let day = Date::shown_or_undated(collection.date(share.agreement));
        let before = format!("  {:>3} %  {day:>11}  ", percent(share.passages, passages));
        named(&before, collection, share.agreement, "", look, out)?;
    }
    more(shares.len(), out)
}

fn more(all: usize, out: &mut dyn Write) -> io::Result<()> {
    match all.saturating_sub(FIRST) {
        0 => Ok(()),
        rest => writeln!(out, "  and {} more", thousands(rest)),
    }
}

fn passages(
    collection: &Collection,
    text: &str,
    trace: &TextTrace,
    look: TextLook,
    out: &mut dyn Write,
) -> io::Result<()> {
    if !trace.twins.is_empty() {
        writeln!(out, "\nIdentical clauses")?;
        for item in trace.twins.iter().take(FIRST) {
            named(
                &format!("  {:>11}  ", Date::shown_or_undated(collection.date(*item))),
                collection,
                *item,
                "",
                look,
                out,
            )?;
        }
        more(trace.twins.len(), out)?;
    }
    if !trace.runs.is_empty() {
        writeln!(out, "\nIn earlier agreements, by earliest use")?;
        for run in &trace.runs {
            stretch(collection, text, run, look, out)?;
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

fn stretch(
    collection: &Collection,
    text: &str,
    run: &Reuse,
    look: TextLook,
    out: &mut dyn Write,
) -> io::Result<()> {
    /// Cells of a quotation; a longer stretch is cut.
    const QUOTED: usize = 300;
    let words: Vec<&str> = text.get(run.range.clone()).unwrap_or_default().split_whitespace().collect();
    let words = words.join(" ");
    let quoted = format!("“{}” ({})", cut(&words, QUOTED, "…"), count(run.words, "word", "words"));
    wrapped("  ", &quoted, look, out)?;
    let since = format!("    since {}: ", Date::shown_or_undated(collection.date(run.earliest)));
    named(&since, collection, run.earliest, "", look, out)?;
    if run.after.is_empty() {
        return Ok(());
    }
    let name = |item: &ItemId| {
        let year = collection.date(*item).map_or("undated".to_owned(), |date| date.year().to_string());
        format!("{} ({year})", label(collection, *item))
    };
    let first: Vec<String> = run.after.iter().take(FIRST).map(name).collect();
    let rest = match run.after.len().saturating_sub(FIRST) {
        0 => String::new(),
        rest => format!(" and {} more", thousands(rest)),
    };
    let by = count(run.after.len(), "agreement", "agreements");
    wrapped("    ", &format!("then in {by}: {}{rest}", first.join("; ")), look, out)
}

fn nearest(
    collection: &Collection,
    text: &str,
    near: &Near,
    look: TextLook,
    out: &mut dyn Write,
) -> io::Result<()> {
    let passages = count(near.passages, "passage", "passages");
    let before = format!("  {}  ", Date::shown_or_undated(collection.date(near.item)));
    named(&before, collection, near.item, &format!(" · {passages}"), look, out)?;
    let other = passage(collection, near.item).unwrap_or_default();
    merged(&near.difference, text, other).write("      ", look, out)
}
