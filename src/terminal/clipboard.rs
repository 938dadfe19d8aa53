//! Copies text: through the terminal, or with the desktop's own tool.

use std::{env, ffi::OsString, io, path::PathBuf, thread, time::Duration};

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
#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    /// With the escape sequence OSC 52, which reaches the clipboard of the terminal's machine even through ssh. The
    /// terminal does not report whether it obeyed.
    Terminal,
    /// With this program.
    Tool(Tool),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Tool {
    name: &'static str,
    file: PathBuf,
}

impl Tool {
    fn arguments(&self) -> &'static [&'static str] {
        match self.name {
            "xclip" => &["-selection", "clipboard"],
            "xsel" => &["--clipboard", "--input"],
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
    let way =
        choose(|name| env::var_os(name).filter(|value| !value.is_empty()), |name| helper::find(name).ok());
    let limit = if way == Way::Terminal { TERMINAL_LIMIT } else { LIMIT };
    if text.len() > limit {
        done(Err(CopyError::TooLong { length: text.len(), limit }));
        return None;
    }
    let Way::Tool(tool) = way else {
        done(Ok(()));
        return Some(CopyToClipboard::to_clipboard_from(text));
    };
    // Without a thread nothing is copied, and `done` is not called.
    let _ = thread::Builder::new().spawn(move || done(run_tool(&tool, tool.arguments(), text)));
    None
}

fn run_tool(tool: &Tool, arguments: &[&str], text: String) -> Result<(), CopyError> {
    let name = tool.name;
    let mut child = helper::start(&tool.file, arguments, Some(text))
        .map_err(|error| CopyError::Start { tool: name, error })?;
    match helper::wait_for(&mut child, PATIENCE) {
        Ok(Some(status)) if status.success() => Ok(()),
        _ => {
            let _ = child.kill();
            let _ = child.wait();
            Err(CopyError::Failed(name))
        }
    }
}

/// The way to copy. Over ssh, a tool would use the clipboard of the wrong machine.
fn choose(variable: impl Fn(&str) -> Option<OsString>, find: impl Fn(&str) -> Option<PathBuf>) -> Way {
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
    let possible = tools.into_iter().filter(|(_, possible)| *possible).map(|(name, _)| name);
    let mut usable = possible.filter_map(|name| Some(Tool { name, file: find(name)? }));
    usable.next().map_or(Way::Terminal, Way::Tool)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn the_way_depends_on_where_the_user_is() {
        let all = "wl-copy xclip xsel";
        let table = [
            ("", all, None),
            ("WAYLAND_DISPLAY DISPLAY", all, Some("wl-copy")),
            ("WAYLAND_DISPLAY DISPLAY", "xsel", Some("xsel")),
            ("DISPLAY", all, Some("xclip")),
            ("DISPLAY", "wl-copy", None),
            ("DISPLAY SSH_TTY", all, None),
            ("WAYLAND_DISPLAY SSH_CONNECTION", all, None),
            ("DISPLAY", "", None),
        ];
        for (variables, tools, expected) in table {
            let has = |list: &str, name: &str| list.split(' ').any(|word| word == name);
            let file = |name: &str| has(tools, name).then(|| PathBuf::from("/usr/bin").join(name));
            let way = choose(|name| has(variables, name).then(OsString::new), file);
            let tool = |name| Way::Tool(Tool { name, file: PathBuf::from("/usr/bin").join(name) });
            assert_eq!(way, expected.map_or(Way::Terminal, tool), "{variables} / {tools}");
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
        let tool = |name| Tool { name, file: helper::find(name).unwrap_or_else(|_| name.into()) };
        run_tool(&tool("sh"), &["-c", "test \"$(cat)\" = ə"], "ə".into()).unwrap();
        assert!(matches!(run_tool(&tool("false"), &[], "x".into()), Err(CopyError::Failed("false"))));
        assert!(matches!(run_tool(&tool("no-such-tool"), &[], "x".into()), Err(CopyError::Start { .. })));
    }
}
