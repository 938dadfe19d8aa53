//! Changes as text: a sign for what became of each entry, its fields below it.

use super::super::compare::{ONLY_LEFT, ONLY_RIGHT};
use super::super::stretches::Stretch;
use super::listing::ChangesReport;
use super::values::{field_words, shortened};
use crate::insight::changes::{Change, Delta, FieldChange, State};
use crate::report::forms::TextWriter;
use crate::report::forms::text::lines::Highlighted;
use serde_json::Value;
use std::io::{self, Write};

pub(super) fn write(report: &ChangesReport<'_>, out: &mut TextWriter<'_>) -> io::Result<()> {
    let [old, new] = report.versions;
    out.line("", &format!("{old} → {new}"))?;
    out.line("", &report.totals())?;
    for (at, change) in report.listed().iter().enumerate() {
        if let Some(heading) = report.heading(at) {
            writeln!(out)?;
            out.line("== ", &heading)?;
        }
        one(report, change, out)?;
    }
    Ok(())
}

fn one(report: &ChangesReport<'_>, change: &Change, out: &mut TextWriter<'_>) -> io::Result<()> {
    let before = match change.state {
        State::Added => "+ ",
        State::Removed => "- ",
        State::Changed => "~ ",
        State::Renamed => "> ",
    };
    match &change.address {
        Some(address) => out.linked(before, &change.title, address)?,
        None => out.line(before, &change.title)?,
    }
    if let Some(was) = &change.was {
        out.line("    ", &format!("was {was}"))?;
    }
    change.fields.iter().try_for_each(|field| out.line("    ", differing(report, change, field)))
}

/// A field with what differs in it.
fn differing(report: &ChangesReport<'_>, change: &Change, field: &FieldChange) -> Highlighted {
    let mut line = Highlighted::default();
    line.push(&field_words(field.name));
    line.push(": ");
    let mut marked = |marks: (&str, &str), value: &Value, before: &str| {
        let words = report.words(change, field.name, value);
        if !words.is_empty() {
            line.push(before);
            line.push_highlighted(marks, words.trim());
        }
        !words.is_empty()
    };
    match &field.delta {
        Delta::Words(difference) => {
            let text = |value: &'_ Value| value.as_str().unwrap_or_default().to_owned();
            let (old, new) = (text(&field.old), text(&field.new));
            for (stretch, words) in shortened(difference, &old, &new) {
                match stretch {
                    Stretch::Same(_) | Stretch::Misread(..) => line.push(&words),
                    Stretch::Left(_) => line.push_highlighted(ONLY_LEFT, &words),
                    Stretch::Right(_) => line.push_highlighted(ONLY_RIGHT, &words),
                }
            }
        }
        Delta::List { added, removed } => {
            let removed = removed.iter().map(|value| (ONLY_LEFT, value));
            for (at, (marks, value)) in
                removed.chain(added.iter().map(|value| (ONLY_RIGHT, value))).enumerate()
            {
                marked(marks, value, if at == 0 { "" } else { " " });
            }
        }
        Delta::Whole => {
            let has_old = marked(ONLY_LEFT, &field.old, "");
            marked(ONLY_RIGHT, &field.new, if has_old { " " } else { "" });
        }
    }
    line
}
