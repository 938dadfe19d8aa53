//! `accords config`: the settings in effect, and which file or flag set each; and the schema of the file of settings.

use super::settings::{EXPLORER, Settings, all, flags, is_switch, path};
use super::tell::complain;
use crate::error::Error;
use crate::report::write_json;
use crate::text::{shown, width};
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Args, Command};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Options of the list of settings.
#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Command line whose settings to list: accords config -- timeline --limit 3 [default: those of all commands]
    #[arg(value_name = "ARGUMENT", last = true)]
    line: Vec<String>,
}

/// A setting in effect.
struct Row {
    flag: String,
    value: String,
    from: String,
    commands: Vec<String>,
}

/// Lists the settings; `program` has the file's settings as defaults.
pub(super) fn run(args: &ConfigArgs, program: Command, settings: &Settings) -> Result<u8, Error> {
    let rows = if args.line.is_empty() {
        of_all(&program, settings)
    } else {
        let line = std::iter::once(program.get_name().to_owned()).chain(args.line.iter().cloned());
        match program.clone().try_get_matches_from(line) {
            Ok(matches) => of_line(&program, &matches, settings),
            Err(error) => {
                complain(&shown(error.to_string().lines().next().unwrap_or_default()));
                return Ok(2);
            }
        }
    };
    let mut out = io::stdout().lock();
    if args.json {
        let json = |row: &Row| json!({"flag": row.flag, "value": row.value, "from": row.from, "commands": row.commands});
        write_json(&Value::Array(rows.iter().map(json).collect()), &mut out)?;
    } else {
        text(&rows, &mut out)?;
    }
    out.flush()?;
    Ok(if settings.problems.is_empty() { 0 } else { 2 })
}

/// The settings of all commands; those that are alike in several are one row.
fn of_all(program: &Command, settings: &Settings) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (name, command) in all(program) {
        for (flag, arg) in flags(command) {
            let (value, from) = (default(arg), from_file(settings, name, flag));
            let is_same = |row: &&mut Row| row.flag == flag && row.value == value && row.from == from;
            match rows.iter_mut().find(is_same) {
                Some(row) => row.commands.push(name.to_owned()),
                None => {
                    rows.push(Row { flag: flag.to_owned(), value, from, commands: vec![name.to_owned()] })
                }
            }
        }
    }
    rows
}

/// The settings of one command line.
fn of_line(program: &Command, matches: &ArgMatches, settings: &Settings) -> Vec<Row> {
    let (name, matches) = matches.subcommand().unwrap_or((EXPLORER, matches));
    let command = all(program).find(|(own, _)| *own == name).map_or(program, |(_, command)| command);
    let row = |(flag, arg): (&str, &Arg)| {
        let id = arg.get_id().as_str();
        let is_typed = matches.value_source(id) == Some(ValueSource::CommandLine);
        let raw = || matches.get_raw(id).into_iter().flatten().map(|value| value.to_string_lossy());
        let (value, from) = match is_typed {
            true if is_switch(arg) => ("true".to_owned(), "command line".to_owned()),
            true => (raw().collect::<Vec<_>>().join(" "), "command line".to_owned()),
            false => (default(arg), from_file(settings, name, flag)),
        };
        Row { flag: flag.to_owned(), value, from, commands: vec![name.to_owned()] }
    };
    flags(command).map(row).collect()
}

fn default(arg: &Arg) -> String {
    let values: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    match values.is_empty() {
        true if is_switch(arg) => "false".to_owned(),
        _ => values.join(" "),
    }
}

fn from_file(settings: &Settings, command: &str, flag: &str) -> String {
    match (settings.of(command, flag), path()) {
        (Some(set), Some(path)) => format!("{}:{}", path.display(), set.line),
        _ => "default".to_owned(),
    }
}

fn text(rows: &[Row], out: &mut impl Write) -> io::Result<()> {
    let mut cells = vec![["setting", "value", "from", "commands"].map(str::to_owned)];
    cells.extend(rows.iter().map(|row| {
        let value = if row.value.is_empty() { "-" } else { &row.value };
        [row.flag.clone(), shown(value).into_owned(), shown(&row.from).into_owned(), row.commands.join(" ")]
    }));
    let widest = |at: usize| cells.iter().filter_map(|row| Some(width(row.get(at)?))).max().unwrap_or(0);
    let [flags, values, origins] = [0, 1, 2].map(widest);
    for [flag, value, from, commands] in &cells {
        writeln!(out, "{flag:flags$}  {value:values$}  {from:origins$}  {commands}")?;
    }
    Ok(())
}

/// The JSON Schema of a file of settings, for editors that complete TOML by one.
pub(super) fn schema(program: &Command) -> Value {
    let mut properties = Map::new();
    for (name, command) in all(program) {
        let mut own = Map::new();
        for (flag, arg) in flags(command) {
            own.insert(flag.to_owned(), of_flag(arg));
            properties.entry(flag).or_insert_with(|| of_flag(arg));
        }
        if !own.is_empty() {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            let section = json!({
                "type": "object", "description": about, "properties": own, "additionalProperties": false
            });
            // A flag may be called like a command: --memberships.
            let both = properties.remove(name).map(|flag| json!({"anyOf": [flag, section]}));
            properties.insert(name.to_owned(), both.unwrap_or(section));
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of accords",
        "description": "The defaults of flags: at the top for every command that has the flag, in a section for one",
        "type": "object",
        "properties": properties,
        "additionalProperties": false
    })
}

fn of_flag(arg: &Arg) -> Value {
    let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let possible = arg.get_possible_values();
    let names: Vec<&str> = possible.iter().map(|value| value.get_name()).collect();
    match (arg.get_action(), names.is_empty()) {
        (ArgAction::SetTrue, _) => json!({"type": "boolean", "description": about}),
        (ArgAction::Append, _) => {
            json!({"type": ["string", "array"], "items": {"type": "string"}, "description": about})
        }
        (_, false) => json!({"enum": names, "description": about}),
        _ => json!({"type": ["string", "integer"], "description": about}),
    }
}
