//! The person's own editor, for a note.

use super::helper::sharing;
use crate::text::reason;
use std::env;
use std::fs;
use std::io::{self, Write};
use tempfile::Builder;

/// Why a text did not come back from the editor.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// It could not be started, or its file not be written or read.
    #[error("your editor, {editor}, could not be used: {}", reason(.error))]
    System {
        /// Its command.
        editor: String,
        /// Why not.
        error: io::Error,
    },
    /// It ended with an error.
    #[error("your editor, {0}, ended with an error; the note is as before")]
    Failed(String),
}

/// The editor if none is named.
const VI: &str = "vi";

/// Opens a text in the editor that VISUAL or EDITOR names, else vi, waits until it ends, and returns the text. The terminal
/// must be as other programs expect it.
///
/// # Errors
/// The editor cannot be started or fails.
pub(crate) fn edit(text: &str) -> Result<String, EditError> {
    let named = |name| env::var(name).ok().filter(|editor| !editor.trim().is_empty());
    let own = named("VISUAL").or_else(|| named("EDITOR"));
    let editor = own.clone().unwrap_or_else(|| VI.to_owned());
    let cannot = |error| EditError::System { editor: editor.clone(), error };
    // Only its owner can read it: a note may be private.
    let mut file = Builder::new().prefix("accords-note-").suffix(".txt").tempfile().map_err(cannot)?;
    file.write_all(text.as_bytes()).map_err(cannot)?;
    // The variable may hold arguments, as in `code --wait`.
    let line = own.map(|own| format!("{own} \"$1\""));
    let mut command = sharing(line.as_deref(), VI).map_err(cannot)?;
    // The shell calls its first argument $0.
    command.args(line.map(|_| VI)).arg(file.path());
    if !command.status().map_err(cannot)?.success() {
        return Err(EditError::Failed(editor));
    }
    // Some editors write another file under the name.
    let bytes = fs::read(file.path()).map_err(cannot)?;
    Ok(String::from_utf8_lossy(&bytes).trim_end().to_owned())
}
