//! `--chart`: the chart of a view, as text or as a picture.

use super::output::{OutputArgs, columns};
use crate::error::Error;
use crate::explore::State;
use crate::tui::{ChartPage, Symbols};
use clap::Args;
use std::ffi::OsStr;
use std::path::Path;

/// The width of a chart that is not printed to a terminal, and that of a picture.
const COLUMNS: usize = 120;
const PICTURE: usize = 160;

/// The narrowest chart.
const NARROWEST: usize = 40;

/// Whether to print a chart.
#[derive(Debug, Args)]
pub(super) struct ChartArgs {
    /// Print it as a chart; with -o NAME.svg, as a picture
    #[arg(long, conflicts_with_all = ["json", "format", "limit"])]
    pub chart: bool,
    /// Draw the chart with ASCII characters only
    #[arg(long, requires = "chart")]
    pub ascii: bool,
}

/// Whether a file is named as a picture.
pub(super) fn is_picture(file: &Path) -> bool {
    file.extension().and_then(OsStr::to_str).is_some_and(|ending| ending.eq_ignore_ascii_case("svg"))
}

/// The width of the chart: that of the terminal, or one for files.
pub(super) fn width(output: &OutputArgs) -> usize {
    match output.file() {
        Some(file) if is_picture(file) => PICTURE,
        Some(_) => COLUMNS,
        None => columns().unwrap_or(COLUMNS).max(NARROWEST),
    }
}

/// Prints what a state shows as a chart.
pub(super) fn print(state: &State, title: &str, args: &ChartArgs, output: &OutputArgs) -> Result<(), Error> {
    let is_svg = output.file().is_some_and(is_picture);
    let page = ChartPage { state, columns: state.layout.columns };
    output.write(|out| {
        if is_svg {
            return out.write_all(page.svg(title).as_bytes());
        }
        let symbols = if args.ascii { Symbols::Ascii } else { Symbols::Unicode };
        page.lines(symbols).iter().try_for_each(|line| writeln!(out, "{line}"))
    })
}
