//! `accords overlap`: what states share, by tables of memberships.

use super::complete::states;
use super::output::{PrintArgs, only_first};
use super::tell::complain;
use crate::data::memberships::{self, Table};
use crate::data::states::Codes;
use crate::data::{self, DEFAULT_MAX_SIZE};
use crate::error::Error;
use crate::insight::overlap::{NamedState, Unclear, name_state, overlap};
use crate::model::Date;
use crate::report::OverlapReport;
use clap::Args;
use clap_complete::ArgValueCompleter;
use std::path::PathBuf;

/// Options of what states share.
#[derive(Debug, Args)]
#[command(after_help = OVERLAP_HELP)]
pub(super) struct OverlapArgs {
    /// Two or more states, by code or by name
    #[arg(value_name = "STATE", required = true, num_args = 2.., add = ArgValueCompleter::new(states))]
    states: Vec<String>,
    /// Count members on this date: 2022-04-20, 2022-04 or 2022 [default: the date of each table]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// Read codes of states in this system, typed and in tables [default: ISO 3166; in a table, the system that fits]
    #[arg(long, value_enum, value_name = "SYSTEM")]
    codes: Option<Codes>,
    /// Table of memberships to use instead of the Factbook's; may be repeated
    #[arg(long, value_name = "FILE")]
    memberships: Vec<PathBuf>,
    /// Also use the Factbook's table
    #[arg(long)]
    builtin: bool,
    #[command(flatten)]
    print: PrintArgs,
    /// Refuse files larger than this
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_SIZE)]
    max_size: u64,
}

const OVERLAP_HELP: &str = "\
The first table is the built-in dossier's, if it has all of the states; the
second is the CIA World Factbook of January 2026: members without dates. A table
of your own is a CSV file whose first line names its columns:
  state,igo,status,first_year,last_year,ended     members by years
  state,org,note                                  members without dates
  state,treaty_id,signed,ratified,in_force,ended  dates of agreements; titles
                                                  in agreements.csv beside it
Columns may have other common names (country, organization, since) in any case,
a comma, semicolon or tab between them; states any code or name. NA, NaN, .. and
- are missing values. Only state and igo, org or treaty_id are required.

Examples:
  accords overlap AZE KGZ
  accords overlap Germany Poland --on 2014 --memberships memberships_cow3.csv";

pub(super) fn run(args: &OverlapArgs) -> Result<u8, Error> {
    let Some(states) = args.states.iter().map(|typed| meant(args, typed)).collect::<Option<Vec<_>>>() else {
        return Ok(2);
    };
    let codes: Vec<String> = states.iter().map(|s| s.code.clone()).collect();
    let (tables, failed) = read(args, &codes);
    // A table may have codes that the register lacks.
    for typed in &args.states {
        if let Err(unclear) = name(args, typed)
            && !tables.iter().any(|table| table.codes.contains(typed.trim()))
        {
            complain(&unclear.to_string());
            return Ok(2);
        }
    }
    if tables.is_empty() {
        return Ok(2);
    }
    let mut found = overlap(states, args.on, &tables);
    let all = found.shared.len();
    found.shared.truncate(args.print.most());
    let note = only_first(found.shared.len(), all);
    args.print.report(&OverlapReport { overlap: &found }, note)?;
    Ok(if failed { 2 } else { 0 })
}

/// The state with this name or code, or the text as a code of a table; reports which states can be meant if several
/// can.
fn meant(args: &OverlapArgs, typed: &str) -> Option<NamedState> {
    match name(args, typed) {
        Ok(state) => Some(state),
        Err(Unclear::Unknown { typed, .. }) => {
            let code = typed.trim().to_owned();
            Some(NamedState { name: code.clone(), code })
        }
        Err(several) => {
            complain(&several.to_string());
            None
        }
    }
}

fn name(args: &OverlapArgs, typed: &str) -> Result<NamedState, Unclear> {
    name_state(typed, args.codes, args.on)
}

/// The memberships of the built-in dossier, if it has all of these states, and the tables that can be read; whether any
/// could not. Reports what is wrong with them.
fn read(args: &OverlapArgs, codes: &[String]) -> (Vec<Table>, bool) {
    let builtin = (args.memberships.is_empty() || args.builtin).then(|| memberships::builtin(codes));
    let system = args.codes;
    let files = args.memberships.iter().map(|file| memberships::read(file, codes, system, args.max_size));
    let dossier = data::builtin().ok().and_then(|dossier| memberships::of_dossier(&dossier, codes));
    let (mut tables, mut failed) = (Vec::from_iter(dossier), false);
    for table in builtin.into_iter().chain(files) {
        match table {
            Ok(table) => {
                table.warnings.iter().for_each(|warning| complain(&warning.to_string()));
                tables.push(table);
            }
            Err(problem) => {
                complain(&problem.to_string());
                failed = true;
            }
        }
    }
    (tables, failed)
}
