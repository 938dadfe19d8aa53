//! What the command line takes.

use super::check::CheckArgs;
use super::cite::CiteArgs;
use super::compare::CompareArgs;
use super::completions::Shell;
use super::coverage::CoverageArgs;
use super::explore::ExploreArgs;
use super::export::ExportArgs;
use super::follow_up::FollowUpArgs;
use super::manual::ManArgs;
use super::new::NewArgs;
use super::overlap::OverlapArgs;
use super::search::{SearchArgs, language};
use super::show::ShowArgs;
use super::trace::TraceArgs;
use super::view::ViewArgs;
use clap::{Parser, Subcommand};

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
