//! An agreement as a document of Akoma Ntoso 3.0, which this program reads back the same.
//!
//! What the format has no place for (sources, parties, dates less exact than a day, how near a text is to the
//! instrument) stands in its `proprietary` block as a record of format `accords/1`.

use crate::data::akoma_ntoso::{NAMESPACE, PLACEHOLDER, RECORD_NAMESPACE, written_id};
use crate::model::{Agreement, AgreementKind, Clause, Collection, Dossier, ItemId, Part};
use quick_xml::escape::escape;
use serde_json::{Value, json, to_value};
use std::borrow::Cow;
use std::fmt::Write;

/// The id of this program in the documents it writes; no clause has it, as the sign is none of an id.
const SELF: &str = "~accords";

/// The document of an agreement, or of the agreement that a clause stands in. None for other items.
pub fn akoma_ntoso(collection: &Collection, item: ItemId) -> Option<String> {
    let dossier = collection.dossier(item)?;
    let (Part::Agreement(i) | Part::Clause(i, _)) = item.part else { return None };
    let agreement = dossier.agreement(i)?;
    let (document, body) = match agreement.kind {
        Some(AgreementKind::Treaty | AgreementKind::Protocol | AgreementKind::Agreement) => ("act", "body"),
        Some(AgreementKind::Declaration | AgreementKind::Statement) => ("statement", "mainBody"),
        _ => ("doc", "mainBody"),
    };
    let name = agreement.kind.map_or("agreement", AgreementKind::word);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing into a String cannot fail.
    let _ = writeln!(out, "<akomaNtoso xmlns=\"{NAMESPACE}\">\n<{document} name=\"{name}\">");
    meta(&mut out, dossier, agreement, document);
    preface(&mut out, agreement);
    let _ = writeln!(out, "<{body}>");
    clauses(&mut out, agreement);
    let _ = writeln!(out, "</{body}>\n</{document}>\n</akomaNtoso>");
    Some(out)
}

fn meta(out: &mut String, dossier: &Dossier, agreement: &Agreement, document: &str) {
    let day = agreement.signed.map(|date| date.begins());
    let date = day.map_or_else(
        || "0001-01-01".to_owned(),
        |d| format!("{:04}-{:02}-{:02}", d.year.max(1), d.month, d.day),
    );
    // A date must be given; what is really known of it stands in the record.
    let date_of = match agreement.signed {
        Some(date) if date.is_day() => "signed",
        Some(_) => "earliest-possible",
        None => "not-on-record",
    };
    let name = slug(&format!("{}-{}", dossier.id, agreement.id));
    let work = format!("/akn/int/{document}/{date}/{name}");
    let language = agreement.language.as_deref().filter(|l| is_language(l)).unwrap_or("und");
    let text = format!("{work}/{language}@");
    let _ = writeln!(out, "<meta>\n<identification source=\"#{SELF}\">");
    for (section, uri, suffix, own) in [
        ("FRBRWork", &work, "", "<FRBRcountry value=\"int\"/>".to_owned()),
        ("FRBRExpression", &text, "", format!("<FRBRlanguage language=\"{language}\"/>")),
        ("FRBRManifestation", &text, ".xml", "<FRBRformat value=\"application/akn+xml\"/>".to_owned()),
    ] {
        let _ = writeln!(
            out,
            "<{section}>\n<FRBRthis value=\"{uri}/!main{suffix}\"/>\n<FRBRuri value=\"{uri}{suffix}\"/>\n\
             <FRBRdate date=\"{date}\" name=\"{date_of}\"/>\n<FRBRauthor href=\"#{SELF}\"/>\n{own}\n</{section}>"
        );
    }
    let record = serde_json::to_string_pretty(&record(dossier, agreement)).unwrap_or_default();
    let _ = writeln!(
        out,
        "</identification>\n<references source=\"#{SELF}\">\n<TLCReference eId=\"{SELF}\" name=\"program\" \
         href=\"/ontology/program/accords\" showAs=\"accords\"/>\n</references>\n<proprietary source=\"#{SELF}\">\n\
         <record xmlns=\"{RECORD_NAMESPACE}\">{}</record>\n</proprietary>\n</meta>",
        escape(json_for_xml(&record))
    );
}

