//! Plain `accords`: the explorer in a terminal, the outline in a pipe.

use super::{ExploreArgs, complain, open};
use crate::error::Error;
use crate::report;
use crate::tui::Explorer;
use crate::tui::canvas::{Look, Signs};
use crate::tui::term::run;
use crate::tui::theme::Theme;
use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};

pub(super) fn run(args: &ExploreArgs) -> Result<u8, Error> {
    let opened = open(&args.data)?;
    let failed = opened.has_errors();
    if failed {
        for problem in &opened.problems {
            complain(&problem.to_string());
        }
    }
    if opened.collection.dossiers().is_empty() {
        return Ok(2);
    }
    let code = if io::stdout().is_terminal() {
        let look = look(args);
        run::run(|waker| Explorer::new(opened.collection, opened.problems, look, waker))?
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        report::outline(&opened.collection, &mut out)?;
        out.flush()?;
        0
    };
    Ok(if code == 0 && failed { 2 } else { code })
}

/// Colours by the flag, else by what the terminal says of itself without being asked.
fn look(args: &ExploreArgs) -> Look {
    let variable = |name| env::var(name).ok();
    let of_terminal =
        || Theme::of_terminal(variable("NO_COLOR").as_deref(), variable("COLORFGBG").as_deref());
    let signs = if args.ascii { Signs::Ascii } else { Signs::Unicode };
    Look { theme: args.theme.unwrap_or_else(of_terminal), signs }
}
