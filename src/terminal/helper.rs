//! Starts other programs: a clipboard tool, a browser, a pager, an editor.

use std::{
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::system;

/// The file of a program, looked for in the absolute folders of `PATH`: a relative one could run a program from the current
/// folder, which is anybody's.
///
/// # Errors
/// None of them has it.
pub(crate) fn find(program: &str) -> io::Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).filter(|folder| folder.is_absolute());
    let is_program = |file: &PathBuf| {
        let found = fs::metadata(file).ok().filter(fs::Metadata::is_file);
        found.is_some_and(|found| system::is_program(&found))
    };
    let names = system::programs(program);
    let mut files = folders.flat_map(|folder| names.iter().map(move |name| folder.join(name)));
    let file = files.find(is_program);
    file.ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// A program that will share our terminal: a command line of the person's own, for the shell, or without one this program.
/// Both are looked for as [`find`] does.
///
/// # Errors
/// It is not there.
#[allow(clippy::disallowed_methods, reason = "one place makes commands")]
pub(crate) fn sharing(line: Option<&str>, otherwise: &str) -> io::Result<Command> {
    /// The shell, and its option for a command line.
    const SHELL: [&str; 2] = if cfg!(windows) { ["cmd", "/C"] } else { ["sh", "-c"] };
    let Some(line) = line else { return find(otherwise).map(Command::new) };
    let mut command = Command::new(find(SHELL[0])?);
    command.args([SHELL[1], line]);
    Ok(command)
}

/// Starts `program`, a file as [`find`] returns it, apart from our terminal: without its input and output, and in a process group of its own, so that
/// Ctrl-Z here does not stop a browser. `input`, if any, is written to it from another thread.
#[allow(clippy::disallowed_methods, reason = "the one place that starts helpers")]
pub(crate) fn start(program: &Path, arguments: &[&str], input: Option<String>) -> io::Result<Child> {
    let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
    let mut command = Command::new(program);
    command.args(arguments).stdin(stdin).stdout(Stdio::null()).stderr(Stdio::null());
    system::start_apart(&mut command);
    if program.ends_with("pbcopy") {
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