fn preface(out: &mut String, agreement: &Agreement) {
    let _ = writeln!(out, "<preface>\n<p><docTitle>{}</docTitle></p>", words(&agreement.title));
    if let Some(short) = &agreement.short_title {
        let _ = writeln!(out, "<p><shortTitle>{}</shortTitle></p>", words(short));
    }
    out.push_str("</preface>\n");
}

fn clauses(out: &mut String, agreement: &Agreement) {
    if agreement.clauses.is_empty() {
        let _ = writeln!(
            out,
            "<hcontainer name=\"placeholder\" eId=\"{PLACEHOLDER}\"><content><p>No clause of this agreement is on \
             record.</p></content></hcontainer>"
        );
    }
    let groups = agreement.clauses.chunk_by(|a, b| a.place == b.place);
    for (i, group) in groups.enumerate() {
        let place = group.first().and_then(|clause| clause.place.as_deref());
        if let Some(place) = place {
            let _ = writeln!(
                out,
                "<hcontainer name=\"part\" eId=\"~part-{}\"><heading>{}</heading>",
                i + 1,
                words(place)
            );
        }
        for one in group {
            clause(out, one);
        }
        if place.is_some() {
            out.push_str("</hcontainer>\n");
        }
    }
}

fn clause(out: &mut String, clause: &Clause) {
    let _ = write!(out, "<article eId=\"{}\">", words(&written_id(&clause.id)));
    if let Some(number) = &clause.number {
        let _ = write!(out, "<num>{}</num>", words(number));
    }
    let _ = writeln!(out, "<heading>{}</heading>\n<content>", words(&clause.heading));
    for line in clause.text.lines() {
        let _ = writeln!(out, "<p>{}</p>", words(line));
    }
    if clause.text.lines().next().is_none() {
        out.push_str("<p/>\n");
    }
    out.push_str("</content></article>\n");
}

/// The dossier of this one agreement, without the words that the document itself says.
fn record(dossier: &Dossier, agreement: &Agreement) -> Value {
    let mut own = to_value(agreement).unwrap_or_default();
    if is_line(&agreement.title) {
        own.as_object_mut().and_then(|fields| fields.remove("title"));
    }
    let values = own.get_mut("clauses").and_then(Value::as_array_mut).into_iter().flatten();
    for (clause, value) in agreement.clauses.iter().zip(values) {
        let Some(fields) = value.as_object_mut() else { continue };
        if is_line(&clause.heading) {
            fields.remove("heading");
        }
        if clause.text.is_empty() || clause.text.split('\n').all(is_line) {
            fields.remove("text");
        }
    }
    let names = own.to_string();
    // An id stands in quotes in the record wherever it is named.
    let named = |id: &str| names.contains(&Value::from(id).to_string());
    let parties: Vec<_> = dossier.parties.iter().filter(|p| named(&p.id)).collect();
    let sources: Vec<_> = dossier.sources.iter().filter(|s| named(&s.id)).collect();
    let sectors: Vec<_> = dossier.sectors.iter().filter(|s| named(&s.id)).collect();
    let mut record = json!({
        "format": dossier.format, "id": dossier.id, "title": dossier.title, "parties": parties,
        "sources": sources, "sectors": sectors, "agreements": [own],
    });
    if let (Some(fields), Some(as_of)) = (record.as_object_mut(), dossier.as_of) {
        fields.insert("as_of".to_owned(), json!(as_of));
    }
    record
}

/// Whether a line comes back as it is: blanks single, none at its ends, nothing that XML forbids.
fn is_line(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars() {
        if (c.is_whitespace() && (c != ' ' || before == ' ')) || is_forbidden(c) {
            return false;
        }
        before = c;
    }
    before != ' '
}

fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Words as XML can hold them.
fn words(text: &str) -> String {
    let held: String = text
        .chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => ' ',
            c if is_forbidden(c) => '\u{fffd}',
            c => c,
        })
        .collect();
    escape(held.as_str()).into_owned()
}

/// JSON whose texts hold nothing that XML forbids: such characters stand as `\u` and their number.
fn json_for_xml(json: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c == '\n' || !is_forbidden(c);
    if json.chars().all(is_plain) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if is_plain(c) {
            out.push(c);
        } else {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        }
    }
    Cow::Owned(out)
}

/// Whether a text has the form of a language code.
fn is_language(code: &str) -> bool {
    (2..=8).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Ids may hold signs that have a meaning in an address of the web.
fn slug(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect()
}
