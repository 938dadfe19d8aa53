//! Generated dossiers, as files.

use crate::corpus::Generator;
use crate::measure::folder;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

const CLAUSES: usize = 1_000_000;
const CLAUSES_AN_AGREEMENT: usize = 200;

/// A million clauses of about 60 words in this many dossiers, each clause with a source and a sector.
pub fn many(temporary: &Path, files: usize) -> PathBuf {
    folder(temporary, &format!("many-{files}"), |folder| {
        let mut generator = Generator::default();
        let agreements = CLAUSES / CLAUSES_AN_AGREEMENT;
        for file in 0..files {
            let mut out = BufWriter::new(File::create(folder.join(format!("{file:04}.json"))).unwrap());
            write!(out, "{}", head(file)).unwrap();
            for number in 0..agreements / files {
                let comma = if number == 0 { "" } else { "," };
                write!(out, "{comma}{}", agreement(number, CLAUSES_AN_AGREEMENT, &mut generator)).unwrap();
            }
            write!(out, "]}}").unwrap();
        }
    })
}

/// This many dossiers, each with an agreement of two clauses.
pub fn small(temporary: &Path, files: usize) -> PathBuf {
    folder(temporary, &format!("small-{files}"), |folder| {
        let mut generator = Generator::default();
        for file in 0..files {
            let text = format!("{}{}]}}", head(file), agreement(0, 2, &mut generator));
            std::fs::write(folder.join(format!("{file:06}.json")), text).unwrap();
        }
    })
}

fn head(file: usize) -> String {
    format!(
        "{{\"format\": \"accords/1\", \"id\": \"d{file}\", \"title\": \"Dossier {file}\", \"parties\": [{{\"id\": \
         \"AZE\", \"kind\": \"state\", \"name\": \"Azerbaijan\"}}], \"sources\": [{{\"id\": \"s\", \"kind\": \
         \"official\", \"publisher\": \"P\", \"title\": \"T\"}}], \"sectors\": [{{\"id\": \"trade\", \"name\": \
         \"Trade\"}}], \"agreements\": [\n"
    )
}

fn agreement(number: usize, clauses: usize, generator: &mut Generator) -> String {
    let mut out = format!(
        "{{\"id\": \"a{number}\", \"title\": \"Agreement No. {number}\", \"signed\": \"{}\", \"parties\": \
         [\"AZE\"], \"sources\": [\"s\"], \"clauses\": [",
        1948 + number % 60
    );
    for clause in 0..clauses {
        let line = generator.line();
        let comma = if clause == 0 { "" } else { "," };
        let (heading, text) =
            (serde_json::to_string(line.heading).unwrap(), serde_json::to_string(&line.text).unwrap());
        let _ = write!(
            out,
            "{comma}\n{{\"id\": \"c{clause}\", \"number\": \"Article {clause}\", \"heading\": {heading}, \"text\": \
             {text}, \"wording\": \"official\", \"sectors\": [\"trade\"], \"sources\": [\"s\"]}}"
        );
    }
    out.push_str("]}");
    out
}
