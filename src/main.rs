//! The program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    let look = accords::tui::canvas::Look {
        theme: accords::tui::theme::Theme::Dark,
        signs: accords::tui::canvas::Signs::Unicode,
    };
    let collection = accords::model::Collection::new(
        accords::data::builtin().into_iter().map(std::sync::Arc::new).collect(),
    );
    match accords::tui::term::run::run(|waker| {
        accords::tui::Explorer::new(collection, Vec::new(), look, waker)
    }) {
        Ok(code) => ExitCode::from(code),
        Err(_) => ExitCode::from(2),
    }
}
