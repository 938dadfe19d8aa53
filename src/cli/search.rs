//! `accords search`: the explorer's ranking, printed.

use super::complete::queries;
use super::earlier;
use super::input::{DataArgs, check, open, understood};
use super::many_queries::{self, Asked};
use super::output::{Output, OutputArgs, only_first};
use super::reading::Reading;
use super::tell;
use crate::error::Error;
use crate::model::{Collection, ItemId, Kind};
use crate::report::{Format, SearchReport};
use crate::search::{ANSWERS, Depth, LANGUAGE, Matches};
use crate::text;
use clap::Args;
use clap_complete::ArgValueCompleter;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The limit for text without --limit: nobody reads further.
const TEXT_LIMIT: usize = 50;

/// Options of a search.
#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    /// Words in any order, typos are fine; quote several words
    #[arg(allow_hyphen_values = true, required_unless_present = "queries", add = ArgValueCompleter::new(queries))]
    pub query: Option<String>,
    #[command(flatten)]
    data: DataArgs,
    /// Show only matches of this kind
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// Show only matches that are not in FILE, a result saved with --format json or jsonl
    #[arg(long, value_name = "FILE")]
    since: Option<PathBuf>,
    /// Show at most N matches [default: 50 as text, else all]
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Search for each line of FILE, and print each result with its query; - is stdin
    #[arg(long, value_name = "FILE")]
    queries: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
    /// Print help
    #[arg(long, action = clap::ArgAction::Help)]
    help: Option<bool>,
}

pub(super) fn run(mut args: SearchArgs) -> Result<u8, Error> {
    match args.queries.take() {
        None => run_one(&args),
        Some(file) => {
            // Without a query, the first word is a path.
            args.data.paths.splice(0..0, args.query.take().map(PathBuf::from));
            run_many(&args, &file)
        }
    }
}

fn run_one(args: &SearchArgs) -> Result<u8, Error> {
    let output = Output::open(&args.output)?;
    if let Some(hint) = hint(args) {
        tell::complain(&hint);
    }
    let query = understood(args.query(), &tell::complain)?.ok_or(Error::NoWord)?;
    let earlier = args.earlier()?;
    let (limit, depth) = args.reach(output.format);
    let mut reading = Reading::new(&args.data)?;
    let (collection, matches) = reading.search(&query, depth);
    if collection.dossiers().is_empty() {
        return Ok(2);
    }
    check(&matches, &tell::complain)?;
    let is_text = output.format == Format::Text;
    let report =
        SearchReport::new(&collection, &matches, limit, |item| args.wants(&collection, &earlier, item));
    output.report(&report, only_first(report.printed(), report.all))?;
    if let Some(whole) = whole_agreements(&matches, args.query()).filter(|_| is_text) {
        tell::complain(&whole);
    }
    match (report.all == 0 && is_text, matches.ranked().is_empty()) {
        (true, false) if args.since.is_some() => tell::complain("no new matches"),
        (true, _) => {
            let near = reading.nearest(&collection, &query, tell::NEAREST);
            tell::no_match("no matches for", args.query(), &near);
        }
        (false, _) => {}
    }
    Ok(if report.all > 0 { reading.code() } else { reading.code().max(1) })
}

fn run_many(args: &SearchArgs, file: &Path) -> Result<u8, Error> {
    let output = Output::open(&args.output)?;
    let queries = many_queries::read(file, &args.data)?;
    let (collection, code) = open(&args.data)?;
    if collection.dossiers().is_empty() {
        return Ok(2);
    }
    let (limit, depth) = args.reach(output.format);
    let earlier = args.earlier()?;
    let asked = Asked { depth, limit, wanted: &|item| args.wants(&collection, &earlier, item) };
    let found = many_queries::print(file, &queries, &collection, &asked, output)?;
    Ok(found.max(code))
}

impl SearchArgs {
    /// How many matches are printed, and how many are ranked.
    fn reach(&self, format: Format) -> (usize, Depth) {
        let limit = self.limit.unwrap_or(if format == Format::Text { TEXT_LIMIT } else { usize::MAX });
        // What is filtered only after the ranking must not use up its length.
        let is_filtered = self.kind.is_some() || self.since.is_some();
        let ranked = if is_filtered { usize::MAX } else { limit.max(Depth::FULL.ranked) };
        (limit, Depth { ranked, ..Depth::FULL })
    }

    /// The addresses in an earlier result.
    fn earlier(&self) -> Result<HashSet<String>, Error> {
        match &self.since {
            Some(file) => earlier::addresses(file, self.data.max_size),
            None => Ok(HashSet::new()),
        }
    }

    /// Whether an item is printed if it matches.
    fn wants(&self, collection: &Collection, earlier: &HashSet<String>, item: ItemId) -> bool {
        let is_new = || {
            earlier.is_empty()
                || collection.address(item).is_some_and(|address| !earlier.contains(address.as_str()))
        };
        self.kind.is_none_or(|kind| item.kind() == kind) && is_new()
    }

    /// The query as typed.
    fn query(&self) -> &str {
        self.query.as_deref().unwrap_or_default()
    }
}

/// How many agreements hold all of a query though no single item does, and how to list them.
fn whole_agreements(matches: &Matches, query: &str) -> Option<String> {
    let whole = if matches.all_words() == 0 { matches.listed(Kind::Agreement).len() } else { 0 };
    let words = text::count(whole, "agreement matches", "agreements match");
    let query = text::shown(query);
    (whole > 0).then(|| {
        format!("no item matches all of it; {words} as a whole: accords agreements --where '{query}'")
    })
}

/// A hint to quote several words, if a path looks like a second word.
fn hint(args: &SearchArgs) -> Option<String> {
    let paths = &args.data.paths;
    let is_name = |file: &PathBuf| file.components().count() == 1 && file.extension().is_none();
    let is_word = |file: &PathBuf| is_name(file) && file.as_os_str() != "-" && !file.exists();
    let words: Vec<_> = paths.iter().map(|file| file.to_string_lossy()).collect();
    let query = format!("{} {}", args.query(), words.join(" "));
    paths.iter().any(is_word).then(|| {
        format!("to search for several words, quote them: accords search \"{}\"", text::shown(&query))
    })
}

/// The query language, for the help of a search.
pub(super) fn language() -> String {
    let form = |(form, meaning): &(&str, &str)| format!("  {form:<28} {meaning}");
    let forms: Vec<String> = LANGUAGE.iter().map(form).collect();
    format!("Queries:\n{}\n\n{}", forms.join("\n"), ANSWERS.join("\n"))
}
