//! The meta part of a document: how the work is identified, and the record.

use super::texts::json_for_xml;
use crate::data::formats::akoma_ntoso::names::RECORD_NAMESPACE;
use crate::model::{Agreement, Date, Dossier};
use crate::text::slug;
use quick_xml::escape::escape;
use serde_json::Value;
use std::fmt::Write;

/// The id of this program in the documents it writes; `~` keeps it apart from the ids of clauses.
const SELF: &str = "~accords";

/// What identifies a document.
pub(super) struct Work {
    kind: &'static str,
    name: String,
    date: Option<Date>,
    /// The role of the date, if it is known to the day.
    date_of: &'static str,
    language: String,
}

impl Work {
    /// An agreement, written as this kind of document.
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

    /// Writes the meta part of the file, with this record.
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
        // The format requires a date; the record says what is really known.
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

/// Whether a text has the form of a language code.
fn is_language(code: &str) -> bool {
    (2..=8).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphabetic())
}
