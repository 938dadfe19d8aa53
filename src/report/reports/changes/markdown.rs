//! Changes as Markdown: a list under a heading for each kind, `~~old~~` and `**new**`.

use super::super::stretches::Stretch;
use super::listing::ChangesReport;
use super::values::{field_words, shortened};
use crate::insight::changes::{Change, Delta, FieldChange};
use crate::report::forms::markdown::escape;
use crate::text::capitalised;
use serde_json::Value;
use std::io::{self, Write};

const OLD: &str = "~~";
const NEW: &str = "**";

pub(super) fn write(report: &ChangesReport<'_>, out: &mut dyn Write) -> io::Result<()> {
    let [old, new] = report.versions;
    writeln!(out, "# {} → {}\n\n{}", safe(old), safe(new), report.totals())?;
    for (at, change) in report.listed().iter().enumerate() {
        if let Some(heading) = report.heading(at) {
            writeln!(out, "\n## {}\n", safe(&heading))?;
        }
        one(report, change, out)?;
    }
    Ok(())
}

fn one(report: &ChangesReport<'_>, change: &Change, out: &mut dyn Write) -> io::Result<()> {
    let code = |address: &String| format!(" `{}`", address.replace('`', ""));
    let address = change.address.as_ref().map(code).unwrap_or_default();
    let was = change.was.as_ref().map(|was| format!(", was{}", code(was))).unwrap_or_default();
    writeln!(out, "- {}: {}{address}{was}", capitalised(change.state.word()), safe(&change.title))?;
    change.fields.iter().try_for_each(|field| {
        writeln!(out, "  - {}: {}", field_words(field.name), differing(report, change, field))
    })
}

fn differing(report: &ChangesReport<'_>, change: &Change, field: &FieldChange) -> String {
    let value = |mark: &str, value: &Value| marked(mark, &report.words(change, field.name, value));
    match &field.delta {
        Delta::Words(difference) => {
            let text = |value: &'_ Value| value.as_str().unwrap_or_default().to_owned();
            let (old, new) = (text(&field.old), text(&field.new));
            let stretches = shortened(difference, &old, &new).into_iter();
            stretches
                .map(|(stretch, words)| match stretch {
                    Stretch::Same(_) | Stretch::Misread(..) => safe(&words),
                    Stretch::Left(_) => marked(OLD, &words),
                    Stretch::Right(_) => marked(NEW, &words),
                })
                .collect()
        }
        Delta::List { added, removed } => {
            let removed = removed.iter().map(|one| value(OLD, one));
            removed.chain(added.iter().map(|one| value(NEW, one))).collect::<Vec<_>>().join(" ")
        }
        Delta::Whole => {
            let both = [value(OLD, &field.old), value(NEW, &field.new)];
            both.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
        }
    }
}

/// Words between marks, which must not stand beside blanks.
fn marked(mark: &str, words: &str) -> String {
    let inside = words.trim();
    if inside.is_empty() { words.to_owned() } else { format!("{mark}{}{mark}", safe(inside)) }
}

/// Words in which nothing is markup, nor strikes out what is around them.
fn safe(words: &str) -> String {
    escape(words).replace('~', "\\~")
}
