//! Copies text: through the terminal, or with the desktop's own tool.

use std::{env, ffi::OsString, io, path::Path, thread, time::Duration};

use ratatui::crossterm::clipboard::CopyToClipboard;

use super::helper;
use crate::text::reason;

/// The longest text that is copied, in bytes.
pub const LIMIT: usize = 100_000;
/// The longest text whose base64 fits into the 100,000 bytes that many terminals allow for one sequence.
pub const TERMINAL_LIMIT: usize = 74_994;
/// How long a tool may run before it is killed.
const PATIENCE: Duration = Duration::from_secs(3);

/// How a text is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// With the escape sequence OSC 52, which reaches the clipboard of the terminal's machine even through ssh. The
    /// terminal does not report whether it obeyed.
    Terminal,
    /// With this program.
    Tool(&'static str),
}

impl Way {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Tool("xclip") => &["-selection", "clipboard"],
            Self::Tool("xsel") => &["--clipboard", "--input"],
            _ => &[],
        }
    }
}

/// Why a text was not copied.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The text is too long.
    #[error("not copied: {length} bytes is more than the limit of {limit}; press > to save it instead")]
    TooLong {
        /// The length of the text, in bytes.
        length: usize,
        /// The limit, in bytes.
        limit: usize,
    },
    /// The tool could not be started.
    #[error("not copied: {tool} did not start: {}", reason(.error))]
    Start {
        /// The program.
        tool: &'static str,
        /// The system's error.
        error: io::Error,
    },
    /// The tool failed, or did not end in time.
    #[error("not copied: {0} failed")]
    Failed(&'static str),
}

/// Copies `text` without blocking, and calls `done` from any thread. The caller sends the returned sequence, if any, to
/// the terminal.
pub(crate) fn copy(
    text: String,
    done: impl FnOnce(Result<(), CopyError>) + Send + 'static,
) -> Option<CopyToClipboard<String>> {
    let way = choose(|name| env::var_os(name).filter(|value| !value.is_empty()), is_installed);
    let limit = if way == Way::Terminal { TERMINAL_LIMIT } else { LIMIT };
    if text.len() > limit {
        done(Err(CopyError::TooLong { length: text.len(), limit }));
        return None;
    }
    let Way::Tool(tool) = way else {
        done(Ok(()));
        return Some(CopyToClipboard::to_clipboard_from(text));
    };
    let arguments = way.arguments();
    // Without a thread nothing is copied, and `done` is not called.
    let _ = thread::Builder::new().spawn(move || done(run_tool(tool, arguments, text)));
    None
}

fn run_tool(tool: &'static str, arguments: &[&str], text: String) -> Result<(), CopyError> {
    let mut child =
        helper::start(tool, arguments, Some(text)).map_err(|error| CopyError::Start { tool, error })?;
    match helper::wait_for(&mut child, PATIENCE) {
        Ok(Some(status)) if status.success() => Ok(()),
        _ => {
            let _ = child.kill();
            let _ = child.wait();
            Err(CopyError::Failed(tool))
        }
    }
}

/// The way to copy. Over ssh, a tool would use the clipboard of the wrong machine.
fn choose(variable: impl Fn(&str) -> Option<OsString>, installed: impl Fn(&str) -> bool) -> Way {
    if ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].into_iter().any(|name| variable(name).is_some()) {
        return Way::Terminal;
    }
    let display = |name: &str| variable(name).is_some();
    let tools = [
        ("pbcopy", cfg!(target_os = "macos")),
        ("wl-copy", display("WAYLAND_DISPLAY")),
        ("xclip", display("DISPLAY")),
        ("xsel", display("DISPLAY")),
    ];
    let usable = tools.into_iter().find(|&(name, possible)| possible && installed(name));
    usable.map_or(Way::Terminal, |(name, _)| Way::Tool(name))
}

fn is_installed(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    // A relative folder in PATH could run a program from the current folder.
    env::split_paths(&path).any(|folder| folder.is_absolute() && Path::new(&folder).join(program).is_file())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn the_way_depends_on_where_the_user_is() {
        let all = "wl-copy xclip xsel";
        let table = [
            ("", all, Way::Terminal),
            ("WAYLAND_DISPLAY DISPLAY", all, Way::Tool("wl-copy")),
            ("WAYLAND_DISPLAY DISPLAY", "xsel", Way::Tool("xsel")),
            ("DISPLAY", all, Way::Tool("xclip")),
            ("DISPLAY", "wl-copy", Way::Terminal),
            ("DISPLAY SSH_TTY", all, Way::Terminal),
            ("WAYLAND_DISPLAY SSH_CONNECTION", all, Way::Terminal),
            ("DISPLAY", "", Way::Terminal),
        ];
        for (variables, tools, expected) in table {
            let has = |list: &str, name: &str| list.split(' ').any(|word| word == name);
            let way = choose(|name| has(variables, name).then(OsString::new), |name| has(tools, name));
            assert_eq!(way, expected, "{variables} / {tools}");
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_refused_and_not_cut() {
        let (sender, results) = mpsc::channel();
        assert!(copy("x".repeat(LIMIT + 1), move |result| sender.send(result).unwrap()).is_none());
        assert!(matches!(results.recv().unwrap(), Err(CopyError::TooLong { length: 100_001, .. })));
    }

    #[test]
    fn a_tool_gets_the_text_and_its_failure_is_reported() {
        run_tool("sh", &["-c", "test \"$(cat)\" = ə"], "ə".into()).unwrap();
        assert!(matches!(run_tool("false", &[], "x".into()), Err(CopyError::Failed("false"))));
        assert!(matches!(run_tool("no-such-tool", &[], "x".into()), Err(CopyError::Start { .. })));
    }
}
