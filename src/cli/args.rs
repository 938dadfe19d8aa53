//! What the command line takes.

use crate::data::DEFAULT_MAX_SIZE;
use crate::model::{Date, Kind};
use crate::tui::theme::Theme;
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
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
Without arguments the built-in dossier opens: the Azerbaijan–Kyrgyzstan strategic partnership of 2022.
Into a pipe, its outline is printed instead. Inside, ? lists the keys and q quits.

Examples:
  accords                          explore the built-in dossier
  accords mine.json                explore a dossier of your own
  accords search \"renewable energy\"
  accords check mine.json          is it a good dossier?";

/// Options of the explorer.
#[derive(Debug, Args)]
pub struct ExploreArgs {
    /// Dossiers to open instead of the built-in one
    #[arg(value_name = "FILE")]
    pub paths: Vec<PathBuf>,
    /// Open the built-in dossier beside the files
    #[arg(long)]
    pub builtin: bool,
    /// Colours; without it the terminal's background decides, and NO_COLOR
    #[arg(long, value_enum, value_name = "THEME")]
    pub theme: Option<Theme>,
    /// Draw with ASCII signs only
    #[arg(long)]
    pub ascii: bool,
    /// Refuse files larger than this many bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    pub max_size: u64,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print what a search finds, best first
    #[command(disable_help_flag = true)]
    Search(SearchArgs),
    /// Print what two or more states share: organisations and agreements, and since when
    Overlap(OverlapArgs),
    /// Print which agreement says something on which sector or topic
    Coverage(CoverageArgs),
    /// Print clauses with what was done since, and clauses without any
    FollowUp(OpenArgs),
    /// Say everything that is wrong with dossiers
    Check {
        /// Dossiers; without any, the built-in one
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Refuse files larger than this many bytes
        #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
        max_size: u64,
    },
}

/// Options of a search.
#[derive(Debug, Args)]
pub struct SearchArgs {
    /// What to search for; quote several words. Words in any order, slips are forgiven
    #[arg(allow_hyphen_values = true)]
    pub query: String,
    /// Dossiers to search; without any, the built-in one
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Search the built-in dossier beside the files
    #[arg(long)]
    pub builtin: bool,
    /// Only matches of this kind
    #[arg(long, value_enum)]
    pub kind: Option<Kind>,
    /// At most this many matches
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub limit: usize,
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Refuse files larger than this many bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    pub max_size: u64,
    /// Print help
    #[arg(long, action = clap::ArgAction::Help)]
    pub help: Option<bool>,
}

/// What to open, and how to print what is asked of it.
#[derive(Debug, Args)]
pub struct OpenArgs {
    /// Dossiers; without any, the built-in one
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Open the built-in dossier beside the files
    #[arg(long)]
    pub builtin: bool,
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Refuse files larger than this many bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    pub max_size: u64,
}

/// Options of the matrix of coverage.
#[derive(Debug, Args)]
pub struct CoverageArgs {
    /// What to open.
    #[command(flatten)]
    pub open: OpenArgs,
    /// Topics of your own (TOML) instead of sectors; assets/topics.toml is the list for texts without sectors
    #[arg(long, value_name = "FILE")]
    pub topics: Option<PathBuf>,
}

/// Options of what states share.
#[derive(Debug, Args)]
#[command(after_help = OVERLAP_HELP)]
pub struct OverlapArgs {
    /// States by code or by name; two or more
    #[arg(value_name = "STATE", required = true, num_args = 2..)]
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
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Refuse files larger than this many bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    pub max_size: u64,
}

const OVERLAP_HELP: &str = "\
The built-in table is the CIA World Factbook of January 2026: who is listed where, without dates.
A table of your own is a CSV file whose first line names the columns
  state,igo,status,first_year,last_year,ended          spells of years in organisations
  state,org,note                                       who is listed where
  state,treaty_id,signed,ratified,in_force,ended       dates of agreements (titles in agreements.csv beside it)

Examples:
  accords overlap AZE KGZ
  accords overlap Germany Poland France --on 2014 --memberships memberships_cow3.csv";

/// Forms of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// A JSON array.
    Json,
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}
