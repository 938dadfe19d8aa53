//! A person's settings: `config.toml`, which sets the default of any flag of any command.

use crate::data::Problem;
use crate::data::personal::{Section, Setting, TomlFile, Value, config_folder};
use crate::text::edit::nearest;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

/// The section of the explorer, which has no command.
pub(super) const EXPLORER: &str = "explorer";

/// The settings of a file.
#[derive(Debug, Default)]
pub(super) struct Settings {
    set: Vec<Set>,
    /// What is wrong with the file, which then sets nothing.
    pub problems: Vec<Problem>,
}

/// A default that the file sets.
#[derive(Debug)]
pub(super) struct Set {
    /// The command; `None` for all that have the flag.
    command: Option<String>,
    flag: String,
    /// The values, which last as long as the program, as the defaults of the command line do.
    values: Vec<&'static str>,
    /// The line in the file, from 1.
    pub line: usize,
}

/// The file, whether there is one or not; `None` without a home folder.
pub(super) fn path() -> Option<PathBuf> {
    Some(config_folder()?.join("config.toml"))
}

/// Reads the settings for a program.
pub(super) fn read(program: &Command) -> Settings {
    match path().map(|path| TomlFile::read(&path)) {
        None | Some(Ok(None)) => Settings::default(),
        Some(Ok(Some(file))) => of_file(program, &file),
        Some(Err(problem)) => Settings { problems: vec![problem], ..Settings::default() },
    }
}

/// The settings in a file for a program.
pub(super) fn of_file(program: &Command, file: &TomlFile) -> Settings {
    let mut settings = Settings::default();
    for section in &file.sections {
        let commands = match commands(program, section) {
            Ok(commands) => commands,
            Err(why) => {
                settings.problems.push(file.problem(section.place, why));
                continue;
            }
        };
        let command = (!section.name.is_empty()).then(|| section.name.clone());
        for setting in &section.settings {
            match values(&commands, setting) {
                Ok(values) => settings.set.push(Set {
                    command: command.clone(),
                    flag: setting.name.clone(),
                    values: values.into_iter().map(|value| &*value.leak()).collect(),
                    line: setting.place.0,
                }),
                Err(why) => settings.problems.push(file.problem(setting.place, why)),
            }
        }
    }
    if !settings.problems.is_empty() {
        settings.set.clear();
    }
    settings
}

/// All commands with their names in the file, the explorer first. What is below a command is not among them: the flags of
/// `accords add event` are facts about an event, and no fact has a default.
pub(super) fn all(program: &Command) -> impl Iterator<Item = (&str, &Command)> {
    let of_commands = program.get_subcommands().map(|command| (command.get_name(), command));
    std::iter::once((EXPLORER, program)).chain(of_commands.filter(|(name, _)| *name != "help"))
}

/// The flags of a command that can be set.
pub(super) fn flags(command: &Command) -> impl Iterator<Item = (&str, &Arg)> {
    let named = command.get_arguments().filter_map(|arg| Some((arg.get_long()?, arg)));
    named.filter(|(name, _)| !["help", "version"].contains(name))
}

/// Whether a flag takes no value.
pub(super) fn is_switch(flag: &Arg) -> bool {
    matches!(flag.get_action(), ArgAction::SetTrue)
}

/// The commands that a section is about.
fn commands<'p>(program: &'p Command, section: &Section) -> Result<Vec<&'p Command>, String> {
    let name = section.name.as_str();
    let found = all(program).filter(|(own, _)| name.is_empty() || *own == name);
    let found: Vec<&Command> = found.map(|(_, command)| command).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    Err(match nearest(name, all(program).map(|(name, _)| name)) {
        Some(meant) => format!("no command is named {name}; did you mean {meant}?"),
        None => format!("no command is named {name}; a section is {EXPLORER} or a command of accords help"),
    })
}

