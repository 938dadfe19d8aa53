//! `accords man`: the manual, made of the command line's own help, the table of keys and the query language.

use super::export::{existing, write_to};
use super::{Arguments, NAME, complain};
use crate::error::Error;
use crate::search::LANGUAGE;
use crate::tui::keymap::shown;
use crate::tui::table::{Group, TABLE};
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;
use roff::{Roff, bold, roman};
use std::io::{self, Write};
use std::path::PathBuf;

/// Options of the manual.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// A command; without one the page of the program
    #[arg(value_name = "COMMAND", conflicts_with = "folder")]
    pub command: Option<String>,
    /// Write every page into this folder instead
    #[arg(long, value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
}

pub(super) fn run(args: &ManArgs) -> Result<u8, Error> {
    let pages = pages();
    if let Some(folder) = &args.folder {
        for (name, command) in &pages {
            let page = page(command)?;
            let file = folder.join(format!("{name}.1"));
            write_to(Some(&file), existing(true), |out| out.write_all(&page))?;
        }
        return Ok(0);
    }
    let wanted = args.command.as_ref().map_or_else(|| NAME.to_owned(), |name| format!("{NAME}-{name}"));
    let Some((_, command)) = pages.iter().find(|(name, _)| *name == wanted) else {
        let known: Vec<&str> =
            pages.iter().filter_map(|(name, _)| name.split_once('-')).map(|n| n.1).collect();
        complain(&format!("there is no page of {wanted}; pages are {}", known.join(", ")));
        return Ok(2);
    };
    let mut out = io::stdout().lock();
    out.write_all(&page(command)?)?;
    out.flush()?;
    Ok(0)
}

/// The program and its commands by the names of their pages.
fn pages() -> Vec<(String, Command)> {
    let mut program = Arguments::command().disable_help_subcommand(true);
    program.build();
    let of_commands = program.get_subcommands();
    let commands: Vec<(String, Command)> =
        of_commands.map(|command| (format!("{NAME}-{}", command.get_name()), command.clone())).collect();
    std::iter::once((NAME.to_owned(), program)).chain(commands).collect()
}

fn page(command: &Command) -> io::Result<Vec<u8>> {
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    man.render(&mut page)?;
    if command.get_name() == NAME {
        keys(&mut page)?;
        language(&mut page)?;
        ends(&mut page)?;
    }
    Ok(page)
}

/// The keys of the explorer, group by group.
fn keys(page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    for group in Group::ALL {
        roff.control("SS", [group.word()]);
        for entry in TABLE.iter().filter(|entry| entry.group == group) {
            let keys: Vec<&str> = entry.keys.iter().map(|key| shown(key)).collect();
            roff.control("TP", []);
            roff.text([bold(keys.join(" "))]);
            roff.text([roman(entry.what)]);
        }
    }
    roff.to_writer(page)
}

fn language(page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", ["SEARCH"]);
    for (form, meaning) in LANGUAGE {
        roff.control("TP", []);
        roff.text([bold(*form)]);
        roff.text([roman(*meaning)]);
    }
    roff.to_writer(page)
}

fn ends(page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", ["EXIT STATUS"]);
    for (code, meaning) in [
        ("0", "Done; an empty list and warnings too."),
        ("1", "A search found nothing; a check found errors, or with --strict warnings."),
        ("2", "An error, told on standard error."),
        ("128+n", "Ended by signal n."),
    ] {
        roff.control("TP", []);
        roff.text([bold(code)]);
        roff.text([roman(meaning)]);
    }
    roff.to_writer(page)
}
