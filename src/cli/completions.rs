//! `accords completions`: a shell completion script. On Tab the shell asks the program itself, so that addresses, sectors
//! and parties are those of the files on the command line.

use crate::error::Error;
use clap::{Command, ValueEnum};
use clap_complete::CompleteEnv;
use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh};
use std::ffi::OsString;
use std::io::{self, Write};

/// The variable with the name of the shell that asks.
const VARIABLE: &str = "COMPLETE";

/// A shell that can complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    Elvish,
    #[value(name = "powershell")]
    Power,
}

impl Shell {
    fn writer(self) -> &'static dyn EnvCompleter {
        match self {
            Self::Bash => &Bash,
            Self::Zsh => &Zsh,
            Self::Fish => &Fish,
            Self::Elvish => &Elvish,
            Self::Power => &Powershell,
        }
    }
}

/// Prints the script with which a shell completes the program of this name.
pub(super) fn run(shell: Shell, name: &str) -> Result<u8, Error> {
    let mut script = Vec::new();
    shell.writer().write_registration(VARIABLE, name, name, name, &mut script)?;
    let mut out = io::stdout().lock();
    out.write_all(&script)?;
    out.flush()?;
    Ok(0)
}

/// Answers a shell about the program's command line, if it is a shell that asks.
///
/// # Errors
/// If the shell is unknown or its question cannot be read.
pub(super) fn answered(arguments: &[OsString], program: fn() -> Command) -> clap::error::Result<bool> {
    CompleteEnv::with_factory(program)
        .var(VARIABLE)
        .try_complete(arguments.iter().cloned(), std::env::current_dir().ok().as_deref())
}
