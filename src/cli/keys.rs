//! `accords keys`: the keys in effect, and where each comes from; and the person's own keys for the explorer.

use super::tell::complain;
use crate::data::Problem;
use crate::data::personal::{TomlFile, config_folder};
use crate::error::Error;
use crate::explore::bindings::Binding;
use crate::explore::keymap::{Bound, Origin};
use crate::explore::{Keymap, Mode};
use crate::report::write_json;
use crate::text::{shown, width};
use clap::Args;
use serde_json::{Value, json};
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// Options of the list of keys.
#[derive(Debug, Args)]
pub(super) struct KeysArgs {
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Print the default keys as a file, to begin one of your own with
    #[arg(long, conflicts_with = "json")]
    defaults: bool,
}

/// The person's keys.
pub(super) struct OwnKeys {
    /// The keys in effect: the defaults if anything is wrong with the file.
    pub keys: Arc<Keymap>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// Reads the person's keys.
pub(super) fn own_keys() -> OwnKeys {
    let merged = match path().map(|path| TomlFile::read(&path)) {
        None | Some(Ok(None)) => return OwnKeys { keys: Keymap::builtin(), problems: Vec::new() },
        Some(Ok(Some(file))) => Keymap::merged(&file),
        Some(Err(problem)) => Err(vec![problem]),
    };
    match merged {
        Ok(keys) => OwnKeys { keys: Arc::new(keys), problems: Vec::new() },
        Err(problems) => OwnKeys { keys: Keymap::builtin(), problems },
    }
}

/// The file of the person's keys, whether there is one or not.
fn path() -> Option<PathBuf> {
    Some(config_folder()?.join("keys.toml"))
}

/// A row of the list: keys of an action that come from one place, with the modes in which they work.
struct Row {
    binding: &'static Binding,
    bound: Bound,
    modes: Vec<Mode>,
}

pub(super) fn run(args: &KeysArgs) -> Result<u8, Error> {
    let mut out = io::stdout().lock();
    if args.defaults {
        out.write_all(crate::explore::keymap::DEFAULTS.as_bytes())?;
        return Ok(0);
    }
    let own = own_keys();
    own.problems.iter().for_each(|problem| complain(&problem.to_string()));
    if !own.problems.is_empty() {
        complain("the default keys are in effect until that is fixed");
    }
    let rows = rows(&own.keys);
    let file =
        path().map_or_else(|| "keys.toml".to_owned(), |path| shown(&path.to_string_lossy()).into_owned());
    if args.json {
        write_json(&Value::Array(rows.iter().map(|row| json(row, &file)).collect()), &mut out)?;
    } else {
        text(&rows, &file, &mut out)?;
    }
    out.flush()?;
    Ok(if own.problems.is_empty() { 0 } else { 2 })
}

fn rows(keys: &Keymap) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (binding, bound) in keys.all() {
        let is_same = |row: &&mut Row| {
            row.binding.name == binding.name
                && (row.bound.keys, row.bound.number, row.bound.origin)
                    == (bound.keys, bound.number, bound.origin)
        };
        match rows.iter_mut().rev().find(is_same) {
            Some(row) => row.modes.push(bound.mode),
            None => rows.push(Row { binding, bound: *bound, modes: vec![bound.mode] }),
        }
    }
    rows
}

fn modes(row: &Row, between: &str) -> String {
    row.modes.iter().map(|mode| mode.name()).collect::<Vec<_>>().join(between)
}

fn json(row: &Row, file: &str) -> Value {
    let (from, line) = match row.bound.origin {
        Origin::Fixed => ("fixed", None),
        Origin::Default => ("default", None),
        Origin::Own(line) => (file, Some(line)),
    };
    json!({
        "action": row.binding.name,
        "keys": row.bound.keys.to_string(),
        "contexts": row.modes.iter().map(|mode| mode.name()).collect::<Vec<_>>(),
        "from": from,
        "line": line,
        "what": row.binding.what,
    })
}

fn text(rows: &[Row], file: &str, out: &mut impl Write) -> io::Result<()> {
    let from = |row: &Row| match row.bound.origin {
        Origin::Fixed => "fixed".to_owned(),
        Origin::Default => "default".to_owned(),
        Origin::Own(line) => format!("{file}:{line}"),
    };
    let mut cells = vec![["keys", "action", "from", "contexts"].map(str::to_owned)];
    cells
        .extend(rows.iter().map(|row| {
            [row.bound.keys.to_string(), row.binding.name.to_owned(), from(row), modes(row, " ")]
        }));
    let widest = |at: usize| cells.iter().filter_map(|row| Some(width(row.get(at)?))).max().unwrap_or(0);
    let [keys, action, origin] = [0, 1, 2].map(widest);
    for [own, name, place, contexts] in &cells {
        writeln!(out, "{own:keys$}  {name:action$}  {place:origin$}  {contexts}")?;
    }
    Ok(())
}
