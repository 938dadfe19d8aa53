//! What the meta part of a document says, and the record of what no other part can say.

use super::{is_forbidden, is_line};
use crate::data::formats::akoma_ntoso::names::RECORD_NAMESPACE;
use crate::model::{Agreement, Date, Dossier};
use quick_xml::escape::escape;
use serde_json::{Value, json, to_value};
use std::borrow::Cow;
use std::fmt::Write;

/// The id of this program in the documents it writes; no clause has it, as the sign is none of an id.
const SELF: &str = "~accords";

/// What tells a document from others.
pub(super) struct Work {
    kind: &'static str,
    name: String,
    date: Option<Date>,
    /// What the date is where it is known to the day.
    date_of: &'static str,
    language: String,
}

impl Work {
    /// An agreement, as this kind of document.
    pub(super) fn of_agreement(dossier: &Dossier, agreement: &Agreement, kind: &'static str) -> Self {
        let language = agreement.language.as_deref().filter(|l| is_language(l)).unwrap_or("und");
        Self {
            kind,
            name: slug(&format!("{}-{}", dossier.id, agreement.id)),
            date: agreement.signed,
            date_of: "signed",
            language: language.to_owned(),
        }
    }

    /// All agreements of a dossier.
    pub(super) fn of_dossier(dossier: &Dossier) -> Self {
        Self {
            kind: "documentCollection",
            name: slug(&dossier.id),
            date: dossier.as_of,
            date_of: "as-of",
            language: "und".to_owned(),
        }
    }

    /// Writes the identification of a document within another.
    pub(super) fn meta_within(&self, out: &mut String) {
        out.push_str("<meta>\n");
        self.identification(out);
        out.push_str("</meta>\n");
    }

    /// Writes the meta part of the whole, with this record.
    pub(super) fn meta(&self, out: &mut String, record: &Value) {
        out.push_str("<meta>\n");
        self.identification(out);
        let record = serde_json::to_string_pretty(record).unwrap_or_default();
        let _ = writeln!(
            out,
            "<references source=\"#{SELF}\">\n<TLCReference eId=\"{SELF}\" name=\"program\" \
             href=\"/ontology/program/accords\" showAs=\"accords\"/>\n</references>\n<proprietary source=\"#{SELF}\">\n\
             <record xmlns=\"{RECORD_NAMESPACE}\">{}</record>\n</proprietary>\n</meta>",
            escape(json_for_xml(&record))
        );
    }

    fn identification(&self, out: &mut String) {
        let Self { kind, name, language, .. } = self;
        let day = self.date.map(|date| date.begins());
        let date = day.map_or_else(
            || "0001-01-01".to_owned(),
            |d| format!("{:04}-{:02}-{:02}", d.year.max(1), d.month, d.day),
        );
        // A date must be given; what is really known of it stands in the record.
        let date_of = match self.date {
            Some(date) if date.is_day() => self.date_of,
            Some(_) => "earliest-possible",
            None => "not-on-record",
        };
        let work = format!("/akn/int/{kind}/{date}/{name}");
        let text = format!("{work}/{language}@");
        let _ = writeln!(out, "<identification source=\"#{SELF}\">");
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
        out.push_str("</identification>\n");
    }
}

/// The dossier, without the words that the documents of its agreements say.
pub(super) fn record_of_all(dossier: &Dossier) -> Value {
    let mut record = to_value(dossier).unwrap_or_default();
    let agreements = dossier.agreements.iter().map(without_words).collect();
    if let Some(fields) = record.as_object_mut() {
        fields.insert("agreements".to_owned(), Value::Array(agreements));
    }
    record
}

/// The dossier of this one agreement, without the words that the document itself says.
pub(super) fn record_of_one(dossier: &Dossier, agreement: &Agreement) -> Value {
    let own = without_words(agreement);
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

/// An agreement without the words that come back as they are from its document.
fn without_words(agreement: &Agreement) -> Value {
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
    own
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
