//! `accords overlap`: what states share, by tables of memberships.

use super::output::Output;
use super::{OverlapArgs, complain, most};
use crate::data::Severity;
use crate::data::memberships::{self, Table};
use crate::error::Error;
use crate::insight::overlap::{Named, name_state, nearest_states, overlap};
use crate::report::{self, Format};
use crate::text::shown;
use std::io;

pub(super) fn run(args: &OverlapArgs) -> Result<u8, Error> {
    let states: Vec<Named> = args.states.iter().map(|typed| meant(typed)).collect();
    let codes: Vec<String> = states.iter().map(|s| s.code.clone()).collect();
    let (tables, failed) = read(args, &codes);
    if tables.is_empty() {
        return Ok(2);
    }
    // A code that no list of states has may still be one of a table's own: of a state that is no more, say.
    for (state, typed) in states.iter().zip(&args.states) {
        if name_state(&state.code).is_none() && !tables.iter().any(|t| t.codes.contains(&state.code)) {
            let near: Vec<String> =
                nearest_states(typed).iter().map(|s| format!("{} ({})", s.name, s.code)).collect();
            complain(&format!("no state is called {}; nearest: {}", shown(typed), near.join(", ")));
            return Ok(2);
        }
    }
    let mut found = overlap(states, args.on, &tables);
    let all = found.shared.len();
    found.shared.truncate(most(args.limit));
    let mut output = Output::open(&args.output)?;
    let written = match output.format {
        Format::Text => report::overlap_text(&found, output.look, &mut output),
        Format::Json => report::overlap_record(&found)
            .map_err(io::Error::from)
            .and_then(|record| report::write_record(&record, Format::Json, &mut output)),
        _ => output.table(&report::overlap_table(&found)),
    };
    let written = written.and_then(|()| output.only_first(found.shared.len(), all));
    output.finish(written)?;
    Ok(if failed { 2 } else { 0 })
}

/// The state with this name or code, else the text as a code of a table's own.
fn meant(typed: &str) -> Named {
    name_state(typed)
        .unwrap_or_else(|| Named { code: typed.trim().to_owned(), name: typed.trim().to_owned() })
}

/// The tables, and whether one could not be read; says what is wrong with them.
fn read(args: &OverlapArgs, codes: &[String]) -> (Vec<Table>, bool) {
    let mut loaded = Vec::new();
    if args.memberships.is_empty() || args.builtin {
        loaded.push(memberships::builtin(codes));
    }
    loaded.extend(args.memberships.iter().map(|file| memberships::read(file, codes, args.max_size)));
    let problems = loaded.iter().flat_map(|l| &l.problems);
    let mut failed = false;
    for problem in problems {
        complain(&problem.to_string());
        failed |= problem.severity == Severity::Error;
    }
    (loaded.into_iter().filter_map(|l| l.table).collect(), failed)
}
