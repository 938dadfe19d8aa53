//! The commands that a file is given to.

use crate::{Result, output};
use std::path::Path;
use std::process::Command;

/// The commands that read nothing of a person's, and the one that changes what it reads.
const READ_NOTHING: [&str; 9] =
    ["new", "add", "searches", "keys", "config", "schema", "completions", "man", "help"];

/// The formats of an export that go to a pipe.
const EXPORTS: [&str; 6] = ["markdown", "csv", "json", "akoma-ntoso", "calendar", "html"];

/// The lines of every command that the command line itself has, for a file.
///
/// # Errors
/// A command has no line here, or the program does not run.
pub fn lines(program: &Path, file: &str) -> Result<Vec<Vec<String>>> {
    let help = String::from_utf8(output(Command::new(program).arg("--help"))?)?;
    let named = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    // A description that goes on in the next line is deeper.
    let named = named.take_while(|line| line.starts_with("  ")).filter(|line| !line.starts_with("   "));
    let named = named.filter_map(|line| line.split_whitespace().next());
    let mut lines = vec![vec![file.to_owned()]];
    for command in named.filter(|command| !READ_NOTHING.contains(command)) {
        for arguments in of_command(command, file)? {
            lines.push(std::iter::once(command).chain(arguments).map(str::to_owned).collect());
        }
    }
    Ok(lines)
}

fn of_command<'a>(command: &str, file: &'a str) -> Result<Vec<Vec<&'a str>>> {
    Ok(match command {
        "search" => vec![vec!["a", file], vec!["--json", "\"a b\" OR c*", file]],
        "marks" => vec![vec![file], vec!["--import", file]],
        "show" | "cite" => vec![vec!["a", file]],
        "outline" | "trace" => vec![vec![file]],
        "compare" | "diff" => vec![vec![file, file]],
        "overlap" => vec![vec!["AZE", "KGZ", "--memberships", file]],
        "import" => vec![vec![file, "-o", "-"]],
        "export" => EXPORTS.iter().map(|form| vec!["--to", *form, file]).collect(),
        "check" => vec![vec![file]],
        "fmt" => vec![vec!["--check", file]],
        "timeline" | "clauses" | "agreements" | "sectors" | "memberships" | "disputes" | "sources"
        | "coverage" | "follow-up" | "map" | "network" => vec![vec![file], vec!["--json", file]],
        _ => {
            return Err(
                format!("no line for the command {command}; add one to xtask/src/trust/commands.rs").into()
            );
        }
    })
}
