//! The parent: starts the child, waits for it, and says what became of it.

use super::child::ARGUMENT;
use super::limits::{MEMORY, TIME};
use crate::data::documents::Document;
use crate::data::file::reason;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// The most that a child may send, in bytes.
const MOST: u64 = 64 << 20;

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Names the program that reads PDFs as a child: our own, so that the program names itself when it starts. Tests and benches
/// are other programs and name the one that was built; what is named first stays.
pub fn read_pdfs_with(program: PathBuf) {
    let _ = PROGRAM.set(program);
}

/// Reads a PDF in a process of its own, so that nothing in the file can hurt this one: no endless loop, no memory that runs
/// out, no crash. Takes at most 20 s and, where the system keeps such a limit, 1 GB.
///
/// # Errors
/// Why it was not read, as the rest of a sentence about the file.
#[allow(clippy::disallowed_methods, reason = "the child is the program itself")]
pub fn read_pdf(bytes: &[u8]) -> Result<Document, String> {
    let program = PROGRAM.get().ok_or("cannot be read: the program that reads PDFs is not named")?;
    let mut child = Command::new(program);
    child.arg(ARGUMENT);
    run(child, bytes, TIME)
}

/// Runs a child, for at most this time, and takes what it sends.
fn run(mut child: Command, bytes: &[u8], time: Duration) -> Result<Document, String> {
    let child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = apart(child).spawn();
    let mut child = Reaped(child.map_err(cannot)?);
    let (stdin, stdout) = (child.0.stdin.take(), child.0.stdout.take());
    let sent = thread::scope(|scope| {
        let (sender, receiver) = channel();
        // Both end at the latest with the child.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(bytes)));
        scope.spawn(move || sender.send(receive(stdout)));
        let sent = receiver.recv_timeout(time);
        let is_too_much = matches!(&sent, Ok(Ok(sent)) if sent.len() as u64 > MOST);
        if sent.is_err() || is_too_much {
            let _ = child.0.kill();
        }
        sent
    });
    let sent = sent.map_err(|_| format!("took longer than {} s", time.as_secs()))?.map_err(cannot)?;
    if sent.len() as u64 > MOST {
        return Err(format!("has more than {} MB of text", MOST >> 20));
    }
    // Its output is closed because it ends.
    let status = child.0.wait().map_err(cannot)?;
    if !status.success() {
        return Err(child.why_it_ended(status));
    }
    serde_json::from_slice(&sent)
        .unwrap_or_else(|_| Err("is damaged: reading it did not come to its end".to_owned()))
}

/// A child for which Ctrl-C and Ctrl-Z are not meant.
#[cfg(unix)]
fn apart(child: &mut Command) -> &mut Command {
    std::os::unix::process::CommandExt::process_group(child, 0)
}

#[cfg(not(unix))]
fn apart(child: &mut Command) -> &mut Command {
    child
}

/// The signal that ended a child.
#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<i32> {
    None
}

/// All that the child sends, at most one byte more than it may.
fn receive(stdout: Option<ChildStdout>) -> io::Result<Vec<u8>> {
    let mut sent = Vec::new();
    if let Some(stdout) = stdout {
        stdout.take(MOST + 1).read_to_end(&mut sent)?;
    }
    Ok(sent)
}

fn cannot(error: io::Error) -> String {
    format!("cannot be read: {}", reason(&error))
}

/// A child that is ended and reaped, whatever happens.
struct Reaped(Child);

impl Reaped {
    /// Why it ended without success, from what the runtime of Rust writes before it gives up.
    fn why_it_ended(&mut self, status: ExitStatus) -> String {
        let mut said = String::new();
        if let Some(stderr) = self.0.stderr.take() {
            let _ = stderr.take(4096).read_to_string(&mut said);
        }
        if said.contains("memory allocation of") {
            return format!("needs more than {} GB of memory", MEMORY >> 30);
        }
        let how = match signal(status) {
            _ if said.contains("overflowed its stack") => "its parts are nested too deeply".to_owned(),
            Some(signal) => format!("reading it ended with signal {signal}"),
            None => "it cannot be read".to_owned(),
        };
        format!("is damaged: {how}")
    }
}

impl Drop for Reaped {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    /// What is said of a PDF whose child runs this in a shell.
    fn said(script: &str) -> String {
        let mut child = Command::new("sh");
        child.args(["-c", script]);
        run(child, &[b' '; 1 << 20], Duration::from_secs(1)).unwrap_err()
    }

    #[test]
    fn what_became_of_a_child_is_said() {
        assert_eq!(said("exit 0"), "is damaged: reading it did not come to its end");
        assert_eq!(said("exit 3"), "is damaged: it cannot be read");
        assert_eq!(
            said("echo memory allocation of 9 bytes failed >&2; exit 1"),
            "needs more than 1 GB of memory"
        );
        assert_eq!(said("kill -SEGV $$"), "is damaged: reading it ended with signal 11");
        assert_eq!(said("echo '{\"Err\":\"is protected\"}'"), "is protected");
    }

    #[test]
    fn a_child_that_does_not_end_is_ended() {
        let begun = Instant::now();
        assert_eq!(said("exec sleep 60"), "took longer than 1 s");
        assert!(begun.elapsed() < Duration::from_secs(30));
    }
}
