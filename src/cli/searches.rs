//! `accords searches`: the saved searches.

use super::complete::saved_names;
use super::input::understood;
use super::output::{PrintArgs, only_first};
use super::saved::{searches, written_out};
use super::signals::leave_no_files;
use super::tell::complain;
use crate::data::personal::{Searches, SearchesChange, change};
use crate::error::Error;
use crate::explore::Memory;
use crate::report::SavedReport;
use crate::search::unknown_name;
use clap::Args;
use clap_complete::ArgValueCompleter;
use std::io::{self, Write};

const AFTER_HELP: &str = "\
A saved search is a word of any query: accords search @energy, accords timeline
--where \"@energy after:2020\". In the explorer, ctrl-s saves a search and @ lists
them. They are in ~/.local/state/accords/searches.json, or in $XDG_STATE_HOME/accords.

Examples:
  accords searches --save energy \"sector:energy OR oil\"
  accords search @energy
  accords searches --remove energy";

/// Options of the saved searches.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct SearchesArgs {
    /// Save a query under a name, in place of the one of that name
    #[arg(long, num_args = 2, value_names = ["NAME", "QUERY"], allow_hyphen_values = true, conflicts_with_all = ["remove", "format", "json", "limit"])]
    save: Option<Vec<String>>,
    /// Remove the search of this name
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(saved_names))]
    remove: Option<String>,
    #[command(flatten)]
    print: PrintArgs,
}

pub(super) fn run(args: &SearchesArgs) -> Result<u8, Error> {
    match (args.save.as_deref(), &args.remove) {
        (Some([name, query]), _) => save(name, query),
        (_, Some(name)) => remove(name),
        _ => list(&args.print),
    }
}

fn name(typed: &str) -> Result<String, Error> {
    Searches::name(typed).map_err(|why| Error::Selection(why.to_owned()))
}

fn save(typed: &str, query: &str) -> Result<u8, Error> {
    let name = name(typed)?;
    understood(query, &complain)?.ok_or(Error::NoWord)?;
    let query = written_out(query).map_err(Error::File)?.text().trim().to_owned();
    let replaced = searches().map_err(Error::File)?.saved.get(&name).cloned();
    write(SearchesChange::Save { name: name.clone(), query: query.clone() })?;
    let before = replaced.filter(|old| *old != query).map(|old| format!(", in place of {old}"));
    writeln!(io::stdout(), "saved @{name}: {query}{}", before.unwrap_or_default())?;
    Ok(0)
}

fn remove(typed: &str) -> Result<u8, Error> {
    let name = name(typed)?;
    let saved = searches().map_err(Error::File)?.saved;
    let Some(query) = saved.get(&name) else {
        return Err(Error::Selection(unknown_name(&name, &saved)));
    };
    write(SearchesChange::Remove(name.clone()))?;
    writeln!(io::stdout(), "removed @{name}: {query}")?;
    Ok(0)
}

fn write(asked: SearchesChange) -> Result<(), Error> {
    let file = Memory::of_person().searches().map_err(Error::File)?;
    leave_no_files();
    let current = change(&file, |searches: &mut Searches| searches.apply(asked)).map_err(Error::File)?;
    current.damaged.iter().for_each(|problem| complain(&problem.to_string()));
    Ok(())
}

fn list(print: &PrintArgs) -> Result<u8, Error> {
    let searches = searches().map_err(Error::File)?;
    if searches.saved.is_empty() {
        complain(
            "no search is saved yet; accords searches --save NAME QUERY saves one, and ctrl-s in the explorer",
        );
    }
    let all = searches.saved.len();
    let report = SavedReport::new(&searches.saved, print.most());
    print.report(&report, only_first(report.len(), all))?;
    Ok(0)
}
