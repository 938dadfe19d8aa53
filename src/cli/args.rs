//! What the command line takes.

use super::add::AddArgs;
use super::check::CheckArgs;
use super::cite::CiteArgs;
use super::compare::CompareArgs;
use super::completions::Shell;
use super::config::ConfigArgs;
use super::coverage::CoverageArgs;
use super::diff::DiffArgs;
use super::explore::ExploreArgs;
use super::export::ExportArgs;
use super::fmt::FmtArgs;
use super::import::ImportArgs;
use super::input::{ChartedArgs, ListArgs};
use super::keys::KeysArgs;
use super::manual::ManArgs;
use super::map::MapArgs;
use super::marks::MarksArgs;
use super::new::NewArgs;
use super::outline::OutlineArgs;
use super::overlap::OverlapArgs;
use super::search::{SearchArgs, language};
use super::searches::SearchesArgs;
use super::show::ShowArgs;
use super::trace::TraceArgs;
use clap::{Parser, Subcommand};

/// Explore agreements between states: clauses, events, sectors, memberships, and who says so
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true, after_help = AFTER_HELP)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub explore: ExploreArgs,
}

const AFTER_HELP: &str = "\
Without arguments, accords opens the built-in dossier: the Azerbaijan–Kyrgyzstan
strategic partnership of 2022. In a pipe it prints an outline instead. In the
explorer, ? lists the keys and q quits.

Examples:
  accords                          explore the built-in dossier
  accords mine.json                explore a dossier of your own
  accords search \"renewable energy\"
  accords timeline --where energy  the events that match a query
  accords outline memorandum-2022  its chapters and clauses
  accords show borders             one item, by its address or the end of it
  accords cite borders --style bibtex
  accords export --to html -o dossier.html
  accords compare declaration-2022 memorandum-2022
  accords diff old.json mine.json  what changed between two versions
  accords trace --draft mine.txt corpus/
  accords new mine.json
  accords check mine.json          list its errors";

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the matches of a query, best first
    #[command(disable_help_flag = true, after_help = language())]
    Search(SearchArgs),
    /// Print one item with its links and its sources
    ///
    /// --limit shortens its lists as text; JSON is printed whole
    Show(ShowArgs),
    /// List the chapters of an agreement, with how much each holds
    Outline(OutlineArgs),
    /// List the events, oldest first
    Timeline(ChartedArgs),
    /// List the clauses on record
    Clauses(ChartedArgs),
    /// List the agreements, oldest first
    Agreements(ListArgs),
    /// List the sectors, with how much is on record for each
    Sectors(ChartedArgs),
    /// List the organisations with their members, shared ones first
    Memberships(ChartedArgs),
    /// List the points on which sources disagree
    Disputes(ListArgs),
    /// List the sources
    Sources(ListArgs),
    /// Show the organisations and agreements that states share
    Overlap(OverlapArgs),
    /// Show which agreements cover which sectors or topics
    Coverage(CoverageArgs),
    /// List clauses with their recorded follow-up, then those with none
    FollowUp(ChartedArgs),
    /// List the states that are parties to agreements, by region
    Map(MapArgs),
    /// List how many agreements each two states have in common
    Network(ChartedArgs),
    /// Print a citation of one item, or an entry for a reference manager
    Cite(CiteArgs),
    /// Write dossiers, or the matches of a query, to a file
    Export(ExportArgs),
    /// Show how two agreements, chapters or clauses differ, word by word
    Compare(CompareArgs),
    /// Show what changed between two versions of a dossier, item by item
    Diff(DiffArgs),
    /// Find passages reused from earlier agreements
    ///
    /// A passage is eight words in a row, or 16 letters in a script without blanks between words: Chinese, Japanese, Thai,
    /// Lao, Khmer, Burmese
    Trace(TraceArgs),
    /// List what you have marked in the explorer, with your notes; export it, or add the marks of others
    Marks(MarksArgs),
    /// List the searches that you have saved; save or remove one
    Searches(SearchesArgs),
    /// Check dossiers for errors
    Check(CheckArgs),
    /// Add an event, a source or a membership to a dossier
    Add(AddArgs),
    /// Write dossiers in their one form, so that versions differ only in what was changed
    Fmt(FmtArgs),
    /// Make a dossier of documents or tables, to correct and to keep
    Import(ImportArgs),
    /// Write a small example dossier with every field explained
    New(NewArgs),
    /// List the keys of the explorer in effect, and where each comes from
    ///
    /// Your own keys are in ~/.config/accords/keys.toml, or in $XDG_CONFIG_HOME/accords
    Keys(KeysArgs),
    /// List the settings in effect, and which file or flag set each
    ///
    /// ~/.config/accords/config.toml, or that in $XDG_CONFIG_HOME/accords, sets the defaults of flags
    Config(ConfigArgs),
    /// Print the JSON Schema of a dossier, for editors
    Schema {
        /// Print that of config.toml instead
        #[arg(long)]
        config: bool,
    },
    /// Print a shell completion script
    Completions {
        /// Shell to complete in
        shell: Shell,
    },
    /// Print the manual page: accords man | man -l -
    Man(ManArgs),
}
