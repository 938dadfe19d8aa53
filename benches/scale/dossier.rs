//! The text of generated dossiers.

use crate::corpus::Generator;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// A dossier of agreements with this many clauses each.
pub struct Plan {
    /// How many agreements.
    pub agreements: usize,
    /// How many clauses each of them has.
    pub clauses: usize,
    /// Whether all agreements are of one package.
    pub package: bool,
    /// How many events.
    pub events: usize,
    /// The clause of the first agreement that an event carries out.
    pub carries_out: fn(usize) -> usize,
}

impl Default for Plan {
    fn default() -> Self {
        Self { agreements: 1, clauses: 1, package: false, events: 0, carries_out: |event| event }
    }
}

/// The names of the sectors.
const SECTORS: [&str; 8] =
    ["Trade", "Energy", "Transport", "Culture", "Security", "Water", "Education", "Health"];

impl Plan {
    /// Writes it as `dossier.json` in a folder.
    pub fn write(&self, folder: &Path) {
        let mut out = BufWriter::new(File::create(folder.join("dossier.json")).unwrap());
        let mut generator = Generator::default();
        write!(out, "{}", head("d")).unwrap();
        let sectors = SECTORS.map(|name| format!(r#"{{"id":"{}","name":"{name}"}}"#, name.to_lowercase()));
        write!(out, r#","sectors":[{}],"agreements":["#, sectors.join(",")).unwrap();
        for agreement in 0..self.agreements {
            let clauses = (0..self.clauses).map(|clause| {
                let line = generator.line();
                clause_of(clause, line.heading, &line.text)
            });
            let package = if self.package { r#""package":"all","# } else { "" };
            let clauses = clauses.collect::<Vec<_>>().join(",\n");
            let comma = if agreement == 0 { "" } else { ",\n" };
            write!(out, "{comma}{}", agreement_of(agreement, package, &clauses)).unwrap();
        }
        write!(out, "],\"events\":[").unwrap();
        for event in 0..self.events {
            let comma = if event == 0 { "" } else { ",\n" };
            let clause = (self.carries_out)(event) % self.clauses;
            write!(out, "{comma}{}", event_of(event, &format!("a0.c{clause}"))).unwrap();
        }
        write!(out, "]}}").unwrap();
    }
}

/// The start of a dossier with a party and a source, up to a comma.
pub fn head(id: &str) -> String {
    format!(
        r#"{{"format":"accords/1","id":"{id}","title":"Dossier","parties":[{{"id":"AZE","kind":"state","name":"Azerbaijan"}},{{"id":"KGZ","kind":"state","name":"Kyrgyzstan"}}],"sources":[{{"id":"s","kind":"official","publisher":"P","title":"T"}}]"#
    )
}

/// An agreement; `more` are fields with a comma after them.
pub fn agreement_of(number: usize, more: &str, clauses: &str) -> String {
    format!(
        r#"{{"id":"a{number}",{more}"title":"Agreement No. {number}","signed":"{}","parties":["AZE","KGZ"],"sources":["s"],"clauses":[{clauses}]}}"#,
        1948 + number % 60
    )
}

/// A clause.
pub fn clause_of(number: usize, heading: &str, text: &str) -> String {
    let mut out = String::new();
    let sector = SECTORS[number % SECTORS.len()].to_lowercase();
    let (heading, text) = (serde_json::to_string(heading).unwrap(), serde_json::to_string(text).unwrap());
    write!(
        out,
        r#"{{"id":"c{number}","number":"Article {number}","heading":{heading},"text":{text},"wording":"official","sectors":["{sector}"],"sources":["s"]}}"#
    )
    .unwrap();
    out
}

/// An event that carries out a clause.
fn event_of(number: usize, clause: &str) -> String {
    let (year, month) = (1990 + number % 35, 1 + number % 12);
    format!(
        r#"{{"id":"e{number}","date":"{year}-{month:02}-11","title":"Event No. {number}","kind":"visit","agreements":["a0"],"carries_out":[{{"clause":"{clause}","basis":"source"}}],"sources":["s"]}}"#
    )
}
