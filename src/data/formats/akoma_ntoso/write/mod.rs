//! Writes agreements as documents.
//!
//! One agreement becomes an act, a statement or a doc; several become the components of a document collection. What the
//! format has no place for (sources, parties, dates less exact than a day, how close a text is to the instrument, events)
//! goes into the `proprietary` block as a record of format `accords/1`.

mod meta;
mod record;
mod texts;

use crate::data::formats::akoma_ntoso::names::{NAMESPACE, PLACEHOLDER, component_prefix, written_id};
use crate::model::{Agreement, AgreementKind, Clause, Dossier, Instrument};
use crate::text::grid::{Grid, Placed};
use meta::Work;
use record::{record_of_all, record_of_one};
use std::fmt::Write;
use texts::{TextPart, parts, words};

/// The document of one agreement of a dossier.
pub fn write_agreement(dossier: &Dossier, agreement: &Agreement) -> String {
    let mut out = String::new();
    let record = record_of_one(dossier, agreement);
    document(&mut out, dossier, agreement, "", |work, out| work.meta(out, &record));
    whole(&out)
}

/// The collection of all agreements of a dossier; the record holds the rest of it.
pub fn write_dossier(dossier: &Dossier) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "<documentCollection name=\"dossier\">");
    Work::of_dossier(dossier).meta(&mut out, &record_of_all(dossier));
    let _ = writeln!(
        out,
        "<preface>\n<p><docTitle>{}</docTitle></p>\n</preface>\n<collectionBody>",
        words(&dossier.title)
    );
    for agreement in &dossier.agreements {
        let id = words(&agreement.id);
        let _ = writeln!(out, "<component eId=\"{id}\">");
        let prefix = component_prefix(&agreement.id);
        document(&mut out, dossier, agreement, &prefix, Work::meta_within);
        out.push_str("</component>\n");
    }
    out.push_str("</collectionBody>\n</documentCollection>\n");
    whole(&out)
}

/// The whole file around a document. Writing into a String cannot fail, here and below.
fn whole(document: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"{NAMESPACE}\">\n{document}</akomaNtoso>\n"
    )
}

/// Writes an agreement. `prefix` keeps its ids apart from those of other agreements in the same file.
fn document(
    out: &mut String,
    dossier: &Dossier,
    agreement: &Agreement,
    prefix: &str,
    meta: impl Fn(&Work, &mut String),
) {
    let (document, body) = element(agreement.kind.as_ref());
    let name = words(agreement.kind_word().unwrap_or("agreement"));
    let _ = writeln!(out, "<{document} name=\"{name}\">");
    meta(&Work::of_agreement(dossier, agreement, document), out);
    preface(out, agreement);
    let _ = writeln!(out, "<{body}>");
    clauses(out, agreement, prefix);
    let _ = writeln!(out, "</{body}>\n</{document}>");
}

/// The elements of a document of this kind and of its body.
fn element(kind: Option<&Instrument>) -> (&'static str, &'static str) {
    use AgreementKind::*;
    let Some(Instrument::Known(kind)) = kind else { return ("doc", "mainBody") };
    match kind {
        Treaty | Protocol | Agreement | Convention | Charter | Covenant | Pact | Statute | Constitution
        | Concordat | Compact => ("act", "body"),
        Declaration | Statement | Communique => ("statement", "mainBody"),
        _ => ("doc", "mainBody"),
    }
}

fn preface(out: &mut String, agreement: &Agreement) {
    let _ = writeln!(out, "<preface>\n<p><docTitle>{}</docTitle></p>", words(&agreement.title));
    if let Some(short) = &agreement.short_title {
        let _ = writeln!(out, "<p><shortTitle>{}</shortTitle></p>", words(short));
    }
    out.push_str("</preface>\n");
}

fn clauses(out: &mut String, agreement: &Agreement, prefix: &str) {
    if agreement.clauses.is_empty() {
        let _ = writeln!(
            out,
            "<hcontainer name=\"placeholder\" eId=\"{}{PLACEHOLDER}\"><content><p>No clause of this agreement is on \
             record.</p></content></hcontainer>",
            words(prefix)
        );
    }
    let groups = agreement.clauses.chunk_by(|a, b| a.place == b.place);
    for (i, group) in groups.enumerate() {
        let place = group.first().and_then(|clause| clause.place.as_deref());
        if let Some(place) = place {
            let _ = writeln!(
                out,
                "<hcontainer name=\"part\" eId=\"{}~part-{}\"><heading>{}</heading>",
                words(prefix),
                i + 1,
                words(place)
            );
        }
        for one in group {
            clause(out, one, prefix);
        }
        if place.is_some() {
            out.push_str("</hcontainer>\n");
        }
    }
}

fn clause(out: &mut String, clause: &Clause, prefix: &str) {
    let _ = write!(out, "<article eId=\"{}{}\">", words(prefix), words(&written_id(&clause.id)));
    if let Some(number) = &clause.number {
        let _ = write!(out, "<num>{}</num>", words(number));
    }
    let _ = writeln!(out, "<heading>{}</heading>\n<content>", words(&clause.heading));
    let parts = parts(&clause.text);
    let mut tables = 0;
    for part in &parts {
        match part {
            TextPart::Line(line) => {
                let _ = writeln!(out, "<p>{}</p>", words(line));
            }
            TextPart::Table(grid) => {
                tables += 1;
                let id = format!("{}{}~table-{tables}", words(prefix), words(&written_id(&clause.id)));
                table(out, &id, grid);
            }
        }
    }
    if parts.is_empty() {
        out.push_str("<p/>\n");
    }
    out.push_str("</content></article>\n");
}

fn table(out: &mut String, id: &str, grid: &Grid) {
    let _ = writeln!(out, "<table eId=\"{id}\">");
    for (at, row) in grid.rows().iter().enumerate() {
        let name = if at < grid.headers() { "th" } else { "td" };
        out.push_str("<tr>");
        for Placed { cell, .. } in row {
            let _ = write!(out, "<{name}");
            for (span, size) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
                if size > 1 {
                    let _ = write!(out, " {span}=\"{size}\"");
                }
            }
            out.push('>');
            for line in cell.text.lines() {
                let _ = write!(out, "<p>{}</p>", words(line));
            }
            if cell.text.is_empty() {
                out.push_str("<p/>");
            }
            let _ = write!(out, "</{name}>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}
