//! Starts other programs: a clipboard tool, a browser.

use std::{
    io::{self, Write},
    os::unix::process::CommandExt,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Starts `program` apart from our terminal: without its input and output, and in a process group of its own, so that
/// Ctrl-Z here does not stop a browser. `input`, if any, is written to it from another thread.
pub(crate) fn start(program: &str, arguments: &[&str], input: Option<String>) -> io::Result<Child> {
    let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
    let mut command = Command::new(program);
    command.args(arguments).stdin(stdin).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    if program == "pbcopy" {
        // Without a locale it reads UTF-8 as MacRoman.
        command.env("LC_CTYPE", "UTF-8");
    }
    let mut child = command.spawn()?;
    if let (Some(text), Some(mut pipe)) = (input, child.stdin.take()) {
        // A tool that does not read would block this thread, which then ends with the tool.
        thread::Builder::new().spawn(move || drop(pipe.write_all(text.as_bytes())))?;
    }
    Ok(child)
}

/// Waits at most `limit` for `child` to end; `None` if it is still running.
pub(crate) fn wait_for(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let deadline = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= deadline {
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(10));
    }
}
