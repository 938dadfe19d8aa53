//! `accords search`: the explorer's ranking, printed.

use super::{Arguments, Format, SearchArgs, complain, open};
use crate::data::{Opened, Problem};
use crate::error::Error;
use crate::report;
use crate::search::{Index, Query};
use clap::CommandFactory;
use std::io::{self, BufWriter, IsTerminal, Write};

/// Bold and underlined, as matches are on the screen.
const LIT: &str = "\u{1b}[1;4m";

pub(super) fn run(args: &SearchArgs) -> Result<u8, Error> {
    let mut out = BufWriter::new(io::stdout().lock());
    if args.query == "-h" {
        let mut command = Arguments::command();
        command.build();
        let help = command.find_subcommand_mut("search").map(clap::Command::render_help);
        write!(out, "{}", help.unwrap_or_default())?;
        out.flush()?;
        return Ok(0);
    }
    let opened = open(&args.files, args.builtin, args.max_size)?;
    for problem in &opened.problems {
        complain(&with_hint(args, problem));
    }
    if opened.collection.dossiers().is_empty() {
        return Ok(2);
    }
    let some = print(args, &opened, &mut out)?;
    out.flush()?;
    Ok(match (opened.has_errors(), some) {
        (true, _) => 2,
        (false, true) => 0,
        (false, false) => 1,
    })
}

/// Prints the matches; false where there are none.
fn print(args: &SearchArgs, opened: &Opened, out: &mut impl Write) -> Result<bool, Error> {
    let collection = &opened.collection;
    let query = Query::parse(&args.query);
    let matches = Index::build(collection).search(collection, &query);
    let found = report::found(collection, &matches, args.kind, args.limit);
    match args.format {
        Format::Json => report::search_json(&found, out)?,
        Format::Text => {
            let colour =
                io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
            report::search_text(&found, &matches, colour.then_some(LIT), out)?;
        }
    }
    if found.is_empty() && args.format == Format::Text {
        let near = matches.nearest_words(5);
        let hint =
            if near.is_empty() { String::new() } else { format!("; nearest words: {}", near.join(", ")) };
        complain(&format!("nothing holds {}{hint}", crate::text::shown(&args.query)));
    }
    Ok(!found.is_empty())
}

/// The problem; for a second word that is no file, how to search for several words.
fn with_hint(args: &SearchArgs, problem: &Problem) -> String {
    let is_word = !problem.file.exists()
        && problem.file.components().count() == 1
        && problem.file.extension().is_none();
    if !is_word {
        return problem.to_string();
    }
    let words: Vec<String> = args.files.iter().map(|f| f.to_string_lossy().into_owned()).collect();
    let query = format!("{} {}", args.query, words.join(" "));
    format!(
        "{problem}; to search for several words, quote them: accords search \"{}\"",
        crate::text::shown(&query)
    )
}