/// The values of a setting, as they would be on the command line of one of these commands.
fn values(commands: &[&Command], setting: &Setting) -> Result<Vec<String>, String> {
    let name = setting.name.as_str();
    let of_command =
        |command: &&Command| flags(command).find(|(own, _)| *own == name).map(|(_, flag)| flag.clone());
    let Some((command, flag)) = commands.iter().find_map(|command| Some((*command, of_command(command)?)))
    else {
        let known = || commands.iter().flat_map(|command| flags(command)).map(|(name, _)| name);
        return Err(match nearest(name, known()) {
            Some(meant) => format!("no flag is named --{name} here; did you mean {meant}?"),
            None => format!("no flag is named --{name} here; accords config lists the settings"),
        });
    };
    let values = match &setting.value {
        Value::Flag(flag) => vec![flag.to_string()],
        Value::Number(number) => vec![number.to_string()],
        Value::Text(text) => vec![text.clone()],
        Value::Texts(texts) if matches!(flag.get_action(), ArgAction::Append) => texts.clone(),
        Value::Texts(_) => return Err(format!("{name} takes one value, not a list")),
        Value::Other(kind) => return Err(format!("{name} cannot be a {kind}")),
    };
    if is_switch(&flag) != matches!(setting.value, Value::Flag(_)) {
        let takes = if is_switch(&flag) { "true or false" } else { "a value, as on the command line" };
        return Err(format!("{name} takes {takes}"));
    }
    if !is_switch(&flag) {
        values.iter().try_for_each(|value| check(command, &flag, name, value))?;
    }
    Ok(values)
}

/// Whether a flag would take a value on the command line.
fn check(command: &Command, flag: &Arg, name: &str, value: &str) -> Result<(), String> {
    let possible = flag.get_possible_values();
    if !possible.is_empty() && !possible.iter().any(|known| known.matches(value, false)) {
        let known: Vec<&str> = possible.iter().map(|known| known.get_name()).collect();
        return Err(format!("{name} cannot be \"{value}\"; it is one of {}", known.join(", ")));
    }
    let tried = command.clone().no_binary_name(true).try_get_matches_from([format!("--{name}={value}")]);
    match tried {
        Err(error) if matches!(error.kind(), ErrorKind::ValueValidation | ErrorKind::InvalidValue) => {
            let told = error.to_string();
            let first = told.lines().next().unwrap_or_default();
            Err(first.strip_prefix("error: ").unwrap_or(first).to_owned())
        }
        _ => Ok(()),
    }
}

impl Settings {
    /// What the file sets for a flag of a command: the command's own section comes first.
    pub(super) fn of(&self, command: &str, flag: &str) -> Option<&Set> {
        let of_flag = || self.set.iter().filter(|set| set.flag == flag);
        let own = of_flag().find(|set| set.command.as_deref() == Some(command));
        own.or_else(|| of_flag().find(|set| set.command.is_none()))
    }

    /// The program with these defaults.
    pub(super) fn apply(&self, program: Command) -> Command {
        if self.set.is_empty() {
            return program;
        }
        let names: Vec<String> =
            program.get_subcommands().map(|command| command.get_name().to_owned()).collect();
        let program = self.apply_to(program, EXPLORER);
        names.iter().fold(program, |program, name| {
            program.mut_subcommand(name, |command| self.apply_to(command, name))
        })
    }

    fn apply_to(&self, command: Command, name: &str) -> Command {
        let found =
            flags(&command).filter_map(|(flag, arg)| Some((arg.get_id().clone(), self.of(name, flag)?)));
        let found: Vec<_> = found.map(|(id, set)| (id, set.values.clone())).collect();
        found
            .into_iter()
            .fold(command, |command, (id, values)| command.mut_arg(id, |arg| with_default(arg, values)))
    }
}

/// A flag with this default. A switch that the file turns on is turned off by `--switch=false`.
fn with_default(flag: Arg, values: Vec<&'static str>) -> Arg {
    if !is_switch(&flag) {
        return flag.default_values(values);
    }
    let flag = flag.action(ArgAction::Set).value_parser(value_parser!(bool)).num_args(0..=1);
    flag.require_equals(true).default_missing_value("true").hide_possible_values(true).default_values(values)
}
