//! Plain `accords`: the explorer in a terminal, the outline in a pipe.

use super::{ExploreArgs, complain, open};
use crate::error::Error;
use crate::model::Collection;
use crate::plain::{self, Prompt};
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
    let code = if args.plain {
        plain(&opened.collection)?;
        0
    } else if io::stdout().is_terminal() {
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

/// The explorer line by line, on standard input and output.
fn plain(collection: &Collection) -> io::Result<()> {
    let (input, out) = (io::stdin(), io::stdout());
    let prompt = if input.is_terminal() && out.is_terminal() { Prompt::Shown } else { Prompt::Hidden };
    plain::run(collection, input.lock(), &mut BufWriter::new(out.lock()), prompt)
}

/// Colours by the flag, else by what the terminal says of itself without being asked.
fn look(args: &ExploreArgs) -> Look {
    let variable = |name| env::var(name).ok();
    let of_terminal =
        || Theme::of_terminal(variable("NO_COLOR").as_deref(), variable("COLORFGBG").as_deref());
    let signs = if args.ascii { Signs::Ascii } else { Signs::Unicode };
    Look { theme: args.theme.unwrap_or_else(of_terminal), signs }
}
