//! `accords search`: the explorer's ranking, printed.

use super::output::Output;
use super::{Arguments, SearchArgs, complain, complain_nothing, earlier, find, only_first, open};
use crate::error::Error;
use crate::model::{Collection, ItemId};
use crate::report::{self, Format};
use crate::search::{Depth, Match};
use crate::text;
use clap::CommandFactory;
use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

/// Without a limit, text ends here: a person reads no further.
const TEXT_LIMIT: usize = 50;

pub(super) fn run(args: &SearchArgs) -> Result<u8, Error> {
    let mut output = Output::open(&args.output)?;
    if args.query == "-h" {
        let mut command = Arguments::command();
        command.build();
        let help = command.find_subcommand_mut("search").map(clap::Command::render_help);
        let written = write!(output, "{}", help.unwrap_or_default());
        output.finish(written)?;
        return Ok(0);
    }
    let (collection, code) = open(&args.data)?;
    if let Some(hint) = hint(args) {
        complain(&hint);
    }
    if collection.dossiers().is_empty() {
        return Ok(2);
    }
    let some = print(args, &collection, output)?;
    Ok(if some { code } else { code.max(1) })
}

/// Prints the matches; false where there are none.
fn print(args: &SearchArgs, collection: &Collection, mut output: Output) -> Result<bool, Error> {
    let earlier = match &args.since {
        Some(file) => earlier::addresses(file, args.data.max_size)?,
        None => HashSet::new(),
    };
    let is_text = output.format == Format::Text;
    let limit = args.limit.unwrap_or(if is_text { TEXT_LIMIT } else { usize::MAX });
    // What is left out only after the ranking must not count for its length.
    let ranked =
        if args.kind.is_some() || args.since.is_some() { usize::MAX } else { limit.max(Depth::FULL.ranked) };
    let matches = find(collection, &args.query, Depth { ranked, ..Depth::FULL })?.ok_or(Error::NoWord)?;
    let is_new = |item| collection.address(item).is_some_and(|address| !earlier.contains(address.as_str()));
    let wanted = |item: ItemId| args.kind.is_none_or(|kind| item.kind() == kind) && is_new(item);
    let found = report::found(collection, &matches, limit, wanted);
    let all = matches.ranked().iter().filter(|found| wanted(found.item)).count();
    let some = |found: &&Match| found.words < matches.words() && wanted(found.item);
    let partly = matches.ranked().iter().filter(some).count();
    let written = if is_text {
        let rest = only_first(found.len(), all);
        report::search_text(&found, partly, &matches, output.look, &mut output)
            .and_then(|()| rest.into_iter().try_for_each(|words| writeln!(output, "{words}")))
    } else {
        output.table(&report::search_table(&found))
    };
    output.finish(written)?;
    match (all == 0 && is_text, matches.ranked().is_empty()) {
        (true, false) if args.since.is_some() => complain("nothing new"),
        (true, _) => complain_nothing("nothing holds", &args.query, &matches),
        (false, _) => {}
    }
    Ok(all > 0)
}

/// How to search for several words, where a second word is no file.
fn hint(args: &SearchArgs) -> Option<String> {
    let paths = &args.data.paths;
    let is_name = |file: &PathBuf| file.components().count() == 1 && file.extension().is_none();
    let is_word = |file: &PathBuf| is_name(file) && file.as_os_str() != "-" && !file.exists();
    let words: Vec<_> = paths.iter().map(|file| file.to_string_lossy()).collect();
    let query = format!("{} {}", args.query, words.join(" "));
    paths.iter().any(is_word).then(|| {
        format!("to search for several words, quote them: accords search \"{}\"", text::shown(&query))
    })
}
