//! What the command line takes.

use super::check::CheckArgs;
use super::cite::CiteArgs;
use super::complete::{addresses, queries, states};
use super::completions::Shell;
use super::export::ExportArgs;
use super::manual::ManArgs;
use super::new::NewArgs;
use crate::data::DEFAULT_MAX_SIZE;
use crate::model::{Date, Kind};
use crate::report::Format;
use crate::search::LANGUAGE;
use crate::tui::theme::Theme;
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::ArgValueCompleter;
use std::path::PathBuf;

/// Explore agreements between states: clauses, events, sectors, memberships, and who says so
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true, after_help = AFTER_HELP)]
pub struct Arguments {
    /// What to do instead of exploring.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to explore.
    #[command(flatten)]
    pub explore: ExploreArgs,
}

const AFTER_HELP: &str = "\
Without arguments the built-in dossier opens: the Azerbaijan–Kyrgyzstan strategic
partnership of 2022. Into a pipe, its outline is printed instead. Inside, ? lists
the keys and q quits.

Examples:
  accords                          explore the built-in dossier
  accords mine.json                explore a dossier of your own
  accords search \"renewable energy\"
  accords timeline --where energy  the events that hold a word
  accords show borders             one thing, by its address or the end of it
  accords cite borders --style bibtex
  accords export --to html -o dossier.html
  accords compare declaration-2022 memorandum-2022
  accords trace --draft mine.txt corpus/
  accords new mine.json
  accords check mine.json          is it a good dossier?";

/// Options of the explorer.
#[derive(Debug, Args)]
pub struct ExploreArgs {
    /// What to open.
    #[command(flatten)]
    pub data: DataArgs,
    /// Colours; without it the terminal's background decides, and NO_COLOR
    #[arg(long, value_enum, value_name = "THEME")]
    pub theme: Option<Theme>,
    /// Draw with ASCII signs only
    #[arg(long)]
    pub ascii: bool,
    /// A table of memberships for P instead of the built-in one; overlap --help tells its columns
    #[arg(long, value_name = "FILE")]
    pub memberships: Option<PathBuf>,
    /// Line by line: numbered choices for screen readers, dumb terminals and pipes of commands
    #[arg(long, conflicts_with_all = ["theme", "ascii"])]
    pub plain: bool,
}

/// What to open; the same for every command that reads dossiers.
#[derive(Debug, Args)]
pub struct DataArgs {
    /// Dossiers to open instead of the built-in one; - is standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Open the built-in dossier beside the files
    #[arg(long)]
    pub builtin: bool,
    /// Refuse files larger than this many bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    pub max_size: u64,
}

/// How to print; the same for every command that prints what is in dossiers.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Whether to light what stands out; auto: in a terminal, without NO_COLOR
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub color: Color,
    /// In a terminal, read page by page with $PAGER, else less
    #[arg(long)]
    pub pager: bool,
}

impl OutputArgs {
    /// The form of output.
    pub fn format(&self) -> Format {
        if self.json { Format::Json } else { self.format }
    }
}

/// When to light what stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// In a terminal that is not dumb, without NO_COLOR.
    Auto,
    /// Also into a pipe.
    Always,
    /// Not at all.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print what a search finds, best first
    #[command(disable_help_flag = true, after_help = language())]
    Search(SearchArgs),
    /// Print one thing: an agreement, a clause, an event, a sector, an organisation, a source, a dispute
    Show(ShowArgs),
    /// Print the events, oldest first
    Timeline(ViewArgs),
    /// Print the clauses on record
    Clauses(ViewArgs),
    /// Print the agreements, oldest first
    Agreements(ViewArgs),
    /// Print the sectors, and how much is on record for each
    Sectors(ViewArgs),
    /// Print who sits in which organisation, and since when; shared ones first
    Memberships(ViewArgs),
    /// Print where sources disagree
    Disputes(ViewArgs),
    /// Print the sources
    Sources(ViewArgs),
    /// Print what two or more states share: organisations and agreements, and since when
    Overlap(OverlapArgs),
    /// Print which agreement says something on which sector or topic
    Coverage(CoverageArgs),
    /// Print clauses with what was done since, and clauses without any
    FollowUp(FollowUpArgs),
    /// Print a reference to one thing, for people or for a reference manager
    Cite(CiteArgs),
    /// Write whole dossiers, or what a search selects of them, to a file
    Export(ExportArgs),
    /// Print what is different between two agreements or two clauses, word by word
    Compare(CompareArgs),
    /// Print where a wording comes from: its passages in earlier agreements of what is open
    Trace(TraceArgs),
    /// Say everything that is wrong with dossiers
    Check(CheckArgs),
    /// Write a small dossier to begin with, explained field by field
    New(NewArgs),
    /// Print the JSON Schema of a dossier, for editors
    Schema,
    /// Print what teaches a shell to complete commands, addresses, sectors and parties
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual, for man: accords man | man -l -
    Man(ManArgs),
}

