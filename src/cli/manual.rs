//! `accords man`: the manual, made of the command line's own help, the table of keys and the query language.

use super::file::{existing, write_to};
use super::keys::own_keys;
use super::tell::complain;
use crate::error::Error;
use crate::explore::Keymap;
use crate::explore::bindings::{BINDINGS, Group};
use crate::search::{ANSWERS, LANGUAGE};
use clap::{Args, Command};
use clap_mangen::Man;
use roff::{Roff, bold, roman};
use std::io::{self, Write};
use std::path::PathBuf;

/// Options of the manual.
#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// Command whose page to print [default: the page of accords]
    #[arg(value_name = "COMMAND", conflicts_with = "folder")]
    command: Option<String>,
    /// Write all pages to this folder instead, with the default keys, for everybody
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// Prints the manual of a program or of one of its commands, or writes all pages into a folder.
pub(super) fn run(args: &ManArgs, program: Command) -> Result<u8, Error> {
    let name = program.get_name().to_owned();
    let pages = pages(program);
    if let Some(folder) = &args.folder {
        for (of, command) in &pages {
            // Pages in a folder are for everybody.
            let page = page(command, of == &name, &Keymap::builtin())?;
            let file = folder.join(format!("{of}.1"));
            write_to(Some(&file), existing(true), |out| out.write_all(&page))?;
        }
        return Ok(0);
    }
    let wanted = args.command.as_ref().map_or_else(|| name.clone(), |command| format!("{name}-{command}"));
    let Some((_, command)) = pages.iter().find(|(of, _)| *of == wanted) else {
        let known: Vec<&str> =
            pages.iter().filter_map(|(name, _)| name.split_once('-')).map(|n| n.1).collect();
        complain(&format!("no manual page for {wanted}; there are pages for {}", known.join(", ")));
        return Ok(2);
    };
    let mut out = io::stdout().lock();
    out.write_all(&page(command, wanted == name, &own_keys().keys)?)?;
    out.flush()?;
    Ok(0)
}

/// The program and its commands by the names of their pages.
fn pages(program: Command) -> Vec<(String, Command)> {
    let mut program = program.disable_help_subcommand(true);
    program.build();
    let mut pages = Vec::new();
    with_pages(program.get_name().to_owned(), &program, &mut pages);
    pages
}

/// Adds the page of a command, and those of the commands in it.
fn with_pages(name: String, command: &Command, pages: &mut Vec<(String, Command)>) {
    let inner = command.get_subcommands().map(|inner| (format!("{name}-{}", inner.get_name()), inner));
    let inner: Vec<(String, &Command)> = inner.collect();
    pages.push((name, command.clone()));
    inner.into_iter().for_each(|(name, command)| with_pages(name, command, pages));
}

fn page(command: &Command, is_program: bool, keymap: &Keymap) -> io::Result<Vec<u8>> {
    let man = Man::new(command.clone()).source(concat!("accords ", env!("CARGO_PKG_VERSION")));
    let mut page = Vec::new();
    man.render(&mut page)?;
    if is_program {
        keys(&mut page, keymap)?;
        language(&mut page)?;
        ends(&mut page)?;
    }
    Ok(page)
}

/// Keys of the explorer, group by group.
fn keys(page: &mut Vec<u8>, keymap: &Keymap) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    roff.text([roman(match keymap.has_own() {
        false => "These are the default keys; a file of your own changes them, and accords keys lists those in effect.",
        true => "These are the keys in effect, with those of your own file; accords keys says where each comes from.",
    })]);
    for group in Group::ALL {
        roff.control("SS", [group.word()]);
        for entry in BINDINGS.iter().filter(|entry| entry.group == group) {
            let keys: Vec<String> = keymap.keys(entry).iter().map(|keys| keys.label()).collect();
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
    roff.control("PP", []);
    roff.text([roman(ANSWERS.join(" "))]);
    roff.to_writer(page)
}

fn ends(page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", ["EXIT STATUS"]);
    for (code, meaning) in [
        ("0", "Success, also with an empty list or with warnings."),
        (
            "1",
            "A search found nothing; a check found errors, or with --strict warnings or lints; versions differ in a diff; a file is not in form with fmt --check.",
        ),
        ("2", "An error, described on standard error."),
        ("128+n", "Ended by signal n."),
    ] {
        roff.control("TP", []);
        roff.text([bold(code)]);
        roff.text([roman(meaning)]);
    }
    roff.to_writer(page)
}