/// Options of a list.
#[derive(Debug, Args)]
pub struct ViewArgs {
    /// What to open.
    #[command(flatten)]
    pub data: DataArgs,
    /// Only what matches a search, as in the explorer's panes; search --help tells what it may be
    #[arg(long = "where", value_name = "QUERY", allow_hyphen_values = true, add = ArgValueCompleter::new(queries))]
    pub query: Option<String>,
    /// At most this many
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How to print.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Options of one thing.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// Its address, or as much of the end as is unambiguous: declaration-2022.borders, borders
    #[arg(add = ArgValueCompleter::new(addresses))]
    pub address: String,
    /// What to open.
    #[command(flatten)]
    pub data: DataArgs,
    /// At most this many rows of each section, in text and Markdown; a record is printed whole
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How to print.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Options of a comparison.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// The one to be marked [-only here-]: its address, or as much of the end as is unambiguous
    #[arg(add = ArgValueCompleter::new(addresses))]
    pub left: String,
    /// The one to be marked {+only here+}
    #[arg(add = ArgValueCompleter::new(addresses))]
    pub right: String,
    /// What to open.
    #[command(flatten)]
    pub data: DataArgs,
    /// At most this many pairs; what is counted is counted over all
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How to print.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Options of a trace.
#[derive(Debug, Args)]
pub struct TraceArgs {
    /// A clause or an agreement: its address, or as much of the end as is unambiguous; with --draft a path to open
    #[arg(required_unless_present = "draft", add = ArgValueCompleter::new(addresses))]
    pub address: Option<String>,
    /// Trace this text file as if it were signed last; - is standard input
    #[arg(long, value_name = "FILE")]
    pub draft: Option<PathBuf>,
    /// What to open.
    #[command(flatten)]
    pub data: DataArgs,
    /// At most this many of each list; what is counted is counted over all
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How to print.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Options of a search.
#[derive(Debug, Args)]
pub struct SearchArgs {
    /// What to search for; quote several words. Words in any order; typos are fine
    #[arg(allow_hyphen_values = true, add = ArgValueCompleter::new(queries))]
    pub query: String,
    /// What to search.
    #[command(flatten)]
    pub data: DataArgs,
    /// Only matches of this kind
    #[arg(long, value_enum)]
    pub kind: Option<Kind>,
    /// Only matches that are not in an earlier result, a file of --format json or jsonl
    #[arg(long, value_name = "FILE")]
    pub since: Option<PathBuf>,
    /// At most this many matches; without it 50 as text, all in the other forms
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How to print.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Print help
    #[arg(long, action = clap::ArgAction::Help)]
    pub help: Option<bool>,
}

/// Options of what was done since.
#[derive(Debug, Args)]
pub struct FollowUpArgs {
    /// What to open.
    #[command(flatten)]
    pub data: DataArgs,
    /// At most this many clauses
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How to print.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Options of the matrix of coverage.
#[derive(Debug, Args)]
pub struct CoverageArgs {
    /// What to open.
    #[command(flatten)]
    pub data: DataArgs,
    /// At most this many subjects
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How to print.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Topics of your own (TOML) instead of sectors; assets/topics.toml is the list for texts without sectors
    #[arg(long, value_name = "FILE")]
    pub topics: Option<PathBuf>,
}

/// Options of what states share.
#[derive(Debug, Args)]
#[command(after_help = OVERLAP_HELP)]
pub struct OverlapArgs {
    /// States by code or by name; two or more
    #[arg(value_name = "STATE", required = true, num_args = 2.., add = ArgValueCompleter::new(states))]
    pub states: Vec<String>,
    /// Who took part on this date (2022-04-20, 2022-04 or 2022); without it, on the date of each table
    #[arg(long, value_name = "DATE")]
    pub on: Option<Date>,
    /// A table of memberships instead of the built-in one; may be given several times
    #[arg(long, value_name = "FILE")]
    pub memberships: Vec<PathBuf>,
    /// Use the built-in table beside the files
    #[arg(long)]
    pub builtin: bool,
    /// At most this many of what is shared; what is counted is counted over all
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How to print.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Refuse files larger than this many bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    pub max_size: u64,
}

const OVERLAP_HELP: &str = "\
The built-in table is the CIA World Factbook of January 2026: who is listed
where, without dates. A table of your own is a CSV file whose first line names
the columns
  state,igo,status,first_year,last_year,ended     spells of years in organisations
  state,org,note                                  who is listed where
  state,treaty_id,signed,ratified,in_force,ended  dates of agreements, whose titles
                                                  agreements.csv beside it may hold

Examples:
  accords overlap AZE KGZ
  accords overlap Germany Poland --on 2014 --memberships memberships_cow3.csv";

/// The query language, for the help of a search.
fn language() -> String {
    let form = |(form, meaning): &(&str, &str)| format!("  {form:<28} {meaning}");
    let forms: Vec<String> = LANGUAGE.iter().map(form).collect();
    format!("What a search may be:\n{}", forms.join("\n"))
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Text, Self::Json, Self::Jsonl, Self::Csv, Self::Markdown]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
        }))
    }
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}
